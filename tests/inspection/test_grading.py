"""Grades: filled or explained cells, walls, and counts that leave nothing out."""

from inspection.comparability import cycles_comparison
from inspection.grade_cells import cell_of
from inspection.grading import (
    grade_counts,
    grade_counts_words,
    graded_programmes,
    grading_blocks,
    grading_grid,
    noted_cells,
    shared_words,
)
from inspection.vocabulary import EmptyKind
from tests.inspection import samples as s

OLD = s.inspection(
    "eastshire-2016",
    "peel-2016",
    published="2017-03-02",
    grades=(s.grade("investigating", "good"), s.grade("preventing", "inadequate")),
)
CARRIED = s.inspection(
    "eastshire-2017",
    "peel-2017",
    published="2018-03-22",
    grades=(
        s.grade("investigating", "good", carried_from="eastshire-2016"),
        s.grade("preventing", empty="not-graded"),
    ),
)
NEW = s.inspection(
    "eastshire-2022",
    grades=(
        s.grade("investigating-crime", "adequate"),
        s.grade("managing-offenders", "adequate", basis="derived"),
        s.grade("victim-service", empty="not-graded"),
    ),
)
RECORD = s.record(OLD, CARRIED, NEW)


def labels(grid) -> list[list[str]]:
    return [[cell.label for cell in row] for row in grid.cells]


def test_every_cell_holds_a_grade_or_says_which_kind_of_empty_it_is():
    grid = grading_grid(RECORD, "eastshire", "peel")
    assert [column.name for column in grid.columns] == [
        "Cycle peel-2016",
        "Cycle peel-2017",
        "Cycle peel-2022",
    ]
    assert labels(grid) == [
        ["Good", "Good", "No such question"],
        ["Inadequate", "Not graded", "No such question"],
        ["No such question", "No such question", "Adequate"],
        ["No such question", "No such question", "Adequate"],
        ["No such question", "No such question", "Not graded"],
    ]


def test_of_a_force_without_a_report_nothing_is_entered_and_no_cell_is_blank():
    grid = grading_grid(RECORD, "westshire", "peel")
    assert labels(grid)[0] == ["Nothing entered", "Nothing entered", "No such question"]
    assert [column.published for column in grid.columns] == ["no report recorded"] * 3
    assert grid.cells[0][0].empty.meaning == (
        "Whether this was asked and graded then is not in the record."
    )


def test_where_a_report_was_looked_for_its_cells_are_not_found_by_us():
    record = s.record(gaps=(s.gap(unrecorded="looked-for", programme="peel", cycle="peel-2016"),))
    grid = grading_grid(record, "eastshire", "peel")
    assert labels(grid)[0] == ["Not found by us", "Nothing entered", "No such question"]
    assert [column.published for column in grid.columns] == [
        "no report found",
        "no report recorded",
        "no report recorded",
    ]
    assert labels(grading_grid(record, "westshire", "peel"))[0][0] == "Nothing entered"
    found = s.inspection("eastshire-2016", "peel-2016", published="2017-03-02")
    again = s.record(found, gaps=record.gaps)
    assert labels(grading_grid(again, "eastshire", "peel"))[0][0] == "Nothing entered"


def test_a_question_without_a_row_is_not_entered_and_one_graded_together_not_found():
    together = {
        "questions": ["investigating-crime", "victim-service"],
        "counts": {"good": 2},
        "note": "Which is which is not known.",
        "sources": s.SOURCES,
    }
    told = s.inspection(grades=(s.grade(empty="not-found"),), shared_grades=(together,))
    grid = grading_blocks(s.record(told), "eastshire", "peel")[0]
    assert [row[0].empty for row in grid.cells] == [
        EmptyKind.NOT_FOUND,
        EmptyKind.NOT_ENTERED,
        EmptyKind.NOT_FOUND,
    ]


def test_of_two_inspections_in_one_cycle_the_later_answers_whatever_the_order_of_entry():
    first = s.inspection("eastshire-a", published="2022-01-01", grades=(s.grade(value="good"),))
    later = s.inspection("eastshire-b", published="2023-01-01", grades=(s.grade(value="adequate"),))
    for record in (s.record(first, later), s.record(later, first)):
        assert labels(grading_blocks(record, "eastshire", "peel")[0])[0] == ["Adequate"]


LATE = (s.question("late", "peel-2017", perhaps_asked=("peel-2016",)),)


