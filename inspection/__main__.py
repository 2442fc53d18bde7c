"""The record at the command line: `python -m inspection COMMAND`; `--help` lists the commands."""

from __future__ import annotations

import argparse
import datetime as dt
import io
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from inspection import brief, publish
from inspection.desk import check, coverage, dictionary, diff, format, new, schema

DATA = Path(__file__).resolve().parent.parent / "data"
COMMANDS = (new, check, diff, format, coverage, dictionary, schema, brief, publish)


def main(
    arguments: Sequence[str] | None = None,
    environment: Mapping[str, str] = os.environ,
    today: dt.date | None = None,
) -> int:
    """Run one command; the number returned is the exit status, 0 where all is well.

    A command that depends on the day finds it as `given.today`. Why here: nothing else in the domain
    looks at the clock, so that everything it says can be said again.
    """
    parser = argparse.ArgumentParser(
        prog="python -m inspection", description="The inspection record of police forces."
    )
    parser.set_defaults(today=today or dt.date.today())
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    data = Path(environment.get("INSPECTION_DATA") or DATA)
    for module in COMMANDS:
        module.add_command(commands, environment, data)
    given = parser.parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A terminal that cannot show a letter of the record still has to show the problem.
        sys.stdout.reconfigure(errors="backslashreplace")
    return int(given.command(given))


if __name__ == "__main__":
    try:
        try:
            status = main()
        except KeyboardInterrupt:
            status = 130  # as a shell counts what was ended with Ctrl-C
        sys.stdout.flush()
    except BrokenPipeError:
        # Who reads has had enough, as in `... | head`. Nothing is left to be said at the end either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 1
    sys.exit(status)
