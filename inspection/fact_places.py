"""Where every fact of the record is told: found by its id alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from inspection.addresses import Place
from inspection.model import (
    Commitment,
    Fact,
    Finding,
    Inspection,
    NarrativeJudgement,
    Recommendation,
    Record,
    Response,
    Statement,
    UnseenRecommendations,
)
from inspection.once import once_per_record
from inspection.side_by_side import outside

NAMES: dict[type[Fact], str] = {
    Inspection: "Inspection",
    Finding: "Finding",
    NarrativeJudgement: "Judgement in words",
    UnseenRecommendations: "Recommendations not in the record",
    Statement: "Statement",
    Response: "Answer",
    Commitment: "Promise",
}


@dataclass(frozen=True, slots=True)
class ToldFact:
    """A fact with the place where it is told in full.

    `name` says what it is, `title` what it is a part of or about. `force` and `inspection` are None
    where it is of no one force or inspection.
    """

    fact: Fact
    place: Place
    name: str
    title: str
    force: str | None = None
    inspection: Inspection | None = None

    @property
    def words(self) -> str:
        """What it is and of what: `Finding in PEEL 2021/22`, `Theme: Missing children`."""
        is_part = self.inspection is not None and self.fact is not self.inspection
        return f"{self.name} in {self.title}" if is_part else f"{self.name}: {self.title}"


@once_per_record
def told_facts(record: Record) -> dict[str, ToldFact]:
    """Every fact of the record that has an id, by its id.

    Where the id of an inspection or of a fact in it is that of something else as well, the first
    is meant.
    """
    found: dict[str, ToldFact] = {}
    for part in (_inspections, _context, _vocabulary, _others):
        for id, told in part(record):
            found.setdefault(id, told)
    return found


def _inspections(record: Record) -> Iterator[tuple[str, ToldFact]]:
    for item in record.inspections:
        for id, at, fact in _parts(item):
            place = Place("inspection", item.id, at)
            yield id, ToldFact(fact, place, _name(fact), item.title, item.force, item)


def _parts(item: Inspection) -> Iterator[tuple[str, str, Fact]]:
    """An inspection and the facts in it: the id of each, the id at which its page tells it."""
    yield item.id, "", item
    yield from ((finding.id, finding.id, finding) for finding in item.findings)
    yield from ((judged.id, judged.id, judged) for judged in item.narrative_judgements)
    for asked in item.recommendations:
        yield asked.id, asked.id, asked
        # The page shows what was said on a request beside the request itself.
        yield from ((said.id, asked.id, said) for said in asked.statements)
    yield from ((unseen.id, unseen.id, unseen) for unseen in item.unseen_recommendations)
    yield from ((said.id, said.id, said) for said in item.statements)
    for answer in item.responses:
        yield answer.id, answer.id, answer
        yield from ((promise.id, promise.id, promise) for promise in answer.commitments)


def _name(fact: Fact) -> str:
    return fact.kind.label if isinstance(fact, Recommendation) else NAMES[type(fact)]


def _context(record: Record) -> Iterator[tuple[str, ToldFact]]:
    for answer in record.national_responses:
        place = Place("data", at=answer.id)
        name = "Answer to a national report"
        yield answer.id, ToldFact(answer, place, name, answer.about, answer.force)
        for promise in answer.commitments:
            yield promise.id, ToldFact(promise, place, "Promise", answer.about, answer.force)
    for event in record.context_events:
        force = event.forces[0] if len(event.forces) == 1 else None
        place = Place("history", event.forces[0], event.id, (("context", "yes"),))
        yield event.id, ToldFact(event, place, "Event", event.title, force)
    for conflict in record.conflicts:
        place, name = Place("data", at=conflict.id), "Conflict between sources"
        yield conflict.id, ToldFact(conflict, place, name, conflict.topic, conflict.force)
    for gap in record.gaps:
        force = gap.forces[0] if len(gap.forces) == 1 else None
        place = Place("data", at=gap.id)
        yield gap.id, ToldFact(gap, place, "Not in the record", gap.what, force)


def _vocabulary(record: Record) -> Iterator[tuple[str, ToldFact]]:
    for force in record.forces:
        place = Place("overview", force.id)
        yield force.id, ToldFact(force, place, "Force", force.name, force.id)
        for body in force.governing_bodies:
            yield body.id, ToldFact(body, place, "Governing body", body.name, force.id)
    for theme in record.themes:
        yield theme.id, ToldFact(theme, Place("recurring", theme.id), "Theme", theme.name)
    for programme in record.programmes:
        yield programme.id, ToldFact(programme, Place("method"), "Programme", programme.name)
        for cycle in programme.cycles:
            title = f"{programme.name}, {cycle.name}"
            yield cycle.id, ToldFact(cycle, Place("method", at=cycle.id), "Cycle", title)
    for scale in record.scales:
        yield scale.id, ToldFact(scale, Place("method"), "Scale", scale.name)
    for question in record.questions:
        yield question.id, ToldFact(question, Place("grades"), "Question", question.name)
    for indicator in record.indicators:
        place = Place("recurring", indicator.theme)
        yield indicator.id, ToldFact(indicator, place, "Indicator", indicator.name)


def _others(record: Record) -> Iterator[tuple[str, ToldFact]]:
    for source in record.sources:
        yield source.id, ToldFact(source, Place("sources", at=source.id), "Source", source.title)
    for count in record.national_distributions:
        title = record.question[count.question].name
        yield count.id, ToldFact(count, Place("grades"), "Grades of all forces", title)
    for other in outside(record):
        name = "Inspection of another force"
        yield other.id, ToldFact(other, Place("grades"), name, other.force_name)
    for mended in record.corrections:
        place = Place("corrections", at=mended.id)
        yield mended.id, ToldFact(mended, place, "Correction", mended.now)
