"""What an inspection asked for, who answered, what was promised and said of progress since."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from inspection.account import (
    NOTHING_FOUND,
    date_or_unknown,
    nothing_found,
    promises,
    speaker_words,
)
from inspection.addresses import Place
from inspection.document import Block, Heading, Paragraph, Run, words
from inspection.measures import in_sentence, joined, measure_words
from inspection.model import Inspection, Recommendation, Record, Response, Statement
from inspection.sheets.pieces import (
    lines,
    place_words,
    source_links,
    table,
    voice_run,
)
from inspection.vocabulary import Voice


def recommendations(record: Record, inspection: Inspection) -> Iterator[Block]:
    """What was asked for, by when, and what each side has said since."""
    yield Heading(2, "What inspectors asked for", "asked")
    asked = inspection.recommendations
    if asked:
        yield table(
            "Causes of concern, recommendations and areas for improvement",
            ("Kind", "What was asked", "Time limit", "Said since", "Sources"),
            [
                (
                    item.kind.label,
                    Run(" ".join(filter(None, [item.summary, item.note])), fact=item.id),
                    item.time_limit.words if item.time_limit else "none stated",
                    _said_since(item),
                    words(
                        source_links(
                            record,
                            [*item.sources, *(s for t in item.statements for s in t.sources)],
                        ),
                        place_words(item.place),
                    ),
                )
                for item in asked
            ],
        )
    for unseen in inspection.unseen_recommendations:
        told = Run(unseen.summary, fact=unseen.id)
        yield Paragraph(words(told, source_links(record, unseen.sources)))
    if not asked and not inspection.unseen_recommendations:
        yield Paragraph(words("No recommendation of this inspection is in our record."))


def _said_since(item: Recommendation) -> tuple[Run, ...]:
    said = [words(Run(_statement_words(s), fact=s.id)) for s in item.statements]
    link = Run("In the register", Place("progress", item.id))
    return lines(*(said or [words(f"{NOTHING_FOUND}.")]), words(link))


def responses(record: Record, inspection: Inspection) -> Iterator[Block]:
    """Who answered, by voice, and what was promised."""
    yield Heading(2, "Responses and commitments", "responses")
    voices = [v for v in Voice if any(r.voice is v for r in inspection.responses)]
    for voice in voices:
        own = [item for item in inspection.responses if item.voice is voice]
        yield table(
            f"{voice.label}: {voice.meaning}",
            ("Who", "When", "What was said", "Sources"),
            [_answer_row(record, item) for item in own],
        )
    promised = promises(inspection)
    if promised:
        yield table(
            "Commitments, and what a later source says of them",
            (
                "Who",
                "What was promised",
                "When, and by when",
                "What a later source says",
                "Sources",
            ),
            [
                (
                    row.speaker,
                    Run(row.summary, fact=row.id),
                    f"Said {row.on}; {row.due}",
                    row.outcome,
                    source_links(record, row.sources),
                )
                for row in promised
            ],
        )
    silent = [v.label.lower() for v in (Voice.GOVERNING_BODY, Voice.FORCE) if v not in voices]
    if silent:
        nothing = in_sentence(nothing_found(record, inspection.published))
        told = f"From the {joined(silent)} on this report: {nothing}"
        yield Paragraph(words(told, "That is not proof that nothing was published."))


def _answer_row(record: Record, item: Response) -> Sequence[str | Run | tuple[Run, ...]]:
    return (
        speaker_words(item.role, item.name, item.organisation),
        date_or_unknown(item.date),
        Run(" ".join(filter(None, [item.summary, item.note])), fact=item.id),
        source_links(record, item.sources),
    )


def statements(record: Record, inspection: Inspection) -> Iterator[Block]:
    """What has been said of progress since, about the inspection as a whole."""
    if not inspection.statements:
        return
    yield Heading(2, "Said since about progress", "said-since")
    yield table(
        "Statements on progress, by voice",
        ("Who", "When", "About", "What was said", "Sources"),
        [
            (
                voice_run(item.voice, f"{item.voice.label}: {item.speaker}"),
                date_or_unknown(item.date),
                item.about or "",
                Run(said_words(item), fact=item.id),
                source_links(record, item.sources),
            )
            for item in sorted(
                inspection.statements, key=lambda s: (s.date is None, str(s.date), s.id)
            )
        ],
    )


def said_words(statement: Statement) -> str:
    """What a statement says, with its measure and note."""
    measure = measure_words(statement.measure)
    parts = [statement.summary, f"Measure: {measure}." if measure else "", statement.note or ""]
    return " ".join(filter(None, parts))


def _statement_words(statement: Statement) -> str:
    return f"{statement.voice.label}, {date_or_unknown(statement.date)}: {said_words(statement)}"
