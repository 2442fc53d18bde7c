"""Rules on what goes back to an earlier inspection: which it was, and what was looked at again."""

from __future__ import annotations

from collections.abc import Iterator

from inspection.contents import Contents
from inspection.measures import in_sentence
from inspection.model import Inspection
from inspection.problems import Fault
from inspection.vocabulary import InspectionKind

FOLLOW_UPS = frozenset(
    {
        InspectionKind.REVISIT,
        InspectionKind.REINSPECTION,
        InspectionKind.POST_INSPECTION_REVIEW,
        InspectionKind.ASSESSMENT_OF_PROGRESS,
    }
)
"""Kinds of inspection that go back to an earlier one, and may look at less than it did."""


def follow_ups_say_what_they_looked_at(contents: Contents) -> Iterator[Fault]:
    """I11: what goes back is not taken to look at all that its cycle looks at.

    Why only where nothing is recorded on a theme: a theme on which something is recorded was
    looked at, whatever the cycle sets out to do.
    """
    for path, inspection in contents.inspections:
        cycle = contents.record.cycle.get(inspection.cycle)
        if cycle is None or inspection.kind not in FOLLOW_UPS or inspection.looked_at is not None:
            continue
        recorded = _recorded(contents, inspection)
        unsaid = [theme for theme in cycle.looks_at if theme not in recorded]
        if unsaid:
            kind = in_sentence(inspection.kind.label)
            message = (
                f"Nothing says that this {kind} looked at {', '.join(unsaid)}; it is counted as if it "
                f"had, because {cycle.id} does."
            )
            hint = (
                "Name in `looked_at` what the report says that it looked at, and in "
                "`may_have_looked_at` what may belong to it; `looked_at: []` where it does not say."
            )
            yield Fault("I11", path, message, hint)


def _recorded(contents: Contents, inspection: Inspection) -> set[str | None]:
    """The themes on which an inspection has a finding, a request or a grade of its own."""
    given = [grade for grade in inspection.grades if grade.value and not grade.carried_from]
    graded = [contents.record.question.get(grade.question) for grade in given]
    return {
        *(finding.theme for finding in inspection.findings),
        *(asked.theme for asked in inspection.recommendations),
        *(question.theme for question in graded if question),
    }


def follow_ups_follow_something(contents: Contents) -> Iterator[Fault]:
    """I12: what goes back says which inspection it goes back to."""
    for path, inspection in contents.inspections:
        if inspection.kind in FOLLOW_UPS and not (inspection.follows or inspection.continues):
            kind = in_sentence(inspection.kind.label)
            message = f"It is not said which inspection this {kind} goes back to."
            hint = (
                "Name it as `follows`, or as `continues` where the method is new. Where it is not in "
                "the record, accept this warning."
            )
            yield Fault("I12", path, message, hint)
