"""The register: rows, order, counts, ages, questions."""

import datetime as dt

from inspection.board import counts, oldest_open, questions
from inspection.register import ItemKind, register
from inspection.standing import Reading
from inspection.vocabulary import Voice
from tests.inspection import samples as s

DAY = dt.date(2025, 12, 1)
NOTHING = "Nothing published found by us, last looked in November 2025."
LIMIT = {"words": "within six months", "by": "2023-03-15"}
CONCERN = s.recommendation(
    "e-c1",
    kind="cause-of-concern",
    time_limit=LIMIT,
    statements=(
        s.statement("e-c1-s2", "inspectorate", date="2024-04-11", says="not-addressed"),
        s.statement(
            "e-c1-s1", "inspectorate", date="2024-01-11", says="addressed", rests_on=("e-f",)
        ),
        s.statement("e-c1-s3", "force", date="2024-06-01", says="addressed"),
    ),
)
PEEL = s.inspection(
    published="2022-09-15",
    recommendations=(
        s.recommendation("e-a1", kind="area-for-improvement", theme="investigating-crime"),
        CONCERN,
        s.recommendation("e-a2", kind="area-for-improvement", scope="partnership"),
    ),
    responses=(
        s.response(
            "e-x1", date="2022-09-20", themes=("missing-children",), commitments=(
                s.commitment("e-x1-c1", time_limit=LIMIT),
                s.commitment("e-x1-c2", theme="investigating-crime", outcomes=(
                    {"summary": "It was done.", "voice": "force", "says": "addressed",
                     "date": "2023-01", "sources": s.SOURCES},
                )),
            ),
        ),
    ),
    statements=(s.statement("e-s1", "other", theme="missing-children", date="2023-05-05"),),
)  # fmt: skip
OLD = s.inspection(
    "eastshire-old",
    "peel-2016",
    published="2016-12",
    recommendations=(s.recommendation("e-old", theme="investigating-crime"),),
)
LATER = s.inspection(
    "eastshire-later", published="2024-02-16", findings=(s.finding("e-9", "investigating-crime"),)
)
RECORD = s.record(PEEL, OLD, LATER)
ROWS = {row.id: row for row in register(RECORD)}


def test_causes_of_concern_come_first_and_within_a_kind_the_oldest():
    assert [(row.kind.value, row.id) for row in register(RECORD)] == [
        ("cause-of-concern", "e-c1"),
        ("recommendation", "e-old"),
        ("area-for-improvement", "e-a1"),
        ("area-for-improvement", "e-a2"),
        ("commitment", "e-x1-c1"),
        ("commitment", "e-x1-c2"),
    ]
    assert register(RECORD, ["westshire"]) == ()


def test_a_row_goes_backwards_and_the_word_of_the_force_does_not_close_it():
    row = ROWS["e-c1"]
    assert [step.reading for step in row.steps] == [
        Reading.NO_FOLLOW_UP, Reading.ANSWERED, Reading.ADDRESSED, Reading.FOUND_AGAIN,
    ]  # fmt: skip
    assert (row.went_back, row.is_open, row.reading) == (True, True, Reading.FOUND_AGAIN)


def test_the_voices_stand_side_by_side_with_what_was_said_on_the_theme_told_apart():
    row = ROWS["e-c1"]
    assert [e.id for e in row.by_voice(Voice.INSPECTORATE)] == ["e-c1-s1", "e-c1-s2"]
    assert [(e.id, e.is_on_item) for e in row.by_voice(Voice.FORCE)] == [
        ("e-x1", False),
        ("e-c1-s3", True),
    ]
    assert [(e.id, e.is_on_item) for e in row.by_voice(Voice.OTHER)] == [("e-s1", False)]
    assert row.by_voice(Voice.GOVERNING_BODY) == ()


def test_a_promise_on_the_theme_is_told_under_what_was_asked():
    row = ROWS["e-a1"]
    assert [(e.id, e.summary) for e in row.said] == [
        ("e-x1-c2", "Promised: What was promised, e-x1-c2."),
        ("e-x1-c2-1", "It was done."),
    ]
    assert row.reading is Reading.ANSWERED


def test_a_promise_said_to_be_kept_by_the_force_alone_is_not_confirmed():
    row = ROWS["e-x1-c2"]
    assert (row.reading, row.asked.words, row.limit) == (
        Reading.CLAIMED,
        "20 September 2022",
        "none stated",
    )
    assert row.asked_by == "Chief Constable, Eastshire Police"
    assert ROWS["e-x1-c1"].reading is Reading.NO_FOLLOW_UP


def test_a_promise_in_answer_to_a_national_report_is_in_the_register_too():
    answer = {
        **s.response("e-n1", commitments=(s.commitment("e-n1-c1"),)).model_dump(),
        "force": "eastshire",
        "about": "A national report",
    }
    (row,) = register(s.record(national_responses=(answer,)))
    assert (row.id, row.inspection, row.force) == ("e-n1-c1", None, "eastshire")
    assert row.inspection_title == "A report on all forces"


def test_the_next_look_is_the_next_of_the_programme_that_looked_at_the_theme():
    assert ROWS["e-old"].next_look.inspection == "eastshire-peel-2022"
    assert ROWS["e-a1"].next_look.inspection == "eastshire-later"
    assert ROWS["e-a1"].next_look.is_raised
    assert ROWS["e-c1"].next_look is None


