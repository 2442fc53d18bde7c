"""Numbers of the record in words."""

from __future__ import annotations

from collections.abc import Iterable

from inspection.model import CaseAudit, Measure

COUNT_NAMES = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
SAMPLE_CAVEAT = "These are the case files that inspectors examined, not a rate for all children."


def number_words(number: float) -> str:
    """A number as a reader sees it: `1,345`, `92.72`."""
    if float(number).is_integer():
        return f"{int(number):,}"
    return f"{number:,.10g}"


def count_name(count: int) -> str:
    """A small count as a word, larger ones in figures."""
    return COUNT_NAMES[count] if count < len(COUNT_NAMES) else number_words(count)


def in_sentence(name: str) -> str:
    """A name inside a sentence: a small first letter, abbreviations kept: `records and IT`."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def joined(parts: Iterable[str]) -> str:
    """A list in a sentence: `a, b and c`."""
    items = list(parts)
    return " and ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


def plural(count: int, one: str, many: str | None = None) -> str:
    """A count with its noun: `1 inspection`, `27 inspections`."""
    return f"{number_words(count)} {one if count == 1 else many or one + 's'}"


def measure_words(measure: Measure | None) -> str | None:
    """The number of a finding with its unit and everything that narrows it; None without one.

    `4 of 10 records (over 25 days)`, `92.72 per cent recorded, plus or minus 1.56`.
    """
    if measure is None:
        return None
    if measure.numerator is not None and measure.denominator is not None:
        count = f"{number_words(measure.numerator)} of {number_words(measure.denominator)}"
        words = f"{count} {measure.unit}"
        if measure.value is not None:
            words = f"{count}: {number_words(measure.value)} {measure.unit}"
    elif measure.value is not None:
        words = f"{number_words(measure.value)} {measure.unit}"
        if measure.denominator is not None:
            words += f" of {number_words(measure.denominator)}"
    else:
        words = measure.unit
    if measure.margin is not None:
        words += f", plus or minus {number_words(measure.margin)}"
    if measure.baseline is not None:
        words += f", against {number_words(measure.baseline)}"
    if measure.target is not None:
        words += f", against a target of {number_words(measure.target)}"
    return f"{words} ({measure.qualifier})" if measure.qualifier else words


def case_audit_words(audit: CaseAudit) -> str:
    """A case audit in one sentence, parts not found by us said as such."""
    parts = [
        f"{'none' if count == 0 else number_words(count)} {word}"
        for count, word in (
            (audit.good, "good"),
            (audit.requires_improvement, "requiring improvement"),
            (audit.inadequate, "inadequate"),
        )
        if count is not None
    ]
    known = joined(parts) if parts else "their grades not found by us"
    return f"Inspectors examined {plural(audit.total, 'case file')}: {known}. {SAMPLE_CAVEAT}"
