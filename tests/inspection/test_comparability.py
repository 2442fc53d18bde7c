"""May two grades be compared? Single cases, and properties that hold for any vocabulary."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspection.comparability import cycles_comparison, grades_comparison, looks_comparison
from inspection.grade_cells import cell_of
from inspection.grading import grading_blocks, grading_grid
from inspection.latest_grades import latest_grades_words
from inspection.side_by_side import national_place, other_forces, side_pairs
from inspection.vocabulary import InspectionKind
from tests.inspection import samples as s


def graded(id: str, cycle: str, *grades, **fields):
    return s.inspection(id, cycle, grades=grades, **fields)


EAST_2016 = graded(
    "eastshire-2016",
    "peel-2016",
    s.grade("investigating", "good"),
    s.grade("preventing", "good"),
    fieldwork={"start": "2016-05"},
    published="2017-03-02",
)
EAST_2017 = graded(
    "eastshire-2017",
    "peel-2017",
    s.grade("investigating", "requires-improvement"),
    s.grade("preventing", "good", carried_from="eastshire-2016"),
    fieldwork={"start": "2017-09"},
    published="2018-03-22",
)
EAST_2022 = graded(
    "eastshire-2022",
    "peel-2022",
    s.grade("investigating-crime", "adequate"),
    s.grade("managing-offenders", "good", scope="regional-unit"),
    s.grade("victim-service", empty="not-graded"),
)
WEST_2016 = graded(
    "westshire-2016",
    "peel-2016",
    s.grade("investigating", "good"),
    fieldwork={"start": "2016-09"},
    published="2017-03-02",
)
WEST_LATE = graded(
    "westshire-2017",
    "peel-2017",
    s.grade("investigating", "good"),
    s.grade("preventing", "good"),
    fieldwork={"start": "2018-10"},
    published="2019-01-02",
)
WEST_UNKNOWN = graded("westshire-2022", "peel-2022", s.grade("investigating-crime", "good"))
RECORD = s.record(EAST_2016, EAST_2017, EAST_2022, WEST_2016, WEST_LATE, WEST_UNKNOWN)


def cell(inspection, question):
    grade = next(g for g in inspection.grades if g.question == question)
    return cell_of(RECORD, inspection, grade)


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        (
            cell(EAST_2022, "victim-service"),
            cell(WEST_UNKNOWN, "investigating-crime"),
            "There is no grade to compare: not graded.",
        ),
        (
            cell(EAST_2016, "preventing"),
            cell(EAST_2017, "preventing"),
            "A judgement carried forward is no new evidence.",
        ),
        (
            cell(EAST_2022, "managing-offenders"),
            cell(EAST_2022, "managing-offenders"),
            "One of the two is not about the force itself.",
        ),
        (
            cell(EAST_2016, "investigating"),
            cell(EAST_2016, "preventing"),
            "The two answer different questions.",
        ),
        (
            cell(EAST_2016, "investigating"),
            cell(WEST_LATE, "investigating"),
            "The two were graded in different cycles.",
        ),
        (
            cell(EAST_2017, "investigating"),
            cell(WEST_LATE, "investigating"),
            "It is not certain that inspectors were with both within twelve months: "
            "September 2017 and October 2018.",
        ),
        (
            cell(EAST_2022, "investigating-crime"),
            cell(WEST_UNKNOWN, "investigating-crime"),
            "When inspectors were with Eastshire Police and Westshire Police is not known to us.",
        ),
    ],
)
def test_two_grades_that_may_not_be_compared_and_why(first, second, reason):
    for one, other in ((first, second), (second, first)):
        comparison = grades_comparison(RECORD, one, other)
        assert not comparison.comparable
    assert grades_comparison(RECORD, first, second).reason == reason


def test_the_same_question_in_comparable_cycles_and_close_forces_may_be_compared():
    over_time = grades_comparison(
        RECORD, cell(EAST_2016, "investigating"), cell(EAST_2017, "investigating")
    )
    assert (over_time.comparable, over_time.reason) == (True, "As is said here.")
    between = grades_comparison(
        RECORD, cell(EAST_2016, "investigating"), cell(WEST_2016, "investigating")
    )
    assert (between.comparable, between.reason) == (
        True,
        "Same method, inspectors there within twelve months (Cycle peel-2016).",
    )


def test_an_inspection_and_a_review_of_the_same_cycle_are_not_like_for_like():
    review = WEST_2016.model_copy(update={"kind": InspectionKind.POST_INSPECTION_REVIEW})
    found = looks_comparison(RECORD, EAST_2016, review)
    assert (found.comparable, found.reason) == (
        False,
        "The two were inspected under different methods or in different kinds of visit.",
    )


def test_a_method_changed_between_two_forces_forbids_comparing_them():
    changed = s.cycle(
        "peel-2016", scale="four-grades", between_forces="The method changed in between."
    )
    record = s.record(EAST_2016, WEST_2016, programmes=(s.programme("peel", changed),),
                      questions=(s.question("investigating", "peel-2016"),))  # fmt: skip
    (pair,) = side_pairs(record, "eastshire", "westshire", "peel")
    assert (pair.comparison.comparable, pair.comparison.reason) == (
        False,
        "The method changed in between.",
    )


def test_pairs_of_two_forces_name_every_question_both_were_graded_on_latest_cycle_first():
    pairs = side_pairs(RECORD, "eastshire", "westshire", "peel")
    assert [(p.cycle, p.question_name, p.comparison.comparable) for p in pairs] == [
        ("peel-2022", "Investigating crime", False),
        ("peel-2017", "Investigating", False),
        ("peel-2017", "Preventing", False),
        ("peel-2016", "Investigating", True),
    ]


def distribution(**counts):
    return {
        "id": "peel-2016-investigating",
        "cycle": "peel-2016",
        "question": "investigating",
        "published": "2017-03-02",
        "counts": counts,
        "forces": 43,
        "basis": "National total as published.",
        "sources": s.SOURCES,
    }


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ({"good": 34, "inadequate": 9}, "Good, one of 34 of 43 forces"),
        ({"good": 1, "inadequate": 42}, "Good, alone among 43 forces"),
        ({"good": None, "inadequate": 5}, None),
        ({"inadequate": 5}, None),
    ],
)
def test_a_grade_among_all_forces_is_told_with_its_true_denominator(counts, words):
    record = s.record(EAST_2016, national_distributions=[distribution(**counts)])
    place = national_place(record, cell_of(record, EAST_2016, EAST_2016.grades[0]))
    assert (place.words if place else None) == words
    assert national_place(record, cell_of(record, EAST_2016, EAST_2016.grades[1])) is None


def test_a_grade_that_requires_improvement_reads_as_a_sentence():
    record = s.record(EAST_2017, national_distributions=[
        {**distribution(**{"requires-improvement": 6}), "cycle": "peel-2017", "forces": 41}
    ])  # fmt: skip
    place = national_place(record, cell_of(record, EAST_2017, EAST_2017.grades[0]))
    assert place.words == "Requires improvement, one of 6 of 41 forces"


def test_other_forces_stand_with_a_word_for_every_question():
    other = {
        "id": "northshire",
        "force_name": "Northshire",
        "cycle": "cp-2024",
        "grades": [{"question": "responding", "value": "inadequate", "basis": "derived"}],
        "sources": s.SOURCES,
    }
    questions, rows = other_forces(s.record(other_forces=[other]), "child-protection")
    assert questions == ("Responding",)
    assert [(r.force_name, r.published, r.labels) for r in rows] == [
        ("Northshire", "date not known", ("Inadequate (worked out)",))
    ]


def test_of_other_forces_a_question_without_an_entry_is_not_entered_or_was_no_question():
    programmes = (
        s.programme(
            "child-protection",
            s.cycle("cp-2014", scale="five-grades"),
            s.cycle("cp-2024", scale="five-grades"),
        ),
    )
    questions = [s.question("one", "cp-2024"), s.question("two", "cp-2014"),
                 s.question("three", "cp-2024")]  # fmt: skip
    others = [
        {"id": "a", "force_name": "A", "cycle": "cp-2024", "sources": s.SOURCES,
         "grades": [{"question": "one", "value": "good"}]},
        {"id": "b", "force_name": "B", "cycle": "cp-2014", "sources": s.SOURCES,
         "grades": [{"question": "two", "value": "good"}]},
        {"id": "c", "force_name": "C", "cycle": "cp-2024", "sources": s.SOURCES,
         "grades": [{"question": "three", "empty": "not-found"}]},
    ]  # fmt: skip
    record = s.record(programmes=programmes, questions=questions, other_forces=others)
    _, rows = other_forces(record, "child-protection")
    assert [row.labels for row in rows] == [
        ("Good", "No such question", "Nothing entered"),
        ("No such question", "Good", "No such question"),
        ("Nothing entered", "No such question", "Not found by us"),
    ]


CYCLES = [f"c-{n}" for n in range(5)]
VALUES = ("outstanding", "good", "requires-improvement", "inadequate")


@st.composite
def records(draw):
    """Any record of two forces and five cycles, whatever may be compared with what."""
    links = draw(st.sets(st.sampled_from(list(combinations(CYCLES, 2)))))
    cycles = [
        s.cycle(
            c,
            scale="four-grades",
            comparable_with=tuple(
                other for other in CYCLES if (c, other) in links or (other, c) in links
            ),
        )
        for c in CYCLES
    ]
    asked = {
        q: draw(st.lists(st.sampled_from(CYCLES), min_size=1, unique=True)) for q in ("q-a", "q-b")
    }
    inspections = []
    for force in ("eastshire", "westshire"):
        for c in CYCLES:
            grades = [
                s.grade(q, draw(st.sampled_from(VALUES)))
                for q in asked
                if c in asked[q] and draw(st.booleans())
            ]
            year = draw(st.integers(2012, 2025))
            inspections.append(
                graded(f"{force}-{c}", c, *grades, programme="peel",
                       fieldwork={"start": f"{year}-03"}, published=f"{year + 1}-01-01")
            )  # fmt: skip
    return s.record(
        *inspections,
        programmes=(s.programme("peel", *cycles),),
        questions=tuple(s.question(q, *sorted(cs)) for q, cs in asked.items()),
    )


@settings(max_examples=60)
@given(record=records())
def test_no_figure_or_table_joins_two_grades_that_may_not_be_compared(record):
    for force in ("eastshire", "westshire"):
        for grid in (grading_grid(record, force, "peel"), *grading_blocks(record, force, "peel")):
            walls = {(wall.after, wall.before) for wall in grid.walls}
            for left, right in pairwise(column.cycle for column in grid.columns):
                free = cycles_comparison(record, left, right).comparable
                assert free == ((left, right) not in walls)
            for row in grid.cells:
                for one, other in pairwise(row):
                    if one.value and other.value and (one.cycle, other.cycle) not in walls:
                        assert grades_comparison(record, one, other).comparable


@settings(max_examples=60)
@given(record=records())
def test_forces_stand_side_by_side_only_within_one_cycle_and_twelve_months(record):
    for pair in side_pairs(record, "eastshire", "westshire", "peel"):
        assert pair.first.cycle == pair.second.cycle
        days = [
            record.inspection[c.inspection].fieldwork.start.earliest
            for c in (pair.first, pair.second)
        ]
        if pair.comparison.comparable:
            assert abs((days[0] - days[1]).days) <= 365


@settings(max_examples=60)
@given(record=records())
def test_the_sentence_on_the_latest_grades_holds_grades_of_one_cycle_only(record):
    for force in ("eastshire", "westshire"):
        words = latest_grades_words(record, force, "peel")
        named = [c for c in CYCLES if f"Cycle {c}" in words]
        assert len(named) <= 2
        if len(named) == 2:
            assert "They cannot be compared with those of" in words
