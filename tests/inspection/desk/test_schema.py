"""What an editor is offered while typing, read as editors read it: as YAML 1.2, by JSON Schema."""

import copy
import re
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

from inspection.__main__ import main
from inspection.contents import KIND_OF_FIELD
from inspection.dataset import load_record
from inspection.desk.dictionary import kinds
from inspection.desk.guidance import guidance
from inspection.desk.offered import ids_of
from inspection.desk.schema import outdated, schema, schema_text
from inspection.files import looked_at
from inspection.model import Record
from inspection.vocabulary import EmptyKind
from tests.inspection.samples import finding, grade, inspection, record, source, theme

ROOT = Path(__file__).parents[3]
DATA = ROOT / "data"
FILES = sorted([*DATA.glob("*.yaml"), *ROOT.glob("examples/*/*.yaml")])
OUR_RECORD = load_record(DATA)
OURS = schema(OUR_RECORD)


class Core(yaml.SafeLoader):
    """YAML 1.2, as editors read it: 2014 is a number, 2014-03-01 a text, and so are `no` and 12:30."""

    yaml_implicit_resolvers = {}


for _kind, _shape in (
    ("null", r"~|null|Null|NULL|"),
    ("bool", r"true|True|TRUE|false|False|FALSE"),
    ("int", r"[-+]?[0-9]+"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{_kind}", re.compile(rf"^(?:{_shape})$"), None)
Core.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))


def read(text):
    return yaml.load(text, Core)


def refusals(value, of=OURS):
    """Where a schema refuses a file, as dotted paths with the rule that does it."""
    found = Draft7Validator(of).iter_errors(value)
    return sorted({f"{'.'.join(map(str, e.absolute_path))}: {e.validator}" for e in found})


def takes(kind, name, typed):
    """Whether the schema of a field takes a value as it is typed."""
    field = {"$ref": f"#/definitions/{kind.__name__}/properties/{name}"}
    return Draft7Validator({**field, "definitions": OURS["definitions"]}).is_valid(read(typed))


SOUND = read(
    """
    inspections:
    - id: northumbria-child-protection-2027
      force: northumbria
      title: Title of the report
      programme: child-protection
      cycle: child-protection-2024
      kind: inspection
      inspectorate: HMICFRS
      fieldwork:
        start: 2027-03
        end: 2027
      published: 2027-08-20
      judgement: The whole in one sentence.
      grades:
      - question: cp-leadership
        value: adequate
        sources: [hmicfrs-2027-northumbria]
      findings:
      - id: northumbria-child-protection-2027-f01
        theme: missing-children
        kind: concern
        summary: One sentence of our own.
        measure: {numerator: 3, denominator: 6, unit: missing child cases}
        follows_up: [a-finding-that-is-new]
        sources: [hmicfrs-2027-northumbria]
      sources: [hmicfrs-2027-northumbria]
    national_distributions:
    - id: peel-2015-effectiveness
      cycle: peel-2015
      question: effectiveness
      published: 2016
      counts: {good: 24, inadequate: }
      forces: 43
      basis: National total.
      sources: [peel-2015-national]
    """
)
CASE = ("inspections", 0)
FINDING = (*CASE, "findings", 0)
BROKEN = {
    "a part that is not known": (("inspection",), [], ": additionalProperties"),
    "a field that is not known": ((*CASE, "publisht"), "2027", "inspections.0: additionalProperties"),
    "a list that is a text": ((*CASE, "sources"), "a-source", "inspections.0.sources: type"),
    "a list without an entry": ((*CASE, "sources"), [], "inspections.0.sources: minItems"),
    "an id twice": ((*CASE, "sources"), ["a", "a"], "inspections.0.sources: uniqueItems"),
    "an id with capitals": ((*CASE, "id"), "Northumbria-2027", "inspections.0.id: pattern"),
    "a field with nothing": ((*CASE, "title"), None, "inspections.0.title: type"),
    "a text of no length": ((*CASE, "title"), "", "inspections.0.title: minLength"),
    "a date the wrong way round": (
        (*CASE, "published"), "20/08/2027", "inspections.0.published: pattern"
    ),
    "a thirteenth month": ((*CASE, "published"), "2027-13", "inspections.0.published: pattern"),
    "a year of two figures": ((*CASE, "published"), 27, "inspections.0.published: minimum"),
    "a programme that is not there": (
        (*CASE, "programme"), "childprotection", "inspections.0.programme: enum"
    ),
    "a cycle that is not there": ((*CASE, "cycle"), "cp-2027", "inspections.0.cycle: enum"),
    "a theme that is not there": (
        (*FINDING, "theme"), "missing-kids", "inspections.0.findings.0.theme: enum"
    ),
    "a kind that is not a word": (
        (*FINDING, "kind"), "weakness", "inspections.0.findings.0.kind: enum"
    ),
    "a measure in words": (
        (*FINDING, "measure"), "3 of 6", "inspections.0.findings.0.measure: type"
    ),
    "a number in words": (
        (*FINDING, "measure", "numerator"), "three",
        "inspections.0.findings.0.measure.numerator: type",
    ),
    "a denominator of nothing": (
        (*FINDING, "measure", "denominator"), 0,
        "inspections.0.findings.0.measure.denominator: minimum",
    ),
    "a grade on no scale": (
        (*CASE, "grades", 0, "value"), "adaquate", "inspections.0.grades.0.value: enum"
    ),
    "a question that is not there": (
        (*CASE, "grades", 0, "question"), "leader", "inspections.0.grades.0.question: enum"
    ),
    "a count of no grade": (
        ("national_distributions", 0, "counts", "fair"), 1,
        "national_distributions.0.counts: additionalProperties",
    ),
}  # fmt: skip


