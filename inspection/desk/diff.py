"""`python -m inspection diff`: what a change to the record does, in words."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from inspection.dataset import examined
from inspection.desk.diff_report import STYLES, Side, report
from inspection.desk.states import NoSuchState, is_path, looked_at_state, refuse_state_with_folder
from inspection.differing import differences
from inspection.fields import typed
from inspection.files import Look, looked_at, places
from inspection.model import Record
from inspection.places import Plain, named_parts, plain
from inspection.problems import Problem, number_of, problem_lines
from inspection.reading import read_bytes
from inspection.snapshot import collector_at_rest


def add_command(commands: Any, _environment: Mapping[str, str], data: Path) -> None:
    """Add `diff` to the commands."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "diff",
        help="say in words what a change to the record does",
        description="Compare two editions of the record and say in words what differs: what was "
        "added, taken out, changed or moved, and whether the version was raised.",
        epilog="Example: `python -m inspection diff HEAD` tells what was changed since the last "
        "commit. A name that is no file or folder is taken for a state in git.",
    )
    parser.add_argument(
        "old",
        metavar="OLD",
        help="the edition before: a folder, a file, or a state in git such as HEAD",
    )
    parser.add_argument(
        "new",
        metavar="NEW",
        nargs="?",
        help="the edition after, likewise (default: INSPECTION_DATA, else data/)",
    )
    parser.add_argument(
        "--full",
        action="store_true",
        help="list all that stands in added and taken out inspections, however much it is",
    )
    parser.add_argument(
        "--format",
        choices=tuple(STYLES),
        default="plain",
        help="markdown, to paste it into a pull request (default: plain)",
    )
    parser.set_defaults(command=_diff, data=data)


def _diff(given: argparse.Namespace) -> int:
    new = str(given.data) if given.new is None else given.new
    place = Path(new) if is_path(new) else given.data
    try:
        looks = [_look(given.old, place), _look(new, place)]
    except NoSuchState as error:
        print(error, file=sys.stderr)
        return 2
    old_name, new_name = (_shown(name, place) for name in (given.old, new))
    with collector_at_rest():
        old = _form_alone(looks[0])
        if old is None:
            return _tell_errors("old", old_name, examined(looks[0])[1])
        record, problems = examined(looks[1])
        record = record or _form_alone(looks[1])
        if record is not None:
            sides = Side(old_name, old), Side(new_name, record)
            rows = differences(old, record)
            for line in report(*sides, rows, STYLES[given.format], given.full):
                print(line)
    if any(problem.severity == "error" for problem in problems):
        print(end="" if record is None else "\n")
        return _tell_errors("new", new_name, problems)
    return 0


def _look(name: str, place: Path) -> Look:
    """The files of one edition; of a state in git, those that stand at `place`."""
    if not is_path(name):
        return looked_at_state(name, place)
    refuse_state_with_folder(name)
    return looked_at(Path(name))


def _form_alone(look: Look) -> Record | None:
    """The record that files hold, where every field is right; the rules between parts are not asked.

    Why: what an old edition says can be compared, though rules have come since that it does not keep.
    """
    values: dict[str, Plain] = {}
    for file in look.files:
        tree, wrong = read_bytes(file.raw, file.shown)
        for name, node in named_parts(tree):
            more = plain(node)
            there = values.setdefault(name, more)
            if isinstance(there, list) and isinstance(more, list) and there is not more:
                there += more
            elif there is not more:
                return None
        if tree is None or wrong:
            return None
    if look.problems:
        return None
    found = typed(values)
    return None if found.faults else found.record


def _tell_errors(which: str, name: str, problems: Sequence[Problem]) -> int:
    """Print what is wrong with an edition; the exit status that says so."""
    print(f"The {which} edition, {name}, has errors:")
    errors = [problem for problem in problems if problem.severity == "error"]
    for line in problem_lines(errors):
        print(line)
    print(f"{number_of(len(errors), 'error')} in all.")
    if which == "old":
        print("It was read as a record of today. An older one can have other fields: then compare")
        print("with a later state.")
    return 1


def _shown(name: str, place: Path) -> str:
    """An edition by its path, as typed from here if it is below this folder: `data at HEAD`."""
    here, path = Path.cwd(), Path(name) if is_path(name) else place
    shown = os.pathsep.join(
        str(one.relative_to(here) if one.is_relative_to(here) else one) for one in places(path)
    )
    return shown if is_path(name) else f"{shown} at {name}"
