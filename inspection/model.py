"""The record: what was inspected, found, asked for, answered and promised, each with a source.

Every class is frozen and refuses unknown fields. Facts only: nothing here is counted, judged or
worded for a page. Ids are stable slugs, appear in addresses and are never used again.
Optional text fields that hold nothing are None and say nothing.
"""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from inspection.dates import PartialDate
from inspection.vocabulary import (
    Basis,
    ComparisonBasis,
    EmptyKind,
    FindingKind,
    GoverningBodyKind,
    InspectionKind,
    RecommendationKind,
    Scope,
    ThemeFamily,
    Voice,
)

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=90)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
Count = Annotated[int, Field(ge=0, le=1_000_000)]
Sources = Annotated[tuple[Slug, ...], Field(min_length=1)]
WebAddress = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$", max_length=500)]


class Fact(BaseModel):
    """Base of every part of the record."""

    model_config = ConfigDict(frozen=True, extra="forbid")


# --- vocabulary ---------------------------------------------------------------------------------


class GoverningBody(Fact):
    """An office that held the force to account, with the time it did so where a source says."""

    id: Slug
    name: Text
    kind: GoverningBodyKind
    since: PartialDate | None = None
    until: PartialDate | None = None
    note: Text | None = None
    sources: tuple[Slug, ...] = ()


class Force(Fact):
    """A police force."""

    id: Slug
    name: Text = Field(description="Full name, as in 'Northumbria Police'.")
    short_name: Text = Field(description="The area alone, as in 'Northumbria'.")
    governing_bodies: tuple[GoverningBody, ...] = ()


class GradeWord(Fact):
    """One step of a scale, in the inspectorate's word, with its meaning in ours."""

    id: Slug
    label: Text
    meaning: Text


class Scale(Fact):
    """The grades of a cycle, best first."""

    id: Slug
    name: Text
    grades: tuple[GradeWord, ...]
    sources: Sources


class Cycle(Fact):
    """A round of a programme under one method: the unit within which grades may be compared."""

    id: Slug
    name: Text
    method: Text = Field(description="How inspectors judged in this round, in our words.")
    scale: Slug | None = Field(None, description="None where nothing was graded.")
    comparable_with: tuple[Slug, ...] = Field(
        (),
        description="Cycles whose grades may be set beside these where the question is the same.",
    )
    comparability: Text = Field(description="What is said on comparing, in our words.")
    comparability_basis: ComparisonBasis
    looks_at: tuple[Slug, ...] = Field((), description="Themes this round set out to look at.")
    may_look_at: tuple[Slug, ...] = Field(
        (), description="Themes of which we do not know whether it looked at them."
    )
    questions_complete: bool = Field(
        False,
        description="True where no question of another round can have been asked in this one.",
    )
    action_plan_weeks: Count | None = Field(
        None, description="Weeks after publication in which the force is asked for a plan."
    )
    sources: Sources


class Programme(Fact):
    """A line of inspection work that goes on over years and methods."""

    id: Slug
    name: Text
    short_name: Text
    about: Text
    family: ThemeFamily
    narrow: bool = Field(False, description="True where it looks at one subject only.")
    cycles: tuple[Cycle, ...]


class Question(Fact):
    """A question that inspectors grade.

    A question stands in more than one cycle only with a reason why it is the same question;
    whether its grades may be compared is for the cycles to say.
    """

    id: Slug
    name: Text
    theme: Slug | None = None
    cycles: Annotated[tuple[Slug, ...], Field(min_length=1)]
    crosswalk_reason: Text | None = None


class Theme(Fact):
    """A subject that findings are about; each finding has one."""

    id: Slug
    name: Text
    about: Text
    family: ThemeFamily


# --- the parts of an inspection -----------------------------------------------------------------


class Period(Fact):
    """Fieldwork: when inspectors were with the force, as closely as the source says."""

    start: PartialDate | None = None
    end: PartialDate | None = None
    note: Text | None = None


class Report(Fact):
    """One of several reports of an inspection, each with its own day of publication."""

    id: Slug
    title: Text
    published: PartialDate
    note: Text | None = None


class GradeRevision(Fact):
    """A change of a grade after it was published."""

    date: PartialDate
    value: Slug
    reason: Text
    sources: Sources


