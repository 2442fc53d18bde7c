"""The record laid out for checking: every part with its path, and what names what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from inspection.fields import Lost
from inspection.model import Fact, Finding, Inspection, Recommendation, Record
from inspection.problems import Path

KIND_OF_FIELD = {
    "sources": "source",
    "theme": "theme",
    "themes": "theme",
    "by_rule": "theme",
    "looks_at": "theme",
    "may_look_at": "theme",
    "looked_at": "theme",
    "may_have_looked_at": "theme",
    "force": "force",
    "forces": "force",
    "programme": "programme",
    "cycle": "cycle",
    "cycles": "cycle",
    "perhaps_asked": "cycle",
    "comparable_with": "cycle",
    "scale": "scale",
    "question": "question",
    "questions": "question",
    "carried_from": "inspection",
    "follows": "inspection",
    "continues": "inspection",
    "inspection": "inspection",
    "inspections": "inspection",
    "recorded_as": "inspection",
    "kept_by": "inspection",
    "follows_up": "finding",
    "rests_on": "finding",
    "indicator": "indicator",
}
"""What the ids in a field are ids of, by the field's name."""


class Reference(NamedTuple):
    """An id written in one part of the record to name another part."""

    path: Path
    kind: str
    id: str
    written_in: str


@dataclass(frozen=True)
class Contents:
    """A record, perhaps with parts missing, and what had to be left out of it."""

    record: Record
    lost: Lost

    @cached_property
    def parts(self) -> tuple[tuple[Path, Fact], ...]:
        """Every part of the record with its path."""
        return tuple(_parts(self.record, ()))

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every id by which one part names another."""
        return tuple(_references(self.parts))

    @cached_property
    def inspections(self) -> tuple[tuple[Path, Inspection], ...]:
        """Every inspection with its path."""
        return tuple((("inspections", n), item) for n, item in enumerate(self.record.inspections))

    @cached_property
    def inspection_of_finding(self) -> dict[str, Inspection]:
        """The inspection in which a finding was made, by the finding's id."""
        return {finding.id: item for item in self.record.inspections for finding in item.findings}

    @cached_property
    def theme_of(self) -> dict[str, str]:
        """The theme of every finding and recommendation, by its id."""
        return {
            part.id: part.theme
            for _, part in self.parts
            if isinstance(part, (Finding, Recommendation))
        }

    @property
    def released_on(self) -> dt.date | None:
        """The day of this edition; None where the release itself could not be read."""
        release = self.record.__dict__.get("release")
        return release.released_on if release else None


def _parts(fact: Fact, path: Path) -> Iterator[tuple[Path, Fact]]:
    for name, value in fact.__dict__.items():
        if isinstance(value, Fact):
            yield (*path, name), value
            yield from _parts(value, (*path, name))
        elif isinstance(value, tuple) and value and isinstance(value[0], Fact):
            for n, item in enumerate(value):
                yield (*path, name, n), item
                yield from _parts(item, (*path, name, n))


def _references(parts: tuple[tuple[Path, Fact], ...]) -> Iterator[Reference]:
    for path, fact in parts:
        own = fact.__dict__.get("id", "")
        for name, kind in _naming_fields(type(fact)):
            value = fact.__dict__.get(name)
            if isinstance(value, str):
                yield Reference((*path, name), kind, value, own)
            elif isinstance(value, tuple):
                for n, item in enumerate(value):
                    if isinstance(item, str):
                        yield Reference((*path, name, n), kind, item, own)


@cache
def _naming_fields(part: type[Fact]) -> tuple[tuple[str, str], ...]:
    """The fields of a part that name other parts, each with the kind of what it names."""
    return tuple((n, KIND_OF_FIELD[n]) for n in part.model_fields if n in KIND_OF_FIELD)
