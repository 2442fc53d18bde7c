"""Grades of a force as a grid of words, a cycle a column: for paper and for wide screens."""

from __future__ import annotations

from dataclasses import dataclass

from inspection.document import Drawing
from inspection.drawing_parts import (
    EDGE,
    INK,
    LINE,
    PAPER,
    QUIET,
    WALL,
    WIDTH,
    box,
    drawing,
    lines_of,
    rule,
    text,
)
from inspection.grade_cells import GradeCell
from inspection.grading import GradingGrid
from inspection.look import GRADES
from inspection.measures import plural
from inspection.vocabulary import Basis, EmptyKind, Scope

OTHER_GROUND = ("empty-not-graded", INK)
QUESTIONS = 138.0
WORD, UNDER = 8.0, 6.5
WIDEST, NARROWEST = 118.0, 50.0
WALL_WORDS = "cannot be compared"


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the columns stand: the left edge of the first, and how wide each is."""

    first: float
    wide: float
    count: int

    @property
    def width(self) -> float:
        return self.left(self.count)

    @property
    def question(self) -> float:
        return self.first - 10

    def left(self, place: int) -> float:
        return self.first + place * self.wide


def _frame(count: int) -> _Frame:
    """The questions take what the columns leave; many columns make the drawing wider."""
    wide = min(WIDEST, max(NARROWEST, (WIDTH - QUESTIONS) / count))
    return _Frame(max(QUESTIONS, WIDTH - wide * count), wide, count)


def wide_grades(grid: GradingGrid) -> Drawing:
    """One question a row, one cycle a column, the inspectorate's word in every cell.

    An empty cell has a dashed edge and says which kind of empty it is. Between two cycles that
    cannot be compared stands a heavy line that says so.
    """
    if not grid.cells or not grid.columns:
        return drawing([text(0, 12, "No grade is in the record.")], "No grade.", "", 20)
    count = len(grid.columns)
    frame = _frame(count)
    parts, y = _head(grid, frame)
    for row in grid.cells:
        name = lines_of(row[0].question_name, WORD, frame.question)
        cells = [_cell_lines(cell, frame.wide) for cell in row]
        height = max(len(name) * 9.6, *(_tall(lines) for lines in cells)) + 8
        parts.append(rule(0, y, frame.left(count), y))
        first = y + (height - len(name) * 9.6) / 2 + 7.4
        parts += [text(0, first + i * 9.6, line, WORD) for i, line in enumerate(name)]
        for place, (cell, lines) in enumerate(zip(row, cells, strict=True)):
            parts += _cell(cell, lines, frame.left(place), y, frame.wide, height)
        y += height
    parts.append(rule(0, y, frame.left(count), y))
    parts += _walls(grid, frame, y)
    return drawing(parts, _alt(grid), "Grades by question and cycle", y + 2, frame.width)


def _head(grid: GradingGrid, frame: _Frame) -> tuple[list[str], float]:
    """The cycles with when their reports were published, and room above for the words of a wall."""
    top = 6.0 + 8 * len(_wall_words(frame)) if grid.walls else 2.0
    names = [lines_of(c.name, WORD, frame.wide - 8, bold=True) for c in grid.columns]
    dates = [lines_of(c.published, UNDER, frame.wide - 8) for c in grid.columns]
    parts = [text(0, top + 8, "Question", WORD, bold=True)]
    for place, (name, date) in enumerate(zip(names, dates, strict=True)):
        x, y = frame.left(place) + frame.wide / 2, top + 8
        for line in name:
            parts.append(text(x, y, line, WORD, anchor="middle", bold=True))
            y += 9.6
        for line in date:
            parts.append(text(x, y - 0.8, line, UNDER, anchor="middle", colour=QUIET))
            y += 8
    tall = max(len(a) * 9.6 + len(b) * 8 for a, b in zip(names, dates, strict=True))
    return parts, top + tall + 5


def qualifier(cell: GradeCell) -> str:
    """What narrows a grade, in few words: `first Adequate`, `by the press`."""
    return "; ".join(
        words
        for words in (
            f"first {cell.first_label}, changed {cell.revised}" if cell.revised else "",
            "carried forward" if cell.carried_from else "",
            cell.basis.label.lower() if cell.value and cell.basis is not Basis.STATED else "",
            f"about {cell.scope.label.lower()}" if cell.scope is not Scope.FORCE else "",
        )
        if words
    )


def edge_of(cell: GradeCell, dashes: str) -> tuple[str, str]:
    """The colour of a cell's edge and its dashes: fine dots where nothing is entered."""
    if cell.empty is EmptyKind.NOT_ENTERED:
        return LINE, "0.8 3"
    return (LINE, "") if cell.value and not cell.carried_from else (EDGE, dashes)


def _cell_lines(cell: GradeCell, wide: float) -> tuple[list[str], list[str]]:
    size = WORD if cell.value else UNDER + 0.5
    under = qualifier(cell)
    return (
        lines_of(cell.label, size, wide - 10, bold=bool(cell.value)),
        lines_of(under, UNDER, wide - 10) if under else [],
    )


def _tall(lines: tuple[list[str], list[str]]) -> float:
    return len(lines[0]) * 9.2 + len(lines[1]) * 7.6


def _cell(
    cell: GradeCell,
    lines: tuple[list[str], list[str]],
    left: float,
    top: float,
    wide: float,
    tall: float,
) -> list[str]:
    ground, ink = GRADES.get(cell.value or "", OTHER_GROUND) if cell.value else (PAPER, QUIET)
    edge, dashes = edge_of(cell, "2.2 1.6")
    parts = [box(left + 2.5, top + 1.5, wide - 5, tall - 3, ground, edge, dashes)]
    y = top + (tall - _tall(lines)) / 2 + 7
    for line in lines[0]:
        size = WORD if cell.value else UNDER + 0.5
        bold = bool(cell.value)
        parts.append(text(left + wide / 2, y, line, size, anchor="middle", colour=ink, bold=bold))
        y += 9.2
    for line in lines[1]:
        parts.append(text(left + wide / 2, y - 1, line, UNDER, anchor="middle", colour=ink))
        y += 7.6
    return parts


def _wall_words(frame: _Frame) -> list[str]:
    return lines_of(WALL_WORDS, UNDER, frame.wide - 4, bold=True)


def _walls(grid: GradingGrid, frame: _Frame, bottom: float) -> list[str]:
    places = {column.cycle: place for place, column in enumerate(grid.columns)}
    words = _wall_words(frame)
    parts = []
    for wall in grid.walls:
        x = frame.left(places[wall.before])
        parts.append(rule(x, 2 + 8 * len(words), x, bottom, WALL, 2.2))
        parts += [
            text(x, 7 + 8 * i, line, UNDER, anchor="middle", colour=WALL, bold=True)
            for i, line in enumerate(words)
        ]
    return parts


def _alt(grid: GradingGrid) -> str:
    """Every cell in words, and every wall."""
    names = {column.cycle: column.name for column in grid.columns}
    rows = [
        f"{row[0].question_name}: "
        + "; ".join(f"{names[cell.cycle]} {cell.words.lower()}" for cell in row)
        for row in grid.cells
    ]
    walls = [
        f"Grades of {names[wall.after]} and {names[wall.before]} cannot be compared."
        for wall in grid.walls
    ]
    sizes = f"{plural(len(grid.cells), 'question')} by {plural(len(grid.columns), 'cycle')}"
    return " ".join([f"Grid of grades, {sizes}.", *walls, *(f"{row}." for row in rows)])
