"""What one inspection says on one theme, and how we know that it looked."""

import pytest

from inspection.theme_states import ThemeState, episode, theme_cell, theme_state
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
    assert theme_state(s.record(graded), graded, "risk-recognition") is ThemeState.GRADED


@pytest.mark.parametrize(
    ("inspection", "why", "sources"),
    [
        (
            look(2018, about("concern")),
            "What inspectors said of it is recorded below.",
            ("the-report",),
        ),
        (
            look(2018, about("concern", scope="partner")),
            "What is recorded under it is not about the force itself.",
            ("the-report",),
        ),
        (
            look(2018),
            "The method (Cycle cp-2014) sets out to look at it; no finding on it is in our record.",
            ("the-report",),
        ),
        (
            look(2018, looked_at=("missing-children",)),
            "The report says that it was looked at; no finding on it is in our record.",
            ("the-report",),
        ),
        (
            look(2018, looked_at=(), may_have_looked_at=("missing-children",)),
            "It may belong to what was looked at; what we could read does not say.",
            ("the-report",),
        ),
        (
            look(2018, looked_at=(), may_have_looked_at=()),
            "It lies outside what was looked at.",
            ("the-report",),
        ),
    ],
)
def test_every_state_says_how_we_know_and_where_it_was_read(inspection, why, sources):
    cell = theme_cell(s.record(inspection), inspection, "missing-children")
    assert (cell.why, cell.sources) == (why, sources)


def test_a_grade_shows_how_we_know_that_a_theme_was_looked_at():
    graded = s.inspection("eastshire-2024", "cp-2024", grades=(s.grade("responding", "good"),))
    cell = theme_cell(s.record(graded), graded, "risk-recognition")
    assert cell.why == "Graded (responding: good); no finding on it is in our record."
    assert (cell.state, cell.state.label) == (ThemeState.GRADED, "Graded, findings not recorded")


def test_progress_is_told_also_where_a_concern_stands_beside_it():
    both = look(2018, about("concern"), about("progress"))
    praised = look(2018, about("concern"), about("strength"))
    of_others = look(2018, about("progress", scope="partner"))
    cells = [theme_cell(s.record(i), i, "missing-children") for i in (both, praised, of_others)]
    assert [(c.state, c.reports_progress) for c in cells] == [
        (ThemeState.BOTH, True),
        (ThemeState.BOTH, False),
        (ThemeState.NOTHING, False),
    ]


def visit(id: str, published: str, **fields):
    return s.inspection(f"eastshire-{id}", "cp-2014", published=published, **fields)


def test_a_pilot_and_its_revisits_within_a_year_are_one_episode():
    pilot = visit("pilot", "2013-01-31")
    first = visit("first", "2013-03-31", kind="revisit", follows="eastshire-pilot")
    second = visit("second", "2014-01-31", kind="revisit", follows="eastshire-first")
    late = visit("late", "2014-02-01", kind="revisit", follows="eastshire-second")
    again = visit("again", "2013-10-31", kind="reinspection", follows="eastshire-second")
    record = s.record(pilot, first, second, late, again)
    assert {i.id: episode(record, i) for i in record.inspections} == {
        "eastshire-pilot": "eastshire-pilot",
        "eastshire-first": "eastshire-pilot",
        "eastshire-second": "eastshire-pilot",
        "eastshire-late": "eastshire-late",
        "eastshire-again": "eastshire-again",
    }


def test_a_revisit_under_another_method_or_to_something_not_public_yet_stands_alone():
    before = s.inspection("eastshire-before", "peel-2022", published="2013-01-31")
    revisit = visit("revisit", "2013-03-31", kind="revisit", follows="eastshire-before")
    assert episode(s.record(before, revisit), revisit) == "eastshire-revisit"
    assert episode(s.record(revisit), revisit) == "eastshire-revisit"


def test_a_visit_dated_before_the_inspection_it_goes_back_to_is_no_part_of_its_episode():
    pilot = visit("pilot", "2013-06-30")
    early = visit("early", "2013-03-31", kind="revisit", follows="eastshire-pilot")
    assert episode(s.record(pilot, early), early) == "eastshire-early"


def test_a_judgement_carried_forward_shows_no_look():
    carried = s.inspection(
        "eastshire-2024", "cp-2024",
        grades=(s.grade("responding", "good", carried_from="eastshire-2018"),),
    )  # fmt: skip
    state = theme_state(s.record(look(2018), carried), carried, "risk-recognition")
    assert state is ThemeState.NOT_LOOKED_AT
