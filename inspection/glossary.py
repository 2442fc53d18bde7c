"""The glossary: words that a reader of inspections meets, in four groups, in plain sentences."""

from __future__ import annotations

from dataclasses import dataclass

from inspection.glossary_record import POLICE, RECORD
from inspection.glossary_reports import GRADES, INSPECTORATE
from inspection.glossary_term import Term
from inspection.near import near


@dataclass(frozen=True, slots=True)
class Group:
    """Words that belong together, under a heading of their own."""

    id: str
    name: str
    terms: tuple[Term, ...]


GROUPS = (
    Group("of-inspectorates", "The inspectorate and its reports", INSPECTORATE),
    Group("of-grades", "Grades, and what reports ask for", GRADES),
    Group("of-police", "Police and child protection", POLICE),
    Group("of-the-record", "How this record counts", RECORD),
)
"""The groups in the order of the page; in each, what explains other words comes first."""
TERMS = {term.id: term for group in GROUPS for term in group.terms}
"""Every word by its id."""


def near_terms(asked: str) -> tuple[Term, ...]:
    """Words whose id or name is like what was asked for, at most three, the nearest first."""
    names = {name: term for term in TERMS.values() for name in (term.id, term.term, *term.also)}
    found = near(asked, {name: "" for name in names}, count=9)
    return tuple(dict.fromkeys(names[name] for name in found))[:3]
