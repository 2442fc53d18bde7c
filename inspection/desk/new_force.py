"""`new force`: what identifies a force, and the file that begins with it."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

from inspection.addresses import Place
from inspection.desk import skeletons
from inspection.desk.asking import Answers, Item
from inspection.desk.new_items import ORDER, date, free_id, numbered, slug, text
from inspection.desk.opened import CannotBeDone, Opened, rows_of, text_of
from inspection.desk.writing import Draft
from inspection.files import places
from inspection.vocabulary import GoverningBodyKind

SCHEMA = "schema.json"
_SHORT = {
    GoverningBodyKind.AUTHORITY: "police-authority",
    GoverningBodyKind.PCC: "pcc",
    GoverningBodyKind.PFCC: "pfcc",
}
_POLICE = (" Police Service", " Police", " Constabulary")


def items(opened: Opened, _given: argparse.Namespace) -> tuple[Item, ...]:
    """What has to be known of a force before its skeleton can be written."""
    forces = set(opened.named("forces"))
    bodies = {
        text_of(body, "id")
        for force in opened.entries("forces")
        for body in rows_of(force.values, "governing_bodies")
    }
    kinds = {kind.value: kind.label for kind in GoverningBodyKind}
    return (
        Item("name", "Full name of the force, as in Northumbria Police", takes=text),
        Item("short-name", "The area alone, as in Northumbria", None, _area, text),
        Item(
            "id",
            "Id of the force; it is permanent",
            default=lambda answers: _made_id(answers, forces),
            takes=free_id(forces),
        ),
        Item(
            "body-kind",
            "Who holds it to account, if a source says",
            choices=lambda _: kinds,
            needed=False,
        ),
        Item("body-name", "Name of that office", None, _office, text, applies=_has_body),
        Item(
            "since",
            "Since when, as closely as a source says",
            takes=date,
            needed=False,
            applies=_has_body,
        ),
        Item(
            "body-id",
            "Id of that office; it is permanent",
            default=lambda answers: _id_of_body(answers, bodies),
            takes=free_id(bodies),
            applies=_has_body,
        ),
    )


def add(opened: Opened, draft: Draft, answers: Answers) -> None:
    """Begin a file with the force in the last folder of the record, or add it to a last file."""
    known = {
        "id": answers["id"],
        "name": answers["name"],
        "short_name": answers["short-name"],
    }
    body = {
        "id": answers.get("body-id", ""),
        "name": answers.get("body-name", ""),
        "kind": answers.get("body-kind", ""),
        "since": answers.get("since", ""),
    }
    lines = skeletons.force(known, body)
    folders = places(opened.path)
    last = folders[-1]
    if last.is_file():
        here = [entry for entry in opened.entries("forces") if entry.file.path == last]
        position = here[-1].position + 1 if here else 0
        draft.add(f"force {known['id']}", last, ("forces",), position, lines, ORDER)
        return
    file = last / f"{known['id']}.yaml"
    for folder in folders:
        if (folder / file.name).exists():
            raise CannotBeDone(
                f"There is a file {folder / file.name} already. Add the force to it by hand, "
                "or give the force another id."
            )
    shown = "/".join(file.absolute().parts[-2:])
    text_of_file = "\n".join([*_head(folders, last, known), "forces:", *lines, ""])
    draft.begin(f"force {known['id']}", file, shown, text_of_file, ("forces", 0))


def page(answers: Answers) -> Place:
    """Where the force is seen."""
    return Place("overview", answers["id"])


def _head(folders: Sequence[Path], last: Path, known: Answers) -> list[str]:
    schema = next((f / SCHEMA for f in (last, *folders) if (f / SCHEMA).is_file()), None)
    lines = []
    if schema:
        where = Path(os.path.relpath(schema.absolute(), last.absolute())).as_posix()
        lines = [f"# yaml-language-server: $schema={where}"]
    return [
        *lines,
        f"# {known['name']}: its governing bodies, and below them its inspections.",
        f"# To begin one: python -m inspection new inspection --force {known['id']}",
        "",
    ]


def _has_body(answers: Answers) -> bool:
    return bool(answers.get("body-kind"))


def _area(answers: Answers) -> str:
    name = answers.get("name", "")
    return next((name.removesuffix(end) for end in _POLICE if name.endswith(end)), name)


def _made_id(answers: Answers, taken: set[str]) -> str:
    id = slug(answers.get("short-name", ""))
    return id if id not in taken else ""


def _office(answers: Answers) -> str:
    kind, area = answers.get("body-kind"), answers.get("short-name")
    if not kind or not area:
        return ""
    office = GoverningBodyKind(kind).label
    return f"{area} {' '.join(_capital(word) for word in office.split())}"


def _capital(word: str) -> str:
    return word if word == "and" else word[0].upper() + word[1:]


def _id_of_body(answers: Answers, taken: set[str]) -> str:
    if "id" not in answers or "body-kind" not in answers:
        return ""
    return numbered(f"{answers['id']}-{_SHORT[GoverningBodyKind(answers['body-kind'])]}", taken)
