"""Overview: how well does my force protect children, and has this been raised before?"""

import streamlit as st

from components import charted, choices, dataset, prose
from components.charts.timeline import timeline_figure
from inspection.measures import in_sentence, joined
from inspection.overview import counts_words, force_summary, record_counts
from inspection.timeline import timeline
from inspection.vocabulary import ThemeFamily

record = dataset.record()
st.title("Overview")
forces = choices.force_choice({force.id: force.name for force in record.forces})
summaries = [force_summary(record, force) for force in forces]

for summary in summaries:
    st.header(summary.force_name)
    prose.answer(summary.history, summary.latest_words)
    if summary.latest:
        again = [
            f"{in_sentence(row.theme_name)} in {row.raised} of {row.looked_at}"
            for row in summary.returning[:3]
        ]
        if again:
            prose.paragraph(
                f"Raised most often, out of the inspections that looked: {joined(again)}."
            )
        prose.paragraph(prose.inspection_link(summary.latest.id, "Read the latest in full"))

st.header("Child protection inspections in time")
programmes = [p.id for p in record.programmes if p.family is ThemeFamily.CHILD_PROTECTION]
rows = timeline(record, forces, programmes)
charted.chart(
    timeline_figure(rows, charted.page_palette(), forces),
    "overview-timeline",
    f"Timeline of {len(rows)} child protection inspections. The same facts follow as a table.",
)
prose.table(
    "Child protection inspections, oldest first",
    ["Inspection", "Fieldwork", "Published", "What inspectors said"],
    [(prose.inspection_cell(row), row.fieldwork, row.published, row.judgement) for row in rows],
)

st.header("What keeps coming back")
prose.paragraph(
    "Themes raised as a concern in more than one child protection inspection. The count is out of "
    "the inspections that looked at the theme.",
    prose.link("method", "How this is counted"),
)
for summary in summaries:
    prose.table(
        f"{summary.force_name}: themes raised more than once in child protection inspections",
        ["Theme", "Raised", "In words"],
        [
            (
                prose.link("recurring", row.theme_name, force=row.force, theme=row.theme),
                f"{row.raised} of {row.looked_at}",
                row.sentence,
            )
            for row in summary.returning
        ],
    )

st.header("Where to look next")
prose.bullets(
    [
        prose.joined_html([prose.link("history", "History"), "shows every inspection in time."]),
        prose.joined_html([prose.link("grades", "Grades"), "shows what may be compared."]),
        prose.joined_html(
            [prose.link("recurring", "Recurring issues"), "shows what was raised again, and where."]
        ),
        prose.joined_html([prose.link("search", "Search"), "finds a word anywhere."]),
        prose.joined_html([prose.link("data", "Data"), "gives every table to take away."]),
    ]
)
prose.paragraph(
    f"The record holds {counts_words(record_counts(record))}, edition {record.release.version}.",
    quiet=True,
)

st.header("Sources")
prose.source_list(record, [source for summary in summaries for source in summary.sources])
