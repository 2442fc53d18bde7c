"""Inspection: the whole of one record on a page with a permanent address."""

import difflib

import streamlit as st

from components import choices, dataset, inspection_parts, navigation, prose
from inspection.dates import date_words
from inspection.grading import grade_counts_words
from inspection.knowing import missing_words, public_from
from inspection.timeline import timeline, timeline_row

record = dataset.record()
rows = timeline(record)
labels = {r.inspection: f"{r.force_name}, {r.when}: {r.title}" for r in rows}
asked = st.query_params.get("id")
day = dataset.day()
later = public_from(dataset.whole_record(), asked) if asked and day else None
if asked in dataset.whole_record().inspection and later and later > day:
    title = dataset.whole_record().inspection[asked].title
    st.title("Inspection")
    prose.answer(
        f"“{title}” was not public on {date_words(day)}. Its first results are known from "
        f"{date_words(later)}."
    )
    known = {dataset.KNOWN_ON: later.isoformat()}
    prose.bullets(
        [
            prose.link("inspection", f"Show it as known on {date_words(later)}", id=asked, **known),
            prose.link("inspection", "Show it as known today", id=asked, **{dataset.KNOWN_ON: ""}),
            prose.link("history", f"Every inspection that was public on {date_words(day)}"),
        ]
    )
    st.stop()

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
at_from = public_from(dataset.whole_record(), at) if at and day else None
if at_from and at_from > day:
    prose.paragraph(
        f"The link points to “{at}”, {missing_words(dataset.whole_record(), at, day)}.",
        prose.link(
            "inspection", "Show it as known then", id=key, at=at,
            **{dataset.KNOWN_ON: at_from.isoformat()},
        ),
    )  # fmt: skip
elif at:
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
    f"Permanent link: /inspection{prose.query_of({'id': key})}. Cite as: Inspection History, "
    f"edition {record.release.version}{f', as known on {date_words(day)}' if day else ''}, {key}.",
    quiet=True,
)
