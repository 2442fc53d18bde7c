"""Grades beside others, only where that is fair: two forces, all forces, other forces; case audits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations

from inspection.document import Block, Bullets, Heading, Paragraph, Run, Table, Words, words
from inspection.grade_cells import GradeCell
from inspection.measures import SAMPLE_CAVEAT, joined, plural
from inspection.model import CaseAudit, Inspection, Record
from inspection.sheets.pieces import grade_words, inspection_link, source_links, table
from inspection.side_by_side import SidePair, national_place, other_forces, side_pairs
from inspection.timeline import when_words

FORCES_OF_ENGLAND_AND_WALES = 43
NAMED = 3
"""Up to how many forces without a case audit are named; more are counted."""


def side_by_side(
    record: Record, forces: Collection[str], programme: str, level: int = 2
) -> Iterator[Block]:
    """Every two of these forces side by side where that is fair; nothing for one force alone."""
    if len(forces) < 2:
        return
    yield Heading(level, "Side by side", _anchor("side-by-side", level))
    told = (
        "Grades of two forces stand side by side only where programme, cycle and question are the "
        "same and inspectors were certainly with both within twelve months. No force is ranked."
    )
    yield Paragraph(words(told))
    pairs = list(combinations(forces, 2))
    for first, second in pairs:
        if len(pairs) > 1:
            yield Heading(level + 1, _between(record, first, second))
        yield from _pair(record, first, second, programme)


def _anchor(id: str, level: int) -> str:
    """The id of a section; none below it, where one page may have several of the same."""
    return id if level == 2 else ""


def _between(record: Record, *forces: str) -> str:
    return joined(record.force[force].name for force in forces)


def _pair(record: Record, first: str, second: str, programme: str) -> Iterator[Block]:
    """Two forces side by side where that is fair, and for the rest a sentence why it is not."""
    between = _between(record, first, second)
    pairs = side_pairs(record, first, second, programme)
    fair = [pair for pair in pairs if pair.comparison.comparable]
    if fair:
        yield table(
            f"Grades of {between} that may be set side by side",
            ("Question", "Cycle", record.force[first].name, record.force[second].name),
            [
                (
                    pair.question_name,
                    record.cycle[pair.cycle].name,
                    _dated(pair.first),
                    _dated(pair.second),
                )
                for pair in fair
            ],
        )
    else:
        none = f"No grades of {between} may be set side by side in this programme."
        yield Paragraph(words(none))
    if why := _reasons(record, pairs):
        yield Bullets(why)


def among_all(record: Record, force: str, cells: Sequence[GradeCell]) -> Iterator[Table]:
    """A force's grades among those of all forces, where a count is known, and how it was come by."""
    places = [place for cell in cells if (place := national_place(record, cell))]
    if places:
        yield table(
            f"{record.force[force].name}: grades among those of all forces",
            ("Question", "Cycle", "Among all forces", "Basis of the count", "Sources"),
            [
                (
                    place.cell.question_name,
                    record.cycle[place.cell.cycle].name,
                    place.words,
                    words(place.basis, place.note or ""),
                    source_links(record, place.sources),
                )
                for place in places
            ],
        )


def of_other_forces(record: Record, programme: str, level: int = 2) -> Iterator[Block]:
    """Graded inspections of forces outside the record, with how many of how many are known."""
    questions, rows = other_forces(record, programme)
    if not rows:
        return
    yield Heading(level, "Graded inspections of other forces", _anchor("other-forces", level))
    told = (
        f"Found by us for {plural(len(rows), 'force')} besides those recorded here, of "
        f"{FORCES_OF_ENGLAND_AND_WALES} in England and Wales. It is no sample and no ranking."
    )
    yield Paragraph(words(told))
    yield table(
        "Grades of other forces under the same method",
        ("Force", "Published", *questions, "Sources"),
        [
            (
                Run(row.force_name, fact=row.id),
                row.published,
                *row.labels,
                source_links(record, row.sources),
            )
            for row in rows
        ],
    )


def case_audits(record: Record, forces: Collection[str], level: int = 2) -> Iterator[Block]:
    """The case files examined and graded in inspections of these forces: samples, not rates."""
    yield Heading(level, "Case audits", "case-audits")
    audited = [i for i in record.inspections if i.force in forces and i.case_audit]
    without = [f for f in forces if f not in {i.force for i in audited}]
    if audited:
        yield from _audits(record, audited)
    if without:
        yield Paragraph(words(_no_audit_words(record, without, bool(audited))))


def _no_audit_words(record: Record, without: Sequence[str], is_rest: bool) -> str:
    """That these forces have no case audit in the record; many are counted, few are named."""
    whom = _between(record, *without)
    if len(without) > NAMED:
        whom = f"the {'other ' if is_rest else ''}{plural(len(without), 'force')} shown"
    return f"No case audit of {whom} is in the record."


def _audits(record: Record, audited: Sequence[Inspection]) -> Iterator[Block]:
    told = (
        "Case files examined and graded in child protection inspections. They are samples, some of "
        "them directed at particular matters; how all the files were chosen is not known to us. "
        f"{SAMPLE_CAVEAT} They are never a grade of the force."
    )
    yield Paragraph(words(told))
    yield table(
        "Case audits",
        ("Inspection", "Force", "Files", "Good", "Requiring improvement", "Inadequate", "Sources"),
        [_audit_row(record, found, found.case_audit) for found in audited if found.case_audit],
    )


def _reasons(record: Record, pairs: Sequence[SidePair]) -> tuple[Words, ...]:
    """Why grades of a cycle do not stand side by side, each reason with how many it holds back."""
    counts = Counter(
        (pair.cycle, pair.comparison.reason) for pair in pairs if not pair.comparison.comparable
    )
    return tuple(
        words(
            f"{record.cycle[cycle].name}, {plural(count, 'question')}: not side by side. {reason}"
        )
        for (cycle, reason), count in counts.items()
    )


def _dated(cell: GradeCell) -> Words:
    return words(grade_words(cell), inspection_link(cell.inspection, f"published {cell.published}"))


def _audit_row(record: Record, found: Inspection, audit: CaseAudit) -> Sequence[str | Words]:
    counts = (audit.good, audit.requires_improvement, audit.inadequate)
    return (
        words(inspection_link(found.id, f"{found.title} ({when_words(found)})")),
        record.force[found.force].name,
        str(audit.total),
        *("not found by us" if count is None else str(count) for count in counts),
        source_links(record, audit.sources),
    )
