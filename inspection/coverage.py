"""What is missing: inspections known to exist and not recorded, grades by kind of empty, and facts
without a measure, a place in the report, a date or a later statement.

All of it is counted whole, for each force and programme, and says how far the record has come, nothing
of how good a force is. What is known to us is not all there is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from inspection.dates import a_year_before
from inspection.measures import plural
from inspection.model import Cycle, Gap, Grade, Inspection, Recommendation, Record
from inspection.once import once_per_record
from inspection.timeline import chronological
from inspection.vocabulary import EmptyKind, InspectionKind, Unrecorded

FOLLOW_UPS = (
    InspectionKind.REVISIT,
    InspectionKind.REINSPECTION,
    InspectionKind.POST_INSPECTION_REVIEW,
    InspectionKind.ASSESSMENT_OF_PROGRESS,
)
NO_PROGRAMME = "No programme"

FINDINGS = "Findings", "Findings recorded."
UNMEASURED = (
    "Findings without a measure",
    "No number is recorded with the finding; many findings have none in the report either.",
)
UNPLACED = (
    "Findings without a place in the report",
    "Not yet recorded: the page, paragraph or chapter of the report.",
)
ASKED = (
    "Recommendations",
    "Causes of concern, recommendations and areas for improvement recorded.",
)
ASKED_UNPLACED = (
    "Recommendations without a place in the report",
    "Not yet recorded: the page, paragraph or chapter of the report.",
)
SILENT = (
    "Recommendations without a statement",
    "No statement on the recommendation itself is recorded, of anybody.",
)
SILENT_SINCE = (
    "Recommendations without a recent statement",
    "No statement on the recommendation itself is recorded from the day given on, of anybody.",
)
UNSEEN = (
    "Recommendations of which only the existence is known",
    "Recommendations known to have been made, whose wording is not in the record.",
)


@dataclass(frozen=True, slots=True)
class Missing:
    """An inspection that is not in the record: why we know of it or what was looked for.

    `gap` is the id of the gap that tells of it, empty where it follows from `cycle` alone, a round
    in which every force was inspected.
    """

    gap: str
    cycle: str | None
    what: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """Facts of one sort: what is counted, what that means, and their ids.

    A grade has no id of its own and is named as `inspection > question`.
    """

    label: str
    meaning: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """What is recorded of a force under a programme, and what is not.

    `programme` is None for inspections that belong to no programme of the record. `grades` has a
    tally for the grades given, one for each kind of empty and what else can be; `facts` for findings
    and recommendations, and for those that lack something.
    """

    force: str
    force_name: str
    programme: str | None
    programme_name: str
    recorded: tuple[str, ...]
    unrecorded: tuple[Missing, ...]
    looked_for: tuple[Missing, ...]
    grades: tuple[Tally, ...]
    facts: tuple[Tally, ...]

    @property
    def known(self) -> int:
        """How many inspections are known to us to exist, recorded or not."""
        return len(self.recorded) + len(self.unrecorded)


@dataclass(frozen=True, slots=True)
class Coverage:
    """The whole account, forces and programmes in the order of the record.

    `since` is the day from which a statement counts as recent; `undated` are the ids of the sources
    without a date, of all `sources`.
    """

    since: dt.date
    rows: tuple[CoverageRow, ...]
    sources: int
    undated: tuple[str, ...]


@once_per_record
def coverage(record: Record, since: dt.date | None = None) -> Coverage:
    """What the record lacks as far as that is known, from the record itself and never by guessing.

    Without `since` statements are looked for from a year before the day the record stands for.
    """
    since = since or a_year_before(record.known_on or record.release.released_on)
    rows = (row for force in record.force for row in _rows(record, force, since))
    undated = tuple(source.id for source in record.sources if source.published is None)
    return Coverage(since, tuple(rows), len(record.sources), undated)


def total(rows: Iterable[CoverageRow], label: str) -> int:
    """How many facts of one sort some rows hold together."""
    return sum(len(t.ids) for row in rows for t in (*row.grades, *row.facts) if t.label == label)


def coverage_words(rows: Sequence[CoverageRow]) -> str:
    """How much is recorded of what is known to exist, in a sentence."""
    recorded = sum(len(row.recorded) for row in rows)
    missing = sum(row.known for row in rows) - recorded
    rest = (
        f"{plural(missing, 'more is', 'more are')} known to us to exist and not recorded"
        if missing
        else "no other is known to us to exist"
    )
    return (
        f"{plural(recorded, 'inspection is', 'inspections are')} recorded; {rest}. What is known to us "
        "is not all there is."
    )


def _rows(record: Record, force: str, since: dt.date) -> Iterator[CoverageRow]:
    rows = [_row(record, force, programme, since) for programme in (*record.programme, None)]
    told = [row for row in rows if row.known or row.looked_for]
    yield from told or rows[-1:]


def _row(record: Record, force: str, programme: str | None, since: dt.date) -> CoverageRow:
    own = chronological(i for i in record.inspections_of[force] if i.programme == programme)
    gaps = [g for g in record.gaps if force in g.forces and g.programme == programme]
    known = [g for g in gaps if g.unrecorded is Unrecorded.KNOWN_TO_EXIST and _was_known(record, g)]
    looked_for = [g for g in gaps if g.unrecorded is Unrecorded.LOOKED_FOR]
    named = {gap.cycle for gap in known}
    cycles = record.programme[programme].cycles if programme else ()
    rounds = [
        Missing("", c.id, _every_force_words(record, programme, c), c.every_force.sources)
        for c in cycles
        if c.every_force and c.id not in named and _lacks_first_look(record, own, c)
    ]
    return CoverageRow(
        force=force,
        force_name=record.force[force].name,
        programme=programme,
        programme_name=record.programme[programme].short_name if programme else NO_PROGRAMME,
        recorded=tuple(i.id for i in own),
        unrecorded=(*map(_missing, known), *rounds),
        looked_for=tuple(map(_missing, looked_for)),
        grades=_grades(record, own),
        facts=_facts(own, since),
    )


def _every_force_words(record: Record, programme: str | None, cycle: Cycle) -> str:
    """Why an inspection is known of. A cycle may have several rounds, and one of them is enough."""
    name = record.programme[programme].short_name if programme else NO_PROGRAMME
    return f"{name} {cycle.name}: every force was inspected at least once"


def _missing(gap: Gap) -> Missing:
    return Missing(gap.id, gap.cycle, gap.what, gap.sources)


def _was_known(record: Record, gap: Gap) -> bool:
    """Whether a source on a missing inspection was public on the day the record stands for."""
    day = record.known_on
    dates = (record.source[source].published for source in gap.sources)
    return day is None or any(date and date.latest <= day for date in dates)


def _lacks_first_look(record: Record, own: Iterable[Inspection], cycle: Cycle) -> bool:
    """Whether all forces were inspected in a round, and this one's first look is not recorded."""
    day, every = record.known_on, cycle.every_force
    if not every or (day and (not every.published or every.published.latest > day)):
        return False
    return not any(i.cycle == cycle.id and i.kind not in FOLLOW_UPS for i in own)


