"""What a browser is handed before the dashboard draws itself."""

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.routing import Match
from streamlit import config

from components import framework_files, front_page
from components.front_page import inline_scripts, routes
from components.navigation import PAGES
from tests.components import asking


def answer(path, query=""):
    """Status and text that our own routes give at a path."""
    status, _, html = answered(path, query)
    return status, html


def answered(path, query="", **headers):
    """Status, headers and text that our own routes give at a path, headers named with underscores."""
    sent = []

    async def ask():
        scope = {
            "type": "http",
            "method": "GET",
            "path": path,
            "query_string": query.encode(),
            "headers": [
                (name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()
            ],
        }

        async def receive():
            return {"type": "http.request", "body": b""}

        async def send(message):
            sent.append(message)

        await Starlette(routes=routes())(scope, receive, send)

    # In a thread of its own: a browser test before this one leaves its loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, ask()).result()
    body = b"".join(message.get("body", b"") for message in sent)
    given = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], given, body.decode()


@pytest.fixture
def below_a_path():
    """A dashboard that is served at /inspections/."""
    config.set_option("server.baseUrlPath", "inspections")
    front_page._front_page.cache_clear()
    yield
    config.set_option("server.baseUrlPath", "")
    front_page._front_page.cache_clear()


@pytest.mark.parametrize(("asked", "meant"), [("/history ", "./history"), ("/ \xa0", "./")])
def test_blanks_that_came_along_with_an_address_are_taken_off(asked, meant):
    sent_on = asking.answer(routes(), asked, query="force=northumbria")
    assert sent_on.status == 308
    assert sent_on.headers["location"] == f"{meant}?force=northumbria"


def plain_documents(html):
    """Where the front page leads readers and programs that run no script: by name, and by link."""
    without = html.partition("<noscript>")[2].partition("</noscript>")[0]
    (linked,) = re.findall('<a href="([^"]*)">this page as a plain document</a>', without)
    (named,) = re.findall(
        '<link rel="alternate" type="text/html" title="This page as a plain document" '
        'href="([^"]*)">',
        html.partition("</head>")[0],
    )
    return unescape(linked), unescape(named)


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


@pytest.mark.parametrize(
    ("address", "document"),
    [
        ("/", "/record/"),
        ("/overview", "/record/"),
        ("/overview?force=northumbria", "/record/forces/northumbria/"),
        ("/?force=northumbria", "/record/forces/northumbria/"),
        ("/history", "/record/inspections/"),
        ("/history?force=northumbria", "/record/inspections/"),
        ("/grades?force=northumbria", "/record/grades/"),
        ("/recurring", "/record/themes/"),
        ("/recurring?theme=records", "/record/themes/records/"),
        ("/recurring?theme=records&at=x", "/record/themes/records/"),
        ("/progress", "/record/register/"),
        ("/progress?item=x-2025-r1", "/record/register/#x-2025-r1"),
        ("/briefing", "/record/"),
        ("/meeting", "/record/"),
        ("/meeting?force=northumbria&step=latest", "/record/forces/northumbria/"),
        ("/inspection", "/record/inspections/"),
        ("/inspection?at=x-2025-f01", "/record/inspections/"),
        ("/inspection?id=x-2025", "/record/inspections/x-2025/"),
        ("/inspection?id=x-2025&at=x-2025-f01", "/record/inspections/x-2025/#x-2025-f01"),
        ("/inspection?id=x-2025&as-known-on=2019-07-24", "/record/inspections/x-2025/"),
        ("/search?q=custody", "/record/"),
        ("/data?at=gap-1", "/record/data/#gap-1"),
        ("/method", "/record/method/"),
        ("/no-such-page?id=x-2025", "/record/"),
        ("/inspection?id=../../etc", "/record/inspections/"),
        ("/inspection?id=%22%3E%3Cb%3E", "/record/inspections/"),
        ("/inspection?id=x%0A", "/record/inspections/"),
        ("/inspection?id=X", "/record/inspections/"),
        ("/inspection?id=x-2025&at=%22%3E", "/record/inspections/x-2025/"),
        ("/overview?force=", "/record/"),
    ],
)
def test_without_javascript_every_page_leads_to_the_same_in_the_published_record(address, document):
    path, _, query = address.partition("?")
    _, html = answer(path, query)
    assert plain_documents(html) == (document, document)
    assert "COUNTERPART" not in html


def test_programs_are_told_of_the_feed():
    _, html = answer("/grades")
    assert (
        '<link rel="alternate" type="application/atom+xml" title="New in the record" '
        'href="/record/feed.atom">'
    ) in html.partition("</head>")[0]


@pytest.mark.usefixtures("below_a_path")
def test_below_a_path_the_dashboard_and_its_documents_stand_below_it():
    """The framework hands the whole path to routes of ours."""
    status, html = answer("/inspections/inspection", "id=x-2025")
    assert status == 200
    assert plain_documents(html)[0] == "/inspections/record/inspections/x-2025/"
    assert 'href="/inspections/record/feed.atom"' in html
    assert answer("/inspections/")[0] == 200
    for path in ("/inspections/_stcore/health", "/inspections/static/js/x.js", "/history"):
        scope = {"type": "http", "method": "GET", "path": path}
        assert {route.matches(scope)[0] for route in routes()} == {Match.NONE}


