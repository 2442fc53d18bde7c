"""The Data Package: what its description says of a small record, and what a checker refuses."""

import csv
import datetime as dt
import hashlib
import io
import json

import frictionless
import pytest

from inspection.data_package import data_files, descriptor
from inspection.knowing import as_known_on
from inspection.open_tables import TABLES
from tests.inspection import samples as s

LICENCE = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
TEXTS = (("a.yaml", "forces:\n- id: a\n"), ("b.yaml", "sources:\n- id: b\n"))
OLD = s.inspection("eastshire-2016", "peel-2016", published="2016-12-08")
RECORD = s.record(
    OLD,
    s.inspection(
        follows="eastshire-2016",
        findings=(
            s.finding("e-1", summary="=SUM(A1) is no formula."),
            *(s.finding(f"e-{number}") for number in range(2, 9)),
        ),
        case_audit={"total": 3, "good": 1, "sources": s.SOURCES},
    ),
)
FILES = data_files(RECORD, TEXTS)


def resource(name):
    found = json.loads(FILES["datapackage.json"])["resources"]
    return next(entry for entry in found if entry["name"] == name)


def cells(content):
    return list(csv.reader(io.StringIO(content.decode())))


def with_cells_changed(changes):
    """The package with cells changed by hand, the sizes and digests of those files no longer told.

    Each change is a table, the number of a row after the head, a column and its new cell.
    """
    files, described = dict(FILES), json.loads(FILES["datapackage.json"])
    for table, number, column, value in changes:
        lines = cells(files[f"{table}.csv"])
        lines[number][lines[0].index(column)] = value
        out = io.StringIO()
        csv.writer(out, lineterminator="\r\n").writerows(lines)
        files[f"{table}.csv"] = out.getvalue().encode()
        for entry in described["resources"]:
            if entry["name"] == table:
                entry.pop("bytes", None)
                entry.pop("hash", None)
    return {**files, "datapackage.json": json.dumps(described).encode()}


def errors(folder, files):
    """What a checker says of the package: table, number of the row below the head, and kind."""
    for name, content in files.items():
        (folder / name).write_bytes(content)
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.errors == []
    assert len(report.tasks) == len(TABLES) + 2
    return {
        (task.name, getattr(error, "row_number", 0) and error.row_number - 1, error.type)
        for task in report.tasks
        for error in task.errors
    }


def test_the_package_holds_every_table_the_whole_twice_and_its_description():
    tables = [f"{table.name}.csv" for table in TABLES]
    assert list(FILES) == [*tables, "record.json", "record.yaml", "datapackage.json"]
    paths = [entry["path"] for entry in json.loads(FILES["datapackage.json"])["resources"]]
    assert paths == [*tables, "record.json", "record.yaml"]


def test_the_whole_stands_in_it_as_json_and_as_the_texts_one_after_the_other():
    assert FILES["record.yaml"] == (
        b"# ---- a.yaml ----\nforces:\n- id: a\n# ---- b.yaml ----\nsources:\n- id: b\n"
    )
    assert json.loads(FILES["record.json"])["release"]["version"] == "1.0.0"


def test_the_head_of_the_description_says_what_it_is_whose_and_of_which_day():
    found = descriptor(RECORD, FILES)
    assert len(found.pop("resources")) == len(TABLES) + 2
    description = found.pop("description").split("\n\n")
    assert description[0] == (
        "What inspectorates found, graded and asked for, and what was said in answer. Edition "
        "1.0.0, as known on 1 December 2025; public pages were last searched in November 2025."
    )
    assert description[1].startswith("Independent; not made, checked or endorsed by")
    assert description[2].endswith(f"({LICENCE}). The sentences are ours.")
    assert "apostrophe" in description[4]
    identity = found.pop("id")
    assert len(identity) == 36
    assert found == {
        "profile": "data-package",
        "name": "inspection-history",
        "title": "Inspection History: Eastshire Police and Westshire Police",
        "version": "1.0.0",
        "created": "2025-12-01T00:00:00Z",
        "licenses": [
            {
                "name": "OGL-UK-3.0",
                "title": "Open Government Licence v3.0, for facts from the inspectorate's reports",
                "path": LICENCE,
            }
        ],
        "sources": [
            {"title": "Reports of HMIC, HMICFRS and the inspectorates they worked with"},
            {"title": "Every source by itself, with its address", "path": "sources.csv"},
        ],
        "keywords": [
            "police", "inspection", "child protection", "PEEL", "HMIC", "HMICFRS", "Eastshire",
            "Westshire",
        ],
    }  # fmt: skip


