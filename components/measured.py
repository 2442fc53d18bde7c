"""Measures over time on a page: recorded values with what they rest on, as picture and table."""

from __future__ import annotations

from collections.abc import Collection

import streamlit as st

from components import charted, prose
from components.charts.measured import measured_figure
from inspection.measured import IndicatorRows, MeasuredRow, measured, measured_words
from inspection.model import Record


def draw(record: Record, theme: str, forces: Collection[str], kept: dict[str, str]) -> None:
    """What was measured more than once under a theme; `kept` is what a link to another keeps."""
    st.header("Measures over time", anchor="measures")
    every = measured(record, forces=forces)
    own = [found for found in every if found.theme == theme]
    if not own:
        prose.paragraph("Nothing under this theme was measured more than once in our record.")
    for found in own:
        _indicator(record, found, list(forces))
    others = [found for found in every if found.theme != theme]
    if others:
        links = (
            prose.link("recurring", found.name, "measures", **kept, theme=found.theme)
            for found in others
        )
        prose.paragraph(
            "Measured more than once under other themes:", prose.joined_html(links, "; ")
        )


def _indicator(record: Record, found: IndicatorRows, forces: list[str]) -> None:
    st.subheader(found.name, anchor=False)
    prose.paragraph(measured_words(found), found.about)
    if any(row.is_drawn for row in found.rows):
        charted.chart(
            measured_figure(found, charted.page_palette(), forces),
            f"measured-{found.indicator}",
            f"{found.name}: recorded values in time. The table that follows has the same values.",
        )
    prose.table(
        f"{found.name}: every value in the record",
        ["When", "Force", "Value", "What it rests on", "Who says so", "Sources"],
        [
            (
                _when(row),
                row.force_name,
                row.words,
                row.basis,
                row.voice.label,
                prose.source_links(record, row.sources),
            )
            for row in found.rows
        ],
    )


def _when(row: MeasuredRow) -> str:
    if row.inspection is None:
        return row.when
    return prose.inspection_link(row.inspection, row.when, at=row.fact)
