"""The record as open data: every table as CSV, the whole as JSON.

Every table ends with the columns `data_version` and `as_known_on`, so that a row copied out of its
file still says which edition it is from and which day it stands for.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from inspection.comparability import cycles_comparison
from inspection.dates import PartialDate
from inspection.grade_cells import cell_of
from inspection.measures import measure_words
from inspection.model import Inspection, Record, Response
from inspection.recurrence import recurrence
from inspection.timeline import timeline

Value = str | int | float | None
Row = tuple[Value, ...]
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the record: a name, what it holds, its columns as (name, meaning), its rows."""

    name: str
    about: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]

    def csv(self) -> str:
        """The table as CSV text with a header line.

        A text that a spreadsheet would run as a formula gets a leading apostrophe.
        """
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow([name for name, _ in self.columns])
        writer.writerows([_safe(value) for value in row] for row in self.rows)
        return out.getvalue()


def tables(record: Record, as_known_on: dt.date | None = None) -> tuple[Table, ...]:
    """Every table of a record already narrowed to `as_known_on` (None: everything it holds)."""
    stamp = (record.release.version, (as_known_on or record.release.released_on).isoformat())
    return tuple(
        Table(
            name,
            about,
            (
                *columns,
                ("data_version", "Edition of the record the row is from."),
                ("as_known_on", "Day whose public knowledge the row stands for."),
            ),
            tuple((*row, *stamp) for row in rows(record)),
        )
        for name, about, columns, rows in TABLES
    )


def whole_json(record: Record, as_known_on: dt.date | None = None) -> str:
    """The whole record as JSON, with the day it stands for."""
    whole = {
        "as_known_on": (as_known_on or record.release.released_on).isoformat(),
        **record.model_dump(mode="json", exclude_none=True),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1)


def file_name(record: Record, name: str, ending: str, as_known_on: dt.date | None = None) -> str:
    """A file name that says what, which edition and which day."""
    day = (as_known_on or record.release.released_on).isoformat()
    return f"inspection-history-{name}-v{record.release.version}-as-known-on-{day}.{ending}"


def _safe(value: Value) -> Value:
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return value


def _date(on: PartialDate | None) -> str:
    return str(on) if on else ""


def _many(values: Iterable[str]) -> str:
    return "; ".join(values)


def _ordered(record: Record) -> list[Inspection]:
    return [record.inspection[row.inspection] for row in timeline(record)]


def _inspections(record: Record) -> Iterable[Row]:
    for i in _ordered(record):
        yield (
            i.id, i.force, i.title, i.programme, i.cycle, i.kind, i.inspectorate, i.inspector,
            _date(i.fieldwork.start), _date(i.fieldwork.end), _date(i.published), _date(i.web_date),
            i.follows or i.continues, i.judgement, len(i.findings), len(i.recommendations),
            _many(i.sources),
        )  # fmt: skip


def _grades(record: Record) -> Iterable[Row]:
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


def _case_audits(record: Record) -> Iterable[Row]:
    for i in _ordered(record):
        if audit := i.case_audit:
            yield (
                i.id, i.force, audit.total, audit.good, audit.requires_improvement,
                audit.inadequate, audit.note, _many(audit.sources),
            )  # fmt: skip


def _findings(record: Record) -> Iterable[Row]:
    for i in _ordered(record):
        for f in i.findings:
            m = f.measure
            yield (
                f.id, i.id, i.force, f.theme, f.kind, f.scope, f.told_by, f.summary,
                m.numerator if m else None, m.denominator if m else None, m.value if m else None,
                m.unit if m else None, measure_words(m), f.note, _many(f.sources),
            )  # fmt: skip


def _recommendations(record: Record) -> Iterable[Row]:
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


def _responses(record: Record) -> Iterable[Row]:
    for inspection, force, r in _all_responses(record):
        yield (
            r.id, inspection, force, r.voice, r.role, r.name, r.organisation, _date(r.date),
            r.summary, r.note, _many(r.sources),
        )  # fmt: skip


