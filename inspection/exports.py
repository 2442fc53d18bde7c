"""The record as open data: every table as CSV, the whole as JSON and YAML.

Every table ends with the columns `data_version` and `as_known_on`, so that a row copied out of its
file still says which edition it is from and which day it stands for.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from inspection.desk.canonical import NoCanonicalForm, canonical
from inspection.model import Record
from inspection.open_columns import Column
from inspection.open_tables import TABLES, Row, Value
from inspection.places import Plain, named_parts, plain
from inspection.reading import read_text

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
INDEPENDENT = (
    "Independent; not made, checked or endorsed by any police force, commissioner or inspectorate."
)
ATTRIBUTION = (
    "Contains public sector information from the inspectorate's reports, licensed under the Open "
    "Government Licence v3.0 "
    "(https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/). "
    "The sentences are ours."
)
NOT_FOUND_RULE = (
    "“Nothing found by us” never means late, not sent or not done: what we did not find may exist."
)
_PART = re.compile(r"^(?=[a-z_]+:)", re.MULTILINE)
_NONE = re.compile(r" *\[ *\]")
_AT_MARGIN = re.compile(r"[a-z_]+:( .*)?\n((#.*| *)\n)*(- |  (?!- ))")
_MARKS = re.compile(r"^(---|\.\.\.|%)", re.MULTILINE)
_SCHEMA = re.compile(r"^# yaml-language-server: .*\n", re.MULTILINE)
STAMP = (
    Column("data_version", "Edition of the record the row is from."),
    Column("as_known_on", "Day whose public knowledge the row stands for.", "date"),
)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the record: a name, what it holds, its columns, its rows."""

    name: str
    about: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def names(self) -> list[str]:
        """The names of its columns."""
        return [column.name for column in self.columns]

    def csv(self) -> str:
        """The table as CSV text with a header line.

        A text that a spreadsheet would run as a formula gets a leading apostrophe.
        """
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow(self.names)
        writer.writerows([_safe(value) for value in row] for row in self.rows)
        return out.getvalue()


def tables(record: Record, as_known_on: dt.date | None = None) -> tuple[Table, ...]:
    """Every table of a record already narrowed to `as_known_on` (None: everything it holds)."""
    return tuple(stamped(record, t.name, t.rows(record), as_known_on) for t in TABLES)


def stamped(
    record: Record, name: str, rows: Iterable[Row], as_known_on: dt.date | None = None
) -> Table:
    """One of the tables by its name with these rows, each with its edition and its day.

    Raises KeyError for a name that no table has.
    """
    table = {table.name: table for table in TABLES}[name]
    stamp = (record.release.version, (as_known_on or record.release.released_on).isoformat())
    columns = (*table.columns, *STAMP)
    return Table(name, table.about, columns, tuple((*row, *stamp) for row in rows))


def whole_json(record: Record, as_known_on: dt.date | None = None) -> str:
    """The whole record as JSON, with the day it stands for."""
    whole = {
        "as_known_on": (as_known_on or record.release.released_on).isoformat(),
        **record.model_dump(mode="json", exclude_none=True),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1)


def whole_yaml(texts: Iterable[tuple[str, str]]) -> str:
    """The data files, given as name and text, as one file that reads as one record again.

    They stand one after the other; of a list that several of them have, all entries stand in the first.
    """
    parts: dict[str, list[str]] = {}
    for file, text in texts:
        head, *found = _PART.split(_in_order(text))
        notes = f"# ---- {file} ----\n{_SCHEMA.sub('', head)}"
        for part in found:
            name, _, rest = part.partition(":")
            if not _NONE.match(rest):
                held = parts.setdefault(name, [])
                entries = rest.partition("\n")[2] if held else part
                held.append(f"{notes}{entries.rstrip()}\n")
                notes = ""
    return "".join(piece for held in parts.values() for piece in held)


def _in_order(text: str) -> str:
    """A data file whose parts and lists begin at the margin, as they do in canonical form."""
    parts, tree = _PART.split(text)[1:], read_text(text, "")[0]
    held = [(name, plain(node)) for name, node in named_parts(tree)]
    begun = [part.partition(":")[0] for part in parts]
    is_plain = begun == [name for name, _ in held] and not _MARKS.search(text)
    if is_plain and all(map(_AT_MARGIN.match, parts)):
        return text
    try:
        return canonical(text)
    except NoCanonicalForm:  # a tag, which the reader allows
        return "".join(_written_out(name, values) for name, values in held)


def _written_out(name: str, values: Plain) -> str:
    """A part of a file with each of its entries in one line, which loses its comments alone."""
    if isinstance(values, dict):
        lines = [f"  {field}: {_in_json(value)}" for field, value in values.items()]
    else:
        lines = [f"- {_in_json(value)}" for value in values or ()]
    return "\n".join([f"{name}:", *lines, ""])


def _in_json(values: Plain) -> str:
    return json.dumps(values, ensure_ascii=False)


def file_name(record: Record, name: str, ending: str, as_known_on: dt.date | None = None) -> str:
    """A file name that says what, which edition and which day."""
    day = (as_known_on or record.release.released_on).isoformat()
    return f"inspection-history-{name}-v{record.release.version}-as-known-on-{day}.{ending}"


def _safe(value: Value) -> Value:
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return value
