"""Data: every table to take away, the sources, and what the record does not hold."""

import streamlit as st

from components import choices, contents, dataset, prose
from components.served_at import public_addresses
from inspection.addresses import Place
from inspection.citing import citing
from inspection.dates import date_words
from inspection.document import Block, Folded, Heading, Table
from inspection.exports import file_name
from inspection.measures import plural
from inspection.overview import counts_words, record_counts
from inspection.sheets import of_coverage, of_data, of_record

PAGE_SIZE = 20

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

newest, whole = dataset.edition(), dataset.shown()
with st.spinner("Counting what the tables hold ..."):
    described = {table.name: table for table in dataset.tables()}
taken = [*of_data.files(newest.tables, newest.record.release.version), *of_data.feeds()]
lacking = (*of_coverage.missing(record), *of_record.limits(record))
contents.on_page(
    {
        **contents.of_blocks(taken),
        "table": "One table and its columns",
        "whole": "The whole record",
        **contents.of_blocks(lacking),
        "sources": "Sources",
    }
)
prose.draw(taken)

st.header("One table and its columns", anchor="table")
chosen = choices.one_of("table", "Table", {name: name for name in described}, "inspections")
table = described[chosen]
shown = f"as known on {date_words(day)}" if day else "as known today"
prose.paragraph(table.about)
prose.status(f"Showing the table {chosen}: {plural(len(table.rows), 'row')}, {shown}.")
st.download_button(
    f"{chosen} as CSV, {shown}", table.csv, file_name(record, chosen, "csv", day),
    "text/csv; charset=utf-8", key="csv", on_click="ignore",
)  # fmt: skip
with st.expander(f"Columns of {chosen}"):
    prose.draw([of_data.columns_of(table)])

st.header("The whole record", anchor="whole")
if day:
    prose.paragraph(
        f"The JSON holds what was public on {date_words(day)}. The YAML is the files the record is "
        "kept in, which cannot be turned back: it holds the whole edition, later facts included."
    )
st.download_button(
    "Whole record as JSON", lambda: whole.whole_json, file_name(record, "record", "json", day),
    "application/json", key="json", on_click="ignore",
)  # fmt: skip
st.download_button(
    "Whole record as YAML", lambda: newest.whole_yaml, file_name(record, "record", "yaml"),
    "application/yaml", key="yaml", on_click="ignore",
)  # fmt: skip

at = st.query_params.get("at", "")
cited = citing(record, "Data", Place("data"), public_addresses(), day)
part = ""


def draw(block: Block, part: str) -> None:
    """One block; of a long table a page, chosen by the name of the part it stands in."""
    if isinstance(block, Folded):
        with st.expander(block.summary):
            for inner in block.blocks:
                draw(inner, block.id)
    elif isinstance(block, Table):
        prose.draw([choices.part_of(block, part, PAGE_SIZE, at)], cited, at)
    else:
        prose.draw([block], cited, at)


for block in lacking:
    if isinstance(block, Heading):
        part = block.id
    draw(block, part)

st.header("Sources", anchor="sources")
page = choices.page_of("page", len(record.sources), PAGE_SIZE)
if at in record.source:
    prose.source_list(record, [at])
shown = record.sources[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
prose.status(f"Sources {(page - 1) * PAGE_SIZE + 1} to {(page - 1) * PAGE_SIZE + len(shown)}.")
prose.source_list(record, [source.id for source in shown])