class Grade(Fact):
    """The inspectorate's answer to one question: a grade, or the reason there is none.

    `value` is the grade as first published; `revisions` say what became of it. A judgement
    carried forward has a value and names the inspection it was made in.
    """

    question: Slug
    value: Slug | None = None
    empty: EmptyKind | None = None
    carried_from: Slug | None = None
    revisions: tuple[GradeRevision, ...] = ()
    basis: Basis = Basis.STATED
    scope: Scope = Scope.FORCE
    report: Slug | None = Field(None, description="Which report of the inspection it stands in.")
    note: Text | None = None
    sources: Sources


class SharedGrades(Fact):
    """Grades known only for several questions together, never for one of them."""

    questions: Annotated[tuple[Slug, ...], Field(min_length=2)]
    counts: dict[Slug, Count]
    note: Text
    sources: Sources


class PublishedCounts(Fact):
    """How many areas got which grade, as printed on a day; checked against the grades recorded."""

    date: PartialDate
    counts: dict[Slug, Count]
    difference_note: Text | None = Field(
        None, description="Why the grades recorded give other counts, where they do."
    )
    sources: Sources


class NarrativeJudgement(Fact):
    """A judgement in words that is a point on no scale, such as 'wholly inadequate' in 2013."""

    id: Slug
    about: Text
    words: Text
    note: Text | None = None
    sources: Sources


class CaseAudit(Fact):
    """Case files that inspectors examined and graded: a sample of files, not a rate for children.

    A part that is None was not found by us; parts that are all known add up to the total.
    """

    total: Annotated[int, Field(ge=1, le=100_000)]
    good: Count | None = None
    requires_improvement: Count | None = None
    inadequate: Count | None = None
    note: Text | None = None
    sources: Sources


class Measure(Fact):
    """The number in a finding: `numerator` of `denominator`, or a `value`, always with its unit."""

    numerator: Count | None = None
    denominator: Annotated[int, Field(ge=1, le=10_000_000)] | None = None
    value: float | None = None
    unit: Text
    baseline: float | None = Field(None, description="What the value is set against.")
    target: float | None = None
    margin: float | None = Field(None, description="Plus or minus, in the same unit.")
    qualifier: Text | None = Field(
        None, description="What narrows the number: 'more than', 'one case', '4 to 12 hours'."
    )


class Finding(Fact):
    """One thing inspectors found, in one sentence of our own words."""

    id: Slug
    theme: Slug
    kind: FindingKind
    summary: Text
    scope: Scope = Scope.FORCE
    told_by: Voice = Field(
        Voice.INSPECTORATE, description="Through whom we know it, where not from the inspectorate."
    )
    measure: Measure | None = None
    follows_up: tuple[Slug, ...] = Field((), description="Earlier findings it returns to.")
    report: Slug | None = None
    note: Text | None = None
    sources: Sources


class TimeLimit(Fact):
    """By when something was asked or promised: as stated, and as a date where one follows."""

    words: Text
    by: PartialDate | None = None


class Statement(Fact):
    """What somebody has said since about a recommendation or about progress, on a day.

    A statement about one recommendation is that recommendation's; one about the inspection as a
    whole is the inspection's.
    """

    id: Slug
    voice: Voice
    speaker: Text = Field(description="Who said it, by role or body.")
    date: PartialDate | None = None
    about: Text | None = None
    theme: Slug | None = None
    summary: Text
    measure: Measure | None = None
    note: Text | None = None
    sources: Sources


class Recommendation(Fact):
    """Something the inspectorate asked the force to do."""

    id: Slug
    kind: RecommendationKind
    theme: Slug
    summary: Text
    scope: Scope = Scope.FORCE
    time_limit: TimeLimit | None = None
    report: Slug | None = None
    statements: tuple[Statement, ...] = ()
    note: Text | None = None
    sources: Sources


class UnseenRecommendations(Fact):
    """Recommendations known to have been made, whose wording is not in the record.

    Never counted and never listed among recommendations.
    """

    id: Slug
    summary: Text
    theme: Slug | None = None
    time_limit: TimeLimit | None = None
    sources: Sources


class Outcome(Fact):
    """What a later source says became of a commitment. Never a verdict of our own."""

    summary: Text
    date: PartialDate | None = None
    sources: Sources


