"""The record read from its folder or file, checked as a whole."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from inspection.checking import record_faults
from inspection.fault_slips import told_as_slips
from inspection.fields import typed
from inspection.files import Look, fingerprint, looked_at, mend_of_two
from inspection.model import Record
from inspection.places import Plain, joined, named_parts, plain, problem_at
from inspection.problems import (
    MAX_PROBLEMS,
    Fault,
    Problem,
    RecordProblems,
    in_order,
    quoted,
)
from inspection.reading import read_bytes

__all__ = ["examine", "examined", "fingerprint", "load_record", "texts"]


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
    return examined(looked_at(path))


def examined(look: Look) -> tuple[Record | None, tuple[Problem, ...]]:
    """The record that these files hold, or None where it has an error, and all its problems.

    Why the places are read only where they are asked for: a sound record needs none of them, and
    those of a large one take more room than the record itself.
    """
    problems = list(look.problems)
    values = _values(look, problems)
    if values is None:
        return None, in_order(problems)
    found = typed(values)
    slips = told_as_slips(found.faults, values, found.record)
    # What an unread file holds is not known, so nothing can be said about what refers to it, or
    # about what seems to be missing. The same goes for a part that has no name of the model.
    faults = [fault for fault in slips if not problems or not _is_missing_part(fault)]
    is_all_read = not problems and all(len(fault.path) > 1 for fault in faults)
    if is_all_read and len(faults) <= MAX_PROBLEMS:
        across = record_faults(found.record, found.lost)
        faults = faults + [
            fault._replace(
                path=found.path_in_files(fault.path),
                first=fault.first and found.path_in_files(fault.first),
            )
            for fault in islice(across, MAX_PROBLEMS + 1)
        ]
    if faults:
        root = joined(read_bytes(file.raw, file.shown)[0] for file in look.files)
        problems += [problem_at(root, fault) for fault in _limited(faults)]
    is_sound = all(problem.severity == "warning" for problem in problems)
    return (found.record if is_sound else None), in_order(problems)


def texts(path: Path) -> tuple[tuple[str, str], ...]:
    """Name and text of each file of a record, as it stands, in the order in which they are read."""
    return tuple((file.name, file.text) for file in looked_at(path).files)


def _values(look: Look, problems: list[Problem]) -> dict[str, Plain] | None:
    """The values of all files as one: lists of the same name become one list.

    What is wrong with the text of a file is added to `problems`; None where no file can be read.
    """
    values: dict[str, Plain] | None = None
    first: dict[str, tuple[str, int]] = {}
    for file in look.files:
        tree, wrong = read_bytes(file.raw, file.shown)
        problems += wrong
        values = values if tree is None else values or {}
        for name, node in named_parts(tree):
            assert values is not None
            there, more = values.get(name), plain(node)
            if name not in first:
                values[name], first[name] = more, (node.file, node.key_line)
            elif isinstance(there, list) and isinstance(more, list):
                there += more
            else:
                message = "{} stands here and in {}:{}.".format(quoted(name), *first[name])
                place = (node.file, node.key_line, node.key_column)
                hint = mend_of_two(first[name][0], node.file)
                problems.append(Problem("S12", "error", *place, name, message, hint))
    return values


def _is_missing_part(fault: Fault) -> bool:
    return fault.code in ("F01", "F12") and len(fault.path) == 1


def _limited(faults: list[Fault]) -> list[Fault]:
    if len(faults) <= MAX_PROBLEMS:
        return faults
    message = "There are more problems than are listed."
    return [*faults[:MAX_PROBLEMS], Fault("S13", (), message, "Mend these and check again.")]
