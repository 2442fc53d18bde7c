"""Inspection: the whole of one record on a page with a permanent address."""

import difflib

import streamlit as st

from components import choices, dataset, inspection_parts, navigation, prose
from inspection.grading import grade_counts_words
from inspection.timeline import timeline, timeline_row

record = dataset.record()
rows = timeline(record)
labels = {r.inspection: f"{r.force_name}, {r.when}: {r.title}" for r in rows}
asked = st.query_params.get("id")
if asked is not None and asked not in record.inspection:
    st.title("Inspection")
    near = difflib.get_close_matches(asked[:90], labels, n=3, cutoff=0.5)
    prose.answer(
        f"No inspection in this record has the id “{asked[:90]}”.",
        "Did you mean one of these?" if near else "",
    )
    prose.bullets(prose.inspection_link(key, labels[key]) for key in near)
    prose.paragraph(prose.link("history", "All inspections"), "are listed under History.")
    st.stop()

if not rows:
    st.title("Inspection")
    prose.answer("The record holds no inspection.")
    st.stop()

key = asked or rows[-1].inspection
this = record.inspection[key]
row = timeline_row(record, this)
at = st.query_params.get("at", "")
st.title(this.title)
navigation.name_document(this.title)
grades = grade_counts_words(record, this)
added = any(report.published.latest > this.published.latest for report in this.reports)
prose.answer(
    f"{row.force_name}. {row.kind.label}, {row.when}.",
    this.judgement,
    f"It graded {grades}{', counting sections added later' if added else ''}." if grades else "",
    this.direction or "",
)
choices.one_of("id", "Show another inspection", labels, key)
if at:
    inspection_parts.linked_fact(this, at)
inspection_parts.dates_and_place(record, this, row.fieldwork)

inspection_parts.before_and_after(record, this)
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
