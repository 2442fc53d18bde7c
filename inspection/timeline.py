"""A force's inspections in time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from inspection.dates import MONTHS, PartialDate, span_words
from inspection.knowing import first_published
from inspection.measures import in_sentence, plural
from inspection.model import ContextEvent, Inspection, Record
from inspection.once import once_per_record
from inspection.vocabulary import InspectionKind

MOST_TOLD_ONE_BY_ONE = 12
"""With more inspections than this a description tells of lanes instead of each of them."""


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One inspection as it stands in time.

    `fieldwork_from` and `fieldwork_to` are the outermost days of the fieldwork, both None where it
    is not known; `published_from` and `published_to` likewise for the day of publication, which is
    exact only where the two are the same day. `lane_place` is the place of the programme in the
    vocabulary, by which lanes are put in order.
    """

    inspection: str
    force: str
    force_name: str
    title: str
    programme: str
    lane: str
    lane_place: int
    kind: InspectionKind
    when: str
    fieldwork: str
    fieldwork_from: dt.date | None
    fieldwork_to: dt.date | None
    fieldwork_is_exact: bool
    published: str
    published_from: dt.date
    published_to: dt.date
    linked_to: str | None
    link: str
    judgement: str

    @property
    def published_is_exact(self) -> bool:
        """True where the day of publication is known."""
        return self.published_from == self.published_to


@dataclass(frozen=True, slots=True)
class ContextRow:
    """An event outside the inspections, for the reader of a timeline."""

    event: str
    on: str
    day_from: dt.date
    day_to: dt.date
    forces: tuple[str, ...]
    title: str
    summary: str
    sources: tuple[str, ...]


def began(inspection: Inspection) -> PartialDate:
    """When an inspection began, as closely as known: fieldwork, or else first publication."""
    return inspection.fieldwork.start or inspection.fieldwork.end or first_published(inspection)


def started(inspection: Inspection) -> dt.date:
    """The first day on which an inspection can have begun."""
    return began(inspection).earliest


def in_time(inspection: Inspection) -> dt.date:
    """The day by which an inspection is put in order: the last on which it can have begun.

    Never later than its first publication. Why the last: of fieldwork known only to have ended in
    2014, the first of January would put it before a report that came out in March.
    """
    return min(began(inspection).latest, first_published(inspection).latest)


def chronological(inspections: Iterable[Inspection]) -> list[Inspection]:
    """Inspections in the order of time; of those that began on one day the first published first."""
    return sorted(inspections, key=lambda i: (in_time(i), first_published(i).earliest, i.id))


def when_words(inspection: Inspection) -> str:
    """When an inspection was, in a few words: fieldwork, or else `published` and the date."""
    fieldwork = inspection.fieldwork
    words = span_words(fieldwork.start, fieldwork.end)
    if words is None or (fieldwork.start is None) != (fieldwork.end is None):
        return f"published {inspection.published.words}"
    return words


def short_when(inspection: Inspection) -> str:
    """The month or year by which an inspection is put in order, for narrow places: `Jan 2019`."""
    start = began(inspection)
    return f"{MONTHS[start.month - 1][:3]} {start.year}" if start.month else str(start.year)


@once_per_record
def timeline(
    record: Record,
    forces: Collection[str] | None = None,
    programmes: Collection[str] | None = None,
    kinds: Collection[str] | None = None,
    years: tuple[int, int] | None = None,
) -> tuple[TimelineRow, ...]:
    """The inspections chosen, oldest first; None or an empty choice means all.

    `years` are the first and last calendar year, both included: an inspection belongs to every
    year from the start of its fieldwork to its publication.
    """
    chosen = (
        inspection
        for inspection in record.inspections
        if (not forces or inspection.force in forces)
        and (not programmes or inspection.programme in programmes)
        and (not kinds or inspection.kind in kinds)
        and (years is None or _touches(inspection, years))
    )
    return tuple(timeline_row(record, inspection) for inspection in chronological(chosen))


