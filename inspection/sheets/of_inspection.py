"""One inspection in full: dates, what came before and after, findings, requests, answers, limits."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from inspection.account import (
    finding_words,
    findings_by_theme,
    theme_changes,
)
from inspection.addresses import Place
from inspection.checking_follow_ups import FOLLOW_UPS
from inspection.document import Block, Bullets, Facts, Heading, Paragraph, Run, Words, words
from inspection.grade_cells import cell_of
from inspection.grading import grade_counts_words, shared_words
from inspection.measures import case_audit_words
from inspection.model import Conflict, Inspection, Record
from inspection.sheets.of_answers import recommendations, responses, said_words, statements
from inspection.sheets.pieces import (
    grade_words,
    inspection_cell,
    lines,
    place_words,
    source_links,
    table,
)
from inspection.timeline import TimelineRow, lineage, timeline, timeline_row, when_words

NAME_ENDS = re.compile(r"(?:: | [-–] )(?=\S)| (?=[A-Z]{2}|[A-Z][a-z]+ [A-Z])")
"""What stands between the name of a force and the rest of a title that is whole without it."""


def answer(record: Record, inspection: Inspection) -> str:
    """The inspection in a few sentences: whose, what, when, the judgement, how many of each grade."""
    row = timeline_row(record, inspection)
    grades = grade_counts_words(record, inspection)
    added = any(
        report.published.latest > inspection.published.latest for report in inspection.reports
    )
    later = ", counting sections added later" if added else ""
    parts = (
        f"{row.force_name}. {row.kind.label}, {row.when}.",
        inspection.judgement,
        f"It graded {grades}{later}." if grades else "",
        inspection.direction or "",
    )
    return " ".join(filter(None, parts))


def full_title(inspection: Inspection) -> str:
    """The title with the day of publication, which tells it from others of the same title."""
    return f"{inspection.title}, {inspection.published.words}"


def choice_labels(record: Record, rows: Sequence[TimelineRow]) -> dict[str, str]:
    """A label for each inspection to choose it by: force, date and title.

    A title that begins with the name of the force is told without it, unless it would then read like
    another.
    """
    whole = {row.inspection: f"{row.force_name}, {row.when}: {row.title}" for row in rows}
    short = {
        row.inspection: f"{row.force_name}, {row.when}: {_without_force(record, row)}"
        for row in rows
    }
    used = Counter(short.values())
    return {id: label if used[label] == 1 else whole[id] for id, label in short.items()}


def _without_force(record: Record, row: TimelineRow) -> str:
    """The title without the force's name before a colon, a dash or a name of its own."""
    force = record.force[row.force]
    for name in (force.name, force.short_name):
        rest = row.title.removeprefix(name)
        if rest != row.title and (before := NAME_ENDS.match(rest)):
            about = rest[before.end() :]
            return about[:1].upper() + about[1:]
    return row.title


def dates_and_place(record: Record, inspection: Inspection) -> Facts:
    """Which force, programme and method, and the three dates, kept apart."""
    programme = record.programme[inspection.programme]
    fieldwork = timeline_row(record, inspection).fieldwork
    note = inspection.fieldwork.note
    web = inspection.web_date
    kind = Run(inspection.kind.label, Place("glossary", at=inspection.kind))
    facts: dict[str, str | Run | Words] = {
        "Force": Run(record.force[inspection.force].name, Place("overview", inspection.force)),
        "Programme": f"{programme.name}: {record.cycle[inspection.cycle].name}",
        "Kind": (kind, Run(f". {inspection.kind.meaning}")),
        "Inspectorate": inspection.inspectorate,
        "Inspector": inspection.inspector or "",
        "Fieldwork": f"{fieldwork}. {note}" if note else fieldwork,
        "Published": inspection.published.words,
        "Reports": "; ".join(f"{r.title}, {r.published.words}" for r in inspection.reports),
        "Date on the web copy": f"{web.words}, not the day of publication" if web else "",
    }
    return Facts(tuple((name, words(value)) for name, value in facts.items()))


def chain_rows(record: Record, inspection: Inspection) -> tuple[TimelineRow, ...]:
    """The chain an inspection belongs to; where there is none, its force's under the programme."""
    chain = {item.id for item in lineage(record, inspection.id)}
    if len(chain) == 1:
        return timeline(record, [inspection.force], [inspection.programme])
    rows = timeline(record, [inspection.force])
    return tuple(row for row in rows if row.inspection in chain)


def before_and_after(record: Record, inspection: Inspection) -> Iterator[Block]:
    """The chain or the neighbours of an inspection, and what changed from look to look."""
    chain = lineage(record, inspection.id)
    yield table(
        "The chain it belongs to, oldest first" if len(chain) > 1 else "Same programme",
        ("Inspection", "Fieldwork", "Published", "What inspectors said"),
        [
            (
                "This inspection" if step.inspection == inspection.id else inspection_cell(step),
                step.fieldwork,
                step.published,
                step.judgement,
            )
            for step in chain_rows(record, inspection)
        ],
    )
    place = [item.id for item in chain].index(inspection.id)
    around = chain[max(0, place - 1) : place + 2]
    for earlier, later in pairwise(around):
        first, second = when_words(earlier), when_words(later)
        yield table(
            f"By theme: what {first} and {second} said",
            ("Theme", first, second),
            [
                (change.theme_name, change.earlier.label, change.later.label)
                for change in theme_changes(record, earlier, later)
            ],
        )
    if len(around) > 1:
        told = (
            "Not mentioned is not resolved. No direction is read into two reports that differ in "
            "method."
        )
        yield Paragraph(words(told), quiet=True)


