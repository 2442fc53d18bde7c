"""What keeps coming back, told with its denominator.

An inspection *looked at* a theme when its programme set out to, when it says so itself, or when it
recorded or graded something under the theme; never because it is silent. *Raised* means that a
concern, recommendation, area for improvement or cause of concern about the force itself stands
under the theme. Findings about partners, regional units or forces in general are shown in the
evidence but raise nothing. Several findings under one theme count once for an inspection.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from inspection.measures import count_name, in_sentence, joined, measure_words, plural
from inspection.model import Inspection, Record
from inspection.timeline import short_when, started, when_words
from inspection.vocabulary import FindingKind, Scope, ThemeFamily, Voice, Word


class ThemeState(Word):
    """What one inspection says on one theme."""

    RAISED = "raised", "Raised", "Inspectors raised a concern about the force or asked for change."
    BOTH = (
        "both",
        "Raised, with praise",
        "Raised as a concern, and progress or a strength recorded as well.",
    )
    PROGRESS = "progress", "Progress", "Inspectors said something was better; no concern recorded."
    STRENGTH = "strength", "Strength", "Inspectors praised the work; no concern recorded."
    NOTHING = (
        "nothing-recorded",
        "Looked at, nothing recorded",
        "The inspection looked at it; we have recorded nothing about the force.",
    )
    NOT_LOOKED_AT = "not-looked-at", "Not looked at", "Outside what the inspection looked at."
    NOT_KNOWN = "not-known", "Not known", "We do not know whether the inspection looked at it."


RAISED_STATES = frozenset({ThemeState.RAISED, ThemeState.BOTH})
UNSEEN_STATES = frozenset({ThemeState.NOT_LOOKED_AT, ThemeState.NOT_KNOWN})


@dataclass(frozen=True, slots=True)
class ThemeCell:
    """One theme in one inspection of one force."""

    force: str
    theme: str
    inspection: str
    when: str
    short_when: str
    year: int
    state: ThemeState
    is_narrow: bool


@dataclass(frozen=True, slots=True)
class RecurrenceRow:
    """One theme of one force over its inspections, oldest first."""

    force: str
    theme: str
    theme_name: str
    theme_about: str
    cells: tuple[ThemeCell, ...]
    raised: int
    looked_at: int
    not_known: int
    first_raised: str | None
    last_raised: str | None
    sentence: str


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One finding or recommendation behind a cell, in the order of the inspections."""

    id: str
    force: str
    theme: str
    inspection: str
    inspection_title: str
    when: str
    kind: str
    summary: str
    measure: str | None
    about: str
    note: str | None
    sources: tuple[str, ...]


def recurrence(
    record: Record,
    force: str,
    programmes: Collection[str] | None = None,
    family: ThemeFamily | None = None,
) -> tuple[RecurrenceRow, ...]:
    """Every theme that at least one chosen inspection looked at or may have, most raised first.

    `programmes` narrows the inspections, None or empty meaning all; `family` narrows the themes to
    child protection or all policing, themes of both always among them.
    """
    inspections = _inspections(record, force, programmes)
    themes = [t for t in record.themes if family is None or t.family in (family, ThemeFamily.BOTH)]
    rows = [_row(record, force, theme.id, inspections) for theme in themes]
    order = {theme.id: place for place, theme in enumerate(record.themes)}
    kept = [row for row in rows if row.looked_at or row.not_known]
    return tuple(sorted(kept, key=lambda row: (-row.raised, -row.looked_at, order[row.theme])))


def most_raised_words(rows: Sequence[RecurrenceRow]) -> str:
    """Which themes come back most often, every one of them where several are even."""
    most = max((row.raised for row in rows), default=0)
    top = [row for row in rows if row.raised == most]
    if most < 2:
        return "no theme was raised in more than one inspection."
    names = joined(in_sentence(row.theme_name) for row in top)
    if len(top) == 1:
        return f"{names} comes back most often. {top[0].sentence}"
    return f"{names} come back most often, each raised in {count_name(most)} inspections."


