"""What keeps coming back: figures, denominators, sentences."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from inspection.knowing import as_known_on
from inspection.recurrence import recurrence, theme_lines
from inspection.recurrence_words import detail_words, most_raised_words, raised_again_words
from inspection.theme_states import ThemeState
from inspection.vocabulary import ThemeFamily
from tests.inspection import samples as s

FORCES = {"eastshire": "Eastshire Police", "westshire": "Westshire Police"}


def look(year: int, *findings, cycle: str = "cp-2014", force: str = "eastshire", **fields):
    fields = {"published": f"{year}-06-30"} | fields
    return s.inspection(f"{force}-{year}", cycle, findings=findings, **fields)


def about(kind: str, number: int = 1, theme: str = "missing-children", **fields):
    return s.finding(f"e-{kind}-{number}-{theme}", theme, kind=kind, **fields)


def missing(record, *programmes):
    rows = recurrence(record, "eastshire", programmes)
    return next(row for row in rows if row.theme == "missing-children")


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
        "Raised in 2 of the 4 inspections that looked at it, from 2013 to 2018; inspectors reported "
        "progress in 2019; of one of them no finding at all is in our record. For one more inspection "
        "we do not know whether it looked at it."
    )


def test_themes_that_are_even_are_all_named_as_coming_back_most_often():
    rows = recurrence(RECORD, "eastshire")
    assert most_raised_words(rows) == (
        "raised most persistently: missing children (in 2 of the 4 inspections that looked at it)."
    )
    even = s.record(
        look(2013, about("concern", 1), about("concern", 2, "risk-recognition")),
        look(2018, about("concern", 3), about("concern", 4, "risk-recognition")),
    )
    assert most_raised_words(recurrence(even, "eastshire")) == (
        "raised most persistently: missing children (in 2 of the 2 inspections that looked at it) "
        "and risk recognition (in 2 of the 2 inspections that looked at it)."
    )
    once = s.record(look(2013, about("concern", 1)))
    words = "as far as recorded, no theme was raised in more than one inspection."
    assert most_raised_words(recurrence(once, "eastshire")) == words
    assert most_raised_words(()) == words


def test_a_theme_no_inspection_is_known_to_have_looked_at_says_just_that():
    rows = {row.theme: row for row in recurrence(RECORD, "eastshire", ["child-protection"])}
    assert rows["risk-recognition"].sentence == (
        "No inspection is known to have looked at it; for four we do not know whether they did."
    )
    assert "investigating-crime" not in rows


def test_themes_can_be_narrowed_to_a_family_and_inspections_to_a_programme():
    rows = recurrence(RECORD, "eastshire", ["peel"], ThemeFamily.CHILD_PROTECTION)
    assert rows == ()
    rows = recurrence(RECORD, "eastshire", ["peel"], ThemeFamily.ALL_POLICING)
    assert [(r.theme, r.raised, r.looked_at) for r in rows] == [("investigating-crime", 0, 1)]


@given(order=st.permutations(RECORD.inspections))
def test_the_order_of_entry_does_not_matter(order):
    again = s.record(*order)
    assert recurrence(again, "eastshire") == recurrence(RECORD, "eastshire")


@given(year=st.integers(2010, 2030))
def test_an_inspection_that_did_not_look_at_a_theme_changes_no_figure_for_it(year):
    more = s.inspection("eastshire-more", "peel-2022", published=f"{year}-01-01")
    before = recurrence(RECORD, "eastshire", family=ThemeFamily.CHILD_PROTECTION)
    after = recurrence(
        s.record(*RECORD.inspections, more), "eastshire", family=ThemeFamily.CHILD_PROTECTION
    )
    figures = [(r.theme, r.raised, r.looked_at, r.not_known, r.sentence) for r in before]
    assert [(r.theme, r.raised, r.looked_at, r.not_known, r.sentence) for r in after] == figures


def test_the_longest_unbroken_run_is_over_inspections_that_looked_and_the_latest_of_equals():
    record = s.record(
        look(2013, about("concern")),
        look(2014, about("concern")),
        look(2015, about("strength")),
        look(2016, about("concern")),
        look(2017, looked_at=(), may_have_looked_at=("missing-children",)),
        s.inspection("eastshire-peel-2018", published="2018-06-30"),
        look(2019, about("concern")),
        look(2020),
    )
    row = missing(record)
    assert (row.longest_run.length, row.longest_run.first.year, row.longest_run.last.year) == (
        2,
        2016,
        2019,
    )
    assert (row.raised, row.looked_at, row.not_known, row.span_years) == (4, 6, 1, 6)
    assert missing(s.record(look(2020))).longest_run is None
    assert missing(s.record(look(2020))).span_years is None


def test_a_theme_returned_only_if_the_look_before_reported_progress_and_raised_nothing():
    record = s.record(
        look(2013, about("progress")),
        look(2014, about("concern")),
        look(2015, about("concern"), about("progress")),
        look(2016, about("concern")),
        look(2017, about("strength")),
        look(2018, about("concern")),
        look(2019, about("progress")),
        look(2020),
        look(2021, about("concern")),
    )
    assert [(b.progress.year, b.raised.year) for b in missing(record).returns] == [(2013, 2014)]


def test_years_without_a_look_are_whole_years_between_two_looks():
    record = s.record(
        look(2013, about("concern")),
        look(2014, looked_at=(), may_have_looked_at=("missing-children",)),
        look(2015),
        look(2016),
        look(2021),
    )
    assert missing(record).years_without_look == ((2014, 2014), (2017, 2020))
    assert missing(record).last_look.year == 2021


def test_visits_of_one_pilot_are_one_episode_and_three_inspections_and_both_are_said():
    visits = [
        s.inspection(
            f"eastshire-{month}",
            "cp-2014",
            published=f"2013-{month:02}-28",
            findings=(about("concern", month),),
            **({"kind": "revisit", "follows": f"eastshire-{month - 2}"} if month > 1 else {}),
        )
        for month in (1, 3, 5)
    ]
    row = missing(s.record(*visits, look(2018, about("concern", 9)), look(2019)))
    assert (row.raised, row.looked_at) == (4, 5)
    assert (row.episodes_raised, row.episodes_looked_at) == (2, 3)
    assert row.sentence == (
        "Raised in 4 of the 5 inspections that looked at it (2 of 3 episodes), from 2013 to 2018; of "
        "one of them no finding at all is in our record."
    )


def test_themes_are_ordered_by_episodes_so_that_one_pilot_does_not_outweigh_years():
    visits = [
        s.inspection(
            f"eastshire-{month}",
            "cp-2014",
            published=f"2013-{month:02}-28",
            findings=(about("concern", month, "risk-recognition"),),
            **({"kind": "revisit", "follows": "eastshire-1"} if month > 1 else {}),
        )
        for month in (1, 3, 5)
    ]
    record = s.record(*visits, look(2018, about("concern", 7)), look(2019, about("concern", 8)))
    rows = recurrence(record, "eastshire", ["child-protection"])
    assert [(r.theme, r.episodes_raised, r.raised) for r in rows] == [
        ("missing-children", 2, 2),
        ("risk-recognition", 1, 3),
    ]


def test_a_theme_raised_by_an_inspection_of_one_subject_is_told_apart():
    programmes = (
        *s.programmes(),
        s.programme(
            "custody", s.cycle("custody-2012", looks_at=("missing-children",)), narrow=True
        ),
    )
    narrow = s.inspection(
        "eastshire-custody", "custody-2012", programme="custody", kind="thematic",
        published="2012-06-30", findings=(about("concern", 5),),
    )  # fmt: skip
    record = s.record(narrow, look(2013, about("concern", 6)), programmes=programmes)
    row = missing(record)
    assert [(c.is_narrow, c.state) for c in row.cells] == [
        (True, ThemeState.RAISED),
        (False, ThemeState.RAISED),
    ]
    assert (row.raised, row.raised_narrow) == (2, 1)
    assert detail_words(row)[0] == (
        "Of the 2 that raised it, one was an inspection of one subject only."
    )


def test_the_other_figures_of_a_row_are_sentences_that_say_something():
    record = s.record(
        look(2013, about("concern", 1)),
        look(2014, about("concern", 2)),
        look(2016, about("progress", 3)),
        look(2019, about("concern", 4), about("strength", 5)),
    )
    assert detail_words(missing(record)) == (
        "Longest unbroken run: two looks in a row, 2013 to 2014.",
        "Raised again by the look of 2019, after that of 2016 had reported progress and raised "
        "nothing.",
        "No inspection is known to have looked at it in 2015 and 2017 to 2018.",
        "Last look (published 30 June 2019): raised, with praise.",
    )
    assert detail_words(missing(s.record(look(2019)))) == (
        "Last look (published 30 June 2019): looked at, nothing recorded.",
    )


BOTH = s.record(
    look(2013, about("concern", 1), about("concern", 2, "risk-recognition")),
    look(2018, about("concern", 3), about("concern", 4, "risk-recognition")),
    look(2014, about("concern", 5), force="westshire"),
    look(2019, about("concern", 6), about("concern", 7, "risk-recognition"), force="westshire"),
)


def test_themes_raised_in_more_than_one_inspection_of_every_force_are_named():
    rows = {force: recurrence(BOTH, force) for force in FORCES}
    assert raised_again_words(rows, FORCES) == (
        "Raised in more than one inspection of each of Eastshire Police and Westshire Police: "
        "missing children."
    )
    none = {force: recurrence(RECORD, force) for force in FORCES}
    assert raised_again_words(none, FORCES) == (
        "There is nothing to set side by side: no finding of the inspections of Westshire Police "
        "counted here is in our record."
    )


def test_a_force_of_whose_inspections_no_finding_is_recorded_is_left_out_and_named():
    forces = FORCES | {"southshire": "Southshire Police"}
    silent = recurrence(RECORD, "westshire")
    assert [row.is_recorded for row in silent] == [False] * len(silent)
    rows = {force: recurrence(BOTH, force) for force in FORCES}
    assert raised_again_words(rows | {"southshire": silent}, forces) == (
        "Raised in more than one inspection of each of Eastshire Police and Westshire Police: "
        "missing children. Southshire Police is left out, because no finding is in our record."
    )


def test_both_forces_stand_on_one_theme_axis_the_most_persistent_first():
    rows = {force: recurrence(BOTH, force, ["child-protection"]) for force in FORCES}
    lines = theme_lines(rows)
    assert [(line.theme, [row.raised for row in line.rows]) for line in lines] == [
        ("missing-children", [2, 2]),
        ("risk-recognition", [2, 1]),
    ]
    alone = theme_lines({"eastshire": rows["eastshire"], "westshire": ()})
    assert [line.rows[1] for line in alone] == [None, None]


@given(days=st.lists(st.dates(dt.date(2012, 1, 1), dt.date(2026, 1, 1)), min_size=2, max_size=2))
def test_a_later_day_never_sees_fewer_inspections_looks_or_concerns(days):
    early, late = (as_known_on(RECORD, day) for day in sorted(days))
    for row in recurrence(early, "eastshire"):
        later = next(r for r in recurrence(late, "eastshire") if r.theme == row.theme)
        assert {c.inspection for c in row.cells} <= {c.inspection for c in later.cells}
        assert row.raised <= later.raised
        assert row.looked_at <= later.looked_at


@settings(max_examples=30)
@given(days=st.lists(st.dates(dt.date(2011, 1, 1), dt.date(2026, 1, 1)), min_size=2, max_size=2))
def test_on_the_published_record_too_a_later_day_never_sees_less(published_record, days):
    early, late = (as_known_on(published_record, day) for day in sorted(days))
    for force in published_record.force:
        seen = {r.theme: r for r in recurrence(late, force, ["child-protection"])}
        for row in recurrence(early, force, ["child-protection"]):
            assert row.raised <= seen[row.theme].raised
            assert row.looked_at <= seen[row.theme].looked_at
