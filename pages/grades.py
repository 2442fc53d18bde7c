"""Grades: what was graded, how, and what may fairly be compared."""

from itertools import islice

import streamlit as st

from components import choices, contents, dataset, grade_grid, nothing_left, prose
from inspection.grading import graded_programmes, grading_blocks
from inspection.latest_grades import latest_grades_words
from inspection.measures import joined, plural
from inspection.sheets import of_grades as sheet
from inspection.sheets import of_grades_beside as beside

NONE = "none"

record = dataset.record()
st.title("Grades")
names = {force.id: force.name for force in record.forces}
forces = choices.force_choice(names)
offered = {p.id: p for force in forces for p in graded_programmes(record, force)}
order = [p.id for p in record.programmes if p.id in offered]
if not order:
    prose.answer("The record holds no grade for this choice.")
    nothing_left.draw("grades", [nothing_left.of_forces(forces, names)])
    st.stop()
programme = choices.one_of(
    "programme",
    "Programme",
    {key: offered[key].short_name for key in order},
    "peel" if "peel" in offered else order[0],
)

told = [latest_grades_words(record, force, programme) for force in forces]
for answer in [" ".join(told)] if len(told) <= 2 else told:
    prose.answer(answer)
prose.status(
    f"Showing grades of {joined(names[force] for force in forces)}: {offered[programme].name}."
)
with st.spinner("Gathering the grades ..."):
    grids_of = {force: grading_blocks(record, force, programme) for force in forces}
cells_of = {
    force: sheet.cells_of(grids) for force, grids in grids_of.items() if sheet.reported(grids)
}
cells = [cell for own in cells_of.values() for cell in own]
last = (
    beside.side_by_side(record, forces, programme),
    beside.of_other_forces(record, programme),
    beside.case_audits(record, forces),
)
contents.on_page(
    {
        **{f"of-{force}": names[force] for force in forces},
        **({"behind": "What stands behind a grade"} if cells else {}),
        **contents.of_blocks(head for blocks in last for head in islice(blocks, 1)),
        "sources": "Sources",
    }
)
with st.expander("What the grades and the kinds of empty mean"):
    prose.tell(sheet.meanings, record, programme)

for force in forces:
    st.header(prose.unmarked(names[force]), anchor=f"of-{force}")
    grids = grids_of[force]
    if force not in cells_of:
        prose.draw([sheet.no_report(record, force, programme)])
        continue
    for place, grid in enumerate(grids):
        if sheet.reported([grid]):
            grade_grid.picture(record, grid, f"grades-{force}-{place}")
            prose.tell(sheet.grid, record, grid, sheet.chosen_on_page)
        else:
            prose.draw([sheet.no_report(record, force, programme, grid)])
        if place + 1 < len(grids):
            prose.draw([sheet.wall_between(record, grids[place + 1], grid)])
    prose.tell(sheet.shared, record, force, programme)
    prose.tell(sheet.ledger, record, force, cells_of[force])
    for folded in sheet.notes(record, force, grids):
        with st.expander(folded.summary):
            prose.draw(folded.blocks)
    for listed in beside.among_all(record, force, cells_of[force]):
        with st.expander(f"{plural(len(listed.rows), 'grade')} among those of all forces"):
            prose.draw([listed])

if cells:
    st.header("What stands behind a grade", anchor="behind")
    given = {sheet.cell_key(cell): cell for cell in cells if cell.inspection}
    labels = {
        key: f"{names[c.force]}, {record.cycle[c.cycle].name}: {c.question_name}, {c.label}"
        for key, c in given.items()
    }
    chosen = choices.one_of("cell", "Grade", {NONE: "Choose a grade", **labels}, NONE)
    if chosen != NONE:
        prose.status(f"Shown here: {labels[chosen]}.")
        prose.draw(sheet.behind(record, given[chosen]))
prose.tell(beside.side_by_side, record, forces, programme)
prose.tell(beside.of_other_forces, record, programme)
prose.tell(beside.case_audits, record, forces)

st.header("Sources", anchor="sources")
used = sheet.sources(record, programme, cells)
with st.expander(f"The {plural(len(used), 'source')} behind these grades"):
    prose.source_list(record, used)