def test_a_due_date_has_passed_only_when_its_last_day_is_over():
    row = ROWS["e-c1"]
    assert not row.due_passed(dt.date(2023, 3, 15))
    assert row.due_passed(dt.date(2023, 3, 16))
    assert not ROWS["e-a1"].due_passed(DAY)


def test_age_is_told_in_bands_of_years():
    asked = ROWS["e-a1"]
    days = (dt.date(2023, 9, 14), dt.date(2023, 9, 16), dt.date(2025, 9, 16), dt.date(2033, 1, 1))
    assert [asked.age(day) for day in days] == [
        "Under 1 year", "1 to 3 years", "3 to 5 years", "Over 10 years",
    ]  # fmt: skip


def test_a_row_changed_since_a_day_was_asked_spoken_of_or_fell_due_after_it():
    row = ROWS["e-c1"]
    assert row.changed_since(dt.date(2024, 5, 31), DAY)
    assert not row.changed_since(dt.date(2024, 6, 1), DAY)
    assert not row.changed_since(dt.date(2024, 5, 31), dt.date(2024, 5, 31))
    assert ROWS["e-a2"].changed_since(dt.date(2023, 5, 4), DAY)


def test_counts_are_whole_and_ages_are_of_open_items():
    found = {kind: (readings, ages) for kind, readings, ages in counts(register(RECORD), DAY)}
    readings, ages = found[ItemKind.AREA_FOR_IMPROVEMENT]
    assert list(readings) == list(Reading)
    assert {r: n for r, n in readings.items() if n} == {Reading.ANSWERED: 2}
    assert {band: n for band, n in ages.items() if n} == {"3 to 5 years": 2}
    assert sum(sum(readings.values()) for readings, _ in found.values()) == 6


def test_the_oldest_open_item_of_a_kind():
    rows = register(RECORD)
    assert oldest_open(rows, ItemKind.CAUSE_OF_CONCERN).id == "e-c1"
    done = CONCERN.model_copy(update={"statements": CONCERN.statements[1:2]})
    closed = s.record(PEEL.model_copy(update={"recommendations": (done,)}))
    assert oldest_open(register(closed), ItemKind.CAUSE_OF_CONCERN) is None


def test_the_three_questions_of_a_board_are_filled_with_what_the_record_holds():
    assert questions(ROWS["e-c1"], DAY, NOTHING) == (
        ("Is it done?", "Found again. Force (The speaker), 1 June 2024: What was said, e-c1-s3."),
        ("If not, why?", "Force (The speaker), 1 June 2024: What was said, e-c1-s3."),
        (
            "By when?",
            "Time limit: within six months. Its last day was 15 March 2023, 992 days ago.",
        ),
    )
    assert questions(ROWS["e-old"], DAY, NOTHING) == (
        (
            "Is it done?",
            "No published follow-up found. Nothing published found by us, last looked in "
            "November 2025.",
        ),
        (
            "If not, why?",
            "No answer of the force or its governing body: nothing published found by us, last "
            "looked in November 2025.",
        ),
        ("By when?", "Time limit: none stated."),
    )
    assert questions(ROWS["e-x1-c1"], dt.date(2023, 3, 1), NOTHING)[2][1] == (
        "Time limit: within six months. Its last day is 15 March 2023, in 14 days."
    )


def test_recommendations_not_read_are_no_rows():
    unread = s.inspection(
        unseen_recommendations=({"id": "e-u", "summary": "Some.", "sources": s.SOURCES},)
    )
    assert register(s.record(unread)) == ()


def test_the_next_look_is_never_one_of_another_programme():
    other = s.inspection(
        "eastshire-cp", "cp-2024", published="2017-06",
        findings=(s.finding("e-77", "investigating-crime"),),
    )  # fmt: skip
    rows = {row.id: row for row in register(s.record(OLD, other, PEEL))}
    assert rows["e-old"].next_look.inspection == "eastshire-peel-2022"


def test_a_promise_has_its_next_look_after_the_promise_and_not_before():
    promise = s.commitment("e-late-c1", theme="investigating-crime")
    late = s.response("e-late", date="2023-02-20", commitments=(promise,))
    first = OLD.model_copy(update={"responses": (late,)})
    rows = {row.id: row for row in register(s.record(first, PEEL, LATER))}
    assert rows["e-late-c1"].next_look.inspection == "eastshire-later"


def test_a_month_as_time_limit_is_told_without_a_count_of_days():
    limit = {"words": "by spring.", "by": "2023-03"}
    asked = s.inspection(recommendations=(s.recommendation("e-m", time_limit=limit),))
    (row,) = register(s.record(asked))
    assert questions(row, DAY, NOTHING)[2][1] == "Time limit: by spring. By date: March 2023."


def test_a_promised_return_that_took_place_is_addressed_by_the_return():
    back = s.inspection("eastshire-back", published="2024-03-24")
    promise = s.commitment("e-b-c1", kind="revisit", kept_by="eastshire-back")
    asked = s.inspection(responses=(
        s.response("e-b", "inspectorate", date="2022-09-15", commitments=(promise,)),
    ))  # fmt: skip
    (row,) = register(s.record(asked, back))
    assert (row.reading, row.said[0].summary) == (
        Reading.ADDRESSED,
        "The return took place: published 24 March 2024.",
    )


def test_what_was_said_before_the_request_is_no_answer_to_it():
    early = s.statement("e-s0", "force", theme="missing-children", date="2022-09-14")
    asked = s.inspection(statements=(early,), recommendations=(s.recommendation("e-q"),))
    (row,) = register(s.record(asked))
    assert (row.said, row.reading) == ((), Reading.NO_FOLLOW_UP)
