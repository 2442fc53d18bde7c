"""What a browser is handed before the dashboard draws itself: the framework's page in our words.

The framework's own front page is called "Streamlit" until the first page is drawn, looks for the
server below every page's path, and tells readers without JavaScript about an interface for
programs. Ours leads them, and programs, to the same thing in the published record. Everything here
falls back to the framework's: a front page that changes with a new version is served as it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import escape
from pathlib import Path
from urllib.parse import quote

import streamlit
from starlette.convertors import Convertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from components import assets, framework_files
from components.answering import ASK_AGAIN, is_unchanged
from components.below_base import BelowBasePath, base_path
from components.navigation import LOST_TITLE, PAGES, DashboardPage, near_pages
from inspection.addresses import RECORD, Place, record_path
from inspection.look import COLOURS, FONT, SYSTEM_FONTS, document_rules
from inspection.product import MARK, NAME
from inspection.publication import entity_tag

COUNTERPART = "COUNTERPART"
"""Stands in the front page where the address of the plain document is put in."""
WITHOUT_JAVASCRIPT = (
    "<p>Inspection History draws its pages with JavaScript, which is switched off here. The same "
    f'record stands in plain documents that need none: <a href="{COUNTERPART}">this page as a plain '
    "document</a>, as known today. The reports it is made from can be read at "
    '<a href="https://hmicfrs.justiceinspectorates.gov.uk/">hmicfrs.justiceinspectorates.gov.uk</a>'
    ".</p>"
)
BEFORE_THE_FIRST_PAGE = """
html:root { font-size: 100%; }
.loading { position: fixed; inset: 0; padding: 18vh 1.5rem 1.5rem; text-align: center;
  font-family: FONT; color-scheme: light dark; background: GROUND; color: INK; }
.loading p { margin: 0.4rem 0; }
.loading .page { font-size: 2rem; font-weight: 600; }
[data-testid="stSkipToContent"] { font-family: FONT !important; }
"""
"""Letters in the size the reader has set, for which the framework puts a number of its own; what
stands on the page until the framework draws the first one, a second or more on a slow line; and the
one link that the framework writes in its own font, which would be fetched for it alone."""
NAMED_BY = {
    "overview": "force",
    "meeting": "force",
    "inspection": "id",
    "recurring": "theme",
    "progress": "item",
}
"""The choice in the address that says what a page is about."""
SLUG = re.compile("[a-z0-9-]+")
BEFORE_THE_FRAMEWORK = (
    "window.__streamlit = { BACKEND_BASE_URL: new URL(BASE_PATH, location.origin).href, "
    "HOST_CONFIG: { allowedOrigins: [location.origin], useExternalAuthToken: false } };"
)
"""The script in the page itself: the server stands at the bare address, whatever page is opened, and
the framework need not look for it below the page's path first, which fails and says so. Nor need it
ask what sites may steer the dashboard in a frame, none, before it opens its line to the server."""
FONT_NOT_USED = re.compile(r'<link\s+rel="preload"[^>]*as="font"[^>]*>')
"""The framework's font for words, of which ours has the place."""
WITH_CHARTS = ("overview", "history", "grades", "recurring", "progress", "meeting", "inspection")
"""The pages that draw charts, some of them once a choice is made."""
INLINE_SCRIPT = re.compile(r"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", re.S | re.I)


class _PagePath(Convertor[str]):
    """A path that neither the framework's own routes nor a file of its front page answers."""

    regex = r"(?!(?:static|media|component|app|auth|oauth2callback)(?:/|$))[^/._][^/.]*"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("page", _PagePath())


def routes() -> list[Route]:
    """The front page at every address of the dashboard. Other routes go before these."""
    return [
        BelowBasePath("/", front_page),
        BelowBasePath("/{page:page}", front_page),
        BelowBasePath("/{page:page}/{rest:path}", deeper_address),
    ]


async def front_page(request: Request) -> Response:
    """The front page, named after the page asked for; with status 404 where there is none."""
    key = request.path_params.get("page", PAGES[0].key)
    if key != key.strip():
        return without_blanks(key, request.url.query)
    known = {page.key: (page.title, page.purpose) for page in PAGES}
    title, purpose = known.get(key, (LOST_TITLE, ""))
    plain = plain_document(key, request.query_params)
    html = _front_page(title, purpose, key in WITH_CHARTS).replace(COUNTERPART, escape(plain))
    headers = {"Cache-Control": ASK_AGAIN, "ETag": entity_tag(html.encode())}
    if key in known and is_unchanged(request.headers, headers["ETag"]):
        return Response(status_code=304, headers={**headers, "Vary": "Accept-Encoding"})
    return HTMLResponse(html, 200 if key in known else 404, headers)


def without_blanks(key: str, query: str) -> Response:
    """The way to the page that is meant where blanks came along with its address.

    The framework takes blanks off the names of pages, and would find none of this name.
    """
    asked = f"?{query}" if query else ""
    return RedirectResponse(f"./{quote(key.strip())}{asked}", 308, {"Cache-Control": ASK_AGAIN})


