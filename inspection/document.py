"""A document to read on paper or on a screen without a network: blocks of words, built once.

The briefing is made of these; `document_html` and `document_pdf` turn the same blocks into one HTML
file and one tagged PDF, so that the two cannot say different things.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text. `href` is an address, or `#id` of a block or source of the document."""

    text: str
    href: str | None = None
    strong: bool = False


Words = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level 2 for a section, 3 below it; the title of the document is level 1."""

    level: int
    text: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; a `lead` one is the answer that opens the document, a `quiet` one small print."""

    words: Words
    lead: bool = False
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of points."""

    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption and a head; the first cell of each row is its header.

    `widths` are the relative widths of the columns.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]
    widths: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A vector drawing with its description in words. `width` and `height` are in points."""

    svg: str
    alt: str
    caption: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One numbered source at the end: where a claim was read."""

    id: str
    number: int
    title: str
    publisher: str
    date: str
    url: str | None


Block = Heading | Paragraph | Bullets | Table | Drawing


@dataclass(frozen=True, slots=True)
class Document:
    """A document with its stamp, which stands on every page: as known on, edition, independence.

    `day` is the day it stands for, ISO. `address` is the permanent address it was made from.
    """

    title: str
    subtitle: str
    description: str
    stamp: str
    day: str
    address: str
    blocks: tuple[Block, ...]
    sources: tuple[SourceLine, ...]
    language: str = "en-GB"


def plain(words: Words) -> str:
    """The text of some words without links."""
    return "".join(run.text for run in words)


def document_data(document: Document) -> str:
    """The document as data: every block with its kind, as JSON."""
    whole = asdict(document)
    whole["blocks"] = [
        {"kind": type(block).__name__.lower(), **asdict(block)} for block in document.blocks
    ]
    return json.dumps(whole, ensure_ascii=False, indent=1)
