"""What several of the things that can be begun have in common: ids, dates, texts, sources."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from inspection.dates import PartialDate
from inspection.desk import skeletons
from inspection.desk.asking import Answers, Item, Takes, Wrong
from inspection.desk.opened import Opened
from inspection.desk.writing import Draft
from inspection.files import DataFile
from inspection.model import Record
from inspection.problems import quoted
from inspection.wording import DATE_HINT

ORDER = tuple(Record.model_fields)
LONGEST_ID = 90
LONGEST_TEXT = 2000
LONGEST_ADDRESS = 500
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")


def text(typed: str, _answers: Answers) -> str:
    """A text of the record."""
    if len(typed) > LONGEST_TEXT:
        raise Wrong(f"This is too long: at most {LONGEST_TEXT} characters.")
    return typed


def date(typed: str, _answers: Answers) -> str:
    """A date as closely as it is known."""
    try:
        return str(PartialDate.parse(typed))
    except ValueError as error:
        raise Wrong(f"{quoted(typed)} is not a date. {DATE_HINT}") from error


def address(typed: str, _answers: Answers) -> str:
    """A web address."""
    if not _ADDRESS.fullmatch(typed) or len(typed) > LONGEST_ADDRESS:
        raise Wrong(
            f"{quoted(typed)} is not a web address. It begins with https:// and has no blank."
        )
    return typed


def free_id(taken: Collection[str]) -> Takes:
    """What takes an id that nothing has, and that nothing had."""

    def taken_as(typed: str, _answers: Answers) -> str:
        if not _ID.fullmatch(typed) or len(typed) > LONGEST_ID:
            hint = f"Use small letters, figures and hyphens, at most {LONGEST_ID}."
            raise Wrong(f"{quoted(typed)} is not an id. {hint}")
        if typed in taken:
            raise Wrong(f"{quoted(typed)} is already in use, or was. Choose another.")
        return typed

    return taken_as


def numbered(id: str, taken: Collection[str]) -> str:
    """An id, with a further 2, 3 and so on where it is taken; empty where it is no id."""
    number = 1
    while (made := id if number == 1 else f"{id}-{number}") in taken:
        number += 1
    return made if _ID.fullmatch(made) and len(made) <= LONGEST_ID else ""


def slug(words: str) -> str:
    """Words as an id: letters and figures, with hyphens between."""
    return "-".join(re.findall(r"[a-z0-9]+", words.lower().replace("'", "").replace("’", "")))


def source_items(
    opened: Opened,
    publisher: Callable[[Answers], str],
    id: Callable[[Answers], str],
    title: bool,
) -> tuple[Item, ...]:
    """What has to be known of a source: its id if the record has it, else what describes it.

    `publisher` and `id` are what is meant where nothing is said. `title` is whether its title and
    date are to be asked for, because nothing else gives them.
    """
    sources = opened.named("sources", "title")

    def is_new(answers: Answers) -> bool:
        return not answers.get("source")

    described = (
        Item("source-title", "Title of that source", takes=text, applies=is_new),
        Item(
            "source-published",
            "When it was published, as closely as known",
            takes=date,
            needed=False,
            applies=is_new,
        ),
    )
    return (
        Item(
            "source",
            "Id of its source, if the record has it already",
            choices=lambda _: sources,
            needed=False,
        ),
        *(described if title else ()),
        Item("publisher", "Who published that source", None, publisher, text, applies=is_new),
        Item("address", "Its web address", takes=address, needed=False, applies=is_new),
        Item(
            "source-id",
            "Id of the new source",
            default=id,
            takes=free_id(sources),
            applies=is_new,
        ),
    )


def add_source(opened: Opened, draft: Draft, beside: DataFile, answers: Answers) -> str:
    """The id of the source of what was begun; a new one is added to the draft.

    It goes into `beside` where that holds sources, else into the file of its folder that does, in
    the order of the ids where they are in order.
    """
    if answers.get("source"):
        return answers["source"]
    held = [file for file in opened.files_with("sources") if file.path.parent == beside.path.parent]
    file = next((file for file in held if file.path == beside.path), (held or [beside])[0])
    ids = [entry.id for entry in opened.entries("sources") if entry.file is file]
    id = answers["source-id"]
    is_in_order = ids == sorted(ids)
    position = sum(other < id for other in ids) if is_in_order else len(ids)
    lines = skeletons.source(
        {
            "id": id,
            "title": answers.get("source-title") or answers.get("title", ""),
            "publisher": answers["publisher"],
            "published": answers.get("source-published") or answers.get("published", ""),
            "url": answers.get("address", ""),
        }
    )
    draft.add(f"source {id}", file.path, ("sources",), position, lines, ORDER)
    return id
