"""The record as it was known on a day.

Every page, chart, export and count is made from a record narrowed here first, so that a meeting of
the past can be looked at with what was public then, and nothing later. The rules:

- a fact enters on the day it was published; known only to the month or year, on the last day it
  can have been published, because only then was it certainly public;
- findings, grades and recommendations enter with the report they stand in, or with their inspection;
- grade changes, responses, statements and outcomes enter on their own days;
- a response without a date enters when this edition of the record was released, the first day on
  which we can vouch that it was public; from that day on everything the edition holds is known;
- a warning that was accepted has no date of its own and enters with this edition;
- a source enters with the first fact that cites it, or on its own day where that is earlier.

What was known can only grow: a later day never sees less.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from inspection.dates import PartialDate, date_words
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
from inspection.once import once_per_record

PARTLY_PUBLIC = (
    "Only part of this assessment was public on the day shown; what follows is that part alone."
)

DAYS_KEPT = 4

Reply = TypeVar("Reply", bound=Response)
Item = TypeVar("Item", bound=Fact)


@partial(once_per_record, keep=DAYS_KEPT)
def as_known_on(record: Record, day: dt.date | None) -> Record:
    """The record narrowed to what was public on `day`; None means everything it holds."""
    if day is None or record.release.released_on <= day or record.known_on == day:
        return record

    def was_public(on: PartialDate | None) -> bool:
        return on is not None and on.latest <= day

    inspections = tuple(
        _inspection_then(record, inspection, was_public)
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
    parts["accepted_warnings"] = ()
    parts["national_distributions"] = tuple(
        d for d in record.national_distributions if was_public(d.published)
    )
    parts["other_forces"] = tuple(o for o in record.other_forces if was_public(o.published))
    parts["sources"] = ()
    cited = set(_cited(tuple(parts.values())))
    parts["sources"] = tuple(s for s in record.sources if s.id in cited or was_public(s.published))
    narrowed = Record.model_construct(**parts)
    narrowed._known_on = day
    return narrowed


@dataclass(frozen=True, slots=True)
class AskedDay:
    """A day that a reader asks for in writing.

    `day` is the day to show, None for everything the record holds; `problem` says in a sentence why
    a text given is no day that can be shown, and is empty otherwise.
    """

    day: dt.date | None
    problem: str = ""


def asked_day(record: Record, text: str) -> AskedDay:
    """The day written as `2019-07-24`, from the first report of the record to its release.

    An empty text asks for everything; so does, with a sentence, whatever is no such day.
    """
    text = " ".join(text.split())
    if not text:
        return AskedDay(None)
    try:
        written = PartialDate.parse(text)
    except ValueError:
        written = None
    if written is None or written.day is None:
        short = text if len(text) <= 60 else f"{text[:57]}..."
        return AskedDay(
            None, f"“{short}” is not a day. Write it as 2019-07-24. Everything is shown."
        )
    day, first, last = written.latest, first_day(record), record.release.released_on
    if day > last:
        return AskedDay(
            None,
            f"This edition of the record was released on {date_words(last)} and knows of nothing "
            f"later, so it cannot be shown as known on {date_words(day)}. Everything is shown.",
        )
    if first is None or day < first:
        before = f" before {date_words(first)}" if first else ""
        return AskedDay(
            None, f"No inspection in this record was public{before}. Everything is shown."
        )
    return AskedDay(day)


@once_per_record
def first_day(record: Record) -> dt.date | None:
    """The day on which the first inspection of the record was certainly public; None without one."""
    return min((first_published(i).latest for i in record.inspections), default=None)


def public_from(record: Record, fact: str) -> dt.date | None:
    """The first day on which something with an id of its own is known; None for an unknown id.

    Inspections and what was found, asked for, answered, promised or said in them; events outside
    them; answers to national reports.
    """
    return public_days(record).get(fact)


def public_days(record: Record) -> dict[str, dt.date]:
    """The first day on which each such thing is known, by its id."""
    last = record.release.released_on
    return {
        id: min(last, max(day.latest if day else last for day in days))
        for id, days in _days(record)
    }


def missing_words(record: Record, fact: str, day: dt.date | None) -> str:
    """Why something asked for by its id is not shown as known on `day`, for the end of a sentence."""
    if day is None:
        return "which is not in this record"
    since = public_from(record, fact)
    if since == record.release.released_on:  # as a rule because no date of it is known
        return f"which is not known to have been public on {date_words(day)}"
    if since is not None and since > day:
        return f"which was not public on {date_words(day)}, only from {date_words(since)}"
    return f"which is not in this record as known on {date_words(day)}"


def _days(record: Record) -> Iterator[tuple[str, tuple[PartialDate | None, ...]]]:
    """Ids, each with the dates that must all have come; None stands for the day of release."""
    for i in record.inspections:
        first = first_published(i)
        yield i.id, (first,)
        items: tuple[Finding | Recommendation, ...] = (*i.findings, *i.recommendations)
        yield from ((item.id, (grade_published(i, item),)) for item in items)
        yield from ((judged.id, (i.published,)) for judged in i.narrative_judgements)
        yield from ((unseen.id, (i.published,)) for unseen in i.unseen_recommendations)
        yield from ((said.id, (first, said.date)) for said in i.statements)
        for asked in i.recommendations:
            then = grade_published(i, asked)
            yield from ((said.id, (then, said.date)) for said in asked.statements)
        yield from _days_of_answers(i.responses, (first,))
    yield from _days_of_answers(record.national_responses, ())
    yield from ((event.id, (event.date,)) for event in record.context_events)


def _days_of_answers(
    answers: Iterable[Response], after: tuple[PartialDate, ...]
) -> Iterator[tuple[str, tuple[PartialDate | None, ...]]]:
    for answer in answers:
        for id in (answer.id, *(promise.id for promise in answer.commitments)):
            yield id, (*after, answer.date)


def _cited(part: object) -> Iterator[str]:
    """The ids of all sources that some facts cite, and the facts within them."""
    if isinstance(part, tuple):
        for item in part:
            yield from _cited(item)
    elif isinstance(part, Fact):
        for name, value in part:
            if name == "sources":
                yield from value
            else:
                yield from _cited(value)


def first_published(inspection: Inspection) -> PartialDate:
    """When the first part of an inspection's results came out."""
    dates = [inspection.published, *(report.published for report in inspection.reports)]
    return min(dates, key=lambda date: date.latest)


def grade_published(inspection: Inspection, grade: Grade | Finding | Recommendation) -> PartialDate:
    """When a grade, finding or recommendation was first published."""
    dates = {report.id: report.published for report in inspection.reports}
    return dates.get(grade.report or "", inspection.published)


def _inspection_then(
    record: Record, inspection: Inspection, was_public: Callable[[PartialDate | None], bool]
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
        out_so_far = [r.published for r in inspection.reports if was_public(r.published)]
        cycle = record.cycle[inspection.cycle]
        own = (inspection.looked_at, inspection.may_have_looked_at)
        perhaps = [
            theme
            for mine, of_cycle in zip(own, (cycle.looks_at, cycle.may_look_at), strict=True)
            for theme in (of_cycle if mine is None else mine)
        ]
        changes |= {
            "published": max(out_so_far, key=lambda date: date.latest),
            "looked_at": (),
            "may_have_looked_at": tuple(dict.fromkeys(perhaps)),
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
