"""Rules on inspections: their dates, their chains, and what was said about them since.

Dates may be known only to the month or the year. A date is called wrong only if it is wrong
whichever day it stands for.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from inspection.contents import Contents
from inspection.dates import PartialDate
from inspection.knowing import first_published
from inspection.model import ContextEvent, Inspection, Outcome, Response, Statement
from inspection.problems import Fault, Path, quoted

_MEND_DATE = "Correct one of the dates."
_MEND_RELEASE = "Correct it, or set `released_on` to the day you publish."


def is_certainly_before(first: PartialDate, second: PartialDate) -> bool:
    """Whether every day that `first` can stand for is before every day of `second`."""
    return first.latest < second.earliest


def is_certainly_not_before(first: PartialDate, second: PartialDate) -> bool:
    """Whether no day that `first` can stand for is before any day of `second`."""
    return first.earliest >= second.latest


def is_not_earlier(one: Inspection, other: Inspection) -> bool:
    """Whether one inspection certainly did not come before another: by fieldwork if known."""
    first, second = one.fieldwork.start, other.fieldwork.start
    if first is None or second is None:
        first, second = one.published, other.published
    return is_certainly_not_before(first, second)


def _before(code: str, path: Path, early: PartialDate, late: PartialDate, late_is: str) -> Fault:
    message = f"{early.words} is before {late_is}, {late.words}."
    return Fault(code, path, message, _MEND_DATE)


def ids_begin_with_the_force(contents: Contents) -> Iterator[Fault]:
    """I01: the id of an inspection begins with the id of its force, unless that is unknown."""
    for path, inspection in contents.inspections:
        if inspection.force not in contents.record.force:
            continue
        if not inspection.id.startswith(f"{inspection.force}-"):
            message = f"{quoted(inspection.id)} does not begin with its force."
            yield Fault("I01", (*path, "id"), message, f"Begin with {inspection.force}-.")


def cycles_belong_to_the_programme(contents: Contents) -> Iterator[Fault]:
    """I02: the cycle of an inspection is one of its programme."""
    for path, inspection in contents.inspections:
        programme = contents.record.programme.get(inspection.programme)
        cycle = contents.record.cycle.get(inspection.cycle)
        if programme and cycle and cycle not in programme.cycles:
            message = f"{quoted(cycle.id)} is not a cycle of {quoted(programme.id)}."
            known = ", ".join(own.id for own in programme.cycles)
            yield Fault("I02", (*path, "cycle"), message, f"Its cycles are: {known}.")


def fieldwork_is_before_publication(contents: Contents) -> Iterator[Fault]:
    """I03: fieldwork begins, then ends, then the report is published."""
    for path, inspection in contents.inspections:
        start, end = inspection.fieldwork.start, inspection.fieldwork.end
        if start and end and is_certainly_before(end, start):
            at = (*path, "fieldwork", "end")
            yield _before("I03", at, end, start, "the beginning of fieldwork")
        if start:
            dates = [((*path, "published"), inspection.published)]
            for n, report in enumerate(inspection.reports):
                dates.append(((*path, "reports", n, "published"), report.published))
            for at, date in dates:
                if is_certainly_before(date, start):
                    yield _before("I03", at, date, start, "the beginning of fieldwork")
        if end and is_certainly_before(inspection.published, end):
            at = (*path, "published")
            yield _before("I03", at, inspection.published, end, "the end of fieldwork")


def publication_is_that_of_a_report(contents: Contents) -> Iterator[Fault]:
    """I04: of several reports, one came out on the day given as publication.

    Why not the last of them: a section can be added to a report a year after it came out.
    """
    for path, inspection in contents.inspections:
        given, reports = inspection.published, inspection.reports
        if reports and all(
            is_certainly_before(report.published, given)
            or is_certainly_before(given, report.published)
            for report in reports
        ):
            message = f"No report of this inspection came out on {given.words}."
            yield Fault("I04", (*path, "published"), message, _MEND_DATE)


def web_copies_are_not_older(contents: Contents) -> Iterator[Fault]:
    """I05: the date stamped on the web copy is not before first publication."""
    for path, inspection in contents.inspections:
        stamped, first = inspection.web_date, first_published(inspection)
        if stamped and is_certainly_before(stamped, first):
            yield _before("I05", (*path, "web_date"), stamped, first, "first publication")


def _links(inspection: Inspection) -> Iterator[tuple[str, str]]:
    for name in ("follows", "continues"):
        target = getattr(inspection, name)
        if target:
            yield name, target


def earlier_inspections_are_earlier(contents: Contents) -> Iterator[Fault]:
    """I06 and I07: what an inspection follows or continues is of its force, and earlier."""
    for path, inspection in contents.inspections:
        for name, target in _links(inspection):
            earlier = contents.record.inspection.get(target)
            if earlier is None:
                continue
            if earlier.force != inspection.force:
                message = f"{quoted(target)} is an inspection of {earlier.force}."
                yield Fault("I06", (*path, name), message, "Name one of the same force.")
            if is_not_earlier(earlier, inspection):
                message = f"{quoted(target)} is not an earlier inspection."
                yield Fault("I07", (*path, name), message, "Name an earlier inspection.")


def chains_have_an_end(contents: Contents) -> Iterator[Fault]:
    """I08: going from inspection to inspection never leads back to the first."""
    links = {
        inspection.id: {target for _, target in _links(inspection)}
        for _, inspection in contents.inspections
    }
    paths = {inspection.id: path for path, inspection in contents.inspections}
    while True:
        try:
            TopologicalSorter(links).prepare()
        except CycleError as error:
            circle = [str(one) for one in error.args[1] if str(one) in paths]
            start = min(circle, key=list(paths).index)
            links[start] = set()
            others = ", ".join(sorted(set(circle) - {start})) or "itself"
            message = f"This inspection leads back to itself, by way of {others}."
            yield Fault("I08", paths[start], message, "Take one of the links away.")
        else:
            return


def nothing_is_later_than_the_release(contents: Contents) -> Iterator[Fault]:
    """I09: the record cannot know what happened after it was released."""
    released_on = contents.released_on
    if released_on is None:
        return
    for path, part in contents.parts:
        if isinstance(part, ContextEvent):  # may be announced before it happens
            continue
        for name in ("published", "web_date", "start", "end", "date", "last_looked_on"):
            date = part.__dict__.get(name)  # asked of every part: far quicker than getattr
            day = date.earliest if isinstance(date, PartialDate) else date
            if isinstance(day, dt.date) and day > released_on:
                message = f"{quoted(str(date))} is after the day of this edition, {released_on}."
                yield Fault("I09", (*path, name), message, _MEND_RELEASE)


def answers_come_after_the_inspection(contents: Contents) -> Iterator[Fault]:
    """R01: nothing was said in answer to an inspection before it began."""
    for path, part in contents.parts:
        on = part.date if isinstance(part, (Response, Statement, Outcome)) else None
        start = _fieldwork_start(contents, path) if on else None
        if start and on and is_certainly_before(on, start):
            yield _before("R01", (*path, "date"), on, start, "the beginning of fieldwork")


def time_limits_end_after_the_inspection(contents: Contents) -> Iterator[Fault]:
    """R02: nothing was asked or promised for a day before the inspection began."""
    for path, part in contents.parts:
        limit = part.__dict__.get("time_limit")
        start = _fieldwork_start(contents, path) if limit else None
        if start and limit and limit.by and is_certainly_before(limit.by, start):
            at = (*path, "time_limit", "by")
            yield _before("R02", at, limit.by, start, "the beginning of fieldwork")


def _fieldwork_start(contents: Contents, path: Path) -> PartialDate | None:
    if path[0] != "inspections":
        return None
    return contents.record.inspections[int(path[1])].fieldwork.start


def outcomes_come_after_the_promise(contents: Contents) -> Iterator[Fault]:
    """R04: what became of a promise is not older than the promise."""
    for path, part in contents.parts:
        if not isinstance(part, Response) or part.date is None:
            continue
        for n, commitment in enumerate(part.commitments):
            for m, outcome in enumerate(commitment.outcomes):
                if outcome.date and is_certainly_before(outcome.date, part.date):
                    at = (*path, "commitments", n, "outcomes", m, "date")
                    yield _before("R04", at, outcome.date, part.date, "the promise")


def findings_follow_up_earlier_ones(contents: Contents) -> Iterator[Fault]:
    """R03: a finding returns to findings of earlier inspections of the same force."""
    for path, inspection in contents.inspections:
        for n, finding in enumerate(inspection.findings):
            for m, target in enumerate(finding.follows_up):
                earlier = contents.inspection_of_finding.get(target)
                if earlier is None:
                    continue
                at = (*path, "findings", n, "follows_up", m)
                if earlier.force != inspection.force:
                    message = f"{quoted(target)} is a finding on {earlier.force}."
                    yield Fault("R03", at, message, "Name one on the same force.")
                elif earlier.id == inspection.id or is_not_earlier(earlier, inspection):
                    message = f"{quoted(target)} is not of an earlier inspection."
                    yield Fault("R03", at, message, "Name a finding of an earlier inspection.")
