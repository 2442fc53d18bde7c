"""What a board may call new: each published fact as a row.

Each has a key that stays the same from one day to the next, so that what became known between two
days is what the record of the later day has and that of the earlier has not.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from inspection.account import date_or_unknown, speaker_words
from inspection.dates import PartialDate
from inspection.grade_cells import cell_of
from inspection.grading import grade_counts_words
from inspection.knowing import first_published, grade_published
from inspection.measures import in_sentence
from inspection.model import Commitment, Inspection, Record, Response, Statement
from inspection.theme_states import UNSEEN_STATES, theme_state
from inspection.vocabulary import Scope, Standing, Voice, Word

UNDATED = "Its date is not known; it counts from the day on which this edition was released."

Key = tuple[str, ...]


class ChangeKind(Word):
    """What became known or came to pass, in the order in which a board needs it."""

    INSPECTION = "new-inspection", "New inspection", "The first results of an inspection came out."
    REPORT = (
        "further-report",
        "Further report",
        "A further part of an inspection came out, after its first part.",
    )
    RAISED_AGAIN = (
        "raised-again",
        "Raised again",
        "An inspection raised a theme that an inspection begun before it had raised.",
    )
    GRADE = "grade-changed", "Grade changed", "A grade was changed after it had been published."
    REQUEST = (
        "new-request",
        "New request",
        "The inspectorate asked for something: a recommendation, an area for improvement or a "
        "cause of concern.",
    )
    READING = (
        "reading-changed",
        "Reading changed",
        "Something asked for or promised before stands otherwise, by our written rule.",
    )
    ANSWER = (
        "answered",
        "Answered or spoken of",
        "Somebody answered a report or spoke of progress, in his own voice.",
    )
    PROMISE = "new-promise", "New promise", "Somebody promised something in public."
    DUE = "fell-due", "Fell due", "A date known to the day by which something was due came."
    CORRECTION = "correction", "Correction", "A fact of this record was wrong and was mended."


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed between two days.

    `on` is its own date, None where that is not known; it may lie before the first of the two days
    where the report it belongs to came out later. `voice` says who speaks, None where nobody does.
    `fact` is the id at which the inspection's page shows it, None for an inspection as a whole.
    `themes` are those it is about, none where it is about the whole; of an inspection, those it is
    known to have looked at. A correction of something that is of no one force has no force.
    """

    kind: ChangeKind
    force: str | None
    force_name: str
    on: PartialDate | None
    on_words: str
    title: str
    detail: str
    voice: Voice | None
    inspection: str | None
    inspection_title: str
    fact: str | None
    themes: tuple[str, ...]
    sources: tuple[str, ...]

    @property
    def theme(self) -> str | None:
        """The one theme it is about; None where it is about several or the whole."""
        return self.themes[0] if len(self.themes) == 1 else None


def change(
    record: Record,
    kind: ChangeKind,
    force: str | None,
    inspection: Inspection | None,
    on: PartialDate | None,
    title: str,
    detail: str,
    *,
    on_words: str = "",
    voice: Voice | None = None,
    fact: str | None = None,
    themes: Iterable[str | None] = (),
    sources: Iterable[str] = (),
) -> Change:
    """A row, with the names that follow from the record and a word on a date not known."""
    return Change(
        kind=kind,
        force=force,
        force_name=record.force[force].name if force else "",
        on=on,
        on_words=on_words or date_or_unknown(on),
        title=title,
        detail=detail if on else f"{detail} {UNDATED}",
        voice=voice,
        inspection=inspection.id if inspection else None,
        inspection_title=inspection.title if inspection else "",
        fact=fact,
        themes=tuple(theme for theme in themes if theme),
        sources=tuple(dict.fromkeys(sources)),
    )


def exact(day: dt.date) -> PartialDate:
    """A day as a date known to the day."""
    return PartialDate(day.year, day.month, day.day)


def published_facts(record: Record) -> Iterator[tuple[Key, Change]]:
    """Everything in a record that can be new to a board, each as a row with its key."""
    for inspection in record.inspections:
        yield from _reports(record, inspection)
        yield from _grade_changes(record, inspection)
        yield from _requests(record, inspection)
        for answer in inspection.responses:
            yield from _answer(record, inspection.force, inspection, answer)
        for said in inspection.statements:
            about = f"On {inspection.title}."
            yield _statement(record, inspection, said, about, said.id, said.theme)
    for national in record.national_responses:
        yield from _answer(record, national.force, None, national)


