"""Grades of two forces, and a grade among those of all forces: only what may fairly be said."""

from __future__ import annotations

from dataclasses import dataclass

from inspection.comparability import Comparison, grades_comparison
from inspection.grade_cells import GradeCell, grade_label
from inspection.grading import grade_cell
from inspection.model import OtherForceGrade, OtherForceInspection, Question, Record
from inspection.once import once_per_record
from inspection.vocabulary import Basis, EmptyKind


@dataclass(frozen=True, slots=True)
class SidePair:
    """The grades of two forces for one question in one cycle, with whether they may be compared."""

    cycle: str
    question_name: str
    first: GradeCell
    second: GradeCell
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class NationalPlace:
    """A grade among those of all forces, with how the count was come by."""

    cell: GradeCell
    words: str
    basis: str
    note: str | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OtherForceRow:
    """The child protection grades of a force outside the record, a word for each question."""

    id: str
    force_name: str
    published: str
    labels: tuple[str, ...]
    note: str | None
    sources: tuple[str, ...]


@once_per_record
def side_pairs(record: Record, first: str, second: str, programme: str) -> tuple[SidePair, ...]:
    """Every question and cycle in which both forces have a grade, latest cycle first."""
    pairs = []
    for cycle in reversed(record.programme[programme].cycles):
        for question in record.questions:
            if cycle.id in question.cycles:
                one, other = (grade_cell(record, f, question, cycle) for f in (first, second))
                if one.value and other.value:
                    comparison = grades_comparison(record, one, other)
                    pairs.append(SidePair(cycle.id, question.name, one, other, comparison))
    return tuple(pairs)


def national_place(record: Record, cell: GradeCell) -> NationalPlace | None:
    """A grade among those of all forces; None where no count for it is in the record."""
    for found in record.national_distributions:
        if (found.cycle, found.question) == (cell.cycle, cell.question) and cell.value:
            count = found.counts.get(cell.value)
            if count is None:
                return None
            words = f"{cell.label}, one of {count} of {found.forces} forces"
            if count == 1:
                words = f"{cell.label}, alone among {found.forces} forces"
            return NationalPlace(cell, words, found.basis, found.note, found.sources)
    return None


def outside(record: Record) -> tuple[OtherForceInspection, ...]:
    """Inspections of other forces; one that the record has under its force is told there alone."""
    own = {
        (name, inspection.cycle)
        for force in record.forces
        for inspection in record.inspections_of[force.id]
        for name in (force.name, force.short_name)
    }
    return tuple(o for o in record.other_forces if (o.force_name, o.cycle) not in own)


def other_forces(
    record: Record, programme: str
) -> tuple[tuple[str, ...], tuple[OtherForceRow, ...]]:
    """Graded inspections of forces outside the record: the questions, and a row for each force."""
    cycles = {cycle.id for cycle in record.programme[programme].cycles}
    others = [other for other in outside(record) if other.cycle in cycles]
    asked = {grade.question for other in others for grade in other.grades}
    questions = [question for question in record.questions if question.id in asked]
    rows = []
    for other in others:
        found = {grade.question: grade for grade in other.grades}
        labels = tuple(_label(record, other.cycle, found, q) for q in questions)
        published = other.published.words if other.published else "date not known"
        rows.append(
            OtherForceRow(other.id, other.force_name, published, labels, other.note, other.sources)
        )
    return tuple(q.name for q in questions), tuple(rows)


def _label(
    record: Record, cycle: str, found: dict[str, OtherForceGrade], question: Question
) -> str:
    grade = found.get(question.id)
    if grade is None:
        asked = cycle in question.cycles
        return (EmptyKind.NOT_ENTERED if asked else EmptyKind.NO_SUCH_QUESTION).label
    if grade.value is None:
        return (grade.empty or EmptyKind.NOT_FOUND).label
    word = grade_label(record, cycle, grade.value)
    return word if grade.basis is Basis.STATED else f"{word} ({grade.basis.label.lower()})"