def _commitments(record: Record) -> Iterable[Row]:
    for inspection, force, r in _all_responses(record):
        for c in r.commitments:
            limit = c.time_limit
            yield (
                c.id, r.id, inspection, force, r.voice, c.summary, limit.words if limit else None,
                _date(limit.by) if limit else "", " ".join(o.summary for o in c.outcomes),
                _many(dict.fromkeys([*c.sources, *(s for o in c.outcomes for s in o.sources)])),
            )  # fmt: skip


def _statements(record: Record) -> Iterable[Row]:
    for i in _ordered(record):
        pairs = [("", s) for s in i.statements]
        pairs += [(r.id, s) for r in i.recommendations for s in r.statements]
        for recommendation, s in pairs:
            yield (
                s.id, i.id, recommendation, i.force, s.voice, s.speaker, _date(s.date), s.about,
                s.theme, s.summary, measure_words(s.measure), s.note, _many(s.sources),
            )  # fmt: skip


def _themes(record: Record) -> Iterable[Row]:
    for force in record.forces:
        for row in recurrence(record, force.id):
            yield (
                force.id, row.theme, row.theme_name, row.raised, row.looked_at, row.not_known,
                row.first_raised, row.last_raised, row.sentence,
            )  # fmt: skip


def _context(record: Record) -> Iterable[Row]:
    for e in record.context_events:
        yield (
            e.id, _many(e.forces), str(e.date), _date(e.until), e.title, e.summary, e.theme,
            measure_words(e.measure), _many(e.sources),
        )  # fmt: skip


def _conflicts(record: Record) -> Iterable[Row]:
    for c in record.conflicts:
        sources = dict.fromkeys(s for account in c.accounts for s in account.sources)
        yield (
            c.id, c.force, c.topic, _many(c.inspections), " | ".join(a.says for a in c.accounts),
            c.how_we_chose, _many(sources),
        )  # fmt: skip


def _gaps(record: Record) -> Iterable[Row]:
    for g in record.gaps:
        yield (g.id, _many(g.forces), g.inspection, g.what, g.note, _many(g.sources))


def _sources(record: Record) -> Iterable[Row]:
    for s in record.sources:
        yield (s.id, s.title, s.publisher, _date(s.published), s.url, s.note)


Columns = tuple[tuple[str, str], ...]
ID = ("id", "Permanent id.")
IN = ("inspection", "Id of the inspection.")
FORCE = ("force", "Id of the force.")
THEME = ("theme", "Id of the theme.")
SOURCES = ("sources", "Ids of the sources, separated by semicolons.")
NOTE = ("note", "What a reader needs to know besides.")
SUMMARY = ("summary", "What it says, in our words.")
LIMIT = ("time_limit", "Time limit as stated.")
DUE = ("due", "Time limit as a date, where one follows.")
MEASURE = ("measure", "The number with its unit, in words.")

