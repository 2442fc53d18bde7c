"""The register and the due dates to take away: every column, for one item that was answered."""

import csv
import datetime as dt
import io

from inspection.due_after_reports import due_after_reports
from inspection.exports import tables
from inspection.register import register
from inspection.register_export import (
    clock_table,
    readable_due_dates,
    readable_register,
    register_table,
    source_lines,
)
from tests.inspection import samples as s

NOTHING = "Nothing published found by us, last looked in November 2025"
LETTER = {"words": "within eight weeks", "by": "2024-05-08"}
LOOK = s.inspection(
    "eastshire-cp-2024",
    "cp-2024",
    published="2024-03-13",
    recommendations=(
        s.recommendation(
            "e-r1",
            kind="cause-of-concern",
            time_limit=LETTER,
            statements=(
                s.statement(
                    "e-s2", "inspectorate", date="2025-01-11", says="not-addressed",
                    speaker="HMICFRS", summary="It is worse.", sources=("the-letter",),
                ),
                s.statement(
                    "e-s1", "inspectorate", date="2024-06", says="progress",
                    speaker="HMICFRS", summary="It is better.",
                ),
            ),
        ),
        s.recommendation("e-r2", theme="risk-recognition", scope="partnership"),
    ),
    responses=(
        s.response(
            "e-a1", themes=("missing-children",), summary="We are hiring.", date="2024-03-14"
        ),
        s.response("e-a2", "other", themes=("missing-children",), summary="So are we."),
    ),
)  # fmt: skip
LATER = s.inspection(
    "eastshire-cp-2025", "cp-2024", published="2025-10-01",
    findings=(s.finding("e-f1"),),
)  # fmt: skip
RECORD = s.record(
    LOOK,
    LATER,
    sources=(
        s.source("the-report", url="https://example.org/report?a=1&b=2"),
        s.source("the-letter", publisher="The force"),
    ),
)
ROWS = register(RECORD)


def read(table):
    return list(csv.DictReader(io.StringIO(table.csv())))


def test_an_item_says_in_its_own_columns_what_each_voice_said():
    first = read(register_table(RECORD, ROWS))[0]
    assert first == {
        "id": "e-r1", "kind": "cause-of-concern", "force": "eastshire",
        "inspection": "eastshire-cp-2024", "inspection_title": "Report eastshire-cp-2024",
        "theme": "missing-children", "about": "", "asked_by": "HMICFRS", "asked": "2024-03-13",
        "time_limit": "within eight weeks", "due": "2024-05-08",
        "summary": "What was asked, e-r1.",
        "inspectorate_said": (
            "2024-06, HMICFRS: It is better. | 2025-01-11, HMICFRS: It is worse."
        ),
        "governing_body_said": NOTHING,
        "force_said": (
            "2024-03-14, Chief Constable, Eastshire Police: We are hiring. (on the theme)"
        ),
        "other_said": (
            "date not known, Chief Constable, Eastshire Police: So are we. (on the theme)"
        ),
        "our_reading": "Not addressed", "went_back": "yes",
        "reading_history": (
            "2024-03-14 Answered, not closed; 2024-06 Progress; 2025-01-11 Not addressed"
        ),
        "next_look": "published 1 October 2025: raised (eastshire-cp-2025)",
        "link": "/progress?item=e-r1", "sources": "the-report; the-letter",
        "data_version": "1.0.0", "as_known_on": "2025-12-01",
    }  # fmt: skip


def test_an_item_nobody_spoke_of_says_so_in_every_voice_and_has_no_history():
    second = read(register_table(RECORD, ROWS))[1]
    voices = [name for name in second if name.endswith("_said")]
    assert len(voices) == 4
    assert {second[name] for name in voices} == {NOTHING}
    assert second["reading_history"] == ""
    assert (second["went_back"], second["our_reading"]) == ("no", "No published follow-up found")
    assert (second["about"], second["time_limit"], second["due"]) == (
        "The partnership", "none stated", "",
    )  # fmt: skip


def test_rows_keep_their_order_and_the_stamp_is_the_day_asked_for():
    found = read(register_table(RECORD, ROWS[::-1], dt.date(2025, 2, 1)))
    assert [row["id"] for row in found] == ["e-r2", "e-r1"]
    assert {row["as_known_on"] for row in found} == {"2025-02-01"}


def test_a_due_date_says_what_was_found():
    found = read(clock_table(RECORD, due_after_reports(RECORD)))
    assert [(row["kind"], row["inspection"], row["due_to"]) for row in found] == [
        ("reply", "eastshire-cp-2024", "2024-05-07"),
        ("written-reply", "eastshire-cp-2024", "2024-05-08"),
        ("reply", "eastshire-cp-2025", "2025-11-25"),
    ]
    assert found[0] == {
        "kind": "reply", "force": "eastshire", "inspection": "eastshire-cp-2024",
        "title": "Report eastshire-cp-2024", "begins": "13 March 2024", "due": "7 May 2024",
        "due_from": "2024-05-07", "due_to": "2024-05-07", "state": "none-found",
        "known": "Last looked in November 2025.", "sources": "the-report",
        "data_version": "1.0.0", "as_known_on": "2025-12-01",
    }  # fmt: skip


def test_the_whole_of_both_is_open_data():
    whole = {table.name: table for table in tables(RECORD)}
    assert whole["register"] == register_table(RECORD, ROWS)
    assert whole["due-dates"] == clock_table(RECORD, due_after_reports(RECORD))


def test_people_read_names_for_ids_and_the_addresses_of_sources():
    table = readable_register(RECORD, ROWS)
    first = dict(zip(table.names, table.rows[0], strict=True))
    assert (first["Kind"], first["Force"], first["Theme"]) == (
        "Cause of concern", "Eastshire Police", "Missing children",
    )  # fmt: skip
    assert first["Source addresses"] == (
        "Title of the-report, The inspectorate: https://example.org/report?a=1&b=2\n"
        "Title of the-letter, The force: no address"
    )
    assert table.names[-3:] == [
        "Source addresses", "Data version", "As known on",
    ]  # fmt: skip
    assert {column.name: column.about for column in table.columns}["Force"] == "The force."


def test_people_read_the_state_of_a_due_date_in_words():
    table = readable_due_dates(RECORD, due_after_reports(RECORD))
    first = dict(zip(table.names, table.rows[0], strict=True))
    assert (first["Kind"], first["State"]) == ("Published reply", "None found by us")
    assert first["Source addresses"] == source_lines(RECORD, ["the-report"])


def test_no_rows_are_a_table_with_its_head_alone():
    assert readable_register(RECORD, ()).rows == ()
    assert clock_table(RECORD, ()).csv().count("\r\n") == 1


def test_of_an_item_asked_after_the_last_search_every_voice_says_that_nobody_looked():
    asked = s.inspection(published="2025-12-01", recommendations=(s.recommendation("e-r9"),))
    record = s.record(asked)
    (row,) = read(register_table(record, register(record)))
    assert {row[name] for name in row if name.endswith("_said")} == {
        "Nothing published found by us, not looked for since it was published"
    }
