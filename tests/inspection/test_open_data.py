"""Every column of the open tables says what it holds and holds that; tables explain the ids."""

import datetime as dt
import re

import pytest

from inspection.exports import tables
from inspection.model import Correction, GoverningBody, NationalDistribution
from inspection.open_columns import PARTIAL_DATE, Column
from inspection.open_tables import TABLES
from inspection.vocabulary import Standing, Voice
from tests.inspection import samples as s

NAMES = {table.name for table in TABLES}
HOLDS_TYPE = {
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: type(value) is int,
    "number": lambda value: type(value) in (int, float),
    "boolean": lambda value: value in ("yes", "no"),
    "date": lambda value: dt.date.fromisoformat(value).isoformat() == value,
}


def rows(record, name):
    """The rows of a table by column, without their stamp."""
    table = next(table for table in tables(record) if table.name == name)
    return [dict(zip(table.names[:-2], row[:-2], strict=True)) for row in table.rows]


def wrong_cells(table):
    """Cells that do not hold what their column says: column and cell."""
    for row in table.rows:
        for column, value in zip(table.columns, row, strict=True):
            if value is None or value == "":
                continue
            fits = HOLDS_TYPE[column.type](value)
            fits = fits and (not column.allowed or value in column.allowed)
            if not (fits and re.fullmatch(column.pattern or ".*", str(value), re.DOTALL)):
                yield column.name, value


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_column_has_a_name_of_its_own_a_meaning_and_a_type(table):
    names = [column.name for column in table.columns]
    assert len(set(names)) == len(names)
    assert [name for name in names if not re.fullmatch("[a-z][a-z_]*", name)] == []
    assert [c.name for c in table.columns if not re.fullmatch(r"[A-Z].+\.", c.about)] == []
    assert {column.type for column in table.columns} <= set(HOLDS_TYPE)
    assert set(table.key) <= set(names)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_an_id_that_is_named_leads_to_a_table_with_ids(table):
    led_to = {column.of for column in table.columns if column.of}
    assert led_to <= NAMES
    keys = {other.name: other.key for other in TABLES}
    assert {keys[name] for name in led_to} <= {("id",)}
    # Several ids in one cell are no id of anything.
    assert [c.name for c in table.columns if c.of and "separated" in c.about] == []


def test_every_cell_of_the_published_record_holds_what_its_column_says(published_record):
    found = {t.name: list(wrong_cells(t))[:3] for t in tables(published_record)}
    assert {name: cells for name, cells in found.items() if cells} == {}


def test_a_cell_that_breaks_its_columns_word_is_noticed():
    """Of the check above: a day as a number, a word off its list, a month in a column of days."""
    table = next(t for t in tables(s.record(s.inspection())) if t.name == "inspections")
    (row,) = table.rows
    broken = dict(zip(table.names, row, strict=True))
    broken |= {"published": 2022, "kind": "visit", "findings": "0", "as_known_on": "2025-12-01"}
    bad = type(table)(table.name, table.about, table.columns, (tuple(broken.values()),))
    assert list(wrong_cells(bad)) == [("kind", "visit"), ("published", 2022), ("findings", "0")]


@pytest.mark.parametrize(
    ("column", "holds"),
    [
        (Column("a", "A."), "text"),
        (Column("a", "A.", "integer"), "whole number"),
        (Column("a", "A.", "number"), "number"),
        (Column("a", "A.", "boolean"), "yes or no"),
        (Column("a", "A.", "date"), "date"),
        (Column("a", "A.", pattern=PARTIAL_DATE), "date, or only its month or year"),
        (Column("a", "A.", of="themes"), "id in themes"),
        (Column("a", "A.", words=Standing), "one of: addressed; progress; not-addressed"),
        (
            Column("a", "A.", words=Standing, labelled=True),
            "one of: Addressed; Progress; Not addressed",
        ),
    ],
)
def test_a_column_says_to_people_what_it_holds(column, holds):
    assert column.holds == holds


