"""A record opened from its snapshot is the record of the files; no other snapshot is ever shown."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest
import yaml

from inspection.dataset import examine, texts
from inspection.model import Fact, Record
from inspection.problems import RecordProblems
from inspection.snapshot import Opened, opened
from tests.inspection.samples import finding, inspection, record, theme

ROOT = Path(__file__).parents[2]
PUBLISHED = ROOT / "data"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder with a small sound record, of which one warning can be given."""
    folder = tmp_path / "data"
    folder.mkdir()
    parts = record(
        inspection(findings=[finding("e-1")]), themes=[*record().themes, theme("unused", "both")]
    )
    values = parts.model_dump(mode="json", exclude_defaults=True)
    (folder / "record.yaml").write_text(yaml.safe_dump(values), encoding="utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "snapshots"


def snapshots(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.snapshot"))


def only(folder: Path) -> Path:
    (kept,) = snapshots(folder)
    return kept


def how(record: Opened) -> tuple[bool, str]:
    return record.is_from_snapshot, record.note


def every_fact(fact: Fact) -> Iterator[Fact]:
    yield fact
    for value in fact.__dict__.values():
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, Fact):
                yield from every_fact(inner)


def shape(record: Record) -> list[object]:
    """What equality does not see: sorts of values, the order of fields, and which were given."""
    return [(type(fact), sorts(fact), fact.model_fields_set) for fact in every_fact(record)]


def sorts(fact: Fact) -> list[tuple[str, type]]:
    known = type(fact).model_fields
    return [(name, type(value)) for name, value in fact.__dict__.items() if name in known]


def test_the_published_record_comes_out_of_its_snapshot_as_it_came_out_of_its_files(
    folder: Path,
) -> None:
    first, again = opened(PUBLISHED, folder), opened(PUBLISHED, folder)
    assert (how(first), how(again)) == ((False, ""), (True, ""))
    read, problems = examine(PUBLISHED)
    assert read is not None
    assert again.record == first.record == read
    assert shape(again.record) == shape(read)
    assert again.record.model_dump_json() == read.model_dump_json()
    assert again.problems == problems
    assert again.files == texts(PUBLISHED)
    assert again.record.known_on is None
    assert again.record.force.keys() == read.force.keys()


def test_a_warning_is_kept_with_the_record(data: Path, folder: Path) -> None:
    first, again = opened(data, folder), opened(data, folder)
    assert how(again) == (True, "")
    assert again.problems == first.problems == examine(data)[1]
    assert [problem.code for problem in again.problems] == ["X12"]


def test_a_record_with_errors_is_told_as_without_snapshots_and_leaves_none(
    data: Path, folder: Path
) -> None:
    (data / "z.yaml").write_text("wrong: 1\n", encoding="utf-8")
    with pytest.raises(RecordProblems) as caught:
        opened(data, folder)
    assert caught.value.problems == examine(data)[1]
    assert not folder.exists()


def test_a_file_that_cannot_be_read_is_told_though_there_is_a_snapshot_of_the_others(
    data: Path, folder: Path
) -> None:
    opened(data, folder)
    (data / "more.yml").write_text("themes: []\n", encoding="utf-8")
    with pytest.raises(RecordProblems, match="Only files whose names end in .yaml are read"):
        opened(data, folder)


def test_without_a_folder_nothing_is_written_and_nothing_said(data: Path) -> None:
    assert [how(opened(data, None)) for _ in range(2)] == [(False, ""), (False, "")]
    assert list(data.parent.iterdir()) == [data]


CHANGES: dict[str, Callable[[Path], object]] = {
    "one letter": lambda data: replace(data / "record.yaml", b"T", b"t"),
    "a remark": lambda data: (data / "z.yaml").write_bytes(b"gaps: []\n"),
    "the name of a file": lambda data: (data / "record.yaml").rename(data / "renamed.yaml"),
}


def replace(file: Path, old: bytes, new: bytes) -> None:
    file.write_bytes(file.read_bytes().replace(old, new, 1))


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_snapshot_of_other_bytes_or_names_is_not_used(
    change: Callable[[Path], object], data: Path, folder: Path
) -> None:
    opened(data, folder)
    state = (data / "record.yaml").stat()
    change(data)
    for file in data.iterdir():
        os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))
    now = opened(data, folder)
    assert how(now) == (False, "")
    assert (now.record, now.problems) == examine(data)
    assert how(opened(data, folder)) == (True, "")


