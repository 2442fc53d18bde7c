"""Texts that a # cuts short: YAML takes what follows it for a comment, and nobody sees it go.

A comment is let be beside an id, a date, a number or a list. Beside a text it is let be as
data/README.md writes it, two blanks or more before the # and one behind: no sentence is typed so.
"""

from __future__ import annotations

import re
from typing import Any, get_args, get_type_hints

from inspection.facts import Fact, Text
from inspection.model import Record

CUT = "The text ends before the #: what follows is a comment."
MEND = (
    "If it belongs to the text, put the whole text in quotes: '...'. "
    "If it is a comment, give it a line of its own."
)
LINE_ENDS = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_SIGN = re.compile(r"(?![ \t]{2,}#(?:[ \t]|$))[ \t]+#")
_SIGN_AFTER_TEXT = re.compile(r"[^\s#][ \t]+#")


def has_signs(text: str) -> bool:
    """Whether a # stands behind something in any line of a file."""
    return _SIGN_AFTER_TEXT.search(text) is not None


def sign_after(line: str, end: int) -> int | None:
    """Where in a line stands the # that cuts a text short which ends at `end`; None for none."""
    found = _SIGN.match(line, end)
    return found.end() - 1 if found else None


def is_text(field: str, value: str) -> bool:
    """Whether a value is a text: by the name of its field, or as it is of several words."""
    return field in _TEXT_FIELDS or " " in value


def _text_fields(part: type[Fact], seen: dict[type[Fact], None]) -> set[str]:
    """The names of fields that hold a text, in a part and in those within it."""
    seen[part] = None
    found: set[str] = set()
    for name, annotation in get_type_hints(part, include_extras=True).items():
        if name not in part.model_fields:
            continue
        for inner in _within(annotation):
            if inner == Text:
                found.add(name)
            elif isinstance(inner, type) and issubclass(inner, Fact) and inner not in seen:
                found |= _text_fields(inner, seen)
    return found


def _within(annotation: Any) -> list[Any]:
    """A type and all that it is made of."""
    return [annotation, *(deep for arg in get_args(annotation) for deep in _within(arg))]


# These are a single word, in one part of the record or in all: a comment beside it is let be.
_WORDS = {"basis", "says", "code"}
_PARTS: dict[type[Fact], None] = {}
_TEXT_FIELDS = frozenset(_text_fields(Record, _PARTS) - _WORDS)
FIELDS_OF_PARTS = tuple(frozenset(part.model_fields) for part in _PARTS)
"""The names of the fields of each sort of part that a record is made of."""
