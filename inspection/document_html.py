"""A document as one HTML file that needs nothing else: no network, no script, its fonts inside."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from html import escape
from pathlib import Path

from inspection.blocks_html import Markup
from inspection.document import Document, SourceLine
from inspection.document_parts import FONTS, in_order, link_of, targets
from inspection.look import FONT, FONT_FILES, document_rules, grade_rules, on_paper

STYLES = Path(__file__).parent / "document.css"
_PAGE = """\
@page {{ size: A4; margin: 22mm 20mm 25mm;
  @bottom-left {{ content: {stamp}; {style} width: 80%; }}
  @bottom-right {{ content: "Page " counter(page) " of " counter(pages); {style} }} }}
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
    body = Markup(known=targets(document)).blocks(in_order(document))
    address = f"<p>Permanent address: {_address(document.address)}</p>"
    permanent = address if document.address else ""
    return f"""\
<!DOCTYPE html>
<html lang="{escape(document.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(document.title)}</title>
<meta name="description" content="{escape(document.description)}">
<style>
{style_rules()}{_page_rule(document.stamp)}</style>
</head>
<body>
<header>
<h1>{escape(document.title)}</h1>
<p class="subtitle">{escape(document.subtitle)}</p>
<p class="stamp">{escape(document.stamp)}</p>
</header>
<main>
{body}
{_sources(document.sources)}</main>
<footer>
<p>{escape(document.stamp)}</p>
{permanent}
</footer>
</body>
</html>
"""


def document_body(document: Document) -> str:
    """The blocks and sources of a document in one line of HTML, to stand within another page."""
    blocks = Markup(known=targets(document)).blocks(in_order(document))
    return f"{blocks}{_sources(document.sources)}".replace("\n", " ")


@cache
def style_rules() -> str:
    """What a document looks like: its font, its colours and its layout."""
    return f"{faces()}{document_rules()}{grade_rules()}{STYLES.read_text(encoding='utf-8')}"


def _page_rule(stamp: str) -> str:
    """The paper, with the stamp and the number of the page at the foot of each."""
    style = f'font: 8pt "{FONT}", sans-serif; color: {on_paper("quiet")};'
    return _PAGE.format(stamp=_in_css(stamp), style=style)


@cache
def faces() -> str:
    """The project's font in both weights as rules of a style sheet, the font itself inside."""
    return "".join(
        _FACE.format(
            family=FONT, weight=weight, data=b64encode((FONTS / file).read_bytes()).decode()
        )
        for weight, file in FONT_FILES.items()
    )


def _in_css(text: str) -> str:
    """A text as a CSS string, every sign that could end it or the style sheet given by number."""
    signs = (s if s.isalnum() and s.isascii() else f"\\{ord(s):06x}" for s in text)
    return f'"{"".join(signs)}"'


def _sources(sources: tuple[SourceLine, ...]) -> str:
    if not sources:
        return ""
    items = "\n".join(map(_source, sources))
    return f'<h2>Sources</h2>\n<ol class="sources">\n{items}\n</ol>\n'


def _source(source: SourceLine) -> str:
    about = ", ".join(filter(None, (source.publisher, source.date)))
    told = f"<cite>{escape(source.title)}</cite>{'. ' if about else ''}{escape(about)}."
    where = _address(source.url) if source.url else ""
    return f'<li id="{escape(source.id)}" value="{source.number}">{told} {where}</li>'


def _address(url: str) -> str:
    """An address that shows itself, as a link where it leads to the web."""
    if link_of(url, frozenset()) is None:
        return escape(url)
    return f'<a class="address" href="{escape(url)}">{escape(url)}</a>'
