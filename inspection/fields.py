"""The fields of the record, typed by the model entry by entry."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from inspection.dates import PartialDate
from inspection.model import Fact, Record
from inspection.places import Plain
from inspection.problems import MAX_PROBLEMS, Fault, Path, quoted
from inspection.wording import DATE_HINT, NUMBER_HINT, entry_type, field_faults

_PLAIN_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")


@dataclass
class Lost:
    """What was dropped because its fields are wrong: nothing may be said about what hangs on it.

    `words` are all texts that stood in it, so that what it names counts as used and what names it
    counts as found; `unsure` are the lists in which an id itself was lost.
    """

    words: set[str] = field(default_factory=set)
    unsure: set[str] = field(default_factory=set)


@dataclass
class Typed:
    """The record as far as its fields are right, with all that is wrong with them.

    `kept` gives, for each list, the positions in the files of the entries that were kept.
    """

    record: Record
    faults: list[Fault]
    lost: Lost
    kept: dict[str, list[int]]

    def path_in_files(self, path: Path) -> Path:
        """A path in the record as a path in the files, where dropped entries still count."""
        if len(path) > 1 and path[0] in self.kept and isinstance(path[1], int):
            return (path[0], self.kept[str(path[0])][path[1]], *path[2:])
        return path


def typed(values: dict[str, Plain]) -> Typed:
    """The record that the values of its files make; entries with a wrong field are dropped.

    The lists in `values` are used up: what has become a part of the record is taken out of them, so
    that a large record is not held twice.
    """
    facts: dict[str, Any] = dict(values)
    found = Typed(Record.model_construct(), [], Lost(), {})
    for name in Record.model_fields:
        part = entry_type(Record.model_fields[name].annotation)
        raw = values.get(name)
        if part is not None and isinstance(raw, list):
            facts[name] = _entries(part, name, raw, found)
    dropped = {name for name in found.kept if len(found.kept[name]) < len(facts[name])}
    facts |= {name: [fact for fact in facts[name] if fact is not None] for name in found.kept}
    try:
        found.record = Record.model_validate(facts)
    except ValidationError as error:
        faults = field_faults(Record, error, ())
        found.faults += [f for f in faults if f.code != "F12" or f.path[0] not in dropped]
        known: dict[str, Any] = dict.fromkeys(Record.model_fields, ())
        known |= {"release": None, "second_reading": None}
        known |= {name: tuple(facts[name]) for name in found.kept}
        found.record = Record.model_construct(**known)
    for name in ("release", "second_reading"):
        found.faults += _unplain(getattr(found.record, name), values.get(name), (name,))
    return found


def _entries(part: type[Fact], name: str, raw: list[Plain], found: Typed) -> list[Fact | None]:
    """The entries of a list, None for each that is wrong."""
    facts: list[Fact | None] = []
    found.kept[name] = []
    for n, entry in enumerate(raw):
        facts.append(None)
        if len(found.faults) > MAX_PROBLEMS:
            continue
        fact, faults = _entry(part, entry, (name, n))
        if not faults:
            facts[n], raw[n] = fact, None
            found.kept[name].append(n)
            continue
        found.faults += faults
        found.lost.words.update(_texts(entry))
        if any(fault.path[-1] == "id" or len(fault.path) == 2 for fault in faults):
            found.lost.unsure.add(name)
    return facts


def _entry(part: type[Fact], raw: Plain, path: Path) -> tuple[Fact | None, list[Fault]]:
    try:
        fact = part.model_validate(raw)
    except ValidationError as error:
        return None, list(field_faults(part, error, path))
    return fact, list(_unplain(fact, raw, path))


def _texts(raw: Plain) -> Iterator[str]:
    if isinstance(raw, str):
        yield raw
    elif raw is not None:
        for item in raw.values() if isinstance(raw, dict) else raw:
            yield from _texts(item)


def _unplain(value: object, raw: Plain, path: Path) -> Iterator[Fault]:
    """Values that were understood, but not as a person reads them: `010`, `1e3`, a list twice."""
    if isinstance(raw, dict) and isinstance(value, Fact):
        for name, inner in value.__dict__.items():
            # A text is what was typed, and there is nothing to say of what was left out.
            if inner and not isinstance(inner, str):
                yield from _unplain(inner, raw.get(name), (*path, name))
    elif isinstance(raw, dict) and isinstance(value, dict):
        for name, inner in value.items():
            yield from _unplain(inner, raw.get(name), (*path, name))
    elif isinstance(raw, list) and isinstance(value, tuple):
        if value and isinstance(value[0], str):
            if len(set(value)) < len(value):
                yield from _repeated(value, path)
            return
        for n, inner in enumerate(value):
            yield from _unplain(inner, raw[n], (*path, n))
    elif isinstance(raw, str):
        yield from _unplain_scalar(value, raw, path)


def _repeated(words: tuple[str, ...], path: Path) -> Iterator[Fault]:
    for word, count in Counter(words).items():
        if count > 1:
            message = f"{quoted(word)} stands here {count} times."
            yield Fault("F15", path, message, "Keep one of them.")


def _unplain_scalar(value: object, text: str, path: Path) -> Iterator[Fault]:
    if isinstance(value, bool | str):
        return
    if isinstance(value, int | float) and not _PLAIN_NUMBER.fullmatch(text):
        yield Fault("F07", path, f"{quoted(text)} is not a plain number.", NUMBER_HINT)
    elif isinstance(value, PartialDate | dt.date) and str(value) != text:
        yield Fault("F06", path, f"{quoted(text)} is not a date.", DATE_HINT)
