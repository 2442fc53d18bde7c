"""The latest grades of a force in the record, and the rounds after them that are not in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from inspection.comparability import cycles_comparison
from inspection.coverage import CoverageRow, coverage
from inspection.grade_cells import cell_of
from inspection.grading import grade_counts, grade_counts_words, was_looked_for
from inspection.measures import in_sentence, joined
from inspection.model import Cycle, Inspection, Record
from inspection.once import once_per_record
from inspection.timeline import chronological
from inspection.vocabulary import EmptyKind, Scope

NAMED = 3
"""Up to how many grades are told by the names of their questions; more are counted."""


@once_per_record
def latest_grades_words(record: Record, force: str, programme: str) -> str:
    """The latest grades of a force in the record, what forbids setting them beside the ones before,
    and which later rounds are known to us and not recorded.
    """
    name = record.force[force].name
    graded = [
        inspection
        for cycle in record.programme[programme].cycles
        for inspection in record.inspections_of[force]
        if inspection.cycle == cycle.id and grade_counts(record, inspection)
    ]
    if not graded:
        told = f"{name}: {_ungraded_words(record, force, programme)}"
        return " ".join([told, *_unrecorded_words(record, force, programme, None)])
    last = graded[-1]
    cycle = record.cycle[last.cycle]
    told = (
        f"{name}: the latest grades in the record ({cycle.name}, published "
        f"{last.published.words}) are {_grades_words(record, last)}.{_changed_words(record, last)}"
    )
    before = [i for i in graded if i.cycle != last.cycle]
    if before and not cycles_comparison(record, before[-1].cycle, last.cycle).comparable:
        told += f" They cannot be compared with those of {record.cycle[before[-1].cycle].name}."
    return " ".join([told, *_unrecorded_words(record, force, programme, cycle)])


def no_report_words(
    record: Record, force: str, programme: str, cycles: Sequence[str] | None = None
) -> str:
    """That no report of a programme on a force is in the record, or none was found by us.

    The latter only where the record says that it was looked for. With `cycles` it is told of these.
    """
    about = record.programme[programme].cycles
    asked = [cycle for cycle in about if cycles is None or cycle.id in cycles]
    looked = all(was_looked_for(record, force, cycle) for cycle in asked)
    if cycles is None and (row := _row(record, force, programme)):
        looked = looked or any(missing.cycle is None for missing in row.looked_for)
    where = "was found by us" if looked else "is in the record"
    told = f"o report of this programme on this force {where}."
    return f"N{told}" if cycles is None else f"{joined(c.name for c in asked)}: n{told}"


def _grades_words(record: Record, inspection: Inspection) -> str:
    """Few grades by the names of their questions, `good (efficiency and legitimacy)`, else counts."""
    cells = [
        cell_of(record, inspection, grade)
        for grade in inspection.grades
        if grade.value and not grade.carried_from and grade.scope is Scope.FORCE
    ]
    if inspection.shared_grades or len(cells) > NAMED:
        return grade_counts_words(record, inspection) or ""
    return joined(
        f"{label.lower()} ({_listed([c.question_name for c in cells if c.label == label])})"
        for label, _ in grade_counts(record, inspection)
    )


def _listed(names: Sequence[str]) -> str:
    """Names of questions in a sentence; semicolons between those with an `and` of their own."""
    told = [in_sentence(name) for name in names]
    return "; ".join(told) if any(" and " in name for name in told) else joined(told)


def _ungraded_words(record: Record, force: str, programme: str) -> str:
    """Why a force has no grade under a programme: given none by design, or none in the record."""
    own = [i for i in record.inspections if (i.force, i.programme) == (force, programme)]
    kinds = {grade.empty for i in own for grade in i.grades}
    if kinds == {EmptyKind.NOT_GRADED}:
        years = joined(dict.fromkeys(str(i.published.year) for i in chronological(own)))
        return f"inspected, but given no grade by design, in reports published in {years}."
    if kinds and kinds <= {EmptyKind.NOT_GRADED, EmptyKind.NOT_FOUND}:
        return "no grade under this programme was found by us."
    return "no grade under this programme is in the record."


def _unrecorded_words(
    record: Record, force: str, programme: str, after: Cycle | None
) -> tuple[str, ...]:
    """Graded rounds after a cycle that are known to us to have inspected a force and not recorded.

    A round in which every force was inspected is told apart from one that a gap tells of. Without
    `after` it is told of all rounds.
    """
    row = _row(record, force, programme)
    if row is None:
        return ()
    cycles = record.programme[programme].cycles
    later = cycles[cycles.index(after) + 1 :] if after else cycles
    own = {record.inspection[id].cycle for id in row.recorded}
    told_by = {missing.cycle: missing.gap for missing in row.unrecorded}
    rounds = [c for c in later if c.scale and c.id in told_by]
    of_all = [c for c in rounds if not told_by[c.id]]
    of_one = [c for c in rounds if told_by[c.id] and c.id not in own]
    noun = "later round" if after else "round"
    return (
        *_rounds(noun, of_all, "every force", " for this force"),
        *_rounds(noun, of_one, "this force", ""),
    )


def _rounds(noun: str, cycles: Sequence[Cycle], whom: str, of_it: str) -> Iterator[str]:
    """`A later round, 2021/22, inspected every force; its grades ... are not in the record.`"""
    names = joined(cycle.name for cycle in cycles)
    first, whose = (f"A {noun}", "its") if len(cycles) == 1 else (f"{noun}s".capitalize(), "their")
    if cycles:
        yield f"{first}, {names}, inspected {whom}; {whose} grades{of_it} are not in the record."


def _row(record: Record, force: str, programme: str) -> CoverageRow | None:
    rows = coverage(record).rows
    return next((r for r in rows if (r.force, r.programme) == (force, programme)), None)


def _changed_words(record: Record, inspection: Inspection) -> str:
    """Which of the grades were changed after they were published, each with its day."""
    cells = [cell_of(record, inspection, grade) for grade in inspection.grades]
    changed = [
        f"{in_sentence(cell.question_name)}, from {cell.first_label.lower()} to "
        f"{cell.label.lower()} on {cell.changes[-1].on}"
        for cell in cells
        if cell.changes and cell.first_label
    ]
    return f" Changed after publication: {'; '.join(changed)}." if changed else ""
