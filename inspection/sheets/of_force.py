"""The history of forces: the answer in a minute, what keeps coming back, inspections and events."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from inspection.addresses import MISSING, Place
from inspection.document import Block, Bullets, Heading, Paragraph, Run, Table, words
from inspection.measures import in_sentence, joined, plural
from inspection.model import Record
from inspection.overview import (
    ForceSummary,
    counts_words,
    known_missing,
    missing_words,
    record_counts,
)
from inspection.recurrence_words import of_no_finding
from inspection.sheets.pieces import inspection_cell, inspection_link, source_links, table
from inspection.timeline import ContextRow, TimelineRow

ALL_THERE_ARE = "all programmes, kinds and years"
"""What a count goes over that stands below a choice of programmes, kinds or years."""


def answer(summary: ForceSummary) -> str:
    """How often a force was inspected on child protection, and what the latest inspection found."""
    return " ".join(filter(None, [summary.history, summary.latest_words]))


def latest(summary: ForceSummary) -> Iterator[Block]:
    """The themes raised most often, or that none is known; the ways to the latest inspection and to
    what is known and not recorded. Nothing where there is neither.
    """
    again = [
        f"{in_sentence(row.theme_name)} in {row.raised} of {row.looked_at}"
        for row in summary.returning[:3]
    ]
    if again:
        told = f"Raised most often, out of the inspections that looked: {joined(again)}."
        yield Paragraph(words(told))
    elif summary.latest and not summary.is_recorded:
        yield Paragraph(words(of_no_finding(summary.force_name), summary.unseen))
    if summary.latest:
        yield Paragraph(words(inspection_link(summary.latest.id, "Read the latest in full")))
    if summary.is_missing:
        yield Paragraph(words(what_is_missing()))


def what_is_missing() -> Run:
    """The way to what is known to exist and not recorded."""
    return Run("What is known and not recorded", Place("data", at=MISSING))


def where_missing(record: Record, forces: Collection[str]) -> Iterator[Paragraph]:
    """The way to the inspections of forces known to exist and not recorded; nothing without any."""
    if known_missing(record, forces):
        yield Paragraph(words(what_is_missing()))


def child_protection(rows: Iterable[TimelineRow]) -> Table:
    """Child protection inspections with what each said."""
    return table(
        "Child protection inspections, oldest first",
        ("Inspection", "Fieldwork", "Published", "What inspectors said"),
        [(inspection_cell(row), row.fieldwork, row.published, row.judgement) for row in rows],
    )


def keeps_coming_back(summaries: Iterable[ForceSummary]) -> Iterator[Block]:
    """What is raised more than once, force by force, each count with its denominator."""
    yield Heading(2, "What keeps coming back", "what-keeps-coming-back")
    yield Paragraph(
        words(
            "Themes raised as a concern in more than one child protection inspection. The count is "
            "out of the inspections that looked at the theme.",
            Run("How this is counted", Place("method", at="recurring")),
        )
    )
    for summary in summaries:
        yield returning(summary)


def returning(summary: ForceSummary) -> Block:
    """The themes that child protection inspections of a force raised more than once; a sentence
    where there is none, or where none is known.
    """
    if not summary.returning:
        told = f"{summary.force_name}: no theme was raised in more than one of them."
        if not summary.is_recorded:
            told = of_no_finding(summary.force_name) if summary.latest else summary.history
        return Paragraph(words(told))
    return table(
        f"{summary.force_name}: themes raised more than once in child protection inspections",
        ("Theme", "Raised", "In words"),
        [
            (
                Run(
                    row.theme_name,
                    Place("recurring", row.theme, choices=(("force", row.force),)),
                ),
                f"{row.raised} of {row.looked_at}",
                row.sentence,
            )
            for row in summary.returning
        ],
    )


def where_to_look_next() -> Iterator[Block]:
    """What the other pages show."""
    pages = (
        ("history", "History", "shows the inspections recorded, in time."),
        ("grades", "Grades", "shows what may be compared."),
        ("recurring", "Recurring issues", "shows what was raised again, and where."),
        ("search", "Search", "finds a word anywhere."),
        ("data", "Data", "gives every table to take away."),
    )
    yield Heading(2, "Where to look next", "where-to-look-next")
    yield Bullets(tuple(words(Run(name, Place(page)), does) for page, name, does in pages))


def size_of_the_record(record: Record) -> Paragraph:
    """How much the record holds, and its edition."""
    told = f"The record holds {counts_words(record_counts(record))}, edition"
    return Paragraph(words(f"{told} {record.release.version}."), quiet=True)


def history_missing(record: Record, forces: Collection[str], *, is_filtered: bool) -> str:
    """How many more inspections of these forces are known to exist, below a history of some or all."""
    return missing_words(record, forces, ALL_THERE_ARE if is_filtered else "")


def history_answer(names: Sequence[str], rows: Sequence[TimelineRow]) -> str:
    """How many inspections of these forces were chosen, from when to when, how many followed up.

    `rows` are one or more inspections, oldest first.
    """
    linked = sum(1 for row in rows if row.linked_to)
    told = f"The record holds {plural(len(rows), 'inspection')} of {joined(names)} for this choice"
    again = f"{linked} of them followed up an earlier one or went on with its history."
    if not linked:
        again = "None is recorded as following up an earlier one or going on with its history."
    if len(rows) == 1:
        return f"{told}: {rows[0].title}, {rows[0].when}."
    return f"{told}, the first {rows[0].when}, the latest {rows[-1].when}. {again}"


def inspections(record: Record, rows: Iterable[TimelineRow]) -> Table:
    """Inspections with their programme, their dates and the inspection each goes back to."""
    return table(
        "Inspections, oldest first",
        ("Inspection", "Programme", "Fieldwork", "Published", "Follows"),
        [
            (
                inspection_cell(row),
                row.lane,
                row.fieldwork,
                row.published,
                inspection_link(row.linked_to, record.inspection[row.linked_to].title)
                if row.linked_to
                else "",
            )
            for row in rows
        ],
    )


def events(record: Record, rows: Iterable[ContextRow]) -> Table:
    """What happened outside the inspections that a reader of the history needs to know."""
    return table(
        "Events outside the inspections",
        ("Event", "When", "What happened", "Sources"),
        [
            (
                Run(row.title, fact=row.event),
                row.on,
                row.summary,
                source_links(record, row.sources),
            )
            for row in rows
        ],
    )
