"""Pages of the published record on recurring issues: the counts, each theme."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from inspection.addresses import Place
from inspection.document import Block, Heading, Paragraph, Run, words
from inspection.model import Record, Theme
from inspection.overview import forces_words
from inspection.published.page import Page
from inspection.published.pieces import child_protection, returning, sources_of
from inspection.recurrence import recurrence, theme_lines
from inspection.sheets import of_theme
from inspection.vocabulary import ThemeFamily

THEMES = (Place("recurring"), "Recurring issues")


def themes(record: Record) -> Page:
    """What keeps coming back, counted over child protection inspections and over all."""
    return Page(
        Place("recurring"),
        "Recurring issues",
        f"What inspectors of {forces_words(record)} raised again, out of the inspections that looked at it.",
        "What was raised again, out of the inspections that looked at it. Not mentioned is not "
        "resolved, and counts of two forces are not set against each other.",
        tuple(_themes_blocks(record)),
        in_dashboard=Place("recurring"),
        deals_with_abuse=True,
    )


def _themes_blocks(record: Record) -> Iterator[Block]:
    yield of_theme.marks()
    yield of_theme.how_counted(record)
    yield Heading(2, "Child protection themes, over child protection inspections", "inspections")
    yield from returning(record, record.forces, child_protection(record))
    yield Heading(2, "Child protection themes, over every programme", "every-programme")
    yield from returning(record, record.forces)
    yield Heading(2, "Themes of all policing, over every programme", "all-policing")
    rows = {
        force.id: found
        for force in record.forces
        if (found := recurrence(record, force.id, family=ThemeFamily.ALL_POLICING))
    }
    drawn = {force: record.force[force].name for force in rows}
    listed = of_theme.theme_table(theme_lines(rows), drawn)
    yield replace(listed, caption=f"{listed.caption}, of all policing")


def theme_page(record: Record, theme: Theme) -> Page:
    """One theme with its thread in each force."""
    return Page(
        Place("recurring", theme.id),
        theme.name,
        f"{theme.about} What inspectors of {forces_words(record)} found, in order.",
        theme.about,
        tuple(_theme_blocks(record, theme)),
        (THEMES,),
        Place("recurring", theme.id, choices=(("themes", "all"), ("programme", "all"))),
        deals_with_abuse=True,
    )


def _theme_blocks(record: Record, theme: Theme) -> Iterator[Block]:
    counted = "Counted over the inspections of every programme. Over child protection inspections:"
    yield Paragraph(words(counted, Run("Recurring issues", Place("recurring"))), quiet=True)
    yield from of_theme.theme_page(record, theme.id)
    yield from sources_of(record, of_theme.theme_sources(record, theme.id))
