"""`new inspection`: what identifies a report, and where its skeleton goes."""

from __future__ import annotations

import argparse
import datetime as dt
import re
from collections.abc import Iterator

from inspection.addresses import Place
from inspection.dates import PartialDate
from inspection.desk import skeletons
from inspection.desk.asking import Answers, Item, Wrong
from inspection.desk.new_items import (
    ORDER,
    add_source,
    date,
    free_id,
    numbered,
    source_items,
    text,
)
from inspection.desk.opened import Entry, Opened, rows_of, text_of
from inspection.desk.writing import Draft
from inspection.places import Plain
from inspection.vocabulary import InspectionKind

OLD_NAME, NEW_NAME = "HMIC", "HMICFRS"
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_YEARS = re.compile(r"\b((?:19|20)\d\d)[-–/](\d\d)\b")
RENAMED = PartialDate(2017, 7)
"""HMIC took on fire and rescue services, and its new name, in July 2017."""


def items(opened: Opened, _given: argparse.Namespace) -> tuple[Item, ...]:
    """What has to be known of a report before its skeleton can be written."""
    taken = set(opened.named("inspections")) | opened.taken_out()
    kinds = {kind.value: kind.label for kind in InspectionKind}
    return (
        Item("force", "Force", choices=lambda _: opened.named("forces")),
        Item("programme", "Programme", choices=lambda _: opened.named("programmes")),
        Item(
            "cycle",
            "Cycle, the method it was made under",
            choices=lambda answers: _cycles(opened, answers),
            default=lambda answers: _sole_cycle(opened, answers),
            settled=True,
        ),
        Item("kind", "Kind of report", choices=lambda _: kinds),
        Item("title", "Title of the report", takes=text),
        Item("published", "Published, as closely as known (2027-03-08, 2027-03, 2027)", takes=date),
        Item("inspectorate", "Inspectorate, named as at the time", None, _inspectorate, text),
        Item(
            "id",
            "Id of the inspection; it is permanent",
            default=lambda answers: _made_id(answers, taken),
            takes=lambda typed, answers: free_id(taken)(_of_force(typed, answers), answers),
        ),
        *source_items(
            opened,
            publisher=lambda answers: answers.get("inspectorate", ""),
            id=lambda answers: _id_of_source(opened, answers),
            title=False,
        ),
    )


def add(opened: Opened, draft: Draft, answers: Answers) -> None:
    """Put the inspection, and its source where that is new, into the draft."""
    own = [
        entry for entry in opened.entries("inspections") if entry.text("force") == answers["force"]
    ]
    published = PartialDate.parse(answers["published"])
    older = [entry for entry in own if _first_day(entry) <= published.earliest]
    if own:
        # Before the first of the force where none is older.
        file = (older or own)[-1 if older else 0].file
        position = older[-1].position + 1 if older else own[0].position
    else:
        force = opened.entry("forces", answers["force"])
        assert force is not None
        file = force.file
        here = [entry for entry in opened.entries("inspections") if entry.file is file]
        position = here[-1].position + 1 if here else 0
    source = add_source(opened, draft, file, answers)
    lines = skeletons.inspection(
        {**answers, "source": source},
        questions=[
            entry.id
            for entry in opened.entries("questions")
            if answers["cycle"] in rows_of(entry.values, "cycles")
        ],
        grades=_grades(opened, answers["cycle"]),
        themes=_themes(opened, answers["cycle"])[0],
        perhaps=_themes(opened, answers["cycle"])[1],
        earlier=[
            entry.id
            for entry in older
            if entry.text("programme") == answers["programme"]
            and _first_day(entry) < published.earliest
        ],
    )
    what = f"inspection {answers['id']}"
    draft.add(what, file.path, ("inspections",), position, lines, ORDER)


def page(answers: Answers) -> Place:
    """Where the inspection is seen."""
    return Place("inspection", answers["id"])


