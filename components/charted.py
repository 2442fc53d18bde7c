"""A chart on a page: described in words, and drawn in the reader's browser by charts.js.

What a figure is made of says what it looks like, so one that has been drawn before for the same rows
is not drawn again: for all readers together each choice costs its charts once.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import lru_cache
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
DRAWINGS_HELD = 200
"""How many charts are kept, those last asked for: about 100 kB each in both layouts."""


def chart(
    figure: Callable[..., Figure],
    rows: tuple[Hashable, ...],
    key: str,
    alt: str,
    leads_to: Place | None = None,
) -> None:
    """A chart with its description in words.

    `figure` makes it of `rows`, and is asked for two layouts by `narrow`: for a wide and for a narrow
    screen. A mark that is chosen leads to the place `leads_to`, what the mark is of put in for
    `MARK_OF`.
    """
    layouts, heights = _drawn(figure, rows)
    to = f' data-leads-to="{escape(prose.way(leads_to))}"' if leads_to else ""
    st.html(
        f'<div class="chart" id="chart-{key}" role="img" aria-label="{escape(alt)}" {layouts}{to} '
        f'style="{heights}"><div class="plot"><p>Drawing the chart ...</p></div></div>'
    )


@lru_cache(maxsize=DRAWINGS_HELD)
def _drawn(figure: Callable[..., Figure], rows: tuple[Hashable, ...]) -> tuple[str, str]:
    """The layouts of a chart as attributes, the narrow one where it differs, and its heights."""
    wide, narrow = figure(*rows, narrow=False), figure(*rows, narrow=True)
    layouts = {"wide": wide.to_json(), "narrow": narrow.to_json()}
    if layouts["wide"] == layouts["narrow"]:
        del layouts["narrow"]
    attributes = " ".join(f"data-{name}='{_in_quotes(text)}'" for name, text in layouts.items())
    return attributes, f"--wide: {wide.layout.height}px; --narrow: {narrow.layout.height}px"


def _in_quotes(data: str) -> str:
    """Data made safe to stand between single quotes: those that JSON is full of need no more room."""
    return data.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&#x27;")


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
        _in_time,
        (tuple(rows), tuple(forces), tuple(events)),
        key,
        timeline_words(rows),
        leads_to=Place("inspection", MARK_OF),
    )


def _in_time(
    rows: Sequence[TimelineRow],
    forces: Sequence[str],
    events: Sequence[ContextRow],
    *,
    narrow: bool,
) -> Figure:
    return (upright_timeline if narrow else timeline_figure)(rows, forces, events)
