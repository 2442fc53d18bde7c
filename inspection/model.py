"""The record: what was inspected, found, asked for, answered and promised, each with a source.

Every class is frozen and refuses unknown fields. Facts only: nothing here is counted, judged or
worded for a page. Ids are stable slugs, appear in addresses and are never used again.
Optional text fields that hold nothing are None and say nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cached_property
from typing import Annotated, Any

from pydantic import Field, PrivateAttr, StringConstraints

from inspection.dates import PartialDate
from inspection.facts import Count, Fact, Slug, Sources, Text, WebAddress
from inspection.framework import (
    Cycle,
    DisputedTag,
    EveryForce,
    Force,
    GoverningBody,
    GradeWord,
    HardPair,
    Indicator,
    Programme,
    Question,
    Scale,
    SecondReading,
    Theme,
    ThemeBoundary,
)
from inspection.parts import (
    CaseAudit,
    Commitment,
    Finding,
    Grade,
    GradeRevision,
    Measure,
    NarrativeJudgement,
    Outcome,
    Period,
    PublishedCounts,
    Recommendation,
    Report,
    Response,
    SharedGrades,
    Statement,
    TimeLimit,
    UnseenRecommendations,
)
from inspection.vocabulary import Basis, EmptyKind, InspectionKind, Unrecorded, Voice

__all__ = [
    "Fact",
    "GoverningBody",
    "Force",
    "GradeWord",
    "Scale",
    "EveryForce",
    "Cycle",
    "Programme",
    "Question",
    "Theme",
    "ThemeBoundary",
    "SecondReading",
    "HardPair",
    "DisputedTag",
    "Indicator",
    "Period",
    "Report",
    "GradeRevision",
    "Grade",
    "SharedGrades",
    "PublishedCounts",
    "NarrativeJudgement",
    "CaseAudit",
    "Measure",
    "Finding",
    "TimeLimit",
    "Statement",
    "Recommendation",
    "UnseenRecommendations",
    "Outcome",
    "Commitment",
    "Response",
    "Inspection",
    "NationalResponse",
    "ContextEvent",
    "Account",
    "Conflict",
    "Gap",
    "Correction",
    "AcceptedWarning",
    "NationalDistribution",
    "OtherForceGrade",
    "OtherForceInspection",
    "Source",
    "Release",
    "Record",
    "edition_order",
]


Version = Annotated[str, StringConstraints(pattern=r"^\d+\.\d+\.\d+$", max_length=20)]


def edition_order(version: str) -> tuple[int, ...]:
    """What puts editions in order by their versions: 1.10.0 comes after 1.9.0."""
    return tuple(int(part) for part in version.split("."))


class Inspection(Fact):
    """One inspection of one force, from fieldwork to the last thing said about it."""

    id: Slug
    force: Slug
    title: Text
    programme: Slug
    cycle: Slug
    kind: InspectionKind = Field(description="What sort of look at the force it was.")
    inspectorate: Text = Field(description="The inspecting body or bodies, named as at the time.")
    inspector: Text | None = Field(None, description="The inspector of constabulary in charge.")
    fieldwork: Period = Period()
    published: PartialDate = Field(
        description="First publication of the whole; parts with other dates stand under `reports`."
    )
    web_date: PartialDate | None = Field(
        None, description="The date stamped on the web copy, which can be years later."
    )
    reports: tuple[Report, ...] = Field((), description="Where it was published in several parts.")
    follows: Slug | None = Field(None, description="The inspection it was a follow-up to.")
    continues: Slug | None = Field(
        None, description="Where the history goes on under a new method, without being a follow-up."
    )
    looked_at: tuple[Slug, ...] | None = Field(
        None, description="Themes it looked at, where that differs from its cycle."
    )
    may_have_looked_at: tuple[Slug, ...] | None = Field(
        None, description="Themes of which we do not know, where that differs from its cycle."
    )
    judgement: Text = Field(description="The inspection as a whole, in our words.")
    direction: Text | None = Field(
        None, description="Direction since the last look, only where the report states it."
    )
    narrative_judgements: tuple[NarrativeJudgement, ...] = ()
    grades: tuple[Grade, ...] = ()
    shared_grades: tuple[SharedGrades, ...] = ()
    published_counts: tuple[PublishedCounts, ...] = ()
    case_audit: CaseAudit | None = None
    findings: tuple[Finding, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    unseen_recommendations: tuple[UnseenRecommendations, ...] = ()
    responses: tuple[Response, ...] = ()
    statements: tuple[Statement, ...] = ()
    limits: tuple[Text, ...] = Field((), description="What of it is not in the record.")
    note: Text | None = None
    sources: Sources


class NationalResponse(Response):
    """A response by a force or its governing body to a report on all forces."""

    force: Slug
    about: Text = Field(description="The national report it answers.")


class ContextEvent(Fact):
    """Something outside the inspections that a reader of the history needs to know."""

    id: Slug
    forces: Annotated[tuple[Slug, ...], Field(min_length=1)]
    date: PartialDate
    until: PartialDate | None = None
    title: Text
    summary: Text
    theme: Slug | None = None
    told_by: Voice = Field(Voice.OTHER, description="Through whom we know it.")
    measure: Measure | None = None
    sources: Sources


class Account(Fact):
    """One side of a conflict between sources."""

    says: Text = Field(description="What this side says, in our words.")
    sources: tuple[Slug, ...] = ()


class Conflict(Fact):
    """Where sources disagree: both stand, with how we chose."""

    id: Slug
    force: Slug
    topic: Text = Field(description="What the sources disagree about, in a few words.")
    inspections: tuple[Slug, ...] = ()
    accounts: Annotated[tuple[Account, ...], Field(min_length=1)]
    how_we_chose: Text = Field(description="Which side the record follows, and why.")


class Gap(Fact):
    """Something the record does not hold, and where we looked."""

    id: Slug
    forces: Annotated[tuple[Slug, ...], Field(min_length=1)]
    inspection: Slug | None = None
    unrecorded: Unrecorded | None = Field(
        None,
        description="Only where a whole inspection is missing: `known-to-exist` where a source "
        "shows that it took place (one gap for each), else `looked-for`.",
    )
    programme: Slug | None = Field(
        None, description="The programme of the missing inspection, where it belongs to one."
    )
    cycle: Slug | None = Field(
        None, description="The cycle of the missing inspection, where that is known."
    )
    what: Text = Field(description="What the record does not hold.")
    note: Text = Field(description="Where we looked, and what is known of it.")
    sources: tuple[Slug, ...] = ()


class Correction(Fact):
    """Something that was wrong in an earlier edition of the record, and what stands there now."""

    id: Slug
    date: dt.date = Field(description="The day on which it was mended.")
    fact: Slug = Field(
        description="The id of the fact that was wrong; of a grade, the id of its inspection."
    )
    removed: bool = Field(
        False, description="True where the fact was taken out; its id is never used again."
    )
    stood_in: Slug | None = Field(
        None, description="The id of what a fact that was taken out stood in."
    )
    was: Text = Field(description="What was wrong, in words.")
    now: Text = Field(description="What the record says instead.")
    since: dt.date = Field(description="From which day the public record showed it wrongly.")
    first_in: Version | None = Field(None, description="The first edition that had it wrong.")
    mended_in: Version = Field(description="The edition in which it was mended.")
    asked_by: Text = Field(
        description="Who found it, by role and never by a private person's name: `a reader`."
    )
    note: Text | None = None
    sources: tuple[Slug, ...] = Field((), description="Where the right thing can be read.")
    unsourced: Text | None = Field(
        None, description="Why no source shows what is right, where none is named."
    )


class AcceptedWarning(Fact):
    """A warning of the check that is right as it stands, and so is not listed up to a day."""

    code: Text = Field(description="The code of the warning, such as X12.")
    of: Slug = Field(
        description="The id of what it is about: the last id in the line of the check."
    )
    reason: Text = Field(description="Why nothing is to be mended.")
    until: dt.date = Field(
        description="The last day on which it is not listed, at most a year ahead."
    )


class NationalDistribution(Fact):
    """How many forces got which grade for a question in a cycle.

    A count that is None was not found; `forces` is the true denominator of those known.
    """

    id: Slug
    cycle: Slug
    question: Slug
    published: PartialDate
    counts: dict[Slug, Count | None]
    forces: Count = Field(description="How many forces the known counts are of.")
    basis: Text = Field(description="How the counts are known, in words.")
    note: Text | None = None
    sources: Sources


class OtherForceGrade(Fact):
    """A grade in a child protection inspection of a force outside the record."""

    question: Slug
    value: Slug | None = None
    empty: EmptyKind | None = None
    basis: Basis = Basis.STATED


class OtherForceInspection(Fact):
    """A graded child protection inspection of a force outside the record."""

    id: Slug
    force_name: Text = Field(description="The area of the force, as in 'Cleveland'.")
    cycle: Slug
    fieldwork: Period = Period()
    published: PartialDate | None = None
    grades: tuple[OtherForceGrade, ...]
    note: Text | None = None
    sources: Sources


class Source(Fact):
    """Where a fact was read."""

    id: Slug
    title: Text
    publisher: Text = Field(
        description="Who published it; where it was read in a copy, whose copy."
    )
    published: PartialDate | None = None
    url: WebAddress | None = Field(None, description="Its public address, where it has one.")
    note: Text | None = None


class Release(Fact):
    """The edition of the record: `version` counts as in data/CHANGELOG.md."""

    version: Version = Field(
        description="Three numbers: a field went or was renamed; facts came in; something was mended."
    )
    released_on: dt.date = Field(
        description="The day of this edition: the day on which you change it."
    )
    last_looked_on: PartialDate = Field(description="When the public pages were last searched.")


class Record(Fact):
    """The whole record of one edition."""

    release: Release
    forces: Annotated[tuple[Force, ...], Field(min_length=1)]
    scales: tuple[Scale, ...] = ()
    programmes: Annotated[tuple[Programme, ...], Field(min_length=1)]
    questions: tuple[Question, ...] = ()
    themes: Annotated[tuple[Theme, ...], Field(min_length=1)]
    second_reading: SecondReading | None = None
    hard_pairs: tuple[HardPair, ...] = ()
    disputed_tags: tuple[DisputedTag, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    inspections: tuple[Inspection, ...] = ()
    national_responses: tuple[NationalResponse, ...] = ()
    context_events: tuple[ContextEvent, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    gaps: tuple[Gap, ...] = ()
    corrections: tuple[Correction, ...] = ()
    accepted_warnings: tuple[AcceptedWarning, ...] = ()
    national_distributions: tuple[NationalDistribution, ...] = ()
    other_forces: tuple[OtherForceInspection, ...] = ()
    sources: tuple[Source, ...] = ()
    _known_on: dt.date | None = PrivateAttr(default=None)

    @property
    def known_on(self) -> dt.date | None:
        """The past day it has been narrowed to; None for all that the edition holds."""
        return self._known_on

    @cached_property
    def worked_out(self) -> dict[Callable[..., Any], Callable[..., Any]]:
        """What has been worked out from the record so far; see `once_per_record`."""
        return {}

    @cached_property
    def force(self) -> dict[str, Force]:
        """Forces by id."""
        return {force.id: force for force in self.forces}

    @cached_property
    def scale(self) -> dict[str, Scale]:
        """Grade scales by id."""
        return {scale.id: scale for scale in self.scales}

    @cached_property
    def programme(self) -> dict[str, Programme]:
        """Programmes by id."""
        return {programme.id: programme for programme in self.programmes}

    @cached_property
    def cycle(self) -> dict[str, Cycle]:
        """Cycles of every programme by id."""
        return {cycle.id: cycle for programme in self.programmes for cycle in programme.cycles}

    @cached_property
    def question(self) -> dict[str, Question]:
        """Graded questions by id."""
        return {question.id: question for question in self.questions}

    @cached_property
    def theme(self) -> dict[str, Theme]:
        """Themes by id."""
        return {theme.id: theme for theme in self.themes}

    @cached_property
    def indicator(self) -> dict[str, Indicator]:
        """What was measured more than once, by id."""
        return {indicator.id: indicator for indicator in self.indicators}

    @cached_property
    def inspection(self) -> dict[str, Inspection]:
        """Inspections by id."""
        return {inspection.id: inspection for inspection in self.inspections}

    @cached_property
    def inspections_of(self) -> dict[str, tuple[Inspection, ...]]:
        """The inspections of each force by its id, in the order of the record."""
        found: dict[str, list[Inspection]] = {force.id: [] for force in self.forces}
        for inspection in self.inspections:
            found.setdefault(inspection.force, []).append(inspection)
        return {force: tuple(own) for force, own in found.items()}

    @cached_property
    def on_theme(self) -> dict[tuple[str, str], tuple[Finding | Recommendation, ...]]:
        """What an inspection found, then what it asked for, by the inspection's id and a theme's."""
        found: dict[tuple[str, str], list[Finding | Recommendation]] = {}
        for inspection in self.inspections:
            items: tuple[Finding | Recommendation, ...] = inspection.findings
            for item in items + inspection.recommendations:
                if item.theme:
                    found.setdefault((inspection.id, item.theme), []).append(item)
        return {key: tuple(items) for key, items in found.items()}

    @cached_property
    def source(self) -> dict[str, Source]:
        """Sources by id."""
        return {source.id: source for source in self.sources}
