"""What a view of a past day leaves out, counted whole."""

import datetime as dt

from inspection.left_out import LeftOut, left_out, left_out_words
from tests.inspection import samples as s

OUTCOME = {
    "summary": "Kept.", "voice": "inspectorate", "date": "2024-01-01", "sources": s.SOURCES,
}  # fmt: skip
REVISION = {
    "date": "2023-08-08", "value": "requires-improvement", "reason": "Data.", "sources": s.SOURCES,
}  # fmt: skip
RECORD = s.record(
    s.inspection("eastshire-a", published="2020-01-01", findings=(s.finding("a-1"),)),
    s.inspection(
        "eastshire-b",
        published="2022-09-15",
        grades=(
            s.grade(value="adequate", revisions=(REVISION,)),
            s.grade("victim-service", empty="not-graded"),
        ),
        findings=(s.finding("b-1"), s.finding("b-2")),
        recommendations=(s.recommendation(),),
        responses=(
            s.response("dated", date="2022-10-01", commitments=(s.commitment(outcomes=[OUTCOME]),)),
            s.response("undated"),
        ),
    ),
)


def on(text):
    return left_out(RECORD, dt.date.fromisoformat(text))


def test_each_kind_is_counted_until_its_own_day():
    assert on("2022-09-14") == LeftOut(1, 2, 1, 1, 1, 2, 1, 0)
    assert on("2022-09-15") == LeftOut(0, 0, 0, 1, 0, 2, 1, 0)
    assert on("2022-10-01") == LeftOut(0, 0, 0, 1, 0, 1, 1, 0)
    assert on("2023-08-08") == LeftOut(0, 0, 0, 0, 0, 1, 1, 0)
    assert on("2024-01-01") == LeftOut(0, 0, 0, 0, 0, 1, 0, 0)
    assert on("2025-12-01") == left_out(RECORD, None) == LeftOut(0, 0, 0, 0, 0, 0, 0, 0)


def test_what_is_left_out_is_told_as_a_list_without_what_is_none():
    assert left_out_words(on("2022-09-14")) == (
        "1 inspection, 2 findings, 1 grade, 1 change of a grade, 1 recommendation, "
        "2 answers to reports and 1 statement on progress"
    )
    assert left_out_words(on("2024-01-01")) == "1 answer to a report"
    assert left_out_words(on("2025-12-01")) == ""


def test_the_published_record_did_not_know_of_one_change_of_a_grade_a_day_before(published_record):
    before, after = (left_out(published_record, dt.date(2024, 8, day)) for day in (7, 8))
    assert (before.grade_changes, after.grade_changes) == (1, 0)
    assert before.grades == after.grades
