"""Rules on numbers: parts add up, and what is printed agrees with what is recorded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from inspection.contents import Contents
from inspection.dates import PartialDate
from inspection.knowing import grade_published
from inspection.model import CaseAudit, Grade, Inspection, Measure
from inspection.problems import Fault, quoted


def shared_grades_add_up(contents: Contents) -> Iterator[Fault]:
    """G08: grades known only together are as many as their questions."""
    for path, inspection in contents.inspections:
        for n, shared in enumerate(inspection.shared_grades):
            given, asked = sum(shared.counts.values()), len(shared.questions)
            if given != asked:
                message = f"{given} grades stand for {asked} questions."
                hint = "Correct the counts or the questions."
                yield Fault("G08", (*path, "shared_grades", n, "counts"), message, hint)


def shared_grades_are_given_once(contents: Contents) -> Iterator[Fault]:
    """G09: a question has a grade of its own or a share in several, not both."""
    for path, inspection in contents.inspections:
        taken = {grade.question for grade in inspection.grades if grade.value}
        for n, shared in enumerate(inspection.shared_grades):
            for m, question in enumerate(shared.questions):
                if question in taken:
                    message = f"{quoted(question)} has a grade in this inspection already."
                    at = (*path, "shared_grades", n, "questions", m)
                    yield Fault("G09", at, message, "Keep one of the two.")
            taken.update(shared.questions)


def published_counts_agree(contents: Contents) -> Iterator[Fault]:
    """G11 and G12: counts printed on a day are those of the grades public then, or say why not."""
    for path, inspection in contents.inspections:
        for n, printed in enumerate(inspection.published_counts):
            recorded = recorded_counts(inspection, printed.date)
            agree = recorded == {word: count for word, count in printed.counts.items() if count}
            at = (*path, "published_counts", n)
            if not agree and not printed.difference_note:
                given, ours = _count_words(printed.counts), _count_words(recorded)
                message = f"Printed were {given}; the grades recorded give {ours}."
                hint = "Correct the grades, or say why in difference_note."
                yield Fault("G11", (*at, "counts"), message, hint)
            elif agree and printed.difference_note:
                message = "The counts agree with the grades recorded."
                yield Fault("G12", (*at, "difference_note"), message, "Take the note away.")


def recorded_counts(inspection: Inspection, on: PartialDate) -> dict[str, int]:
    """How many questions had which grade by a day, from the grades in the record."""
    counts: Counter[str] = Counter()
    for grade in inspection.grades:
        value = _value_on(grade, on)
        if value and grade_published(inspection, grade).earliest <= on.latest:
            counts[value] += 1
    if inspection.published.earliest <= on.latest:
        for shared in inspection.shared_grades:
            counts.update(shared.counts)
    return {word: count for word, count in counts.items() if count}


def _value_on(grade: Grade, on: PartialDate) -> str | None:
    known = [change.value for change in grade.revisions if change.date.earliest <= on.latest]
    return known[-1] if known else grade.value


def _count_words(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {word}" for word, count in counts.items() if count) or "none"


def case_audits_add_up(contents: Contents) -> Iterator[Fault]:
    """A01: the parts of a case audit make its total; where one is unknown they do not pass it."""
    for path, audit in contents.parts:
        if not isinstance(audit, CaseAudit):
            continue
        parts = (audit.good, audit.requires_improvement, audit.inadequate)
        known = [part for part in parts if part is not None]
        if sum(known) > audit.total or (len(known) == len(parts) and sum(known) != audit.total):
            message = f"The parts make {sum(known)}, the total is {audit.total}."
            yield Fault("A01", path, message, "Correct one of them.")


def numerators_are_within_denominators(contents: Contents) -> Iterator[Fault]:
    """A02: no more cases are counted than were looked at."""
    for path, measure in contents.parts:
        if not isinstance(measure, Measure):
            continue
        part, whole = measure.numerator, measure.denominator
        if part is not None and whole is not None and part > whole:
            message = f"{part} of {whole} is more than there are."
            yield Fault("A02", (*path, "numerator"), message, "Correct one of them.")


def measures_hold_a_number(contents: Contents) -> Iterator[Fault]:
    """A03: a measure is so many of so many, or a value, perhaps with the number looked at."""
    for path, measure in contents.parts:
        if not isinstance(measure, Measure):
            continue
        if measure.numerator is not None and measure.denominator is None:
            message = "It is not said of how many."
            yield Fault("A03", path, message, "Give the denominator, or a value alone.")
        elif measure.numerator is None and measure.value is None:
            hint = "Give numerator and denominator, or a value."
            yield Fault("A03", path, "This measure holds no number.", hint)


def national_counts_add_up(contents: Contents) -> Iterator[Fault]:
    """A04: forces by grade make the number of forces; where one is unknown they do not pass it."""
    for n, national in enumerate(contents.record.national_distributions):
        known = [count for count in national.counts.values() if count is not None]
        total = sum(known)
        is_complete = len(known) == len(national.counts)
        if total > national.forces or (is_complete and total != national.forces):
            message = f"The counts make {total}, the number of forces is {national.forces}."
            at = ("national_distributions", n, "counts")
            yield Fault("A04", at, message, "Correct one of them.")
