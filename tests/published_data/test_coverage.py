"""What the published record lacks, counted by hand in its files."""

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest

from inspection.coverage import coverage, total
from inspection.dataset import load_record
from inspection.dates import PartialDate
from inspection.grading import grading_grid
from inspection.knowing import as_known_on
from inspection.vocabulary import EmptyKind, Unrecorded
from tests.numbers_of_forces import THREE
from tests.published_data.conftest import SIXTY

EDITION_1_5 = dt.date(2026, 11, 22)
KNOWN_TO_EXIST = [
    ("northamptonshire", "domestic-abuse", "northamptonshire-gap-domestic-abuse-2015"),
    ("northamptonshire", "funding", "northamptonshire-gap-funding-2011"),
    ("northamptonshire", "funding", "northamptonshire-gap-funding-2012"),
    ("northamptonshire", None, "northamptonshire-gap-2007-inspection"),
    ("northumbria", None, "northumbria-gap-major-crime-2008"),
]
LOOKED_FOR = [
    "northamptonshire-gap-jtai",
    "northamptonshire-gap-custody-after-2018",
    "northamptonshire-gap-vetting",
    "northamptonshire-gap-asb-and-early-funding",
    "northamptonshire-gap-after-august-2025",
    "northumbria-gap-child-protection-after-2019",
    "northumbria-gap-joint-inspections",
    "northumbria-gap-peel-2025-27",
    "northumbria-gap-custody-after-2019",
    "northumbria-gap-integrity-after-2023",
    "northumbria-gap-online-thematics",
    "northumbria-gap-after-august-2025",
]
"""The gaps of edition 1.5.0; one goes when what it tells of has come into the record."""


@pytest.fixture(scope="module")
def found(published_record):
    return coverage(published_record)


@pytest.fixture(scope="module")
def of_sixty(sixty):
    return coverage(sixty)


def gaps(record, unrecorded):
    """Each gap of that kind under its force and programme, as the files have them."""
    return sorted(
        (force, gap.programme or "", gap.id)
        for gap in record.gaps
        for force in gap.forces
        if gap.unrecorded is unrecorded
    )


def test_five_inspections_are_known_to_exist_and_not_recorded(found, published_record):
    recorded = sorted(id for row in found.rows for id in row.recorded)
    assert recorded == sorted(i.id for i in published_record.inspections)
    missing = [
        (row.force, row.programme, one.gap or one.cycle)
        for row in found.rows
        for one in row.unrecorded
    ]
    still = {gap.id for gap in published_record.gaps}
    assert [one for one in missing if one in KNOWN_TO_EXIST] == [
        one for one in KNOWN_TO_EXIST if one[2] in still
    ]
    assert sorted((force, programme or "", gap) for force, programme, gap in missing) == gaps(
        published_record, Unrecorded.KNOWN_TO_EXIST
    )


def test_twelve_searches_that_found_nothing_count_as_no_inspection(found, published_record):
    looked_for = [one.gap for row in found.rows for one in row.looked_for]
    still = {gap.id for gap in published_record.gaps}
    assert len(LOOKED_FOR) == 12
    assert [gap for gap in looked_for if gap in LOOKED_FOR] == [
        gap for gap in LOOKED_FOR if gap in still
    ]
    assert sorted(
        (row.force, row.programme or "", one.gap) for row in found.rows for one in row.looked_for
    ) == gaps(published_record, Unrecorded.LOOKED_FOR)
    assert {one.gap for row in found.rows for one in row.unrecorded}.isdisjoint(looked_for)


def test_every_grade_and_kind_of_empty_is_counted_once(of_sixty, found, published_record):
    kinds = [tally.label for tally in of_sixty.rows[0].grades]
    counted = {kind: total(of_sixty.rows, kind) for kind in kinds}
    assert counted == {
        "Graded": 119, "Not inspected": 1, "Not graded": 19, "No such question": 3,
        "Carried forward": 2, "Not found by us": 32, "Withdrawn": 0, "Graded together": 4,
        "Nothing entered": 20,
    }  # fmt: skip
    assert sum(list(counted.values())[:7]) == 176
    entered = sum(len(inspection.grades) for inspection in published_record.inspections)
    given = [id for row in found.rows for tally in row.grades[:7] for id in tally.ids]
    assert len(given) == len(set(given)) == entered


def test_a_peel_grade_is_told_as_not_found_only_where_a_row_of_that_force_says_so():
    record = load_record(Path(THREE))
    cells = [
        cell
        for force in record.forces
        for row in grading_grid(record, force.id, "peel").cells
        for cell in row
        if cell.empty is EmptyKind.NOT_FOUND
    ]
    assert Counter(
        cell.force for cell in cells if cell.inspection in SIXTY.get(cell.force, ())
    ) == {
        "northamptonshire": 26,
        "northumbria": 5,
    }
    assert [cell for cell in cells if cell.inspection is None] == []


