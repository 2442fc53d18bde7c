"""The parts of an inspection: grades, findings, what was asked, answered and promised."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import Field, model_validator

from inspection.dates import PartialDate
from inspection.facts import Count, Fact, Slug, Sources, Text
from inspection.vocabulary import (
    Basis,
    CommitmentKind,
    EmptyKind,
    FindingKind,
    RecommendationKind,
    ReplyKind,
    Scope,
    Standing,
    Voice,
)

SPEAKERS = {
    Voice.INSPECTORATE.value: "The inspectorate",
    Voice.GOVERNING_BODY.value: "The governing body",
    Voice.FORCE.value: "The force",
}
"""Who speaks where an entry gives only the voice; another body has to be named."""


class Period(Fact):
    """Fieldwork: when inspectors were with the force, as closely as the source says."""

    start: PartialDate | None = Field(
        default=None, description="The first day, as closely as the source gives it."
    )
    end: PartialDate | None = Field(
        default=None, description="The last day, as closely as the source gives it."
    )
    note: Text | None = None


class Report(Fact):
    """One of several reports of an inspection, each with its own day of publication."""

    id: Slug
    title: Text
    published: PartialDate
    recorded_as: Slug | None = Field(
        None, description="The inspection under which this report has an entry of its own."
    )
    note: Text | None = None


class GradeRevision(Fact):
    """A change of a grade after it was published."""

    date: PartialDate = Field(description="The day on which the grade was changed.")
    value: Slug = Field(
        description="The grade from that day on, by its id on the scale of the cycle."
    )
    reason: Text = Field(description="Why it was changed, as the source says.")
    sources: Sources


class Grade(Fact):
    """The inspectorate's answer to one question: a grade, or the reason there is none.

    `value` is the grade as first published; `revisions` say what became of it. A judgement
    carried forward has a value and names the inspection it was made in.
    """

    question: Slug
    value: Slug | None = Field(
        None, description="The grade as first published, by its id on the scale of the cycle."
    )
    empty: EmptyKind | None = None
    carried_from: Slug | None = Field(
        None,
        description="Id of the inspection that gave the grade, where it was left standing without a new look.",
    )
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

    date: PartialDate = Field(description="The day on which the counts were printed.")
    counts: dict[Slug, Count]
    difference_note: Text | None = Field(
        None, description="Why the grades recorded give other counts, where they do."
    )
    sources: Sources


class NarrativeJudgement(Fact):
    """A judgement in words that is a point on no scale, such as 'wholly inadequate' in 2013."""

    id: Slug
    about: Text
    words: Text = Field(description="The judgement, in the inspectorate's own few words.")
    note: Text | None = None
    sources: Sources


class CaseAudit(Fact):
    """Case files that inspectors examined and graded: a sample of files, not a rate for children.

    A part that is None was not found by us; parts that are all known add up to the total.
    """

    total: Annotated[int, Field(ge=1, le=100_000)] = Field(
        description="How many case files were examined and graded."
    )
    good: Count | None = Field(None, description="How many of them were graded good.")
    requires_improvement: Count | None = Field(
        None, description="How many of them were graded requires improvement."
    )
    inadequate: Count | None = Field(None, description="How many of them were graded inadequate.")
    note: Text | None = None
    sources: Sources


class Measure(Fact):
    """The number in a finding: `numerator` of `denominator`, or a `value`, always with its unit."""

    numerator: Count | None = Field(None, description="How many of them.")
    denominator: Annotated[int, Field(ge=1, le=10_000_000)] | None = Field(
        None, description="Of how many."
    )
    value: float | None = Field(None, description="The number, where it is not so many of so many.")
    unit: Text = Field(description="What is counted or measured, as it is read after the number.")
    baseline: float | None = Field(None, description="What the value is set against.")
    target: float | None = Field(None, description="What was aimed at, in the same unit.")
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
    kind: FindingKind = Field(description="What its main clause says of the force.")
    summary: Text
    scope: Scope = Scope.FORCE
    told_by: Voice = Field(
        Voice.INSPECTORATE, description="Through whom we know it, where not from the inspectorate."
    )
    measure: Measure | None = None
    follows_up: tuple[Slug, ...] = Field((), description="Earlier findings it returns to.")
    report: Slug | None = None
    place: Text | None = Field(
        None, description="Page, paragraph or chapter of the report, as printed."
    )
    note: Text | None = None
    sources: Sources


class TimeLimit(Fact):
    """By when something was asked or promised: as stated, and as a date where one follows."""

    words: Text = Field(description="By when, in the words of the source.")
    by: PartialDate | None = Field(
        None, description="The last day of it, where one follows from the words."
    )


class Statement(Fact):
    """What somebody has said since about a recommendation or about progress, on a day.

    A statement about one recommendation is that recommendation's and has a date; one about the
    inspection as a whole is the inspection's. Voice, date, summary and sources are enough: an id
    is made from the recommendation, the day and the voice, the speaker from the voice.
    """

    id: Slug = Field(description="Permanent id; `<recommendation>-<date>-<voice>` if not written.")
    voice: Voice
    speaker: Text = Field(
        description="Who said it, by role or body; may be left out unless the voice is `other`."
    )
    date: PartialDate | None = None
    undated: Text | None = Field(None, description="Why no date is known, where there is none.")
    says: Standing | None = Field(
        None, description="What it says of the recommendation; None where it says neither."
    )
    rests_on: tuple[Slug, ...] = Field(
        (), description="Findings it rests on; an `addressed` by the inspectorate must have one."
    )
    about: Text | None = None
    theme: Slug | None = None
    summary: Text
    measure: Measure | None = None
    note: Text | None = None
    sources: Sources

    @model_validator(mode="before")
    @classmethod
    def _with_speaker(cls, raw: Any) -> Any:
        if not isinstance(raw, dict) or "speaker" in raw or raw.get("voice") == Voice.OTHER:
            return raw
        # A wrong voice is refused for itself; nobody should be asked for its speaker besides.
        return {**raw, "speaker": SPEAKERS.get(str(raw.get("voice")), "Not known")}


def _statement_id(recommendation: object, said: dict[str, object]) -> str:
    """`<recommendation>-<date>-<voice>`, or an id at least where one of these is wrong.

    Why: what is wrong is told where it stands, and not once more of an id nobody wrote.
    """
    made = f"{recommendation}-{said.get('date', 'undated')}-{said.get('voice')}"
    return made if re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made) else "statement"


class Recommendation(Fact):
    """Something the inspectorate asked the force to do."""

    id: Slug
    kind: RecommendationKind = Field(description="How strongly the inspectorate asked.")
    theme: Slug
    summary: Text
    scope: Scope = Scope.FORCE
    time_limit: TimeLimit | None = None
    report: Slug | None = None
    place: Text | None = Field(
        None, description="Page, paragraph or chapter of the report, as printed."
    )
    statements: tuple[Statement, ...] = ()
    note: Text | None = None
    sources: Sources

    @model_validator(mode="before")
    @classmethod
    def _with_statement_ids(cls, raw: Any) -> Any:
        if not isinstance(raw, dict) or not isinstance(raw.get("statements"), list):
            return raw
        named = [
            {**said, "id": _statement_id(raw.get("id"), said)}
            if isinstance(said, dict) and "id" not in said
            else said
            for said in raw["statements"]
        ]
        return {**raw, "statements": named}


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
    voice: Voice = Field(description="Whose source says it.")
    says: Standing | None = Field(None, description="What it says of the promise, if anything.")
    rests_on: tuple[Slug, ...] = Field(
        (), description="Findings it rests on; an `addressed` by the inspectorate must have one."
    )
    note: Text | None = Field(None, description="Our own remark on it.")
    date: PartialDate | None = None
    sources: Sources


class Commitment(Fact):
    """Something somebody promised in public. No outcomes means: nothing published found by us."""

    id: Slug
    summary: Text
    theme: Slug | None = Field(
        None, description="The theme it is about; None where it is about the whole."
    )
    kind: CommitmentKind | None = Field(None, description="What it answers, if a date follows.")
    kept_by: Slug | None = Field(None, description="The inspection that was the revisit promised.")
    time_limit: TimeLimit | None = None
    outcomes: tuple[Outcome, ...] = ()
    sources: Sources


class Response(Fact):
    """What somebody said in answer to a report. A force speaking of itself makes a claim."""

    id: Slug
    voice: Voice
    role: Text = Field(description="The speaker's office, or what kind of statement it is.")
    name: Text | None = Field(None, description="Only a public office-holder speaking officially.")
    organisation: Text = Field(description="The body the speaker spoke for.")
    date: PartialDate | None = None
    summary: Text
    themes: tuple[Slug, ...] = Field(
        (),
        description="Themes it speaks of by name; empty where it answers the report as a whole.",
    )
    reply: ReplyKind | None = Field(
        None,
        description="How the governing body itself published it; None for words to the press.",
    )
    report: Slug | None = Field(None, description="Which report of the inspection it answers.")
    commitments: tuple[Commitment, ...] = ()
    note: Text | None = None
    sources: Sources