def test_each_kind_of_id_that_a_field_can_hold_is_offered():
    assert set(KIND_OF_FIELD.values()) | {"grade"} == set(ids_of(record()))


def test_the_schema_is_one_itself():
    Draft7Validator.check_schema(OURS)
    Draft7Validator.check_schema(schema(record()))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_data_file_is_right_by_it_and_names_it_in_its_first_line(file):
    text = file.read_text(encoding="utf-8")
    named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
    assert named
    assert (file.parent / named[1]).resolve() == DATA / "schema.json"
    assert refusals(read(text)) == []


def test_the_schema_beside_the_data_files_is_that_of_the_record():
    assert outdated(looked_at(DATA).files, OUR_RECORD) is None, "run `make docs`"


def test_what_is_sound_is_taken_though_its_sources_and_findings_are_new():
    assert refusals(SOUND) == []


@pytest.mark.parametrize(("path", "value", "refused"), BROKEN.values(), ids=BROKEN)
def test_what_is_broken_is_refused_where_it_stands(path, value, refused):
    broken = copy.deepcopy(SOUND)
    inner = broken
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    assert refusals(broken) == [refused]


@pytest.mark.parametrize("name", ["force", "title", "cycle", "judgement", "sources"])
def test_a_field_that_must_be_there_is_missed(name):
    broken = copy.deepcopy(SOUND)
    del broken["inspections"][0][name]
    assert refusals(broken) == ["inspections.0: required"]


def test_a_text_of_figures_alone_needs_no_quotes_as_in_the_check():
    numbered = copy.deepcopy(SOUND)
    numbered["inspections"][0]["title"] = read("2027")
    assert refusals(numbered) == []


def test_the_force_of_another_folder_is_not_refused_but_a_name_in_its_place_is():
    other = copy.deepcopy(SOUND)
    other["inspections"][0]["force"] = "gloucestershire"
    assert refusals(other) == []
    other["inspections"][0]["force"] = "Gloucestershire"
    assert refusals(other) == ["inspections.0.force: anyOf"]


