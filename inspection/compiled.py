"""A record as JSON, and quickly back: for JSON of our own making, which is not checked again.

Why not through the model: that takes half as long again, and gives every fact a set of its own of the
names of its fields, which together are larger than all the texts. Here facts that were written
with the same fields share one set, and a date or short text that stands often stands once in memory.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from enum import Enum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import TypeAdapter
from pydantic_core import from_json

from inspection.dates import PartialDate
from inspection.model import Fact, Record

Maker = Callable[[Any], Any]
_Records = TypeAdapter(Record)


def compiled(record: Record) -> bytes:
    """A record as JSON, with the fields that were given and no others."""
    return _Records.dump_json(record, exclude_unset=True)


def opened_again(json: bytes) -> Record:
    """The record that was compiled; KeyError, TypeError or ValueError where none was."""
    values = from_json(json)
    given = set(values)
    for name, make in _makers(Record):
        if name in given:
            values[name] = make(values[name])
    return Record.model_construct(given, **values)


def _fact_maker(kind: type[Fact]) -> Maker:
    """Makes facts of one kind from their values."""
    makers = _makers(kind)
    defaults = {name: field.default for name, field in kind.model_fields.items()}
    shared: dict[tuple[str, ...], set[str]] = {}
    give = object.__setattr__  # a fact itself is frozen

    def fact(values: dict[str, Any]) -> Fact:
        names = tuple(values)
        given = shared.get(names) or shared.setdefault(names, set(names))
        for name, make in makers:
            if name in given:
                values[name] = make(values[name])
        made = kind.__new__(kind)
        give(made, "__dict__", {**defaults, **values})
        give(made, "__pydantic_fields_set__", given)
        give(made, "__pydantic_extra__", None)
        give(made, "__pydantic_private__", None)
        return made

    return fact


def _makers(kind: type[Fact]) -> tuple[tuple[str, Maker], ...]:
    """The fields of a kind of fact that are not just what JSON holds, with what makes them."""
    types: dict[str, Any] = {name: field.annotation for name, field in kind.model_fields.items()}
    found = ((name, _maker(types[name])) for name in types)
    return tuple((name, make) for name, make in found if make)


@cache
def _maker(kind: Any) -> Maker | None:
    """What makes a value of a type from JSON; None where JSON holds it as it is."""
    origin = get_origin(kind)
    inner: tuple[Any, ...] = get_args(kind)
    if origin is Annotated:
        return _maker(inner[0])
    if origin in (Union, UnionType) and len(inner) == 2 and inner[1] is type(None):
        make = _maker(inner[0])
        return make and (lambda value: None if value is None else make(value))
    if origin is tuple and inner[1] is ...:
        one = _maker(inner[0])
        return (lambda values: tuple([one(value) for value in values])) if one else tuple
    if origin is dict and not any(_maker(part) for part in inner):
        return None
    if kind in (str, int, float, bool):
        return None
    if kind is PartialDate:
        return cache(PartialDate.parse)
    if kind is dt.date:
        return dt.date.fromisoformat
    if issubclass(kind, Enum):
        return {word.value: word for word in kind}.__getitem__
    if issubclass(kind, Fact):
        return _fact_maker(kind)
    raise TypeError(f"{kind} cannot be made from JSON")
