"""What changed between two days: what was not known on the first and was on the second.

Facts enter on the day `knowing` lets them in, so a date known only to the month counts from the
last day of the month, and what has no date from the day this edition was released. Told as well:
how our reading of older items moved, which themes were raised again, and what fell due. Left out:
recommendations whose wording is not in the record, which are never counted, and events outside the
inspections.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence

from inspection.changes import Change, ChangeKind, change, exact, published_facts
from inspection.dates import date_words
from inspection.fact_places import ToldFact, told_facts
from inspection.knowing import as_known_on, first_day
from inspection.measures import count_name, joined
from inspection.model import Correction, Record
from inspection.moved import fell_due, raised_again, readings_changed
from inspection.once import once_per_record
from inspection.vocabulary import Voice

__all__ = [
    "Change",
    "ChangeKind",
    "DayOutOfRange",
    "changes_since",
    "changes_words",
    "check_days",
    "unchanged_words",
]

COUNTED = {
    ChangeKind.INSPECTION: ("new inspection", "new inspections"),
    ChangeKind.REPORT: ("further report", "further reports"),
    ChangeKind.RAISED_AGAIN: ("theme raised again", "themes raised again"),
    ChangeKind.GRADE: ("changed grade", "changed grades"),
    ChangeKind.REQUEST: ("new request", "new requests"),
    ChangeKind.READING: ("changed reading", "changed readings"),
    ChangeKind.ANSWER: ("answer or statement", "answers or statements"),
    ChangeKind.PROMISE: ("new promise", "new promises"),
    ChangeKind.DUE: ("date fallen due", "dates fallen due"),
    ChangeKind.CORRECTION: ("correction", "corrections"),
}
SPEAKERS = {
    Voice.INSPECTORATE: "the inspectorate",
    Voice.GOVERNING_BODY: "the governing body",
    Voice.FORCE: "the force",
    Voice.OTHER: "another body",
}


class DayOutOfRange(ValueError):
    """Two days between which nothing can be told; the message says what to write instead."""


def check_days(record: Record, since: dt.date, until: dt.date) -> None:
    """Raises DayOutOfRange where `since` is after `until` or before the first publication.

    The first publication is the first day on which a report of the record was certainly public.
    """
    if since > until:
        raise DayOutOfRange(
            f"{date_words(since)} is after {date_words(until)}. Write the earlier day first."
        )
    first = first_day(record)
    if first and since < first:
        raise DayOutOfRange(
            f"The first report in this record was public on {date_words(first)}. "
            f"Write that day or a later one instead of {date_words(since)}."
        )


@once_per_record
def changes_since(
    record: Record,
    since: dt.date,
    until: dt.date,
    forces: Collection[str] | None = None,
    theme: str | None = None,
) -> tuple[Change, ...]:
    """What became known or fell due after `since` and up to `until`, kind by kind, newest first
    and what has no date last.

    `record` is the whole record, not narrowed to a day. `forces` None or empty means all. With a
    `theme`, only what is about it, and inspections known to have looked at it. A correction of
    what belongs to no one force is told for every choice of forces. Raises DayOutOfRange.

    An inspection published in parts is new once, with its first part; the others are further
    reports. Our reading is compared for what was asked or promised before, never for what is new.
    """
    check_days(record, since, until)
    own = _of_forces(record, forces or ())
    earlier, later = as_known_on(own, since), as_known_on(own, until)
    known = {key for key, _ in published_facts(earlier)}
    found = [row for key, row in published_facts(later) if key not in known]
    found += raised_again(earlier, later)
    found += readings_changed(earlier, later)
    found += fell_due(later, since, until)
    found += _corrections(as_known_on(record, until), since, until)
    return tuple(sorted((r for r in found if _is_chosen(r, forces, theme)), key=_place))


def _of_forces(record: Record, forces: Collection[str]) -> Record:
    """The record with the forces, inspections and answers of these forces alone; none means all.

    Why: what changed for one force must not cost the comparing of all of them.
    """
    if not forces:
        return record
    parts = {name: getattr(record, name) for name in type(record).model_fields}
    parts["forces"] = tuple(force for force in record.forces if force.id in forces)
    parts["inspections"] = tuple(i for i in record.inspections if i.force in forces)
    parts["national_responses"] = tuple(
        answer for answer in record.national_responses if answer.force in forces
    )
    own = Record.model_construct(**parts)
    own._known_on = record.known_on
    return own


def changes_words(
    changes: Iterable[Change],
    since: dt.date,
    until: dt.date,
    names: Sequence[str],
    *,
    on_theme: bool = False,
) -> str:
    """How many changes of every kind, in words, with the kinds of which there is none.

    `names` are those of the forces that the changes were looked for. A theme raised again with two
    forces counts twice.
    """
    rows = list(changes)
    span = f"etween {date_words(since)} and {date_words(until)}"
    if not rows:
        return unchanged_words(names, on_theme, f"b{span}")
    counts = {kind: [row for row in rows if row.kind is kind] for kind in ChangeKind}
    told = joined(_count_words(kind, own) for kind, own in counts.items() if own)
    none = joined(f"no {COUNTED[kind][0]}" for kind, own in counts.items() if not own)
    rest = f" There was {none}." if none else ""
    undated = sum(row.on is None for row in rows)
    if undated:
        rest += (
            f" The date of {count_name(undated)} of these is not known; what has no date counts "
            "from the day on which this edition was released."
        )
    return f"B{span}: {told}.{rest}"


def unchanged_words(
    names: Sequence[str], on_theme: bool, when: str = "between the two days"
) -> str:
    """That the record has nothing of a time on these forces, on a theme where one is chosen."""
    theme = " on this theme" if on_theme else ""
    return f"Nothing in the record on {joined(names)}{theme} is dated {when}."


def _place(row: Change) -> tuple[int, int]:
    newest_first = -row.on.latest.toordinal() if row.on else 0
    return list(ChangeKind).index(row.kind), newest_first


def _is_chosen(row: Change, forces: Collection[str] | None, theme: str | None) -> bool:
    is_theirs = not forces or row.force is None or row.force in forces
    return is_theirs and (theme is None or theme in row.themes)


def _count_words(kind: ChangeKind, rows: Sequence[Change]) -> str:
    words = f"{count_name(len(rows))} {COUNTED[kind][len(rows) > 1]}"
    if kind is not ChangeKind.ANSWER:
        return words
    voices = [row.voice for row in rows]
    parts = [
        f"{count_name(voices.count(voice))} of {who}"
        for voice, who in SPEAKERS.items()
        if voice in voices
    ]
    return f"{words} ({joined(parts)})"


def _corrections(record: Record, since: dt.date, until: dt.date) -> Iterator[Change]:
    """What was mended after `since` and up to `until`."""
    told = told_facts(record)
    for mended in record.corrections:
        if since < mended.date <= until:
            yield _correction(record, mended, told.get(mended.stood_in or mended.fact))


def _correction(record: Record, mended: Correction, told: ToldFact | None) -> Change:
    """A mended fact, with the force, inspection and theme of what it names, where it has one.

    Of what was taken out, those of what it stood in.
    """
    place = told.inspection if told else None
    at = told.place.at if told and place else mended.fact
    return change(
        record, ChangeKind.CORRECTION, told.force if told else None, place,
        exact(mended.date), mended.now,
        f"Before: {mended.was} Asked for by {mended.asked_by}.",
        fact=at or None,
        themes=[getattr(told.fact, "theme", None) if told else None], sources=mended.sources,
    )  # fmt: skip
