"""What moved between two days without being a new fact: themes, readings and dates due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from inspection.account import date_or_unknown
from inspection.changes import Change, ChangeKind, change, exact
from inspection.clocks import ClockKind, ClockRow
from inspection.due_after_reports import due_after_reports
from inspection.knowing import grade_published
from inspection.measures import joined
from inspection.model import Finding, Recommendation, Record
from inspection.recurrence import RecurrenceRow, recurrence
from inspection.register import RegisterRow, register
from inspection.standing import Said
from inspection.theme_states import CONCERN_KINDS, ThemeCell
from inspection.vocabulary import Scope


def raised_again(earlier: Record, later: Record) -> Iterator[Change]:
    """Themes that an inspection raised between the two days, after an older one had raised them."""
    for force in later.forces:
        then = {
            (cell.theme, cell.inspection)
            for row in recurrence(earlier, force.id)
            for cell in row.cells
            if cell.is_raised
        }
        for row in recurrence(later, force.id):
            raised = [cell for cell in row.cells if cell.is_raised]
            new = [c for c in raised[1:] if (c.theme, c.inspection) not in then]
            if new:
                yield _raised(later, row, new)


def _raised(record: Record, row: RecurrenceRow, new: Sequence[ThemeCell]) -> Change:
    inspection = record.inspection[new[-1].inspection]
    raising: list[Finding | Recommendation] = [
        finding for finding in inspection.findings if finding.kind in CONCERN_KINDS
    ]
    raising += inspection.recommendations
    items = [i for i in raising if i.theme == row.theme and i.scope is Scope.FORCE]
    return change(
        record, ChangeKind.RAISED_AGAIN, row.force, inspection,
        grade_published(inspection, items[0]), row.theme_name,
        f"Raised by {joined(cell.title for cell in new)}. {row.sentence}",
        fact=items[0].id, themes=[row.theme], sources=[s for item in items for s in item.sources],
    )  # fmt: skip


def readings_changed(earlier: Record, later: Record) -> Iterator[Change]:
    """Items known on both days whose reading differs, with what was said that moved it."""
    then = {row.id: row for row in register(earlier)}
    for row in register(later):
        before = then.get(row.id)
        if before is None or before.reading is row.reading:
            continue
        entry = _what_moved(before, row)
        yield change(
            later, ChangeKind.READING, row.force, later.inspection.get(row.inspection or ""),
            entry.date, row.summary,
            f'Our reading was "{before.reading.label}" and is "{row.reading.label}". '
            f"{entry.voice.label}, {date_or_unknown(entry.date)}: {entry.summary}",
            voice=entry.voice, fact=row.id, themes=[row.theme], sources=entry.sources,
        )  # fmt: skip


def _what_moved(before: RegisterRow, row: RegisterRow) -> Said:
    """The new thing said that led to the reading, or else the last of the new things said."""
    heard = {_same(entry) for entry in before.said}
    news = [entry for entry in row.said if _same(entry) not in heard]
    led = row.steps[-1].said
    return led if led in news else (news or row.said)[-1]


def _same(said: Said) -> tuple[object, ...]:
    """What makes two things said one; the number of an outcome may differ from day to day."""
    return said.voice, said.date, said.says, said.is_on_item, said.summary


def fell_due(record: Record, since: dt.date, until: dt.date) -> Iterator[Change]:
    """What was due on a day after `since` and up to `until`, as known on `until`.

    Requests and promises that a row of what is due after a report stands for are told with it.
    """
    items: dict[tuple[str | None, dt.date], list[RegisterRow]] = {}
    for item in register(record):
        if item.due and item.due.precision == "day" and since < item.due.latest <= until:
            items.setdefault((item.inspection, item.due.latest), []).append(item)
    for row in due_after_reports(record):
        if row.is_exact and row.due_to and since < row.due_to <= until:
            is_reply = row.kind is ClockKind.REPLY
            told = [] if is_reply else items.pop((row.inspection, row.due_to), [])
            yield _clock_due(record, row, told, row.due_to)
    for rows in items.values():
        for item in rows:
            yield change(
                record, ChangeKind.DUE, item.force, record.inspection.get(item.inspection or ""),
                item.due, item.summary,
                f"{item.kind.label}. Time limit: {item.limit}. Our reading: {item.reading.label}.",
                fact=item.id, themes=[item.theme], sources=item.sources,
            )  # fmt: skip


def _clock_due(record: Record, row: ClockRow, told: Sequence[RegisterRow], day: dt.date) -> Change:
    return change(
        record, ChangeKind.DUE, row.force, record.inspection[row.inspection], exact(day),
        f"{row.kind.label}: {row.title}",
        f"{row.kind.meaning} {row.state.label}. {row.known}",
        on_words=row.due, fact=told[0].id if told else None,
        themes=dict.fromkeys(item.theme for item in told), sources=row.sources,
    )  # fmt: skip
