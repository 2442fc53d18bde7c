"""Small records made by hand: two invented forces, a tiny vocabulary, one source.

`record()` is sound as it stands. Every builder takes fields of the model by name, as they would
be written in a data file, and fills in the rest.
"""

from __future__ import annotations

from typing import Any

from inspection.model import (
    Commitment,
    Correction,
    Cycle,
    Finding,
    Force,
    Gap,
    Grade,
    Inspection,
    Programme,
    Question,
    Recommendation,
    Record,
    Release,
    Report,
    Response,
    Scale,
    Source,
    Statement,
    Theme,
)

SOURCES = ("the-report",)
FOUR_GRADES = ("outstanding", "good", "requires-improvement", "inadequate")
FIVE_GRADES = ("outstanding", "good", "adequate", "requires-improvement", "inadequate")
PROGRAMME_OF_CYCLE = {
    "cp-2014": "child-protection",
    "cp-2024": "child-protection",
    "peel-2016": "peel",
    "peel-2017": "peel",
    "peel-2022": "peel",
}


def record(*inspections: Inspection, **fields: Any) -> Record:
    """The vocabulary below with these inspections; any part of the record can be given instead."""
    parts: dict[str, Any] = {
        "release": release(),
        "forces": (
            Force(id="eastshire", name="Eastshire Police", short_name="Eastshire"),
            Force(id="westshire", name="Westshire Police", short_name="Westshire"),
        ),
        "scales": (scale("four-grades", *FOUR_GRADES), scale("five-grades", *FIVE_GRADES)),
        "programmes": programmes(),
        "questions": (
            question("responding", "cp-2024", theme="risk-recognition"),
            question("investigating", "peel-2016", "peel-2017", theme="investigating-crime"),
            question("preventing", "peel-2016", "peel-2017"),
            question("investigating-crime", "peel-2022", theme="investigating-crime"),
            question("managing-offenders", "peel-2022"),
            question("victim-service", "peel-2022"),
        ),
        "themes": (
            theme("missing-children", "child-protection"),
            theme("risk-recognition", "child-protection"),
            theme("investigating-crime", "all-policing"),
        ),
        "inspections": inspections,
        "sources": (source("the-report"),),
    }
    return Record(**(parts | fields))


def release(**fields: Any) -> Release:
    dates = {"released_on": "2025-12-01", "last_looked_on": "2025-11"}
    return Release.model_validate({"version": "1.0.0", **dates, **fields})


def programmes() -> tuple[Programme, ...]:
    """Child protection in an ungraded and a graded cycle; PEEL in two old cycles and a new one."""
    return (
        programme(
            "child-protection",
            cycle("cp-2014", looks_at=("missing-children",), may_look_at=("risk-recognition",)),
            cycle("cp-2024", scale="five-grades", looks_at=("missing-children",)),
        ),
        programme(
            "peel",
            cycle("peel-2016", scale="four-grades", comparable_with=("peel-2017",)),
            cycle("peel-2017", scale="four-grades", comparable_with=("peel-2016",)),
            cycle("peel-2022", scale="five-grades", looks_at=("investigating-crime",)),
        ),
    )


def programme(id: str, *cycles: Cycle, **fields: Any) -> Programme:
    family = "child-protection" if id == "child-protection" else "all-policing"
    names = {"name": f"Programme {id}", "short_name": id, "about": f"About {id}.", "family": family}
    return Programme.model_validate({"id": id, "cycles": cycles, **names, **fields})


def cycle(id: str, **fields: Any) -> Cycle:
    words = {"name": f"Cycle {id}", "method": "By looking.", "comparability": "As is said here."}
    basis = {"comparability_basis": "our-reading", "sources": SOURCES}
    return Cycle.model_validate({"id": id, **words, **basis, **fields})


def scale(id: str, *grades: str) -> Scale:
    words = [
        {"id": grade, "label": grade.replace("-", " ").capitalize(), "meaning": f"Is {grade}."}
        for grade in grades
    ]
    return Scale.model_validate({"id": id, "name": id, "grades": words, "sources": SOURCES})


