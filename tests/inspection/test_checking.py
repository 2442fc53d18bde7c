"""Rules on ids: one sound and one wrong record for each."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspection.model import Inspection, Record
from inspection.problems import CODES
from tests.inspection.rules import Rule, problems_said
from tests.inspection.samples import (
    SOURCES,
    commitment,
    cycle,
    finding,
    grade,
    inspection,
    programme,
    programmes,
    record,
    report,
    response,
    source,
    theme,
)

TESTS = Path(__file__).parent.parent
NEW = "eastshire-peel-2022"


def old(**fields: object) -> Inspection:
    return inspection("eastshire-peel-2016", "peel-2016", published="2016-12-08", **fields)


def later(**fields: object) -> Inspection:
    return inspection("eastshire-peel-2017", "peel-2017", published="2017-12-12", **fields)


def event(**fields: object) -> Record:
    words = {"id": "event", "forces": ("eastshire",), "title": "Event", "summary": "It was so."}
    return record(context_events=[{**words, "date": "2020-03", "sources": SOURCES, **fields}])


def one_more_cycle(**fields: object) -> Record:
    child_protection, peel = programmes()
    more = cycle("peel-2018", **({"scale": "four-grades"} | fields))
    return record(programmes=[child_protection, programme("peel", *peel.cycles, more)])


def sources_of_an_inspection(*used: str) -> Record:
    given = [source("the-report"), source("press")]
    return record(inspection(sources=used), sources=given)


def themes_with_voice(*findings: str, **fields: object) -> Record:
    themes = [*record().themes, theme("voice", "both")]
    found = [finding(theme=one) for one in findings]
    return record(inspection(findings=found, **fields), themes=themes)


def followed_up(target: str) -> Record:
    new = finding("e-20", follows_up=[target])
    return record(old(findings=[finding("e-1")]), later(findings=[new]))


def answered(**fields: object) -> Record:
    return record(inspection(responses=[response(**fields)]))


def stands_in(report_id: str) -> Record:
    return record(
        later(reports=[report("main", "2017-12-12")], findings=[finding(report=report_id)])
    )


RULES = [
    Rule(
        "an id is used once",
        record(inspection(findings=[finding("e-1"), finding("e-2")])),
        record(inspection(findings=[finding("e-1"), finding("e-1")])),
        f'X01  {NEW} > findings > e-1 > id: "e-1" is already in use. '
        "Choose another. See also LINE.",
    ),
    Rule(
        "a finding and an answer do not share an id",
        record(inspection(findings=[finding("e-1")], responses=[response("e-2")])),
        record(inspection(findings=[finding("e-1")], responses=[response("e-1")])),
        f'X01  {NEW} > responses > e-1 > id: "e-1" is already in use. '
        "Choose another. See also LINE.",
    ),
    Rule(
        "only in one inspection are the ids of reports all different",
        record(
            old(reports=[report("main", "2016-12-08")]),
            later(reports=[report("main", "2017-12-12")]),
        ),
        record(later(reports=[report("main", "2017-12-12"), report("main", "2017-12-12")])),
        'X01  eastshire-peel-2017 > reports > main > id: "main" is already in use. '
        "Choose another. See also LINE.",
    ),
    Rule(
        "a source is in the list of sources",
        record(inspection(sources=["the-report"])),
        record(inspection(sources=["the-reprot"])),
        f'X02  {NEW} > sources > 1: "the-reprot" is not in the list of sources. '
        'Did you mean "the-report"?',
    ),
    Rule(
        "a theme is in the vocabulary",
        record(inspection(findings=[finding(theme="risk-recognition")])),
        record(inspection(findings=[finding(theme="risk-recogniton")])),
        f'X03  {NEW} > findings > e-1 > theme: "risk-recogniton" is not a theme of the '
        'vocabulary. Did you mean "risk-recognition"?',
    ),
    Rule(
        "every theme that an answer speaks of is in the vocabulary",
        answered(themes=["missing-children", "risk-recognition"]),
        answered(themes=["missing-children", "risk-recogniton"]),
        f'X03  {NEW} > responses > e-a1 > themes > 2: "risk-recogniton" is not a theme of the '
        'vocabulary. Did you mean "risk-recognition"?',
    ),
    Rule(
        "the theme of a promise is in the vocabulary",
        answered(commitments=[commitment(theme="missing-children")]),
        answered(commitments=[commitment(theme="missing-childern")]),
        f'X03  {NEW} > responses > e-a1 > commitments > e-a1-c1 > theme: "missing-childern" is not '
        'a theme of the vocabulary. Did you mean "missing-children"?',
    ),
    Rule(
        "an answer speaks of a theme once",
        answered(themes=["missing-children"]),
        answered(themes=["missing-children", "missing-children"]),
        f'F15  {NEW} > responses > e-a1 > themes: "missing-children" stands here 2 times. '
        "Keep one of them.",
    ),
    Rule(
        "a force is in the record",
        event(forces=["westshire"]),
        event(forces=["northshire"]),
        'X04  context_events > event > forces > 1: "northshire" is not a force of this record. '
        "Use one of: eastshire, westshire.",
    ),
    Rule(
        "a cycle is in the vocabulary",
        record(inspection(cycle="peel-2022")),
        record(inspection(cycle="peel-2023")),
        f'X05  {NEW} > cycle: "peel-2023" is not a cycle of the vocabulary. '
        'Did you mean "peel-2022"?',
    ),
    Rule(
        "a programme is in the vocabulary",
        record(inspection(programme="peel")),
        record(inspection(programme="custody")),
        f'X05  {NEW} > programme: "custody" is not a programme of the vocabulary. '
        "Use one of: child-protection, peel.",
    ),
    Rule(
        "a scale is in the vocabulary",
        one_more_cycle(scale="five-grades"),
        one_more_cycle(scale="six-grades"),
        'X05  programmes > peel > cycles > peel-2018 > scale: "six-grades" is not a scale of the '
        'vocabulary. Did you mean "five-grades"?',
    ),
    Rule(
        "a question is in the vocabulary",
        record(inspection(grades=[grade("investigating-crime", "good")])),
        record(inspection(grades=[grade("investigating-crimes", "good")])),
        f'X06  {NEW} > grades > 1 > question: "investigating-crimes" is not a question of the '
        'vocabulary. Did you mean "investigating-crime"?',
    ),
    Rule(
        "an inspection that is followed is in the record",
        record(old(), later(follows="eastshire-peel-2016")),
        record(old(), later(follows="eastshire-2015")),
        'X07  eastshire-peel-2017 > follows: "eastshire-2015" is not an inspection in this '
        'record. Did you mean "eastshire-peel-2016"?',
    ),
    Rule(
        "a report is one of the inspection's own",
        stands_in("main"),
        stands_in("mian"),
        'X08  eastshire-peel-2017 > findings > e-1 > report: "mian" is not a report of this '
        'inspection. Did you mean "main"?',
    ),
    Rule(
        "a finding that is followed up is in the record",
        followed_up("e-1"),
        followed_up("e-2"),
        'X09  eastshire-peel-2017 > findings > e-20 > follows_up > 1: "e-2" is not a finding in '
        "this record. Use one of: e-1.",
    ),
    Rule(
        "a source is used",
        sources_of_an_inspection("the-report", "press"),
        sources_of_an_inspection("the-report"),
        'X11  sources > press > id: "press" is used nowhere. '
        "Name it where it was used, or take it away.",
    ),
    Rule(
        "a theme is used, which is no more than a warning",
        themes_with_voice("voice"),
        themes_with_voice(),
        'X12  themes > voice > id: (warning) "voice" is used nowhere. Take it away unless it is still wanted.',
    ),
    Rule(
        "a theme of which an answer alone speaks is used",
        themes_with_voice(responses=[response(themes=["voice"])]),
        themes_with_voice(responses=[response()]),
        'X12  themes > voice > id: (warning) "voice" is used nowhere. Take it away unless it is still wanted.',
    ),
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.asks)
def test_nothing_is_said_of_a_record_that_keeps_the_rule(rule: Rule, tmp_path: Path) -> None:
    assert problems_said(rule.kept, tmp_path) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.asks)
def test_one_line_says_which_rule_is_broken_and_where(rule: Rule, tmp_path: Path) -> None:
    assert problems_said(rule.broken, tmp_path) == [rule.said]


def test_every_code_occurs_in_a_test_or_in_the_wrong_record() -> None:
    texts = [file.read_text(encoding="utf-8") for file in TESTS.rglob("test_*.py")]
    texts.append((TESTS / "wrong_data" / "expected.txt").read_text(encoding="utf-8"))
    everything = "\n".join(texts)
    assert [code for code in CODES if f"{code}  " not in everything] == []
