"""What is written for something new: what is known, what must be filled in, and what may be added.

A line that begins with `## ` explains; one that begins with `# ` is a field or a part that counts once
the `# ` is taken away. Whatever has no value the check names, with its line.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from inspection.checking_follow_ups import FOLLOW_UPS
from inspection.desk.skeleton_lines import (
    HOW_TO,
    comment,
    entry,
    explained,
    in_form,
    indented,
    may,
    must,
    off,
)
from inspection.facts import Fact
from inspection.model import (
    Correction,
    Finding,
    Force,
    GoverningBody,
    Inspection,
    Measure,
    Period,
    Recommendation,
    Response,
    Source,
    Statement,
    TimeLimit,
)
from inspection.vocabulary import EmptyKind

_LOOKED = "looked_at, may_have_looked_at, "
_RARE = (
    f"reports, {_LOOKED}narrative_judgements, shared_grades, published_counts, "
    "case_audit, unseen_recommendations, statements"
)


def source(known: Mapping[str, str]) -> list[str]:
    """The lines of a source in the list of sources."""
    rest = may(Source, "published", "url", "note", known=known)
    return in_form(("sources",), entry(must(Source, "id", "title", "publisher", known=known), rest))


def force(known: Mapping[str, str], body: Mapping[str, str]) -> list[str]:
    """The lines of a force with its governing body, which may be left to be filled in."""
    fields = must(Force, "id", "name", "short_name", known=known)
    if body["kind"]:
        held = [
            "governing_bodies:",
            *entry(
                must(GoverningBody, "id", "name", "kind", known=body),
                may(GoverningBody, "since", "until", "note", known=body),
                off(explained(GoverningBody, "sources"), ["sources:"]),
            ),
        ]
    else:
        empty = [f"{name}:" for name in ("id", "name", "kind", "since", "until", "sources")]
        offices = ["governing_bodies:", *entry(empty)]
        held = off(explained(Force, "governing_bodies"), offices)
    return in_form(("forces",), [*HOW_TO, *entry(fields, held)])


def inspection(
    known: Mapping[str, str],
    questions: Sequence[str],
    grades: Sequence[str],
    themes: Sequence[str],
    perhaps: Sequence[str],
    earlier: Sequence[str],
) -> list[str]:
    """The lines of an inspection.

    `questions` are those of its cycle and `grades` the words of its scale, by id; `themes` what the
    cycle looks at and `perhaps` what it looks at or may look at; `earlier` the ids of older
    inspections of the force in the same programme.
    """
    id, rests_on = known["id"], known["source"]
    goes_back = known["kind"] in FOLLOW_UPS
    rare = _RARE.replace(_LOOKED, "") if goes_back else _RARE
    sources = [f"sources: [{rests_on}]"]
    head = ("id", "force", "title", "programme", "cycle", "kind", "inspectorate")
    return in_form(
        ("inspections",),
        [
            *HOW_TO,
            *entry(
                must(Inspection, *head, known=known),
                may(Inspection, "inspector", known=known),
                off(explained(Inspection, "fieldwork"), ["fieldwork:", *_period()]),
                must(Inspection, "published", known=known),
                may(Inspection, "web_date", known=known),
                _chain(earlier, goes_back),
                _looked_at(perhaps) if goes_back else [],
                must(Inspection, "judgement", known=known),
                may(Inspection, "direction", known=known),
                _grades(known["cycle"], questions, grades, sources),
                _finding(f"{id}-f01", themes, sources),
                _recommendation(f"{id}-r01", themes, sources),
                _response(f"{id}-response-1", sources),
                off(explained(Inspection, "limits"), ["limits:", "-"]),
                may(Inspection, "note", known=known),
                comment(f"Rarer fields, explained in data/README.md: {rare}."),
                sources,
            ),
        ],
    )


def statement(known: Mapping[str, str]) -> list[str]:
    """The lines of a statement on a recommendation; `known` names the fields that it is to have."""
    order = [name for name in Statement.model_fields if name in known and name != "sources"]
    held_in = ("inspections", "recommendations", "statements")
    lines = must(Statement, *order, known=known)
    return in_form(held_in, entry(lines, [f"sources: [{known['sources']}]"]))


def correction(known: Mapping[str, str]) -> list[str]:
    """The lines of a correction."""
    taken_out = [name for name in ("removed", "stood_in") if name in known]
    fields = ("id", "date", "fact", *taken_out, "was", "now", "since")
    source = (
        [f"sources: [{known['source']}]"]
        if "source" in known
        else [
            *explained(Correction, "sources"),
            *comment("If it can be read nowhere: `unsourced:` with the reason, in place of it."),
            "sources:",
        ]
    )
    return in_form(
        ("corrections",),
        [
            *HOW_TO,
            *entry(
                must(Correction, *fields, known=known),
                may(Correction, "first_in", known=known),
                must(Correction, "mended_in", "asked_by", known=known),
                may(Correction, "note", known=known),
                source,
            ),
        ],
    )


def _period() -> list[str]:
    return indented([*must(Period, "start", "end", known={})])


def _chain(earlier: Sequence[str], goes_back: bool) -> list[str]:
    """What an inspection follows: to be filled in where its kind goes back to an earlier one."""
    those = f"Earlier ones under this programme: {', '.join(earlier[-6:])}." if earlier else ""
    if goes_back:
        absent = "Where the record does not hold that inspection, take this line away."
        told = comment(f"{those} {absent}")
        follows = [*explained(Inspection, "follows"), *told, "follows:"]
    elif earlier:
        told = [*explained(Inspection, "follows"), *comment(those)]
        follows = off(told, [f"follows: {earlier[-1]}"])
    else:
        return []
    other = earlier[-1] if earlier else ""
    continues = off(explained(Inspection, "continues"), [f"continues: {other}".rstrip()])
    return [*follows, *continues]


def no_scale(cycle: str) -> str:
    """That grades of a cycle cannot be written down yet, and what has to be added before."""
    return (
        f"The vocabulary names no scale for {cycle}. If the report grades, add `scale` to the cycle "
        "and the cycle to its questions there first (CONTRIBUTING.md, “A new round”)."
    )


def _looked_at(perhaps: Sequence[str]) -> list[str]:
    """What a return to an earlier inspection looked at: nothing known of it, until the report says."""
    told = (
        "It need not have looked at all that its cycle looks at. Move into `looked_at` what the "
        "report says that it looked at, and take away what it says that it left out."
    )
    listed = f"may_have_looked_at: [{', '.join(perhaps)}]"
    return [*comment(told), "looked_at: []", listed]


def _grades(
    cycle: str, questions: Sequence[str], grades: Sequence[str], sources: list[str]
) -> list[str]:
    if not grades:
        return comment(no_scale(cycle))
    if not questions:
        told = f"The vocabulary names no question for {cycle}."
        return comment(f"{told} If the report grades, add the cycle to its questions there first.")
    empties = "; ".join(f"{word.value} ({word.meaning.rstrip('.')})" for word in EmptyKind)
    words = comment(
        f"One entry for each question of the cycle. Write as `value` one of: {', '.join(grades)}. "
        f"Where there is no grade, write `empty` in place of `value`, with one of: {empties}."
    )
    lines = ["grades:"]
    for question in questions:
        lines += entry([f"question: {question}", "value:"], sources)
    return off([*explained(Inspection, "grades"), *words], lines)


def _finding(id: str, themes: Sequence[str], sources: list[str]) -> list[str]:
    number = must(Measure, "numerator", "denominator", "unit", known={})
    lines = entry(
        [f"id: {id}", *_theme(Finding, themes), *must(Finding, "kind", "summary", known={})],
        [*explained(Finding, "measure"), "measure:", *indented(number)],
        must(Finding, "place", known={}),
        sources,
    )
    return off(explained(Inspection, "findings"), ["findings:", *lines])


def _recommendation(id: str, themes: Sequence[str], sources: list[str]) -> list[str]:
    limit = [*explained(Recommendation, "time_limit"), "time_limit:"]
    lines = entry(
        [f"id: {id}", *must(Recommendation, "kind", known={}), *_theme(Recommendation, themes)],
        must(Recommendation, "summary", known={}),
        [*limit, *indented(must(TimeLimit, "words", "by", known={}))],
        must(Recommendation, "place", known={}),
        sources,
    )
    return off(explained(Inspection, "recommendations"), ["recommendations:", *lines])


def _response(id: str, sources: list[str]) -> list[str]:
    fields = ("voice", "role", "organisation", "date", "summary")
    lines = entry([f"id: {id}", *must(Response, *fields, known={})], sources)
    return off(explained(Inspection, "responses"), ["responses:", *lines])


def _theme(part: type[Fact], themes: Sequence[str]) -> list[str]:
    looked_at = comment(f"This cycle looks at: {', '.join(themes)}.") if themes else []
    return [*explained(part, "theme"), *looked_at, "theme:"]
