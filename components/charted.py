"""A chart on a page: described in words, and drawn in the reader's browser by charts.js."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

import streamlit as st
from plotly.graph_objects import Figure

from components import prose
from components.charts.timeline import timeline_figure
from components.charts.upright_timeline import upright_timeline
from inspection.addresses import Place
from inspection.timeline import ContextRow, TimelineRow, timeline_words

MARK_OF = "mark-of-chart"
"""Stands in an address where a mark of a chart puts in what it is of."""


def chart(
    figure: Callable[[bool], Figure], key: str, alt: str, leads_to: Place | None = None
) -> None:
    """A chart with its description in words.

    `figure` is asked for two layouts: for a wide and for a narrow screen. A mark that is chosen leads
    to the place `leads_to`, what the mark is of put in for `MARK_OF`.
    """
    wide, narrow = figure(False), figure(True)
    data = [("wide", wide.to_json()), ("narrow", narrow.to_json())]
    if data[0][1] == data[1][1]:
        data.pop()
    if leads_to:
        data.append(("leads-to", prose.way(leads_to)))
    attributes = " ".join(f'data-{name}="{escape(text)}"' for name, text in data)
    heights = f"--wide: {wide.layout.height}px; --narrow: {narrow.layout.height}px"
    st.html(
        f'<div class="chart" id="chart-{key}" role="img" aria-label="{escape(alt)}" {attributes} '
        f'style="{heights}"><div class="plot"><p>Drawing the chart ...</p></div></div>'
    )


def inspections_in_time(
    rows: Sequence[TimelineRow],
    forces: Sequence[str],
    key: str,
    events: Sequence[ContextRow] = (),
) -> None:
    """The timeline of inspections, upright on a narrow screen; a mark leads to its inspection.

    Without inspections there is nothing to draw, and nothing is.
    """
    if not rows:
        return
    chart(
        lambda narrow: (upright_timeline if narrow else timeline_figure)(rows, forces, events),
        key,
        timeline_words(rows),
        leads_to=Place("inspection", MARK_OF),
    )
