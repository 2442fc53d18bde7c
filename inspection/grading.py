"""Grades: one question a row, one cycle a column, and a wall wherever columns cannot be compared."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from inspection.comparability import Comparison, cycles_comparison
from inspection.grade_cells import GradeCell, cell_of, grade_label
from inspection.measures import count_name, in_sentence, joined
from inspection.model import Cycle, Inspection, Programme, Question, Record, SharedGrades
from inspection.once import once_per_record
from inspection.timeline import chronological
from inspection.vocabulary import Basis, EmptyKind, Scope, Unrecorded


@dataclass(frozen=True, slots=True)
class CycleColumn:
    """One cycle of a programme, with the inspections of the force in it."""

    cycle: str
    name: str
    method: str
    inspections: tuple[str, ...]
    published: str


@dataclass(frozen=True, slots=True)
class Wall:
    """The line between two neighbouring columns whose grades cannot be compared."""

    after: str
    before: str
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class GradingGrid:
    """All grades of one force under one programme. `cells` are by question, then by cycle."""

    force: str
    programme: str
    columns: tuple[CycleColumn, ...]
    cells: tuple[tuple[GradeCell, ...], ...]
    walls: tuple[Wall, ...]


@once_per_record
def grading_grid(record: Record, force: str, programme: str) -> GradingGrid:
    """Every question of a programme by every cycle, for one force, each cell filled or explained.

    Cycles in which the programme graded nothing at all are left out.
    """
    cycles = [c for c in record.programme[programme].cycles if _is_graded(record, c)]
    ids = {cycle.id for cycle in cycles}
    questions = [q for q in record.questions if ids & set(q.cycles)]
    columns = tuple(_column(record, force, cycle) for cycle in cycles)
    cells = tuple(
        tuple(grade_cell(record, force, question, cycle) for cycle in cycles)
        for question in questions
    )
    walls = tuple(
        Wall(left.id, right.id, comparison)
        for left, right in pairwise(cycles)
        if not (comparison := cycles_comparison(record, left.id, right.id)).comparable
    )
    return GradingGrid(force, programme, columns, cells, walls)


@once_per_record
def grading_blocks(record: Record, force: str, programme: str) -> tuple[GradingGrid, ...]:
    """The grid cut where neighbouring cycles share no question, the latest block first.

    Why: under a wholly new set of questions every old row would be empty; the blocks say the same
    with nothing but cells that mean something. No block joins cycles that another one holds.
    """
    grid = grading_grid(record, force, programme)
    blocks: list[list[int]] = []
    for place, column in enumerate(grid.columns):
        asked = {q.id for q in record.questions if column.cycle in q.cycles}
        before = grid.columns[place - 1].cycle if place else ""
        shares = any(before in record.question[question].cycles for question in asked)
        if not shares:
            blocks.append([])
        blocks[-1].append(place)
    return tuple(_block(grid, places) for places in reversed(blocks))


def _block(grid: GradingGrid, places: list[int]) -> GradingGrid:
    columns = tuple(grid.columns[place] for place in places)
    cycles = {column.cycle for column in columns}
    rows = tuple(tuple(row[place] for place in places) for row in grid.cells)
    return GradingGrid(
        grid.force,
        grid.programme,
        columns,
        tuple(r for r in rows if any(c.empty is not EmptyKind.NO_SUCH_QUESTION for c in r)),
        tuple(w for w in grid.walls if w.after in cycles and w.before in cycles),
    )


@once_per_record
def graded_programmes(record: Record, force: str) -> tuple[Programme, ...]:
    """The programmes that have given a grade to any force of the record and inspected this one.

    In the order of the vocabulary. A force that a programme left ungraded is among them, so that
    its kind of empty is told as well.
    """
    graded = {i.programme for i in record.inspections if any(g.value for g in i.grades)}
    own = {i.programme for i in record.inspections if i.force == force}
    return tuple(p for p in record.programmes if p.id in graded & own)


def grade_cell(record: Record, force: str, question: Question, cycle: Cycle) -> GradeCell:
    """The grade of a force for a question in a cycle, or why there is none.

    Of several inspections in one cycle the latest answers. Where the record has no row, nothing is
    entered of a question that was asked in the cycle, or perhaps was, unless its grade is known
    together with others or its report was looked for; any other was no question then.
    """
    own = [i for i in record.inspections_of[force] if i.cycle == cycle.id]
    answers = [
        (inspection, grade)
        for inspection in chronological(own)
        for grade in inspection.grades
        if grade.question == question.id
    ]
    if answers:
        return cell_of(record, *answers[-1])
    empty = EmptyKind.NO_SUCH_QUESTION
    if cycle.id in (*question.cycles, *question.perhaps_asked):
        together = any(question.id in s.questions for i in own for s in i.shared_grades)
        looked = not own and was_looked_for(record, force, cycle)
        empty = EmptyKind.NOT_FOUND if together or looked else EmptyKind.NOT_ENTERED
    return GradeCell(force, question.id, question.name, cycle.id, None, empty.label, empty)


def was_looked_for(record: Record, force: str, cycle: Cycle) -> bool:
    """Whether the record says that an inspection of a force in a cycle was looked for in vain."""
    return any(
        gap.unrecorded is Unrecorded.LOOKED_FOR and force in gap.forces and gap.cycle == cycle.id
        for gap in record.gaps
    )


def grade_counts(record: Record, inspection: Inspection) -> tuple[tuple[str, int], ...]:
    """How many areas of the force got which grade, best first, areas graded together included.

    Judgements carried forward and grades of others than the force are not counted.
    """
    scale = record.cycle[inspection.cycle].scale
    values = [
        cell_of(record, inspection, grade).value
        for grade in inspection.grades
        if grade.value and not grade.carried_from and grade.scope is Scope.FORCE
    ]
    together = [shared.counts for shared in inspection.shared_grades]
    counts = (
        (word.label, values.count(word.id) + sum(c.get(word.id, 0) for c in together))
        for word in (record.scale[scale].grades if scale else ())
    )
    return tuple((label, count) for label, count in counts if count)


def grade_counts_words(record: Record, inspection: Inspection) -> str | None:
    """The grades of an inspection in one phrase: `one area good, two adequate`; None if ungraded."""
    counts = grade_counts(record, inspection)
    if not counts:
        return None
    words = [f"{count_name(count)} {label.lower()}" for label, count in counts]
    noun = "area" if counts[0][1] == 1 else "areas"
    return joined([words[0].replace(" ", f" {noun} ", 1), *words[1:]])


def shared_words(record: Record, inspection: Inspection, shared: SharedGrades) -> str:
    """Grades known only for several questions together, in a sentence that gives none to any."""
    questions = joined(in_sentence(record.question[q].name) for q in shared.questions)
    counts = joined(
        f"{count_name(count)} {grade_label(record, inspection.cycle, grade).lower()}"
        for grade, count in shared.counts.items()
    )
    return f"Known only together: {questions} share {counts}. {shared.note}"


def noted_cells(grid: GradingGrid) -> tuple[GradeCell, ...]:
    """The cells of a grid that a reader must not take at face value: revised, carried forward,
    worked out, reported by the press only, or noted.
    """
    return tuple(
        cell
        for row in grid.cells
        for cell in row
        if cell.revised or cell.carried_from or cell.note or cell.basis is not Basis.STATED
    )


def _is_graded(record: Record, cycle: Cycle) -> bool:
    return cycle.scale is not None or any(cycle.id in q.cycles for q in record.questions)


def _column(record: Record, force: str, cycle: Cycle) -> CycleColumn:
    found = [i for i in record.inspections_of[force] if i.cycle == cycle.id]
    published = joined(dict.fromkeys(i.published.words for i in found)) if found else ""
    missing = "no report found" if was_looked_for(record, force, cycle) else "no report recorded"
    return CycleColumn(
        cycle.id,
        cycle.name,
        cycle.method,
        tuple(i.id for i in found),
        published or missing,
    )


@once_per_record
def latest_block(record: Record, force: str, programme: str | None = None) -> GradingGrid | None:
    """The block of a force's grid with its latest graded inspection; None where none was graded.

    Of one programme, or else of whichever graded the force last.
    """
    graded = [
        inspection
        for inspection in record.inspections
        if inspection.force == force
        and programme in (None, inspection.programme)
        and any(grade.value for grade in inspection.grades)
    ]
    if not graded:
        return None
    last = max(graded, key=lambda i: (i.published.latest, i.id))
    blocks = grading_blocks(record, force, last.programme)
    return next((b for b in blocks if any(c.cycle == last.cycle for c in b.columns)), None)
