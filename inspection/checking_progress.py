"""Rules on what was said, answered and promised since: its day, what it rests on, who kept it."""

from __future__ import annotations

from collections.abc import Iterator

from inspection.checking_inspections import is_certainly_before
from inspection.contents import Contents
from inspection.knowing import grade_published
from inspection.model import Commitment, Inspection, NationalResponse, Outcome, Response, Statement
from inspection.problems import Fault, Path, quoted
from inspection.vocabulary import CommitmentKind, Standing, Voice


def statements_have_a_day_or_say_why_not(contents: Contents) -> Iterator[Fault]:
    """R05: a statement on a recommendation has a date, one on an inspection that or a reason."""
    for path, said in _statements(contents):
        if said.date and said.undated:
            message = "This statement has a date and a reason for having none."
            yield Fault("R05", (*path, "undated"), message, "Keep one of the two.")
        elif said.date is None and "recommendations" in path:
            message = "This statement on a recommendation has no date."
            mend = "Give the day, month or year it was made, as `date`."
            yield Fault("R05", (*path, "date"), message, mend)
        elif said.date is None and said.undated is None:
            message = "This statement has neither a date nor a reason for having none."
            yield Fault("R05", (*path, "date"), message, "Give `date`, or the reason as `undated`.")


def addressed_rests_on_a_finding(contents: Contents) -> Iterator[Fault]:
    """R06: where the inspectorate calls something addressed, the finding behind it is named.

    Why not for other voices: a force or governing body says so for itself, and is shown as doing so.
    """
    for path, said in _sayings(contents):
        is_inspectorate = said.voice is Voice.INSPECTORATE
        if is_inspectorate and said.says is Standing.ADDRESSED and not said.rests_on:
            message = "The inspectorate calls this addressed, and no finding is named."
            mend = "Name the finding it rests on as `rests_on`, or take `says` away."
            yield Fault("R06", (*path, "rests_on"), message, mend)


def statements_rest_on_what_was_known(contents: Contents) -> Iterator[Fault]:
    """R07: what a statement rests on was found of the same force and public by then."""
    for path, said in _sayings(contents):
        if path[0] != "inspections":
            continue
        force = contents.record.inspections[int(path[1])].force
        for n, target in enumerate(said.rests_on):
            found_in = contents.inspection_of_finding.get(target)
            if found_in is None:
                continue
            at = (*path, "rests_on", n)
            if found_in.force != force:
                message = f"{quoted(target)} is a finding on {found_in.force}."
                yield Fault("R07", at, message, "Name one on the same force.")
                continue
            finding = next(one for one in found_in.findings if one.id == target)
            published = grade_published(found_in, finding)
            if said.date and is_certainly_before(said.date, published):
                message = (
                    f"{quoted(target)} was published {published.words}, after this statement, "
                    f"{said.date.words}."
                )
                yield Fault("R07", at, message, "Name a finding that was public by then.")


def promises_are_kept_by_later_inspections(contents: Contents) -> Iterator[Fault]:
    """R08: what kept a promise to come back is a later inspection of the same force."""
    for path, response in _responses(contents):
        promised_on = _inspection_at(contents, path)
        for n, promise in enumerate(response.commitments):
            at = (*path, "commitments", n, "kept_by")
            if promise.kept_by is None:
                continue
            if promise.kind is not CommitmentKind.REVISIT:
                message = "An inspection keeps only a promise to come back."
                yield Fault("R08", at, message, "Add `kind: revisit`, or take this away.")
            yield from _kept_too_early(contents, at, promise, response, promised_on)


def _kept_too_early(
    contents: Contents,
    at: Path,
    promise: Commitment,
    response: Response,
    promised_on: Inspection | None,
) -> Iterator[Fault]:
    kept_by = contents.record.inspection.get(promise.kept_by or "")
    if kept_by is None:
        return
    force = response.force if isinstance(response, NationalResponse) else None
    date = response.date
    if promised_on:
        force, date = promised_on.force, date or promised_on.published
    if kept_by.force != force:
        message = f"{quoted(kept_by.id)} is an inspection of {kept_by.force}."
        yield Fault("R08", at, message, "Name one of the same force.")
    elif kept_by is promised_on or (date and is_certainly_before(kept_by.published, date)):
        message = f"{quoted(kept_by.id)} was published before or with the promise."
        yield Fault("R08", at, message, "Name a later inspection.")


def replies_are_the_governing_bodys(contents: Contents) -> Iterator[Fault]:
    """R09: only the governing body's answer is a published response or a statement of its own."""
    for path, response in _responses(contents):
        if response.reply and response.voice is not Voice.GOVERNING_BODY:
            message = f"The voice of this answer is {quoted(response.voice)}."
            mend = "Take `reply` away: it is for answers of the governing body."
            yield Fault("R09", (*path, "reply"), message, mend)


def _statements(contents: Contents) -> Iterator[tuple[Path, Statement]]:
    for path, part in contents.parts:
        if isinstance(part, Statement):
            yield path, part


def _outcomes(contents: Contents) -> Iterator[tuple[Path, Outcome]]:
    for path, part in contents.parts:
        if isinstance(part, Outcome):
            yield path, part


def _sayings(contents: Contents) -> Iterator[tuple[Path, Statement | Outcome]]:
    yield from _statements(contents)
    yield from _outcomes(contents)


def _responses(contents: Contents) -> Iterator[tuple[Path, Response]]:
    for path, part in contents.parts:
        if isinstance(part, Response):
            yield path, part


def _inspection_at(contents: Contents, path: Path) -> Inspection | None:
    is_of_one = path[0] == "inspections"
    return contents.record.inspections[int(path[1])] if is_of_one else None
