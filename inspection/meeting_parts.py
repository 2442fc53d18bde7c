"""What the steps of a meeting are made of: the row of a step, its pictures, and what goes into them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from inspection.account import nothing_found
from inspection.addresses import Place, forces_kept
from inspection.board import questions
from inspection.document import Block, Paragraph, Run, Table, Words, words
from inspection.grading import GradingGrid, grading_blocks
from inspection.model import Record
from inspection.overview import force_summary
from inspection.recurrence import RecurrenceRow, ThemeLine, recurrence
from inspection.register import RegisterRow
from inspection.sheets import of_grades, of_theme
from inspection.sheets.pieces import table
from inspection.timeline import TimelineRow
from inspection.vocabulary import EmptyKind, ThemeFamily


@dataclass(frozen=True, slots=True)
class InTime:
    """Inspections in time, oldest first."""

    rows: tuple[TimelineRow, ...]


@dataclass(frozen=True, slots=True)
class Grades:
    """A block of the grading grid of one force."""

    grid: GradingGrid


@dataclass(frozen=True, slots=True)
class Themes:
    """Marks of themes by year; `names` are those of the forces, in the order of a line's rows.

    With `is_answer` each row has its sentence beside its marks, and they are the answer.
    """

    lines: tuple[ThemeLine, ...]
    names: tuple[str, ...]
    is_answer: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """Items of the register in time."""

    rows: tuple[RegisterRow, ...]


MOST_SHOWN = 3
"""How many themes or items a step shows; the page in full has the rest."""
Picture = InTime | Grades | Themes | Items


@dataclass(frozen=True, slots=True)
class Told:
    """The answer about one force; both names are empty where it is about all that are shown."""

    force: str
    force_name: str
    words: str


@dataclass(frozen=True, slots=True)
class MeetingStep:
    """One question of a board on the screen.

    `key` is its permanent name in an address, `name` that in the list of steps, `title` the
    question. `answers` has one for each force it is about. `sources` are ids, `in_full` leads to
    the page that has the rest. `points` are what to ask about, each an item. `note` says how to
    read it fairly. `twin` is the picture as a table, or the rows behind the answer.
    """

    key: str
    name: str
    title: str
    answers: tuple[Told, ...]
    sources: tuple[str, ...]
    in_full: Run
    picture: Picture | None = None
    note: Words = ()
    points: tuple[Words, ...] = ()
    twin: tuple[Block, ...] = ()


class Sourced(Protocol):
    """Something of the record that was read somewhere."""

    @property
    def sources(self) -> tuple[str, ...]: ...


def first_sources(told: Iterable[Sourced]) -> tuple[str, ...]:
    """The first source of each thing told, once."""
    return tuple(dict.fromkeys(source for thing in told for source in thing.sources[:1]))


def raising_sources(rows: Iterable[RecurrenceRow]) -> tuple[str, ...]:
    """The first source of each inspection that raised the themes of these rows."""
    return first_sources(cell for row in rows for cell in row.cells if cell.is_raised)


def choice_of(
    record: Record,
    page: str,
    forces: Sequence[str],
    *,
    id: str = "",
    programme: str = "",
) -> Place:
    """A page of the dashboard with the forces and programme of a step chosen."""
    of_programme = (("programme", programme),) if programme else ()
    return Place(page, id, choices=(*forces_kept(forces, record.force), *of_programme))


def child_protection(record: Record) -> list[str]:
    """The programmes that inspect child protection as a whole."""
    return [
        p.id for p in record.programmes if p.family is ThemeFamily.CHILD_PROTECTION and not p.narrow
    ]


def child_protection_rows(record: Record, force: str) -> tuple[RecurrenceRow, ...]:
    """The child protection themes of a force over its child protection inspections."""
    programmes = child_protection(record)
    if not programmes:
        return ()
    return recurrence(record, force, programmes, ThemeFamily.CHILD_PROTECTION)


def back_words(record: Record, force: str, rows: Sequence[RecurrenceRow]) -> str:
    """What was raised most persistently; of a force that was not inspected, that it was not."""
    if not rows:
        return force_summary(record, force).history
    (told,) = of_theme.answers(record, {force: rows}, {force: record.force[force].name})
    return told


def wall_before(record: Record, grid: GradingGrid) -> Iterator[Paragraph]:
    """Why the first cycle of a block cannot be compared with the block before; nothing without."""
    blocks = grading_blocks(record, grid.force, grid.programme)
    for later, earlier in pairwise(blocks):
        is_known = any(column.inspections for column in earlier.columns)
        if later.columns == grid.columns and is_known:
            yield of_grades.wall_between(record, earlier, later)


def asked_of(grid: GradingGrid) -> GradingGrid:
    """A block with the questions alone that belong to the latest cycle in which the force was
    inspected.
    """
    inspected = [place for place, column in enumerate(grid.columns) if column.inspections]
    last = inspected[-1]
    kept = tuple(row for row in grid.cells if row[last].empty is not EmptyKind.NO_SUCH_QUESTION)
    return GradingGrid(grid.force, grid.programme, grid.columns, kept, grid.walls)


def question_table(record: Record, name: str, rows: Sequence[RegisterRow], day: dt.date) -> Table:
    """A board's three questions on each item, with what the record holds towards an answer."""
    asked = [(row, questions(row, day, nothing_found(record, row.asked))) for row in rows]
    return table(
        f"{name}: what the record holds towards an answer",
        ("Item", *(question for question, _ in asked[0][1])),
        [
            (
                words(
                    Run(f"{row.kind.label}.", strong=True),
                    Run(row.summary, Place("progress", row.id)),
                ),
                *(answer for _, answer in found),
            )
            for row, found in asked
        ],
    )
