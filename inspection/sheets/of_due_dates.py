"""What is due after reports: the published reply, the action plan, the promised return."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from inspection.clocks import ClockRow, ClockState, days_words
from inspection.document import Block, Paragraph, Run, Words, words
from inspection.measures import plural
from inspection.model import Record
from inspection.sheets.pieces import inspection_link, source_links, table

COLUMNS = ("Report or promise", "What is due", "Due", "What was found", "Sources")


def due_table(
    record: Record,
    rows: Sequence[ClockRow],
    day: dt.date | None,
    *,
    none_found: bool = False,
    earlier: bool = False,
    about: str = "",
) -> Iterator[Block]:
    """What is or was due after reports, latest first, with what was found; told what is left out.

    With a `day` the days until or since are told; a document that is read later has none.
    `none_found` leaves only what was not found; `earlier` adds reports without a time limit;
    `about` is the force that a page with several such tables names in the caption.
    """
    limited = [row for row in rows if row.state is not ClockState.NO_TIME_LIMIT]
    shown = list(rows) if earlier else limited
    if none_found:
        shown = [row for row in shown if row.state is ClockState.NONE_FOUND]
    left_out = len(limited) - len(shown) if none_found else len(rows) - len(shown)
    if left_out:
        told = _others_words(left_out) if none_found else _earlier_words(left_out)
        yield Paragraph(words(told), quiet=True)
    if not shown:
        choice = f"about {about}" if about else "for this choice"
        yield Paragraph(words(f"Nothing of this kind is in the record {choice}."))
        return
    caption = f"Due after a report ({plural(len(shown), 'row')})"
    yield table(
        f"{caption}: {about}" if about else caption,
        COLUMNS,
        [_cells(record, row, day) for row in sorted(shown, key=_latest_first)],
    )


def _earlier_words(count: int) -> str:
    return (
        f"{plural(count, 'report')} published before 2 May 2017, when the time limit came into "
        f"force, {'is' if count == 1 else 'are'} left out."
    )


def _others_words(count: int) -> str:
    return (
        f"Left out here: {plural(count, 'row')} with something found, or where no time limit is "
        "known to apply."
    )


def _latest_first(row: ClockRow) -> tuple[int, str]:
    return (-row.began.latest.toordinal() if row.began else 0, row.id)


def _cells(record: Record, row: ClockRow, day: dt.date | None) -> tuple[str | Words, ...]:
    days = days_words(row.days_left(day)) if day else ""
    return (
        words(
            inspection_link(row.inspection, row.title),
            Run(f"{row.force_name}, {row.begins}.", style="under"),
        ),
        row.kind.label,
        words(row.due, f"({days})" if days else ""),
        words(Run(f"{row.state.label}.", strong=True), row.known),
        source_links(record, row.sources),
    )
