"""What a board asks of the register: in which order, how much, how old, and three questions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from inspection.account import date_or_unknown
from inspection.clocks import days_words
from inspection.measures import count_name, in_sentence, joined
from inspection.register import AGES, OLDEST, ItemKind, RegisterRow, asked_day
from inspection.standing import Reading, Said
from inspection.vocabulary import Voice

VOICE_NAMES = {
    Voice.INSPECTORATE: "the inspectorate",
    Voice.GOVERNING_BODY: "the governing body",
    Voice.FORCE: "the force",
    Voice.OTHER: "another body",
}
ORDERS = {
    "gravest": "Causes of concern first, oldest first",
    "oldest": "Oldest first",
    "newest": "Newest first",
    "due": "By due date",
    "spoken": "Last spoken of first",
}
"""The orders the register can be read in, by id; the first is the register's own."""


def ordered(rows: Sequence[RegisterRow], order: str) -> tuple[RegisterRow, ...]:
    """The rows in one of `ORDERS`; those without the date in question come last."""

    def day(date: dt.date | None, backwards: bool = False) -> int:
        if date is None:
            return 10**7
        return -date.toordinal() if backwards else date.toordinal()

    keys = {
        "oldest": lambda row: day(row.asked.latest if row.asked else None),
        "newest": lambda row: day(row.asked.latest if row.asked else None, backwards=True),
        "due": lambda row: day(row.due.latest if row.due else None),
        "spoken": lambda row: day(
            max((e.date.latest for e in row.said if e.date), default=None), backwards=True
        ),
    }
    return tuple(sorted(rows, key=keys[order]) if order in keys else rows)


def oldest_open(rows: Iterable[RegisterRow], kind: ItemKind) -> RegisterRow | None:
    """The open item of a kind that was asked for first; None where there is none with a date."""
    found = [row for row in rows if row.kind is kind and row.is_open and row.asked]
    return min(found, key=lambda row: (asked_day(row.asked), row.id), default=None)


def to_ask(rows: Iterable[RegisterRow], day: dt.date) -> tuple[RegisterRow, ...]:
    """Open items in the order in which to ask: causes of concern, past their date, then the newest.

    Promises whose date has not passed are no question yet.
    """
    asked = [
        row
        for row in rows
        if row.is_open and (row.kind is not ItemKind.COMMITMENT or row.due_passed(day))
    ]

    def urgency(row: RegisterRow) -> tuple[bool, bool, int, str]:
        since = row.asked.latest.toordinal() if row.asked else 0
        return (row.kind is not ItemKind.CAUSE_OF_CONCERN, not row.due_passed(day), -since, row.id)

    return tuple(sorted(asked, key=urgency))


def counts(
    rows: Sequence[RegisterRow], day: dt.date
) -> tuple[tuple[ItemKind, dict[Reading, int], dict[str, int]], ...]:
    """For each kind of item how many have each reading, and how many of those open each age.

    Whole: every reading and every band is there, with 0 where nothing is in it.
    """
    bands = [*(name for _, name in AGES), OLDEST, "Date not known"]
    found = []
    for kind in ItemKind:
        own = [row for row in rows if row.kind is kind]
        by_reading = {reading: sum(row.reading is reading for row in own) for reading in Reading}
        ages = [row.age(day) for row in own if row.is_open]
        found.append((kind, by_reading, {band: ages.count(band) for band in bands}))
    return tuple(found)


def questions(row: RegisterRow, day: dt.date, nothing: str) -> tuple[tuple[str, str], ...]:
    """The three questions of a board, each with what the record holds towards an answer.

    `nothing` is the sentence for where nothing was found, as `account.nothing_found` has it.
    """
    on_item = [entry for entry in row.said if entry.is_on_item]
    done = f"{row.reading.label}. {_last(on_item) or nothing}"
    answers = [e for e in row.said if e.voice in (Voice.FORCE, Voice.GOVERNING_BODY)]
    why = _last(answers) or f"No answer of the force or its governing body: {in_sentence(nothing)}"
    limit = f"Time limit: {row.limit.rstrip('.')}."
    if row.due and row.due.precision == "day":
        days = (row.due.latest - day).days
        verb = "was" if days < 0 else "is"
        limit += f" Its last day {verb} {row.due.words}, {days_words(days)}."
    elif row.due:
        limit += f" By date: {row.due.words}."
    return (("Is it done?", done), ("If not, why?", why), ("By when?", limit))


def passed_words(rows: Iterable[RegisterRow], day: dt.date) -> str:
    """How many public promises are past their due date on `day`, by whom, and how they stand."""
    passed = [r for r in rows if r.kind is ItemKind.COMMITMENT and r.due_passed(day)]
    if not passed:
        return "No public promise in the record is past its due date."
    by = joined(
        f"{count_name(count)} of {VOICE_NAMES[voice]}"
        for voice in Voice
        if (count := sum(row.voice is voice for row in passed))
    )
    done = sum(not row.is_open for row in passed)
    kept = f"{count_name(done)} {'reads' if done == 1 else 'read'} as addressed"
    noun = "promise is" if len(passed) == 1 else "promises are"
    whole = count_name(len(passed)).capitalize()
    return f"{whole} public {noun} past the due date: {by}; {kept}."


def history_words(row: RegisterRow) -> str:
    """Every reading an item has had with its day: `addressed (2019), then found again (2020)`."""
    steps = [
        f"{in_sentence(step.reading.label)} ({date_or_unknown(step.said.date)})"
        for step in row.steps
        if step.said
    ]
    return ", then ".join(steps)


def _last(said: Sequence[Said]) -> str:
    if not said:
        return ""
    entry = said[-1]
    return f"{entry.voice.label} ({entry.speaker}), {date_or_unknown(entry.date)}: {entry.summary}"
