"""Writing what was made for the files of a record: all of it, or nothing."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from inspection.desk.opened import CannotBeDone
from inspection.desk.placing import node_at, with_entry
from inspection.desk.saving import NotSaved, begin, reason, save
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
    """Put each file in its place; CannotBeDone, with everything as it was, where one cannot be.

    Where a file cannot be put back either, CannotBeDone names it.
    """
    done: list[Change] = []
    try:
        for change in changes:
            done.append(change)
            _put(change)
    except NotSaved as error:
        left = _take_back(done[:-1])
        stands = "\n".join(["", *left]) if left else " Everything stands as it did."
        raise CannotBeDone(f"{done[-1].file.shown} was not written: {error}.{stands}") from error
    except BaseException as error:  # it was interrupted, and the last of them may be there or not
        if left := _take_back(done):
            raise CannotBeDone("\n".join(left)) from error
        raise


def _put(change: Change) -> None:
    path = change.file.path
    if change.file.raw:
        save(change.file, change.after)
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NotSaved(reason(error)) from error
    begin(path, change.after)


def _take_back(done: Sequence[Change]) -> list[str]:
    """Put back what stood in the files that were written; a sentence on each that could not be."""
    left = []
    for change in reversed(done):
        try:
            _put_back(change)
        except (NotSaved, OSError) as error:
            why = reason(error) if isinstance(error, OSError) else error
            left.append(
                f"{change.file.shown} was written and could not be put back: {why}. "
                "Take what was added out of it by hand."
            )
    return left


def _put_back(change: Change) -> None:
    path = change.file.path
    now = path.read_bytes() if path.exists() else change.file.raw
    if now == change.file.raw:  # it was not written yet, or somebody took it away
        return
    if now != change.after:
        raise NotSaved("it was changed meanwhile")
    if change.file.raw:
        save(replace(change.file, raw=change.after), change.file.raw)
    else:
        path.unlink()


def _lines(held: bytes) -> list[str]:
    return held.decode("utf-8").splitlines(keepends=True)
