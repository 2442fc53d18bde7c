"""Grades: question by cycle, the word in every cell, a wall where cycles cannot be compared."""

from __future__ import annotations

from html import escape

import plotly.graph_objects as go

from components.charts import colour, folded, laid_out
from components.charts.marks import EMPTY_PATTERNS
from inspection.grade_cells import GradeCell
from inspection.grading import GradingGrid
from inspection.look import GRADES
from inspection.vocabulary import EmptyKind

CELL_HEIGHT, NARROW_CELL_HEIGHT, LINE_HEIGHT = 43, 54, 15
GAP, QUESTION_ROOM = 3, 40
"""What lies between two rows: more on a narrow screen, where the question stands above its cells."""
CODES = (*GRADES, *EmptyKind)
CARRIED = "carried"


def grading_heatmap(grid: GradingGrid, narrow: bool = False) -> go.Figure:
    """The grid as a heatmap: one cell for each question and cycle, filled or explained.

    `z` is the place of the grade or kind of empty in `CODES`, not a score: nothing is added up.
    Over it lies a frame for each cell, with a pattern of its own for each kind of empty and for
    judgements carried forward; a frame's `customdata` is (question, cycle). Where it is `narrow` the
    questions stand above their cells instead of beside them.
    """
    names = [row[0].question_name for row in grid.cells]
    places = list(range(len(grid.columns)))
    cells = [(x, y, cell) for y, row in enumerate(grid.cells) for x, cell in enumerate(row)]
    words_width = 12 if narrow or len(places) > 3 else 26
    told = _words(cells, words_width, narrow and len(places) > 4, narrow and len(places) > 3)
    gap = QUESTION_ROOM if narrow else GAP
    cell_height = _narrow_height(told) if narrow else CELL_HEIGHT
    row_height = cell_height + gap
    tall = cell_height / row_height
    figure = go.Figure(
        go.Heatmap(
            x=places,
            y=list(range(len(names))),
            z=[[CODES.index(_code(cell)) for cell in row] for row in grid.cells],
            zmin=-0.5,
            zmax=len(CODES) - 0.5,
            colorscale=_colourscale(),
            showscale=False,
            xgap=3,
            ygap=gap,
            hoverinfo="skip",
        )
    )
    for pattern in dict.fromkeys(_pattern(cell) for _, _, cell in cells):
        own = [item for item in cells if _pattern(item[2]) == pattern]
        figure.add_trace(_frames(own, pattern, tall))
    walls, over_walls = _walls(grid, tall if narrow else 1, 46 if narrow else 52)
    words = [
        *told,
        *(_questions_above(names, tall / 2) if narrow else ()),
        *over_walls,
    ]
    side = 4 if narrow else 8
    top = (40 if narrow else 26) + 52 * bool(walls)  # the words above a wall need room
    laid_out(
        figure,
        height=top + 30 + row_height * len(names),
        margin={"l": side, "r": side, "t": top, "b": 8},
        showlegend=False,
        barmode="overlay",
        annotations=words,
        shapes=walls,
    )
    fold = 44 // len(places) if narrow else 99
    figure.update_xaxes(
        tickvals=places,
        ticktext=[f"<b>{folded(escape(c.name), fold)}</b>" for c in grid.columns],
        side="top",
        showgrid=False,
        range=[-0.5, len(places) - 0.5],
    )
    figure.update_yaxes(
        tickvals=[] if narrow else list(range(len(names))),
        ticktext=[] if narrow else [folded(escape(name), 34) for name in names],
        range=[len(names) - 0.5, -0.5],
        showgrid=False,
    )
    return figure


def _frames(own: list[tuple[int, int, GradeCell]], pattern: str, height: float) -> go.Bar:
    """A framed, patterned box over each of these cells, which can be hovered and chosen.

    Why frames: neighbouring cells need a boundary that stands out from both, which no two
    neighbouring colours of a ramp can give.
    """
    faint = pattern == EmptyKind.NOT_ENTERED
    return go.Bar(
        orientation="h",
        base=[x - 0.495 for x, _, _ in own],
        x=[0.99] * len(own),
        y=[y for _, y, _ in own],
        width=height,
        name=pattern,
        marker={
            "color": "rgba(0,0,0,0)",
            "line": {"color": colour("quiet"), "width": 1},
            "pattern": {
                "shape": EMPTY_PATTERNS.get(pattern, ""),
                "fgcolor": _pattern_colour(pattern),
                "size": 18 if faint else 9,
                "solidity": 0.06 if faint else 0.2,
            },
        },
        customdata=[[cell.question, cell.cycle] for _, _, cell in own],
        text=[_hover(cell) for _, _, cell in own],
        textposition="none",
        hovertemplate="%{text}<extra></extra>",
    )


