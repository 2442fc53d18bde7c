"""The rulebook of themes: what belongs under each, how far two readers agreed, what is hard.

Which theme a finding has is the editors' choice and nobody else's. The rulebook is published so
that the next finding is given the same theme and that a reader can disagree.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from inspection.measures import in_sentence, number_words, plural
from inspection.model import Record
from inspection.once import once_per_record
from inspection.theme_states import tagged

NO_SECOND_READING = "No second reading of the themes is in this record."


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One theme: what belongs here, what belongs elsewhere, and how much stands under it.

    `elsewhere` names what does not belong here and, after a colon, the theme it belongs to.
    `findings` counts findings and recommendations of every scope, each once.
    """

    theme: str
    name: str
    about: str
    covers: tuple[str, ...]
    elsewhere: tuple[str, ...]
    findings: int


@dataclass(frozen=True, slots=True)
class HardPairRow:
    """Two themes that are hard to tell apart, by id and by name, and how this record decides."""

    themes: tuple[str, str]
    names: tuple[str, str]
    rule: str


@dataclass(frozen=True, slots=True)
class DisputedRow:
    """A finding or recommendation that the rulebook would put under another theme."""

    fact: str
    inspection: str
    inspection_title: str
    summary: str
    theme_name: str
    by_rule_name: str


@once_per_record
def rulebook(record: Record) -> tuple[RuleRow, ...]:
    """One row for each theme in the order of the vocabulary, those never used among them."""
    counts = Counter(item.theme for i in record.inspections for item in tagged(i))
    return tuple(
        RuleRow(
            theme.id,
            theme.name,
            theme.about,
            theme.covers,
            tuple(f"{b.what}: {record.theme[b.theme].name}" for b in theme.not_here),
            counts[theme.id],
        )
        for theme in record.themes
    )


def rule_words(row: RuleRow) -> str:
    """The rules of one theme as a paragraph."""
    parts = [f"{row.name}: {in_sentence(row.about)}"]
    if row.covers:
        parts.append(f"Belongs here: {'; '.join(row.covers)}.")
    if row.elsewhere:
        parts.append(f"Belongs elsewhere: {'; '.join(row.elsewhere)}.")
    return " ".join(parts)


def agreement_words(record: Record) -> str:
    """How often two readers chose the same theme, with the rate in per cent to one decimal."""
    reading = record.second_reading
    if reading is None:
        return NO_SECOND_READING
    rate = number_words(round(100 * reading.agreed / reading.findings, 1))
    return (
        f"Two readers chose the same theme for {number_words(reading.agreed)} of "
        f"{plural(reading.findings, 'finding')} ({rate} per cent). {reading.note}"
    )


@once_per_record
def hard_pairs(record: Record) -> tuple[HardPairRow, ...]:
    """The pairs of themes that are hard to tell apart, in the order of the vocabulary."""
    rows = []
    for pair in record.hard_pairs:
        one, other = pair.themes
        names = (record.theme[one].name, record.theme[other].name)
        rows.append(HardPairRow((one, other), names, pair.rule))
    return tuple(rows)


@once_per_record
def disputed_tags(record: Record) -> tuple[DisputedRow, ...]:
    """What the rulebook would put under another theme, in the order of the record.

    Every figure counts these under the theme they have. What was not public yet is left out.
    """
    by_rule = {tag.fact: tag.by_rule for tag in record.disputed_tags}
    return tuple(
        DisputedRow(
            fact.id,
            inspection.id,
            inspection.title,
            fact.summary,
            record.theme[fact.theme].name,
            record.theme[by_rule[fact.id]].name,
        )
        for inspection in record.inspections
        for fact in tagged(inspection)
        if fact.id in by_rule
    )
