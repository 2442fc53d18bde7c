"""Inspections in time: a lane for each programme, fieldwork as a bar, publication as a mark."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from html import escape

import plotly.graph_objects as go

from components.charts import colour, folded, force_colours, laid_out
from components.charts.marks import KIND_MARKS
from inspection.timeline import ContextRow, TimelineRow

ROW_HEIGHT = 36
CLOSE_DAYS = 40


def timeline_figure(
    rows: Sequence[TimelineRow],
    forces: Sequence[str],
    events: Sequence[ContextRow] = (),
) -> go.Figure:
    """The timeline of inspections on a wide screen; upright_timeline.py has that of a narrow one.

    Lanes run by programme, one below the other for each force in `forces`, whose order gives the
    colours. Shape tells the kind. A date known only to the month or year is a dotted bar with an
    open mark in its middle; a line joins an inspection to the one it follows. Each mark carries the
    inspection's id as `customdata`.
    """
    lanes = _lanes(rows, forces)
    heights = _heights(rows, lanes)
    figure = go.Figure()
    colours = dict(zip(forces, force_colours(len(forces)), strict=True))
    _add_links(figure, rows, heights)
    for force in forces:
        own = [row for row in rows if row.force == force]
        _add_bars(figure, own, heights, colours[force])
    for kind in KIND_MARKS:
        own = [row for row in rows if row.kind == kind]
        if own:
            _add_marks(figure, own, heights, colours)
    _add_events(figure, events)
    names = list(lanes)
    force_names = {row.force: row.force_name for row in rows} if len(forces) > 1 else {}
    laid_out(
        figure,
        height=150 + ROW_HEIGHT * len(names),
        margin={"l": 8, "r": 16, "t": 30 if events else 8, "b": 8},
        hovermode="closest",
    )
    figure.update_layout(
        legend={"orientation": "h", "y": -0.02, "yanchor": "top", "x": 0, "xanchor": "left"}
    )
    figure.update_yaxes(
        tickvals=list(range(len(names))),
        ticktext=[_lane_label(lane, force_names) for lane in names],
        range=[len(names) - 0.4, -0.7],
        showgrid=True,
    )
    figure.update_xaxes(type="date", side="top", dtick="M12", tickformat="%Y", tickangle=0)
    return figure


def _lanes(rows: Sequence[TimelineRow], forces: Sequence[str]) -> dict[tuple[str, str], int]:
    lanes = dict.fromkeys(row.lane for row in sorted(rows, key=lambda row: row.lane_place))
    present = {(row.lane, row.force): row.force_name for row in rows}
    pairs = [(lane, force) for lane in lanes for force in forces if (lane, force) in present]
    return {pair: place for place, pair in enumerate(pairs)}


def _heights(rows: Sequence[TimelineRow], lanes: dict[tuple[str, str], int]) -> dict[str, float]:
    """How high each mark stands: in the middle of its lane, apart where marks would lie together."""
    heights: dict[str, float] = {}
    near: dict[tuple[str, str], list[TimelineRow]] = {}
    for row in sorted(rows, key=lambda row: (middle(row), row.fieldwork_from or middle(row))):
        group = near.setdefault((row.lane, row.force), [])
        if group and (middle(row) - middle(group[-1])).days > CLOSE_DAYS:
            group.clear()
        group.append(row)
        for place, member in enumerate(group):
            spread = (place - (len(group) - 1) / 2) * 0.32
            heights[member.inspection] = lanes[row.lane, row.force] + spread
    return heights


def _lane_label(lane: tuple[str, str], force_names: Mapping[str, str]) -> str:
    name, force = lane
    return escape(f"{name} · {force_names[force]}" if force_names else name)


def middle(row: TimelineRow) -> dt.date:
    """The day at which an inspection is marked: of publication, or the middle of what it can be."""
    return row.published_from + (row.published_to - row.published_from) / 2


def _add_links(
    figure: go.Figure,
    rows: Sequence[TimelineRow],
    heights: dict[str, float],
) -> None:
    by_id = {row.inspection: row for row in rows}
    for link, dash in (("follows", "solid"), ("continues", "dash")):
        x: list[dt.date | None] = []
        y: list[float | None] = []
        for row in rows:
            before = by_id.get(row.linked_to or "")
            if row.link == link and before:
                x += [middle(before), middle(row), None]
                y += [heights[before.inspection], heights[row.inspection], None]
        if x:
            figure.add_scatter(
                x=x,
                y=y,
                mode="lines",
                line={"color": colour("quiet"), "width": 1.5, "dash": dash},
                name="followed up by" if link == "follows" else "continues under a new method",
                hoverinfo="skip",
            )


def _add_bars(
    figure: go.Figure, rows: Sequence[TimelineRow], heights: dict[str, float], shade: str
) -> None:
    """Fieldwork as a thick bar, an imprecise publication as a dotted one."""
    fieldwork: tuple[list[dt.date | None], list[float | None]] = ([], [])
    imprecise: tuple[list[dt.date | None], list[float | None]] = ([], [])
    for row in rows:
        lane = heights[row.inspection]
        if row.fieldwork_from and row.fieldwork_to:
            bar = fieldwork if row.fieldwork_is_exact else imprecise
            bar[0].extend([row.fieldwork_from, row.fieldwork_to, None])
            bar[1].extend([lane, lane, None])
        if not row.published_is_exact:
            imprecise[0].extend([row.published_from, row.published_to, None])
            imprecise[1].extend([lane, lane, None])
    for (x, y), width, dash in ((fieldwork, 10, "solid"), (imprecise, 6, "dot")):
        if x:
            figure.add_scatter(
                x=x,
                y=y,
                mode="lines",
                line={"color": shade, "width": width, "dash": dash},
                opacity=0.7,
                hoverinfo="skip",
                showlegend=False,
            )


def _add_marks(
    figure: go.Figure,
    rows: Sequence[TimelineRow],
    heights: dict[str, float],
    colours: dict[str, str],
) -> None:
    kind = rows[0].kind
    mark = KIND_MARKS[kind]
    figure.add_scatter(
        x=[None],
        y=[None],
        mode="markers",
        name=kind.label,
        marker={"symbol": mark, "color": colour("quiet"), "size": 12},
    )
    figure.add_scatter(
        x=[middle(row) for row in rows],
        y=[heights[row.inspection] for row in rows],
        mode="markers",
        name=kind.label,
        showlegend=False,
        marker={
            "symbol": [mark if row.published_is_exact else f"{mark}-open" for row in rows],
            "color": [colours[row.force] for row in rows],
            "size": 13,
            "line": {"width": 2, "color": [colours[row.force] for row in rows]},
        },
        customdata=[row.inspection for row in rows],
        text=[hover(row) for row in rows],
        hovertemplate="%{text}<extra></extra>",
    )


def hover(row: TimelineRow) -> str:
    """What an inspection's mark says when it is pointed at."""
    facts = f"{row.kind.label} · fieldwork {row.fieldwork} · published {row.published}"
    return (
        f"<b>{folded(escape(row.title), 60)}</b><br>{escape(row.force_name)}<br>"
        f"{folded(escape(facts), 60)}<br>{folded(escape(row.judgement), 60)}"
    )


def event_words(event: ContextRow, width: int) -> str:
    """What an event's mark says when it is pointed at, in lines of about `width` characters."""
    return (
        f"<b>{folded(escape(event.title), width)}</b><br>{escape(event.on)}<br>"
        f"{folded(escape(event.summary), width)}"
    )


def _add_events(figure: go.Figure, events: Sequence[ContextRow]) -> None:
    for event in events:
        figure.add_vline(
            x=event.day_from.isoformat(),
            line={"color": colour("context"), "width": 1, "dash": "dot"},
        )
    if events:
        figure.add_scatter(
            x=[event.day_from for event in events],
            y=[-0.6] * len(events),
            mode="markers",
            name="Context event",
            marker={"symbol": "line-ns-open", "color": colour("context"), "size": 12},
            text=[event_words(event, 60) for event in events],
            hovertemplate="%{text}<extra></extra>",
        )
