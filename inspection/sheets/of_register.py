"""What was asked and promised: how much, how old, and who says what of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Sequence

from inspection.account import date_or_unknown, nothing_found
from inspection.addresses import Place
from inspection.board import counts, history_words, oldest_open, passed_words
from inspection.clocks import ClockRow, reply_words
from inspection.document import (
    Block,
    Bullets,
    Folded,
    Heading,
    Paragraph,
    Run,
    Table,
    Words,
    words,
)
from inspection.due_after_reports import due_after_reports
from inspection.measures import in_sentence, joined, plural
from inspection.model import Force, Record
from inspection.overview import missing_words
from inspection.register import ItemKind, RegisterRow, register
from inspection.sheets import of_force
from inspection.sheets.of_due_dates import due_table
from inspection.sheets.of_inspection import full_title
from inspection.sheets.pieces import inspection_link, lines, source_links, table
from inspection.standing import VOICES_DIFFER, Reading, Said
from inspection.unseen import Unseen, unseen_count, unseen_requests
from inspection.vocabulary import Voice

TITLE = "Register of what was asked and promised"
"""How citations name the register."""
VOICES = (Voice.INSPECTORATE, Voice.GOVERNING_BODY, Voice.FORCE)
JUDGED = (Reading.FOUND_AGAIN, Reading.NOT_ADDRESSED, Reading.PROGRESS)
"""Readings that rest on a word of the inspectorate on whether an open item is done."""


def register_page(record: Record, day: dt.date) -> Iterator[Block]:
    """The register whole, force by force: the answer, counts, what is due on `day`, every item."""
    yield voices_apart()
    for force in record.forces:
        yield Heading(2, force.name, force.id)
        yield from _of_force(record, force, day)


def _of_force(record: Record, force: Force, day: dt.date) -> Iterator[Block]:
    rows, due = register(record, [force.id]), due_after_reports(record, [force.id])
    known = unseen_requests(record, [force.id])
    if not rows and not due and not known:
        none = f"The record holds nothing asked of or promised by {force.name}."
        yield Paragraph(words(none, missing_words(record, [force.id])))
        yield from of_force.where_missing(record, [force.id])
        return
    for sentence in answer(record, force.id, rows, due, known, day):
        yield Paragraph(words(sentence))
    yield from of_force.where_missing(record, [force.id])
    if rows:
        yield Heading(3, "Counts, whole")
        yield from counted(rows, day, force.name)
        yield from unseen(record, [force.id])
    if due:
        yield Heading(3, "What is due after a report")
        yield from due_table(record, due, None, about=force.name)
    yield from passed(rows, day)
    yield Heading(3, "The register")
    if rows:
        yield register_table(record, rows, about=force.name)
    else:
        yield from no_items(record, [force.id])


def passed(rows: Sequence[RegisterRow], day: dt.date) -> Iterator[Folded]:
    """The public promises that are past their due date on `day`, and how each stands."""
    found = [r for r in rows if r.kind is ItemKind.COMMITMENT and r.due_passed(day)]
    if found:
        points = (
            words(
                Run(row.summary, Place("progress", row.id)),
                f"{limit_words(row)}. Our reading: {in_sentence(row.reading.label)}.",
            )
            for row in found
        )
        yield Folded(
            f"Public promises past their due date ({len(found)})", (Bullets(tuple(points)),)
        )


def voices_apart() -> Paragraph:
    """How the register is read: four voices, and what it means that nothing was found."""
    told = (
        "Four voices, never merged: the inspectorate, the governing body, the force, and our own "
        "reading by one written rule. What we did not find may exist; nothing found by us never "
        "means late, not sent or not done."
    )
    asked = Run("how strongly inspectors ask", Place("glossary", at="cause-of-concern"))
    rule = words(told, Run("The rule", Place("method", at="progress")))
    return Paragraph((*rule, Run("; "), asked))


def answer(
    record: Record,
    force: str,
    rows: Sequence[RegisterRow],
    due: Sequence[ClockRow],
    known: Sequence[Unseen],
    day: dt.date,
) -> tuple[str, str, str]:
    """How a force stands, in three parts: replies found, the oldest concern, promises past due.

    `rows`, `due` and `known`, its requests not read, are those of the force alone.
    """
    concern, name = oldest_open(rows, ItemKind.CAUSE_OF_CONCERN), record.force[force].name
    oldest = oldest_words(concern, name, known)
    return replies(record, force, due), oldest, passed_words(rows, day)


def replies(record: Record, force: str, due: Sequence[ClockRow]) -> str:
    """How many reports on a force have a published reply found, out of those in the record; how many
    more inspections of it are known, of whose replies nothing is told.
    """
    told = reply_words(due, record.force[force].name)
    return " ".join(filter(None, [told, missing_words(record, [force], "all years")]))


def oldest_words(concern: RegisterRow | None, name: str, known: Sequence[Unseen]) -> str:
    """The oldest open cause of concern of a force in words. Where it is None, that there is none,
    and what is known of requests not read, among which one may be.
    """
    if concern is None and known:
        told = " ".join(entry.summary for _, entry in known)
        none = f"No open cause of concern about {name} is in the register"
        return f"{none}; {unseen_count(known)}: {told}"
    if concern is None:
        return f"No open cause of concern about {name} is in the record."
    told = (
        f"Its oldest open cause of concern was published {date_or_unknown(concern.asked)}, in our "
        f"words: {concern.summary} Our reading: {in_sentence(concern.reading.label)}."
    )
    if concern.reading in JUDGED:
        return told
    return f"{told} Whether it was ever formally closed was not found by us."


def counted(rows: Sequence[RegisterRow], day: dt.date, about: str = "") -> Iterator[Table]:
    """Every kind of item by reading, and those open by age; nothing left out, no percentage.

    `about` is the force that a page with several such tables names in the captions.
    """
    found = counts(rows, day)
    kinds = [kind.label for kind, _, _ in found]
    yield table(
        _caption("By our reading and by kind", about),
        ["Our reading", *kinds],
        [
            *((r.label, *(str(readings[r]) for _, readings, _ in found)) for r in Reading),
            ("All", *(str(sum(readings.values())) for _, readings, _ in found)),
        ],
    )
    yield table(
        _caption("Open items by how long ago they were asked or promised and by kind", about),
        ["Asked or promised", *kinds],
        [(band, *(str(ages[band]) for _, _, ages in found)) for band in found[0][2]],
    )


def unseen(record: Record, forces: Collection[str]) -> Iterator[Folded]:
    """Recommendations known to have been made whose wording we have not read: told, not counted."""
    known = unseen_requests(record, forces)
    if not known:
        return
    summary = f"Not in the register: {plural(len(known), 'note')} on requests not read"
    yield Folded(summary, tuple(_not_read(known)))


def no_items(record: Record, forces: Collection[str]) -> Iterator[Block]:
    """That no item of these forces is in the register, with the requests not read in sight."""
    names = joined(record.force[force].name for force in forces)
    yield Paragraph(words(f"No item of {names} is in the register, so none is counted or listed."))
    known = unseen_requests(record, forces)
    if known:
        yield from _not_read(known)


def uncounted(names: Sequence[str]) -> str:
    """Of which of several forces nothing is in the counts; empty where all are in them."""
    return f"Nothing of {joined(names)} is in these counts." if names else ""


def _not_read(known: Sequence[Unseen]) -> Iterator[Block]:
    yield Paragraph(
        words("Recommendations were made in these inspections; their wording is not in our record.")
    )
    yield Bullets(
        tuple(
            words((inspection_link(i.id, full_title(i), u.id), Run(":")), u.summary)
            for i, u in known
        )
    )


def register_table(
    record: Record,
    rows: Sequence[RegisterRow],
    link: Callable[[RegisterRow], Place | None] = lambda _: None,
    about: str = "",
) -> Table:
    """The register: each item, three voices side by side, and our reading. Every item is a fact.

    `link` is where the text of an item leads; `about` is the force that a page with several
    registers names in the caption.
    """
    return table(
        _caption("The register", about),
        ["What was asked or promised", *(voice.label for voice in VOICES), "Our reading"],
        [
            (
                _item_cell(row, link(row)),
                *(_voice_cell(record, row, voice) for voice in VOICES),
                _reading_cell(row),
            )
            for row in rows
        ],
    )


def _caption(caption: str, about: str) -> str:
    return f"{caption}: {about}" if about else caption


def limit_words(row: RegisterRow) -> str:
    """The time limit of an item as stated, with the date that follows from it."""
    return f"{row.limit} ({row.due.words})" if row.due else row.limit


def _item_cell(row: RegisterRow, link: Place | None) -> Words:
    asked = "Promised" if row.kind is ItemKind.COMMITMENT else "Asked"
    under = [
        f"{row.kind.label}. {row.force_name}. {row.theme_name}.",
        f"{asked} {date_or_unknown(row.asked)} by {row.asked_by}. Time limit: {limit_words(row)}.",
        f"About {in_sentence(row.about)}." if row.about else "",
    ]
    report = Place("inspection", row.inspection, row.id) if row.inspection else None
    return words(
        Run(row.summary, link, fact=row.id),
        Run(" ".join(filter(None, under)), style="under"),
        Run(row.inspection_title, report, style="under"),
    )


def _voice_cell(record: Record, row: RegisterRow, voice: Voice) -> Words:
    said = list(row.by_voice(voice))
    if voice is Voice.GOVERNING_BODY:
        said += row.by_voice(Voice.OTHER)
    told = [_entry(record, entry) for entry in said] or [words(nothing_found(record, row.asked))]
    if voice is Voice.INSPECTORATE and row.next_look:
        look = row.next_look
        state = f"Next look at the theme ({look.when}): {in_sentence(look.state.label)}."
        told.append(words(inspection_link(look.inspection, state)))
    return lines(*told)


def _entry(record: Record, entry: Said) -> Words:
    other = "Another body, " if entry.voice is Voice.OTHER else ""
    on = Run(f"{other}{date_or_unknown(entry.date)}:", strong=True)
    about = "" if entry.is_on_item else "On the theme."
    return words(on, entry.summary, about, source_links(record, entry.sources))


def _reading_cell(row: RegisterRow) -> Words:
    return lines(
        words(Run(row.reading.label, strong=True)),
        VOICES_DIFFER if row.voices_differ else "",
        "It went backwards:" if row.went_back else "",
        history_words(row) if len(row.steps) > 2 else "",
    )
