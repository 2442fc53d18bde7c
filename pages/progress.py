"""Progress: what was asked and promised, who says it is done, and what is due."""

import datetime as dt

import streamlit as st

from components import (
    charted,
    choices,
    dataset,
    nothing_left,
    progress_parts,
    prose,
    register_item,
    take_away,
)
from components.charts.register import register_figure, spoken_description
from components.served_at import public_addresses
from inspection.addresses import Place
from inspection.board import ORDERS
from inspection.citing import citing
from inspection.clocks import ClockKind
from inspection.document import Table
from inspection.due_after_reports import due_after_reports
from inspection.measures import in_sentence, joined, plural
from inspection.overview import missing_words
from inspection.register import RegisterRow, register
from inspection.sheets import of_register as sheet
from inspection.sheets.of_due_dates import due_table
from inspection.sheets.of_force import where_missing
from inspection.unseen import unseen_requests

ANY = "any"
PAGE_SIZE = 20

record = dataset.record()
st.title("Progress")
names = {force.id: force.name for force in record.forces}
forces = choices.force_choice(names)
of_forces = nothing_left.of_forces(forces, names)
day = dataset.day() or dt.date.today()
rows = register(record, forces)
due = due_after_reports(record, forces)
known = unseen_requests(record, forces)
if not rows and not due and not known:
    none = "The record holds nothing asked for or promised for this choice."
    prose.answer(none, missing_words(record, forces))
    prose.draw(where_missing(record, forces))
    nothing_left.draw("progress", [of_forces])
    st.stop()

for force in forces:
    own = [row for row in rows if row.force == force]
    own_due = [row for row in due if row.force == force]
    own_known = [(asked, entry) for asked, entry in known if asked.force == force]
    prose.answer(*sheet.answer(record, force, own, own_due, own_known, day))
prose.draw(where_missing(record, forces))
kept_forces = prose.pairs(choices.forces_kept(forces, names))
prose.draw([sheet.voices_apart(), progress_parts.ready_choices(kept_forces, has_items=bool(rows))])

if rows:
    st.header("Counts, whole")
    counted = {row.force for row in rows}
    if told := sheet.uncounted([names[force] for force in forces if force not in counted]):
        prose.paragraph(told)
    prose.draw(sheet.counted(rows, day))
    prose.draw(sheet.unseen(record, forces))

st.header("What is due after a report", anchor="clocks")
clock = choices.one_of(
    "clock",
    "What is due",
    {ANY: "Everything", **{kind.value: kind.label for kind in ClockKind}},
    ClockKind.REPLY.value,
)
of_clock = [row for row in due if clock in (ANY, row.kind)]
none_found = choices.yes("none-found", "Only where none was found by us")
earlier = choices.yes("earlier", "Also reports from before the time limit")
blocks = list(due_table(record, of_clock, day, none_found=none_found, earlier=earlier))
prose.draw(blocks)
due_rows = sum(len(block.rows) for block in blocks if isinstance(block, Table))
prose.status(f"What is due after a report: {plural(due_rows, 'row')}.")
if not any(isinstance(block, Table) for block in blocks):
    nothing_left.draw("progress", progress_parts.chosen_due(of_forces, clock), "clocks")

st.header("The register", anchor="register")
cited = citing(record, sheet.TITLE, Place("progress"), public_addresses(), dataset.day())
if not rows:
    prose.draw(sheet.no_items(record, forces))
    st.header("Sources")
    prose.source_list(record, [source for _, entry in known for source in entry.sources])
    prose.cite(cited)
    st.stop()
shown, filters = progress_parts.chosen_rows(record, rows, day)
order = in_sentence(ORDERS.get(st.query_params.get("order", ""), next(iter(ORDERS.values()))))
prose.status(f"Showing {plural(len(shown), 'item')} of {len(rows)}, {order}.")
page = choices.page_of("page", len(shown), PAGE_SIZE)
part = shown[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
if part:
    others = [key for key in st.query_params if key != "item"]
    kept = tuple((key, value) for key in others for value in st.query_params.get_all(key))

    def item(row: RegisterRow) -> Place:
        """The item by itself further down; what the reader has chosen stays chosen."""
        return Place("progress", row.id, choices=kept)

    charted.chart(
        register_figure,
        (tuple(part), day),
        "register-chart",
        spoken_description(part, day),
        leads_to=Place("progress", charted.MARK_OF, choices=kept),
    )
    prose.draw([sheet.register_table(record, part, item)], cited)
if not part:
    nothing_left.draw(
        "progress",
        [of_forces, *progress_parts.chosen_filters(filters)],
        "register",
    )
filters = {"Force": joined(names[force] for force in forces)} | filters
take_away.files(record, shown, due, dataset.day(), filters)

register_item.draw(record, rows, part, day, cited)

st.header("Sources")
prose.source_list(record, [source for row in part for source in row.sources])
prose.cite(cited)
