"""`python -m inspection schema`: what an editor is offered and told while typing a data file.

A JSON Schema made from the model, the guidance and the words of a record, for any text editor that
knows YAML. One schema fits every file, since the files of a record are joined: no part has to stand
in each. It says what is right in a field; what holds between fields is for the check to say.

Why draft-07: every release of the YAML language server reads it, and nothing newer is needed. Why no
`examples`: editors offer those as values and may fill them in, and an example is not a fact.
"""

from __future__ import annotations

import argparse
import datetime as dt
import inspect
import json
import shlex
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter

from inspection.contents import KIND_OF_FIELD
from inspection.dataset import examine
from inspection.dates import PartialDate
from inspection.desk.dictionary import kinds
from inspection.desk.guidance import guidance, part_in
from inspection.desk.offered import LAGGING, OPEN, ids_of
from inspection.desk.saving import NotSaved, put
from inspection.facts import Slug
from inspection.files import DataFile, is_passed_over, shown_path
from inspection.model import Fact, Record, Statement
from inspection.problems import Problem, severity_of
from inspection.vocabulary import Word
from inspection.wording import DATE_HINT, PATTERNS

Schema = dict[str, Any]

NAME = "schema.json"
_GRADES = ("Grade.value", "GradeRevision.value", "OtherForceGrade.value")
_MADE: dict[type[Fact], tuple[str, ...]] = {Statement: ("id", "speaker")}
"""Required fields that are made from others where they are left out."""
_DAY = r"-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
# A year alone is a number to other readers of YAML; so is a text of figures alone.
_PARTIAL_DATE = {
    "type": ["string", "integer"],
    "pattern": rf"^\d{{4}}(-(0[1-9]|1[0-2])|{_DAY})?$",
    "patternErrorMessage": DATE_HINT,
    "minimum": 1000,
    "maximum": 9999,
}
_TEXT = ["string", "number"]


def add_command(commands: Any, _environment: Mapping[str, str], data: Path) -> None:
    """Add `schema` to the commands."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "schema",
        help="print what a text editor needs to complete and explain a data file",
        description="Print the JSON Schema of the record, for completion in a text editor.",
    )
    parser.add_argument(
        "document", metavar="FILE", nargs="?", type=Path, help="write it there: a name in .json"
    )
    parser.add_argument(
        "--data",
        metavar="PATH",
        type=Path,
        help="the record whose ids are offered (default: that in the folder of FILE, if it holds "
        "data files, else INSPECTION_DATA, else data/)",
    )
    parser.set_defaults(command=_schema, standard=data)


def _schema(given: argparse.Namespace) -> int:
    document: Path | None = given.document
    beside = document.parent if document and any(document.parent.glob("*.yaml")) else None
    data: Path = given.data or beside or given.standard
    record, _ = examine(data)
    if record is None:
        mend = f"`python -m inspection check {shlex.quote(str(data))}` says which."
        print(f"Nothing was written: the record has faults; {mend}", file=sys.stderr)
        return 1
    if document is None:
        print(schema_text(record), end="")
        return 0
    try:
        if document.suffix != ".json":
            raise NotSaved("its name has to end in .json")
        put(document, schema_text(record).encode("utf-8"))
    except NotSaved as error:
        print(f"{document.name} was not written: {error}.", file=sys.stderr)
        return 2
    return 0


def schema_text(record: Record) -> str:
    """The schema of a record as it stands in its file."""
    return json.dumps(schema(record), ensure_ascii=False, indent=1) + "\n"


def outdated(files: Sequence[DataFile], record: Record) -> Problem | None:
    """What is wrong with the schema beside the files of a record, where these are a whole folder.

    That it does not offer the newest sources, inspections and findings yet is nothing wrong. The
    files of several folders are not looked at: a schema is that of its own folder alone.
    """
    folder = files[0].path.parent
    document = folder / NAME
    here = {path for path in folder.glob("*.yaml") if not is_passed_over(path.name)}
    if {file.path for file in files} != here or not document.is_file():
        return None
    try:
        stands = json.loads(document.read_bytes())
        is_right = _without_lagging(stands) == _without_lagging(schema(record))
    except (OSError, ValueError, RecursionError):  # it cannot be read, or is no JSON of ours
        is_right = False
    if is_right:
        return None
    shown = shown_path(document)
    message = "Editors are told of other fields or words than those of this record."
    hint = f"Run `python -m inspection schema {shlex.quote(shown)}`."
    return Problem("S15", severity_of("S15"), shown, 1, 1, "", message, hint)


def _without_lagging(whole: object) -> Schema | None:
    """A schema without the ids that may lag behind; None where it is no schema of ours."""
    definitions = whole.get("definitions") if isinstance(whole, dict) else None
    if not isinstance(whole, dict) or not isinstance(definitions, dict):
        return None
    return {**whole, "definitions": definitions | {_name_of(kind): None for kind in LAGGING}}


def schema(record: Record) -> Schema:
    """The JSON Schema of a record's files: its fields, what they mean, and the ids to choose from."""
    ids = ids_of(record)
    definitions = {_name_of(kind): _choice(words, kind in OPEN) for kind, words in ids.items()}
    definitions |= {kind.__name__: _part(kind, ids) for kind in kinds() if kind is not Record}
    whole = _part(Record, ids)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "The record of inspections",
        "type": "object",
        "additionalProperties": False,
        "properties": whole["properties"],
        "definitions": definitions,
    }


