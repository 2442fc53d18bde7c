"""The rulebook of themes: how far readers agreed, what is hard to tell apart, a row for each theme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from inspection.addresses import Place
from inspection.document import Block, Folded, Heading, Paragraph, Run, Words, words
from inspection.measures import number_words, plural
from inspection.model import Record
from inspection.rulebook import (
    HardPairRow,
    RuleRow,
    agreement_words,
    disputed_tags,
    hard_pairs,
    rule_words,
    rulebook,
)
from inspection.sheets.pieces import inspection_link, lines, table


def theme_rulebook(record: Record) -> Iterator[Block]:
    """How themes are given: how far two readers agreed, what is hard, and the rule of each theme."""
    yield Heading(2, "Theme rulebook", "theme-rulebook")
    yield Paragraph(
        words(
            "The theme of a finding is an editor's choice, not the inspectorate's. This is how the "
            "findings of this record are tagged, so that the next one is tagged alike and a reader "
            "can disagree."
        )
    )
    yield Paragraph(words(agreement_words(record)))
    pairs = hard_pairs(record)
    if pairs:
        yield table(
            "Pairs of themes that are hard to tell apart",
            ("Themes", "How this record decides"),
            [(_pair(row), row.rule) for row in pairs],
        )
    yield from _disputed(record)
    yield table(
        "Rules of each theme",
        ("Theme", "About", "Belongs here", "Belongs elsewhere", "Tagged"),
        [
            (
                Run(row.name, id=row.theme),
                row.about,
                lines(*row.covers),
                lines(*row.elsewhere),
                number_words(row.findings),
            )
            for row in rulebook(record)
        ],
    )
    yield Paragraph(
        words(
            "Tagged counts the findings and recommendations under the theme, those about partners "
            "and regional units among them."
        ),
        quiet=True,
    )


def linked_rule_words(record: Record, at: str) -> str:
    """The rule of the theme a link pointed to, so that nobody has to hunt for it in the table.

    It says so, too, where the link names no theme of the record.
    """
    row = _row(record, at)
    if row is None:
        return f"The link points to “{at[:90]}”, which is not a theme of this record."
    return f"The link points to this theme. {rule_words(row)} It is outlined below."


def rule_of_theme(record: Record, theme: str) -> Iterator[Block]:
    """What belongs under one theme and what belongs elsewhere, under a heading of its own."""
    row = _row(record, theme)
    if row is None:
        return
    yield Heading(2, "What belongs under it, and what does not", "rule")
    yield Paragraph(words(rule_words(row)))
    yield Paragraph(
        words("How themes are given:", Run("Theme rulebook", Place("method", at="theme-rulebook"))),
        quiet=True,
    )


def _row(record: Record, theme: str) -> RuleRow | None:
    return next((row for row in rulebook(record) if row.theme == theme), None)


def _pair(row: HardPairRow) -> Words:
    (one, other), (first, second) = row.themes, row.names
    return words(rule_link(one, first), "/", rule_link(other, second))


def rule_link(theme: str, label: str) -> Run:
    """A link to the rule of a theme, which the dashboard outlines and tells first."""
    return Run(label, Place("method", at=theme, choices=(("at", theme),)))


def _disputed(record: Record) -> Iterator[Block]:
    rows = disputed_tags(record)
    if not rows:
        return
    name = "Tags that the rulebook would place elsewhere"
    told = (
        "Found when the rulebook was written. Every count on this site keeps the theme they have "
        "until a second reader has agreed to another."
    )
    found: Sequence[tuple[Run, str, str, str]] = [
        (
            inspection_link(row.inspection, row.summary, at=row.fact),
            row.inspection_title,
            row.theme_name,
            row.by_rule_name,
        )
        for row in rows
    ]
    yield Folded(
        f"{plural(len(rows), 'tag')} that the rulebook would place elsewhere",
        (
            Paragraph(words(told)),
            table(name, ("Finding or request", "Inspection", "Theme", "By the rulebook"), found),
        ),
    )
