"""What inspections are made under: forces and those who hold them to account, programmes and their
cycles, grade scales, questions, themes. The words of `data/vocabulary.yaml`.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from inspection.dates import PartialDate
from inspection.facts import Count, Fact, Slug, Sources, Text
from inspection.vocabulary import ComparisonBasis, GoverningBodyKind, ThemeFamily


class GoverningBody(Fact):
    """An office that held the force to account, with the time it did so where a source says."""

    id: Slug
    name: Text
    kind: GoverningBodyKind = Field(description="Which office it was.")
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
    label: Text = Field(description="The word as a reader sees it.")
    meaning: Text = Field(description="What the word says of a force, in our words.")


class Scale(Fact):
    """The grades of a cycle, best first."""

    id: Slug
    name: Text
    grades: tuple[GradeWord, ...]
    sources: Sources


class EveryForce(Fact):
    """That every force was inspected at least once in a cycle, and where that is said."""

    published: PartialDate | None = Field(
        None, description="When the reports on all forces were public; None where not known."
    )
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
    comparability_basis: ComparisonBasis = Field(
        description="Who says whether its grades may be compared with others."
    )
    between_forces: Text | None = Field(
        None, description="Why grades of two forces in this round cannot be set side by side."
    )
    looks_at: tuple[Slug, ...] = Field((), description="Themes this round set out to look at.")
    may_look_at: tuple[Slug, ...] = Field(
        (), description="Themes of which we do not know whether it looked at them."
    )
    action_plan_weeks: Count | None = Field(
        None, description="Weeks after publication in which the force is asked for a plan."
    )
    every_force: EveryForce | None = Field(
        None,
        description="Only where a source says that every force was inspected in this round: a "
        "force without a first inspection in it then has one that is not recorded.",
    )
    sources: Sources


class Programme(Fact):
    """A line of inspection work that goes on over years and methods."""

    id: Slug
    name: Text
    short_name: Text = Field(description="Its name where there is little room.")
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
    cycles: Annotated[tuple[Slug, ...], Field(min_length=1)] = Field(
        description="Ids of the cycles it was asked in."
    )
    perhaps_asked: tuple[Slug, ...] = Field(
        (), description="Cycles of which we do not know whether it was asked in them."
    )
    crosswalk_reason: Text | None = Field(
        None,
        description="Why it is the same question in each of its cycles, where there are several.",
    )


class ThemeBoundary(Fact):
    """What belongs not to a theme but to the other one named."""

    what: Text = Field(description="What belongs to the other theme, in a few words.")
    theme: Slug = Field(description="Id of that other theme.")


class Theme(Fact):
    """A subject that findings are about; each finding has one."""

    id: Slug
    name: Text
    about: Text
    family: ThemeFamily
    covers: tuple[Text, ...] = Field((), description="What belongs here, as findings are tagged.")
    not_here: tuple[ThemeBoundary, ...] = Field(
        (), description="What belongs to another theme, and to which."
    )


class SecondReading(Fact):
    """How far two readers gave the same theme to the same findings."""

    findings: Annotated[int, Field(ge=1, le=1_000_000)] = Field(
        description="How many findings both of them read."
    )
    agreed: Count = Field(description="For how many they chose the same theme.")
    note: Text


class HardPair(Fact):
    """Two themes that readers find hard to tell apart, and how this record decides."""

    themes: Annotated[tuple[Slug, ...], Field(min_length=2, max_length=2)]
    rule: Text = Field(description="What belongs to the one and what to the other.")


class DisputedTag(Fact):
    """A finding or recommendation that the rulebook would put under another theme.

    Its theme stands until a second reader has agreed to the change.
    """

    fact: Slug = Field(description="The id of the finding or recommendation.")
    by_rule: Slug = Field(description="The theme it would have by the rulebook.")


class Indicator(Fact):
    """Something measured more than once. That alone does not make its values comparable."""

    id: Slug
    name: Text
    about: Text = Field(description="What is measured, and what to beware of.")
    theme: Slug
    unit: Text = Field(description="Unit of the axis, such as 'per cent', 'days' or 'devices'.")