def test_a_statement_needs_neither_id_nor_speaker_which_are_made():
    said = {"voice": "force", "date": "2026-01", "summary": "It said so.", "sources": ["a"]}
    asked = {"id": "r1", "kind": "recommendation", "theme": "missing-children", "summary": "Do."}
    whole = copy.deepcopy(SOUND)
    whole["inspections"][0]["recommendations"] = [{**asked, "sources": ["a"], "statements": [said]}]
    assert refusals(whole) == []


def test_every_good_example_is_taken_and_every_bad_one_that_a_field_can_see_is_refused():
    told = [
        (kind, name, guidance(kind, name))
        for kind in kinds()
        if kind is not Record
        for name in kind.model_fields
    ]
    refused = [(k, n, good) for k, n, one in told for good in one.good if not takes(k, n, good)]
    assert refused == []
    bad = [(k, n, typed) for k, n, one in told for typed in one.bad if typed.refused]
    assert [(k.__name__, n, typed) for k, n, typed in bad if takes(k, n, typed)] == []
    assert len(bad) > 200


def test_every_field_is_told_in_the_words_of_the_dictionary():
    for kind in kinds():
        part = OURS if kind is Record else OURS["definitions"][kind.__name__]
        assert set(part["properties"]) == set(kind.model_fields)
        for name, field in part["properties"].items():
            told = guidance(kind, name)
            lines = field["markdownDescription"].split("\n\n")
            assert lines == [told.meaning, *told.examples]
            assert field["description"] == field["markdownDescription"].replace("`", "")


def test_a_hover_tells_good_and_bad_and_what_each_word_means():
    part = schema(record())["definitions"]["Grade"]["properties"]["empty"]
    assert part["markdownDescription"] == (
        "Why there is no grade; stands in the place of `value`.\n\n"
        "Good: `not-graded`, `not-found`\n\n"
        "Not: `n/a` (say which kind of empty it is)\n\n"
        "Not: `not-inspected` (where a grade may exist that we looked for and did not find, it is "
        "not-found; where nobody has looked yet, it is not-entered)"
    )
    assert part["enum"] == [word.value for word in EmptyKind]
    date = schema(record())["definitions"]["GradeRevision"]["properties"]["date"]
    assert date["patternErrorMessage"] == "Write YYYY-MM-DD, YYYY-MM or YYYY."
    assert part["enumDescriptions"][0] == "Not inspected. The inspection did not look at this."


def test_ids_are_offered_with_their_names_in_the_order_of_the_record():
    told = inspection(findings=(finding("e-1"),), grades=(grade(value="good"),))
    definitions = schema(record(told, sources=(source("a", published="2025-11"),)))["definitions"]
    assert definitions["theme-ids"]["enum"] == [
        "missing-children",
        "risk-recognition",
        "investigating-crime",
    ]
    assert definitions["theme-ids"]["enumDescriptions"][0] == "Missing children. Missing children."
    assert definitions["cycle-ids"]["enumDescriptions"][0] == "child-protection: Cycle cp-2014"
    assert definitions["grade-ids"]["enum"][-1] == "adequate"
    assert definitions["grade-ids"]["enumDescriptions"] == [
        *["On: four-grades; five-grades"] * 4,
        "On: five-grades",
    ]
    listed, other = definitions["source-ids"]["anyOf"]
    assert listed == {
        "enum": ["a"],
        "enumDescriptions": ["Title of a. The inspectorate, November 2025"],
    }
    assert other["patternErrorMessage"] == "Use small letters, figures and hyphens."
    assert definitions["finding-ids"]["anyOf"][0]["enum"] == ["e-1"]
    assert definitions["inspection-ids"]["anyOf"][0]["enumDescriptions"] == [
        "Report eastshire-peel-2022, 15 September 2022"
    ]


