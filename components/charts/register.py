"""Items of the register in time: asked, due, everything said by voice, the next look."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

import plotly.graph_objects as go

from components.charts import folded, laid_out
from components.palette import VOICE_MARKS, Palette
from inspection.dates import PartialDate, date_words
from inspection.measures import plural
from inspection.register import RegisterRow
from inspection.vocabulary import Voice

ROW_HEIGHT = 46
LABEL_WIDTH = 34


class _Mark(NamedTuple):
    row: int
    start: dt.date
    end: dt.date
    name: str
    words: str
    item: str


def register_figure(rows: Sequence[RegisterRow], day: dt.date, palette: Palette) -> go.Figure:
    """A line in time for each item, in the order of the rows, the first at the top.

    A hollow circle is the day it was asked or promised, an upright bar its due date, a filled mark
    something said, its shape telling the voice, a cross the next look at the theme. A thin bar
    shows the days an uncertain date can be. The dashed line is `day`. `customdata` is the item.
    """
    marks = [mark for place, row in enumerate(rows) for mark in _marks(place, row)]
    figure = go.Figure()
    spans = [mark for mark in marks if mark.start != mark.end]
    if spans:
        figure.add_scatter(
            x=[x for mark in spans for x in (mark.start, mark.end, None)],
            y=[y for mark in spans for y in (mark.row, mark.row, None)],
            mode="lines",
            line={"color": palette.quiet, "width": 3},
            opacity=0.4,
            hoverinfo="skip",
            showlegend=False,
        )
    for name, symbol, colour in _styles(palette):
        own = [mark for mark in marks if mark.name == name]
        if own:
            figure.add_scatter(
                x=[mark.start + (mark.end - mark.start) / 2 for mark in own],
                y=[mark.row for mark in own],
                mode="markers",
                name=name,
                marker={
                    "symbol": symbol,
                    "color": colour,
                    "size": 20 if name == ASKED else 13,
                    "line": {"width": 2, "color": colour},
                },
                customdata=[mark.item for mark in own],
                text=[mark.words for mark in own],
                hovertemplate="%{text}<extra></extra>",
            )
    figure.add_vline(x=day.isoformat(), line={"color": palette.quiet, "width": 1, "dash": "dash"})
    laid_out(
        figure,
        palette,
        height=130 + ROW_HEIGHT * max(len(rows), 1),
        margin={"l": 8, "r": 12, "t": 10, "b": 8},
        hovermode="closest",
    )
    figure.update_layout(
        legend={"orientation": "h", "y": 0, "yref": "container", "yanchor": "bottom", "x": 0}
    )
    first, last = _range(marks, day)
    months = 3 if (last - first).days < 3 * 365 else 12 * max(1, (last.year - first.year) // 7)
    figure.update_xaxes(
        type="date",
        tickformat="%b %Y" if months < 12 else "%Y",
        tick0=f"{first.year}-01-01",
        dtick=f"M{months}",
        range=[first, last],
    )
    figure.update_yaxes(
        tickvals=list(range(len(rows))),
        ticktext=[folded(escape(_short(row.summary)), LABEL_WIDTH) for row in rows],
        range=[len(rows) - 0.5, -0.5],
    )
    return figure


ASKED, DUE, NEXT_LOOK = "Asked or promised", "Due", "Next look at the theme"


def _styles(palette: Palette) -> Iterator[tuple[str, str, str]]:
    yield ASKED, "circle-open", palette.ink
    yield DUE, "line-ns", palette.wall
    colours = (*palette.forces[:3], palette.context)
    for (voice, symbol), colour in zip(VOICE_MARKS.items(), colours, strict=True):
        yield voice.label, symbol, colour
    yield NEXT_LOOK, "x-thin", palette.quiet


def _marks(place: int, row: RegisterRow) -> Iterator[_Mark]:
    def mark(date: PartialDate, name: str, words: str) -> _Mark:
        told = "<br>".join(folded(escape(line), 50) for line in (row.summary, words))
        return _Mark(place, date.earliest, date.latest, name, told, row.id)

    if row.asked:
        yield mark(row.asked, ASKED, f"{ASKED}: {row.asked.words}")
    if row.due:
        yield mark(row.due, DUE, f"{DUE}: {row.due.words} ({row.limit})")
    for entry in row.said:
        if entry.date:
            words = f"{entry.speaker}, {entry.date.words}: {entry.summary}"
            yield mark(entry.date, entry.voice.label, words)
    if row.next_look:
        words = f"{NEXT_LOOK}, {row.next_look.when}: {row.next_look.state.label}"
        yield mark(row.next_look.began, NEXT_LOOK, words)


def _range(marks: Sequence[_Mark], day: dt.date) -> tuple[dt.date, dt.date]:
    days = [day, *(mark.start for mark in marks), *(mark.end for mark in marks)]
    room = dt.timedelta(days=120)
    return min(days) - room, max(days) + room


def _short(text: str) -> str:
    return text if len(text) <= 66 else f"{text[:63].rsplit(' ', 1)[0]} ..."


def spoken_description(rows: Sequence[RegisterRow], day: dt.date) -> str:
    """What the chart shows, for those who cannot see it."""
    voices = {entry.voice for row in rows for entry in row.said if entry.date}
    said = ", ".join(voice.label.lower() for voice in Voice if voice in voices) or "nobody"
    return (
        f"Time chart of {plural(len(rows), 'item')} up to {date_words(day)}: when each was asked, when it is "
        f"due, and when somebody spoke of it ({said}). The table has the same in words."
    )
