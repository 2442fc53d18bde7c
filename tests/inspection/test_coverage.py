"""What the record lacks: what is known to exist, kinds of empty, and facts that lack something."""

import datetime as dt

import pytest

from inspection.coverage import NO_PROGRAMME, Missing, coverage, coverage_words, total
from inspection.knowing import as_known_on
from inspection.model import Gap
from tests.inspection import samples as s

EVERY = {"published": "2017-06-30", "sources": s.SOURCES}


def programmes(**of_2016):
    """The usual two, with a round of 2016 of which more may be said."""
    _, peel = s.programmes()
    changed = s.cycle("peel-2016", scale="four-grades", comparable_with=("peel-2017",), **of_2016)
    cycles = [changed if c.id == "peel-2016" else c for c in peel.cycles]
    return (s.programmes()[0], s.programme("peel", *cycles))


def gap(id="gap-1", **fields):
    given = {"forces": ("eastshire",), "what": f"What {id} lacks", "note": "No more is known."}
    return Gap.model_validate({"id": id, **given, **fields})


def row_of(found, force, programme):
    return next(row for row in found.rows if (row.force, row.programme) == (force, programme))


def ids(tallies):
    return {tally.label: tally.ids for tally in tallies if tally.ids}


def test_a_force_without_a_first_look_in_a_round_of_every_force_has_one_that_is_not_recorded():
    again = s.inspection("westshire-2017", "peel-2016", kind="revisit", published="2017-05-01")
    first = s.inspection("eastshire-2016", "peel-2016", published="2016-11-03")
    found = coverage(s.record(first, again, programmes=programmes(every_force=EVERY)))
    assert [(row.force, row.programme, len(row.recorded), row.known) for row in found.rows] == [
        ("eastshire", "peel", 1, 1),
        ("westshire", "peel", 1, 2),
    ]
    words = "peel Cycle peel-2016: every force was inspected at least once"
    missing = Missing("", "peel-2016", words, s.SOURCES)
    assert row_of(found, "westshire", "peel").unrecorded == (missing,)
    assert coverage_words(found.rows) == (
        "2 inspections are recorded; 1 more is known to us to exist and not recorded. What is known "
        "to us is not all there is."
    )


@pytest.mark.parametrize(
    "kind", ["revisit", "reinspection", "post-inspection-review", "assessment-of-progress"]
)
def test_no_sort_of_follow_up_is_the_first_look_of_a_round(kind):
    again = s.inspection("westshire-2017", "peel-2016", kind=kind, published="2017-05-01")
    found = coverage(s.record(again, programmes=programmes(every_force=EVERY)))
    row = row_of(found, "westshire", "peel")
    assert (row.recorded, [missing.cycle for missing in row.unrecorded]) == (
        ("westshire-2017",),
        ["peel-2016"],
    )


def test_a_round_is_not_known_before_the_last_day_on_which_that_can_have_come_out():
    every = {"published": "2017-06", "sources": s.SOURCES}
    record = s.record(programmes=programmes(every_force=every))
    known = {
        day: coverage(as_known_on(record, dt.date(2017, 6, day))).rows[1].known
        for day in (1, 29, 30)
    }
    assert known == {1: 0, 29: 0, 30: 1}


def test_a_round_is_known_to_have_held_every_force_only_from_the_day_that_was_public():
    record = s.record(
        s.inspection("eastshire-2016", "peel-2016", published="2016-11-03"),
        programmes=programmes(every_force=EVERY),
        sources=(s.source("the-report", published="2016-01-01"),),
    )

    def known(day):
        return row_of(coverage(as_known_on(record, day)), "westshire", "peel").known

    assert known(dt.date(2017, 6, 30)) == 1
    before = coverage(as_known_on(record, dt.date(2017, 6, 29)))
    assert [(row.force, row.known) for row in before.rows] == [("eastshire", 1), ("westshire", 0)]


def test_a_round_whose_day_is_not_known_counts_only_today():
    record = s.record(programmes=programmes(every_force={"sources": s.SOURCES}))
    assert [row.known for row in coverage(record).rows] == [1, 1]
    then = coverage(as_known_on(record, dt.date(2024, 1, 1)))
    assert [(row.programme, row.known) for row in then.rows] == [(None, 0)] * 2


