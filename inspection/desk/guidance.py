"""What an editor is told about each field of the record: what it means, what to write and what not.

The data dictionary, the schema for editors and the questions of guided entry are made from this, so
that they cannot differ. The meaning of a field is, in this order: its description in the model; for a
name that means the same wherever it stands, the words below; for a field that holds a part of the
record, what that part says of itself. Examples stand in `examples.py` and the two files beside it.
"""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from typing import Any, get_args

from inspection.desk import examples, examples_beside, examples_of_inspections
from inspection.desk.examples import Mistake
from inspection.facts import Fact

COMMON = {
    "id": "Permanent id: small letters, figures and hyphens; never used again.",
    "about": "What it is about, in a few words or one sentence.",
    "basis": "How we know it; left out where it was read in a report.",
    "counts": "How many of each grade, by the grade's id.",
    "cycle": "Id of the cycle: the round of the programme, under one method.",
    "date": "The day, as closely as the source gives it.",
    "empty": "Why there is no grade; stands in the place of `value`.",
    "family": "Whether it belongs to child protection, to policing as a whole, or to both.",
    "force": "Id of the force.",
    "forces": "Ids of the forces.",
    "inspection": "Id of the inspection.",
    "inspections": "Ids of the inspections.",
    "measure": "The number in it.",
    "name": "Its name, as a reader sees it.",
    "note": "What a reader needs to know besides.",
    "programme": "Id of the programme.",
    "published": "When it was published, as closely as the source says.",
    "question": "Id of the question.",
    "questions": "Ids of the questions.",
    "report": "Id of the report it stands in, where there were several.",
    "scope": "Whom it is about; left out where it is the force.",
    "since": "From when, as closely as the source says.",
    "sources": "Ids of the sources it was read in.",
    "summary": "What it says, in one or two sentences of our own.",
    "theme": "Id of the theme.",
    "themes": "Ids of the themes.",
    "time_limit": "By when, as stated.",
    "title": "Its title, as published or in our words.",
    "until": "Until when; left out where it goes on, or was over in a day.",
    "value": "The grade, by its id on the scale of the cycle.",
    "voice": "Who speaks.",
}

_EXAMPLES = examples.COMMON | examples_of_inspections.EXAMPLES | examples_beside.EXAMPLES


@dataclass(frozen=True, slots=True)
class Guidance:
    """What a field means, in one or two sentences, with values as they are typed, good and bad."""

    meaning: str
    good: tuple[str, ...] = ()
    bad: tuple[Mistake, ...] = ()

    @property
    def examples(self) -> tuple[str, ...]:
        """The examples as lines of Markdown: the good ones in one, then each bad one with why."""
        good = ", ".join(f"`{typed}`" for typed in self.good)
        bad = (f"Not: `{typed}` ({typed.because})" for typed in self.bad)
        return (*([f"Good: {good}"] if good else []), *bad)


def guidance(part: type[Fact], field: str) -> Guidance:
    """What an editor is told about one field of a part of the record."""
    described = part.model_fields[field]
    inner = part_in(described.annotation)
    meaning = described.description or (inner and about(inner)) or COMMON.get(field, "")
    named = f"{part.__name__}.{field}"
    found = None if inner else _EXAMPLES.get(named) or _EXAMPLES.get(field)
    good, bad = found or examples.NONE
    return Guidance(meaning, good, bad)


def about(part: type[Fact]) -> str:
    """What a part of the record says of itself, in its first sentences."""
    return inspect.cleandoc(part.__doc__ or "").split("\n\n")[0].replace("\n", " ")


def part_in(kind: Any) -> type[Fact] | None:
    """The part of the record that a field holds, or holds a list of; None for a plain value."""
    if inspect.isclass(kind) and issubclass(kind, Fact):
        return kind
    return next((part for inner in get_args(kind) if (part := part_in(inner))), None)
