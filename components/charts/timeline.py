"""Inspections in time: a lane for each programme, fieldwork as a bar, publication as a mark."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from html import escape

import plotly.graph_objects as go

from components.charts import folded, laid_out
from components.palette import KIND_MARKS, Palette
from inspection.timeline import ContextRow, TimelineRow

ROW_HEIGHT = 36
CLOSE_DAYS = 40


def timeline_figure(
    rows: Sequence[TimelineRow],
    palette: Palette,
    forces: Sequence[str],
    events: Sequence[ContextRow] = (),
) -> go.Figure:
    """The timeline of inspections.

    Lanes run by programme, one below the other for each force in `forces`, whose order gives the
    colours. Shape tells the kind. A date known only to the month or year is a dotted bar with an
    open mark in its middle; a line joins an inspection to the one it follows. Each mark carries the
    inspection's id as `customdata`.
    """
    lanes = _lanes(rows, forces)
    heights = _heights(rows, lanes)
    figure = go.Figure()
    colours = dict(zip(forces, palette.forces * len(forces), strict=False))
    _add_links(figure, rows, heights, palette)
    for force in forces:
        own = [row for row in rows if row.force == force]
        _add_bars(figure, own, heights, colours[force])
    for kind in KIND_MARKS:
        own = [row for row in rows if row.kind == kind]
        if own:
            _add_marks(figure, own, heights, colours, palette)
    _add_events(figure, events, palette)
    names = list(lanes)
    laid_out(
        figure,
        palette,
        height=150 + ROW_HEIGHT * len(names),
        margin={"l": 8, "r": 16, "t": 30 if events else 8, "b": 8},
        hovermode="closest",
    )
    figure.update_layout(
        legend={"orientation": "h", "y": -0.02, "yanchor": "top", "x": 0, "xanchor": "left"}
    )
    figure.update_yaxes(
        tickvals=list(range(len(names))),
        ticktext=[_lane_label(lane, len(forces) > 1) for lane in names],
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
    for row in sorted(rows, key=lambda row: (_middle(row), row.fieldwork_from or _middle(row))):
        group = near.setdefault((row.lane, row.force), [])
        if group and (_middle(row) - _middle(group[-1])).days > CLOSE_DAYS:
            group.clear()
        group.append(row)
        for place, member in enumerate(group):
            spread = (place - (len(group) - 1) / 2) * 0.32
            heights[member.inspection] = lanes[row.lane, row.force] + spread
    return heights


def _lane_label(lane: tuple[str, str], several: bool) -> str:
    name, force = lane
    return f"{escape(name)} · {escape(force.capitalize())}" if several else escape(name)


def _middle(row: TimelineRow) -> dt.date:
    return row.published_from + (row.published_to - row.published_from) / 2


def _add_links(
    figure: go.Figure,
    rows: Sequence[TimelineRow],
    heights: dict[str, float],
    palette: Palette,
) -> None:
    by_id = {row.inspection: row for row in rows}
    for link, dash in (("follows", "solid"), ("continues", "dash")):
        x: list[dt.date | None] = []
        y: list[float | None] = []
        for row in rows:
            before = by_id.get(row.linked_to or "")
            if row.link == link and before:
                x += [_middle(before), _middle(row), None]
                y += [heights[before.inspection], heights[row.inspection], None]
        if x:
            figure.add_scatter(
                x=x,
                y=y,
                mode="lines",
                line={"color": palette.quiet, "width": 1.5, "dash": dash},
                name="followed up by" if link == "follows" else "continues under a new method",
                hoverinfo="skip",
            )


def _add_bars(
    figure: go.Figure, rows: Sequence[TimelineRow], heights: dict[str, float], colour: str
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
                line={"color": colour, "width": width, "dash": dash},
                opacity=0.7,
                hoverinfo="skip",
                showlegend=False,
            )


def _add_marks(
    figure: go.Figure,
    rows: Sequence[TimelineRow],
    heights: dict[str, float],
    colours: dict[str, str],
    palette: Palette,
) -> None:
    kind = rows[0].kind
    mark = KIND_MARKS[kind]
    figure.add_scatter(
        x=[None],
        y=[None],
        mode="markers",
        name=kind.label,
        marker={"symbol": mark, "color": palette.quiet, "size": 12},
    )
    figure.add_scatter(
        x=[_middle(row) for row in rows],
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
        text=[_hover(row) for row in rows],
        hovertemplate="%{text}<extra></extra>",
    )


def _hover(row: TimelineRow) -> str:
    facts = f"{row.kind.label} · fieldwork {row.fieldwork} · published {row.published}"
    return (
        f"<b>{folded(escape(row.title), 60)}</b><br>{escape(row.force_name)}<br>"
        f"{folded(escape(facts), 60)}<br>{folded(escape(row.judgement), 60)}"
    )


def _add_events(figure: go.Figure, events: Sequence[ContextRow], palette: Palette) -> None:
    for event in events:
        figure.add_vline(
            x=event.day_from.isoformat(), line={"color": palette.context, "width": 1, "dash": "dot"}
        )
    if events:
        figure.add_scatter(
            x=[event.day_from for event in events],
            y=[-0.6] * len(events),
            mode="markers",
            name="Context event",
            marker={"symbol": "line-ns-open", "color": palette.context, "size": 12},
            text=[
                f"<b>{folded(escape(e.title), 60)}</b><br>{escape(e.on)}<br>"
                f"{folded(escape(e.summary), 60)}"
                for e in events
            ],
            hovertemplate="%{text}<extra></extra>",
        )
