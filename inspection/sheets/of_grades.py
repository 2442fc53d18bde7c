"""Grades of a force under a programme: what they mean, the grid, what forbids comparing, notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from inspection.addresses import Place
from inspection.comparability import Comparison, cycles_comparison
from inspection.document import Block, Facts, Folded, Heading, Paragraph, Run, Table, Words, words
from inspection.drawings import grades_drawing
from inspection.grade_cells import GradeCell, grade_meaning
from inspection.grading import GradingGrid, grading_blocks, noted_cells, shared_words
from inspection.latest_grades import no_report_words
from inspection.measures import in_sentence, joined, plural
from inspection.model import Record
from inspection.sheets.of_grades_beside import among_all
from inspection.sheets.of_inspection import grade_fact
from inspection.sheets.pieces import (
    grade_words,
    inspection_link,
    small_print,
    source_links,
    table,
)
from inspection.threads import evidence as theme_evidence
from inspection.vocabulary import EmptyKind

Evidence = Callable[[GradeCell, str], Place]
"""Where what stands behind a grade is told: on the page of grades, or in the inspection itself."""


def cell_key(cell: GradeCell) -> str:
    """The id of a cell in an address."""
    return f"{cell.force}.{cell.question}.{cell.cycle}"


def told_in_inspection(cell: GradeCell, _programme: str) -> Place:
    """The evidence of a grade where its inspection is told in full."""
    return Place(
        "inspection", cell.inspection or "", grade_fact(cell.inspection or "", cell.question)
    )


def chosen_on_page(cell: GradeCell, programme: str) -> Place:
    """The page of grades with one of them chosen."""
    chosen = (("force", cell.force), ("programme", programme), ("cell", cell_key(cell)))
    return Place("grades", choices=chosen)


def meanings(record: Record, programme: str) -> Iterator[Table]:
    """What the grades of every scale of a programme mean, and what each kind of empty means."""
    for scale in dict.fromkeys(cycle.scale for cycle in record.programme[programme].cycles):
        if scale:
            grades = record.scale[scale].grades
            rows = [(grade.label, grade.meaning) for grade in grades]
            yield table(record.scale[scale].name, ("Grade", "Meaning"), rows)
    kinds = [(kind.label, kind.meaning) for kind in EmptyKind]
    yield table("Kinds of empty", ("Shown as", "Meaning"), kinds)


def force_grades(
    record: Record, force: str, programme: str, evidence: Evidence = told_in_inspection
) -> Iterator[Block]:
    """All grades of a force under a programme, drawn and in tables, below a heading of their own.

    Captions name the programme, so that several programmes can stand on one page.
    """
    about = record.programme[programme]
    yield Heading(3, about.name, f"grades-{programme}")
    grids = grading_blocks(record, force, programme)
    if not reported(grids):
        yield no_report(record, force, programme)
        return
    for place, found in enumerate(grids):
        if reported([found]):
            drawn = _caption(record, found, "grades by question and cycle")
            yield replace(grades_drawing(found), caption=f"{drawn}, {about.short_name}")
            yield from naming(about.short_name, grid(record, found, evidence))
        else:
            yield no_report(record, force, programme, found)
        if place + 1 < len(grids):
            yield wall_between(record, grids[place + 1], found)
    yield from shared(record, force, programme)
    yield from naming(about.short_name, ledger(record, force, cells_of(grids)))
    yield from naming(about.short_name, notes(record, force, grids))
    yield from naming(about.short_name, among_all(record, force, cells_of(grids)))


def reported(grids: Sequence[GradingGrid]) -> bool:
    """Whether any report of the programme on the force is in the record."""
    return any(column.inspections for found in grids for column in found.columns)


def no_report(
    record: Record, force: str, programme: str, found: GradingGrid | None = None
) -> Paragraph:
    """That there is none, which stands in place of the grids, or of one block of them."""
    cycles = None if found is None else [column.cycle for column in found.columns]
    return Paragraph(words(no_report_words(record, force, programme, cycles)))


def cells_of(grids: Sequence[GradingGrid]) -> tuple[GradeCell, ...]:
    """Every cell of a force's grids, the latest block first."""
    return tuple(cell for found in grids for row in found.cells for cell in row)


def grid(record: Record, found: GradingGrid, evidence: Evidence) -> Iterator[Block]:
    """What may not be compared in a block of the grid, in words, then its cells as a table."""
    for wall in found.walls:
        yield _wall(record, wall.after, wall.before, wall.comparison)
    columns = [f"{column.name} ({column.published})" for column in found.columns]
    yield table(
        _caption(record, found, "grades"),
        ("Question", *columns),
        [
            (row[0].question_name, *(_cell(record, c, found.programme, evidence) for c in row))
            for row in found.cells
        ],
    )


