"""`python -m inspection check`: what an editor sees in the terminal."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from inspection.__main__ import main
from inspection.desk.canonical import canonical
from inspection.desk.check import PROTECTS
from inspection.problems import CODES
from tests.inspection.samples import (
    finding,
    grade,
    inspection,
    recommendation,
    record,
    response,
    theme,
)

ROOT = Path(__file__).parents[3]
WRONG = ROOT / "tests" / "wrong_data"
DAY = dt.date(2025, 12, 1)
UNUSED = [*record().themes, theme("unused", "both")]
ACCEPTED = {
    "code": "X12",
    "of": "unused",
    "reason": "No report on it has been read yet.",
    "until": "2026-06-01",
}


def written(folder: Path, **parts: object) -> Path:
    """A small sound record as a data file, with these parts in place of its own."""
    looked_into = inspection(
        findings=[finding("e-1"), finding("e-2")],
        grades=[grade(value="good")],
        recommendations=[recommendation()],
        responses=[response()],
    )
    values = record(looked_into, **parts).model_dump(mode="json", exclude_defaults=True)
    (folder / "record.yaml").write_text(canonical(yaml.safe_dump(values)), encoding="utf-8")
    return folder


def test_the_wrong_record_is_told_to_the_letter(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["check", str(WRONG / "record.yaml")], {}, DAY)
    said = capsys.readouterr().out
    assert said == (WRONG / "expected.txt").read_text(encoding="utf-8")
    assert status == 1


def test_a_sound_record_is_told_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["check", str(written(tmp_path))], {})
    assert capsys.readouterr().out == (
        f"{tmp_path}: 2 forces, 1 inspection, 2 findings, 1 grade, 1 recommendation, 1 response, "
        "1 source; data version 1.0.0, 2025-12-01.\n"
    )
    assert status == 0


def test_a_warning_is_told_and_lets_the_record_pass(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["check", str(written(tmp_path, themes=UNUSED))], {})
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].endswith(
        'X12  themes > unused > id: (warning) "unused" is used nowhere. '
        "Take it away unless it is still wanted."
    )
    assert lines[1] == "0 errors, 1 warning"
    assert lines[2] == (
        "A warning that is right as it stands can be accepted: "
        "see accepted_warnings in data/README.md."
    )
    assert lines[3].startswith(f"{tmp_path}: 2 forces")
    assert status == 0


def test_an_accepted_warning_is_counted_and_not_listed_up_to_its_day(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(tmp_path, themes=UNUSED, accepted_warnings=[ACCEPTED])
    assert main(["check", str(tmp_path)], {}, dt.date(2026, 6, 1)) == 0
    first, holdings = capsys.readouterr().out.splitlines()
    assert first == (
        "1 warning is accepted: X12 unused until 1 June 2026: No report on it has been read yet."
    )
    assert holdings.startswith(f"{tmp_path}: 2 forces")


def test_after_its_day_the_warning_and_the_accepting_are_both_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(tmp_path, themes=UNUSED, accepted_warnings=[ACCEPTED])
    assert main(["check", str(tmp_path)], {}, dt.date(2026, 6, 2)) == 0
    lines = [line.split("  ", 1)[-1] for line in capsys.readouterr().out.splitlines()]
    assert lines[:3] == [
        "K03  accepted_warnings > 1 > until: (warning) 1 June 2026 has passed, so X12 is listed "
        "again. Mend what it says, or see that the reason still holds and give a later day.",
        'X12  themes > unused > id: (warning) "unused" is used nowhere. '
        "Take it away unless it is still wanted.",
        "0 errors, 2 warnings",
    ]


def test_a_warning_within_an_inspection_is_accepted_by_the_innermost_id(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    of_one = {"indicator": "seen", "method": "By reading files.", "value": 3, "unit": "children"}
    measured = inspection(
        "eastshire-one", findings=[finding("e-1", measure=of_one), finding("e-2")]
    )
    seen = {"id": "seen", "name": "Seen", "about": "Seen.", "theme": "missing-children"}
    parts = {"inspections": [measured], "indicators": [{**seen, "unit": "children"}]}
    codes = []
    for of in ("eastshire-one", "e-1"):
        entries = [{**ACCEPTED, "code": "A05", "of": of}]
        written(tmp_path, accepted_warnings=entries, **parts)
        main(["check", str(tmp_path)], {}, DAY)
        lines = capsys.readouterr().out.splitlines()
        codes.append([line.split("  ")[1] for line in lines if ".yaml:" in line])
    assert codes == [["K04", "X14", "A05"], ["X14"]]


def test_a_fault_elsewhere_brings_no_accepted_warning_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = inspection(findings=[finding("e-1", theme="thing")])
    written(tmp_path, inspections=[wrong], themes=UNUSED, accepted_warnings=[ACCEPTED])
    assert main(["check", str(tmp_path)], {}, DAY) == 1
    listed, count, accepted = capsys.readouterr().out.splitlines()
    assert "  X03  " in listed
    assert count == "1 error, 0 warnings"
    assert accepted.startswith("1 warning is accepted: X12 unused until 1 June 2026: ")


def test_on_a_pull_request_each_problem_is_a_note_at_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    findings = [finding(f"e-{n}", theme=f"thing{n}") for n in range(7)]
    written(data, inspections=[inspection(findings=findings)], themes=UNUSED)
    monkeypatch.chdir(tmp_path)
    assert main(["check", "data", "--format", "github"], {}, DAY) == 1
    lines = capsys.readouterr().out.splitlines()
    notes = [line for line in lines if line.startswith("::")]
    assert [line.split(" ", 1)[0] for line in notes] == ["::error"] * 5 + ["::warning"]
    assert notes[0].startswith("::error file=data/record.yaml,line=")
    assert notes[0].endswith(
        ",title=X03 eastshire-peel-2022 > findings > e-0 > theme::"
        '"thing0" is not a theme of the vocabulary. '
        "Use one of: missing-children, risk-recognition, investigating-crime, unused."
    )
    assert notes[4].endswith(", unused. And 2 more like it.")
    assert lines[-1] == "7 errors, 1 warning"


def test_both_formats_name_a_file_as_it_is_found_from_where_the_editor_stands(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "examples" / "fourth"
    folder.mkdir(parents=True)
    written(folder, themes=UNUSED)
    for stands, asked, named in (
        (tmp_path, "examples/fourth", "examples/fourth/record.yaml"),
        (tmp_path, "./examples/fourth/record.yaml", "examples/fourth/record.yaml"),
        (folder.parent, "fourth", "fourth/record.yaml"),
        (folder, ".", "record.yaml"),
    ):
        monkeypatch.chdir(stands)
        main(["check", asked], {}, DAY)
        assert capsys.readouterr().out.startswith(f"{named}:")
        main(["check", asked, "--format", "github"], {}, DAY)
        assert capsys.readouterr().out.startswith(f"::warning file={named},line=")
    main(["check", "nothere"], {}, DAY)
    assert capsys.readouterr().out.startswith("nothere:1:1  S01  There is no such file or folder.")


def test_on_a_pull_request_without_a_problem_there_is_only_what_the_record_holds(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(written(tmp_path)), "--format", "github"], {}, DAY) == 0
    assert capsys.readouterr().out.startswith(f"{tmp_path}: 2 forces")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (
            "g03",
            "G03: A grade is not on the scale of its cycle. A grade is shown as it was given, on "
            "the scale in use at the time. An error: the record is not shown until it is mended; "
            "its line says how.\n",
        ),
        (
            "X12",
            "X12: A theme is used by nothing. Every id leads somewhere: to a source, to a theme, "
            "to what is followed up. A warning: the record is shown all the same. A warning that "
            "is right as it stands can be accepted: see accepted_warnings in data/README.md.\n",
        ),
        (
            "K04",
            "K04: A warning is accepted that there is not, or no longer. An accepted warning is a "
            "decision with a reason, looked at again within a year. A warning: the record is "
            "shown all the same.\n",
        ),
    ],
)
def test_a_code_is_explained(code: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--explain", code], {}) == 0
    assert capsys.readouterr().out == said


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("kO2", '"kO2" is not a code of the check. Use one of: K01, K02, K03, K04, K05.\n'),
        ("?", '"?" is not a code of the check. data/README.md lists them.\n'),
    ],
)
def test_of_a_code_that_is_none_those_of_its_letter_are_told(
    code: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--explain", code], {}) == 2
    assert capsys.readouterr().err == said


def test_every_letter_of_a_code_says_what_it_protects() -> None:
    assert set(PROTECTS) == {code[0] for code in CODES}


def test_without_a_path_the_record_named_in_the_environment_is_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["check"], {"INSPECTION_DATA": str(tmp_path / "nowhere")})
    assert capsys.readouterr().out == (
        f"{tmp_path.name}/nowhere:1:1  S01  There is no such file or folder. "
        "See that the path is right.\n1 error, 0 warnings\n"
    )
    assert status == 1


def test_five_examples_of_one_fault_are_told_and_the_rest_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    findings = [finding(f"e-{n}", theme=f"thing{n}") for n in range(12)]
    written(tmp_path, inspections=[inspection(findings=findings)])
    main(["check", str(tmp_path)], {})
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("  ")[1] for line in lines[:5]] == ["X03"] * 5
    assert lines[5:] == ["    and 7 more like it", "12 errors, 0 warnings"]


def test_the_command_runs_from_any_folder_and_in_a_terminal_without_accents(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.yaml").write_text("thèmes: 1\n", encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "inspection", "check", "."],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )
    assert ran.stderr == b""
    assert ran.stdout.splitlines()[0] == (
        b"a.yaml:1:1  F01  forces: This field is missing. Write it in one of the files."
    )
    assert rb'F02  "th\xe8mes": "th\xe8mes" is not a field here.' in ran.stdout
    assert ran.returncode == 1
