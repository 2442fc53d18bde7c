"""The files of a record at one path, which may name several folders."""

import os
from pathlib import Path

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
