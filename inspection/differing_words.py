"""What an entry of the record is called and what it says, in a line: for telling what differs."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

from inspection import framework, model, parts
from inspection.dates import PartialDate, date_words
from inspection.differing_pairs import inner_lists
from inspection.measures import in_sentence, joined, measure_words, number_words, plural
from inspection.model import Fact, Inspection, Record
from inspection.problems import quoted
from inspection.vocabulary import Scope, Word

NOTHING = "nothing"
NAMES: dict[type[Fact], tuple[str, str]] = {
    framework.GradeWord: ("Grade of a scale", "grades"),
    framework.ThemeBoundary: ("Boundary of a theme", "boundaries of a theme"),
    framework.HardPair: ("Pair of themes", "pairs of themes"),
    parts.GradeRevision: ("Revision of a grade", "revisions of a grade"),
    parts.SharedGrades: ("Set of grades known only together", "sets of grades known only together"),
    parts.PublishedCounts: ("Published count of grades", "published counts of grades"),
    parts.NarrativeJudgement: ("Judgement in words", "judgements in words"),
    parts.UnseenRecommendations: (
        "Note of recommendations not in the record",
        "notes of recommendations not in the record",
    ),
    parts.Outcome: ("Outcome of a promise", "outcomes of a promise"),
    parts.Commitment: ("Promise", "promises"),
    parts.Response: ("Answer", "answers"),
    framework.GoverningBody: ("Governing body", "governing bodies"),
    model.NationalResponse: ("Answer to a national report", "answers to a national report"),
    model.ContextEvent: ("Event", "events"),
    model.Account: ("Account", "accounts"),
    model.Conflict: ("Conflict between sources", "conflicts between sources"),
    model.Gap: ("Known gap", "known gaps"),
    model.NationalDistribution: ("Count of all forces", "counts of all forces"),
    model.OtherForceInspection: ("Inspection of another force", "inspections of another force"),
    model.OtherForceGrade: ("Grade of another force", "grades of another force"),
}
"""What an entry is called, one and several; else the words of its class: `Hard pair`."""
TELLING = ("summary", "title", "name", "label", "words", "what", "topic", "rule", "note", "about")


def names_of_part(part: type[Fact]) -> tuple[str, str]:
    """What an entry of this sort is called, and several: `Known gap`, `known gaps`."""
    one = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", part.__name__).capitalize()
    return NAMES.get(part) or (one, f"{one.lower()}s")


def head_of(fact: Fact) -> str:
    """What this entry is called: of a request how strongly was asked, else its sort."""
    return (
        fact.kind.label if isinstance(fact, parts.Recommendation) else names_of_part(type(fact))[0]
    )


def counts_words(fact: Fact) -> str:
    """How much stands in an entry, without what is none: `5 grades, 3 findings`."""
    return ", ".join(
        plural(
            len(own), in_sentence(names_of_part(type(own[0]))[0]), names_of_part(type(own[0]))[1]
        )
        for _, own in inner_lists(fact)
    )


def inspection_words(record: Record, inspection: Inspection) -> str:
    """Programme and years of an inspection: `PEEL 2023-25`, `Child protection`."""
    programme = record.programme.get(inspection.programme)
    cycle = record.cycle.get(inspection.cycle)
    name = programme.short_name if programme else inspection.programme
    return f"{name} {cycle.name}" if cycle and cycle.name[:1].isdigit() else name


def grade_words(record: Record, cycle: str | None, grade: Any) -> str:
    """What a grade says: its word, or why there is none."""
    said = []
    if grade.value:
        said.append(label_of(record, cycle, grade.value))
    if grade.empty:
        said.append(in_sentence(grade.empty.label))
    return " and ".join(said) or NOTHING


def label_of(record: Record, cycle: str | None, value: str) -> str:
    """A grade in the inspectorate's word; its id where its scale is not known."""
    known = record.cycle.get(cycle or "")
    scale = record.scale.get(known.scale or "") if known else None
    words = scale.grades if scale else ()
    return next((in_sentence(word.label) for word in words if word.id == value), value)


def nameless(record: Record, fact: Fact) -> str:
    """What tells an entry without id from its neighbours: `Responding to the public`."""
    match fact:
        case parts.Grade():
            about = "" if fact.scope is Scope.FORCE else f" (about {in_sentence(fact.scope.label)})"
            return _question(record, fact.question) + about
        case model.OtherForceGrade():
            return _question(record, fact.question)
        case parts.SharedGrades():
            return joined(_question(record, question) for question in fact.questions)
        case parts.GradeRevision() | parts.PublishedCounts():
            return f"of {fact.date.words}"
        case parts.Outcome():
            return f"of {fact.date.words}" if fact.date else "without a date"
        case framework.GradeWord() | parts.Report():
            return fact.id
        case framework.HardPair():
            return joined(fact.themes)
        case framework.DisputedTag():
            return fact.fact
    return quoted(value_words(getattr(fact, next(iter(type(fact).model_fields)))))


