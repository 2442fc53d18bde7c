"""The parts of an inspection's page: what was found, asked, answered and promised."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import streamlit as st

from components import charted, prose
from components.charts.timeline import timeline_figure
from components.grade_chip import grade_chip
from inspection.account import (
    NOTHING_FOUND,
    date_or_unknown,
    finding_words,
    findings_by_theme,
    nothing_found,
    promises,
    speaker_words,
    theme_changes,
)
from inspection.grade_cells import cell_of
from inspection.grading import shared_words
from inspection.measures import case_audit_words, in_sentence, joined, measure_words, plural
from inspection.model import Inspection, Record, Statement
from inspection.timeline import lineage, timeline, when_words
from inspection.vocabulary import Voice


def dates_and_place(record: Record, inspection: Inspection, fieldwork: str) -> None:
    """Which force, programme and method, and the three dates, kept apart."""
    programme = record.programme[inspection.programme]
    note = inspection.fieldwork.note
    web = inspection.web_date
    reports = "; ".join(f"{r.title}, {r.published.words}" for r in inspection.reports)
    prose.facts(
        {
            "Force": record.force[inspection.force].name,
            "Programme": f"{programme.name}: {record.cycle[inspection.cycle].name}",
            "Kind": f"{inspection.kind.label}. {inspection.kind.meaning}",
            "Inspectorate": inspection.inspectorate,
            "Inspector": inspection.inspector or "",
            "Fieldwork": f"{fieldwork}. {note}" if note else fieldwork,
            "Published": inspection.published.words,
            "Reports": reports,
            "Date on the web copy": f"{web.words}, not the day of publication" if web else "",
        }
    )


def before_and_after(record: Record, inspection: Inspection) -> None:
    """The chain an inspection belongs to, or its neighbours under the same programme."""
    st.header("Before and after")
    chain = lineage(record, inspection.id)
    linked = {item.id for item in chain}
    steps = timeline(record, [inspection.force], None if len(chain) > 1 else [inspection.programme])
    steps = tuple(step for step in steps if len(chain) == 1 or step.inspection in linked)
    if len(chain) == 1:
        prose.paragraph(
            "It followed up no earlier inspection in the record, and none followed it up. "
            "Inspections of the force under the same programme:"
        )
    charted.chart(
        timeline_figure(steps, charted.page_palette(), [inspection.force]),
        "inspection-chain",
        f"Timeline of {plural(len(steps), 'inspection')}. They are listed below.",
    )
    prose.table(
        "The chain it belongs to, oldest first" if len(chain) > 1 else "Same programme",
        ["Inspection", "Fieldwork", "Published", "What inspectors said"],
        [
            (
                "This inspection" if step.inspection == inspection.id
                else prose.inspection_cell(step),
                step.fieldwork,
                step.published,
                step.judgement,
            )
            for step in steps
        ],
    )  # fmt: skip
    place = [item.id for item in chain].index(inspection.id)
    around = chain[max(0, place - 1) : place + 2]
    for earlier, later in pairwise(around):
        first, second = when_words(earlier), when_words(later)
        prose.table(
            f"By theme: what {first} and {second} said",
            ["Theme", first, second],
            [
                (change.theme_name, change.earlier.label, change.later.label)
                for change in theme_changes(record, earlier, later)
            ],
        )
    if len(around) > 1:
        prose.paragraph(
            "Not mentioned is not resolved. No direction is read into two reports that differ in "
            "method.",
            quiet=True,
        )


def grades(record: Record, inspection: Inspection) -> None:
    """Grades, judgements in words, grades known only together, and the case audit."""
    st.header("Grades")
    cells = [cell_of(record, inspection, grade) for grade in inspection.grades]
    if cells:
        prose.table(
            "Grades",
            ["Question", "Grade", "Published", "Note", "Sources"],
            [
                (
                    cell.question_name,
                    grade_chip(cell),
                    cell.published or "",
                    cell.note or (cell.empty.meaning if cell.empty else ""),
                    prose.source_links(record, cell.sources),
                )
                for cell in cells
            ],
        )
        prose.paragraph(record.cycle[inspection.cycle].comparability, quiet=True)
    for judged in inspection.narrative_judgements:
        words = f"{judged.about}: “{judged.words}”, a judgement in words and a point on no scale."
        note = judged.note or ""
        prose.paragraph(words, note, prose.source_links(record, judged.sources))
    for shared in inspection.shared_grades:
        prose.paragraph(shared_words(record, inspection, shared))
    if inspection.case_audit:
        audit = inspection.case_audit
        words = [case_audit_words(audit), audit.note or ""]
        prose.paragraph(*words, prose.source_links(record, audit.sources))
    if not (cells or inspection.narrative_judgements or inspection.case_audit):
        prose.paragraph("No grade was given or is in our record.")


def findings(record: Record, inspection: Inspection, at: str) -> None:
    """Strengths, concerns and progress by theme."""
    st.header("What inspectors found")
    groups = findings_by_theme(record, inspection)
    if not groups:
        prose.paragraph("No finding of this inspection is in our record.")
        return
    prose.table(
        "Findings by theme",
        ["Theme", "Kind", "Finding", "Sources"],
        [
            (
                prose.link("recurring", group.theme_name, theme=group.theme,
                           force=inspection.force, themes="all", programme="all"),
                finding.kind.label,
                prose.anchored(finding.id, finding_words(finding), at),
                prose.source_links(record, finding.sources),
            )
            for group in groups
            for finding in group.findings
        ],
    )  # fmt: skip


def recommendations(record: Record, inspection: Inspection, at: str) -> None:
    """What was asked for, by when, and what each side has said since."""
    st.header("What inspectors asked for")
    asked = inspection.recommendations
    if asked:
        prose.table(
            "Causes of concern, recommendations and areas for improvement",
            ["Kind", "What was asked", "Time limit", "Said since", "Sources"],
            [
                (
                    item.kind.label,
                    prose.anchored(item.id, " ".join(filter(None, [item.summary, item.note])), at),
                    item.time_limit.words if item.time_limit else "none stated",
                    prose.joined_html(
                        [
                            " ".join(_statement_words(s) for s in item.statements)
                            or f"{NOTHING_FOUND}.",
                            prose.link("progress", "In the register", "item", item=item.id),
                        ]
                    ),
                    prose.source_links(
                        record,
                        [*item.sources, *(s for t in item.statements for s in t.sources)],
                    ),
                )
                for item in asked
            ],
        )
    for unseen in inspection.unseen_recommendations:
        prose.paragraph(
            prose.anchored(unseen.id, unseen.summary, at),
            prose.source_links(record, unseen.sources),
        )
    if not asked and not inspection.unseen_recommendations:
        prose.paragraph("No recommendation of this inspection is in our record.")


def responses(record: Record, inspection: Inspection, at: str) -> None:
    """Who answered, by voice, and what was promised."""
    st.header("Responses and commitments")
    voices = [v for v in Voice if any(r.voice is v for r in inspection.responses)]
    for voice in voices:
        prose.table(
            f"{voice.label}: {voice.meaning}",
            ["Who", "When", "What was said", "Sources"],
            [
                (
                    speaker_words(item.role, item.name, item.organisation),
                    date_or_unknown(item.date),
                    prose.anchored(item.id, " ".join(filter(None, [item.summary, item.note])), at),
                    prose.source_links(record, item.sources),
                )
                for item in inspection.responses
                if item.voice is voice
            ],
        )
    promised = promises(inspection)
    if promised:
        prose.table(
            "Commitments, and what a later source says of them",
            [
                "Who",
                "What was promised",
                "When, and by when",
                "What a later source says",
                "Sources",
            ],
            [
                (
                    row.speaker,
                    prose.anchored(row.id, row.summary, at),
                    f"Said {row.on}; {row.due}",
                    row.outcome,
                    prose.source_links(record, row.sources),
                )
                for row in promised
            ],
        )
    silent = [v.label.lower() for v in (Voice.GOVERNING_BODY, Voice.FORCE) if v not in voices]
    if silent:
        prose.paragraph(
            f"From the {joined(silent)} on this report: {in_sentence(nothing_found(record))} "
            "That is not proof that nothing was published."
        )


def statements(record: Record, inspection: Inspection, at: str) -> None:
    """What has been said of progress since, about the inspection as a whole."""
    if not inspection.statements:
        return
    st.header("Said since about progress")
    prose.table(
        "Statements on progress, by voice",
        ["Who", "When", "About", "What was said", "Sources"],
        [
            (
                f"{item.voice.label}: {item.speaker}",
                date_or_unknown(item.date),
                item.about or "",
                prose.anchored(item.id, _said(item), at),
                prose.source_links(record, item.sources),
            )
            for item in sorted(
                inspection.statements, key=lambda s: (s.date is None, str(s.date), s.id)
            )
        ],
    )


def limits(record: Record, inspection: Inspection) -> None:
    """What of this inspection is not in the record, and where sources disagree."""
    gaps = [g for g in record.gaps if g.inspection == inspection.id]
    missing: Sequence[str] = [*inspection.limits, *(f"{g.what}: {g.note}" for g in gaps)]
    if missing or inspection.note:
        st.header("Limits of this account")
        prose.bullets([*missing, *([inspection.note] if inspection.note else [])])
    conflicts = [c for c in record.conflicts if inspection.id in c.inspections]
    if conflicts:
        st.header("Where sources disagree")
        prose.table(
            "Conflicts between sources",
            ["About", "What each says", "How we chose"],
            [
                (
                    prose.anchored(c.id, c.topic),
                    prose.joined_html(
                        prose.joined_html([a.says, prose.source_links(record, a.sources)])
                        for a in c.accounts
                    ),
                    c.how_we_chose,
                )
                for c in conflicts
            ],
        )


def _said(statement: Statement) -> str:
    measure = measure_words(statement.measure)
    parts = [statement.summary, f"Measure: {measure}." if measure else "", statement.note or ""]
    return " ".join(filter(None, parts))


def _statement_words(statement: Statement) -> str:
    return f"{statement.voice.label}, {date_or_unknown(statement.date)}: {_said(statement)}"


def linked_fact(inspection: Inspection, at: str) -> None:
    """The one fact a link pointed to, shown first, so that nobody has to hunt for it."""
    said = {
        **{f.id: finding_words(f) for f in inspection.findings},
        **{r.id: r.summary for r in inspection.recommendations},
        **{u.id: u.summary for u in inspection.unseen_recommendations},
        **{r.id: r.summary for r in inspection.responses},
        **{c.id: c.summary for r in inspection.responses for c in r.commitments},
        **{s.id: _said(s) for s in inspection.statements},
    }
    if at in said:
        prose.paragraph("The link points to this: ", said[at], " It is outlined below.")
    else:
        prose.paragraph(f"The link points to “{at[:90]}”, which is not on this page.")
