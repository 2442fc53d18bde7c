"""Open data: stamped rows, safe cells, the whole as JSON."""

import csv
import datetime as dt
import io
import json

import pytest

from inspection.exports import file_name, tables, whole_json, whole_yaml
from inspection.model import Record
from inspection.places import joined, plain
from inspection.reading import read_text
from tests.inspection import samples as s

RECORD = s.record(
    s.inspection(
        findings=(
            s.finding(
                "e-1",
                summary="=SUM(A1) is no formula.",
                measure={"numerator": 4, "denominator": 6, "unit": "cases"},
            ),
        ),
        grades=(s.grade(value="good"), s.grade("victim-service", empty="not-graded")),
        responses=(
            s.response(
                themes=("missing-children", "risk-recognition"),
                commitments=(s.commitment("e-p1", theme="missing-children"), s.commitment("e-p2")),
            ),
        ),
    )
)


def rows(name: str, day: dt.date | None = None) -> list[dict[str, str]]:
    return rows_of(RECORD, name, day)


def rows_of(record: Record, name: str, day: dt.date | None = None) -> list[dict[str, str]]:
    table = next(t for t in tables(record, day) if t.name == name)
    return list(csv.DictReader(io.StringIO(table.csv())))


def test_every_row_says_its_edition_and_its_day():
    for table in tables(RECORD):
        names = table.names
        assert names[-2:] == ["data_version", "as_known_on"]
        assert {row[-2:] for row in table.rows} <= {("1.0.0", "2025-12-01")}
        assert {len(row) for row in table.rows} <= {len(names)}
    assert rows("findings", dt.date(2023, 1, 1))[0]["as_known_on"] == "2023-01-01"


def test_a_finding_keeps_its_numbers_as_numbers_and_its_text_harmless():
    (row,) = rows("findings")
    assert (row["numerator"], row["denominator"], row["measure"]) == ("4", "6", "4 of 6 cases")
    assert row["summary"] == "'=SUM(A1) is no formula."


def test_a_grade_is_a_grade_or_a_kind_of_empty():
    assert [(r["question"], r["grade"], r["empty"]) for r in rows("grades")] == [
        ("investigating-crime", "good", ""),
        ("victim-service", "", "not-graded"),
    ]


def test_an_answer_gives_all_its_themes_and_a_promise_its_one_or_none():
    assert [row["themes"] for row in rows("responses")] == ["missing-children; risk-recognition"]
    assert [(row["id"], row["theme"]) for row in rows("commitments")] == [
        ("e-p1", "missing-children"),
        ("e-p2", ""),
    ]


def test_a_statement_gives_what_it_says_and_what_that_rests_on():
    said = {"voice": "inspectorate", "date": "2023-05", "says": "addressed", "rests_on": ["e-1"]}
    on_it = s.statement("e-s1", **said)
    undated = s.statement("e-s2", undated="The page carries no date.")
    asked = s.recommendation(statements=[on_it])
    found = s.inspection(findings=[s.finding()], recommendations=[asked], statements=[undated])
    columns = ("recommendation", "date", "undated", "says", "rests_on")
    assert [[row[name] for name in columns] for row in rows_of(s.record(found), "statements")] == [
        ["", "", "The page carries no date.", "", ""],
        ["e-r1", "2023-05", "", "addressed", "e-1"],
    ]


def test_a_promise_gives_its_kind_who_kept_it_and_who_says_what_of_it():
    outcomes = [
        {"summary": "It came.", "voice": "force", "sources": s.SOURCES},
        {"summary": "It was done.", "voice": "other", "says": "addressed", "sources": s.SOURCES},
    ]
    kept = s.commitment(kind="revisit", kept_by="eastshire-peel-2022", outcomes=outcomes)
    answer = s.response(
        voice="governing-body",
        reply="formal",
        report="first",
        commitments=[kept, s.commitment("e-p2")],
    )
    record = s.record(
        s.inspection("eastshire-2016", "peel-2016", published="2016-12-08", responses=[answer]),
        s.inspection(),
    )
    columns = ("kind", "kept_by", "outcome", "outcome_voices", "outcome_says")
    assert [[row[name] for name in columns] for row in rows_of(record, "commitments")] == [
        ["revisit", "eastshire-peel-2022", "It came. It was done.", "force; other"]
        + ["neither; addressed"],
        ["", "", "", "", ""],
    ]
    (replied,) = rows_of(record, "responses")
    assert (replied["reply"], replied["report"]) == ("formal", "first")


