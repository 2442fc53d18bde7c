"""The briefing for a meeting: what is known, what changed, what comes back, what is due, what to ask.

Built once from the rows that the pages are drawn from; `document_pdf` and `document_html` give it
its form. Every claim has its source by number. The same inputs give the same document.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from inspection.account import nothing_found
from inspection.addresses import MISSING, forces_kept
from inspection.board import questions, to_ask
from inspection.clocks import ClockRow, ClockState, days_words
from inspection.dates import date_words
from inspection.document import (
    Bullets,
    Document,
    Drawing,
    Heading,
    Paragraph,
    PrintBlock,
    Run,
    Table,
    words,
)
from inspection.drawings import grades_drawing, themes_drawing, timeline_drawing
from inspection.due_after_reports import due_after_reports
from inspection.grading import latest_block
from inspection.knowing import as_known_on
from inspection.measures import in_sentence, joined, plural
from inspection.model import Record
from inspection.overview import force_summary, missing_words
from inspection.recurrence import RecurrenceRow, recurrence, theme_lines
from inspection.recurrence_words import detail_words, of_no_finding, unseen_behind
from inspection.references import References
from inspection.register import register
from inspection.since import (
    Change,
    ChangeKind,
    changes_since,
    changes_words,
    check_days,
    unchanged_words,
)
from inspection.timeline import timeline
from inspection.unseen import ASK, none_open_words, unseen_requests, unseen_words
from inspection.vocabulary import ThemeFamily

MOST_CHANGES, MOST_THEMES, MOST_DUE, MOST_QUESTIONS = 4, 4, 3, 3
"""How much a briefing tells of each thing; what is left out is said with its number."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a briefing was asked for. `theme` None means all; `base` is where the dashboard is."""

    forces: tuple[str, ...]
    day: dt.date
    since: dt.date
    theme: str | None = None
    base: str = ""


def briefing(whole: Record, asked: Asked) -> Document:
    """The briefing on one force or several, from the whole record narrowed to the day asked for.

    Raises DayOutOfRange where the days cannot be used.
    """
    check_days(whole, asked.since, asked.day)
    record = as_known_on(whole, asked.day)
    references = References(record, asked.base)
    changes = changes_since(whole, asked.since, asked.day, asked.forces, asked.theme)
    names = [record.force[force].name for force in asked.forces]
    about = f" on {in_sentence(record.theme[asked.theme].name)}" if asked.theme else ""
    on_theme = asked.theme is not None
    told = changes_words(changes, asked.since, asked.day, names, on_theme=on_theme)
    blocks: list[PrintBlock] = [Paragraph((Run(told),), lead=True)]
    for force in asked.forces:
        own = [change for change in changes if change.force == force]
        blocks += _force(record, references, asked, force, own)
    blocks += _limits(record)
    edition = record.release
    return Document(
        title=f"Briefing{about}: {joined(names)}",
        subtitle=f"As known on {date_words(asked.day)}. Changes since {date_words(asked.since)}.",
        description=f"What is known of {joined(names)} from published inspections, with sources.",
        stamp=(
            f"As known on {date_words(asked.day)}. Data version {edition.version}. Inspection "
            "History is independent and not endorsed by any police force or inspectorate."
        ),
        day=asked.day.isoformat(),
        address=_address(record, asked),
        blocks=tuple(blocks),
        sources=references.lines(),
    )


def _address(record: Record, asked: Asked) -> str:
    parts = [("as-known-on", asked.day.isoformat()), ("since", asked.since.isoformat())]
    parts += forces_kept(asked.forces, record.force)
    if asked.theme:
        parts.append(("theme", asked.theme))
    return f"{asked.base}/briefing?" + "&".join(f"{name}={value}" for name, value in parts)


def _force(
    record: Record, references: References, asked: Asked, force: str, changes: Sequence[Change]
) -> Iterator[PrintBlock]:
    """The sections on one force, a level lower where there are several forces."""
    level = 2
    if len(asked.forces) > 1:
        yield Heading(2, record.force[force].name, force)
        level = 3
    sections = (
        ("What is known", _known(record, references, force, asked.theme)),
        (
            f"What changed since {date_words(asked.since)}",
            _changed(references, changes, record.force[force].name, asked.theme is not None),
        ),
        ("What keeps coming back", _returning(record, references, force, asked.theme)),
        ("What is due", _due(record, references, asked, force)),
        ("What to ask", _questions(record, references, asked, force)),
    )
    for title, found in sections:
        yield Heading(level, title, f"{force}-{in_sentence(title).replace(' ', '-')}")
        yield from found


