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
    "date comes first, and of what was said on one day the word of the inspectorate.",
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
    "A reading can go backwards, and then shows that it did: where one voice takes back its own word. "
    "Where somebody says that a thing is done and the inspectorate that it is not, nothing went "
    "backwards: the voices differ. A later inspection that looked at the theme is told beside the "
    "item and never taken for an answer to it.",
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


JUDGED_UP = frozenset({Reading.PROGRESS, Reading.ADDRESSED})
JUDGED_DOWN = frozenset({Reading.NOT_ADDRESSED, Reading.FOUND_AGAIN})
VOICES_DIFFER = "Somebody else has said that it is done: the voices differ."
"""Said beside the inspectorate's word that something is not done."""


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

    def speaks_as(self, other: Said) -> bool:
        """Whether it is of the same voice; of other bodies, of the same speaker."""
        is_other = self.voice is Voice.OTHER
        return self.voice is other.voice and (not is_other or self.speaker == other.speaker)


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
    # Of one day the inspectorate's word first: nothing says that a claim came before it.
    first = sorted(said, key=lambda entry: entry.voice is not Voice.INSPECTORATE)
    for entry in in_order(first):
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
    """Whether a voice ever took its own word back: done or better once, and later not."""
    found = tuple(steps)
    return any(_is_back(one, other) for one, other in zip(found, found[1:], strict=False))


def _is_back(one: ReadingStep, other: ReadingStep) -> bool:
    if one.reading is Reading.CLAIMED:
        same = one.said and other.said and one.said.speaks_as(other.said)
        return other.reading is Reading.ANSWERED and bool(same)
    went_down = one.reading in JUDGED_UP and other.reading in JUDGED_DOWN
    return went_down or (one.reading, other.reading) == (Reading.ADDRESSED, Reading.PROGRESS)


def voices_differ(said: Iterable[Said]) -> bool:
    """Whether the inspectorate says that something is not done and somebody else that it is,
    whichever came first.
    """
    said = tuple(said)
    is_claimed = any(
        entry.says is Standing.ADDRESSED
        and entry.is_on_item
        and entry.voice is not Voice.INSPECTORATE
        for entry in said
    )
    return is_claimed and readings(said)[-1].reading in JUDGED_DOWN


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
