"""Rules on what is known to be missing."""

from __future__ import annotations

from collections.abc import Iterator

from inspection.contents import Contents
from inspection.model import Gap
from inspection.problems import Fault, Path, quoted
from inspection.vocabulary import Unrecorded


def missing_inspections_hold_together(contents: Contents) -> Iterator[Fault]:
    """I10: a missing inspection is none of the record, and what is known to exist has a source."""
    for n, gap in enumerate(contents.record.gaps):
        path = ("gaps", n)
        if gap.unrecorded is None:
            yield from _of_no_inspection(gap, path)
            continue
        if gap.inspection:
            message = f"{quoted(gap.inspection)} is in the record, so it is not missing."
            yield Fault("I10", (*path, "inspection"), message, "Take this or `unrecorded` away.")
        if gap.unrecorded is Unrecorded.KNOWN_TO_EXIST and not gap.sources:
            message = "No source is named that shows that this inspection took place."
            hint = "Name it, or write `unrecorded: looked-for`."
            yield Fault("I10", (*path, "unrecorded"), message, hint)
        yield from _of_another_programme(contents, gap, path)


def _of_no_inspection(gap: Gap, path: Path) -> Iterator[Fault]:
    for name in ("programme", "cycle"):
        if getattr(gap, name):
            message = f"A {name} is named, but not whether an inspection is missing."
            hint = "Write `unrecorded: known-to-exist` or `looked-for`, or take it away."
            yield Fault("I10", (*path, name), message, hint)


def _of_another_programme(contents: Contents, gap: Gap, path: Path) -> Iterator[Fault]:
    cycle = contents.record.cycle.get(gap.cycle or "")
    programme = contents.record.programme.get(gap.programme or "")
    if cycle is None or (gap.programme and programme is None):
        return  # one of the two is not in the vocabulary, which is told elsewhere
    if programme is None or cycle not in programme.cycles:
        owner = next(p.id for p in contents.record.programmes if cycle in p.cycles)
        message = f"{quoted(cycle.id)} is a cycle of {quoted(owner)}."
        yield Fault("I10", (*path, "cycle"), message, f"Write `programme: {owner}`.")
