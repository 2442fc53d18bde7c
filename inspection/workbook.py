"""The register and the due dates as an Excel workbook with a cover sheet that says what they are.

The same rows always give the same bytes: nothing in the file depends on the day or the machine.
"""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from inspection.clocks import ClockKind, ClockRow, ClockState
from inspection.dates import date_words
from inspection.exports import ATTRIBUTION, INDEPENDENT, NOT_FOUND_RULE, Table
from inspection.measures import in_sentence
from inspection.model import Record
from inspection.open_columns import Column, Value
from inspection.register import ItemKind, RegisterRow
from inspection.register_export import readable_due_dates, readable_register
from inspection.standing import RULE, Reading
from inspection.vocabulary import Voice, Word

TITLE = "Inspection History: progress"
NO_FILTERS: Mapping[str, str] = MappingProxyType({})
LONGEST = 32_000
"""Characters of a cell; Excel takes 32,767 and would lose the rest without a word."""
CUT = " ... (cut here; the CSV file has it whole)"
A4 = 9
WIDE, MIDDLE, NARROW = 60, 24, 14
WIDTHS = {
    "Summary": WIDE, "Inspectorate said": WIDE, "Governing body said": WIDE, "Force said": WIDE,
    "Other said": WIDE, "Source addresses": WIDE, "Known": WIDE, "Title": WIDE, "Meaning": 90,
    "Force": 18, "Asked": NARROW, "Due": 16, "Due from": NARROW, "Due to": NARROW, "About": NARROW,
    "Went back": 11, "Data version": NARROW, "As known on": NARROW, "State": 18, "Kind": 18,
}  # fmt: skip
DATES = frozenset({"Asked", "Due", "Due from", "Due to", "As known on"})
"""Columns of dates. A date known to the day is a date of Excel; any other stays the text it is."""
FULL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
FIRST_DAY = dt.date(1900, 3, 1)
"""Before this day Excel counts wrongly or not at all."""


def register_workbook(
    record: Record,
    rows: Sequence[RegisterRow],
    clock_rows: Sequence[ClockRow],
    as_known_on: dt.date | None = None,
    filters: Mapping[str, str] = NO_FILTERS,
) -> bytes:
    """The sheets About, Register, Due dates and Columns, as the bytes of an .xlsx file.

    `filters` are the choices that led to the rows of the register, name and value in words, for the
    cover sheet.
    """
    register = readable_register(record, rows, as_known_on)
    due = readable_due_dates(record, clock_rows, as_known_on)
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    _set_properties(book, record, as_known_on)
    looks = Looks(book)
    _write_cover(book, looks, cover(record, register, due, as_known_on, filters))
    for table, pages in ((register, 4), (due, 2), (columns(register, due), 1)):
        _write_table(book, looks, table, pages)
    book.close()
    return out.getvalue()


def cover(
    record: Record,
    register: Table,
    due: Table,
    as_known_on: dt.date | None,
    filters: Mapping[str, str],
) -> tuple[tuple[str, str], ...]:
    """The cover sheet, line by line: a name and what it says."""
    release = record.release
    return (
        ("What it is", f"{register.about} {due.about}"),
        ("Edition", release.version),
        ("Released", date_words(release.released_on)),
        ("As known on", date_words(as_known_on or release.released_on)),
        ("Public pages last searched", release.last_looked_on.words),
        *([(f"Register filter: {in_sentence(name)}", words) for name, words in filters.items()]
          or [("Register filters", "None stated")]),
        ("Rows", f"Register: {len(register.rows)}. Due dates: {len(due.rows)}."),
        ("The voices", "Side by side, never merged. Each entry has its day and its speaker."),
        *((voice.label, voice.meaning) for voice in Voice),
        ("Our reading", "One written rule, the same for everybody, not a voice of the record."),
        *((f"Rule {number}", words) for number, words in enumerate(RULE, start=1)),
        ("Not found", NOT_FOUND_RULE),
        ("Independent", INDEPENDENT),
        ("Licence", ATTRIBUTION),
    )  # fmt: skip


