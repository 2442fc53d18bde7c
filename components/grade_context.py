"""A force's grades beside another's and among all forces, only where that may fairly be done."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components import prose
from components.grade_chip import grade_chip
from inspection.grade_cells import GradeCell
from inspection.measures import plural
from inspection.model import Record
from inspection.side_by_side import national_place, other_forces, side_pairs

FORCES_OF_ENGLAND_AND_WALES = 43


def both_forces(record: Record, first: str, second: str, programme: str) -> None:
    """Two forces side by side where that is fair, and for the rest a sentence why it is not."""
    st.header("Both forces")
    pairs = side_pairs(record, first, second, programme)
    fair = [pair for pair in pairs if pair.comparison.comparable]
    prose.paragraph(
        "Grades of the two forces stand side by side only where programme, cycle and question are "
        "the same and inspectors were certainly with both within twelve months. No force is ranked."
    )
    if fair:
        prose.table(
            "Grades that may be set side by side",
            ["Question", "Cycle", record.force[first].name, record.force[second].name],
            [
                (
                    pair.question_name,
                    record.cycle[pair.cycle].name,
                    _dated(pair.first),
                    _dated(pair.second),
                )
                for pair in fair
            ],
        )
    else:
        prose.paragraph("No grades of the two forces may be set side by side in this programme.")
    reasons: dict[tuple[str, str], int] = {}
    for pair in pairs:
        if not pair.comparison.comparable:
            key = (pair.cycle, pair.comparison.reason)
            reasons[key] = reasons.get(key, 0) + 1
    prose.bullets(
        f"{record.cycle[cycle].name}, {plural(count, 'question')}: not side by side. {reason}"
        for (cycle, reason), count in reasons.items()
    )


def among_all(record: Record, force: str, cells: Sequence[GradeCell]) -> None:
    """The grades of a force among those of all forces, where a count is in the record, and how it was come by."""
    places = [place for cell in cells if (place := national_place(record, cell))]
    if places:
        prose.table(
            f"{record.force[force].name}: grades among those of all forces",
            ["Question", "Cycle", "Among all forces", "Basis of the count", "Sources"],
            [
                (
                    place.cell.question_name,
                    record.cycle[place.cell.cycle].name,
                    place.words,
                    " ".join(filter(None, [place.basis, place.note])),
                    prose.source_links(record, place.sources),
                )
                for place in places
            ],
        )


def of_other_forces(record: Record, programme: str) -> None:
    """Graded inspections of forces outside the record, with how many of how many are known."""
    questions, rows = other_forces(record, programme)
    if rows:
        st.header("Graded inspections of other forces")
        prose.paragraph(
            f"Found by us for {plural(len(rows), 'force')} besides those of this record, of "
            f"{FORCES_OF_ENGLAND_AND_WALES} in England and Wales. It is no sample and no ranking."
        )
        prose.table(
            "Grades of other forces under the same method",
            ["Force", "Published", *questions, "Sources"],
            [
                (
                    row.force_name,
                    row.published,
                    *row.labels,
                    prose.source_links(record, row.sources),
                )
                for row in rows
            ],
        )


def _dated(cell: GradeCell) -> prose.Html:
    words = f"published {cell.published}"
    shown = prose.inspection_link(cell.inspection, words) if cell.inspection else words
    return prose.joined_html([grade_chip(cell), shown])
