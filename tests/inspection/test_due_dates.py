"""The calendar, read by another library than the one that wrote it."""

import datetime as dt

import vobject
from hypothesis import given
from hypothesis import strategies as st

from inspection.addresses import addresses
from inspection.clocks import ClockKind
from inspection.due_after_reports import due_after_reports
from inspection.due_dates import due_calendar, due_entries
from inspection.register import register
from tests.inspection import samples as s

LETTER = {"words": "write within eight weeks", "by": "2024-05-08"}
LOOK = s.inspection(
    "eastshire-cp-2024",
    "cp-2024",
    published="2024-03-13",
    title="National inspection; police, part one",
    recommendations=(
        s.recommendation("e-r1", kind="area-for-improvement", time_limit=LETTER),
        s.recommendation("e-r2", kind="area-for-improvement", time_limit=LETTER),
        s.recommendation("e-r3", time_limit={"words": "in spring", "by": "2024-05"}),
        s.recommendation("e-r4"),
    ),
    responses=(
        s.response(
            "e-a1",
            "inspectorate",
            role="Inspector",
            organisation="HMICFRS",
            date="2024-03-13",
            commitments=(
                s.commitment(
                    "e-p1", kind="revisit", time_limit={"words": "in a year", "by": "2025-03-13"}
                ),
                s.commitment("e-p2", time_limit={"words": "by May Day", "by": "2024-05-01"}),
            ),
        ),
    ),
)
RECORD = s.record(LOOK, sources=(s.source("the-report", url="https://example.org/r?a=1,2"),))


def written(record=RECORD, **given):
    return due_calendar(record, due_after_reports(record), register(record), **given)


def events(data):
    return {event.uid.value: event for event in vobject.readOne(data.decode()).vevent_list}


def days(data):
    return {uid: event.dtstart.value for uid, event in events(data).items()}


def test_each_date_known_to_the_day_is_one_entry_and_its_items_are_not_told_twice():
    assert list(days(written()).items()) == [
        ("e-p2-due@inspection-history", dt.date(2024, 5, 1)),
        ("eastshire-cp-2024-reply-due@inspection-history", dt.date(2024, 5, 7)),
        ("e-r1-written-reply-due@inspection-history", dt.date(2024, 5, 8)),
        ("e-p1-revisit-due@inspection-history", dt.date(2025, 3, 13)),
    ]


def test_what_stands_for_several_items_tells_them():
    told = events(written())["e-r1-written-reply-due@inspection-history"].description.value
    assert "Area for improvement: What was asked, e-r1." in told
    assert "Area for improvement: What was asked, e-r2." in told
    assert "e-r3" not in told


def test_the_published_reply_stands_for_nothing_but_itself():
    same_day = {"words": "in eight weeks", "by": "2024-05-07"}
    look = s.inspection(
        "eastshire-cp-2024", "cp-2024", published="2024-03-13",
        responses=(s.response("e-a1", commitments=(s.commitment("e-p1", time_limit=same_day),)),),
    )  # fmt: skip
    assert days(written(s.record(look))) == {
        "e-p1-due@inspection-history": dt.date(2024, 5, 7),
        "eastshire-cp-2024-reply-due@inspection-history": dt.date(2024, 5, 7),
    }


def test_items_have_entries_of_their_own_where_the_due_date_is_not_asked_for():
    data = due_calendar(RECORD, (), register(RECORD))
    assert sorted(days(data)) == [f"{id}-due@inspection-history" for id in
                                  ("e-p1", "e-p2", "e-r1", "e-r2")]  # fmt: skip


def test_an_entry_says_in_plain_words_what_is_due():
    found = events(written(as_known_on=dt.date(2025, 2, 1)))
    reply = found["eastshire-cp-2024-reply-due@inspection-history"]
    assert reply.summary.value == (
        "Last lawful day for the published reply: National inspection; police, part one "
        "(Eastshire Police)"
    )
    assert reply.description.value.splitlines() == [
        "Published reply: Comments of the governing body, before the end of 56 days beginning with "
        "publication.",
        "Force: Eastshire Police.",
        "Begins: 13 March 2024. Due: 7 May 2024.",
        "What was found: None found by us. Last looked in November 2025.",
        "Sources:",
        "Title of the-report, The inspectorate: https://example.org/r?a=1,2",
        "",
        "“Nothing found by us” never means late, not sent or not done: what we did not find may "
        "exist. Edition 1.0.0, as known on 1 February 2025.",
    ]
    assert reply.categories.value == ["Eastshire Police", "Published reply"]
    assert {uid: event.summary.value for uid, event in found.items() if "-p" in uid} == {
        "e-p1-revisit-due@inspection-history": (
            "Promised return due: What was promised, e-p1 (Eastshire Police)"
        ),
        "e-p2-due@inspection-history": "Due: What was promised, e-p2 (Eastshire Police)",
    }


