"""One inspection in full, and what changed from one look to the next."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from inspection.dates import PartialDate, date_words
from inspection.measures import in_sentence, measure_words
from inspection.model import Finding, Inspection, Record
from inspection.staleness import is_unsearched
from inspection.theme_states import UNSEEN_STATES, ThemeState, theme_state
from inspection.vocabulary import FindingKind, Scope, Voice

NOTHING_FOUND = "Nothing published found by us"


@dataclass(frozen=True, slots=True)
class ThemeFindings:
    """The findings of an inspection under one theme, concerns first."""

    theme: str
    theme_name: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class ThemeChange:
    """What two looks in one chain said on a theme. No direction is read into it."""

    theme: str
    theme_name: str
    earlier: ThemeState
    later: ThemeState


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """A public commitment: who, when, what, by when, and what a later source says of it."""

    id: str
    force: str
    inspection: str
    voice: Voice
    speaker: str
    on: str
    summary: str
    due: str
    outcome: str
    sources: tuple[str, ...]


def findings_by_theme(record: Record, inspection: Inspection) -> tuple[ThemeFindings, ...]:
    """The findings of an inspection, themes in the order of the vocabulary."""
    place = {theme.id: number for number, theme in enumerate(record.themes)}
    order = list(FindingKind)
    ordered = sorted(inspection.findings, key=lambda f: (place[f.theme], order.index(f.kind), f.id))
    return tuple(
        ThemeFindings(theme, record.theme[theme].name, tuple(found))
        for theme, found in groupby(ordered, key=lambda finding: finding.theme)
    )


def finding_words(finding: Finding) -> str:
    """A finding with its number, whom it is about and who told it, where that is not the plain case."""
    measure = measure_words(finding.measure)
    parts = [finding.summary]
    if measure:
        parts.append(f"Measure: {measure}.")
    if finding.scope is not Scope.FORCE:
        parts.append(f"About {in_sentence(finding.scope.label)}.")
    if finding.told_by is not Voice.INSPECTORATE:
        parts.append(f"As told by the {finding.told_by.label.lower()}.")
    if finding.note:
        parts.append(finding.note)
    return " ".join(parts)


def theme_changes(
    record: Record, earlier: Inspection, later: Inspection
) -> tuple[ThemeChange, ...]:
    """Themes on which at least one of two inspections said something, with what each said.

    Not mentioned is not resolved: a theme the later one is silent on is shown as not looked at,
    not known, or looked at with nothing recorded.
    """
    silent = UNSEEN_STATES | {ThemeState.NOTHING, ThemeState.GRADED}
    changes = (
        ThemeChange(
            theme.id,
            theme.name,
            theme_state(record, earlier, theme.id),
            theme_state(record, later, theme.id),
        )
        for theme in record.themes
    )
    return tuple(c for c in changes if c.earlier not in silent or c.later not in silent)


def promises(inspection: Inspection) -> tuple[PromiseRow, ...]:
    """The public commitments made in answer to an inspection, in the order they were made."""
    return tuple(
        PromiseRow(
            id=commitment.id,
            force=inspection.force,
            inspection=inspection.id,
            voice=response.voice,
            speaker=speaker_words(response.role, response.name, response.organisation),
            on=date_or_unknown(response.date),
            summary=commitment.summary,
            due=commitment.time_limit.words if commitment.time_limit else "no date given",
            outcome=" ".join(o.summary for o in commitment.outcomes) or f"{NOTHING_FOUND}.",
            sources=tuple(
                dict.fromkeys(
                    [*commitment.sources, *(s for o in commitment.outcomes for s in o.sources)]
                )
            ),
        )
        for response in inspection.responses
        for commitment in response.commitments
    )


def speaker_words(role: str, name: str | None, organisation: str) -> str:
    """A speaker by role first: `Chief Constable, Northumbria Police (Vanessa Jardine)`."""
    who = f"{role}, {organisation}"
    if organisation.casefold() in role.casefold():
        who = role
    elif role.casefold() in organisation.casefold():
        who = organisation
    return f"{who} ({name})" if name else who


def nothing_found(record: Record, published: PartialDate | None = None) -> str:
    """That nothing was found: when we last looked, or on a past day what was public by then.

    Of what was `published` after we last looked, that nobody looked for an answer to it.
    """
    if record.known_on:
        return f"Nothing public by {date_words(record.known_on)} is in our record."
    if is_unsearched(record.release, published):
        return f"{NOTHING_FOUND}, not looked for since it was published."
    return f"{NOTHING_FOUND}, last looked in {record.release.last_looked_on.words}."


def noted(summary: str, note: str | None) -> str:
    """What was said, with our own remark on it told apart."""
    return f"{summary} (Our remark: {note.rstrip('.')}.)" if note else summary


def speaking(voice: Voice) -> str:
    """Who speaks in a source of which only the voice is recorded."""
    return "another body" if voice is Voice.OTHER else f"the {voice.label.lower()}"


def date_or_unknown(on: PartialDate | None) -> str:
    """A date in words, or that it is not known."""
    return on.words if on else "date not known"
