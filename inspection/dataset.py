"""The record read from its folder or file, checked as a whole."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from inspection.checking import record_faults
from inspection.fields import typed
from inspection.model import Record
from inspection.places import Node, problem_at
from inspection.problems import (
    MAX_PROBLEMS,
    Fault,
    Problem,
    RecordProblems,
    in_order,
    quoted,
)
from inspection.reading import read_file


def load_record(path: Path) -> Record:
    """The record in a folder of *.yaml files, or in one file.

    Raises RecordProblems with all that is wrong where anything in it is an error.
    """
    record, problems = examine(path)
    if record is None:
        raise RecordProblems(problems)
    return record


def examine(path: Path) -> tuple[Record | None, tuple[Problem, ...]]:
    """The record, or None where it has an error, and everything that is wrong or suspicious."""
    files, problems = _files(path)
    trees = []
    for file in files:
        tree, wrong = read_file(file, _shown(file))
        problems += wrong
        trees += [tree] if tree else []
    root = _joined(trees, problems)
    if root is None:
        return None, in_order(problems)
    found = typed(root)
    faults = found.faults
    # What an unread file holds is not known, so nothing can be said about what refers to it.
    if not problems and len(faults) <= MAX_PROBLEMS:
        across = record_faults(found.record, found.lost)
        faults = faults + [
            fault._replace(
                path=found.path_in_files(fault.path),
                first=fault.first and found.path_in_files(fault.first),
            )
            for fault in islice(across, MAX_PROBLEMS + 1)
        ]
    problems += [problem_at(root, fault) for fault in _limited(faults)]
    is_sound = all(problem.severity == "warning" for problem in problems)
    return (found.record if is_sound else None), in_order(problems)


def fingerprint(path: Path) -> str:
    """A text that changes when a file of the record is written, added, renamed or taken away."""
    files, _ = _files(path)
    marks = []
    for file in files:
        try:
            state = file.stat()
        except OSError:
            continue
        marks.append(f"{file.name}:{state.st_size}:{state.st_mtime_ns}")
    return "|".join((str(path), *marks))


def texts(path: Path) -> tuple[tuple[str, str], ...]:
    """Name and text of each file of a record, as it stands, in the order in which they are read."""
    files, _ = _files(path)
    return tuple((file.name, file.read_text(encoding="utf-8-sig")) for file in files)


def _files(path: Path) -> tuple[list[Path], list[Problem]]:
    """The files of a record, by name, and what is wrong with the folder itself."""
    if path.is_file():
        return [path], []
    if not path.is_dir():
        return [], [_about(path, "There is no such file or folder.", "See that the path is right.")]
    problems: list[Problem] = []
    files: list[Path] = []
    try:
        names = sorted(inner for inner in path.iterdir() if not inner.name.startswith("."))
    except OSError:
        return [], [_about(path, "The folder cannot be read.", "See that you may open it.")]
    for inner in names:
        if inner.suffix == ".yaml" and inner.is_file():
            files.append(inner)
        elif inner.suffix.lower() in (".yaml", ".yml"):
            message = "Only files whose names end in .yaml are read."
            problems.append(_about(inner, message, "Rename it or take it away."))
    if not files:
        message = "The folder holds no record."
        problems.append(_about(path, message, "Put at least one file ending in .yaml there."))
    return files, problems


def _about(path: Path, message: str, hint: str) -> Problem:
    return Problem("S01", "error", _shown(path), 1, 1, "", message, hint)


def _shown(path: Path) -> str:
    """A file by its name and the folder it is in: enough to find it, the same on every machine."""
    return "/".join(path.absolute().parts[-2:])


def _joined(trees: list[Node], problems: list[Problem]) -> Node | None:
    """The trees of several files as one: lists of the same name become one list."""
    if not trees:
        return None
    parts: dict[str, Node] = {}
    for tree in trees:
        assert isinstance(tree.content, dict)
        for name, node in tree.content.items():
            there = parts.setdefault(name, node)
            if there is node:
                continue
            if isinstance(there.content, list) and isinstance(node.content, list):
                both = there.content + node.content
                parts[name] = Node(both, *_place_of(there), there.key_line, there.key_column)
            else:
                message = f"{quoted(name)} stands here and in {there.file}:{there.key_line}."
                place = (node.file, node.key_line, node.key_column)
                problems.append(
                    Problem("S12", "error", *place, name, message, "Keep one of the two.")
                )
    return Node(parts, trees[0].file, 1, 1)


def _place_of(node: Node) -> tuple[str, int, int]:
    return node.file, node.line, node.column


def _limited(faults: list[Fault]) -> list[Fault]:
    if len(faults) <= MAX_PROBLEMS:
        return faults
    message = "There are more problems than are listed."
    return [*faults[:MAX_PROBLEMS], Fault("S13", (), message, "Mend these and check again.")]
