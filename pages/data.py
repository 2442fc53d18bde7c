"""Data: every table to take away, the sources, and what the record does not hold."""

import streamlit as st

from components import choices, dataset, prose
from inspection.dates import date_words
from inspection.exports import file_name
from inspection.measures import joined, plural
from inspection.overview import counts_words, record_counts

PAGE_SIZE = 50

record = dataset.record()
day = dataset.day()
st.title("Data")
prose.answer(
    f"The record holds {counts_words(record_counts(record))}.",
    f"This is edition {record.release.version}, released {record.release.released_on:%-d %B %Y}; "
    f"public pages were last searched in {record.release.last_looked_on.words}.",
)
prose.paragraph(
    "Every table can be taken away as CSV, the whole as JSON or as the YAML it is kept in. Every "
    "file names its edition and the day it is as known on. Facts from the inspectorate's reports are used under the Open "
    "Government Licence v3.0."
)

st.header("Tables")
names = {force.id: force.name for force in record.forces}
for table in dataset.tables():
    words, button = st.columns([3, 1], vertical_alignment="center")
    with words:
        prose.paragraph(
            prose.Html(f"<strong>{table.name}</strong>"), f"({plural(len(table.rows), 'row')}).",
            table.about,
        )  # fmt: skip
    button.download_button(
        f"{table.name} as CSV",
        table.csv,
        file_name(record, table.name, "csv", day),
        "text/csv; charset=utf-8",
        key=f"csv-{table.name}",
        on_click="ignore",
    )

st.header("The whole record")
if day:
    prose.paragraph(
        f"The JSON holds what was public on {date_words(day)}. The YAML is the files the record is "
        "kept in, which cannot be turned back: it holds the whole edition, later facts included."
    )
st.download_button(
    "Whole record as JSON", dataset.whole_json, file_name(record, "record", "json", day),
    "application/json", key="json", on_click="ignore",
)  # fmt: skip
st.download_button(
    "Whole record as YAML", dataset.whole_yaml, file_name(record, "record", "yaml"),
    "application/yaml", key="yaml", on_click="ignore",
)  # fmt: skip

st.header("What the columns mean")
described = {table.name: table for table in dataset.tables()}
chosen = choices.one_of("table", "Table", {name: name for name in described}, "inspections")
prose.table(f"Columns of {chosen}", ["Column", "Meaning"], described[chosen].columns)

at = st.query_params.get("at", "")
st.header("What the record does not hold")
prose.table(
    "Known gaps",
    ["What", "Forces", "What is known"],
    [
        (prose.anchored(gap.id, gap.what, at), joined(names[f] for f in gap.forces), gap.note)
        for gap in record.gaps
    ],
)

st.header("Where sources disagree")
prose.table(
    "Conflicts between sources",
    ["About", "Force", "What each says", "How we chose"],
    [
        (
            prose.anchored(c.id, c.topic, at),
            names[c.force],
            prose.joined_html(
                prose.joined_html([a.says, prose.source_links(record, a.sources)])
                for a in c.accounts
            ),
            c.how_we_chose,
        )
        for c in record.conflicts
    ],
)

st.header("Answers to national reports")
prose.table(
    "Answers to reports on all forces",
    ["About", "Who", "When", "What was said", "Sources"],
    [
        (
            prose.anchored(r.id, r.about, at),
            f"{r.role}, {r.organisation}",
            r.date.words if r.date else "date not known",
            " ".join([r.summary, *(c.summary for c in r.commitments)]),
            prose.source_links(record, r.sources),
        )
        for r in record.national_responses
    ],
)

st.header("Sources")
page = choices.page_of("page", len(record.sources), PAGE_SIZE)
if at in record.source:
    prose.source_list(record, [at])
shown = record.sources[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
prose.status(f"Sources {(page - 1) * PAGE_SIZE + 1} to {(page - 1) * PAGE_SIZE + len(shown)}.")
prose.source_list(record, [source.id for source in shown])
