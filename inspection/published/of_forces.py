"""Pages of the published record on forces: the front page, their list, each force."""

from __future__ import annotations

from collections.abc import Iterator

from inspection.addresses import Place
from inspection.document import Block, Bullets, Heading, Paragraph, Run, words
from inspection.due_after_reports import due_after_reports
from inspection.grading import graded_programmes
from inspection.measures import plural
from inspection.model import Force, Record
from inspection.overview import force_summary, forces_words, missing_words
from inspection.published.page import Page
from inspection.published.pieces import (
    child_protection,
    inspections_in_time,
    returning,
    sources_of,
    where_missing,
)
from inspection.register import register
from inspection.sheets import of_force, of_grades, of_register, of_theme
from inspection.timeline import context, timeline, years_covered
from inspection.unseen import unseen_requests

FORCES = (Place("forces"), "Forces")
HERE = (
    (Place("inspection"), "Inspections", "those recorded in time, each with a page of its own."),
    (Place("recurring"), "Recurring issues", "what was raised again, and what became of it."),
    (Place("grades"), "Grades", "what was graded, and what may fairly be compared."),
    (Place("progress"), "Register", "what was asked and promised, and who says what."),
    (Place("method"), "Method", "how things are counted, and the limits of the record."),
    (Place("glossary"), "Glossary", "what the words in the reports mean."),
    (Place("data"), "Data", "every table as CSV, the whole as JSON and YAML, feed and calendar."),
    (Place("corrections"), "Corrections", "what was wrong, and how to report an error."),
    (Place("sources"), "Sources", "where every fact was read."),
)


def front(record: Record) -> Page:
    """The front page: each force in a minute, what the record holds, and its size."""
    first, last = years_covered(record)
    return Page(
        Place("record"),
        "Inspection History",
        f"The published inspections of {forces_words(record)} in this record: what they found, what was "
        "asked for, what was answered, and what keeps coming back, with a source for every fact.",
        " ".join(
            filter(
                None,
                [
                    f"The published inspections of {forces_words(record)} in this record, {first} to "
                    f"{last}: what they found, what was promised, who says it was done, and what keeps "
                    "coming back.",
                    missing_words(record, list(record.force)),
                ],
            )
        ),
        tuple(_front_blocks(record)),
        in_dashboard=Place("overview"),
        deals_with_abuse=True,
    )


def _front_blocks(record: Record) -> Iterator[Block]:
    yield from where_missing(record)
    for force in record.forces:
        summary = force_summary(record, force.id)
        yield Heading(2, force.name, force.id)
        yield Paragraph(words(of_force.answer(summary)))
        yield from of_force.latest(summary)
        more = Run(f"{force.name}: everything in the record", Place("overview", force.id))
        yield Paragraph(words(more))
    yield Heading(2, "What is here", "contents")
    yield Bullets(tuple((Run(name, place), Run(f": {about}")) for place, name, about in HERE))
    yield of_force.size_of_the_record(record)


def forces(record: Record) -> Page:
    """The forces of the record, each with how often it was inspected."""
    return Page(
        Place("forces"),
        "Forces",
        f"The forces of the record: {forces_words(record)}.",
        f"The record holds the inspections of {plural(len(record.forces), 'force')}.",
        (
            Bullets(
                tuple(
                    words(
                        Run(force.name, Place("overview", force.id), strong=True),
                        force_summary(record, force.id).history,
                    )
                    for force in record.forces
                )
            ),
        ),
        in_dashboard=Place("overview"),
        deals_with_abuse=True,
    )


def force_page(record: Record, force: Force) -> Page:
    """All that the record holds of one force."""
    summary = force_summary(record, force.id)
    return Page(
        Place("overview", force.id),
        force.name,
        f"What this record holds of {force.name}, with sources.",
        of_force.answer(summary),
        tuple(_force_blocks(record, force)),
        (FORCES,),
        Place("overview", force.id),
        deals_with_abuse=True,
    )


def _force_blocks(record: Record, force: Force) -> Iterator[Block]:
    rows = timeline(record, [force.id])
    yield from of_force.latest(force_summary(record, force.id))
    yield Heading(2, "Inspections in time", "inspections")
    if missing := missing_words(record, [force.id]):
        yield Paragraph(words(missing, of_force.what_is_missing()))
    yield from inspections_in_time(record, force, rows)
    yield Heading(2, "What keeps coming back", "recurring")
    yield of_theme.how_counted(record)
    yield Heading(3, "Counted over child protection inspections", "recurring-child-protection")
    yield from returning(record, [force], child_protection(record))
    yield Heading(3, "Counted over the inspections of every programme", "recurring-all")
    yield from returning(record, [force])
    yield Heading(2, "Grades", "grades")
    for programme in graded_programmes(record, force.id):
        yield from of_grades.force_grades(record, force.id, programme.id)
    yield Heading(2, "Asked, answered and promised", "progress")
    asked, due = register(record, [force.id]), due_after_reports(record, [force.id])
    known, day = unseen_requests(record, [force.id]), record.release.released_on
    for sentence in of_register.answer(record, force.id, asked, due, known, day):
        yield Paragraph(words(sentence))
    yield from of_force.where_missing(record, [force.id])
    more = "Every item, in the register" if asked else "What is due, in the register"
    yield Paragraph(words(Run(more, Place("progress", at=force.id))))
    if events := context(record, [force.id]):
        yield Heading(2, "Events outside the inspections", "events")
        yield of_force.events(record, events)
    yield from sources_of(
        record, [source for row in rows for source in record.inspection[row.inspection].sources]
    )
