"""`python -m inspection check`: everything that is wrong with a record, line by line."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from inspection.dataset import examine
from inspection.model import Record
from inspection.problems import count_words, number_of, problem_lines


def add_command(commands: Any, environment: Mapping[str, str], data: Path) -> None:
    """Add `check` to the commands."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "check",
        help="say what is wrong with the record, and where",
        description="Read and check a record; say all that is wrong with it, line by line.",
    )
    parser.add_argument(
        "path",
        metavar="PATH",
        nargs="?",
        type=Path,
        default=Path(environment.get("INSPECTION_DATA") or data),
        help="a folder of *.yaml files, or one file (default: INSPECTION_DATA, else data/)",
    )
    parser.set_defaults(command=_check)


def _check(given: argparse.Namespace) -> int:
    record, problems = examine(given.path)
    for line in problem_lines(problems):
        print(line)
    if problems:
        print(count_words(problems))
    if record is None:
        return 1
    print(f"{given.path}: {_holdings(record)}")
    return 0


def _holdings(record: Record) -> str:
    """What is in a record, in one line."""
    inspections = record.inspections
    responses = [r for i in inspections for r in i.responses]
    counts = (
        (len(record.forces), "force"),
        (len(inspections), "inspection"),
        (sum(len(i.findings) for i in inspections), "finding"),
        (sum(len(i.grades) for i in inspections), "grade"),
        (sum(len(i.recommendations) for i in inspections), "recommendation"),
        (len(responses) + len(record.national_responses), "response"),
        (len(record.sources), "source"),
    )
    held = ", ".join(number_of(count, thing) for count, thing in counts)
    return f"{held}; data version {record.release.version}, {record.release.released_on}."
