"""Rules on grades: one sound and one wrong record for each."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspection.model import Inspection, Record
from tests.inspection.rules import Rule, problems_said
from tests.inspection.samples import SOURCES, grade, inspection, question, record

NEW = "eastshire-peel-2022"
AREAS = ("investigating-crime", "managing-offenders", "victim-service")


def graded(*grades: object, **fields: object) -> Record:
    return record(inspection(grades=grades, **fields))


def changed(*revisions: tuple[str, str]) -> Record:
    changes = [
        {"date": on, "value": value, "reason": "The data were wrong.", "sources": SOURCES}
        for on, value in revisions
    ]
    return graded(grade("victim-service", "adequate", revisions=changes))


def to_good() -> dict[str, object]:
    return {"date": "2017", "value": "good", "reason": "The data were wrong.", "sources": SOURCES}


def of_2016(*grades: object, force: str = "eastshire") -> Inspection:
    return inspection(f"{force}-peel-2016", "peel-2016", published="2016-12-08", grades=grades)


def perhaps_asked(given: dict[str, object]) -> Record:
    late = question("late", "peel-2017", perhaps_asked=("peel-2016",))
    return record(of_2016(given), questions=[late])


def carried(earlier: Inspection, **fields: object) -> Record:
    given = {"value": "good", "carried_from": earlier.id, **fields}
    later = inspection(
        "eastshire-peel-2017", "peel-2017", published="2017", grades=[grade("preventing", **given)]
    )
    return record(earlier, later)


def carried_twice() -> Record:
    first = of_2016(grade("preventing", "good"))
    second = inspection(
        "eastshire-peel-2017",
        "peel-2017",
        published="2017",
        grades=[grade("preventing", "good", carried_from=first.id)],
    )
    third = inspection(
        "eastshire-peel-2018",
        "peel-2017",
        published="2018",
        grades=[grade("preventing", "good", carried_from=second.id)],
    )
    return record(first, second, third)


def national(**fields: object) -> Record:
    counts = {"counts": {"good": 40, "adequate": 3}, "forces": 43, "basis": "As published."}
    words = {"id": "national", "cycle": "peel-2022", "question": "investigating-crime"}
    given = {**words, **counts, "published": "2023-01", "sources": SOURCES, **fields}
    return record(national_distributions=[given])


def elsewhere(*grades: dict[str, str]) -> Record:
    words = {"id": "elsewhere-2024", "force_name": "Northshire Police", "cycle": "cp-2024"}
    return record(other_forces=[{**words, "grades": grades, "sources": SOURCES}])


GRADES = [
    Rule(
        "a grade has a value or a reason why not",
        graded(grade(value="good"), grade("victim-service", empty="not-graded")),
        graded(grade(value="good"), grade("victim-service")),
        f"G01  {NEW} > grades > 2: This grade has neither a value nor a reason. "
        "Give `value`, or with `empty` the reason why there is none.",
    ),
    Rule(
        "a grade has no reason why not beside a value",
        elsewhere({"question": "responding", "value": "good"}),
        elsewhere({"question": "responding", "value": "good", "empty": "not-found"}),
        "G01  other_forces > elsewhere-2024 > grades > 1: A grade has either a value or a reason "
        "why not, here both: good, not-found. Keep one of the two.",
    ),
    Rule(
        "a grade carried forward from a named inspection is given as a grade",
        carried(of_2016(grade("preventing", "good"))),
        carried(of_2016(grade("preventing", "good")), value=None, empty="carried-forward"),
        "G02  eastshire-peel-2017 > grades > 1 > empty: A grade carried forward is a grade. "
        "Give the grade carried forward as `value`, without `empty`.",
    ),
    Rule(
        "a grade is on the scale of its cycle",
        graded(grade(value="adequate")),
        graded(grade(value="adaquate")),
        f'G03  {NEW} > grades > 1 > value: "adaquate" is not a grade on this scale. '
        'Did you mean "adequate"?',
    ),
    Rule(
        "no force was adequate before 2021/22",
        record(of_2016(grade("preventing", "good"))),
        record(of_2016(grade("preventing", "adequate"))),
        'G03  eastshire-peel-2016 > grades > 1 > value: "adequate" is not a grade on this scale. '
        "The scale is: outstanding, good, requires-improvement, inadequate.",
    ),
    Rule(
        "a changed grade is on the scale too",
        changed(("2024-08-08", "requires-improvement")),
        changed(("2024-08-08", "goood")),
        f'G03  {NEW} > grades > 1 > revisions > 1 > value: "goood" is not a grade on this scale. '
        'Did you mean "good"?',
    ),
    Rule(
        "national counts are of grades on the scale",
        national(),
        national(counts={"good": 40, "fair": 3}),
        'G03  national_distributions > national > counts > fair: "fair" is not a grade on this '
        "scale. Use one of: outstanding, good, adequate, requires-improvement, inadequate.",
    ),
    Rule(
        "a cycle that grades nothing has no grades",
        record(inspection("eastshire-cp-2015", "cp-2014")),
        record(
            inspection(
                "eastshire-cp-2015",
                "cp-2014",
                published_counts=[{"date": "2022", "counts": {"good": 0}, "sources": SOURCES}],
            )
        ),
        'G04  eastshire-cp-2015 > published_counts > 1 > counts > good: "good": the vocabulary names '
        "no scale for cp-2014. If the report grades, add `scale` to the cycle and the cycle to its "
        "questions there. Words off any scale stand as narrative_judgements. See also LINE.",
    ),
    Rule(
        "a grade in a cycle without a scale, and without its question, is told once",
        record(
            inspection(
                "eastshire-cp-2015",
                "cp-2014",
                grades=[grade("responding", empty="no-such-question")],
            )
        ),
        record(inspection("eastshire-cp-2015", "cp-2014", grades=[grade("responding", "good")])),
        'G04  eastshire-cp-2015 > grades > 1 > value: "good": the vocabulary names no scale for '
        "cp-2014. If the report grades, add `scale` to the cycle and the cycle to its questions "
        "there. Words off any scale stand as narrative_judgements. See also LINE.",
    ),
    Rule(
        "an empty grade of a cycle without a scale has a question of the cycle",
        record(
            inspection(
                "eastshire-cp-2015", "cp-2014", grades=[grade("overall", empty="not-found")]
            ),
            questions=[question("overall", "cp-2014")],
        ),
        record(
            inspection(
                "eastshire-cp-2015", "cp-2014", grades=[grade("responding", empty="not-found")]
            )
        ),
        'G05  eastshire-cp-2015 > grades > 1 > question: "responding" is not a question of cp-2014. '
        "It belongs to cp-2024.",
    ),
    Rule(
        "a question belongs to the cycle, or is said not to have existed",
        graded(grade("preventing", empty="no-such-question")),
        graded(grade("preventing", empty="not-found")),
        f'G05  {NEW} > grades > 1 > question: "preventing" is not a question of peel-2022. '
        "It belongs to peel-2016, peel-2017. "
        "Use one of: investigating-crime, managing-offenders, victim-service.",
    ),
    Rule(
        "a question that was perhaps asked can be said not to have been found, but not graded",
        perhaps_asked(grade("late", empty="not-found")),
        perhaps_asked(grade("late", "good")),
        'G05  eastshire-peel-2016 > grades > 1 > question: "late" is not a question of peel-2016. '
        "It belongs to peel-2017.",
    ),
    Rule(
        "a question that was perhaps asked can be without an entry; not graded says it was asked",
        perhaps_asked(grade("late", empty="not-entered")),
        perhaps_asked(grade("late", empty="not-graded")),
        'G05  eastshire-peel-2016 > grades > 1 > question: "late" is not a question of peel-2016. '
        "It belongs to peel-2017.",
    ),
    Rule(
        "a question is graded once for the force and once for a unit it shares",
        graded(grade(value="good"), grade(value="adequate", scope="regional-unit")),
        graded(grade(value="good"), grade(value="adequate")),
        f'G06  {NEW} > grades > 2 > question: "investigating-crime" is graded twice in this '
        "inspection. Keep one of the two. See also LINE.",
    ),
    Rule(
        "a change of grade comes after publication",
        changed(("2022-09", "good")),
        changed(("2022-08", "good")),
        f"G10  {NEW} > grades > 1 > revisions > 1 > date: August 2022 is before 15 September 2022, "
        'when it stood as "adequate". Put the changes in order.',
    ),
    Rule(
        "changes of grade are in order",
        changed(("2023", "good"), ("2024", "adequate")),
        changed(("2024", "good"), ("2023", "adequate")),
        f"G10  {NEW} > grades > 1 > revisions > 2 > date: 2023 is before 2024, "
        'when it stood as "good". Put the changes in order.',
    ),
    Rule(
        "a change of grade changes it",
        changed(("2024", "good")),
        changed(("2024", "adequate")),
        f'G13  {NEW} > grades > 1 > revisions > 1 > value: "adequate" is what the grade was '
        "before. Give the grade it became.",
    ),
]

CARRIED = [
    Rule(
        "a grade is carried from an inspection of the same force",
        carried(of_2016(grade("preventing", "good"))),
        carried(of_2016(grade("preventing", "good"), force="westshire")),
        'G07  eastshire-peel-2017 > grades > 1 > carried_from: "westshire-peel-2016" is of '
        "westshire. Name one of the same force.",
    ),
    Rule(
        "a grade is carried from an earlier inspection",
        carried(of_2016(grade("preventing", "good"))),
        carried(inspection("eastshire-x", "peel-2017", grades=[grade("preventing", "good")])),
        'G07  eastshire-peel-2017 > grades > 1 > carried_from: "eastshire-x" is not earlier. '
        "Name the inspection it was made in.",
    ),
    Rule(
        "a grade is carried from an inspection that asked the question",
        carried(of_2016(grade("preventing", "good"))),
        carried(of_2016(grade("investigating", "good"))),
        'G07  eastshire-peel-2017 > grades > 1 > carried_from: "eastshire-peel-2016" has no grade '
        'for "preventing". Name the inspection it was made in.',
    ),
    Rule(
        "the grade carried is the grade that was given",
        carried(of_2016(grade("preventing", "good"))),
        carried(of_2016(grade("preventing", "inadequate"))),
        'G07  eastshire-peel-2017 > grades > 1 > carried_from: "good" is not what was given '
        "there. It gave: inadequate.",
    ),
    Rule(
        "a grade may be carried as it was changed",
        carried(of_2016(grade("preventing", "inadequate", revisions=[to_good()]))),
        carried(
            of_2016(grade("preventing", "inadequate", revisions=[to_good()])), value="outstanding"
        ),
        'G07  eastshire-peel-2017 > grades > 1 > carried_from: "outstanding" is not what was given '
        "there. It gave: good, inadequate.",
    ),
    Rule(
        "a grade is carried from where it was made",
        carried(of_2016(grade("preventing", "good"))),
        carried_twice(),
        'G07  eastshire-peel-2018 > grades > 1 > carried_from: "eastshire-peel-2017" carried it '
        "forward itself. Name eastshire-peel-2016.",
    ),
]

RULES = GRADES + CARRIED


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.asks)
def test_nothing_is_said_of_a_record_that_keeps_the_rule(rule: Rule, tmp_path: Path) -> None:
    assert problems_said(rule.kept, tmp_path) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.asks)
def test_one_line_says_which_rule_is_broken_and_where(rule: Rule, tmp_path: Path) -> None:
    assert problems_said(rule.broken, tmp_path) == [rule.said]
