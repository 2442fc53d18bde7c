"""A file is written in one step, whether one stands there already or not."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from inspection.desk.saving import NotSaved, put


def no_space(_file: int) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_file_is_begun_or_written_anew_and_keeps_who_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "schema.json"
    kept = os.umask(0o027)
    try:
        put(path, b"{}")
        assert (path.read_bytes(), path.stat().st_mode & 0o7777) == (b"{}", 0o640)
        path.chmod(0o604)
        put(path, b"[]")
        assert (path.read_bytes(), path.stat().st_mode & 0o7777) == (b"[]", 0o604)
    finally:
        os.umask(kept)
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("before", [b"whole", None])
def test_a_writing_that_is_cut_short_leaves_what_stood_there(
    before: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "schema.json"
    if before is not None:
        path.write_bytes(before)
    monkeypatch.setattr(os, "fsync", no_space)
    with pytest.raises(NotSaved, match=r"^no space left on device$"):
        put(path, b"longer than before")
    assert [one.read_bytes() for one in tmp_path.iterdir()] == [before] * (before is not None)


def test_what_is_no_file_is_left_alone(tmp_path: Path) -> None:
    folder, pipe, link = tmp_path / "a", tmp_path / "b", tmp_path / "c"
    folder.mkdir()
    os.mkfifo(pipe)
    link.symlink_to(tmp_path / "gone")
    for path in (folder, pipe, link):
        with pytest.raises(NotSaved, match=r"^file exists$"):
            put(path, b"{}")
    assert sorted(tmp_path.iterdir()) == [folder, pipe, link]


def test_a_link_is_left_and_so_is_what_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"whole")
    (tmp_path / "link").symlink_to(tmp_path / "file")
    with pytest.raises(NotSaved, match=r"^it is a link, name the file that it leads to$"):
        put(tmp_path / "link", b"{}")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_bytes() == b"whole"
