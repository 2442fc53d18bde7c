"""A record read from a folder or a file, with everything that is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from inspection.dataset import examine, fingerprint, load_record
from inspection.problems import RecordProblems
from tests.inspection.samples import record


def write_record(folder: Path, **parts: object) -> None:
    values = record(**parts).model_dump(mode="json", exclude_defaults=True)
    (folder / "record.yaml").write_text(yaml.safe_dump(values), encoding="utf-8")


def test_a_missing_path_and_an_empty_folder_are_told(tmp_path: Path) -> None:
    place = tmp_path.name
    assert [str(problem) for problem in examine(tmp_path / "nowhere")[1]] == [
        f"{place}/nowhere:1:1  S01  There is no such file or folder. See that the path is right."
    ]
    folder = tmp_path / "empty"
    folder.mkdir()
    assert [str(problem) for problem in examine(folder)[1]] == [
        f"{place}/empty:1:1  S01  The folder holds no record. "
        "Put at least one file ending in .yaml there."
    ]


def test_a_file_with_another_ending_is_not_passed_over_in_silence(tmp_path: Path) -> None:
    write_record(tmp_path)
    (tmp_path / "more.yml").write_text("themes: []\n", encoding="utf-8")
    assert [str(problem) for problem in examine(tmp_path)[1]] == [
        f"{tmp_path.name}/more.yml:1:1  S01  Only files whose names end in .yaml are read. "
        "Rename it or take it away."
    ]


def test_lists_of_several_files_are_joined_in_the_order_of_the_names(tmp_path: Path) -> None:
    write_record(tmp_path)
    for name in ("z", "y"):
        event = f"{{id: {name}, forces: [eastshire], on: 2020, title: T, summary: S, "
        text = f"context_events: [{event} sources: [the-report]}}]"
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    assert [event.id for event in load_record(tmp_path).context_events] == ["y", "z"]


def test_the_release_stands_in_one_file_only(tmp_path: Path) -> None:
    write_record(tmp_path)
    (tmp_path / "z.yaml").write_text("\nrelease: {version: 2.0.0}\n", encoding="utf-8")
    (problem,) = examine(tmp_path)[1]
    assert str(problem).startswith(
        f'{tmp_path.name}/z.yaml:2:1  S12  release: "release" stands here and in '
        f"{tmp_path.name}/record.yaml:"
    )


def test_nothing_is_said_about_what_an_unread_file_may_hold(tmp_path: Path) -> None:
    write_record(tmp_path, sources=())
    (tmp_path / "sources.yaml").write_text("sources: [\n", encoding="utf-8")
    assert [problem.code for problem in examine(tmp_path)[1]] == ["S04"]


def test_fields_that_are_too_long_or_not_of_the_list_say_how_far_they_may_go(
    tmp_path: Path,
) -> None:
    write_record(tmp_path)
    text = f"themes: [{{id: x, name: {'n' * 2001}, about: A, family: crime}}]"
    (tmp_path / "themes.yaml").write_text(text, encoding="utf-8")
    said = [str(problem).split("  ", 1)[1] for problem in examine(tmp_path)[1]]
    assert said == [
        f'F11  themes > x > name: "{"n" * 57}..." is too long. At most 2000 characters.',
        'F05  themes > x > family: "crime" is not a word of this list. '
        "Use one of: child-protection, all-policing, both.",
    ]


def test_a_thousand_problems_are_enough(tmp_path: Path) -> None:
    write_record(tmp_path)
    text = "\n".join(["gaps:", *["- {id: gap, wrong: 1}"] * 2000])
    (tmp_path / "gaps.yaml").write_text(text, encoding="utf-8")
    problems = examine(tmp_path)[1]
    assert len(problems) == 1001
    assert [str(problem) for problem in problems if problem.code == "S13"] == [
        f"{tmp_path.name}/gaps.yaml:1:1  S13  There are more problems than are listed. "
        "Mend these and check again."
    ]


def test_a_field_named_like_a_sign_of_the_model_library_is_told_as_any_other(
    tmp_path: Path,
) -> None:
    """`[key]` is how the library marks the name of an entry; it once emptied the path."""
    write_record(tmp_path)
    (tmp_path / "z.yaml").write_text("'[key]': 1\n", encoding="utf-8")
    assert [str(problem).split("  ", 1)[1] for problem in examine(tmp_path)[1]] == [
        'F02  "[key]": "[key]" is not a field here.'
    ]


def test_a_record_with_errors_is_not_loaded_and_carries_them_all(tmp_path: Path) -> None:
    write_record(tmp_path, sources=())
    (tmp_path / "z.yaml").write_text("wrong: 1\n", encoding="utf-8")
    with pytest.raises(RecordProblems) as caught:
        load_record(tmp_path)
    assert caught.value.problems == examine(tmp_path)[1]
    assert str(caught.value).splitlines()[0] == f"{len(caught.value.problems)} errors, 0 warnings"


def test_the_fingerprint_changes_with_the_files_and_only_with_them(tmp_path: Path) -> None:
    write_record(tmp_path)
    first = fingerprint(tmp_path)
    assert fingerprint(tmp_path) == first
    (tmp_path / "README.md").write_text("Not part of the record.", encoding="utf-8")
    assert fingerprint(tmp_path) == first
    write_record(tmp_path, inspections=())
    (tmp_path / "z.yaml").write_text("gaps: []\n", encoding="utf-8")
    assert fingerprint(tmp_path) != first