def _grades(record: Record, own: Iterable[Inspection]) -> tuple[Tally, ...]:
    """Grades and kinds of empty as entered, then questions of a round of which nothing is entered.

    Those that were perhaps asked in the round are among the last, as they are in the grid.
    """
    inspections = tuple(own)
    given = [(f"{i.id} > {grade.question}", grade) for i in inspections for grade in i.grades]
    together = [
        f"{i.id} > {question}"
        for i in inspections
        for shared in i.shared_grades
        for question in shared.questions
    ]
    return (
        Tally(
            "Graded",
            "A grade is recorded for the question.",
            tuple(id for id, g in given if _empty(g) is None),
        ),
        *(
            Tally(kind.label, kind.meaning, tuple(id for id, g in given if _empty(g) is kind))
            for kind in EmptyKind
            if kind is not EmptyKind.NOT_ENTERED
        ),
        Tally(
            "Graded together",
            "Grades are known only for several questions together.",
            tuple(together),
        ),
        Tally(
            EmptyKind.NOT_ENTERED.label,
            EmptyKind.NOT_ENTERED.meaning,
            (
                *(id for id, g in given if _empty(g) is EmptyKind.NOT_ENTERED),
                *_nothing_entered(record, inspections),
            ),
        ),
    )


def _empty(grade: Grade) -> EmptyKind | None:
    """The kind of empty; a judgement carried forward is one, though its word is known."""
    return EmptyKind.CARRIED_FORWARD if grade.carried_from else grade.empty


def _nothing_entered(record: Record, own: tuple[Inspection, ...]) -> Iterator[str]:
    latest = {i.cycle: i.id for i in own}
    answered = {(i.cycle, grade.question) for i in own for grade in i.grades}
    answered |= {(i.cycle, q) for i in own for shared in i.shared_grades for q in shared.questions}
    for cycle, inspection in latest.items():
        for question in record.questions:
            asked = cycle in (*question.cycles, *question.perhaps_asked)
            if asked and (cycle, question.id) not in answered:
                yield f"{inspection} > {question.id}"


def _facts(own: Iterable[Inspection], since: dt.date) -> tuple[Tally, ...]:
    inspections = tuple(own)
    findings = [finding for i in inspections for finding in i.findings]
    asked = [item for i in inspections for item in i.recommendations]
    unseen = tuple(u.id for i in inspections for u in i.unseen_recommendations)
    return (
        Tally(*FINDINGS, tuple(f.id for f in findings)),
        Tally(*UNMEASURED, tuple(f.id for f in findings if f.measure is None)),
        Tally(*UNPLACED, tuple(f.id for f in findings if f.place is None)),
        Tally(*ASKED, tuple(r.id for r in asked)),
        Tally(*ASKED_UNPLACED, tuple(r.id for r in asked if r.place is None)),
        Tally(*SILENT, tuple(r.id for r in asked if not r.statements)),
        Tally(*SILENT_SINCE, tuple(r.id for r in asked if not _spoken_of(r, since))),
        Tally(*UNSEEN, unseen),
    )


def _spoken_of(item: Recommendation, since: dt.date) -> bool:
    return any(said.date and said.date.latest >= since for said in item.statements)
