"""What differs between two editions of the record, in words: added, taken out, changed or moved.

Every field of every part is compared, as the model has them, so that nothing goes unsaid and a new
field needs no code. The order of entries is no fact, except where `ORDERED` says so; nor are
comments, or which of the files something stands in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import Any

from inspection import differing_words as words
from inspection.differing_notes import LOGGED, RENAMED, UNCORRECTED, UNREVISED, Corrections
from inspection.differing_pairs import id_of, inner_lists, paired
from inspection.differing_rows import ORDER, SECTIONS, At, Difference, DifferenceKind, Section
from inspection.framework import Programme, Scale
from inspection.model import Correction, Fact, Inspection, OtherForceGrade, Record
from inspection.parts import Grade, GradeRevision, Statement

__all__ = ["Difference", "DifferenceKind", "Section", "differences"]

ADDED, TAKEN_OUT, CHANGED, MOVED = DifferenceKind
ORDERED = {(Scale, "grades"), (Programme, "cycles")}
"""Lists whose order says something: which grade is better, which cycle is later."""
_ABSENT = object()

_Key = tuple[type[Fact], str]


def differences(old: Record, new: Record) -> tuple[Difference, ...]:
    """All that differs between two editions, force by force and inspection by inspection.

    None where both say the same, whatever the order in which they say it. What came or went with
    something larger has a row of its own, marked `inside`.
    """
    return _Comparison(old, new).rows()


class _Comparison:
    """Two editions walked side by side."""

    def __init__(self, old: Record, new: Record) -> None:
        self.old, self.new = old, new
        forces = [*new.forces, *old.forces]
        self.forces = {force.id: n for n, force in reversed(list(enumerate(forces)))}
        self.corrections = Corrections(old, new)

    def rows(self) -> tuple[Difference, ...]:
        """Every difference in the order in which it is told."""
        found = self._fields(At(self.new, Section.VOCABULARY, self.new), self.old, self.new)
        return tuple(sorted(found, key=self._order))

    def _order(self, row: Difference) -> tuple[int, int, int, str, int]:
        """Section, force, inspections in order of time, then as `ORDER` has the parts."""
        section, key = list(Section).index(row.section), row.inspection or ""
        if row.section is not Section.FORCES:
            return section, 0, 0, "", 0
        rank = ORDER.index(row.part) if row.part in ORDER else len(ORDER)
        inspection = self.new.inspection.get(key) or self.old.inspection.get(key)
        # Answers to reports on all forces come after every inspection.
        day = 10**7 if rank > ORDER.index(Inspection) else 0
        day = inspection.published.latest.toordinal() if inspection else day
        return section, self.forces.get(row.force or "", -1), day, key, rank

    @cached_property
    def moved(self) -> dict[_Key, tuple[Fact, str]]:
        """What stands inside another entry in both editions, by its id, with what it stood in."""
        old, new = dict(_inside(self.old, "")), dict(_inside(self.new, ""))
        return {key: old[key] for key in old.keys() & new.keys()}

    def _fields(self, at: At, old: Fact, new: Fact) -> Iterator[Difference]:
        """What differs in the fields of an entry, or of a group of fields in it."""
        judged = isinstance(new, Grade | OtherForceGrade)
        if judged:
            yield from self._judged(at, old, new)
        for name in type(new).model_fields:
            before, after = getattr(old, name), getattr(new, name)
            if before == after or (judged and name in ("value", "empty")):
                continue
            inner = replace(at, path=(*at.path, name))
            if isinstance(new, Record):
                inner = replace(inner, section=SECTIONS.get(name, Section.VOCABULARY))
            yield from self._field(inner, before, after)

    def _field(self, at: At, old: Any, new: Any) -> Iterator[Difference]:
        if _is_of_facts(old) or _is_of_facts(new):
            yield from self._entries(at, old, new)
        elif isinstance(old, tuple) and isinstance(new, tuple):
            yield from self._listed(at, old, new)
        elif isinstance(old, dict) and isinstance(new, dict):
            for key in {**old, **new}:
                inner = replace(at, path=(*at.path, key))
                yield from self._value(inner, old.get(key, _ABSENT), new.get(key, _ABSENT))
        elif isinstance(old, Fact) and isinstance(new, Fact):
            inner = at.entry_in(new) if isinstance(at.entry, Record) else at
            yield from self._fields(inner, old, new)
        else:
            yield from self._value(
                at, _ABSENT if old is None else old, _ABSENT if new is None else new
            )

    def _value(self, at: At, old: Any, new: Any) -> Iterator[Difference]:
        """A field with one value, `_ABSENT` where it stands in one edition only."""
        if old == new:
            return
        if old is _ABSENT:
            yield self._changed(at, ADDED, None, words.value_words(new))
        elif new is _ABSENT:
            yield self._changed(at, TAKEN_OUT, words.value_words(old), None)
        else:
            before, after = words.value_words(old), words.value_words(new)
            pair = (str(old), str(new)) if before == after else (before, after)
            yield self._changed(at, CHANGED, *pair)

    def _listed(self, at: At, old: tuple[Any, ...], new: tuple[Any, ...]) -> Iterator[Difference]:
        """A list of ids or texts: those that stand in one edition only."""
        gone, come = Counter(old) - Counter(new), Counter(new) - Counter(old)
        between = " / " if any(" " in str(word) for word in gone | come) else ", "
        before, after = (between.join(map(str, some.elements())) for some in (gone, come))
        if before or after:
            kind = CHANGED if before and after else TAKEN_OUT if before else ADDED
            yield self._changed(at, kind, before or None, after or None)

    def _judged(self, at: At, old: Any, new: Any) -> Iterator[Difference]:
        """A grade as first published, or why there is none, that was edited by hand."""
        field = "value" if old.value != new.value else "empty"
        if (old.value, old.empty) != (new.value, new.empty):
            before = words.grade_words(self.old, at.cycle, old)
            after = words.grade_words(self.new, at.cycle, new)
            if before == after:  # two grades of one label
                before, after = f"{before} ({old.value})", f"{after} ({new.value})"
            row = self._changed(at, CHANGED, before, after)
            unsaid = UNREVISED if isinstance(new, Grade) else ""
            yield replace(row, field=field, note=row.note or unsaid)

    def _changed(
        self, at: At, kind: DifferenceKind, old: str | None, new: str | None
    ) -> Difference:
        """A row for a field of an entry that stands in both editions."""
        head = words.head_of(at.entry)
        if at.path == ("id",) and id_of(at.entry):
            return at.row(kind, old, new, head=f"{head} renamed", note=RENAMED)
        note = self.corrections.telling_of(at.fact)
        return at.row(kind, old, new, head=f"{head} changed", note=note)

    def _entries(
        self, at: At, old: tuple[Fact, ...], new: tuple[Fact, ...]
    ) -> Iterator[Difference]:
        """What differs in a list of entries."""
        ids = ({id_of(fact) for fact in facts} for facts in (old, new))
        part, apart = type((old or new)[0]), set.symmetric_difference(*ids)
        found = paired(old, new, {id for id in apart if id and (part, id) in self.moved})
        for before, after in found.same:
            if before != after:
                yield from self._fields(at.entry_in(after), before, after)
        for fact in found.new:
            yield from self._added(at, at.entry_in(fact))
        for fact in found.old:
            yield from self._taken_out(replace(at, record=self.old).entry_in(fact))
        if (type(at.entry), at.path[-1]) in ORDERED:
            yield from _order_changed(at, old, new)

    def _added(self, parent: At, at: At) -> Iterator[Difference]:
        """An entry that stands here in the new edition only, with what stands in it."""
        fact, entry, head = at.entry, at.about, words.head_of(at.entry)
        moved = self.moved.get((type(fact), at.fact)) if id_of(fact) else None
        if moved:
            before, stood_in = moved
            at = replace(at, inside=False)
            yield at.row(MOVED, stood_in, parent.fact, head=f"{head} moved")
            yield from self._fields(at, before, fact)
            return
        if isinstance(fact, GradeRevision):
            yield self._revised(parent, at, fact)
            return
        if isinstance(fact, Statement):
            head, entry = f"{head} added on {parent.fact}", ""
        else:
            head = f"{head} added"
        if isinstance(fact, Inspection):
            entry = f"published {fact.published.words}"
        text = words.told(self.new, fact, at.cycle)
        yield at.row(ADDED, None, text, head=head, entry=entry)
        for name, inner in inner_lists(fact):
            for own in inner:
                here = replace(at, inside=True, path=(name,))
                yield from self._added(here, here.entry_in(own))

    def _revised(self, parent: At, at: At, revision: GradeRevision) -> Difference:
        """A later value of a grade, as the inspectorate gave it."""
        grade = parent.entry
        assert isinstance(grade, Grade)
        place = grade.revisions.index(revision)
        before = grade.revisions[place - 1].value if place else grade.value
        return at.row(
            ADDED,
            words.label_of(self.new, at.cycle, before or words.NOTHING),
            words.label_of(self.new, at.cycle, revision.value),
            head="Grade revised",
            entry=parent.about,
            note=f"by the inspectorate, {revision.date.words}: {revision.reason}",
        )

    def _taken_out(self, at: At) -> Iterator[Difference]:
        """An entry that stands here in the old edition only, unless it stands elsewhere now."""
        fact = at.entry
        has_id = bool(id_of(fact))
        if has_id and (type(fact), at.fact) in self.moved:
            return
        note, entry = "", at.about
        if isinstance(fact, Correction):
            note = LOGGED
        elif at.section in (Section.FORCES, Section.BESIDE) and not at.inside:
            said = self.corrections
            note = said.of_removal(at.fact) if has_id else said.telling_of(at.fact) or UNCORRECTED
        if isinstance(fact, Inspection):
            entry = f"published {fact.published.words}"
        text = words.told(self.old, fact, at.cycle)
        head = f"{words.head_of(fact)} taken out"
        yield at.row(TAKEN_OUT, text, None, head=head, entry=entry, note=note)
        for name, inner in inner_lists(fact):
            for own in inner:
                yield from self._taken_out(replace(at, inside=True, path=(name,)).entry_in(own))


def _order_changed(at: At, old: tuple[Fact, ...], new: tuple[Fact, ...]) -> Iterator[Difference]:
    """The entries of both editions where they stand in another order."""
    was, now = ([str(getattr(fact, "id", "")) for fact in facts] for facts in (old, new))
    before, after = [id for id in was if id in now], [id for id in now if id in was]
    if before != after:
        head = f"{words.head_of(at.entry)} changed"
        yield at.row(MOVED, ", ".join(before), ", ".join(after), head=head)


def _inside(fact: Fact, owner: str) -> Iterator[tuple[_Key, tuple[Fact, str]]]:
    """Everything with an id that stands inside another entry, with the id of that."""
    for _, entries in inner_lists(fact):
        for entry in entries:
            id = id_of(entry)
            if id and not isinstance(fact, Record):
                yield (type(entry), id), (entry, owner)
            yield from _inside(entry, id or owner)


def _is_of_facts(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], Fact)
