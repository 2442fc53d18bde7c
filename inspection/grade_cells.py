"""One grade as a reader sees it: the word, or which kind of empty, with all that qualifies it."""

from __future__ import annotations

from dataclasses import dataclass

from inspection.knowing import grade_published
from inspection.model import Grade, Inspection, Record
from inspection.vocabulary import Basis, EmptyKind, Scope


@dataclass(frozen=True, slots=True)
class GradeChange:
    """A later value of a grade: the word, when, why and by which source."""

    label: str
    on: str
    reason: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GradeCell:
    """The answer to one question in one cycle: a grade in the inspectorate's word, or which kind
    of empty it is. `value` is the grade in force; `first_value` differs where it was changed.
    """

    force: str
    question: str
    question_name: str
    cycle: str
    value: str | None
    label: str
    empty: EmptyKind | None
    first_label: str | None = None
    revised: str | None = None
    carried_from: str | None = None
    basis: Basis = Basis.STATED
    scope: Scope = Scope.FORCE
    inspection: str | None = None
    published: str | None = None
    changes: tuple[GradeChange, ...] = ()
    note: str | None = None
    sources: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The cell in full: `Requires improvement (first published as Adequate, changed ...)`."""
        extra = [
            f"first published as {self.first_label}, changed {self.revised}"
            if self.revised
            else "",
            "carried forward from an earlier assessment" if self.carried_from else "",
            self.basis.label.lower() if self.value and self.basis is not Basis.STATED else "",
            f"about {self.scope.label.lower()}" if self.scope is not Scope.FORCE else "",
        ]
        kept = "; ".join(text for text in extra if text)
        return f"{self.label} ({kept})" if kept else self.label


def cell_of(record: Record, inspection: Inspection, grade: Grade) -> GradeCell:
    """A recorded grade as a cell: the latest value, with the first one where it was changed."""
    last = grade.revisions[-1] if grade.revisions else None
    value = last.value if last else grade.value
    empty = grade.empty
    return GradeCell(
        force=inspection.force,
        question=grade.question,
        question_name=record.question[grade.question].name,
        cycle=inspection.cycle,
        value=value,
        label=empty.label if empty else grade_label(record, inspection.cycle, value or ""),
        empty=empty,
        changes=tuple(
            GradeChange(
                grade_label(record, inspection.cycle, change.value),
                change.date.words,
                change.reason,
                change.sources,
            )
            for change in grade.revisions
        ),
        first_label=grade_label(record, inspection.cycle, grade.value or "") if last else None,
        revised=last.date.words if last else None,
        carried_from=grade.carried_from,
        basis=grade.basis,
        scope=grade.scope,
        inspection=inspection.id,
        published=grade_published(inspection, grade).words,
        note=" ".join(filter(None, [grade.note, last.reason if last else None])) or None,
        sources=(*grade.sources, *(last.sources if last else ())),
    )


def grade_label(record: Record, cycle: str, value: str) -> str:
    """A grade in the inspectorate's word: `Requires improvement`."""
    scale = record.cycle[cycle].scale
    grades = record.scale[scale].grades if scale else ()
    return next((grade.label for grade in grades if grade.id == value), value)


def grade_meaning(record: Record, cell: GradeCell) -> str:
    """What the grade of a cell means in its cycle, or what its kind of empty means."""
    if cell.empty:
        return cell.empty.meaning
    scale = record.cycle[cell.cycle].scale
    grades = record.scale[scale].grades if scale else ()
    return next((grade.meaning for grade in grades if grade.id == cell.value), "")