TABLES: tuple[tuple[str, str, Columns, Callable[[Record], Iterable[Row]]], ...] = (
    ("inspections", "One row for each inspection, oldest first.", (
        ID, FORCE, ("title", "Title of the report."), ("programme", "Id of the programme."),
        ("cycle", "Id of the cycle: the round under one method."),
        ("kind", "Kind of inspection."), ("inspectorate", "Inspecting body at the time."),
        ("inspector", "Inspector in charge."), ("fieldwork_start", "As closely as known."),
        ("fieldwork_end", "As closely as known."), ("published", "First publication."),
        ("web_date", "Date stamped on the web copy."),
        ("follows", "Inspection it follows or whose history it continues."),
        ("judgement", "The whole, in our words."), ("findings", "Number of findings recorded."),
        ("recommendations", "Number of recommendations recorded."), SOURCES), _inspections),
    ("grades", "One row for each question answered or left empty in an inspection.", (
        IN, FORCE, ("cycle", "Id of the cycle."), ("question", "Id of the question."),
        ("question_name", "The question."), ("grade", "Grade in force, empty if none."),
        ("empty", "Which kind of empty, if no grade."),
        ("first_grade", "Grade first published, where it was changed."),
        ("changed_on", "Day of the change."), ("carried_from", "Inspection it was carried from."),
        ("basis", "How we know it."), ("scope", "Whom it is about."),
        ("published", "When it was first published."),
        ("comparable_cycles", "Cycles whose grades for the same question may stand beside it."),
        NOTE, SOURCES), _grades),
    ("case-audits", "Case files examined and graded. Samples, not rates.", (
        IN, FORCE, ("total", "Files examined."), ("good", "Files good."),
        ("requires_improvement", "Files requiring improvement."),
        ("inadequate", "Files inadequate."), NOTE, SOURCES), _case_audits),
    ("findings", "One row for each finding.", (
        ID, IN, FORCE, THEME, ("kind", "Concern, progress, strength or mixed."),
        ("scope", "Whom it is about."), ("told_by", "Through whom we know it."), SUMMARY,
        ("numerator", "Count."), ("denominator", "Of how many."), ("value", "Value."),
        ("unit", "Unit of the count or value."), MEASURE, NOTE, SOURCES), _findings),
    ("recommendations", "Causes of concern, recommendations and areas for improvement.", (
        ID, IN, FORCE, ("kind", "How strongly it was asked."), THEME,
        ("scope", "Whom it is addressed to."), SUMMARY, LIMIT, DUE,
        ("statements", "Number of later statements recorded."), NOTE, SOURCES), _recommendations),
    ("responses", "What was said in answer to reports.", (
        ID, IN, FORCE, ("voice", "Who speaks."), ("role", "Office of the speaker."),
        ("name", "Name, for public office-holders."), ("organisation", "Body of the speaker."),
        ("date", "Day."), SUMMARY, NOTE, SOURCES), _responses),
    ("commitments", "What was promised, and what later sources say of it.", (
        ID, ("response", "Id of the response."), IN, FORCE, ("voice", "Who promised."), SUMMARY,
        LIMIT, DUE, ("outcome", "What a later source says; empty if nothing found by us."),
        SOURCES), _commitments),
    ("statements", "Later statements on progress, by voice.", (
        ID, IN, ("recommendation", "Id of the recommendation, if about one."), FORCE,
        ("voice", "Who speaks."), ("speaker", "By role or body."), ("date", "Day."),
        ("about", "Subject."), THEME, SUMMARY, MEASURE, NOTE, SOURCES), _statements),
    ("recurring-issues", "Each theme of each force with its denominator.", (
        FORCE, THEME, ("theme_name", "The theme."), ("raised", "Inspections that raised it."),
        ("looked_at", "Inspections that looked at it."),
        ("not_known", "Inspections of which we do not know."),
        ("first_raised", "When first raised."), ("last_raised", "When last raised."),
        ("sentence", "The same in words.")), _themes),
    ("context-events", "Events outside the inspections.", (
        ID, ("forces", "Ids of the forces."), ("date", "Day."), ("until", "Last day, of a period."),
        ("title", "Title."), SUMMARY, THEME, MEASURE, SOURCES), _context),
    ("conflicts", "Where sources disagree, and how we chose.", (
        ID, FORCE, ("topic", "Subject."), ("inspections", "Ids of the inspections concerned."),
        ("accounts", "What each side says, separated by bars."),
        ("how_we_chose", "Which we show, and why."), SOURCES), _conflicts),
    ("gaps", "What the record does not hold.", (
        ID, ("forces", "Ids of the forces."), IN, ("what", "What is missing."),
        ("note", "What is known of it."), SOURCES), _gaps),
    ("sources", "Where every fact was read.", (
        ID, ("title", "Title."), ("publisher", "Publisher."), ("published", "Day, if known."),
        ("url", "Address, if there is one."), NOTE), _sources),
)  # fmt: skip
