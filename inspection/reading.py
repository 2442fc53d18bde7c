"""YAML text read as a tree of plain text values, each with its line and column.

Why not `yaml.safe_load`: it drops repeated fields without a word, turns `no` into False and `010`
into 8. Here every value stays the text that was typed; the model decides what it means. The
tree is built from the parser's events, with no recursion, so that what a hostile file can do
ends at the bounds below.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from inspection.cut_short import CUT, LINE_ENDS, MEND, has_signs, is_text, sign_after
from inspection.places import Node
from inspection.problems import MAX_PROBLEMS, Problem, quoted, severity_of
from inspection.syntax import place_of, syntax_fault
from inspection.syntax_slips import (
    OPENING_CURLY,
    UNLIKE_ENDS,
    UNLIKE_MEND,
    has_unlike_ends,
    left_of_merges,
)

MAX_DEPTH = 40
MAX_VALUES = 500_000

LOADER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_EMPTY_WORDS = ("", "~", "null", "Null", "NULL")
_PLAIN_TAGS = {f"tag:yaml.org,2002:{kind}" for kind in ("str", "int", "float", "bool", "null")}


class _Refused(Exception):
    """Reading stops here: the file cannot be understood beyond this place."""

    def __init__(self, code: str, line: int, column: int, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.found = (code, line, column, message, hint)


def read_bytes(raw: bytes, shown: str) -> tuple[Node | None, list[Problem]]:
    """The tree of a file, and what is wrong with its text; `shown` is its name in messages.

    The tree is None where the file could not be read to its end.
    """
    try:
        return read_text(_text_of(raw), shown)
    except _Refused as refused:
        return None, [_problem(shown, *refused.found)]


def read_text(text: str, shown: str) -> tuple[Node | None, list[Problem]]:
    """The tree of a YAML text, and what is wrong with it; None where it has to stop."""
    builder = _Builder(shown, text)
    try:
        _refuse_unprintable(text)
        if builder.find_merges(text):
            return None, builder.problems
        builder.take_all(LOADER(text))
        return builder.whole(), builder.problems
    except _Refused as refused:
        return None, [*builder.problems, _problem(shown, *refused.found)]
    except yaml.MarkedYAMLError as error:
        found = _problem(shown, *syntax_fault(error, text, builder.line))
        if any(p.code == "S16" and p.line == found.line - 1 for p in builder.problems[-1:]):
            return None, builder.problems  # the text that was cut short went on in this line
        # What seemed to be repeated in that line is the same slip.
        before = [p for p in builder.problems if (p.code, p.line) != ("S07", found.line)]
        return None, [*before, found]


def _text_of(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line, column = before.count(b"\n") + 1, error.start - before.rfind(b"\n")
        raise _Refused(
            "S03", line, column, "This is not UTF-8 text.", "Save the file again as UTF-8."
        ) from error


def _refuse_unprintable(text: str) -> None:
    if found := _UNPRINTABLE.search(text):
        start = found.start()
        raise _Refused(
            "S03",
            text.count("\n", 0, start) + 1,
            start - text.rfind("\n", 0, start),
            f"The character U+{ord(found[0]):04X} cannot stand in the record.",
            "Delete it.",
        )


def _problem(file: str, code: str, line: int, column: int, message: str, hint: str = "") -> Problem:
    return Problem(code, severity_of(code), file, line, column, "", message, hint)


class _Builder:
    """Makes the tree of one file from the parser's events."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.lines = LINE_ENDS.split(text.removeprefix("\ufeff")) if has_signs(text) else []
        """The lines of a file in which a # stands behind something; of others none is looked at."""
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.open: list[Node] = []
        self.key: tuple[str, int, int] | None = None
        """The name of a field whose value comes next, with its place."""
        self.begun: Node | None = None
        """The entry within which another seems to begin: what it repeats is told with that."""
        self.documents = 0
        self.values = 0
        self.line = 1
        """Where the last value began."""

    def find_merges(self, text: str) -> bool:
        """Whether a merge left its marks in a file, each conflict told at its first mark."""
        for (line, column), hint in left_of_merges(text):
            self._find("S17", line, column, "This line is left over from a merge.", hint)
        return bool(self.problems)

    def whole(self) -> Node:
        """The finished tree; refused where the file holds no named parts."""
        if self.root is None or self.root.content is None:
            raise _Refused("S05", 1, 1, "The file is empty.", "Fill it in or take it away.")
        if not isinstance(self.root.content, dict):
            raise _Refused(
                "S06",
                self.root.line,
                self.root.column,
                "The file has to begin with named parts.",
                "Begin with the name of a list, such as `inspections:`.",
            )
        return self.root

    def take_all(self, parser: Any) -> None:
        """All of the file, event by event."""
        for event in iter(parser.get_event, None):
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._scalar(event)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self.open.pop()
            elif kind is yaml.MappingStartEvent:
                self._begin(event, {})
            elif kind is yaml.SequenceStartEvent:
                self._begin(event, [])
            elif kind is yaml.AliasEvent:
                self.values += 1
                self._refuse_value(event)
            elif kind is yaml.DocumentStartEvent:
                self.documents += 1
                if self.documents > 1:
                    hint = "Take away the line `---` and join the two."
                    self._refuse(event, "S10", "A second document begins here.", hint)

    def _refuse(self, event: yaml.Event, code: str, message: str, hint: str = "") -> None:
        raise _Refused(code, *place_of(event.start_mark), message, hint)

    def _find(self, code: str, line: int, column: int, message: str, hint: str) -> None:
        """A problem that leaves the rest readable; one too many, and reading stops."""
        if len(self.problems) >= MAX_PROBLEMS:
            more = "There are more problems than are listed."
            raise _Refused("S13", line, column, more, "Mend these and check again.")
        self.problems.append(_problem(self.file, code, line, column, message, hint))

    def _refuse_value(self, event: Any) -> None:
        """A value too many, or one that is named or is the name of another."""
        if self.values > MAX_VALUES:
            self._refuse(event, "S02", f"The file holds more than {MAX_VALUES:,} values.")
        sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
        message = f"{quoted(sign + event.anchor)}: anchors and aliases are not used here."
        self._refuse(event, "S08", message, "Write the value out, or put it in quotes.")

    def _scalar(self, event: Any) -> None:
        self.values += 1
        if self.values > MAX_VALUES or event.anchor is not None:
            self._refuse_value(event)
        mark, value, style = event.start_mark, event.value, event.style
        self.line = line = mark.line + 1
        column = mark.column + 1
        if event.tag is not None and event.tag not in _PLAIN_TAGS:
            self._refuse_tag(event, event.tag)
        if style == '"' and _UNPRINTABLE.search(value):
            message = "A character written with a backslash cannot be shown."
            self._find("S03", line, column, message, "Delete it.")
        if self.key is None and self.open and type(self.open[-1].content) is dict:
            self.key = (value, line, column)
            return
        is_empty = not style and value in _EMPTY_WORDS
        if self.lines and self.open and not style and not is_empty:
            self._refuse_cut(event.end_mark, value)
        if not style and value[:1] in OPENING_CURLY and has_unlike_ends(value):
            self._find("S18", line, column, UNLIKE_ENDS, UNLIKE_MEND)
        self._attach(Node(None if is_empty else value, self.file, line, column))

    def _refuse_cut(self, end: Any, value: str) -> None:
        sign = sign_after(self.lines[end.line], end.column)
        if sign is not None and is_text(self._field(), value):
            self._find("S16", end.line + 1, sign + 1, CUT, MEND)

    def _field(self) -> str:
        """The name of the field whose value comes next, or of the list that it belongs to."""
        if self.key is not None:
            return self.key[0]
        above = self.open[-2].content if len(self.open) > 1 else None
        named = above.items() if isinstance(above, dict) else ()
        return next((name for name, node in named if node is self.open[-1]), "")

    def _refuse_tag(self, event: yaml.Event, tag: str) -> None:
        message = f"The tag {quoted(tag)} is not used here."
        self._refuse(event, "S09", message, "Take it away, or put the text in quotes.")

    def _begin(self, event: yaml.NodeEvent, content: list[Node] | dict[str, Node]) -> None:
        self.values += 1
        if self.values > MAX_VALUES or event.anchor is not None:
            self._refuse_value(event)
        if tag := getattr(event, "tag", None):
            self._refuse_tag(event, tag)
        if len(self.open) >= MAX_DEPTH:
            self._refuse(event, "S02", f"The file is nested more than {MAX_DEPTH} levels deep.")
        if self.key is None and self.open and type(self.open[-1].content) is dict:
            hint = "Put text that begins with [ or { in quotes."
            self._refuse(event, "S11", "The name of a field has to be a word.", hint)
        node = Node(content, self.file, *place_of(event.start_mark))
        self._attach(node)
        self.open.append(node)

    def _attach(self, node: Node) -> None:
        if not self.open:
            self.root = node
            return
        content = self.open[-1].content
        if isinstance(content, list):
            content.append(node)
            return
        assert isinstance(content, dict)
        assert self.key is not None
        name, node.key_line, node.key_column = self.key
        self.key = None
        if name in content:
            self._repeated(name, node, content)
            return
        content[name] = node

    def _repeated(self, name: str, node: Node, content: dict[str, Node]) -> None:
        """A field for the second time; the first one of an entry again is a new entry."""
        first, place = content[name], (node.key_line, node.key_column)
        begins = name == next(iter(content)) and len(content) > 1 and node.key_line > first.key_line
        is_entry = len(self.open) > 1 and isinstance(self.open[-2].content, list)
        if is_entry and begins and node.key_column == first.key_column:
            self.begun = self.open[-1]
            message = f"A new entry seems to begin here: {quoted(name)} stands in line {{}} too."
            hint = "Put `- ` before it, with the hyphen below that of line {}."
            line = first.key_line
            self._find("S07", *place, message.format(line), hint.format(line))
        elif self.open[-1] is not self.begun:
            message = f"{quoted(name)} stands here and in line {first.key_line}."
            self._find("S07", *place, message, "Keep one of the two.")
