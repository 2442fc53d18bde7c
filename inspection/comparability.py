"""May two grades be compared? The one place that answers; every page, chart and export asks here."""

from __future__ import annotations

from dataclasses import dataclass

from inspection.grade_cells import GradeCell
from inspection.model import Inspection, Record
from inspection.once import once_per_record
from inspection.vocabulary import ComparisonBasis, Scope

GAP_DAYS = 365
"""How far apart the fieldwork of two forces may lie for their grades to stand side by side."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Whether two grades may be set side by side, why, and who says so."""

    comparable: bool
    reason: str
    basis: ComparisonBasis
    sources: tuple[str, ...]


@once_per_record
def cycles_comparison(record: Record, earlier: str, later: str) -> Comparison:
    """Whether grades given in two cycles may be compared where the question is the same.

    The statement of the later cycle decides, because the inspectorate makes it looking back.
    """
    first, second = record.cycle[earlier], record.cycle[later]
    if earlier == later:
        reason = f"Both grades were given in the same cycle, {first.name}."
        return Comparison(True, reason, second.comparability_basis, second.sources)
    comparable = earlier in second.comparable_with and later in first.comparable_with
    if comparable and not (first.scale and first.scale == second.scale):
        comparable = False
    return Comparison(comparable, second.comparability, second.comparability_basis, second.sources)


def grades_comparison(record: Record, first: GradeCell, second: GradeCell) -> Comparison:
    """Whether any two grades may be compared, in the inspectorate's sense.

    No: where one is empty, carried forward or not about the force, where the questions differ,
    where their cycles cannot be compared; and between two forces where the cycles differ, where
    the method changed between them, or where it is not certain that the fieldwork of both lies
    within `GAP_DAYS`.
    """
    for cell in (first, second):
        if cell.value is None:
            return _no(f"There is no grade to compare: {cell.label.lower()}.")
        if cell.carried_from:
            return _no("A judgement carried forward is no new evidence.")
        if cell.scope is not Scope.FORCE:
            return _no("One of the two is not about the force itself.")
    if first.question != second.question:
        return _no("The two answer different questions.")
    if first.force == second.force:
        return cycles_comparison(record, first.cycle, second.cycle)
    if first.cycle != second.cycle:
        return _no("The two were graded in different cycles.")
    if first.inspection is None or second.inspection is None:
        return _no("One of the two was given in no inspection of the record.")
    looks = (record.inspection[first.inspection], record.inspection[second.inspection])
    return looks_comparison(record, *looks)


def looks_comparison(record: Record, first: Inspection, second: Inspection) -> Comparison:
    """Whether inspections of two forces may be set side by side: one method, about the same time.

    No: where their cycles or kinds differ, where the method changed between them, or where it is
    not certain that the fieldwork of both lies within `GAP_DAYS`.
    """
    if first.cycle != second.cycle or first.kind != second.kind:
        return _no("The two were inspected under different methods or in different kinds of visit.")
    cycle = record.cycle[first.cycle]
    if cycle.between_forces:
        return Comparison(False, cycle.between_forces, ComparisonBasis.OUR_READING, cycle.sources)
    days = [look.fieldwork.start or look.fieldwork.end for look in (first, second)]
    known = [day for day in days if day is not None]
    if len(known) < 2:
        names = [
            record.force[look.force].name
            for look, day in zip((first, second), days, strict=True)
            if day is None
        ]
        return _no(f"When inspectors were with {' and '.join(names)} is not known to us.")
    apart = max(
        abs((known[0].latest - known[1].earliest).days),
        abs((known[1].latest - known[0].earliest).days),
    )
    if apart > GAP_DAYS:
        return _no(
            "It is not certain that inspectors were with both within twelve months: "
            f"{known[0].words} and {known[1].words}."
        )
    reason = f"Same method, inspectors there within twelve months ({cycle.name})."
    return Comparison(True, reason, cycle.comparability_basis, cycle.sources)


def _no(reason: str) -> Comparison:
    return Comparison(False, reason, ComparisonBasis.OUR_READING, ())
