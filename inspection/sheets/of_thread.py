"""The thread of a theme: the looks of one force in order, and the last word on it.

Facts are told in full on the page of their inspection, to which the kind of each links; here they
are put in order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from inspection.addresses import Place
from inspection.document import Block, Bullets, Folded, Paragraph, Run, Step, Steps, Words, words
from inspection.measures import in_sentence, joined, plural
from inspection.model import Record
from inspection.sheets.pieces import inspection_link, source_links, voice_run
from inspection.theme_states import ThemeCell, ThemeState
from inspection.threads import EvidenceRow, SaidRow, ThreadStep, last_word
from inspection.vocabulary import Voice


def last_said(record: Record, steps: Sequence[ThreadStep]) -> Paragraph:
    """The last thing anyone is known to have said on the theme, by whichever voice."""
    said = last_word(steps)
    if said is None:
        told = words("No dated answer or statement on this theme was found by us.")
        return Paragraph(told, quiet=True)
    told = words(
        f"Last word: {said.voice.label.lower()} ({said.speaker}), {said.on}. {said.what}: "
        f"{said.summary}",
        source_links(record, said.sources),
    )
    return Paragraph(told, quiet=True)


def step_id(theme: str, inspection: str) -> str:
    """The id of an inspection's step in the thread of a theme, by which links lead to it."""
    return f"{theme}-in-{inspection}"


def state_mark(cell: ThemeCell) -> Run:
    """The mark of what an inspection said on a theme, with its word; small for one subject only."""
    narrow = " narrow" if cell.is_narrow and cell.looked else ""
    return Run(cell.state.label, style=f"mark {cell.state.value}{narrow}")


def the_thread(record: Record, steps: Sequence[ThreadStep]) -> Steps:
    """The looks of one force at a theme, oldest first.

    Inspections that did not look, or of which we do not know, stand folded between the looks.
    """
    found: list[Step | Folded] = []
    for looked, group in groupby(steps, key=lambda step: step.cell.looked):
        if looked:
            found += [_look(record, step) for step in group]
        else:
            found.append(_unseen(record, list(group)))
    return Steps(tuple(found))


def _look(record: Record, step: ThreadStep) -> Step:
    cell = step.cell
    narrow = " One subject only." if cell.is_narrow else ""
    head = words(
        inspection_link(cell.inspection, cell.when),
        state_mark(cell),
        Run(f"{step.programme}: {cell.title}.{narrow}", style="under"),
    )
    found = [_evidence(record, row) for row in step.evidence if not row.is_asked]
    asked = [_evidence(record, row) for row in step.evidence if row.is_asked]
    blocks: list[Block] = []
    if not step.evidence:
        blocks.append(Paragraph(words(cell.why, source_links(record, cell.sources))))
    blocks += _named("Found", found)
    blocks += _named("Asked for", asked)
    blocks += _named("Not in our record", [words(summary) for summary in step.unseen])
    blocks += _named("Answered and said since", [_said(record, row) for row in step.said])
    if step.general_answers:
        label = f"{plural(step.general_answers, 'answer')} to the report as a whole"
        to = Place("inspection", cell.inspection)
        blocks.append(Paragraph((Run(label, to, style="under"),)))
    blocks.append(Paragraph((Run(_next_words(step), style="next"),)))
    return Step(head, tuple(blocks), step_id(cell.theme, cell.inspection))


def _unseen(record: Record, steps: Sequence[ThreadStep]) -> Folded:
    unknown = sum(step.cell.state is ThemeState.NOT_KNOWN for step in steps)
    apart = [
        f"{plural(len(steps) - unknown, 'inspection')} that did not look at it",
        f"{plural(unknown, 'inspection')} of which we do not know",
    ]
    told = [
        words for words, count in zip(apart, (len(steps) - unknown, unknown), strict=True) if count
    ]
    return Folded(
        joined(told),
        (Steps(tuple(_unseen_step(record, step) for step in steps)),),
    )


def _unseen_step(record: Record, step: ThreadStep) -> Step:
    cell = step.cell
    told = words(f"{step.programme}. {cell.why}", source_links(record, cell.sources))
    head = words(inspection_link(cell.inspection, cell.when), state_mark(cell))
    return Step(head, (Paragraph(told),), step_id(cell.theme, cell.inspection))


def _next_words(step: ThreadStep) -> str:
    later = step.next_look
    if later is None:
        return "No later inspection counted here is known to have looked at it."
    return f"Next look ({later.when}): {in_sentence(later.state.label)}."


def _evidence(record: Record, row: EvidenceRow) -> Words:
    measure = (
        f"{'Time limit' if row.is_asked else 'Measure'}: {row.measure}." if row.measure else ""
    )
    kind = inspection_link(row.inspection, row.kind, at=row.id)
    told = (row.summary, measure, row.about, row.note or "")
    return words(kind, *told, source_links(record, row.sources))


def _said(record: Record, row: SaidRow) -> Words:
    label = row.voice.label if row.voice is not Voice.FORCE else "Force, of itself"
    return words(
        voice_run(row.voice, label, strong=True),
        f"({row.what.lower()}, {row.on}; {row.speaker}):",
        row.summary,
        source_links(record, row.sources),
    )


def _named(name: str, items: Sequence[Words]) -> list[Block]:
    return [Paragraph((Run(name, style="name"),)), Bullets(tuple(items))] if items else []


def sources_of(steps: Iterable[ThreadStep]) -> list[str]:
    """The sources of the looks in a thread: of what was found, asked and said, and of the looks."""
    looks = [step for step in steps if step.cell.looked]
    rows: list[EvidenceRow | SaidRow] = []
    for step in looks:
        rows += [*step.evidence, *step.said]
    told = [source for row in rows for source in row.sources]
    return [*told, *(source for step in looks for source in step.cell.sources)]
