"""`python -m inspection diff`: what an editor reads in the terminal, and a state in git as old."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from inspection.__main__ import main
from inspection.model import Record
from tests.inspection.samples import (
    finding,
    grade,
    inspection,
    recommendation,
    record,
    release,
    source,
)

LONG = "Having reached the child only after {} days, officers used their powers correctly, it said."
needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed here")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Editions are called by their paths from the folder in which the command is given."""
    monkeypatch.chdir(tmp_path)


def written(folder: Path, edition: Record) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    values = edition.model_dump(mode="json", exclude_defaults=True)
    (folder / "record.yaml").write_text(yaml.safe_dump(values), encoding="utf-8")
    return folder


def edition(days: int = 10, *more: Any, **fields: Any) -> Record:
    looked_into = inspection(
        findings=[finding("e-1", summary=LONG.format(days)), finding("e-2")],
        grades=[grade(value="adequate")],
        recommendations=[recommendation()],
    )
    # Every theme and question is in use, so that nothing is suspicious.
    return record(looked_into, *more, **fields)


def added() -> Any:
    return inspection(
        "westshire-peel-2022",
        grades=[grade(value="good")],
        findings=[finding("w-1"), finding("w-2")],
    )


def said(capsys: pytest.CaptureFixture[str], *arguments: object, data: str = "") -> str:
    assert main(["diff", *map(str, arguments)], {"INSPECTION_DATA": data}) == 0
    return capsys.readouterr().out


