"""Requests known to have been made whose wording is not in the record: told, never counted.

Where a register holds nothing, they are what keeps that from reading as if nothing had been asked.
"""

from __future__ import annotations

from collections.abc import Collection

from inspection.measures import count_name
from inspection.model import Inspection, Record
from inspection.parts import UnseenRecommendations

Unseen = tuple[Inspection, UnseenRecommendations]

ASK = "What has become of this?"
"""The question of a board about requests whose wording is not in the record."""


def unseen_requests(record: Record, forces: Collection[str]) -> tuple[Unseen, ...]:
    """Each entry on requests not read, with the inspection that made them, in the record's order."""
    return tuple(
        (inspection, entry)
        for inspection in record.inspections
        if inspection.force in forces
        for entry in inspection.unseen_recommendations
    )


def unseen_of(record: Record, inspections: Collection[str]) -> tuple[Unseen, ...]:
    """The same for some inspections."""
    return tuple(
        (record.inspection[key], entry)
        for key in inspections
        for entry in record.inspection[key].unseen_recommendations
    )


def unseen_count(found: Collection[Unseen]) -> str:
    """How many entries there are, and of what; empty where there is none."""
    if not found:
        return ""
    entries = "one entry says" if len(found) == 1 else f"{count_name(len(found))} entries say"
    return f"{entries} that requests were made whose wording is not recorded"


def none_open_words(found: Collection[Unseen], *, on_theme: bool = False) -> str:
    """That no item is open, and how many entries on requests not read stand beside the register."""
    none = "No open item on this theme is in the" if on_theme else "No open item is in the"
    return f"{none} register; {unseen_count(found)}." if found else f"{none} record."


def unseen_words(found: Collection[Unseen]) -> str:
    """The same with what each entry says, as a sentence of its own; empty where there is none."""
    if not found:
        return ""
    told = " ".join(entry.summary for _, entry in found)
    count = unseen_count(found)
    return f"{count[0].upper()}{count[1:]}: {told}"