def _question(record: Record, question: str) -> str:
    known = record.question.get(question)
    return known.name if known else question


def told(record: Record, fact: Fact, cycle: str | None) -> str:
    """What an entry says, in a line, with how much more stands in it."""
    teller = _TELLERS.get(type(fact))
    if isinstance(fact, parts.Grade | model.OtherForceGrade):
        words = grade_words(record, cycle, fact)
    elif isinstance(fact, parts.GradeRevision):
        words = f"{label_of(record, cycle, fact.value)}: {fact.reason}"
    else:
        words = teller(fact) if teller else _telling(fact)
    inside = counts_words(fact)
    if isinstance(fact, framework.Force):
        held = plural(len(record.inspections_of.get(fact.id, ())), "inspection")
        inside = ", ".join(filter(None, (held, inside)))
    return f"{words} ({inside})" if words and inside else words or inside


def _telling(fact: Fact) -> str:
    found = (getattr(fact, name, None) for name in TELLING if name in type(fact).model_fields)
    text = next((value for value in found if isinstance(value, str)), None)
    return text or fields_words(fact)


def fields_words(fact: Fact) -> str:
    """Every field that is filled, by its name: `numerator 3, denominator 6, unit records`."""
    filled = ((name, getattr(fact, name)) for name in type(fact).model_fields)
    return ", ".join(f"{name} {value_words(v)}" for name, v in filled if v not in (None, (), False))


def value_words(value: Any) -> str:
    """A value as a reader sees it: `20 August 2027`, `area for improvement`, `true`."""
    if value is None:
        return NOTHING
    if isinstance(value, Word):
        return in_sentence(value.label)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, PartialDate):
        return value.words
    if isinstance(value, dt.date):
        return date_words(value)
    if isinstance(value, int | float):
        return number_words(value)
    if isinstance(value, tuple):
        return ", ".join(value_words(item) for item in value) or "an empty list"
    if isinstance(value, dict):
        return ", ".join(f"{name} {value_words(inner)}" for name, inner in value.items())
    if isinstance(value, parts.Measure):
        return measure_words(value) or NOTHING
    return fields_words(value) if isinstance(value, Fact) else str(value)


def _said(said: parts.Statement | parts.Outcome) -> str:
    """`the force, 12 January 2026, says addressed: what it said`."""
    who = said.speaker if isinstance(said, parts.Statement) else parts.SPEAKERS.get(said.voice)
    if who != parts.SPEAKERS.get(said.voice):
        who = f"{who} ({said.voice.label.lower()})"
    on = said.date.words if said.date else "without a date"
    says = f", says {said.says.label.lower()}" if said.says else ""
    who = who or said.voice.label
    # The force, but Northamptonshire Police.
    who = in_sentence(who) if who.startswith("The ") else who
    return f"{who}, {on}{says}: {said.summary}"


def _answer(answer: parts.Response) -> str:
    on = answer.date.words if answer.date else "without a date"
    return f"{answer.role}, {answer.organisation}, {on}: {answer.summary}"


_TELLERS: dict[type[Fact], Callable[[Any], str]] = {
    Inspection: lambda looked: f"{quoted(looked.title)} {looked.judgement}",
    framework.Force: lambda _: "",
    parts.Finding: lambda found: f"{in_sentence(found.kind.label)}, {found.theme}: {found.summary}",
    parts.Recommendation: lambda asked: f"{asked.theme}: {asked.summary}",
    parts.NarrativeJudgement: lambda judged: f"{judged.about}: {judged.words}",
    parts.PublishedCounts: lambda printed: value_words(printed.counts),
    parts.SharedGrades: lambda shared: value_words(shared.counts),
    parts.Statement: _said,
    parts.Outcome: _said,
    parts.Response: _answer,
    model.NationalResponse: lambda answer: f"{answer.about}: {_answer(answer)}",
    model.ContextEvent: lambda event: f"{event.title}, {event.date.words}: {event.summary}",
    model.Account: lambda account: account.says,
    model.Source: lambda source: f"{source.title}, {source.publisher}",
    model.Correction: lambda mended: f"of {mended.fact}: before: {mended.was} Now: {mended.now}",
    model.NationalDistribution: lambda n: f"{n.question}, {n.cycle}: {value_words(n.counts)}",
    model.OtherForceInspection: lambda other: f"{other.force_name}, {other.cycle}",
    framework.DisputedTag: lambda tag: f"by the rulebook {tag.by_rule}",
    framework.HardPair: lambda pair: pair.rule,
    framework.ThemeBoundary: lambda boundary: f"belongs to {boundary.theme}",
    framework.GradeWord: lambda word: f"{word.label}: {word.meaning}",
}
