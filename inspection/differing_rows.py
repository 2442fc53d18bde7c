"""A row for each thing that differs between two editions of the record, and where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from inspection import model, parts
from inspection.differing_pairs import id_of
from inspection.differing_words import inspection_words, nameless
from inspection.model import Fact, Inspection, Record
from inspection.vocabulary import Word


class DifferenceKind(Word):
    """What became of something from one edition to the other."""

    ADDED = "added", "added", "It stands in the new edition only."
    TAKEN_OUT = "taken-out", "taken out", "It stands in the old edition only."
    CHANGED = "changed", "changed", "It stands in both and says something else."
    MOVED = "moved", "moved", "It stands in something else, or in another place of an order."


class Section(Word):
    """Where in the record something differs, in the order in which it is told."""

    FORCES = "forces", "Forces", "What is about one force."
    VOCABULARY = "vocabulary", "Vocabulary", "Programmes, scales, questions, themes, indicators."
    SOURCES = "sources", "Sources", "Where facts were read."
    BESIDE = "beside", "Beside the inspections", "Events, conflicts, grades of other forces."
    GAPS = "gaps", "Known gaps", "What the record does not hold."
    CORRECTIONS = "corrections", "Corrections", "The log of what was wrong."
    RELEASE = "release", "Release", "The version and its day."


SECTIONS = {
    "release": Section.RELEASE,
    "corrections": Section.CORRECTIONS,
    "gaps": Section.GAPS,
    "sources": Section.SOURCES,
    **dict.fromkeys(("forces", "inspections", "national_responses"), Section.FORCES),
    **dict.fromkeys(
        ("context_events", "conflicts", "national_distributions", "other_forces"), Section.BESIDE
    ),
}
"""The section of each part of a record; all others are vocabulary."""
ORDER: tuple[type[Fact], ...] = (
    model.Force,
    model.GoverningBody,
    Inspection,
    parts.Report,
    parts.Grade,
    parts.GradeRevision,
    parts.SharedGrades,
    parts.PublishedCounts,
    parts.NarrativeJudgement,
    parts.Finding,
    parts.Recommendation,
    parts.UnseenRecommendations,
    parts.Statement,
    parts.Response,
    model.NationalResponse,
    parts.Commitment,
    parts.Outcome,
)
"""In which order the parts of one force and inspection are told."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs.

    `head` says what sort it is and what became of it (`Finding changed`), `place` of which force and
    inspection, `entry` which one, by its id or what else names it. `fact` is the id of the entry, or of what an entry
    without id stands in; `field` is the path of the field, empty where the entry as a whole is meant.
    `old` is None for what was added, `new` for what was taken out. `inside` is true of what came or
    went together with something larger, which tells of it by a number.
    """

    kind: DifferenceKind
    section: Section
    part: type[Fact]
    force: str | None
    inspection: str | None
    fact: str
    field: str
    head: str
    place: str
    entry: str
    old: str | None
    new: str | None
    note: str = ""
    inside: bool = False

    @property
    def about(self) -> str:
        """Entry and field: "nn-2025-11, `note` added". A grade or an id is the whole of its field."""
        field = f"`{self.field}`" if self.field else ""
        if self.field == "id" and self.fact == (self.entry or self.fact):
            return ""
        if self.kind is DifferenceKind.MOVED:
            field = field and f"order of {field}"
        elif field and self.kind is not DifferenceKind.CHANGED:
            field = f"{field} {self.kind.label}"
        elif self.field in ("value", "empty") and self.part in (parts.Grade, model.OtherForceGrade):
            field = ""
        return ", ".join(filter(None, (self.entry, field)))

    @property
    def is_named(self) -> bool:
        """Whether the words before the values give the id of the fact, if it has one."""
        return f"{self.entry},".startswith(f"{self.fact},") or not self.fact

    @property
    def words(self) -> str:
        """All of it in a sentence, old and new values whole."""
        values = " -> ".join(value for value in (self.old, self.new) if value)
        about = ", ".join(filter(None, (self.place, self.about)))
        words = ": ".join(filter(None, (self.head, about, values)))
        if not self.is_named:
            words += f" ({self.fact})"
        return with_note(words, self.note)


def with_note(words: str, note: str) -> str:
    """Words with a note after them: a sentence of its own where they end a sentence."""
    if not note:
        return words
    if re.search(r"\.( \([a-z0-9-]+\))?$", words):
        return f"{words} {note[:1].upper()}{note[1:]}."
    return f"{words}; {note}"


@dataclass(frozen=True, slots=True)
class At:
    """The entry that is being compared, as the rows of its fields need to name it.

    `path` leads from the entry to the field. `record` is the edition in which the entry stands.
    """

    record: Record
    section: Section
    entry: Fact
    fact: str = ""
    about: str = ""
    force: str | None = None
    inspection: Inspection | None = None
    path: tuple[str, ...] = ()
    inside: bool = False

    @property
    def cycle(self) -> str | None:
        """The cycle whose scale the grades here are on."""
        return self.inspection.cycle if self.inspection else getattr(self.entry, "cycle", None)

    @property
    def place(self) -> str:
        """Force and inspection in words: `Northamptonshire Police, PEEL 2023-25`."""
        force = self.record.force.get(self.force or "")
        names = [force.name if force else self.force]
        if self.inspection:
            names.append(inspection_words(self.record, self.inspection))
        return ", ".join(filter(None, names))

    def entry_in(self, fact: Fact) -> At:
        """An entry of a list, or of the record itself, that stands in this one."""
        id = id_of(fact)
        about = id
        if isinstance(fact, Inspection | model.Force):
            about = ""
        elif not id and not isinstance(fact, model.Release | model.SecondReading):
            about = ", ".join(filter(None, (self.about, nameless(self.record, fact))))
        force = fact.id if isinstance(fact, model.Force) else getattr(fact, "force", self.force)
        return At(
            self.record,
            self.section,
            fact,
            id or self.fact,
            about,
            force,
            fact if isinstance(fact, Inspection) else self.inspection,
            inside=self.inside,
        )

    def row(
        self,
        kind: DifferenceKind,
        old: str | None,
        new: str | None,
        *,
        head: str = "",
        entry: str | None = None,
        note: str = "",
    ) -> Difference:
        """A row for the field that `path` leads to, or for the entry itself."""
        return Difference(
            kind, self.section, type(self.entry), self.force,
            self.inspection.id if self.inspection else None,
            self.fact, " > ".join(self.path), head, self.place,
            self.about if entry is None else entry, old, new, note, self.inside,
        )  # fmt: skip
