"""`python -m inspection check`: everything that is wrong with a record, line by line."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from inspection.accepting import PART, SortedOut, accepted_words, sorted_out
from inspection.dataset import examined
from inspection.desk.canonical import not_canonical
from inspection.desk.named import add_record
from inspection.desk.notes import notes, paths_of
from inspection.desk.schema import outdated
from inspection.files import Look, looked_at
from inspection.model import Record
from inspection.places import joined
from inspection.problems import (
    ACCEPTABLE,
    CODES,
    Problem,
    count_words,
    number_of,
    problem_lines,
    quoted,
    severity_of,
)
from inspection.reading import read_bytes

FORMATS = ("text", "github")
MAY_BE_ACCEPTED = (
    "A warning that is right as it stands can be accepted: see accepted_warnings in data/README.md."
)
PROTECTS = {
    "S": "Files are read without guessing, and look alike whoever wrote them.",
    "F": "Every field holds what its meaning in data/README.md says, and nothing that is like it.",
    "V": "Scales, cycles, questions and themes decide what may be set side by side.",
    "I": "The history of a force is told by these dates, and by what followed what.",
    "G": "A grade is shown as it was given, on the scale in use at the time.",
    "A": "Numbers that do not add up were misread somewhere.",
    "R": "Who said what, and when, is the reason to believe it.",
    "C": "Whoever used a wrong fact can read what was wrong, and since when.",
    "K": "An accepted warning is a decision with a reason, looked at again within a year.",
    "X": "Every id leads somewhere: to a source, to a theme, to what is followed up.",
}
"""What the codes that begin with a letter are there for."""


def add_command(commands: Any, _environment: Mapping[str, str], data: Path) -> None:
    """Add `check` to the commands."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "check",
        help="say what is wrong with the record, and where",
        description="Read and check a record; say all that is wrong with it, line by line.",
    )
    add_record(parser, data)
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help="github: notes at the lines of a pull request (default: text)",
    )
    parser.add_argument("--explain", metavar="CODE", help="say what a code means, such as G03")
    parser.set_defaults(command=_check)


def _check(given: argparse.Namespace) -> int:
    if given.explain is not None:
        return _explain(given.explain)
    look = looked_at(given.path)
    record, found = _gathered(look, given.today)
    if given.format == "github":
        for line in notes(found.listed, paths_of(look.files, Path.cwd())):
            print(line)
    else:
        for line in problem_lines(found.listed):
            print(line)
    if found.listed:
        print(count_words(found.listed))
    if record is not None and any(problem.code in ACCEPTABLE for problem in found.listed):
        print(MAY_BE_ACCEPTED)
    if told := accepted_words(found):
        print(told)
    if record is None:
        return 1
    print(f"{given.path}: {_holdings(record)}")
    return 0


def _gathered(look: Look, today: dt.date) -> tuple[Record | None, SortedOut]:
    """The record, or None where it has an error, and all that is to be said of its files today."""
    record, problems = examined(look)
    told: list[Problem] = [*problems, *not_canonical(look.files)]
    if record is not None and (stale := outdated(look.files, record)):
        told.append(stale)
    trees = [
        read_bytes(file.raw, file.shown)[0] for file in look.files if PART.encode() in file.raw
    ]
    root = joined(trees) if any(trees) else None
    return record, sorted_out(told, root, today)


def explained(code: str) -> str | None:
    """What a code of the check means, what it protects and what it asks for; None for no code."""
    meaning = CODES.get(code)
    if meaning is None:
        return None
    if severity_of(code) == "error":
        asks = "An error: the record is not shown until it is mended; its line says how."
    else:
        asks = "A warning: the record is shown all the same."
    if code in ACCEPTABLE:
        asks = f"{asks} {MAY_BE_ACCEPTED}"
    return f"{code}: {meaning} {PROTECTS[code[0]]} {asks}"


def _explain(asked: str) -> int:
    told = explained(asked.upper())
    if told is None:
        near = [code for code in CODES if code[0] == asked.upper()[:1]]
        mend = f"Use one of: {', '.join(near)}." if near else "data/README.md lists them."
        print(f"{quoted(asked)} is not a code of the check. {mend}", file=sys.stderr)
        return 2
    print(told)
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
