"""A document as one HTML file that needs nothing else: no network, no script, its fonts inside."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from html import escape
from pathlib import Path

from inspection.document import (
    Block,
    Bullets,
    Document,
    Drawing,
    Heading,
    Paragraph,
    SourceLine,
    Table,
    Words,
)
from inspection.document_parts import FAMILY, FONTS, in_order, link_of, targets

STYLES = Path(__file__).parent / "document.css"
_PAGE = """\
@page { size: A4; margin: 22mm 20mm 25mm;
  @bottom-left { content: %s; font: 8pt "Inspection Sans", sans-serif; color: #4a5665; width: 80%%; }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); \
font: 8pt "Inspection Sans", sans-serif; color: #4a5665; } }
"""
_FACE = (
    '@font-face {{ font-family: "{family}"; font-weight: {weight}; '
    'src: url(data:font/woff2;base64,{data}) format("woff2"); }}\n'
)


def document_html(document: Document) -> str:
    """The document as a page for screens of any width, light and dark, and for A4 paper.

    Everything in it is escaped; a link to anything but the web or a place in the document is left
    as plain words.
    """
    known = targets(document)
    body = "\n".join(_block(block, known) for block in in_order(document))
    address = _link(document.address, document.address, known, "address")
    permanent = f"<p>Permanent address: {address}</p>" if document.address else ""
    return f"""\
<!DOCTYPE html>
<html lang="{escape(document.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(document.title)}</title>
<meta name="description" content="{escape(document.description)}">
<style>
{_faces()}{STYLES.read_text(encoding="utf-8")}{_PAGE % _in_css(document.stamp)}</style>
</head>
<body>
<header>
<h1>{escape(document.title)}</h1>
<p class="subtitle">{escape(document.subtitle)}</p>
<p class="stamp">{escape(document.stamp)}</p>
</header>
<main>
{body}
{_sources(document.sources, known)}</main>
<footer>
<p>{escape(document.stamp)}</p>
{permanent}
</footer>
</body>
</html>
"""


def document_body(document: Document) -> str:
    """The blocks and sources of a document in one line of HTML, to stand within another page."""
    known = targets(document)
    blocks = "".join(_block(block, known) for block in in_order(document))
    return f"{blocks}{_sources(document.sources, known)}".replace("\n", " ")


@cache
def _faces() -> str:
    files = {400: "InspectionSans-Regular.woff2", 600: "InspectionSans-SemiBold.woff2"}
    return "".join(
        _FACE.format(
            family=FAMILY, weight=weight, data=b64encode((FONTS / file).read_bytes()).decode()
        )
        for weight, file in files.items()
    )


def _in_css(text: str) -> str:
    """A text as a CSS string, every sign that could end it or the style sheet given by number."""
    signs = (s if s.isalnum() and s.isascii() else f"\\{ord(s):06x}" for s in text)
    return f'"{"".join(signs)}"'


def _block(block: Block, known: frozenset[str]) -> str:
    match block:
        case Heading(level, text, id):
            return f"<h{level}{_id(id)}>{escape(text)}</h{level}>"
        case Paragraph(words, lead, quiet):
            style = ' class="lead"' if lead else ' class="quiet"' if quiet else ""
            return f"<p{style}>{_words(words, known)}</p>"
        case Bullets(items):
            points = "".join(f"<li>{_words(item, known)}</li>\n" for item in items)
            return f"<ul>\n{points}</ul>"
        case Table():
            return _table(block, known)
        case Drawing():
            return _drawing(block)


def _table(table: Table, known: frozenset[str]) -> str:
    """A table that a narrow screen lays out row by row; the roles keep it a table there."""
    whole = sum(table.widths) or 1
    columns = "".join(f'<col style="width:{width / whole:.1%}">' for width in table.widths)
    head = "".join(
        f'<th scope="col" role="columnheader">{escape(name)}</th>' for name in table.columns
    )
    rows = "\n".join(_row(table, row, known) for row in table.rows)
    return f"""\
<div class="table">
<table role="table">
<caption>{escape(table.caption)}</caption>
<colgroup>{columns}</colgroup>
<thead role="rowgroup"><tr role="row">{head}</tr></thead>
<tbody role="rowgroup">
{rows}
</tbody>
</table>
</div>"""


def _row(table: Table, row: tuple[Words, ...], known: frozenset[str]) -> str:
    first = f'<th scope="row" role="rowheader">{_words(row[0], known)}</th>'
    others = (
        f'<td role="cell" data-column="{escape(name)}">{_words(cell, known)}</td>'
        for name, cell in zip(table.columns[1:], row[1:], strict=True)
    )
    return f'<tr role="row">{first}{"".join(others)}</tr>'


def _drawing(drawing: Drawing) -> str:
    """The drawing itself within the page, with its description as its name."""
    start = drawing.svg[drawing.svg.index("<svg") :]
    named = re.sub(
        "^<svg", lambda _: f'<svg role="img" aria-label="{escape(drawing.alt)}"', start, count=1
    )
    caption = escape(drawing.caption)
    title = f"<figcaption>{caption}</figcaption>\n" if caption else ""
    label = caption or "Drawing"
    return (
        f'<figure>\n{title}<div class="drawing" role="region" tabindex="0" '
        f'aria-label="{label}">{named}</div>\n</figure>'
    )


def _sources(sources: tuple[SourceLine, ...], known: frozenset[str]) -> str:
    if not sources:
        return ""
    items = "\n".join(_source(source, known) for source in sources)
    return f'<h2>Sources</h2>\n<ol class="sources">\n{items}\n</ol>\n'


def _source(source: SourceLine, known: frozenset[str]) -> str:
    about = ", ".join(filter(None, (source.publisher, source.date)))
    told = f"<cite>{escape(source.title)}</cite>{'. ' if about else ''}{escape(about)}."
    where = _link(source.url, source.url, known, "address") if source.url else ""
    return f'<li{_id(source.id)} value="{source.number}">{told} {where}</li>'


def _words(words: Words, known: frozenset[str]) -> str:
    shown = []
    for run in words:
        text = _link(run.text, run.href, known)
        shown.append(f"<strong>{text}</strong>" if run.strong else text)
    return "".join(shown)


def _link(text: str, href: str | None, known: frozenset[str], style: str = "") -> str:
    target = link_of(href, known)
    if target is None:
        return escape(text)
    kind = f' class="{style}"' if style else ""
    return f'<a{kind} href="{escape(target)}">{escape(text)}</a>'


def _id(id: str) -> str:
    return f' id="{escape(id)}"' if id else ""
