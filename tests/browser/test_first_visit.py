"""The first request that a fresh server gets, for every page.

A server that finds a folder `pages/` beside its script draws pages without the frame until somebody
has opened the bare address; no test against a server that was visited before can see that.
"""

import shutil

import pytest
from playwright.sync_api import expect

from components.navigation import PAGES

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


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
def test_make_run_serves_the_full_frame_on_a_first_deep_link(start_server, visitor, free_port):
    server = start_server(command=["make", "run", f"PORT={free_port}"], port=free_port)
    page = visitor.open(server, "/recurring")
    expect_full_frame(page, "Recurring issues")
