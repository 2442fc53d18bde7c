"""The words for a field that the model refuses, with a mend.

Faults are told apart by the model library's error *types*, never by its messages, which change
from one version to the next.
"""

from __future__ import annotations

import datetime as dt
import re
import types
from calendar import month_name, monthrange
from collections.abc import Iterator
from enum import Enum
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from inspection.dates import PartialDate
from inspection.model import Fact, Record
from inspection.problems import MAX_PROBLEMS, Fault, Path, choice_hint, quoted
from inspection.syntax_slips import COLON_MEND, DASH_MEND, PASTED_BLANKS, PASTED_MEND

DATE_HINT = "Write YYYY-MM-DD, YYYY-MM or YYYY."
DAY_HINT = "Write YYYY-MM-DD."
NUMBER_HINT = "Use figures alone, such as 12 or 12.5."
_WHOLE_HINT = "Use figures alone, such as 12."
_TEXT_HINT = "Put a text that begins with [ or {{ in quotes."
_FIELDS_HINT = "Write its fields in lines below it, indented."
_LONGEST_NAME = 60
_IDS = re.compile("[a-z0-9-]{1,60}(, *[a-z0-9-]{1,60})?")
_NO_BLANK = re.compile(r"[a-z_]+:[^\s/]")
_NO_BLANK_AFTER_DASH = re.compile(r"-[A-Za-z]")
_DAY_AND_MONTH = re.compile(r"([0-9]{1,2})[/. -]([0-9]{1,2}|[A-Za-z]+)[/. -]([0-9]{4})")
_DATE_SHAPE = {
    DAY_HINT: re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    DATE_HINT: re.compile("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"),
}
_DAYS = tuple(
    (form, "%Y-%m-%d")
    for form in ("%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%d %B %Y", "%d %b %Y", "%Y-%m-%d", "%Y/%m/%d")
)
_MONTHS = tuple((form, "%Y-%m") for form in ("%B %Y", "%b %Y", "%m/%Y", "%Y-%m"))
_FORMS_OF_DATE = {
    "partial_date": _DAYS + _MONTHS,
    "date_parsing": _DAYS,
    "date_from_datetime_parsing": _DAYS,
}
"""Other ways in which a date is typed, by the error that each sort of date gives, with ours."""
PATTERNS = (
    ("^https?", "F10", "{input} is not a web address.", "Begin with http:// or https://."),
    (r"^\d+\.\d+", "F14", "{input} is not a version.", "Write three numbers such as 1.0.0."),
    ("^[a-z0-9]", "F09", "{input} is not an id.", "Use small letters, figures and hyphens{as_in}."),
)
_WORDS = {
    "missing": ("F01", "This field is missing.", ""),
    "extra_forbidden": ("F02", "{name} is not a field here.", ""),
    "model_type": ("F04", "A group of fields belongs here, not {sort}.", _FIELDS_HINT),
    "dict_type": ("F04", "A group of fields belongs here, not {sort}.", _FIELDS_HINT),
    "tuple_type": ("F04", "A list belongs here, not {sort}.", "Put each entry after a hyphen."),
    "string_type": ("F04", "A text belongs here, not {sort}.", _TEXT_HINT),
    "enum": ("F05", "{input} is not a word of this list.", ""),
    "partial_date": ("F06", "{input} is not a date.", DATE_HINT),
    "date_parsing": ("F06", "{input} is not a date.", DAY_HINT),
    "date_from_datetime_parsing": ("F06", "{input} is not a date.", DAY_HINT),
    "date_from_datetime_inexact": ("F06", "{input} is not a date.", DAY_HINT),
    "date_type": ("F06", "{input} is not a date.", DAY_HINT),
    "int_parsing": ("F07", "{input} is not a whole number.", _WHOLE_HINT),
    "int_parsing_size": ("F07", "{input} is not a whole number.", _WHOLE_HINT),
    "int_from_float": ("F07", "{input} is not a whole number.", _WHOLE_HINT),
    "int_type": ("F07", "{input} is not a whole number.", _WHOLE_HINT),
    "float_parsing": ("F07", "{input} is not a number.", NUMBER_HINT),
    "float_type": ("F07", "{input} is not a number.", NUMBER_HINT),
    "greater_than_equal": ("F08", "{input} is too small.", "The least is {ge}."),
    "less_than_equal": ("F08", "{input} is too large.", "The most is {le}."),
    "string_too_long": ("F11", "{input} is too long.", "Use at most {max_length} characters."),
    "string_too_short": ("F11", "This text holds nothing.", "Fill it in or take it away."),
    "too_short": ("F12", "This list has too few entries.", "Give at least {min_length}."),
    "too_long": ("F12", "This list has too many entries.", "Keep at most {max_length}."),
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
    if given is None and kind not in ("missing", "extra_forbidden"):
        return "F03", "This field stands without a value.", _mend_of_empty(model, place)
    words = {
        "input": quoted(given) if isinstance(given, str) else _sort(given),
        "sort": _sort(given),
        "name": quoted(str(place[-1])) if place else "",
        **detail.get("ctx", {}),
    }
    if kind == "string_pattern_mismatch":
        for start, code, message, hint in PATTERNS:
            if str(words["pattern"]).startswith(start):
                return code, message.format(**words), hint.format(as_in=_as_in(given))
    code, message, hint = _WORDS.get(kind, ("F04", "{input} cannot stand here.", ""))
    if code == "F06" and isinstance(given, str) and _is_no_day(given, _DATE_SHAPE[hint]):
        return code, f"There is no such date as {quoted(given)}.", "Correct the day or the month."
    mend = _mend(model, kind, given, place)
    return code, message.format(**words), hint.format(**words) if mend is None else mend


def _mend(model: type[Fact], kind: str, given: object, place: Path) -> str | None:
    """What to do about a fault, where that depends on the field or on what stands in it."""
    if kind == "missing" or (kind == "too_short" and place[-1] == "sources"):
        return _what_belongs(model, place)
    if kind == "extra_forbidden":
        if str(place[-1])[0:1] in PASTED_BLANKS and place[-1]:
            return f"Blanks pasted from a page or PDF stand before it. {PASTED_MEND}"
        if _NO_BLANK_AFTER_DASH.match(str(place[-1])):
            return DASH_MEND
        part = _type_at(model, place[:-1])
        near = choice_hint(str(place[-1]), tuple(part.model_fields))
        return near or f"data/README.md lists the fields of {part.__name__}."
    if kind == "string_too_short":
        return _mend_of_empty(model, place)
    if not isinstance(given, str):
        return None
    if kind == "enum":
        return choice_hint(given, _closed_list(model, place))
    if kind == "tuple_type" and _IDS.fullmatch(given):
        return f"Write it in square brackets: [{given}]."
    if kind == "model_type" and _NO_BLANK.match(given):
        return COLON_MEND
    if kind in _FORMS_OF_DATE and (meant := _date_meant(given, _FORMS_OF_DATE[kind])):
        return f"Did you mean {meant}?"
    if kind in _FORMS_OF_DATE and (month := _month_exceeded(given)):
        return f"{month} {DATE_HINT if kind == 'partial_date' else DAY_HINT}"
    return None


def _mend_of_empty(model: type[Fact], place: Path) -> str:
    """What to do about a field without a value: one that must be given cannot be taken away."""
    if not _is_required(model, place):
        return "Fill it in or take it away."
    return f"Fill it in. {_what_belongs(model, place)}".strip()


def _what_belongs(model: type[Fact], place: Path) -> str:
    """What belongs in a field: its meaning, how it is written, what there is to choose from."""
    if place[-1] == "sources":
        return "Name the sources it was read in, as in [the-source]."
    if len(place) == 1 and model is Record:
        return "Write it in one of the files."
    kind = _type_at(model, place)
    form = DATE_HINT if kind is PartialDate else DAY_HINT if kind is dt.date else ""
    choices = choice_hint("", _closed_list(model, place))
    return " ".join(part for part in (_description(model, place), form, choices) if part)


def _hyphened(given: str) -> str:
    """A date as typed, with a hyphen for each dash that a word processor or a page made of one."""
    return re.sub("[\u2010-\u2015\u2212]", "-", given)


def _is_no_day(given: str, shape: re.Pattern[str]) -> bool:
    """Whether a date is written as it should be, or would be with hyphens, and there is none."""
    plain = _hyphened(given)
    is_written = shape.fullmatch(plain) is not None
    return is_written and (plain == given or not _date_meant(plain, _DAYS + _MONTHS))


def _date_meant(given: str, forms: tuple[tuple[str, str], ...]) -> str:
    """A date written in another way, as it is written here; empty where it is no date."""
    plain = re.sub(r"(?<=[0-9])(st|nd|rd|th)\b", "", _hyphened(given))
    for form, ours in forms:
        try:
            return dt.datetime.strptime(plain, form).strftime(ours)
        except ValueError:
            continue
    return ""


def _month_exceeded(given: str) -> str:
    """How many days the month of a date has, where it was given more: `June has 30 days.`"""
    plain = re.sub(r"(?<=[0-9])(st|nd|rd|th)\b", "", _hyphened(given))
    parts = _DAY_AND_MONTH.fullmatch(plain)
    for form in ("%m/%Y", "%B/%Y", "%b/%Y") if parts else ():
        assert parts is not None
        try:
            month = dt.datetime.strptime(f"{parts[2]}/{parts[3]}", form)
        except ValueError:
            continue
        days = monthrange(month.year, month.month)[1]
        year = f" {month.year}" if month.month == 2 else ""
        return f"{month_name[month.month]}{year} has {days} days." if int(parts[1]) > days else ""
    return ""


def _as_in(given: object) -> str:
    """A short name as an id would be written, to end a sentence with; empty where none fits."""
    text = given if isinstance(given, str) and len(given) <= _LONGEST_NAME else ""
    as_id = re.sub("[^a-z0-9]+", "-", text.lower()).strip("-")
    return f", as in {as_id}" if as_id else ""


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


def _closed_list(model: type[Fact], place: Path) -> tuple[str, ...]:
    found = _type_at(model, place)
    is_list = isinstance(found, type) and issubclass(found, Enum)
    return tuple(str(word.value) for word in found) if is_list else ()


def _description(model: type[Fact], place: Path) -> str:
    return _type_at(model, place[:-1]).model_fields[str(place[-1])].description or ""


def _is_required(model: type[Fact], place: Path) -> bool:
    parent = _type_at(model, place[:-1]) if place else None
    if not (isinstance(parent, type) and issubclass(parent, Fact)):
        return False
    return parent.model_fields[str(place[-1])].is_required()
