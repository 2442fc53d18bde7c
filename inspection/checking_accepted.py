"""Rules on warnings that were accepted: they can be, they are about something, and only once.

Whether one is still accepted depends on the day: see `accepting`.
"""

from __future__ import annotations

from collections.abc import Iterator

from inspection.contents import Contents
from inspection.problems import ACCEPTABLE, CODES, Fault, Path, choice_hint, quoted


def warnings_are_of_a_kind_that_can_be_accepted(contents: Contents) -> Iterator[Fault]:
    """K01: only a warning about a fact can be accepted, never an error or the form of a file."""
    for n, accepted in enumerate(contents.record.accepted_warnings):
        if accepted.code not in ACCEPTABLE:
            is_known = accepted.code in CODES
            why = "cannot be accepted, only mended" if is_known else "is not a code of the check"
            hint = f"Those that can be accepted are: {', '.join(sorted(ACCEPTABLE))}."
            path = ("accepted_warnings", n, "code")
            yield Fault("K01", path, f"{quoted(accepted.code)} {why}.", hint)


def accepted_warnings_are_about_something(contents: Contents) -> Iterator[Fault]:
    """K02: what a warning was accepted about is in the record."""
    if contents.lost.unsure:
        return
    here = {fact.__dict__["id"] for _, fact in contents.parts if fact.__dict__.get("id")}
    for n, accepted in enumerate(contents.record.accepted_warnings):
        if accepted.of not in here and accepted.of not in contents.lost.words:
            message = f"{quoted(accepted.of)} is the id of nothing in this record."
            hint = choice_hint(accepted.of, sorted(here), are_all=False)
            yield Fault(
                "K02", ("accepted_warnings", n, "of"), message, hint or "Take the entry away."
            )


def warnings_are_accepted_once(contents: Contents) -> Iterator[Fault]:
    """F15: a warning is accepted by one entry, so that it has one reason and one last day."""
    first: dict[tuple[str, str], Path] = {}
    for n, accepted in enumerate(contents.record.accepted_warnings):
        path = ("accepted_warnings", n)
        there = first.setdefault((accepted.code, accepted.of), path)
        if there != path:
            message = f"{accepted.code} of {quoted(accepted.of)} is accepted twice."
            yield Fault("F15", path, message, "Keep one of the two.", there)
