"""`new correction`: what was wrong with a fact, and what the record says now."""

from __future__ import annotations

import argparse
import datetime as dt
import re

from inspection.addresses import Place
from inspection.desk import skeletons
from inspection.desk.asking import Answers, Item, Takes, Wrong
from inspection.desk.new_items import ORDER, slug, text
from inspection.desk.opened import CannotBeDone, Opened
from inspection.desk.writing import Draft
from inspection.problems import quoted

_NUMBERED = re.compile(r"correction-([0-9]{1,6})")
_VERSION = re.compile(r"([0-9]{1,6}\.[0-9]{1,6})\.([0-9]{1,6})")


def items(opened: Opened, given: argparse.Namespace) -> tuple[Item, ...]:
    """What has to be known of a correction before its skeleton can be written."""
    facts = opened.facts()
    is_gone = given.stood_in is not None
    return (
        Item(
            "fact",
            "Id of the fact that was wrong; of a grade, that of its inspection; "
            "for one that was taken out, give --stood-in as well",
            choices=None if is_gone else lambda _: facts,
            takes=lambda typed, _: _gone(typed, opened) if is_gone else typed,
            first=True,
        ),
        Item(
            "stood-in",
            "Of a fact that was taken out: the id of what it stood in",
            choices=lambda _: facts,
            applies=lambda _: is_gone,
        ),
        _settled("date", "The day on which it is mended", str(given.today), _day),
        _settled("mended-in", "The edition that mends it", _next_edition(opened), _version),
        Item("since", "The day from which it was wrong in public", takes=_day, needed=False),
        Item("was", "What was wrong, in words", takes=text, needed=False),
        Item("now", "What the record says instead", takes=text, needed=False),
        Item("asked-by", "Who found it, by role", takes=text, needed=False),
        Item(
            "source",
            "Id of the source in which the right thing is read",
            choices=lambda _: opened.named("sources", "title"),
            needed=False,
        ),
    )


def add(opened: Opened, draft: Draft, answers: Answers) -> None:
    """Put the correction after the last one, or below the release where it is the first."""
    others = opened.entries("corrections")
    numbers = [int(found[1]) for entry in others if (found := _NUMBERED.fullmatch(entry.id))]
    known = {name.replace("-", "_"): answer for name, answer in answers.items() if answer}
    known["id"] = f"correction-{max(numbers, default=0) + 1}"
    if "stood_in" in known:
        known["removed"] = "true"
    last = others[-1] if others else opened.release
    if last is None:
        raise CannotBeDone(
            "The record has no `release:` part, whose edition a correction counts on."
        )
    position = last.position + 1 if others else 0
    lines = skeletons.correction(known)
    what = f"correction {known['id']}"
    draft.add(what, last.file.path, ("corrections",), position, lines, ORDER)


def page(_answers: Answers) -> Place:
    """Where the corrections are seen."""
    return Place("corrections")


def _settled(name: str, asks: str, default: str, takes: Takes) -> Item:
    return Item(name, asks, default=lambda _: default, takes=takes, settled=True)


def _next_edition(opened: Opened) -> str:
    """The version with its third number raised; empty where it is no version."""
    now = _VERSION.fullmatch(opened.release.text("version") if opened.release else "")
    return f"{now[1]}.{int(now[2]) + 1}" if now else ""


def _gone(typed: str, opened: Opened) -> str:
    if typed in opened.facts():
        raise Wrong(f"{quoted(typed)} is in the record: take it out, or leave --stood-in out.")
    if slug(typed) != typed:
        raise Wrong(f"{quoted(typed)} is not an id.")
    return typed


def _day(typed: str, _answers: Answers) -> str:
    try:
        if str(dt.date.fromisoformat(typed)) == typed:
            return typed
    except ValueError:
        pass
    raise Wrong(f"{quoted(typed)} is not a day. Write YYYY-MM-DD.")


def _version(typed: str, _answers: Answers) -> str:
    if not _VERSION.fullmatch(typed):
        raise Wrong(f"{quoted(typed)} is not a version. Write three numbers such as 1.0.0.")
    return typed
