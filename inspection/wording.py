"""The words for a field that the model refuses, with a mend.

Faults are told apart by the model library's error *types*, never by its messages, which change
from one version to the next.
"""

from __future__ import annotations

import types
from collections.abc import Iterator
from enum import Enum
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from inspection.model import Fact
from inspection.problems import MAX_PROBLEMS, Fault, Path, choice_hint, quoted

DATE_HINT = "Write YYYY-MM-DD, YYYY-MM or YYYY."
NUMBER_HINT = "Use figures alone, such as 12 or 12.5."
_PATTERNS = (
    ("^https?", "F10", "{input} is not a web address.", "Begin with http:// or https://."),
    (r"^\d+\.\d+", "F14", "{input} is not a version.", "Write three numbers such as 1.0.0."),
    ("^[a-z0-9]", "F09", "{input} is not an id.", "Use small letters, figures and hyphens."),
)
_WORDS = {
    "missing": ("F01", "This field is missing.", ""),
    "extra_forbidden": ("F02", "{name} is not a field here.", ""),
    "model_type": ("F04", "A group of fields belongs here, not {sort}.", ""),
    "dict_type": ("F04", "A group of fields belongs here, not {sort}.", ""),
    "tuple_type": ("F04", "A list belongs here, not {sort}.", "Put each entry after a hyphen."),
    "string_type": ("F04", "A text belongs here, not {sort}.", ""),
    "enum": ("F05", "{input} is not a word of this list.", ""),
    "partial_date": ("F06", "{input} is not a date.", DATE_HINT),
    "date_parsing": ("F06", "{input} is not a date.", "Write YYYY-MM-DD."),
    "date_from_datetime_parsing": ("F06", "{input} is not a date.", "Write YYYY-MM-DD."),
    "date_from_datetime_inexact": ("F06", "{input} is not a date.", "Write YYYY-MM-DD."),
    "date_type": ("F06", "{input} is not a date.", "Write YYYY-MM-DD."),
    "int_parsing": ("F07", "{input} is not a whole number.", NUMBER_HINT),
    "int_parsing_size": ("F07", "{input} is not a whole number.", NUMBER_HINT),
    "int_from_float": ("F07", "{input} is not a whole number.", NUMBER_HINT),
    "int_type": ("F07", "{input} is not a whole number.", NUMBER_HINT),
    "float_parsing": ("F07", "{input} is not a number.", NUMBER_HINT),
    "float_type": ("F07", "{input} is not a number.", NUMBER_HINT),
    "greater_than_equal": ("F08", "{input} is too small.", "The least is {ge}."),
    "less_than_equal": ("F08", "{input} is too large.", "The most is {le}."),
    "string_too_long": ("F11", "{input} is too long.", "At most {max_length} characters."),
    "string_too_short": ("F11", "This text holds nothing.", "Fill it in or take it away."),
    "too_short": ("F12", "This list has too few entries.", "At least {min_length}."),
    "too_long": ("F12", "This list has too many entries.", "At most {max_length}."),
    "bool_parsing": ("F13", "{input} is neither true nor false.", "Write true or false."),
    "bool_type": ("F13", "{input} is neither true nor false.", "Write true or false."),
}


def field_faults(model: type[Fact], error: ValidationError, path: Path) -> Iterator[Fault]:
    """What the model refuses, each with its path, which begins with that of the whole."""
    for detail in error.errors(include_url=False)[: MAX_PROBLEMS + 1]:
        place = detail["loc"]
        if place[-1:] == ("[key]",) and detail["type"] != "extra_forbidden":
            place = place[:-1]
        code, message, hint = _wording(model, detail, place)
        yield Fault(code, (*path, *place), message, hint)


def _wording(model: type[Fact], detail: ErrorDetails, place: Path) -> tuple[str, str, str]:
    kind, given = detail["type"], detail["input"]
    if given is None and kind != "missing":
        return "F03", "This field stands without a value.", "Fill it in or take it away."
    words = {
        "input": quoted(given) if isinstance(given, str) else _sort(given),
        "sort": _sort(given),
        "name": quoted(str(place[-1])) if place else "",
        **detail.get("ctx", {}),
    }
    if kind == "string_pattern_mismatch":
        for start, code, message, hint in _PATTERNS:
            if str(words["pattern"]).startswith(start):
                return code, message.format(**words), hint
    code, message, hint = _WORDS.get(kind, ("F04", "{input} cannot stand here.", ""))
    if kind == "missing":
        hint = _mend_of_missing(model, place)
    elif kind == "extra_forbidden":
        hint = choice_hint(str(place[-1]), _field_names(model, place[:-1]))
    elif kind == "enum" and isinstance(given, str):
        hint = choice_hint(given, _closed_list(model, place))
    return code, message.format(**words), hint.format(**words) if kind in _WORDS else hint


def _mend_of_missing(model: type[Fact], place: Path) -> str:
    """What belongs in a field: its meaning, and the words to choose from if they are few."""
    if place[-1] == "sources":
        return "Name the sources it was read in, as in [the-source]."
    return f"{_description(model, place)} {choice_hint('', _closed_list(model, place))}".strip()


def _sort(given: object) -> str:
    if isinstance(given, str):
        return f"the text {quoted(given)}"
    return "a list" if isinstance(given, list) else "a group of fields"


def _bare(annotation: Any) -> Any:
    """A type without the wrapping that says it may be absent or is bounded."""
    while True:
        if get_origin(annotation) is Annotated:
            annotation = get_args(annotation)[0]
        elif get_origin(annotation) in (Union, types.UnionType):
            annotation = next(a for a in get_args(annotation) if a is not type(None))
        else:
            return annotation


def _type_at(model: type[Fact], place: Path) -> Any:
    current: Any = model
    for step in place:
        current = _bare(current)
        if isinstance(current, type) and issubclass(current, Fact):
            known = current.model_fields.get(str(step))
            current = known.annotation if known else None
        else:
            current = (*get_args(current), None)[0 if isinstance(step, int) else 1]
    return _bare(current)


def entry_type(annotation: Any) -> type[Fact] | None:
    """What the entries of a list are, or None where it is no list."""
    inner = _bare(annotation)
    return get_args(inner)[0] if get_origin(inner) is tuple else None


def _field_names(model: type[Fact], place: Path) -> tuple[str, ...]:
    return tuple(_type_at(model, place).model_fields)


def _closed_list(model: type[Fact], place: Path) -> tuple[str, ...]:
    found = _type_at(model, place)
    is_list = isinstance(found, type) and issubclass(found, Enum)
    return tuple(str(word.value) for word in found) if is_list else ()


def _description(model: type[Fact], place: Path) -> str:
    parent = _type_at(model, place[:-1])
    return parent.model_fields[str(place[-1])].description or ""
