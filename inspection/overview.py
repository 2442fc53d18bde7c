"""The answer in a minute: what inspectors have said of a force's child protection."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from inspection.addresses import MOST_TOGETHER
from inspection.coverage import coverage
from inspection.grading import grade_counts_words
from inspection.measures import case_audit_words, count_name, joined, plural
from inspection.model import Inspection, Record
from inspection.once import once_per_record
from inspection.recurrence import RecurrenceRow, recurrence
from inspection.recurrence_words import unseen_behind
from inspection.timeline import chronological, when_words
from inspection.unseen import unseen_words
from inspection.vocabulary import ThemeFamily


@dataclass(frozen=True, slots=True)
class ForceSummary:
    """What the record says of one force in a few sentences, and the rows they rest on.

    `history` tells as well of how many more such inspections are known to exist, `is_missing`
    whether there are any. `latest` is the last child protection inspection, None where there is none
    in the record. `is_recorded` is False where no finding of these inspections is in the record;
    `unseen` then tells of what they are known to have asked for.
    """

    force: str
    force_name: str
    history: str
    latest: Inspection | None
    latest_words: str
    returning: tuple[RecurrenceRow, ...]
    is_recorded: bool
    is_missing: bool
    unseen: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecordCounts:
    """How much the record holds, shown whole."""

    forces: int
    inspections: int
    findings: int
    grades: int
    recommendations: int
    responses: int
    sources: int


@once_per_record
def force_summary(record: Record, force: str) -> ForceSummary:
    """The child protection history of a force in words."""
    name = record.force[force].name
    programmes = [
        p.id for p in record.programmes if p.family is ThemeFamily.CHILD_PROTECTION and not p.narrow
    ]
    looks = chronological(
        i for i in record.inspections if i.force == force and i.programme in programmes
    )
    missing = known_missing(record, [force], programmes)
    if not looks:
        words = f"The record holds no child protection inspection of {name} on this day."
        if missing:
            words = f"{words[:-1]}; {_known_words(missing, '')}."
        return ForceSummary(force, name, words, None, "", (), False, missing > 0, "", ())
    latest = looks[-1]
    years = joined(dict.fromkeys(str(i.published.year) for i in looks))
    noun = "inspection" if len(looks) == 1 else "inspections"
    history = (
        f"The record holds {count_name(len(looks))} child protection {noun} of {name}, published in "
        f"{years}{f'; {_known_words(missing)}' if missing else ''}."
    )
    rows = recurrence(record, force, programmes, ThemeFamily.CHILD_PROTECTION)
    is_recorded = any(row.is_recorded for row in rows)
    return ForceSummary(
        force,
        name,
        history,
        latest,
        latest_words(record, latest),
        tuple(row for row in rows if row.raised > 1),
        is_recorded,
        missing > 0,
        "" if is_recorded else unseen_words(unseen_behind(record, rows)),
        latest.sources,
    )


def known_missing(
    record: Record, forces: Collection[str], programmes: Collection[str] | None = None
) -> int:
    """How many inspections of forces are known to exist and not recorded, under some programmes or
    under all and none.
    """
    return sum(
        len(row.unrecorded)
        for row in coverage(record).rows
        if row.force in forces and (programmes is None or row.programme in programmes)
    )


def missing_words(record: Record, forces: Collection[str]) -> str:
    """How many more inspections of forces are known to exist and not recorded, as a sentence."""
    count = known_missing(record, forces)
    return f"{_known_words(count).capitalize()}." if count else ""


def _known_words(count: int, more: str = " more") -> str:
    verb = "is" if count == 1 else "are"
    return f"{count_name(count)}{more} {verb} known to us to exist and not recorded"


def latest_words(record: Record, inspection: Inspection) -> str:
    """The result of an inspection in two sentences: its grades or case audit, and our summary."""
    grades = grade_counts_words(record, inspection)
    when = f"The latest ({when_words(inspection)}, published {inspection.published.words})"
    if inspection.fieldwork.start is None:
        when = f"The latest (published {inspection.published.words})"
    if grades:
        result = f"{when} graded {grades}."
    elif inspection.case_audit:
        result = f"{when} gave the force no grade. {case_audit_words(inspection.case_audit)}"
    else:
        result = f"{when} gave the force no grade."
    return f"{result} {inspection.judgement}"


@once_per_record
def record_counts(record: Record) -> RecordCounts:
    """How many of each kind of fact the record holds."""
    inspections = record.inspections
    return RecordCounts(
        forces=len(record.forces),
        inspections=len(inspections),
        findings=sum(len(i.findings) for i in inspections),
        grades=sum(len(i.grades) for i in inspections),
        recommendations=sum(len(i.recommendations) for i in inspections),
        responses=sum(len(i.responses) for i in inspections) + len(record.national_responses),
        sources=len(record.sources),
    )


def counts_words(counts: RecordCounts) -> str:
    """The size of the record in one phrase."""
    return joined(
        [
            plural(counts.inspections, "inspection"),
            plural(counts.findings, "finding"),
            plural(counts.grades, "grade or kind of empty", "grades and kinds of empty"),
            plural(counts.recommendations, "recommendation"),
            plural(counts.responses, "response"),
            plural(counts.sources, "source"),
        ]
    )


def forces_words(record: Record) -> str:
    """The forces of the record in a sentence: by name, or how many where they are many."""
    if len(record.forces) > MOST_TOGETHER:
        return plural(len(record.forces), "police force")
    return joined(force.name for force in record.forces)
