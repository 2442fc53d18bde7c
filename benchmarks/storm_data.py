"""Data files for a storm: editions that carry their mark in every part, and what spoils them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

from benchmarks import national

MARK = "9.0.0"
MARKS = re.compile(r"\b9\.(\d+)\.0\b")
"""The mark of an edition, which is its data version as well: `9.12.0` is the twelfth."""
Spoil = Callable[[Path, bytes], None]
_MARKED = re.compile(r"^(\s*(?:- )?(?:title|summary|judgement): )(['\"]?)", re.M)
_BROKEN = (b"x: [", b"\xff\xfe\x00", b"- not a part\n", b"\n\tx: 1\n", b"&a [*a]\n")


class Files:
    """The data folder of a storm: a link that leads to the folder of the newest edition.

    An edition of several files is put in the place of another in one step, by the link. Everything
    else that is done to a file leaves it of its edition, or no record at all.
    """

    def __init__(self, folder: Path, random: Random) -> None:
        self.link = folder / "data"
        self.newest = 0
        self._folder, self._random = folder, random
        self._texts = marked(national.files(1, inspections=3, findings=4))
        self.write_next()

    def write_next(self) -> None:
        """The next edition, whole; the folder of the one before the last is taken away."""
        self.newest += 1
        made = self._folder / f"edition-{self.newest}"
        made.mkdir()
        for name in self._texts:
            (made / name).write_bytes(self._sound(name))
        beside = self._folder / "beside"
        beside.symlink_to(made)
        beside.replace(self.link)
        shutil.rmtree(self._folder / f"edition-{self.newest - 2}", ignore_errors=True)

    def mend(self) -> None:
        """Put every file of the newest edition back."""
        folder = self._folder / f"edition-{self.newest}"
        folder.mkdir(exist_ok=True)
        for name in self._texts:
            beside = folder / ".beside"
            beside.write_bytes(self._sound(name))
            beside.replace(folder / name)

    def spoil(self, way: Spoil | None = None) -> None:
        """Do something to a file, or to the folder, that no editor would want."""
        name = self._random.choice(list(self._texts))
        file = self._folder / f"edition-{self.newest}" / name
        (way or self._random.choice(self.ways()))(file, self._sound(name))

    def ways(self) -> tuple[Spoil, ...]:
        """What can be done to a file, given what it should hold."""
        return (self._cut, self._broken, self._written_slowly, _empty, _huge, _deleted, _all_gone)

    def _cut(self, file: Path, sound: bytes) -> None:
        file.write_bytes(sound[: self._random.randrange(len(sound))])

    def _broken(self, file: Path, sound: bytes) -> None:
        at = self._random.randrange(len(sound))
        file.write_bytes(sound[:at] + self._random.choice(_BROKEN) + sound[at:])

    def _written_slowly(self, file: Path, sound: bytes) -> None:
        """As by an editor that writes in place: half of it is there for a while, and then all."""
        with file.open("wb", buffering=0) as opened:
            for start in range(0, len(sound), 500):
                opened.write(sound[start : start + 500])

    def _sound(self, name: str) -> bytes:
        return self._texts[name].replace(MARK, f"9.{self.newest}.0").encode()


def marked(texts: dict[str, str]) -> dict[str, str]:
    """The files of a record with a mark for a data version and before every title and summary."""
    found = {}
    for name, text in texts.items():
        text = re.sub(r"^corrections:\n(?!-)", "", text, flags=re.M)  # so small a record has none
        text = re.sub(r"^(  version:) [\d.]+", rf"\1 {MARK}", text, flags=re.M)
        found[name] = _MARKED.sub(rf"\g<1>\g<2>{MARK} ", text)
    return found


def _empty(file: Path, _sound: bytes) -> None:
    file.write_bytes(b"")


def _huge(file: Path, _sound: bytes) -> None:
    with file.open("ab") as opened:
        opened.truncate(11_000_000)


def _deleted(file: Path, _sound: bytes) -> None:
    file.unlink(missing_ok=True)


def _all_gone(file: Path, _sound: bytes) -> None:
    shutil.rmtree(file.parent)
