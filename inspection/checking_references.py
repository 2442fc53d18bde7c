"""Rules on ids: each is used once, each that is named exists, nothing stands there unused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from inspection.contents import Contents
from inspection.fault_slips import id_of_name, is_a_name
from inspection.model import (
    Commitment,
    Fact,
    Finding,
    Grade,
    GradeWord,
    NarrativeJudgement,
    NationalResponse,
    Recommendation,
    Record,
    Report,
    Response,
    Statement,
    UnseenRecommendations,
)
from inspection.problems import Fault, Path, choice_hint, quoted

# These share one set of ids: each can be linked to and corrected by its id alone.
_LINKED = (
    Finding,
    Recommendation,
    UnseenRecommendations,
    Statement,
    Response,
    NationalResponse,
    Commitment,
    NarrativeJudgement,
)


# A rule that tells themes apart puts nothing under them.
_RULES = ("themes", "hard_pairs", "disputed_tags")


class _Kind(NamedTuple):
    code: str
    message: str
    held_in: str


_KINDS = {
    "source": _Kind("X02", "is not in the list of sources.", "sources"),
    "theme": _Kind("X03", "is not a theme of the vocabulary.", "themes"),
    "force": _Kind("X04", "is not a force of this record.", "forces"),
    "programme": _Kind("X05", "is not a programme of the vocabulary.", "programmes"),
    "cycle": _Kind("X05", "is not a cycle of the vocabulary.", "programmes"),
    "scale": _Kind("X05", "is not a scale of the vocabulary.", "scales"),
    "question": _Kind("X06", "is not a question of the vocabulary.", "questions"),
    "inspection": _Kind("X07", "is not an inspection in this record.", "inspections"),
    "finding": _Kind("X09", "is not a finding in this record.", "inspections"),
    "indicator": _Kind("X13", "is not an indicator of the vocabulary.", "indicators"),
}


def ids_are_unique(contents: Contents) -> Iterator[Fault]:
    """X01: an id stands for one thing of its kind, and for one linked fact of any kind."""
    first: dict[tuple[object, str], Path] = {}
    for path, fact in contents.parts:
        own = fact.__dict__.get("id")
        if own is None or isinstance(fact, GradeWord):
            continue
        there = first.setdefault((_space(path, fact), own), path)
        if there != path:
            message = f"{quoted(own)} is already in use."
            yield Fault("X01", (*path, "id"), message, _mend_of_id(fact, own), (*there, "id"))


def _mend_of_id(fact: Fact, own: str) -> str:
    """Another id; where this one was made by us, one has to be written."""
    if isinstance(fact, Statement) and own.endswith(f"-{fact.date}-{fact.voice}"):
        return f"Write an `id` of its own, such as {own}-2."
    return "Choose another."


def _space(path: Path, fact: Fact) -> object:
    if isinstance(fact, Report):
        return path[:2]
    return "linked" if isinstance(fact, _LINKED) else type(fact)


def ids_are_found(contents: Contents) -> Iterator[Fault]:
    """X02 to X07, X09 and X13: every id that is written to name something names something."""
    known = {kind: _ids(contents, kind) for kind in _KINDS}
    lost = contents.lost
    unknown = [
        named
        for named in contents.references
        if named.id not in known[named.kind]
        and named.id not in lost.words
        and _KINDS[named.kind].held_in not in lost.unsure
    ]
    cited = Counter(named.id for named in unknown if named.kind == "source")
    told: set[str] = set()
    for path, kind, wanted, own in unknown:
        code, message, _ = _KINDS[kind]
        if kind == "source" and cited[wanted] > 1:
            if wanted not in told:
                yield _source_that_is_gone(path, wanted, cited[wanted])
            told.add(wanted)
            continue
        if id := id_of_name(contents.record, kind, wanted):
            yield Fault(code, path, is_a_name(wanted, id))
            continue
        choices = [other for other in _fitting(contents, path, kind, known) if other != own]
        hint = choice_hint(wanted, choices, are_all=not lost.words)
        hint = hint or f"Correct it, or add it to the {kind}s."
        yield Fault(code, path, f"{quoted(wanted)} {message}", hint)


def _source_that_is_gone(path: Path, wanted: str, count: int) -> Fault:
    """One fault for all places that cite a source: it was taken out, or its id was changed."""
    message = f"The source {quoted(wanted)} is cited {count} times and described nowhere."
    return Fault("X02", path, message, "Put it back into sources.yaml, or correct the id.")


def _fitting(
    contents: Contents, path: Path, kind: str, known: dict[str, dict[str, None]]
) -> Iterable[str]:
    """The ids that could have been meant: in an inspection, those of its force and its cycle.

    Why not all: the nearest of all might be refused in its turn, as one of another force.
    """
    record = contents.record
    if path[0] != "inspections":
        return known[kind]
    inspection = record.inspections[int(path[1])]
    own = record.inspections_of[inspection.force]
    if kind == "inspection":
        return [other.id for other in own]
    if kind == "finding":
        return [finding.id for other in own for finding in other.findings]
    if kind == "cycle" and inspection.programme in record.programme:
        return [cycle.id for cycle in record.programme[inspection.programme].cycles]
    if kind == "question" and inspection.cycle in record.cycle:
        return questions_of(record, inspection.cycle)
    return known[kind]


def questions_of(record: Record, cycle: str) -> list[str]:
    """The ids of the questions that belong to a cycle."""
    return [question.id for question in record.questions if cycle in question.cycles]


def _ids(contents: Contents, kind: str) -> dict[str, None]:
    if kind == "finding":
        return dict.fromkeys(contents.inspection_of_finding)
    return dict.fromkeys(getattr(contents.record, kind))


def reports_are_the_inspections_own(contents: Contents) -> Iterator[Fault]:
    """X08: the report that a part of an inspection stands in or answers is one of its own."""
    for path, inspection in contents.inspections:
        known = tuple(report.id for report in inspection.reports)
        parts: tuple[tuple[str, tuple[Grade | Finding | Recommendation | Response, ...]], ...] = (
            ("grades", inspection.grades),
            ("findings", inspection.findings),
            ("recommendations", inspection.recommendations),
            ("responses", inspection.responses),
        )
        for name, items in parts:
            for n, item in enumerate(items):
                if item.report is not None and item.report not in known:
                    message = f"{quoted(item.report)} is not a report of this inspection."
                    hint = choice_hint(item.report, known)
                    yield Fault("X08", (*path, name, n, "report"), message, hint)
    for n, response in enumerate(contents.record.national_responses):
        if response.report is not None:
            message = "A report on all forces is not one of an inspection's reports."
            at = ("national_responses", n, "report")
            yield Fault("X08", at, message, "Take it away; `about` says which it is.")


def sources_are_used(contents: Contents) -> Iterator[Fault]:
    """X11: every source is one for something."""
    used = _named(contents, "source")
    for n, source in enumerate(contents.record.sources):
        if source.id not in used:
            hint = "Name it where it was used, or take it away."
            yield Fault("X11", ("sources", n, "id"), f"{quoted(source.id)} is used nowhere.", hint)


def themes_are_used(contents: Contents) -> Iterator[Fault]:
    """X12: every theme is one of something."""
    used = _named(contents, "theme")
    for n, theme in enumerate(contents.record.themes):
        if theme.id not in used:
            message = f"{quoted(theme.id)} is used nowhere."
            yield Fault(
                "X12", ("themes", n, "id"), message, "Take it away unless it is still wanted."
            )


def _named(contents: Contents, kind: str) -> set[str]:
    named = (item for item in contents.references if item.path[0] not in _RULES)
    return {item.id for item in named if item.kind == kind} | contents.lost.words
