"""Our reading of where something stands: one written rule, the same for everybody.

The rule stands in `RULE`; `readings` is the rule at work.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from inspection.dates import PartialDate
from inspection.vocabulary import Standing, Voice, Word

RULE = (
    "What was said on an item since it was asked is taken in the order of its dates; what has no "
    "date comes first.",
    "The latest word of the inspectorate on whether it is done decides. “Addressed” must rest on a "
    "finding, or on the return itself where a return was promised. “Not addressed” after an earlier "
    "“addressed” reads “found again”.",
    "While the inspectorate has said nothing on that, the latest word of anybody else that it is "
    "done reads “said to be done, not confirmed”. Any other word of the force or its governing body "
    "on the item, or on its theme in answer to the same report, reads “answered, not closed”. "
    "A word of the inspectorate or another body on the item that does not say whether it is done reads "
    "“spoken of, not answered”. Nobody’s word about himself ever closes an item.",
    "Where we found nothing of the kind, the reading is “no published follow-up found”: it tells "
    "what we found, not what was done.",
    "A reading can go backwards, and then shows that it did. A later inspection that looked at the "
    "theme is told beside the item and never taken for an answer to it.",
)
"""The rule in words, for the method page and the cover of the workbook."""


class Reading(Word):
    """Where something asked for or promised stands, as we read what was published."""

    FOUND_AGAIN = (
        "found-again",
        "Found again",
        "The inspectorate had called it done, and later found the fault again.",
    )
    NOT_ADDRESSED = "not-addressed", "Not addressed", "The inspectorate says that it is not done."
    NO_FOLLOW_UP = (
        "no-follow-up",
        "No published follow-up found",
        "We found no word of the force or its governing body on it, and none of the inspectorate on "
        "whether it is done.",
    )
    SPOKEN_OF = (
        "spoken-of",
        "Spoken of, not answered",
        "The inspectorate or another body has spoken of it without saying whether it is done; no "
        "word of the force or its governing body on it was found.",
    )
    ANSWERED = (
        "answered",
        "Answered, not closed",
        "The force or its governing body has spoken of it, or of its theme in answer to the same "
        "report; nobody is known to say that it is done.",
    )
    CLAIMED = (
        "claimed",
        "Said to be done, not confirmed",
        "The force, its governing body or another body says that it is done; no word of the "
        "inspectorate on that was found.",
    )
    PROGRESS = (
        "progress",
        "Progress",
        "The inspectorate says that it is better, not that it is done.",
    )
    ADDRESSED = "addressed", "Addressed", "The inspectorate says that it is done."


UP = frozenset({Reading.CLAIMED, Reading.PROGRESS, Reading.ADDRESSED})
DOWN = frozenset({Reading.ANSWERED, Reading.NOT_ADDRESSED, Reading.FOUND_AGAIN})


@dataclass(frozen=True, slots=True)
class Said:
    """Something said on an item by one voice: on the item itself, or only on its theme.

    `says` is what it says of the item, None where it does not say whether it is done.
    """

    id: str
    voice: Voice
    speaker: str
    date: PartialDate | None
    says: Standing | None
    is_on_item: bool
    summary: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadingStep:
    """A reading with the thing said that led to it; None at the start, where nothing was said."""

    reading: Reading
    said: Said | None


class Dated(Protocol):
    """Something that has a date, or none that is known."""

    @property
    def date(self) -> PartialDate | None: ...


Entry = TypeVar("Entry", bound=Dated)


def in_order(said: Iterable[Entry]) -> tuple[Entry, ...]:
    """What was said, in the order of its dates, what has no date first.

    A date known only to the month or year counts as its last day, as everywhere.
    """
    return tuple(sorted(said, key=lambda e: e.date.latest if e.date else dt.date.min))


def readings(said: Iterable[Said]) -> tuple[ReadingStep, ...]:
    """Every reading an item has had, oldest first; the last is where it stands."""
    steps = [ReadingStep(Reading.NO_FOLLOW_UP, None)]
    was_addressed = judged = False
    for entry in in_order(said):
        before = steps[-1].reading
        after = before
        if entry.voice is Voice.INSPECTORATE and entry.says and entry.is_on_item:
            after = _judged(entry.says, was_addressed)
            judged = True
            was_addressed = was_addressed or after is Reading.ADDRESSED
        elif not judged:
            after = _answered(entry, before)
        if after is not before:
            steps.append(ReadingStep(after, entry))
    return tuple(steps)


def went_back(steps: Iterable[ReadingStep]) -> bool:
    """Whether a reading was ever taken back: done or better once, and later not."""
    found = [step.reading for step in steps]
    pairs = zip(found, found[1:], strict=False)
    return any(
        (one in UP and other in DOWN) or (one is Reading.ADDRESSED and other is Reading.PROGRESS)
        for one, other in pairs
    )


def _judged(says: Standing, was_addressed: bool) -> Reading:
    if says is Standing.ADDRESSED:
        return Reading.ADDRESSED
    if says is Standing.PROGRESS:
        return Reading.PROGRESS
    return Reading.FOUND_AGAIN if was_addressed else Reading.NOT_ADDRESSED


def _answered(entry: Said, before: Reading) -> Reading:
    if entry.says is Standing.ADDRESSED and entry.is_on_item:
        return Reading.CLAIMED
    if entry.voice in (Voice.INSPECTORATE, Voice.OTHER):
        is_first = entry.is_on_item and before is Reading.NO_FOLLOW_UP
        return Reading.SPOKEN_OF if is_first else before
    if entry.says is None and before is Reading.CLAIMED:
        return before
    return Reading.ANSWERED
