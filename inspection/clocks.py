"""Dates that follow from a report: the published reply, the action plan, the promised return.

The statutory reply: the governing body publishes its comments on a report before the end of 56 days
beginning with the day of publication (Police Act 1996, section 55), so the last lawful day is the
day of publication and 55 days. The time limit is in force for reports published from 2 May 2017;
none is shown before that. "Found" is what we found and "none found by us" is no more than that:
never late, never not sent.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from inspection.dates import PartialDate, date_words
from inspection.measures import count_name, plural
from inspection.model import Record
from inspection.staleness import is_unsearched
from inspection.vocabulary import Word

IN_FORCE = dt.date(2017, 5, 2)
"""The first day of publication for which the time limit of the reply is in force."""
REPLY_DAYS = 56
"""Days of the statutory reply, the day of publication being the first of them."""


class ClockKind(Word):
    """What is due."""

    REPLY = (
        "reply",
        "Published reply",
        "Comments of the governing body, before the end of 56 days beginning with publication.",
    )
    ACTION_PLAN = (
        "action-plan",
        "Action plan",
        "The force's plan for the inspectorate, asked for about six weeks after publication.",
    )
    WRITTEN_REPLY = (
        "written-reply",
        "Asked for by a date",
        "What inspectors asked for by a date, such as a letter within eight weeks.",
    )
    REVISIT = "revisit", "Promised return", "The inspectorate's promise to come back."


class ClockState(Word):
    """What is known of it."""

    FOUND = "found", "Found", "Found by us, with its date where it has one."
    STATEMENT = (
        "statement",
        "Only a statement found",
        "The governing body spoke of the report on its own pages; whether these are its comments "
        "under the Act is not known to us.",
    )
    NONE_FOUND = "none-found", "None found by us", "Nothing published was found by us."
    NO_TIME_LIMIT = (
        "no-time-limit",
        "No time limit in force",
        "Published before 2 May 2017, when the time limit came into force.",
    )
    NOT_KNOWN = (
        "not-known",
        "Not known to apply",
        "A report of several inspectorates, on several forces or on a region: whether the time limit "
        "covers it is not known to us.",
    )
    DAY_NOT_KNOWN = (
        "day-not-known",
        "Not known whether in force",
        "Published in 2017, perhaps before 2 May, when the time limit came into force.",
    )


@dataclass(frozen=True, slots=True)
class ClockRow:
    """One thing that is or was due, with what was found; `id` stays from edition to edition.

    `due_from` and `due_to` are the first and last day the due date can be: the same day where it is
    exact, both None where no date follows. `known` says in words what was found, or that nothing
    was and when we last looked. `sources` are those of what was found, or else the first of the
    inspection.
    """

    id: str
    kind: ClockKind
    force: str
    force_name: str
    inspection: str
    title: str
    began: PartialDate | None
    begins: str
    due: str
    due_from: dt.date | None
    due_to: dt.date | None
    state: ClockState
    known: str
    sources: tuple[str, ...]

    @property
    def is_exact(self) -> bool:
        """Whether the due date is known to the day."""
        return self.due_from is not None and self.due_from == self.due_to

    def days_left(self, day: dt.date) -> int | None:
        """Days from `day` to the due date, below zero when it has passed; None if not exact."""
        return (self.due_to - day).days if self.is_exact and self.due_to else None


def last_lawful_day(published: dt.date) -> dt.date | None:
    """The last day for the published reply to a report; None where no time limit is in force."""
    return published + dt.timedelta(REPLY_DAYS - 1) if published >= IN_FORCE else None


def days_words(days: int | None) -> str:
    """Days to a date in words: `in 12 days`, `today`, `401 days ago`; empty for None."""
    if days is None:
        return ""
    if days == 0:
        return "today"
    return f"in {plural(days, 'day')}" if days > 0 else f"{plural(-days, 'day')} ago"


def none_found(record: Record, published: PartialDate | None = None) -> str:
    """When the public pages were last searched for something, or what was public on a past day.

    Of what was `published` after the last search, that nobody looked for an answer to it.
    """
    if record.known_on:
        return f"Nothing public by {date_words(record.known_on)} is in our record."
    if is_unsearched(record.release, published):
        return "Not looked for since it was published."
    return f"Last looked in {record.release.last_looked_on.words}."


def reply_words(rows: Iterable[ClockRow], force_name: str) -> str:
    """How many reports of the record with a time limit have a published reply found, all states
    told.
    """
    states = [row.state for row in rows if row.kind is ClockKind.REPLY]
    limited: list[ClockState] = [
        s for s in states if s not in (ClockState.NO_TIME_LIMIT, ClockState.DAY_NOT_KNOWN)
    ]
    if not limited:
        return (
            f"No report in the record on {force_name} is known to have a time limit for a published "
            "reply."
        )
    parts = [
        f"{count_name(count)} with {words}"
        for state, words in (
            (ClockState.FOUND, "a published response found"),
            (ClockState.STATEMENT, "only a statement found"),
            (ClockState.NONE_FOUND, "none found by us"),
            (ClockState.NOT_KNOWN, "no time limit known to apply"),
        )
        if (count := limited.count(state))
    ]
    reports = plural(len(limited), "report")
    told = ", ".join(parts)
    return f"{reports} in the record on {force_name}, published since 2 May 2017: {told}."
