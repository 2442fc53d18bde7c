"""Inspection: the whole of one record on a page with a permanent address."""

import difflib

import streamlit as st

from components import charted, choices, dataset, inspection_parts, prose
from components.charts.timeline import timeline_figure
from inspection.account import theme_changes
from inspection.grading import grade_counts_words
from inspection.timeline import lineage, timeline, timeline_row, when_words

record = dataset.record()
rows = timeline(record)
labels = {r.inspection: f"{r.force_name}, {r.when}: {r.title}" for r in rows}
asked = st.query_params.get("id")
if asked is not None and asked not in record.inspection:
    st.title("Inspection")
    near = difflib.get_close_matches(asked, labels, n=3, cutoff=0.5)
    prose.answer(
        f"No inspection in this record has the id “{asked[:90]}”.",
        "Did you mean one of these?" if near else "",
    )
    prose.bullets(prose.inspection_link(key, labels[key]) for key in near)
    prose.paragraph(prose.link("history", "All inspections"), "are listed under History.")
    st.stop()

key = asked or rows[-1].inspection
this = record.inspection[key]
row = timeline_row(record, this)
at = st.query_params.get("at", "")
st.title(this.title)
grades = grade_counts_words(record, this)
prose.answer(
    f"{row.force_name}, {row.kind.label.lower()}, {row.when}.",
    this.judgement,
    f"It graded {grades}." if grades else "",
    this.direction or "",
)
choices.one_of("id", "Show another inspection", labels, key)
if at:
    inspection_parts.linked_fact(this, at)
inspection_parts.dates_and_place(record, this, row.fieldwork)

chain = lineage(record, key)
st.header("Before and after")
if len(chain) > 1:
    steps = timeline(record, [this.force], [this.programme])
    chained = [step for step in steps if step.inspection in {i.id for i in chain}]
    charted.chart(
        timeline_figure(chained, charted.page_palette(), [this.force]),
        "inspection-chain",
        f"Timeline of the {len(chained)} inspections in this chain. They are listed below.",
    )
    prose.table(
        "The chain this inspection belongs to, oldest first",
        ["Inspection", "Kind", "Fieldwork", "Published", "What inspectors said"],
        [
            (
                "This inspection" if s.inspection == key
                else prose.inspection_link(s.inspection, s.title),
                s.kind.label, s.fieldwork, s.published, s.judgement,
            )
            for s in chained
        ],
    )  # fmt: skip
    place = [item.id for item in chain].index(key)
    for earlier, later in zip(
        chain[max(0, place - 1) : place + 1], chain[place : place + 2], strict=False
    ):
        if earlier is not later:
            prose.table(
                f"By theme: what {when_words(earlier)} and {when_words(later)} said",
                ["Theme", f"{when_words(earlier)}", f"{when_words(later)}"],
                [
                    (change.theme_name, change.earlier.label, change.later.label)
                    for change in theme_changes(record, earlier, later)
                ],
            )
    prose.paragraph(
        "Not mentioned is not resolved. No direction is read into two reports that differ in method.",
        quiet=True,
    )
else:
    prose.paragraph("No earlier or later inspection in the record is linked to this one.")

inspection_parts.grades(record, this)
inspection_parts.findings(record, this, at)
inspection_parts.recommendations(record, this, at)
inspection_parts.responses(record, this, at)
inspection_parts.statements(record, this, at)
inspection_parts.limits(record, this)

st.header("Sources")
prose.source_list(record, this.sources)
prose.paragraph(
    f"Permanent link: /inspection?id={key}. Cite as: Inspection History, edition "
    f"{record.release.version}, {key}.",
    quiet=True,
)
