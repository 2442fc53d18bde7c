"""What a browser is handed before the dashboard draws itself."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.applications import Starlette
from starlette.routing import Match

from components.front_page import routes
from components.navigation import PAGES


def answer(path):
    """Status and text that our own routes give at a path."""
    sent = []

    async def ask():
        scope = {"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": []}

        async def receive():
            return {"type": "http.request", "body": b""}

        async def send(message):
            sent.append(message)

        await Starlette(routes=routes())(scope, receive, send)

    # In a thread of its own: a browser test before this one leaves its loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, ask()).result()
    body = b"".join(message.get("body", b"") for message in sent)
    return sent[0]["status"], body.decode()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)
def test_the_front_page_is_named_after_the_page_asked_for(page):
    status, html = answer(f"/{page.key}")
    assert status == 200
    assert f"<title>{page.title} – Inspection History</title>" in html
    assert '<html lang="en-GB">' in html
    assert 'name="description"' in html


def test_a_reader_without_javascript_is_told_where_the_reports_are():
    _, html = answer("/")
    without = html.partition("<noscript>")[2].partition("</noscript>")[0]
    assert "hmicfrs.justiceinspectorates.gov.uk" in without
    assert "AI agents" not in html


def test_nothing_on_the_front_page_comes_from_another_host():
    _, html = answer("/")
    assert html.count('href="http') == 1  # the one link in the words above
    assert 'src="http' not in html


@pytest.mark.parametrize("path", ["/no-such-page", "/history/2018", "/a/b/c", "/<b>"])
def test_an_unknown_address_has_the_status_not_found(path):
    status, html = answer(path)
    assert status == 404
    assert "<title>Page not found – Inspection History</title>" in html
    assert "<b>" not in html


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/health",
        "/_stcore/stream",
        "/static/js/index.js",
        "/media/0123.csv",
        "/component/x/index.html",
        "/app/static/x.png",
        "/favicon.png",
        "/manifest.json",
    ],
)
def test_the_framework_keeps_its_own_addresses(path):
    scope = {"type": "http", "method": "GET", "path": path}
    assert {route.matches(scope)[0] for route in routes()} == {Match.NONE}
