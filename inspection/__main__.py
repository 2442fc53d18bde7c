"""The record at the command line: `python -m inspection check [PATH]`, `dictionary`, `brief`, `publish`."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from inspection import brief, publish
from inspection.dataset import examine
from inspection.dictionary import dictionary, renewed
from inspection.model import Record
from inspection.problems import count_words, number_of, problem_lines

DATA = Path(__file__).resolve().parent.parent / "data"


def main(
    arguments: Sequence[str] | None = None, environment: Mapping[str, str] = os.environ
) -> int:
    """Run one command; the number returned is the exit status, 0 where all is well."""
    parser = argparse.ArgumentParser(
        prog="python -m inspection", description="The inspection record of police forces."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    check = commands.add_parser(
        "check",
        help="say what is wrong with the record, and where",
        description="Read and check a record; say all that is wrong with it, line by line.",
    )
    check.add_argument(
        "path",
        metavar="PATH",
        nargs="?",
        type=Path,
        default=Path(environment.get("INSPECTION_DATA") or DATA),
        help="a folder of *.yaml files, or one file (default: INSPECTION_DATA, else data/)",
    )
    check.set_defaults(command=lambda given: _check(given.path))
    words = commands.add_parser(
        "dictionary",
        help="print the data dictionary",
        description="Print what every field of the record and every code of the check means.",
    )
    words.add_argument(
        "document", metavar="FILE", nargs="?", type=Path, help="write it into this document instead"
    )
    words.set_defaults(command=lambda given: _dictionary(given.document))
    brief.add_command(commands, environment, DATA)
    publish.add_command(commands, environment, DATA)
    given = parser.parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A terminal that cannot show a letter of the record still has to show the problem.
        sys.stdout.reconfigure(errors="backslashreplace")
    return int(given.command(given))


def _check(path: Path) -> int:
    record, problems = examine(path)
    for line in problem_lines(problems):
        print(line)
    if problems:
        print(count_words(problems))
    if record is None:
        return 1
    print(f"{path}: {_holdings(record)}")
    return 0


def _dictionary(document: Path | None) -> int:
    if document is None:
        print(dictionary(), end="")
        return 0
    try:
        if not document.is_file():  # such as /dev/zero, which has no end
            raise ValueError("there is no such file")
        document.write_text(renewed(document.read_text(encoding="utf-8")), encoding="utf-8")
    except (OSError, ValueError) as error:  # ValueError: no marks in it, or not UTF-8
        print(f"{document.name} was not written: {error}.", file=sys.stderr)
        return 2
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


if __name__ == "__main__":
    sys.exit(main())
