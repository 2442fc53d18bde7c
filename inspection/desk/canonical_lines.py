"""The lines of a data file in canonical form: order of fields, quotes, brackets, width.

The rules are those by which the record was first written, so that little of it changes.
"""

from __future__ import annotations

import datetime as dt
import inspect
import json
import re
import types
from collections.abc import Iterable
from functools import cache
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from inspection.dates import PartialDate
from inspection.desk.layout import BREAKS, Entry, Group, Layout
from inspection.facts import Fact, Slug, Text
from inspection.model import Record

WIDTH = 108
"""A text goes on in a new line at its first blank beyond this."""

_NOT_PLAIN = re.compile(r"[\s,\[\]{}#&*!|>'\"%@`]|[-?:](?:\s|$)|---|\.\.\.|.*(?::(?:\s|$)|\s#|\s$)")
_BETWEEN_BRACKETS = re.compile(r"[\w./-]+")
# What YAML 1.1 or 1.2 takes for something else than a text; the words in any mixture of letters.
_OTHER = re.compile(
    r"|y|n|yes|no|on|off|true|false|null|~|=|<<|[-+]?\.inf|\.nan"
    r"|[-+]?(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9][0-9_]*)(?:e[-+]?[0-9]+)?"
    r"|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?"
    r"|[-+]?0(?:b[01_]+|x[0-9a-f_]+|o[0-7_]+)"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[t ] *[0-9].*)?",
    re.IGNORECASE,
)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ESCAPED = re.compile(f"[\x00-\x09\x0b-\x1f\x7f-\x9f\ufeff{BREAKS[1:]}]")
_FOLD = re.compile(r"(?<=[^ ]) (?=[^ ])")


class Kind(NamedTuple):
    """What a value is for the model.

    `holds` is part, ids, list or counts; of a value without parts text, word, date, number or count;
    "" where the model knows nothing of it.
    """

    holds: str
    inner: Kind | None = None
    fields: dict[str, Kind] = {}


WORD = Kind("word")
UNKNOWN = Kind("")


def written(layout: Layout) -> str:
    """The text of a file in canonical form, from its layout."""
    assert layout.root is not None
    lines = _Lines()
    # The parts of a file stand in the order in which its editor wants to see them.
    lines.add_group(layout.root, _kind(Record)._replace(holds="parts"), 0, "")
    return "\n".join([*lines.made, ""])


@cache
def _kind(annotation: Any) -> Kind:
    """What values of a type of the model are."""
    if annotation == Text:
        return Kind("text")
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _kind(inner[0])
    if origin in (Union, types.UnionType):
        return _kind(next(part for part in inner if part is not type(None)))
    if origin is tuple:
        return Kind("ids" if inner[0] == Slug else "list", _kind(inner[0]))
    if origin is dict:
        return Kind("counts", Kind("count"))
    if inspect.isclass(annotation) and issubclass(annotation, Fact):
        hints = get_type_hints(annotation, include_extras=True)
        return Kind("part", None, {name: _kind(hints[name]) for name in annotation.model_fields})
    holds = {PartialDate: "date", dt.date: "date", int: "number", float: "number", bool: "number"}
    return Kind(holds.get(annotation, "word"))


