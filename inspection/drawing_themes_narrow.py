"""What inspections said on each theme for a narrow screen: each theme in words, its years below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil

from inspection.drawing_marks import legend, state_mark
from inspection.drawing_parts import (
    LINE,
    NARROW,
    NORMAL,
    QUIET,
    SMALL,
    lines_of,
    rule,
    scaled,
    svg_of,
    text,
    width_of,
)
from inspection.drawing_themes import NONE_LOOKS, cells_of, entries, seen_in, short_year
from inspection.recurrence import RecurrenceRow, ThemeLine
from inspection.theme_states import ThemeState

STEP = 15.0
PITCH, CLOSEST = 12.0, 10.5
"""How far marks stand from one another, and how far at least where there are many."""
MARK = 1.25
"""How much marks are enlarged."""


def narrow_themes(lines: Sequence[ThemeLine], names: Mapping[str, str]) -> str:
    """Theme by theme the years across, the marks of a year beside and beneath one another.

    `names` gives the name of each force, in the order of the rows of a line; with several forces
    it stands above the marks of each.
    """
    rows = [row for line in lines for row in line.rows if row]
    years = sorted({cell.year for row in rows for cell in row.cells})
    if not rows or not years:
        return svg_of([text(0, 14, "No theme is in the record.", NORMAL)], 22)
    parts: list[str] = []
    y = 0.0
    for line in lines:
        parts.append(rule(0, y + 0.5, NARROW, y + 0.5, LINE, 0.8))
        y += 5
        for words in lines_of(line.theme_name, NORMAL, NARROW, bold=True):
            y += STEP
            parts.append(text(0, y - 2, words, NORMAL, bold=True))
        parts += _years(years, y + STEP - 2)
        y += STEP
        for row, name in zip(line.rows, names.values(), strict=True):
            if len(names) > 1:
                y += STEP + 2
                parts.append(text(0, y - 2, name, SMALL, colour=QUIET))
            drawn, y = _marks(row, years, y)
            parts += drawn
        y += 6
    keys, tall = legend(entries(rows), 0, y + 8, NARROW, SMALL)
    return svg_of([*parts, rule(0, y, NARROW, y, LINE, 0.8), *keys], y + 8 + tall)


def _years(years: Sequence[int], foot: float) -> list[str]:
    """Each year in two figures, some of them only where there are too many for their width."""
    wide = NARROW / len(years)
    step = ceil((width_of(short_year(years[0]), SMALL) + 1) / wide)
    return [
        text((place + 0.5) * wide, foot, short_year(year), SMALL, anchor="middle", colour=QUIET)
        for place, year in enumerate(years)
        if place % step == 0
    ]


def _marks(row: RecurrenceRow | None, years: Sequence[int], top: float) -> tuple[list[str], float]:
    """The marks of a force on a theme, each year within its own column, and where they end."""
    if row is None:
        words = lines_of(NONE_LOOKS, SMALL, NARROW)
        parts = [text(0, top + 13 + i * STEP, w, SMALL) for i, w in enumerate(words)]
        return parts, top + STEP * len(words) + 4
    wide = NARROW / len(years)
    beside = max(1, int(wide // CLOSEST))
    pitch = min(PITCH, wide / beside)
    scale = MARK * pitch / PITCH
    deep = max(1, *(ceil(len(seen_in(row, year)) / beside) for year in years))
    parts = [
        rule(place * wide, top + 2, place * wide, top + 4 + deep * PITCH, LINE, 0.6)
        for place in range(1, len(years))
    ]
    for place, year in enumerate(years):
        middle = (place + 0.5) * wide
        seen = seen_in(row, year)
        for number, cell in enumerate(seen):
            level = number // beside
            along = min(beside, len(seen) - level * beside)
            x = middle + (number % beside - (along - 1) / 2) * pitch
            y = top + 3 + (level + 0.5) * PITCH
            mark = state_mark(cell.state, 0, 0, cell.is_narrow and cell.looked)
            parts.append(scaled(mark, x, y, scale))
        if not seen and cells_of(row, year):
            dot = state_mark(ThemeState.NOT_LOOKED_AT, 0, 0)
            parts.append(scaled(dot, middle, top + 3 + PITCH / 2, scale))
    return parts, top + 6 + deep * PITCH