def timeline_row(record: Record, inspection: Inspection) -> TimelineRow:
    """One inspection as a row of the timeline."""
    fieldwork = inspection.fieldwork
    ends = (fieldwork.start, fieldwork.end)
    both = fieldwork.start is not None and fieldwork.end is not None
    known = [end for end in ends if end]
    published = inspection.published
    return TimelineRow(
        inspection=inspection.id,
        force=inspection.force,
        force_name=record.force[inspection.force].name,
        title=inspection.title,
        programme=inspection.programme,
        lane=record.programme[inspection.programme].short_name,
        lane_place=list(record.programme).index(inspection.programme),
        kind=inspection.kind,
        when=when_words(inspection),
        fieldwork=span_words(*ends) or "not known",
        fieldwork_from=min(d.earliest for d in known) if known else None,
        fieldwork_to=max(d.latest for d in known) if known else None,
        fieldwork_is_exact=both and all(end.precision == "day" for end in known),
        published=published.words,
        published_from=published.earliest,
        published_to=published.latest,
        linked_to=inspection.follows or inspection.continues,
        link="follows" if inspection.follows else "continues" if inspection.continues else "",
        judgement=inspection.judgement,
    )


@once_per_record
def years_covered(record: Record) -> tuple[int, int]:
    """The first and last calendar year that any inspection of the record touches.

    For a record without inspections, the year of its release twice.
    """
    released = record.release.released_on.year
    spans = [_years(inspection) for inspection in record.inspections] or [(released, released)]
    return min(first for first, _ in spans), max(last for _, last in spans)


@once_per_record
def context(record: Record, forces: Collection[str] | None = None) -> tuple[ContextRow, ...]:
    """Events outside the inspections, oldest first, for the forces chosen."""
    events = [e for e in record.context_events if not forces or set(forces) & set(e.forces)]
    return tuple(_context_row(e) for e in sorted(events, key=lambda e: (e.date.earliest, e.id)))


@once_per_record
def lineage(record: Record, inspection: str) -> tuple[Inspection, ...]:
    """The chain of inspections that one belongs to, oldest first: what led to it, what came of it.

    Chains run along follow-ups and along histories that go on under a new method.
    """
    links = {i.id: i.follows or i.continues for i in record.inspections}
    found = {inspection}
    grew = True
    while grew:
        more = {i for i, before in links.items() if before in found and i not in found}
        more |= {before for i, before in links.items() if i in found and before} - found
        found |= more
        grew = bool(more)
    return tuple(chronological(record.inspection[i] for i in found))


def _context_row(event: ContextEvent) -> ContextRow:
    until = event.until or event.date
    return ContextRow(
        event=event.id,
        on=span_words(event.date, until) or "",
        day_from=event.date.earliest,
        day_to=until.latest,
        forces=event.forces,
        title=event.title,
        summary=event.summary,
        sources=event.sources,
    )


def _years(inspection: Inspection) -> tuple[int, int]:
    dates: list[PartialDate] = [
        date
        for date in (
            inspection.fieldwork.start,
            inspection.fieldwork.end,
            first_published(inspection),
            inspection.published,
        )
        if date
    ]
    return min(date.year for date in dates), max(date.year for date in dates)


def _touches(inspection: Inspection, years: tuple[int, int]) -> bool:
    first, last = _years(inspection)
    return first <= years[1] and last >= years[0]


def short_date(row: TimelineRow) -> str:
    """When it was published, for a narrow place: `26 Jul 2018`, `Aug 2014`, `2014`."""
    first, last = row.published_from, row.published_to
    month = MONTHS[first.month - 1][:3]
    if first == last:
        return f"{first.day} {month} {first.year}"
    return f"{month} {first.year}" if first.month == last.month else str(first.year)


def timeline_words(rows: Sequence[TimelineRow]) -> str:
    """What a timeline shows, for those who cannot see it: each inspection, or of many each lane."""
    lanes: dict[str, list[TimelineRow]] = {}
    for row in sorted(rows, key=lambda row: (row.lane_place, row.force_name, row.published_from)):
        lanes.setdefault(f"{row.lane}, {row.force_name}", []).append(row)
    many = len(rows) > MOST_TOLD_ONE_BY_ONE
    told = (f"{lane}: {_lane_words(own, many)}" for lane, own in lanes.items())
    return f"Timeline of {plural(len(rows), 'inspection')}. {'. '.join(told)}."


def _lane_words(rows: Sequence[TimelineRow], many: bool) -> str:
    if many and len(rows) > 1:
        return f"{len(rows)}, published from {rows[0].published} to {rows[-1].published}"
    return "; ".join(f"{in_sentence(row.kind.label)} published {row.published}" for row in rows)
