"""What the published record lacks, counted by hand in its files."""

import datetime as dt

import pytest

from inspection.coverage import coverage, total
from inspection.knowing import as_known_on


@pytest.fixture(scope="module")
def found(published_record):
    return coverage(published_record)


def test_four_inspections_are_known_to_exist_and_not_recorded(found):
    assert sum(len(row.recorded) for row in found.rows) == 60
    missing = [
        (row.force, row.programme, one.gap or one.cycle)
        for row in found.rows
        for one in row.unrecorded
    ]
    assert missing == [
        ("northamptonshire", "funding", "northamptonshire-gap-funding-2011"),
        ("northamptonshire", "single-subject", "crime-inspection-2014"),
        ("northamptonshire", None, "northamptonshire-gap-2007-inspection"),
        ("northumbria", None, "northumbria-gap-major-crime-2008"),
    ]


def test_twelve_searches_that_found_nothing_count_as_no_inspection(found):
    looked_for = [one.gap for row in found.rows for one in row.looked_for]
    assert len(looked_for) == 12
    assert "northumbria-gap-child-protection-after-2019" in looked_for
    assert {one.gap for row in found.rows for one in row.unrecorded}.isdisjoint(looked_for)


def test_every_grade_and_kind_of_empty_is_counted_once(found):
    kinds = [tally.label for tally in found.rows[0].grades]
    counted = {kind: total(found.rows, kind) for kind in kinds}
    assert counted == {
        "Graded": 119, "Not inspected": 1, "Not graded": 19, "No such question": 3,
        "Carried forward": 2, "Not found by us": 22, "Withdrawn": 0, "Graded together": 4,
        "Nothing entered": 8,
    }  # fmt: skip
    assert sum(list(counted.values())[:7]) == 166


def test_what_facts_lack(found):
    labels = [tally.label for tally in found.rows[0].facts]
    assert [total(found.rows, label) for label in labels] == [459, 396, 459, 52, 52, 47, 52, 13]
    assert (found.since, found.sources, len(found.undated)) == (dt.date(2025, 11, 22), 357, 145)


def test_statements_since_another_day(published_record):
    since = coverage(published_record, dt.date(2025, 5, 14))
    assert total(since.rows, "Recommendations without a recent statement") == 51


def test_on_a_day_of_2014_the_round_of_the_year_before_peel_is_not_yet_known(published_record):
    then = coverage(as_known_on(published_record, dt.date(2014, 11, 29)))
    missing = [one.gap or one.cycle for row in then.rows for one in row.unrecorded]
    assert missing == [
        "northamptonshire-gap-funding-2011",
        "northamptonshire-gap-2007-inspection",
        "northumbria-gap-major-crime-2008",
    ]
    later = coverage(as_known_on(published_record, dt.date(2014, 11, 30)))
    assert "crime-inspection-2014" in [m.cycle for row in later.rows for m in row.unrecorded]
