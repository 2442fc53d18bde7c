"""Nothing is begun beside what was not read: an id in it may be given a second time."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from inspection.files import MAX_BYTES
from tests.inspection.desk.new_record import REPORT, in_files, new, texts


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return in_files(tmp_path / "data")


def wrong_ending(folder: Path) -> None:
    (folder / "context.yml").write_text("corrections:\n- id: correction-2\n", "utf-8")


def dangling(folder: Path) -> None:
    (folder / "context.yaml").symlink_to(folder / "gone")


def too_large(folder: Path) -> None:
    (folder / "context.yaml").write_bytes(b"#" * (MAX_BYTES + 1))


def named_twice(folder: Path) -> None:
    with (folder / "inspections.yaml").open("a", encoding="utf-8") as file:
        file.write("corrections:\n- id: correction-2\n")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (
            wrong_ending,
            "data/context.yml:1:1  S01  Only files whose names end in .yaml are read. "
            'Name it "context.yaml" or take it away.',
        ),
        (
            dangling,
            "data/context.yaml:1:1  S01  This is no file that can be read. "
            "Put a file in its place or take it away.",
        ),
        (too_large, "data/context.yaml:1:1  S02  The file is larger than 10 MB."),
        (
            named_twice,
            'data/inspections.yaml:54:1  S07  "corrections" stands here and in line 1. '
            "Keep one of the two.",
        ),
    ],
)
def test_nothing_is_begun_while_a_part_of_the_record_is_not_read(
    spoil: Callable[[Path], None], said: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(folder)
    held = (folder / "inspections.yaml").read_bytes()
    assert new("correction", folder, "e-1") == 2
    assert new("inspection", folder, **REPORT, source_id="a-new-report") == 2
    assert new("force", folder, name="Northshire Police") == 2
    assert capsys.readouterr() == ("", f"Mend this first:\n{said}\n" * 3)
    assert (folder / "inspections.yaml").read_bytes() == held
    assert not (folder / "northshire.yaml").exists()


def test_a_misspelt_folder_of_the_record_is_told_wherever_it_stands(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = texts(folder)
    missing = tmp_path / "dta"
    for path in (f"{folder}{os.pathsep}{missing}", f"{missing}{os.pathsep}{folder}"):
        assert new("correction", path, "e-1") == 2
        assert capsys.readouterr().err == (
            f"Mend this first:\n{tmp_path.name}/dta:1:1  S01  There is no such file or folder. "
            'Did you mean "data"?\n'
        )
    assert texts(folder) == before
    # A force is begun in the last folder: only one before that has to be there.
    assert new("force", f"{missing}{os.pathsep}{folder}", name="Northshire Police") == 2
    assert capsys.readouterr().err.startswith("Mend this first:\n")
    assert texts(folder) == before
    assert not missing.exists()


def test_a_force_is_begun_in_a_last_folder_with_nothing_of_a_record_in_it(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "README.md").write_text("Not of the record.", "utf-8")
    both = f"{folder}{os.pathsep}{mine}"
    (mine / "other.yml").write_text("forces:\n- id: northshire\n", "utf-8")
    assert new("force", both, name="Northshire Police") == 2
    assert "Name it" in capsys.readouterr().err
    (mine / "other.yml").unlink()
    assert new("force", both, name="Northshire Police") == 0
    assert sorted(texts(mine)) == ["README.md", "northshire.yaml"]


def test_two_folders_that_are_both_missing_are_told_although_the_last_may_be_begun(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    both = f"{tmp_path / 'one' / 'data'}{os.pathsep}{tmp_path / 'other' / 'data'}"
    assert new("force", both, name="Northshire Police") == 2
    assert capsys.readouterr().err == (
        "Mend this first:\none/data:1:1  S01  There is no such file or folder. "
        "See that the path is right.\n"
    )


@pytest.mark.parametrize("thing", ["force", "correction"])
def test_a_path_that_names_nothing_is_told(thing: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert new(thing, os.pathsep) == 2
    assert capsys.readouterr().err == f'"{os.pathsep}" names no folder.\n'


def test_where_there_is_nothing_to_choose_from_that_is_said(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (folder / "vocabulary.yaml").read_text("utf-8")
    (folder / "vocabulary.yaml").write_text(text.replace("forces:", "others:", 1), "utf-8")
    assert new("inspection", folder, **REPORT) == 2
    assert capsys.readouterr().err == '--force: There is no "eastshire". There are none yet.\n'
