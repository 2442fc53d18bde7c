"""What the published record lacks, counted by hand in its files."""

import datetime as dt

import pytest

from inspection.coverage import coverage, total
from inspection.knowing import as_known_on


@pytest.fixture(scope="module")
def found(published_record):
    return coverage(published_record)


def test_five_inspections_are_known_to_exist_and_not_recorded(found):
    assert sum(len(row.recorded) for row in found.rows) == 60
    missing = [
        (row.force, row.programme, one.gap or one.cycle)
        for row in found.rows
        for one in row.unrecorded
    ]
    assert missing == [
        ("northamptonshire", "domestic-abuse", "northamptonshire-gap-domestic-abuse-2015"),
        ("northamptonshire", "funding", "northamptonshire-gap-funding-2011"),
        ("northamptonshire", "funding", "northamptonshire-gap-funding-2012"),
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
    assert (found.since, found.sources, len(found.undated)) == (dt.date(2025, 11, 22), 360, 145)


def test_statements_since_another_day(published_record):
    since = coverage(published_record, dt.date(2025, 5, 14))
    assert total(since.rows, "Recommendations without a recent statement") == 51


def test_an_inspection_first_told_of_in_june_2016_is_not_yet_known_the_day_before(published_record):
    def missing(day):
        rows = coverage(as_known_on(published_record, day)).rows
        return [one.gap or one.cycle for row in rows for one in row.unrecorded]

    before = [
        "northamptonshire-gap-funding-2011",
        "northamptonshire-gap-funding-2012",
        "northamptonshire-gap-2007-inspection",
        "northumbria-gap-major-crime-2008",
    ]
    assert missing(dt.date(2016, 6, 21)) == before
    told = ["northamptonshire-gap-domestic-abuse-2015", *before]
    assert missing(dt.date(2016, 6, 22)) == told


def test_that_every_force_was_inspected_is_said_only_where_a_source_carries_it(published_record):
    said = {
        cycle.id: cycle.every_force.sources
        for programme in published_record.programmes
        for cycle in programme.cycles
        if cycle.every_force
    }
    assert list(said) == [
        "peel-2014", "peel-2015", "peel-2016", "peel-2018-19", "peel-2021-22",
        "crime-data-2014", "domestic-abuse-2014", "funding-2011", "integrity-2014",
    ]  # fmt: skip
    assert said["crime-data-2014"] == ("crime-data-2014-national",)
    assert said["domestic-abuse-2014"] == ("domestic-abuse-2014-national",)