def test_an_edit_taken_back_is_read_from_the_earlier_snapshot(data: Path, folder: Path) -> None:
    first = opened(data, folder)
    replace(data / "record.yaml", b"1.0.0", b"1.0.1")
    assert opened(data, folder).record.release.version == "1.0.1"
    replace(data / "record.yaml", b"1.0.1", b"1.0.0")
    again = opened(data, folder)
    assert (how(again), again.record) == ((True, ""), first.record)


def test_the_texts_are_of_the_bytes_the_record_was_read_from(data: Path, folder: Path) -> None:
    before = texts(data)
    for now in (opened(data, None), opened(data, folder), opened(data, folder)):
        replace(data / "record.yaml", b"1.0.0", b"1.0.1")
        assert now.files == before
        assert now.record.release.version == "1.0.0"
        replace(data / "record.yaml", b"1.0.1", b"1.0.0")


def flipped(at: float) -> Callable[[bytes], bytes]:
    def flip(raw: bytes) -> bytes:
        place = int(at * (len(raw) - 1))
        return raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :]

    return flip


def with_right_digest(body: bytes) -> Callable[[bytes], bytes]:
    def make(raw: bytes) -> bytes:
        start = raw.split(b"\n")[0].rsplit(b" ", 1)[0]
        return start + b" " + sha256(body).hexdigest().encode() + b"\n" + body

    return make


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "cut in half": lambda raw: raw[: len(raw) // 2],
    "cut by a sign": lambda raw: raw[:-1],
    "longer": lambda raw: raw + b" ",
    "empty": lambda _: b"",
    "first sign": flipped(0),
    "in the key": lambda raw: flipped(40 / len(raw))(raw),
    "in the middle": flipped(0.5),
    "last sign": flipped(1),
    "another form": lambda raw: raw.replace(b"snapshot 1 ", b"snapshot 0 ", 1),
    "an edition changed by hand": lambda raw: raw.replace(b"1.0.0", b"9.0.0"),
    "no letters": lambda _: bytes(range(256)) * 40,
    "no JSON, its digest right": with_right_digest(b"[]\n{"),
    "no record, its digest right": with_right_digest(b"[]\n[1]"),
    "no problems, their digest right": with_right_digest(b"{}\n{}"),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_snapshot_is_not_shown_and_is_made_again(
    damage: Callable[[bytes], bytes], data: Path, folder: Path
) -> None:
    first = opened(data, folder)
    kept = only(folder)
    whole = kept.read_bytes()
    kept.write_bytes(damage(whole))
    mended = opened(data, folder)
    assert how(mended) == (False, "The snapshot was damaged and is made again.")
    assert (mended.record, mended.problems) == (first.record, first.problems)
    assert kept.read_bytes() == whole
    assert how(opened(data, folder)) == (True, "")


def test_the_snapshot_of_another_record_under_this_name_is_not_shown(
    data: Path, folder: Path
) -> None:
    first = opened(data, folder)
    kept = only(folder)
    replace(data / "record.yaml", b"1.0.0", b"1.0.1")
    opened(data, folder)
    (other,) = set(snapshots(folder)) - {kept}
    shutil.copy(kept, other)
    assert first.record.release.version == "1.0.0"
    assert opened(data, folder).record.release.version == "1.0.1"


def test_a_snapshot_made_by_other_code_is_not_used(data: Path, folder: Path) -> None:
    code = shutil.copytree(ROOT / "inspection", folder.parent / "other" / "inspection")
    with (code / "near.py").open("a", encoding="utf-8") as file:
        file.write("# another edition\n")
    asked = "print(opened(Path(sys.argv[1]), Path(sys.argv[2])).is_from_snapshot)"
    assert [said(asked, data, folder, code.parent) for _ in range(2)] == ["False", "True"]
    assert how(opened(data, folder)) == (False, "")


def said(command: str, data: Path, folder: Path, code: Path = ROOT) -> str:
    """What a process of its own prints that opens records."""
    done = subprocess.run(program(command, data, folder), cwd=code, capture_output=True, text=True)
    assert done.stderr == ""
    return done.stdout.strip()


def program(command: str, data: Path, folder: Path) -> list[str]:
    start = "import sys\nfrom pathlib import Path\nfrom inspection.snapshot import opened\n"
    return [sys.executable, "-c", start + command, str(data), str(folder)]


def test_the_folder_and_what_is_in_it_are_its_owners_alone(data: Path, folder: Path) -> None:
    opened(data, folder / "deep")
    assert (folder / "deep").stat().st_mode & 0o777 == 0o700
    assert only(folder / "deep").stat().st_mode & 0o777 == 0o600


def test_a_folder_that_others_can_write_to_is_neither_read_nor_written(
    data: Path, folder: Path
) -> None:
    opened(data, folder)
    folder.chmod(0o770)
    before = only(folder).stat()
    note = "No snapshot was written: others can write to its folder."
    assert how(opened(data, folder)) == (False, note)
    assert only(folder).stat() == before


@pytest.mark.parametrize(
    ("below", "words"), [("", "file exists"), ("deeper", "not a directory")], ids=["file", "below"]
)
def test_a_folder_that_cannot_be_made_leaves_the_record_to_be_read(
    below: str, words: str, data: Path, folder: Path
) -> None:
    folder.write_text("no folder", encoding="utf-8")
    now = opened(data, folder / below)
    assert how(now) == (False, f"No snapshot was written: {words}.")
    assert (now.record, now.problems) == examine(data)


FULL = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500))
now = opened(Path(sys.argv[1]), Path(sys.argv[2]))
print(len(now.record.inspections), now.note)
"""


def test_a_disk_without_room_leaves_the_record_to_be_read_and_nothing_half_written(
    data: Path, folder: Path
) -> None:
    assert said(FULL, data, folder) == "1 No snapshot was written: file too large."
    assert list(folder.iterdir()) == []


WRITE_FOR_EVER = """
while True:
    opened(Path(sys.argv[1]), Path(sys.argv[2]))
    for file in Path(sys.argv[2]).glob("*.snapshot"):
        file.unlink()
