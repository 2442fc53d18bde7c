"""Damaged snapshots: whatever stands in the file, the record is that of the data files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

from inspection.snapshot import opened
from tests.fuzzing.trying import try_all
from tests.inspection.desk.test_check import written

Damage = Callable[[bytes], bytes]


def damage(random: Random) -> Damage:
    """Something that a disk, a killed process or a hand may do to a file."""
    at, of = random.random(), random.random()
    bit, length = 1 << random.randrange(8), random.choice((1, 3, 512, 4_096))
    junk = random.choice((b"", b"null", b"{}", b"[]", b"\x00" * 5_000, b"\xff", b"{" * 9_000))

    def place(whole: bytes) -> int:
        return int(at * len(whole))

    return random.choice(
        (
            lambda whole: whole[: place(whole)],
            lambda whole: whole[place(whole) :],
            lambda whole: whole + whole,
            lambda whole: whole + b"\n",
            lambda whole: whole[: place(whole)] + bytes(length) + whole[place(whole) + length :],
            lambda whole: whole[: place(whole)] + whole[int(of * len(whole)) :],
            lambda whole: _turned(whole, place(whole), bit),
            lambda _: junk,
            lambda whole: whole.partition(b"\n")[0] + b"\n" + junk,
        )
    )


def _turned(whole: bytes, at: int, bit: int) -> bytes:
    spoilt = bytearray(whole)
    spoilt[at] ^= bit
    return bytes(spoilt)


def test_a_damaged_snapshot_is_made_again_and_nobody_sees_it(tmp_path: Path) -> None:
    data, kept = written(tmp_path), tmp_path / "snapshots"
    sound = opened(data, kept)
    (file,) = kept.glob("*.snapshot")
    whole = file.read_bytes()

    def check(spoil: Damage) -> None:
        spoilt = spoil(whole)
        file.write_bytes(spoilt)
        again = opened(data, kept)
        assert again.record == sound.record
        assert again.problems == sound.problems
        assert again.is_from_snapshot == (spoilt == whole)
        assert file.read_bytes() == whole

    try_all("snapshots, damaged", 100, damage, check, seconds_each=2)