class Commitment(Fact):
    """Something somebody promised in public. No outcomes means: nothing published found by us."""

    id: Slug
    summary: Text
    time_limit: TimeLimit | None = None
    outcomes: tuple[Outcome, ...] = ()
    sources: Sources


class Response(Fact):
    """What somebody said in answer to a report. A force speaking of itself makes a claim."""

    id: Slug
    voice: Voice
    role: Text = Field(description="The speaker's office, or what kind of statement it is.")
    name: Text | None = Field(None, description="Only a public office-holder speaking officially.")
    organisation: Text
    date: PartialDate | None = None
    summary: Text
    commitments: tuple[Commitment, ...] = ()
    note: Text | None = None
    sources: Sources


class Inspection(Fact):
    """One inspection of one force, from fieldwork to the last thing said about it."""

    id: Slug
    force: Slug
    title: Text
    programme: Slug
    cycle: Slug
    kind: InspectionKind
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


# --- beside the inspections ---------------------------------------------------------------------


class NationalResponse(Response):
    """A response by a force or its governing body to a report on all forces."""

    force: Slug
    about: Text


class ContextEvent(Fact):
    """Something outside the inspections that a reader of the history needs to know."""

    id: Slug
    forces: Annotated[tuple[Slug, ...], Field(min_length=1)]
    date: PartialDate
    until: PartialDate | None = None
    title: Text
    summary: Text
    theme: Slug | None = None
    measure: Measure | None = None
    sources: Sources


class Account(Fact):
    """One side of a conflict between sources."""

    says: Text
    sources: tuple[Slug, ...] = ()


class Conflict(Fact):
    """Where sources disagree: both stand, with how we chose."""

    id: Slug
    force: Slug
    topic: Text
    inspections: tuple[Slug, ...] = ()
    accounts: Annotated[tuple[Account, ...], Field(min_length=1)]
    how_we_chose: Text


class Gap(Fact):
    """Something the record does not hold, and where we looked."""

    id: Slug
    forces: Annotated[tuple[Slug, ...], Field(min_length=1)]
    inspection: Slug | None = None
    what: Text
    note: Text
    sources: tuple[Slug, ...] = ()


class Correction(Fact):
    """A fact that was wrong in an earlier version of the record."""

    id: Slug
    date: dt.date
    fact: Text = Field(description="The id of the fact corrected.")
    was: Text
    now: Text
    asked_by: Text
    sources: tuple[Slug, ...] = ()


class NationalDistribution(Fact):
    """How many forces got which grade for a question in a cycle.

    A count that is None was not found; `forces` is the true denominator of those known.
    """

    id: Slug
    cycle: Slug
    question: Slug
    published: PartialDate
    counts: dict[Slug, Count | None]
    forces: Count
    basis: Text
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
    force_name: Text
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
    publisher: Text
    published: PartialDate | None = None
    url: WebAddress | None = None
    note: Text | None = None


class Release(Fact):
    """The edition of the record: `version` counts as in data/CHANGELOG.md."""

    version: Annotated[str, StringConstraints(pattern=r"^\d+\.\d+\.\d+$")]
    released_on: dt.date
    last_looked_on: PartialDate = Field(description="When the public pages were last searched.")


class Record(Fact):
    """The whole record of one edition."""

    release: Release
    forces: Annotated[tuple[Force, ...], Field(min_length=1)]
    scales: tuple[Scale, ...] = ()
    programmes: Annotated[tuple[Programme, ...], Field(min_length=1)]
    questions: tuple[Question, ...] = ()
    themes: Annotated[tuple[Theme, ...], Field(min_length=1)]
    inspections: tuple[Inspection, ...] = ()
    national_responses: tuple[NationalResponse, ...] = ()
    context_events: tuple[ContextEvent, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    gaps: tuple[Gap, ...] = ()
    corrections: tuple[Correction, ...] = ()
    national_distributions: tuple[NationalDistribution, ...] = ()
    other_forces: tuple[OtherForceInspection, ...] = ()
    sources: tuple[Source, ...] = ()

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
    def inspection(self) -> dict[str, Inspection]:
        """Inspections by id."""
        return {inspection.id: inspection for inspection in self.inspections}

    @cached_property
    def source(self) -> dict[str, Source]:
        """Sources by id."""
        return {source.id: source for source in self.sources}
