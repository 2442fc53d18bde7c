"""Dates that follow from a report, day by day."""

import datetime as dt

import pytest

from inspection.clocks import (
    ClockKind,
    ClockState,
    days_words,
    last_lawful_day,
    reply_words,
)
from inspection.due_after_reports import due_after_reports
from tests.inspection import samples as s


@pytest.mark.parametrize(
    ("published", "last"),
    [
        ("2017-05-01", None),
        ("2017-05-02", "2017-06-26"),
        ("2018-07-26", "2018-09-19"),
        ("2019-01-05", "2019-03-01"),
        ("2020-01-06", "2020-03-01"),
        ("2023-12-31", "2024-02-24"),
        ("2025-08-22", "2025-10-16"),
        ("2012-11-22", None),
    ],
)
def test_the_last_lawful_day_is_publication_and_55_days_from_2_may_2017(published, last):
    found = last_lawful_day(dt.date.fromisoformat(published))
    assert found == (dt.date.fromisoformat(last) if last else None)


def test_the_last_lawful_day_is_the_56th_counting_the_day_of_publication():
    day = dt.date(2025, 8, 22)
    counted = [day + dt.timedelta(n) for n in range(56)]
    assert counted[-1] == last_lawful_day(day)


def replies(*inspections, day=dt.date(2025, 12, 1)):
    rows = due_after_reports(s.record(*inspections))
    return [(r.title, r.due, r.state, r.days_left(day)) for r in rows if r.kind is ClockKind.REPLY]


@pytest.mark.parametrize(
    ("published", "due", "state", "days"),
    [
        ("2025-08-22", "16 October 2025", ClockState.NONE_FOUND, -46),
        ("2025-10-31", "25 December 2025", ClockState.NONE_FOUND, 24),
        ("2018-03", "between 25 April 2018 and 25 May 2018", ClockState.NONE_FOUND, None),
        ("2018", "between 25 February 2018 and 24 February 2019", ClockState.NONE_FOUND, None),
        ("2017-05", "not known whether in force", ClockState.DAY_NOT_KNOWN, None),
        ("2017", "not known whether in force", ClockState.DAY_NOT_KNOWN, None),
        ("2017-05-01", "no time limit in force", ClockState.NO_TIME_LIMIT, None),
        ("2016", "no time limit in force", ClockState.NO_TIME_LIMIT, None),
    ],
)
def test_the_clock_is_as_exact_as_the_day_of_publication(published, due, state, days):
    inspection = s.inspection(published=published)
    assert replies(inspection) == [(inspection.title, due, state, days)]


def test_a_joint_report_has_no_time_limit_known_to_apply():
    (reply,) = replies(s.inspection(kind="joint"))
    assert reply[2] is ClockState.NOT_KNOWN


@pytest.mark.parametrize(
    ("fields", "state", "known"),
    [
        (
            {"voice": "governing-body", "reply": "formal", "date": "2022-10-01"},
            ClockState.FOUND,
            "Published response of the Chief Constable, Eastshire Police, published 1 October 2022.",
        ),
        (
            {"voice": "governing-body", "reply": "formal"},
            ClockState.FOUND,
            "Published response of the Chief Constable, Eastshire Police, date not known.",
        ),
        (
            {"voice": "governing-body", "reply": "statement", "date": "2022-09-15"},
            ClockState.STATEMENT,
            "Statement on its own pages of the Chief Constable, Eastshire Police, published "
            "15 September 2022.",
        ),
        (
            {"voice": "governing-body"},
            ClockState.NONE_FOUND,
            "Last looked in November 2025.",
        ),
        ({"voice": "force"}, ClockState.NONE_FOUND, "Last looked in November 2025."),
    ],
)
def test_only_what_the_governing_body_published_itself_counts_as_found(fields, state, known):
    answer = s.response(**fields)
    rows = due_after_reports(s.record(s.inspection(responses=(answer,))))
    assert [(r.state, r.known) for r in rows] == [(state, known)]


