"""Every measure of the record with who told it, of which force, and when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from inspection.dates import PartialDate, span_words
from inspection.knowing import grade_published
from inspection.measures import in_sentence, number_words
from inspection.model import Finding, Inspection, Measure, Record, Statement
from inspection.timeline import when_words
from inspection.vocabulary import Scope, Voice

NO_DATE = "date not known"
NO_BASE = "not in the record"


class Told(NamedTuple):
    """A measure with who told it, of which force and when.

    `days` are the outermost days it can stand for by the date of what it was told in, None where
    that has no date: the fieldwork of an inspection, cut off at publication, or the day itself.
    """

    measure: Measure
    fact: str
    force: str
    inspection: str | None
    days: tuple[dt.date, dt.date] | None
    when: str
    scope: Scope
    voice: Voice
    sources: tuple[str, ...]


def all_told(record: Record) -> Iterator[Told]:
    """The measures in findings, statements and events; an event of several forces is of none."""
    for inspection in record.inspections:
        for finding in inspection.findings:
            if finding.measure:
                yield _in_finding(inspection, finding, finding.measure)
        statements = [*inspection.statements]
        statements += [s for r in inspection.recommendations for s in r.statements]
        for statement in statements:
            if statement.measure:
                yield _in_statement(inspection, statement, statement.measure)
    for event in record.context_events:
        if event.measure and len(event.forces) == 1:
            until = event.until or event.date
            words = span_words(event.date, until) or ""
            yield Told(
                event.measure, event.id, event.forces[0], None,
                (event.date.earliest, until.latest), words, Scope.FORCE, event.told_by,
                event.sources,
            )  # fmt: skip


def _in_finding(inspection: Inspection, finding: Finding, measure: Measure) -> Told:
    fieldwork = inspection.fieldwork
    published = grade_published(inspection, finding)
    if fieldwork.start and fieldwork.end:
        last = min(fieldwork.end.latest, published.latest)
        days, when = (fieldwork.start.earliest, last), when_words(inspection)
    else:
        days, when = (published.earliest, published.latest), f"published {published.words}"
    return Told(
        measure, finding.id, inspection.force, inspection.id, days, when, finding.scope,
        finding.told_by, finding.sources,
    )  # fmt: skip


def _in_statement(inspection: Inspection, statement: Statement, measure: Measure) -> Told:
    on = statement.date
    return Told(
        measure, statement.id, inspection.force, inspection.id, _days(on),
        on.words if on else NO_DATE, Scope.FORCE, statement.voice, statement.sources,
    )  # fmt: skip


def _days(on: PartialDate | None) -> tuple[dt.date, dt.date] | None:
    return (on.earliest, on.latest) if on else None


def label_words(measure: Measure) -> str:
    """A value in as few words as a mark in a picture needs.

    `65 of 82`, `92 ± 1.55`, `90 (almost)`; with its unit where that is not the axis's own.
    """
    if measure.numerator is not None and measure.denominator is not None:
        words = f"{number_words(measure.numerator)} of {number_words(measure.denominator)}"
    else:
        words = number_words(measure.value or 0)
    if measure.reading is not None or measure.other_unit:
        words += f" {measure.unit}"
    elif measure.margin is not None:
        words += f" ± {number_words(measure.margin)}"
    hedge = (measure.qualifier or "").partition(";")[0]
    return f"{words} ({hedge})" if hedge and " " not in hedge else words


def basis_words(told: Told) -> str:
    """What a value rests on: its count or sample, what narrows it, and whom it is about."""
    measure = told.measure
    parts = []
    if measure.denominator is not None:
        part = "" if measure.numerator is None else f"{number_words(measure.numerator)} "
        parts.append(f"{part}of {number_words(measure.denominator)}")
    if measure.qualifier:
        parts.append(measure.qualifier)
    words = "; ".join(parts) or NO_BASE
    return words if told.scope is Scope.FORCE else f"{words}; about {in_sentence(told.scope.label)}"
