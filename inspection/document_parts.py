"""What both forms of a document need of it: links that lead somewhere and headings in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from inspection.addresses import Place
from inspection.document import Document, Heading, PrintBlock

FONTS = Path(__file__).parent / "fonts"
_ADDRESSES = ("https://", "http://", "mailto:")


def targets(document: Document) -> frozenset[str]:
    """The ids within the document that a link can lead to."""
    headings = {b.id for b in document.blocks if isinstance(b, Heading) and b.id}
    return frozenset(headings | {source.id for source in document.sources})


def link_of(href: str | Place | None, known: frozenset[str]) -> str | None:
    """Where a link leads: a web address, or `#id` of something the document holds; else None.

    A place of the record has no address on paper.

    Why: an address that begins with anything else could run a script in the reader's browser.
    """
    if not href or isinstance(href, Place):
        return None
    if href.startswith("#"):
        return href if href[1:] in known else None
    return href if href.lower().startswith(_ADDRESSES) else None


def in_order(document: Document) -> Iterator[PrintBlock]:
    """The blocks, no heading more than one level below the one before it, and each id given once."""
    level = 1
    given = {source.id for source in document.sources}
    for block in document.blocks:
        if not isinstance(block, Heading):
            yield block
            continue
        level = max(2, min(block.level, level + 1, 6))
        own = "" if block.id in given else block.id
        given.add(own)
        yield replace(block, level=level, id=own)


@cache
def signs() -> frozenset[str]:
    """Every sign that the project's font can show."""
    found: set[str] = set()
    for line in (FONTS / "signs.txt").read_text(encoding="ascii").split():
        first, _, last = line.partition("-")
        found.update(map(chr, range(int(first, 16), int(last or first, 16) + 1)))
    return frozenset(found)
