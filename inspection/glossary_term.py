"""One word of the glossary."""

from __future__ import annotations

from dataclasses import dataclass

from inspection.addresses import Place


@dataclass(frozen=True, slots=True)
class Term:
    """A word that a reader of inspections meets, with what it means in one or two plain sentences.

    `also` are other names and abbreviations; `see` the ids of related words; `source` the id of a
    source of the published record that backs the meaning; `place` where more stands on it. `grade`
    is the id of a grade, whose meaning on each scale of the record is added when it is drawn.
    """

    id: str
    term: str
    meaning: str
    also: tuple[str, ...] = ()
    see: tuple[str, ...] = ()
    source: str = ""
    place: Place | None = None
    grade: str = ""
