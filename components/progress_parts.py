"""What a reader chooses on the progress page: ready choices as links, and the rows of the register."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from components import choices
from components.nothing_left import Chosen
from inspection.addresses import Place
from inspection.board import ORDERS, ordered
from inspection.clocks import ClockKind
from inspection.dates import date_words
from inspection.document import Bullets, Run
from inspection.measures import in_sentence
from inspection.model import Record
from inspection.register import ItemKind, RegisterRow
from inspection.standing import Reading

READY = (
    ("Reports with no published reply found", "clocks", (("none-found", "yes"),)),
    (
        "Commitments whose due date has passed, and what is known of them",
        "register",
        (("kind", "commitment"), ("passed", "yes")),
    ),
    ("Causes of concern", "register", (("kind", "cause-of-concern"),)),
)

UNDOING = {
    "Kind": ("kind", "Show every kind"),
    "Our reading": ("state", "Show every reading"),
    "Theme": ("theme", "Show every theme"),
    "Due date": ("passed", "Show items whether or not a due date has passed"),
    "Changed since": ("since", "Show items whenever they changed"),
}
"""What a choice of rows is called, its place in the address, and what undoes it."""


def ready_choices(kept: tuple[tuple[str, str], ...] = (), *, has_items: bool = True) -> Bullets:
    """The choices that are made most often, as links; `kept` are those that stay as they are.

    Without an item there is none of the register.
    """
    return Bullets(
        tuple(
            (Run(label, Place("progress", at=at, choices=kept + chosen)),)
            for label, at, chosen in READY
            if has_items or at != "register"
        )
    )


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


def chosen_filters(filters: Mapping[str, str]) -> list[Chosen]:
    """The choices of `chosen_rows`, as what may be undone where they leave nothing."""
    return [
        Chosen((key,), f"{name.lower()}: {filters[name]}", undo)
        for name, (key, undo) in UNDOING.items()
        if name in filters
    ]


def chosen_due(force: Chosen, clock: str) -> list[Chosen]:
    """The choices of what is due after a report, as what may be undone where they leave nothing."""
    kind = ClockKind(clock).label if clock in set(ClockKind) else "everything"
    return [
        force,
        Chosen(("clock",), f"what is due: {in_sentence(kind)}", f"Show: {ClockKind.REPLY.label}"),
        Chosen(("none-found",), "only where none was found by us", "Show what was found as well"),
    ]
