"""Measures over time: the values recorded of one thing, each with what it rests on.

The rules:

- an *indicator* is something that was measured more than once; that alone makes no two of its
  values comparable;
- a value is joined to an earlier one only where both name the same method for the same force
  and indicator; a method not named counts as another one, because no source says it is the same;
- a value stands for the day or period it was measured for, where that is known, else for the
  inspection's fieldwork, else for the day it was published or told;
- a value in another unit, or without a date, is told but has no place in a picture.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from inspection.dates import span_words
from inspection.measures import count_name, measure_words, number_words, plural
from inspection.model import Indicator, Measure, Record
from inspection.once import once_per_record
from inspection.told import Told, all_told, basis_words, label_words
from inspection.vocabulary import Voice

SHARE = "per cent"


@dataclass(frozen=True, slots=True)
class MeasuredRow:
    """One value of an indicator, as somebody told it.

    `day_from` and `day_to` are the outermost days it can stand for, both None where that is not
    known. `number` is the value on the indicator's axis in `unit`, shares rounded to two places,
    None where it was told in another unit. `margin`, `baseline` and `target` are on the same axis
    and None where the number had to be turned into the unit. `words` tell the value with its own
    unit and all that narrows it, `label` in as few words as its mark needs. `basis` is what it
    rests on: its count or sample, what narrows it, and whom it is about if not the force.
    `joined_to` is the id of the earlier value it may be joined to by a line.
    """

    fact: str
    indicator: str
    force: str
    force_name: str
    inspection: str | None
    when: str
    day_from: dt.date | None
    day_to: dt.date | None
    words: str
    label: str
    number: float | None
    margin: float | None
    baseline: float | None
    target: float | None
    unit: str
    basis: str
    voice: Voice
    method: str | None
    joined_to: str | None
    sources: tuple[str, ...]

    @property
    def is_drawn(self) -> bool:
        """True where it has a place in a picture: a number on the axis and a date."""
        return self.number is not None and self.day_from is not None


@dataclass(frozen=True, slots=True)
class IndicatorRows:
    """Something measured more than once, with its values oldest first, those without a date last.

    `forces` are the ids of the forces it has values of, in the order of the record.
    """

    indicator: str
    name: str
    about: str
    theme: str
    unit: str
    forces: tuple[str, ...]
    rows: tuple[MeasuredRow, ...]


@once_per_record
def measured(
    record: Record, theme: str | None = None, forces: Collection[str] | None = None
) -> tuple[IndicatorRows, ...]:
    """The indicators with at least two values among those chosen, in the order of the record.

    `theme` is that of the indicator; None, or no forces, means all. The record may have been
    narrowed to a day: then a value not public by that day is not counted.
    """
    values = [row for row in measured_rows(record) if not forces or row.force in forces]
    found = []
    for indicator in record.indicators:
        own = tuple(row for row in values if row.indicator == indicator.id)
        if len(own) > 1 and theme in (None, indicator.theme):
            present = {row.force for row in own}
            found.append(
                IndicatorRows(
                    indicator=indicator.id,
                    name=indicator.name,
                    about=indicator.about,
                    theme=indicator.theme,
                    unit=indicator.unit,
                    forces=tuple(force for force in record.force if force in present),
                    rows=own,
                )
            )
    return tuple(found)


@once_per_record
def measured_rows(record: Record) -> tuple[MeasuredRow, ...]:
    """Every value of every indicator, oldest first within each, even where it is the only one.

    Of two periods the one that ended earlier is the older.
    """
    rows = [
        _row(record, record.indicator[told.measure.indicator], told)
        for told in all_told(record)
        if told.measure.indicator
    ]
    place = list(record.indicator).index
    rows.sort(
        key=lambda row: (
            place(row.indicator),
            row.day_to or dt.date.max,
            row.day_from or dt.date.max,
            row.fact,
        )
    )
    return tuple(_joined(rows))


def reading_of(indicator: Indicator, measure: Measure) -> float | None:
    """A value on its indicator's axis, None where it has no place there.

    The reading given, or else the value; on an axis of shares so many of so many, in per cent.
    """
    if measure.other_unit:
        return None
    if measure.reading is not None:
        return measure.reading
    if measure.value is not None:
        return measure.value
    if indicator.unit == SHARE and measure.numerator is not None and measure.denominator:
        return round(100 * measure.numerator / measure.denominator, 2)
    return None


def measured_words(found: IndicatorRows) -> str:
    """How often it was measured and what of it may be joined.

    `Measured 4 times; no two are known to be by the same method, so no line joins them.`
    """
    times = _times(len(found.rows))
    parts = _series(found.rows)
    if not parts:
        no_two = (
            "not known to be by the same method"
            if len(found.rows) == 2
            else ("no two are known to be by the same method")
        )
        joined = f"{no_two}, so no line joins them"
    elif parts == [len(found.rows)]:
        joined = "by the same method, so a line joins them"
    elif len(parts) == 1:
        joined = f"a line joins the {count_name(parts[0])} by the same method, and no others"
    else:
        joined = "lines join only values of one force by the same method"
    comma = "," if joined.startswith(("not", "by")) else ";"
    return " ".join([f"Measured {times}{comma} {joined}.", *_left_out_words(found.rows)])


def _left_out_words(rows: tuple[MeasuredRow, ...]) -> Iterator[str]:
    units = sum(row.number is None for row in rows)
    dates = sum(row.number is not None and row.day_from is None for row in rows)
    if units:
        verb = "is" if units == 1 else "are"
        yield f"{plural(units, 'value')} {verb} in another unit and not drawn."
    if dates:
        verb = "has" if dates == 1 else "have"
        also = "is" if dates == 1 else "are"
        yield f"{plural(dates, 'value')} {verb} no date and {also} not drawn."


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{number_words(count)} times")


def _series(rows: tuple[MeasuredRow, ...]) -> list[int]:
    """How many values each line joins."""
    ends = {row.joined_to for row in rows}
    lines = Counter((row.force, row.method) for row in rows if row.joined_to or row.fact in ends)
    return list(lines.values())


def _joined(rows: list[MeasuredRow]) -> Iterator[MeasuredRow]:
    """Rows in order, each with the last drawn one before it of its force, indicator and method."""
    last: dict[tuple[str, str, str], str] = {}
    for row in rows:
        if row.method is None or not row.is_drawn:
            yield row
            continue
        series = (row.indicator, row.force, row.method)
        yield replace(row, joined_to=last.get(series))
        last[series] = row.fact


def _row(record: Record, indicator: Indicator, told: Told) -> MeasuredRow:
    measure = told.measure
    days = _own_days(measure) or told.days
    number = reading_of(indicator, measure)
    is_own_unit = number is not None and measure.reading is None and measure.value is not None
    return MeasuredRow(
        fact=told.fact,
        indicator=indicator.id,
        force=told.force,
        force_name=record.force[told.force].name,
        inspection=told.inspection,
        when=(span_words(measure.as_of, measure.until or measure.as_of) or told.when),
        day_from=days[0] if days else None,
        day_to=days[1] if days else None,
        words=measure_words(measure) or "",
        label=label_words(measure),
        number=number,
        margin=measure.margin if is_own_unit else None,
        baseline=measure.baseline if is_own_unit else None,
        target=measure.target if is_own_unit else None,
        unit=indicator.unit,
        basis=basis_words(told),
        voice=told.voice,
        method=measure.method,
        joined_to=None,
        sources=told.sources,
    )


def _own_days(measure: Measure) -> tuple[dt.date, dt.date] | None:
    if measure.as_of is None:
        return None
    return measure.as_of.earliest, (measure.until or measure.as_of).latest