def test_each_report_of_an_inspection_has_its_own_clock_but_not_one_recorded_elsewhere():
    reports = (
        s.report("one", "2022-09-15"),
        s.report("two", "2022-12-07"),
        s.report("three", "2023-01-10").model_copy(update={"recorded_as": "eastshire-other"}),
    )
    answer = s.response(voice="governing-body", reply="formal", report="two", date="2023-01-01")
    found = replies(s.inspection(reports=reports, responses=(answer,)))
    assert [(title, due, state) for title, due, state, _ in found] == [
        ("Report one", "9 November 2022", ClockState.NONE_FOUND),
        ("Report two", "31 January 2023", ClockState.FOUND),
    ]


def test_the_answer_counts_every_state_whole():
    rows = due_after_reports(
        s.record(
            s.inspection(published="2016-01-01"),
            s.inspection("eastshire-a", published="2018-01-01"),
            s.inspection("eastshire-b", published="2019-01-01", kind="joint"),
            s.inspection(
                "eastshire-c", published="2020-01-01",
                responses=(s.response(voice="governing-body", reply="formal"),),
            ),
        )
    )  # fmt: skip
    assert reply_words(rows, "Eastshire Police") == (
        "3 reports in the record on Eastshire Police, published since 2 May 2017: one with a "
        "published response found, one with none found by us, one with no time limit known to apply."
    )
    assert reply_words(rows[:1], "Eastshire Police") == (
        "No report in the record on Eastshire Police is known to have a time limit for a published "
        "reply."
    )


CP = s.programme(
    "child-protection", s.cycle("cp-2014", looks_at=("missing-children",), action_plan_weeks=6)
)


def test_an_action_plan_is_due_about_six_weeks_after_a_child_protection_inspection():
    promise = s.commitment(
        kind="action-plan",
        outcomes=({"summary": "The plan came.", "voice": "inspectorate", "sources": s.SOURCES},),
    )
    with_plan = s.inspection(
        "eastshire-2018", "cp-2014", published="2018-07-26",
        responses=(s.response(commitments=(promise,)),),
    )  # fmt: skip
    without = s.inspection("eastshire-2019", "cp-2014", published="2019-07")
    review = s.inspection(
        "eastshire-2020", "cp-2014", published="2020-07-01", kind="post-inspection-review"
    )
    rows = due_after_reports(
        s.record(with_plan, without, review, programmes=(CP, s.programmes()[1]))
    )
    assert [
        (r.inspection, r.due, r.state, r.known) for r in rows if r.kind is ClockKind.ACTION_PLAN
    ] == [
        ("eastshire-2018", "about 6 September 2018", ClockState.FOUND, "The plan came."),
        (
            "eastshire-2019",
            "about between 12 August 2019 and 11 September 2019",
            ClockState.NONE_FOUND,
            "Last looked in November 2025.",
        ),
    ]


def test_requests_with_one_time_limit_are_one_row():
    limit = {"words": "within eight weeks", "by": "2025-10-17"}
    asked = tuple(s.recommendation(f"e-r{n}", time_limit=limit) for n in (1, 2))
    asked += (s.recommendation("e-r3", time_limit={"words": "immediately"}),)
    rows = due_after_reports(s.record(s.inspection(published="2025-08-22", recommendations=asked)))
    assert [(r.kind, r.title, r.due, r.state) for r in rows[1:]] == [
        (
            ClockKind.WRITTEN_REPLY,
            "Report eastshire-peel-2022: 2 requests, within eight weeks",
            "17 October 2025",
            ClockState.NONE_FOUND,
        )
    ]


