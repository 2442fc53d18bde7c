"""Measures over time: what was measured more than once, every value with what it rests on."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from inspection.addresses import Place
from inspection.document import Block, Heading, Paragraph, Run, Table, words
from inspection.measured import IndicatorRows, MeasuredRow, measured, measured_words
from inspection.model import Record
from inspection.sheets.pieces import inspection_link, source_links, table, voice_run


def measures(record: Record, theme: str, forces: Collection[str]) -> Iterator[Block]:
    """What was measured more than once under a theme, and under which others something was."""
    every = measured(record, forces=forces)
    own = [found for found in every if found.theme == theme]
    yield from opening(own)
    for found in own:
        yield from indicator(found)
        yield indicator_values(record, found)
    yield from elsewhere([found for found in every if found.theme != theme])


def opening(found: Sequence[IndicatorRows]) -> Iterator[Block]:
    """The heading of what was measured under a theme, and a sentence where nothing was."""
    yield Heading(2, "Measures over time", "measures")
    if not found:
        told = "Nothing under this theme was measured more than once in our record."
        yield Paragraph(words(told))


def indicator(found: IndicatorRows) -> Iterator[Block]:
    """What was measured, how often, and what of it may be joined."""
    yield Heading(3, found.name, found.indicator)
    yield Paragraph(words(measured_words(found), found.about))


def indicator_values(record: Record, found: IndicatorRows) -> Table:
    """Every value of an indicator; when it was measured leads to the inspection that told it."""
    return table(
        f"{found.name}: every value in the record",
        ("When", "Force", "Value", "What it rests on", "Who says so", "Sources"),
        [
            (
                _when(row),
                row.force_name,
                row.words,
                row.basis,
                voice_run(row.voice),
                source_links(record, row.sources),
            )
            for row in found.rows
        ],
    )


def elsewhere(
    found: Sequence[IndicatorRows], choices: Sequence[tuple[str, str]] = ()
) -> Iterator[Block]:
    """Links to what was measured under other themes; `choices` are what they keep in a dashboard."""
    runs: list[Run] = []
    for other in found:
        runs += [Run("; ")] if runs else []
        to = Place("recurring", other.theme, "measures", tuple(choices))
        runs.append(Run(other.name, to))
    if runs:
        yield Paragraph(words("Measured more than once under other themes:", tuple(runs)))


def measures_sources(record: Record, theme: str) -> list[str]:
    """The sources of every value that is told under a theme."""
    return [s for found in measured(record, theme) for row in found.rows for s in row.sources]


def _when(row: MeasuredRow) -> Run:
    return inspection_link(row.inspection, row.when, row.fact)
