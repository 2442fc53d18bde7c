"""Items of the register in time: asked, due, everything said by voice, the next look."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

import plotly.graph_objects as go

from components.charts import NARROW, colour, folded, laid_out
from components.charts.marks import VOICE_MARKS
from inspection.dates import PartialDate, date_words
from inspection.measures import plural
from inspection.register import RegisterRow
from inspection.vocabulary import Voice

ROW_HEIGHT = 46
NARROW_ROW_HEIGHT = 74
LABEL_WIDTH = 34


class _Mark(NamedTuple):
    row: int
    start: dt.date
    end: dt.date
    name: str
    words: str
    item: str


def register_figure(rows: Sequence[RegisterRow], day: dt.date, narrow: bool = False) -> go.Figure:
    """A line in time for each item, in the order of the rows, the first at the top.

    A hollow circle is the day it was asked or promised, an upright bar its due date, a filled mark
    something said, its shape telling the voice, a cross the next look at the theme. A thin bar
    shows the days an uncertain date can be. The dashed line is `day`. `customdata` is the item.
    Where it is `narrow`, an item's words stand above its line instead of beside it.
    """
    marks = [mark for place, row in enumerate(rows) for mark in _marks(place, row)]
    figure = go.Figure()
    spans = [mark for mark in marks if mark.start != mark.end]
    if spans:
        figure.add_scatter(
            x=[x for mark in spans for x in (mark.start, mark.end, None)],
            y=[y for mark in spans for y in (mark.row, mark.row, None)],
            mode="lines",
            line={"color": colour("quiet"), "width": 3},
            opacity=0.4,
            hoverinfo="skip",
            showlegend=False,
        )
    for name, symbol, shade in _styles():
        own = [mark for mark in marks if mark.name == name]
        if own:
            figure.add_scatter(
                x=[mark.start + (mark.end - mark.start) / 2 for mark in own],
                y=[mark.row for mark in own],
                mode="markers",
                name=name,
                marker={
                    "symbol": symbol,
                    "color": shade,
                    "size": 20 if name == ASKED else 13,
                    "line": {"width": 2, "color": shade},
                },
                customdata=[mark.item for mark in own],
                text=[mark.words for mark in own],
                hovertemplate="%{text}<extra></extra>",
            )
    figure.add_vline(x=day.isoformat(), line={"color": colour("quiet"), "width": 1, "dash": "dash"})
    laid_out(
        figure,
        height=(190 if narrow else 130)
        + (NARROW_ROW_HEIGHT if narrow else ROW_HEIGHT) * max(len(rows), 1),
        margin={"l": 8, "r": 12, "t": 10, "b": 8},
        hovermode="closest",
    )
    figure.update_layout(
        legend={"orientation": "h", "y": 0, "yref": "container", "yanchor": "bottom", "x": 0}
    )
    first, last = _range(marks, day)
    steps = 4 if narrow else 7
    months = 3 if (last - first).days < 3 * 365 else 12 * max(1, (last.year - first.year) // steps)
    months = 6 if narrow and months == 3 else months
    figure.update_xaxes(
        type="date",
        tickformat="%b %Y" if months < 12 else "%Y",
        tick0=f"{first.year}-01-01",
        dtick=f"M{months}",
        range=[first, last],
    )
    figure.update_yaxes(
        tickvals=list(range(len(rows))),
        ticktext=["" if narrow else _words(row, LABEL_WIDTH) for row in rows],
        range=[len(rows) - 0.5, -0.5],
    )
    if narrow:
        figure.update_layout(annotations=_items_above(rows))
    return figure


def _items_above(rows: Sequence[RegisterRow]) -> list[dict[str, object]]:
    return [
        {
            "x": 0,
            "xref": "paper",
            "xanchor": "left",
            "y": place,
            "yanchor": "bottom",
            "yshift": 13,
            "text": _words(row, NARROW // 7),
            "align": "left",
            "showarrow": False,
            "font": {"color": colour("ink"), "size": 12},
        }
        for place, row in enumerate(rows)
    ]


ASKED, DUE, NEXT_LOOK = "Asked or promised", "Due", "Next look at the theme"


def _styles() -> Iterator[tuple[str, str, str]]:
    yield ASKED, "circle-open", colour("ink")
    yield DUE, "line-ns", colour("wall")
    for voice, symbol in VOICE_MARKS.items():
        yield voice.label, symbol, colour(f"voice-{voice.value}")
    yield NEXT_LOOK, "x-thin", colour("quiet")


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


def _words(row: RegisterRow, width: int) -> str:
    """The item in two lines at most of about `width` characters."""
    text, room = row.summary, 2 * width - 2
    short = text if len(text) <= room else f"{text[: room - 3].rsplit(' ', 1)[0]} ..."
    return folded(escape(short), width)


def spoken_description(rows: Sequence[RegisterRow], day: dt.date) -> str:
    """What the chart shows, for those who cannot see it."""
    voices = {entry.voice for row in rows for entry in row.said if entry.date}
    said = ", ".join(voice.label.lower() for voice in Voice if voice in voices) or "nobody"
    return (
        f"Time chart of {plural(len(rows), 'item')} up to {date_words(day)}: when each was asked, when it is "
        f"due, and when somebody spoke of it ({said}). The table has the same in words."
    )