def wall_between(record: Record, earlier: GradingGrid, later: GradingGrid) -> Paragraph:
    """Why the last cycle of one block cannot be compared with the first of the next."""
    last, first = earlier.columns[-1].cycle, later.columns[0].cycle
    return _wall(record, last, first, cycles_comparison(record, last, first))


def shared(record: Record, force: str, programme: str) -> Iterator[Paragraph]:
    """Grades of a force that are known only for several questions together."""
    for found in record.inspections:
        if (found.force, found.programme) == (force, programme):
            for grades in found.shared_grades:
                told = shared_words(record, found, grades)
                yield Paragraph(words(inspection_link(found.id, found.title), told))


def ledger(record: Record, force: str, cells: Sequence[GradeCell]) -> Iterator[Table]:
    """Grades changed after publication: first value, later value, day, reason and source."""
    changed = [(cell, change) for cell in cells for change in cell.changes]
    if changed:
        yield table(
            f"{record.force[force].name}: grades changed after publication",
            ("Question", "Cycle", "First published", "Changed to", "When and why", "Sources"),
            [
                (
                    cell.question_name,
                    record.cycle[cell.cycle].name,
                    f"{cell.first_label}, {cell.published}",
                    change.label,
                    f"{change.on}. {change.reason}",
                    source_links(record, change.sources),
                )
                for cell, change in changed
            ],
        )


def notes(record: Record, force: str, grids: Sequence[GradingGrid]) -> Iterator[Folded]:
    """The grades that were changed, carried forward, worked out or come with a note."""
    cells = [cell for found in grids for cell in noted_cells(found)]
    if not cells:
        return
    noted = table(
        f"{record.force[force].name}: notes on single grades",
        ("Question", "Cycle", "Grade", "Note", "Sources"),
        [
            (
                cell.question_name,
                record.cycle[cell.cycle].name,
                grade_words(cell),
                cell.note or "",
                source_links(record, cell.sources),
            )
            for cell in cells
        ],
    )
    about = "changed, carried forward, worked out, known from the press or noted"
    yield Folded(f"{plural(len(cells), 'grade')} {about}", (noted,))


def behind(record: Record, cell: GradeCell) -> Iterator[Block]:
    """What stands behind one grade: its meaning in its cycle, date, report, findings, sources."""
    cycle = record.cycle[cell.cycle]
    yield Facts(
        (
            ("Question", words(cell.question_name)),
            ("Grade", words(grade_words(cell), cell.note or "")),
            (f"Meaning, {cycle.name}", words(grade_meaning(record, cell))),
            ("Published", words(cell.published or "")),
            ("Comparing", words(cycle.comparability)),
            ("Sources", source_links(record, cell.sources)),
        )
    )
    if cell.inspection is None:
        return
    title = record.inspection[cell.inspection].title
    yield Paragraph(words("Read in full:", inspection_link(cell.inspection, title)))
    theme = record.question[cell.question].theme
    found = theme_evidence(record, theme, inspection=cell.inspection) if theme else ()
    if not found or not theme:
        yield Paragraph(words("No finding under this question is in our record."))
        return
    yield table(
        f"What the inspection recorded under {in_sentence(record.theme[theme].name)}",
        ("Kind", "What was found or asked", "Sources"),
        [
            (
                item.kind,
                inspection_link(item.inspection, item.summary, item.id),
                source_links(record, item.sources),
            )
            for item in found
        ],
    )


def sources(record: Record, programme: str, cells: Sequence[GradeCell]) -> tuple[str, ...]:
    """The sources of these grades and of what is said about the cycles of their programme."""
    used = {source for cell in cells for source in cell.sources}
    used |= {source for cycle in record.programme[programme].cycles for source in cycle.sources}
    return tuple(sorted(used))


def naming(programme: str, blocks: Iterable[Block]) -> Iterator[Block]:
    """The same blocks, the captions of tables among them ending with the name of the programme."""
    for block in blocks:
        if isinstance(block, Table):
            yield replace(block, caption=f"{block.caption}, {programme}")
        elif isinstance(block, Folded):
            yield replace(block, blocks=tuple(naming(programme, block.blocks)))
        else:
            yield block


def _caption(record: Record, found: GradingGrid, about: str) -> str:
    cycles = joined(column.name for column in found.columns)
    return f"{record.force[found.force].name}: {about}, {cycles}"


def _wall(record: Record, earlier: str, later: str, comparison: Comparison) -> Paragraph:
    left, right = record.cycle[earlier].name, record.cycle[later].name
    told = Run(f"{left} and {right} cannot be compared.", strong=True)
    return Paragraph(words(told, comparison.reason, f"({comparison.basis.label}.)"))


def _cell(record: Record, cell: GradeCell, programme: str, evidence: Evidence) -> Words:
    if cell.inspection is None:
        return grade_words(cell)
    told = (f"{cell.published}.", source_links(record, cell.sources))
    return words(grade_words(cell), small_print(*told, Run("Evidence", evidence(cell, programme))))
