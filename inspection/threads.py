"""The evidence thread of a theme: what was found, asked and answered, and what the next look found.

A thread is read in the order of the inspections. Whatever stands in it has its source; nothing is
read into it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from inspection.account import date_or_unknown, noted, speaker_words, speaking
from inspection.dates import PartialDate
from inspection.measures import measure_words
from inspection.model import Inspection, Record
from inspection.once import once_per_record
from inspection.standing import in_order
from inspection.theme_states import ThemeCell, theme_cell
from inspection.timeline import chronological, when_words
from inspection.vocabulary import Scope, Voice


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One finding or recommendation behind a cell.

    `measure` is its number in words, for a recommendation its time limit; `about` says whom it is
    about and who told it, empty where it is the force and the inspectorate.
    """

    id: str
    force: str
    theme: str
    inspection: str
    inspection_title: str
    when: str
    is_asked: bool
    kind: str
    summary: str
    measure: str | None
    about: str
    note: str | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SaidRow:
    """Something said on the theme in answer or since, by one voice on a day."""

    id: str
    inspection: str
    voice: Voice
    speaker: str
    on: str
    date: PartialDate | None
    what: str
    summary: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThreadStep:
    """One inspection in the thread of a theme.

    `unseen` are recommendations known to have been made, perhaps on this theme, whose wording is
    not in the record. `general_answers` counts the answers to the report as a whole that speak of
    no theme by name. `next_look` is the next inspection, begun later, known to have looked at it.
    """

    cell: ThemeCell
    programme: str
    inspectorate: str
    published: PartialDate
    evidence: tuple[EvidenceRow, ...]
    said: tuple[SaidRow, ...]
    unseen: tuple[str, ...]
    general_answers: int
    next_look: ThemeCell | None


@once_per_record
def thread(
    record: Record, force: str, theme: str, programmes: Collection[str] | None = None
) -> tuple[ThreadStep, ...]:
    """The thread of a theme of one force over the inspections chosen, oldest first.

    It has a step for every inspection, also for those that did not look at the theme; `programmes`
    narrows the inspections, None or empty meaning all.
    """
    chosen = _ordered(
        i
        for i in record.inspections
        if i.force == force and (not programmes or i.programme in programmes)
    )
    cells = [theme_cell(record, inspection, theme) for inspection in chosen]
    return tuple(
        ThreadStep(
            cell=cell,
            programme=record.programme[inspection.programme].short_name,
            inspectorate=inspection.inspectorate,
            published=inspection.published,
            evidence=tuple(_evidence_of(inspection, theme)),
            said=_said(inspection, theme),
            unseen=tuple(
                u.summary
                for u in inspection.unseen_recommendations
                if cell.looked and u.theme in (theme, None)
            ),
            general_answers=sum(not r.themes for r in inspection.responses),
            next_look=next(
                (c for c in cells[place:] if c.looked and c.in_time > cell.in_time),
                None,
            ),
        )
        for place, (inspection, cell) in enumerate(zip(chosen, cells, strict=True), start=1)
    )


def last_word(steps: Sequence[ThreadStep]) -> SaidRow | None:
    """The latest thing said on the theme by whichever voice, the latest look among them.

    A look counts on the day its report was published. None where nobody is known to have said
    anything with a date.
    """
    said = [row for step in steps for row in step.said if row.date]
    said += [_look_row(step) for step in steps if step.cell.looked]
    ordered = in_order(said)
    return ordered[-1] if ordered else None


def _look_row(step: ThreadStep) -> SaidRow:
    cell = step.cell
    return SaidRow(
        cell.inspection, cell.inspection, Voice.INSPECTORATE, step.inspectorate,
        step.published.words, step.published, "Look", f"{cell.when}: {cell.state.label.lower()}.",
        cell.sources,
    )  # fmt: skip


def evidence(
    record: Record, theme: str, forces: Collection[str] | None = None, inspection: str | None = None
) -> tuple[EvidenceRow, ...]:
    """The findings and recommendations under a theme, oldest inspection first."""
    return tuple(
        row
        for item in _ordered(record.inspections)
        if (not forces or item.force in forces) and (not inspection or item.id == inspection)
        for row in _evidence_of(item, theme)
    )


def _ordered(inspections: Iterable[Inspection]) -> list[Inspection]:
    return chronological(inspections)


def _evidence_of(inspection: Inspection, theme: str) -> list[EvidenceRow]:
    common = {
        "force": inspection.force,
        "theme": theme,
        "inspection": inspection.id,
        "inspection_title": inspection.title,
        "when": when_words(inspection),
    }
    findings = [
        EvidenceRow(
            id=finding.id,
            is_asked=False,
            kind=finding.kind.label,
            summary=finding.summary,
            measure=measure_words(finding.measure),
            about=_about(finding.scope, finding.told_by),
            note=finding.note,
            sources=finding.sources,
            **common,
        )
        for finding in inspection.findings
        if finding.theme == theme
    ]
    asked = [
        EvidenceRow(
            id=item.id,
            is_asked=True,
            kind=item.kind.label,
            summary=item.summary,
            measure=item.time_limit.words if item.time_limit else None,
            about=_about(item.scope, Voice.INSPECTORATE),
            note=item.note,
            sources=item.sources,
            **common,
        )
        for item in inspection.recommendations
        if item.theme == theme
    ]
    return findings + asked


def _said(inspection: Inspection, theme: str) -> tuple[SaidRow, ...]:
    """Answers, promises and later statements on a theme, in the order of their dates."""
    rows = [
        SaidRow(
            s.id, inspection.id, s.voice, s.speaker, date_or_unknown(s.date), s.date,
            "Since", noted(s.summary, s.note), s.sources,
        )
        for statements in (
            [s for s in inspection.statements if s.theme == theme],
            *(r.statements for r in inspection.recommendations if r.theme == theme),
        )
        for s in statements
    ]  # fmt: skip
    for answer in inspection.responses:
        who = speaker_words(answer.role, answer.name, answer.organisation)
        on = date_or_unknown(answer.date)
        common = (answer.voice, who, on, answer.date)
        if theme in answer.themes:
            rows.append(
                SaidRow(answer.id, inspection.id, *common, "Answer", answer.summary, answer.sources)
            )
        for c in answer.commitments:
            if c.theme == theme:
                rows.append(SaidRow(c.id, inspection.id, *common, "Promise", c.summary, c.sources))
                rows += [
                    SaidRow(
                        f"{c.id}-{n}", inspection.id, o.voice, speaking(o.voice),
                        date_or_unknown(o.date), o.date, "What became of it",
                        noted(o.summary, o.note), o.sources,
                    )
                    for n, o in enumerate(c.outcomes, start=1)
                ]  # fmt: skip
    return in_order(rows)


def _about(scope: Scope, told_by: Voice) -> str:
    about = "" if scope is Scope.FORCE else f"About {scope.label.lower()}, not the force alone."
    teller = "" if told_by is Voice.INSPECTORATE else f"As told by the {told_by.label.lower()}."
    return " ".join(text for text in (about, teller) if text)
