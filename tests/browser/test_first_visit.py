"""The first request that a fresh server gets, for every page; and what a first visit fetches.

A server that finds a folder `pages/` beside its script draws pages without the frame until somebody
has opened the bare address; no test against a server that was visited before can see that.
"""

import re
import urllib.request

import pytest
from playwright.sync_api import expect

from components.navigation import PAGES
from tests.browser.conftest import needs_make_run

PRODUCT_LINE = "An independent record. Not endorsed by any police force or inspectorate."


def expect_meeting(page):
    """The meeting view, from which the menu is left out: product line, question, footer."""
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "What did the latest child protection inspection find?"
    )
    expect(page.get_by_text(PRODUCT_LINE)).to_be_visible()
    expect(page.locator("footer.foot")).to_contain_text("Open Government Licence v3.0")
    expect(page.get_by_role("navigation", name="App pages")).to_have_count(0)
    assert page.title().endswith(" – Inspection History")


def expect_full_frame(page, title):
    """The page asked for, in the frame: menu, product line, one title, footer, named window."""
    menu = page.get_by_role("navigation", name="App pages").get_by_role("link")
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    if title != "Inspection":
        expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(page.get_by_text(PRODUCT_LINE)).to_be_visible()
    expect(menu).to_have_count(len(PAGES))
    expect(menu.and_(page.locator("[aria-current=page]"))).to_contain_text(title)
    expect(page.locator("footer.foot")).to_contain_text("Open Government Licence v3.0")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert page.title().endswith(" – Inspection History")


@pytest.mark.parametrize("asked", PAGES, ids=lambda page: page.key)
def test_a_deep_link_as_first_request_shows_its_page_in_the_full_frame(
    asked, fresh_server, visitor
):
    page = visitor.open(fresh_server, f"/{asked.key}")
    if asked.key == "meeting":
        expect_meeting(page)
    else:
        expect_full_frame(page, asked.title)
    assert page.url == f"{fresh_server.address}/{asked.key}"


def test_the_bare_address_as_first_request_shows_the_overview(fresh_server, visitor):
    page = visitor.open(fresh_server, "/")
    expect_full_frame(page, "Overview")


@needs_make_run
def test_make_run_serves_the_full_frame_on_a_first_deep_link(start_server, visitor, free_port):
    server = start_server(command=["make", "run", f"PORT={free_port}"], port=free_port)
    page = visitor.open(server, "/recurring")
    expect_full_frame(page, "Recurring issues")


class Fetched:
    """What came over the line for a window: bytes, and the answers to what was asked for."""

    def __init__(self, page):
        self.bytes, self.answers = 0, {}
        line = page.context.new_cdp_session(page)
        line.send("Network.enable")
        line.on("Network.loadingFinished", self._count)
        line.on("Network.webSocketFrameReceived", self._count_frame)
        page.on("response", lambda answer: self.answers.setdefault(answer.url, answer))

    def _count(self, finished):
        self.bytes += finished["encodedDataLength"]

    def _count_frame(self, received):
        self.bytes += len(received["response"]["payloadData"]) * 3 // 4  # written in base 64

    def named(self, pattern):
        return {url: answer for url, answer in self.answers.items() if re.search(pattern, url)}


def test_a_first_visit_fetches_little_and_a_second_next_to_nothing(shared_server, visitor):
    with urllib.request.urlopen(f"{shared_server.address}/overview") as answer:
        front_page = answer.read().decode()
    fetched = Fetched(visitor.page)
    page = visitor.open(shared_server, "/overview")
    expect(page.locator(".chart[data-drawn]")).to_be_visible()
    scripts = fetched.named("/static/.*[.](js|css)$")
    assert {answer.headers.get("content-encoding") for answer in scripts.values()} == {"gzip"}
    # None is left to be asked for when the first words have come, one round trip after another.
    unnamed = [url for url in scripts if url.removeprefix(shared_server.address) not in front_page]
    assert unnamed == []
    assert len(fetched.named("/assets/plotly-cartesian")) == 1
    assert fetched.named("SourceSans") == {}
    assert 500_000 < fetched.bytes < 2_000_000

    visitor.page = page.context.new_page()
    again = Fetched(visitor.page)
    page = visitor.open(shared_server, "/overview")
    expect(page.locator(".chart[data-drawn]")).to_be_visible()
    assert again.named("/static/").keys() == fetched.named("/static/").keys()
    assert again.bytes < 200_000


def test_the_words_wait_for_nothing_but_the_line_to_the_server(shared_server, visitor):
    """Two questions that the framework asks first elsewhere: here their answers may come late."""
    health, settings = "**/_stcore/health", "**/_stcore/host-config"
    for question in (health, settings):
        visitor.page.route(question, lambda _held: None)
    with visitor.page.expect_request(health), visitor.page.expect_request(settings):
        page = visitor.open(shared_server, "/method")
    expect(page.get_by_role("heading", level=1)).to_have_text("Method")