def test_a_promised_return_tells_its_date_and_the_actual_ones():
    promise = s.commitment(
        kind="revisit",
        kept_by="eastshire-back",
        time_limit={"words": "within 12 months", "by": "2020-07-24"},
    )
    other = s.commitment("e-a1-c2", kind="revisit")
    answer = s.response(voice="inspectorate", date="2019-07-24", commitments=(promise, other))
    back = s.inspection(
        "eastshire-back", "cp-2014", published="2021-03-24",
        fieldwork={"start": "2020-11", "end": "2020-12"},
    )  # fmt: skip
    rows = due_after_reports(
        s.record(s.inspection(published="2019-07-24", responses=(answer,)), back)
    )
    assert [(r.begins, r.due, r.state, r.known) for r in rows if r.kind is ClockKind.REVISIT] == [
        (
            "24 July 2019",
            "24 July 2020",
            ClockState.FOUND,
            "Report eastshire-back: fieldwork November to December 2020, published 24 March 2021.",
        ),
        (
            "24 July 2019",
            "no date given",
            ClockState.NONE_FOUND,
            "Last looked in November 2025.",
        ),
    ]


@pytest.mark.parametrize(
    ("days", "words"),
    [(None, ""), (0, "today"), (1, "in 1 day"), (12, "in 12 days"), (-1, "1 day ago"),
     (-1401, "1,401 days ago")],
)  # fmt: skip
def test_days_in_words(days, words):
    assert days_words(days) == words


def test_the_published_response_is_told_before_statements_on_its_own_pages():
    answers = (
        s.response("e-a1", voice="governing-body", reply="statement", date="2022-09-15"),
        s.response("e-a2", voice="governing-body", reply="formal", date="2022-10-01"),
    )
    (row,) = due_after_reports(s.record(s.inspection(responses=answers)))
    assert row.known.startswith("Published response of the Chief Constable")


def test_an_answer_to_the_whole_given_before_a_report_came_out_is_no_reply_to_it():
    reports = (s.report("one", "2022-09-15"), s.report("two", "2024-06-15"))
    answer = s.response(voice="governing-body", reply="formal", date="2024-02-20")
    found = replies(s.inspection(reports=reports, responses=(answer,)))
    assert [state for _, _, state, _ in found] == [ClockState.FOUND, ClockState.NONE_FOUND]


def test_a_report_on_several_forces_has_no_time_limit_known_to_apply():
    (reply,) = replies(s.inspection(kind="thematic"))
    assert reply[2] is ClockState.NOT_KNOWN


def test_rows_keep_their_ids_whatever_is_chosen():
    reports = tuple(
        s.report(key, day).model_copy(update={"title": "PEEL"})
        for key, day in (("one", "2022-09-15"), ("two", "2022-12-07"))
    )
    rows = due_after_reports(s.record(s.inspection(reports=reports)))
    assert [row.id for row in rows] == [
        "eastshire-peel-2022-one-reply",
        "eastshire-peel-2022-two-reply",
    ]


def test_nobody_looked_for_a_reply_to_a_report_published_after_the_last_search():
    limit = {"words": "within eight weeks", "by": "2026-01-26"}
    late = s.inspection(
        "eastshire-cp-2025", "cp-2014", published="2025-12-01",
        recommendations=(s.recommendation("e-r1", time_limit=limit),),
        responses=(
            s.response(voice="inspectorate", date="2025-12-01",
                       commitments=(s.commitment(kind="revisit"),)),
        ),
    )  # fmt: skip
    joint = s.inspection("eastshire-joint", kind="joint", published="2025-12-01")
    programmes = (CP, s.programmes()[1])
    rows = due_after_reports(s.record(late, joint, programmes=programmes))
    unsearched = "Not looked for since it was published."
    assert [(row.inspection, row.kind, row.known) for row in rows] == [
        ("eastshire-cp-2025", ClockKind.REPLY, unsearched),
        ("eastshire-cp-2025", ClockKind.ACTION_PLAN, unsearched),
        ("eastshire-cp-2025", ClockKind.WRITTEN_REPLY, unsearched),
        ("eastshire-cp-2025", ClockKind.REVISIT, unsearched),
        ("eastshire-joint", ClockKind.REPLY, f"{unsearched} {ClockState.NOT_KNOWN.meaning}"),
    ]
