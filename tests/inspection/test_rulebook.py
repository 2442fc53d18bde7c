"""The rulebook of themes: what belongs where, how often two readers agreed, what is hard."""

import pytest

from inspection.rulebook import (
    HardPairRow,
    RuleRow,
    agreement_words,
    disputed_tags,
    hard_pairs,
    rule_words,
    rulebook,
)
from tests.inspection import samples as s

MISSING = s.theme(
    "missing-children",
    "child-protection",
    covers=["how the risk is graded", "how soon officers are sent"],
    not_here=[
        {"what": "calls about other children", "theme": "risk-recognition"},
        {"what": "theft of a phone", "theme": "investigating-crime"},
    ],
)
RISK = s.theme("risk-recognition", "child-protection")
CRIME = s.theme("investigating-crime", "all-policing")
THEMES = (MISSING, RISK, CRIME)


def read(findings: int, agreed: int) -> str:
    reading = {"findings": findings, "agreed": agreed, "note": "Read in March."}
    return agreement_words(s.record(second_reading=reading))


def test_each_theme_has_its_rules_and_the_number_of_what_stands_under_it():
    first = s.inspection(
        findings=(
            s.finding("e-1"),
            s.finding("e-2", scope="partner"),
            s.finding("e-3", "risk-recognition"),
        ),
        recommendations=(s.recommendation("e-r1"),),
    )
    other = s.inspection("westshire-peel-2022", findings=(s.finding("w-1"),))
    assert rulebook(s.record(first, other, themes=THEMES)) == (
        RuleRow(
            "missing-children",
            "Missing children",
            "Missing children.",
            ("how the risk is graded", "how soon officers are sent"),
            (
                "calls about other children: Risk recognition",
                "theft of a phone: Investigating crime",
            ),
            4,
        ),
        RuleRow("risk-recognition", "Risk recognition", "Risk recognition.", (), (), 1),
        RuleRow("investigating-crime", "Investigating crime", "Investigating crime.", (), (), 0),
    )


def test_the_rules_of_a_theme_in_words_leave_out_what_is_not_said():
    missing, risk, _ = rulebook(s.record(themes=THEMES))
    assert rule_words(missing) == (
        "Missing children: missing children. Belongs here: how the risk is graded; how soon "
        "officers are sent. Belongs elsewhere: calls about other children: Risk recognition; "
        "theft of a phone: Investigating crime."
    )
    assert rule_words(risk) == "Risk recognition: risk recognition."


@pytest.mark.parametrize(
    ("findings", "agreed", "words"),
    [
        (40, 35, "35 of 40 findings (87.5 per cent)"),
        (3, 2, "2 of 3 findings (66.7 per cent)"),
        (1, 1, "1 of 1 finding (100 per cent)"),
        (1200, 0, "0 of 1,200 findings (0 per cent)"),
    ],
)
def test_agreement_is_told_with_its_denominator_and_its_note(findings, agreed, words):
    assert read(findings, agreed) == (
        f"Two readers chose the same theme for {words}. Read in March."
    )


def test_a_record_without_a_second_reading_says_so():
    assert agreement_words(s.record()) == "No second reading of the themes is in this record."


def test_a_hard_pair_names_both_themes_and_the_rule_that_parts_them():
    pair = {"themes": ["risk-recognition", "missing-children"], "rule": "Missing comes first."}
    assert hard_pairs(s.record(hard_pairs=[pair])) == (
        HardPairRow(
            ("risk-recognition", "missing-children"),
            ("Risk recognition", "Missing children"),
            "Missing comes first.",
        ),
    )
    assert hard_pairs(s.record()) == ()


def test_a_disputed_tag_keeps_its_theme_and_says_which_the_rulebook_would_give():
    found = s.inspection(
        "eastshire-2018",
        "cp-2014",
        findings=(s.finding("e-1"), s.finding("e-2")),
        recommendations=(s.recommendation("e-r1"),),
    )
    tags = [
        {"fact": "e-r1", "by_rule": "risk-recognition"},
        {"fact": "e-2", "by_rule": "investigating-crime"},
    ]
    rows = disputed_tags(s.record(found, disputed_tags=tags))
    assert [(r.fact, r.theme_name, r.by_rule_name) for r in rows] == [
        ("e-2", "Missing children", "Investigating crime"),
        ("e-r1", "Missing children", "Risk recognition"),
    ]
    assert disputed_tags(s.record(disputed_tags=tags)) == ()
