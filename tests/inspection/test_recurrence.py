"""What keeps coming back: states, denominators, sentences."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspection.recurrence import (
    ThemeState,
    evidence,
    most_raised_words,
    recurrence,
    theme_state,
)
from inspection.vocabulary import ThemeFamily
from tests.inspection import samples as s


def look(year: int, *findings, cycle: str = "cp-2014", **fields):
    return s.inspection(
        f"eastshire-{year}", cycle, published=f"{year}-06-30", findings=findings, **fields
    )


def about(kind: str, number: int = 1, theme: str = "missing-children", **fields):
    return s.finding(f"e-{kind}-{number}-{theme}", theme, kind=kind, **fields)


@pytest.mark.parametrize(
    ("findings", "state"),
    [
        ((), ThemeState.NOTHING),
        ((about("concern"),), ThemeState.RAISED),
        ((about("progress"),), ThemeState.PROGRESS),
        ((about("strength"),), ThemeState.STRENGTH),
        ((about("concern"), about("progress")), ThemeState.BOTH),
        ((about("mixed"),), ThemeState.BOTH),
        ((about("progress"), about("strength")), ThemeState.PROGRESS),
        ((about("concern", scope="partner"),), ThemeState.NOTHING),
        ((about("concern", scope="partnership"), about("strength")), ThemeState.STRENGTH),
    ],
)
def test_what_an_inspection_says_on_a_theme_it_set_out_to_look_at(findings, state):
    inspection = look(2018, *findings)
    assert theme_state(s.record(inspection), inspection, "missing-children") is state


def test_a_theme_not_looked_at_is_told_apart_from_one_of_which_we_do_not_know():
    inspection = look(2018)
    record = s.record(inspection)
    assert theme_state(record, inspection, "risk-recognition") is ThemeState.NOT_KNOWN
    assert theme_state(record, inspection, "investigating-crime") is ThemeState.NOT_LOOKED_AT


def test_what_an_inspection_says_of_its_own_scope_goes_before_its_cycle():
    inspection = look(2018, looked_at=(), may_have_looked_at=("missing-children",))
    record = s.record(inspection)
    assert theme_state(record, inspection, "missing-children") is ThemeState.NOT_KNOWN
    assert theme_state(record, inspection, "risk-recognition") is ThemeState.NOT_LOOKED_AT


def test_a_request_raises_a_theme_and_a_grade_shows_that_it_was_looked_at():
    asked = s.inspection(
        "eastshire-2018", "cp-2014", recommendations=(s.recommendation(theme="risk-recognition"),)
    )
    assert theme_state(s.record(asked), asked, "risk-recognition") is ThemeState.RAISED
    partner = s.recommendation(theme="risk-recognition", scope="partner")
    of_others = s.inspection("eastshire-2018", "cp-2014", recommendations=(partner,))
    assert theme_state(s.record(of_others), of_others, "risk-recognition") is ThemeState.NOTHING
    graded = s.inspection("eastshire-2024", "cp-2024", grades=(s.grade("responding", "good"),))
    assert theme_state(s.record(graded), graded, "risk-recognition") is ThemeState.NOTHING


RECORD = s.record(
    look(2013, about("concern", 1), about("concern", 2)),
    look(2018, about("concern", 3)),
    look(2019, about("progress", 4)),
    look(2021),
    look(2023, looked_at=(), may_have_looked_at=("missing-children",)),
    s.inspection("eastshire-peel-2022"),
)


def test_the_count_is_out_of_the_inspections_that_looked_and_several_findings_count_once():
    row = recurrence(RECORD, "eastshire")[0]
    assert (row.theme, row.raised, row.looked_at, row.not_known) == ("missing-children", 2, 4, 1)
    assert (row.first_raised, row.last_raised) == (
        "published 30 June 2013",
        "published 30 June 2018",
    )
    assert row.sentence == (
        "Raised in 2 of the 4 inspections that looked at it, from 2013 to 2018; praised without a "
        "concern in 2019. For one more inspection we do not know whether it looked at it."
    )


def test_themes_that_are_even_are_all_named_as_coming_back_most_often():
    rows = recurrence(RECORD, "eastshire")
    assert most_raised_words(rows) == (
        f"missing children comes back most often. {rows[0].sentence}"
    )
    even = s.record(
        look(2013, about("concern", 1), about("concern", 2, "risk-recognition")),
        look(2018, about("concern", 3), about("concern", 4, "risk-recognition")),
    )
    assert most_raised_words(recurrence(even, "eastshire")) == (
        "missing children and risk recognition come back most often, each raised in two inspections."
    )
    once = s.record(look(2013, about("concern", 1)))
    words = "no theme was raised in more than one inspection."
    assert most_raised_words(recurrence(once, "eastshire")) == words
    assert most_raised_words(()) == words


def test_a_theme_no_inspection_is_known_to_have_looked_at_says_just_that():
    rows = {row.theme: row for row in recurrence(RECORD, "eastshire", ["child-protection"])}
    assert rows["risk-recognition"].sentence == (
        "No inspection is known to have looked at it; of 4 we do not know."
    )
    assert "investigating-crime" not in rows


def test_themes_can_be_narrowed_to_a_family_and_inspections_to_a_programme():
    rows = recurrence(RECORD, "eastshire", ["peel"], ThemeFamily.CHILD_PROTECTION)
    assert rows == ()
    rows = recurrence(RECORD, "eastshire", ["peel"], ThemeFamily.ALL_POLICING)
    assert [(r.theme, r.raised, r.looked_at) for r in rows] == [("investigating-crime", 0, 1)]


@settings(deadline=None)
@given(order=st.permutations(RECORD.inspections))
def test_the_order_of_entry_does_not_matter(order):
    again = s.record(*order)
    assert recurrence(again, "eastshire") == recurrence(RECORD, "eastshire")


@settings(deadline=None)
@given(year=st.integers(2010, 2030))
def test_an_inspection_that_did_not_look_at_a_theme_changes_no_figure_for_it(year):
    more = s.inspection("eastshire-more", "peel-2022", published=f"{year}-01-01")
    before = recurrence(RECORD, "eastshire", family=ThemeFamily.CHILD_PROTECTION)
    after = recurrence(
        s.record(*RECORD.inspections, more), "eastshire", family=ThemeFamily.CHILD_PROTECTION
    )
    figures = [(r.theme, r.raised, r.looked_at, r.not_known, r.sentence) for r in before]
    assert [(r.theme, r.raised, r.looked_at, r.not_known, r.sentence) for r in after] == figures


def test_the_evidence_stands_in_the_order_of_the_inspections_with_measure_and_whom_it_is_about():
    measure = {"numerator": 4, "denominator": 6, "unit": "cases", "qualifier": "4 to 12 hours"}
    record = s.record(
        look(2025, about("concern", 1, scope="partnership", measure=measure)),
        look(2013, about("progress", 2, told_by="force")),
    )
    rows = evidence(record, "missing-children")
    assert [(r.when, r.kind, r.measure, r.about) for r in rows] == [
        ("published 30 June 2013", "Progress", None, "As told by the force."),
        (
            "published 30 June 2025",
            "Concern",
            "4 of 6 cases (4 to 12 hours)",
            "About the partnership, not the force alone.",
        ),
    ]
    assert evidence(record, "missing-children", inspection="eastshire-2013") == rows[:1]
    assert evidence(record, "missing-children", forces=["westshire"]) == ()
