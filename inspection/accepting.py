"""Warnings that an editor accepted: which of them count on a day, and what is left to list.

A warning about a fact can be right as it stands: a theme, say, that nothing is filed under yet. It
is accepted under `accepted_warnings`, with a reason and a last day at most a year ahead, and then
not listed. After that day, or where there is no such warning, the entry itself is a warning.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydantic import ValidationError

from inspection.dates import date_words
from inspection.model import AcceptedWarning
from inspection.places import Node, plain, problem_at
from inspection.problems import (
    ACCEPTABLE,
    Fault,
    Problem,
    choice_hint,
    in_order,
    number_of,
    quoted,
)

PART = "accepted_warnings"
LONGEST = dt.timedelta(days=366)
"""So far ahead of the day can the last day lie: an accepted warning is looked at every year."""


@dataclass(frozen=True, slots=True)
class SortedOut:
    """What the check lists, what it does not, and the entries by which it does not."""

    listed: tuple[Problem, ...]
    unlisted: tuple[Problem, ...] = ()
    accepted: tuple[AcceptedWarning, ...] = ()


def sorted_out(problems: Iterable[Problem], root: Node | None, today: dt.date) -> SortedOut:
    """The problems without the accepted warnings, with what is wrong with the accepting today.

    `root` is the tree of the files, or of those that hold accepted warnings. Why not the record: a
    fault elsewhere would leave none, and bring every accepted warning back.
    """
    listed = in_order(problems)
    if root is None:
        return SortedOut(listed)
    entries = tuple(_entries(root))
    counted = {_key(one): one for _, one in entries if today <= one.until <= today + LONGEST}
    unlisted = tuple(problem for problem in listed if _about(problem) in counted)
    faults = _faults(entries, listed, today)
    listed = in_order(
        [*(one for one in listed if one not in unlisted), *(problem_at(root, f) for f in faults)]
    )
    used = {_about(problem) for problem in unlisted}
    return SortedOut(listed, unlisted, tuple(counted[key] for key in counted if key in used))


def accepted_words(found: SortedOut) -> str:
    """How many warnings are not listed, and each entry with its last day and reason; else empty."""
    told = [
        f"{one.code} {one.of} until {date_words(one.until)}: {' '.join(one.reason.split())}"
        for one in found.accepted
    ]
    if not told:
        return ""
    number = len(found.unlisted)
    head = f"{number_of(number, 'warning')} {'is' if number == 1 else 'are'} accepted:"
    return f"{head} {told[0]}" if len(told) == 1 else "\n    ".join([head, *told])


def _entries(root: Node) -> Iterator[tuple[int, AcceptedWarning]]:
    """The entries that can be right, with their positions; the rules speak of the others."""
    part = root.child(PART)
    for n, entry in enumerate(part.content if part and isinstance(part.content, list) else ()):
        try:
            accepted = AcceptedWarning.model_validate(plain(entry))
        except ValidationError:
            continue
        if accepted.code in ACCEPTABLE:
            yield n, accepted


def _key(accepted: AcceptedWarning) -> tuple[str, str]:
    return accepted.code, accepted.of


def _about(problem: Problem) -> tuple[str, str]:
    return problem.code, problem.about


def _faults(
    entries: Iterable[tuple[int, AcceptedWarning]], problems: tuple[Problem, ...], today: dt.date
) -> Iterator[Fault]:
    """K03, K04 and K05: an entry is in time, and there is such a warning.

    Why K04 waits for a record without errors: some warnings are not looked for in one that has any.
    """
    is_sound = all(problem.severity == "warning" for problem in problems)
    warned = {_about(problem) for problem in problems}
    for n, one in entries:
        if is_sound and _key(one) not in warned:
            same = [problem.about for problem in problems if problem.code == one.code]
            message = f"There is no warning {one.code} about {quoted(one.of)}."
            hint = choice_hint(one.of, same, are_all=False) or "Take this entry away."
            yield Fault("K04", (PART, n), message, hint)
        elif one.until < today:
            message = f"{date_words(one.until)} has passed, so {one.code} is listed again."
            hint = "Mend what it says, or see that the reason still holds and give a later day."
            yield Fault("K03", (PART, n, "until"), message, hint)
        elif one.until > today + LONGEST:
            message = f"{date_words(one.until)} is more than a year ahead, so {one.code} is listed."
            yield Fault("K05", (PART, n, "until"), message, f"Write {today + LONGEST} or earlier.")
