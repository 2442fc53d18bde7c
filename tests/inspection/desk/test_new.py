"""`python -m inspection new`: what is written where, what is said, and what is refused."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
import yaml

from inspection.dataset import examine
from tests.inspection.desk.new_record import REPORT, TODAY, in_files, new, texts
from tests.inspection.samples import (
    commitment,
    correction,
    finding,
    inspection,
    recommendation,
    response,
    source,
)

PCC = "police-and-crime-commissioner"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return in_files(tmp_path / "data")


def ids(folder: Path, part: str) -> list[str]:
    """The ids of a list of the record, file after file."""
    return [
        entry["id"]
        for file in sorted(folder.glob("*.yaml"))
        for entry in yaml.safe_load(file.read_text("utf-8")).get(part, [])
    ]


def test_an_inspection_stands_after_the_last_of_its_force_that_is_no_later(folder: Path) -> None:
    assert new("inspection", folder, **REPORT) == 0
    assert new("inspection", folder, **REPORT | {"published": "2016"}) == 0
    assert new("inspection", folder, **REPORT | {"published": "2024-05"}) == 0
    assert ids(folder, "inspections") == [
        "eastshire-peel-2016-2",
        "eastshire-peel-2016",
        "eastshire-peel-2023",
        "eastshire-peel-2024",
        "eastshire-peel-2024-05",
    ]


def test_its_source_stands_in_the_order_of_the_ids(folder: Path) -> None:
    assert new("inspection", folder, **REPORT, address="https://history.example/x") == 0
    assert ids(folder, "sources") == [
        "a-report",
        "eastshire-peel-2023-report",
        "the-report",
        "z-report",
    ]
    added = yaml.safe_load((folder / "sources.yaml").read_text("utf-8"))["sources"][1]
    assert added == {
        "id": "eastshire-peel-2023-report",
        "title": "A report",
        "publisher": "HMICFRS",
        "published": "2023-10",
        "url": "https://history.example/x",
    }


def test_a_source_goes_to_the_end_where_they_are_in_no_order(folder: Path) -> None:
    file = folder / "sources.yaml"
    file.write_text(file.read_text("utf-8").replace("a-report", "zz-report"), "utf-8")
    assert new("inspection", folder, **REPORT) == 0
    assert ids(folder, "sources")[-1] == "eastshire-peel-2023-report"


def test_a_source_of_the_record_is_named_and_not_described_again(folder: Path) -> None:
    before = texts(folder)
    assert new("inspection", folder, **REPORT, source="z-report") == 0
    assert texts(folder)["sources.yaml"] == before["sources.yaml"]
    assert b"\n  sources: [z-report]\n" in texts(folder)["inspections.yaml"]


def test_every_line_that_stood_there_stands_there_still(folder: Path) -> None:
    file = folder / "inspections.yaml"
    hand_made = file.read_text("utf-8").replace("  force:", "  # By hand.\n  force:   ")
    file.write_bytes(hand_made.replace("\n", "\r\n").encode("utf-8"))
    file.chmod(0o640)
    assert new("inspection", folder, **REPORT) == 0
    lines = file.read_bytes().decode("utf-8").split("\r\n")
    begins = lines.index("## Fill in what is empty. A line behind `# ` counts once the `# ` is taken "
                         "away; one like this")  # fmt: skip
    ends = lines.index("  sources: [eastshire-peel-2023-report]")
    assert lines[:begins] + lines[ends + 1 :] == hand_made.split("\n")
    assert file.stat().st_mode & 0o777 == 0o640


def test_what_was_done_is_said_with_lines_and_next_steps(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new("inspection", folder, **REPORT) == 0
    said = capsys.readouterr().out
    lines = (folder / "inspections.yaml").read_text("utf-8").splitlines()
    entry, empty = lines.index("- id: eastshire-peel-2023") + 1, lines.index("  judgement:") + 1
    assert said == (
        f"data/inspections.yaml:{entry}: inspection eastshire-peel-2023 was written.\n"
        "data/sources.yaml:5: source eastshire-peel-2023-report was written.\n"
        "To fill in:\n"
        f"  data/inspections.yaml:{empty}  judgement\n"
        "What stands behind a # may be added; the lines with ## explain. Delete both at will.\n"
        "Then:\n"
        f"  python -m inspection check {folder}\n"
        f"  make run DATA={folder}\n"
        "  http://localhost:8501/inspection?id=eastshire-peel-2023\n"
        "Search for what the force and its governing body said of it. While `last_looked_on` in "
        "data/inspections.yaml is before the report, pages say that nobody has looked since; it is "
        "said of every force.\n"
        "At the end, raise `version` and `released_on` in data/inspections.yaml.\n"
    )


def test_blanks_and_line_breaks_in_an_answer_become_single_blanks(folder: Path) -> None:
    assert new("inspection", folder, **REPORT | {"title": " A\n- id: x\t# b\u2028c "}) == 0
    text = (folder / "inspections.yaml").read_text("utf-8")
    assert "\n  title: 'A - id: x # b c'\n" in text


def test_a_force_begins_a_file_in_the_last_folder_with_the_schema_above(tmp_path: Path) -> None:
    data, other = in_files(tmp_path / "data"), tmp_path / "examples" / "northshire"
    (data / "schema.json").write_text("{}", "utf-8")
    path = f"{data}:{other}"
    before = texts(data)
    assert new("force", path, name="Northshire Constabulary", body_kind=PCC, since="2012-11") == 0
    assert new("inspection", path, **REPORT | {"force": "northshire"}) == 0
    assert new("inspection", path, **REPORT | {"force": "northshire", "published": "2022"}) == 0
    assert texts(data) == before
    text = (other / "northshire.yaml").read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../data/schema.json\n")
    held = yaml.safe_load(text)
    assert list(held) == ["forces", "inspections", "sources"]
    body = held["forces"][0]["governing_bodies"][0]
    assert {name: str(value) for name, value in body.items()} == {
        "id": "northshire-pcc",
        "name": "Northshire Police and Crime Commissioner",
        "kind": PCC,
        "since": "2012-11",
    }
    assert held["forces"][0]["short_name"] == "Northshire"
    assert ids(other, "inspections") == ["northshire-peel-2022", "northshire-peel-2023"]
    assert ids(other, "sources") == ["northshire-peel-2022-report", "northshire-peel-2023-report"]


def test_a_force_goes_to_the_end_of_a_record_of_one_file(folder: Path) -> None:
    file = folder / "vocabulary.yaml"
    assert new("force", file, name="Northshire Police", body_kind=PCC) == 0
    assert ids(folder, "forces") == ["eastshire", "westshire", "northshire"]


def test_a_file_of_that_name_is_not_written_over(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "northshire.yaml").write_text("gaps:\n- id: g\n", "utf-8")
    before = texts(folder)
    assert new("force", folder, name="Northshire Police", body_kind=PCC) == 2
    assert "northshire.yaml already." in capsys.readouterr().err
    assert texts(folder) == before


def test_a_statement_stands_below_those_on_the_recommendation(folder: Path) -> None:
    said = {"voice": "force", "date": "2024-01-12", "says": "progress", "source": "a-report"}
    assert new("statement", folder, "e-r1", **said, summary="It said: more.") == 0
    assert new("statement", folder, "e-r1", **said) == 0
    inspections = yaml.safe_load((folder / "inspections.yaml").read_text("utf-8"))["inspections"]
    asked = inspections[0]["recommendations"][0]
    assert list(asked)[-3:] == ["statements", "note", "sources"]
    first, second = asked["statements"]
    assert first == {
        "voice": "force",
        "date": asked["statements"][0]["date"],
        "says": "progress",
        "summary": "It said: more.",
        "sources": ["a-report"],
    }
    assert second["id"] == "e-r1-2024-01-12-force-2"
    assert second["summary"] is None


def test_a_statement_with_a_new_source_describes_it(folder: Path) -> None:
    said = {"voice": "other", "speaker": "A board", "date": "2024", "publisher": "The Board"}
    assert new("statement", folder, "e-r2", **said, source_title="Minutes") == 0
    assert "the-board-2024" in ids(folder, "sources")
    text = (folder / "inspections.yaml").read_text("utf-8")
    assert "    - voice: other\n      speaker: A board\n      date: '2024'\n" in text


def test_what_the_inspectorate_calls_addressed_asks_for_the_findings(folder: Path) -> None:
    said = {"voice": "inspectorate", "says": "addressed", "date": "2024", "source": "a-report"}
    assert new("statement", folder, "e-r2", **said) == 0
    assert "      rests_on:\n" in (folder / "inspections.yaml").read_text("utf-8")


def test_an_id_that_would_be_too_long_is_shortened(tmp_path: Path) -> None:
    long = f"e-{'x' * 75}"
    asked = inspection("eastshire-peel-2016", "peel-2016", recommendations=[recommendation(long)])
    folder = in_files(tmp_path / "long", inspections=(asked,), corrections=())
    said = {"voice": "governing-body", "date": "2024-01-12", "source": "the-report"}
    assert new("statement", folder, long, **said) == 0
    assert f"    - id: {long}-said\n" in (folder / "inspections.yaml").read_text("utf-8")


def test_a_correction_has_the_next_number_the_day_and_the_next_edition(folder: Path) -> None:
    assert new("correction", folder, "e-1") == 0
    corrections = yaml.safe_load((folder / "inspections.yaml").read_text("utf-8"))["corrections"]
    assert corrections[-1] == {
        "id": "correction-2",
        "date": TODAY,
        "fact": "e-1",
        "was": None,
        "now": None,
        "since": None,
        "mended_in": "1.0.1",
        "asked_by": None,
        "sources": None,
    }


def test_a_first_correction_begins_the_list_beside_the_release(tmp_path: Path) -> None:
    folder = in_files(tmp_path / "data", corrections=())
    assert new("correction", folder, "e-1") == 0
    assert ids(folder, "corrections") == ["correction-1"]


def test_of_a_fact_that_was_taken_out_it_says_what_it_stood_in(folder: Path) -> None:
    assert new("correction", folder, "e-9", stood_in="eastshire-peel-2016") == 0
    text = (folder / "inspections.yaml").read_text("utf-8")
    assert "  fact: e-9\n  removed: true\n  stood_in: eastshire-peel-2016\n" in text
    assert new("inspection", folder, **REPORT, id="eastshire-x") == 0


def test_an_id_of_something_taken_out_is_never_used_again(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new("correction", folder, "eastshire-x", stood_in="eastshire-peel-2016") == 0
    assert new("inspection", folder, **REPORT, id="eastshire-x") == 2
    assert '--id: "eastshire-x" is already in use, or was. Choose another.' in (
        capsys.readouterr().err
    )


def test_two_in_a_row_work_although_the_first_is_not_filled(folder: Path) -> None:
    assert new("inspection", folder, **REPORT) == 0
    assert new("inspection", folder, **REPORT | {"published": "2023-11"}) == 0
    empty = [problem for problem in examine(folder)[1] if problem.code == "F03"]
    assert [problem.path for problem in empty] == [
        "eastshire-peel-2023 > judgement",
        "eastshire-peel-2023-11 > judgement",
    ]


def test_a_dry_run_shows_the_difference_and_writes_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = texts(folder)
    assert new("correction", folder, "e-1", "--dry-run") == 0
    said = capsys.readouterr().out
    assert texts(folder) == before
    assert said.startswith("--- a/data/inspections.yaml\n+++ b/data/inspections.yaml\n@@ ")
    assert "\n+- id: correction-2\n" in said


def test_the_difference_of_a_dry_run_can_be_applied(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = folder / "inspections.yaml"
    file.write_text(file.read_text("utf-8").rstrip("\n"), "utf-8")
    assert new("inspection", folder, "--dry-run", **REPORT | {"published": "2025"}) == 0
    made = capsys.readouterr().out
    patched = subprocess.run(
        ["git", "apply", "--unsafe-paths", "-"],
        input=made.encode(),
        cwd=folder.parent,
        capture_output=True,
        check=False,
    )
    assert patched.returncode == 0, patched.stderr
    by_patch = texts(folder)
    file.write_bytes(by_patch["inspections.yaml"])
    assert "eastshire-peel-2025" in ids(folder, "inspections")


def test_nothing_is_written_into_a_list_in_brackets(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "sources.yaml").write_text("sources: [{id: the-report}]\n", "utf-8")
    before = texts(folder)
    assert new("inspection", folder, **REPORT) == 2
    assert capsys.readouterr().err.startswith('data/sources.yaml:1: "sources" has no line')
    assert texts(folder) == before


def test_a_file_that_cannot_be_read_has_to_be_mended_first(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "x.yaml").write_text("a: b: c\n", "utf-8")
    assert new("inspection", folder, **REPORT) == 2
    assert capsys.readouterr().err.startswith("Mend this first:\ndata/x.yaml:1:5  S04")


def test_a_file_with_nothing_in_it_is_no_hindrance(folder: Path) -> None:
    (folder / "x.yaml").write_text("# Nothing yet.\n", "utf-8")
    assert new("inspection", folder, **REPORT) == 0


def test_a_file_that_cannot_be_written_leaves_everything_as_it_was(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere = tmp_path / "elsewhere.yaml"
    (folder / "sources.yaml").rename(elsewhere)
    (folder / "sources.yaml").symlink_to(elsewhere)
    before = texts(folder)
    assert new("inspection", folder, **REPORT) == 2
    said = capsys.readouterr().err
    assert said.startswith("data/sources.yaml was not written: it is a link")
    assert said.endswith(". Everything stands as it did.\n")
    assert texts(folder) == before


GAPS = """\
gaps:
- {id: same-round, forces: [eastshire], unrecorded: known-to-exist, programme: peel, cycle: peel-2022, what: A.}
- {id: any-report, forces: [eastshire], unrecorded: looked-for, what: B.}
- {id: other-round, forces: [eastshire], unrecorded: looked-for, programme: peel, cycle: peel-2016, what: C.}
- {id: other-force, forces: [westshire], unrecorded: looked-for, programme: peel, what: D.}
- {id: no-report, forces: [eastshire], what: E.}
- {id: long-before, forces: [eastshire], unrecorded: known-to-exist, what: A report of October 2007.}
- {id: the-year-before, forces: [eastshire], unrecorded: known-to-exist, what: A report of 2022.}
- {id: two-before, forces: [eastshire], unrecorded: known-to-exist, what: A report of 2021.}
- {id: years, forces: [eastshire], unrecorded: looked-for, what: A round of 2020-22.}
- {id: all-after, forces: [eastshire], unrecorded: looked-for, what: Any report after 2019.}
"""


def test_the_gaps_that_may_mean_the_new_report_are_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "context.yaml").write_text(GAPS, "utf-8")
    assert new("inspection", folder, **REPORT) == 0
    said = capsys.readouterr().out
    begins = (
        "Where one of these gaps means this report, take it away or say what is still missing:\n"
    )
    assert said.partition(begins)[2].splitlines() == [
        f"  {folder.name}/context.yaml: same-round: A.",
        f"  {folder.name}/context.yaml: any-report: B.",
        f"  {folder.name}/context.yaml: the-year-before: A report of 2022.",
        f"  {folder.name}/context.yaml: years: A round of 2020-22.",
        f"  {folder.name}/context.yaml: all-after: Any report after 2019.",
        "At the end, raise `version` and `released_on` in data/inspections.yaml.",
    ]


def test_a_cycle_without_a_scale_is_told_of_with_what_has_to_be_added(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    without = {"programme": "child-protection", "cycle": "cp-2014", "kind": "inspection"}
    assert new("inspection", folder, **REPORT | without) == 0
    assert (
        "\nThe vocabulary names no scale for cp-2014. If the report grades, add `scale` to the cycle "
        "and the cycle to its questions there first (CONTRIBUTING.md, “A new round”).\n"
    ) in capsys.readouterr().out


def test_nothing_is_said_of_gaps_where_none_may_mean_the_new_report(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new("inspection", folder, **REPORT) == 0
    assert "these gaps" not in capsys.readouterr().out


def test_a_gap_of_another_programme_is_not_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gap = "{id: a-gap, forces: [eastshire], unrecorded: looked-for, programme: child-protection, what: A.}"
    (folder / "context.yaml").write_text(f"gaps:\n- {gap}\n", "utf-8")
    assert new("inspection", folder, **REPORT) == 0
    assert "a-gap" not in capsys.readouterr().out


def test_a_correction_never_gets_the_number_of_an_earlier_one(tmp_path: Path) -> None:
    third = correction("correction-3")
    folder = in_files(tmp_path / "data", corrections=(third,))
    assert new("correction", folder, "e-1") == 0
    assert ids(folder, "corrections") == ["correction-3", "correction-4"]


def test_a_statement_never_gets_the_id_of_another_fact_or_of_one_taken_out(tmp_path: Path) -> None:
    usual = "e-r1-2024-01-12-force"
    said = {"voice": "force", "date": "2024-01-12", "source": "a-report"}
    gone = correction(fact=usual, removed=True, stood_in="eastshire-peel-2016")
    folder = in_files(tmp_path / "data", corrections=(gone,))
    assert new("statement", folder, "e-r1", **said) == 0
    assert f"id: {usual}-2\n" in (folder / "inspections.yaml").read_text("utf-8")
    other = inspection(
        "eastshire-peel-2016",
        "peel-2016",
        findings=[finding(usual)],
        recommendations=[recommendation("e-r1")],
    )
    folder = in_files(tmp_path / "other", inspections=(other,))
    assert new("statement", folder, "e-r1", **said) == 0
    assert f"id: {usual}-2\n" in (folder / "inspections.yaml").read_text("utf-8")


def test_a_path_with_a_blank_in_it_is_told_in_quotes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = in_files(tmp_path / "my data")
    assert new("correction", folder, "e-1") == 0
    told = capsys.readouterr().out
    assert f"\n  python -m inspection check '{folder}'\n" in told
    assert f"\n  make run DATA='{folder}'\n" in told


def test_the_id_of_an_inspection_begins_with_the_whole_id_of_its_force(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new("inspection", folder, **REPORT, id="eastshires-peel-2023") == 2
    assert "begins with its force: eastshire-." in capsys.readouterr().err


def test_a_force_begins_no_second_file_of_a_name_in_another_folder(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "northshire.yaml").write_text("# Nothing yet.\n", "utf-8")
    mine = tmp_path / "mine"
    both = f"{folder}{os.pathsep}{mine}"
    assert new("force", both, name="Northshire Police") == 2
    assert "northshire.yaml already. Add the force to it by hand" in capsys.readouterr().err
    assert not mine.exists()


@pytest.mark.parametrize("day", ["20251001", "2025-W40-3", "2025-10"])
def test_a_day_is_taken_in_one_form_only(
    folder: Path, day: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new("correction", folder, "e-1", since=day) == 2
    assert f'"{day}" is not a day. Write YYYY-MM-DD.' in capsys.readouterr().err


def test_a_name_that_two_have_is_refused_and_neither_is_taken(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    alike = (source(id, title="The same") for id in ("a-report", "the-report"))
    folder = in_files(tmp_path / "data", sources=(*alike, source("z-report")))
    before = texts(folder)
    assert new("correction", folder, "e-1", source="The same") == 2
    assert 'There is no "The same".' in capsys.readouterr().err
    assert texts(folder) == before


@pytest.mark.parametrize(
    ("id", "said"),
    [
        (
            "e-1",
            '"e-1" is a finding of eastshire-peel-2016. A statement is on a recommendation; of '
            "eastshire-peel-2016 there are: e-r1, e-r2.",
        ),
        (
            "eastshire-peel-2016",
            '"eastshire-peel-2016" is an inspection. A statement is on a recommendation; of '
            "eastshire-peel-2016 there are: e-r1, e-r2.",
        ),
        (
            "eastshire-peel-2024",
            '"eastshire-peel-2024" is an inspection. A statement is on a recommendation; of '
            "eastshire-peel-2024 there is none in the record.",
        ),
        (
            "peel",
            '"peel" is no recommendation. A statement is on a recommendation: give the id of one.',
        ),
        ("e-r3", 'There is no "e-r3". Did you mean e-r1, or e-r2?'),
    ],
)
def test_a_statement_on_something_else_is_told_what_that_is_and_what_is_wanted(
    folder: Path, capsys: pytest.CaptureFixture[str], id: str, said: str
) -> None:
    assert new("statement", folder, id, voice="force", date="2024", source="a-report") == 2
    assert capsys.readouterr().err == f"RECOMMENDATION: {said}\n"


def test_of_many_recommendations_eight_are_named_to_choose_from(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = response("e-a1", commitments=[commitment("e-a1-c1")])
    asked = [recommendation(f"e-r{n}") for n in range(1, 11)]
    looked = inspection("eastshire-peel-2024", recommendations=asked, responses=[answer])
    folder = in_files(tmp_path / "data", inspections=(looked,), corrections=())
    for id, what in (("e-a1", "an answer"), ("e-a1-c1", "a commitment")):
        assert new("statement", folder, id, voice="force", date="2024", source="a-report") == 2
        assert capsys.readouterr().err == (
            f'RECOMMENDATION: "{id}" is {what} of eastshire-peel-2024. A statement is on a '
            "recommendation; of eastshire-peel-2024 there are: e-r1, e-r2, e-r3, e-r4, e-r5, e-r6, "
            "e-r7, e-r8 and 2 more.\n"
        )
