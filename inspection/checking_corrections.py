"""Rules on corrections: what was wrong can be found, when it was mended, and where right is read."""

from __future__ import annotations

from collections.abc import Iterator

from inspection.contents import Contents
from inspection.model import Correction, GradeWord, Report, edition_order
from inspection.problems import Fault, Path, choice_hint, quoted

# Not facts of their own: a correction of one names the inspection or the scale that it is of.
_NAMED_BY_NOTHING = (Correction, Report, GradeWord)


def corrected_facts_exist(contents: Contents) -> Iterator[Fault]:
    """X10: a correction names what is in the record, or what a correction took out of it."""
    if contents.lost.unsure:
        return
    here = _ids(contents)
    known = here | contents.lost.words
    taken_out = {mended.fact for _, mended in _corrections(contents) if mended.removed}
    for path, mended in _corrections(contents):
        if mended.fact not in known and mended.fact not in taken_out:
            mend = choice_hint(mended.fact, sorted(here), are_all=False)
            mend = mend or "Correct it, or write `removed: true` if the fact was taken out."
            message = f"{quoted(mended.fact)} is the id of nothing in this record."
            yield Fault("X10", (*path, "fact"), message, mend)
        if mended.stood_in is not None and mended.stood_in not in known:
            mend = choice_hint(mended.stood_in, sorted(here), are_all=False)
            message = f"{quoted(mended.stood_in)} is the id of nothing in this record."
            yield Fault("X10", (*path, "stood_in"), message, mend or "Correct it or take it away.")


def facts_taken_out_are_gone(contents: Contents) -> Iterator[Fault]:
    """C01: what a correction took out is not in the record, and only such a fact stood in another."""
    here = _ids(contents)
    for path, mended in _corrections(contents):
        if mended.removed and mended.fact in here:
            message = f"{quoted(mended.fact)} was taken out, and is in this record."
            mend = "Take `removed` away, or give the new fact an id of its own."
            yield Fault("C01", (*path, "removed"), message, mend)
        if mended.stood_in is not None and not mended.removed:
            message = "This fact was not taken out."
            yield Fault("C01", (*path, "stood_in"), message, "Take this away.")


def corrections_come_after_the_fault(contents: Contents) -> Iterator[Fault]:
    """C02: nothing was mended before it was wrong in public."""
    for path, mended in _corrections(contents):
        if mended.since > mended.date:
            message = f"{mended.since} is after the day on which it was mended, {mended.date}."
            yield Fault("C02", (*path, "since"), message, "Correct one of the dates.")


def corrections_name_editions_in_order(contents: Contents) -> Iterator[Fault]:
    """C03: it was mended in this edition or an earlier one, after the one that first had it wrong."""
    release = contents.record.__dict__.get("release")
    for path, mended in _corrections(contents):
        if release and edition_order(mended.mended_in) > edition_order(release.version):
            message = f"{quoted(mended.mended_in)} is later than this edition, {release.version}."
            mend = "Correct it, or raise `version` of the release."
            yield Fault("C03", (*path, "mended_in"), message, mend)
        if mended.first_in and edition_order(mended.first_in) >= edition_order(mended.mended_in):
            message = (
                f"{quoted(mended.first_in)} is not before {mended.mended_in}, which mended it."
            )
            yield Fault("C03", (*path, "first_in"), message, "Correct one of the two.")


def corrections_show_what_is_right(contents: Contents) -> Iterator[Fault]:
    """C04: a correction names a source or says why none, and says something other than before."""
    for path, mended in _corrections(contents):
        if not mended.sources and mended.unsourced is None:
            message = "No source shows what is right."
            mend = "Name one, or say as `unsourced` why there is none."
            yield Fault("C04", (*path, "sources"), message, mend)
        if mended.sources and mended.unsourced is not None:
            message = "A source shows what is right."
            yield Fault("C04", (*path, "unsourced"), message, "Take this away.")
        if mended.was.casefold() == mended.now.casefold():
            message = "This is what the record said before."
            yield Fault("C04", (*path, "now"), message, "Say what it says now.")


def _corrections(contents: Contents) -> Iterator[tuple[Path, Correction]]:
    for n, mended in enumerate(contents.record.corrections):
        yield ("corrections", n), mended


def _ids(contents: Contents) -> set[str]:
    """Every id that a correction can name."""
    found = (
        fact.__dict__.get("id")
        for _, fact in contents.parts
        if not isinstance(fact, _NAMED_BY_NOTHING)
    )
    return {id for id in found if id is not None}
