"""Writing what was made for the files of a record: all of it, or nothing."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import mkstemp

from inspection.desk.opened import CannotBeDone
from inspection.desk.placing import node_at, with_entry
from inspection.desk.saving import NotSaved, save
from inspection.files import DataFile
from inspection.places import Node
from inspection.problems import Path as Steps
from inspection.reading import read_bytes


@dataclass(frozen=True, slots=True)
class Change:
    """A file as it was read, holding nothing where there was none, and as it is to be."""

    file: DataFile
    after: bytes


@dataclass(frozen=True, slots=True)
class Added:
    """An entry that was added, by what it is, and where it stands in its file."""

    what: str
    file: Path
    path: Steps


class Draft:
    """The files of a record as they are to be: entries are added, and nothing is written yet."""

    def __init__(self, files: Iterable[DataFile]) -> None:
        self.added: list[Added] = []
        self._files = {file.path: Change(file, file.raw) for file in files}

    def add(
        self,
        what: str,
        file: Path,
        path: Steps,
        position: int,
        entry: Sequence[str],
        order: Sequence[str],
    ) -> None:
        """Add an entry to the list at `path` of a file, as `with_entry` does."""
        now = self._files[file]
        after = with_entry(now.after, now.file.shown, path, position, entry, order)
        self._files[file] = replace(now, after=after)
        self.added.append(Added(what, file, (*path, position)))

    def begin(self, what: str, file: Path, shown: str, text: str, path: Steps) -> None:
        """Begin a file with one entry."""
        new = DataFile(file.name, shown, b"", file)
        self._files[file] = Change(new, text.encode("utf-8"))
        self.added.append(Added(what, file, path))

    @property
    def changes(self) -> list[Change]:
        """The files that are to be written."""
        return [change for change in self._files.values() if change.after != change.file.raw]

    def place(self, added: Added) -> tuple[str, Node]:
        """The file of an entry as messages name it, and the entry with its lines."""
        change = self._files[added.file]
        tree, _ = read_bytes(change.after, change.file.shown)
        node = node_at(tree, added.path) if tree else None
        assert node is not None
        return change.file.shown, node


def differences(changes: Iterable[Change]) -> str:
    """What would change, as a unified diff."""
    parts = []
    for change in changes:
        old = f"a/{change.file.shown}" if change.file.raw else "/dev/null"
        before, after = _lines(change.file.raw), _lines(change.after)
        made = difflib.unified_diff(before, after, old, f"b/{change.file.shown}", n=2)
        parts += [
            line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
            for line in made
        ]
    return "".join(parts)


def write(changes: Sequence[Change]) -> None:
    """Put each file in its place; CannotBeDone, with everything as it was, where one cannot be."""
    done: list[Change] = []
    try:
        for change in changes:
            done.append(change)
            _put(change)
    except NotSaved as error:
        _take_back(done[:-1])
        raise CannotBeDone(
            f"{done[-1].file.shown} was not written: {error}. Everything stands as it did."
        ) from error
    except BaseException:  # it was interrupted, and the last of them may be there or not
        _take_back(done)
        raise


def _put(change: Change) -> None:
    if change.file.raw:
        save(change.file, change.after)
    else:
        _begin(change)


def _take_back(done: Sequence[Change]) -> None:
    """Put back what stood in the files that were written, as far as nobody wrote to them since."""
    for change in reversed(done):
        path = change.file.path
        if not path.exists() or path.read_bytes() != change.after:
            continue
        if change.file.raw:
            save(replace(change.file, raw=change.after), change.file.raw)
        else:
            path.unlink()


def _begin(change: Change) -> None:
    """Write a file that was not there; NotSaved where it is by now, or cannot be written."""
    path = change.file.path
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        begun, name = mkstemp(prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent)
    except OSError as error:
        raise NotSaved((error.strerror or "unknown reason").lower()) from error
    part = Path(name)
    try:
        with os.fdopen(begun, "wb") as file:
            file.write(change.after)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(0o666 & ~_umask())
        path.hardlink_to(part)
    except OSError as error:
        raise NotSaved((error.strerror or "unknown reason").lower()) from error
    finally:
        part.unlink(missing_ok=True)


def _umask() -> int:
    """What this process keeps others from, which can only be read by setting it."""
    kept = os.umask(0o077)
    os.umask(kept)
    return kept


def _lines(held: bytes) -> list[str]:
    return held.decode("utf-8").splitlines(keepends=True)
