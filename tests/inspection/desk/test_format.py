"""`python -m inspection format`: what it writes, what it leaves alone, and what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspection.__main__ import main
from inspection.desk.saving import NotSaved, save
from inspection.files import looked_at

ODD = "# Sources\nsources:\n- title: 'A'   # of a\n  id: a\n"
FORMED = "# Sources\nsources:\n- id: a\n  title: A     # of a\n"


def run(*arguments: object, environment: dict[str, str] | None = None) -> int:
    return main(["format", *map(str, arguments)], environment or {})


def test_files_are_put_in_form_and_each_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.yaml").write_text(ODD)
    (tmp_path / "b.yaml").write_text("gaps: []\n")
    assert run(tmp_path) == 0
    assert capsys.readouterr().out == (
        f"{tmp_path.name}/a.yaml: put in canonical form\n"
        f"{tmp_path.name}/b.yaml: is in canonical form already\n"
    )
    assert (tmp_path / "a.yaml").read_text() == FORMED
    assert (tmp_path / "b.yaml").read_text() == "gaps: []\n"
    assert run(tmp_path) == 0
    assert capsys.readouterr().out == (
        f"{tmp_path.name}/a.yaml: is in canonical form already\n"
        f"{tmp_path.name}/b.yaml: is in canonical form already\n"
    )


def test_asked_only_to_check_it_writes_nothing_and_tells_that_something_differs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(ODD)
    assert run(tmp_path, "--check") == 1
    assert capsys.readouterr().out == f"{tmp_path.name}/a.yaml: is not in canonical form\n"
    assert file.read_text() == ODD
    file.write_text(FORMED)
    assert run(tmp_path, "--check") == 0


def test_a_file_that_cannot_be_read_is_left_and_the_others_are_put_in_form(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.yaml").write_text("sources:\n- id: a\n  id: b\n")
    (tmp_path / "b.yaml").write_text("sources: [\n")
    (tmp_path / "c.yaml").write_text(ODD)
    (tmp_path / "d.yaml").write_text("a: !!str b\n")
    (tmp_path / "e.yaml").write_bytes(b"a: \xff\n")
    assert run(tmp_path) == 1
    name = tmp_path.name
    assert capsys.readouterr().out.splitlines() == [
        f'{name}/a.yaml:3:3  S07  "id" stands here and in line 2. Keep one of the two.',
        f"{name}/a.yaml: left as it is; mend this first",
        f"{name}/b.yaml:2:1  S04  This line does not fit the lines around it. See that it is "
        "indented like its neighbours, and that brackets and quotes close.",
        f"{name}/b.yaml: left as it is; mend this first",
        f"{name}/c.yaml: put in canonical form",
        f"{name}/d.yaml: left as it is; an anchor (&) or a tag (!) is not used here",
        f"{name}/e.yaml:1:4  S03  This is not UTF-8 text. Save the file again as UTF-8.",
        f"{name}/e.yaml: left as it is; mend this first",
    ]
    assert (tmp_path / "a.yaml").read_text() == "sources:\n- id: a\n  id: b\n"
    assert (tmp_path / "b.yaml").read_text() == "sources: [\n"
    assert (tmp_path / "c.yaml").read_text() == FORMED
    assert (tmp_path / "e.yaml").read_bytes() == b"a: \xff\n"


def test_a_folder_without_a_record_is_told_as_by_the_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path / "none") == 1
    assert capsys.readouterr().out == (
        f"{tmp_path.name}/none:1:1  S01  There is no such file or folder. "
        "See that the path is right.\n"
    )


def test_the_record_named_by_the_environment_is_put_in_form(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(ODD)
    assert run(environment={"INSPECTION_DATA": str(tmp_path)}) == 0
    assert (tmp_path / "a.yaml").read_text() == FORMED


def test_what_the_system_puts_around_lines_stays(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + ODD.replace("\n", "\r\n").encode())
    assert run(file) == 0
    assert file.read_bytes() == b"\xef\xbb\xbf" + FORMED.replace("\n", "\r\n").encode()
    assert run(file, "--check") == 0
    file.write_bytes(ODD.replace("\n", "\r\n", 1).encode())
    assert run(file) == 0
    assert file.read_bytes() == FORMED.encode()


def test_who_may_read_and_write_a_file_stays_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(ODD)
    file.chmod(0o640)
    assert run(file) == 0
    assert file.stat().st_mode & 0o7777 == 0o640
    assert list(tmp_path.iterdir()) == [file]


def test_a_link_is_left_and_so_is_what_it_leads_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record, other = tmp_path / "record", tmp_path / "other"
    record.mkdir()
    other.mkdir()
    (other / "a.yaml").write_text(ODD)
    (record / "a.yaml").symlink_to(other / "a.yaml")
    assert run(record) == 2
    assert capsys.readouterr().out == (
        "record/a.yaml: was not written; it is a link, name the file that it leads to\n"
    )
    assert (record / "a.yaml").is_symlink()
    assert (other / "a.yaml").read_text() == ODD


def test_a_file_changed_since_it_was_read_is_not_written(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(ODD)
    (read,) = looked_at(file).files
    file.write_text("# written meanwhile\n")
    with pytest.raises(NotSaved, match=r"^it was changed meanwhile$"):
        save(read, FORMED.encode())
    assert file.read_text() == "# written meanwhile\n"
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_was_taken_away_is_not_written(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(ODD)
    (read,) = looked_at(file).files
    file.unlink()
    with pytest.raises(NotSaved, match=r"^no such file or directory$"):
        save(read, FORMED.encode())
    assert list(tmp_path.iterdir()) == []


def test_the_check_says_which_file_is_not_in_form(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.yaml").write_text(ODD)
    main(["check", str(tmp_path)], {})
    said = (
        f"{tmp_path.name}/a.yaml:3:1  S14  (warning) This is the first line that is not in "
        "canonical form. Run `python -m inspection format`."
    )
    assert said in capsys.readouterr().out.splitlines()
    run(tmp_path)
    capsys.readouterr()
    main(["check", str(tmp_path)], {})
    assert "S14" not in capsys.readouterr().out
