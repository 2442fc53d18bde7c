"""The register: everything asked for or promised, who said what since, and where it stands.

Every recommendation, area for improvement, cause of concern and public commitment of the record is
a row. Recommendations whose wording is not in the record are no rows; they are told beside it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from inspection.account import noted, speaker_words, speaking
from inspection.dates import PartialDate
from inspection.knowing import grade_published
from inspection.model import Inspection, NationalResponse, Recommendation, Record
from inspection.once import once_per_record
from inspection.parts import Commitment, Response, TimeLimit
from inspection.standing import (
    Reading,
    ReadingStep,
    Said,
    in_order,
    readings,
    voices_differ,
    went_back,
)
from inspection.theme_states import ThemeCell, theme_cell
from inspection.timeline import chronological, in_time, started, when_words
from inspection.vocabulary import (
    CommitmentKind,
    RecommendationKind,
    Scope,
    Standing,
    Voice,
    Word,
)

AGES = ((1, "Under 1 year"), (3, "1 to 3 years"), (5, "3 to 5 years"), (10, "5 to 10 years"))
OLDEST = "Over 10 years"


class ItemKind(Word):
    """What a row of the register is, the gravest first."""

    CAUSE_OF_CONCERN = (
        RecommendationKind.CAUSE_OF_CONCERN.value,
        RecommendationKind.CAUSE_OF_CONCERN.label,
        RecommendationKind.CAUSE_OF_CONCERN.meaning,
    )
    RECOMMENDATION = (
        RecommendationKind.RECOMMENDATION.value,
        RecommendationKind.RECOMMENDATION.label,
        RecommendationKind.RECOMMENDATION.meaning,
    )
    AREA_FOR_IMPROVEMENT = (
        RecommendationKind.AREA_FOR_IMPROVEMENT.value,
        RecommendationKind.AREA_FOR_IMPROVEMENT.label,
        RecommendationKind.AREA_FOR_IMPROVEMENT.meaning,
    )
    COMMITMENT = "commitment", "Public commitment", "Something somebody promised in public."


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One thing asked for or promised.

    `asked` is the day it was published or promised, None where that is not known. `due` is its time
    limit as a date, None where none follows; `limit` is the limit as stated. `voice` is that of
    whoever asked or promised. `said` is everything
    said on it or on its theme since, in the order of the dates. `next_look` is the next inspection
    under the same programme, begun after the one that asked or after the promise, known to have
    looked at the theme: told, never taken for an answer.
    """

    id: str
    kind: ItemKind
    force: str
    force_name: str
    inspection: str | None
    inspection_title: str
    theme: str | None
    theme_name: str
    about: str
    asked_by: str
    voice: Voice
    asked: PartialDate | None
    limit: str
    due: PartialDate | None
    summary: str
    said: tuple[Said, ...]
    steps: tuple[ReadingStep, ...]
    next_look: ThemeCell | None
    sources: tuple[str, ...]

    @property
    def reading(self) -> Reading:
        """Where it stands, by the written rule in `standing`."""
        return self.steps[-1].reading

    @property
    def is_open(self) -> bool:
        """Whether the inspectorate is not known to have called it done."""
        return self.reading is not Reading.ADDRESSED

    @property
    def went_back(self) -> bool:
        """Whether a voice took its own word back: better or done once, and later not."""
        return went_back(self.steps)

    @property
    def voices_differ(self) -> bool:
        """Whether the inspectorate says that it is not done and somebody else that it is."""
        return voices_differ(self.said)

    def by_voice(self, voice: Voice) -> tuple[Said, ...]:
        """What one voice has said on it, oldest first."""
        return tuple(entry for entry in self.said if entry.voice is voice)

    def due_passed(self, day: dt.date) -> bool:
        """Whether its time limit was certainly over on `day`."""
        return self.due is not None and self.due.latest < day

    def age(self, day: dt.date) -> str:
        """How long ago it was asked or promised on `day`, as a band of years."""
        if self.asked is None:
            return "Date not known"
        asked = self.asked.latest
        years = day.year - asked.year - ((day.month, day.day) < (asked.month, asked.day))
        return next((name for limit, name in AGES if years < limit), OLDEST)

    def changed_since(self, day: dt.date, until: dt.date) -> bool:
        """Whether it was asked, spoken of or fell due after `day` and by `until`."""
        dates = [self.asked, self.due, *(entry.date for entry in self.said)]
        return any(date and date.latest > day and date.earliest <= until for date in dates)


@once_per_record
def register(record: Record, forces: Collection[str] | None = None) -> tuple[RegisterRow, ...]:
    """Everything asked for or promised, causes of concern first, then the oldest first."""
    rows: list[RegisterRow] = []
    looks = _Looks(record, [force for force in record.force if not forces or force in forces])
    for inspection in record.inspections:
        if forces and inspection.force not in forces:
            continue
        rows += [_asked(looks, inspection, item) for item in inspection.recommendations]
        for response in inspection.responses:
            rows += _promised(looks, response, inspection)
    for answer in record.national_responses:
        if not forces or answer.force in forces:
            rows += _promised(looks, answer, None)
    kinds = list(ItemKind)
    return tuple(
        sorted(rows, key=lambda row: (kinds.index(row.kind), asked_day(row.asked), row.id))
    )


