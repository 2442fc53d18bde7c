"""History: the inspections of a force in time, and what each was followed by."""

from dataclasses import replace

import streamlit as st

from components import charted, choices, dataset, nothing_left, prose
from components.served_at import public_addresses
from inspection.citing import Citation, citing
from inspection.fact_places import told_facts
from inspection.measures import plural
from inspection.sheets import of_force as sheet
from inspection.timeline import context, timeline, years_covered
from inspection.vocabulary import InspectionKind

FILTERS = ("programme", "kind", "from", "to", "context")

record = dataset.record()
st.title("History")
names = {force.id: force.name for force in record.forces}
forces = choices.force_choice(names)

with st.expander("Choose programmes, kinds and years", expanded=choices.any_in_address(*FILTERS)):
    of_programme = {p.id: p.short_name for p in record.programmes}
    programmes = choices.several_of("programme", "Programme", of_programme)
    of_kind = {kind.value: kind.label for kind in InspectionKind}
    kinds = choices.several_of("kind", "Kind", of_kind)
    first, last = years_covered(record)
    years = choices.years_between(first, last)
    with_context = choices.yes("context", "Show events outside the inspections")

rows = timeline(record, forces, programmes, kinds, years)
events = [
    event
    for event in (context(record, forces) if with_context else ())
    if years[0] <= event.day_from.year <= years[1]
]

is_filtered = bool(programmes or kinds or years != (first, last))
missing = sheet.history_missing(record, forces, is_filtered=is_filtered)

if not rows:
    prose.answer("No inspection in the record fits this choice.", missing)
    prose.draw(sheet.where_missing(record, forces))
    nothing_left.draw(
        "history",
        [
            nothing_left.of_forces(forces, names),
            nothing_left.of_several("programme", "Programme", programmes, of_programme),
            nothing_left.of_several("kind", "Kind", kinds, of_kind),
            nothing_left.of_years(years),
        ],
    )
    st.stop()

prose.answer(sheet.history_answer([names[force] for force in forces], rows), missing)
prose.draw(sheet.where_missing(record, forces))
beside = f" and {plural(len(events), 'event')} outside them" if with_context else ""
prose.status(f"Showing {plural(len(rows), 'inspection')}{beside}.")
charted.inspections_in_time(rows, forces, "history-timeline", events)
prose.paragraph(
    "A solid bar is fieldwork, a mark is publication. Open marks and dotted bars are dates known "
    "only to the month or year. A line joins an inspection to the one it followed up; a dashed line "
    "goes on under a new method. Choose a mark, or a title below, to open that inspection.",
    quiet=True,
)
prose.tell(sheet.inspections, record, rows)
if events:
    told = told_facts(record)

    def cited(event: str) -> Citation:
        """An event is cited where it is told in full, on the page of its force."""
        title, place = told[event].title, told[event].place
        return citing(record, title, place, public_addresses(), dataset.day()).citation(event)

    st.html(replace(prose.markup(), cited=cited).block(sheet.events(record, events)))

st.header("Sources")
used = [source for row in rows for source in record.inspection[row.inspection].sources]
with st.expander(f"The {plural(len(set(used)), 'source')} behind these inspections"):
    prose.source_list(record, used)
