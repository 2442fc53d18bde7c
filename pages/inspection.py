"""Inspection: the whole of one record on a page with a permanent address."""

import streamlit as st

from components import charted, choices, dataset, navigation, prose
from components.served_at import public_addresses
from inspection.addresses import MOST_TOGETHER, Place
from inspection.citing import citing
from inspection.dates import date_words
from inspection.knowing import missing_words, public_from
from inspection.near import near
from inspection.sheets import of_inspection as sheet
from inspection.timeline import timeline

record = dataset.record()
rows = timeline(record)
labels = sheet.choice_labels(record, rows)
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
    meant = near(asked, labels)
    prose.answer(
        f"No inspection in this record has the id “{asked[:90]}”.",
        "Did you mean one of these?" if meant else "",
    )
    prose.bullets(prose.inspection_link(key, labels[key]) for key in meant)
    prose.paragraph(prose.link("history", "All inspections"), "are listed under History.")
    st.stop()

if not rows:
    st.title("Inspection")
    prose.answer("The record holds no inspection.")
    st.stop()

key = asked or rows[-1].inspection
this = record.inspection[key]
at = st.query_params.get("at", "")
cited = citing(record, sheet.full_title(this), Place("inspection", key), public_addresses(), day)
st.title(prose.unmarked(this.title))
navigation.name_document(this.title)
prose.answer(sheet.answer(record, this))
many = len(record.forces) > MOST_TOGETHER
own = {row.inspection: labels[row.inspection] for row in rows if row.force == this.force}
choices.one_of("id", "Show another inspection", own if many else labels, key)
prose.status(f"Showing {labels[key]}.")
at_from = public_from(dataset.whole_record(), at) if at and day else None
if at_from and at_from > day:
    prose.paragraph(
        f"The link points to “{at}”, {missing_words(dataset.whole_record(), at, day)}.",
        prose.link(
            "inspection", "Show it as known then", id=key, at=at,
            **{dataset.KNOWN_ON: at_from.isoformat()},
        ),
    )  # fmt: skip
elif at and (told := sheet.fact_words(this, at)):
    prose.paragraph("The link points to this: ", told, " It is outlined below.")
elif at and not sheet.is_grade(this, at):
    prose.paragraph(f"The link points to “{at[:90]}”, which is not on this page.")
prose.draw([sheet.dates_and_place(record, this)])

st.header("Before and after")
if alone := sheet.alone_words(record, this):
    prose.paragraph(alone)
steps = sheet.chain_rows(record, this)
charted.inspections_in_time(steps, [this.force], "inspection-chain")
prose.draw(sheet.before_and_after(record, this))
prose.draw(sheet.account(record, this), cited, at)

st.header("Sources")
prose.source_list(record, this.sources)
prose.cite(cited)
