"""Rules on what was said, answered and promised since: its day, what it rests on, who kept it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from inspection.dataset import examine
from inspection.model import Inspection, Record
from tests.inspection.rules import Rule, problems_said
from tests.inspection.samples import (
    commitment,
    finding,
    inspection,
    recommendation,
    record,
    report,
    response,
    statement,
)

OLD = "eastshire-peel-2016"
NEW = "eastshire-peel-2022"
IN_OLD = f"{OLD} > recommendations > e-r1 > statements > e-s1"
PROMISE = f"{OLD} > responses > e-a1 > commitments > e-a1-c1"
REVIEW = "eastshire-peel-2017"


def on_a_recommendation(*others: Inspection, **said: object) -> Record:
    asked = recommendation(statements=[statement(**said)])
    return record(old(recommendations=[asked]), *others)


def on_an_inspection(**said: object) -> Record:
    return record(old(statements=[statement(**said)]))


def old(**fields: object) -> Inspection:
    return inspection(OLD, "peel-2016", published="2016-12-08", **fields)


def new(**fields: object) -> Inspection:
    return inspection(NEW, findings=[finding("e-9", **fields)])


def published_in_parts(part: str) -> Inspection:
    reports = [report("first", "2022-02-18"), report("last", "2022-02-25")]
    found = [finding("e-9", report=part)]
    return inspection(NEW, published="2022-02-25", reports=reports, findings=found)


def in_february(part: str) -> Record:
    return on_a_recommendation(published_in_parts(part), date="2022-02-18", rests_on=["e-9"])


def promised(kind: str | None, kept_by: str, date: str = "2017", **of: object) -> Record:
    promise = commitment(**({"kind": kind} if kind else {}), kept_by=kept_by)
    return record(
        old(responses=[response(date=date, commitments=[promise])]),
        inspection(REVIEW, "peel-2017", **({"published": "2018-03"} | of)),
    )


def promised_to_all_forces(kept_by: str) -> Record:
    promise = commitment(kind="revisit", kept_by=kept_by)
    said = response(date="2017", commitments=[promise]).model_dump(exclude_defaults=True)
    national = {**said, "force": "eastshire", "about": "A report on all forces"}
    return record(inspection(NEW), inspection("westshire-peel-2022"), national_responses=[national])


def answered(**fields: object) -> Record:
    return record(old(responses=[response(**fields)]))


def answered_all_forces(**fields: object) -> Record:
    said = response(**fields).model_dump(exclude_defaults=True)
    national = {**said, "force": "eastshire", "about": "A report on all forces"}
    return record(national_responses=[national])


def in_parts(**fields: object) -> Record:
    reports = [report("first", "2016-11-03"), report("last", "2016-12-08")]
    return record(old(reports=reports, responses=[response(**fields)]))


DAYS = [
    Rule(
        "a statement on a recommendation has a date",
        on_a_recommendation(date="2018"),
        on_a_recommendation(),
        f"R05  {IN_OLD} > date: This statement on a recommendation has no date. "
        "Give the day, month or year it was made, as `date`.",
    ),
    Rule(
        "a reason for having no date is not enough for a statement on a recommendation",
        on_a_recommendation(date="2018-03-22"),
        on_a_recommendation(undated="The page carries no date."),
        f"R05  {IN_OLD} > date: This statement on a recommendation has no date. "
        "Give the day, month or year it was made, as `date`.",
    ),
    Rule(
        "a statement on an inspection has a date or says why it has none",
        on_an_inspection(undated="The page carries no date."),
        on_an_inspection(),
        f"R05  {OLD} > statements > e-s1 > date: This statement has neither a date nor a reason "
        "for having none. Give `date`, or the reason as `undated`.",
    ),
    Rule(
        "a statement with a date has no reason for having none",
        on_an_inspection(date="2018"),
        on_an_inspection(date="2018", undated="The page carries no date."),
        f"R05  {OLD} > statements > e-s1 > undated: This statement has a date and a reason for "
        "having none. Keep one of the two.",
    ),
]

SAID = {"date": "2023", "says": "addressed"}
RESTING = [
    Rule(
        "what the inspectorate calls addressed rests on a finding",
        on_a_recommendation(new(), **SAID, voice="inspectorate", rests_on=["e-9"]),
        on_a_recommendation(new(), **SAID, voice="inspectorate"),
        f"R06  {IN_OLD} > rests_on: The inspectorate calls this addressed, and no finding is "
        "named. Name the finding it rests on as `rests_on`, or take `says` away.",
    ),
    Rule(
        "a force may call something addressed by its own word, the inspectorate may not",
        on_a_recommendation(new(), **SAID, voice="force"),
        on_a_recommendation(new(), **SAID, voice="inspectorate"),
        f"R06  {IN_OLD} > rests_on: The inspectorate calls this addressed, and no finding is "
        "named. Name the finding it rests on as `rests_on`, or take `says` away.",
    ),
    Rule(
        "the inspectorate may report progress without naming a finding",
        on_a_recommendation(date="2023", says="progress", voice="inspectorate"),
        on_a_recommendation(date="2023", says="addressed", voice="inspectorate"),
        f"R06  {IN_OLD} > rests_on: The inspectorate calls this addressed, and no finding is "
        "named. Name the finding it rests on as `rests_on`, or take `says` away.",
    ),
    Rule(
        "a statement rests on findings that are in the record",
        on_a_recommendation(new(), date="2023", rests_on=["e-9"]),
        on_a_recommendation(new(), date="2023", rests_on=["e-8"]),
        f'X09  {IN_OLD} > rests_on > 1: "e-8" is not a finding in this record. Use one of: e-9.',
    ),
    Rule(
        "a statement rests on findings on its own force",
        on_a_recommendation(new(), date="2023", rests_on=["e-9"]),
        on_a_recommendation(
            inspection("westshire-peel-2022", findings=[finding("w-1")]),
            date="2023",
            rests_on=["w-1"],
        ),
        f'R07  {IN_OLD} > rests_on > 1: "w-1" is a finding on westshire. '
        "Name one on the same force.",
    ),
    Rule(
        "a statement rests on findings that were public by then",
        on_a_recommendation(new(), date="2022-09", rests_on=["e-9"]),
        on_a_recommendation(new(), date="2022-09-14", rests_on=["e-9"]),
        f'R07  {IN_OLD} > rests_on > 1: "e-9" was published 15 September 2022, after this '
        "statement, 14 September 2022. Name a finding that was public by then.",
    ),
    Rule(
        "a finding is public from the day of its own report",
        in_february("first"),
        in_february("last"),
        f'R07  {IN_OLD} > rests_on > 1: "e-9" was published 25 February 2022, after this '
        "statement, 18 February 2022. Name a finding that was public by then.",
    ),
]

PROMISED = [
    Rule(
        "only a promise to come back is kept by an inspection",
        promised("revisit", REVIEW),
        promised(None, REVIEW),
        f"R08  {PROMISE} > kept_by: An inspection keeps only a promise to come back. "
        "Add `kind: revisit`, or take this away.",
    ),
    Rule(
        "an action plan is not kept by an inspection",
        promised("revisit", REVIEW),
        promised("action-plan", REVIEW),
        f"R08  {PROMISE} > kept_by: An inspection keeps only a promise to come back. "
        "Add `kind: revisit`, or take this away.",
    ),
    Rule(
        "a promise is kept by an inspection of the same force",
        promised_to_all_forces("eastshire-peel-2022"),
        promised_to_all_forces("westshire-peel-2022"),
        "R08  national_responses > e-a1 > commitments > e-a1-c1 > kept_by: "
        '"westshire-peel-2022" is an inspection of westshire. Name one of the same force.',
    ),
    Rule(
        "a promise is not kept by an inspection published before it",
        promised("revisit", REVIEW, "2018-03-31"),
        promised("revisit", REVIEW, "2018-04-01"),
        f'R08  {PROMISE} > kept_by: "{REVIEW}" was published before or with the promise. '
        "Name a later inspection.",
    ),
    Rule(
        "a promise is not kept by the inspection it was made on",
        promised("revisit", REVIEW),
        promised("revisit", OLD, "2016"),
        f'R08  {PROMISE} > kept_by: "{OLD}" was published before or with the promise. '
        "Name a later inspection.",
    ),
    Rule(
        "an inspection that kept a promise is in the record",
        promised("revisit", REVIEW),
        promised("revisit", "eastshire-peel-2018"),
        f'X07  {PROMISE} > kept_by: "eastshire-peel-2018" is not an inspection in this record. '
        f'Did you mean "{REVIEW}"?',
    ),
]

ANSWERED = [
    Rule(
        "only the governing body's answer is its published reply",
        answered(voice="governing-body", reply="formal"),
        answered(voice="force", reply="formal"),
        f'R09  {OLD} > responses > e-a1 > reply: The voice of this answer is "force". '
        "Take `reply` away: it is for answers of the governing body.",
    ),
    Rule(
        "that holds for answers to reports on all forces too",
        answered_all_forces(voice="governing-body", reply="statement"),
        answered_all_forces(voice="inspectorate", reply="statement"),
        'R09  national_responses > e-a1 > reply: The voice of this answer is "inspectorate". '
        "Take `reply` away: it is for answers of the governing body.",
    ),
    Rule(
        "an answer is to one of the inspection's own reports",
        in_parts(report="last"),
        in_parts(report="lats"),
        f'X08  {OLD} > responses > e-a1 > report: "lats" is not a report of this inspection. '
        'Did you mean "last"?',
    ),
    Rule(
        "an answer to a report on all forces is to no report of an inspection",
        answered_all_forces(),
        answered_all_forces(report="main"),
        "X08  national_responses > e-a1 > report: A report on all forces is not one of an "
        "inspection's reports. Take it away; `about` says which it is.",
    ),
    Rule(
        "a report that has an entry of its own is in the record",
        record(
            old(reports=[{**report("all", "2016-12-08").model_dump(), "recorded_as": NEW}]),
            inspection(NEW),
        ),
        record(
            old(reports=[{**report("all", "2016-12-08").model_dump(), "recorded_as": "eastshire"}]),
        ),
        f'X07  {OLD} > reports > all > recorded_as: "eastshire" is not an inspection in this '
        f"record. Use one of: {OLD}.",
    ),
]
RULES = DAYS + RESTING + PROMISED + ANSWERED


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.asks)
def test_nothing_is_said_of_a_record_that_keeps_the_rule(rule: Rule, tmp_path: Path) -> None:
    assert problems_said(rule.kept, tmp_path) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.asks)
def test_one_line_says_which_rule_is_broken_and_where(rule: Rule, tmp_path: Path) -> None:
    assert problems_said(rule.broken, tmp_path) == [rule.said]


def test_nothing_is_said_of_what_hangs_on_an_inspection_that_was_dropped(tmp_path: Path) -> None:
    asked = recommendation(statements=[statement(date="2019", rests_on=["e-9"])])
    promise = commitment(kind="revisit", kept_by=NEW)
    answer = response(date="2017", commitments=[promise])
    sound = record(old(recommendations=[asked], responses=[answer]), new())
    values = sound.model_dump(mode="json", exclude_defaults=True)
    values["inspections"][1]["published"] = "soon"
    file = tmp_path / "record.yaml"
    file.write_text(yaml.safe_dump(values, sort_keys=False), encoding="utf-8")
    _, problems = examine(file)
    assert [(problem.code, problem.path) for problem in problems] == [("F06", f"{NEW} > published")]
