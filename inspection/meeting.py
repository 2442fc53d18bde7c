"""A meeting in steps: one question of a board at a time, with its answer, picture and sources.

The words are those of the pages; nothing is said of a fact here that is not said there. Up to two
forces share a step where both may fairly stand beside each other, told apart and never ranked; more
come one after another.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from inspection.measures import in_sentence
from inspection.meeting_alone import (
    graded_forces,
    grades,
    open_items,
    questions_to_ask,
    returning,
)
from inspection.meeting_parts import MeetingStep
from inspection.meeting_together import (
    changes,
    inspections,
    latest,
    of_theme_chosen,
    replies,
    returning_at_both,
)
from inspection.model import Record
from inspection.once import once_per_record

TOGETHER = 2
"""How many forces share a step; more come one after another."""


@once_per_record
def meeting_steps(
    record: Record, forces: Sequence[str], day: dt.date, theme: str | None = None
) -> tuple[MeetingStep, ...]:
    """The steps of a meeting on these forces, ids of the record, in the order a board asks.

    `record` is narrowed to what was public on `day` where that is past. With a `theme` it has a
    step of its own. A step about one force alone has the id of that force at the end of its key.
    """
    if len(forces) <= TOGETHER:
        return tuple(_steps(record, tuple(forces), day, theme))
    return tuple(
        _about(record, step, force)
        for force in forces
        for step in _steps(record, (force,), day, theme)
    )


def _steps(
    record: Record, forces: tuple[str, ...], day: dt.date, theme: str | None
) -> Iterator[MeetingStep]:
    def alone(force: str, step: MeetingStep) -> MeetingStep:
        return _about(record, step, force) if len(forces) > 1 else step

    yield latest(record, forces)
    yield inspections(record, forces)
    yield from changes(record, forces, day)
    for programme in record.programmes:
        for force in graded_forces(record, forces, programme):
            yield alone(force, grades(record, force, programme))
    if len(forces) == TOGETHER:
        yield from returning_at_both(record, forces)
    for force in forces:
        yield alone(force, returning(record, force))
    if theme:
        yield of_theme_chosen(record, forces, theme)
    yield replies(record, forces, day)
    for force in forces:
        yield alone(force, open_items(record, force, day))
    for force in forces:
        yield alone(force, questions_to_ask(record, force, day))


def _about(record: Record, step: MeetingStep, force: str) -> MeetingStep:
    """The step with the force in its key and in its name in the list."""
    key = step.key if step.key.endswith(f"-{force}") else f"{step.key}-{force}"
    name = f"{record.force[force].short_name}: {in_sentence(step.name)}"
    return replace(step, key=key, name=name)
