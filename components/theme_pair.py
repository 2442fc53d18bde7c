"""Two forces on one theme: what is common, what is particular to one, and what may be compared."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components import prose
from inspection.model import Record
from inspection.recurrence import RecurrenceRow
from inspection.theme_comparison import pair_words, theme_comparison


def draw(record: Record, rows: Sequence[RecurrenceRow | None]) -> None:
    """The comparison in words, and the looks that have a counterpart as a table."""
    first, second = rows
    st.header("The two forces on this theme")
    if first is None or second is None:
        prose.paragraph(
            "Only one of the two forces was inspected on it; nothing can be set beside."
        )
        return
    found = theme_comparison(record, first, second)
    prose.paragraph(found.common, found.fairness)
    prose.bullets(found.particular)
    if found.pairs:
        names = [record.force[row.force].name for row in (first, second)]
        prose.table(
            "Looks at both forces by the same method and in the same kind of inspection",
            ["Method", *names, "What they said", "Like for like?"],
            [
                (
                    pair.method,
                    prose.inspection_link(pair.first.inspection, pair.first.when),
                    prose.inspection_link(pair.second.inspection, pair.second.when),
                    pair_words(record, pair),
                    f"{'Yes' if pair.comparison.comparable else 'No'}. {pair.comparison.reason}",
                )
                for pair in found.pairs
            ],
        )
