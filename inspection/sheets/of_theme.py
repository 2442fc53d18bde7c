"""Themes: what keeps coming back over all of them, and one theme with each force and two beside."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from inspection.addresses import Place
from inspection.document import Block, Bullets, Folded, Heading, Paragraph, Run, Table, words
from inspection.measures import in_sentence, joined
from inspection.model import Record
from inspection.recurrence import RecurrenceRow, ThemeLine, theme_recurrence
from inspection.recurrence_words import (
    detail_words,
    most_raised_words,
    of_no_finding,
    raised_again_words,
    unseen_behind,
)
from inspection.sheets.of_measures import measures, measures_sources
from inspection.sheets.of_rulebook import rule_link, rule_of_theme
from inspection.sheets.of_thread import last_said, sources_of, the_thread
from inspection.sheets.pieces import inspection_link, table
from inspection.theme_comparison import LookPair, pair_words, theme_comparison
from inspection.theme_states import ThemeState
from inspection.threads import ThreadStep, thread
from inspection.unseen import unseen_words

NO_LOOK = "None of the inspections counted looks at this."
ANY_TWO = "Any two forces can be set beside each other in the dashboard."
"""Told where there are more than two, since every pair would be more than anybody reads."""
SIDE_BY_SIDE = "the-two-forces-on-this-theme"
"""The anchor of the part in which two forces stand beside each other; links to it are kept."""

Counted = Collection[str] | None
"""The programmes whose inspections are counted; None for all."""


def answers(
    record: Record, rows: Mapping[str, Sequence[RecurrenceRow]], names: Mapping[str, str]
) -> tuple[str, ...]:
    """What keeps coming back: a sentence for each force and, where there are several, for all.

    `rows` are those of `recurrence` by force, `names` the forces' names.
    """
    own = tuple(
        f"{names[force]}: {most_raised_words(found)}"
        if any(row.is_recorded for row in found)
        else " ".join(
            filter(None, [of_no_finding(names[force]), unseen_words(unseen_behind(record, found))])
        )
        for force, found in rows.items()
    )
    return (*own, raised_again_words(rows, names)) if len(rows) > 1 else own


def how_counted(record: Record) -> Paragraph:
    """What the counts are out of, and that those of two forces are not set against each other,
    where the record holds more than one.
    """
    return Paragraph(
        words(
            "Not mentioned is not resolved: the count is out of the inspections that looked at a "
            "theme, and inspections of which we do not know are told apart.",
            "Counts of two forces are not set against each other."
            if len(record.forces) > 1
            else "",
            Run("How this is counted", Place("method", at="recurring")),
        )
    )


def marks() -> Folded:
    """What an inspection can say on a theme, each with its mark."""
    rows = [(Run(state.label, style=f"mark {state.value}"), state.meaning) for state in ThemeState]
    return Folded("What the marks mean", (table("Marks", ("Mark", "Meaning"), rows),))


def theme_table(themes: Sequence[ThemeLine], names: Mapping[str, str]) -> Table:
    """A row for each theme with the sentence of each force; `names` in the order of their rows."""
    return table(
        "Themes and how often inspectors raised them, most persistent first",
        ("Theme", *names.values()),
        [
            (
                words(
                    Run(line.theme_name, Place("recurring", line.theme)),
                    Run(line.theme_about, style="under"),
                ),
                *(row.sentence if row else NO_LOOK for row in line.rows),
            )
            for line in themes
        ],
    )


def about_theme(record: Record, theme: str) -> Paragraph:
    """What a theme is about, with the way to its rule."""
    found = record.theme[theme]
    told = f"{found.name}: {in_sentence(found.about)}"
    return Paragraph(words(told, rule_link(theme, "What belongs under it, and what does not")))


def theme_page(record: Record, theme: str, programmes: Counted = None) -> Iterator[Block]:
    """One theme as a document: each force, the forces beside one another, measures, its rule."""
    forces = list(record.force)
    rows = {force: theme_recurrence(record, force, theme, programmes) for force in forces}
    for force in forces:
        steps = thread(record, force, theme, programmes)
        yield from of_force(record, force, rows[force], steps)
    if len(forces) == 2 and any(rows.values()):
        yield from two_forces(record, rows)
    elif len(forces) > 2:
        yield Paragraph(words(ANY_TWO))
    yield from measures(record, theme, forces)
    yield from rule_of_theme(record, theme)


def theme_sources(record: Record, theme: str, programmes: Counted = None) -> list[str]:
    """The sources of the looks at a theme with every force, and of the values told under it."""
    steps = [step for force in record.force for step in thread(record, force, theme, programmes)]
    return [*sources_of(steps), *measures_sources(record, theme)]


def of_force(
    record: Record,
    force: str,
    row: RecurrenceRow | None,
    steps: Sequence[ThreadStep],
    level: int = 2,
) -> Iterator[Block]:
    """One force on the theme: how often it was raised, the last word, and the thread."""
    yield Heading(level, record.force[force].name, force)
    yield Paragraph(words(row.sentence if row else NO_LOOK))
    details = detail_words(row) if row else ()
    if details:
        yield Bullets(tuple(words(detail) for detail in details))
    yield last_said(record, steps)
    yield the_thread(record, steps)


def two_forces(record: Record, rows: Mapping[str, RecurrenceRow | None]) -> Iterator[Block]:
    """What two forces have in common on a theme, what one alone was looked at under, and the looks
    that have a counterpart at the other. `rows` has each of the two, None where none looked at it.
    """
    names = {force: record.force[force].name for force in rows}
    yield Heading(2, f"{joined(names.values())} on this theme", SIDE_BY_SIDE)
    first, second = rows.values()
    if first is None or second is None:
        seen = [names[force] for force, row in rows.items() if row]
        told = f"Only {seen[0]} was" if seen else "Neither was"
        yield Paragraph(words(f"{told} inspected on it, so there is nothing to set side by side."))
        return
    found = theme_comparison(record, first, second)
    yield Paragraph(words(found.common, found.fairness))
    if found.particular:
        yield Bullets(tuple(words(sentence) for sentence in found.particular))
    if found.pairs:
        yield table(
            f"Looks at {joined(names.values())} by the same method, in the same kind of inspection",
            ("Method", *names.values(), "What they said", "Like for like?"),
            [_pair(record, pair) for pair in found.pairs],
        )


def _pair(record: Record, pair: LookPair) -> tuple[str | Run, ...]:
    like = "Yes" if pair.comparison.comparable else "No"
    return (
        pair.method,
        inspection_link(pair.first.inspection, pair.first.when),
        inspection_link(pair.second.inspection, pair.second.when),
        pair_words(record, pair),
        f"{like}. {pair.comparison.reason}",
    )
