"""A field that stands too far to the left: the parser stops at an innocent line below it.

Told of the field itself only where the signs are clear: the fields above and below stand in one
column, and all of them, with this one, are fields of one part of the record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from inspection.cut_short import FIELDS_OF_PARTS
from inspection.syntax_slips import Slip

OUT_OF_LINE = "This line stands further left than the fields it belongs with."
_LINE = re.compile(r"( *)(- +)?([A-Za-z_]+):(?: |$)")


class _Field(NamedTuple):
    """A line that begins with the name of a field; where it has a hyphen, that stands at `begins`."""

    line: int
    begins: int
    column: int
    name: str

    @property
    def is_entry(self) -> bool:
        return self.begins < self.column


def field_out_of_line(lines: Sequence[str], line: int, column: int) -> Slip | None:
    """The field above a place that is to blame for what the parser could not read there, if any."""
    here = _field(lines, line)
    if here is None or column > here.column + len(here.name):
        return None
    if here.is_entry:
        out = next((one for one in _above(lines, line) if one.begins <= here.begins), None)
        is_out = out is not None and out.begins == here.begins
    else:
        out = next((one for one in _above(lines, line) if one.column <= here.column), None)
        is_out = out is not None and out.column < here.column
    if out is None or not is_out or out.is_entry:
        return None
    part = list(_part_above(lines, out.line, here.column))
    if not part:
        return None
    known, more = [field.name for field in part], [] if here.is_entry else [here.name]
    if part[-1].is_entry and out.name == part[-1].name:
        message = "A new entry seems to begin here, and has no hyphen."
        hint = f"Put `- ` before it, with the hyphen below that of line {part[-1].line}."
        known = []
    else:
        message, hint = OUT_OF_LINE, f"Begin it below `{part[0].name}` of line {part[0].line}."
    names = [*known, out.name, *more]
    is_one_part = len(set(names)) == len(names) and any(set(names) <= p for p in FIELDS_OF_PARTS)
    return (out.line, out.column, message, hint) if is_one_part else None


def _field(lines: Sequence[str], line: int) -> _Field | None:
    found = _LINE.match(lines[line - 1]) if 0 < line <= len(lines) else None
    return found and _Field(line, found.end(1) + 1, found.start(3) + 1, found[3])


def _above(lines: Sequence[str], line: int) -> Iterator[_Field]:
    """The lines above one that begin with a field, from the nearest up."""
    return filter(None, (_field(lines, n) for n in range(line - 1, 0, -1)))


def _part_above(lines: Sequence[str], line: int, column: int) -> Iterator[_Field]:
    """The fields above a line whose names stand in a column, up to the first of their part."""
    for field in _above(lines, line):
        if field.column < column:
            return
        if field.column == column:
            yield field
            if field.is_entry:
                return