def question(id: str, *cycles: str, **fields: Any) -> Question:
    name = id.replace("-", " ").capitalize()
    reason = {"crosswalk_reason": "The same words in each."} if len(cycles) > 1 else {}
    return Question.model_validate({"id": id, "name": name, "cycles": cycles, **reason, **fields})


def theme(id: str, family: str, **fields: Any) -> Theme:
    name = id.replace("-", " ").capitalize()
    words = {"name": name, "about": f"{name}.", "family": family}
    return Theme.model_validate({"id": id, **words, **fields})


def source(id: str, **fields: Any) -> Source:
    words = {"title": f"Title of {id}", "publisher": "The inspectorate"}
    return Source.model_validate({"id": id, **words, **fields})


def inspection(
    id: str = "eastshire-peel-2022", cycle: str = "peel-2022", **fields: Any
) -> Inspection:
    """An inspection published on 15 September 2022, of the force that its id begins with."""
    programme_id = PROGRAMME_OF_CYCLE.get(cycle, "peel")
    given = {
        "id": id,
        "force": id.split("-")[0],
        "title": f"Report {id}",
        "programme": programme_id,
        "cycle": cycle,
        "kind": "peel" if programme_id == "peel" else "inspection",
        "inspectorate": "HMICFRS",
        "published": "2022-09-15",
        "judgement": "A judgement in our words.",
        "sources": SOURCES,
    }
    return Inspection.model_validate(given | fields)


def grade(question: str = "investigating-crime", value: str | None = None, **fields: Any) -> Grade:
    return Grade.model_validate({"question": question, "value": value, "sources": SOURCES} | fields)


def report(id: str, published: str) -> Report:
    return Report.model_validate({"id": id, "title": f"Report {id}", "published": published})


def finding(id: str = "e-1", theme: str = "missing-children", **fields: Any) -> Finding:
    words = {"kind": "concern", "summary": f"What was found, {id}.", "sources": SOURCES}
    return Finding.model_validate({"id": id, "theme": theme, **words, **fields})


def recommendation(
    id: str = "e-r1", theme: str = "missing-children", **fields: Any
) -> Recommendation:
    words = {"kind": "recommendation", "summary": f"What was asked, {id}.", "sources": SOURCES}
    return Recommendation.model_validate({"id": id, "theme": theme, **words, **fields})


def statement(id: str = "e-s1", voice: str = "force", **fields: Any) -> Statement:
    words = {"speaker": "The speaker", "summary": f"What was said, {id}.", "sources": SOURCES}
    return Statement.model_validate({"id": id, "voice": voice, **words, **fields})


def response(id: str = "e-a1", voice: str = "force", **fields: Any) -> Response:
    words = {"role": "Chief Constable", "organisation": "Eastshire Police"}
    said = {"summary": f"What was answered, {id}.", "sources": SOURCES}
    return Response.model_validate({"id": id, "voice": voice, **words, **said, **fields})


def commitment(id: str = "e-a1-c1", **fields: Any) -> Commitment:
    words = {"summary": f"What was promised, {id}.", "sources": SOURCES}
    return Commitment.model_validate({"id": id, **words, **fields})


def correction(id: str = "correction-1", **fields: Any) -> Correction:
    """One of the finding `e-1`, mended on 1 November 2025 in the first edition that could."""
    words = {"was": "Seven.", "now": "Eight.", "asked_by": "a reader", "sources": SOURCES}
    days = {"date": "2025-11-01", "since": "2025-10-01", "mended_in": "1.0.0"}
    return Correction.model_validate({"id": id, "fact": "e-1", **words, **days, **fields})


def gap(id: str = "gap-1", **fields: Any) -> Gap:
    """A gap of one force of which nothing more is known."""
    given = {"forces": ("eastshire",), "what": f"What {id} lacks", "note": "No more is known."}
    return Gap.model_validate({"id": id, **given, **fields})