def test_forces_and_who_held_them_to_account_are_named():
    body = GoverningBody.model_validate(
        {
            "id": "eastshire-pcc", "name": "Eastshire PCC", "since": "2012-11",
            "kind": "police-and-crime-commissioner", "sources": s.SOURCES,
        }
    )  # fmt: skip
    force = s.record().forces[0].model_copy(update={"governing_bodies": (body,)})
    record = s.record(forces=(force,))
    assert rows(record, "forces") == [
        {"id": "eastshire", "name": "Eastshire Police", "short_name": "Eastshire"}
    ]
    assert rows(record, "governing-bodies") == [
        {
            "id": "eastshire-pcc", "force": "eastshire", "name": "Eastshire PCC",
            "kind": "police-and-crime-commissioner", "since": "2012-11", "until": "", "note": None,
            "sources": "the-report",
        }
    ]  # fmt: skip


def test_a_programme_and_its_cycles_say_how_they_may_be_compared():
    record = s.record()
    assert rows(record, "programmes")[1] == {
        "id": "peel", "name": "Programme peel", "short_name": "peel", "about": "About peel.",
        "family": "all-policing", "narrow": "no",
    }  # fmt: skip
    assert rows(record, "cycles")[2] == {
        "id": "peel-2016", "programme": "peel", "name": "Cycle peel-2016", "method": "By looking.",
        "scale": "four-grades", "comparable_with": "peel-2017",
        "comparability": "As is said here.", "comparability_basis": "our-reading",
        "between_forces": None, "looks_at": "", "may_look_at": "", "action_plan_weeks": None,
        "every_force": "no", "every_force_sources": "", "sources": "the-report",
    }  # fmt: skip


def test_grades_stand_on_their_scale_in_order_best_first():
    record = s.record()
    assert [row["id"] for row in rows(record, "scales")] == ["four-grades", "five-grades"]
    four = [row for row in rows(record, "grade-words") if row["scale"] == "four-grades"]
    assert [(row["step"], row["grade"]) for row in four] == [
        (1, "outstanding"), (2, "good"), (3, "requires-improvement"), (4, "inadequate"),
    ]  # fmt: skip
    assert (four[2]["label"], four[2]["meaning"]) == (
        "Requires improvement", "Is requires-improvement.",
    )  # fmt: skip


def test_questions_and_themes_are_named():
    record = s.record()
    assert rows(record, "questions")[1] == {
        "id": "investigating", "name": "Investigating", "theme": "investigating-crime",
        "cycles": "peel-2016; peel-2017", "perhaps_asked": "",
        "crosswalk_reason": "The same words in each.",
    }  # fmt: skip
    assert rows(record, "themes")[0] == {
        "id": "missing-children", "name": "Missing children", "about": "Missing children.",
        "family": "child-protection", "covers": "", "not_here": "",
    }  # fmt: skip


def test_what_belongs_to_a_theme_and_what_elsewhere_is_told_with_the_other_theme():
    elsewhere = [{"what": "Grading of risk", "theme": "risk-recognition"}]
    theme = s.theme(
        "missing-children", "child-protection", covers=["Reports", "Return"], not_here=elsewhere
    )
    row = rows(s.record(themes=(theme,)), "themes")[0]
    assert (row["covers"], row["not_here"]) == (
        "Reports | Return", "Grading of risk (risk-recognition)",
    )  # fmt: skip


def test_the_words_of_closed_lists_are_explained_by_column():
    found = [row for row in rows(s.record(), "words") if row["table"] == "findings"]
    assert [row["word"] for row in found if row["column"] == "kind"] == [
        "concern", "progress", "strength", "mixed",
    ]  # fmt: skip
    assert next(row for row in found if row["column"] == "told_by") == {
        "table": "findings", "column": "told_by", "word": "inspectorate",
        "label": "Inspectorate", "meaning": Voice.INSPECTORATE.meaning,
    }  # fmt: skip
    readings = [row["word"] for row in rows(s.record(), "words") if row["column"] == "our_reading"]
    assert readings[:2] == ["Found again", "Not addressed"]


