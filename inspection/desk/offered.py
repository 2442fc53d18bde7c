"""The ids that an editor is offered, each with the words that tell what it is of."""

from __future__ import annotations

from inspection.model import Record, Source

LAGGING = ("source", "inspection", "finding")
"""What is added to all the time: a schema that does not offer the newest of these is none the worse."""
OPEN = (*LAGGING, "force")
"""Kinds of which a new one may be named before a schema knows it, as in a folder of another force."""


def ids_of(record: Record) -> dict[str, dict[str, str]]:
    """The ids of each kind that one part of a record writes to name another, with their words."""
    return {
        "force": {force.id: force.name for force in record.forces},
        "programme": {item.id: item.name for item in record.programmes},
        "cycle": {
            cycle.id: f"{programme.short_name}: {cycle.name}"
            for programme in record.programmes
            for cycle in programme.cycles
        },
        "scale": {scale.id: scale.name for scale in record.scales},
        "grade": _grades(record),
        "question": {
            question.id: f"{question.name} ({', '.join(question.cycles)})"
            for question in record.questions
        },
        "theme": {theme.id: f"{theme.name}. {theme.about}" for theme in record.themes},
        "indicator": {item.id: f"{item.name}, in {item.unit}" for item in record.indicators},
        "inspection": {
            item.id: f"{item.title}, {item.published.words}" for item in record.inspections
        },
        "finding": {
            finding.id: finding.summary for item in record.inspections for finding in item.findings
        },
        "source": {source.id: _source_words(source) for source in record.sources},
    }


def _grades(record: Record) -> dict[str, str]:
    """Every grade of any scale, with the scales it is on."""
    scales: dict[str, list[str]] = {}
    for scale in record.scales:
        for word in scale.grades:
            scales.setdefault(word.id, []).append(scale.name)
    return {grade: f"On: {'; '.join(names)}" for grade, names in scales.items()}


def _source_words(source: Source) -> str:
    date = f", {source.published.words}" if source.published else ""
    return f"{source.title}. {source.publisher}{date}"
