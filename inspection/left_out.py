"""What the record did not know yet on a past day, counted."""

from __future__ import annotations

import datetime as dt
from dataclasses import astuple, dataclass

from inspection.knowing import as_known_on
from inspection.measures import joined, plural
from inspection.model import Record


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How much of the record was published only after a day, each kind counted whole.

    `grades` are those given, without the kinds of empty; `grade_changes` are later changes of a
    grade; `statements` are what was said since on progress or on a promise; `others` are events
    outside the inspections, published totals, grades of other forces, conflicts between sources,
    gaps and corrections.
    """

    inspections: int
    findings: int
    grades: int
    grade_changes: int
    recommendations: int
    answers: int
    statements: int
    others: int


def left_out(record: Record, day: dt.date | None) -> LeftOut:
    """What a view of the record as known on `day` leaves out; None means everything is shown."""
    now, then = astuple(_counts(record)), astuple(_counts(as_known_on(record, day)))
    return LeftOut(*(more - fewer for more, fewer in zip(now, then, strict=True)))


def left_out_words(left: LeftOut) -> str:
    """What is left out as a list in a sentence, without what is none; empty where nothing is."""
    counted = (
        (left.inspections, "inspection", None),
        (left.findings, "finding", None),
        (left.grades, "grade", None),
        (left.grade_changes, "change of a grade", "changes of grades"),
        (left.recommendations, "recommendation", None),
        (left.answers, "answer to a report", "answers to reports"),
        (left.statements, "statement on progress", "statements on progress"),
        (left.others, "other fact", None),
    )
    return joined(plural(count, one, many) for count, one, many in counted if count)


def _counts(record: Record) -> LeftOut:
    inspections = record.inspections
    answers = [*(r for i in inspections for r in i.responses), *record.national_responses]
    asked = [r for i in inspections for r in i.recommendations]
    grades = [g for i in inspections for g in i.grades]
    statements = sum(len(i.statements) for i in inspections)
    statements += sum(len(item.statements) for item in asked)
    statements += sum(len(c.outcomes) for answer in answers for c in answer.commitments)
    others = (
        record.context_events, record.conflicts, record.gaps, record.corrections,
        record.national_distributions, record.other_forces,
    )  # fmt: skip
    return LeftOut(
        inspections=len(inspections),
        findings=sum(len(i.findings) for i in inspections),
        grades=sum(g.value is not None for g in grades),
        grade_changes=sum(len(g.revisions) for g in grades),
        recommendations=len(asked),
        answers=len(answers),
        statements=statements,
        others=sum(len(i.published_counts) for i in inspections) + sum(map(len, others)),
    )
