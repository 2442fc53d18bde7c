"""Steps of a meeting that forces share: told apart, side by side, never ranked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from inspection.dates import a_year_before, date_words
from inspection.document import Run, Words, words
from inspection.due_after_reports import due_after_reports
from inspection.measures import in_sentence, joined
from inspection.meeting_parts import (
    MOST_SHOWN,
    InTime,
    MeetingStep,
    Themes,
    Told,
    child_protection,
    child_protection_rows,
    choice_of,
    first_sources,
    raising_sources,
)
from inspection.model import Record
from inspection.overview import force_summary, known_missing
from inspection.recurrence import ThemeLine, theme_lines, theme_recurrence
from inspection.recurrence_words import detail_words, raised_again_words
from inspection.sheets import of_force, of_register, of_theme
from inspection.sheets.of_due_dates import due_table
from inspection.since import Change, DayOutOfRange, changes_since, changes_words
from inspection.theme_comparison import theme_comparison
from inspection.timeline import timeline
from inspection.vocabulary import ThemeFamily


def latest(record: Record, forces: tuple[str, ...]) -> MeetingStep:
    """What the latest child protection inspection found; of a force with none, that there is none."""
    summaries = [force_summary(record, force) for force in forces]
    return MeetingStep(
        "latest",
        "Latest inspection",
        "What did the latest child protection inspection find?",
        tuple(Told(s.force, s.force_name, s.latest_words or s.history) for s in summaries),
        tuple(dict.fromkeys(source for s in summaries for source in s.sources)),
        Run("Overview", choice_of(record, "overview", forces)),
    )


def inspections(record: Record, forces: tuple[str, ...]) -> MeetingStep:
    """The child protection inspections in time, those of one subject only among them."""
    summaries = [force_summary(record, force) for force in forces]
    programmes = [p.id for p in record.programmes if p.family is ThemeFamily.CHILD_PROTECTION]
    rows = timeline(record, forces, programmes)
    return MeetingStep(
        "inspections",
        "Inspections in time",
        "How often has child protection been inspected, and when?",
        tuple(Told(s.force, s.force_name, s.history) for s in summaries),
        first_sources(record.inspection[row.inspection] for row in rows),
        Run("History", choice_of(record, "history", forces)),
        note=words(of_force.what_is_missing()) if any(s.is_missing for s in summaries) else (),
        picture=InTime(rows) if rows else None,
        twin=(of_force.child_protection(rows),) if rows else (),
    )


def changes(record: Record, forces: tuple[str, ...], day: dt.date) -> Iterator[MeetingStep]:
    """What changed in the year before the day; no step where nothing was public a year before."""
    since = a_year_before(day)
    names = {force: record.force[force].name for force in forces}
    found: dict[str, tuple[Change, ...]] = {}
    try:
        for force in forces:
            found[force] = changes_since(record, since, day, (force,))
    except DayOutOfRange:
        return
    yield MeetingStep(
        "changes",
        "Changes in a year",
        f"What changed since {date_words(since)}?",
        tuple(
            Told(force, names[force], changes_words(rows, since, day, [names[force]]))
            for force, rows in found.items()
        ),
        first_sources(row for rows in found.values() for row in rows),
        Run("Briefing", choice_of(record, "briefing", forces)),
    )


def returning_at_both(record: Record, forces: tuple[str, ...]) -> Iterator[MeetingStep]:
    """The themes raised more than once with each of two forces; no step where one has no look."""
    rows = {force: child_protection_rows(record, force) for force in forces}
    names = {force: record.force[force].name for force in forces}
    if not all(rows.values()) or not child_protection(record):
        return
    again = {f: {row.theme for row in found if row.raised > 1} for f, found in rows.items()}
    common = [
        line for line in theme_lines(rows) if all(line.theme in found for found in again.values())
    ]
    yield MeetingStep(
        "returning",
        "Coming back at both",
        f"What keeps coming back at {joined(names.values())}?",
        (Told("", "", raised_again_words(rows, names)),),
        raising_sources([row for line in common[:MOST_SHOWN] for row in line.rows if row]),
        Run("Recurring issues", choice_of(record, "recurring", forces)),
        picture=Themes(tuple(common[:MOST_SHOWN]), tuple(names.values())) if common else None,
        note=of_theme.how_counted(record).words,
        twin=(of_theme.theme_table(common[:MOST_SHOWN], names),) if common else (),
    )


def of_theme_chosen(record: Record, forces: tuple[str, ...], theme: str) -> MeetingStep:
    """One theme with each force: the child protection inspections where it is theirs, else all."""
    about = record.theme[theme]
    counted = None if about.family is ThemeFamily.ALL_POLICING else child_protection(record)
    names = {force: record.force[force].name for force in forces}
    rows = [theme_recurrence(record, force, theme, counted) for force in forces]
    line = ThemeLine(theme, about.name, about.about, tuple(rows))
    found = [row for row in rows if row]
    note: str | Words = of_theme.how_counted(record).words
    if len(found) == 2:
        note = theme_comparison(record, found[0], found[1]).fairness
    return MeetingStep(
        "theme",
        about.name,
        f"{about.name}: has it been raised before?",
        tuple(
            Told(
                force,
                names[force],
                " ".join([row.sentence, *detail_words(row)[-1:]]) if row else of_theme.NO_LOOK,
            )
            for force, row in zip(forces, rows, strict=True)
        ),
        raising_sources(found),
        Run("The theme in full", choice_of(record, "recurring", forces, id=theme)),
        picture=Themes((line,), tuple(names.values())) if found else None,
        note=words(note),
        twin=(of_theme.theme_table((line,), names),) if found else (),
    )


def replies(record: Record, forces: tuple[str, ...], day: dt.date) -> MeetingStep:
    """How many reports have a published reply found; the rows with none found behind it."""
    due = {force: due_after_reports(record, [force]) for force in forces}
    names = {force: record.force[force].name for force in forces}
    found = [row for rows in due.values() for row in rows]
    note = of_register.voices_apart().words
    if known_missing(record, forces):
        way = of_force.what_is_missing()
        note = (*note, Run("; "), replace(way, text=in_sentence(way.text)))
    tables = [
        block
        for force, rows in due.items()
        if rows
        for block in due_table(record, rows, day, none_found=True, about=names[force])
    ]
    return MeetingStep(
        "replies",
        "Due and unanswered",
        "Was each report answered in public, and what is due?",
        tuple(
            Told(force, names[force], of_register.replies(record, force, rows))
            for force, rows in due.items()
        ),
        first_sources(found),
        Run("Progress", choice_of(record, "progress", forces)),
        note=note,
        twin=tuple(tables),
    )
