"""`new statement`: what somebody said since of a recommendation, and where it goes."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import NamedTuple

from inspection.addresses import Place
from inspection.desk import skeletons
from inspection.desk.asking import Answers, Item, nothing
from inspection.desk.new_items import (
    LONGEST_ID,
    add_source,
    date,
    numbered,
    slug,
    source_items,
    text,
)
from inspection.desk.opened import Entry, Opened, made_id, rows_of, text_of
from inspection.desk.writing import Draft
from inspection.model import Recommendation
from inspection.places import Plain
from inspection.problems import quoted
from inspection.vocabulary import Standing, Voice

ORDER = tuple(Recommendation.model_fields)
GIVE = "A statement is on a recommendation: give the id of one."
MOST_NAMED = 8


class _Asked(NamedTuple):
    """A recommendation in its inspection, and its position there."""

    inspection: Entry
    position: int
    values: Plain


def items(opened: Opened, _given: argparse.Namespace) -> tuple[Item, ...]:
    """What has to be known of a statement before its skeleton can be written."""
    asked = {text_of(one.values, "id"): text_of(one.values, "summary") for one in _asked(opened)}
    voices = {voice.value: voice.meaning for voice in Voice}
    states = {state.value: state.meaning for state in Standing}
    return (
        Item(
            "recommendation",
            "Id of the recommendation",
            lambda _: asked,
            first=True,
            instead=lambda typed: _instead(opened, typed),
        ),
        Item("voice", "Who said it", choices=lambda _: voices),
        Item(
            "speaker",
            "Who that was, by role or body",
            takes=text,
            applies=lambda answers: answers.get("voice") == Voice.OTHER,
        ),
        Item("date", "The day it was said, as closely as known", takes=date),
        Item("summary", "What was said, in a sentence of our own", takes=text, needed=False),
        Item(
            "says",
            "What it says of the thing asked for, if it does",
            choices=lambda _: states,
            needed=False,
        ),
        *source_items(
            opened,
            publisher=nothing,
            id=lambda answers: _id_of_source(opened, answers),
            title=True,
        ),
    )


def add(opened: Opened, draft: Draft, answers: Answers) -> None:
    """Put the statement below those on its recommendation, and its source, into the draft."""
    wanted = answers["recommendation"]
    asked = next(one for one in _asked(opened) if text_of(one.values, "id") == wanted)
    said = rows_of(asked.values, "statements")
    source = add_source(opened, draft, asked.inspection.file, answers)
    known = {name: answers.get(name, "") for name in ("voice", "date", "summary")}
    known |= {name: answers[name] for name in ("speaker", "says") if answers.get(name)}
    made = made_id(wanted, {**known})
    taken = {made_id(wanted, other) for other in said} | opened.facts().keys() | opened.taken_out()
    if made in taken or len(made) > LONGEST_ID:
        # The record makes the id of the first of a day and voice; any other needs one of its own.
        known["id"] = numbered(made, taken) or numbered(f"{wanted}-said", taken)
    if (answers["voice"], answers.get("says")) == (Voice.INSPECTORATE, Standing.ADDRESSED):
        known["rests_on"] = ""
    place = (
        "inspections",
        asked.inspection.position,
        "recommendations",
        asked.position,
        "statements",
    )
    lines = skeletons.statement({**known, "sources": source})
    what = f"statement on {wanted}"
    draft.add(what, asked.inspection.file.path, place, len(said), lines, ORDER)


def page(answers: Answers) -> Place:
    """Where the recommendation is seen with what was said of it."""
    return Place("progress", answers["recommendation"])


def _asked(opened: Opened) -> Iterator[_Asked]:
    """The recommendations of all inspections that have an id."""
    for inspection in opened.entries("inspections"):
        for position, values in enumerate(rows_of(inspection.values, "recommendations")):
            if text_of(values, "id"):
                yield _Asked(inspection, position, values)


def _instead(opened: Opened, id: str) -> str:
    """What an id is that is no recommendation's, and which ids are wanted; empty where it is nothing."""
    for inspection in opened.entries("inspections"):
        what = _what_it_is(inspection, id)
        if what:
            asked = [text_of(row, "id") for row in rows_of(inspection.values, "recommendations")]
            wanted = f"A statement is on a recommendation; of {inspection.id} there"
            listed = f"are: {', '.join(asked[:MOST_NAMED])}" if asked else "is none in the record"
            more = f" and {len(asked) - MOST_NAMED} more" if len(asked) > MOST_NAMED else ""
            return f"{quoted(id)} is {what}. {wanted} {listed}{more}."
    return f"{quoted(id)} is no recommendation. {GIVE}" if id in opened.facts() else ""


def _what_it_is(inspection: Entry, id: str) -> str:
    """What has this id in an inspection; empty where nothing has."""
    if inspection.id == id:
        return "an inspection"
    answers = rows_of(inspection.values, "responses")
    parts = {
        "a finding": rows_of(inspection.values, "findings"),
        "an answer": answers,
        "a commitment": [row for answer in answers for row in rows_of(answer, "commitments")],
    }
    return next(
        (
            f"{what} of {inspection.id}"
            for what, rows in parts.items()
            if any(text_of(row, "id") == id for row in rows)
        ),
        "",
    )


def _id_of_source(opened: Opened, answers: Answers) -> str:
    if not {"publisher", "date"} <= answers.keys():
        return ""
    return numbered(slug(f"{answers['publisher']} {answers['date']}"), opened.named("sources"))
