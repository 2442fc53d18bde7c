"""Steps of a meeting that are told of one force at a time: grades, counts, open items.

Why alone: grades of two forces stand side by side only where method and time are the same, and
counts of what was raised are never set against each other.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from inspection.board import to_ask
from inspection.document import Paragraph, Run, words
from inspection.grading import GradingGrid, graded_programmes, latest_block
from inspection.latest_grades import latest_grades_words
from inspection.measures import in_sentence
from inspection.meeting_parts import (
    MOST_SHOWN,
    Grades,
    Items,
    MeetingStep,
    Themes,
    Told,
    asked_of,
    back_words,
    child_protection,
    child_protection_rows,
    choice_of,
    first_sources,
    question_table,
    raising_sources,
    wall_before,
)
from inspection.model import Programme, Record
from inspection.recurrence import ThemeLine
from inspection.register import register
from inspection.sheets import of_grades, of_register, of_theme
from inspection.unseen import ASK, none_open_words, unseen_requests


def graded_forces(record: Record, forces: tuple[str, ...], programme: Programme) -> Iterator[str]:
    """The forces whose grades under a programme are worth a step: child protection, and whichever
    other programme graded the force last.
    """
    for force in forces:
        if programme not in graded_programmes(record, force):
            continue
        others = [
            inspection
            for inspection in record.inspections
            if inspection.force == force
            and inspection.programme not in child_protection(record)
            and any(grade.value for grade in inspection.grades)
        ]
        last = max(others, key=lambda i: (i.published.latest, i.id), default=None)
        if programme.id in child_protection(record) or (last and last.programme == programme.id):
            yield force


def grades(record: Record, force: str, programme: Programme) -> MeetingStep:
    """The latest grades of a force under a programme, and what they may not be compared with."""
    whole = latest_block(record, force, programme.id)
    grid = asked_of(whole) if whole else None
    blocks = tuple(of_grades.grid(record, grid, of_grades.told_in_inspection)) if grid else ()
    walls = [block.words for block in blocks if isinstance(block, Paragraph)]
    if grid and not walls:
        walls = [wall.words for wall in wall_before(record, grid)]
    return MeetingStep(
        f"grades-{programme.id}-{force}",
        f"{programme.short_name} grades",
        f"{programme.short_name}: which grades were given, and what may be compared?",
        (Told(force, record.force[force].name, latest_grades_words(record, force, programme.id)),),
        _grade_sources(grid) if grid else _ungraded_sources(record, force, programme),
        Run("Grades", choice_of(record, "grades", (force,), programme=programme.id)),
        picture=Grades(grid) if grid else None,
        note=words(*walls, _left_out(whole, grid)),
        twin=tuple(block for block in blocks if not isinstance(block, Paragraph)),
    )


def _left_out(whole: GradingGrid | None, grid: GradingGrid | None) -> str:
    if whole is None or grid is None or len(whole.cells) == len(grid.cells):
        return ""
    return "Only the questions of the latest cycle are shown; the page Grades has all."


def _grade_sources(grid: GradingGrid) -> tuple[str, ...]:
    latest = [source for row in grid.cells for source in row[-1].sources]
    told = [source for row in grid.cells for cell in row for source in cell.sources]
    walls = [source for wall in grid.walls for source in wall.comparison.sources]
    return tuple(dict.fromkeys([*latest, *told, *walls]))


def _ungraded_sources(record: Record, force: str, programme: Programme) -> tuple[str, ...]:
    own = (i for i in record.inspections if (i.force, i.programme) == (force, programme.id))
    return first_sources(own)


def returning(record: Record, force: str) -> MeetingStep:
    """The themes raised most persistently in child protection inspections of a force."""
    rows = child_protection_rows(record, force)
    name = record.force[force].name
    again = [row for row in rows if row.raised > 1][:MOST_SHOWN]
    lines = tuple(ThemeLine(r.theme, r.theme_name, r.theme_about, (r,)) for r in again)
    return MeetingStep(
        f"returning-{force}",
        "What keeps coming back",
        "What keeps coming back?",
        (Told(force, name, back_words(record, force, rows)),),
        raising_sources(again),
        Run("Recurring issues", choice_of(record, "recurring", (force,))),
        picture=Themes(lines, (name,), is_answer=True) if lines else None,
        note=of_theme.how_counted(record).words,
        twin=(of_theme.theme_table(lines, {force: name}),) if lines else (),
    )


def open_items(record: Record, force: str, day: dt.date) -> MeetingStep:
    """The gravest open items of a force in time, and who spoke of them."""
    rows = register(record, [force])
    name = record.force[force].name
    shown = tuple(r for r in rows if r.is_open)[:MOST_SHOWN]
    known = unseen_requests(record, [force])
    _, oldest, passed = of_register.answer(record, force, rows, (), known, day)
    return MeetingStep(
        f"done-{force}",
        "Who says it is done",
        "What is open, and who says it is done?",
        (Told(force, name, f"{oldest} {passed}"),),
        first_sources(shown) or first_sources(entry for _, entry in known),
        Run("Progress", choice_of(record, "progress", (force,))),
        picture=Items(shown) if shown else None,
        note=of_register.voices_apart().words,
        twin=(of_register.register_table(record, shown),) if shown else (),
    )


def questions_to_ask(record: Record, force: str, day: dt.date) -> MeetingStep:
    """The items to ask about first, with the three questions of a board."""
    name = record.force[force].name
    rows = to_ask(register(record, [force]), day)[:MOST_SHOWN]
    known = () if rows else unseen_requests(record, [force])
    told = none_open_words(known)
    if rows:
        told = (
            f"{name}: open items, causes of concern first, then what is past its date, then the "
            "newest."
        )
    return MeetingStep(
        f"ask-{force}",
        "Questions to ask",
        "What should we ask: is it done, if not why, and by when?",
        (Told(force, name, told),),
        first_sources(rows) or first_sources(entry for _, entry in known[:MOST_SHOWN]),
        Run("Progress", choice_of(record, "progress", (force,))),
        points=tuple(
            words(
                Run(f"{row.kind.label}.", strong=True),
                row.summary,
                Run(
                    f"Our reading: {in_sentence(row.reading.label)}. "
                    f"Time limit: {of_register.limit_words(row)}.",
                    style="under",
                ),
            )
            for row in rows
        )
        or tuple(words(Run(ASK, strong=True), entry.summary) for _, entry in known[:MOST_SHOWN]),
        twin=(question_table(record, name, rows, day),) if rows else (),
    )