def test_a_grade_says_with_which_cycles_it_may_be_compared():
    old = s.inspection("eastshire-2016", "peel-2016", grades=(s.grade("investigating", "good"),))
    record = s.record(old, *RECORD.inspections)
    table = next(t for t in tables(record) if t.name == "grades")
    place = table.names.index("comparable_cycles")
    assert {row[2]: row[place] for row in table.rows} == {"peel-2016": "peel-2017", "peel-2022": ""}


def test_every_column_is_described_and_every_table_has_a_name_of_its_own():
    found = tables(RECORD)
    assert len({t.name for t in found}) == len(found)
    assert all(column.about.endswith(".") for t in found for column in t.columns)


def test_the_whole_can_be_read_back_from_json():
    whole = json.loads(whole_json(RECORD, dt.date(2023, 1, 1)))
    assert whole["as_known_on"] == "2023-01-01"
    assert whole["release"]["version"] == "1.0.0"
    assert whole["inspections"][0]["findings"][0]["id"] == "e-1"


def test_a_file_is_named_by_table_edition_and_day():
    assert file_name(RECORD, "findings", "csv") == (
        "inspection-history-findings-v1.0.0-as-known-on-2025-12-01.csv"
    )


def test_a_recurring_theme_gives_its_figures_with_both_denominators():
    looks = [
        s.inspection(
            f"eastshire-{year}", "cp-2014", published=f"{year}-06-30",
            findings=(s.finding(f"e-{year}", kind=kind),),
        )
        for year, kind in ((2013, "concern"), (2016, "progress"), (2018, "concern"))
    ]  # fmt: skip
    table = next(t for t in tables(s.record(*looks)) if t.name == "recurring-issues")
    row = next(csv.DictReader(io.StringIO(table.csv())))
    del row["sentence"], row["data_version"], row["as_known_on"]
    assert row == {
        "force": "eastshire", "theme": "missing-children", "theme_name": "Missing children",
        "raised": "2", "looked_at": "3", "not_known": "0", "episodes_raised": "2",
        "episodes_looked_at": "3", "raised_narrow": "0", "span_years": "5", "longest_run": "1",
        "first_raised": "published 30 June 2013", "last_raised": "published 30 June 2018",
        "last_look": "eastshire-2018", "last_state": "raised", "returned": "1",
    }  # fmt: skip


def test_the_whole_as_yaml_joins_a_list_that_several_files_have():
    base = (
        "# yaml-language-server: $schema=schema.json\n# Head.\n\nforces:\n- id: a\n\nsources: []\n"
    )
    more = "forces: # more\n  - id: b\n    name: B\ninspections:\n- id: i\n"
    assert whole_yaml([("base.yaml", base), ("more.yaml", more)]) == (
        "# ---- base.yaml ----\n# Head.\n\nforces:\n- id: a\n"
        "# ---- more.yaml ----\n- id: b\n  name: B\n"
        "inspections:\n- id: i\n"
    )


ODD = {
    "a name in quotes": '"sources":\n- id: a\n',
    "a blank before the colon": "sources :\n- id: a\n",
    "indented as a whole": "  sources:\n  - id: a\n",
    "a mark of a document": "---\nsources:\n- id: a\n",
    "an end of a document": "sources:\n- id: a\n...\n",
    "a tag and an indented list": "sources:\n  - id: !!str a\n",
    "text in quotes at the margin": 'sources:\n- id: "a\nb: c"\n',
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_however_a_file_is_written_the_whole_reads_as_its_values(text):
    base = "forces:\n- id: f\nsources:\n- id: s\n"
    for texts in (
        [("base.yaml", base), ("odd.yaml", text)],
        [("odd.yaml", text), ("b.yaml", base)],
    ):
        whole, problems = read_text(whole_yaml(texts), "")
        assert problems == []
        assert plain(whole) == plain(joined(read_text(part, "")[0] for _, part in texts))
