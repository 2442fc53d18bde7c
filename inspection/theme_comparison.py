"""Two forces on one theme: what is common, what is particular to one, and what may be compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from inspection.comparability import Comparison, looks_comparison
from inspection.measures import count_name, in_sentence, joined, plural
from inspection.model import Record
from inspection.recurrence import RecurrenceRow
from inspection.theme_states import ThemeCell


@dataclass(frozen=True, slots=True)
class LookPair:
    """A look at each of two forces of the same cycle and kind, with whether they are like for like."""

    method: str
    first: ThemeCell
    second: ThemeCell
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class ThemeComparison:
    """Two forces on one theme.

    `common` says whether both were raised and when, `particular` what one force alone was looked at
    under, a sentence for each method, `fairness` why the counts are or are not like for like.
    """

    common: str
    particular: tuple[str, ...]
    pairs: tuple[LookPair, ...]
    fairness: str


def theme_comparison(
    record: Record, first: RecurrenceRow, second: RecurrenceRow
) -> ThemeComparison:
    """What two rows of the same theme have in common, by method and in words.

    A pair is a look at each force in the same cycle and in the same kind of inspection. It is like
    for like only if inspectors were certainly with both within twelve months under one method.
    """
    pairs = tuple(
        LookPair(record.cycle[_cycle(record, one)].name, one, other, comparison)
        for one in first.cells
        for other in second.cells
        if one.looked and other.looked and _method(record, one) == _method(record, other)
        for comparison in [_comparison(record, one, other)]
    )
    matched = {cell.inspection for pair in pairs for cell in (pair.first, pair.second)}
    particular = [words for row in (first, second) for words in _particular(record, row, matched)]
    return ThemeComparison(
        _common(record, first, second),
        tuple(particular),
        pairs,
        _fairness(record, first, second, pairs),
    )


def pair_words(record: Record, pair: LookPair) -> str:
    """What a pair of looks said: `Both raised it` or the word for each force."""
    if pair.first.state is pair.second.state:
        return f"Both: {in_sentence(pair.first.state.label)}."
    one, other = (
        f"{record.force[cell.force].name}: {in_sentence(cell.state.label)}"
        for cell in (pair.first, pair.second)
    )
    return f"{one}; {other}."


def _common(record: Record, first: RecurrenceRow, second: RecurrenceRow) -> str:
    raised = [row for row in (first, second) if row.raised]
    parts = [
        f"{record.force[row.force].name} in "
        + joined(dict.fromkeys(str(cell.year) for cell in row.cells if cell.is_raised))
        for row in raised
    ]
    if len(raised) == 2:
        return f"Raised with both: {joined(parts)}."
    silent = [row for row in (first, second) if row.looked_at and not row.is_recorded]
    if silent:
        names = joined(record.force[row.force].name for row in silent)
        known = f"Raised with {parts[0]}" if raised else "Not known to be raised with either"
        return (
            f"{known}. Of the inspections of {names} that looked at it no finding is in our record."
        )
    if raised:
        other = second if raised[0] is first else first
        looked = "looked at it; none of them raised it" if other.looked_at else "did not look at it"
        return (
            f"Raised with one alone: {parts[0]}. The inspections of "
            f"{record.force[other.force].name} {looked}, as far as our record goes."
        )
    return "Raised with neither."


def _particular(record: Record, row: RecurrenceRow, matched: set[str]) -> list[str]:
    """Looks of one force without a counterpart at the other, a sentence for each method."""
    alone = [cell for cell in row.cells if cell.looked and cell.inspection not in matched]
    words = []
    for cycle, cells in groupby(
        sorted(alone, key=lambda cell: list(record.cycle).index(_cycle(record, cell))),
        key=lambda cell: _cycle(record, cell),
    ):
        said = joined(f"{cell.short_when} ({in_sentence(cell.state.label)})" for cell in cells)
        name = record.force[row.force].name
        words.append(f"Only {name}: {_method_name(record, cycle)}, {said}.")
    return words


def _fairness(
    record: Record, first: RecurrenceRow, second: RecurrenceRow, pairs: Sequence[LookPair]
) -> str:
    counts = joined(
        f"{plural(row.looked_at, 'time')} with {record.force[row.force].name}"
        for row in (first, second)
    )
    fair = [pair for pair in pairs if pair.comparison.comparable]
    words = (
        "The two counts are not set against each other: inspectors are known to have looked at "
        f"this {counts}, and not all by the same method."
    )
    methods = [
        {_method(record, cell) for cell in row.cells if cell.looked} for row in (first, second)
    ]
    if methods[0] == methods[1]:
        words = f"Inspectors are known to have looked at this {counts}, by the same methods."
    if not fair:
        return f"{words} No look at one is like for like with a look at the other."
    like = f"{count_name(len(fair)).capitalize()} "
    like += "pair of looks is" if len(fair) == 1 else "pairs of looks are"
    return f"{words} {like} like for like: same method and kind, within twelve months."


def _comparison(record: Record, one: ThemeCell, other: ThemeCell) -> Comparison:
    return looks_comparison(
        record, record.inspection[one.inspection], record.inspection[other.inspection]
    )


def _cycle(record: Record, cell: ThemeCell) -> str:
    return record.inspection[cell.inspection].cycle


def _method(record: Record, cell: ThemeCell) -> tuple[str, str]:
    inspection = record.inspection[cell.inspection]
    return inspection.cycle, inspection.kind


def _method_name(record: Record, cycle: str) -> str:
    programme = next(p for p in record.programmes if any(c.id == cycle for c in p.cycles))
    return f"{programme.short_name}, {record.cycle[cycle].name}"
