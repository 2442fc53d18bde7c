"""The rows of the open tables, one function for each; `open_tables` says what their columns mean."""

from __future__ import annotations

from collections.abc import Iterable

from inspection.comparability import cycles_comparison
from inspection.dates import PartialDate
from inspection.grade_cells import cell_of
from inspection.measured import measured_rows
from inspection.measures import measure_words
from inspection.model import Inspection, Record, Response
from inspection.recurrence import recurrence
from inspection.timeline import timeline

Value = str | int | float | None
Row = tuple[Value, ...]


def _date(on: PartialDate | None) -> str:
    return str(on) if on else ""


def _many(values: Iterable[str]) -> str:
    return "; ".join(values)


def _ordered(record: Record) -> list[Inspection]:
    return [record.inspection[row.inspection] for row in timeline(record)]


def inspections(record: Record) -> Iterable[Row]:
    """One row for each inspection, oldest first."""
    for i in _ordered(record):
        yield (
            i.id, i.force, i.title, i.programme, i.cycle, i.kind, i.inspectorate, i.inspector,
            _date(i.fieldwork.start), _date(i.fieldwork.end), _date(i.published), _date(i.web_date),
            i.follows or i.continues, i.judgement, len(i.findings), len(i.recommendations),
            _many(i.sources),
        )  # fmt: skip


def grades(record: Record) -> Iterable[Row]:
    """Grades and kinds of empty, in the order of the inspections."""
    for i in _ordered(record):
        for grade in i.grades:
            cell = cell_of(record, i, grade)
            yield (
                i.id, i.force, i.cycle, grade.question, cell.question_name, cell.value or "",
                cell.empty or "", grade.value or "" if grade.revisions else "",
                _many(str(r.date) for r in grade.revisions), grade.carried_from, grade.basis,
                grade.scope, cell.published, _comparable_cycles(record, i.cycle), cell.note,
                _many(cell.sources),
            )  # fmt: skip


def _comparable_cycles(record: Record, cycle: str) -> str:
    return _many(
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
                audit.inadequate, audit.note, _many(audit.sources),
            )  # fmt: skip


def findings(record: Record) -> Iterable[Row]:
    """What inspectors found."""
    for i in _ordered(record):
        for f in i.findings:
            m = f.measure
            yield (
                f.id, i.id, i.force, f.theme, f.kind, f.scope, f.told_by, f.summary,
                m.numerator if m else None, m.denominator if m else None, m.value if m else None,
                m.unit if m else None, measure_words(m), f.note, _many(f.sources),
            )  # fmt: skip


def recommendations(record: Record) -> Iterable[Row]:
    """What inspectors asked for."""
    for i in _ordered(record):
        for r in i.recommendations:
            limit = r.time_limit
            yield (
                r.id, i.id, i.force, r.kind, r.theme, r.scope, r.summary,
                limit.words if limit else None, _date(limit.by) if limit else "",
                len(r.statements), r.note, _many(r.sources),
            )  # fmt: skip


def _all_responses(record: Record) -> Iterable[tuple[str, str, Response]]:
    for i in _ordered(record):
        for response in i.responses:
            yield i.id, i.force, response
    for national in record.national_responses:
        yield "", national.force, national


def responses(record: Record) -> Iterable[Row]:
    """What was answered, to one force's report or to a national one."""
    for inspection, force, r in _all_responses(record):
        yield (
            r.id, inspection, force, r.voice, r.role, r.name, r.organisation, _date(r.date),
            _many(r.themes), r.reply, r.report, r.summary, r.note, _many(r.sources),
        )  # fmt: skip


def commitments(record: Record) -> Iterable[Row]:
    """What was promised, with what later sources say of it."""
    for inspection, force, r in _all_responses(record):
        for c in r.commitments:
            limit = c.time_limit
            yield (
                c.id, r.id, inspection, force, r.voice, c.theme, c.kind, c.summary,
                limit.words if limit else None, _date(limit.by) if limit else "", c.kept_by,
                " ".join(o.summary for o in c.outcomes), _many(o.voice for o in c.outcomes),
                _many(o.says or "neither" for o in c.outcomes),
                _many(dict.fromkeys([*c.sources, *(s for o in c.outcomes for s in o.sources)])),
            )  # fmt: skip


def statements(record: Record) -> Iterable[Row]:
    """What was said later, on a recommendation or on an inspection."""
    for i in _ordered(record):
        pairs = [("", s) for s in i.statements]
        pairs += [(r.id, s) for r in i.recommendations for s in r.statements]
        for recommendation, s in pairs:
            yield (
                s.id, i.id, recommendation, i.force, s.voice, s.speaker, _date(s.date), s.undated,
                s.says, _many(s.rests_on), s.about, s.theme, s.summary, measure_words(s.measure),
                s.note, _many(s.sources),
            )  # fmt: skip


def themes(record: Record) -> Iterable[Row]:
    """Every theme of every force over all inspections of the record."""
    for force in record.forces:
        for row in recurrence(record, force.id):
            yield (
                force.id, row.theme, row.theme_name, row.raised, row.looked_at, row.not_known,
                row.episodes_raised, row.episodes_looked_at, row.raised_narrow, row.span_years,
                row.longest_run.length if row.longest_run else 0, row.first_raised,
                row.last_raised, row.last_look.inspection if row.last_look else None,
                row.last_look.state if row.last_look else None, len(row.returns), row.sentence,
            )  # fmt: skip


def context(record: Record) -> Iterable[Row]:
    """Events outside the inspections."""
    for e in record.context_events:
        yield (
            e.id, _many(e.forces), str(e.date), _date(e.until), e.title, e.summary, e.theme,
            measure_words(e.measure), _many(e.sources),
        )  # fmt: skip


def indicators(record: Record) -> Iterable[Row]:
    """What was measured more than once."""
    for i in record.indicators:
        yield (i.id, i.name, i.about, i.theme, i.unit)


def measured(record: Record) -> Iterable[Row]:
    """Every value of an indicator."""
    for row in measured_rows(record):
        yield (
            row.fact, row.indicator, row.force, row.inspection, row.voice,
            row.day_from.isoformat() if row.day_from else "",
            row.day_to.isoformat() if row.day_to else "", row.when, row.number, row.unit,
            row.words, row.basis, row.method, row.joined_to, _many(row.sources),
        )  # fmt: skip


def conflicts(record: Record) -> Iterable[Row]:
    """Where sources disagree."""
    for c in record.conflicts:
        sources = dict.fromkeys(s for account in c.accounts for s in account.sources)
        yield (
            c.id, c.force, c.topic, _many(c.inspections), " | ".join(a.says for a in c.accounts),
            c.how_we_chose, _many(sources),
        )  # fmt: skip


def gaps(record: Record) -> Iterable[Row]:
    """What the record does not hold."""
    for g in record.gaps:
        yield (g.id, _many(g.forces), g.inspection, g.what, g.note, _many(g.sources))


def sources(record: Record) -> Iterable[Row]:
    """Where facts were read."""
    for s in record.sources:
        yield (s.id, s.title, s.publisher, _date(s.published), s.url, s.note)
