"""May two grades be compared? The one place that answers."""

from __future__ import annotations

from dataclasses import dataclass

from inspection.model import Record
from inspection.vocabulary import ComparisonBasis


@dataclass(frozen=True, slots=True)
class Comparison:
    """Whether grades of two cycles may be set side by side, why, and who says so."""

    comparable: bool
    reason: str
    basis: ComparisonBasis
    sources: tuple[str, ...]


def cycles_comparison(record: Record, earlier: str, later: str) -> Comparison:
    """Whether grades given in two cycles may be compared where the question is the same.

    The statement of the later cycle decides, because the inspectorate makes it looking back.
    """
    first, second = record.cycle[earlier], record.cycle[later]
    if earlier == later:
        reason = f"Both grades were given in the same cycle, {first.name}."
        return Comparison(True, reason, second.comparability_basis, second.sources)
    comparable = earlier in second.comparable_with and later in first.comparable_with
    if comparable and not (first.scale and first.scale == second.scale):
        comparable = False
    return Comparison(comparable, second.comparability, second.comparability_basis, second.sources)
