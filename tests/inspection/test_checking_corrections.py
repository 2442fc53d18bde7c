"""Rules on corrections: one sound and one wrong record for each."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspection.model import Record
from tests.inspection.rules import Rule, problems_said
from tests.inspection.samples import (
    SOURCES,
    correction,
    finding,
    inspection,
    recommendation,
    record,
    release,
    report,
    statement,
)

HERE = "corrections > correction-1 > "


def corrected(*more: object, **fields: object) -> Record:
    """A record of edition 1.1.0 in which one fact was mended, and perhaps further corrections."""
    said = [statement("e-s1", date="2023-05-01")]
    looked = inspection(
        findings=[finding("e-1")],
        recommendations=[recommendation("e-r1", statements=said)],
        reports=[report("main", "2022-09-15")],
    )
    return record(
        looked,
        corrections=[correction("correction-1", **fields), *more],
        release=release(version="1.10.0"),
    )


RULES = [
    Rule(
        "a corrected fact is in the record",
        corrected(fact="e-1"),
        corrected(fact="e-s2"),
        f'X10  {HERE}fact: "e-s2" is the id of nothing in this record. Did you mean "e-s1"?',
    ),
    Rule(
        "a fact that was taken out is called so",
        corrected(fact="long-gone", removed=True),
        corrected(fact="long-gone"),
        f'X10  {HERE}fact: "long-gone" is the id of nothing in this record. '
        "Correct it, or write `removed: true` if the fact was taken out.",
    ),
    Rule(
        "what was mended once and taken out later stays in the log",
        corrected(correction("correction-2", fact="long-gone", removed=True), fact="long-gone"),
        corrected(correction("correction-2", fact="lost", removed=True), fact="long-gone"),
        f'X10  {HERE}fact: "long-gone" is the id of nothing in this record. '
        "Correct it, or write `removed: true` if the fact was taken out.",
    ),
    Rule(
        "a correction is of a statement on a recommendation, and not of another correction",
        corrected(fact="e-s1"),
        corrected(fact="correction-1"),
        f'X10  {HERE}fact: "correction-1" is the id of nothing in this record. '
        "Correct it, or write `removed: true` if the fact was taken out.",
    ),
    Rule(
        "a report of an inspection is named by the inspection",
        corrected(fact="eastshire-peel-2022"),
        corrected(fact="main"),
        f'X10  {HERE}fact: "main" is the id of nothing in this record. '
        "Correct it, or write `removed: true` if the fact was taken out.",
    ),
    Rule(
        "what a fact stood in is in the record",
        corrected(fact="long-gone", removed=True, stood_in="e-r1"),
        corrected(fact="long-gone", removed=True, stood_in="e-r7"),
        f'X10  {HERE}stood_in: "e-r7" is the id of nothing in this record. Did you mean "e-r1"?',
    ),
    Rule(
        "what was taken out is gone",
        corrected(fact="e-1"),
        corrected(fact="e-1", removed=True),
        f'C01  {HERE}removed: "e-1" was taken out, and is in this record. '
        "Take `removed` away, or give the new fact an id of its own.",
    ),
    Rule(
        "only what was taken out stood in something",
        corrected(fact="long-gone", removed=True, stood_in="eastshire-peel-2022"),
        corrected(fact="e-1", stood_in="eastshire-peel-2022"),
        f"C01  {HERE}stood_in: This fact was not taken out. Take this away.",
    ),
    Rule(
        "nothing is mended before it was wrong",
        corrected(date="2025-11-01", since="2025-11-01"),
        corrected(date="2025-11-01", since="2025-11-02"),
        f"C02  {HERE}since: 2025-11-02 is after the day on which it was mended, 2025-11-01. "
        "Correct one of the dates.",
    ),
    Rule(
        "nothing is mended after the release",
        corrected(date="2025-12-01"),
        corrected(date="2025-12-02"),
        f'I09  {HERE}date: "2025-12-02" is after the day of this edition, '
        "2025-12-01. Correct it, or set `released_on` to the day you publish.",
    ),
    Rule(
        "the edition that mended it is out",
        corrected(mended_in="1.9.0"),
        corrected(mended_in="1.11.0"),
        f'C03  {HERE}mended_in: "1.11.0" is later than this edition, 1.10.0. '
        "Correct it, or raise `version` of the release.",
    ),
    Rule(
        "it was wrong in an earlier edition than the one that mended it",
        corrected(first_in="1.9.0", mended_in="1.10.0"),
        corrected(first_in="1.10.0", mended_in="1.9.0"),
        f'C03  {HERE}first_in: "1.10.0" is not before 1.9.0, which mended it. '
        "Correct one of the two.",
    ),
    Rule(
        "a source shows what is right, or it is said why none",
        corrected(sources=[], unsourced="Nobody had counted."),
        corrected(sources=[]),
        f"C04  {HERE}sources: No source shows what is right. "
        "Name one, or say as `unsourced` why there is none.",
    ),
    Rule(
        "only where no source shows what is right it is said why none",
        corrected(sources=SOURCES),
        corrected(sources=SOURCES, unsourced="Nobody had counted."),
        f"C04  {HERE}unsourced: A source shows what is right. Take this away.",
    ),
    Rule(
        "something else stands there now",
        corrected(was="Seven.", now="Eight."),
        corrected(was="Seven.", now="seven."),
        f"C04  {HERE}now: This is what the record said before. Say what it says now.",
    ),
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.asks)
def test_nothing_is_said_of_a_record_that_keeps_the_rule(rule: Rule, tmp_path: Path) -> None:
    assert problems_said(rule.kept, tmp_path) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.asks)
def test_one_line_says_which_rule_is_broken_and_where(rule: Rule, tmp_path: Path) -> None:
    assert problems_said(rule.broken, tmp_path) == [rule.said]