def test_however_many_choices_are_asked_for_one_front_page_is_held_for_each_page():
    front_page._front_page.cache_clear()
    for number in range(30):
        answer("/inspection", f"id=x-{number}")
        answer(f"/lost-{number}")
    assert front_page._front_page.cache_info().currsize == 2


@pytest.mark.parametrize(
    ("path", "title"),
    [("/", "Overview"), ("/recurring", "Recurring issues"), ("/x", "Page not found")],
)
def test_until_the_first_page_is_drawn_its_title_stands_there_and_is_said(path, title):
    _, html = answer(path)
    root = html.partition('<div id="root">')[2]
    assert root.startswith(
        f'<div class="loading" role="status"><p>Inspection History</p><p class="page">{title}</p>'
        "<p>Loading the record ...</p></div></div>"
    )
    assert "<h1" not in html
    # Readers without JavaScript wait for nothing.
    without = re.findall("<noscript[^>]*>(.*?)</noscript>", html, re.S)
    assert "<style>.loading { display: none; }</style>" in without
    assert "light-dark(#ffffff, #12171e)" in html
    assert "html:root { font-size: 100%; }" in html


@pytest.mark.parametrize(
    ("path", "near"),
    [
        ("/history/2018", ["history"]),
        ("/reccuring/issues", ["recurring"]),
        ("/xyzzy/q", []),
        ("/" + "history/" * 1000, ["history"]),
        ('/"><script>alert(1)</script>/grades', ["grades"]),
    ],
)
def test_an_address_with_too_many_parts_offers_pages_like_it(path, near):
    status, html = answer(path)
    assert status == 404
    offered = html.partition("Did you mean one of these?")[2].partition("</ul>")[0]
    assert re.findall('href="/([^"]*)"', offered) == near
    assert "<script" not in html
    assert html.count("<li>") == len(near) + len(PAGES)


def test_every_script_in_the_front_page_is_known_by_its_words():
    _, html = answer("/")
    scripts = inline_scripts()
    assert len(scripts) == 2
    assert "window.__streamlit = " in scripts[1]
    assert html.count("<script>") == 2
    assert all(f"<script>{script}</script>" in html for script in scripts)
    assert [
        attribute for attribute in (" onclick=", " onload=", "javascript:") if attribute in html
    ] == []


def test_a_front_page_that_a_browser_holds_is_not_sent_again_unless_it_is_another():
    status, headers, _ = answered("/grades")
    assert (status, headers["cache-control"]) == (200, "no-cache")
    held = {"if_none_match": headers["etag"]}
    status, again, html = answered("/grades", **held)
    assert (status, again["etag"], again["vary"], html) == (
        304,
        headers["etag"],
        "Accept-Encoding",
        "",
    )
    assert answered("/history", **held)[0] == 200
    assert answered("/grades", "force=x", **held)[0] == 304  # leads to the same document
    assert answered("/inspection", "id=x-2025", **held)[0] == 200


def test_that_there_is_no_such_page_is_said_however_often_it_is_asked_for():
    status, headers, _ = answered("/no-such-page")
    assert (status, answered("/no-such-page", if_none_match=headers["etag"])[0]) == (404, 404)


def test_the_framework_needs_to_ask_nothing_before_it_opens_its_line_to_the_server():
    script = inline_scripts()[1]
    assert 'BACKEND_BASE_URL: new URL("/", location.origin).href' in script
    assert (
        "HOST_CONFIG: { allowedOrigins: [location.origin], useExternalAuthToken: false }" in script
    )


def test_what_draws_every_page_is_fetched_with_the_framework_and_its_font_is_not():
    _, html = answer("/method")
    needed = re.findall('<link rel="modulepreload" crossorigin href="[.]/([^"]*)">', html)
    index = (framework_files.FOLDER / "index.html").read_text("utf-8")
    assert set(needed) >= set(framework_files.needed_later(index)) != set()
    assert "SourceSans" in index
    assert "SourceSans" not in html


def test_the_pages_that_draw_charts_are_those_that_have_the_library_fetched():
    """A page draws them with `charted`, or with a component that does."""
    components = Path(front_page.__file__).parent
    drawing = {"charted"} | {
        file.stem for file in components.glob("*.py") if "charted" in imported(file)
    }
    with_charts = [page.key for page in PAGES if imported(page.script) & drawing]
    assert list(front_page.WITH_CHARTS) == with_charts
    fetched = [page.key for page in PAGES if 'rel="prefetch"' in answer(f"/{page.key}")[1]]
    assert fetched == with_charts


def imported(file):
    """The components a script imports by name."""
    lines = re.findall(
        r"^from components import (?:\(([^)]*)\)|(.*))$", file.read_text("utf-8"), re.M
    )
    return set(re.findall(r"\w+", " ".join(map(" ".join, lines))))


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
