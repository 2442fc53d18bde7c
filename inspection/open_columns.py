"""What the open tables are made of: columns that say what they hold, and rows of plain cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from inspection.dates import PartialDate
from inspection.model import Record
from inspection.vocabulary import Word

Value = str | int | float | None
Row = tuple[Value, ...]
Kind = Literal["string", "integer", "number", "boolean", "date"]
Words = type[Word]

PARTIAL_DATE = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
"""A date as closely as it is known: `2025-08-22`, `2018-03` or `2014`."""
HOLDS = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "yes or no",
    "date": "date",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of an open table: its name, what it means and what its cells hold.

    Any cell may be empty. `type` is what the others hold: a `boolean` is written yes or no, a
    `date` is one known to the day. `of` names the table whose id stands here. `words` are the closed list
    of its cells, their labels where it is `labelled`. A whole cell fits the `pattern`, if any.
    """

    name: str
    about: str
    type: Kind = "string"
    of: str = ""
    words: Words | None = None
    labelled: bool = False
    pattern: str = ""

    @property
    def allowed(self) -> tuple[str, ...]:
        """All that may stand in a cell, where that is a closed list."""
        return tuple(w.label if self.labelled else w.value for w in self.words or ())

    @property
    def holds(self) -> str:
        """What its cells hold, as a reader of the column's description sees it."""
        if self.of:
            return f"id in {self.of}"
        if self.words:
            return f"one of: {'; '.join(self.allowed)}"
        if self.pattern == PARTIAL_DATE:
            return "date, or only its month or year"
        return HOLDS[self.type]


@dataclass(frozen=True, slots=True)
class OpenTable:
    """A table of the record: its name, what it holds, how its rows are made, and its columns.

    The columns named in `key` together name one row and no other; without any, no columns do.
    """

    name: str
    about: str
    rows: Callable[[Record], Iterable[Row]]
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ("id",)


def dated(name: str, about: str) -> Column:
    """A column of dates that may be known only to the month or the year."""
    return Column(name, about, pattern=PARTIAL_DATE)


def date_cell(on: PartialDate | None) -> str:
    """A date as closely as it is known; empty where it is not."""
    return str(on) if on else ""


def many(values: Iterable[str]) -> str:
    """Several ids or words in one cell."""
    return "; ".join(values)


def yes_no(holds: bool) -> str:
    """A cell of a `boolean` column."""
    return "yes" if holds else "no"


ID = Column("id", "Permanent id.")
IN = Column("inspection", "Id of the inspection.", of="inspections")
FORCE = Column("force", "Id of the force.", of="forces")
FORCES = Column("forces", "Ids of the forces, separated by semicolons.")
THEME = Column("theme", "Id of the theme.", of="themes")
CYCLE = Column("cycle", "Id of the cycle: the round under one method.", of="cycles")
QUESTION = Column("question", "Id of the question.", of="questions")
REPORT = Column("report", "Id of the report of the inspection it stands in, if one of several.")
PLACE = Column("place", "Page, paragraph or chapter of the report, as printed.")
SOURCES = Column("sources", "Ids of the sources, separated by semicolons.")
NOTE = Column("note", "What a reader needs to know besides.")
SUMMARY = Column("summary", "What it says, in our words.")
LIMIT = Column("time_limit", "Time limit as stated.")
DUE = dated("due", "Time limit as a date, where one follows.")
MEASURE = Column("measure", "The number with its unit, in words.")
