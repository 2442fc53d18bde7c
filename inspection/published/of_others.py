"""Pages of the published record on grades, register, method, words, data, corrections, sources."""

from __future__ import annotations

from collections.abc import Iterator

from inspection.addresses import MOST_TOGETHER, Addresses, Place
from inspection.document import Block, Folded, Heading, Paragraph, Run, words
from inspection.exports import tables
from inspection.grading import graded_programmes, grading_blocks
from inspection.latest_grades import latest_grades_words
from inspection.measures import plural
from inspection.model import Record
from inspection.overview import forces_words
from inspection.published.page import Page
from inspection.published.pieces import sources_of
from inspection.register import register
from inspection.sheets import (
    of_accessibility,
    of_corrections,
    of_coverage,
    of_data,
    of_glossary,
    of_grades,
    of_grades_beside,
    of_method,
    of_record,
    of_register,
    of_theme,
)


def grades(record: Record) -> Page:
    """What was graded under each programme, and what may fairly be compared."""
    return Page(
        Place("grades"),
        "Grades",
        f"What inspectors of {forces_words(record)} graded, and what may fairly be compared.",
        "What was graded, and what may fairly be compared. A wall stands between cycles whose "
        "grades cannot be compared; no force is ranked.",
        tuple(_grades_blocks(record)),
        in_dashboard=Place("grades"),
        deals_with_abuse=True,
    )


def _grades_blocks(record: Record) -> Iterator[Block]:
    graded = {force.id: graded_programmes(record, force.id) for force in record.forces}
    for programme in record.programmes:
        having = [force for force, found in graded.items() if programme in found]
        if not having:
            continue
        yield Heading(2, programme.name, programme.id)
        for force in record.force:
            told = words(latest_grades_words(record, force, programme.id))
            every = Run("Every grade", Place("overview", force, f"grades-{programme.id}"))
            yield Paragraph(words(told, every) if force in having else told)
            cells = of_grades.cells_of(grading_blocks(record, force, programme.id))
            yield from of_grades.naming(
                programme.short_name, of_grades.ledger(record, force, cells)
            )
        yield from of_grades.naming(programme.short_name, _beside(record, programme.id))
    yield from of_grades_beside.case_audits(record, list(record.force))


def _beside(record: Record, programme: str) -> Iterator[Block]:
    """Forces beside one another under a programme where that is fair, and what its grades mean."""
    forces = list(record.force)
    if len(forces) > MOST_TOGETHER:
        yield Paragraph(words(of_theme.ANY_TWO))
    else:
        yield from of_grades_beside.side_by_side(record, forces, programme, 3)
    yield from of_grades_beside.of_other_forces(record, programme, 3)
    yield Folded("What the grades mean", tuple(of_grades.meanings(record, programme)))


def register_page(record: Record) -> Page:
    """Everything asked for or promised, and what is or was due after reports."""
    return Page(
        Place("progress"),
        of_register.TITLE,
        f"Everything asked of {forces_words(record)} or promised, who has said what since, what is due.",
        "Everything asked for or promised, and what each side has said since: the inspectorate, the "
        "governing body, the force, and our own reading by one written rule. Nothing found by us "
        "never means late, not sent or not done.",
        (
            *of_register.register_page(record, record.release.released_on),
            *sources_of(record, (source for row in register(record) for source in row.sources)),
        ),
        in_dashboard=Place("progress"),
        deals_with_abuse=True,
    )


def method(record: Record) -> Page:
    """How things are counted, and the limits of the record."""
    return Page(
        Place("method"),
        "Method",
        "What may be compared, how things are counted, and the limits of the record.",
        of_method.ANSWER,
        (*of_method.method(record), *sources_of(record, of_method.sources(record))),
        in_dashboard=Place("method"),
    )


def glossary(record: Record) -> Page:
    """What the words in the reports and on the pages mean."""
    return Page(
        Place("glossary"),
        "Glossary",
        "What the words in inspection reports and in this record mean, in plain sentences.",
        of_glossary.ANSWER,
        (*of_glossary.glossary(record), *sources_of(record, of_glossary.sources(record))),
        in_dashboard=Place("glossary"),
    )


def accessibility(where: Addresses) -> Page:
    """The accessibility statement, of the dashboard and of these documents."""
    return Page(
        Place("accessibility"),
        "Accessibility statement",
        "How the record is made so that everyone can use it, how that is tested, what is not right.",
        of_accessibility.ANSWER,
        tuple(of_accessibility.statement(where.report_to)),
    )


def data(record: Record) -> Page:
    """Every table and file to take away, and what the columns mean."""
    return Page(
        Place("data"),
        "Data",
        "Every table of the record as CSV, the whole as JSON and YAML, with every column described.",
        "Every table can be taken away as CSV, the whole as JSON or as the YAML it is kept in. Facts "
        "from the inspectorate’s reports are used under the Open Government Licence v3.0.",
        tuple(_data_blocks(record)),
        in_dashboard=Place("data"),
    )


def _data_blocks(record: Record) -> Iterator[Block]:
    found = tables(record)
    yield from of_data.files(found, record.release.version)
    yield from of_data.feeds()
    yield from of_data.columns(found)
    yield from of_coverage.missing(record)
    yield of_coverage.search_words(record)
    yield from of_record.limits(record)


def corrections(record: Record, where: Addresses) -> Page:
    """What was wrong in earlier editions, and how to report an error."""
    return Page(
        Place("corrections"),
        "Corrections",
        "What was wrong in earlier editions of the record, and how to report an error.",
        of_corrections.answer(record),
        tuple(of_corrections.corrections_page(record, where.report_to)),
        in_dashboard=Place("method", at="corrections"),
    )


def sources(record: Record) -> Page:
    """Where every fact was read."""
    return Page(
        Place("sources"),
        "Sources",
        f"Where every fact on {forces_words(record)} was read.",
        f"The record rests on {plural(len(record.sources), 'source')}. Every fact names its own.",
        (of_record.all_sources(record),),
        in_dashboard=Place("data"),
    )
