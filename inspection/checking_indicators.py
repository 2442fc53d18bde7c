"""Rules on what was measured more than once: values have a place, and a method joins two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from inspection.contents import Contents
from inspection.measured import SHARE, reading_of
from inspection.model import Measure
from inspection.problems import Fault, Path, choice_hint, quoted


def indicators_have_several_values(contents: Contents) -> Iterator[Fault]:
    """X14: an indicator has at least two values; one alone is a measure and nothing more."""
    counts = Counter(item.id for item in contents.references if item.kind == "indicator")
    for n, indicator in enumerate(contents.record.indicators):
        if counts[indicator.id] < 2 and indicator.id not in contents.lost.words:
            given = "one value" if counts[indicator.id] else "no value"
            message = f"{quoted(indicator.id)} has {given}."
            yield Fault(
                "X14", ("indicators", n, "id"), message, "Take it away unless it is still wanted."
            )


def methods_join_two_values(contents: Contents) -> Iterator[Fault]:
    """A05: a method is named only where it joins a value to another of its force and indicator."""
    named = [
        (path, measure.method, (_force(contents, path), measure.indicator, measure.method))
        for path, measure in _measures(contents)
        if measure.indicator and measure.method
    ]
    counts = Counter(series for _, _, series in named)
    for path, method, series in named:
        if counts[series] < 2 and method not in contents.lost.words:
            message = (
                f"No other value of this force and indicator names the method {quoted(method)}."
            )
            others = [other for _, other, beside in named if beside[:2] == series[:2]]
            near = choice_hint(method, [other for other in others if other != method], False)
            hint = near or "Take it away, or write it the same in both."
            yield Fault("A05", (*path, "method"), message, hint)


def values_have_a_place_or_none(contents: Contents) -> Iterator[Fault]:
    """A06: a value has a place on its indicator's axis or says that it has none, not both."""
    for path, measure in _measures(contents):
        if measure.indicator is None:
            for name in ("method", "reading", "other_unit"):
                if getattr(measure, name):
                    message = "This measure names no indicator."
                    yield Fault("A06", (*path, name), message, "Name one, or take this away.")
        elif measure.other_unit and measure.reading is not None:
            message = "The value is both on the axis and in another unit."
            yield Fault("A06", (*path, "other_unit"), message, "Keep one of the two.")
        elif path[0] == "context_events" and _force(contents, path) is None:
            message = "An event of several forces holds a value of none of them."
            hint = "Write an event for each force, or take indicator away."
            yield Fault("A06", (*path, "indicator"), message, hint)
        elif (unit := _unit_without_place(contents, measure)) is not None:
            message = f"So many of so many has no place on an axis of {quoted(unit)}."
            hint = f"Give reading, or other_unit; only an axis of {SHARE} is read by itself."
            yield Fault("A06", (*path, "indicator"), message, hint)


def periods_of_values_have_a_beginning(contents: Contents) -> Iterator[Fault]:
    """A07: where a value stands for a period up to a day, its first day is given too."""
    for path, measure in _measures(contents):
        if measure.until and measure.as_of is None:
            message = "The period of this value has no beginning."
            yield Fault("A07", (*path, "until"), message, "Give its first day in as_of.")


def _measures(contents: Contents) -> Iterator[tuple[Path, Measure]]:
    for path, part in contents.parts:
        if isinstance(part, Measure):
            yield path, part


def _force(contents: Contents, path: Path) -> str | None:
    """The one force that a measure is of."""
    place = int(path[1])
    if path[0] == "inspections":
        return contents.record.inspections[place].force
    forces = contents.record.context_events[place].forces
    return forces[0] if len(forces) == 1 else None


def _unit_without_place(contents: Contents, measure: Measure) -> str | None:
    """The unit of a measure's indicator where the measure cannot be placed on its axis."""
    indicator = contents.record.indicator.get(measure.indicator or "")
    is_lost = measure.numerator is None and measure.value is None
    if indicator is None or measure.other_unit or is_lost:
        return None
    return indicator.unit if reading_of(indicator, measure) is None else None
