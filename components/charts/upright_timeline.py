"""Inspections in time on a narrow screen: time runs down, a column for each force, words at each mark."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import NamedTuple

import plotly.graph_objects as go

from components.charts import NARROW, colour, folded, force_colours, laid_out
from components.charts.lanes import (
    HEAD,
    MARK,
    MOST_COLUMNS,
    WORDS,
    YEARS,
    Lane,
    add_heads,
    add_lanes,
    force_lanes,
)
from components.charts.marks import KIND_MARKS
from components.charts.timeline import event_words, hover, middle
from inspection.timeline import ContextRow, TimelineRow, short_date

LEAST_YEAR = 34
LINE_HEIGHT = 15
GAP = 5
LETTER = 5.5
"""How wide a letter of a label is, on average, in pixels; rather more than less."""
BRACKETS = (8, 12, 16)
"""How far from the marks a bracket can stand that joins an inspection to what it follows."""
LANE_BRACKETS = (8, 10, 12)
"""The brackets that fit between two lanes."""
TOP, BOTTOM = 24, 110


class _Years:
    """Where a day stands, in pixels from the top: each year is as tall as its words need."""

    def __init__(self, tall: Mapping[int, float]) -> None:
        self.tops: dict[int, float] = {}
        depth = 0.0
        for year, height in tall.items():
            self.tops[year] = depth
            depth += height
        self.tops[max(tall) + 1] = depth
        self.depth = depth

    def y(self, day: dt.date) -> float:
        """Of a day; days before the first year and after the last stand at the ends."""
        if day.year not in self.tops or day.year + 1 not in self.tops:
            return 0.0 if day.year < min(self.tops) else self.depth
        top, tall = self.tops[day.year], self.tops[day.year + 1] - self.tops[day.year]
        return top + tall * (day.timetuple().tm_yday - 1) / 366


class _Placed(NamedTuple):
    row: TimelineRow
    lane: Lane
    y: float
    words: str
    words_y: float


def upright_timeline(
    rows: Sequence[TimelineRow], forces: Sequence[str], events: Sequence[ContextRow] = ()
) -> go.Figure:
    """The timeline of inspections on a narrow screen.

    The first year stands at the top, and each is as tall as its words need. One or two forces have a
    column each. Of more, each has a lane for its marks, headed by its name, and one column holds the
    words, in which every label names its force. Marks, bars and dotted lines mean what they do in
    timeline.py; the words beside a mark are its publication and its programme, or its kind where all
    are of one programme, moved down where they would lie on others, and led back to their mark where
    they do not stand right beside it. `customdata` is the inspection's id.
    """
    shown = [force for force in forces if any(row.force == force for row in rows)]
    lanes = force_lanes(shown)
    are_headed = len(shown) > MOST_COLUMNS
    days = [
        day for row in rows for day in (row.fieldwork_from, row.published_from, row.published_to)
    ]
    days += [event.day_from for event in events]
    shown_years = sorted({day.year for day in days if day})
    years, placed = _placed(rows, lanes, range(shown_years[0], shown_years[-1] + 1))
    colours = dict(zip(forces, force_colours(len(forces)), strict=True))
    names = {row.force: escape(row.force_name) for row in rows}
    above = HEAD * len(lanes) if are_headed else 0
    figure = go.Figure()
    if are_headed:
        add_lanes(figure, lanes, colours, years.depth)
    _add_bars(figure, placed, colours, years)
    _add_brackets(figure, placed, LANE_BRACKETS if are_headed else BRACKETS)
    _add_marks(figure, placed, colours)
    _add_words(figure, placed)
    _add_events(figure, events, years)
    if are_headed:
        add_heads(figure, lanes, names)
    laid_out(
        figure,
        height=round(years.depth) + above + TOP + BOTTOM,
        margin={"l": YEARS, "r": 0, "t": TOP, "b": BOTTOM},
        hovermode="closest",
    )
    figure.update_layout(
        legend={"orientation": "h", "y": 0, "yref": "container", "yanchor": "bottom", "x": 0,
                "xref": "container"}
    )  # fmt: skip
    figure.update_yaxes(
        range=[years.depth, -above],
        tickvals=list(years.tops.values())[:-1],
        ticktext=[str(year) for year in years.tops][:-1],
        automargin=False,
    )
    columns = {} if are_headed else lanes
    figure.update_xaxes(
        range=[0, NARROW - YEARS],
        side="top",
        tickvals=[lane.mark - MARK for lane in columns.values()],
        ticktext=[f"<b>{names[force]}</b>" for force in columns],
        ticklabelposition="outside right",
        showgrid=False,
    )
    return figure


def _placed(
    rows: Sequence[TimelineRow], lanes: Mapping[str, Lane], shown: range
) -> tuple[_Years, list[_Placed]]:
    """Each inspection with its words, within its year as near to its mark as others leave room."""
    words = {row.inspection: _words(row, rows, lanes) for row in rows}
    groups: dict[tuple[int, int], list[TimelineRow]] = {}
    for row in sorted(rows, key=middle):
        groups.setdefault((middle(row).year, lanes[row.force].column), []).append(row)
    tall = dict.fromkeys(shown, float(LEAST_YEAR))
    for (year, _), own in groups.items():
        needed = sum(_height(words[row.inspection]) + GAP for row in own)
        tall[year] = max(tall[year], needed)
    years = _Years(tall)
    placed = []
    for (year, _), own in groups.items():
        heights = [_height(words[row.inspection]) + GAP for row in own]
        wanted = [years.y(middle(row)) for row in own]
        where = _apart(wanted, heights, years.tops[year], years.tops[year + 1])
        for row, y, words_y in zip(own, wanted, where, strict=True):
            placed.append(_Placed(row, lanes[row.force], y, words[row.inspection], words_y))
    return years, placed


def _words(row: TimelineRow, rows: Sequence[TimelineRow], lanes: Mapping[str, Lane]) -> str:
    what = row.kind.label if len({other.lane for other in rows}) == 1 else row.lane
    whose = row.force_name if len(lanes) > MOST_COLUMNS else ""
    told = ", ".join(filter(None, (whose, short_date(row), what)))
    return folded(escape(told), int(lanes[row.force].width / LETTER))


def _apart(
    wanted: Sequence[float], heights: Sequence[float], top: float, bottom: float
) -> list[float]:
    """The middles of words that are wanted at these places, moved so that none lie on others."""
    middles, free = [], top
    for want, height in zip(wanted, heights, strict=True):
        middles.append(max(want, free + height / 2))
        free = middles[-1] + height / 2
    free = bottom
    for place in reversed(range(len(middles))):
        middles[place] = min(middles[place], free - heights[place] / 2)
        free = middles[place] - heights[place] / 2
    return middles


def _height(words: str) -> int:
    return LINE_HEIGHT * (1 + words.count("<br>"))


def _add_bars(
    figure: go.Figure,
    placed: Sequence[_Placed],
    colours: Mapping[str, str],
    years: _Years,
) -> None:
    """Fieldwork as a thick bar, an uncertain date as a dotted one."""
    for item in placed:
        row, x = item.row, item.lane.mark
        shade = colours[row.force]
        if row.fieldwork_from and row.fieldwork_to:
            ends = row.fieldwork_from, min(row.fieldwork_to, row.published_to)
            dash = "solid" if row.fieldwork_is_exact else "dot"
            _line(figure, [x, x], map(years.y, ends), shade, 7, dash)
        if not row.published_is_exact:
            ends = row.published_from, row.published_to
            _line(figure, [x, x], map(years.y, ends), shade, 4, "dot")


def _add_brackets(figure: go.Figure, placed: Sequence[_Placed], brackets: Sequence[int]) -> None:
    """A fine bracket from each inspection to the one it follows, dashed under a new method."""
    by_id = {item.row.inspection: item for item in placed}
    free = dict.fromkeys(((i.lane, away) for i in placed for away in brackets), -1.0)
    for item in sorted(placed, key=lambda item: item.y):
        before = by_id.get(item.row.linked_to or "")
        if before is None or before.lane != item.lane:
            continue
        away = next((a for a in brackets if free[item.lane, a] < before.y), brackets[-1])
        free[item.lane, away] = item.y
        x = item.lane.mark
        dash = "solid" if item.row.link == "follows" else "dash"
        ends = [before.y, before.y, item.y, item.y]
        _line(figure, [x, x - away, x - away, x], ends, colour("quiet"), 1.2, dash)


def _line(
    figure: go.Figure, x: Iterable[float], y: Iterable[float], shade: str, width: float, dash: str
) -> None:
    figure.add_scatter(
        x=list(x), y=list(y), mode="lines", line={"color": shade, "width": width, "dash": dash},
        opacity=0.7, hoverinfo="skip", showlegend=False,
    )  # fmt: skip


def _add_marks(figure: go.Figure, placed: Sequence[_Placed], colours: Mapping[str, str]) -> None:
    for kind, mark in KIND_MARKS.items():
        own = [item for item in placed if item.row.kind == kind]
        if not own:
            continue
        figure.add_scatter(
            x=[None], y=[None], mode="markers", name=kind.label,
            marker={"symbol": mark, "color": colour("quiet"), "size": 12},
        )  # fmt: skip
        shades = [colours[item.row.force] for item in own]
        figure.add_scatter(
            x=[item.lane.mark for item in own],
            y=[item.y for item in own],
            mode="markers",
            name=kind.label,
            showlegend=False,
            marker={
                "symbol": [mark if i.row.published_is_exact else f"{mark}-open" for i in own],
                "color": shades,
                "size": 12,
                "line": {"width": 2, "color": shades},
            },
            customdata=[item.row.inspection for item in own],
            text=[hover(item.row) for item in own],
            hovertemplate="%{text}<extra></extra>",
            cliponaxis=False,
        )


def _add_words(figure: go.Figure, placed: Sequence[_Placed]) -> None:
    figure.update_layout(
        annotations=[
            {
                "x": item.lane.mark,
                "y": item.y,
                "ax": item.lane.words - item.lane.mark,
                "ay": item.words_y - item.y,
                "text": item.words,
                "align": "left",
                "xanchor": "left",
                "yanchor": "middle",
                "font": {"color": colour("ink"), "size": 12},
                "showarrow": True,
                "arrowhead": 0,
                "arrowwidth": 1,
                "arrowcolor": _line_to(item),
                "standoff": 7,
                "borderpad": 0,
            }
            for item in placed
        ]
    )


def _line_to(item: _Placed) -> str:
    """The colour of the fine line from words to their mark: none where they stand beside it."""
    is_level = abs(item.words_y - item.y) <= LINE_HEIGHT * 2 / 3
    is_beside = is_level and item.lane.words - item.lane.mark <= WORDS - MARK
    return "rgba(0,0,0,0)" if is_beside else colour("edge")


def _add_events(figure: go.Figure, events: Sequence[ContextRow], years: _Years) -> None:
    places = [(event, years.y(event.day_from)) for event in events]
    for _, y in places:
        figure.add_hline(y=y, line={"color": colour("context"), "width": 1, "dash": "dot"})
    if places:
        figure.add_scatter(
            x=[NARROW - YEARS - 8] * len(places),
            y=[y for _, y in places],
            mode="markers",
            name="Context event",
            marker={"symbol": "line-ew-open", "color": colour("context"), "size": 12},
            text=[event_words(event, 40) for event, _ in places],
            hovertemplate="%{text}<extra></extra>",
        )
