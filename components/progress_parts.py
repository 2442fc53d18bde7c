"""The parts of the progress page: counts, due dates, the register with its four voices."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from html import escape

import streamlit as st

from components import choices, prose
from inspection.account import date_or_unknown, nothing_found
from inspection.board import counts, history_words
from inspection.clocks import ClockRow, ClockState, days_words
from inspection.dates import date_words
from inspection.measures import in_sentence, plural
from inspection.model import Record
from inspection.register import ItemKind, RegisterRow
from inspection.standing import Reading, Said
from inspection.vocabulary import Voice

ORDERS = {
    "gravest": "Causes of concern first, oldest first",
    "oldest": "Oldest first",
    "newest": "Newest first",
    "due": "By due date",
    "spoken": "Last spoken of first",
}
VOICES = (Voice.INSPECTORATE, Voice.GOVERNING_BODY, Voice.FORCE)


def oldest_words(concern: RegisterRow | None, name: str) -> str:
    """The oldest open cause of concern of a force, as the answer at the top of the page."""
    if concern is None:
        return f"No open cause of concern about {name} is in the record."
    words = (
        f"Its oldest open cause of concern was published {date_or_unknown(concern.asked)}, in our "
        f"words: {concern.summary} Our reading: {in_sentence(concern.reading.label)}."
    )
    judged = (Reading.FOUND_AGAIN, Reading.NOT_ADDRESSED, Reading.PROGRESS)
    if concern.reading in judged:
        return words
    return f"{words} Whether it was ever formally closed was not found by us."


def ordered(rows: Sequence[RegisterRow], order: str) -> list[RegisterRow]:
    """The rows in one of `ORDERS`; those without the date in question come last."""

    def day(date: dt.date | None, backwards: bool = False) -> int:
        if date is None:
            return 10**7
        return -date.toordinal() if backwards else date.toordinal()

    keys = {
        "oldest": lambda row: day(row.asked.latest if row.asked else None),
        "newest": lambda row: day(row.asked.latest if row.asked else None, backwards=True),
        "due": lambda row: day(row.due.latest if row.due else None),
        "spoken": lambda row: day(
            max((e.date.latest for e in row.said if e.date), default=None), backwards=True
        ),
    }
    return sorted(rows, key=keys[order]) if order in keys else list(rows)


def chosen_rows(
    record: Record, rows: Sequence[RegisterRow], day: dt.date
) -> tuple[list[RegisterRow], dict[str, str]]:
    """The rows a reader has chosen, in the order chosen, and the choices in words."""
    of_kind = {kind.value: kind.label for kind in ItemKind}
    of_reading = {reading.value: reading.label for reading in Reading}
    used = {row.theme for row in rows}
    of_theme = {theme.id: theme.name for theme in record.themes if theme.id in used}
    kinds = choices.several_of("kind", "Kind", of_kind)
    readings = choices.several_of("state", "Our reading", of_reading)
    themes = choices.several_of("theme", "Theme", of_theme)
    passed = choices.yes("passed", "Only where a due date has passed")
    since = choices.day_in("since", "Changed since", record)
    order = choices.one_of("order", "Order", ORDERS, "gravest")
    shown = [
        row
        for row in ordered(rows, order)
        if (not kinds or row.kind in kinds)
        and (not readings or row.reading in readings)
        and (not themes or row.theme in themes)
        and (not passed or row.due_passed(day))
        and (since is None or row.changed_since(since, day))
    ]
    words = {
        "Kind": ", ".join(of_kind[kind] for kind in kinds),
        "Our reading": ", ".join(of_reading[reading] for reading in readings),
        "Theme": ", ".join(of_theme[theme] for theme in themes),
        "Due date": f"passed by {date_words(day)}" if passed else "",
        "Changed since": f"{date_words(since)}, up to {date_words(day)}" if since else "",
        "Order": ORDERS[order],
    }
    return shown, {name: chosen for name, chosen in words.items() if chosen}


def counted(rows: Sequence[RegisterRow], day: dt.date) -> None:
    """Every kind of item by reading, and those open by age; nothing left out, no percentage."""
    found = counts(rows, day)
    kinds = [kind.label for kind, _, _ in found]
    prose.table(
        "By our reading and by kind",
        ["Our reading", *kinds],
        [
            *((r.label, *(str(readings[r]) for _, readings, _ in found)) for r in Reading),
            ("All", *(str(sum(readings.values())) for _, readings, _ in found)),
        ],
    )
    prose.table(
        "Open items by how long ago they were asked or promised and by kind",
        ["Asked or promised", *kinds],
        [(band, *(str(ages[band]) for _, _, ages in found)) for band in found[0][2]],
    )


def due_table(
    record: Record, rows: Sequence[ClockRow], day: dt.date, none_found: bool, earlier: bool
) -> None:
    """What is or was due after reports, latest first, with what was found.

    `none_found` leaves only what was not found; `earlier` adds reports without a time limit.
    """
    limited = [row for row in rows if row.state is not ClockState.NO_TIME_LIMIT]
    left_out = 0 if earlier else len(rows) - len(limited)
    shown = rows if earlier else limited
    if none_found:
        shown = [row for row in shown if row.state is ClockState.NONE_FOUND]
    if left_out and not none_found:
        prose.paragraph(
            f"{plural(left_out, 'report')} published before 2 May 2017, when the time limit came "
            f"into force, {'is' if left_out == 1 else 'are'} left out.",
            quiet=True,
        )
    if none_found and (others := len(limited) - len(shown)):
        prose.paragraph(
            f"Left out here: {plural(others, 'row')} with something found, or where no time limit is "
            "known to apply.",
            quiet=True,
        )
    if not shown:
        prose.paragraph("Nothing of this kind is in the record for this choice.")
        return
    prose.table(
        f"Due after a report ({plural(len(shown), 'row')})",
        ["Report or promise", "What is due", "Due", "What was found", "Sources"],
        [
            (
                _report_cell(row),
                row.kind.label,
                " ".join(filter(None, [row.due, in_brackets(days_words(row.days_left(day)))])),
                prose.Html(f"<strong>{escape(row.state.label)}.</strong> {escape(row.known)}"),
                prose.source_links(record, row.sources),
            )
            for row in sorted(shown, key=_latest_first)
        ],
    )


def _latest_first(row: ClockRow) -> tuple[int, str]:
    return (-row.began.latest.toordinal() if row.began else 0, row.id)


def _report_cell(row: ClockRow) -> prose.Html:
    under = f'<span class="under">{escape(row.force_name)}, {escape(row.begins)}.</span>'
    return prose.joined_html([prose.inspection_link(row.inspection, row.title), prose.Html(under)])


def register_table(
    record: Record, rows: Sequence[RegisterRow], kept: Mapping[str, list[str]]
) -> None:
    """The register as a table: the item, three voices side by side, and our reading.

    `kept` are the choices of the page, which the link to an item takes along.
    """
    prose.table(
        "The register",
        ["What was asked or promised", *(voice.label for voice in VOICES), "Our reading"],
        [
            (
                _item_cell(row, kept),
                *(_voice_cell(record, row, voice) for voice in VOICES),
                _reading_cell(row),
            )
            for row in rows
        ],
    )


def unseen(record: Record, forces: Collection[str]) -> None:
    """Recommendations known to have been made whose wording we have not read: told, not counted."""
    known = [
        (i, u) for i in record.inspections if i.force in forces for u in i.unseen_recommendations
    ]
    if not known:
        return
    with st.expander(f"Not in the register: {plural(len(known), 'note')} on requests not read"):
        prose.paragraph(
            "Recommendations were made in these inspections; their wording is not in our record."
        )
        prose.bullets(
            prose.joined_html([prose.inspection_link(i.id, i.title, at=u.id), u.summary], ": ")
            for i, u in known
        )


def _item_cell(row: RegisterRow, kept: Mapping[str, list[str]]) -> prose.Html:
    link = prose.link("progress", row.summary, "item", **kept, item=row.id)
    asked = f"{'Promised' if row.kind is ItemKind.COMMITMENT else 'Asked'}"
    limit = f"Time limit: {row.limit}" + (f" ({row.due.words})" if row.due else "")
    under = [
        f"{row.kind.label}. {row.force_name}. {row.theme_name}.",
        f"{asked} {date_or_unknown(row.asked)} by {row.asked_by}. {limit}.",
        f"About {in_sentence(row.about)}." if row.about else "",
    ]
    report = (
        prose.inspection_link(row.inspection, row.inspection_title, at=row.id)
        if row.inspection
        else prose.html_of(row.inspection_title)
    )
    words = prose.Html(
        f'<span class="under">{escape(" ".join(filter(None, under)))} {report}</span>'
    )
    return prose.joined_html([link, words])


def _voice_cell(record: Record, row: RegisterRow, voice: Voice) -> prose.Html:
    said = list(row.by_voice(voice))
    if voice is Voice.GOVERNING_BODY:
        said += row.by_voice(Voice.OTHER)
    lines = [_entry(record, entry) for entry in said]
    if voice is Voice.INSPECTORATE and row.next_look:
        look = row.next_look
        told = f"Next look at the theme ({look.when}): {in_sentence(look.state.label)}."
        lines.append(prose.inspection_link(look.inspection, told))
    if not said:
        lines.insert(0, prose.html_of(nothing_found(record)))
    return prose.Html("".join(f"<p>{line}</p>" for line in lines))


def _entry(record: Record, entry: Said) -> prose.Html:
    other = "Another body, " if entry.voice is Voice.OTHER else ""
    on = "" if entry.is_on_item else " On the theme."
    when = prose.Html(f"<b>{escape(other + date_or_unknown(entry.date))}</b>:")
    words = f"{entry.summary}{on}"
    return prose.joined_html([when, words, prose.source_links(record, entry.sources)])


def _reading_cell(row: RegisterRow) -> prose.Html:
    back = "<p>It went backwards:</p>" if row.went_back else ""
    history = f"<p>{escape(history_words(row))}</p>" if len(row.steps) > 2 else ""
    return prose.Html(f"<p><strong>{escape(row.reading.label)}</strong></p>{back}{history}")


def in_brackets(text: str) -> str:
    """Text in brackets; nothing for nothing."""
    return f"({text})" if text else ""