def gaps_to_look_at(opened: Opened, answers: Answers) -> Iterator[str]:
    """The gaps that call a report missing which may be this one: of its force, programme, round, years."""
    published = PartialDate.parse(answers["published"]).year
    for gap in opened.entries("gaps"):
        of_force = answers["force"] in rows_of(gap.values, "forces") and gap.text("unrecorded")
        of_round = gap.text("cycle") in ("", answers["cycle"])
        of_programme = gap.text("programme") in ("", answers["programme"])
        if of_force and of_round and of_programme and _may_mean(gap.text("what"), published):
            yield f"{gap.file.shown}: {gap.id}: {gap.text('what')}"


def _may_mean(what: str, year: int) -> bool:
    """Whether words on a gap leave a year open: they name none, one beside it, or all after one."""
    named = [int(start) for start in _YEAR.findall(what)]
    named += [int(start[:2] + end) for start, end in _YEARS.findall(what)]
    return not named or "after" in what or min(named) - 1 <= year <= max(named) + 1


def reminders(opened: Opened, answers: Answers) -> Iterator[str]:
    """What is easily forgotten of a new report: a scale that is missing, answers to be searched."""
    if not _grades(opened, answers["cycle"]):
        yield skeletons.no_scale(answers["cycle"])
    if opened.release:
        yield (
            "Search for what the force and its governing body said of it. While `last_looked_on` in "
            f"{opened.release.file.shown} is before the report, pages say that nobody has looked "
            "since; it is said of every force."
        )


def _first_day(entry: Entry) -> dt.date:
    """The first day an inspection can have been published on; of a wrong date, one after all."""
    try:
        return PartialDate.parse(entry.text("published")).earliest
    except ValueError:
        return dt.date.max


def _cycles(opened: Opened, answers: Answers) -> dict[str, str]:
    """The cycles of the programme by id, or of all programmes where that is not known."""
    return {
        text_of(cycle, "id"): text_of(cycle, "name")
        for programme in opened.entries("programmes")
        if programme.id == answers.get("programme", programme.id)
        for cycle in rows_of(programme.values, "cycles")
    }


def _sole_cycle(opened: Opened, answers: Answers) -> str:
    cycles = list(_cycles(opened, answers)) if "programme" in answers else []
    return cycles[0] if len(cycles) == 1 else ""


def _cycle(opened: Opened, id: str) -> Plain:
    return next(
        cycle
        for programme in opened.entries("programmes")
        for cycle in rows_of(programme.values, "cycles")
        if text_of(cycle, "id") == id
    )


def _grades(opened: Opened, cycle: str) -> list[str]:
    """The words of the scale of a cycle; none where it grades nothing."""
    scale = opened.entry("scales", text_of(_cycle(opened, cycle), "scale"))
    return [text_of(word, "id") for word in rows_of(scale.values, "grades")] if scale else []


def _themes(opened: Opened, cycle: str) -> tuple[list[str], list[str]]:
    """The themes a cycle looks at (where it says none, may look at), and all of both."""
    values = _cycle(opened, cycle)
    looks, may = (
        [theme for theme in rows_of(values, name) if isinstance(theme, str)]
        for name in ("looks_at", "may_look_at")
    )
    return looks or may, [*looks, *may]


def _inspectorate(answers: Answers) -> str:
    """The inspectorate's name at the time; empty where several took part or the date leaves it open."""
    if answers.get("kind") == InspectionKind.JOINT or "published" not in answers:
        return ""
    published = PartialDate.parse(answers["published"])
    if published.earliest >= RENAMED.earliest:
        return NEW_NAME
    return OLD_NAME if published.latest < RENAMED.earliest else ""


def _made_id(answers: Answers, taken: set[str]) -> str:
    """Force, programme and year; the month too, or a number, where that is taken."""
    if not {"force", "programme", "published"} <= answers.keys():
        return ""
    head, published = "{force}-{programme}-".format(**answers), answers["published"]
    made, by_month = head + published[:4], head + published[:7]
    return numbered(by_month if made in taken and by_month not in taken else made, taken)


def _of_force(typed: str, answers: Answers) -> str:
    force = answers.get("force", "")
    if force and not typed.startswith(f"{force}-"):
        raise Wrong(f"The id of an inspection begins with its force: {force}-.")
    return typed


def _id_of_source(opened: Opened, answers: Answers) -> str:
    id = answers.get("id", "")
    return numbered(f"{id}-report", opened.named("sources")) if id else ""
