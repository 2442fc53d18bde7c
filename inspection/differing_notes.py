"""What is said besides of what differs: which correction tells of it, and whether the version fits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator

from inspection.differing_rows import Difference, DifferenceKind, Section
from inspection.facts import Fact
from inspection.measures import joined
from inspection.model import Record, edition_order

UNREVISED = "no revision and no correction says so"
UNCORRECTED = "no correction says so"
RENAMED = "an id is permanent, and links to the old one lead nowhere now"
LOGGED = "an entry of this log is never taken out"
NUMBERS = ("first", "second", "third")
HINTS = {
    UNREVISED: "A grade that the inspectorate changed keeps its value and gets a revision under "
    "`revisions`; one that the record had wrong gets a correction.",
    UNCORRECTED: "An id that was taken out is never used again. Where a fact was wrong, add a "
    "correction to context.yaml that names it, with `removed: true`.",
    RENAMED: "Give a renamed entry its old id back.",
}
"""What to do about a note, told once however often the note stands."""


class Corrections:
    """The corrections of a new edition, by the ids of the facts that they are about."""

    def __init__(self, old: Record, new: Record) -> None:
        self.since: dict[str, list[str]] = defaultdict(list)
        """Those that the old edition did not have."""
        self.removals: dict[str, list[str]] = defaultdict(list)
        earlier = {mended.id for mended in old.corrections}
        for mended in new.corrections:
            if mended.id not in earlier:
                self.since[mended.fact].append(mended.id)
            if mended.removed:
                self.removals[mended.fact].append(mended.id)

    def telling_of(self, fact: str) -> str:
        """Which new corrections are about a fact; empty where none is."""
        found = self.since.get(fact, [])
        return f"{joined(found)} {'tells' if len(found) == 1 else 'tell'} of it" if found else ""

    def of_removal(self, fact: str) -> str:
        """Which correction says that a fact was taken out."""
        found = self.removals.get(fact, [])
        return (
            f"{joined(found)} {'says' if len(found) == 1 else 'say'} so" if found else UNCORRECTED
        )


def hints(rows: Collection[Difference]) -> tuple[str, ...]:
    """What an editor may have to do, each said once."""
    noted = {row.note for row in rows if not row.inside}
    return tuple(hint for note, hint in HINTS.items() if note in noted)


def version_words(old: Record, new: Record, rows: Collection[Difference]) -> str:
    """Whether the version was raised as the differences ask for; empty where nothing differs.

    Which number they ask for is a suggestion: whether a fact is new or mended is for its editor to
    say.
    """
    before, after = old.release.version, new.release.version
    facts = [row for row in rows if row.section is not Section.RELEASE]
    if not facts:
        return f"No fact differs, and the version went from {before} to {after}." if rows else ""
    number, why = _number_called_for(facts)
    called = f"{why}, which calls for the {NUMBERS[number]} number: {_raised(before, number)}"
    unused = joined(f"`{name}`" for name in _fields_no_longer_used(old, new))
    rest = (
        f" If {unused} is no field any longer, the first: {_raised(before, 0)}." if unused else ""
    )
    if before == after:
        return (
            f"The facts differ and the version is still {after}: raise it, see data/README.md. "
            f"As a suggestion: {called}.{rest}"
        )
    if edition_order(after) < edition_order(before):
        return f"The version goes back from {before} to {after}: are old and new interchanged?"
    raised = next(
        n
        for n, pair in enumerate(zip(edition_order(before), edition_order(after), strict=True))
        if pair[0] != pair[1]
    )
    if raised > number:
        return f"The version went from {before} to {after}. As a suggestion: {called}.{rest}"
    return f"The version went from {before} to {after}.{rest}"


def _number_called_for(rows: Collection[Difference]) -> tuple[int, str]:
    """Which number of the version the differences ask for, by data/README.md, and why."""
    if any(_adds_a_fact(row) for row in rows):
        return 1, "facts were added"
    return 2, "nothing was added and facts were mended"


def _adds_a_fact(row: Difference) -> bool:
    """Whether a row is of something new: a source alone is none, nor is an entry of the log."""
    beside = row.section in (Section.SOURCES, Section.CORRECTIONS)
    return row.kind is DifferenceKind.ADDED and not beside and not row.field.endswith("sources")


def _raised(version: str, number: int) -> str:
    """A version with one of its numbers raised and those after it at nothing."""
    numbers = [*edition_order(version)[: number + 1], 0, 0][:3]
    numbers[number] += 1
    return ".".join(map(str, numbers))


def _fields_no_longer_used(old: Record, new: Record) -> tuple[str, ...]:
    """Fields that were filled somewhere and are nowhere now, though such entries are still there."""
    before, after = (set(_fields_used(record)) for record in (old, new))
    parts = {part for part, _ in after}
    return tuple(sorted({name for part, name in before - after if part in parts}))


def _fields_used(fact: Fact) -> Iterator[tuple[type[Fact], str]]:
    for name in type(fact).model_fields:
        value = getattr(fact, name)
        if value in (None, (), False):
            continue
        yield type(fact), name
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, Fact):
                yield from _fields_used(inner)
