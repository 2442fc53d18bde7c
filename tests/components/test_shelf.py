"""The newest sound edition, while the files of the record are changed and broken under it."""

import datetime as dt
import gc
import shutil
import weakref
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from components.dataset import Edition
from components.shelf import LOG, Shelf
from tests.small_folder import SPOILT, empty, not_text, put, small_folder, write_version


@pytest.fixture
def folder(tmp_path):
    return small_folder(tmp_path / "data")


@pytest.fixture(autouse=True)
def _no_snapshots(monkeypatch):
    monkeypatch.setenv("INSPECTION_SNAPSHOTS", "none")


@pytest.fixture
def shelf(folder):
    return Shelf(folder, Edition)


@pytest.fixture
def log(caplog):
    """What the server's log is told: level and text of each entry."""
    LOG.addHandler(caplog.handler)
    yield lambda: [(record.levelname, record.getMessage()) for record in caplog.records]
    LOG.removeHandler(caplog.handler)


def places(standing):
    """Code and place of each problem, as in `S05 base.yaml:1:1`."""
    return [f"{p.code} {Path(p.file).name}:{p.line}:{p.column}" for p in standing.problems]


@pytest.mark.parametrize("spoil", SPOILT)
def test_a_spoilt_file_leaves_the_last_sound_edition_until_it_is_mended(folder, shelf, spoil):
    sound = shelf.look()
    file = folder / "base.yaml"
    kept = file.read_bytes()
    spoil(file)
    spoilt = shelf.look()
    assert spoilt.edition is sound.edition
    assert any(place.startswith(" ".join(SPOILT[spoil])) for place in places(spoilt))
    assert shelf.look() is spoilt
    put(file, kept)
    mended = shelf.look()
    assert (mended.problems, mended.broken_since) == ((), None)
    assert mended.edition is sound.edition  # with all that was worked out from it
    assert mended.read_at > spoilt.broken_since


def test_a_deleted_file_can_leave_a_sound_record_of_fewer_facts(folder, shelf):
    assert len(shelf.look().edition.record.inspections) == 2
    (folder / "inspections.yaml").unlink()
    fewer = shelf.look()
    assert fewer.problems == ()
    assert fewer.edition.record.inspections == ()


def test_a_folder_that_is_taken_away_leaves_the_last_sound_edition(folder, shelf):
    sound = shelf.look()
    shutil.rmtree(folder)
    broken = shelf.look()
    assert broken.edition is sound.edition
    assert [str(problem).partition("  ")[2] for problem in broken.problems] == [
        "S01  There is no such file or folder. See that the path is right."
    ]


def test_it_is_known_since_when_the_data_is_broken_and_when_the_edition_was_read(folder, shelf):
    before = dt.datetime.now(dt.UTC)
    sound = shelf.look()
    between = dt.datetime.now(dt.UTC)
    empty(folder / "base.yaml")
    broken = shelf.look()
    assert before <= sound.read_at <= between <= broken.broken_since <= dt.datetime.now(dt.UTC)
    not_text(folder / "base.yaml")
    worse = shelf.look()
    assert places(worse) != places(broken)
    assert (worse.read_at, worse.broken_since) == (sound.read_at, broken.broken_since)
    write_version(folder / "base.yaml", "2.0.0")
    mended = shelf.look()
    assert mended.broken_since is None
    assert mended.read_at > broken.broken_since


def test_the_log_has_each_change_once_with_the_lines(folder, shelf, log):
    shelf.look()
    empty(folder / "inspections.yaml")
    for _ in range(3):
        shelf.look()
    (folder / "inspections.yaml").unlink()
    for _ in range(3):
        shelf.look()
    assert log() == [
        ("INFO", f"The data in {folder} is sound: version 1.0.0 is shown."),
        (
            "ERROR",
            f"The data in {folder} has 1 error, 0 warnings; the last sound edition is shown:\n"
            "data/inspections.yaml:1:1  S05  The file is empty. Fill it in or take it away.",
        ),
        ("INFO", f"The data in {folder} is sound again: version 1.0.0 is shown."),
    ]


def test_data_broken_from_the_start_is_logged_and_taken_up_when_it_is_mended(folder, log):
    empty(folder / "inspections.yaml")
    shelf = Shelf(folder, Edition)
    broken = shelf.look()
    assert (broken.edition, broken.read_at) == (None, None)
    assert broken.broken_since is not None
    (folder / "inspections.yaml").unlink()
    assert shelf.look().edition.record.release.version == "1.0.0"
    assert log() == [
        (
            "ERROR",
            f"The data in {folder} has 1 error, 0 warnings; no page is shown:\n"
            "data/inspections.yaml:1:1  S05  The file is empty. Fill it in or take it away.",
        ),
        ("INFO", f"The data in {folder} is sound: version 1.0.0 is shown."),
    ]


