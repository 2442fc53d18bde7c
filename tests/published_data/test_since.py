"""What changed with Northamptonshire from one child protection report to the next, read by hand.

The lists were written by reading data/inspections.yaml, not by running the code. Of the reports on
Northamptonshire the one of 26 July 2018 was public on the first day; the next is the review of
24 July 2019, and after that comes PEEL 2018/19 on 27 September 2019.
"""

import datetime as dt

import pytest

from inspection.since import ChangeKind, changes_since, changes_words

REPORT, REVIEW = dt.date(2018, 7, 26), dt.date(2019, 7, 24)

# Each theme on which the review recorded a concern about the force, with the first such concern of
# the review. All seven had been raised before: performance and outcomes in March 2013, the quality
# of investigations in 2018, the others by the pilot of January 2013. Leadership and workforce stand
# in the review as well, but only with praise and progress.
RAISED_AGAIN = {
    "performance-and-outcomes": "nn-2019-01",
    "investigation-quality": "nn-2019-02",
    "missing-children": "nn-2019-04",
    "online-and-digital": "nn-2019-05",
    "sex-offender-management": "nn-2019-07",
    "risk-recognition": "nn-2019-11",
    "multi-agency-working": "nn-2019-13",
}


def of_kind(rows, kind):
    return [row for row in rows if row.kind is kind]


def test_between_the_report_of_2018_and_the_review_of_2019(sixty):
    rows = changes_since(sixty, REPORT, REVIEW, ["northamptonshire"])
    assert [(row.inspection, row.on_words) for row in of_kind(rows, ChangeKind.INSPECTION)] == [
        ("northamptonshire-ncpi-review-2019", "24 July 2019")
    ]
    again = of_kind(rows, ChangeKind.RAISED_AGAIN)
    assert {row.theme: row.fact for row in again} == RAISED_AGAIN
    assert {row.inspection for row in again} == {"northamptonshire-ncpi-review-2019"}
    # 26 July 2018 and 55 days; and six weeks after that day.
    assert [(row.inspection, row.on_words) for row in of_kind(rows, ChangeKind.DUE)] == [
        ("northamptonshire-ncpi-2018", "19 September 2018"),
        ("northamptonshire-ncpi-2018", "about 6 September 2018"),
    ]
    assert {row.fact for row in of_kind(rows, ChangeKind.PROMISE)} == {
        "nn-2019-response-1-commitment-1",
        "nn-2019-response-2-commitment-1",
    }
    assert changes_words(rows, REPORT, REVIEW, ["Northamptonshire Police"]) == (
        "Between 26 July 2018 and 24 July 2019: one new inspection, seven themes raised again, one "
        "changed reading, four answers or statements (three of the inspectorate and one of the "
        "force), two new promises and two dates fallen due. There was no further report, no changed "
        "grade, no new request and no correction."
    )


def test_from_the_day_before_the_report_of_2018_there_are_two_new_inspections(sixty):
    rows = changes_since(sixty, dt.date(2018, 7, 25), REVIEW, ["northamptonshire"])
    assert [row.inspection for row in of_kind(rows, ChangeKind.INSPECTION)] == [
        "northamptonshire-ncpi-review-2019",
        "northamptonshire-ncpi-2018",
    ]


def test_the_grade_changed_on_8_august_2024_is_new_on_that_day_and_not_before(sixty):
    before, on, after = (dt.date(2024, 8, day) for day in (7, 8, 9))
    (row,) = changes_since(sixty, before, on)
    assert (row.kind, row.title, row.detail) == (
        ChangeKind.GRADE,
        "Responding to the public: Adequate, changed to Requires improvement",
        "The data first supplied by the force for this question was wrong.",
    )
    assert changes_since(sixty, on, after) == ()


@pytest.mark.parametrize("since", ["2014-01-01", "2018-07-26", "2025-08-22"])
def test_what_changed_for_one_force_is_its_part_of_what_changed_for_all(published_record, since):
    days = dt.date.fromisoformat(since), published_record.release.released_on
    every = changes_since(published_record, *days)
    for force in published_record.force:
        own = changes_since(published_record, *days, (force,))
        assert own == tuple(row for row in every if row.force in (force, None))
