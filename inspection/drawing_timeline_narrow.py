"""The inspections of a force in time for a narrow screen: time runs down, words beside each mark."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from inspection.drawing_marks import kind_mark, legend
from inspection.drawing_parts import (
    ACCENT,
    EDGE,
    LINE,
    NARROW,
    NORMAL,
    PAPER,
    QUIET,
    SMALL,
    box,
    lines_of,
    rule,
    scaled,
    svg_of,
    text,
    width_of,
)
from inspection.drawing_timeline import days_of, entries
from inspection.timeline import TimelineRow, short_date

TOP = 10.0
YEARS = 34.0
"""The room for the words of the years."""
TRACK = 8.0
LEAD, MARK, GAP = 26.0, 1.35, 10.0
"""How far marks stand from the line, how much they are enlarged, how far words stand from them."""
LINE_TALL, APART = 15.0, 5.0
SHORTEST, TALLEST = 30.0, 66.0
"""How tall a year may be."""


@dataclass(frozen=True, slots=True)
class _Scale:
    """How far down a day stands."""

    first: int
    last: int
    year: float

    def y(self, day: dt.date) -> float:
        begun = dt.date(self.first, 1, 1)
        days = (dt.date(self.last + 1, 1, 1) - begun).days
        return TOP + (day - begun).days / days * self.year * (self.last + 1 - self.first)


@dataclass(frozen=True, slots=True)
class _Label:
    """When an inspection was published, and in how many lines what it was."""

    date: str
    first: str
    more: tuple[str, ...]

    @property
    def tall(self) -> float:
        return LINE_TALL * (1 + len(self.more)) + APART


def narrow_timeline(rows: Sequence[TimelineRow]) -> str:
    """Inspections in time, oldest first: beside each mark its publication and its programme.

    Where all are of one programme the kind stands in the place of the programme. Along the line
    stands the fieldwork, with a fine line on to the day of publication. Words never lie over
    others: they are moved, and a fine line leads from the day to the mark beside them.
    """
    if not rows:
        return svg_of([text(0, 14, "No inspection is in the record.", NORMAL)], 22)
    ordered = sorted(rows, key=lambda row: (_middle(row), row.published_from, row.inspection))
    tracks = _tracks(ordered)
    line = YEARS + TRACK * (1 + max(tracks.values(), default=-1)) + 3
    left = line + LEAD + GAP
    labels = [_label(row, rows, NARROW - left) for row in ordered]
    scale = _scale(rows, sum(label.tall for label in labels))
    days = [scale.y(_middle(row)) for row in ordered]
    places = apart(days, [label.tall for label in labels], TOP - LINE_TALL / 2)
    bottom = scale.y(dt.date(scale.last + 1, 1, 1))
    parts = [*_years(scale, line), rule(line, TOP, line, bottom, EDGE, 1.2)]
    for row in ordered:
        if row.inspection in tracks:
            parts += _fieldwork(row, scale, line - TRACK * (tracks[row.inspection] + 0.75), line)
    for row, label, day, place in zip(ordered, labels, days, places, strict=True):
        parts += _mark(row, scale, line, day, place + LINE_TALL / 2)
        parts += _words(label, left, place)
    end = max(bottom, *(p + label.tall for p, label in zip(places, labels, strict=True)))
    keys, tall = legend(entries(rows), 0, end + 12, NARROW, SMALL)
    return svg_of([*parts, *keys], end + 12 + tall)


def apart(wanted: Sequence[float], tall: Sequence[float], top: float) -> list[float]:
    """Where labels begin so that none lies over another, each as near to its place as can be.

    `wanted` is where the middle of the first line of each would be, in order; `top` is as high as
    the first may begin. Labels that would meet stand together about the mean of their places.
    """
    groups: list[tuple[float, list[int]]] = []
    for place, middle in enumerate(wanted):
        begin, members = max(top, middle - LINE_TALL / 2), [place]
        while groups and groups[-1][0] + sum(tall[i] for i in groups[-1][1]) > begin:
            members = [*groups.pop()[1], *members]
            above = [sum(tall[i] for i in members[:k]) for k in range(len(members))]
            places = [wanted[i] - LINE_TALL / 2 - a for i, a in zip(members, above, strict=True)]
            begin = max(top, sum(places) / len(places))
        groups.append((begin, members))
    return [
        begin + sum(tall[i] for i in members[:k])
        for begin, members in groups
        for k in range(len(members))
    ]


def _middle(row: TimelineRow) -> dt.date:
    return row.published_from + (row.published_to - row.published_from) / 2


def _scale(rows: Sequence[TimelineRow], tall: float) -> _Scale:
    """Years tall enough for the words beside them, though not so tall that they say little."""
    days = [day for row in rows for day in days_of(row)]
    first, last = min(days).year, max(days).year
    return _Scale(first, last, min(TALLEST, max(SHORTEST, 1.3 * tall / (last + 1 - first))))


def _tracks(rows: Sequence[TimelineRow]) -> dict[str, int]:
    """For each inspection with known fieldwork the track on which nothing stands in its way."""
    free: list[dt.date] = []
    tracks = {}
    for row in sorted(rows, key=lambda row: (min(days_of(row)), row.inspection)):
        if row.fieldwork_from:
            begun = min(days_of(row))
            track = next((i for i, taken in enumerate(free) if taken < begun), len(free))
            free[track : track + 1] = [_middle(row)]
            tracks[row.inspection] = track
    return tracks


def _label(row: TimelineRow, rows: Sequence[TimelineRow], room: float) -> _Label:
    date = short_date(row)
    is_one_programme = len({other.lane for other in rows}) == 1
    what = row.kind.label if is_one_programme else row.lane
    if len({other.force for other in rows}) > 1:
        what = f"{what}, {row.force_name}"
    beside = width_of(date, NORMAL, bold=True) + 7
    if beside + width_of(what, NORMAL) <= room:
        return _Label(date, what, ())
    return _Label(date, "", tuple(lines_of(what, NORMAL, room)))


def _years(scale: _Scale, line: float) -> list[str]:
    parts = []
    for year in range(scale.first, scale.last + 2):
        y = scale.y(dt.date(year, 1, 1))
        parts.append(rule(0, y, line, y, LINE, 0.7))
        if year <= scale.last:
            parts.append(text(0, y + 13, str(year), SMALL, colour=QUIET))
    return parts


def _fieldwork(row: TimelineRow, scale: _Scale, x: float, line: float) -> list[str]:
    """The fieldwork as a bar, and on from it to the day of publication on the line."""
    begun, ended = row.fieldwork_from, row.fieldwork_to
    if begun is None or ended is None:
        return []
    top, foot = scale.y(min(begun, row.published_to)), scale.y(min(ended, row.published_to))
    day = scale.y(_middle(row))
    tall = max(foot - top, 2)
    exact = row.fieldwork_is_exact
    bar = (
        box(x - 2.5, top, 5, tall, "fieldwork")
        if exact
        else box(x - 2.5, top, 5, tall, PAPER, QUIET, "2 1.6", 0.8)
    )
    return [rule(x, min(foot, day), x, day, EDGE, 0.8), rule(x, day, line, day, EDGE, 0.8), bar]


def _mark(row: TimelineRow, scale: _Scale, line: float, day: float, middle: float) -> list[str]:
    """The day on the line, and the mark beside the words, joined by a fine line."""
    x = line + LEAD
    parts = [rule(line, day, x, middle, EDGE, 0.8)]
    if row.published_is_exact:
        parts.append(box(line - 2, day - 2, 4, 4, ACCENT))
    else:
        ends = scale.y(row.published_from), scale.y(row.published_to)
        parts.append(rule(line, ends[0], line, ends[1], ACCENT, 2.6))
    parts.append(scaled(kind_mark(row.kind, 0, 0, not row.published_is_exact), x, middle, MARK))
    return parts


def _words(label: _Label, x: float, top: float) -> list[str]:
    foot = top + LINE_TALL / 2 + 4.2
    parts = [text(x, foot, label.date, NORMAL, bold=True)]
    if label.first:
        beside = width_of(label.date, NORMAL, bold=True) + 7
        parts.append(text(x + beside, foot, label.first, NORMAL))
    parts += [
        text(x, foot + LINE_TALL * place, line, NORMAL)
        for place, line in enumerate(label.more, start=1)
    ]
    return parts
