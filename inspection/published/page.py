"""One page of the published record as HTML: one request and one style sheet, no script."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from inspection.addresses import Addresses, Place, dashboard_path, record_path
from inspection.blocks_html import STYLES, Markup
from inspection.citing import citing
from inspection.dates import date_words
from inspection.document import Block, Heading
from inspection.document_html import style_rules
from inspection.model import Record
from inspection.product import LICENCE, MARK, NAME, STANDING
from inspection.sheets.of_help import content_note
from inspection.staleness import undated_words

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src data:; "
    "base-uri 'none'; form-action 'none'"
)
"""What a page may load: its style sheet, and what stands within itself."""
MENU = (
    (Place("forces"), "Forces"),
    (Place("inspection"), "Inspections"),
    (Place("recurring"), "Recurring issues"),
    (Place("grades"), "Grades"),
    (Place("progress"), "Register"),
    (Place("method"), "Method"),
    (Place("glossary"), "Glossary"),
    (Place("data"), "Data"),
    (Place("corrections"), "Corrections"),
    (Place("sources"), "Sources"),
)
"""The pages that every page leads to, in the order of the menu."""
MANY_HEADINGS = 4


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the published record.

    `place` is where it stands; `answer` opens it in words; `description` is what a search engine
    shows; `above` are the pages it belongs under, outermost first; `in_dashboard` is the place in
    the dashboard that shows the same, or None; `full_title` is what browsers and citations give
    where the heading alone would not tell the page from another. One that `deals_with_abuse` says so
    below its answer, and where to find help.
    """

    place: Place
    title: str
    description: str
    answer: str
    blocks: Sequence[Block]
    above: tuple[tuple[Place, str], ...] = ()
    in_dashboard: Place | None = None
    full_title: str = ""
    deals_with_abuse: bool = False


def page_html(record: Record, page: Page, where: Addresses) -> str:
    """The page as a whole; links within the record are relative, so that a folder can stand anywhere."""
    path = record_path(page.place)
    up = "../" * path.count("/")
    cited = citing(record, page.full_title or page.title, page.place, where)

    def way(place: Place) -> str:
        return f"{up}{record_path(place)}" or "./"

    markup = Markup(way=way, cited=cited.citation)
    here = cited.citation()
    title = f"{page.full_title or page.title} – {NAME}" if path else NAME
    items = "".join(_menu_item(way(place), name, place, page) for place, name in MENU)
    trail = "".join(
        f'<li><a href="{escape(way(place))}">{escape(name)}</a></li>' for place, name in page.above
    )
    return f"""\
<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="same-origin">
<meta name="color-scheme" content="light dark">
<title>{escape(title)}</title>
<meta name="description" content="{escape(page.description)}">
<link rel="canonical" href="{escape(here.permanent)}">
<link rel="stylesheet" href="{up}style.css">
<link rel="icon" href="{MARK}">
<link rel="license" href="{LICENCE}">
<link rel="alternate" type="application/atom+xml" title="New in the record" href="{up}feed.atom">
</head>
<body>
<a class="skip" href="#text">Skip to the text</a>
<header>
<p class="product"><a href="{up or "./"}">{NAME}</a> <span>{STANDING}</span></p>
<nav aria-label="The record"><ul>{items}</ul></nav>
</header>
<main id="text">
{f'<nav aria-label="Where this page belongs"><ol>{trail}</ol></nav>' if trail else ""}
<h1>{escape(page.title)}</h1>
<p class="lead">{escape(page.answer)}</p>
{markup.block(content_note()) if page.deals_with_abuse else ""}
{on_this_page(page.blocks)}
{markup.blocks(page.blocks)}
</main>
<footer>
{_in_dashboard(page.in_dashboard, where)}
<p>Permanent link: <a href="{escape(here.permanent)}">{escape(here.permanent)}</a></p>
<p>Cite as: <span class="citation">{escape(here.words)}</span></p>
<p>{_edition(record)} Facts from HMICFRS reports are used under the \
<a href="{LICENCE}">Open Government Licence v3.0</a>; the sentences are ours. \
<a href="{up}method/">How the record is made</a>, <a href="{up}data/">take the data away</a>, \
<a href="{up}accessibility/">accessibility</a>, \
<a href="{escape(here.report)}">report an error on this page</a>.</p>
</footer>
</body>
</html>
"""


def style_sheet() -> str:
    """The one style sheet of the published record, with its fonts inside."""
    parts = (STYLES, Path(__file__).with_name("published.css"))
    return style_rules() + "".join(part.read_text(encoding="utf-8") for part in parts)


def _menu_item(to: str, name: str, place: Place, page: Page) -> str:
    """A page in the menu, marked where one is on it or on a page that belongs under it."""
    under = any(place == above for above, _ in page.above)
    here = "page" if place == page.place else "true" if under else ""
    marked = f' aria-current="{here}"' if here else ""
    return f'<li><a href="{escape(to)}"{marked}>{escape(name)}</a></li>'


def on_this_page(blocks: Sequence[Block]) -> str:
    """The headings of a long page as links; nothing where there are few."""
    heads = [b for b in blocks if isinstance(b, Heading) and b.level == 2 and b.id]
    if len(heads) < MANY_HEADINGS:
        return ""
    items = "".join(f'<li><a href="#{escape(h.id)}">{escape(h.text)}</a></li>' for h in heads)
    return f'<nav aria-label="On this page" class="contents"><ul>{items}</ul></nav>'


def _in_dashboard(place: Place | None, where: Addresses) -> str:
    if place is None or not where.dashboard:
        return ""
    to = where.dashboard + dashboard_path(place)
    return (
        f'<p><a href="{escape(to)}">This page in the dashboard</a>, where it can be filtered, '
        "searched and turned back to a past day.</p>"
    )


def _edition(record: Record) -> str:
    release = record.release
    return (
        f"Data version {escape(release.version)}, as known on {date_words(release.released_on)}. "
        f"{escape(undated_words(release))}"
    )