def test_what_a_source_shows_is_known_and_what_was_only_looked_for_counts_as_nothing():
    known = gap(
        "gap-1", unrecorded="known-to-exist", programme="peel", cycle="peel-2016", sources=s.SOURCES
    )
    looked_for = gap("gap-2", unrecorded="looked-for", programme="child-protection")
    elsewhere = gap("gap-3", unrecorded="known-to-exist", sources=s.SOURCES)
    other = gap("gap-4")
    found = coverage(
        s.record(
            gaps=(known, looked_for, elsewhere, other), programmes=programmes(every_force=EVERY)
        )
    )
    told = [
        (
            row.programme_name,
            row.known,
            [m.gap for m in row.unrecorded],
            [m.gap for m in row.looked_for],
        )
        for row in found.rows
        if row.force == "eastshire"
    ]
    assert told == [
        ("child-protection", 0, [], ["gap-2"]),
        ("peel", 1, ["gap-1"], []),
        (NO_PROGRAMME, 1, ["gap-3"], []),
    ]


def test_a_missing_inspection_is_known_on_a_past_day_only_if_a_source_was_public_then():
    missing = gap(unrecorded="known-to-exist", programme="peel", sources=s.SOURCES)
    dated = s.record(gaps=(missing,), sources=(s.source("the-report", published="2020-05"),))
    day = dt.date(2020, 5, 31)
    assert row_of(coverage(as_known_on(dated, day)), "eastshire", "peel").known == 1
    before = coverage(as_known_on(dated, day - dt.timedelta(days=1)))
    assert [row.known for row in before.rows] == [0, 0]
    undated = s.record(gaps=(missing,))
    assert row_of(coverage(undated), "eastshire", "peel").known == 1
    assert [row.known for row in coverage(as_known_on(undated, day)).rows] == [0, 0]


def test_one_source_that_was_public_then_is_enough_to_know_of_a_missing_inspection():
    missing = gap(
        unrecorded="known-to-exist", programme="peel", sources=("the-report", "later", "undated")
    )
    sources = (
        s.source("the-report", published="2020-05"),
        s.source("later", published="2023"),
        s.source("undated"),
    )
    record = s.record(gaps=(missing,), sources=sources)
    then = coverage(as_known_on(record, dt.date(2021, 1, 1)))
    assert row_of(then, "eastshire", "peel").known == 1


def test_grades_are_told_by_kind_of_empty_and_questions_without_an_entry_stand_apart():
    early = s.inspection(
        "eastshire-2016", "peel-2016", published="2016-11-03",
        grades=(s.grade("investigating", "good"), s.grade("preventing", empty="not-found")),
    )  # fmt: skip
    carried = s.inspection(
        "eastshire-2017", "peel-2017", published="2017-11-03",
        grades=(s.grade("investigating", "good", carried_from="eastshire-2016"),),
    )  # fmt: skip
    shared = {
        "questions": ("managing-offenders", "victim-service"),
        "counts": {"good": 1, "adequate": 1},
        "note": "Not told apart.",
        "sources": s.SOURCES,
    }
    late = s.inspection(
        "eastshire-2022", grades=(s.grade(empty="withdrawn"),), shared_grades=(shared,)
    )
    found = coverage(s.record(early, carried, late))
    assert ids(row_of(found, "eastshire", "peel").grades) == {
        "Graded": ("eastshire-2016 > investigating",),
        "Carried forward": ("eastshire-2017 > investigating",),
        "Not found by us": ("eastshire-2016 > preventing",),
        "Withdrawn": ("eastshire-2022 > investigating-crime",),
        "Graded together": (
            "eastshire-2022 > managing-offenders",
            "eastshire-2022 > victim-service",
        ),
        "Nothing entered": ("eastshire-2017 > preventing",),
    }
    assert [tally.label for tally in found.rows[0].grades] == [
        "Graded", "Not inspected", "Not graded", "No such question", "Carried forward",
        "Not found by us", "Withdrawn", "Graded together", "Nothing entered",
    ]  # fmt: skip


