"""`python -m inspection new`: begin an inspection, a force, a statement or a correction.

What identifies it is asked for, or taken from the options; a commented skeleton is then written in
the right place, and whatever stands there already stays as it is.
"""

from __future__ import annotations

import argparse
import shlex
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from inspection.addresses import LOCAL, dashboard_path
from inspection.desk import new_correction, new_force, new_inspection, new_statement
from inspection.desk.asking import Answers, add_options, answers
from inspection.desk.opened import CannotBeDone, Opened, empty_lines, opened
from inspection.desk.writing import Draft, differences, write

THINGS = {
    "inspection": (
        new_inspection,
        "Begin a report: what identifies it, then a skeleton to fill in.",
    ),
    "force": (new_force, "Begin a force, in a file of its own."),
    "statement": (new_statement, "Begin what somebody has said since of a recommendation."),
    "correction": (new_correction, "Begin a correction: what was wrong, and what is right."),
}


def add_command(commands: Any, _environment: Mapping[str, str], data: Path) -> None:
    """Add `new` to the commands."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "new",
        help="begin an inspection, a force, a statement or a correction",
        description="Begin something new. What is not given as an option is asked for.",
    )
    kinds = parser.add_subparsers(required=True, metavar="THING")
    unread = Opened(data, (), {}, None)
    for thing, (module, words) in THINGS.items():
        one: argparse.ArgumentParser = kinds.add_parser(thing, help=words, description=words)
        add_options(one, module.items(unread, argparse.Namespace(today=None, stood_in=None)))
        one.add_argument(
            "--data",
            metavar="PATH",
            type=Path,
            default=data,
            help="the record: a folder, or several with a colon between, of which the last takes a "
            "new force (default: INSPECTION_DATA, else data/)",
        )
        one.add_argument(
            "--dry-run", action="store_true", help="show what would be written, and write nothing"
        )
        one.set_defaults(command=_new, module=module, usual=data)


def _new(given: argparse.Namespace) -> int:
    try:
        record = opened(given.data, begins=given.module is new_force)
        found = answers(given.module.items(record, given), given)
        draft = Draft(record.files)
        given.module.add(record, draft, found)
        if given.dry_run:
            print(differences(draft.changes), end="")
            return 0
        write(draft.changes)
    except CannotBeDone as error:
        print(error, file=sys.stderr)
        return 2
    except (KeyboardInterrupt, EOFError):
        print("\nNothing was written: everything stands as it did.", file=sys.stderr)
        return 2
    _tell(record, draft, found, given)
    return 0


def _tell(record: Opened, draft: Draft, found: Answers, given: argparse.Namespace) -> None:
    """Say what was written where, what to fill in, and what comes next."""
    to_fill = []
    for added in reversed(draft.added):
        file, node = draft.place(added)
        print(f"{file}:{node.line}: {added.what} was written.")
        to_fill += [f"  {file}:{line}  {name}" for line, name in sorted(empty_lines(node))]
    if to_fill:
        print("To fill in:", *to_fill, sep="\n")
    print("What stands behind a # may be added; the lines with ## explain. Delete both at will.")
    where = "" if given.data == given.usual else f" {shlex.quote(str(given.data))}"
    print(f"Then:\n  python -m inspection check{where}")
    print(f"  make run{where and f' DATA={where.strip()}'}")
    print(f"  {LOCAL}{dashboard_path(given.module.page(found))}")
    if "cycle" in found:
        print(*new_inspection.reminders(record, found), sep="\n")
    if gaps := list(new_inspection.gaps_to_look_at(record, found)) if "cycle" in found else []:
        print(
            "Where one of these gaps means this report, take it away or say what is still missing:",
            *gaps,
            sep="\n  ",
        )
    if record.release:
        line = "`version` and `released_on`"
        print(f"At the end, raise {line} in {record.release.file.shown}.")