class _Lines:
    """The lines of a file, one after the other."""

    def __init__(self) -> None:
        self.made: list[str] = []

    def add_group(self, group: Group, kind: Kind, indent: int, lead: str) -> None:
        """A list or a group of fields; `lead` is what stands in the line of its first entry."""
        entries = group.entries
        if kind.holds == "part":
            order = {name: n for n, name in enumerate(kind.fields)}
            entries = sorted(entries, key=lambda entry: order.get(entry.key or "", len(order)))
        for entry in entries:
            if group.is_list:
                self._add_item(entry, kind.inner or UNKNOWN, lead)
            else:
                inner = kind.fields.get(entry.key or "") or kind.inner or UNKNOWN
                self._add_field(entry, inner, lead)
            lead = " " * indent
        self._add_comments(group.comments_at_end, " " * indent)

    def _add_comments(self, comments: Iterable[str], lead: str) -> None:
        """Lines of comments as deep as what they are above, with one blank line where there were some."""
        indent = lead[: len(lead) - len(lead.lstrip())]
        for said in comments:
            if said:
                self.made.append(indent + said)
            elif self.made and self.made[-1]:
                self.made.append("")

    def _add_item(self, entry: Entry, kind: Kind, lead: str) -> None:
        self._add_comments(entry.comments, lead)
        value = entry.value
        if not isinstance(value, Group) or not value.entries:
            self._add_value(entry, kind, f"{lead}-", len(lead) + 2)
            return
        if entry.beside:
            self._add_comments([entry.beside[1]], lead)
        self.add_group(value, kind, len(lead) + 2, f"{lead}- ")

    def _add_field(self, entry: Entry, kind: Kind, lead: str) -> None:
        self._add_comments(entry.comments, lead)
        value, indent = entry.value, len(lead)
        lead = f"{lead}{_scalar(entry.key or '', WORD)}:"
        if not isinstance(value, Group) or not value.entries:
            self._add_value(entry, kind, lead, indent + 2)
        elif _is_in_brackets(value, kind):
            words = [_in_list(str(item.value), kind.inner or UNKNOWN) for item in value.entries]
            self._add(_in_brackets(f"{lead} [", words, indent + 2), entry)
        else:
            self._add([lead], entry)
            inner = indent if value.is_list else indent + 2
            self.add_group(value, kind, inner, " " * inner)

    def _add_value(self, entry: Entry, kind: Kind, lead: str, indent: int) -> None:
        """A value without parts after what stands before it in its line."""
        value = entry.value
        if isinstance(value, Group):
            self._add([f"{lead} []" if value.is_list else f"{lead} {{}}"], entry)
        elif value is None:
            # A count that is not known is said to be so; elsewhere something is still to be typed.
            self._add([f"{lead} null" if kind.holds == "count" else lead], entry)
        else:
            # Nearer to a text than two blanks a # is taken for a part of it (S16).
            lines = _value_lines(value, kind, lead, indent)
            is_plain = not _stands_in_lines(value) and (kind.holds == "text" or " " in value)
            self._add(lines, entry, 2 if is_plain else 1)

    def _add(self, lines: list[str], entry: Entry, nearest: int = 1) -> None:
        """Lines with the comment beside them: in its old column, where there is room for that."""
        if entry.beside:
            column, said = entry.beside
            # The lines of a text with breaks are its own: only after its sign | can a comment stand.
            n = 0 if lines[0].endswith((" |", " |-")) else -1
            blanks = column - len(lines[n]) if column - len(lines[n]) >= nearest else 2
            lines[n] += " " * blanks + said
        self.made += lines


def _is_in_brackets(group: Group, kind: Kind) -> bool:
    """Whether a list is written `[a, b]`: ids are, unless one of them has a comment."""
    if not group.is_list or not (kind.holds == "ids" or (kind.holds == "" and group.is_flow)):
        return False
    return not group.comments_at_end and all(
        isinstance(item.value, str) and not item.beside and not any(item.comments)
        for item in group.entries
    )


def _in_brackets(lead: str, ids: list[str], indent: int) -> list[str]:
    lines = [f"{lead}{ids[0]}"]
    for word in ids[1:]:
        lines[-1] += ","
        if len(lines[-1]) > WIDTH:
            lines.append(" " * indent + word)
        else:
            lines[-1] += f" {word}"
    lines[-1] += "]"
    return lines


def _value_lines(text: str, kind: Kind, lead: str, indent: int) -> list[str]:
    """A text after what stands before it in its line, and the lines in which it goes on."""
    if kind.holds == "text":
        text = text.strip()
    if _stands_in_lines(text):
        # Blanks around a text of the record count for nothing, and so does its last line break.
        sign = "|" if kind.holds == "text" or text.endswith("\n") else "|-"
        inside = text.removesuffix("\n").split("\n")
        return [f"{lead} {sign}", *(" " * indent + line if line else "" for line in inside)]
    body = _scalar(text, kind)
    return _folded(f"{lead} ", body, indent) if body[0] != '"' else [f"{lead} {body}"]


def _stands_in_lines(text: str) -> bool:
    """Whether a text has line breaks of its own, and can be written line by line below a sign `|`."""
    is_plain = text[:1] not in ("\n", " ") and not text.endswith("\n\n")
    return "\n" in text and is_plain and not _ESCAPED.search(text)


def _folded(lead: str, body: str, indent: int) -> list[str]:
    lines = []
    start = 0
    while fold := _FOLD.search(body, start + max(WIDTH + 1 - len(lead), 0)):
        lines.append(lead + body[start : fold.start()])
        start, lead = fold.end(), " " * indent
    return [*lines, lead + body[start:]]


def _scalar(text: str, kind: Kind) -> str:
    """A text in one line: without quotes where every reader of YAML takes it for what it is."""
    if "\n" in text or text.strip(" ") != text or _ESCAPED.search(text):
        body = json.dumps(text, ensure_ascii=False)
        return _ESCAPED.sub(lambda sign: f"\\u{ord(sign[0]):04x}", body)
    if text and not _NOT_PLAIN.match(text):
        is_no_text = kind.holds in ("number", "count", "")
        is_day = kind.holds == "date" and _DAY.fullmatch(text)
        if is_no_text or is_day or not _OTHER.fullmatch(text):
            return text
    return _in_quotes(text)


def _in_quotes(text: str) -> str:
    return "'{}'".format(text.replace("'", "''"))


def _in_list(text: str, kind: Kind) -> str:
    """A word between brackets, where more signs have a meaning."""
    body = _scalar(text, kind)
    return _in_quotes(text) if body == text and not _BETWEEN_BRACKETS.fullmatch(text) else body
