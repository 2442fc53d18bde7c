"""The published record as a Data Package, judged by a checker that did not make it."""

import csv
import datetime as dt
import io
import json
from pathlib import Path

import frictionless
import pytest

from inspection.data_package import data_files
from inspection.dataset import load_record, texts
from inspection.knowing import as_known_on
from inspection.open_tables import TABLES

TEXTS = texts(Path(__file__).parents[2] / "data")


@pytest.mark.parametrize("day", [None, dt.date(2019, 7, 24)], ids=["whole", "2019-07-24"])
def test_a_checker_finds_nothing_wrong_in_any_table(published_record, tmp_path, day):
    for name, content in data_files(as_known_on(published_record, day), TEXTS).items():
        (tmp_path / name).write_bytes(content)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert [str(error) for task in report.tasks for error in task.errors] == []
    assert report.valid
    checked = {task.name: task.stats.get("rows") for task in report.tasks if task.type == "table"}
    assert list(checked) == [table.name for table in TABLES]
    held = as_known_on(published_record, day).inspections
    assert (checked["inspections"], checked["findings"], checked["grade-changes"] or 0) == (
        len(held),
        sum(len(inspection.findings) for inspection in held),
        sum(len(grade.revisions) for inspection in held for grade in inspection.grades),
    )


def test_two_makings_give_the_same_bytes(published_record):
    assert data_files(published_record, TEXTS) == data_files(published_record, TEXTS)


def test_the_yaml_of_the_package_reads_as_the_same_record(published_record, tmp_path):
    one = tmp_path / "record.yaml"
    one.write_bytes(data_files(published_record, TEXTS)["record.yaml"])
    assert load_record(one) == published_record


def test_every_id_of_several_in_one_cell_is_in_the_table_it_means(published_record):
    """What the standard has no key for: cells with ids separated by semicolons."""
    files = data_files(published_record, TEXTS)
    rows = {
        name.removesuffix(".csv"): list(csv.DictReader(io.StringIO(content.decode())))
        for name, content in files.items()
        if name.endswith(".csv")
    }
    ids = {name: {row.get("id") for row in found} for name, found in rows.items()}
    meant = {
        "sources": "sources", "every_force_sources": "sources", "forces": "forces",
        "themes": "themes", "follows_up": "findings",
        "rests_on": "findings", "inspections": "inspections", "comparable_cycles": "cycles",
        "comparable_with": "cycles", "cycles": "cycles", "perhaps_asked": "cycles",
        "looks_at": "themes", "may_look_at": "themes",
    }  # fmt: skip
    several = {
        (table, field["name"])
        for table in json.loads(files["datapackage.json"])["resources"]
        for table, fields in [(table["name"], table.get("schema", {}).get("fields", []))]
        for field in fields
        if "Ids of" in field["description"] and field["type"] == "string"
    }
    assert {column for _, column in several} == set(meant)
    lost = {
        (table, column, one)
        for table, column in several
        for row in rows[table]
        for one in filter(None, row[column].split("; "))
        if one not in ids[meant[column]]
    }
    assert lost == set()
