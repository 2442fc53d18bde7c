"""The parts of an inspection: grades, findings, what was asked, answered and promised."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from inspection.dates import PartialDate
from inspection.facts import Count, Fact, Slug, Sources, Text
from inspection.vocabulary import Basis, EmptyKind, FindingKind, RecommendationKind, Scope, Voice


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
    indicator: Slug | None = Field(
        None, description="What it is a value of, where the same was measured more than once."
    )
    method: Text | None = Field(
        None,
        description="Named only where the same method was used for another value of this "
        "indicator; values joined by a line share force, indicator and method.",
    )
    as_of: PartialDate | None = Field(
        None,
        description="Day or first day the value stands for, where that is not the inspection's "
        "or statement's own date.",
    )
    until: PartialDate | None = Field(
        None, description="Last day of a period that begins with `as_of`."
    )
    reading: float | None = Field(
        None,
        description="The value in its indicator's unit, where it is told in another: 21 (days) "
        "for 3 weeks.",
    )
    other_unit: bool = Field(
        False,
        description="True where nothing turns the value into its indicator's unit: told, not "
        "drawn.",
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
    theme: Slug | None = Field(
        None, description="The theme it is about; None where it is about the whole."
    )
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
    themes: tuple[Slug, ...] = Field(
        (),
        description="Themes it speaks of by name; empty where it answers the report as a whole.",
    )
    commitments: tuple[Commitment, ...] = ()
    note: Text | None = None
    sources: Sources
