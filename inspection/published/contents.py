"""What the published record holds: each of its pages with its place, made from the sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from inspection.addresses import Addresses, Place
from inspection.document import Block, Bullets, Folded, Heading, Paragraph, Run, words
from inspection.drawings import themes_drawing, timeline_drawing
from inspection.due_after_reports import due_after_reports
from inspection.exports import tables
from inspection.grading import graded_programmes, grading_blocks, latest_grades_words
from inspection.measures import in_sentence, joined, plural
from inspection.model import Force, Inspection, Record, Theme
from inspection.overview import force_summary
from inspection.published.page import Page
from inspection.recurrence import recurrence, theme_lines
from inspection.register import register
from inspection.sheets import (
    of_corrections,
    of_data,
    of_force,
    of_grades,
    of_grades_beside,
    of_inspection,
    of_method,
    of_record,
    of_register,
    of_theme,
)
from inspection.timeline import TimelineRow, context, timeline, years_covered
from inspection.vocabulary import ThemeFamily

MakePage = Callable[[], Page]
FORCES = (Place("forces"), "Forces")
INSPECTIONS = (Place("inspection"), "Inspections")
THEMES = (Place("recurring"), "Recurring issues")


def pages(record: Record, where: Addresses) -> Iterator[tuple[Place, MakePage]]:
    """Every page of the published record with what makes it, in the order of a table of contents."""
    yield Place("record"), partial(_front, record)
    yield Place("forces"), partial(_forces, record)
    for force in record.forces:
        yield Place("overview", force.id), partial(_force, record, force)
    yield Place("inspection"), partial(_inspections, record)
    for item in record.inspections:
        yield Place("inspection", item.id), partial(_inspection, record, item)
    yield Place("recurring"), partial(_themes, record)
    for theme in record.themes:
        yield Place("recurring", theme.id), partial(_theme, record, theme)
    yield Place("grades"), partial(_grades, record)
    yield Place("progress"), partial(_register, record)
    yield Place("method"), partial(_method, record)
    yield Place("data"), partial(_data, record)
    yield Place("corrections"), partial(_corrections, record, where)
    yield Place("sources"), partial(_sources, record)


HERE = (
    (Place("inspection"), "Inspections", "every one in time, each with a page of its own."),
    (Place("recurring"), "Recurring issues", "what was raised again, and what became of it."),
    (Place("grades"), "Grades", "what was graded, and what may fairly be compared."),
    (Place("progress"), "Register", "what was asked and promised, and who says what."),
    (Place("method"), "Method", "how things are counted, and the limits of the record."),
    (Place("data"), "Data", "every table as CSV, the whole as JSON and YAML, feed and calendar."),
    (Place("corrections"), "Corrections", "what was wrong, and how to report an error."),
    (Place("sources"), "Sources", "where every fact was read."),
)


def names(record: Record) -> str:
    """The names of the forces of the record as they stand in a sentence."""
    return joined(force.name for force in record.forces)


def _front(record: Record) -> Page:
    first, last = years_covered(record)
    return Page(
        Place("record"),
        "Inspection History",
        f"Every published inspection of {names(record)}: what it found, what was asked for, what "
        "was answered, and what keeps coming back, with a source for every fact.",
        f"Every published inspection of {names(record)} that we know of, {first} to {last}: what "
        "it found, what was promised, who says it was done, and what keeps coming back.",
        tuple(_front_blocks(record)),
        in_dashboard=Place("overview"),
    )


def _front_blocks(record: Record) -> Iterator[Block]:
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


def _forces(record: Record) -> Page:
    return Page(
        Place("forces"),
        "Forces",
        f"The forces of the record: {names(record)}.",
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
    )


def _force(record: Record, force: Force) -> Page:
    summary = force_summary(record, force.id)
    return Page(
        Place("overview", force.id),
        force.name,
        f"Every published inspection of {force.name}: findings, grades, recurring issues, what was "
        "asked for and what was answered, with sources.",
        of_force.answer(summary),
        tuple(_force_blocks(record, force)),
        (FORCES,),
        Place("overview", force.id),
    )


def _force_blocks(record: Record, force: Force) -> Iterator[Block]:
    rows = timeline(record, [force.id])
    yield from of_force.latest(force_summary(record, force.id))
    yield Heading(2, "Inspections in time", "inspections")
    yield from _in_time(record, force, rows)
    yield Heading(2, "What keeps coming back", "recurring")
    yield of_theme.how_counted()
    yield Heading(3, "Counted over child protection inspections", "recurring-child-protection")
    yield from _returning(record, [force], _child_protection(record))
    yield Heading(3, "Counted over the inspections of every programme", "recurring-all")
    yield from _returning(record, [force])
    yield Heading(2, "Grades", "grades")
    for programme in graded_programmes(record, force.id):
        yield from of_grades.force_grades(record, force.id, programme.id)
    yield Heading(2, "Asked, answered and promised", "progress")
    asked, due = register(record, [force.id]), due_after_reports(record, [force.id])
    for sentence in of_register.answer(force.name, asked, due, record.release.released_on):
        yield Paragraph(words(sentence))
    yield Paragraph(words(Run("Every item, in the register", Place("progress", at=force.id))))
    if events := context(record, [force.id]):
        yield Heading(2, "Events outside the inspections", "events")
        yield of_force.events(record, events)
    yield from _sources_of(
        record, [source for row in rows for source in record.inspection[row.inspection].sources]
    )


def _in_time(record: Record, force: Force, rows: Sequence[TimelineRow]) -> Iterator[Block]:
    """The inspections of a force as a picture and as a table, each with what it was followed by."""
    if rows:
        drawn = timeline_drawing(rows)
        yield replace(drawn, caption=f"{force.name}: {in_sentence(drawn.caption)}")
        listed = of_force.inspections(record, rows)
        yield replace(listed, caption=f"{force.name}: {in_sentence(listed.caption)}")
    else:
        yield Paragraph(words(f"No inspection of {force.name} is in the record."))


def _returning(
    record: Record, forces: Sequence[Force], programmes: Sequence[str] | None = None
) -> Iterator[Block]:
    """Child protection themes on one axis: the answer, the picture, a sentence for each theme.

    `programmes` are those whose inspections are counted, None for all.
    """
    counted = {
        force.id: recurrence(record, force.id, programmes, ThemeFamily.CHILD_PROTECTION)
        for force in forces
    }
    rows = {force: found for force, found in counted.items() if found}
    if not rows:
        yield Paragraph(words("No inspection counted here looked at these themes."))
        return
    drawn = {force: record.force[force].name for force in rows}
    for sentence in of_theme.answers(rows, drawn):
        yield Paragraph(words(sentence))
    lines = theme_lines(rows)
    picture, listed = themes_drawing(lines, drawn), of_theme.theme_table(lines, drawn)
    over = "every programme" if programmes is None else "child protection inspections"
    yield replace(picture, caption=f"{picture.caption}, over {over}")
    yield replace(listed, caption=f"{listed.caption}, over {over}")


def _child_protection(record: Record) -> list[str]:
    """The programmes that look at child protection as a whole."""
    family = ThemeFamily.CHILD_PROTECTION
    return [p.id for p in record.programmes if p.family is family and not p.narrow]


def _inspections(record: Record) -> Page:
    return Page(
        Place("inspection"),
        "Inspections",
        f"Every published inspection of {names(record)}, in time.",
        f"The record holds {plural(len(record.inspections), 'inspection')} of {names(record)}.",
        tuple(_inspections_blocks(record)),
        in_dashboard=Place("history"),
    )


def _inspections_blocks(record: Record) -> Iterator[Block]:
    for force in record.forces:
        yield Heading(2, force.name, force.id)
        yield from _in_time(record, force, timeline(record, [force.id]))


def _inspection(record: Record, item: Inspection) -> Page:
    force = record.force[item.force]
    return Page(
        Place("inspection", item.id),
        item.title,
        f"{force.name}, {item.published.words}: {item.judgement}",
        of_inspection.answer(record, item),
        tuple(_inspection_blocks(record, item)),
        (INSPECTIONS, (Place("overview", force.id), force.name)),
        Place("inspection", item.id),
        full_title=of_inspection.full_title(item),
    )


def _inspection_blocks(record: Record, item: Inspection) -> Iterator[Block]:
    yield of_inspection.dates_and_place(record, item)
    yield Heading(2, "Before and after", "chain")
    if alone := of_inspection.alone_words(record, item):
        yield Paragraph(words(alone))
    yield timeline_drawing(of_inspection.chain_rows(record, item))
    yield from of_inspection.before_and_after(record, item)
    yield from of_inspection.account(record, item)
    yield from _sources_of(record, item.sources)


def _themes(record: Record) -> Page:
    return Page(
        Place("recurring"),
        "Recurring issues",
        f"What inspectors of {names(record)} raised again, out of the inspections that looked at it.",
        "What was raised again, out of the inspections that looked at it. Not mentioned is not "
        "resolved, and counts of two forces are not set against each other.",
        tuple(_themes_blocks(record)),
        in_dashboard=Place("recurring"),
    )


def _themes_blocks(record: Record) -> Iterator[Block]:
    yield of_theme.marks()
    yield of_theme.how_counted()
    yield Heading(2, "Child protection themes, over child protection inspections", "inspections")
    yield from _returning(record, record.forces, _child_protection(record))
    yield Heading(2, "Child protection themes, over every programme", "every-programme")
    yield from _returning(record, record.forces)
    yield Heading(2, "Themes of all policing, over every programme", "all-policing")
    rows = {
        force.id: found
        for force in record.forces
        if (found := recurrence(record, force.id, family=ThemeFamily.ALL_POLICING))
    }
    drawn = {force: record.force[force].name for force in rows}
    listed = of_theme.theme_table(theme_lines(rows), drawn)
    yield replace(listed, caption=f"{listed.caption}, of all policing")


def _theme(record: Record, theme: Theme) -> Page:
    return Page(
        Place("recurring", theme.id),
        theme.name,
        f"{theme.about} What inspectors of {names(record)} found, in order.",
        theme.about,
        tuple(_theme_blocks(record, theme)),
        (THEMES,),
        Place("recurring", theme.id, choices=(("themes", "all"), ("programme", "all"))),
    )


def _theme_blocks(record: Record, theme: Theme) -> Iterator[Block]:
    counted = "Counted over the inspections of every programme. Over child protection inspections:"
    yield Paragraph(words(counted, Run("Recurring issues", Place("recurring"))), quiet=True)
    yield from of_theme.theme_page(record, theme.id)
    yield from _sources_of(record, of_theme.theme_sources(record, theme.id))


def _grades(record: Record) -> Page:
    return Page(
        Place("grades"),
        "Grades",
        f"What inspectors of {names(record)} graded, and what may fairly be compared.",
        "What was graded, and what may fairly be compared. A wall stands between cycles whose "
        "grades cannot be compared; no force is ranked.",
        tuple(_grades_blocks(record)),
        in_dashboard=Place("grades"),
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
    if len(forces) == 2:
        yield from of_grades_beside.both_forces(record, forces[0], forces[1], programme, 3)
    elif len(forces) > 2:
        yield Paragraph(words(of_theme.ANY_TWO))
    yield from of_grades_beside.of_other_forces(record, programme, 3)
    yield Folded("What the grades mean", tuple(of_grades.meanings(record, programme)))


def _register(record: Record) -> Page:
    return Page(
        Place("progress"),
        of_register.TITLE,
        f"Everything asked of {names(record)} or promised, who has said what since, what is due.",
        "Everything asked for or promised, and what each side has said since: the inspectorate, the "
        "governing body, the force, and our own reading by one written rule. Nothing found by us "
        "never means late, not sent or not done.",
        (
            *of_register.register_page(record, record.release.released_on),
            *_sources_of(record, (source for row in register(record) for source in row.sources)),
        ),
        in_dashboard=Place("progress"),
    )


def _method(record: Record) -> Page:
    return Page(
        Place("method"),
        "Method",
        "What may be compared, how things are counted, and the limits of the record.",
        of_method.ANSWER,
        (*of_method.method(record), *_sources_of(record, of_method.sources(record))),
        in_dashboard=Place("method"),
    )


def _data(record: Record) -> Page:
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
    yield from of_record.limits(record)


def _sources_of(record: Record, sources: Iterable[str]) -> tuple[Block, ...]:
    return Heading(2, "Sources", "sources"), of_record.source_list(record, sources)


def _corrections(record: Record, where: Addresses) -> Page:
    return Page(
        Place("corrections"),
        "Corrections",
        "What was wrong in earlier editions of the record, and how to report an error.",
        of_corrections.answer(record),
        tuple(of_corrections.corrections_page(record, where.report_to)),
        in_dashboard=Place("method", at="corrections"),
    )


def _sources(record: Record) -> Page:
    return Page(
        Place("sources"),
        "Sources",
        f"Where every fact on {names(record)} was read.",
        f"The record rests on {plural(len(record.sources), 'source')}. Every fact names its own.",
        (of_record.all_sources(record),),
        in_dashboard=Place("data"),
    )
