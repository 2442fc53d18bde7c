"""The workbook, read by another library than the one that wrote it."""

import datetime as dt
import io
import zipfile

import pytest
from openpyxl import load_workbook

from inspection.due_after_reports import due_after_reports
from inspection.register import register
from inspection.register_export import clock_table, register_table
from inspection.standing import Reading
from inspection.workbook import CUT, LONGEST, register_workbook
from tests.inspection import samples as s


def asked(id, **fields):
    return s.recommendation(id, **fields)


RECORD = s.record(
    s.inspection(
        "eastshire-cp-2024",
        "cp-2024",
        published="2024-03-13",
        recommendations=(
            asked("e-r1", time_limit={"words": "within eight weeks", "by": "2024-05-08"}),
            asked("e-r2", summary="=1+1", time_limit={"words": "in spring", "by": "2024-05"}),
            asked("e-r3", summary="@SUM(A1) and -1"),
        ),
    ),
    s.inspection("eastshire-1899", "cp-2014", published="1899-12-31", recommendations=(
        asked("e-r4", summary="2024-05-08"),
    )),
    sources=(s.source("the-report", url="https://example.org/report"),),
)  # fmt: skip
ROWS = register(RECORD)
DUE = due_after_reports(RECORD)


def workbook(rows=ROWS, due=DUE, **given):
    return load_workbook(io.BytesIO(register_workbook(RECORD, rows, due, **given)))


def records(sheet):
    head, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def about(book):
    return {name: words for name, words in book["About"].iter_rows(2, values_only=True) if name}


def test_the_cover_comes_first_and_says_what_the_rows_are():
    book = workbook(
        as_known_on=dt.date(2025, 2, 1), filters={"Force": "Eastshire Police", "Theme": "=All"}
    )
    assert book.sheetnames == ["About", "Register", "Due dates", "Columns"]
    assert book.active.title == "About"
    assert book["About"]["A1"].value == "Inspection History: progress"
    told = about(book)
    assert {name: told[name] for name in (
        "Edition", "Released", "As known on", "Register filter: force", "Register filter: theme", "Rows",
        "Public pages last searched",
    )} == {
        "Edition": "1.0.0", "Released": "1 December 2025", "As known on": "1 February 2025",
        "Register filter: force": "Eastshire Police", "Register filter: theme": "=All",
        "Rows": "Register: 4. Due dates: 4.", "Public pages last searched": "November 2025",
    }  # fmt: skip
    assert told["Not found"].startswith("“Nothing found by us” never means late, not sent or not")
    assert told["Independent"].startswith("Independent; not made, checked or endorsed by any")
    assert "Open Government Licence v3.0" in told["Licence"]
    assert [name for name in told if name in ("Inspectorate", "Governing body", "Force")] == [
        "Inspectorate", "Governing body", "Force",
    ]  # fmt: skip


def test_without_filters_the_cover_says_that_none_is_stated():
    told = about(workbook())
    assert told["Register filters"] == "None stated"
    assert told["As known on"] == "1 December 2025"


def test_every_row_is_in_the_sheet_in_its_order():
    book = workbook()
    found = records(book["Register"])
    assert (
        [row["Id"] for row in found] == [row.id for row in ROWS] == ["e-r4", "e-r1", "e-r2", "e-r3"]
    )
    assert [row["Title"] for row in records(book["Due dates"])] == [row.title for row in DUE]
    plain = register_table(RECORD, ROWS)
    place = plain.names.index("inspectorate_said")
    assert [row["Inspectorate said"] for row in found] == [row[place] for row in plain.rows]
    assert {row["Force"] for row in found} == {"Eastshire Police"}
    assert found[0]["Source addresses"] == (
        "Title of the-report, The inspectorate: https://example.org/report"
    )


def test_a_date_known_to_the_day_is_a_date_and_any_other_the_text_it_is():
    found = {row["Id"]: row for row in records(workbook()["Register"])}
    assert [found[f"e-r{n}"]["Due"] for n in (1, 2, 3)] == [
        dt.datetime(2024, 5, 8), "2024-05", None,
    ]  # fmt: skip
    assert found["e-r1"]["Asked"] == dt.datetime(2024, 3, 13)
    assert found["e-r1"]["As known on"] == dt.datetime(2025, 12, 1)
    due = records(workbook()["Due dates"])[1]
    assert (due["Due"], due["Due to"]) == ("7 May 2024", dt.datetime(2024, 5, 7))


