"""Grades: question by cycle, the word in every cell, a wall where cycles cannot be compared."""

from __future__ import annotations

from html import escape

import plotly.graph_objects as go

from components.charts import folded, laid_out
from components.palette import EMPTY_COLOURS, EMPTY_PATTERNS, GRADE_COLOURS, Palette
from inspection.grade_cells import GradeCell
from inspection.grading import GradingGrid
from inspection.vocabulary import EmptyKind

ROW_HEIGHT = 46
CODES = (*GRADE_COLOURS, *EMPTY_COLOURS)
CARRIED = "carried"


def grading_heatmap(grid: GradingGrid, palette: Palette) -> go.Figure:
    """The grid as a heatmap: one cell for each question and cycle, filled or explained.

    `z` is the place of the grade or kind of empty in `CODES`, not a score: nothing is added up.
    Over it lies a frame for each cell, with a pattern of its own for each kind of empty and for
    judgements carried forward; a frame's `customdata` is (question, cycle).
    """
    names = [row[0].question_name for row in grid.cells]
    places = list(range(len(grid.columns)))
    cells = [(x, y, cell) for y, row in enumerate(grid.cells) for x, cell in enumerate(row)]
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
            hoverinfo="skip",
        )
    )
    for pattern in dict.fromkeys(_pattern(cell) for _, _, cell in cells):
        own = [item for item in cells if _pattern(item[2]) == pattern]
        figure.add_trace(_frames(own, pattern, palette))
    width = 12 if len(places) > 3 else 26
    for x, y, cell in cells:
        text = _word(cell, width)
        figure.add_annotation(
            x=x,
            y=y,
            text=text,
            showarrow=False,
            font=_font(cell, palette),
            bgcolor=_ground(cell, palette),
        )
    _add_walls(figure, grid, palette)
    laid_out(
        figure,
        palette,
        height=110 + ROW_HEIGHT * len(names),
        margin={"l": 8, "r": 8, "t": 78, "b": 8},
        showlegend=False,
        barmode="overlay",
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


def _frames(own: list[tuple[int, int, GradeCell]], pattern: str, palette: Palette) -> go.Bar:
    """A framed, patterned box over each of these cells, which can be hovered and chosen.

    Why frames: neighbouring cells need a boundary that stands out from both, which no two
    neighbouring colours of a ramp can give.
    """
    return go.Bar(
        orientation="h",
        base=[x - 0.495 for x, _, _ in own],
        x=[0.99] * len(own),
        y=[y for _, y, _ in own],
        width=0.93,
        name=pattern,
        marker={
            "color": "rgba(0,0,0,0)",
            "line": {"color": palette.quiet, "width": 1},
            "pattern": {
                "shape": EMPTY_PATTERNS.get(pattern, ""),
                "fgcolor": "rgba(16,22,31,0.4)" if pattern == CARRIED else palette.pattern,
                "size": 9,
                "solidity": 0.2,
            },
        },
        customdata=[[cell.question, cell.cycle] for _, _, cell in own],
        text=[_hover(cell) for _, _, cell in own],
        textposition="none",
        hovertemplate="%{text}<extra></extra>",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _add_walls(figure: go.Figure, grid: GradingGrid, palette: Palette) -> None:
    order = [column.cycle for column in grid.columns]
    for wall in grid.walls:
        place = order.index(wall.after) + 0.5
        figure.add_vline(x=place, line={"color": palette.wall, "width": 5})
        figure.add_annotation(
            x=place,
            y=1,
            yref="paper",
            yshift=52,
            text="not<br>comparable",
            font={"color": palette.wall, "size": 12},
            showarrow=False,
        )


def _code(cell: GradeCell) -> str:
    return cell.empty if cell.empty else cell.value or EmptyKind.NOT_FOUND


def _pattern(cell: GradeCell) -> str:
    if cell.empty:
        return cell.empty.value
    return CARRIED if cell.carried_from else "graded"


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
    if cell.carried_from:
        return f"<i>{word}<br>(carried forward)</i>"
    return f"{word}<br>(changed)" if cell.revised else word


def _font(cell: GradeCell, palette: Palette) -> dict[str, object]:
    ink = GRADE_COLOURS[cell.value][1] if cell.value in GRADE_COLOURS else palette.ink
    return {"color": ink, "size": 12}


def _ground(cell: GradeCell, palette: Palette) -> str:
    """What lies behind the word, so that no pattern runs through it."""
    if cell.empty:
        return EMPTY_COLOURS[cell.empty][palette.is_dark]
    return GRADE_COLOURS[cell.value][0] if cell.value in GRADE_COLOURS else "rgba(0,0,0,0)"


def _hover(cell: GradeCell) -> str:
    lines = [f"<b>{escape(cell.question_name)}</b>", escape(cell.words)]
    if cell.empty:
        lines.append(escape(cell.empty.meaning))
    if cell.published:
        lines.append(f"published {escape(cell.published)}")
    if cell.note:
        lines.append(escape(cell.note))
    return "<br>".join(folded(line, 60) for line in lines)
