"""Rules on the dates and chains of inspections, and on what was said about them since."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspection.model import Inspection, Record
from tests.inspection.rules import Rule, problems_said
from tests.inspection.samples import (
    commitment,
    finding,
    inspection,
    recommendation,
    record,
    release,
    report,
    response,
    source,
    statement,
)

NEW = "eastshire-peel-2022"
FIELDWORK = {"start": "2022-02", "end": "2022-03"}


def old(**fields: object) -> Inspection:
    return inspection("eastshire-peel-2016", "peel-2016", **({"published": "2016-12-08"} | fields))


def also_reported_in_2016(published: str) -> Inspection:
    follows = "eastshire-peel-2016"
    return inspection("eastshire-b", "peel-2016", published=published, follows=follows)


def dated(**fields: object) -> Record:
    return record(inspection(**fields))


def linked(
    of_the_new: dict[str, str], of_the_old: dict[str, str], force: str = "eastshire"
) -> Record:
    earlier = inspection(f"{force}-peel-2016", "peel-2016", published="2016-12-08", **of_the_old)
    return record(earlier, inspection(**of_the_new))


def visits_reported_together(first_visit: str, second_visit: str) -> Record:
    first = old(fieldwork={"start": first_visit})
    second = inspection(
        "eastshire-peel-2017",
        "peel-2017",
        published="2016-12-08",
        fieldwork={"start": second_visit},
        follows="eastshire-peel-2016",
    )
    return record(first, second)


def said_since(**parts: object) -> Record:
    return record(inspection(fieldwork=FIELDWORK, **parts))


def promised(answered: str, came_of_it: str) -> Record:
    said = {"summary": "It was done.", "voice": "force", "sources": ["the-report"]}
    outcome = {**said, "date": came_of_it}
    answer = response(date=answered, commitments=[commitment(outcomes=[outcome])])
    return record(inspection(responses=[answer]))


def event(on: str) -> dict[str, object]:
    words = {"id": "event", "forces": ["eastshire"], "title": "Event", "summary": "It will be so."}
    return {**words, "date": on, "sources": ["the-report"]}


def limit(by: str) -> dict[str, str]:
    return {"words": "within three months", "by": by}


def returned_to(earlier: Inspection, target: str = "e-1", **fields: object) -> Record:
    new = inspection(findings=[finding("e-2"), finding("e-3", follows_up=[target])], **fields)
    return record(earlier, new)


DATES = [
    Rule(
        "the id of an inspection begins with its force",
        dated(force="eastshire"),
        dated(force="westshire"),
        f'I01  {NEW} > id: "{NEW}" does not begin with its force. Begin with westshire-.',
    ),
    Rule(
        "the cycle is one of the programme",
        dated(programme="peel"),
        dated(programme="child-protection"),
        f'I02  {NEW} > cycle: "peel-2022" is not a cycle of "child-protection". '
        "Its cycles are: cp-2014, cp-2024.",
    ),
    Rule(
        "fieldwork ends after it begins",
        dated(fieldwork={"start": "2022-03-08", "end": "2022-03"}),
        dated(fieldwork={"start": "2022-03-08", "end": "2022-02"}),
        f"I03  {NEW} > fieldwork > end: February 2022 is before the beginning of fieldwork, "
        "8 March 2022. Correct one of the dates.",
    ),
    Rule(
        "publication comes after fieldwork",
        dated(fieldwork={"end": "2022-09"}),
        dated(fieldwork={"end": "2022-10"}),
        f"I03  {NEW} > published: 15 September 2022 is before the end of fieldwork, "
        "October 2022. Correct one of the dates.",
    ),
    Rule(
        "each report comes after the beginning of fieldwork",
        dated(fieldwork=FIELDWORK, reports=[report("a", "2022"), report("b", "2022-09-15")]),
        dated(fieldwork=FIELDWORK, reports=[report("a", "2021"), report("b", "2022-09-15")]),
        f"I03  {NEW} > reports > a > published: 2021 is before the beginning of fieldwork, "
        "February 2022. Correct one of the dates.",
    ),
    Rule(
        "publication is the day of one of the reports",
        dated(reports=[report("a", "2022-09"), report("added", "2023-09-21")]),
        dated(reports=[report("a", "2022-08"), report("added", "2023-09-21")]),
        f"I04  {NEW} > published: No report of this inspection came out on 15 September 2022. "
        "Correct one of the dates.",
    ),
    Rule(
        "the web copy is not older than the report",
        dated(web_date="2022-09"),
        dated(web_date="2022-08"),
        f"I05  {NEW} > web_date: August 2022 is before first publication, 15 September 2022. "
        "Correct one of the dates.",
    ),
    Rule(
        "nothing is dated after the release",
        record(inspection(), sources=[source("the-report", published="2025-12")]),
        record(inspection(), sources=[source("the-report", published="2025-12-02")]),
        'I09  sources > the-report > published: "2025-12-02" is after the day of this edition, '
        "2025-12-01. Correct it, or set `released_on` to the day you publish.",
    ),
    Rule(
        "an event may be announced before it happens, but not published before",
        record(inspection(), context_events=[event("2028-05")]),
        record(inspection(published="2028-05"), context_events=[event("2028-05")]),
        f'I09  {NEW} > published: "2028-05" is after the day of this edition, '
        "2025-12-01. Correct it, or set `released_on` to the day you publish.",
    ),
    Rule(
        "the last search of the public pages was before the release",
        record(release=release(last_looked_on="2025")),
        record(release=release(last_looked_on="2026")),
        'I09  release > last_looked_on: "2026" is after the day of this edition, '
        "2025-12-01. Correct it, or set `released_on` to the day you publish.",
    ),
]

CHAINS = [
    Rule(
        "an inspection follows one of its own force",
        linked({"follows": "eastshire-peel-2016"}, {}),
        linked({"follows": "westshire-peel-2016"}, {}, "westshire"),
        f'I06  {NEW} > follows: "westshire-peel-2016" is an inspection of westshire. '
        "Name one of the same force.",
    ),
    Rule(
        "an inspection continues an earlier one",
        linked({"continues": "eastshire-peel-2016"}, {}),
        linked({}, {"continues": NEW}),
        f'I07  eastshire-peel-2016 > continues: "{NEW}" is not an earlier inspection. '
        "Name an earlier inspection.",
    ),
    Rule(
        "an inspection published on the same day is not earlier",
        record(old(), also_reported_in_2016("2016")),
        record(old(), also_reported_in_2016("2016-12-08")),
        'I07  eastshire-b > follows: "eastshire-peel-2016" is not an earlier inspection. '
        "Name an earlier inspection.",
    ),
    Rule(
        "of visits reported on one day the earlier is the one with the earlier fieldwork",
        visits_reported_together("2016-01", "2016-03"),
        visits_reported_together("2016-04", "2016-03"),
        'I07  eastshire-peel-2017 > follows: "eastshire-peel-2016" is not an earlier inspection. '
        "Name an earlier inspection.",
    ),
]

AFTERWARDS = [
    Rule(
        "an answer is given after the inspection began",
        said_since(responses=[response(date="2022")]),
        said_since(responses=[response(date="2021")]),
        f"R01  {NEW} > responses > e-a1 > date: 2021 is before the beginning of fieldwork, "
        "February 2022. Correct one of the dates.",
    ),
    Rule(
        "a statement on a recommendation is made after the inspection began",
        said_since(recommendations=[recommendation(statements=[statement(date="2022-02")])]),
        said_since(recommendations=[recommendation(statements=[statement(date="2022-01")])]),
        f"R01  {NEW} > recommendations > e-r1 > statements > e-s1 > date: January 2022 is before "
        "the beginning of fieldwork, February 2022. Correct one of the dates.",
    ),
    Rule(
        "a time limit ends after the inspection began",
        said_since(recommendations=[recommendation(time_limit=limit("2022-12"))]),
        said_since(recommendations=[recommendation(time_limit=limit("2012-12"))]),
        f"R02  {NEW} > recommendations > e-r1 > time_limit > by: December 2012 is before the "
        "beginning of fieldwork, February 2022. Correct one of the dates.",
    ),
    Rule(
        "what became of a promise comes after it",
        promised("2022-10-01", "2022-10"),
        promised("2022-10-01", "2022-09"),
        f"R04  {NEW} > responses > e-a1 > commitments > e-a1-c1 > outcomes > 1 > date: "
        "September 2022 is before the promise, 1 October 2022. Correct one of the dates.",
    ),
    Rule(
        "a finding follows up one on the same force",
        returned_to(old(findings=[finding("e-1")])),
        returned_to(inspection("westshire-peel-2016", published="2016", findings=[finding("e-1")])),
        f'R03  {NEW} > findings > e-3 > follows_up > 1: "e-1" is a finding on westshire. '
        "Name one on the same force.",
    ),
    Rule(
        "a finding follows up one of an earlier inspection",
        returned_to(old(findings=[finding("e-1")])),
        returned_to(old(findings=[finding("e-1")]), "e-2", published="2022"),
        f'R03  {NEW} > findings > e-3 > follows_up > 1: "e-2" is not of an earlier inspection. '
        "Name a finding of an earlier inspection.",
    ),
]
RULES = DATES + CHAINS + AFTERWARDS


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.asks)
def test_nothing_is_said_of_a_record_that_keeps_the_rule(rule: Rule, tmp_path: Path) -> None:
    assert problems_said(rule.kept, tmp_path) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.asks)
def test_one_line_says_which_rule_is_broken_and_where(rule: Rule, tmp_path: Path) -> None:
    assert problems_said(rule.broken, tmp_path) == [rule.said]


def test_every_circle_of_inspections_is_told_once(tmp_path: Path) -> None:
    circles = record(
        inspection("eastshire-a", published="2022", follows="eastshire-b"),
        inspection("eastshire-b", published="2022", continues="eastshire-a"),
        inspection("eastshire-c", published="2022", follows="eastshire-c"),
        inspection("eastshire-d", published="2022", follows="eastshire-a"),
    )
    assert problems_said(circles, tmp_path) == [
        "I08  eastshire-a: This inspection leads back to itself, by way of eastshire-b. "
        "Take one of the links away.",
        "I08  eastshire-c: This inspection leads back to itself, by way of itself. "
        "Take one of the links away.",
    ]
