"""The rulebook of themes on a page: agreement, pairs that are hard to tell apart, a row a theme."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components import prose
from inspection.measures import number_words
from inspection.model import Record
from inspection.rulebook import (
    agreement_words,
    disputed_tags,
    hard_pairs,
    rule_words,
    rulebook,
)


def linked_rule(record: Record, at: str) -> None:
    """The rule of the theme a link pointed to, shown first, so that nobody has to hunt for it."""
    row = next((row for row in rulebook(record) if row.theme == at), None)
    if row:
        words = ("The link points to this theme.", rule_words(row), "It is outlined below.")
        prose.paragraph(*words)
    else:
        prose.paragraph(f"The link points to “{at[:90]}”, which is not a theme of this record.")


def theme_rulebook(record: Record, at: str) -> None:
    """How themes are given: how far two readers agreed, what is hard, and the rule of each theme."""
    st.header("Theme rulebook")
    prose.paragraph(
        "The theme of a finding is an editor's choice, not the inspectorate's. This is how the "
        "findings of this record are tagged, so that the next one is tagged alike and a reader can "
        "disagree."
    )
    prose.paragraph(agreement_words(record))
    pairs = hard_pairs(record)
    if pairs:
        prose.table(
            "Pairs of themes that are hard to tell apart",
            ["Themes", "How this record decides"],
            [
                (
                    prose.joined_html(
                        (_to_rule(*theme) for theme in zip(row.themes, row.names, strict=True)),
                        " / ",
                    ),
                    row.rule,
                )
                for row in pairs
            ],
        )
    disputed = disputed_tags(record)
    if disputed:
        with st.expander(f"{len(disputed)} tags that the rulebook would place elsewhere"):
            prose.paragraph(
                "Found when the rulebook was written. Every count on this site keeps the theme "
                "they have until a second reader has agreed to another."
            )
            prose.table(
                "Tags that the rulebook would place elsewhere",
                ["Finding or request", "Inspection", "Theme", "By the rulebook"],
                [
                    (
                        prose.inspection_link(row.inspection, row.summary, at=row.fact),
                        row.inspection_title,
                        row.theme_name,
                        row.by_rule_name,
                    )
                    for row in disputed
                ],
            )
    prose.table(
        "Rules of each theme",
        ["Theme", "About", "Belongs here", "Belongs elsewhere", "Tagged"],
        [
            (
                prose.anchored(row.theme, row.name, at),
                row.about,
                _points(row.covers),
                _points(row.elsewhere),
                number_words(row.findings),
            )
            for row in rulebook(record)
        ],
    )
    prose.paragraph(
        "Tagged counts the findings and recommendations under the theme, those about partners and "
        "regional units among them.",
        quiet=True,
    )


def _to_rule(theme: str, name: str) -> prose.Html:
    return prose.link("method", name, at=theme)


def _points(points: Sequence[str]) -> prose.Html:
    items = (prose.Html(f"<li>{prose.html_of(point)}</li>") for point in points)
    return prose.Html(f"<ul>{prose.joined_html(items, '')}</ul>" if points else "")
