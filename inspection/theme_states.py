"""What one inspection says on one theme, and how we know that it looked.

An inspection *looked at* a theme when its programme set out to, when it says so itself, or when it
recorded or graded something under the theme; never because it is silent. *Raised* means that a
concern, recommendation, area for improvement or cause of concern about the force itself stands
under the theme. Findings about partners, regional units or forces in general are shown in the
evidence but raise nothing. Several findings under one theme count once for an inspection.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from inspection.dates import PartialDate
from inspection.grade_cells import cell_of
from inspection.measures import in_sentence, joined
from inspection.model import Finding, Grade, Inspection, Recommendation, Record
from inspection.timeline import began, in_time, short_when, started, when_words
from inspection.vocabulary import FindingKind, InspectionKind, Scope, Word


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
    GRADED = (
        "graded",
        "Graded, findings not recorded",
        "A question under it was graded; no finding on it is in our record, so whether it was raised "
        "is not known to us.",
    )
    NOTHING = (
        "nothing-recorded",
        "Looked at, nothing recorded",
        "The inspection looked at it; we have recorded nothing about the force.",
    )
    NOT_LOOKED_AT = "not-looked-at", "Not looked at", "Outside what the inspection looked at."
    NOT_KNOWN = "not-known", "Not known", "We do not know whether the inspection looked at it."


RAISED_STATES = frozenset({ThemeState.RAISED, ThemeState.BOTH})
UNSEEN_STATES = frozenset({ThemeState.NOT_LOOKED_AT, ThemeState.NOT_KNOWN})
EPISODE_DAYS = 365
"""How long after the inspection that began an episode a revisit still belongs to it."""

PROGRESS_KINDS = frozenset({FindingKind.PROGRESS})
PRAISE_KINDS = frozenset({FindingKind.PROGRESS, FindingKind.STRENGTH, FindingKind.MIXED})
CONCERN_KINDS = frozenset({FindingKind.CONCERN, FindingKind.MIXED})


@dataclass(frozen=True, slots=True)
class ThemeCell:
    """One theme in one inspection of one force.

    `episode` is the id of the inspection that began the episode it belongs to. `is_narrow` is True
    for an inspection of one subject only. `in_time` is the day by which it is put in order. `why` says how we know that it looked, or why we do not
    know, and `sources` are where that, or what it found, was read.
    """

    force: str
    theme: str
    inspection: str
    episode: str
    title: str
    when: str
    short_when: str
    began: PartialDate
    in_time: dt.date
    state: ThemeState
    reports_progress: bool
    is_narrow: bool
    why: str
    sources: tuple[str, ...]

    @property
    def year(self) -> int:
        """The year in which the inspection began, as closely as that is known."""
        return self.began.year

    @property
    def is_raised(self) -> bool:
        """Whether the inspection raised the theme."""
        return self.state in RAISED_STATES

    @property
    def looked(self) -> bool:
        """Whether the inspection is known to have looked at the theme."""
        return self.state not in UNSEEN_STATES


def tagged(inspection: Inspection) -> tuple[Finding | Recommendation, ...]:
    """Everything of an inspection that has a theme: what it found, then what it asked for."""
    return (*inspection.findings, *inspection.recommendations)


def theme_state(record: Record, inspection: Inspection, theme: str) -> ThemeState:
    """What an inspection says on a theme."""
    items = record.on_theme.get((inspection.id, theme), ())
    own = _finding_kinds(items)
    raised = bool(CONCERN_KINDS & own) or any(
        isinstance(item, Recommendation) and item.scope is Scope.FORCE for item in items
    )
    praised = bool(PRAISE_KINDS & own)
    if raised:
        return ThemeState.BOTH if praised else ThemeState.RAISED
    if praised:
        return ThemeState.PROGRESS if PROGRESS_KINDS & own else ThemeState.STRENGTH
    if _grades(record, inspection, theme):
        return ThemeState.GRADED
    if items:
        return ThemeState.NOTHING
    if theme in _scope(record, inspection):
        return ThemeState.NOTHING
    maybe = inspection.may_have_looked_at
    if maybe is None:
        maybe = record.cycle[inspection.cycle].may_look_at
    return ThemeState.NOT_KNOWN if theme in maybe else ThemeState.NOT_LOOKED_AT


def _finding_kinds(items: Iterable[Finding | Recommendation]) -> set[FindingKind]:
    """The kinds of those findings among them that are about the force itself."""
    return {i.kind for i in items if isinstance(i, Finding) and i.scope is Scope.FORCE}


def theme_cell(record: Record, inspection: Inspection, theme: str) -> ThemeCell:
    """One theme in one inspection, with how we know."""
    state = theme_state(record, inspection, theme)
    why, sources = _how_known(record, inspection, theme, state)
    return ThemeCell(
        force=inspection.force,
        theme=theme,
        inspection=inspection.id,
        episode=episode(record, inspection),
        title=inspection.title,
        when=when_words(inspection),
        short_when=short_when(inspection),
        began=began(inspection),
        in_time=in_time(inspection),
        state=state,
        reports_progress=bool(
            PROGRESS_KINDS & _finding_kinds(record.on_theme.get((inspection.id, theme), ()))
        ),
        is_narrow=record.programme[inspection.programme].narrow,
        why=why,
        sources=tuple(dict.fromkeys(sources)),
    )


def episode(record: Record, inspection: Inspection) -> str:
    """The inspection that began the episode this one belongs to; itself where it stands alone.

    A revisit belongs to the episode of the inspection it goes back to, if both are of the same
    cycle and it began within a year of the inspection that began the episode. A reinspection, a
    review or a later assessment is a look of its own.
    """
    before = record.inspection.get(inspection.follows or "")
    if inspection.kind is not InspectionKind.REVISIT or before is None:
        return inspection.id
    first = record.inspection[episode(record, before)]
    apart = (started(inspection) - started(first)).days
    together = first.cycle == inspection.cycle and 0 <= apart <= EPISODE_DAYS
    return first.id if together else inspection.id


def _grades(record: Record, inspection: Inspection, theme: str) -> tuple[Grade, ...]:
    """The grades of the force that an inspection gave under a theme."""
    return tuple(
        grade
        for grade in inspection.grades
        if grade.value
        and not grade.carried_from
        and grade.scope is Scope.FORCE
        and record.question[grade.question].theme == theme
    )


def _scope(record: Record, inspection: Inspection) -> tuple[str, ...]:
    if inspection.looked_at is not None:
        return inspection.looked_at
    return record.cycle[inspection.cycle].looks_at


def _how_known(
    record: Record, inspection: Inspection, theme: str, state: ThemeState
) -> tuple[str, Iterable[str]]:
    cycle = record.cycle[inspection.cycle]
    items = record.on_theme.get((inspection.id, theme), ())
    recorded = [source for item in items for source in item.sources]
    if recorded and state is ThemeState.NOTHING:
        return "What is recorded under it is not about the force itself.", recorded
    if recorded and state is not ThemeState.GRADED:
        return "What inspectors said of it is recorded below.", recorded
    if grades := _grades(record, inspection, theme):
        told = joined(
            f"{in_sentence(record.question[g.question].name)}: "
            f"{in_sentence(cell_of(record, inspection, g).label)}"
            for g in grades
        )
        return f"Graded ({told}); no finding on it is in our record.", [
            source for g in grades for source in g.sources
        ]
    if state is ThemeState.NOT_KNOWN:
        return (
            "It may belong to what was looked at; what we could read does not say.",
            (*inspection.sources, *cycle.sources),
        )
    if state is ThemeState.NOT_LOOKED_AT:
        return "It lies outside what was looked at.", (*inspection.sources, *cycle.sources)
    if inspection.looked_at is not None:
        return "The report says that it was looked at; no finding on it is in our record.", (
            inspection.sources
        )
    return (
        f"The method ({cycle.name}) sets out to look at it; no finding on it is in our record.",
        (*cycle.sources, *inspection.sources),
    )