def test_a_table_is_described_down_to_its_columns():
    content = FILES["case-audits.csv"]
    assert resource("case-audits") == {
        "profile": "tabular-data-resource",
        "name": "case-audits",
        "path": "case-audits.csv",
        "title": "Case audits",
        "description": "Case files examined and graded. Samples, not rates.",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": {
            "fields": [
                {
                    "name": "inspection", "type": "string", "description": "Id of the inspection.",
                    "constraints": {"required": True},
                },
                {"name": "force", "type": "string", "description": "Id of the force."},
                {"name": "total", "type": "integer", "description": "Files examined."},
                {"name": "good", "type": "integer", "description": "Files good."},
                {
                    "name": "requires_improvement", "type": "integer",
                    "description": "Files requiring improvement.",
                },
                {"name": "inadequate", "type": "integer", "description": "Files inadequate."},
                {
                    "name": "note", "type": "string",
                    "description": "What a reader needs to know besides.",
                },
                {
                    "name": "sources", "type": "string",
                    "description": "Ids of the sources, separated by semicolons.",
                },
                {
                    "name": "data_version", "type": "string",
                    "description": "Edition of the record the row is from.",
                },
                {
                    "name": "as_known_on", "type": "date",
                    "description": "Day whose public knowledge the row stands for.",
                },
            ],
            "missingValues": [""],
            "primaryKey": ["inspection"],
            "foreignKeys": [
                {
                    "fields": ["inspection"],
                    "reference": {"resource": "inspections", "fields": ["id"]},
                },
                {"fields": ["force"], "reference": {"resource": "forces", "fields": ["id"]}},
            ],
        },
    }  # fmt: skip


def test_columns_say_their_closed_list_their_yes_and_no_and_how_closely_a_date_is_known():
    fields = {
        (name, field["name"]): field
        for name in ("recommendations", "register", "inspections")
        for field in resource(name)["schema"]["fields"]
    }
    assert fields["recommendations", "kind"]["constraints"] == {
        "enum": ["cause-of-concern", "recommendation", "area-for-improvement"]
    }
    went_back = fields["register", "went_back"]
    assert [went_back[name] for name in ("type", "trueValues", "falseValues")] == [
        "boolean", ["yes"], ["no"],
    ]  # fmt: skip
    published = fields["inspections", "published"]
    assert (published["type"], published["constraints"]) == (
        "string", {"pattern": "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"},
    )  # fmt: skip


def test_a_table_refers_to_itself_by_an_empty_name_and_no_key_is_claimed_where_there_is_none():
    refers = {
        key["fields"][0]: key["reference"]["resource"]
        for key in resource("inspections")["schema"]["foreignKeys"]
    }
    assert refers == {
        "force": "forces",
        "programme": "programmes",
        "cycle": "cycles",
        "follows": "",
    }
    assert "primaryKey" not in resource("due-dates")["schema"]
    assert resource("grades")["schema"]["primaryKey"] == ["inspection", "question"]


@pytest.mark.parametrize(
    ("name", "path", "mediatype"),
    [
        ("record-json", "record.json", "application/json"),
        ("record-yaml", "record.yaml", "application/yaml"),
    ],
)
def test_the_whole_is_described_without_columns(name, path, mediatype):
    found = resource(name)
    assert (found["path"], found["mediatype"]) == (path, mediatype)
    assert found["hash"] == f"sha256:{hashlib.sha256(FILES[path]).hexdigest()}"
    assert found["bytes"] == len(FILES[path])
    assert "schema" not in found


def test_the_same_record_gives_the_same_bytes_and_another_record_another_id():
    assert data_files(s.record(*RECORD.inspections), TEXTS) == FILES
    other = json.loads(data_files(s.record(OLD), TEXTS)["datapackage.json"])
    assert other["id"] != json.loads(FILES["datapackage.json"])["id"]


def test_a_past_day_gives_the_tables_of_that_day_and_the_whole_texts():
    then = data_files(as_known_on(RECORD, dt.date(2017, 1, 1)), TEXTS)
    head, *lines = cells(then["inspections.csv"])
    assert [(line[0], line[head.index("as_known_on")]) for line in lines] == [
        ("eastshire-2016", "2017-01-01")
    ]
    assert json.loads(then["record.json"])["as_known_on"] == "2017-01-01"
    assert then["record.yaml"] == FILES["record.yaml"]
    assert "as known on 1 January 2017" in json.loads(then["datapackage.json"])["description"]


def test_the_only_address_in_the_description_is_that_of_the_licence():
    described = FILES["datapackage.json"].decode()
    assert described.count("http") == described.count(LICENCE) == 2
    assert described.count("://") == 2


def test_a_text_that_a_spreadsheet_would_run_stays_harmless():
    head, first, *_ = cells(FILES["findings.csv"])
    assert first[head.index("summary")] == "'=SUM(A1) is no formula."


def test_a_checker_refuses_every_cell_that_breaks_its_tables_word_and_no_other(tmp_path):
    broken = (
        ("findings", 2, "id", "e-1", "primary-key"),
        ("findings", 3, "id", "", "primary-key"),
        ("findings", 4, "inspection", "nowhere-2022", "foreign-key"),
        ("findings", 5, "kind", "worry", "constraint-error"),
        ("findings", 6, "numerator", "four", "type-error"),
        ("findings", 7, "as_known_on", "2025-12", "type-error"),
        ("inspections", 1, "published", "December 2016", "constraint-error"),
        ("inspections", 2, "follows", "eastshire-2015", "foreign-key"),
        ("programmes", 1, "narrow", "perhaps", "type-error"),
    )
    files = with_cells_changed([change[:4] for change in broken])
    found = errors(tmp_path, {**files, "record.json": FILES["record.json"] + b" "})
    assert found == {(table, number, kind) for table, number, _, _, kind in broken} | {
        ("findings", 3, "constraint-error"),  # a key must be given, besides being the only one
        ("record-json", 0, "hash-count"),
        ("record-json", 0, "byte-count"),
    }
