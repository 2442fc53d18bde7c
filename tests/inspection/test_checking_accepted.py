"""Rules on accepted warnings: one sound and one wrong record for each."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspection.checking_accepted import accepted_warnings_are_about_something
from inspection.contents import Contents
from inspection.fields import Lost
from inspection.model import Record
from tests.inspection.rules import Rule, problems_said
from tests.inspection.samples import finding, inspection, record

HERE = "accepted_warnings > 1"


def accepted(code: str = "A05", of: str = "e-1", *more: tuple[str, str]) -> Record:
    """A record with one finding and one accepted warning, and perhaps further ones."""
    return record(
        inspection(findings=[finding("e-1")]),
        accepted_warnings=[
            {"code": code, "of": of, "reason": "It is so.", "until": "2026-06-01"}
            for code, of in ((code, of), *more)
        ],
    )


RULES = [
    Rule(
        "a warning about a fact can be accepted, an error cannot",
        accepted("A05"),
        accepted("X02"),
        f'K01  {HERE} > code: "X02" cannot be accepted, only mended. '
        "Those that can be accepted are: A05, G12, I11, I12, X12, X14.",
    ),
    Rule(
        "a warning about the form of a file cannot be accepted",
        accepted("A05"),
        accepted("S14"),
        f'K01  {HERE} > code: "S14" cannot be accepted, only mended. '
        "Those that can be accepted are: A05, G12, I11, I12, X12, X14.",
    ),
    Rule(
        "a warning about the accepting itself cannot be accepted",
        accepted("A05"),
        accepted("K03"),
        f'K01  {HERE} > code: "K03" cannot be accepted, only mended. '
        "Those that can be accepted are: A05, G12, I11, I12, X12, X14.",
    ),
    Rule(
        "what is accepted is a code",
        accepted("A05"),
        accepted("a05"),
        f'K01  {HERE} > code: "a05" is not a code of the check. '
        "Those that can be accepted are: A05, G12, I11, I12, X12, X14.",
    ),
    Rule(
        "what it is about is in the record",
        accepted(of="missing-children"),
        accepted(of="missing-childern"),
        f'K02  {HERE} > of: "missing-childern" is the id of nothing in this record. '
        'Did you mean "missing-children"?',
    ),
    Rule(
        "what it is about has not gone from the record",
        accepted(),
        accepted(of="zebra"),
        f'K02  {HERE} > of: "zebra" is the id of nothing in this record. Take the entry away.',
    ),
    Rule(
        "a warning is accepted by one entry",
        accepted("A05", "e-1", ("G12", "e-1"), ("A05", "missing-children")),
        accepted("A05", "e-1", ("A05", "e-1")),
        'F15  accepted_warnings > 2: A05 of "e-1" is accepted twice. Keep one of the two. '
        "See also LINE.",
    ),
]


@pytest.mark.parametrize("rule", RULES, ids=[rule.asks for rule in RULES])
def test_a_record_that_keeps_the_rule_is_sound(rule: Rule, tmp_path: Path) -> None:
    assert problems_said(rule.kept, tmp_path) == []


@pytest.mark.parametrize("rule", RULES, ids=[rule.asks for rule in RULES])
def test_one_line_says_which_rule_is_broken_and_where(rule: Rule, tmp_path: Path) -> None:
    assert problems_said(rule.broken, tmp_path) == [rule.said]


def test_nothing_is_said_of_an_id_that_may_stand_in_a_part_that_could_not_be_read() -> None:
    said = [
        list(accepted_warnings_are_about_something(Contents(accepted(of="zebra"), lost)))
        for lost in (Lost(), Lost(unsure={"themes"}), Lost(words={"zebra"}))
    ]
    assert [len(faults) for faults in said] == [1, 0, 0]