def test_what_a_record_has_none_of_yet_may_be_any_id():
    assert schema(record())["definitions"]["indicator-ids"]["type"] == "string"
    assert "enum" not in schema(record())["definitions"]["indicator-ids"]


def test_every_list_of_words_explains_each_and_nothing_is_offered_as_a_value_that_is_no_fact():
    def walk(inner):
        if isinstance(inner, dict):
            yield inner
        for value in inner.values() if isinstance(inner, dict) else inner:
            if isinstance(value, (dict, list)):
                yield from walk(value)

    everything = [part for part in walk(OURS) if isinstance(part, dict)]
    listed = [part for part in everything if isinstance(part.get("enum"), list)]
    assert len(listed) > 20
    assert [part for part in listed if len(part["enum"]) != len(part["enumDescriptions"])] == []
    assert not [part for part in everything if "examples" in part or "default" in part]


# The schema in its file.


def folder_with(made, folder):
    """A folder with one data file and the schema of a record beside it."""
    (folder / "one.yaml").write_text("release:\n", encoding="utf-8")
    (folder / "schema.json").write_text(schema_text(made), encoding="utf-8")
    return folder


def test_a_schema_that_is_not_that_of_the_record_is_told_with_its_mend(tmp_path):
    folder = tmp_path / "x"
    folder.mkdir()
    files = looked_at(folder_with(record(), folder)).files
    assert outdated(files, record()) is None
    (folder / "~$one.yaml").write_bytes(b"\x05 is kept here by a word processor")
    more = record(themes=(*record().themes, theme("domestic-abuse", "all-policing")))
    found = outdated(files, more)
    assert str(found) == (
        "x/schema.json:1:1  S15  (warning) Editors are told of other fields or words than those of "
        "this record. Run `python -m inspection schema x/schema.json`."
    )


def test_the_mend_names_the_schema_as_the_record_was_asked_for(tmp_path, monkeypatch):
    (tmp_path / "a" / "b").mkdir(parents=True)
    folder_with(OUR_RECORD, tmp_path / "a" / "b")
    monkeypatch.chdir(tmp_path)
    found = outdated(looked_at(Path("a/b")).files, record())
    assert (found.file, found.hint) == (
        "a/b/schema.json",
        "Run `python -m inspection schema a/b/schema.json`.",
    )


def test_a_schema_may_lag_behind_in_sources_inspections_and_findings(tmp_path):
    files = looked_at(folder_with(record(), tmp_path)).files
    told = inspection(findings=(finding("e-1"),))
    assert outdated(files, record(told, sources=(source("the-report"), source("new")))) is None


@pytest.mark.parametrize("raw", [b"", b"[]", b"{}", b"\xff", b'{"definitions": 1}'])
def test_a_file_of_that_name_that_is_no_schema_is_told(raw, tmp_path):
    folder = folder_with(record(), tmp_path)
    (folder / "schema.json").write_bytes(raw)
    found = outdated(looked_at(folder).files, record())
    assert (found.code, found.severity) == ("S15", "warning")


def test_nothing_is_said_where_no_schema_stands_or_only_a_part_of_the_folder_was_read(tmp_path):
    files = looked_at(folder_with(OUR_RECORD, tmp_path)).files
    assert outdated(files, record()) is not None
    (tmp_path / "two.yaml").write_text("sources:\n", encoding="utf-8")
    assert outdated(files, record()) is None
    (tmp_path / "two.yaml").unlink()
    (tmp_path / "schema.json").unlink()
    assert outdated(files, record()) is None


# At the command line.

ONE_FORCE = """\
release: {version: 1.0.0, released_on: 2026-01-02, last_looked_on: 2026-01}
forces:
- {id: kent, name: Kent Police, short_name: Kent}
programmes:
- id: peel
  name: PEEL
  short_name: PEEL
  about: All of it.
  family: all-policing
  cycles:
  - id: peel-2026
    name: '2026'
    method: In words.
    comparability: Nothing is graded.
    comparability_basis: our-reading
    looks_at: [leadership]
    sources: [a]
themes:
- {id: leadership, name: Leadership, about: Who leads., family: all-policing}
sources:
- {id: a, title: A report, publisher: The inspectorate}
"""