def test_what_was_looked_for_beneath_the_pillars_of_2015_and_2016_and_not_found_has_rows(
    published_record,
):
    not_found = {
        cycle: [
            grade.question
            for grade in published_record.inspection[f"northamptonshire-{cycle}"].grades
            if grade.empty is EmptyKind.NOT_FOUND
        ]
        for cycle in ("peel-2015", "peel-2016")
    }
    legitimacy = ["legitimacy-public", "legitimacy-ethical", "legitimacy-workforce"]
    efficiency = ["efficiency-demand", "efficiency-resources", "efficiency-planning"]
    assert not_found == {
        "peel-2015": ["effectiveness-investigating", *efficiency, *legitimacy],
        "peel-2016": [
            "effectiveness-preventing",
            "effectiveness-investigating",
            "effectiveness-protecting",
            "effectiveness-organised-crime",
            *efficiency,
            *legitimacy,
        ],
    }


SPOKEN_OF = {
    "northumbria-crime-2014-r01": "2016-02-18",
    "northumbria-peel-2015-r02": "2016-09",
    "northumbria-peel-2016-r01": "2019-04-11",
    "nn-peel18-r1": "2021-11-24",
    "northumbria-peel-2021-r01": "2025-05-14",
}
"""The recommendations of the sixty inspections with a statement, and the day of their latest."""


def test_what_facts_lack(of_sixty, found, published_record):
    every = {tally.label: total(of_sixty.rows, tally.label) for tally in of_sixty.rows[0].facts}
    assert [every[label] for label in (
        "Findings", "Findings without a measure", "Recommendations",
        "Recommendations of which only the existence is known",
    )] == [459, 396, 52, 13]  # fmt: skip
    findings = [f for i in published_record.inspections for f in i.findings]
    asked = [r for i in published_record.inspections for r in i.recommendations]
    assert list(told(found).items()) == [
        ("Findings", {f.id for f in findings}),
        ("Findings without a measure", {f.id for f in findings if not f.measure}),
        ("Findings without a place in the report", {f.id for f in findings if not f.place}),
        ("Recommendations", {r.id for r in asked}),
        ("Recommendations without a place in the report", {r.id for r in asked if not r.place}),
        ("Recommendations without a statement", {r.id for r in asked if not r.statements}),
        ("Recommendations without a recent statement", silent(asked, found.since)),
        (
            "Recommendations of which only the existence is known",
            {u.id for i in published_record.inspections for u in i.unseen_recommendations},
        ),
    ]
    assert SPOKEN_OF.keys().isdisjoint(told(found)["Recommendations without a statement"])
    assert found.sources == len(published_record.sources)
    assert found.undated == tuple(s.id for s in published_record.sources if not s.published)


def told(found):
    """The facts of each sort that a coverage names, none of them twice."""
    of_sort = {}
    for tally in (tally for row in found.rows for tally in row.facts):
        assert of_sort.setdefault(tally.label, set()).isdisjoint(tally.ids)
        of_sort[tally.label].update(tally.ids)
    return of_sort


def silent(asked, since):
    """The recommendations of which nothing is recorded from a day on."""
    return {r.id for r in asked if all(s.date.latest < since for s in r.statements)}


def test_a_statement_is_recent_for_a_year(published_record):
    then = coverage(as_known_on(published_record, EDITION_1_5))
    assert then.since == dt.date(2025, 11, 22)


@pytest.mark.parametrize(
    ("day", "number"), [("2016-09-30", 4), ("2016-10-01", 3), ("2025-05-14", 1)]
)
def test_statements_since_another_day(day, number, published_record):
    since = dt.date.fromisoformat(day)
    found = told(coverage(published_record, since))["Recommendations without a recent statement"]
    asked = [r for i in published_record.inspections for r in i.recommendations]
    assert found == silent(asked, since)
    spoken_of = {id for id, said in SPOKEN_OF.items() if PartialDate.parse(said).latest >= since}
    assert len(spoken_of) == number
    assert spoken_of.isdisjoint(found)


def test_an_inspection_first_told_of_in_june_2016_is_not_yet_known_the_day_before(published_record):
    def missing(day):
        rows = coverage(as_known_on(published_record, day)).rows
        return [one.gap or one.cycle for row in rows for one in row.unrecorded]

    named = [gap for _, _, gap in KNOWN_TO_EXIST]
    still = {gap.id for gap in published_record.gaps}
    now = [gap for gap in named if gap in still]
    before = [gap for gap in now if gap != "northamptonshire-gap-domestic-abuse-2015"]
    for day, told_then in ((dt.date(2016, 6, 21), before), (dt.date(2016, 6, 22), now)):
        assert [gap for gap in missing(day) if gap in named] == told_then


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