def test_a_day_before_the_days_of_excel_and_words_that_look_like_a_day_stay_text():
    first = records(workbook()["Register"])[0]
    assert (first["Asked"], first["Summary"]) == ("1899-12-31", "2024-05-08")


def test_a_text_that_looks_like_a_formula_is_text():
    sheet = workbook()["Register"]
    cells = {cell.value: cell.data_type for row in sheet.iter_rows() for cell in row}
    assert cells["=1+1"] == cells["@SUM(A1) and -1"] == "s"
    assert "f" not in cells.values()
    package = zipfile.ZipFile(io.BytesIO(register_workbook(RECORD, ROWS, DUE)))
    assert [n for n in package.namelist() if b"<f>" in package.read(n)] == []


@pytest.mark.parametrize(
    ("name", "table", "rows"),
    [
        ("Register", "Register_table", 4),
        ("Due dates", "Due_dates_table", 4),
    ],
)
def test_a_sheet_is_a_table_that_can_be_filtered_under_a_head_that_stays(name, table, rows):
    sheet = workbook()[name]
    (found,) = sheet.tables.values()
    assert found.name == table
    assert found.ref == sheet.dimensions
    assert sheet.max_row == rows + 1
    assert found.autoFilter.ref == found.ref
    assert sheet.freeze_panes == "B2"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.page_setup.orientation == "landscape"
    assert {cell.alignment.wrap_text for row in sheet.iter_rows() for cell in row} == {True}


def test_every_column_is_explained_and_so_is_every_word_of_a_reading():
    book = workbook()
    told = [tuple(row.values()) for row in records(book["Columns"])]
    for name in ("Register", "Due dates"):
        heads = [cell.value for cell in book[name][1]]
        assert [column for sheet, column, _ in told if sheet == name] == heads
    assert all(meaning for _, _, meaning in told)
    assert (
        "Register, words of Our reading", "No published follow-up found",
        Reading.NO_FOLLOW_UP.meaning,
    ) in told  # fmt: skip


def test_no_rows_leave_a_head_and_a_sentence():
    sheet = workbook(rows=(), due=())["Register"]
    assert sheet["A1"].value == "Id"
    assert sheet["A2"].value == "No rows for this choice."
    assert list(sheet.tables) == []


def test_a_text_too_long_for_a_cell_says_that_it_was_cut():
    long = s.record(
        s.inspection(recommendations=(
            asked("e-r1", statements=tuple(
                s.statement(f"e-s{n}", date="2023-01-01", summary="x" * 2000) for n in range(20)
            )),
        ))
    )  # fmt: skip
    book = load_workbook(io.BytesIO(register_workbook(long, register(long), ())))
    said = records(book["Register"])[0]["Force said"]
    assert said.endswith(CUT)
    assert len(said) == LONGEST + len(CUT)


def test_the_document_has_a_title_and_no_author():
    properties = workbook().properties
    assert properties.title == "Inspection History: progress"
    assert not properties.creator
    assert not properties.lastModifiedBy
    assert properties.created == dt.datetime(2025, 12, 1)
    assert {p.name: p.value for p in workbook().custom_doc_props} == {
        "Language": "en-GB", "Data version": "1.0.0", "As known on": "2025-12-01",
    }  # fmt: skip


def test_the_same_rows_give_the_same_bytes_whenever_they_are_written():
    first = register_workbook(RECORD, ROWS, DUE)
    assert register_workbook(RECORD, ROWS, DUE) == first
    # Nothing of the day or clock it was written at: every part is of the same fixed moment.
    assert {part.date_time for part in zipfile.ZipFile(io.BytesIO(first)).infolist()} == {
        (1980, 1, 1, 0, 0, 0)
    }
    core = zipfile.ZipFile(io.BytesIO(first)).read("docProps/core.xml").decode()
    assert core.count("2025-12-01T00:00:00Z") == 2


def test_the_due_dates_are_those_of_the_table():
    due = records(workbook()["Due dates"])
    plain = clock_table(RECORD, DUE)
    place = plain.names.index("due")
    assert [row["Due"] for row in due] == [row[place] for row in plain.rows]
