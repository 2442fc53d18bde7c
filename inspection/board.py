"""What a board asks of the register: how much, how old, and three questions for each item."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from inspection.account import NOTHING_FOUND, date_or_unknown
from inspection.clocks import days_words
from inspection.measures import in_sentence
from inspection.register import AGES, OLDEST, ItemKind, RegisterRow, asked_day
from inspection.standing import Reading, Said
from inspection.vocabulary import Voice


def oldest_open(rows: Iterable[RegisterRow], kind: ItemKind) -> RegisterRow | None:
    """The open item of a kind that was asked for first; None where there is none with a date."""
    found = [row for row in rows if row.kind is kind and row.is_open and row.asked]
    return min(found, key=lambda row: (asked_day(row.asked), row.id), default=None)


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


def questions(row: RegisterRow, day: dt.date, last_looked: str) -> tuple[tuple[str, str], ...]:
    """The three questions of a board, each with what the record holds towards an answer.

    `last_looked` says when the public pages were last searched.
    """
    nothing = f"{NOTHING_FOUND}, last looked in {last_looked}."
    on_item = [entry for entry in row.said if entry.is_on_item]
    done = f"{row.reading.label}. {_last(on_item) or nothing}"
    answers = [entry for entry in row.said if entry.voice is not Voice.INSPECTORATE]
    why = _last(answers) or f"No answer of the force or its governing body: {in_sentence(nothing)}"
    limit = f"Time limit: {row.limit}."
    if row.due and row.due.precision == "day":
        limit += f" That was {days_words((row.due.latest - day).days)}, on {row.due.words}."
        limit = limit.replace("That was in", "That is in").replace(
            "That was today", "That is today"
        )
    elif row.due:
        limit += f" By date: {row.due.words}."
    return (("Is it done?", done), ("If not, why?", why), ("By when?", limit))


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