def test_the_command_prints_it_or_writes_it(tmp_path, capsys):
    assert main(["schema"], {}) == 0
    printed = capsys.readouterr().out
    assert printed == schema_text(OUR_RECORD)
    assert main(["schema", str(tmp_path / "schema.json")], {}) == 0
    assert (tmp_path / "schema.json").read_text(encoding="utf-8") == printed
    assert [file.name for file in tmp_path.iterdir()] == ["schema.json"]


def test_a_schema_is_that_of_the_record_in_its_own_folder_unless_another_is_named(tmp_path):
    (tmp_path / "one.yaml").write_text(ONE_FORCE, encoding="utf-8")
    document = tmp_path / "schema.json"
    assert main(["schema", str(document)], {}) == 0
    assert document.read_text(encoding="utf-8") == schema_text(load_record(tmp_path))
    assert main(["schema", str(document), "--data", str(DATA)], {}) == 0
    assert document.read_text(encoding="utf-8") == schema_text(OUR_RECORD)


def test_a_data_file_is_never_written_over(tmp_path, capsys):
    data = tmp_path / "sources.yaml"
    data.write_text("sources: []\n", encoding="utf-8")
    assert main(["schema", str(data), "--data", str(DATA)], {}) == 2
    assert capsys.readouterr().err == (
        "sources.yaml was not written: its name has to end in .json.\n"
    )
    assert data.read_text(encoding="utf-8") == "sources: []\n"


def test_where_it_cannot_be_written_is_said(tmp_path, capsys):
    assert main(["schema", str(tmp_path / "none" / "schema.json")], {}) == 2
    assert capsys.readouterr().err == ("schema.json was not written: no such file or directory.\n")


def test_a_schema_that_is_a_link_is_left(tmp_path, capsys):
    (tmp_path / "other.json").write_text("{}", encoding="utf-8")
    (tmp_path / "schema.json").symlink_to(tmp_path / "other.json")
    assert main(["schema", str(tmp_path / "schema.json"), "--data", str(DATA)], {}) == 2
    assert capsys.readouterr().err == (
        "schema.json was not written: it is a link, name the file that it leads to.\n"
    )
    assert (tmp_path / "other.json").read_text(encoding="utf-8") == "{}"


def test_a_record_with_faults_gives_none(tmp_path, capsys):
    (tmp_path / "one.yaml").write_text("sources:\n- id: A B\n", encoding="utf-8")
    document = tmp_path / "schema.json"
    assert main(["schema", str(document), "--data", str(tmp_path)], {}) == 1
    assert capsys.readouterr().err == (
        "Nothing was written: the record has faults; "
        f"`python -m inspection check {tmp_path}` says which.\n"
    )
    assert not document.exists()


def test_paths_with_a_blank_in_them_are_told_in_quotes(tmp_path, capsys):
    folder = tmp_path / "my data"
    folder.mkdir()
    found = outdated(looked_at(folder_with(OUR_RECORD, folder)).files, record())
    assert found.hint == "Run `python -m inspection schema 'my data/schema.json'`."
    assert main(["schema", "--data", str(folder)], {}) == 1
    assert capsys.readouterr().err == (
        "Nothing was written: the record has faults; "
        f"`python -m inspection check '{folder}'` says which.\n"
    )


def test_the_check_tells_of_it_and_still_finds_the_record_sound(tmp_path, capsys):
    for file in DATA.glob("*.yaml"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "schema.json").write_text(schema_text(record()), encoding="utf-8")
    assert main(["check", str(tmp_path)], {}) == 0
    assert "/schema.json:1:1  S15  (warning) Editors are told" in capsys.readouterr().out
