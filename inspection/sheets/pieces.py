"""Pieces of words that many sheets share: sources, grades, links to inspections."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from inspection.addresses import Place
from inspection.document import LINE, Run, Table, Words, words
from inspection.grade_cells import GradeCell
from inspection.model import Record, Source
from inspection.timeline import TimelineRow
from inspection.vocabulary import EmptyKind, Voice


def source_links(record: Record, sources: Iterable[str]) -> Words:
    """The sources of a fact as links in short form, publisher and year, separated by semicolons.

    Their titles stand in the list of sources that ends every page.
    """
    runs: list[Run] = []
    for key in dict.fromkeys(sources):
        source = record.source[key]
        runs += [Run("; ")] if runs else []
        runs.append(Run(_short_name(source), source.url, title=_title(source)))
    return tuple(runs)


def place_words(place: str | None) -> str:
    """Where in the report something stands, to follow its sources; empty where we do not say."""
    return f"({place})" if place else ""


def voice_run(voice: Voice, label: str = "", *, strong: bool = False) -> Run:
    """Who says so, behind the shape and colour that this voice has everywhere."""
    return Run(label or voice.label, style=f"mark voice {voice.value}", strong=strong)


def inspection_link(inspection: str | None, label: str, at: str = "") -> Run:
    """A link to an inspection, and to one fact in it where `at` names its id."""
    return Run(label, Place("inspection", inspection, at) if inspection else None)


def inspection_cell(row: TimelineRow) -> Words:
    """An inspection in the first cell of a row: its title as a link, force and kind below it."""
    return words(
        inspection_link(row.inspection, row.title),
        Run(f"{row.force_name}. {row.kind.label}.", style="under"),
    )


def small_print(*parts: str | Run | Words) -> Words:
    """Text, runs and words as small print beneath what they belong to."""
    return tuple(replace(run, style="under") for run in words(*parts))


def grade_words(cell: GradeCell) -> Words:
    """The grade or kind of empty of a cell, with everything that qualifies it in words."""
    style = "grade empty" if cell.empty else f"grade {cell.value or ''}".strip()
    if cell.empty is EmptyKind.NOT_ENTERED:
        style += f" {cell.empty.value}"
    return words(Run(cell.label, style=style), cell.words.removeprefix(cell.label).strip())


def lines(*parts: str | Words) -> Words:
    """Several pieces, each on a line of its own; what is empty is left out."""
    joined: list[Run] = []
    for part in parts:
        runs = words(part)
        if runs:
            joined += [LINE, *runs] if joined else runs
    return tuple(joined)


def table(
    caption: str, columns: Sequence[str], rows: Iterable[Sequence[str | Run | Words]]
) -> Table:
    """A table from cells of plain text or of words."""
    cells = tuple(tuple(words(cell) for cell in row) for row in rows)
    return Table(caption, tuple(columns), cells)


def _title(source: Source) -> str:
    return f"{source.title}, {source.publisher}" if source.url else ""


def _short_name(source: Source) -> str:
    publisher = source.publisher.split("(")[0].strip() or source.publisher
    return f"{publisher}, {source.published.year}" if source.published else publisher
