"""Pages of the published record on inspections: their list, each inspection."""

from __future__ import annotations

from collections.abc import Iterator

from inspection.addresses import Place
from inspection.document import Block, Heading, Paragraph, words
from inspection.drawings import timeline_drawing
from inspection.measures import plural
from inspection.model import Inspection, Record
from inspection.overview import forces_words, missing_words
from inspection.published.page import Page
from inspection.published.pieces import inspections_in_time, sources_of, where_missing
from inspection.sheets import of_inspection
from inspection.timeline import timeline

INSPECTIONS = (Place("inspection"), "Inspections")


def inspections(record: Record) -> Page:
    """Every inspection, each force's own by themselves."""
    return Page(
        Place("inspection"),
        "Inspections",
        f"The published inspections of {forces_words(record)} in this record, in time.",
        " ".join(
            filter(
                None,
                [
                    f"The record holds {plural(len(record.inspections), 'inspection')} of "
                    f"{forces_words(record)}.",
                    missing_words(record, list(record.force)),
                ],
            )
        ),
        tuple(_inspections_blocks(record)),
        in_dashboard=Place("history"),
        deals_with_abuse=True,
    )


def _inspections_blocks(record: Record) -> Iterator[Block]:
    yield from where_missing(record)
    for force in record.forces:
        yield Heading(2, force.name, force.id)
        yield from inspections_in_time(record, force, timeline(record, [force.id]))


def inspection_page(record: Record, item: Inspection) -> Page:
    """One inspection in full."""
    force = record.force[item.force]
    return Page(
        Place("inspection", item.id),
        item.title,
        f"{force.name}, {item.published.words}: {item.judgement}",
        of_inspection.answer(record, item),
        tuple(_inspection_blocks(record, item)),
        (INSPECTIONS, (Place("overview", force.id), force.name)),
        Place("inspection", item.id),
        full_title=of_inspection.full_title(item),
        deals_with_abuse=True,
    )


def _inspection_blocks(record: Record, item: Inspection) -> Iterator[Block]:
    yield of_inspection.dates_and_place(record, item)
    yield Heading(2, "Before and after", "chain")
    if alone := of_inspection.alone_words(record, item):
        yield Paragraph(words(alone))
    yield timeline_drawing(of_inspection.chain_rows(record, item))
    yield from of_inspection.before_and_after(record, item)
    yield from of_inspection.account(record, item)
    yield from sources_of(record, item.sources)
