"""Grades: what was graded, how, and what may fairly be compared."""

import streamlit as st

from components import choices, dataset, grade_context, grade_grid, prose
from inspection.grading import (
    graded_programmes,
    grading_blocks,
    latest_grades_words,
    noted_cells,
    shared_words,
)
from inspection.measures import SAMPLE_CAVEAT
from inspection.timeline import when_words
from inspection.vocabulary import EmptyKind

NONE = "none"

record = dataset.record()
st.title("Grades")
names = {force.id: force.name for force in record.forces}
forces = choices.force_choice(names)
offered = {p.id: p for force in forces for p in graded_programmes(record, force)}
order = [p.id for p in record.programmes if p.id in offered]
if not order:
    prose.answer("The record holds no grade for this choice.")
    st.stop()
programme = choices.one_of(
    "programme",
    "Programme",
    {key: offered[key].name for key in order},
    "peel" if "peel" in offered else order[0],
)
prose.answer(*(latest_grades_words(record, force, programme) for force in forces))
with st.expander("What the grades and the kinds of empty mean"):
    for scale in dict.fromkeys(cycle.scale for cycle in record.programme[programme].cycles):
        if scale:
            grades = record.scale[scale].grades
            prose.table(
                record.scale[scale].name,
                ["Grade", "Meaning"],
                [(g.label, g.meaning) for g in grades],
            )
    prose.table(
        "Kinds of empty", ["Shown as", "Meaning"], [(k.label, k.meaning) for k in EmptyKind]
    )

cells = []
for force in forces:
    st.header(names[force])
    blocks = grading_blocks(record, force, programme)
    if not any(column.inspections for grid in blocks for column in grid.columns):
        prose.paragraph("No report of this programme on this force was found by us.")
        continue
    own = [cell for grid in blocks for row in grid.cells for cell in row]
    cells += own
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
    grade_grid.ledger(record, force, own)
    grade_grid.notes(record, force, [cell for grid in blocks for cell in noted_cells(grid)])
    grade_context.among_all(record, force, own)

if cells:
    st.header("What stands behind a grade")
    given = {grade_grid.cell_key(cell): cell for cell in cells if cell.inspection}
    labels = {
        key: f"{names[c.force]}, {record.cycle[c.cycle].name}: {c.question_name}, {c.label}"
        for key, c in given.items()
    }
    chosen = choices.one_of("cell", "Grade", {NONE: "Choose a grade", **labels}, NONE)
    if chosen != NONE:
        grade_grid.behind(record, given[chosen])
if len(forces) > 1:
    for place, force in enumerate(forces):
        for other in forces[place + 1 :]:
            grade_context.both_forces(record, force, other, programme)
grade_context.of_other_forces(record, programme)

st.header("Case audits")
prose.paragraph(
    "Case files examined and graded in child protection inspections. They are samples, some of "
    "them directed at particular matters; how all the files were chosen is not known to us. "
    f"{SAMPLE_CAVEAT} They are never a grade of the force."
)
prose.table(
    "Case audits",
    ["Inspection", "Force", "Files", "Good", "Requiring improvement", "Inadequate", "Sources"],
    [
        (
            prose.inspection_link(i.id, f"{i.title} ({when_words(i)})"),
            names[i.force],
            str(a.total),
            *("not found by us" if n is None else str(n)
              for n in (a.good, a.requires_improvement, a.inadequate)),
            prose.source_links(record, a.sources),
        )
        for i in record.inspections
        if i.force in forces and (a := i.case_audit)
    ],
)  # fmt: skip

st.header("Sources")
used = {source for cell in cells for source in cell.sources}
used |= {s for cycle in record.programme[programme].cycles for s in cycle.sources}
prose.source_list(record, sorted(used))