def plain_document(page: str, choices: Mapping[str, str]) -> str:
    """The path, from the host, of the document in the published record that shows the same."""
    return f"{base_path()}{RECORD}{record_path(counterpart(page, choices))}"


def counterpart(page: str, choices: Mapping[str, str]) -> Place:
    """The place of the record that a page with these choices is about.

    `page` is a page's key, or whatever was asked for in its place; choices are those of the address,
    of which only names made of a-z, 0-9 and hyphens are followed.
    """
    if page not in {known.key for known in PAGES}:
        return Place("record")
    id, at = (_name(choices.get(choice, "")) for choice in (NAMED_BY.get(page, ""), "at"))
    page = "overview" if page == "meeting" else page
    has_places = page in ("data", "glossary") or (page == "inspection" and id)
    return Place(page, id, at if has_places else "")


def _name(value: str) -> str:
    return value if SLUG.fullmatch(value) else ""


async def deeper_address(request: Request) -> Response:
    """A plain page for an address with too many parts, at which the framework draws nothing."""
    base = base_path()
    near = _listed(base, near_pages(request.url.path.removeprefix(base)))
    meant = f"<p>Did you mean one of these?</p>{near}" if near else ""
    return HTMLResponse(
        f'<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><meta name="color-scheme" '
        f'content="light dark"><title>{LOST_TITLE} – {NAME}</title>'
        f"<style>{document_rules()}li {{ padding: 0.3rem 0; }} a {{ color: var(--accent); }} "
        "body { background: var(--ground); color: var(--ink); }</style></head>"
        '<body style="font-family:sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem">'
        f"<header><p>{NAME}</p></header><main><h1>{LOST_TITLE}</h1><p>There is no page at the address "
        f"<strong>{escape(request.url.path[:80])}</strong>.</p>{meant}"
        f"<p>These are the pages there are:</p>{_listed(base, PAGES)}</main></body></html>",
        404,
    )


def _listed(base: str, pages: Sequence[DashboardPage]) -> str:
    links = (f'<li><a href="{base}{page.key}">{escape(page.title)}</a></li>' for page in pages)
    return f"<ul>{''.join(links)}</ul>" if pages else ""


def inline_scripts() -> list[str]:
    """The scripts that stand in the front page itself, as a browser reads them."""
    return INLINE_SCRIPT.findall(_first_front_page())


def have_ready() -> None:
    """Make ready what the first reader will fetch."""
    assets.assets()
    framework_files.have_ready(_first_front_page())


def _first_front_page() -> str:
    return _front_page(PAGES[0].title, PAGES[0].purpose, True)


@lru_cache(maxsize=16)
def _front_page(title: str, purpose: str, has_charts: bool) -> str:
    """The framework's front page with our title, language, mark and script.

    One for each page, whatever is chosen on it: the choices are in `COUNTERPART` alone.
    """
    source = Path(streamlit.__file__).with_name("static") / "index.html"
    html = source.read_text(encoding="utf-8")
    html = FONT_NOT_USED.sub("", html.replace('<html lang="en">', '<html lang="en-GB">'))
    html = html.replace("<title>Streamlit</title>", f"<title>{escape(title)} – {NAME}</title>")
    html = html.replace('href="./favicon.png"', f'href="{MARK}"')
    described = f'<meta name="description" content="{escape(purpose)}">' if purpose else ""
    html = re.sub(r"(<noscript>).*?(</noscript>)", rf"\1{WITHOUT_JAVASCRIPT}\2", html, flags=re.S)
    html = html.replace('<div id="root"></div>', f'<div id="root">{_loading(title)}</div>')
    head = f"{described}{_alternates()}<script>{_script()}</script>{_style()}"
    soon = "".join(
        f'<link rel="modulepreload" crossorigin href="./{path}">'
        for path in framework_files.needed_later(html)
    )
    return html.replace("</head>", f"{head}{soon}{assets.head(has_charts)}</head>", 1)


def _loading(title: str) -> str:
    """What a reader sees and hears until the framework puts the page in its place."""
    return (
        f'<div class="loading" role="status"><p>{NAME}</p><p class="page">{escape(title)}</p>'
        "<p>Loading the record ...</p></div>"
    )


def _style() -> str:
    rules = BEFORE_THE_FIRST_PAGE.replace("FONT", f'"{FONT}", {SYSTEM_FONTS}')
    for name in ("ground", "ink"):
        rules = rules.replace(name.upper(), "light-dark({}, {})".format(*COLOURS[name]))
    without = '<noscript id="unwritten"><style>.loading { display: none; }</style></noscript>'
    return f"<style>{rules}</style>{without}"


def _alternates() -> str:
    return (
        '<link rel="alternate" type="text/html" title="This page as a plain document" '
        f'href="{COUNTERPART}">'
        '<link rel="alternate" type="application/atom+xml" title="New in the record" '
        f'href="{base_path()}{RECORD}feed.atom">'
    )


def _script() -> str:
    return BEFORE_THE_FRAMEWORK.replace("BASE_PATH", json.dumps(base_path()))
