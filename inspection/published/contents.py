"""What the published record holds: each of its pages with its place, made from the sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from inspection.addresses import Addresses, Place
from inspection.model import Record
from inspection.published import of_forces, of_inspections, of_others, of_themes
from inspection.published.page import Page

MakePage = Callable[[], Page]


def pages(record: Record, where: Addresses) -> Iterator[tuple[Place, MakePage]]:
    """Every page of the published record with what makes it, in the order of a table of contents."""
    yield Place("record"), partial(of_forces.front, record)
    yield Place("forces"), partial(of_forces.forces, record)
    for force in record.forces:
        yield Place("overview", force.id), partial(of_forces.force_page, record, force)
    yield Place("inspection"), partial(of_inspections.inspections, record)
    for item in record.inspections:
        yield Place("inspection", item.id), partial(of_inspections.inspection_page, record, item)
    yield Place("recurring"), partial(of_themes.themes, record)
    for theme in record.themes:
        yield Place("recurring", theme.id), partial(of_themes.theme_page, record, theme)
    yield Place("grades"), partial(of_others.grades, record)
    yield Place("progress"), partial(of_others.register_page, record)
    yield Place("method"), partial(of_others.method, record)
    yield Place("glossary"), partial(of_others.glossary, record)
    yield Place("data"), partial(of_others.data, record)
    yield Place("corrections"), partial(of_others.corrections, record, where)
    yield Place("sources"), partial(of_others.sources, record)
    yield Place("accessibility"), partial(of_others.accessibility, where)
