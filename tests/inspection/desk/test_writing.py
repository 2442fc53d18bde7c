"""Writing several files: all of them, or everything stands as it did."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from inspection.desk.opened import CannotBeDone
from inspection.desk.writing import Change, write
from inspection.files import DataFile


def change(path: Path, before: bytes | None, after: bytes) -> Change:
    """A file as it stands, None where it is to be begun, with what is to be written to it."""
    if before is not None:
        path.write_bytes(before)
    return Change(DataFile(path.name, path.name, before or b"", path), after)


def three(folder: Path) -> list[Change]:
    return [
        change(folder / "a.yaml", b"a: 1\n", b"a: 2\n"),
        change(folder / "new.yaml", None, b"new: 1\n"),
        change(folder / "b.yaml", b"b: 1\n", b"b: 2\n"),
    ]


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_every_file_is_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    write(three(tmp_path))
    assert held(tmp_path) == {"a.yaml": b"a: 2\n", "b.yaml": b"b: 2\n", "new.yaml": b"new: 1\n"}


@pytest.mark.parametrize("last", [1, 2, 3])
def test_what_is_interrupted_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, last: int
) -> None:
    changes = three(tmp_path)
    before = held(tmp_path)
    synced, done = os.fsync, []

    def interrupted(file: int) -> None:
        done.append(file)
        if len(done) == last:
            raise KeyboardInterrupt
        synced(file)

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write(changes)
    assert held(tmp_path) == before


def test_a_file_that_came_to_be_meanwhile_stays_and_the_others_are_put_back(tmp_path: Path) -> None:
    changes = three(tmp_path)
    (tmp_path / "new.yaml").write_bytes(b"somebody else's\n")
    before = held(tmp_path)
    with pytest.raises(CannotBeDone, match="new.yaml was not written: file exists. Everything"):
        write(changes)
    assert held(tmp_path) == before


@pytest.mark.skipif(not hasattr(os, "chown"), reason="a file has no group here")
def test_a_file_keeps_its_mode_and_its_group(tmp_path: Path) -> None:
    one = change(tmp_path / "a.yaml", b"a: 1\n", b"a: 2\n")
    path = tmp_path / "a.yaml"
    groups = [*os.getgroups(), os.getgid()]
    group = 33 if os.getuid() == 0 else groups[0]
    os.chown(path, -1, group)
    path.chmod(0o660)
    write([one])
    state = path.stat()
    assert (state.st_gid, state.st_mode & 0o7777) == (group, 0o660)
    assert path.read_bytes() == b"a: 2\n"
