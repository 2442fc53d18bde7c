"""Progress: what was asked and promised, who says it is done, and what is due."""

import datetime as dt

import streamlit as st

from components import charted, choices, dataset, progress_parts, prose, register_item, take_away
from components.charts.register import register_figure, spoken_description
from inspection.board import oldest_open, passed_words
from inspection.clocks import ClockKind, reply_words
from inspection.due_after_reports import due_after_reports
from inspection.measures import plural
from inspection.register import ItemKind, register

ANY = "any"
PAGE_SIZE = 20

record = dataset.record()
st.title("Progress")
names = {force.id: force.name for force in record.forces}
forces = choices.force_choice(names)
day = dataset.day() or dt.date.today()
rows = register(record, forces)
due = due_after_reports(record, forces)
if not rows and not due:
    prose.answer("The record holds nothing asked for or promised for this choice.")
    st.stop()

for force in forces:
    own = [row for row in rows if row.force == force]
    concern = oldest_open(own, ItemKind.CAUSE_OF_CONCERN)
    prose.answer(
        reply_words([row for row in due if row.force == force], names[force]),
        progress_parts.oldest_words(concern, names[force]),
        passed_words(own, day),
    )
prose.paragraph(
    "Four voices, never merged: the inspectorate, the governing body, the force, and our own "
    "reading by one written rule. What we did not find may exist; nothing found by us never means "
    "late, not sent or not done.",
    prose.link("method", "The rule", "progress"),
)
kept = {"force": forces[0]} if len(forces) == 1 and len(names) > 1 else {}
prose.bullets(
    [
        prose.link(
            "progress", "Reports with no published reply found", "clocks", **kept,
            **{"none-found": "yes"},
        ),
        prose.link(
            "progress", "Commitments whose due date has passed, and what is known of them",
            "register", **kept, kind="commitment", passed="yes",
        ),
        prose.link(
            "progress", "Causes of concern", "register", **kept, kind="cause-of-concern"
        ),
    ]
)  # fmt: skip

st.header("Counts, whole")
progress_parts.counted(rows, day)
progress_parts.unseen(record, forces)

st.header("What is due after a report", anchor="clocks")
clock = choices.one_of(
    "clock",
    "What is due",
    {ANY: "Everything", **{kind.value: kind.label for kind in ClockKind}},
    ClockKind.REPLY.value,
)
progress_parts.due_table(
    record,
    [row for row in due if clock in (ANY, row.kind)],
    day,
    none_found=choices.yes("none-found", "Only where none was found by us"),
    earlier=choices.yes("earlier", "Also reports from before the time limit"),
)

st.header("The register", anchor="register")
shown, filters = progress_parts.chosen_rows(record, rows, day)
prose.status(f"Showing {plural(len(shown), 'item')} of {len(rows)}.")
page = choices.page_of("page", len(shown), PAGE_SIZE)
part = shown[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
if part:
    chosen = charted.chosen_mark(
        register_figure(part, day, charted.page_palette()),
        "register-chart",
        spoken_description(part, day),
    )
    if isinstance(chosen, str):
        st.query_params["item"] = chosen
    asked = {key: st.query_params.get_all(key) for key in st.query_params if key != "item"}
    progress_parts.register_table(record, part, asked)
filters = {"Force": " and ".join(names[force] for force in forces)} | filters
take_away.files(record, shown, due, dataset.day(), filters)

register_item.draw(record, rows, part, day)

st.header("Sources")
prose.source_list(record, [source for row in part for source in row.sources])
