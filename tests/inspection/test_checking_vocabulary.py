"""Rules on the vocabulary: one sound and one wrong record for each."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspection.dataset import examine
from inspection.model import Force, Inspection, Record
from tests.inspection.rules import Rule, problems_said
from tests.inspection.samples import (
    FOUR_GRADES,
    SOURCES,
    cycle,
    finding,
    inspection,
    programme,
    programmes,
    question,
    record,
    scale,
    theme,
)


def old(**fields: object) -> Inspection:
    return inspection("eastshire-peel-2016", "peel-2016", published="2016-12-08", **fields)


def disputed(fact: str, by_rule: str) -> Record:
    found = inspection(findings=(finding("e-1"),))
    return record(found, disputed_tags=[{"fact": fact, "by_rule": by_rule}])


def event(**fields: object) -> Record:
    words = {"id": "event", "forces": ("eastshire",), "title": "Event", "summary": "It was so."}
    return record(context_events=[{**words, "date": "2020-03", "sources": SOURCES, **fields}])


def one_more_cycle(**fields: object) -> Record:
    child_protection, peel = programmes()
    more = cycle("peel-2018", **({"scale": "four-grades"} | fields))
    return record(programmes=[child_protection, programme("peel", *peel.cycles, more)])


def office(**fields: object) -> Record:
    body = {"id": "eastshire-pcc", "name": "Commissioner", "sources": SOURCES}
    body |= {"kind": "police-and-crime-commissioner", **fields}
    force = {"id": "eastshire", "name": "Eastshire Police", "short_name": "Eastshire"}
    return record(forces=[Force.model_validate({**force, "governing_bodies": [body]})])


def themes_with_boundary(leads_to: str) -> Record:
    missing, *others = record().themes
    boundary = {"what": "calls about other children", "theme": leads_to}
    parted = theme(missing.id, "child-protection", not_here=[boundary])
    return record(themes=[parted, *others])


def second_reading(findings: int, agreed: int) -> Record:
    read = {"findings": findings, "agreed": agreed, "note": "Read by two."}
    return record(second_reading=read)


def hard_pairs(*pairs: tuple[str, ...]) -> Record:
    return record(hard_pairs=[{"themes": pair, "rule": "As is said here."} for pair in pairs])


def peel_2022_beside_2017(scale_of_2022: str) -> Record:
    child_protection, _ = programmes()
    peel = programme(
        "peel",
        cycle("peel-2016", scale="four-grades"),
        cycle("peel-2017", scale="four-grades", comparable_with=["peel-2022"]),
        cycle("peel-2022", scale=scale_of_2022, comparable_with=["peel-2017"]),
    )
    return record(programmes=[child_protection, peel])


RULES = [
    Rule(
        "a grade stands once on its scale",
        record(),
        record(scales=[scale("four-grades", *FOUR_GRADES, "good"), record().scales[1]]),
        'V01  scales > four-grades > grades > good > id: "good" is on this scale already.',
    ),
    Rule(
        "cycles that may be compared say so of one another",
        record(),
        one_more_cycle(comparable_with=["peel-2017"]),
        'V02  programmes > peel > cycles > peel-2018 > comparable_with > 1: "peel-2017" does not '
        "name this cycle in return. Add peel-2018 to its comparable_with, "
        "or take peel-2017 away here.",
    ),
    Rule(
        "a cycle is not called comparable with itself",
        one_more_cycle(comparable_with=[]),
        one_more_cycle(comparable_with=["peel-2018"]),
        "V02  programmes > peel > cycles > peel-2018 > comparable_with > 1: "
        "A cycle need not name itself. Take it away.",
    ),
    Rule(
        "a question of several cycles has a reason",
        record(questions=[question("preventing", "peel-2016", "peel-2017")]),
        record(questions=[question("preventing", "peel-2016", "peel-2017", crosswalk_reason=None)]),
        "V04  questions > preventing > crosswalk_reason: "
        "It is not said why this is the same question in several cycles. Give the reason.",
    ),
    Rule(
        "a cycle looked at a theme, or we do not know",
        one_more_cycle(looks_at=["missing-children"], may_look_at=["risk-recognition"]),
        one_more_cycle(looks_at=["missing-children"], may_look_at=["missing-children"]),
        'V05  programmes > peel > cycles > peel-2018 > may_look_at > 1: "missing-children" is '
        "already among those looked at. Keep one of the two.",
    ),
    Rule(
        "an inspection looked at a theme, or we do not know",
        record(old(looked_at=["missing-children"], may_have_looked_at=["risk-recognition"])),
        record(old(looked_at=["missing-children"], may_have_looked_at=["missing-children"])),
        'V05  eastshire-peel-2016 > may_have_looked_at > 1: "missing-children" is already among '
        "those looked at. Keep one of the two.",
    ),
    Rule(
        "an office does not end before it begins",
        office(since="2012-11", until="2012-11"),
        office(since="2012-11", until="2012-10"),
        "V06  forces > eastshire > governing_bodies > eastshire-pcc > until: "
        "October 2012 is before November 2012. Correct one of the dates.",
    ),
    Rule(
        "an event does not end before it begins",
        event(until="2020"),
        event(until="2019"),
        "V06  context_events > event > until: 2019 is before March 2020. Correct one of the dates.",
    ),
    Rule(
        "what does not belong to a theme belongs to another one",
        themes_with_boundary("risk-recognition"),
        themes_with_boundary("missing-children"),
        'V07  themes > missing-children > not_here > 1 > theme: "missing-children" is this theme '
        "itself. Name the theme it belongs to, or move it to covers.",
    ),
    Rule(
        "what does not belong to a theme belongs to one of the vocabulary",
        themes_with_boundary("risk-recognition"),
        themes_with_boundary("risk-recogniton"),
        "X03  themes > missing-children > not_here > 1 > theme: "
        '"risk-recogniton" is not a theme of the vocabulary. Did you mean "risk-recognition"?',
    ),
    Rule(
        "two readers agree on no more findings than they read",
        second_reading(findings=40, agreed=40),
        second_reading(findings=40, agreed=41),
        "V08  second_reading > agreed: 41 of 40 is more than were read. Correct one of them.",
    ),
    Rule(
        "two themes are told apart by one rule",
        hard_pairs(
            ("missing-children", "risk-recognition"), ("missing-children", "investigating-crime")
        ),
        hard_pairs(
            ("missing-children", "risk-recognition"), ("risk-recognition", "missing-children")
        ),
        "V09  hard_pairs > 2 > themes: These two themes have a rule already. "
        "Make one rule of the two. See also LINE.",
    ),
    Rule(
        "a disputed tag is of a finding or recommendation in the record",
        disputed("e-1", "risk-recognition"),
        disputed("e-2", "risk-recognition"),
        'V10  disputed_tags > 1 > fact: "e-2" is no finding or recommendation of this record. '
        "Correct it, or take the entry away.",
    ),
    Rule(
        "a disputed tag disputes something",
        disputed("e-1", "risk-recognition"),
        disputed("e-1", "missing-children"),
        'V10  disputed_tags > 1 > by_rule: "e-1" has the theme "missing-children" already. '
        "Take the entry away.",
    ),
    Rule(
        "a rule tells a theme from another one",
        hard_pairs(("missing-children", "risk-recognition")),
        hard_pairs(("missing-children", "missing-children")),
        'F15  hard_pairs > 1 > themes: "missing-children" stands here 2 times. Keep one of them.',
    ),
    Rule(
        "both themes of a hard pair are in the vocabulary",
        hard_pairs(("missing-children", "risk-recognition")),
        hard_pairs(("missing-children", "risk-recogniton")),
        'X03  hard_pairs > 1 > themes > 2: "risk-recogniton" is not a theme of the vocabulary. '
        'Did you mean "risk-recognition"?',
    ),
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.asks)
def test_nothing_is_said_of_a_record_that_keeps_the_rule(rule: Rule, tmp_path: Path) -> None:
    assert problems_said(rule.kept, tmp_path) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.asks)
def test_one_line_says_which_rule_is_broken_and_where(rule: Rule, tmp_path: Path) -> None:
    assert problems_said(rule.broken, tmp_path) == [rule.said]


def test_cycles_that_may_be_compared_have_one_scale(tmp_path: Path) -> None:
    said = problems_said(peel_2022_beside_2017("five-grades"), tmp_path)
    assert said[0] == (
        'V03  programmes > peel > cycles > peel-2017 > comparable_with > 1: "peel-2022" is graded '
        "on another scale. Take it away."
    )
    assert [line[:3] for line in said] == ["V03", "V03"]
    assert problems_said(peel_2022_beside_2017("four-grades"), tmp_path) == []


def test_a_theme_that_only_rules_speak_of_is_used_nowhere(tmp_path: Path) -> None:
    voice = theme("voice", "both", not_here=[{"what": "cells", "theme": "custody"}])
    themes = [*record().themes, voice, theme("custody", "both")]
    pair = {"themes": ["voice", "custody"], "rule": "As is said here."}
    assert problems_said(record(themes=themes, hard_pairs=[pair]), tmp_path) == [
        f'X12  themes > {name} > id: (warning) "{name}" is used nowhere. '
        "Take it away unless it is still wanted."
        for name in ("voice", "custody")
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("agreed: 35", "agreed: 035", ("F07", "agreed", '"035" is not a plain number.')),
        ("findings: 40", "findings: 0", ("F08", "findings", '"0" is too small.')),
    ],
)
def test_the_figures_of_a_second_reading_are_plain_and_not_nothing(
    right: str, wrong: str, said: tuple[str, str, str], tmp_path: Path
) -> None:
    problems_said(second_reading(findings=40, agreed=35), tmp_path)
    file = tmp_path / "record.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace(right, wrong), encoding="utf-8")
    _, problems = examine(file)
    code, field, message = said
    assert [(p.code, p.path, p.message) for p in problems] == [
        (code, f"second_reading > {field}", message)
    ]
