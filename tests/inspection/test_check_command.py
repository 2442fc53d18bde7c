"""`python -m inspection check`: what an editor sees in the terminal."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from inspection.__main__ import main
from tests.inspection.samples import (
    finding,
    grade,
    inspection,
    recommendation,
    record,
    response,
    theme,
)

ROOT = Path(__file__).parents[2]
WRONG = ROOT / "tests" / "wrong_data"


def written(folder: Path, **parts: object) -> Path:
    """A small sound record as a data file, with these parts in place of its own."""
    looked_into = inspection(
        findings=[finding("e-1"), finding("e-2")],
        grades=[grade(value="good")],
        recommendations=[recommendation()],
        responses=[response()],
    )
    values = record(looked_into, **parts).model_dump(mode="json", exclude_defaults=True)
    (folder / "record.yaml").write_text(yaml.safe_dump(values), encoding="utf-8")
    return folder


def test_the_wrong_record_is_told_to_the_letter(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["check", str(WRONG / "record.yaml")], {})
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
    themes = [*record().themes, theme("unused", "both")]
    status = main(["check", str(written(tmp_path, themes=themes))], {})
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].endswith(
        'X12  themes > unused > id: (warning) "unused" is used nowhere. '
        "See that it is still wanted."
    )
    assert lines[1] == "0 errors, 1 warning"
    assert lines[2].startswith(f"{tmp_path}: 2 forces")
    assert status == 0


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
        rf"{tmp_path.name}/a.yaml:1:1  F01  forces: This field is missing.".encode()
    )
    assert rb'F02  "th\xe8mes": "th\xe8mes" is not a field here.' in ran.stdout
    assert ran.returncode == 1