def test_the_report_is_told_to_the_letter(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = written(tmp_path / "old", edition(10))
    new = written(tmp_path / "new", edition(12, added(), release=release(version="1.1.0")))
    assert (
        said(capsys, old, new)
        == """\
Before: old, version 1.0.0 of 1 December 2025
Now: new, version 1.1.0 of 1 December 2025

1 inspection added and 1 finding changed.

Eastshire Police

  peel, published 15 September 2022 (eastshire-peel-2022)

  - Finding changed: e-1, `summary`
      before: Having reached the child only after [-10-] days, officers used their powers correctly,
              it said.
      now:    Having reached the child only after [+12+] days, officers used their powers correctly,
              it said.

Westshire Police

  peel, published 15 September 2022 (westshire-peel-2022)

  - Inspection added: "Report westshire-peel-2022" A judgement in our words. (1 grade, 2 findings)
  - Grade added: Investigating crime: good
  - Finding added: w-1: concern, missing-children: What was found, w-1.
  - Finding added: w-2: concern, missing-children: What was found, w-2.

Release

  - Release changed: `version`: 1.0.0 -> 1.1.0

The version went from 1.0.0 to 1.1.0.
"""
    )


def test_what_stands_in_large_additions_is_counted_unless_all_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    old = written(tmp_path / "old", edition())
    new = written(tmp_path / "new", edition(10, added()))
    monkeypatch.setattr("inspection.desk.diff_report.MOST_INSIDE", 2)
    lines = said(capsys, old, new).splitlines()
    assert lines[3] == "1 inspection added."
    assert lines[9:12] == [
        '  - Inspection added: "Report westshire-peel-2022" A judgement in our words. (1 grade, 2 findings)',
        "",
        "What stands in them, 3 sentences and grades, is listed with `--full`.",
    ]
    lines = said(capsys, old, new, "--full").splitlines()
    assert lines[10:13] == [
        "  - Grade added: Investigating crime: good",
        "  - Finding added: w-1: concern, missing-children: What was found, w-1.",
        "  - Finding added: w-2: concern, missing-children: What was found, w-2.",
    ]


def test_comments_order_and_the_cut_into_files_are_no_facts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = written(tmp_path / "old", edition())
    values = yaml.safe_load((old / "record.yaml").read_text(encoding="utf-8"))
    (tmp_path / "new").mkdir()
    for n, (name, value) in enumerate(values.items()):
        turned = value[::-1] if name == "themes" else value
        text = f"# A comment.\n{yaml.safe_dump({name: turned}, width=40)}"
        (tmp_path / "new" / f"{n}.yaml").write_text(text, encoding="utf-8")
    lines = said(capsys, old, tmp_path / "new").splitlines()
    assert lines[2:] == ["", "No fact differs."]


def test_no_line_is_wider_than_a_hundred_columns_but_for_an_address(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = written(tmp_path / "old", edition())
    address = "https://an.example/" + "a" * 100
    sources = (source("the-report", url=address, note="Many words. " * 60),)
    new = written(tmp_path / "new", edition(10, sources=sources))
    lines = said(capsys, old, new).splitlines()[2:]
    assert sum(len(line) > 100 for line in lines) == 1
    assert next(line for line in lines if len(line) > 100).strip() == address


def test_markdown_escapes_what_would_be_markup_and_calls_nobody(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = written(tmp_path / "old", edition())
    sources = (source("the-report", title="*A* [b](c) <i> @d #1 https://e.example/f_g."),)
    new = written(tmp_path / "new", edition(12, sources=sources))
    lines = said(capsys, old, new, "--format", "markdown").splitlines()
    assert "### Eastshire Police" in lines
    assert "#### peel, published 15 September 2022 (eastshire-peel-2022)" in lines
    assert "- **Finding changed**: e-1, \\`summary\\`" in lines
    assert f"  - before: {LONG.format('<del>10</del>')}" in lines
    assert f"  - now: {LONG.format('<ins>12</ins>')}" in lines
    (now,) = (line for line in lines if "e.example" in line)
    assert now.endswith(
        "\\*A\\* \\[b\\](c) \\<i\\> @<!-- -->d \\#<!-- -->1 <https://e.example/f_g>."
    )


def test_signs_that_cannot_be_shown_are_question_marks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = written(tmp_path / "old", edition())
    sources = (source("the-report", title="Left\u202eright"),)
    new = written(tmp_path / "new", edition(10, sources=sources))
    assert "Title of the-report -> Left?right" in said(capsys, old, new)


def test_words_that_differ_in_blanks_alone_are_told_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = written(tmp_path / "old", edition())
    spaced = inspection(
        findings=[finding("e-1", summary=LONG.format("10 ")), finding("e-2")],
        grades=[grade(value="adequate")],
        recommendations=[recommendation()],
    )
    lines = said(capsys, old, written(tmp_path / "new", record(spaced))).splitlines()
    assert lines[9:12] == [
        "  - Finding changed: e-1, `summary`",
        "      Having reached the child only after 10 days, officers used their powers correctly, it said.",
        "      (only blanks or line breaks differ)",
    ]


def test_an_edition_that_cannot_be_read_is_told_line_by_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(tmp_path / "sound", edition())
    broken = written(tmp_path / "broken", edition()) / "record.yaml"
    text = broken.read_text(encoding="utf-8")
    broken.write_text(text.replace("kind: concern", "kind: worry", 1), encoding="utf-8")
    line = text[: text.index("kind: concern")].count("\n") + 1
    fault = (
        f'broken/record.yaml:{line}:11  F05  eastshire-peel-2022 > findings > e-1 > kind: "worry"'
    )
    assert main(["diff", "broken", "sound"], {}) == 1
    old = capsys.readouterr().out.splitlines()
    assert old[0] == "The old edition, broken, has errors:"
    assert old[1].startswith(fault)
    assert old[2] == "1 error in all."
    assert old[3].startswith("It was read as a record of today.")
    assert main(["diff", "sound", "broken"], {}) == 1
    new = capsys.readouterr().out.splitlines()
    assert [new[0], new[2:]] == ["The new edition, broken, has errors:", ["1 error in all."]]
    assert new[1].startswith(fault)


def test_an_edition_that_breaks_a_rule_is_compared_and_its_errors_follow(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = written(tmp_path / "old", edition())
    new = written(tmp_path / "new", edition(10, inspection("westshire-a", cycle="nowhere")))
    assert main(["diff", str(old), str(new)], {}) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[3] == "1 inspection added."
    told = lines.index("The new edition, new, has errors:")
    assert '"nowhere"' in lines[told + 1]
    assert lines[told + 2 :] == ["1 error in all."]
    # The other way round the edition before broke the rule, which nobody can mend any more.
    assert main(["diff", str(new), str(old)], {}) == 0
    assert "1 inspection taken out." in capsys.readouterr().out


@pytest.mark.parametrize("name", ["more.yml", "record.yaml"])
def test_nothing_is_told_as_taken_out_that_could_not_be_read(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file of the wrong name is not read, and of a field that stands twice only one is."""
    written(tmp_path / "sound", edition())
    folder = written(tmp_path / "broken", edition())
    with (folder / name).open("a", encoding="utf-8") as file:
        file.write("sources: []\n")
    code = "S01" if name == "more.yml" else "S07"
    for which, pair in (("old", ("broken", "sound")), ("new", ("sound", "broken"))):
        assert main(["diff", *pair], {}) == 1
        first, fault, *_ = capsys.readouterr().out.splitlines()
        assert first == f"The {which} edition, broken, has errors:"
        assert code in fault


def test_an_entry_of_which_a_field_was_filled_is_counted_as_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = written(tmp_path / "old", record(inspection(findings=[finding()])))
    new = written(tmp_path / "new", record(inspection(findings=[finding(note="A word.")])))
    assert said(capsys, old, new).splitlines()[3] == "1 finding changed."


def test_a_part_that_stands_in_two_files_of_the_old_edition_is_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(tmp_path / "sound", edition())
    old = written(tmp_path / "old", edition())
    text = yaml.safe_dump({"release": release().model_dump(mode="json")})
    (old / "z.yaml").write_text(text, encoding="utf-8")
    assert main(["diff", "old", "sound"], {}) == 1
    assert "S12" in capsys.readouterr().out


def test_what_is_noted_stands_after_the_values_and_the_mend_at_the_end(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = written(tmp_path / "old", record(inspection(grades=[grade(value="adequate")])))
    new = written(tmp_path / "new", record(inspection(grades=[grade(value="good")])))
    lines = said(capsys, old, new).splitlines()
    note = "no revision and no correction says so"
    assert lines[9] == f"  - Grade changed: Investigating crime: adequate -> good; {note}"
    assert lines[-2].startswith("A grade that the inspectorate changed keeps its value")


def test_a_name_that_is_neither_path_nor_state_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = written(tmp_path / "data", edition())
    assert main(["diff", "nowhere", str(folder)], {}) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith('"nowhere" is no file or folder, and git ')


@pytest.mark.parametrize("name", ["x" * 300, f"nowhere{os.pathsep}{'x' * 300}"])
def test_a_name_that_is_too_long_for_a_path_is_no_path(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = written(tmp_path / "data", edition())
    assert main(["diff", name, str(folder)], {}) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert " is no file or folder, and git " in told.err


@pytest.mark.parametrize("arguments", [("HEAD:data",), ("data", "HEAD:data")])
def test_a_state_with_a_folder_behind_a_colon_is_told_how_to_be_named(
    arguments: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = written(tmp_path / "data", edition())
    assert main(["diff", *arguments], {"INSPECTION_DATA": str(folder)}) == 2
    assert capsys.readouterr() == (
        "",
        'There is no file or folder "HEAD". A state in git is named alone, and the folder after '
        "it: `python -m inspection diff HEAD data`.\n",
    )


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=An editor", "-c", "user.email=editor@example.org")
    quiet = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(
        ["git", "-C", str(folder), *identity, *arguments],
        check=True,
        capture_output=True,
        env=quiet,
    )


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A folder `data` in git, at whose state `v1` the finding said ten days."""
    folder = written(tmp_path / "kept" / "data", edition(10))
    (folder / "README.md").write_text("Not of the record.", encoding="utf-8")
    git(folder.parent, "init", "--quiet")
    git(folder.parent, "add", ".")
    git(folder.parent, "commit", "--quiet", "-m", "One")
    git(folder.parent, "tag", "v1")
    written(folder, edition(12))
    return folder


@needs_git
def test_a_state_in_git_is_compared_with_what_stands_there_now(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = said(capsys, "v1", data=str(kept)).splitlines()
    assert lines[0] == "Before: kept/data at v1, version 1.0.0 of 1 December 2025"
    assert lines[3] == "1 finding changed."
    alone = said(capsys, "HEAD", kept / "record.yaml").splitlines()
    assert alone[3] == "1 finding changed."


@needs_git
def test_two_states_in_git_are_compared_with_each_other(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(kept.parent, "commit", "--quiet", "-am", "Two")
    (kept / "record.yaml").write_text("broken: [", encoding="utf-8")
    lines = said(capsys, "v1", "HEAD", data=str(kept)).splitlines()
    assert lines[1] == "Now: kept/data at HEAD, version 1.0.0 of 1 December 2025"
    assert lines[3] == "1 finding changed."


@needs_git
def test_a_record_in_several_folders_is_read_as_of_then_without_those_that_were_not_there(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    more = kept.parent / "more"
    more.mkdir()
    text = yaml.safe_dump({"sources": [{"id": "new", "title": "New", "publisher": "Us"}]})
    (more / "more.yaml").write_text(text, encoding="utf-8")
    both = f"{kept}{os.pathsep}{more}"
    # Nothing uses the source, which is an error of the edition now; it is compared all the same.
    assert main(["diff", "v1", both], {}) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[1] == "Now: kept/data:kept/more, version 1.0.0 of 1 December 2025"
    assert lines[3] == "1 finding changed and 1 source added."
    assert main(["diff", "v1", "kept/more"], {}) == 2
    assert capsys.readouterr().err == 'At "v1" nothing stood in "kept/more".\n'


@needs_git
@pytest.mark.parametrize("name", ["v9", "--all", "v1:data", "HEAD^{tree}", "-v1"])
def test_a_state_that_git_does_not_know_is_told(
    name: str, kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", "--", name], {"INSPECTION_DATA": str(kept)}) == 2
    assert capsys.readouterr().err == (
        f'"{name}" is no file or folder, and git knows no state of that name. '
        "`git log --oneline -- data` lists the states of the record.\n"
    )


@needs_git
def test_a_state_is_that_of_the_record_also_where_git_was_told_of_another_repository(
    kept: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    other = written(tmp_path / "other" / "data", edition(11)).parent
    git(other, "init", "--quiet")
    git(other, "add", ".")
    git(other, "commit", "--quiet", "-m", "Other")
    # As a hook of that repository finds them.
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(kept.parent))
    told = said(capsys, "HEAD", data=str(kept))
    assert "before: Having reached the child only after [-10-] days" in told


@needs_git
def test_a_record_whose_folder_is_itself_the_repository_has_states_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = written(tmp_path / "record", edition(10))
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "One")
    written(folder, edition(12))
    assert said(capsys, "HEAD", data=str(folder)).splitlines()[3] == "1 finding changed."


@needs_git
def test_a_state_in_which_a_data_file_is_a_link_is_refused(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere = kept.parent / "elsewhere"
    (kept / "record.yaml").rename(elsewhere)
    (kept / "record.yaml").symlink_to(elsewhere)
    git(kept.parent, "commit", "--quiet", "-am", "Two")
    assert main(["diff", "HEAD"], {"INSPECTION_DATA": str(kept)}) == 2
    assert capsys.readouterr() == (
        "",
        'At "HEAD" "record.yaml" is a link. git keeps only where it leads, so this state cannot '
        "be read. Commit the file itself.\n",
    )
    assert said(capsys, "v1", data=str(kept)).splitlines()[3] == "1 finding changed."


def test_without_git_a_state_cannot_be_had(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    folder = written(tmp_path / "data", edition())
    assert main(["diff", "HEAD"], {"INSPECTION_DATA": str(folder)}) == 2
    assert capsys.readouterr().err == (
        '"HEAD" is no file or folder, and git, which might know a state of that name, is not '
        "installed.\n"
    )