Words = dict[str, object]


def _narrow_height(words: list[Words]) -> int:
    """How tall the cells of a narrow screen are, so that the longest words fit one of them."""
    lines = max((1 + str(word["text"]).count("<br>") for word in words), default=1)
    return max(NARROW_CELL_HEIGHT, lines * LINE_HEIGHT + 4)


def _words(
    cells: list[tuple[int, int, GradeCell]], width: int, small: bool, tight: bool
) -> list[Words]:
    return [
        {
            "x": x,
            "y": y,
            "text": _word(cell, width, tight),
            "showarrow": False,
            "font": {"color": _ink(cell), "size": 11 if small else 12},
            "bgcolor": _ground(cell),
        }
        for x, y, cell in cells
    ]


def _questions_above(names: list[str], half: float) -> list[Words]:
    return [
        {
            "x": 0,
            "xref": "paper",
            "xanchor": "left",
            "y": place - half,
            "yanchor": "bottom",
            "text": folded(escape(name), 50),
            "align": "left",
            "showarrow": False,
            "font": {"color": colour("ink"), "size": 13},
        }
        for place, name in enumerate(names)
    ]


def _walls(grid: GradingGrid, tall: float, above: int) -> tuple[list[Words], list[Words]]:
    """A wall through every row, `tall` of it, so that on a narrow screen no question is crossed."""
    order = [column.cycle for column in grid.columns]
    places = [order.index(wall.after) + 0.5 for wall in grid.walls]
    lines: list[Words] = [
        {"type": "line", "x0": x, "x1": x, "y0": row - tall / 2, "y1": row + tall / 2,
         "line": {"color": colour("wall"), "width": 5}}
        for x in places for row in range(len(grid.cells))
    ]  # fmt: skip
    words: list[Words] = [
        {"x": x, "y": 1, "yref": "paper", "yshift": above, "text": "not<br>comparable",
         "font": {"color": colour("wall"), "size": 12}, "showarrow": False}
        for x in places
    ]  # fmt: skip
    return lines, words


def _code(cell: GradeCell) -> str:
    return cell.empty if cell.empty else cell.value or EmptyKind.NOT_FOUND


def _pattern(cell: GradeCell) -> str:
    if cell.empty:
        return cell.empty.value
    return CARRIED if cell.carried_from else "graded"


def _pattern_colour(pattern: str) -> str:
    if pattern == CARRIED:
        return "rgba(16,22,31,0.4)"
    return colour("hair" if pattern == EmptyKind.NOT_ENTERED else "pattern")


def _colourscale() -> list[tuple[float, str]]:
    empty = (colour(f"empty-{kind.value}") for kind in EmptyKind)
    colours = [*(ground for ground, _ in GRADES.values()), *empty]
    steps = len(colours)
    scale = []
    for place, shade in enumerate(colours):
        scale += [(place / steps, shade), ((place + 1) / steps, shade)]
    return scale


def _word(cell: GradeCell, width: int, tight: bool) -> str:
    """The word in a cell; where it is `tight`, what qualifies it is folded as well."""
    word = folded(escape(cell.label), width)
    if cell.empty:
        return f"<i>{word}</i>"
    if cell.carried_from:
        carried = "(carried<br>forward)" if tight else "(carried forward)"
        return f"<i>{word}<br>{carried}</i>"
    return f"{word}<br>(changed)" if cell.revised else word


def _ink(cell: GradeCell) -> str:
    return GRADES[cell.value][1] if cell.value and cell.value in GRADES else colour("ink")


def _ground(cell: GradeCell) -> str:
    """What lies behind the word, so that no pattern runs through it."""
    if cell.empty:
        return colour(f"empty-{cell.empty.value}")
    return GRADES[cell.value][0] if cell.value and cell.value in GRADES else "rgba(0,0,0,0)"


def _hover(cell: GradeCell) -> str:
    lines = [f"<b>{escape(cell.question_name)}</b>", escape(cell.words)]
    if cell.empty:
        lines.append(escape(cell.empty.meaning))
    if cell.published:
        lines.append(f"published {escape(cell.published)}")
    if cell.note:
        lines.append(escape(cell.note))
    return "<br>".join(folded(line, 60) for line in lines)
