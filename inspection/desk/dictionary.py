"""`python -m inspection dictionary`: every part of the record, every field and every code of the check.

Written from the model itself.
"""

from __future__ import annotations

import argparse
import inspect
import sys
import types
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Union, get_args, get_origin

from inspection import model
from inspection.dates import PartialDate
from inspection.desk.guidance import guidance
from inspection.desk.saving import NotSaved, save
from inspection.files import DataFile
from inspection.model import Fact, Record
from inspection.problems import CODES
from inspection.vocabulary import Word

BEGINS = "<!-- dictionary begins -->"
ENDS = "<!-- dictionary ends -->"
PLAIN = {str: "text", int: "whole number", float: "number", bool: "true or false"}


def add_command(commands: Any, _environment: Mapping[str, str], _data: Path) -> None:
    """Add `dictionary` to the commands."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "dictionary",
        help="print the data dictionary",
        description="Print what every field of the record and every code of the check means.",
    )
    parser.add_argument(
        "document", metavar="FILE", nargs="?", type=Path, help="write it into this document instead"
    )
    parser.set_defaults(command=_dictionary)


def _dictionary(given: argparse.Namespace) -> int:
    document: Path | None = given.document
    if document is None:
        print(dictionary(), end="")
        return 0
    try:
        if not document.is_file():  # such as /dev/zero, which has no end
            raise ValueError("there is no such file")
        file = DataFile(document.name, document.name, document.read_bytes(), document)
        save(file, renewed(file.text).encode("utf-8"))
    except (NotSaved, OSError, ValueError) as error:  # ValueError: no marks in it, or not UTF-8
        print(f"{document.name} was not written: {error}.", file=sys.stderr)
        return 2
    return 0


def dictionary() -> str:
    """The dictionary as Markdown: the parts of the record, their fields, and the check's codes."""
    parts = [_part(kind) for kind in kinds()]
    codes = [f"| {code} | {meaning} |" for code, meaning in sorted(CODES.items())]
    head = ["### Codes of the check", "", "| code | meaning |", "|---|---|"]
    return "\n".join([*parts, *head, *codes, ""])


def renewed(document: str) -> str:
    """A document with the dictionary between its marks written anew; ValueError without marks."""
    before, begins, rest = document.partition(BEGINS)
    _, ends, after = rest.partition(ENDS)
    if not (begins and ends):
        raise ValueError(f"the document has no lines {BEGINS} and {ENDS}")
    return f"{before}{BEGINS}\n\n{dictionary()}\n{ENDS}{after}"


def kinds() -> list[type[Fact]]:
    """Every part of the record, the whole of it first."""
    parts = [
        kind
        for kind in vars(model).values()
        if inspect.isclass(kind) and issubclass(kind, Fact) and kind is not Fact
    ]
    return [Record, *(kind for kind in parts if kind is not Record)]


def _part(kind: type[Fact]) -> str:
    about = " ".join(inspect.cleandoc(kind.__doc__ or "").split())
    rows = [
        f"| `{name}` | {_type_words(field.annotation)} | "
        f"{'yes' if field.is_required() else ''} | {told.meaning} | {'<br>'.join(told.examples)} |"
        for name, field in kind.model_fields.items()
        for told in [guidance(kind, name)]
    ]
    head = ["| field | holds | required | meaning | examples |", "|---|---|---|---|---|"]
    return "\n".join([f"### {kind.__name__}", "", about, "", *head, *rows, ""])


def _type_words(kind: Any) -> str:
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _type_words(inner[0])
    if origin in (Union, types.UnionType):
        return " or ".join(_type_words(part) for part in inner if part is not type(None))
    if origin is tuple:
        return f"list of {_type_words(inner[0])}" if inner[-1] is Ellipsis else "two values"
    if origin is dict:
        return f"{_type_words(inner[0])} to {_type_words(inner[1])}"
    if kind is PartialDate:
        return "date: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`"
    if inspect.isclass(kind) and issubclass(kind, Word):
        return "one of " + ", ".join(f"`{word.value}`" for word in kind)
    return PLAIN.get(kind, getattr(kind, "__name__", str(kind)))
