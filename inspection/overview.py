"""The answer in a minute: what inspectors have said of a force's child protection."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from inspection.addresses import MOST_TOGETHER
from inspection.coverage import coverage
from inspection.grading import grade_counts_words
from inspection.measures import case_audit_words, count_name, joined, plural
from inspection.model import Inspection, Record
from inspection.once import once_per_record
from inspection.recurrence import RecurrenceRow, recurrence
from inspection.recurrence_words import unseen_behind
from inspection.timeline import TimelineRow, chronological, when_words
from inspection.unseen import unseen_words
from inspection.vocabulary import EmptyKind, ThemeFamily

_NOT_KNOWN = (EmptyKind.NOT_FOUND, EmptyKind.NOT_ENTERED)
NARROW = "of one subject only"
"""What is said of inspections under a narrow programme."""


@dataclass(frozen=True, slots=True)
class ForceSummary:
    """What the record says of one force in a few sentences, and the rows they rest on.

    `history` tells as well of those of one subject only, which are never counted among the others,
    and of how many more of both are known to exist, `is_missing` whether there are any. `latest` is
    the last child protection inspection, None where there is none in the record. `is_recorded` is
    False where no finding of these inspections is in the record; `unseen` then tells of what they
    are known to have asked for.
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
    programmes, narrow = _child_protection(record, False), _child_protection(record, True)
    looks = _looks(record, force, programmes)
    also = _looks(record, force, narrow)
    missing = known_missing(record, [force], programmes)
    missing_narrow = known_missing(record, [force], narrow)
    is_missing = missing + missing_narrow > 0
    lacking = _lacking_words(looks, also, missing, missing_narrow)
    history = f"{_held_words(name, looks, also)}{lacking}."
    if not looks:
        return ForceSummary(force, name, history, None, "", (), False, is_missing, "", ())
    latest = looks[-1]
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
        is_missing,
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


def missing_words(record: Record, forces: Collection[str], among: str = "") -> str:
    """How many more inspections of forces are known to exist and not recorded, as a sentence; empty
    where none are.

    Where it stands beside a count of some inspections alone, `among` says what this one goes over:
    `all years`.
    """
    count = known_missing(record, forces)
    if not count:
        return ""
    noun = "inspection" if count == 1 else "inspections"
    told = _known_words(f"{count_name(count)} more {noun}", count)
    return f"Of {among}, {told}." if among else f"{told[:1].upper()}{told[1:]}."


def _known_words(what: str, count: int) -> str:
    return f"{what} {'is' if count == 1 else 'are'} known to us to exist and not recorded"


def _child_protection(record: Record, narrow: bool) -> list[str]:
    """The programmes on child protection: those on one subject only, or those on the whole of it."""
    family = ThemeFamily.CHILD_PROTECTION
    return [p.id for p in record.programmes if p.family is family and p.narrow is narrow]


def _looks(record: Record, force: str, programmes: Collection[str]) -> list[Inspection]:
    own = (i for i in record.inspections if i.force == force and i.programme in programmes)
    return chronological(own)


def _held_words(name: str, looks: Sequence[Inspection], also: Sequence[Inspection]) -> str:
    """How many child protection inspections the record holds, and `also` of one subject only."""
    told = f"The record holds no child protection inspection of {name} on this day"
    if looks:
        noun = "inspection" if len(looks) == 1 else "inspections"
        told = (
            f"The record holds {count_name(len(looks))} child protection {noun} of {name}, published "
            f"in {_years(looks)}"
        )
    if not also:
        return told
    noun = "inspection" if len(also) == 1 else "inspections"
    more = f"{count_name(len(also))} {noun} {NARROW}, published in {_years(also)}"
    return f"{told}, {'not counting' if looks else 'but'} {more}"


def _years(looks: Sequence[Inspection]) -> str:
    return joined(dict.fromkeys(str(i.published.year) for i in looks))


def _lacking_words(
    looks: Sequence[Inspection], also: Sequence[Inspection], missing: int, missing_narrow: int
) -> str:
    """How many more of both are known to exist, to go on from what the record holds."""
    parts = [
        f"{count_name(count)}{' more' if held else ''}{subject}"
        for held, count, subject in ((looks, missing, ""), (also, missing_narrow, f" {NARROW}"))
        if count
    ]
    told = f"{', and '.join(parts)}," if len(parts) > 1 else "".join(parts)
    return f"; {_known_words(told, missing + missing_narrow)}" if parts else ""


def child_protection_counts(record: Record, inspections: Sequence[TimelineRow]) -> str:
    """How many child protection inspections there are, those of one subject only told apart.

    `11 child protection inspections and 2 of one subject only`.
    """
    narrow = sum(record.programme[row.programme].narrow for row in inspections)
    told = plural(len(inspections) - narrow, "child protection inspection")
    return f"{told} and {narrow} {NARROW}" if narrow else told


def latest_words(record: Record, inspection: Inspection) -> str:
    """The result of an inspection in two sentences: its grades or case audit, and our summary.

    That it gave no grade is said only where that is known: where nobody entered its grades, they are
    not in the record.
    """
    grades = grade_counts_words(record, inspection)
    when = f"The latest ({when_words(inspection)}, published {inspection.published.words})"
    if inspection.fieldwork.start is None:
        when = f"The latest (published {inspection.published.words})"
    unknown = _grades_not_known(record, inspection)
    if grades:
        result = f"{when} graded {grades}{_more_words(unknown)}."
    elif not unknown and _gave_none(record, inspection):
        result = f"{when} gave the force no grade."
    else:
        result = f"No grade of the {when.removeprefix('The ')} is in this record."
    audit = case_audit_words(inspection.case_audit) if inspection.case_audit else ""
    return " ".join(filter(None, [result, "" if grades else audit, inspection.judgement]))


def _grades_not_known(record: Record, inspection: Inspection) -> int:
    """Of how many questions of its cycle the record says nothing, or only that no grade was found."""
    told = {grade.question for grade in inspection.grades if grade.empty not in _NOT_KNOWN}
    told |= {question for shared in inspection.shared_grades for question in shared.questions}
    return sum(inspection.cycle in q.cycles and q.id not in told for q in record.questions)


def _gave_none(record: Record, inspection: Inspection) -> bool:
    """Whether it is known that no grade was given: it is said so, or case files alone were graded."""
    is_said = any(grade.empty is EmptyKind.NOT_GRADED for grade in inspection.grades)
    of_files = inspection.case_audit and record.cycle[inspection.cycle].scale is None
    return is_said or bool(of_files)


def _more_words(count: int) -> str:
    """That grades of more areas are not in the record, to go on from those that are."""
    if not count:
        return ""
    told = "the grade of one more area is" if count == 1 else ""
    return f"; {told or f'the grades of {count_name(count)} more areas are'} not in this record"


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