def _reports(record: Record, inspection: Inspection) -> Iterator[tuple[Key, Change]]:
    looked = [
        t.id for t in record.themes if theme_state(record, inspection, t.id) not in UNSEEN_STATES
    ]
    graded = grade_counts_words(record, inspection)
    first = first_published(inspection)
    yield (ChangeKind.INSPECTION, inspection.id), change(
        record, ChangeKind.INSPECTION, inspection.force, inspection, first, inspection.title,
        f"Graded {graded}. {inspection.judgement}" if graded else inspection.judgement,
        themes=looked, sources=inspection.sources,
    )  # fmt: skip
    for report in inspection.reports:
        if report.published.latest > first.latest and not report.recorded_as:
            yield (ChangeKind.REPORT, inspection.id, report.id), change(
                record, ChangeKind.REPORT, inspection.force, inspection, report.published,
                report.title, f"A further report of {inspection.title}.",
                themes=looked, sources=inspection.sources,
            )  # fmt: skip


def _grade_changes(record: Record, inspection: Inspection) -> Iterator[tuple[Key, Change]]:
    for grade in inspection.grades:
        cell = cell_of(record, inspection, grade)
        before = cell.first_label
        for told, revision in zip(cell.changes, grade.revisions, strict=True):
            name = (inspection.id, grade.question, grade.scope, grade.report or "")
            about = f" (about {in_sentence(grade.scope.label)})"
            yield (ChangeKind.GRADE, *name, str(revision.date), revision.value), change(
                record, ChangeKind.GRADE, inspection.force, inspection, revision.date,
                f"{cell.question_name}{'' if grade.scope is Scope.FORCE else about}: "
                f"{before}, changed to {told.label}",
                revision.reason,
                themes=[record.question[grade.question].theme], sources=revision.sources,
            )  # fmt: skip
            before = told.label


def _requests(record: Record, inspection: Inspection) -> Iterator[tuple[Key, Change]]:
    for item in inspection.recommendations:
        limit = item.time_limit.words if item.time_limit else "none stated"
        about = "" if item.scope is Scope.FORCE else f" About {in_sentence(item.scope.label)}."
        yield (ChangeKind.REQUEST, item.id), change(
            record, ChangeKind.REQUEST, inspection.force, inspection,
            grade_published(inspection, item), item.summary,
            f"{item.kind.label}.{about} Time limit: {limit}.",
            fact=item.id, themes=[item.theme], sources=item.sources,
        )  # fmt: skip
        for said in item.statements:
            # The page shows what was said on a request beside the request itself.
            yield _statement(
                record, inspection, said, f"On the request: {item.summary}", item.id, item.theme
            )


def _statement(
    record: Record,
    inspection: Inspection,
    said: Statement,
    about: str,
    fact: str,
    theme: str | None,
) -> tuple[Key, Change]:
    detail = f"{said.voice.label} ({said.speaker}). {about}{_standing(said.says)}"
    return (ChangeKind.ANSWER, said.id), change(
        record, ChangeKind.ANSWER, inspection.force, inspection, said.date, said.summary, detail,
        voice=said.voice, fact=fact, themes=[theme], sources=said.sources,
    )  # fmt: skip


def _answer(
    record: Record, force: str, inspection: Inspection | None, answer: Response
) -> Iterator[tuple[Key, Change]]:
    who = speaker_words(answer.role, answer.name, answer.organisation)
    to = inspection.title if inspection else "a report on all forces"
    yield (ChangeKind.ANSWER, answer.id), change(
        record, ChangeKind.ANSWER, force, inspection, answer.date, answer.summary,
        f"{answer.voice.label} ({who}). In answer to {to}.",
        voice=answer.voice, fact=answer.id, themes=answer.themes, sources=answer.sources,
    )  # fmt: skip
    for promise in answer.commitments:
        by = promise.time_limit.words if promise.time_limit else "no date given"
        yield (ChangeKind.PROMISE, promise.id), change(
            record, ChangeKind.PROMISE, force, inspection, answer.date, promise.summary,
            f"{answer.voice.label} ({who}). By when: {by}.",
            voice=answer.voice, fact=promise.id, themes=[promise.theme], sources=promise.sources,
        )  # fmt: skip
        yield from _outcomes(record, force, inspection, promise)


def _outcomes(
    record: Record, force: str, inspection: Inspection | None, promise: Commitment
) -> Iterator[tuple[Key, Change]]:
    for outcome in promise.outcomes:
        key = (ChangeKind.ANSWER, promise.id, str(outcome.date), outcome.voice, outcome.summary)
        yield key, change(
            record, ChangeKind.ANSWER, force, inspection, outcome.date, outcome.summary,
            f"{outcome.voice.label}. On the promise: {promise.summary}{_standing(outcome.says)}",
            voice=outcome.voice, fact=promise.id, themes=[promise.theme], sources=outcome.sources,
        )  # fmt: skip


def _standing(says: Standing | None) -> str:
    return f" It says: {in_sentence(says.label)}." if says else ""
