"""The files of a record opened for editing: what stands in them, sound or not, and where.

Why not the Record: a skeleton that is not filled yet is a fault, and beside it something new can
still be written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from inspection.files import NO_PLACE, NO_RECORD, DataFile, looked_at, places
from inspection.places import Node, Plain, named_parts, plain
from inspection.problems import Problem, quoted
from inspection.reading import read_bytes

_NO_FACTS = ("corrections", "reports", "scales")
"""Parts in which an id names no fact of its own."""


class CannotBeDone(Exception):
    """Why something cannot be done as asked, in sentences for an editor; nothing was written."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a list of the record, with its file and its position in the list of that file."""

    file: DataFile
    position: int
    values: dict[str, Plain]

    def text(self, name: str) -> str:
        """The text of a field; empty where there is none."""
        return text_of(self.values, name)

    @property
    def id(self) -> str:
        """Its id; empty where it has none."""
        return self.text("id")


@dataclass(frozen=True, slots=True)
class Opened:
    """A record as it stands at one moment: its files, and the entries of each of its lists."""

    path: Path
    files: tuple[DataFile, ...]
    lists: dict[str, tuple[Entry, ...]]
    release: Entry | None

    def entries(self, part: str) -> tuple[Entry, ...]:
        """The entries of a list, in the order of the files."""
        return self.lists.get(part, ())

    def named(self, part: str, name: str = "name") -> dict[str, str]:
        """What the entries of a list are called, by their ids."""
        return {entry.id: entry.text(name) for entry in self.entries(part) if entry.id}

    def entry(self, part: str, id: str) -> Entry | None:
        """The first entry of a list with this id."""
        return next((entry for entry in self.entries(part) if entry.id == id), None)

    def files_with(self, part: str) -> list[DataFile]:
        """The files in which a list has entries, each once."""
        return list({entry.file.path: entry.file for entry in self.entries(part)}.values())

    def taken_out(self) -> set[str]:
        """Ids of facts that were taken out of the record: they are never used again."""
        return {
            entry.text("fact")
            for entry in self.entries("corrections")
            if entry.text("removed") == "true"
        }

    def facts(self) -> dict[str, str]:
        """Everything with an id that a correction can name, with what it is called or says."""
        found: dict[str, str] = {}
        for part, entries in self.lists.items():
            if part not in _NO_FACTS:
                for entry in entries:
                    found |= dict(_facts(entry.values))
        return found | {scale.id: scale.text("name") for scale in self.entries("scales")}


def opened(path: Path, begins: bool = False) -> Opened:
    """The files of a record; CannotBeDone where not all is read, since ids in it are not known.

    Where a file `begins` in the last folder, there need be nothing in that yet.
    """
    folders = places(path)
    if not folders:
        raise CannotBeDone(f"{quoted(str(path))} names no folder.")
    look = looked_at(path)
    unread = list(look.problems)
    if begins and (nothing := _nothing_at(folders[-1])):
        unread.remove(nothing)
    if unread:
        raise _to_mend(unread[0])
    lists: dict[str, list[Entry]] = {}
    release = None
    for file in look.files:
        tree, problems = read_bytes(file.raw, file.shown)
        if tree is None and problems[-1].code != "S05":
            raise _to_mend(problems[-1])
        for problem in problems:
            if problem.code == "S07":  # of two parts of one name, the second is not in the tree
                raise _to_mend(problem)
        for name, node in named_parts(tree):
            held = plain(node)
            if name == "release" and isinstance(held, dict):
                release = Entry(file, 0, held)
            for position, values in enumerate(held if isinstance(held, list) else ()):
                if isinstance(values, dict):
                    lists.setdefault(name, []).append(Entry(file, position, values))
    return Opened(path, look.files, {name: tuple(held) for name, held in lists.items()}, release)


def text_of(values: Plain, name: str) -> str:
    """The text of a field; empty where there is none."""
    held = values.get(name) if isinstance(values, dict) else None
    return held if isinstance(held, str) else ""


def rows_of(values: Plain, name: str) -> list[Plain]:
    """The entries of a list within an entry; none where there is no list."""
    held = values.get(name) if isinstance(values, dict) else None
    return held if isinstance(held, list) else []


def made_id(recommendation: str, statement: Plain) -> str:
    """The id of a statement on a recommendation: its own, or as the record makes it."""
    date, voice = text_of(statement, "date") or "undated", text_of(statement, "voice")
    return text_of(statement, "id") or f"{recommendation}-{date}-{voice}"


def empty_lines(node: Node) -> Iterator[tuple[int, str]]:
    """The fields of an entry that stand without a value: line and name."""
    if isinstance(node.content, dict):
        for name, inner in node.content.items():
            if inner.content is None:
                yield inner.key_line, name
            yield from empty_lines(inner)
    elif isinstance(node.content, list):
        for inner in node.content:
            if inner.content is None:
                yield inner.line, "an entry"
            yield from empty_lines(inner)


def _to_mend(problem: Problem) -> CannotBeDone:
    return CannotBeDone(f"Mend this first:\n{problem.line_of_text}")


def _nothing_at(place: Path) -> Problem | None:
    """What is said of a place with nothing in it that could be read; None where there is something."""
    found = looked_at(place).problems
    return found[0] if [one.message for one in found] in ([NO_PLACE], [NO_RECORD]) else None


def _facts(values: Plain) -> Iterator[tuple[str, str]]:
    if isinstance(values, list):
        for inner in values:
            yield from _facts(inner)
    if not isinstance(values, dict):
        return
    words = [text_of(values, name) for name in ("title", "name", "summary", "what", "topic")]
    if own := text_of(values, "id"):
        yield own, next((word for word in words if word), "")
    for name, inner in values.items():
        if name == "statements":
            for said in rows_of(values, name):
                yield made_id(own, said), text_of(said, "summary")
        elif name not in _NO_FACTS:
            yield from _facts(inner)
