"""Values of one indicator in time, a panel for each force; a line only within one method."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from html import escape

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from components.charts import colour, folded, force_colours, laid_out
from components.charts.labels import LABEL_FOLD, Mark, Scale, label_places
from components.charts.marks import VOICE_MARKS
from inspection.measured import SHARE, IndicatorRows, MeasuredRow
from inspection.measures import number_words

PANEL_HEIGHT = 190
PANEL_GAP = 64
TOP, BOTTOM = 34, 80
REFERENCES = (("target", "target", "Target", "star-open"),
              ("baseline", "against", "Set against", "cross-open"))  # fmt: skip


def measured_figure(found: IndicatorRows, forces: Sequence[str] = ()) -> go.Figure:
    """The values of an indicator that have a number and a date, by force, one panel below another.

    Shape tells who says so, colour the force; `forces` are all that the page shows, whose order
    gives the colours. The value stands beside its mark. A thin bar shows the days it can stand
    for, an upright one the margin, a hollow mark the target or what it is set against. A line
    joins only a value and the one it may be joined to. `customdata` is the id of the fact.
    """
    drawn = {force: [r for r in found.rows if r.force == force and r.is_drawn] for force in
             found.forces}  # fmt: skip
    drawn = {force: rows for force, rows in drawn.items() if rows}
    order = list(forces) or list(found.forces)
    count = max(len(drawn), 1)
    height = count * PANEL_HEIGHT + (count - 1) * PANEL_GAP
    figure = make_subplots(
        rows=count,
        cols=1,
        vertical_spacing=PANEL_GAP / height if count > 1 else 0,
        subplot_titles=[f"<b>{escape(rows[0].force_name)}</b>, {escape(found.unit)}"
                        for rows in drawn.values()],
    )  # fmt: skip
    figure.update_annotations(x=0, xanchor="left", font={"color": colour("ink"), "size": 14})
    rows = [row for own in drawn.values() for row in own]
    first, last = _days_shown(rows)
    top = _top(found.unit, rows)
    for panel, (force, own) in enumerate(drawn.items(), start=1):
        place = order.index(force) if force in order else 0
        shade = force_colours(place + 1)[-1]
        _add_spans_and_lines(figure, own, shade, panel)
        for voice in VOICE_MARKS:
            _add_values(figure, [row for row in own if row.voice is voice], shade, panel)
        _add_references(figure, own, shade, panel)
        _add_labels(figure, own, Scale(first, last, top, PANEL_HEIGHT), panel)
    _add_key(figure, rows)
    laid_out(
        figure,
        height=height + TOP + BOTTOM,
        margin={"l": 8, "r": 12, "t": TOP, "b": BOTTOM},
        hovermode="closest",
    )
    figure.update_layout(
        legend={"orientation": "h", "y": 0, "yref": "container", "yanchor": "bottom", "x": 0}
    )
    figure.update_yaxes(range=[0, top], nticks=5, tickformat=",")
    january = dt.date(first.year + 1, 1, 1)
    step = max(-(-(last.year - january.year) // 5), 1)
    figure.update_xaxes(
        type="date", range=[first, last], tick0=january, dtick=f"M{12 * step}", tickformat="%Y"
    )
    return figure


def _middle(row: MeasuredRow) -> dt.date:
    assert row.day_from is not None
    assert row.day_to is not None
    return row.day_from + (row.day_to - row.day_from) / 2


def _days_shown(rows: Sequence[MeasuredRow]) -> tuple[dt.date, dt.date]:
    """Whole years around all that is drawn, with a little room on both sides."""
    years = [day.year for row in rows for day in (row.day_from, row.day_to) if day] or [2000]
    first, last = dt.date(min(years), 1, 1), dt.date(max(years) + 1, 1, 1)
    room = (last - first) * 0.04
    return first - room, last + room


def _top(unit: str, rows: Sequence[MeasuredRow]) -> float:
    """The upper end of the axis: all of a share, or a little above the largest number."""
    highest = max(
        (max((r.number or 0) + (r.margin or 0), r.baseline or 0, r.target or 0) for r in rows),
        default=1,
    )
    return (max(highest, 100) if unit == SHARE else highest or 1) * 112 / 100


def _add_spans_and_lines(
    figure: go.Figure, rows: Sequence[MeasuredRow], shade: str, panel: int
) -> None:
    by_fact = {row.fact: row for row in rows}
    pairs = [(by_fact[row.joined_to], row) for row in rows if row.joined_to in by_fact]
    spans = [row for row in rows if row.day_from != row.day_to]
    lines = (
        ("days it can stand for", 3, [(r.day_from, r.day_to, None) for r in spans],
         [(r.number, r.number, None) for r in spans]),
        ("same method", 2, [(_middle(a), _middle(b), None) for a, b in pairs],
         [(a.number, b.number, None) for a, b in pairs]),
    )  # fmt: skip
    for name, width, x, y in lines:
        if x:
            figure.add_scatter(
                x=[day for part in x for day in part],
                y=[number for part in y for number in part],
                mode="lines",
                name=name,
                line={"color": shade, "width": width},
                opacity=0.5 if width == 3 else 1,
                hoverinfo="skip",
                showlegend=False,
                row=panel,
                col=1,
            )


def _add_values(figure: go.Figure, rows: Sequence[MeasuredRow], shade: str, panel: int) -> None:
    if not rows:
        return
    margins = [row.margin or 0 for row in rows]
    figure.add_scatter(
        x=[_middle(row) for row in rows],
        y=[row.number for row in rows],
        mode="markers",
        name=rows[0].voice.label,
        marker={
            "symbol": VOICE_MARKS[rows[0].voice],
            "color": shade,
            "size": 12,
            "line": {"width": 1.5, "color": shade},
        },
        error_y={"type": "data", "array": margins, "visible": any(margins), "width": 5},
        customdata=[row.fact for row in rows],
        text=[_hover(row) for row in rows],
        hovertemplate="%{text}<extra></extra>",
        showlegend=False,
        cliponaxis=False,
        row=panel,
        col=1,
    )


def _hover(row: MeasuredRow) -> str:
    lines = (row.when, f"{row.voice.label}: {row.words}", f"Basis: {row.basis}")
    told = "<br>".join(folded(escape(line), 50) for line in lines)
    return f"<b>{escape(row.force_name)}</b><br>{told}"


def _references(rows: Sequence[MeasuredRow], field: str) -> list[tuple[MeasuredRow, float]]:
    given = [(row, getattr(row, field)) for row in rows]
    return [(row, number) for row, number in given if number is not None]


def _add_references(figure: go.Figure, rows: Sequence[MeasuredRow], shade: str, panel: int) -> None:
    for field, _, name, mark in REFERENCES:
        given = _references(rows, field)
        if given:
            figure.add_scatter(
                x=[_middle(row) for row, _ in given],
                y=[number for _, number in given],
                mode="markers",
                name=name,
                marker={"symbol": mark, "color": shade, "size": 12, "line": {"width": 2}},
                hoverinfo="skip",
                showlegend=False,
                cliponaxis=False,
                row=panel,
                col=1,
            )


def _add_key(figure: go.Figure, rows: Sequence[MeasuredRow]) -> None:
    """A key without colour, because colour tells the force and each panel names its own."""
    voices = {row.voice for row in rows}
    entries = [(voice.label, VOICE_MARKS[voice]) for voice in VOICE_MARKS if voice in voices]
    entries += [(name, mark) for field, _, name, mark in REFERENCES if _references(rows, field)]
    for name, mark in entries:
        figure.add_scatter(
            x=[None],
            y=[None],
            mode="markers",
            name=name,
            marker={"symbol": mark, "color": colour("quiet"), "size": 12, "line": {"width": 2}},
        )


def _add_labels(
    figure: go.Figure,
    rows: Sequence[MeasuredRow],
    scale: Scale,
    panel: int,
) -> None:
    """The value beside each mark, joined to it by a fine line where it had to stand away."""
    marks = [
        Mark(_middle(row), row.number or 0, row.label, row.day_from, row.day_to) for row in rows
    ]
    for field, word, _, _ in REFERENCES:
        for row, number in _references(rows, field):
            marks.append(Mark(_middle(row), number, f"{word} {number_words(number)}"))
    for mark, (side, away) in zip(marks, label_places(marks, scale), strict=True):
        figure.add_annotation(
            x=mark.day,
            y=mark.number,
            ax=12 * side,
            ay=away,
            text=folded(escape(mark.label), LABEL_FOLD),
            align="left" if side > 0 else "right",
            xanchor="left" if side > 0 else "right",
            yanchor="middle",
            font={"color": colour("ink"), "size": 13},
            showarrow=True,
            arrowhead=0,
            arrowwidth=1,
            arrowcolor=colour("quiet"),
            standoff=6,
            row=panel,
            col=1,
        )
