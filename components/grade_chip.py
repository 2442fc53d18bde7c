"""A grade as a word on its colour, the same everywhere outside charts."""

from __future__ import annotations

from html import escape

from components.palette import GRADE_COLOURS, LIGHT
from components.prose import Html
from inspection.grade_cells import GradeCell


def grade_chip(cell: GradeCell) -> Html:
    """The grade or kind of empty of a cell, with everything that qualifies it in words."""
    rest = escape(cell.words.removeprefix(cell.label).strip())
    if cell.empty:
        return Html(f'<span class="grade empty">{escape(cell.label)}</span> {rest}'.strip())
    ground, ink = GRADE_COLOURS.get(cell.value or "", (LIGHT.ground, LIGHT.ink))
    style = f"background-color:{ground};color:{ink}"
    return Html(f'<span class="grade" style="{style}">{escape(cell.label)}</span> {rest}'.strip())
