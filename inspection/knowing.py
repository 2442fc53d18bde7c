"""The record as it was known on a day.

Every page, chart, export and count is made from a record narrowed here first, so that a meeting of
the past can be looked at with what was public then, and nothing later. The rules:

- a fact enters on the day it was published; known only to the month or year, on the last day it
  can have been published, because only then was it certainly public;
- findings, grades and recommendations enter with the report they stand in, or with their inspection;
- grade changes, responses, statements and outcomes enter on their own days;
- a response without a date enters when this edition of the record was released, the first day on
  which we can vouch that it was public.

What was known can only grow: a later day never sees less.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import TypeVar

from inspection.dates import PartialDate
from inspection.model import (
    Commitment,
    Fact,
    Finding,
    Grade,
    Inspection,
    Recommendation,
    Record,
    Response,
    Statement,
)

PARTLY_PUBLIC = (
    "Only part of this assessment was public on the day shown; what follows is that part alone."
)

Reply = TypeVar("Reply", bound=Response)
Item = TypeVar("Item", bound=Fact)


def as_known_on(record: Record, day: dt.date | None) -> Record:
    """The record narrowed to what was public on `day`; None means everything it holds."""
    if day is None:
        return record

    def was_public(on: PartialDate | None) -> bool:
        return on.latest <= day if on else record.release.released_on <= day

    inspections = tuple(
        _inspection_then(inspection, was_public)
        for inspection in record.inspections
        if was_public(first_published(inspection))
    )
    seen = {inspection.id for inspection in inspections}
    parts = {name: getattr(record, name) for name in type(record).model_fields}
    parts["inspections"] = tuple(_links_then(inspection, seen) for inspection in inspections)
    parts["national_responses"] = _responses_then(record.national_responses, was_public)
    parts["context_events"] = tuple(e for e in record.context_events if was_public(e.date))
    parts["conflicts"] = tuple(c for c in record.conflicts if seen.issuperset(c.inspections))
    parts["gaps"] = tuple(g for g in record.gaps if not g.inspection or g.inspection in seen)
    parts["corrections"] = tuple(c for c in record.corrections if c.date <= day)
    parts["national_distributions"] = tuple(
        d for d in record.national_distributions if was_public(d.published)
    )
    parts["other_forces"] = tuple(o for o in record.other_forces if was_public(o.published))
    return Record.model_construct(**parts)


def first_published(inspection: Inspection) -> PartialDate:
    """When the first part of an inspection's results came out."""
    dates = [inspection.published, *(report.published for report in inspection.reports)]
    return min(dates, key=lambda date: date.latest)


def grade_published(inspection: Inspection, grade: Grade | Finding | Recommendation) -> PartialDate:
    """When a grade, finding or recommendation was first published."""
    dates = {report.id: report.published for report in inspection.reports}
    return dates.get(grade.report or "", inspection.published)


def _inspection_then(
    inspection: Inspection, was_public: Callable[[PartialDate | None], bool]
) -> Inspection:
    def out(items: Iterable[Item]) -> tuple[Item, ...]:
        return tuple(
            item
            for item in items
            if was_public(grade_published(inspection, item))  # type: ignore[arg-type]
        )

    def statements(items: Iterable[Statement]) -> tuple[Statement, ...]:
        return tuple(item for item in items if was_public(item.date))

    whole = was_public(inspection.published)
    web_date = inspection.web_date
    changes: dict[str, object] = {
        "reports": tuple(r for r in inspection.reports if was_public(r.published)),
        "grades": tuple(_grade_then(grade, was_public) for grade in out(inspection.grades)),
        "findings": out(inspection.findings),
        "recommendations": tuple(
            item.model_copy(update={"statements": statements(item.statements)})
            for item in out(inspection.recommendations)
        ),
        "responses": _responses_then(inspection.responses, was_public),
        "statements": statements(inspection.statements),
        "published_counts": tuple(c for c in inspection.published_counts if was_public(c.date)),
        "web_date": web_date if web_date and was_public(web_date) else None,
    }
    if not whole:
        changes |= {
            "judgement": PARTLY_PUBLIC,
            "direction": None,
            "case_audit": None,
            "narrative_judgements": (),
            "shared_grades": (),
            "unseen_recommendations": (),
        }
    return inspection.model_copy(update=changes)


def _grade_then(grade: Grade, was_public: Callable[[PartialDate | None], bool]) -> Grade:
    kept = tuple(revision for revision in grade.revisions if was_public(revision.date))
    return grade if kept == grade.revisions else grade.model_copy(update={"revisions": kept})


def _responses_then(
    responses: tuple[Reply, ...], was_public: Callable[[PartialDate | None], bool]
) -> tuple[Reply, ...]:
    def commitment_then(commitment: Commitment) -> Commitment:
        outcomes = tuple(o for o in commitment.outcomes if was_public(o.date))
        return commitment.model_copy(update={"outcomes": outcomes})

    return tuple(
        response.model_copy(
            update={"commitments": tuple(commitment_then(c) for c in response.commitments)}
        )
        for response in responses
        if was_public(response.date)
    )


def _links_then(inspection: Inspection, seen: set[str]) -> Inspection:
    """Drop links to inspections that were not public yet."""

    def known(fact: Item, *names: str) -> Item:
        targets = ((name, getattr(fact, name)) for name in names)
        lost = {name: None for name, target in targets if target and target not in seen}
        return fact.model_copy(update=lost) if lost else fact

    responses = tuple(
        response.model_copy(
            update={"commitments": tuple(known(c, "kept_by") for c in response.commitments)}
        )
        for response in inspection.responses
    )
    reports = tuple(known(report, "recorded_as") for report in inspection.reports)
    changed = inspection.model_copy(update={"responses": responses, "reports": reports})
    return known(changed, "follows", "continues")
