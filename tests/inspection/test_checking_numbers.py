"""Rules on numbers that have to add up: one sound and one wrong record for each."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspection.checking_numbers import recorded_counts
from inspection.dates import PartialDate
from inspection.model import Record
from tests.inspection.rules import Rule, problems_said
from tests.inspection.samples import SOURCES, finding, grade, inspection, record, report

NEW = "eastshire-peel-2022"
AREAS = ("investigating-crime", "managing-offenders", "victim-service")


def graded(*grades: object, **fields: object) -> Record:
    return record(inspection(grades=grades, **fields))


def shared(*questions: str, good: int, adequate: int, **fields: object) -> Record:
    together = {"questions": questions, "counts": {"good": good, "adequate": adequate}}
    together |= {"note": "By elimination.", "sources": SOURCES}
    return record(inspection(shared_grades=[together], **fields))


def together(*questions: str) -> dict[str, object]:
    counts = {"counts": {"good": 1, "adequate": 1}, "note": "By elimination.", "sources": SOURCES}
    return {"questions": questions, **counts}


def printed(good: int, note: str | None = None) -> Record:
    counts = {"date": "2022-09-15", "counts": {"good": good, "adequate": 1, "inadequate": 0}}
    counts |= {"difference_note": note, "sources": SOURCES}
    grades = [grade("investigating-crime", "good"), grade("managing-offenders", "adequate")]
    return graded(*grades, published_counts=[counts])


def measured(**fields: object) -> Record:
    return record(inspection(findings=[finding(measure={"unit": "files", **fields})]))


SPOKEN = {"id": "spoken-to", "name": "Children spoken to", "about": "Children spoken to."}


def spoken_to(*values: dict[str, object], unit: str = "per cent") -> Record:
    """Two inspections of one force with a value each of one indicator."""
    files = {"unit": "files", "indicator": "spoken-to"}
    inspections = [
        inspection(
            f"eastshire-peel-202{2 + n}",
            findings=[finding(f"e-{n}", measure={"numerator": 1, "denominator": 4} | files | own)],
        )
        for n, own in enumerate(values)
    ]
    return record(*inspections, indicators=[SPOKEN | {"theme": "missing-children", "unit": unit}])


def told_of(*forces: str) -> Record:
    """An event of these forces with a value of an indicator that a finding is a value of too."""
    measure = {"value": 25, "unit": "per cent", "indicator": "spoken-to"}
    words = {"id": "event", "date": "2020-03", "title": "Figures", "summary": "Figures."}
    event = words | {"forces": forces, "measure": measure, "sources": SOURCES}
    return record(
        *spoken_to({}).inspections,
        indicators=[SPOKEN | {"theme": "missing-children", "unit": "per cent"}],
        context_events=[event],
    )


def national(**fields: object) -> Record:
    counts = {"counts": {"good": 40, "adequate": 3}, "forces": 43, "basis": "As published."}
    words = {"id": "national", "cycle": "peel-2022", "question": "investigating-crime"}
    given = {**words, **counts, "published": "2023-01", "sources": SOURCES, **fields}
    return record(national_distributions=[given])


def audited(total: int, **parts: int) -> Record:
    sample = {"total": total, **parts, "sources": SOURCES}
    return record(inspection("eastshire-cp-2015", "cp-2014", case_audit=sample))


RULES = [
    Rule(
        "grades known only together are as many as their questions",
        shared(*AREAS, good=2, adequate=1),
        shared(*AREAS, good=3, adequate=1),
        f"G08  {NEW} > shared_grades > 1 > counts: 4 grades stand for 3 questions. "
        "Correct the counts or the questions.",
    ),
    Rule(
        "a question has a grade alone or together with others",
        shared(*AREAS, good=2, adequate=1, grades=[grade(empty="not-found")]),
        shared(*AREAS, good=2, adequate=1, grades=[grade(value="good")]),
        f'G09  {NEW} > shared_grades > 1 > questions > 1: "investigating-crime" has a grade in '
        "this inspection already. Keep one of the two.",
    ),
    Rule(
        "a question stands in one group of grades known only together",
        record(inspection(shared_grades=[together("victim-service", "managing-offenders")])),
        record(inspection(shared_grades=[together(*AREAS[:2]), together(*AREAS[1:])])),
        f'G09  {NEW} > shared_grades > 2 > questions > 1: "managing-offenders" has a grade in '
        "this inspection already. Keep one of the two.",
    ),
    Rule(
        "printed counts are those of the grades recorded",
        printed(good=1),
        printed(good=4),
        f"G11  {NEW} > published_counts > 1 > counts: Printed were 4 good, 1 adequate; the grades "
        "recorded give 1 good, 1 adequate. Correct the grades, or say why in difference_note.",
    ),
    Rule(
        "only a difference is explained, which is no more than a warning",
        printed(good=4, note="Three of the areas are not named."),
        printed(good=1, note="Three of the areas are not named."),
        f"G12  {NEW} > published_counts > 1 > difference_note: (warning) The counts agree with "
        "the grades recorded. Take the note away.",
    ),
    Rule(
        "the parts of a case audit make its total",
        audited(33, good=3, requires_improvement=10, inadequate=20),
        audited(33, good=3, requires_improvement=10, inadequate=19),
        "A01  eastshire-cp-2015 > case_audit: The parts make 32, the total is 33. "
        "Correct one of them.",
    ),
    Rule(
        "the known parts of a case audit do not pass its total",
        audited(33, inadequate=33),
        audited(33, inadequate=34),
        "A01  eastshire-cp-2015 > case_audit: The parts make 34, the total is 33. "
        "Correct one of them.",
    ),
    Rule(
        "a numerator is not above its denominator",
        measured(numerator=7, denominator=7),
        measured(numerator=8, denominator=7),
        f"A02  {NEW} > findings > e-1 > measure > numerator: 8 of 7 is more than there are. "
        "Correct one of them.",
    ),
    Rule(
        "a measure holds a number",
        measured(value=12, denominator=3685),
        measured(denominator=3685),
        f"A03  {NEW} > findings > e-1 > measure: This measure holds no number. "
        "Give numerator and denominator, or a value.",
    ),
    Rule(
        "a numerator is one of so many",
        measured(numerator=0, denominator=52),
        measured(numerator=0),
        f"A03  {NEW} > findings > e-1 > measure: It is not said of how many. "
        "Give the denominator, or a value alone.",
    ),
    Rule(
        "an indicator is in the vocabulary",
        spoken_to({}, {}),
        spoken_to({}, {}, {"indicator": "spokn-to"}),
        'X13  eastshire-peel-2024 > findings > e-2 > measure > indicator: "spokn-to" is not an '
        'indicator of the vocabulary. Did you mean "spoken-to"?',
    ),
    Rule(
        "an indicator has two values, which is no more than a warning",
        spoken_to({}, {}),
        spoken_to({}),
        'X14  indicators > spoken-to > id: (warning) "spoken-to" has one value. '
        "Take it away unless it is still wanted.",
    ),
    Rule(
        "a method is one of two values of a force, which is no more than a warning",
        spoken_to({"method": "By files."}, {"method": "By files."}),
        spoken_to({"method": "By files."}, {}),
        f"A05  {NEW} > findings > e-0 > measure > method: (warning) No other value of this force "
        'and indicator names the method "By files.". Take it away, or write it the same in both.',
    ),
    Rule(
        "so many of so many has a place only on an axis of shares",
        spoken_to({"reading": 1}, {"other_unit": True}, unit="files"),
        spoken_to({"reading": 1}, {}, unit="files"),
        "A06  eastshire-peel-2023 > findings > e-1 > measure > indicator: So many of so many has "
        'no place on an axis of "files". Give reading, or other_unit; only an axis of per cent is '
        "read by itself.",
    ),
    Rule(
        "a value is on the axis or in another unit",
        spoken_to({"reading": 1}, {}),
        spoken_to({"reading": 1, "other_unit": True}, {}),
        f"A06  {NEW} > findings > e-0 > measure > other_unit: The value is both on the axis and "
        "in another unit. Keep one of the two.",
    ),
    Rule(
        "only a value of an indicator is turned into its unit",
        measured(value=3),
        measured(value=3, reading=21),
        f"A06  {NEW} > findings > e-1 > measure > reading: This measure names no indicator. "
        "Name one, or take this away.",
    ),
    Rule(
        "a value is of one force",
        told_of("eastshire"),
        told_of("eastshire", "westshire"),
        "A06  context_events > event > measure > indicator: An event of several forces holds a "
        "value of none of them. Write an event for each force, or take indicator away.",
    ),
    Rule(
        "the period of a value has a beginning",
        measured(value=3, as_of="2020-03", until="2020"),
        measured(value=3, until="2020"),
        f"A07  {NEW} > findings > e-1 > measure > until: The period of this value has no "
        "beginning. Give its first day in as_of.",
    ),
    Rule(
        "the period of a value does not end before it begins",
        measured(value=3, as_of="2020-03", until="2020-03"),
        measured(value=3, as_of="2020-03", until="2019"),
        f"V06  {NEW} > findings > e-1 > measure > until: 2019 is before March 2020. "
        "Correct one of the dates.",
    ),
    Rule(
        "national counts make the number of forces",
        national(forces=43),
        national(forces=42),
        "A04  national_distributions > national > counts: The counts make 43, the number of "
        "forces is 42. Correct one of them.",
    ),
    Rule(
        "national counts of which one is unknown do not pass the number of forces",
        national(counts={"good": None, "adequate": 43}),
        national(counts={"good": None, "adequate": 44}),
        "A04  national_distributions > national > counts: The counts make 44, the number of "
        "forces is 43. Correct one of them.",
    ),
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.asks)
def test_nothing_is_said_of_a_record_that_keeps_the_rule(rule: Rule, tmp_path: Path) -> None:
    assert problems_said(rule.kept, tmp_path) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.asks)
def test_one_line_says_which_rule_is_broken_and_where(rule: Rule, tmp_path: Path) -> None:
    assert problems_said(rule.broken, tmp_path) == [rule.said]


def test_recorded_counts_are_those_of_the_day() -> None:
    """A section added later and a grade changed later count only from their own days on."""
    change = {"date": "2024-08-08", "value": "adequate", "reason": "Data.", "sources": SOURCES}
    inspected = inspection(
        reports=[report("main", "2022-09-15"), report("added", "2023-09-21")],
        grades=[
            grade("investigating-crime", "good", report="main", revisions=[change]),
            grade("managing-offenders", "good", report="added"),
            grade("victim-service", empty="not-graded"),
        ],
    )
    counts = {
        day: recorded_counts(inspected, PartialDate.parse(day))
        for day in ("2022-09-14", "2022-09-15", "2023-09-21", "2024-08-08")
    }
    assert counts == {
        "2022-09-14": {},
        "2022-09-15": {"good": 1},
        "2023-09-21": {"good": 2},
        "2024-08-08": {"adequate": 1, "good": 1},
    }


def test_grades_known_only_together_count_from_publication_on() -> None:
    inspected = inspection(shared_grades=[together("managing-offenders", "victim-service")])
    assert recorded_counts(inspected, PartialDate.parse("2022-09-14")) == {}
    assert recorded_counts(inspected, PartialDate.parse("2022-09")) == {"good": 1, "adequate": 1}
