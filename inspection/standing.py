"""Our reading of where something stands: one written rule, the same for everybody.

What was said on an item is taken in the order of its dates, what has no date first.

1. The latest word of the inspectorate on whether it is done decides. *Addressed* must rest on a
   finding. *Not addressed* after an earlier *addressed* reads *found again*.
2. While the inspectorate has said nothing on that, the latest word of anybody else that it is done
   reads *said to be done, not confirmed*; any other answer on the item or its theme reads *answered,
   not closed*. Nobody's word about himself ever closes an item.
3. Where nothing was found the reading is *no published follow-up found*: what we found, not what
   was done.

A reading can go backwards, and then shows that it did.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from inspection.dates import PartialDate
from inspection.vocabulary import Standing, Voice, Word


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
        "We found nothing published on what became of it.",
    )
    ANSWERED = (
        "answered",
        "Answered, not closed",
        "Somebody has spoken of it in public; nobody is known to say that it is done.",
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


def in_order(said: Iterable[Said]) -> tuple[Said, ...]:
    """What was said, in the order of its dates, what has no date first."""
    entries = enumerate(said)
    return tuple(
        entry
        for _, entry in sorted(
            entries, key=lambda e: (e[1].date is not None, e[1].date and e[1].date.latest, e[0])
        )
    )


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
    if entry.says is None and before is Reading.CLAIMED:
        return before
    return Reading.ANSWERED
