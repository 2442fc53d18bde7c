"""The record itself: what it does not hold, where its sources disagree, and where it was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from inspection.document import Block, Bullets, Heading, Run, Words, words
from inspection.measures import joined
from inspection.model import Record
from inspection.once import once_per_record
from inspection.sheets.of_inspection import accounts
from inspection.sheets.pieces import source_links, table


@once_per_record
def limits(record: Record) -> tuple[Block, ...]:
    """Gaps, conflicts between sources, and answers to national reports; every one a fact."""
    return (*gaps(record), *conflicts(record), *national_answers(record))


def gaps(record: Record) -> Iterator[Block]:
    """What is known to be missing, and what we know of it."""
    yield Heading(2, "What the record does not hold", "what-the-record-does-not-hold")
    yield table(
        "Known gaps",
        ("What", "Forces", "What is known"),
        [
            (
                Run(gap.what, fact=gap.id),
                joined(record.force[force].name for force in gap.forces),
                gap.note,
            )
            for gap in record.gaps
        ],
    )


def conflicts(record: Record) -> Iterator[Block]:
    """Where sources disagree: what each says, and how we chose."""
    yield Heading(2, "Where sources disagree", "where-sources-disagree")
    yield table(
        "Conflicts between sources",
        ("About", "Force", "What each says", "How we chose"),
        [
            (
                Run(conflict.topic, fact=conflict.id),
                record.force[conflict.force].name,
                accounts(record, conflict),
                conflict.how_we_chose,
            )
            for conflict in record.conflicts
        ],
    )


def national_answers(record: Record) -> Iterator[Block]:
    """What a force or its governing body said to a report on all forces."""
    yield Heading(2, "Answers to national reports", "answers-to-national-reports")
    yield table(
        "Answers to reports on all forces",
        ("About", "Who", "When", "What was said", "Sources"),
        [
            (
                Run(answer.about, fact=answer.id),
                f"{answer.role}, {answer.organisation}",
                answer.date.words if answer.date else "date not known",
                " ".join([answer.summary, *(c.summary for c in answer.commitments)]),
                source_links(record, answer.sources),
            )
            for answer in record.national_responses
        ],
    )


def source_list(record: Record, sources: Iterable[str]) -> Bullets:
    """The sources behind a page, each once: title, publisher, date and what to know of it."""
    return Bullets(tuple(_source(record, source) for source in dict.fromkeys(sources)))


def all_sources(record: Record) -> Bullets:
    """Every source of the record; each is a fact of its own, where it is told in full."""
    return Bullets(tuple(_source(record, source.id, source.id) for source in record.sources))


def _source(record: Record, key: str, id: str = "") -> Words:
    source = record.source[key]
    on = source.published.words if source.published else "date not known"
    return words(
        Run(source.title, source.url, fact=id),
        f"{source.publisher}, {on}.",
        "" if source.url else "No public address known to us.",
        source.note or "",
    )
