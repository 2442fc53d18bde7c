"""A document as a tagged PDF (PDF/UA-1), set by Typst with the project's own font.

Words reach Typst as data and are never read as markup. The same document gives the same bytes.
"""

from __future__ import annotations

import datetime as dt
import io
import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import typst

from inspection.document import (
    Bullets,
    Document,
    Drawing,
    Heading,
    Paragraph,
    PrintBlock,
    SourceLine,
    Table,
    Words,
    plain,
)
from inspection.document_parts import FONTS, in_order, link_of, targets
from inspection.document_signs import breakable, printable
from inspection.look import FONT, on_paper

TEMPLATE = Path(__file__).parent / "document.typ"
TEXT_WIDTH, TEXT_HEIGHT = 481.0, 650.0
"""The room for a drawing on a page, in points."""
LOOK = ("ink", "quiet", "hair", "accent")
"""The colours that the template uses."""
LONG_ROW = 1200
"""How many signs a row of a table may have and still never be split between two pages."""


def document_pdf(document: Document) -> bytes:
    """The document as PDF/UA-1: tags, title, language, bookmarks, links and the stamp on each page.

    Signs that the font does not have are written in words. ValueError where `day` is no date.
    """
    day = dt.date.fromisoformat(document.day)
    pdf = typst.compile(
        TEMPLATE,
        root=TEMPLATE.parent,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=["ua-1"],
        timestamp=dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC),
        sys_inputs={"document": json.dumps(_data(document, day), ensure_ascii=False)},
    )
    assert isinstance(pdf, bytes)
    return _with_row_headers(pdf)


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


def _data(document: Document, day: dt.date) -> dict[str, Any]:
    """The document in plain lists and texts, as the template reads it."""
    known = targets(document)
    language, _, region = document.language.partition("-")
    address = link_of(document.address, frozenset())
    shown = {"url": address, "shown": _text(document.address)}
    return {
        "title": printable(document.title),
        "subtitle": printable(document.subtitle),
        "description": printable(document.description),
        "stamp": printable(document.stamp),
        "day": [day.year, day.month, day.day],
        "language": [language, region or "GB"],
        "address": shown if address else None,
        "blocks": [_block(block, known) for block in in_order(document)],
        "sources": [_source(source) for source in document.sources],
        "look": {"font": FONT} | {name: on_paper(name) for name in LOOK},
    }


def _block(block: PrintBlock, known: frozenset[str]) -> dict[str, Any]:
    match block:
        case Heading(level, text, id):
            return {"kind": "heading", "level": level, "text": printable(text), "id": id}
        case Paragraph(words, lead, quiet):
            kind = "lead" if lead else "quiet" if quiet else "paragraph"
            return {"kind": kind, "words": _words(words, known)}
        case Bullets(items):
            return {"kind": "bullets", "items": [_words(item, known) for item in items]}
        case Table():
            return _table(block, known)
        case Drawing(svg, alt, caption, width, height):
            scale = min(1.0, TEXT_WIDTH / width, TEXT_HEIGHT / height)
            texts = {"svg": printable(svg), "alt": printable(alt), "caption": printable(caption)}
            return {"kind": "drawing", **texts, "width": round(width * scale, 2)}


def _table(table: Table, known: frozenset[str]) -> dict[str, Any]:
    rows = [
        {
            "cells": [_words(cell, known) for cell in row],
            "long": max(len(plain(cell)) for cell in row) > LONG_ROW,
        }
        for row in table.rows
    ]
    return {
        "kind": "table",
        "caption": printable(table.caption),
        "columns": [_text(name) for name in table.columns],
        "rows": rows,
        "widths": list(table.widths),
    }


def _words(words: Words, known: frozenset[str]) -> list[dict[str, Any]]:
    return [
        {"text": _text(run.text), "href": link_of(run.href, known), "strong": run.strong}
        for run in words
        if run.text
    ]


def _source(source: SourceLine) -> dict[str, Any]:
    url = link_of(source.url, frozenset())
    return {
        "id": source.id,
        "number": source.number,
        "title": _text(source.title),
        "about": _text(", ".join(filter(None, (source.publisher, source.date)))),
        "url": url,
        "address": _text(url or ""),
    }


def _text(text: str) -> str:
    return breakable(printable(text))


def _with_row_headers(pdf: bytes) -> bytes:
    """The PDF with the first cell of each row of a table tagged as the header of its row.

    Why: Typst can tag such cells only behind a switch that its Python package does not have.
    """
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for table in _elements(opened.Root.StructTreeRoot.K, "/Table"):
            for body in _elements(table.K, "/TBody"):
                for row in list(_elements(body.K, "/TR")):
                    _head_of_row(row)
        out = io.BytesIO()
        opened.save(
            out,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            fix_metadata_version=False,
        )
    return out.getvalue()


def _head_of_row(row: pikepdf.Object) -> None:
    """Make the first cell the header of its row.

    The other cells name the column header alone as theirs, which would outweigh the row header's
    scope; without that, readers go by the scope of both.
    """
    for place, cell in enumerate(list(_elements(row.K, "/TD"))):
        attributes = _of_table(cell)
        if "/Headers" in attributes:
            del attributes["/Headers"]
        if place == 0:
            cell.S = pikepdf.Name.TH
            attributes.Scope = pikepdf.Name.Row


def _of_table(cell: Any) -> Any:
    """What is said of a cell as part of a table; made if there is nothing yet."""
    attributes = cell.get("/A", pikepdf.Array())
    listed = list(attributes) if isinstance(attributes, pikepdf.Array) else [attributes]
    own = next((entry for entry in listed if entry.get("/O") == "/Table"), None)
    if own is None:
        listed.append(pikepdf.Dictionary(O=pikepdf.Name.Table))
        cell.A = pikepdf.Array(listed)
        own = cell.A[-1]
    return own


def _elements(kids: Any, kind: str) -> Iterable[Any]:
    """The structure elements of a kind among some tags, those within others too, in their order."""
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if not isinstance(kid, pikepdf.Dictionary):
            continue
        if kid.get("/S") == kind:
            yield kid
        elif "/K" in kid:
            yield from _elements(kid.K, kind)
