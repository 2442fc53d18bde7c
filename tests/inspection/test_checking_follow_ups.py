"""Rules on what goes back to an earlier inspection: one sound and one wrong record for each."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspection.model import Record
from inspection.problems import ACCEPTABLE
from tests.inspection.rules import Rule, problems_said
from tests.inspection.samples import finding, grade, inspection, question, recommendation, record

FIRST, REVIEW = "eastshire-cp-2015", "eastshire-cp-2016"


def reviewed(
    kind: str = "post-inspection-review", cycle: str = "cp-2014", **fields: object
) -> Record:
    """A first inspection and what went back to it, under cycles that look at missing children."""
    themes = ("missing-children", "risk-recognition", "investigating-crime")
    found = [finding(f"e-{n}", theme) for n, theme in enumerate(themes)]
    first = inspection(FIRST, "cp-2014", published="2015", findings=found)
    given = {"published": "2016", "follows": FIRST, "kind": kind} | fields
    asked = [question("responding", "cp-2024", theme="missing-children")]
    return record(first, inspection(REVIEW, cycle, **given), questions=asked)


def unsaid(kind: str, cycle: str = "cp-2014") -> str:
    return (
        f"I11  {REVIEW}: (warning) Nothing says that this {kind} looked at missing-children; it is "
        f"counted as if it had, because {cycle} does. Name in `looked_at` what the report says that "
        "it looked at, and in `may_have_looked_at` what may belong to it; `looked_at: []` where it "
        "does not say."
    )


def unnamed(kind: str) -> str:
    return (
        f"I12  {REVIEW}: (warning) It is not said which inspection this {kind} goes back to. Name it "
        "as `follows`, or as `continues` where the method is new. Where it is not in the record, "
        "accept this warning."
    )


KINDS = {
    "revisit": "revisit",
    "reinspection": "reinspection",
    "post-inspection-review": "post-inspection review",
    "assessment-of-progress": "assessment of progress",
}
RULES = (
    *(
        Rule(
            f"a {kind} says what it looked at",
            reviewed(kind, looked_at=[], may_have_looked_at=["missing-children"]),
            reviewed(kind),
            unsaid(words),
        )
        for kind, words in KINDS.items()
    ),
    Rule(
        "what it may have looked at does not say what it looked at",
        reviewed(looked_at=[]),
        reviewed(may_have_looked_at=["missing-children"]),
        unsaid("post-inspection review"),
    ),
    Rule(
        "a theme on which something is recorded was looked at",
        reviewed(findings=[finding("e-3")]),
        reviewed(findings=[finding("e-3", "risk-recognition")]),
        unsaid("post-inspection review"),
    ),
    Rule(
        "a theme for which something was asked was looked at",
        reviewed(recommendations=[recommendation("e-r1")]),
        reviewed(recommendations=[recommendation("e-r1", "risk-recognition")]),
        unsaid("post-inspection review"),
    ),
    Rule(
        "a theme that was graded was looked at",
        reviewed(cycle="cp-2024", grades=[grade("responding", "good")]),
        reviewed(cycle="cp-2024", grades=[grade("responding", empty="not-graded")]),
        unsaid("post-inspection review", "cp-2024"),
    ),
    Rule(
        "a first inspection looks at what its cycle looks at",
        reviewed("inspection"),
        reviewed(),
        unsaid("post-inspection review"),
    ),
    *(
        Rule(
            f"a {kind} says what it goes back to",
            reviewed(kind, looked_at=["missing-children"]),
            reviewed(kind, looked_at=["missing-children"], follows=None),
            unnamed(words),
        )
        for kind, words in KINDS.items()
    ),
    Rule(
        "a history that goes on under a new method says what it goes back to",
        reviewed(looked_at=[], follows=None, continues=FIRST),
        reviewed(looked_at=[], follows=None),
        unnamed("post-inspection review"),
    ),
    Rule(
        "a first inspection goes back to nothing",
        reviewed("inspection", follows=None),
        reviewed(looked_at=[], follows=None),
        unnamed("post-inspection review"),
    ),
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.asks)
def test_nothing_is_said_of_a_record_that_keeps_the_rule(rule: Rule, tmp_path: Path) -> None:
    assert problems_said(rule.kept, tmp_path) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.asks)
def test_one_line_says_which_rule_is_broken_and_where(rule: Rule, tmp_path: Path) -> None:
    assert problems_said(rule.broken, tmp_path) == [rule.said]


def test_both_warnings_can_be_accepted_until_a_day_with_a_reason() -> None:
    assert {"I11", "I12"} <= ACCEPTABLE