def theme_state(record: Record, inspection: Inspection, theme: str) -> ThemeState:
    """What an inspection says on a theme."""
    findings = [f for f in inspection.findings if f.theme == theme]
    asked = [r for r in inspection.recommendations if r.theme == theme]
    own = {f.kind for f in findings if f.scope is Scope.FORCE}
    raised = bool({FindingKind.CONCERN, FindingKind.MIXED} & own) or any(
        r.scope is Scope.FORCE for r in asked
    )
    praised = bool({FindingKind.PROGRESS, FindingKind.STRENGTH, FindingKind.MIXED} & own)
    if raised:
        return ThemeState.BOTH if praised else ThemeState.RAISED
    if praised:
        return ThemeState.PROGRESS if FindingKind.PROGRESS in own else ThemeState.STRENGTH
    graded = any(
        grade.value and not grade.carried_from and record.question[grade.question].theme == theme
        for grade in inspection.grades
    )
    cycle = record.cycle[inspection.cycle]
    looked = cycle.looks_at if inspection.looked_at is None else inspection.looked_at
    maybe = (
        cycle.may_look_at
        if inspection.may_have_looked_at is None
        else inspection.may_have_looked_at
    )
    if findings or asked or graded or theme in looked:
        return ThemeState.NOTHING
    return ThemeState.NOT_KNOWN if theme in maybe else ThemeState.NOT_LOOKED_AT


def evidence(
    record: Record, theme: str, forces: Collection[str] | None = None, inspection: str | None = None
) -> tuple[EvidenceRow, ...]:
    """The findings and recommendations under a theme, oldest inspection first."""
    rows: list[EvidenceRow] = []
    chosen = sorted(record.inspections, key=lambda i: (started(i), i.id))
    for item in chosen:
        if (forces and item.force not in forces) or (inspection and item.id != inspection):
            continue
        rows.extend(_evidence_of(item, theme))
    return tuple(rows)


def _inspections(
    record: Record, force: str, programmes: Collection[str] | None
) -> tuple[Inspection, ...]:
    chosen = [
        i
        for i in record.inspections
        if i.force == force and (not programmes or i.programme in programmes)
    ]
    return tuple(sorted(chosen, key=lambda i: (started(i), i.id)))


def _row(
    record: Record, force: str, theme: str, inspections: Iterable[Inspection]
) -> RecurrenceRow:
    cells = tuple(
        ThemeCell(
            force=force,
            theme=theme,
            inspection=inspection.id,
            when=when_words(inspection),
            short_when=short_when(inspection),
            year=started(inspection).year,
            state=theme_state(record, inspection, theme),
            is_narrow=record.programme[inspection.programme].narrow,
        )
        for inspection in inspections
    )
    raised = [cell for cell in cells if cell.state in RAISED_STATES]
    looked_at = sum(cell.state not in UNSEEN_STATES for cell in cells)
    not_known = sum(cell.state is ThemeState.NOT_KNOWN for cell in cells)
    return RecurrenceRow(
        force=force,
        theme=theme,
        theme_name=record.theme[theme].name,
        theme_about=record.theme[theme].about,
        cells=cells,
        raised=len(raised),
        looked_at=looked_at,
        not_known=not_known,
        first_raised=raised[0].when if raised else None,
        last_raised=raised[-1].when if raised else None,
        sentence=_sentence(cells, raised, looked_at, not_known),
    )


def _sentence(
    cells: tuple[ThemeCell, ...], raised: list[ThemeCell], looked_at: int, not_known: int
) -> str:
    looked = f"{looked_at} inspections that looked at it"
    if not looked_at:
        return f"No inspection is known to have looked at it; of {not_known} we do not know."
    if looked_at == 1:
        looked = "one inspection that looked at it"
    if not raised:
        words = f"Not raised in the {looked}"
    else:
        years = sorted({cell.year for cell in raised})
        span = f"in {years[0]}" if len(years) == 1 else f"from {years[0]} to {years[-1]}"
        share = "" if looked_at == 1 else f"{len(raised)} of "
        words = f"Raised in {share}the {looked}, {span}"
    better = sorted(
        {c.year for c in cells if c.state in (ThemeState.PROGRESS, ThemeState.STRENGTH)}
    )
    if better:
        words += f"; praised without a concern in {joined(map(str, better))}"
    unknown = (
        f" For {plural(not_known, 'more inspection')} we do not know whether they looked at it."
    )
    if not_known == 1:
        unknown = " For one more inspection we do not know whether it looked at it."
    return f"{words}.{unknown if not_known else ''}"


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


def _about(scope: Scope, told_by: Voice) -> str:
    about = "" if scope is Scope.FORCE else f"About {scope.label.lower()}, not the force alone."
    teller = "" if told_by is Voice.INSPECTORATE else f"As told by the {told_by.label.lower()}."
    return " ".join(text for text in (about, teller) if text)