def test_a_question_entered_as_without_an_entry_counts_with_those_that_have_none():
    early = s.inspection(
        "eastshire-2016", "peel-2016", published="2016-11-03",
        grades=(s.grade("preventing", empty="not-entered"),),
    )  # fmt: skip
    assert ids(row_of(coverage(s.record(early)), "eastshire", "peel").grades) == {
        "Nothing entered": ("eastshire-2016 > preventing", "eastshire-2016 > investigating"),
    }


def test_of_a_question_that_was_perhaps_asked_in_the_round_nothing_is_entered_without_a_row():
    questions = (s.question("late", "peel-2017", perhaps_asked=("peel-2016",)),)
    early = s.inspection("eastshire-2016", "peel-2016", published="2016-11-03")
    found = coverage(s.record(early, questions=questions))
    assert ids(row_of(found, "eastshire", "peel").grades) == {
        "Nothing entered": ("eastshire-2016 > late",),
    }
    told = s.inspection(
        "eastshire-2016", "peel-2016", published="2016-11-03",
        grades=(s.grade("late", empty="not-found"),),
    )  # fmt: skip
    found = coverage(s.record(told, questions=questions))
    assert ids(row_of(found, "eastshire", "peel").grades) == {
        "Not found by us": ("eastshire-2016 > late",),
    }


def test_a_question_answered_by_another_inspection_of_the_round_is_entered():
    first = s.inspection("eastshire-a", "peel-2016", grades=(s.grade("investigating", "good"),))
    second = s.inspection("eastshire-b", "peel-2016", published="2022-10-01",
                          grades=(s.grade("preventing", "good"),))  # fmt: skip
    found = coverage(s.record(first, second))
    assert total(found.rows, "Nothing entered") == 0
    found = coverage(s.record(first))
    assert ids(found.rows[0].grades)["Nothing entered"] == ("eastshire-a > preventing",)


def test_facts_that_lack_something_are_named():
    number = {"numerator": 4, "denominator": 10, "unit": "records"}
    looked = s.inspection(
        "eastshire-2018", "cp-2014", published="2018-06-28",
        findings=(s.finding("e-1", measure=number), s.finding("e-2", place="Page 4")),
        recommendations=(
            s.recommendation("e-r1", place="Chapter 2"),
            s.recommendation("e-r2", statements=(s.statement(date="2024-11"),)),
            s.recommendation("e-r3", statements=(s.statement("e-s2", date="2024"),)),
        ),
        unseen_recommendations=(
            {"id": "e-u1", "summary": "More was asked.", "sources": s.SOURCES},
        ),
    )  # fmt: skip
    found = coverage(s.record(looked))
    assert found.since == dt.date(2024, 12, 1)
    (row,) = (row for row in found.rows if row.force == "eastshire")
    assert ids(row.facts) == {
        "Findings": ("e-1", "e-2"),
        "Findings without a measure": ("e-2",),
        "Findings without a place in the report": ("e-1",),
        "Recommendations": ("e-r1", "e-r2", "e-r3"),
        "Recommendations without a place in the report": ("e-r2", "e-r3"),
        "Recommendations without a statement": ("e-r1",),
        "Recommendations without a recent statement": ("e-r1", "e-r2"),
        "Recommendations of which only the existence is known": ("e-u1",),
    }
    since = coverage(s.record(looked), dt.date(2024, 11, 30))
    assert total(since.rows, "Recommendations without a recent statement") == 1


def test_on_a_past_day_statements_are_looked_for_from_a_year_before_it():
    record = s.record(s.inspection("eastshire-2018", "cp-2014", published="2018-06-28"))
    assert coverage(as_known_on(record, dt.date(2020, 2, 29))).since == dt.date(2019, 2, 28)


def test_sources_without_a_date_are_counted_once_for_the_whole_record():
    sources = (s.source("the-report", published="2019"), s.source("a-note"))
    found = coverage(s.record(sources=sources))
    assert (found.sources, found.undated) == (2, ("a-note",))


def test_a_force_of_which_nothing_is_known_is_told_as_that():
    found = coverage(s.record(s.inspection("eastshire-2018", "cp-2014")))
    assert [(row.force, row.programme_name, row.known) for row in found.rows] == [
        ("eastshire", "child-protection", 1),
        ("westshire", NO_PROGRAMME, 0),
    ]
    assert coverage_words(found.rows).startswith(
        "1 inspection is recorded; no other is known to us to exist."
    )