class _Looks:
    """The inspections of each force and programme in order, to find the next look at a theme."""

    def __init__(self, record: Record, forces: Collection[str]) -> None:
        self.record = record
        self.in_order: dict[tuple[str, str], list[Inspection]] = {}
        for force in forces:
            for inspection in chronological(record.inspections_of[force]):
                self.in_order.setdefault((force, inspection.programme), []).append(inspection)

    def after(
        self, inspection: Inspection, theme: str, promised: dt.date | None = None
    ) -> ThemeCell | None:
        """The next inspection of its programme known to have looked; certainly after a promise."""
        group = self.in_order[inspection.force, inspection.programme]
        later = (
            i
            for i in group
            if in_time(i) > in_time(inspection) and (promised is None or started(i) > promised)
        )
        cells = (theme_cell(self.record, i, theme) for i in later)
        return next((cell for cell in cells if cell.looked), None)


def asked_day(date: PartialDate | None) -> dt.date:
    """The day by which items are put in order; those without a date come last."""
    return date.latest if date else dt.date.max


def _asked(looks: _Looks, inspection: Inspection, item: Recommendation) -> RegisterRow:
    said = [
        Said(s.id, s.voice, s.speaker, s.date, s.says, True, noted(s.summary, s.note), s.sources)
        for s in item.statements
    ]
    said += _on_theme(inspection, item.theme)
    return _row(
        looks, item.id, ItemKind(item.kind.value), inspection.force, inspection, item.theme,
        about="" if item.scope is Scope.FORCE else item.scope.label,
        asked_by=inspection.inspectorate,
        voice=Voice.INSPECTORATE,
        asked=grade_published(inspection, item),
        limit=item.time_limit,
        summary=item.summary,
        said=said,
        sources=item.sources,
    )  # fmt: skip


def _on_theme(inspection: Inspection, theme: str) -> Iterator[Said]:
    """What was said on a theme in answer to the report, though not on one item by name."""
    for answer in inspection.responses:
        who = speaker_words(answer.role, answer.name, answer.organisation)
        if theme in answer.themes:
            yield Said(
                answer.id, answer.voice, who, answer.date, None, False, answer.summary,
                answer.sources,
            )  # fmt: skip
        for promise in answer.commitments:
            if promise.theme == theme:
                yield Said(
                    promise.id, answer.voice, who, answer.date, None, False,
                    f"Promised: {promise.summary}", promise.sources,
                )  # fmt: skip
                for outcome in _outcomes(promise):
                    yield replace(outcome, says=None, is_on_item=False)
    for s in inspection.statements:
        if s.theme == theme:
            yield Said(s.id, s.voice, s.speaker, s.date, None, False, s.summary, s.sources)


def _promised(
    looks: _Looks, response: Response, inspection: Inspection | None
) -> Iterator[RegisterRow]:
    if inspection is None:
        assert isinstance(response, NationalResponse)
        force = response.force
    else:
        force = inspection.force
    for promise in response.commitments:
        yield _row(
            looks, promise.id, ItemKind.COMMITMENT, force, inspection, promise.theme,
            about="",
            asked_by=speaker_words(response.role, response.name, response.organisation),
            voice=response.voice,
            asked=response.date,
            limit=promise.time_limit,
            summary=promise.summary,
            said=[*_outcomes(promise), *_return(looks.record, promise)],
            sources=promise.sources,
        )  # fmt: skip


def _return(record: Record, promise: Commitment) -> Iterator[Said]:
    """The return itself, where a return was promised: it rests on the inspection that it was."""
    back = record.inspection.get(promise.kept_by or "")
    if promise.kind is CommitmentKind.REVISIT and back:
        yield Said(
            f"{promise.id}-return", Voice.INSPECTORATE, back.inspectorate, back.published,
            Standing.ADDRESSED, True, f"The return took place: {when_words(back)}.", back.sources[:1],
        )  # fmt: skip


def _outcomes(promise: Commitment) -> list[Said]:
    """What later sources say of a promise."""
    return [
        Said(
            f"{promise.id}-{n}", outcome.voice, speaking(outcome.voice), outcome.date,
            outcome.says, True, noted(outcome.summary, outcome.note), outcome.sources,
        )
        for n, outcome in enumerate(promise.outcomes, start=1)
    ]  # fmt: skip


def _row(
    looks: _Looks,
    id: str,
    kind: ItemKind,
    force: str,
    inspection: Inspection | None,
    theme: str | None,
    *,
    about: str,
    asked_by: str,
    voice: Voice,
    asked: PartialDate | None,
    limit: TimeLimit | None,
    summary: str,
    said: Iterable[Said],
    sources: tuple[str, ...],
) -> RegisterRow:
    record = looks.record
    since = [e for e in said if not (e.date and asked and e.date.latest < asked.earliest)]
    ordered = in_order(since)
    after = None
    if inspection is not None and theme is not None:
        if kind is not ItemKind.COMMITMENT:
            after = looks.after(inspection, theme)
        elif asked:
            after = looks.after(inspection, theme, asked.latest)
    return RegisterRow(
        id=id,
        kind=kind,
        force=force,
        force_name=record.force[force].name,
        inspection=inspection.id if inspection else None,
        inspection_title=inspection.title if inspection else "A report on all forces",
        theme=theme,
        theme_name=record.theme[theme].name if theme else "The whole, no one theme",
        about=about,
        asked_by=asked_by,
        voice=voice,
        asked=asked,
        limit=limit.words if limit else "none stated",
        due=limit.by if limit else None,
        summary=summary,
        said=ordered,
        steps=readings(ordered),
        next_look=after,
        sources=tuple(dict.fromkeys([*sources, *(s for entry in ordered for s in entry.sources)])),
    )
