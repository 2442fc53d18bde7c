"""What changed between two days: a row for every kind, the order, the words, and the limits."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspection.dates import PartialDate
from inspection.since import (
    Change,
    ChangeKind,
    DayOutOfRange,
    changes_since,
    changes_words,
    check_days,
    unchanged_words,
)
from inspection.vocabulary import Voice
from tests.inspection import samples as s

SINCE, UNTIL = dt.date(2023, 1, 1), dt.date(2024, 1, 1)
OLD = s.inspection("eastshire-old", "peel-2017", published="2017-01-31")
UNDATED = "Its date is not known; it counts from the day on which this edition was released."


def changes(*inspections, since=SINCE, until=UNTIL, forces=None, theme=None, **fields):
    """What changed in a record whose first report, on Eastshire, came out in January 2017."""
    record = s.record(OLD, *inspections, **fields)
    return changes_since(record, since, until, forces, theme)


def of_kind(kind: ChangeKind, *inspections, **options) -> list[Change]:
    return [row for row in changes(*inspections, **options) if row.kind is kind]


def row(kind: ChangeKind, on: str, title: str, detail: str, **fields) -> Change:
    """A row on `eastshire-peel-2022`, with the source that every sample has."""
    given = {
        "force": "eastshire",
        "force_name": "Eastshire Police",
        "on": PartialDate.parse(on),
        "on_words": PartialDate.parse(on).words,
        "voice": None,
        "inspection": "eastshire-peel-2022",
        "inspection_title": "Report eastshire-peel-2022",
        "fact": None,
        "themes": (),
        "sources": s.SOURCES,
    }
    return Change(kind=kind, title=title, detail=detail, **(given | fields))


def test_a_new_inspection_has_its_grades_its_judgement_and_the_themes_it_looked_at():
    new = s.inspection(
        published="2023-12-01", grades=(s.grade(value="good"), s.grade("victim-service", "good"))
    )
    assert changes(new) == (
        row(
            ChangeKind.INSPECTION, "2023-12-01", "Report eastshire-peel-2022",
            "Graded two areas good. A judgement in our words.", themes=("investigating-crime",),
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("published", "is_new"),
    [
        ("2023-01-01", False),
        ("2023-01-02", True),
        ("2024-01-01", True),
        ("2024-01-02", False),
        ("2022-12", False),
        ("2023-01", True),
        ("2023", True),
        ("2024", False),
        ("2024-01", False),
    ],
)
def test_a_report_is_new_from_the_day_on_which_it_was_certainly_public(published, is_new):
    new = s.inspection(published=published)
    assert len(of_kind(ChangeKind.INSPECTION, new)) == is_new


def test_an_inspection_published_in_parts_is_new_once_and_its_later_parts_are_further_reports():
    parts = (
        s.report("first", "2022-06-01"),
        s.report("second", "2023-12-01"),
        s.report("third", "2024-06-01"),
    )
    new = s.inspection(published="2024-06-01", reports=parts)
    assert changes(new) == (
        row(
            ChangeKind.REPORT, "2023-12-01", "Report second",
            "A further report of Report eastshire-peel-2022.", themes=(),
        ),
    )  # fmt: skip
    (before,) = of_kind(ChangeKind.INSPECTION, new, since=dt.date(2022, 1, 1), until=SINCE)
    assert (str(before.on), before.title) == ("2022-06-01", "Report eastshire-peel-2022")
    assert of_kind(ChangeKind.REPORT, new, since=dt.date(2022, 1, 1), until=SINCE) == []


def test_a_part_recorded_as_an_inspection_of_its_own_is_no_further_report():
    own = s.inspection("eastshire-own", published="2023-12-01")
    part = {"id": "part", "title": "Part", "published": "2023-12-01", "recorded_as": own.id}
    whole = s.inspection(published="2022-06-01", reports=[s.report("main", "2022-06-01"), part])
    assert [(r.kind, r.inspection) for r in changes(own, whole)] == [
        (ChangeKind.INSPECTION, "eastshire-own")
    ]


def test_a_changed_grade_has_both_words_and_the_reason():
    revisions = [
        {"date": on, "value": value, "reason": reason, "sources": s.SOURCES}
        for on, value, reason in (
            ("2022-12-01", "requires-improvement", "The data was wrong."),
            ("2023-08-08", "inadequate", "It was wrong again."),
            ("2024-08-08", "good", "It was right."),
        )
    ]
    graded = s.inspection(grades=(s.grade(value="adequate", revisions=revisions),))
    assert changes(graded) == (
        row(
            ChangeKind.GRADE, "2023-08-08",
            "Investigating crime: Requires improvement, changed to Inadequate",
            "It was wrong again.", themes=("investigating-crime",),
        ),
    )  # fmt: skip


def test_a_request_in_a_later_report_is_new_with_that_report():
    item = s.recommendation(
        kind="cause-of-concern", report="late", scope="partnership",
        time_limit={"words": "at once"},
    )  # fmt: skip
    reports = (s.report("early", "2022-03-01"), s.report("late", "2023-03-01"))
    new = s.inspection(published="2023-10-01", reports=reports, recommendations=(item,))
    assert of_kind(ChangeKind.REQUEST, new) == [
        row(
            ChangeKind.REQUEST, "2023-03-01", "What was asked, e-r1.",
            "Cause of concern. About the partnership. Time limit: at once.",
            fact="e-r1", themes=("missing-children",),
        )
    ]  # fmt: skip


def test_everything_said_has_its_voice_and_the_place_where_the_page_shows_it():
    outcome = {"summary": "It was kept.", "voice": "inspectorate", "says": "addressed"}
    asked = s.recommendation(statements=[s.statement("e-s1", date="2023-02-01", says="progress")])
    spoken = s.inspection(
        recommendations=(asked,),
        statements=(s.statement("e-s2", "other", date="2023-03-01", theme="risk-recognition"),),
        responses=(
            s.response("e-a1", date="2023-04-01", themes=["missing-children", "risk-recognition"]),
            s.response(
                "e-a2", "governing-body", date="2022-10-01",
                commitments=[
                    s.commitment(
                        outcomes=[
                            {**outcome, "date": on, "sources": s.SOURCES}
                            for on in ("2022-11-01", "2023-05-01")
                        ],
                        theme="missing-children",
                    )
                ],
            ),
        ),
    )  # fmt: skip
    kind = ChangeKind.ANSWER
    assert of_kind(kind, spoken) == [
        row(
            kind, "2023-05-01", "It was kept.",
            "Inspectorate. On the promise: What was promised, e-a1-c1. It says: addressed.",
            voice=Voice.INSPECTORATE, fact="e-a1-c1", themes=("missing-children",),
        ),
        row(
            kind, "2023-04-01", "What was answered, e-a1.",
            "Force (Chief Constable, Eastshire Police). In answer to Report eastshire-peel-2022.",
            voice=Voice.FORCE, fact="e-a1", themes=("missing-children", "risk-recognition"),
        ),
        row(
            kind, "2023-03-01", "What was said, e-s2.",
            "Another body (The speaker). On Report eastshire-peel-2022.",
            voice=Voice.OTHER, fact="e-s2", themes=("risk-recognition",),
        ),
        row(
            kind, "2023-02-01", "What was said, e-s1.",
            "Force (The speaker). On the request: What was asked, e-r1. It says: progress.",
            voice=Voice.FORCE, fact="e-r1", themes=("missing-children",),
        ),
    ]  # fmt: skip


def test_a_promise_says_who_made_it_and_by_when():
    promise = s.commitment(time_limit={"words": "by spring"}, theme="risk-recognition")
    made = s.inspection(responses=(s.response(date="2023-04-01", commitments=[promise]),))
    assert of_kind(ChangeKind.PROMISE, made) == [
        row(
            ChangeKind.PROMISE, "2023-04-01", "What was promised, e-a1-c1.",
            "Force (Chief Constable, Eastshire Police). By when: by spring.",
            voice=Voice.FORCE, fact="e-a1-c1", themes=("risk-recognition",),
        )
    ]  # fmt: skip


def test_an_answer_and_promise_to_a_report_on_all_forces_are_of_the_force_and_of_no_inspection():
    answer = {
        **s.response("w-n1", date="2023-04-01").model_dump(),
        "commitments": [s.commitment("w-n1-c1").model_dump()],
        "force": "westshire",
        "about": "A report on all forces.",
    }
    found = changes(national_responses=[answer])
    assert [(r.kind, r.force, r.inspection, r.fact) for r in found] == [
        (ChangeKind.ANSWER, "westshire", None, "w-n1"),
        (ChangeKind.PROMISE, "westshire", None, "w-n1-c1"),
    ]
    assert found[0].detail.endswith("In answer to a report on all forces.")


def test_a_reading_that_moved_says_from_what_to_what_and_why():
    asked = s.recommendation(
        statements=(
            s.statement("e-s1", "inspectorate", date="2022-12-01", says="addressed"),
            s.statement("e-s2", "inspectorate", date="2023-05-01", says="not-addressed"),
            s.statement("e-s3", "force", date="2023-06-01", says="addressed"),
        )
    )
    assert of_kind(ChangeKind.READING, s.inspection(recommendations=(asked,))) == [
        row(
            ChangeKind.READING, "2023-05-01", "What was asked, e-r1.",
            'Our reading was "Addressed" and is "Found again". '
            "Inspectorate, 1 May 2023: What was said, e-s2.",
            voice=Voice.INSPECTORATE, fact="e-r1", themes=("missing-children",),
        )
    ]  # fmt: skip


def test_a_reading_is_not_compared_for_a_new_request_nor_told_where_it_is_the_same():
    said = s.statement("e-s1", date="2023-05-01")
    new = s.inspection(
        published="2023-03-01", recommendations=(s.recommendation(statements=[said]),)
    )
    assert of_kind(ChangeKind.READING, new) == []
    more = s.statement("e-s2", date="2022-11-01")
    old = s.inspection(recommendations=(s.recommendation(statements=[more, said]),))
    assert of_kind(ChangeKind.READING, old) == []
    assert len(of_kind(ChangeKind.ANSWER, old)) == 1


def test_an_outcome_without_a_date_moves_a_reading_when_the_edition_is_released():
    given = {"sources": s.SOURCES}
    undated = {"summary": "Better.", "says": "progress", "voice": "inspectorate", **given}
    dated = {"summary": "Under way.", "voice": "force", "date": "2023-05-01", **given}
    promise = s.commitment(outcomes=[undated, dated])
    made = s.inspection(responses=(s.response(date="2022-10-01", commitments=[promise]),))
    (first,) = of_kind(ChangeKind.READING, made)
    assert first.detail == (
        'Our reading was "No published follow-up found" and is "Answered, not closed". '
        "Force, 1 May 2023: Under way."
    )
    (second,) = of_kind(ChangeKind.READING, made, since=UNTIL, until=dt.date(2025, 12, 1))
    assert second.detail == (
        'Our reading was "Answered, not closed" and is "Progress". '
        f"Inspectorate, date not known: Better. {UNDATED}"
    )


def look(year: int, *, kind="concern", force="eastshire", **fields):
    found = (s.finding(f"{force}-{year}-1", kind=kind),) if kind else ()
    given = {"published": f"{year}-06-30", "findings": found} | fields
    return s.inspection(f"{force}-{year}", "cp-2014", **given)


def test_a_theme_raised_by_a_new_inspection_and_by_an_older_one_is_raised_again():
    found = of_kind(ChangeKind.RAISED_AGAIN, look(2018), look(2020, kind=""), look(2023))
    assert found == [
        row(
            ChangeKind.RAISED_AGAIN, "2023-06-30", "Missing children",
            "Raised by Report eastshire-2023. Raised in 2 of the 3 inspections that looked at it, "
            "from 2018 to 2023; of one of them no finding at all is in our record.",
            inspection="eastshire-2023", inspection_title="Report eastshire-2023",
            fact="eastshire-2023-1", themes=("missing-children",),
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    "looks",
    [
        pytest.param([look(2023)], id="raised for the first time"),
        pytest.param([look(2018), look(2023, kind="progress")], id="not raised now"),
        pytest.param([look(2018, kind="progress"), look(2023)], id="not raised before"),
        pytest.param([look(2018, force="westshire"), look(2023)], id="raised with another force"),
        pytest.param([look(2018), look(2022), look(2024)], id="raised again at other times"),
        pytest.param(
            [look(2018), look(2023, fieldwork={"start": "2016-01", "end": "2016-01"})],
            id="the new one is the older look",
        ),
    ],
)
def test_a_theme_is_not_raised_again(looks):
    assert of_kind(ChangeKind.RAISED_AGAIN, *looks) == []


def test_a_theme_raised_again_leads_to_the_first_thing_about_the_force_that_raised_it():
    findings = (
        s.finding("e-praise", kind="strength"),
        s.finding("e-partner", scope="partner"),
        s.finding("e-concern"),
    )
    (found,) = of_kind(ChangeKind.RAISED_AGAIN, look(2018), look(2023, findings=findings))
    assert found.fact == "e-concern"


def test_a_theme_raised_again_twice_is_told_once_in_its_latest_sentence():
    two = look(2023), look(2023, force="eastshire-b", published="2023-09-30")
    (found,) = of_kind(ChangeKind.RAISED_AGAIN, look(2018), *two)
    assert found.detail == (
        "Raised by Report eastshire-2023 and Report eastshire-b-2023. "
        "Raised in 3 of the 3 inspections that looked at it, from 2018 to 2023."
    )
    assert (found.inspection, str(found.on)) == ("eastshire-b-2023", "2023-09-30")


def test_a_theme_raised_by_a_later_part_of_an_inspection_known_before_is_raised_again():
    parts = (s.report("early", "2022-06-30"), s.report("late", "2023-06-30"))
    in_late = (s.finding("e-late", report="late"),)
    later = look(2022, published="2023-06-30", reports=parts, findings=in_late)
    (found,) = of_kind(ChangeKind.RAISED_AGAIN, look(2018), later)
    assert (found.fact, str(found.on)) == ("e-late", "2023-06-30")


def test_the_last_lawful_day_falls_due_with_what_was_found():
    replied = s.response("e-a1", "governing-body", reply="formal", date="2022-12-20")
    report = s.inspection(published="2022-11-08", responses=(replied,))
    assert of_kind(ChangeKind.DUE, report) == [
        row(
            ChangeKind.DUE, "2023-01-02", "Published reply: Report eastshire-peel-2022",
            "Comments of the governing body, before the end of 56 days beginning with publication. "
            "Found. Published response of the Chief Constable, Eastshire Police, published "
            "20 December 2022.",
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("published", "falls_due"),
    [
        ("2022-11-07", False),
        ("2022-11-08", True),
        ("2023-11-07", True),
        ("2023-11-08", False),
        ("2023-06", False),
    ],
)
def test_a_reply_falls_due_55_days_after_a_publication_known_to_the_day(published, falls_due):
    assert len(of_kind(ChangeKind.DUE, s.inspection(published=published))) == falls_due


def test_a_promise_due_on_the_last_day_for_the_reply_is_told_beside_it():
    promise = s.commitment("e-c1", time_limit={"words": "in time", "by": "2023-01-02"})
    answers = (s.response(date="2022-12-01", commitments=[promise]),)
    found = of_kind(ChangeKind.DUE, s.inspection(published="2022-11-08", responses=answers))
    assert [row.fact for row in found] == [None, "e-c1"]


def test_only_dates_known_to_the_day_fall_due_after_the_first_day_and_up_to_the_last():
    # The reply to this report was due on 9 November 2022, before the first day.
    limits = ("2023-01-01", "2023-01-02", "2023-05", "2024-01-01", "2024-01-02")
    promises = [
        s.commitment(f"e-c{n}", time_limit={"words": "in time", "by": by})
        for n, by in enumerate(limits)
    ]
    made = s.inspection(responses=(s.response(date="2022-10-01", commitments=promises),))
    found = of_kind(ChangeKind.DUE, made)
    assert [(r.fact, r.on_words) for r in found] == [
        ("e-c3", "1 January 2024"),
        ("e-c1", "2 January 2023"),
    ]
    assert found[0].detail == (
        "Public commitment. Time limit: in time. Our reading: No published follow-up found."
    )


def test_requests_with_one_time_limit_fall_due_together_under_their_themes():
    limit = {"words": "within eight weeks", "by": "2023-02-01"}
    asked = (
        s.recommendation("e-r1", time_limit=limit),
        s.recommendation("e-r2", "risk-recognition", time_limit=limit),
    )
    assert of_kind(ChangeKind.DUE, s.inspection(recommendations=asked)) == [
        row(
            ChangeKind.DUE, "2023-02-01",
            "Asked for by a date: Report eastshire-peel-2022: 2 requests, within eight weeks",
            "What inspectors asked for by a date, such as a letter within eight weeks. "
            "None found by us. Nothing public by 1 January 2024 is in our record.",
            fact="e-r1", themes=("missing-children", "risk-recognition"),
        )
    ]  # fmt: skip


def test_a_correction_has_the_place_and_theme_of_what_it_mends():
    corrections = [
        s.correction("c-1", date="2023-01-01", since="2022-10-01"),
        s.correction("c-2", date="2023-04-01", since="2022-10-01"),
        s.correction("c-3", date="2023-03-01", since="2022-10-01", fact="eastshire-peel-2022"),
        s.correction("c-4", date="2023-02-01", since="2022-10-01", fact="the-report"),
        s.correction("c-5", date="2024-01-02", since="2022-10-01"),
    ]
    found = changes(s.inspection(findings=(s.finding("e-1"),)), corrections=corrections)
    detail = "Before: Seven. Asked for by a reader."
    kind = ChangeKind.CORRECTION
    nowhere = {"force": None, "force_name": "", "inspection": None, "inspection_title": ""}
    assert found == (
        row(kind, "2023-04-01", "Eight.", detail, fact="e-1", themes=("missing-children",)),
        row(kind, "2023-03-01", "Eight.", detail),
        row(kind, "2023-02-01", "Eight.", detail, fact="the-report", **nowhere),
    )


def test_a_correction_leads_to_where_the_page_tells_what_it_mends():
    gone = {"removed": True, "fact": "e-gone"}
    corrections = [
        s.correction("c-1", date="2023-05-01", fact="e-s1"),
        s.correction("c-2", date="2023-04-01", stood_in="e-a1", **gone),
        s.correction("c-3", date="2023-03-01", **gone),
    ]
    said = [s.statement("e-s1", date="2022-10-01")]
    looked = s.inspection(
        recommendations=[s.recommendation("e-r1", statements=said)],
        responses=[s.response("e-a1", date="2022-10-01")],
    )
    found = changes(looked, corrections=corrections)
    assert [(r.inspection, r.fact, r.force) for r in found] == [
        ("eastshire-peel-2022", "e-r1", "eastshire"),
        ("eastshire-peel-2022", "e-a1", "eastshire"),
        (None, "e-gone", None),
    ]


def test_what_has_no_date_counts_from_the_day_of_the_edition_and_stands_last():
    answered = s.inspection(responses=(s.response("e-a1"), s.response("e-a2", date="2023-04-01")))
    assert [r.fact for r in changes(answered)] == ["e-a2"]
    to_release = changes(answered, until=dt.date(2025, 12, 1))
    assert [(r.fact, r.on_words) for r in to_release] == [
        ("e-a2", "1 April 2023"),
        ("e-a1", "date not known"),
    ]
    assert to_release[1].detail.endswith(f"In answer to Report eastshire-peel-2022. {UNDATED}")


def everything() -> tuple:
    """A record with a change of nearly every kind, with two forces."""
    said = [s.statement("e-s1", date="2023-05-01")]
    first = look(2018, recommendations=[s.recommendation("e-old", statements=said)])
    promise = s.commitment("e-c1", time_limit={"words": "in time", "by": "2023-12-01"})
    new = look(
        2023,
        recommendations=[s.recommendation("e-new", "risk-recognition")],
        responses=[s.response("e-a1", "governing-body", date="2023-07-01", commitments=[promise])],
    )
    other = look(2023, force="westshire")
    return first, new, other


def test_rows_stand_in_the_order_a_board_needs_newest_first():
    found = changes(*everything())
    assert [(r.kind.value, r.on_words, r.force) for r in found] == [
        ("new-inspection", "30 June 2023", "eastshire"),
        ("new-inspection", "30 June 2023", "westshire"),
        ("raised-again", "30 June 2023", "eastshire"),
        ("new-request", "30 June 2023", "eastshire"),
        ("reading-changed", "1 May 2023", "eastshire"),
        ("answered", "1 July 2023", "eastshire"),
        ("answered", "1 May 2023", "eastshire"),
        ("new-promise", "1 July 2023", "eastshire"),
        ("fell-due", "1 December 2023", "eastshire"),
        ("fell-due", "24 August 2023", "eastshire"),
        ("fell-due", "24 August 2023", "westshire"),
    ]


def test_rows_can_be_narrowed_to_forces_and_to_a_theme():
    theirs = changes(*everything(), forces=["westshire"])
    assert [(r.kind, r.force) for r in theirs] == [
        (ChangeKind.INSPECTION, "westshire"),
        (ChangeKind.DUE, "westshire"),
    ]
    on_theme = changes(*everything(), theme="risk-recognition")
    assert [(r.kind, r.fact) for r in on_theme] == [
        (ChangeKind.INSPECTION, None),
        (ChangeKind.REQUEST, "e-new"),
    ]
    assert changes(*everything(), forces=[]) == changes(*everything())


def test_a_correction_of_what_belongs_to_no_force_is_told_for_every_choice_of_forces():
    corrections = [
        s.correction("c-1", date="2023-04-01", fact="the-report"),
        s.correction("c-2", date="2023-04-01", fact="eastshire-old"),
    ]
    found = changes(corrections=corrections, forces=["westshire"])
    assert [(row.force, row.fact) for row in found] == [(None, "the-report")]


def test_the_words_count_every_kind_and_name_those_of_which_there_is_none():
    found = changes(*everything())
    assert changes_words(found, SINCE, UNTIL, ["Eastshire Police"]) == (
        "Between 1 January 2023 and 1 January 2024: two new inspections, one theme raised again, "
        "one new request, one changed reading, two answers or statements (one of the governing "
        "body and one of the force), one new promise and three dates fallen due. There was no "
        "further report, no changed grade and no correction."
    )


def test_the_words_say_how_many_have_no_date():
    undated = changes(s.inspection(responses=[s.response()]), until=dt.date(2025, 12, 1))
    names = ["Eastshire Police"]
    assert changes_words(undated, SINCE, dt.date(2025, 12, 1), names).endswith(
        "no date fallen due and no correction. The date of one of these is not known; what has no "
        "date counts from the day on which this edition was released."
    )


def test_that_nothing_changed_is_said_of_the_forces_and_the_theme_asked_for_and_not_of_the_record():
    assert changes_words((), SINCE, UNTIL, ["Eastshire Police"]) == (
        "Nothing in the record on Eastshire Police is dated between 1 January 2023 and 1 January "
        "2024."
    )
    both = ["Eastshire Police", "Westshire Police"]
    assert changes_words((), SINCE, UNTIL, both, on_theme=True) == (
        "Nothing in the record on Eastshire Police and Westshire Police on this theme is dated "
        "between 1 January 2023 and 1 January 2024."
    )
    assert unchanged_words(both, on_theme=True) == (
        "Nothing in the record on Eastshire Police and Westshire Police on this theme is dated "
        "between the two days."
    )


def test_days_out_of_range_are_refused_with_what_to_write_instead():
    record = s.record(OLD, s.inspection("eastshire-month", published="2016-03"))
    for since, until, words in (
        (
            dt.date(2020, 1, 2),
            dt.date(2020, 1, 1),
            "2 January 2020 is after 1 January 2020. Write the earlier day first.",
        ),
        (
            dt.date(2016, 3, 30),
            dt.date(2020, 1, 1),
            "The first report in this record was public on 31 March 2016. "
            "Write that day or a later one instead of 30 March 2016.",
        ),
    ):
        for refused in (check_days, changes_since):
            with pytest.raises(DayOutOfRange) as caught:
                refused(record, since, until)
            assert str(caught.value) == words
    assert check_days(record, dt.date(2016, 3, 31), dt.date(2016, 3, 31)) is None
    assert changes_since(s.record(), dt.date(2000, 1, 1), dt.date(2001, 1, 1)) == ()


DAYS = st.dates(dt.date(2011, 7, 31), dt.date(2027, 1, 1))
NOT_ADDITIVE = {ChangeKind.RAISED_AGAIN, ChangeKind.READING, ChangeKind.DUE}


def additive(found) -> list[tuple]:
    """What depends on one fact alone: kind, force, place, date and title."""
    return sorted(
        (r.kind, r.force, r.inspection or "", r.fact or "", r.on_words, r.title)
        for r in found
        if r.kind not in NOT_ADDITIVE
    )


@settings(max_examples=15)
@given(days=st.tuples(DAYS, DAYS, DAYS))
def test_what_is_new_over_a_span_is_what_was_new_in_its_two_parts(published_record, days):
    a, b, c = sorted(days)
    whole = changes_since(published_record, a, c)
    parts = [changes_since(published_record, *pair) for pair in pairwise((a, b, c))]
    new = [
        {r.inspection for r in found if r.kind is ChangeKind.INSPECTION}
        for found in (whole, *parts)
    ]
    assert new[0] == new[1] | new[2]
    assert not new[1] & new[2]
    assert additive(whole) == additive([*parts[0], *parts[1]])


@settings(max_examples=15)
@given(day=DAYS)
def test_nothing_changes_between_a_day_and_itself(published_record, day):
    assert changes_since(published_record, day, day) == ()


@settings(max_examples=15)
@given(days=st.tuples(DAYS, DAYS))
def test_every_change_names_a_force_or_mends_something_and_nothing_is_later_than_the_last_day(
    published_record, days
):
    since, until = sorted(days)
    for found in changes_since(published_record, since, until):
        assert found.force in published_record.force
        # From the day of the edition on all it holds is known, also what is dated by a whole year.
        until_then = until < published_record.release.released_on
        assert found.on is None or not until_then or found.on.latest <= until
        assert set(found.sources) <= set(published_record.source)
        assert found.kind is not ChangeKind.DUE or since < found.on.latest