def columns(*tables: Table) -> Table:
    """What each column of these tables means, and the words that stand in them."""
    rows = [(table.name, c.name, c.about) for table in tables for c in table.columns]
    words: Iterable[tuple[str, type[Word]]] = (
        ("Register, words of Kind", ItemKind),
        ("Register, words of Our reading", Reading),
        ("Due dates, words of Kind", ClockKind),
        ("Due dates, words of State", ClockState),
    )
    rows += [(sheet, word.label, word.meaning) for sheet, kind in words for word in kind]
    return Table(
        "Columns",
        "What each column means.",
        (
            Column("Sheet", "Where it stands."),
            Column("Column or word", "Its name."),
            Column("Meaning", "In words."),
        ),
        tuple(rows),
    )


class Looks:
    """How the cells of a workbook look."""

    def __init__(self, book: Workbook) -> None:
        plain = {"text_wrap": True, "valign": "top"}
        self.text: Format = book.add_format(plain)
        self.day: Format = book.add_format({**plain, "num_format": "d mmm yyyy", "align": "left"})
        self.head: Format = book.add_format({**plain, "bold": True, "bottom": 1})
        self.title: Format = book.add_format({"bold": True, "font_size": 16})


def _set_properties(book: Workbook, record: Record, as_known_on: dt.date | None) -> None:
    """The properties of the document; no author, because it speaks for nobody."""
    release = record.release
    book.set_properties(
        {
            "title": TITLE,
            "subject": "What was asked of police forces or promised, and who says it is done",
            "comments": f"{INDEPENDENT} {ATTRIBUTION}",
            "created": dt.datetime.combine(release.released_on, dt.time()),
        }
    )
    book.set_custom_property("Language", "en-GB", "text")
    book.set_custom_property("Data version", release.version, "text")
    day = (as_known_on or release.released_on).isoformat()
    book.set_custom_property("As known on", day, "text")


def _write_cover(book: Workbook, looks: Looks, lines: Sequence[tuple[str, str]]) -> None:
    sheet = book.add_worksheet("About")
    sheet.set_column(0, 0, 28, looks.text)
    sheet.set_column(1, 1, 95, looks.text)
    sheet.write_string(0, 0, TITLE, looks.title)
    for number, (name, words) in enumerate(lines, start=2):
        sheet.write_string(number, 0, name, looks.head)
        sheet.write_string(number, 1, words, looks.text)
    _set_print(sheet, pages=1)


def _write_table(book: Workbook, looks: Looks, table: Table, pages: int) -> None:
    """A sheet with a table that can be sorted and filtered; `pages` is its width in print."""
    sheet = book.add_worksheet(table.name)
    names = table.names
    for place, name in enumerate(names):
        sheet.set_column(place, place, WIDTHS.get(name, MIDDLE), looks.text)
        sheet.write_string(0, place, name, looks.head)
    for number, row in enumerate(table.rows, start=1):
        for place, (name, value) in enumerate(zip(names, row, strict=True)):
            _write_cell(sheet, looks, (number, place), name, value)
    if table.rows:
        sheet.add_table(
            0, 0, len(table.rows), len(names) - 1,
            {
                "name": f"{table.name.replace(' ', '_')}_table",
                "style": "Table Style Light 1",
                "columns": [{"header": name, "header_format": looks.head} for name in names],
            },
        )  # fmt: skip
    else:
        sheet.write_string(1, 0, "No rows for this choice.", looks.text)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    if pages > 1:
        sheet.repeat_columns("A:A")
    _set_print(sheet, pages)


def _write_cell(
    sheet: Worksheet, looks: Looks, cell: tuple[int, int], name: str, value: Value
) -> None:
    """A number or a date as what it is; any text as text, though it look like a formula."""
    if value is None or value == "":
        sheet.write_blank(*cell, None, looks.text)
    elif isinstance(value, int | float):
        sheet.write_number(*cell, value, looks.text)
    elif name in DATES and (day := _day(value)):
        sheet.write_datetime(*cell, dt.datetime.combine(day, dt.time()), looks.day)
    else:
        text = value if len(value) <= LONGEST else value[:LONGEST] + CUT
        sheet.write_string(*cell, str(text), looks.text)


def _day(text: str) -> dt.date | None:
    """A date known to the day that Excel can hold; None for anything else."""
    day = dt.date.fromisoformat(text) if FULL_DATE.fullmatch(text) else None
    return day if day and day >= FIRST_DAY else None


def _set_print(sheet: Worksheet, pages: int) -> None:
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(pages, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer(f"&L{TITLE}&C&A&RPage &P of &N")
