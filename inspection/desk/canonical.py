"""A data file in canonical form: the same values and comments, written in one way.

Fields stand in the order of the model, ids of a list in one line, texts without quotes wherever
every reader of YAML takes them for texts, lines as long as in the rest of the record. What is a
matter of taste stays: the order of lists, comments, one blank line where there were some.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import yaml

from inspection.desk.canonical_lines import written
from inspection.desk.layout import Entry, Group, Layout
from inspection.files import DataFile
from inspection.places import Node
from inspection.problems import Problem, severity_of
from inspection.reading import LOADER, MAX_DEPTH, read_text

HINT = "Run `python -m inspection format`."
_EMPTY_WORDS = ("", "~", "null", "Null", "NULL")


class NoCanonicalForm(Exception):
    """The text cannot be put in canonical form; says why in a sentence."""


def canonical(text: str) -> str:
    """The text of a data file in canonical form, with every value and every comment it had.

    Raises NoCanonicalForm where it cannot be read as a data file, or where something would be lost.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    layout = _layout(text)
    made = written(layout)
    if made != text:
        _refuse_loss(layout, made)
    return made


def not_canonical(files: Iterable[DataFile]) -> Iterator[Problem]:
    """Files that are not in canonical form, each with the first line that differs.

    Nothing is said of a file that cannot be put in it, nor of how lines end, which an editor or
    version control may change without anybody's wish.
    """
    for file in files:
        try:
            text = file.text
            made = canonical(text)
        except (UnicodeDecodeError, NoCanonicalForm):
            continue
        if made != text:
            line = _first_line_that_differs(text, made)
            message = "This is the first line that is not in canonical form."
            yield Problem("S14", severity_of("S14"), file.shown, line, 1, "", message, HINT)


def _first_line_that_differs(text: str, made: str) -> int:
    lines, made_lines = text.split("\n"), made.split("\n")
    pairs = zip(lines, made_lines, strict=False)
    same = next((n for n, (one, other) in enumerate(pairs) if one != other), len(made_lines))
    return min(same + 1, len(lines))


def _refuse_loss(layout: Layout, made: str) -> None:
    before, after = read_text(layout.text, "")[0], read_text(made, "")[0]
    if not before or not after or _stripped(before) != _stripped(after):
        raise NoCanonicalForm("a value of it would be changed")
    kept = _layout(made).comments
    if Counter(kept) != Counter(layout.comments) or layout.text.count("#") > layout.signs():
        raise NoCanonicalForm("a comment in it would be lost")


def _stripped(node: Node) -> Any:
    """The values of a tree. Texts of the record are read without the blanks around them."""
    content = node.content
    if isinstance(content, list):
        return [_stripped(item) for item in content]
    if isinstance(content, dict):
        return {name: _stripped(item) for name, item in content.items()}
    return content.strip() if content else content


def _layout(text: str) -> Layout:
    builder = _Builder(text)
    try:
        builder.take_all(LOADER(text))
    except yaml.YAMLError as error:
        raise NoCanonicalForm("it cannot be read as YAML") from error
    if builder.layout.root is None:
        raise NoCanonicalForm("it does not begin with named parts")
    return builder.layout.finished()


class _Builder:
    """Makes the layout of a file from the parser's events; what `reading` refuses, it refuses."""

    def __init__(self, text: str) -> None:
        self.layout = Layout(text)
        self.open: list[Group] = []
        self.names: list[set[str]] = []
        self.field: Entry | None = None
        """The field whose value comes next."""
        self.documents = 0

    def take_all(self, parser: Any) -> None:
        """All of the file, event by event."""
        for event in iter(parser.get_event, None):
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._scalar(event)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self._end(event)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self._begin(event, kind is yaml.SequenceStartEvent)
            elif kind is yaml.AliasEvent:
                raise NoCanonicalForm("an alias (*) is not used here")
            elif kind is yaml.DocumentStartEvent:
                self.documents += 1
                if self.documents > 1:
                    raise NoCanonicalForm("it holds more than one document")

    def _scalar(self, event: Any) -> None:
        _refuse_names(event)
        start, end, style = event.start_mark.index, event.end_mark.index, event.style
        is_block = style in ("|", ">")
        if is_block:
            # The line of the sign can end with a comment; what is blank at the end is no text.
            end = start + len(self.layout.text[start:end].rstrip())
            below = self.layout.text.find("\n", start)
            self.layout.spans.append((below, max(below, end)))
        elif end > start:
            self.layout.spans.append((start, end))
        if self.field is None and self.open and not self.open[-1].is_list:
            self._name(event, end)
            return
        entry = self._entry(event)
        entry.value = None if not style and event.value in _EMPTY_WORDS else event.value
        if end > start:
            entry.value_start = start
        if end > start or entry.key is None:
            self.layout.ends.append((start + 1 if is_block else end, entry))

    def _name(self, event: Any, end: int) -> None:
        if event.value in self.names[-1]:
            raise NoCanonicalForm("the same field stands twice in one part")
        self.names[-1].add(event.value)
        mark = event.start_mark
        self.field = Entry(self.open[-1], event.value, mark.index, mark.column)
        self.open[-1].entries.append(self.field)
        self.layout.entries.append(self.field)
        self.layout.ends.append((end, self.field))

    def _entry(self, event: Any) -> Entry:
        """The entry to which a value belongs: the field just named, or a new item of a list."""
        entry, self.field = self.field, None
        if entry is None:
            if not self.open:
                raise NoCanonicalForm("it does not begin with named parts")
            group = self.open[-1]
            entry = Entry(group, None, event.start_mark.index, group.column)
            group.entries.append(entry)
            self.layout.entries.append(entry)
        return entry

    def _begin(self, event: Any, is_list: bool) -> None:
        _refuse_names(event)
        if len(self.open) >= MAX_DEPTH:
            raise NoCanonicalForm("it is nested too deeply")
        if self.field is None and self.open and not self.open[-1].is_list:
            raise NoCanonicalForm("the name of a field has to be a word")
        group = Group(None, is_list, bool(event.flow_style), event.start_mark.column)
        if self.open:
            group.above = self._entry(event)
            group.above.value = group
            if group.is_flow:
                group.above.value_start = event.start_mark.index
        elif is_list:
            raise NoCanonicalForm("it does not begin with named parts")
        else:
            self.layout.root = group
        self.open.append(group)
        self.names.append(set())

    def _end(self, event: Any) -> None:
        self.names.pop()
        group = self.open.pop()
        if group.is_flow:
            group.end = event.end_mark.index
            if group.above:
                self.layout.ends.append((group.end, group.above))


def _refuse_names(event: Any) -> None:
    if event.anchor is not None or event.tag is not None:
        raise NoCanonicalForm("an anchor (&) or a tag (!) is not used here")
