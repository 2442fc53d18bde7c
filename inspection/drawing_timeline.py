"""The inspections of a force in time, years across: for paper and for wide screens."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from inspection.document import Drawing
from inspection.drawing_marks import kind_mark, legend
from inspection.drawing_parts import (
    ACCENT,
    INK,
    LINE,
    PAPER,
    QUIET,
    WIDTH,
    box,
    drawing,
    lines_of,
    rule,
    text,
    width_of,
)
from inspection.measures import plural
from inspection.timeline import TimelineRow, short_date
from inspection.vocabulary import InspectionKind

LANES = 92.0
TRACK = 13.0
LABEL = 7.0
TOP = 18.0


@dataclass(frozen=True, slots=True)
class _Axis:
    first: int
    last: int

    def x(self, day: dt.date) -> float:
        begun = dt.date(self.first, 1, 1)
        days = (dt.date(self.last + 1, 1, 1) - begun).days
        return LANES + (day - begun).days / days * (WIDTH - LANES - 4)


@dataclass(frozen=True, slots=True)
class _Placed:
    """An inspection with the track of its lane on which nothing else stands in its way."""

    row: TimelineRow
    track: int
    mark: float
    label: float
    words: str


def wide_timeline(rows: Sequence[TimelineRow]) -> Drawing:
    """Inspections in time: years across, a lane for each programme, a mark where one was published.

    Shape tells the kind; beside each mark stands when it was published, as closely as that is
    known. A grey bar is the fieldwork, hollow and dashed where its days are not known. A report of
    which only the month or year is known has an open mark over a thin line as long as that time.
    """
    if not rows:
        return drawing([text(0, 12, "No inspection is in the record.")], "No inspection.", "", 20)
    days = [day for row in rows for day in days_of(row)]
    axis = _Axis(min(days).year, max(days).year)
    lanes = _lanes(rows)
    parts: list[str] = []
    y = TOP
    for (lane, force), own in lanes.items():
        name = f"{lane}, {force}" if len({row.force for row in rows}) > 1 else lane
        names = lines_of(name, 8, LANES - 8)
        placed = _placed(own, axis)
        tracks = 1 + max(item.track for item in placed)
        height = max(tracks * TRACK, len(names) * 9.5) + 5
        parts.append(rule(0, y, WIDTH, y))
        parts += [text(0, y + 11 + i * 9.5, line, bold=True) for i, line in enumerate(names)]
        for item in placed:
            parts += _inspection(item, axis, y + 2.5 + (item.track + 0.5) * TRACK)
        y += height
    years = _years(axis, y)
    keys, tall = legend(entries(rows), 0, y + 8, WIDTH)
    parts = [*years, *parts, rule(0, y, WIDTH, y), *keys]
    return drawing(parts, _alt(rows), "Inspections in time, by date of publication", y + 8 + tall)


def entries(rows: Sequence[TimelineRow]) -> list[tuple[str, str]]:
    """What is drawn, each with its words: the kinds, the fieldwork, the days that are not known."""
    kinds = dict.fromkeys(row.kind for row in rows)
    found = [(kind_mark(kind, 0, 0), kind.label) for kind in InspectionKind if kind in kinds]
    if any(row.fieldwork_from and row.fieldwork_is_exact for row in rows):
        found += [(_bar(-4, 4, 0, True), "Fieldwork")]
    if any(row.fieldwork_from and not row.fieldwork_is_exact for row in rows):
        found += [(_bar(-4, 4, 0, False), "Fieldwork, days not known")]
    if any(not row.published_is_exact for row in rows):
        mark = rule(-5, 0, 5, 0, ACCENT, 0.8) + kind_mark(InspectionKind.INSPECTION, 0, 0, True)
        found += [(mark, "Open mark: published some time along the line")]
    return found


def _lanes(rows: Sequence[TimelineRow]) -> dict[tuple[str, str], list[TimelineRow]]:
    ordered = sorted(rows, key=lambda row: row.lane_place)
    lanes: dict[tuple[str, str], list[TimelineRow]] = {}
    for row in ordered:
        lanes.setdefault((row.lane, row.force_name), []).append(row)
    return lanes


def days_of(row: TimelineRow) -> list[dt.date]:
    """The outermost days; a fieldwork of unknown days was over when its report came out."""
    days = (row.fieldwork_from, row.fieldwork_to, row.published_from, row.published_to)
    return [min(day, row.published_to) for day in days if day]


def _placed(rows: Sequence[TimelineRow], axis: _Axis) -> list[_Placed]:
    """Each row on the first track that is free from its bar to the end of its label."""
    free: list[float] = []
    placed = []
    for row in sorted(
        rows, key=lambda row: (min(days_of(row)), row.published_from, row.inspection)
    ):
        mark = axis.x(row.published_from + (row.published_to - row.published_from) / 2)
        words = short_date(row)
        left = min(mark - 5, *(axis.x(day) for day in days_of(row)))
        right = max(mark + 5, *(axis.x(day) for day in days_of(row)))
        label, end = right + 1, right + 1 + width_of(words, LABEL)
        if end > WIDTH:
            label = left - 2 - width_of(words, LABEL)
            left, end = label, right
        track = next((i for i, taken in enumerate(free) if taken + 3 <= left), len(free))
        free[track : track + 1] = [end]
        placed.append(_Placed(row, track, mark, label, words))
    return placed


def _inspection(item: _Placed, axis: _Axis, y: float) -> list[str]:
    row, parts = item.row, []
    if row.fieldwork_from and row.fieldwork_to:
        first, last = axis.x(row.fieldwork_from), axis.x(min(row.fieldwork_to, row.published_to))
        parts.append(_bar(first, max(last, first + 1.5), y, row.fieldwork_is_exact))
    if not row.published_is_exact:
        ends = axis.x(row.published_from), axis.x(row.published_to)
        parts.append(rule(ends[0], y, ends[1], y, ACCENT, 0.8))
    parts.append(kind_mark(row.kind, item.mark, y, not row.published_is_exact))
    parts.append(box(item.label, y - 3.4, width_of(item.words, LABEL), 7, PAPER))
    parts.append(text(item.label, y + 2.4, item.words, LABEL))
    return parts


def _bar(first: float, last: float, y: float, exact: bool) -> str:
    if exact:
        return box(first, y - 2, last - first, 4, "fieldwork")
    return box(first, y - 2, last - first, 4, PAPER, QUIET, "1.6 1.2", 0.6)


def _years(axis: _Axis, bottom: float) -> list[str]:
    """A thin line at the start of each year, and the year itself wherever it has room."""
    wide = axis.x(dt.date(axis.first + 1, 1, 1)) - axis.x(dt.date(axis.first, 1, 1))
    step = max(1, round(22 / wide + 0.49))
    parts = []
    for year in range(axis.first, axis.last + 1):
        x = axis.x(dt.date(year, 1, 1))
        parts.append(rule(x, TOP - 4, x, bottom, LINE, 0.4))
        if (year - axis.first) % step == 0:
            parts.append(text(x + 2, TOP - 6, str(year), 7.5, colour=INK))
    return parts


def _alt(rows: Sequence[TimelineRow]) -> str:
    """Every inspection in words, lane by lane."""
    sentences = [
        f"{lane}, {force}: "
        + "; ".join(f"{row.kind.label.lower()} published {row.published}" for row in own)
        for (lane, force), own in _lanes(rows).items()
    ]
    return f"Timeline of {plural(len(rows), 'inspection')}. {'. '.join(sentences)}."
