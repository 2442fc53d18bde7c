"""The record as a Data Package: every table, the whole as JSON and YAML, and what describes them.

The description follows the Data Package standard (version 1), so that R, Python and other tools
read the tables with their types and check their ids without being told anything besides. The same
record and texts give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Mapping, Sequence

from inspection.dates import date_words
from inspection.exports import (
    ATTRIBUTION,
    INDEPENDENT,
    NOT_FOUND_RULE,
    STAMP,
    tables,
    whole_json,
    whole_yaml,
)
from inspection.model import Record
from inspection.open_columns import Column, OpenTable
from inspection.open_tables import TABLES
from inspection.overview import forces_words
from inspection.product import LICENCE

DESCRIPTOR = "datapackage.json"
JSON_FILE, YAML_FILE = "record.json", "record.yaml"
LICENCES = [
    {
        "name": "OGL-UK-3.0",
        "title": "Open Government Licence v3.0, for facts from the inspectorate's reports",
        "path": LICENCE,
    }
]
KEYWORDS = ("police", "inspection", "child protection", "PEEL", "HMIC", "HMICFRS")
CELLS = (
    "A cell is empty where nothing is known or nothing applies. A text that a spreadsheet would run "
    "as a formula has an apostrophe before it. The JSON file is the whole record; the tables give "
    "most of it, and what is worked out of it."
)


def file_names() -> tuple[str, ...]:
    """The names of the files of the package, known before any of them is made."""
    return (*(f"{table.name}.csv" for table in TABLES), JSON_FILE, YAML_FILE, DESCRIPTOR)


def data_files(record: Record, texts: Sequence[tuple[str, str]]) -> dict[str, bytes]:
    """Every file of the package by its name, `datapackage.json` last.

    `texts` are name and text of each file the record was read from. A record narrowed to a day
    gives the tables and the JSON of that day; the texts are the whole edition all the same.
    """
    found = {f"{table.name}.csv": table.csv().encode() for table in tables(record, record.known_on)}
    found[JSON_FILE] = whole_json(record, record.known_on).encode()
    found[YAML_FILE] = whole_yaml(texts).encode()
    described = json.dumps(descriptor(record, found), ensure_ascii=False, indent=1)
    return {**found, DESCRIPTOR: described.encode()}


def descriptor(record: Record, files: Mapping[str, bytes]) -> dict[str, object]:
    """What `datapackage.json` says of these files, which are those of `data_files`.

    `id` is made from the content: two packages have the same only if they hold the same record.
    """
    release = record.release
    digest = hashlib.sha256(files[JSON_FILE]).hexdigest()
    return {
        "profile": "data-package",
        "name": "inspection-history",
        "id": str(uuid.uuid5(uuid.NAMESPACE_OID, digest)),
        "title": f"Inspection History: {forces_words(record)}",
        "description": _description(record),
        "version": release.version,
        "created": f"{release.released_on.isoformat()}T00:00:00Z",
        "licenses": LICENCES,
        "sources": [
            {"title": "Reports of HMIC, HMICFRS and the inspectorates they worked with"},
            {"title": "Every source by itself, with its address", "path": "sources.csv"},
        ],
        "keywords": [*KEYWORDS, *(force.short_name for force in record.forces)],
        "resources": [
            *(_table(table, files[f"{table.name}.csv"]) for table in TABLES),
            _whole("record-json", JSON_FILE, "application/json", "The whole record.", files),
            _whole(
                "record-yaml", YAML_FILE, "application/yaml",
                "The whole edition as it is kept: reads as one data file again.", files,
            ),
        ],
    }  # fmt: skip


def _description(record: Record) -> str:
    release = record.release
    day = date_words(record.known_on or release.released_on)
    edition = (
        "What inspectorates found, graded and asked for, and what was said in answer. "
        f"Edition {release.version}, as known on {day}; public pages were last searched in "
        f"{release.last_looked_on.words}."
    )
    return "\n\n".join((edition, INDEPENDENT, ATTRIBUTION, NOT_FOUND_RULE, CELLS))


def _table(table: OpenTable, content: bytes) -> dict[str, object]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": table.name.replace("-", " ").capitalize(),
        "description": table.about,
        **_file("csv", "text/csv", content),
        "schema": _schema(table),
    }


def _whole(
    name: str, path: str, mediatype: str, about: str, files: Mapping[str, bytes]
) -> dict[str, object]:
    ending = path.rpartition(".")[2]
    return {
        "name": name,
        "path": path,
        "title": f"The whole record as {ending.upper()}",
        "description": about,
        **_file(ending, mediatype, files[path]),
    }


def _file(ending: str, mediatype: str, content: bytes) -> dict[str, object]:
    return {
        "format": ending,
        "mediatype": mediatype,
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }


def _schema(table: OpenTable) -> dict[str, object]:
    columns = (*table.columns, *STAMP)
    keys: dict[str, object] = {"primaryKey": list(table.key)} if table.key else {}
    foreign = [_foreign_key(table.name, column) for column in columns if column.of]
    if foreign:
        keys["foreignKeys"] = foreign
    return {
        "fields": [_field(column, column.name in table.key) for column in columns],
        "missingValues": [""],
        **keys,
    }


def _foreign_key(table: str, column: Column) -> dict[str, object]:
    # An empty name is the standard's word for the table itself.
    there = "" if column.of == table else column.of
    return {"fields": [column.name], "reference": {"resource": there, "fields": ["id"]}}


def _field(column: Column, is_key: bool) -> dict[str, object]:
    constraints: dict[str, object] = {}
    if is_key:
        constraints["required"] = True
    if column.allowed:
        constraints["enum"] = list(column.allowed)
    if column.pattern:
        constraints["pattern"] = column.pattern
    return {
        "name": column.name,
        "type": column.type,
        "description": column.about,
        **({"trueValues": ["yes"], "falseValues": ["no"]} if column.type == "boolean" else {}),
        **({"constraints": constraints} if constraints else {}),
    }
