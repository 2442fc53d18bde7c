"""What was wrong in earlier editions, and how an error is reported."""

from __future__ import annotations

from collections.abc import Iterator

from inspection.dates import date_words
from inspection.document import Block, Bullets, Heading, Paragraph, Run, Words, words
from inspection.fact_places import ToldFact, told_facts
from inspection.measures import count_name
from inspection.model import Correction, Record, edition_order
from inspection.sheets.of_method import CORRECTING
from inspection.sheets.pieces import lines, source_links, table

TO_SEND = (
    "The id of the fact.",
    "What is wrong, and what should stand there.",
    "Where the right thing can be read: a report, minutes, a letter or a page open to everybody.",
)
"""What a report of an error needs to say."""
RIGHT_OF_REPLY = (
    "A force or a governing body that disagrees with a source is shown beside it, in its own voice, "
    "with the day and where it said so; not instead of it."
)


def answer(record: Record) -> str:
    """How many corrections there are, and since when."""
    made = record.corrections
    edition = f"This is edition {record.release.version}, of {_released(record)}."
    if not made:
        return f"Nothing in this record has been corrected so far. {edition}"
    first = date_words(min(mended.date for mended in made))
    count = count_name(len(made)).capitalize()
    said = "correction has" if len(made) == 1 else "corrections have"
    return f"{count} {said} been made to this record since {first}. {edition}"


def corrections_page(record: Record, report_to: str) -> Iterator[Block]:
    """Everything below the answer; `report_to` is where an error is reported, or empty."""
    yield from log(record)
    yield from how_to_report(report_to)


def log(record: Record) -> Iterator[Block]:
    """Every correction, the newest first; nothing where there is none."""
    if not record.corrections:
        return
    told = told_facts(record)
    yield Heading(2, "What was corrected", "log")
    yield table(
        "Corrections, newest first",
        (
            "When mended",
            "The fact",
            "What it said, since when",
            "What it says now",
            "Who asked",
            "Sources",
        ),
        [
            (
                _when(mended),
                _fact(record, mended, told),
                lines(mended.was, (Run(_since(mended), style="under"),)),
                lines(mended.now, (Run(mended.note or "", style="under"),)),
                mended.asked_by[:1].upper() + mended.asked_by[1:],
                source_links(record, mended.sources) or words(mended.unsourced or ""),
            )
            for mended in newest_first(record)
        ],
    )


def newest_first(record: Record) -> list[Correction]:
    """The corrections by the day and the edition that mended them, in one edition as they stand."""
    return sorted(
        record.corrections, key=lambda m: (m.date, edition_order(m.mended_in)), reverse=True
    )


def how_to_report(report_to: str) -> Iterator[Block]:
    """What to send and where, and what becomes of it."""
    yield Heading(2, "How to report an error", "report")
    yield Paragraph(words("Three things are needed:"))
    yield Bullets(tuple(words(point) for point in TO_SEND))
    yield Paragraph(
        words(
            "The id stands in the link “Report an error in this fact”, which opens under “Cite or "
            "correct” beneath the fact. Where that link leads to this page, the id stands in the "
            "address of this page, after “fact=”. Leave out the names of children, their families, "
            "victims, suspects and offenders."
        )
    )
    yield Paragraph(_where(report_to))
    yield Paragraph(words("What becomes of it:"))
    yield Bullets(tuple(words(point) for point in (*CORRECTING, RIGHT_OF_REPLY)))


def _where(report_to: str) -> Words:
    if not report_to:
        return words(
            "Whoever runs this copy of the record has set no address for reports: a report goes to "
            "whoever runs it."
        )
    shown = report_to.removeprefix("mailto:").split("?")[0]
    return (*words("Send it to", Run(shown, report_to)), Run("."))


def _when(mended: Correction) -> Words:
    edition = Run(f"Edition {mended.mended_in}", style="under")
    return lines(date_words(mended.date), (edition,))


def _since(mended: Correction) -> str:
    since = f"From {date_words(mended.since)}"
    return f"{since}, first in edition {mended.first_in}." if mended.first_in else f"{since}."


def _fact(record: Record, mended: Correction, told: dict[str, ToldFact]) -> Words:
    """The fact with a link to its place; of what was taken out, to what it stood in."""
    found = told.get((mended.stood_in or "") if mended.removed else mended.fact)
    force = f"{record.force[found.force].name}. " if found and found.force else ""
    below = Run(f"{force}{mended.fact}", style="under")
    if mended.removed:
        stood = (Run(f"It stood in: {found.words}", found.place),) if found else ""
        return lines((Run("Taken out", fact=mended.id),), stood, (below,))
    if found is None:
        return lines((Run("No longer in the record", fact=mended.id),), (below,))
    return lines((Run(found.words, found.place, fact=mended.id),), (below,))


def _released(record: Record) -> str:
    return date_words(record.release.released_on)