def test_of_a_question_that_was_perhaps_asked_nothing_is_entered_and_any_other_was_no_question():
    record = s.record(questions=LATE)
    for force in ("eastshire", "westshire"):
        assert labels(grading_grid(record, force, "peel")) == [
            ["Nothing entered", "Nothing entered", "No such question"]
        ]


def test_a_question_that_was_perhaps_asked_is_not_found_only_by_the_force_that_has_a_row():
    found = s.inspection(
        "eastshire-2016", "peel-2016", grades=(s.grade("late", empty="not-found"),)
    )
    record = s.record(found, s.inspection("westshire-2016", "peel-2016"), questions=LATE)
    assert labels(grading_grid(record, "eastshire", "peel"))[0][0] == "Not found by us"
    assert labels(grading_grid(record, "westshire", "peel"))[0][0] == "Nothing entered"


def test_a_question_that_was_perhaps_asked_is_not_found_where_the_report_was_looked_for():
    gap = s.gap(unrecorded="looked-for", programme="peel", cycle="peel-2016")
    record = s.record(questions=LATE, gaps=(gap,))
    assert labels(grading_grid(record, "eastshire", "peel"))[0][0] == "Not found by us"
    assert labels(grading_grid(record, "westshire", "peel"))[0][0] == "Nothing entered"


def test_a_wall_stands_between_neighbours_that_cannot_be_compared_and_nowhere_else():
    walls = grading_grid(RECORD, "eastshire", "peel").walls
    assert [(wall.after, wall.before) for wall in walls] == [("peel-2017", "peel-2022")]
    assert walls[0].comparison.reason == "As is said here."


def test_cycles_are_comparable_only_where_both_say_so():
    assert cycles_comparison(RECORD, "peel-2016", "peel-2017").comparable
    assert cycles_comparison(RECORD, "peel-2016", "peel-2016").comparable
    assert not cycles_comparison(RECORD, "peel-2016", "peel-2022").comparable


def test_blocks_are_cut_where_no_question_goes_on_and_the_latest_stands_first():
    blocks = grading_blocks(RECORD, "eastshire", "peel")
    assert [[c.cycle for c in block.columns] for block in blocks] == [
        ["peel-2022"],
        ["peel-2016", "peel-2017"],
    ]
    assert labels(blocks[1]) == [["Good", "Good"], ["Inadequate", "Not graded"]]


def test_a_carried_forward_and_a_worked_out_grade_say_so_in_words():
    carried = cell_of(RECORD, CARRIED, CARRIED.grades[0])
    assert carried.words == "Good (carried forward from an earlier assessment)"
    worked_out = cell_of(RECORD, NEW, NEW.grades[1])
    assert worked_out.words == "Adequate (worked out)"
    assert [cell.label for cell in noted_cells(grading_blocks(RECORD, "eastshire", "peel")[1])] == [
        "Good"
    ]


def test_counts_leave_out_what_was_carried_forward_and_what_is_not_about_the_force():
    assert grade_counts(RECORD, CARRIED) == ()
    unit = s.inspection(grades=(s.grade(value="inadequate", scope="regional-unit"),))
    assert grade_counts(s.record(unit), unit) == ()


def test_grades_known_only_together_are_counted_but_belong_to_no_question():
    together = {
        "questions": ["managing-offenders", "victim-service"],
        "counts": {"good": 1, "adequate": 1},
        "note": "Which is which is not known.",
        "sources": s.SOURCES,
    }
    shared = s.inspection(
        grades=(
            s.grade(value="good"),
            s.grade("managing-offenders", empty="not-found"),
            s.grade("victim-service", empty="not-found"),
        ),
        shared_grades=(together,),
    )
    record = s.record(shared)
    assert grade_counts(record, shared) == (("Good", 2), ("Adequate", 1))
    assert grade_counts_words(record, shared) == "two areas good and one adequate"
    assert shared_words(record, shared, shared.shared_grades[0]) == (
        "Known only together: managing offenders and victim service share one good and one "
        "adequate. Which is which is not known."
    )
    cells = [row[0] for row in grading_blocks(record, "eastshire", "peel")[0].cells]
    assert [cell.empty for cell in cells] == [None, EmptyKind.NOT_FOUND, EmptyKind.NOT_FOUND]


def test_programmes_are_offered_that_graded_any_force_and_inspected_this_one():
    assert [p.id for p in graded_programmes(RECORD, "eastshire")] == ["peel"]
    assert graded_programmes(RECORD, "westshire") == ()
