"""Grades of a force for a narrow screen: each question in words, below it the cells of its cycles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from inspection.drawing_grades import OTHER_GROUND, WALL_WORDS, edge_of, qualifier
from inspection.drawing_parts import (
    LINE,
    NARROW,
    NORMAL,
    PAPER,
    QUIET,
    SMALL,
    WALL,
    box,
    lines_of,
    rule,
    svg_of,
    text,
    width_of,
)
from inspection.grade_cells import GradeCell
from inspection.grading import CycleColumn, GradingGrid
from inspection.look import GRADES

MOST = 4
"""How many cells stand beside one another: in more, the words of a grade would not fit."""
STEP = 15.0
GAP = 10.0
"""Between two questions."""
APART = 9.0
"""Between two cells."""
WALL_WIDTH = 2.2


@dataclass(frozen=True, slots=True)
class _Block:
    """The words of a cell, by line."""

    name: tuple[str, ...]
    grade: tuple[str, ...]
    under: tuple[str, ...]

    @property
    def box(self) -> float:
        return STEP * (len(self.grade) + len(self.under)) + 8

    @property
    def tall(self) -> float:
        return STEP * len(self.name) + self.box + 2


def narrow_grades(grid: GradingGrid) -> str:
    """Question by question, the word of each cycle in a cell that names its cycle.

    Above stands when the reports of each cycle were published, with a wall in words between cycles
    that cannot be compared. Between the cells of two such cycles stands the same heavy line.
    """
    if not grid.cells or not grid.columns:
        return svg_of([text(0, 14, "No grade is in the record.", NORMAL)], 22)
    walls = {wall.before for wall in grid.walls}
    parts, y = _cycles(grid.columns, walls)
    for row in grid.cells:
        parts.append(rule(0, y, NARROW, y, LINE, 0.8))
        y += GAP / 2
        for line in lines_of(row[0].question_name, NORMAL, NARROW, bold=True):
            y += STEP
            parts.append(text(0, y - 2, line, NORMAL, bold=True))
        y += 4
        drawn, y = _cells(row, grid.columns, walls, y)
        parts += drawn
        y += GAP
    return svg_of(parts, y)


def _cycles(columns: Sequence[CycleColumn], walls: set[str]) -> tuple[list[str], float]:
    """The cycles with when their reports were published, and the walls between them."""
    parts: list[str] = []
    y = 0.0
    for column in columns:
        if column.cycle in walls:
            parts += _wall_in_words(y + 11)
            y += 20
        wide = width_of(column.name, NORMAL, bold=True) + 8
        dates = lines_of(column.published, SMALL, NARROW - wide)
        parts.append(text(0, y + 13, column.name, NORMAL, bold=True))
        for line in dates:
            y += STEP
            parts.append(text(wide, y - 2, line, SMALL, colour=QUIET))
    return parts, y + 8


def _wall_in_words(y: float) -> list[str]:
    wide = width_of(WALL_WORDS, SMALL, bold=True) / 2 + 8
    middle = NARROW / 2
    return [
        rule(0, y, middle - wide, y, WALL, WALL_WIDTH),
        text(middle, y + 4, WALL_WORDS, SMALL, anchor="middle", colour=WALL, bold=True),
        rule(middle + wide, y, NARROW, y, WALL, WALL_WIDTH),
    ]


def _cells(
    row: Sequence[GradeCell], columns: Sequence[CycleColumn], walls: set[str], y: float
) -> tuple[list[str], float]:
    """The cells of a question in as few lines as their words allow, evenly filled."""
    per = ceil(len(row) / ceil(len(row) / MOST))
    wide = (NARROW - APART * (per - 1)) / per
    parts: list[str] = []
    for start in range(0, len(row), per):
        shown = list(zip(row[start : start + per], columns[start : start + per], strict=True))
        if start and shown[0][1].cycle in walls:
            parts.append(rule(0, y + 4, NARROW, y + 4, WALL, WALL_WIDTH))
            y += 8
        blocks = [
            _block(cell, column.name if len(row) > 1 else "", wide - 8) for cell, column in shown
        ]
        tall = max(block.tall for block in blocks)
        for place, ((cell, column), block) in enumerate(zip(shown, blocks, strict=True)):
            left = place * (wide + APART)
            parts += _cell(cell, block, left, y, wide, tall)
            if place and column.cycle in walls:
                x = left - APART / 2
                parts.append(rule(x, y, x, y + tall, WALL, WALL_WIDTH))
        y += tall + 2
    return parts, y


def _block(cell: GradeCell, name: str, room: float) -> _Block:
    graded = bool(cell.value)
    under = qualifier(cell)
    return _Block(
        tuple(lines_of(name, SMALL, room)) if name else (),
        tuple(lines_of(cell.label, NORMAL if graded else SMALL, room, bold=graded)),
        tuple(lines_of(under, SMALL, room)) if under else (),
    )


def _cell(
    cell: GradeCell, block: _Block, left: float, top: float, wide: float, tall: float
) -> list[str]:
    """The name of the cycle, and below it the grade on its ground or the kind of empty."""
    graded = bool(cell.value)
    ground, ink = GRADES.get(cell.value or "", OTHER_GROUND) if graded else (PAPER, QUIET)
    edge, dashes = edge_of(cell, "3 2.2")
    middle = left + wide / 2
    begun = top + STEP * len(block.name)
    high = tall - STEP * len(block.name) - 2
    parts = [
        text(left, top + 11 + STEP * place, line, SMALL, colour=QUIET)
        for place, line in enumerate(block.name)
    ]
    parts.append(box(left + 0.5, begun, wide - 1, high, ground, edge, dashes, 0.9))
    y = begun + (high - block.box) / 2 + 4 + 11.2
    for words, size, bold in (
        (block.grade, NORMAL if graded else SMALL, graded),
        (block.under, SMALL, False),
    ):
        for line in words:
            parts.append(text(middle, y, line, size, anchor="middle", colour=ink, bold=bold))
            y += STEP
    return parts
