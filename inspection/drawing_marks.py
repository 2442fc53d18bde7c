"""The marks of the drawings: one shape for each kind of inspection, one for each state of a theme."""

from __future__ import annotations

import math
from collections.abc import Sequence

from inspection.drawing_parts import (
    ACCENT,
    INK,
    PAPER,
    QUIET,
    WALL,
    n,
    paint,
    scaled,
    text,
    width_of,
)
from inspection.theme_states import ThemeState
from inspection.vocabulary import InspectionKind

_Points = tuple[tuple[float, float], ...]


def _ring(corners: int, turned: float = 0.0) -> _Points:
    angles = [math.tau * place / corners + turned for place in range(corners)]
    return tuple((math.sin(angle), -math.cos(angle)) for angle in angles)


def _star(corners: int, inner: float) -> _Points:
    angles = [math.pi * place / corners for place in range(2 * corners)]
    sizes = [inner if place % 2 else 1.15 for place in range(2 * corners)]
    return tuple((s * math.sin(a), -s * math.cos(a)) for a, s in zip(angles, sizes, strict=True))


_CROSS = ((-1, -0.4), (-0.4, -0.4), (-0.4, -1), (0.4, -1), (0.4, -0.4), (1, -0.4)) + (
    ((1, 0.4), (0.4, 0.4), (0.4, 1), (-0.4, 1), (-0.4, 0.4), (-1, 0.4))
)
_SQUARE = ((-0.82, -0.82), (0.82, -0.82), (0.82, 0.82), (-0.82, 0.82))
_UP = ((0.0, -1.0), (1.0, 0.85), (-1.0, 0.85))

_KINDS: dict[InspectionKind, _Points] = {
    InspectionKind.INSPECTION: _ring(24),
    InspectionKind.REVISIT: _UP,
    InspectionKind.REINSPECTION: _SQUARE,
    InspectionKind.POST_INSPECTION_REVIEW: tuple((x, -y) for x, y in _UP),
    InspectionKind.ASSESSMENT_OF_PROGRESS: tuple((-y, x) for x, y in _UP),
    InspectionKind.JOINT: _ring(4),
    InspectionKind.THEMATIC: _CROSS,
    InspectionKind.PEEL: _ring(6),
    InspectionKind.CRIME_DATA: _star(5, 0.5),
}


def kind_mark(kind: InspectionKind, x: float, y: float, open_: bool = False) -> str:
    """The mark of a kind of inspection about a point; open where its day is not known."""
    return _shape(_KINDS[kind], x, y, 3.5, PAPER if open_ else ACCENT, ACCENT)


def state_mark(state: ThemeState, x: float, y: float, narrow: bool = False) -> str:
    """The mark of what an inspection says on a theme; smaller for one of one subject only."""
    size = 2.7 if narrow else 4.0
    if state is ThemeState.RAISED:
        return _shape(_ring(4), x, y, size, WALL, WALL)
    if state is ThemeState.BOTH:
        return _shape(_star(4, 0.45), x, y, size, PAPER, WALL, 1.0)
    if state is ThemeState.PROGRESS:
        return _shape(_UP, x, y, size * 0.9, ACCENT, ACCENT)
    if state is ThemeState.STRENGTH:
        return _shape(_ring(24), x, y, size * 0.85, ACCENT, ACCENT)
    if state is ThemeState.GRADED:
        return _shape(((-1, -1), (1, -1), (1, 1), (-1, 1)), x, y, size * 0.75, PAPER, QUIET, 1.0)
    if state is ThemeState.NOTHING:
        return _shape(((-1, -0.28), (1, -0.28), (1, 0.28), (-1, 0.28)), x, y, size, QUIET, QUIET)
    if state is ThemeState.NOT_KNOWN:
        return _circle(x, y, size * 0.72, PAPER, ' stroke-dasharray="1.3 1.1"')
    return f'<circle cx="{n(x)}" cy="{n(y)}" r="0.8" {paint(QUIET)}/>'


def legend(
    entries: Sequence[tuple[str, str]], left: float, top: float, width: float, size: float = 7.5
) -> tuple[list[str], float]:
    """Marks drawn about the origin, each with its words, in as many lines as it takes; their height."""
    parts: list[str] = []
    scale = size / 7.5
    step, gap = 13 * scale, 11 * scale
    x, y = left, top + 7 * scale
    for mark, words in entries:
        wide = step + width_of(words, size) + gap
        if x > left and x + wide - gap > left + width:
            x, y = left, y + 12 * scale
        parts.append(scaled(mark, x + 5.5 * scale, y - 2.5 * scale, scale))
        parts.append(text(x + step, y, words, size, colour=INK))
        x += wide
    return parts, y + 6 * scale - top


def _shape(
    points: _Points, x: float, y: float, size: float, fill: str, edge: str, line: float = 0.8
) -> str:
    corners = " ".join(f"{n(x + size * a)},{n(y + size * b)}" for a, b in points)
    return (
        f'<polygon points="{corners}" {paint(fill, edge)} stroke-width="{line}" '
        'stroke-linejoin="round"/>'
    )


def _circle(x: float, y: float, radius: float, fill: str, dashes: str) -> str:
    return (
        f'<circle cx="{n(x)}" cy="{n(y)}" r="{n(radius)}" {paint(fill, QUIET)} '
        f'stroke-width="0.8"{dashes}/>'
    )