def _name_of(kind: str) -> str:
    return f"{kind}-ids"


def _choice(words: Mapping[str, str], is_open: bool) -> Schema:
    """Ids to choose from; another one may be written where the list is open, or has nothing yet."""
    listed = {"enum": list(words), "enumDescriptions": list(words.values())}
    if not words:
        return _plain(Slug)
    return {"anyOf": [listed, _plain(Slug)]} if is_open else listed


def _part(kind: type[Fact], ids: Mapping[str, Mapping[str, str]]) -> Schema:
    hints = get_type_hints(kind, include_extras=True)
    made = _MADE.get(kind, ())
    fields = kind.model_fields.items()
    return {
        "title": kind.__name__,
        "type": "object",
        "additionalProperties": False,
        "required": [name for name, field in fields if field.is_required() and name not in made],
        "properties": {
            name: {**_described(kind, name), **_value(hints[name], _kind_of(kind, name), ids)}
            for name, _ in fields
        },
    }


def _described(kind: type[Fact], name: str) -> Schema:
    told = guidance(kind, name)
    marked = "\n\n".join((told.meaning, *told.examples))
    return {"description": marked.replace("`", ""), "markdownDescription": marked}


def _kind_of(kind: type[Fact], name: str) -> str | None:
    """What the ids in a field are ids of; None where it holds none, or an id of its own."""
    return "grade" if f"{kind.__name__}.{name}" in _GRADES else KIND_OF_FIELD.get(name)


def _value(hint: Any, kind: str | None, ids: Mapping[str, Mapping[str, str]]) -> Schema:
    """What may stand in a field; a field that is left out says nothing, so nothing is null."""
    hint = next((inner for inner in get_args(hint) if _is_optional(hint)), hint)
    bare = get_args(hint)[0] if get_origin(hint) is Annotated else hint
    if inspect.isclass(bare) and issubclass(bare, Fact):
        return {"type": "object", "allOf": [{"$ref": f"#/definitions/{bare.__name__}"}]}
    if get_origin(bare) is tuple:
        return _list(hint, bare, kind, ids)
    if get_origin(bare) is dict:
        return _counts(get_args(bare)[1], ids)
    if bare is str and kind:
        return {"type": "string", "allOf": [{"$ref": f"#/definitions/{_name_of(kind)}"}]}
    return _plain(hint)


def _is_optional(hint: Any) -> bool:
    return type(None) in get_args(hint)


def _list(hint: Any, bare: Any, kind: str | None, ids: Mapping[str, Mapping[str, str]]) -> Schema:
    limits = TypeAdapter(hint).json_schema() if hint is not bare else {}
    item = _value(get_args(bare)[0], kind, ids)
    found: Schema = {"type": "array", "items": item}
    found |= {name: limits[name] for name in ("minItems", "maxItems") if name in limits}
    return found if part_in(bare) else {**found, "uniqueItems": True}


def _counts(hint: Any, ids: Mapping[str, Mapping[str, str]]) -> Schema:
    """A number for each grade; empty where it may be unknown."""
    inner = next(iter(get_args(hint)), hint) if _is_optional(hint) else hint
    count = _plain(inner)
    if _is_optional(hint):
        count["type"] = [count["type"], "null"]
    grades = {grade: {"description": words, **count} for grade, words in ids["grade"].items()}
    return {"type": "object", "properties": grades, "additionalProperties": False}


def _plain(hint: Any) -> Schema:
    """A single value: a word of a closed list, a date, a text, a number, true or false."""
    bare = get_args(hint)[0] if get_origin(hint) is Annotated else hint
    if inspect.isclass(bare) and issubclass(bare, Word):
        words = {word.value: f"{word.label}. {word.meaning}" for word in bare}
        return {"enum": list(words), "enumDescriptions": list(words.values())}
    if bare is PartialDate:
        return dict(_PARTIAL_DATE)
    if bare is dt.date:
        pattern = {"pattern": rf"^\d{{4}}{_DAY}$", "patternErrorMessage": "Write YYYY-MM-DD."}
        return {"type": "string", **pattern}
    found: Schema = TypeAdapter(hint).json_schema()
    if "pattern" in found:
        found["pattern"] = found["pattern"].replace(r"\"", '"')
        hint = next(hint for begins, _, _, hint in PATTERNS if found["pattern"].startswith(begins))
        found["patternErrorMessage"] = hint.format(as_in="")
    elif found["type"] == "string":
        found["type"] = _TEXT
    return found
