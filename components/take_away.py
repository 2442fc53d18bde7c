"""Files to take away from a page: the rows a reader has chosen, and the dates due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import streamlit as st

from components.allowance import in_turn
from components.served_at import public_addresses
from inspection.clocks import ClockRow
from inspection.due_dates import due_calendar
from inspection.exports import file_name
from inspection.model import Record
from inspection.register import RegisterRow
from inspection.register_export import register_table
from inspection.workbook import register_workbook


def files(
    record: Record,
    rows: Sequence[RegisterRow],
    due: Sequence[ClockRow],
    known: dt.date | None,
    filters: Mapping[str, str],
) -> None:
    """The rows chosen as CSV and as a workbook, and the dates due as a calendar."""

    def csv() -> str:
        return register_table(record, rows, known).csv()

    def workbook() -> bytes:
        return register_workbook(record, rows, due, known, filters)

    def calendar() -> bytes:
        return due_calendar(record, due, rows, known, public_addresses())

    excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    files = (
        ("These rows as CSV", csv, "register", "csv", "text/csv; charset=utf-8"),
        ("These rows as a workbook", in_turn(workbook), "register", "xlsx", excel),
        ("Dates due as a calendar", calendar, "due-dates", "ics", "text/calendar; charset=utf-8"),
    )
    for column, (label, data, name, ending, kind) in zip(st.columns(3), files, strict=True):
        column.download_button(
            label,
            data,
            file_name(record, name, ending, known),
            kind,
            key=f"take-{ending}",
            on_click="ignore",
        )
