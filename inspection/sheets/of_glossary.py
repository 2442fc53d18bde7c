"""The glossary as a page: each word with what it means and where more stands on it."""

from __future__ import annotations

from collections.abc import Iterator

from inspection.addresses import Place
from inspection.document import Block, Facts, Heading, Run, Words, words
from inspection.glossary import GROUPS, TERMS, Group
from inspection.glossary_term import Term
from inspection.model import Record
from inspection.sheets.pieces import lines, small_print, source_links

ANSWER = (
    "What the words in these reports and on these pages mean, in plain sentences. The sentences are "
    "ours, not the inspectorate’s; where a source backs one, it is named."
)
"""What the glossary is, in two sentences."""


def glossary(record: Record) -> Iterator[Block]:
    """Every word in its group; each is led to by its id."""
    for group in GROUPS:
        yield Heading(2, group.name, group.id)
        yield _listed(record, group)


def sources(record: Record) -> tuple[str, ...]:
    """The sources that back a meaning, by id, each once; those alone that the record has."""
    named = (term.source for term in TERMS.values())
    return tuple(dict.fromkeys(source for source in named if source in record.source))


def _listed(record: Record, group: Group) -> Facts:
    return Facts(tuple((term.term, _told(record, term)) for term in group.terms))


def _told(record: Record, term: Term) -> Words:
    """The meaning, what else it is called, where to read on, and what backs it."""
    meaning = Run(term.meaning, id=term.id)
    scales = _on_each_scale(record, term.grade) if term.grade else ()
    also = small_print(f"Also: {'; '.join(term.also)}.") if term.also else ()
    source = source_links(record, [term.source] if term.source in record.source else [])
    return lines(
        words(meaning, words("Source:", source) if source else ""), *scales, also, _further(term)
    )


def _on_each_scale(record: Record, grade: str) -> list[Words]:
    """What a grade stands for on each scale of the record that has it."""
    return [
        words(f"{scale.name}:", found.meaning)
        for scale in record.scales
        for found in scale.grades
        if found.id == grade
    ]


def _further(term: Term) -> Words:
    """Links to related words, and to the page on which more stands."""
    runs: list[Run] = []
    for other in term.see:
        runs += [Run(", ")] if runs else [Run("See also ")]
        runs.append(Run(TERMS[other].term, Place("glossary", at=other)))
    if term.place:
        runs += [Run(". ")] if runs else []
        runs.append(Run("More on this", term.place, title=f"More on this: {term.term}"))
    return tuple(runs)
