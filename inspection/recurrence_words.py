"""What keeps coming back, in sentences: of each force, of several together, and the figures of a row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from inspection.measures import count_name, in_sentence, joined
from inspection.model import Record
from inspection.recurrence import RecurrenceRow, theme_lines
from inspection.unseen import Unseen, unseen_of


def raised_again_words(
    rows: Mapping[str, Sequence[RecurrenceRow]], forces: Mapping[str, str]
) -> str:
    """Which themes were raised in more than one inspection of every force shown, in a sentence.

    `forces` gives the name of each. Counts of two forces are never set against each other.
    """
    told = {force: own for force, own in rows.items() if any(row.is_recorded for row in own)}
    silent = [forces[force] for force in rows if force not in told]
    if len(told) < 2:
        return (
            "There is nothing to set side by side: no finding of the inspections of "
            f"{joined(silent)} counted here is in our record."
        )
    again = [{row.theme_name for row in own if row.raised > 1} for own in told.values()]
    common = [
        line.theme_name for line in theme_lines(told) if all(line.theme_name in a for a in again)
    ]
    who = joined(forces[force] for force in told) if len(told) < 4 else "every force shown"
    words = f"As far as recorded, no theme was raised in more than one inspection of each of {who}."
    if common:
        names = "; ".join(in_sentence(name) for name in common)
        words = f"Raised in more than one inspection of each of {who}: {names}."
    if silent:
        verb = "is" if len(silent) == 1 else "are"
        words += f" {joined(silent)} {verb} left out, because no finding is in our record."
    return words


def of_no_finding(name: str) -> str:
    """That what inspectors raised with a force is not known, because no finding is recorded."""
    return (
        f"Of the inspections of {name} counted here no finding is in our record, so what was found "
        "under each theme is not known to us."
    )


def unseen_behind(record: Record, rows: Sequence[RecurrenceRow]) -> tuple[Unseen, ...]:
    """The requests not read in the inspections behind these rows."""
    return unseen_of(record, dict.fromkeys(cell.inspection for row in rows for cell in row.cells))


def most_raised_words(rows: Sequence[RecurrenceRow]) -> str:
    """Which themes were raised in most episodes, every one of them where several are even."""
    most = max((row.episodes_raised for row in rows), default=0)
    if most < 2:
        return "as far as recorded, no theme was raised in more than one inspection."
    top = [
        f"{in_sentence(row.theme_name)} (in {row.raised} of the {row.looked_at} inspections that "
        "looked at it)"
        for row in rows
        if row.episodes_raised == most
    ]
    return f"raised most persistently: {joined(top)}."


def detail_words(row: RecurrenceRow) -> tuple[str, ...]:
    """The other figures of a row, a sentence for each that says something."""
    words = []
    if row.raised_narrow:
        one = (
            "was an inspection of one subject only"
            if row.raised_narrow == 1
            else ("were inspections of one subject only")
        )
        words.append(f"Of the {row.raised} that raised it, {count_name(row.raised_narrow)} {one}.")
    run = row.longest_run
    if run and run.length > 1:
        years = _years(run.first.year, run.last.year)
        words.append(f"Longest unbroken run: {count_name(run.length)} looks in a row, {years}.")
    words += [
        f"Raised again by the look of {back.raised.year}, after that of {back.progress.year} had "
        "reported progress and raised nothing."
        for back in row.returns
    ]
    if row.years_without_look:
        spans = joined(_years(first, last) for first, last in row.years_without_look)
        words.append(f"No inspection is known to have looked at it in {spans}.")
    if row.last_look:
        words.append(f"Last look ({row.last_look.when}): {in_sentence(row.last_look.state.label)}.")
    return tuple(words)


def _years(first: int, last: int) -> str:
    return str(first) if first == last else f"{first} to {last}"
