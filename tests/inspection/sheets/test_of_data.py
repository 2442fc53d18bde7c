"""The record as open data: fixed addresses, rows of each table, feed and calendar, what columns mean."""

import pytest

from inspection.addresses import Place
from inspection.document import Bullets, Folded, Heading, Run, Table, plain, words
from inspection.exports import Table as OpenData
from inspection.exports import tables
from inspection.open_columns import Column, dated
from inspection.sheets import of_data as sheet
from inspection.vocabulary import Voice
from tests.inspection import samples as s

ROOMS = OpenData(
    "rooms",
    "Every room.",
    (Column("id", "Permanent id."), Column("beds", "How many beds it has.", "integer")),
    (("blue", 2), ("green", 3), ("red", None)),
)
DOORS = OpenData("doors", "Every door.", (dated("since", "When it was made."),), ())
RECORD = s.record(
    s.inspection(
        "eastshire-2018",
        "cp-2014",
        published="2018-06-28",
        findings=(s.finding("e-1"), s.finding("e-2"), s.finding("e-3")),
        recommendations=(s.recommendation("e-r1"), s.recommendation("e-r2")),
        statements=(s.statement("e-s1"),),
    ),
    s.inspection("westshire-2022", grades=(s.grade("investigating-crime", "good"),)),
)


def file_row(name: str, about: str, rows: str) -> tuple:
    return (
        (Run(name, Place("file", f"data/latest/{name}")),),
        words(about),
        words(rows),
        (Run(f"{name}, 1.2.0", Place("file", f"data/1.2.0/{name}")),),
    )


def test_every_file_stands_at_two_addresses_a_table_with_its_rows_and_the_whole_without():
    heading, told, listed = sheet.files([ROOMS, DOORS], "1.2.0")
    assert heading == Heading(2, "Files at fixed addresses", "files")
    assert plain(told.words) == (
        "Each file stands at two addresses. The first always gives the latest edition, the second "
        "that of data version 1.2.0. What was published under a version is not changed: a change "
        "is a new version. Programs on other sites may read both."
    )
    package = "What every file, table and column holds: a Frictionless Data Package."
    assert listed == Table(
        "Every table and the whole record",
        ("File", "What it holds", "Rows", "This version for good"),
        (
            file_row("rooms.csv", "Every room.", "3"),
            file_row("doors.csv", "Every door.", "0"),
            file_row("record.json", "The whole record as JSON.", ""),
            file_row("record.yaml", "The whole record as the YAML it is kept in.", ""),
            file_row("datapackage.json", package, ""),
        ),
    )


def test_the_rows_told_are_those_of_the_record():
    *_, listed = sheet.files(tables(RECORD), "1.0.0")
    rows = {plain(row[0]): plain(row[2]) for row in listed.rows}
    told = ("inspections.csv", "findings.csv", "recommendations.csv", "statements.csv",
            "grades.csv", "gaps.csv", "sources.csv")  # fmt: skip
    assert [rows[name] for name in told] == ["2", "3", "2", "1", "1", "0", "1"]


def test_feed_calendar_and_site_map_are_linked_with_what_they_are():
    heading, ways = sheet.feeds()
    assert heading == Heading(2, "Feed and calendar", "feed")
    assert ways == Bullets(
        (
            words(
                Run("New inspections, statements and corrections", Place("file", "feed.atom")),
                "(Atom feed)",
            ),
            words(Run("Dates due after reports", Place("file", "due-dates.ics")), "(iCalendar)"),
            words(
                Run("Every page of the published record", Place("file", "sitemap.xml")),
                "(sitemap)",
            ),
        )
    )


def test_every_table_has_its_columns_folded_under_its_name():
    heading, *folded = sheet.columns([ROOMS, DOORS])
    assert heading == Heading(2, "What the columns mean", "columns")
    head = ("Column", "Meaning", "What it holds")
    rooms = (
        (words("id"), words("Permanent id."), words("text")),
        (words("beds"), words("How many beds it has."), words("whole number")),
    )
    since = (words("since"), words("When it was made."), words("date, or only its month or year"))
    assert folded == [
        Folded("Columns of rooms", (Table("Columns of rooms", head, rooms),)),
        Folded("Columns of doors", (Table("Columns of doors", head, (since,)),)),
    ]


@pytest.mark.parametrize(
    ("column", "holds"),
    [
        (Column("a", "About.", of="forces"), "id in forces"),
        (Column("a", "About.", "boolean"), "yes or no"),
        (Column("a", "About.", "number"), "number"),
        (Column("a", "About.", "date"), "date"),
        (
            Column("a", "About.", words=Voice),
            "one of: inspectorate; governing-body; force; other",
        ),
        (
            Column("a", "About.", words=Voice, labelled=True),
            "one of: Inspectorate; Governing body; Force; Another body",
        ),
    ],
    ids=["an id", "yes or no", "a number", "a day", "a word", "the label of a word"],
)
def test_what_a_column_holds_is_said_beside_what_it_means(column: Column, holds: str):
    found = sheet.columns_of(OpenData("rooms", "Every room.", (column,), ()))
    assert found.columns == ("Column", "Meaning", "What it holds")
    assert [tuple(plain(cell) for cell in row) for row in found.rows] == [("a", "About.", holds)]
