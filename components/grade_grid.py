"""The grading grid on a page: the picture, the walls in words, the table with the same cells."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components import charted, prose
from components.charts.grading_heatmap import grading_heatmap
from components.grade_chip import grade_chip
from inspection.comparability import Comparison, cycles_comparison
from inspection.grade_cells import GradeCell, grade_meaning
from inspection.grading import GradingGrid
from inspection.measures import in_sentence, joined, plural
from inspection.model import Record
from inspection.threads import evidence


def cell_key(cell: GradeCell) -> str:
    """The id of a cell in an address."""
    return f"{cell.force}.{cell.question}.{cell.cycle}"


def draw(record: Record, grid: GradingGrid, key: str) -> None:
    """A block of the grid as picture and table, and in words what may not be compared in it."""
    name = record.force[grid.force].name
    cycles = joined(column.name for column in grid.columns)
    chosen = charted.chosen_mark(
        grading_heatmap(grid, charted.page_palette()),
        key,
        f"Grades of {name}, {cycles}, the word in every cell. A table with the same cells follows.",
    )
    if isinstance(chosen, list):
        st.query_params["cell"] = ".".join([grid.force, *chosen])
    for wall in grid.walls:
        _wall(record, wall.after, wall.before, wall.comparison)
    prose.table(
        f"{name}: grades, {cycles}",
        ["Question", *(f"{column.name} ({column.published})" for column in grid.columns)],
        [(row[0].question_name, *(_cell(record, cell) for cell in row)) for row in grid.cells],
    )


def wall_between(record: Record, earlier: GradingGrid, later: GradingGrid) -> None:
    """Why the last cycle of one block cannot be compared with the first of the next."""
    last, first = earlier.columns[-1].cycle, later.columns[0].cycle
    _wall(record, last, first, cycles_comparison(record, last, first))


def ledger(record: Record, force: str, cells: Sequence[GradeCell]) -> None:
    """Grades changed after publication: first value, later value, day, reason and source."""
    changed = [(cell, change) for cell in cells for change in cell.changes]
    if changed:
        prose.table(
            f"{record.force[force].name}: grades changed after publication",
            ["Question", "Cycle", "First published", "Changed to", "When and why", "Sources"],
            [
                (
                    cell.question_name,
                    record.cycle[cell.cycle].name,
                    f"{cell.first_label}, {cell.published}",
                    change.label,
                    f"{change.on}. {change.reason}",
                    prose.source_links(record, change.sources),
                )
                for cell, change in changed
            ],
        )


def notes(record: Record, force: str, cells: Sequence[GradeCell]) -> None:
    """The grades that were changed, carried forward, worked out or come with a note."""
    if not cells:
        return
    about = "changed, carried forward, worked out, known from the press or noted"
    with st.expander(f"{plural(len(cells), 'grade')} {about}"):
        prose.table(
            f"{record.force[force].name}: notes on single grades",
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


def behind(record: Record, cell: GradeCell) -> None:
    """What stands behind one grade: its meaning in its cycle, date, report, findings, sources."""
    cycle = record.cycle[cell.cycle]
    prose.facts(
        {
            "Question": cell.question_name,
            "Grade": prose.joined_html([grade_chip(cell), cell.note or ""]),
            f"Meaning, {cycle.name}": grade_meaning(record, cell),
            "Published": cell.published or "",
            "Comparing": cycle.comparability,
            "Sources": prose.source_links(record, cell.sources),
        }
    )
    if cell.inspection is None:
        return
    title = record.inspection[cell.inspection].title
    prose.paragraph("Read in full:", prose.inspection_link(cell.inspection, title))
    theme = record.question[cell.question].theme
    found = evidence(record, theme, inspection=cell.inspection) if theme else ()
    if found and theme:
        prose.table(
            f"What the inspection recorded under {in_sentence(record.theme[theme].name)}",
            ["Kind", "What was found or asked", "Sources"],
            [
                (
                    item.kind,
                    prose.inspection_link(item.inspection, item.summary, at=item.id),
                    prose.source_links(record, item.sources),
                )
                for item in found
            ],
        )
    else:
        prose.paragraph("No finding under this question is in our record.")


def _wall(record: Record, earlier: str, later: str, comparison: Comparison) -> None:
    left, right = record.cycle[earlier].name, record.cycle[later].name
    prose.paragraph(
        prose.Html(f"<strong>{prose.html_of(f'{left} and {right} cannot be compared.')}</strong>"),
        comparison.reason,
        f"({comparison.basis.label}.)",
    )


def _cell(record: Record, cell: GradeCell) -> prose.Html:
    if cell.inspection is None:
        return grade_chip(cell)
    choices = {
        "force": cell.force,
        "programme": record.inspection[cell.inspection].programme,
        "cell": cell_key(cell),
    }
    if day := st.query_params.get("as-known-on"):
        choices["as-known-on"] = day
    under = prose.joined_html(
        [
            f"{cell.published}.",
            prose.source_links(record, cell.sources),
            prose.link("grades", "Evidence", **choices),
        ]
    )
    return prose.joined_html([grade_chip(cell), prose.Html(f'<span class="under">{under}</span>')])
