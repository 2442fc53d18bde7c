"""What a measurement found: a row of the table that `make bench` prints.

A row sets a value of ours beside that of a reference measured in the same run; its goal is a bound
on the ratio of the two. Where there is no reference the goal bounds the value itself, in its own
unit. Absolute times belong to the machine they were taken on; a ratio can be looked for on another.

A part of the benchmark is a module of this package with `measure(quick: bool)`, which yields rows
and growths one by one as they are found.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Row:
    """A value of ours, what it is measured against, and the bound it is to keep."""

    key: str
    """Stable; its part stands before the point: `crowd.reruns`."""
    name: str
    """What is measured, as a reader of the table understands it."""
    unit: str
    ours: float
    reference: float | None = None
    against: str = ""
    """What the reference is, in two or three words."""
    goal: float | None = None
    """Bound of the ratio, or of `ours` where there is no reference; None: a figure without one."""
    at_least: bool = False
    """Whether the goal is a lower bound."""
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """Ours divided by the reference."""
        return self.ours / self.reference if self.reference else None

    @property
    def met(self) -> bool | None:
        """Whether the goal is met; None where there is none."""
        if self.goal is None:
            return None
        bounded = self.ours if self.ratio is None else self.ratio
        return bounded >= self.goal if self.at_least else bounded <= self.goal


@dataclass(frozen=True, slots=True)
class Growth:
    """How a value grows with the size of the record, for a plot."""

    key: str
    name: str
    unit: str
    points: Sequence[tuple[float, float]]
    """How many forces, and the value there, smallest record first."""


Found = Row | Growth
PARTS = ("browser", "rerun", "crowd", "twin", "scale")
"""The modules, in the order of the table."""
HEADINGS = ("Measure", "Ours", "Reference", "Ratio", "Goal", "Met")


def merged(kept: Mapping[str, Any], part: str, found: Iterable[Found]) -> dict[str, Any]:
    """The file's content with what a part found now in the place of what it found before."""

    def part_of(one: Mapping[str, Any]) -> str:
        return str(one["key"]).partition(".")[0]

    content, found = dict(kept), list(found)
    for name, kind in (("rows", Row), ("growth", Growth)):
        others = [one for one in kept.get(name, ()) if part_of(one) != part]
        now = [written(one) for one in found if isinstance(one, kind)]
        content[name] = sorted(others + now, key=lambda one: PARTS.index(part_of(one)))
    return content


def written(found: Found) -> dict[str, Any]:
    """What the file says of it; numbers to three significant digits."""
    if isinstance(found, Growth):
        points = [[rounded(size), rounded(value)] for size, value in found.points]
        return asdict(found) | {"points": points}
    reference = None if found.reference is None else rounded(found.reference)
    row = replace(found, ours=rounded(found.ours), reference=reference)
    ratio = None if row.ratio is None else rounded(row.ratio)
    return asdict(row) | {"ratio": ratio, "met": row.met}


def rows_of(content: Mapping[str, Any]) -> list[Row]:
    """The rows as the file has them."""
    worked_out = ("ratio", "met")
    return [
        Row(**{name: value for name, value in one.items() if name not in worked_out})
        for one in content.get("rows", ())
    ]


def rounded(number: float) -> float:
    """A number to three significant digits; larger ones whole."""
    if number == 0:
        return 0.0
    return round(number, max(0, 2 - math.floor(math.log10(abs(number)))))


def cells(row: Row) -> tuple[str, ...]:
    """A row of the table under `HEADINGS`."""
    bound = "at least" if row.at_least else "at most"
    goal = "–"
    if row.goal is not None:
        unit = f" {row.unit}" if row.reference is None else ""
        goal = f"{bound} {said(row.goal)}{unit}"
    return (
        row.name,
        f"{said(row.ours)} {row.unit}".strip(),
        "–" if row.reference is None else f"{said(row.reference)} {row.unit}, {row.against}",
        "–" if row.ratio is None else said(row.ratio),
        goal,
        {True: "yes", False: "no", None: "–"}[row.met],
    )


def said(number: float) -> str:
    """A number as the table says it: 1,230, 45.6, 0.312."""
    return f"{rounded(number):,.10g}"


def table(rows: Iterable[Row]) -> str:
    """The table for a terminal, columns in line."""
    lines = [HEADINGS, *map(cells, rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADINGS))]
    return "\n".join(
        "  ".join(
            word.ljust(width) if column in (0, 2, 5) else word.rjust(width)
            for column, (word, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def markdown(rows: Iterable[Row]) -> str:
    """The table for a document."""
    lines = [HEADINGS, ("---", "---:", "---", "---:", "---:", "---"), *map(cells, rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