def alone_words(record: Record, inspection: Inspection) -> str:
    """That an inspection belongs to no chain; empty where it does."""
    if len(lineage(record, inspection.id)) > 1:
        return ""
    before = "It followed up no earlier inspection in the record"
    if inspection.kind in FOLLOW_UPS:
        before = "The record does not say which inspection it followed up"
    return (
        f"{before}, and none in the record follows it up. "
        "Inspections of the force under the same programme:"
    )


def account(record: Record, inspection: Inspection) -> Iterator[Block]:
    """The account itself, from the grades to the limits; every fact in it has its id."""
    for part in (grades, findings, recommendations, responses, statements, limits):
        yield from part(record, inspection)


def is_grade(inspection: Inspection, fact: str) -> bool:
    """Whether a fact of the page is one of its grades."""
    return any(grade_fact(inspection.id, grade.question) == fact for grade in inspection.grades)


def grade_fact(inspection: str, question: str) -> str:
    """The id of a grade: an inspection answers a question once."""
    return f"{inspection}-grade-{question}"


def grades(record: Record, inspection: Inspection) -> Iterator[Block]:
    """Grades, judgements in words, grades known only together, and the case audit."""
    yield Heading(2, "Grades", "grades")
    cells = [cell_of(record, inspection, grade) for grade in inspection.grades]
    if cells:
        yield table(
            "Grades",
            ("Question", "Grade", "Published", "Note", "Sources"),
            [
                (
                    Run(cell.question_name, fact=grade_fact(inspection.id, cell.question)),
                    grade_words(cell),
                    cell.published or "",
                    cell.note or (cell.empty.meaning if cell.empty else ""),
                    source_links(record, cell.sources),
                )
                for cell in cells
            ],
        )
        yield Paragraph(words(record.cycle[inspection.cycle].comparability), quiet=True)
    for judged in inspection.narrative_judgements:
        told = f"{judged.about}: “{judged.words}”, a judgement in words and a point on no scale."
        noted = " ".join(filter(None, [told, judged.note]))
        yield Paragraph(words(Run(noted, fact=judged.id), source_links(record, judged.sources)))
    for shared in inspection.shared_grades:
        yield Paragraph(words(shared_words(record, inspection, shared)))
    if inspection.case_audit:
        audit = inspection.case_audit
        told = " ".join(filter(None, [case_audit_words(audit), audit.note]))
        fact = Run(told, fact=f"{inspection.id}-case-audit")
        yield Paragraph(words(fact, source_links(record, audit.sources)))
    others = (inspection.narrative_judgements, inspection.shared_grades, inspection.case_audit)
    if not (cells or any(others)):
        yield Paragraph(words("No grade of this inspection is in our record."))


def findings(record: Record, inspection: Inspection) -> Iterator[Block]:
    """Strengths, concerns and progress by theme."""
    yield Heading(2, "What inspectors found", "findings")
    groups = findings_by_theme(record, inspection)
    if not groups:
        yield Paragraph(words("No finding of this inspection is in our record."))
        return
    choices = (("force", inspection.force), ("themes", "all"), ("programme", "all"))
    yield table(
        "Findings by theme",
        ("Theme", "Kind", "Finding", "Sources"),
        [
            (
                Run(group.theme_name, Place("recurring", group.theme, choices=choices)),
                finding.kind.label,
                Run(finding_words(finding), fact=finding.id),
                words(source_links(record, finding.sources), place_words(finding.place)),
            )
            for group in groups
            for finding in group.findings
        ],
    )


def limits(record: Record, inspection: Inspection) -> Iterator[Block]:
    """What of this inspection is not in the record, and where sources disagree."""
    gaps = [
        words(Run(gap.what, Place("data", at=gap.id)), f": {gap.note}")
        for gap in record.gaps
        if gap.inspection == inspection.id
    ]
    limits = [words(limit) for limit in (*inspection.limits, inspection.note) if limit]
    if limits or gaps:
        yield Heading(2, "Limits of this account", "limits")
        yield Bullets((*limits, *gaps))
    conflicts = [c for c in record.conflicts if inspection.id in c.inspections]
    if conflicts:
        yield Heading(2, "Where sources disagree", "conflicts")
        yield table(
            "Conflicts between sources",
            ("About", "What each says", "How we chose"),
            [(Run(c.topic, fact=c.id), accounts(record, c), c.how_we_chose) for c in conflicts],
        )


def accounts(record: Record, conflict: Conflict) -> tuple[Run, ...]:
    """What each side of a conflict between sources says, each with its sources."""
    return lines(*(words(a.says, source_links(record, a.sources)) for a in conflict.accounts))


def fact_words(inspection: Inspection, fact: str) -> str:
    """What one fact of an inspection says, by its id; empty where it has no such fact."""
    said = {
        **{f.id: finding_words(f) for f in inspection.findings},
        **{r.id: r.summary for r in inspection.recommendations},
        **{u.id: u.summary for u in inspection.unseen_recommendations},
        **{r.id: r.summary for r in inspection.responses},
        **{c.id: c.summary for r in inspection.responses for c in r.commitments},
        **{s.id: said_words(s) for s in inspection.statements},
        **{j.id: f"{j.about}: “{j.words}”" for j in inspection.narrative_judgements},
    }
    return said.get(fact, "")
