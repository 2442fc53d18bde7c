"""Pieces that several pages of the published record share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from inspection.document import Block, Heading, Paragraph, words
from inspection.drawings import themes_drawing, timeline_drawing
from inspection.measures import in_sentence
from inspection.model import Force, Record
from inspection.recurrence import recurrence, theme_lines
from inspection.sheets import of_force, of_record, of_theme
from inspection.timeline import TimelineRow
from inspection.vocabulary import ThemeFamily


def sources_of(record: Record, sources: Iterable[str]) -> tuple[Block, ...]:
    """The sources that end a page, below a heading of their own."""
    return Heading(2, "Sources", "sources"), of_record.source_list(record, sources)


def where_missing(record: Record) -> Iterator[Block]:
    """The way to the inspections of all forces known to exist and not recorded; nothing without any."""
    yield from of_force.where_missing(record, list(record.force))


def inspections_in_time(
    record: Record, force: Force, rows: Sequence[TimelineRow]
) -> Iterator[Block]:
    """The inspections of a force as a picture and as a table, each with what it was followed by."""
    if rows:
        drawn = timeline_drawing(rows)
        yield replace(drawn, caption=f"{force.name}: {in_sentence(drawn.caption)}")
        listed = of_force.inspections(record, rows)
        yield replace(listed, caption=f"{force.name}: {in_sentence(listed.caption)}")
    else:
        yield Paragraph(words(f"No inspection of {force.name} is in the record."))


def returning(
    record: Record, forces: Sequence[Force], programmes: Sequence[str] | None = None
) -> Iterator[Block]:
    """Child protection themes on one axis: the answer, the picture, a sentence for each theme.

    `programmes` are those whose inspections are counted, None for all.
    """
    counted = {
        force.id: recurrence(record, force.id, programmes, ThemeFamily.CHILD_PROTECTION)
        for force in forces
        if programmes != []  # which the domain takes for all
    }
    rows = {force: found for force, found in counted.items() if found}
    if not rows:
        yield Paragraph(words("No inspection counted here looked at these themes."))
        return
    drawn = {force: record.force[force].name for force in rows}
    for sentence in of_theme.answers(record, rows, drawn):
        yield Paragraph(words(sentence))
    lines = theme_lines(rows)
    picture, listed = themes_drawing(lines, drawn), of_theme.theme_table(lines, drawn)
    over = "every programme" if programmes is None else "child protection inspections"
    yield replace(picture, caption=f"{picture.caption}, over {over}")
    yield replace(listed, caption=f"{listed.caption}, over {over}")


def child_protection(record: Record) -> list[str]:
    """The programmes that look at child protection as a whole."""
    family = ThemeFamily.CHILD_PROTECTION
    return [p.id for p in record.programmes if p.family is family and not p.narrow]
