"""Writing several files: all of them, or everything stands as it did."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from inspection.desk.opened import CannotBeDone
from inspection.desk.writing import Change, write
from inspection.files import DataFile
from tests.inspection.desk.new_record import REPORT, in_files, new, texts


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


@pytest.mark.parametrize("last", [1, 2, 3])
def test_what_is_interrupted_once_a_file_stands_in_its_place_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, last: int
) -> None:
    changes = three(tmp_path)
    before = held(tmp_path)
    done = []

    def then_interrupted(put: Callable[[Path, Path], object]) -> Callable[[Path, Path], None]:
        def placed(one: Path, other: Path) -> None:
            put(one, other)
            done.append(one)
            if len(done) == last:
                raise KeyboardInterrupt

        return placed

    monkeypatch.setattr(Path, "replace", then_interrupted(Path.replace))
    monkeypatch.setattr(Path, "hardlink_to", then_interrupted(Path.hardlink_to))
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


def test_a_file_that_somebody_else_began_in_the_same_words_is_not_taken_away(
    tmp_path: Path,
) -> None:
    changes = three(tmp_path)
    (tmp_path / "new.yaml").write_bytes(changes[1].after)
    before = held(tmp_path)
    with pytest.raises(CannotBeDone, match="new.yaml was not written: file exists. Everything"):
        write(changes)
    assert held(tmp_path) == before


def test_a_file_that_is_begun_can_be_read_by_whom_the_system_lets_read_new_files(
    tmp_path: Path,
) -> None:
    kept = os.umask(0o027)
    try:
        write([change(tmp_path / "new.yaml", None, b"new: 1\n")])
        assert (tmp_path / "new.yaml").stat().st_mode & 0o7777 == 0o640
        assert os.umask(0o027) == 0o027
    finally:
        os.umask(kept)


def test_whoever_reads_a_file_meanwhile_reads_the_old_one_whole(tmp_path: Path) -> None:
    one = change(tmp_path / "a.yaml", b"a: 1\n", b"a: 2\n")
    with (tmp_path / "a.yaml").open("rb") as reading:
        write([one])
        assert reading.read() == b"a: 1\n"
    assert (tmp_path / "a.yaml").read_bytes() == b"a: 2\n"


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


def full_from(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the disk be full from the writing of this number on, counted from one."""
    synced, done = os.fsync, []

    def fills(file: int) -> None:
        done.append(file)
        if len(done) >= number:
            raise OSError(errno.ENOSPC, "No space left on device")
        synced(file)

    monkeypatch.setattr(os, "fsync", fills)


def test_a_file_that_cannot_be_put_back_is_named_and_the_others_are_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changes = three(tmp_path)
    full_from(3, monkeypatch)
    with pytest.raises(CannotBeDone) as refused:
        write(changes)
    assert str(refused.value) == (
        "b.yaml was not written: no space left on device.\n"
        "a.yaml was written and could not be put back: no space left on device. "
        "Take what was added out of it by hand."
    )
    assert held(tmp_path) == {"a.yaml": b"a: 2\n", "b.yaml": b"b: 1\n"}


def test_each_file_that_somebody_wrote_to_meanwhile_is_named_and_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changes = three(tmp_path)
    synced, done = os.fsync, []

    def written_to(file: int) -> None:
        done.append(file)
        if len(done) == 3:
            for name in ("a.yaml", "new.yaml", "b.yaml"):
                (tmp_path / name).write_bytes(b"somebody else's\n")
        synced(file)

    monkeypatch.setattr(os, "fsync", written_to)
    with pytest.raises(CannotBeDone) as refused:
        write(changes)
    left = "was written and could not be put back: it was changed meanwhile. Take what was added"
    assert str(refused.value) == (
        "b.yaml was not written: it was changed meanwhile.\n"
        f"new.yaml {left} out of it by hand.\n"
        f"a.yaml {left} out of it by hand."
    )
    assert set(held(tmp_path).values()) == {b"somebody else's\n"}


def test_what_is_interrupted_and_cannot_be_put_back_is_named_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changes = three(tmp_path)
    synced, done = os.fsync, []

    def interrupted(file: int) -> None:
        done.append(file)
        if len(done) == 2:
            raise KeyboardInterrupt
        if len(done) > 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        synced(file)

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(CannotBeDone) as refused:
        write(changes)
    assert str(refused.value) == (
        "a.yaml was written and could not be put back: no space left on device. "
        "Take what was added out of it by hand."
    )
    assert held(tmp_path) == {"a.yaml": b"a: 2\n", "b.yaml": b"b: 1\n"}


def test_a_command_that_finds_the_disk_full_says_what_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = in_files(tmp_path / "data")
    before = texts(folder)
    full_from(2, monkeypatch)
    assert new("inspection", folder, **REPORT) == 2
    (undone,) = [name for name, text in texts(folder).items() if text != before[name]]
    (failed,) = {"inspections.yaml", "sources.yaml"} - {undone}
    assert capsys.readouterr() == (
        "",
        f"data/{failed} was not written: no space left on device.\n"
        f"data/{undone} was written and could not be put back: no space left on device. "
        "Take what was added out of it by hand.\n",
    )
