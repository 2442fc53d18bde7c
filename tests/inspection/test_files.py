"""The files of a record at one path, which may name several folders."""

import os
from pathlib import Path

import pytest

from inspection.files import fingerprint, looked_at


def written(file: Path, text: str = "forces: []\n") -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def together(*places: Path) -> Path:
    return Path(os.pathsep.join(map(str, places)))


def test_folders_and_files_with_a_colon_between_are_one_record(tmp_path):
    one = written(tmp_path / "data" / "b.yaml")
    other = written(tmp_path / "mine" / "a.yaml")
    alone = written(tmp_path / "alone.yaml")
    look = looked_at(together(one.parent, other.parent, alone))
    assert [(file.name, file.shown, file.path) for file in look.files] == [
        ("b.yaml", "data/b.yaml", one),
        ("a.yaml", "mine/a.yaml", other),
        ("alone.yaml", f"{tmp_path.name}/alone.yaml", alone),
    ]
    assert look.problems == ()


def test_a_folder_with_a_colon_in_its_name_is_one_folder(tmp_path):
    file = written(tmp_path / f"da{os.pathsep}ta" / "a.yaml")
    assert [found.path for found in looked_at(file.parent).files] == [file]
    assert fingerprint(file.parent).startswith(f"{file.parent}|a.yaml:")


def test_a_file_is_called_as_it_was_asked_for_and_by_two_names_where_all_were_given(
    tmp_path, monkeypatch
):
    written(tmp_path / "examples" / "fourth" / "a.yaml")
    monkeypatch.chdir(tmp_path / "examples")
    for asked, shown in (
        ("fourth", "fourth/a.yaml"),
        ("../examples/fourth", "../examples/fourth/a.yaml"),
        (tmp_path / "examples" / "fourth", "fourth/a.yaml"),
    ):
        assert [file.shown for file in looked_at(Path(asked)).files] == [shown]
    for asked, shown in ((".", f"{tmp_path.name}/examples"), ("no\nwhere", "no?where")):
        assert [problem.file for problem in looked_at(Path(asked)).problems] == [shown]


def test_files_that_editors_keep_beside_an_open_one_are_passed_over(tmp_path):
    file = written(tmp_path / "inspections.yaml")
    before = fingerprint(tmp_path)
    (tmp_path / "~$inspections.yaml").write_bytes(b"\x05Officer")
    written(tmp_path / ".#inspections.yaml", "forces: [")
    written(tmp_path / "~$more.yml")
    look = looked_at(tmp_path)
    assert [found.path for found in look.files] == [file]
    assert look.problems == ()
    assert fingerprint(tmp_path) == before


@pytest.mark.parametrize("name", ["x.yaml", "x.yml"])
def test_what_has_the_name_of_a_data_file_and_is_none_is_told(name, tmp_path):
    folder, pipe, link = (tmp_path / kind / name for kind in ("folder", "pipe", "link"))
    folder.mkdir(parents=True)
    pipe.parent.mkdir()
    os.mkfifo(pipe)
    link.parent.mkdir()
    link.symlink_to(tmp_path / "gone")
    for path in (folder, pipe, link):
        file = written(path.parent / "a.yaml")
        look = looked_at(path.parent)
        assert [found.path for found in look.files] == [file]
        assert [problem.line_of_text for problem in look.problems] == [
            f"{path.parent.name}/{name}:1:1  S01  This is no file that can be read. "
            "Put a file in its place or take it away."
        ]


def test_a_name_that_is_too_long_is_told_beside_others(tmp_path):
    one = written(tmp_path / "data" / "a.yaml")
    look = looked_at(together(one.parent, tmp_path / ("x" * 300)))
    assert look.files == ()
    assert [problem.message for problem in look.problems] == [
        "The file or folder cannot be read (file name too long)."
    ]


def test_files_of_one_name_are_told_because_they_are_published_under_it(tmp_path):
    one = written(tmp_path / "data" / "a.yaml")
    other = written(tmp_path / "mine" / "a.yaml")
    (problem,) = looked_at(together(one.parent, other.parent)).problems
    assert problem.line_of_text == (
        "mine/a.yaml:1:1  S01  There is a file of this name already: data/a.yaml. Give it another "
        "name, such as that of its force."
    )


def test_a_change_in_any_of_the_folders_is_seen(tmp_path):
    one = written(tmp_path / "data" / "a.yaml")
    other = written(tmp_path / "mine" / "b.yaml")
    path = together(one.parent, other.parent)
    before = fingerprint(path)
    assert fingerprint(path) == before
    written(other, "forces: [] # changed\n")
    assert fingerprint(path) != before


def test_one_of_the_folders_that_is_not_there_is_told(tmp_path):
    one = written(tmp_path / "data" / "a.yaml")
    look = looked_at(together(one.parent, tmp_path / "gone"))
    assert [problem.message for problem in look.problems] == ["There is no such file or folder."]
    assert [file.path for file in look.files] == [one]
