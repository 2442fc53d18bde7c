"""The findings as drawings for a document, on white, so that they can be read on any page."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.rows import Growth, Row, said
from inspection.drawing_parts import ACCENT, INK, LINE, QUIET, box, rule, svg_of, text

WIDTH = 800.0
SIZE = 13.0
NAMES = 440.0
"""Where bars begin."""
FULL = 200.0
"""How long a bar is that just meets its goal."""
LONGEST = 250.0
MET, MISSED = ACCENT, "#b5420f"
PANEL, ACROSS = 190.0, 2


def share_of_goal(row: Row) -> float | None:
    """How much of what its goal allows a row takes: 1 just meets it, less is better."""
    if not row.goal:
        return None
    bounded = row.ours if row.ratio is None else row.ratio
    return row.goal / bounded if row.at_least else bounded / row.goal


def ratios(rows: Sequence[Row]) -> str:
    """Each measure as a bar against the line where its goal is."""
    shown = [(row, share) for row in rows if (share := share_of_goal(row)) is not None]
    height = 62.0 + 40 * len(shown)
    goal = NAMES + FULL
    parts = [
        box(0, 0, WIDTH, height, "#ffffff"),
        text(16, 24, "How much of what its goal allows each measure takes", 15, bold=True),
        text(goal, 48, "goal", SIZE, anchor="middle", colour=QUIET),
    ]
    for place, (row, share) in enumerate(shown):
        parts += _bar(row, share, 62.0 + 40 * place)
    parts.append(rule(goal, 54, goal, height - 12, INK, 1.5))
    return _described(parts, height, "Each measure as a share of its goal", [
        f"{row.name}: {_found(row)}" for row, _ in shown
    ])  # fmt: skip


def _bar(row: Row, share: float, top: float) -> list[str]:
    length = min(share * FULL, LONGEST)
    words = text(16, top + 15, row.name, SIZE)
    against = text(16, top + 30, _beside(row), 11.5, colour=QUIET)
    bar = box(NAMES, top + 4, length, 22, MET if row.met else MISSED)
    found = text(NAMES + LONGEST + 8, top + 19, _found(row), 11.5)
    missed = [] if row.met else [text(NAMES + 8, top + 19, "not met", SIZE, colour="#ffffff")]
    return [words, against, bar, *missed, found]


def _beside(row: Row) -> str:
    return f"beside {row.against}" if row.against else "by itself"


def _found(row: Row) -> str:
    sign = "≥" if row.at_least else "≤"
    if row.ratio is None:
        return f"{said(row.ours)} {row.unit} ({sign} {said(row.goal or 0)})"
    return f"{said(row.ratio)} ({sign} {said(row.goal or 0)})"


def growths(found: Sequence[Growth]) -> str:
    """Each growth as a line over the number of forces, its ends named."""
    rows = -(-len(found) // ACROSS)
    height = 44.0 + PANEL * rows
    parts = [
        box(0, 0, WIDTH, height, "#ffffff"),
        text(16, 24, "From the record's two forces to all of a country", 15, bold=True),
    ]
    for place, growth in enumerate(found):
        left = 16 + WIDTH / ACROSS * (place % ACROSS)
        parts += _line(growth, left, 44 + PANEL * (place // ACROSS))
    return _described(parts, height, "Growth with the number of forces", [
        f"{growth.name}: " + ", ".join(
            f"{said(value)} {growth.unit} at {said(size)}" for size, value in growth.points
        )
        for growth in found
    ])  # fmt: skip


def _line(growth: Growth, left: float, top: float) -> list[str]:
    wide, high = WIDTH / ACROSS - 120, PANEL - 70
    base = top + 30 + high
    most_forces = max(size for size, _ in growth.points)
    most = max(value for _, value in growth.points) or 1
    at = [
        (left + wide * size / most_forces, base - high * value / most)
        for size, value in growth.points
    ]
    parts = [
        text(left, top + 14, growth.name, SIZE),
        rule(left, base, left + wide, base, LINE, 1),
        text(left, base + 16, "0", 11.5, colour=QUIET),
        text(left + wide, base + 16, f"{said(most_forces)} forces", 11.5, anchor="middle",
             colour=QUIET),
    ]  # fmt: skip
    parts += [rule(*a, *b, MET, 2) for a, b in zip(at, at[1:], strict=False)]
    parts += [box(x - 3, y - 3, 6, 6, MET) for x, y in at]
    first, last = (f"{said(growth.points[end][1])} {growth.unit}" for end in (0, -1))
    parts.append(text(at[0][0], at[0][1] - 9, first, 11.5, anchor="middle"))
    parts.append(text(at[-1][0] + 8, at[-1][1] + 4, last, 11.5))
    return parts


def _described(parts: Sequence[str], height: float, title: str, lines: Sequence[str]) -> str:
    """The drawing with a title and what it shows in words."""
    told = "".join(text(0, 0, "; ".join(lines)).partition(">")[2].rpartition("</text>")[0])
    return svg_of([f"<title>{title}</title><desc>{told}</desc>", *parts], height, WIDTH) + "\n"
