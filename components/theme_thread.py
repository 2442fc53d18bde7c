"""The evidence thread of a theme on a page, one column for each force."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from itertools import groupby

import streamlit as st

from components import choices, prose
from components.theme_grid import state_mark, step_id
from inspection.measures import in_sentence, plural
from inspection.model import Record
from inspection.threads import EvidenceRow, SaidRow, ThreadStep, last_word
from inspection.vocabulary import Voice


def draw(record: Record, steps: Sequence[ThreadStep], chosen: str = "") -> None:
    """The steps of one force, oldest first; `chosen` is the inspection a mark has led to.

    Inspections that did not look, or of which we do not know, stand folded between the looks.
    """
    items = []
    for looked, group in groupby(steps, key=lambda step: step.cell.looked):
        found = list(group)
        if looked:
            items += [step_html(record, step, step.cell.inspection == chosen) for step in found]
        else:
            items.append(_unseen(record, found, chosen))
    st.html(f'<ol class="thread">{"".join(items)}</ol>')


def beside(forces: Mapping[str, str]) -> tuple[str, ...]:
    """The forces whose threads stand side by side: at most two, chosen where there are more."""
    if len(forces) <= 2:
        return tuple(forces)
    first = choices.one_of("left", "On the left", forces, next(iter(forces)))
    others = {key: name for key, name in forces.items() if key != first}
    return first, choices.one_of("right", "On the right", others, next(iter(others)))


def last_said(record: Record, steps: Sequence[ThreadStep]) -> None:
    """The last thing anyone is known to have said on the theme in answer or since."""
    said = last_word(steps)
    if said is None:
        prose.paragraph("No dated answer or statement on this theme was found by us.", quiet=True)
        return
    prose.paragraph(
        f"Last word: {said.voice.label.lower()} ({said.speaker}), {said.on}. {said.what}: "
        f"{in_sentence(said.summary)}",
        prose.source_links(record, said.sources),
        quiet=True,
    )


def step_html(record: Record, step: ThreadStep, chosen: bool) -> str:
    cell = step.cell
    narrow = " One subject only." if cell.is_narrow else ""
    head = (
        f'<p class="head">{prose.inspection_link(cell.inspection, cell.when)} '
        f'<span class="state">{state_mark(cell)}</span>'
        f'<span class="under">{escape(f"{step.programme}: {cell.title}.{narrow}")}</span></p>'
    )
    parts = [head]
    if not step.evidence:
        parts.append(f"<p>{escape(cell.why)} {prose.source_links(record, cell.sources)}</p>")
    parts.append(_list("Found", [_fact(record, r) for r in step.evidence if not r.is_asked]))
    parts.append(_list("Asked for", [_fact(record, r) for r in step.evidence if r.is_asked]))
    parts.append(_list("Not in our record", [prose.html_of(summary) for summary in step.unseen]))
    parts.append(_list("Answered and said since", [_said(record, row) for row in step.said]))
    if step.general_answers:
        answers = plural(step.general_answers, "answer")
        link = prose.inspection_link(cell.inspection, f"{answers} to the report as a whole")
        parts.append(f'<p class="under">{link}</p>')
    parts.append(f'<p class="next">{escape(_next_words(step))}</p>')
    style = ' class="at"' if chosen else ""
    return f'<li id="{escape(step_id(cell))}"{style}>{"".join(parts)}</li>'


def _next_words(step: ThreadStep) -> str:
    later = step.next_look
    if later is None:
        return "No later inspection counted here is known to have looked at it."
    return f"Next look ({later.when}): {in_sentence(later.state.label)}."


def _unseen(record: Record, steps: Sequence[ThreadStep], chosen: str) -> str:
    lines = []
    for step in steps:
        cell = step.cell
        style = ' class="at"' if cell.inspection == chosen else ""
        lines.append(
            f'<li id="{escape(step_id(cell))}"{style}>'
            f"{prose.inspection_link(cell.inspection, cell.when)} {state_mark(cell)}. "
            f"{escape(f'{step.programme}. {cell.why}')} "
            f"{prose.source_links(record, cell.sources)}</li>"
        )
    opened = " open" if any(step.cell.inspection == chosen for step in steps) else ""
    count = plural(len(steps), "other inspection")
    words = f"{count}, not known to have looked at it"
    return (
        f'<li class="between"><details{opened}><summary>{words}</summary>'
        f"<ul>{''.join(lines)}</ul></details></li>"
    )


def _fact(record: Record, row: EvidenceRow) -> prose.Html:
    measure = (
        f"{'Time limit' if row.is_asked else 'Measure'}: {row.measure}." if row.measure else ""
    )
    words = " ".join(filter(None, [row.summary, measure, row.about, row.note]))
    kind = prose.inspection_link(row.inspection, row.kind, at=row.id)
    return prose.joined_html([kind, words, prose.source_links(record, row.sources)])


def _said(record: Record, row: SaidRow) -> prose.Html:
    label = row.voice.label if row.voice is not Voice.FORCE else "Force, of itself"
    who = prose.Html(
        f"<b>{escape(label)}</b> ({escape(row.what.lower())}, {escape(row.on)}; "
        f"{escape(row.speaker)}):"
    )
    return prose.joined_html([who, row.summary, prose.source_links(record, row.sources)])


def _list(name: str, items: Sequence[prose.Html]) -> str:
    if not items:
        return ""
    return f"<p class='name'>{escape(name)}</p><ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"
