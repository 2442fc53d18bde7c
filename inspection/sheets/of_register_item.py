"""One item of the register in full: what it is, a board's questions, everything said on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from inspection.account import date_or_unknown, nothing_found
from inspection.board import history_words, questions
from inspection.document import Block, Facts, Paragraph, Run, words
from inspection.model import Record
from inspection.register import RegisterRow
from inspection.sheets.of_register import limit_words
from inspection.sheets.pieces import inspection_link, source_links, table, voice_run
from inspection.standing import VOICES_DIFFER


def item_facts(row: RegisterRow, in_table: bool = False) -> Iterator[Block]:
    """One item: what it is, by whom and when it was asked, its limit, where it stands and stood.

    `in_table` says that it stands in a table of the same page, and is cited there.
    """
    yield Paragraph((Run(row.summary, fact="" if in_table else row.id),))
    differ = f" {VOICES_DIFFER}" if row.voices_differ else ""
    facts = {
        "What it is": f"{row.kind.label}. {row.kind.meaning}",
        "Asked or promised by": row.asked_by,
        "When": date_or_unknown(row.asked),
        "Time limit": limit_words(row),
        "Theme": row.theme_name,
        "About": row.about,
        "Our reading": f"{row.reading.label}. {row.reading.meaning}{differ}",
        "Readings so far": history_words(row),
    }
    yield Facts(tuple((name, words(value)) for name, value in facts.items()))


def item_said(record: Record, row: RegisterRow, day: dt.date) -> Iterator[Block]:
    """A board's three questions on one item, everything said on it, and the report it is from."""
    yield table(
        "Questions to ask",
        ["Question", "What the record holds"],
        questions(row, day, nothing_found(record, row.asked)),
    )
    if row.said:
        yield table(
            "Everything said on it, oldest first",
            ["When", "Voice", "Who", "On", "What was said", "Sources"],
            [
                (
                    date_or_unknown(entry.date),
                    voice_run(entry.voice),
                    entry.speaker,
                    "this item" if entry.is_on_item else "its theme",
                    words(entry.summary, f"({entry.says.label})" if entry.says else ""),
                    source_links(record, entry.sources),
                )
                for entry in row.said
            ],
        )
    if row.inspection:
        yield Paragraph((inspection_link(row.inspection, row.inspection_title, row.id),))