def test_every_change_of_a_grade_gives_the_grade_before_and_the_reason():
    changes = [
        {"date": "2024-08-08", "value": "requires-improvement", "reason": "The data were wrong."},
        {"date": "2024-09", "value": "inadequate", "reason": "They were worse."},
    ]
    grade = s.grade(value="adequate", revisions=[{**c, "sources": s.SOURCES} for c in changes])
    found = rows(s.record(s.inspection(grades=(grade,))), "grade-changes")
    assert [(r["change"], r["date"], r["before"], r["after"], r["reason"]) for r in found] == [
        (1, "2024-08-08", "adequate", "requires-improvement", "The data were wrong."),
        (2, "2024-09", "requires-improvement", "inadequate", "They were worse."),
    ]


def test_a_grade_is_dated_by_the_report_it_stands_in():
    inspection = s.inspection(
        reports=(s.report("first", "2022-03"), s.report("second", "2022-09-15")),
        grades=(s.grade(value="good", report="first"), s.grade("victim-service", "good")),
    )
    found = rows(s.record(inspection), "grades")
    assert [(row["report"], row["published"]) for row in found] == [
        ("first", "2022-03"), (None, "2022-09-15"),
    ]  # fmt: skip
    assert [row["report"] for row in rows(s.record(inspection), "reports")] == ["first", "second"]


def test_a_look_at_a_theme_is_told_even_where_it_did_not_happen():
    looked = s.inspection(
        "eastshire-2014", "cp-2014", published="2014-06-30", findings=(s.finding(kind="progress"),)
    )
    found = rows(s.record(looked), "theme-looks")
    assert [(row["theme"], row["state"], row["reports_progress"]) for row in found] == [
        ("missing-children", "progress", "yes"),
        ("risk-recognition", "not-known", "no"),
    ]
    assert {row["episode"] for row in found} == {"eastshire-2014"}


def test_outcomes_of_a_promise_are_told_one_by_one_with_voice_and_day():
    outcomes = [
        {"summary": "It came.", "voice": "force", "date": "2023-05", "sources": s.SOURCES},
        {"summary": "It was done.", "voice": "other", "says": "addressed", "sources": s.SOURCES},
    ]
    answer = s.response(commitments=[s.commitment(outcomes=outcomes)])
    found = rows(s.record(s.inspection(responses=[answer])), "outcomes")
    columns = ("commitment", "outcome", "voice", "date", "says", "summary")
    assert [[row[name] for name in columns] for row in found] == [
        ["e-a1-c1", 1, "force", "2023-05", None, "It came."],
        ["e-a1-c1", 2, "other", "", "addressed", "It was done."],
    ]


def test_national_counts_have_a_row_for_each_grade_and_their_true_denominator():
    counted = NationalDistribution.model_validate(
        {
            "id": "peel-2016-investigating", "cycle": "peel-2016", "question": "investigating",
            "published": "2016-12-08", "counts": {"good": 40, "inadequate": None}, "forces": 43,
            "basis": "As published.", "sources": s.SOURCES,
        }
    )  # fmt: skip
    found = rows(s.record(national_distributions=(counted,)), "national-counts")
    assert [(row["grade"], row["count"], row["forces"]) for row in found] == [
        ("good", 40, 43), ("inadequate", None, 43),
    ]  # fmt: skip


def test_an_accepted_warning_says_of_what_it_is_why_and_up_to_which_day():
    accepted = {"code": "A05", "of": "e-1", "reason": "It is so.", "until": "2026-06-01"}
    assert rows(s.record(accepted_warnings=[accepted]), "accepted-warnings") == [accepted]


def test_a_correction_gives_both_what_was_and_what_is():
    mended = {
        "id": "c-1", "date": "2025-11-30", "fact": "e-1", "was": "Five.", "now": "Four.",
        "since": "2025-11-22", "mended_in": "1.0.0", "asked_by": "a reader", "sources": s.SOURCES,
    }  # fmt: skip
    record = s.record(corrections=(Correction.model_validate(mended),))
    assert rows(record, "corrections") == [
        {**mended, "removed": "no", "stood_in": None, "first_in": None, "note": None,
         "unsourced": None, "sources": "the-report"}
    ]  # fmt: skip


def test_the_place_in_the_report_has_a_column_of_its_own():
    looked = s.inspection(
        findings=(s.finding(place="Page 12"),), recommendations=(s.recommendation(),)
    )
    record = s.record(looked)
    assert rows(record, "findings")[0]["place"] == "Page 12"
    assert rows(record, "recommendations")[0]["place"] is None
