"""What a browser is handed before the dashboard draws itself: the framework's page in our words.

The framework's own front page is called "Streamlit" until the first page is drawn, looks for the
server below every page's path, and tells readers without JavaScript about an interface for
programs. Everything here falls back to it: a front page that changes with a new version of the
framework is served as it is.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from html import escape
from pathlib import Path
from urllib.parse import quote

import streamlit
from starlette.convertors import Convertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from streamlit import get_option

from components.navigation import LOST_TITLE, PAGES, PRODUCT

MARK = "data:image/svg+xml," + quote(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
    '<rect width="32" height="32" rx="6" fill="#1d4f91"/>'
    '<path d="M6 22h20" stroke="#fff" stroke-width="2.5" stroke-linecap="round"/>'
    '<g fill="#fff"><circle cx="9" cy="22" r="3.2"/><circle cx="17" cy="22" r="3.2"/>'
    '<circle cx="24" cy="22" r="3.2"/><path d="M9 8h14v2.6H9zM9 13h9v2.6H9z"/></g></svg>'
)
"""The product's mark: lines of a report above points in time. No crest and no logo."""

WITHOUT_JAVASCRIPT = (
    "<p>Inspection History draws its pages with JavaScript, which is switched off here. The reports "
    "it is made from can be read at "
    '<a href="https://hmicfrs.justiceinspectorates.gov.uk/">hmicfrs.justiceinspectorates.gov.uk</a>'
    ".</p>"
)


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
        Route("/", front_page),
        Route("/{page:page}", front_page),
        Route("/{page:page}/{rest:path}", deeper_address),
    ]


async def front_page(request: Request) -> Response:
    """The front page, named after the page asked for; with status 404 where there is none."""
    key = request.path_params.get("page", PAGES[0].key)
    known = {page.key: (page.title, page.purpose) for page in PAGES}
    title, purpose = known.get(key, (LOST_TITLE, ""))
    return HTMLResponse(
        _front_page(title, purpose),
        200 if key in known else 404,
        {"Cache-Control": "no-cache"},
    )


async def deeper_address(request: Request) -> Response:
    """A plain page for an address with too many parts, at which the framework draws nothing."""
    base = _base_path()
    links = "".join(f'<li><a href="{base}{p.key}">{escape(p.title)}</a></li>' for p in PAGES)
    return HTMLResponse(
        f'<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><meta name="color-scheme" '
        f'content="light dark"><title>{LOST_TITLE} – {PRODUCT}</title></head>'
        '<body style="font-family:sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem">'
        f"<p>{PRODUCT}</p><h1>{LOST_TITLE}</h1><p>There is no page at the address "
        f"<strong>{escape(request.url.path[:80])}</strong>. These are the pages there are:</p>"
        f"<ul>{links}</ul></body></html>",
        404,
    )


@lru_cache(maxsize=16)
def _front_page(title: str, purpose: str) -> str:
    """The framework's front page with our title, language, mark and script."""
    source = Path(streamlit.__file__).with_name("static") / "index.html"
    base = _base_path()
    paths = [base, *(f"{base}{page.key}" for page in PAGES)]
    script = (
        Path(__file__)
        .with_suffix(".js")
        .read_text(encoding="utf-8")
        .replace("BASE_PATH", json.dumps(base))
        .replace("PAGE_PATHS", json.dumps(paths))
    )
    described = f'<meta name="description" content="{escape(purpose)}">' if purpose else ""
    html = source.read_text(encoding="utf-8")
    html = html.replace('<html lang="en">', '<html lang="en-GB">')
    html = html.replace("<title>Streamlit</title>", f"<title>{escape(title)} – {PRODUCT}</title>")
    html = html.replace('href="./favicon.png"', f'href="{MARK}"')
    html = html.replace("</head>", f"{described}<script>{script}</script></head>", 1)
    return re.sub(r"(<noscript>).*?(</noscript>)", rf"\1{WITHOUT_JAVASCRIPT}\2", html, flags=re.S)


def _base_path() -> str:
    """The path the dashboard is served under, with its slashes: `/` unless set otherwise."""
    inner = str(get_option("server.baseUrlPath") or "").strip("/")
    return f"/{inner}/" if inner else "/"
