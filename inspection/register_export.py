"""The register and the due dates to take away: stamped tables of the rows a reader has chosen.

`register_table` and `clock_table` are made for programs: ids, and dates as the sources give them.
`readable_register` and `readable_due_dates` are the same rows for people: names where the others
have ids, and each source with its address.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from inspection.clocks import ClockRow
from inspection.exports import STAMP, Table, stamped
from inspection.model import Record
from inspection.open_columns import Column
from inspection.register import RegisterRow
from inspection.register_rows import clock_rows, register_rows

Chosen = TypeVar("Chosen", RegisterRow, ClockRow)
SOURCE_ADDRESSES = Column("Source addresses", "Title and address of each source, one a line.")


def register_table(
    record: Record, rows: Sequence[RegisterRow], as_known_on: dt.date | None = None
) -> Table:
    """These rows of the register, in their order, with what each voice said and our reading."""
    return stamped(record, "register", register_rows(record, rows), as_known_on)


def clock_table(
    record: Record, rows: Sequence[ClockRow], as_known_on: dt.date | None = None
) -> Table:
    """These due dates, in their order, with what was found."""
    return stamped(record, "due-dates", clock_rows(rows), as_known_on)


def readable_register(
    record: Record, rows: Sequence[RegisterRow], as_known_on: dt.date | None = None
) -> Table:
    """The register for people: columns named in words, names for ids, sources with addresses."""
    return _readable(
        record,
        register_table(record, rows, as_known_on),
        "Register",
        rows,
        {
            "kind": ("What it is.", lambda row: row.kind.label),
            "force": ("The force.", lambda row: row.force_name),
            "theme": ("The theme.", lambda row: row.theme_name),
        },
    )


def readable_due_dates(
    record: Record, rows: Sequence[ClockRow], as_known_on: dt.date | None = None
) -> Table:
    """The due dates for people: columns named in words, names for ids, sources with addresses."""
    return _readable(
        record,
        clock_table(record, rows, as_known_on),
        "Due dates",
        rows,
        {
            "kind": ("What is due.", lambda row: row.kind.label),
            "force": ("The force.", lambda row: row.force_name),
            "state": (
                "What is known: none found by us never means late, not sent or not done.",
                lambda row: row.state.label,
            ),
        },
    )


def source_lines(record: Record, sources: Iterable[str]) -> str:
    """Each source on a line of its own: title, publisher, and its address where it has one."""
    known = [record.source[source] for source in sources]
    return "\n".join(
        f"{source.title}, {source.publisher}: {source.url or 'no address'}" for source in known
    )


def _readable(
    record: Record,
    table: Table,
    name: str,
    rows: Sequence[Chosen],
    named: dict[str, tuple[str, Callable[[Chosen], str]]],
) -> Table:
    columns = [
        Column(_heading(c.name), named[c.name][0] if c.name in named else c.about, c.type)
        for c in table.columns
    ]
    cells = []
    for row, plain in zip(rows, table.rows, strict=True):
        own = [
            named[column][1](row) if column in named else value
            for column, value in zip(table.names, plain, strict=True)
        ]
        own.insert(-len(STAMP), source_lines(record, row.sources))
        cells.append(tuple(own))
    columns.insert(-len(STAMP), SOURCE_ADDRESSES)
    return Table(name, table.about, tuple(columns), tuple(cells))


def _heading(column: str) -> str:
    """A column's name in words: `our_reading` as `Our reading`."""
    return column.replace("_", " ").capitalize()
