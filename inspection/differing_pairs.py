"""Which entry of a list is which of another edition's: by its id, or by what names one without id."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Collection, Hashable, Iterator
from dataclasses import dataclass
from typing import Any

from inspection.framework import DisputedTag, GradeWord, HardPair, ThemeBoundary
from inspection.model import AcceptedWarning, Account, Fact, OtherForceGrade
from inspection.parts import Grade, GradeRevision, Outcome, PublishedCounts, Report, SharedGrades

NAMED_BY: dict[type[Fact], tuple[str, ...]] = {
    Grade: ("question", "scope", "report"),
    GradeRevision: ("date", "value"),
    SharedGrades: ("questions",),
    PublishedCounts: ("date",),
    Outcome: ("date", "voice"),
    Account: ("says",),
    ThemeBoundary: ("what", "theme"),
    HardPair: ("themes",),
    DisputedTag: ("fact",),
    OtherForceGrade: ("question",),
    AcceptedWarning: ("code", "of"),
}
"""What names an entry that has no id; where nothing is written here, its first field does."""
LOCAL = (GradeWord, Report)
"""Entries whose id names them among their neighbours only: `good` is a grade of several scales."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Entries that are the same thing in both lists, and those that stand in one of them only."""

    same: tuple[tuple[Fact, Fact], ...]
    old: tuple[Fact, ...]
    new: tuple[Fact, ...]


def paired(old: tuple[Fact, ...], new: tuple[Fact, ...], elsewhere: Collection[str]) -> Pairs:
    """The entries of two lists set beside each other.

    First by what names them; then an entry that differs in nothing but its name is taken for the
    same one renamed; then by the first part of its name, or its summary. `elsewhere` holds the ids
    that stand in another list of the other edition: those have moved and were not renamed.
    """
    found = _matched(old, new, _name)
    if not (found.old and found.new):
        return found
    moved_old = tuple(fact for fact in found.old if id_of(fact) in elsewhere)
    moved_new = tuple(fact for fact in found.new if id_of(fact) in elsewhere)
    found = Pairs(found.same, _without(found.old, moved_old), _without(found.new, moved_new))
    for key in (_all_but_name, _half_name):
        more = _matched(found.old, found.new, key)
        found = Pairs(found.same + more.same, more.old, more.new)
    return Pairs(found.same, found.old + moved_old, found.new + moved_new)


def names_of(part: type[Fact]) -> tuple[str, ...]:
    """The fields that name an entry of this sort among its neighbours."""
    if "id" in part.model_fields:
        return ("id",)
    return NAMED_BY.get(part) or tuple(part.model_fields)[:1]


def id_of(fact: Fact) -> str:
    """The permanent id of an entry; empty where it has none, or one among its neighbours only."""
    return "" if isinstance(fact, LOCAL) else str(getattr(fact, "id", ""))


def inner_lists(fact: Fact) -> Iterator[tuple[str, tuple[Fact, ...]]]:
    """The fields of a fact that hold a list of entries, with those entries."""
    for name in type(fact).model_fields:
        value = getattr(fact, name)
        if isinstance(value, tuple) and value and isinstance(value[0], Fact):
            yield name, value


def _without(facts: tuple[Fact, ...], others: tuple[Fact, ...]) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts if not any(fact is other for other in others))


def _matched(
    old: tuple[Fact, ...], new: tuple[Fact, ...], key: Callable[[Fact], Hashable]
) -> Pairs:
    waiting: dict[Hashable, deque[Fact]] = defaultdict(deque)
    for fact in old:
        waiting[key(fact)].append(fact)
    same, added = [], []
    for fact in new:
        name = key(fact)
        if name is not None and waiting.get(name):
            same.append((waiting[name].popleft(), fact))
        else:
            added.append(fact)
    left = {id(fact) for facts in waiting.values() for fact in facts}
    return Pairs(tuple(same), tuple(fact for fact in old if id(fact) in left), tuple(added))


def _name(fact: Fact) -> Hashable:
    return repr([_in_any_order(getattr(fact, name)) for name in names_of(type(fact))])


def _half_name(fact: Fact) -> Hashable:
    """The first of several fields that name it; of an entry with an id, its summary; or nothing."""
    names = names_of(type(fact))
    if len(names) > 1:
        return repr(getattr(fact, names[0]))
    return getattr(fact, "summary", None) if names == ("id",) else None


def _all_but_name(fact: Fact) -> Hashable:
    names = names_of(type(fact))
    return repr(
        {name: _without_ids(v) for name, v in fact.model_dump().items() if name not in names}
    )


def _in_any_order(value: Any) -> Any:
    return sorted(value) if isinstance(value, tuple) else value


def _without_ids(value: Any) -> Any:
    """A value without the ids in it: those of parts are often made from the id of the whole."""
    if isinstance(value, dict):
        return {name: _without_ids(inner) for name, inner in value.items() if name != "id"}
    if isinstance(value, tuple):
        return tuple(_without_ids(inner) for inner in value)
    return value