def test_an_entry_takes_one_whole_day_and_no_time_of_the_reader():
    for event in events(written()).values():
        assert event.dtend.value - event.dtstart.value == dt.timedelta(days=1)
        assert event.transp.value == "TRANSPARENT"
        assert event.dtstamp.value == dt.datetime(2025, 12, 1, tzinfo=dt.UTC)
        assert "url" not in event.contents
    assert written().count(b"DTSTART;VALUE=DATE:") == written().count(b"DTEND;VALUE=DATE:") == 4


def test_an_action_plan_is_due_about_its_day():
    programme = s.programme(
        "child-protection",
        s.cycle("cp-2024", looks_at=("missing-children",), action_plan_weeks=6),
    )
    look = s.inspection("eastshire-cp-2024", "cp-2024", published="2024-03-13")
    record = s.record(look, programmes=(programme, s.programmes()[1]))
    found = events(written(record))["eastshire-cp-2024-action-plan-due@inspection-history"]
    assert found.dtstart.value == dt.date(2024, 4, 24)
    assert found.summary.value.startswith("Action plan due about this day: Report eastshire")
    assert "Due: about 24 April 2024." in found.description.value


def test_entries_lead_to_the_published_record_where_it_has_an_address():
    found = events(written(where=addresses("https://example.org/history")))
    assert found["e-p2-due@inspection-history"].url.value == (
        "https://example.org/history/record/register/#e-p2"
    )
    assert found["eastshire-cp-2024-reply-due@inspection-history"].url.value == (
        "https://example.org/history/record/inspections/eastshire-cp-2024/"
    )


def test_reports_of_one_inspection_have_entries_that_outlast_a_mended_date():
    def reports(day):
        looks = [
            s.inspection(
                f"{force}-peel-2022",
                reports=(s.report("one", "2022-09-15"), s.report("two", day)),
            )
            for force in ("eastshire", "westshire")
        ]
        return days(written(s.record(*looks)))

    assert reports("2022-09-15") == {
        "eastshire-peel-2022-one-reply-due@inspection-history": dt.date(2022, 11, 9),
        "eastshire-peel-2022-two-reply-due@inspection-history": dt.date(2022, 11, 9),
        "westshire-peel-2022-one-reply-due@inspection-history": dt.date(2022, 11, 9),
        "westshire-peel-2022-two-reply-due@inspection-history": dt.date(2022, 11, 9),
    }
    mended = reports("2022-10-01")
    assert mended["eastshire-peel-2022-two-reply-due@inspection-history"] == dt.date(2022, 11, 25)
    assert len(mended) == 4


def test_the_calendar_names_itself_and_its_edition():
    calendar = vobject.readOne(written().decode())
    assert calendar.prodid.value == "-//Inspection History//Due dates//EN"
    assert calendar.version.value == "2.0"
    assert calendar.contents["x-wr-calname"][0].value == "Inspection History: due dates"
    lines = written().replace(b"\r\n ", b"").decode().split("\r\n")
    (about,) = [line for line in lines if line.startswith("X-WR-CALDESC:")]
    assert about.startswith(
        "X-WR-CALDESC:Edition 1.0.0\\, as known on 1 December 2025. Independent\\; not made\\,"
    )


def test_no_rows_give_a_calendar_without_entries():
    data = due_calendar(RECORD, (), ())
    assert data.startswith(b"BEGIN:VCALENDAR\r\n")
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"VEVENT" not in data


def test_the_same_rows_give_the_same_bytes():
    assert written() == written()


TEXTS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1)


@given(st.lists(TEXTS.filter(str.strip), min_size=1, max_size=4))
def test_any_words_keep_to_the_format_and_come_back_as_they_were(summaries):
    promises = tuple(
        s.commitment(
            f"e-p{n}", summary=words, kind="revisit" if n % 2 else None,
            time_limit={"words": "soon", "by": f"2024-05-0{n + 1}"},
        )
        for n, words in enumerate(summaries)
    )  # fmt: skip
    look = s.inspection(responses=(s.response("e-a1", "inspectorate", commitments=promises),))
    record = s.record(look)
    data = written(record)
    lines = data.split(b"\r\n")
    assert lines.pop() == b""
    assert max(len(line) for line in lines) <= 75
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    uids = [line for line in lines if line.startswith(b"UID:")]
    assert len(uids) == len(set(uids)) == 1 + len(summaries)
    entries = due_entries(record, due_after_reports(record), register(record))
    assert [event.summary.value for event in vobject.readOne(data.decode()).vevent_list] == [
        entry.summary for entry in entries
    ]


def test_two_promises_in_the_same_words_are_two_entries():
    promises = tuple(
        s.commitment(id, summary="Come back.", kind="revisit",
                     time_limit={"words": "soon", "by": day})
        for id, day in (("e-p1", "2024-05-01"), ("e-p2", "2025-05-01"))
    )  # fmt: skip
    record = s.record(
        s.inspection(responses=(s.response("e-a1", "inspectorate", commitments=promises),))
    )
    rows = [row for row in due_after_reports(record) if row.kind is ClockKind.REVISIT]
    found = days(due_calendar(record, rows, ()))
    assert len(found) == 2
    assert set(found.values()) == {dt.date(2024, 5, 1), dt.date(2025, 5, 1)}