def _known(
    record: Record, references: References, force: str, theme: str | None
) -> Iterator[PrintBlock]:
    summary = force_summary(record, force)
    missing = _what_is_missing(references) if summary.is_missing else Run("")
    yield Paragraph(words(summary.history, missing))
    if summary.latest is None:
        return
    link = references.fact("The inspection in full.", summary.latest.id)
    told = references.told(summary.latest_words, summary.sources[:3])
    yield Paragraph((*told, Run(" "), link) if link.href else told)
    if theme is not None:
        return
    family = ThemeFamily.CHILD_PROTECTION
    programmes = [p.id for p in record.programmes if p.family is family]
    drawn = timeline_drawing(timeline(record, [force], programmes))
    caption = f"Child protection {in_sentence(drawn.caption)}"
    yield _of(replace(drawn, caption=caption), record.force[force].name)
    grid = latest_block(record, force)
    if grid:
        yield _of(grades_drawing(grid), record.force[force].name)


def _what_is_missing(references: References) -> Run:
    """The way to what is known and not recorded; in words where no link can be followed."""
    told = "What is known and not recorded"
    if references.base:
        return references.page(told, f"data#{MISSING}")
    return Run(f"{told} is listed on the page Data of the dashboard.")


def _of(drawing: Drawing, name: str) -> Drawing:
    """A drawing whose caption names the force it is about."""
    return replace(drawing, caption=f"{name}: {in_sentence(drawing.caption)}")


def _changed(
    references: References, changes: Sequence[Change], name: str, on_theme: bool
) -> Iterator[PrintBlock]:
    """The changes in the order a board needs, themes raised again in one point."""
    if not changes:
        yield Paragraph((Run(unchanged_words([name], on_theme)),))
        return
    again = [change for change in changes if change.kind is ChangeKind.RAISED_AGAIN]
    others = [change for change in changes if change.kind is not ChangeKind.RAISED_AGAIN]
    points = [_change_words(references, change) for change in others[:MOST_CHANGES]]
    if again:
        names = "; ".join(in_sentence(change.title) for change in again)
        sources = dict.fromkeys(source for change in again for source in change.sources[:1])
        told = references.told(f"{names}.", sources)
        points.insert(1, (Run(f"{ChangeKind.RAISED_AGAIN.label}. ", strong=True), *told))
    yield Bullets(tuple(points))
    yield from _more(len(others) - MOST_CHANGES, "change", "Briefing")


def _change_words(references: References, change: Change) -> tuple[Run, ...]:
    # What a new inspection said stands under what is known.
    detail = "" if change.kind is ChangeKind.INSPECTION else change.detail
    return (
        Run(f"{change.kind.label}. ", strong=True),
        references.fact(change.title, change.inspection, change.fact or ""),
        *references.told(f" ({change.on_words}). {detail}".rstrip(), change.sources[:3]),
    )


def _returning(
    record: Record, references: References, force: str, theme: str | None
) -> Iterator[PrintBlock]:
    programmes = None if theme else _child_protection(record)
    family = None if theme else ThemeFamily.CHILD_PROTECTION
    rows = recurrence(record, force, programmes, family)
    shown = [row for row in rows if (row.theme == theme if theme else row.raised > 1)]
    if not shown:
        told = "As far as recorded, no theme was raised in more than one inspection."
        if rows and not any(row.is_recorded for row in rows):
            told = of_no_finding(record.force[force].name)
            known = unseen_behind(record, rows)
            asked_for = [source for _, entry in known for source in entry.sources[:1]]
            more = references.told(unseen_words(known), asked_for)
            yield Paragraph(words(told, more))
            return
        yield Paragraph((Run(told),))
        return
    yield Table(
        f"{record.force[force].name}: themes raised, most persistent first, out of the inspections "
        "that looked at them",
        ("Theme", "What inspectors said"),
        tuple(
            (
                (references.page(row.theme_name, "recurring", force=force, theme=row.theme),),
                _row_words(references, row),
            )
            for row in shown[:MOST_THEMES]
        ),
        (1, 3),
    )
    yield from _more(len(shown) - MOST_THEMES, "theme", "Recurring issues")
    if theme:
        yield themes_drawing(theme_lines({force: shown}), {force: record.force[force].name})


def _row_words(references: References, row: RecurrenceRow) -> tuple[Run, ...]:
    sources = [s for cell in row.cells if cell.is_raised for s in cell.sources[:1]]
    more = detail_words(row)[-1:]
    return references.told(" ".join([row.sentence, *more]), sources[-3:])


