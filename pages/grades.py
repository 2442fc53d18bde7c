"""Grades: what was graded, how, and what may fairly be compared."""

import streamlit as st

from components import choices, dataset, grade_grid, prose
from inspection.grading import (
    graded_programmes,
    grading_blocks,
    latest_grades_words,
    noted_cells,
    shared_words,
)
from inspection.measures import case_audit_words
from inspection.timeline import when_words
from inspection.vocabulary import EmptyKind

record = dataset.record()
st.title("Grades")
names = {force.id: force.name for force in record.forces}
forces = choices.force_choice(names)
offered = {p.id: p for force in forces for p in graded_programmes(record, force)}
order = [p.id for p in record.programmes if p.id in offered]
if not order:
    prose.answer("The record holds no grade for this choice.")
    st.stop()
default = "peel" if "peel" in offered else order[0]
programme = choices.one_of(
    "programme", "Programme", {key: offered[key].name for key in order}, default
)

prose.answer(*(latest_grades_words(record, force, programme) for force in forces))
if len(forces) > 1:
    prose.paragraph(
        "The forces stand one below the other and are not ranked. Their grades may be set side by "
        "side only within the same programme and the same cycle, and then only where inspectors "
        "were with both forces at about the same time."
    )

for force in forces:
    st.header(names[force])
    blocks = grading_blocks(record, force, programme)
    if not any(column.inspections for grid in blocks for column in grid.columns):
        prose.paragraph("No report of this programme on this force was found by us.")
        continue
    for place, grid in enumerate(blocks):
        grade_grid.draw(record, grid, f"grades-{force}-{place}")
        if place + 1 < len(blocks):
            grade_grid.wall_between(record, blocks[place + 1], grid)
    for i in record.inspections:
        if i.force == force and i.programme == programme:
            for shared in i.shared_grades:
                prose.paragraph(
                    prose.inspection_link(i.id, i.title), shared_words(record, i, shared)
                )
    grade_grid.notes(record, [cell for grid in blocks for cell in noted_cells(grid)])

st.header("Case audits")
audits = [i for i in record.inspections if i.case_audit and i.force in forces]
prose.paragraph(
    "Case files examined and graded in child protection inspections. They are samples chosen by "
    "inspectors, not rates, and never a grade of the force."
)
prose.table(
    "Case audits",
    ["Inspection", "Force", "Files examined", "Sources"],
    [
        (
            prose.inspection_link(i.id, f"{i.title} ({when_words(i)})"),
            names[i.force],
            case_audit_words(i.case_audit),
            prose.source_links(record, i.case_audit.sources),
        )
        for i in audits
    ],
)

st.header("What an empty cell means")
prose.table(
    "Kinds of empty", ["Shown as", "Meaning"], [(kind.label, kind.meaning) for kind in EmptyKind]
)

st.header("Sources")
used = {
    source
    for force in forces
    for grid in grading_blocks(record, force, programme)
    for row in grid.cells
    for cell in row
    for source in cell.sources
} | {s for c in record.programme[programme].cycles for s in c.sources}
prose.source_list(record, sorted(used))
