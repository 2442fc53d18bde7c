"""A record opened quickly: read and checked once, then kept in a compiled form for later starts.

A snapshot is named and headed by a digest of every byte of the data files, of the code that reads and
checks them, and of the Python and pydantic it runs on. It carries a digest of itself. It is used only
where both hold, so one that is damaged, cut short, older or of other files is made again.

It is JSON, in which nothing can run. It stands in a folder that only its owner can write to, since
the digests show that it is whole and not who wrote it. It is written aside and then renamed, so that
a process killed at any moment leaves the last whole one in place.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import mkstemp

import pydantic

from inspection.compiled import compiled, opened_again
from inspection.dataset import examined
from inspection.files import Look, looked_at
from inspection.model import Record
from inspection.problems import Problem, RecordProblems

KEPT = 3
"""How many snapshots stay in the folder, the newest: an edit that is taken back is quick again."""
_ABANDONED = 3600
"""Seconds after which a file that was begun and never finished is taken away."""
_FORM = "inspection snapshot 1"
_Problems = pydantic.TypeAdapter(tuple[Problem, ...])


def _digest_of_the_code() -> bytes:
    """Of the code as it was when this was loaded, which is the code that will read and check."""
    code = sha256()
    for file in sorted(Path(__file__).parent.glob("*.py")):
        code.update(sha256(file.read_bytes()).digest())
    return code.digest()


_MADE_BY = _digest_of_the_code() + f"{sys.version} {pydantic.VERSION}".encode()


@dataclass(frozen=True)
class Opened:
    """A sound record with the files it was read from and the warnings about it.

    `note` says in a sentence why no snapshot could be used or written; empty where all is well.
    """

    record: Record
    problems: tuple[Problem, ...]
    look: Look
    note: str
    is_from_snapshot: bool

    @property
    def files(self) -> tuple[tuple[str, str], ...]:
        """Name and text of each data file as it stood when the record was read.

        The texts are made anew each time: they take twice the room of the bytes that are held.
        """
        return tuple((file.name, file.text) for file in self.look.files)


class _Damaged(Exception):
    """The snapshot is not what was once written."""


class _NotPrivate(Exception):
    """Others than its owner can write to the folder of snapshots."""


def opened(path: Path, folder: Path | None) -> Opened:
    """The record in a folder of *.yaml files, or in one file, with the help of a snapshot.

    `folder` holds snapshots and is made where there is none; None means to do without. Without a
    folder that can be used the record is read from its files. Raises RecordProblems as
    `load_record` does.
    """
    look = looked_at(path)
    with collector_at_rest():
        if folder is None or look.problems:
            return Opened(*_sound(look), look, "", False)
        key = _key(look)
        note = ""
        try:
            return Opened(*_read(folder, key), look, "", True)
        except FileNotFoundError:
            pass
        except _Damaged:
            note = "The snapshot was damaged and is made again."
        except (OSError, _NotPrivate) as error:
            note = f"No snapshot was used: {_words(error)}."
        record, problems = _sound(look)
        try:
            _write(folder, key, record, problems)
        except (OSError, _NotPrivate) as error:
            note = f"No snapshot was written: {_words(error)}."
        return Opened(record, problems, look, note, False)


def _sound(look: Look) -> tuple[Record, tuple[Problem, ...]]:
    record, problems = examined(look)
    if record is None:
        raise RecordProblems(problems)
    return record, problems


def _key(look: Look) -> str:
    key = sha256(_MADE_BY)
    for file in look.files:
        key.update(sha256(file.shown.encode()).digest() + sha256(file.raw).digest())
    return key.hexdigest()


def _read(folder: Path, key: str) -> tuple[Record, tuple[Problem, ...]]:
    with _place(folder, key).open("rb") as file:
        _refuse_unless_private(folder)
        head, problems, record = file.readline(1000), file.readline(), file.read()
    if head != _head(key, problems, record):
        raise _Damaged
    try:
        return opened_again(record), _Problems.validate_json(problems)
    except (KeyError, TypeError, ValueError) as error:
        raise _Damaged from error


def _write(folder: Path, key: str, record: Record, problems: tuple[Problem, ...]) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _refuse_unless_private(folder)
    body = _Problems.dump_json(problems) + b"\n", compiled(record)
    begun, name = mkstemp(prefix=f"{key[:16]}.", suffix=".part", dir=folder)
    part = Path(name)
    try:
        with os.fdopen(begun, "wb") as file:
            file.writelines((_head(key, *body), *body))
            file.flush()
            os.fsync(file.fileno())
        part.replace(_place(folder, key))
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
    _clear(folder, _place(folder, key))


def _head(key: str, problems: bytes, record: bytes) -> bytes:
    digest = sha256(problems)
    digest.update(record)
    return f"{_FORM} {key} {digest.hexdigest()}\n".encode()


def _place(folder: Path, key: str) -> Path:
    return folder / f"{key}.snapshot"


def _refuse_unless_private(folder: Path) -> None:
    """Why: the digests show that a snapshot is whole, not who wrote it."""
    state = folder.stat()
    is_owned = not hasattr(os, "geteuid") or state.st_uid in (0, os.geteuid())
    if not is_owned or (os.name == "posix" and state.st_mode & 0o022):
        raise _NotPrivate("others can write to its folder")


def _clear(folder: Path, newest: Path) -> None:
    """Take away all but the newest snapshots, and what killed processes left behind."""
    with suppress(OSError):
        made_at = newest.stat().st_mtime
        ages = {file: made_at - file.stat().st_mtime for file in folder.iterdir()}
        of_age = sorted((file for file in ages if file.suffix == ".snapshot"), key=ages.__getitem__)
        left = [file for file in ages if file.suffix == ".part" and ages[file] > _ABANDONED]
        for file in (*of_age[KEPT:], *left):
            file.unlink(missing_ok=True)


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Nothing is searched for garbage meanwhile: all that is made here is there to stay.

    Why: the search goes through all of it again and again, which takes as long as the reading.
    """
    was_at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_at_work:
            gc.enable()


def _words(error: Exception) -> str:
    said = error.strerror if isinstance(error, OSError) else str(error)
    return (said or "unknown reason").lower()