def _due(record: Record, references: References, asked: Asked, force: str) -> Iterator[PrintBlock]:
    rows = [
        row
        for row in due_after_reports(record, [force])
        if row.due_to is not None and row.state in (ClockState.NONE_FOUND, ClockState.STATEMENT)
    ]
    rows.sort(key=lambda row: row.due_to or dt.date.min, reverse=True)
    uncounted = missing_words(record, [force], "all years")
    is_said = force_summary(record, force).is_missing
    way = "" if is_said or not uncounted else _what_is_missing(references)
    missing = words(uncounted, way)
    if not rows:
        told = "As far as recorded, nothing due after a report is open."
        yield Paragraph(words(told, missing))
        return
    yield Table(
        f"{record.force[force].name}: due after a report and not found by us, latest first. Not "
        "found never means late.",
        ("What is due", "By", "What is known"),
        tuple(_due_row(references, row, asked.day) for row in rows[:MOST_DUE]),
        (3, 2, 3),
    )
    yield from _more(len(rows) - MOST_DUE, "row", "Progress")
    if missing:
        yield Paragraph(missing, quiet=True)


def _due_row(references: References, row: ClockRow, day: dt.date) -> tuple[tuple[Run, ...], ...]:
    left = days_words(row.days_left(day))
    return (
        (Run(f"{row.kind.label}: ", strong=True), references.fact(row.title, row.inspection)),
        (Run(f"{row.due} ({left})" if left else row.due),),
        references.told(f"{row.state.label}. {row.known}", row.sources),
    )


def _questions(
    record: Record, references: References, asked: Asked, force: str
) -> Iterator[PrintBlock]:
    open_items = to_ask(register(record, [force]), asked.day)
    rows = [row for row in open_items if asked.theme in (None, row.theme)]
    if not rows:
        yield from _ask_of_unseen(record, references, asked, force)
        return
    answers = [
        (row, questions(row, asked.day, nothing_found(record, row.asked)))
        for row in rows[:MOST_QUESTIONS]
    ]
    yield Table(
        f"{record.force[force].name}: open items, causes of concern first, then what is past its "
        "date, then the newest",
        ("Item", *(question for question, _ in answers[0][1])),
        tuple(
            (
                (
                    Run(f"{row.kind.label}. ", strong=True),
                    references.page(row.summary, "progress", item=row.id),
                    *references.cited(row.sources[:2]),
                ),
                *((Run(answer),) for _, answer in found),
            )
            for row, found in answers
        ),
        (3, 3, 3, 2),
    )
    yield from _more(len(rows) - MOST_QUESTIONS, "open item", "Progress")


def _ask_of_unseen(
    record: Record, references: References, asked: Asked, force: str
) -> Iterator[PrintBlock]:
    """What to ask where no item is open: what has become of requests whose wording was not read."""
    known = [
        (inspection, entry)
        for inspection, entry in unseen_requests(record, [force])
        if asked.theme in (None, entry.theme) or entry.theme is None
    ]
    yield Paragraph((Run(none_open_words(known, on_theme=asked.theme is not None)),))
    if known:
        yield Bullets(
            tuple(
                (
                    Run(f"{ASK} ", strong=True),
                    references.fact(entry.summary, inspection.id, entry.id),
                    *references.cited(entry.sources[:2]),
                )
                for inspection, entry in known[:MOST_QUESTIONS]
            )
        )
        yield from _more(len(known) - MOST_QUESTIONS, "such entry", "Progress", "more such entries")


def _limits(record: Record) -> Iterator[PrintBlock]:
    yield Heading(2, "How to read this", "limits")
    yield Bullets(
        (
            (Run("Not mentioned is not resolved: inspections of which we do not know are told."),),
            (Run("Grades of different cycles are not a trend; a wall stands between them."),),
            (
                Run(
                    "A force’s word about itself is its claim; our reading follows one written rule."
                ),
            ),
            (
                Run(
                    f"{nothing_found(record)} Said of a reply or an item, that never means late, not "
                    "sent or not done."
                ),
            ),
            (
                Run(
                    "Facts from the inspectorate’s reports are used under the Open Government "
                    "Licence v3.0; the sentences are ours."
                ),
            ),
        )
    )


def _more(count: int, one: str, page: str, many: str | None = None) -> Iterator[PrintBlock]:
    if count > 0:
        verb = "is" if count == 1 else "are"
        text = f"{plural(count, f'more {one}', many)} {verb} on the page {page} of the dashboard."
        yield Paragraph((Run(text),), quiet=True)


def _child_protection(record: Record) -> Collection[str]:
    return [
        p.id for p in record.programmes if p.family is ThemeFamily.CHILD_PROTECTION and not p.narrow
    ]
