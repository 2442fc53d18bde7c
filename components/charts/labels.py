"""Where labels stand beside marks in time, so that none is cut off or lies over another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from components.charts import folded

LABEL_FOLD = 20
"""Labels are folded at this width, so that one fits into half of the narrowest page."""
NARROWEST = 300
"""The width in pixels for which labels are kept apart; on wider pages they only move away."""
LETTER, LINE_HEIGHT, REACH = 7, 17, 12

Box = tuple[float, float, float, float]


class Mark(NamedTuple):
    """A mark with the words beside it, and the days its bar covers if it has one."""

    day: dt.date
    number: float
    label: str
    bar_from: dt.date | None = None
    bar_to: dt.date | None = None


class Scale(NamedTuple):
    """What a panel shows: the first and last day, and the number at its top, zero below."""

    first: dt.date
    last: dt.date
    top: float
    height: int

    def x(self, day: dt.date) -> float:
        """Pixels from the left on the narrowest page."""
        return (day - self.first) / (self.last - self.first) * NARROWEST

    def y(self, number: float) -> float:
        """Pixels from the top."""
        return (1 - number / self.top) * self.height


def label_places(marks: Sequence[Mark], scale: Scale) -> list[tuple[int, int]]:
    """For each mark the side of its label (1 right, -1 left) and how far below it, in pixels.

    A label stands as near as it can without covering a mark, a bar or another label, and of two
    places as near it takes the one towards the middle of the panel.
    """
    taken = [box for mark in marks for box in _own_boxes(mark, scale)]
    places = []
    for mark in marks:
        x, y = scale.x(mark.day), scale.y(mark.number)
        inward = 1 if x <= NARROWEST / 2 else -1
        boxes = {
            (side, away): _label_box(mark.label, x, y + away, side)
            for away in _distances(mark.label, scale)
            for side in (inward, -inward)
        }
        free = [
            place
            for place, box in boxes.items()
            if _is_inside(box, scale) and not any(_meet(box, other) for other in taken)
        ]
        places.append((free or list(boxes))[0])
        taken.append(boxes[places[-1]])
    return places


def _distances(label: str, scale: Scale) -> list[int]:
    """How far below its mark a label may stand, nearest first, above before below."""
    nearest = len(_lines(label)) * LINE_HEIGHT // 2 + 8
    return [away * sign for away in range(nearest, scale.height, 6) for sign in (-1, 1)]


def _lines(label: str) -> list[str]:
    return folded(label, LABEL_FOLD).split("<br>")


def _label_box(label: str, x: float, y: float, side: int) -> Box:
    lines = _lines(label)
    ends = (x + REACH * side, x + side * (REACH + max(map(len, lines)) * LETTER))
    half = len(lines) * LINE_HEIGHT / 2
    return (min(ends), y - half, max(ends), y + half)


def _is_inside(box: Box, scale: Scale) -> bool:
    left, top, right, bottom = box
    return left >= 0 and right <= NARROWEST and top >= -4 and bottom <= scale.height


def _own_boxes(mark: Mark, scale: Scale) -> list[Box]:
    x, y = scale.x(mark.day), scale.y(mark.number)
    boxes = [(x - 9, y - 9, x + 9, y + 9)]
    if mark.bar_from and mark.bar_to:
        boxes.append((scale.x(mark.bar_from), y - 3, scale.x(mark.bar_to), y + 3))
    return boxes


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
