"""One item of the register on a page: in time, with a board's questions and everything said on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import streamlit as st

from components import charted, choices, prose
from components.charts.register import register_figure, spoken_description
from components.progress_parts import in_brackets
from inspection.account import date_or_unknown, nothing_found
from inspection.board import history_words, questions
from inspection.model import Record
from inspection.register import RegisterRow


def draw(
    record: Record, rows: Sequence[RegisterRow], offered: Sequence[RegisterRow], day: dt.date
) -> None:
    """One item in time, the board's three questions, and everything said on it.

    `offered` are those to choose from; one that the address names is found among all `rows`.
    """
    st.header("One item", anchor="item")
    asked = st.query_params.get("item")
    choice = [*offered, *(row for row in rows if row.id == asked)]
    labels = {row.id: f"{row.force_name}: {row.summary}" for row in choice}
    none = {"": "No item chosen"}
    chosen = choices.one_of("item", "Item", none | labels, "")
    row = next((row for row in rows if row.id == chosen), None)
    if row is None:
        prose.paragraph("Choose an item here, in the table or in the chart.")
        return
    prose.paragraph(row.summary)
    prose.facts(
        {
            "What it is": f"{row.kind.label}. {row.kind.meaning}",
            "Asked or promised by": row.asked_by,
            "When": date_or_unknown(row.asked),
            "Time limit": row.limit if not row.due else f"{row.limit} ({row.due.words})",
            "Theme": row.theme_name,
            "About": row.about,
            "Our reading": f"{row.reading.label}. {row.reading.meaning}",
            "Readings so far": history_words(row),
        }
    )
    charted.chart(
        register_figure([row], day, charted.page_palette()),
        "item-chart",
        spoken_description([row], day),
    )
    prose.table(
        "Questions to ask",
        ["Question", "What the record holds"],
        questions(row, day, nothing_found(record)),
    )
    if row.said:
        prose.table(
            "Everything said on it, oldest first",
            ["When", "Voice", "Who", "On", "What was said", "Sources"],
            [
                (
                    date_or_unknown(entry.date),
                    entry.voice.label,
                    entry.speaker,
                    "this item" if entry.is_on_item else "its theme",
                    f"{entry.summary} {in_brackets(entry.says.label if entry.says else '')}",
                    prose.source_links(record, entry.sources),
                )
                for entry in row.said
            ],
        )
    if row.inspection:
        prose.paragraph(prose.inspection_link(row.inspection, row.inspection_title, at=row.id))
