"""`python -m inspection format`: the files of a record in canonical form, with every comment kept."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from inspection.desk.canonical import NoCanonicalForm, canonical
from inspection.desk.named import add_record
from inspection.desk.saving import NotSaved, save
from inspection.files import DataFile, looked_at
from inspection.problems import problem_lines
from inspection.reading import read_bytes

_MARK = b"\xef\xbb\xbf"


def add_command(commands: Any, _environment: Mapping[str, str], data: Path) -> None:
    """Add `format` to the commands."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "format",
        help="put the files of the record in canonical form",
        description="Put the files of a record in canonical form: order of fields, indentation, "
        "width, quotes. Every value and every comment is kept. A file that cannot be read is left.",
    )
    add_record(parser, data)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; say which files would be changed"
    )
    parser.set_defaults(command=_format)


def _format(given: argparse.Namespace) -> int:
    look = looked_at(given.path)
    for line in problem_lines(look.problems):
        print(line)
    return max([1 if look.problems else 0, *(_one(file, given.check) for file in look.files)])


def _one(file: DataFile, only_check: bool) -> int:
    """Put a file in canonical form, or say whether it is; the exit status that follows from it."""
    _, problems = read_bytes(file.raw, file.shown)
    if problems:
        for line in problem_lines(problems):
            print(line)
        print(f"{file.shown}: left as it is; mend this first")
        return 1
    try:
        made = canonical(file.text)
        if made == file.text:
            print(f"{file.shown}: is in canonical form already")
            return 0
        if only_check:
            print(f"{file.shown}: is not in canonical form")
            return 1
        save(file, _with_its_line_ends(made, file.raw))
    except NoCanonicalForm as error:
        print(f"{file.shown}: left as it is; {error}")
        return 1
    except NotSaved as error:
        print(f"{file.shown}: was not written; {error}")
        return 2
    print(f"{file.shown}: put in canonical form")
    return 0


def _with_its_line_ends(text: str, raw: bytes) -> bytes:
    """A text as bytes with what the system of its editor puts at the ends of lines and at the beginning."""
    is_windows = b"\r\n" in raw and raw.count(b"\r\n") == raw.count(b"\n")
    made = text.replace("\n", "\r\n") if is_windows else text
    return (_MARK if raw.startswith(_MARK) else b"") + made.encode("utf-8")
