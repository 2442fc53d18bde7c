"""What is offered for an id that is not known: only what would not be refused in its turn."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspection.model import Record
from tests.inspection.rules import problems_said
from tests.inspection.samples import finding, grade, inspection, record, theme

HERE = "eastshire-peel-2022"


def looked(**fields: object) -> Record:
    """An inspection with these fields, another of its force, and one of another force."""
    return record(
        inspection("eastshire-custody", "peel-2016", findings=[finding("seen-alone-east")]),
        inspection("westshire-peel-2016", "peel-2016", findings=[finding("seen-alone-2016")]),
        inspection(HERE, **({"cycle": "peel-2022"} | fields)),  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (
            {"follows": "estshire-peel-2016"},
            f'X07  {HERE} > follows: "estshire-peel-2016" is not an inspection in this record. '
            "Use one of: eastshire-custody.",
        ),
        (
            {"findings": [finding(follows_up=["seen-alone-2017"])]},
            f'X09  {HERE} > findings > e-1 > follows_up > 1: "seen-alone-2017" is not a finding '
            'in this record. Did you mean "seen-alone-east"?',
        ),
        (
            {"programme": "child-protection", "cycle": "peel-2024"},
            f'X05  {HERE} > cycle: "peel-2024" is not a cycle of the vocabulary. '
            'Did you mean "cp-2024"?',
        ),
        (
            {"programme": "peal", "cycle": "peel-2023"},
            f'X05  {HERE} > cycle: "peel-2023" is not a cycle of the vocabulary. '
            'Did you mean "peel-2022"?',
        ),
        (
            {"grades": [grade("preventin", "good")]},
            f'X06  {HERE} > grades > 1 > question: "preventin" is not a question of the '
            "vocabulary. Use one of: investigating-crime, managing-offenders, victim-service.",
        ),
        (
            {"grades": [grade("investigating", "good")]},
            f'G05  {HERE} > grades > 1 > question: "investigating" is not a question of '
            'peel-2022. It belongs to peel-2016, peel-2017. Did you mean "investigating-crime"?',
        ),
    ],
)
def test_within_an_inspection_its_own_force_programme_and_cycle_are_offered(
    fields: dict[str, object], said: str, tmp_path: Path
) -> None:
    assert said in problems_said(looked(**fields), tmp_path)


def test_a_method_that_nearly_is_that_of_another_value_is_taken_for_it(tmp_path: Path) -> None:
    indicator = {"id": "seen", "name": "Seen", "about": "Seen.", "theme": "missing-children"}
    value = {"indicator": "seen", "value": 3, "unit": "children"}
    found = [
        finding("e-1", measure={**value, "method": "By reading files"}),
        finding("e-2", measure={**value, "method": "By reading the files"}),
    ]
    seen = [{**indicator, "unit": "children"}]
    said = problems_said(record(inspection(findings=found), indicators=seen), tmp_path)
    assert said[0] == (
        f"A05  {HERE} > findings > e-1 > measure > method: (warning) No other value of this force "
        'and indicator names the method "By reading files". Did you mean "By reading the files"?'
    )


def test_a_source_that_is_gone_is_told_once_with_the_number_of_its_uses(tmp_path: Path) -> None:
    found = [finding(f"e-{n}", sources=["the-reprot", "the-report"]) for n in range(1, 4)]
    assert problems_said(record(inspection(findings=found)), tmp_path) == [
        f'X02  {HERE} > findings > e-1 > sources > 1: The source "the-reprot" is cited 3 times '
        "and described nowhere. Put it back into sources.yaml, or correct the id."
    ]
    assert problems_said(record(inspection(findings=found[:1])), tmp_path) == [
        f'X02  {HERE} > findings > e-1 > sources > 1: "the-reprot" is not in the list of sources. '
        'Did you mean "the-report"?'
    ]


def test_a_name_in_small_letters_where_an_id_belongs_is_looked_up(tmp_path: Path) -> None:
    named = theme("missing", "child-protection", name="Absent")
    themes = [named, theme("risk-recognition", "child-protection")]
    themes.append(theme("investigating-crime", "all-policing"))
    found = [finding("e-1", theme="missing"), finding("e-2", theme="absent")]
    said = problems_said(record(inspection(findings=found), themes=themes), tmp_path)
    assert (
        said[-1] == f'X03  {HERE} > findings > e-2 > theme: "absent" is a name; its id is missing.'
    )
