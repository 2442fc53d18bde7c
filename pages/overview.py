"""Overview: how well does my force protect children, and has this been raised before?"""

import streamlit as st

from components import charted, choices, dataset, prose
from inspection.measures import joined
from inspection.overview import child_protection_counts, force_summary
from inspection.sheets import of_force as sheet
from inspection.timeline import timeline
from inspection.vocabulary import ThemeFamily

record = dataset.record()
st.title("Overview")
names = {force.id: force.name for force in record.forces}
forces = choices.force_choice(names)
programmes = [p.id for p in record.programmes if p.family is ThemeFamily.CHILD_PROTECTION]
rows = timeline(record, forces, programmes)
prose.status(
    f"Showing {joined(names[force] for force in forces)}: {child_protection_counts(record, rows)}."
)
summaries = [force_summary(record, force) for force in forces]

for summary in summaries:
    st.header(prose.unmarked(summary.force_name))
    prose.answer(sheet.answer(summary))
    prose.draw(sheet.latest(summary))

prose.paragraph(
    prose.link(
        "meeting",
        "Show this in a meeting: large type, one thing at a time",
        **choices.forces_kept(forces, names),
    )
)
st.header("Child protection inspections in time")
charted.inspections_in_time(rows, forces, "overview-timeline")
prose.draw([sheet.child_protection(rows)])
prose.draw(sheet.keeps_coming_back(summaries))
prose.draw(sheet.where_to_look_next())
prose.draw([sheet.size_of_the_record(record)])

st.header("Sources")
prose.source_list(record, [source for summary in summaries for source in summary.sources])
