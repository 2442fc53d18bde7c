"""One item of the register on a page: in time, with a board's questions and everything said on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import streamlit as st

from components import charted, choices, prose
from components.charts.register import register_figure, spoken_description
from inspection.citing import Citing
from inspection.model import Record
from inspection.register import RegisterRow
from inspection.sheets.of_register_item import item_facts, item_said


def draw(
    record: Record,
    rows: Sequence[RegisterRow],
    offered: Sequence[RegisterRow],
    day: dt.date,
    citing: Citing,
) -> None:
    """One item in time, the board's three questions, and everything said on it.

    `offered` are those of the table on the page, to choose from; one that the address names is
    found among all `rows`.
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
    prose.draw(item_facts(row, in_table=row in offered), citing)
    charted.chart(register_figure, ((row,), day), "item-chart", spoken_description([row], day))
    prose.draw(item_said(record, row, day))
