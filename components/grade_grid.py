"""The grading grid on a page: the picture, the walls in words, the table with the same cells."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components import charted, prose
from components.charts.grading_heatmap import grading_heatmap
from components.grade_chip import grade_chip
from inspection.comparability import Comparison, cycles_comparison
from inspection.grading import GradeCell, GradingGrid
from inspection.measures import joined, plural
from inspection.model import Record


def draw(record: Record, grid: GradingGrid, key: str) -> None:
    """A block of the grid as picture and table, and in words what may not be compared in it."""
    name = record.force[grid.force].name
    cycles = joined(column.name for column in grid.columns)
    charted.chart(
        grading_heatmap(grid, charted.page_palette()),
        key,
        f"Grades of {name}, {cycles}, the word in every cell. A table with the same cells follows.",
    )
    for wall in grid.walls:
        _wall(record, wall.after, wall.before, wall.comparison)
    prose.table(
        f"{name}: grades, {cycles}",
        ["Question", *(f"{column.name} ({column.published})" for column in grid.columns)],
        [(row[0].question_name, *(_cell(cell) for cell in row)) for row in grid.cells],
    )


def wall_between(record: Record, earlier: GradingGrid, later: GradingGrid) -> None:
    """Why the last cycle of one block cannot be compared with the first of the next."""
    last, first = earlier.columns[-1].cycle, later.columns[0].cycle
    _wall(record, last, first, cycles_comparison(record, last, first))


def notes(record: Record, cells: Sequence[GradeCell]) -> None:
    """The grades that were changed, carried forward, worked out or come with a note."""
    if not cells:
        return
    about = "changed, carried forward, worked out, known from the press or noted"
    with st.expander(f"{plural(len(cells), 'grade')} {about}"):
        prose.table(
            "Notes on single grades",
            ["Question", "Cycle", "Grade", "Note", "Sources"],
            [
                (
                    cell.question_name,
                    record.cycle[cell.cycle].name,
                    grade_chip(cell),
                    cell.note or "",
                    prose.source_links(record, cell.sources),
                )
                for cell in cells
            ],
        )


def _wall(record: Record, earlier: str, later: str, comparison: Comparison) -> None:
    left, right = record.cycle[earlier].name, record.cycle[later].name
    prose.paragraph(
        prose.Html(f"<strong>{prose.html_of(f'{left} and {right} cannot be compared.')}</strong>"),
        comparison.reason,
        f"({comparison.basis.label}.)",
    )


def _cell(cell: GradeCell) -> prose.Html:
    parts: list[str] = [grade_chip(cell)]
    if cell.inspection:
        parts.append(prose.inspection_link(cell.inspection, "report"))
    return prose.joined_html(parts)