class Held:
    """Makes editions, the next one not before it is let go on."""

    def __init__(self):
        self.begun, self.go_on = Event(), Event()
        self.made = 0

    def __call__(self, *parts):
        self.made += 1
        self.begun.set()
        assert self.go_on.wait(20)
        return Edition(*parts)


def test_readers_go_on_with_the_edition_there_is_while_one_waits_for_the_new_one(folder):
    make = Held()
    shelf = Shelf(folder, make)
    make.go_on.set()
    old = shelf.look()
    make.begun.clear()
    make.go_on.clear()
    write_version(folder / "base.yaml", "2.0.0")
    with ThreadPoolExecutor(2) as readers:
        first = readers.submit(shelf.look)
        assert make.begun.wait(20)
        other = readers.submit(shelf.look)
        try:
            assert other.result(5) is old
        finally:
            make.go_on.set()
        assert first.result(20).edition.record.release.version == "2.0.0"
    assert make.made == 2


def test_first_readers_wait_for_the_one_reading(folder):
    make = Held()
    shelf = Shelf(folder, make)
    with ThreadPoolExecutor(2) as readers:
        first = readers.submit(shelf.look)
        assert make.begun.wait(20)
        other = readers.submit(shelf.look)
        make.go_on.set()
        assert other.result(20) is first.result(20)
    assert make.made == 1


def test_a_fault_of_ours_in_reading_new_data_leaves_the_last_sound_edition(folder, log):
    def make(record, files):
        if record.release.version == "2.0.0":
            raise ZeroDivisionError
        return Edition(record, files)

    shelf = Shelf(folder, make)
    sound = shelf.look()
    write_version(folder / "base.yaml", "2.0.0")
    standing = shelf.look()
    assert standing.edition is sound.edition
    assert [problem.message for problem in standing.problems] == [
        "The dashboard has a fault that kept it from reading."
    ]
    assert shelf.look() is standing
    assert [level for level, _ in log()] == ["INFO", "ERROR", "ERROR"]
    write_version(folder / "base.yaml", "3.0.0")
    assert shelf.look().edition.record.release.version == "3.0.0"


def test_a_replaced_edition_is_let_go_though_it_was_set_aside_from_the_collector(folder, shelf):
    old = shelf.look().edition
    old.record.worked_out["something that leads back to"] = old
    gone = weakref.ref(old)
    gc.freeze()
    try:
        del old
        write_version(folder / "base.yaml", "2.0.0")
        shelf.look()
        assert gone() is None
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()


class WrittenMeanwhile:
    """Makes editions; as often as told, the data is written to while it is being read."""

    def __init__(self, file):
        self.file, self.times, self.made = file, 0, 0

    def __call__(self, *parts):
        self.made += 1
        if self.times:
            self.times -= 1
            write_version(self.file, f"2.0.{self.made}")
        return Edition(*parts)


def test_data_written_to_while_it_is_read_is_not_shown_before_it_is_whole(folder):
    make = WrittenMeanwhile(folder / "base.yaml")
    shelf = Shelf(folder, make)
    old = shelf.look()
    make.times = 1
    write_version(folder / "base.yaml", "2.0.0")
    assert shelf.look() is old
    assert shelf.look().edition.record.release.version == "2.0.2"


def test_the_first_edition_is_read_until_the_data_is_at_rest(folder):
    make = WrittenMeanwhile(folder / "base.yaml")
    make.times = 2
    shelf = Shelf(folder, make)
    assert shelf.look().edition.record.release.version == "2.0.2"
    assert make.made == 3


def test_data_that_is_never_at_rest_is_not_shown_at_all(folder):
    make = WrittenMeanwhile(folder / "base.yaml")
    make.times = 1000
    standing = Shelf(folder, make).look()
    assert standing.edition is None
    assert [str(problem) for problem in standing.problems] == [
        "data:1:1  S01  It was written to while it was read. The server's log may say more."
    ]
    assert make.made == 5


def test_a_snapshot_that_cannot_be_written_is_logged_once_and_costs_nothing_else(
    folder, shelf, log, monkeypatch
):
    monkeypatch.setenv("INSPECTION_SNAPSHOTS", "/dev/null/snapshots")
    for version in ("1.0.0", "2.0.0", "3.0.0"):
        write_version(folder / "base.yaml", version)
        assert shelf.look().edition.record.release.version == version
    warned = [text for level, text in log() if level == "WARNING"]
    assert warned == [
        "No snapshot was written: not a directory. The record was read from its files."
    ]


def test_a_changed_record_is_opened_with_its_snapshot(folder, shelf, log, monkeypatch, tmp_path):
    monkeypatch.setenv("INSPECTION_SNAPSHOTS", str(tmp_path / "snapshots"))
    shelf.look()
    [snapshot] = (tmp_path / "snapshots").glob("*.snapshot")
    snapshot.write_bytes(b"spoilt")
    assert Shelf(folder, Edition).look().edition == shelf.look().edition
    assert (
        "WARNING",
        "The snapshot was damaged and is made again. The record was read from its files.",
    ) in log()
