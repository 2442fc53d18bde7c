"""The register and the due dates as rows of open tables; `open_tables` says what columns mean."""

from __future__ import annotations

from collections.abc import Iterable

from inspection.account import nothing_found
from inspection.clocks import ClockRow
from inspection.due_after_reports import due_after_reports
from inspection.measures import in_sentence
from inspection.model import Record
from inspection.open_columns import Row
from inspection.register import RegisterRow, register
from inspection.vocabulary import Voice

VOICES = (Voice.INSPECTORATE, Voice.GOVERNING_BODY, Voice.FORCE, Voice.OTHER)
"""The voices in the order of their columns; our own reading has a column of its own after them."""


def whole_register(record: Record) -> Iterable[Row]:
    """Everything asked for or promised, in the order of the register."""
    return register_rows(record, register(record))


def all_due_dates(record: Record) -> Iterable[Row]:
    """Everything that is or was due after a report, oldest report first."""
    return clock_rows(due_after_reports(record))


def register_rows(record: Record, rows: Iterable[RegisterRow]) -> Iterable[Row]:
    """The cells of each row, in the order of the rows given."""
    for row in rows:
        yield (
            row.id, row.kind, row.force, row.inspection, row.inspection_title, row.theme, row.about,
            row.asked_by, str(row.asked or ""), row.limit, str(row.due or ""), row.summary,
            *(said_words(record, row, voice) for voice in VOICES), row.reading.label,
            "yes" if row.went_back else "no", reading_history(row), _next_look(row),
            f"/progress?item={row.id}", "; ".join(row.sources),
        )  # fmt: skip


def clock_rows(rows: Iterable[ClockRow]) -> Iterable[Row]:
    """The cells of each row, in the order of the rows given."""
    for row in rows:
        yield (
            row.kind, row.force, row.inspection, row.title, row.begins, row.due,
            row.due_from.isoformat() if row.due_from else "",
            row.due_to.isoformat() if row.due_to else "", row.state, row.known,
            "; ".join(row.sources),
        )  # fmt: skip


def said_words(record: Record, row: RegisterRow, voice: Voice) -> str:
    """What one voice said: `2019-01-11, Chief Constable: words | ...`, or that nothing was found."""
    entries = [
        f"{entry.date or 'date not known'}, {entry.speaker}: {entry.summary}"
        f"{'' if entry.is_on_item else ' (on the theme)'}"
        for entry in row.by_voice(voice)
    ]
    nothing = nothing_found(record, row.asked).rstrip(".")
    return " | ".join(entries) or nothing


def reading_history(row: RegisterRow) -> str:
    """Every reading with its day: `2018-03-22 Progress; 2019-01-11 Addressed`; empty if none yet."""
    return "; ".join(
        f"{step.said.date or 'date not known'} {step.reading.label}"
        for step in row.steps
        if step.said
    )


def _next_look(row: RegisterRow) -> str:
    look = row.next_look
    return f"{look.when}: {in_sentence(look.state.label)} ({look.inspection})" if look else ""
