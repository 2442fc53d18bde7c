"""A data file as its editor laid it out: every value with the comments and blank lines around it.

Comments are kept with what they speak of: one in a line of its own with the field or the item of a
list that follows it, or with the end of the part in which it stands last; one beside a value with
that value. Places count from 0, in characters of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from dataclasses import dataclass, field

BREAKS = "\n\x85\u2028\u2029"
"""What ends a line for YAML, once the ends of lines are written as on any system."""

_BREAK = re.compile(f"[{BREAKS}]")
_TO_END_OF_LINE = re.compile(f"[^{BREAKS}]*")
_BLANK_LINE = re.compile(r"(?<=\n)[ \t]*\n")


@dataclass(slots=True, eq=False)
class Group:
    """A list, or a group of fields. `above` is the entry whose value it is, None of the whole."""

    above: Entry | None
    is_list: bool
    is_flow: bool
    """Written between brackets."""
    column: int
    entries: list[Entry] = field(default_factory=list)
    end: int = 0
    """Where its closing bracket ends."""
    comments_at_end: deque[str] = field(default_factory=deque)


@dataclass(slots=True, eq=False)
class Entry:
    """A field of a group (`key` is its name) or an item of a list (`key` is None).

    `comments` are the lines above it, "" for a blank one; `beside` is a comment in its line, with
    the column where it began. `value_start` is the place of a value between the lines of which no
    comment of its own can stand.
    """

    group: Group
    key: str | None
    start: int
    column: int
    value: str | None | Group = None
    value_start: int = 0
    comments: deque[str] = field(default_factory=deque)
    beside: tuple[int, str] | None = None


class Layout:
    """What a file holds, in the order of its text; filled by whoever reads it, then `finished`."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root: Group | None = None
        self.entries: list[Entry] = []
        self.spans: list[tuple[int, int]] = []
        """Where each text begins and ends: a # between the two is a part of it."""
        self.ends: list[tuple[int, Entry]] = []
        """After what a comment can stand in the same line, and what it then belongs to."""
        self.comments: list[str] = []

    def finished(self) -> Layout:
        """The same with every comment and blank line put where it belongs."""
        self._starts = [entry.start for entry in self.entries]
        self._span_starts = [start for start, _ in self.spans]
        self._end_places = [end for end, _ in self.ends]
        self._line_starts = [0, *(found.end() for found in _BREAK.finditer(self.text))]
        found = [(at, said) for at, said in self._comments() if not self._is_beside(at, said)]
        found += [
            (m.start(), "") for m in _BLANK_LINE.finditer(self.text) if not self._inside(m.start())
        ]
        following: tuple[Entry | None, deque[str]] | None = None
        for at, said in sorted(found, reverse=True):
            following = self._put_above(at, said, following)
        return self

    def signs(self) -> int:
        """How many # stand in the names, values and comments found: no fewer than in the text."""
        values = (entry.value for entry in self.entries if isinstance(entry.value, str))
        names = (entry.key or "" for entry in self.entries)
        return sum(found.count("#") for found in (*self.comments, *names, *values))

    def _inside(self, at: int) -> int:
        """Where the text ends that this place is a part of; 0 where it is in none."""
        n = bisect_right(self._span_starts, at) - 1
        return self.spans[n][1] if n >= 0 and at < self.spans[n][1] else 0

    def _comments(self) -> list[tuple[int, str]]:
        """The comments with their places: every # that is inside no text begins one."""
        found = []
        at = self.text.find("#")
        while at >= 0:
            after = self._inside(at)
            if not after:
                said = _TO_END_OF_LINE.match(self.text, at)
                assert said is not None
                found.append((at, said[0].rstrip()))
                after = said.end()
            at = self.text.find("#", after)
        self.comments = [said for _, said in found]
        return found

    def _is_beside(self, at: int, said: str) -> bool:
        """Whether the comment stands in the line of what it belongs to; then it is put there."""
        n = bisect_right(self._end_places, at) - 1
        if n < 0 or self._end_places[n] < at - self._column(at):
            return False
        entry = self.ends[n][1]
        if entry.beside:
            entry.comments.append(entry.beside[1])
        entry.beside = (self._column(at), said)
        return True

    def _column(self, at: int) -> int:
        return at - self._line_starts[bisect_right(self._line_starts, at) - 1]

    def _put_above(
        self, at: int, said: str, following: tuple[Entry | None, deque[str]] | None
    ) -> tuple[Entry | None, deque[str]]:
        """Put a comment, or a blank line, where it belongs; what follows and where it was put.

        Called from the last to the first: a blank line goes with the comment below it.
        """
        n = bisect_right(self._starts, at)
        after = self.entries[n] if n < len(self.entries) else None
        if not said and following and following[0] is after:
            place = following[1]
        elif said:
            column = self._column(at)
            in_own_line = not self.text[at - column : at].strip()
            place = self._place(self.entries[n - 1] if n else None, after, at, column * in_own_line)
        else:
            place = after.comments if after else deque()
        place.appendleft(said)
        return after, place

    def _place(self, before: Entry | None, after: Entry | None, at: int, column: int) -> deque[str]:
        """Where a comment between two entries belongs."""
        assert self.root is not None
        if before is None:
            return after.comments if after else self.root.comments_at_end
        if at < before.value_start:
            return before.comments
        group: Group | None = before.group
        if isinstance(before.value, Group) and before.value.is_flow:
            group = before.value
        while group and group.is_flow and group.end <= at:
            group = group.above.group if group.above else None
        if group and group.is_flow:
            if after and after.group is group:
                return after.comments
            return group.above.comments if group.above else group.comments_at_end
        ended = _ended_group(group, after, column)
        if ended:
            return ended.comments_at_end
        return after.comments if after else self.root.comments_at_end


def _ended_group(group: Group | None, after: Entry | None, column: int) -> Group | None:
    """The group at the end of which a comment stands: indented as that, and deeper than what follows.

    Where a list is indented no deeper than the fields around it, the fields have it.
    """
    chosen = None
    while group and not (after and group is after.group):
        if (-1 if after is None else after.column) < group.column <= column and (
            chosen is None or group.column == chosen.column
        ):
            chosen = group
        group = group.above.group if group.above else None
    return chosen