"""


@pytest.mark.parametrize("_", range(3))
def test_a_process_killed_while_it_writes_leaves_no_half_snapshot(
    _: int, data: Path, folder: Path
) -> None:
    writer = subprocess.Popen(program(WRITE_FOR_EVER, data, folder), cwd=ROOT)
    while not (folder.exists() and any(folder.iterdir())):
        assert writer.poll() is None
    writer.kill()
    writer.wait()
    now = opened(data, folder)
    assert now.note == ""
    assert (now.record, now.problems) == examine(data)
    assert how(opened(data, folder)) == (True, "")


WRITE_OFTEN = """
for n in range(12):
    for file in Path(sys.argv[2]).glob("*.snapshot"):
        file.unlink(missing_ok=True)
    now = opened(Path(sys.argv[1]), Path(sys.argv[2]))
    assert (now.note, len(now.record.inspections)) == ("", 1), now.note
print("well")
"""


def test_two_processes_that_write_at_once_do_not_disturb_each_other(
    data: Path, folder: Path
) -> None:
    opened(data, folder)
    command = program(WRITE_OFTEN, data, folder)
    writers = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(2)
    ]
    assert [writer.communicate()[0] for writer in writers] == ["well\n", "well\n"]
    opened(data, folder)
    assert list(folder.iterdir()) == [only(folder)]
    assert how(opened(data, folder)) == (True, "")


def test_the_newest_snapshots_stay_and_what_killed_processes_left_goes(
    data: Path, folder: Path
) -> None:
    folder.mkdir(mode=0o700)
    for n, name in enumerate(("a.snapshot", "b.snapshot", "c.snapshot", "d.snapshot", "old.part")):
        (folder / name).write_bytes(b"")
        os.utime(folder / name, (1_000_000_000 + n, 1_000_000_000 + n))
    (folder / "new.part").write_bytes(b"half")
    (folder / "README").write_bytes(b"Not ours.")
    opened(data, folder)
    made = {file.name for file in folder.iterdir() if len(file.name) > 60}
    assert len(made) == 1
    left = {file.name for file in folder.iterdir()} - made
    assert left == {"c.snapshot", "d.snapshot", "new.part", "README"}
