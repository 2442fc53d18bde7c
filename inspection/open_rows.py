"""Inspections and what stands in them as rows; `open_tables` says what their columns mean."""

from __future__ import annotations

from collections.abc import Iterable

from inspection.comparability import cycles_comparison
from inspection.grade_cells import cell_of
from inspection.knowing import grade_published
from inspection.measures import measure_words
from inspection.model import Inspection, Record, Response
from inspection.open_columns import Row, date_cell, many
from inspection.timeline import timeline


def _ordered(record: Record) -> list[Inspection]:
    return [record.inspection[row.inspection] for row in timeline(record)]


def inspections(record: Record) -> Iterable[Row]:
    """One row for each inspection, oldest first."""
    for i in _ordered(record):
        yield (
            i.id, i.force, i.title, i.programme, i.cycle, i.kind, i.inspectorate, i.inspector,
            date_cell(i.fieldwork.start), date_cell(i.fieldwork.end), date_cell(i.published),
            date_cell(i.web_date), i.follows or i.continues, i.judgement, i.direction,
            len(i.findings), len(i.recommendations), " ".join(i.limits), i.note, many(i.sources),
        )  # fmt: skip


def reports(record: Record) -> Iterable[Row]:
    """The parts in which some inspections were published."""
    for i in _ordered(record):
        for r in i.reports:
            yield (i.id, r.id, r.title, date_cell(r.published), r.recorded_as, r.note)


def narrative_judgements(record: Record) -> Iterable[Row]:
    """Judgements in words that are points on no scale."""
    for i in _ordered(record):
        for n in i.narrative_judgements:
            yield (n.id, i.id, i.force, n.about, n.words, n.note, many(n.sources))


def grades(record: Record) -> Iterable[Row]:
    """Grades and kinds of empty, in the order of the inspections."""
    for i in _ordered(record):
        for grade in i.grades:
            cell = cell_of(record, i, grade)
            yield (
                i.id, i.force, i.cycle, grade.question, cell.question_name, cell.value or "",
                cell.empty or "", grade.value or "" if grade.revisions else "",
                many(str(r.date) for r in grade.revisions), grade.carried_from, grade.basis,
                grade.scope, date_cell(grade_published(i, grade)), grade.report,
                _comparable_cycles(record, i.cycle), cell.note, many(cell.sources),
            )  # fmt: skip


def grade_changes(record: Record) -> Iterable[Row]:
    """Every change of a grade after it was published, each with the grade it had before."""
    for i in _ordered(record):
        for grade in i.grades:
            before = grade.value
            for number, change in enumerate(grade.revisions, start=1):
                yield (
                    i.id, i.force, grade.question, number, date_cell(change.date), before,
                    change.value, change.reason, many(change.sources),
                )  # fmt: skip
                before = change.value


def _comparable_cycles(record: Record, cycle: str) -> str:
    return many(
        other
        for other in record.cycle
        if other != cycle and cycles_comparison(record, cycle, other).comparable
    )


def case_audits(record: Record) -> Iterable[Row]:
    """Case files examined, in the order of the inspections."""
    for i in _ordered(record):
        if audit := i.case_audit:
            yield (
                i.id, i.force, audit.total, audit.good, audit.requires_improvement,
                audit.inadequate, audit.note, many(audit.sources),
            )  # fmt: skip


def findings(record: Record) -> Iterable[Row]:
    """What inspectors found."""
    for i in _ordered(record):
        for f in i.findings:
            m = f.measure
            yield (
                f.id, i.id, i.force, f.theme, f.kind, f.scope, f.told_by, f.summary,
                m.numerator if m else None, m.denominator if m else None, m.value if m else None,
                m.unit if m else None, measure_words(m), many(f.follows_up), f.report, f.place, f.note,
                many(f.sources),
            )  # fmt: skip


def recommendations(record: Record) -> Iterable[Row]:
    """What inspectors asked for."""
    for i in _ordered(record):
        for r in i.recommendations:
            limit = r.time_limit
            yield (
                r.id, i.id, i.force, r.kind, r.theme, r.scope, r.summary,
                limit.words if limit else None, date_cell(limit.by) if limit else "",
                len(r.statements), r.report, r.place, r.note, many(r.sources),
            )  # fmt: skip


def unseen_recommendations(record: Record) -> Iterable[Row]:
    """What is known to have been asked, without its wording."""
    for i in _ordered(record):
        for u in i.unseen_recommendations:
            limit = u.time_limit
            yield (
                u.id, i.id, i.force, u.theme, u.summary, limit.words if limit else None,
                date_cell(limit.by) if limit else "", many(u.sources),
            )  # fmt: skip


def _all_responses(record: Record) -> Iterable[tuple[str, str, str, Response]]:
    """Inspection, force and subject of each answer; only one to a national report has a subject."""
    for i in _ordered(record):
        for response in i.responses:
            yield i.id, i.force, "", response
    for national in record.national_responses:
        yield "", national.force, national.about, national


def responses(record: Record) -> Iterable[Row]:
    """What was answered, to one force's report or to a national one."""
    for inspection, force, about, r in _all_responses(record):
        yield (
            r.id, inspection, force, about, r.voice, r.role, r.name, r.organisation,
            date_cell(r.date), many(r.themes), r.reply, r.report, r.summary, r.note,
            many(r.sources),
        )  # fmt: skip


def commitments(record: Record) -> Iterable[Row]:
    """What was promised, with what later sources say of it."""
    for inspection, force, _, r in _all_responses(record):
        for c in r.commitments:
            limit = c.time_limit
            yield (
                c.id, r.id, inspection, force, r.voice, c.theme, c.kind, c.summary,
                limit.words if limit else None, date_cell(limit.by) if limit else "", c.kept_by,
                " ".join(o.summary for o in c.outcomes), many(o.voice for o in c.outcomes),
                many(o.says or "neither" for o in c.outcomes),
                many(dict.fromkeys([*c.sources, *(s for o in c.outcomes for s in o.sources)])),
            )  # fmt: skip


def outcomes(record: Record) -> Iterable[Row]:
    """What later sources say of each promise, one by one."""
    for _, force, _, r in _all_responses(record):
        for c in r.commitments:
            for number, o in enumerate(c.outcomes, start=1):
                yield (
                    c.id, number, force, o.voice, date_cell(o.date), o.says, o.summary,
                    many(o.rests_on), o.note, many(o.sources),
                )  # fmt: skip


def statements(record: Record) -> Iterable[Row]:
    """What was said later, on a recommendation or on an inspection."""
    for i in _ordered(record):
        pairs = [("", s) for s in i.statements]
        pairs += [(r.id, s) for r in i.recommendations for s in r.statements]
        for recommendation, s in pairs:
            yield (
                s.id, i.id, recommendation, i.force, s.voice, s.speaker, date_cell(s.date),
                s.undated, s.says, many(s.rests_on), s.about, s.theme, s.summary, measure_words(s.measure),
                s.note, many(s.sources),
            )  # fmt: skip
