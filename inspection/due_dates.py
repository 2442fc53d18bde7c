"""Due dates as an iCalendar file (RFC 5545): an all-day entry for each date known to the day.

An entry keeps its identity from one edition to the next, so that a calendar program that reads a
newer file mends the entry and does not double it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from icalendar import Calendar, Event, vText

from inspection.account import date_or_unknown
from inspection.addresses import Addresses, Place, record_path
from inspection.clocks import ClockKind, ClockRow
from inspection.dates import date_words
from inspection.exports import ATTRIBUTION, INDEPENDENT, NOT_FOUND_RULE
from inspection.model import Record
from inspection.register import RegisterRow
from inspection.register_export import source_lines

PRODUCT = "-//Inspection History//Due dates//EN"
NAME = "Inspection History: due dates"
DOMAIN = "inspection-history"
LEADS = {
    ClockKind.REPLY: "Last lawful day for the published reply",
    ClockKind.ACTION_PLAN: "Action plan due about this day",
    ClockKind.WRITTEN_REPLY: "Due",
    ClockKind.REVISIT: "Promised return due",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One date in the calendar: `subject` is the permanent name of what is due, `place` where it stands."""

    subject: str
    day: dt.date
    summary: str
    description: str
    categories: tuple[str, ...]
    place: Place


def due_calendar(
    record: Record,
    clock_rows: Sequence[ClockRow],
    register_rows: Sequence[RegisterRow],
    as_known_on: dt.date | None = None,
    where: Addresses | None = None,
) -> bytes:
    """The dates of these rows known to the day, as the bytes of an .ics file, earliest first.

    `where` says where the published record is served, to which entries lead; without it they have
    no links.
    """
    edition = _edition_words(record, as_known_on)
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", NAME)
    # Named as a text, because the library escapes no commas in properties it does not know.
    calendar.add("x-wr-caldesc", vText(f"{edition} {INDEPENDENT} {ATTRIBUTION}"))
    for entry in due_entries(record, clock_rows, register_rows):
        event = Event()
        event.add("uid", f"{entry.subject}-due@{DOMAIN}")
        event.add("dtstamp", dt.datetime.combine(record.release.released_on, dt.time(), dt.UTC))
        event.add("dtstart", entry.day)
        event.add("dtend", entry.day + dt.timedelta(days=1))
        event.add("summary", entry.summary)
        event.add("description", f"{entry.description}\n\n{NOT_FOUND_RULE} {edition}")
        event.add("categories", list(entry.categories))
        event.add("transp", "TRANSPARENT")
        if where:
            event.add("url", where.record + record_path(entry.place))
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def due_entries(
    record: Record, clock_rows: Iterable[ClockRow], register_rows: Iterable[RegisterRow]
) -> tuple[Entry, ...]:
    """The dates of these rows known to the day, earliest first.

    Where a due date stands for all that was asked or promised for that day after one inspection,
    the items are told in its description and have no entries of their own. The published reply
    stands for nothing but itself.
    """
    clocks = [row for row in clock_rows if row.is_exact]
    items = [row for row in register_rows if row.due and row.due.precision == "day"]
    standing_for = {
        (row.inspection, row.due_to) for row in clocks if row.kind is not ClockKind.REPLY
    }
    found = [_of_clock(record, row, _told_by(row, items)) for row in clocks]
    found += [_of_item(record, row) for row in items if _day_of(row) not in standing_for]
    return tuple(sorted(found, key=lambda entry: (entry.day, entry.subject)))


def _day_of(row: RegisterRow) -> tuple[str | None, dt.date | None]:
    return row.inspection, row.due.latest if row.due else None


def _told_by(clock: ClockRow, items: Iterable[RegisterRow]) -> list[RegisterRow]:
    if clock.kind is ClockKind.REPLY:
        return []
    return [row for row in items if _day_of(row) == (clock.inspection, clock.due_to)]


def _of_clock(record: Record, row: ClockRow, items: Sequence[RegisterRow]) -> Entry:
    assert row.due_to is not None
    lines = [
        f"{row.kind.label}: {row.kind.meaning}",
        f"Force: {row.force_name}.",
        f"Begins: {row.begins}. Due: {row.due}.",
        f"What was found: {row.state.label}. {row.known}",
        *(f"{item.kind.label}: {item.summary}" for item in items),
        f"Sources:\n{source_lines(record, row.sources)}",
    ]
    return Entry(
        subject=row.id,
        day=row.due_to,
        summary=f"{LEADS[row.kind]}: {_with_force(record, row.title, row)}",
        description="\n".join(lines),
        categories=(row.force_name, row.kind.label),
        place=Place("inspection", row.inspection),
    )


def _of_item(record: Record, row: RegisterRow) -> Entry:
    assert row.due is not None
    lines = [
        f"{row.kind.label}: {row.summary}",
        f"Force: {row.force_name}. Report: {row.inspection_title}.",
        f"By {row.asked_by}, {date_or_unknown(row.asked)}. Time limit: {row.limit}.",
        f"Our reading: {row.reading.label}. {row.reading.meaning}",
        f"Sources:\n{source_lines(record, row.sources)}",
    ]
    return Entry(
        subject=row.id,
        day=row.due.latest,
        summary=f"Due: {_with_force(record, row.summary, row)}",
        description="\n".join(lines),
        categories=(row.force_name, row.kind.label),
        place=Place("progress", row.id),
    )


def _with_force(record: Record, title: str, row: ClockRow | RegisterRow) -> str:
    """A title with the name of the force, where it does not hold it already."""
    named = record.force[row.force].short_name in title
    return title if named else f"{title.rstrip('.')} ({row.force_name})"


def _edition_words(record: Record, as_known_on: dt.date | None) -> str:
    release = record.release
    day = date_words(as_known_on or release.released_on)
    return f"Edition {release.version}, as known on {day}."
