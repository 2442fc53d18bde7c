"""The files of a record as they stand at one moment: which they are, and what each holds.

The record, the texts that are published beside it and the key of its snapshot are all made from the
bytes of one look, so that a file edited meanwhile can give no mixture of two states.

A record is at one path: a folder, a file, or several of them with a colon between (`data:my-force`; a
semicolon on Windows), which are read together as one record.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from inspection.problems import Problem, choice_hint, quoted

MAX_BYTES = 10_000_000
_ENDINGS = (".yaml", ".yml", ".yaml.txt", ".yml.txt")
"""Of the first the files are read; the others were meant to be read and are named wrongly."""
NO_PLACE, NO_RECORD = "There is no such file or folder.", "The folder holds no record."
"""What is wrong with a place of which nothing is unread: there is nothing yet."""
_NOT_OURS = (".", "~$")
"""So begin the names of files that editors keep beside one that is open, and of hidden ones."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """One file of a record as read: its name, what messages call it, every byte of it, its place."""

    name: str
    shown: str
    raw: bytes
    path: Path

    @property
    def text(self) -> str:
        """Its text, without a byte order mark and with lines that end as on any system."""
        text = self.raw.decode("utf-8-sig")
        return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


@dataclass(frozen=True, slots=True)
class Look:
    """What one look at the files of a record found; `problems` say what could not be read."""

    files: tuple[DataFile, ...]
    problems: tuple[Problem, ...]


def places(path: Path) -> tuple[Path, ...]:
    """The folders and files that a path names: itself, or those between its colons."""
    if os.pathsep not in str(path) or is_there(path):
        return (path,)
    return tuple(Path(name) for name in str(path).split(os.pathsep) if name)


def is_there(path: Path) -> bool:
    """Whether there is a file or folder; what cannot be one, being too long for a name, is not."""
    try:
        return path.exists()
    except OSError:
        return False


def looked_at(path: Path) -> Look:
    """The files of a record in the order of their names, folder after folder, each read once."""
    paths: list[Path] = []
    problems: list[Problem] = []
    try:
        for place in places(path):
            inside, wrong = _paths(place)
            paths, problems = paths + inside, problems + wrong
    except OSError as error:  # its name is too long, or it may not be looked into
        words = (error.strerror or "unknown reason").lower()
        return Look((), (_about(path, f"The file or folder cannot be read ({words})."),))
    problems += _names_twice(paths)
    files = []
    for file in paths:
        try:
            with file.open("rb") as opened:
                raw = opened.read(MAX_BYTES + 1)
        except OSError as error:
            words = (error.strerror or "unknown reason").lower()
            problems.append(_about(file, f"The file cannot be read ({words})."))
            continue
        if len(raw) > MAX_BYTES:
            size = f"The file is larger than {MAX_BYTES // 1_000_000} MB."
            problems.append(_about(file, size, code="S02"))
            continue
        files.append(DataFile(file.name, shown_path(file), raw, file))
    return Look(tuple(files), tuple(problems))


def fingerprint(path: Path) -> str:
    """A text that changes when a file of the record is written, added, renamed or taken away.

    Why more than size and time: a file put in the place of another can be as long and as old as
    that; it is another file then, and the time of the change is its own.
    """
    try:
        return "|".join(mark for place in places(path) for mark in _marks(place))
    except OSError as error:  # a file or the folder was taken away just now, or may not be read
        return f"{path}|{error.errno}:{error.filename}"


def is_passed_over(name: str) -> bool:
    """Whether a file of this name is no part of a record: hidden, or the lock of an editor."""
    return name.startswith(_NOT_OURS)


def mend_of_two(one: str, other: str) -> str:
    """What to do where a part stands in two files, one of which may be a copy of the other."""
    first, copy = sorted((one, other), key=lambda file: len(Path(file).stem))
    was, named = Path(first).stem.casefold(), Path(copy).stem.casefold()
    if was in named and was != named:
        return f'Keep one of the two, or take "{copy}" away if it is a copy.'
    return "Keep one of the two, or take one of the files away if it is a copy of the other."


def _marks(path: Path) -> list[str]:
    """A folder or file with the mark of each file in it."""
    state = path.stat()
    if not stat.S_ISDIR(state.st_mode):
        return [str(path), _mark(state)]
    with os.scandir(path) as entries:
        marks = [
            f"{entry.name}:{_mark(entry.stat())}"
            for entry in entries
            if entry.name.lower().endswith(_ENDINGS) and not is_passed_over(entry.name)
        ]
    return [str(path), *sorted(marks)]


def _mark(state: os.stat_result) -> str:
    return f"{state.st_size}:{state.st_mtime_ns}:{state.st_ctime_ns}:{state.st_ino}"


def _paths(path: Path) -> tuple[list[Path], list[Problem]]:
    """The files of a record, by name, and what is wrong with the folder itself."""
    if path.is_file():
        return [path], []
    if not path.is_dir():
        return [], [_about(path, NO_PLACE, _near(path))]
    problems: list[Problem] = []
    files: list[Path] = []
    try:
        names = sorted(inner for inner in path.iterdir() if not is_passed_over(inner.name))
    except OSError:
        return [], [_about(path, "The folder cannot be read.", "See that you may open it.")]
    for inner in names:
        if inner.suffix == ".yaml" and inner.is_file():
            files.append(inner)
        elif inner.name.lower().endswith(_ENDINGS) and not inner.is_file():
            message = "This is no file that can be read."
            problems.append(_about(inner, message, "Put a file in its place or take it away."))
        elif inner.name.lower().endswith(_ENDINGS):
            message = "Only files whose names end in .yaml are read."
            better = f"{inner.name.partition('.')[0]}.yaml"
            problems.append(_about(inner, message, f"Name it {quoted(better)} or take it away."))
    if not files:
        problems.append(_about(path, NO_RECORD, "Put at least one file ending in .yaml there."))
    return files, problems


def _near(path: Path) -> str:
    """What was perhaps meant by the path of a file or folder that there is not."""
    try:
        names = sorted(inner.name for inner in path.absolute().parent.iterdir())
    except OSError:
        names = []
    return choice_hint(path.name, names, are_all=False) or "See that the path is right."


def _names_twice(paths: list[Path]) -> Iterator[Problem]:
    """Files of one name in two folders: they are published side by side under their names."""
    first: dict[str, Path] = {}
    for path in paths:
        if first.setdefault(path.name, path) is not path:
            message = f"There is a file of this name already: {shown_path(first[path.name])}."
            yield _about(path, message, "Give it another name, such as that of its force.")


def _about(path: Path, message: str, hint: str = "", code: str = "S01") -> Problem:
    return Problem(code, "error", shown_path(path), 1, 1, "", message, hint)


def shown_path(path: Path) -> str:
    """What messages call a file: as it was asked for, so that an editor finds it from where she is.

    Where the whole way to it was given, its name and the folder it is in: that is the same on every
    machine. With a question mark for each sign of a name that cannot be shown in a line.
    """
    is_whole = path.is_absolute() or path.name in ("", "..")
    named = "/".join(path.absolute().parts[-2:]) if is_whole else path.as_posix()
    return "".join(letter if letter.isprintable() else "?" for letter in named)
