"""Themes down, inspections across in time, the forces side by side on one theme axis."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from components.charts import folded, laid_out
from components.palette import STATE_MARKS, Palette, state_colour
from inspection.recurrence import RecurrenceRow, ThemeCell, ThemeState

ROW_HEIGHT = 32


def recurrence_figure(
    forces: Sequence[tuple[str, Sequence[RecurrenceRow]]], palette: Palette
) -> go.Figure:
    """The themes of one or more forces as marks, one panel for each force.

    `forces` are (name, rows) pairs. Themes stand in the order of the first force, others below.
    A mark's shape and colour tell the state; its `customdata` is (theme, inspection).
    """
    names = dict.fromkeys(row.theme_name for _, rows in forces for row in rows)
    places = {name: place for place, name in enumerate(names)}
    widths = [max(len(rows[0].cells), 1) if rows else 1 for _, rows in forces]
    figure = make_subplots(
        rows=1,
        cols=len(forces),
        shared_yaxes=True,
        horizontal_spacing=0.02,
        column_widths=widths,
        subplot_titles=[escape(name) for name, _ in forces],
    )
    shown: set[ThemeState] = set()
    for panel, (_, rows) in enumerate(forces, start=1):
        cells = [(places[row.theme_name], row, cell) for row in rows for cell in row.cells]
        for state in ThemeState:
            own = [item for item in cells if item[2].state is state]
            if own:
                trace = _marks(state, own, rows, palette, showlegend=state not in shown)
                figure.add_trace(trace, row=1, col=panel)
                shown.add(state)
        _label_inspections(figure, rows, panel)
    laid_out(
        figure,
        palette,
        height=170 + ROW_HEIGHT * len(names),
        margin={"l": 8, "r": 8, "t": 30, "b": 8},
    )
    figure.update_layout(
        legend={"orientation": "h", "y": 0, "yref": "container", "yanchor": "bottom", "x": 0}
    )
    figure.update_yaxes(
        tickvals=list(places.values()),
        ticktext=[folded(escape(name), 30) for name in places],
        range=[len(places) - 0.5, -0.5],
    )
    return figure


def _marks(
    state: ThemeState,
    own: list[tuple[int, RecurrenceRow, ThemeCell]],
    rows: Sequence[RecurrenceRow],
    palette: Palette,
    showlegend: bool,
) -> go.Scatter:
    columns = {cell.inspection: place for place, cell in enumerate(rows[0].cells)}
    return go.Scatter(
        x=[columns[cell.inspection] for _, _, cell in own],
        y=[place for place, _, _ in own],
        mode="markers",
        name=state.label,
        legendgroup=state.value,
        showlegend=showlegend,
        marker={
            "symbol": STATE_MARKS[state],
            "color": state_colour(state, palette),
            "size": 8 if state in (ThemeState.NOT_LOOKED_AT, ThemeState.NOTHING) else 14,
            "opacity": 0.5 if state is ThemeState.NOT_LOOKED_AT else 1,
            "line": {"width": 1.5, "color": state_colour(state, palette)},
        },
        customdata=[[row.theme, cell.inspection] for _, row, cell in own],
        text=[
            f"<b>{escape(row.theme_name)}</b><br>{escape(cell.when)}<br>{escape(state.label)}: "
            f"{folded(escape(state.meaning), 50)}"
            for _, row, cell in own
        ],
        hovertemplate="%{text}<extra></extra>",
    )


def _label_inspections(figure: go.Figure, rows: Sequence[RecurrenceRow], panel: int) -> None:
    cells = rows[0].cells if rows else ()
    figure.update_xaxes(
        tickvals=list(range(len(cells))),
        ticktext=[cell.short_when for cell in cells],
        tickangle=-90,
        range=[-0.6, max(len(cells), 1) - 0.4],
        row=1,
        col=panel,
    )
