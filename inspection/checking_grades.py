"""Rules on grades: on the scale of their cycle, one for each question, with their ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from inspection.checking_inspections import is_certainly_before, is_not_earlier
from inspection.checking_references import questions_of
from inspection.contents import Contents
from inspection.knowing import grade_published
from inspection.model import Grade, Inspection, OtherForceGrade
from inspection.problems import Fault, Path, choice_hint, quoted
from inspection.vocabulary import EmptyKind


def _grades(contents: Contents) -> Iterator[tuple[Path, str, Grade | OtherForceGrade]]:
    """Every grade of a force with its path and cycle."""
    for path, inspection in contents.inspections:
        for n, grade in enumerate(inspection.grades):
            yield (*path, "grades", n), inspection.cycle, grade
    for m, other in enumerate(contents.record.other_forces):
        for n, other_grade in enumerate(other.grades):
            yield ("other_forces", m, "grades", n), other.cycle, other_grade


def grades_have_a_value_or_say_why_not(contents: Contents) -> Iterator[Fault]:
    """G01 and G02: a grade, or one reason why there is none; never a carried reason."""
    for path, _, grade in _grades(contents):
        if grade.value and grade.empty:
            message = f"A grade has either a value or a reason why not, here both: {grade.value}"
            yield Fault("G01", path, f"{message}, {grade.empty}.", "Keep one of the two.")
        elif not grade.value and not grade.empty:
            hint = "Give `value`, or with `empty` the reason why there is none."
            yield Fault("G01", path, "This grade has neither a value nor a reason.", hint)
        if isinstance(grade, Grade) and grade.carried_from and grade.empty:
            hint = "Give the grade carried forward as `value`, without `empty`."
            yield Fault("G02", (*path, "empty"), "A grade carried forward is a grade.", hint)


def _words(contents: Contents) -> Iterator[tuple[Path, str, str]]:
    """Every grade word in the record with its path and cycle."""
    for path, cycle, grade in _grades(contents):
        if grade.value:
            yield (*path, "value"), cycle, grade.value
        if isinstance(grade, Grade):
            for n, revision in enumerate(grade.revisions):
                yield (*path, "revisions", n, "value"), cycle, revision.value
    for path, inspection in contents.inspections:
        for name in ("shared_grades", "published_counts"):
            for n, printed in enumerate(getattr(inspection, name)):
                for word in printed.counts:
                    yield (*path, name, n, "counts", word), inspection.cycle, word
    for n, national in enumerate(contents.record.national_distributions):
        for word in national.counts:
            yield ("national_distributions", n, "counts", word), national.cycle, word


NO_SCALE_HINT = (
    "If the report grades, add `scale` to the cycle and the cycle to its questions there. Words off "
    "any scale stand as narrative_judgements."
)


def _where_of_cycle(contents: Contents, id: str) -> Path | None:
    return next(
        (
            ("programmes", n, "cycles", m)
            for n, programme in enumerate(contents.record.programmes)
            for m, cycle in enumerate(programme.cycles)
            if cycle.id == id
        ),
        None,
    )


def grades_are_on_the_scale(contents: Contents) -> Iterator[Fault]:
    """G03 and G04: a grade is a word of the scale used in its cycle."""
    all_words = [grade for scale in contents.record.scales for grade in scale.grades]
    for path, cycle_id, word in _words(contents):
        cycle = contents.record.cycle.get(cycle_id)
        if cycle is None:
            continue
        if cycle.scale is None:
            message = f"{quoted(word)}: the vocabulary names no scale for {cycle.id}."
            at = _where_of_cycle(contents, cycle_id)
            yield Fault("G04", path, message, NO_SCALE_HINT, at)
        elif scale := contents.record.scale.get(cycle.scale):
            known = tuple(grade.id for grade in scale.grades)
            if word not in known:
                message = f"{quoted(word)} is not a grade on this scale."
                # "adequate" in 2016 is no slip of the pen for "inadequate".
                is_of_another = any(grade.id == word for grade in all_words)
                hint = f"The scale is: {', '.join(known)}." if is_of_another else ""
                yield Fault("G03", path, message, hint or choice_hint(word, known))


def _questions(contents: Contents) -> Iterator[tuple[Path, str, str]]:
    """Every question asked, with its path and cycle; not those said not to have existed.

    Nor those with a grade in a cycle without a scale, which G04 tells of.
    """
    for path, cycle, grade in _grades(contents):
        is_told = grade.value and _has_no_scale(contents, cycle)
        if not is_told and not _need_not_be_asked(contents, cycle, grade):
            yield (*path, "question"), cycle, grade.question
    for path, inspection in contents.inspections:
        if not _has_no_scale(contents, inspection.cycle):
            for n, shared in enumerate(inspection.shared_grades):
                for m, question in enumerate(shared.questions):
                    yield (*path, "shared_grades", n, "questions", m), inspection.cycle, question
    for n, national in enumerate(contents.record.national_distributions):
        if not _has_no_scale(contents, national.cycle):
            yield ("national_distributions", n, "question"), national.cycle, national.question


def _has_no_scale(contents: Contents, cycle_id: str) -> bool:
    cycle = contents.record.cycle.get(cycle_id)
    return cycle is not None and cycle.scale is None


def _need_not_be_asked(contents: Contents, cycle: str, grade: Grade | OtherForceGrade) -> bool:
    """Whether a kind of empty is true of a question that was not, or only perhaps, asked."""
    question = contents.record.question.get(grade.question)
    if question and cycle in question.perhaps_asked and grade.empty in OF_PERHAPS_ASKED:
        return True
    return grade.empty is EmptyKind.NO_SUCH_QUESTION


OF_PERHAPS_ASKED = (EmptyKind.NOT_FOUND, EmptyKind.NOT_ENTERED)
"""The kinds of empty that do not say that a question was asked."""


def questions_belong_to_the_cycle(contents: Contents) -> Iterator[Fault]:
    """G05: a question is asked only in its cycles; of one perhaps asked a search can be told.

    Why a question of the cycle may still be said not to have existed: a cycle can change its
    questions half-way, as PEEL 2021/22 did.
    """
    for path, cycle_id, question_id in _questions(contents):
        question = contents.record.question.get(question_id)
        if question and cycle_id in contents.record.cycle and cycle_id not in question.cycles:
            message = f"{quoted(question_id)} is not a question of {cycle_id}."
            near = choice_hint(question_id, questions_of(contents.record, cycle_id))
            hint = f"It belongs to {', '.join(question.cycles)}. {near}".strip()
            yield Fault("G05", path, message, hint)


def questions_are_graded_once(contents: Contents) -> Iterator[Fault]:
    """G06: a question has one grade in an inspection for each body it is about."""
    for path, inspection in contents.inspections:
        yield from _twice(path, ((grade.question, grade.scope) for grade in inspection.grades))
    for n, other in enumerate(contents.record.other_forces):
        yield from _twice(("other_forces", n), ((grade.question, "") for grade in other.grades))


def _twice(path: Path, asked: Iterable[tuple[str, str]]) -> Iterator[Fault]:
    first: dict[tuple[str, str], int] = {}
    for n, question in enumerate(asked):
        there = first.setdefault(question, n)
        if there != n:
            message = f"{quoted(question[0])} is graded twice in this inspection."
            at = (*path, "grades", n, "question")
            other = (*path, "grades", there, "question")
            yield Fault("G06", at, message, "Keep one of the two.", other)


def carried_grades_are_found(contents: Contents) -> Iterator[Fault]:
    """G07: a grade carried forward is the grade that an earlier inspection gave."""
    for path, inspection in contents.inspections:
        for n, grade in enumerate(inspection.grades):
            earlier = contents.record.inspection.get(grade.carried_from or "")
            wrong = earlier and _wrong_with_carrying(grade, inspection, earlier)
            if wrong:
                message, hint = wrong
                yield Fault("G07", (*path, "grades", n, "carried_from"), message, hint)


def _wrong_with_carrying(
    grade: Grade, inspection: Inspection, earlier: Inspection
) -> tuple[str, str] | None:
    if earlier.force != inspection.force:
        return f"{quoted(earlier.id)} is of {earlier.force}.", "Name one of the same force."
    if is_not_earlier(earlier, inspection):
        return f"{quoted(earlier.id)} is not earlier.", "Name the inspection it was made in."
    given = [own for own in earlier.grades if own.question == grade.question]
    if not given:
        message = f"{quoted(earlier.id)} has no grade for {quoted(grade.question)}."
        return message, "Name the inspection it was made in."
    origin = next((own.carried_from for own in given if own.carried_from), None)
    if origin:
        return f"{quoted(earlier.id)} carried it forward itself.", f"Name {origin}."
    values = {own.value for own in given} | {r.value for own in given for r in own.revisions}
    if grade.value and grade.value not in values:
        shown = ", ".join(sorted(value for value in values if value)) or "no grade"
        return f"{quoted(grade.value)} is not what was given there.", f"It gave: {shown}."
    return None


def changes_of_grade_are_in_order(contents: Contents) -> Iterator[Fault]:
    """G10 and G13: a grade is published, then changed to another, then perhaps changed again."""
    for path, inspection in contents.inspections:
        for n, grade in enumerate(inspection.grades):
            before_on, before = grade_published(inspection, grade), grade.value
            for m, change in enumerate(grade.revisions):
                at = (*path, "grades", n, "revisions", m)
                if is_certainly_before(change.date, before_on):
                    message = f"{change.date.words} is before {before_on.words}, when it stood as"
                    message = f"{message} {quoted(before or 'empty')}."
                    yield Fault("G10", (*at, "date"), message, "Put the changes in order.")
                if change.value == before:
                    message = f"{quoted(change.value)} is what the grade was before."
                    yield Fault("G13", (*at, "value"), message, "Give the grade it became.")
                before_on, before = change.date, change.value
