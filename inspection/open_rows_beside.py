"""What stands beside inspections as rows of open tables; `open_tables` says what columns mean."""

from __future__ import annotations

from collections.abc import Iterable

from inspection.measured import measured_rows
from inspection.measures import measure_words
from inspection.model import Record
from inspection.open_columns import Row, date_cell, many, yes_no
from inspection.recurrence import recurrence


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


def looks(record: Record) -> Iterable[Row]:
    """What every inspection says on every theme that any inspection of its force may have seen."""
    for force in record.forces:
        for row in recurrence(record, force.id):
            for cell in row.cells:
                yield (
                    cell.inspection, row.theme, force.id, cell.episode, cell.state,
                    yes_no(cell.reports_progress), cell.why, many(cell.sources),
                )  # fmt: skip


def context(record: Record) -> Iterable[Row]:
    """Events outside the inspections."""
    for e in record.context_events:
        yield (
            e.id, many(e.forces), date_cell(e.date), date_cell(e.until), e.title, e.summary,
            e.theme, e.told_by, measure_words(e.measure), many(e.sources),
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
            row.words, row.basis, row.method, row.joined_to, many(row.sources),
        )  # fmt: skip


def conflicts(record: Record) -> Iterable[Row]:
    """Where sources disagree."""
    for c in record.conflicts:
        sources = dict.fromkeys(s for account in c.accounts for s in account.sources)
        yield (
            c.id, c.force, c.topic, many(c.inspections), " | ".join(a.says for a in c.accounts),
            c.how_we_chose, many(sources),
        )  # fmt: skip


def gaps(record: Record) -> Iterable[Row]:
    """What the record does not hold."""
    for g in record.gaps:
        yield (
            g.id, many(g.forces), g.inspection, g.unrecorded, g.programme, g.cycle, g.what, g.note,
            many(g.sources),
        )  # fmt: skip


def national_counts(record: Record) -> Iterable[Row]:
    """How many forces got each grade, one row for each grade."""
    for d in record.national_distributions:
        for grade, count in d.counts.items():
            yield (
                d.id, d.cycle, d.question, date_cell(d.published), grade, count, d.forces, d.basis,
                d.note, many(d.sources),
            )  # fmt: skip


def corrections(record: Record) -> Iterable[Row]:
    """What was wrong in an earlier edition."""
    for c in record.corrections:
        yield (
            c.id, c.date.isoformat(), c.fact, yes_no(c.removed), c.stood_in, c.was, c.now,
            c.since.isoformat(), c.first_in, c.mended_in, c.asked_by, c.note, many(c.sources),
            c.unsourced,
        )  # fmt: skip


def accepted_warnings(record: Record) -> Iterable[Row]:
    """Warnings of the check that are right as they stand."""
    for w in record.accepted_warnings:
        yield (w.code, w.of, w.reason, w.until.isoformat())


def sources(record: Record) -> Iterable[Row]:
    """Where facts were read."""
    for s in record.sources:
        yield (s.id, s.title, s.publisher, date_cell(s.published), s.url, s.note)
