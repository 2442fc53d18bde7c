"""Rules on the vocabulary: scales, cycles, questions, themes and offices."""

from __future__ import annotations

from collections.abc import Iterator

from inspection.contents import Contents
from inspection.model import ContextEvent, Cycle, GoverningBody, Inspection, Measure
from inspection.problems import Fault, Path, choice_hint, quoted


def _cycles(contents: Contents) -> Iterator[tuple[Path, Cycle]]:
    for path, part in contents.parts:
        if isinstance(part, Cycle):
            yield path, part


def grades_of_a_scale_differ(contents: Contents) -> Iterator[Fault]:
    """V01: a grade stands once on its scale."""
    for n, scale in enumerate(contents.record.scales):
        ids = [grade.id for grade in scale.grades]
        for m, word in enumerate(ids):
            if word in ids[:m]:
                path = ("scales", n, "grades", m, "id")
                yield Fault("V01", path, f"{quoted(word)} is on this scale already.")


def comparability_is_mutual(contents: Contents) -> Iterator[Fault]:
    """V02: where one cycle may be set beside another, the other says so too."""
    for path, cycle in _cycles(contents):
        for n, other_id in enumerate(cycle.comparable_with):
            at = (*path, "comparable_with", n)
            other = contents.record.cycle.get(other_id)
            if other_id == cycle.id:
                yield Fault("V02", at, "A cycle need not name itself.", "Take it away.")
            elif other and cycle.id not in other.comparable_with:
                message = f"{quoted(other_id)} does not name this cycle in return."
                hint = f"Add {cycle.id} to its comparable_with, or take {other_id} away here."
                yield Fault("V02", at, message, hint)


def comparable_cycles_share_a_scale(contents: Contents) -> Iterator[Fault]:
    """V03: grades may be set side by side only if they are points on one scale."""
    for path, cycle in _cycles(contents):
        for n, other_id in enumerate(cycle.comparable_with):
            other = contents.record.cycle.get(other_id)
            if other and other.scale != cycle.scale:
                message = f"{quoted(other_id)} is graded on another scale."
                yield Fault("V03", (*path, "comparable_with", n), message, "Take it away.")


def questions_of_several_cycles_have_a_reason(contents: Contents) -> Iterator[Fault]:
    """V04: that a question of two cycles is the same question is said and given a reason."""
    for n, question in enumerate(contents.record.questions):
        if len(question.cycles) > 1 and not question.crosswalk_reason:
            message = "It is not said why this is the same question in several cycles."
            yield Fault("V04", ("questions", n, "crosswalk_reason"), message, "Give the reason.")


def themes_are_looked_at_or_perhaps(contents: Contents) -> Iterator[Fault]:
    """V05: a theme was looked at, or we do not know, but not both."""
    for path, part in contents.parts:
        if isinstance(part, Cycle):
            sure, unsure, name = part.looks_at, part.may_look_at, "may_look_at"
        elif isinstance(part, Inspection):
            sure, unsure = part.looked_at or (), part.may_have_looked_at or ()
            name = "may_have_looked_at"
        else:
            continue
        for n, theme in enumerate(unsure):
            if theme in sure:
                message = f"{quoted(theme)} is already among those looked at."
                yield Fault("V05", (*path, name, n), message, "Keep one of the two.")


def periods_end_after_they_begin(contents: Contents) -> Iterator[Fault]:
    """V06: an office, an event or the period of a value does not end before it begins."""
    for path, part in contents.parts:
        if isinstance(part, GoverningBody):
            start = part.since
        elif isinstance(part, ContextEvent):
            start = part.date
        elif isinstance(part, Measure):
            start = part.as_of
        else:
            continue
        if start and part.until and part.until.latest < start.earliest:
            message = f"{part.until.words} is before {start.words}."
            yield Fault("V06", (*path, "until"), message, "Correct one of the dates.")


def boundaries_lead_to_another_theme(contents: Contents) -> Iterator[Fault]:
    """V07: what does not belong to a theme belongs to another one."""
    for n, theme in enumerate(contents.record.themes):
        for m, boundary in enumerate(theme.not_here):
            if boundary.theme == theme.id:
                path = ("themes", n, "not_here", m, "theme")
                hint = "Name the theme it belongs to, or move it to covers."
                yield Fault("V07", path, f"{quoted(theme.id)} is this theme itself.", hint)


def readers_agree_on_what_was_read(contents: Contents) -> Iterator[Fault]:
    """V08: two readers agree on no more findings than both of them read."""
    reading = contents.record.second_reading
    if reading and reading.agreed > reading.findings:
        message = f"{reading.agreed} of {reading.findings} is more than were read."
        yield Fault("V08", ("second_reading", "agreed"), message, "Correct one of them.")


def hard_pairs_have_one_rule(contents: Contents) -> Iterator[Fault]:
    """V09: two themes, in whichever order, are told apart by one rule."""
    first: dict[frozenset[str], Path] = {}
    for n, pair in enumerate(contents.record.hard_pairs):
        path = ("hard_pairs", n, "themes")
        there = first.setdefault(frozenset(pair.themes), path)
        if there != path:
            message = "These two themes have a rule already."
            yield Fault("V09", path, message, "Make one rule of the two.", there)


def disputed_tags_name_another_theme(contents: Contents) -> Iterator[Fault]:
    """V10: a disputed tag is of a finding or recommendation, and by the rule it has another theme."""
    if contents.lost.unsure:
        return
    for n, tag in enumerate(contents.record.disputed_tags):
        theme = contents.theme_of.get(tag.fact)
        if theme is None and tag.fact not in contents.lost.words:
            message = f"{quoted(tag.fact)} is no finding or recommendation of this record."
            mend = choice_hint(tag.fact, contents.theme_of, are_all=False)
            mend = mend or "Correct it, or take the entry away."
            yield Fault("V10", ("disputed_tags", n, "fact"), message, mend)
        elif theme == tag.by_rule:
            message = f"{quoted(tag.fact)} has the theme {quoted(theme)} already."
            yield Fault("V10", ("disputed_tags", n, "by_rule"), message, "Take the entry away.")
