"""What stands on a page or on paper: blocks of words, built once for every form they are given.

The dashboard's pages, the published record and the briefing are made of these. `blocks_html` turns
them into HTML, `document_pdf` into a tagged PDF, so that no two forms can say different things.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from inspection.addresses import Place


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text.

    `href` is a web address, `#id` of something on the same page, or a place of the record. `style`
    says how it is shown where that can be: `under` for small print beneath, `grade` and the id of a
    grade, `mark` and a state. `fact` is the id of the fact it tells: links to the fact lead here,
    and here it can be cited and an error in it reported. `id` names the text for links alone.
    `title` says where a link leads, in full.
    """

    text: str
    href: str | Place | None = None
    strong: bool = False
    style: str = ""
    fact: str = ""
    title: str = ""
    id: str = ""


Words = tuple[Run, ...]

LINE = Run("\n")
"""What follows begins a new paragraph within the same cell or point."""


def words(*parts: str | Run | Words) -> Words:
    """Text, runs and words one after the other, a space between them; what is empty is left out."""
    joined: list[Run] = []
    for part in parts:
        runs = (Run(part),) if isinstance(part, str) else (part,) if isinstance(part, Run) else part
        if not any(run.text for run in runs):
            continue
        if joined and LINE not in (joined[-1], runs[0]):
            joined.append(Run(" "))
        joined += runs
    return tuple(joined)


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

    `widths` are the relative widths of the columns; empty where they follow from what is in them.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]
    widths: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """Names with their values, such as the dates of an inspection."""

    pairs: tuple[tuple[str, Words], ...]


@dataclass(frozen=True, slots=True)
class Folded:
    """Blocks that a reader opens by their summary; `id` names them for a link."""

    summary: str
    blocks: tuple[Block, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a sequence in time: what it was, and what belongs to it."""

    head: Words
    blocks: tuple[Block, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class Steps:
    """A sequence in time, oldest first; steps of no interest by themselves stand folded between."""

    steps: tuple[Step | Folded, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A vector drawing with its description in words. `width` and `height` are in points.

    `narrow` is the same laid out for a narrow screen; empty where there is none.
    """

    svg: str
    alt: str
    caption: str
    width: float
    height: float
    narrow: str = ""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One numbered source at the end: where a claim was read."""

    id: str
    number: int
    title: str
    publisher: str
    date: str
    url: str | None


PrintBlock = Heading | Paragraph | Bullets | Table | Drawing
"""What a document on paper is made of."""
Block = PrintBlock | Facts | Folded | Steps
"""What a page is made of."""


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
    blocks: tuple[PrintBlock, ...]
    sources: tuple[SourceLine, ...]
    language: str = "en-GB"


def plain(words: Words) -> str:
    """The text of some words without links."""
    return "".join(run.text for run in words)


def document_data(document: Document) -> str:
    """The document as data: every block with its kind, as JSON; drawings as they are on paper."""
    whole = asdict(document)
    whole["blocks"] = [
        {"kind": type(block).__name__.lower(), **asdict(block, dict_factory=_without_empty)}
        for block in document.blocks
    ]
    return json.dumps(whole, ensure_ascii=False, indent=1)


def _without_empty(pairs: list[tuple[str, object]]) -> dict[str, object]:
    unsaid = ("style", "fact", "title", "id")
    kept = ((name, value) for name, value in pairs if name != "narrow")
    return {name: value for name, value in kept if value or name not in unsaid}
