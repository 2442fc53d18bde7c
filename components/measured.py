"""Measures over time on a page: recorded values with what they rest on, as picture and table."""

from __future__ import annotations

from collections.abc import Collection

from plotly.graph_objects import Figure

from components import charted, prose
from components.charts.measured import measured_figure
from inspection.measured import IndicatorRows, measured
from inspection.model import Record
from inspection.sheets import of_measures as sheet


def draw(
    record: Record, theme: str, forces: Collection[str], kept: dict[str, str | list[str]]
) -> None:
    """What was measured more than once under a theme; `kept` is what a link to another keeps."""
    every = measured(record, forces=forces)
    own = [found for found in every if found.theme == theme]
    prose.draw(sheet.opening(own))
    for found in own:
        prose.draw(sheet.indicator(found))
        _picture(found, tuple(forces))
        prose.draw([sheet.indicator_values(record, found)])
    others = [found for found in every if found.theme != theme]
    prose.draw(sheet.elsewhere(others, prose.pairs(kept)))


def _picture(found: IndicatorRows, forces: tuple[str, ...]) -> None:
    if any(row.is_drawn for row in found.rows):
        charted.chart(
            _in_one_layout,
            (found, forces),
            f"measured-{found.indicator}",
            f"{found.name}: recorded values in time. The table that follows has the same values.",
        )


def _in_one_layout(found: IndicatorRows, forces: tuple[str, ...], **_narrow: bool) -> Figure:
    return measured_figure(found, forces)
