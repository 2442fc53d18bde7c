"""Grades: question by cycle, the word in every cell, a wall where cycles cannot be compared."""

from __future__ import annotations

from html import escape

import plotly.graph_objects as go

from components.charts import folded, laid_out
from components.palette import EMPTY_COLOURS, GRADE_COLOURS, Palette
from inspection.grading import GradeCell, GradingGrid
from inspection.vocabulary import EmptyKind

ROW_HEIGHT = 46
CODES = (*GRADE_COLOURS, *EMPTY_COLOURS)


def grading_heatmap(grid: GradingGrid, palette: Palette) -> go.Figure:
    """The grid as a heatmap: one cell for each question and cycle, filled or explained.

    `z` is the place of the grade or kind of empty in `CODES`, not a score: nothing is added up.
    """
    names = [row[0].question_name for row in grid.cells]
    places = list(range(len(grid.columns)))
    figure = go.Figure(
        go.Heatmap(
            x=places,
            y=list(range(len(names))),
            z=[[CODES.index(_code(cell)) for cell in row] for row in grid.cells],
            zmin=-0.5,
            zmax=len(CODES) - 0.5,
            colorscale=_colourscale(palette),
            showscale=False,
            xgap=3,
            ygap=3,
            customdata=[[cell.inspection or "" for cell in row] for row in grid.cells],
            text=[[_hover(cell) for cell in row] for row in grid.cells],
            hovertemplate="%{text}<extra></extra>",
        )
    )
    for y, row in enumerate(grid.cells):
        for x, cell in enumerate(row):
            figure.add_annotation(
                x=x,
                y=y,
                text=_word(cell, 12 if len(places) > 3 else 26),
                showarrow=False,
                font=_font(cell, palette),
                align="center",
            )
    for wall in grid.walls:
        after = [column.cycle for column in grid.columns].index(wall.after)
        figure.add_vline(x=after + 0.5, line={"color": palette.wall, "width": 4})
        figure.add_annotation(
            x=after + 0.5,
            y=1,
            yref="paper",
            yshift=52,
            text="not<br>comparable",
            font={"color": palette.wall, "size": 11},
            showarrow=False,
        )
    laid_out(
        figure,
        palette,
        height=110 + ROW_HEIGHT * len(names),
        margin={"l": 8, "r": 8, "t": 78, "b": 8},
    )
    figure.update_xaxes(
        tickvals=places,
        ticktext=[f"<b>{escape(c.name)}</b>" for c in grid.columns],
        side="top",
        showgrid=False,
        range=[-0.5, len(places) - 0.5],
    )
    figure.update_yaxes(
        tickvals=list(range(len(names))),
        ticktext=[folded(escape(name), 34) for name in names],
        range=[len(names) - 0.5, -0.5],
        showgrid=False,
    )
    return figure


def _code(cell: GradeCell) -> str:
    return cell.empty if cell.empty else cell.value or EmptyKind.NOT_FOUND


def _colourscale(palette: Palette) -> list[tuple[float, str]]:
    empty = (grounds[palette.is_dark] for grounds in EMPTY_COLOURS.values())
    colours = [*(ground for ground, _ in GRADE_COLOURS.values()), *empty]
    steps = len(colours)
    scale = []
    for place, colour in enumerate(colours):
        scale += [(place / steps, colour), ((place + 1) / steps, colour)]
    return scale


def _word(cell: GradeCell, width: int) -> str:
    word = folded(escape(cell.label), width)
    if cell.empty:
        return f"<i>{word}</i>"
    marks = ("↺ " if cell.carried_from else "") + ("* " if cell.revised else "")
    return f"{marks}{word}"


def _font(cell: GradeCell, palette: Palette) -> dict[str, object]:
    ink = GRADE_COLOURS[cell.value][1] if cell.value in GRADE_COLOURS else palette.quiet
    return {"color": ink, "size": 12}


def _hover(cell: GradeCell) -> str:
    lines = [f"<b>{escape(cell.question_name)}</b>", escape(cell.words)]
    if cell.empty:
        lines.append(escape(cell.empty.meaning))
    if cell.published:
        lines.append(f"published {escape(cell.published)}")
    if cell.note:
        lines.append(escape(cell.note))
    return "<br>".join(folded(line, 60) for line in lines)
