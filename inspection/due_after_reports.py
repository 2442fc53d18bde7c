"""What is or was due after the reports of a record, by the rules in `clocks`.

Requests whose wording is not in the record are left out, as they are from the register.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator

from inspection.account import date_or_unknown, speaker_words
from inspection.clocks import IN_FORCE, ClockKind, ClockRow, ClockState, last_lawful_day, none_found
from inspection.dates import PartialDate, date_words, span_words
from inspection.measures import plural
from inspection.model import Inspection, Record
from inspection.once import once_per_record
from inspection.parts import Response
from inspection.vocabulary import CommitmentKind, InspectionKind, ReplyKind, Voice

NO_CLOCK = frozenset({ClockState.NO_TIME_LIMIT, ClockState.NOT_KNOWN, ClockState.DAY_NOT_KNOWN})
NOT_ON_ONE_FORCE = frozenset({InspectionKind.JOINT, InspectionKind.THEMATIC})


@once_per_record
def due_after_reports(
    record: Record, forces: Collection[str] | None = None
) -> tuple[ClockRow, ...]:
    """Everything that is or was due after a report, oldest report first; None means all forces."""
    rows: list[ClockRow] = []
    for inspection in sorted(record.inspections, key=lambda i: (i.published.latest, i.id)):
        if not forces or inspection.force in forces:
            rows += _replies(record, inspection)
            rows += _action_plans(record, inspection)
            rows += _written_replies(record, inspection)
            rows += _revisits(record, inspection)
    return tuple(rows)


def _replies(record: Record, inspection: Inspection) -> Iterator[ClockRow]:
    parts = [(r.id, r.title, r.published) for r in inspection.reports if not r.recorded_as]
    if not inspection.reports:
        parts = [("", inspection.title, inspection.published)]
    for report, title, published in parts:
        found = sorted(
            (r for r in inspection.responses if _answers(r, report, published)),
            key=lambda r: r.reply is not ReplyKind.FORMAL,
        )
        state = _reply_state(inspection, published, found)
        earliest, latest = (last_lawful_day(d) for d in (published.earliest, published.latest))
        limited = earliest is not None and state not in NO_CLOCK
        yield _row(
            record, inspection, ClockKind.REPLY,
            subject=f"{inspection.id}-{report}" if report else inspection.id,
            began=published,
            title=title,
            due=_between(earliest, latest) if limited else state.label.lower(),
            days=(earliest, latest) if limited else (None, None),
            state=state,
            known=" ".join(_reply_told(r) for r in found) or _nothing(record, state, published),
            sources=[s for r in found for s in r.sources],
        )  # fmt: skip


def _answers(response: Response, report: str, published: PartialDate) -> bool:
    """Whether a response is a reply to a report: to it by name, or to the whole and not before it."""
    if not response.reply or response.voice is not Voice.GOVERNING_BODY:
        return False
    if response.report is not None:
        return response.report == report
    return response.date is None or response.date.latest >= published.earliest


def _reply_state(
    inspection: Inspection, published: PartialDate, found: Collection[Response]
) -> ClockState:
    if published.latest < IN_FORCE:
        return ClockState.NO_TIME_LIMIT
    if published.earliest < IN_FORCE:
        return ClockState.DAY_NOT_KNOWN
    if inspection.kind in NOT_ON_ONE_FORCE:
        return ClockState.NOT_KNOWN
    kinds = {response.reply for response in found}
    if ReplyKind.FORMAL in kinds:
        return ClockState.FOUND
    return ClockState.STATEMENT if kinds else ClockState.NONE_FOUND


def _nothing(record: Record, state: ClockState, published: PartialDate) -> str:
    nothing = none_found(record, published)
    if state in NO_CLOCK and state is not ClockState.NO_TIME_LIMIT:
        return f"{nothing} {state.meaning}"
    return nothing


def _reply_told(response: Response) -> str:
    kind = response.reply.label if response.reply else ""
    who = speaker_words(response.role, response.name, response.organisation)
    on = f"published {response.date.words}" if response.date else "date not known"
    return f"{kind} of the {who}, {on}."


def _action_plans(record: Record, inspection: Inspection) -> Iterator[ClockRow]:
    weeks = record.cycle[inspection.cycle].action_plan_weeks
    if not weeks or inspection.kind is not InspectionKind.INSPECTION:
        return
    told = [
        outcome
        for response in inspection.responses
        for promise in response.commitments
        if promise.kind is CommitmentKind.ACTION_PLAN
        for outcome in promise.outcomes
    ]
    period = dt.timedelta(weeks=weeks)
    published = inspection.published
    days = (published.earliest + period, published.latest + period)
    yield _row(
        record, inspection, ClockKind.ACTION_PLAN,
        subject=inspection.id,
        began=published,
        title=inspection.title,
        due=f"about {_between(*days)}",
        days=days,
        state=ClockState.FOUND if told else ClockState.NONE_FOUND,
        known=" ".join(o.summary for o in told) or none_found(record, published),
        sources=[s for o in told for s in o.sources],
    )  # fmt: skip


def _written_replies(record: Record, inspection: Inspection) -> Iterator[ClockRow]:
    """What was asked for by a date: requests with the same limit are one row."""
    limits = {r.time_limit: None for r in inspection.recommendations if r.time_limit}
    for limit in limits:
        if limit.by is None:
            continue
        asked = [r for r in inspection.recommendations if r.time_limit == limit]
        told = [s for r in asked for s in r.statements if s.voice is not Voice.INSPECTORATE]
        yield _row(
            record, inspection, ClockKind.WRITTEN_REPLY,
            subject=asked[0].id,
            began=inspection.published,
            title=f"{inspection.title}: {plural(len(asked), 'request')}, {limit.words}",
            due=limit.by.words,
            days=(limit.by.earliest, limit.by.latest),
            state=ClockState.FOUND if told else ClockState.NONE_FOUND,
            known=" ".join(f"{s.speaker}, {date_or_unknown(s.date)}." for s in told)
            or none_found(record, inspection.published),
            sources=[s for r in asked for s in r.sources],
        )  # fmt: skip


def _revisits(record: Record, inspection: Inspection) -> Iterator[ClockRow]:
    for response in inspection.responses:
        for promise in response.commitments:
            if promise.kind is not CommitmentKind.REVISIT:
                continue
            by = promise.time_limit.by if promise.time_limit else None
            back = record.inspection.get(promise.kept_by or "")
            known = none_found(record, response.date)
            if back:
                field = span_words(back.fieldwork.start, back.fieldwork.end)
                went = f"fieldwork {field}, " if field else ""
                known = f"{back.title}: {went}published {back.published.words}."
            yield _row(
                record, inspection, ClockKind.REVISIT,
                subject=promise.id,
                began=response.date,
                title=promise.summary,
                due=by.words if by else "no date given",
                days=(by.earliest, by.latest) if by else (None, None),
                state=ClockState.FOUND if back else ClockState.NONE_FOUND,
                known=known,
                sources=[*promise.sources, *(back.sources if back else ())],
            )  # fmt: skip


def _between(first: dt.date | None, last: dt.date | None) -> str:
    """A day in words, or the two days between which it lies."""
    if first is None or last is None:
        return ""
    if first == last:
        return date_words(first)
    return f"between {date_words(first)} and {date_words(last)}"


def _row(
    record: Record,
    inspection: Inspection,
    kind: ClockKind,
    *,
    subject: str,
    began: PartialDate | None,
    title: str,
    due: str,
    days: tuple[dt.date | None, dt.date | None],
    state: ClockState,
    known: str,
    sources: Iterable[str],
) -> ClockRow:
    return ClockRow(
        id=f"{subject}-{kind}",
        kind=kind,
        force=inspection.force,
        force_name=record.force[inspection.force].name,
        inspection=inspection.id,
        title=title,
        began=began,
        begins=date_or_unknown(began),
        due=due,
        due_from=days[0],
        due_to=days[1],
        state=state,
        known=known,
        sources=tuple(dict.fromkeys(sources)) or inspection.sources[:1],
    )
