"""Links, the address bar, Back and Forward."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import settled

NOT_FOUND = (
    "error: Failed to load resource: the server responded with a status of 404 (Not Found)",
)
"""What the browser notes of the status of a page that does not exist, as it should."""
BROKEN = ("warning: WebSocket onclose", "error: Cannot send rerun backMessage when disconnected")
"""What the framework notes of a connection that broke."""


def heading(page):
    return page.get_by_role("heading", level=1)


@pytest.fixture
def mark_of_session(visitor):
    """Something in the window that a new load would wipe out."""

    def mark():
        visitor.page.evaluate("window.sameLoad = true")
        return lambda: visitor.page.evaluate("window.sameLoad === true")

    return mark


def test_a_link_in_a_sentence_stays_in_the_session_and_back_leads_back(
    shared_server, visitor, mark_of_session
):
    page = visitor.open(shared_server, "/overview?force=northumbria")
    is_same_load = mark_of_session()
    page.locator("footer").get_by_role("link", name="How the record is made").click()
    expect(heading(page)).to_have_text("Method")
    expect(page).to_have_url(f"{shared_server.address}/method")
    page.go_back()
    expect(heading(page)).to_have_text("Overview")
    expect(page).to_have_url(f"{shared_server.address}/overview?force=northumbria")
    page.go_forward()
    expect(heading(page)).to_have_text("Method")
    settled(page)
    assert is_same_load()


def test_a_link_to_the_page_one_is_on_changes_what_it_shows_and_its_address(
    shared_server, visitor, mark_of_session
):
    page = visitor.open(shared_server, "/inspection?id=northumbria-ncpi-2018")
    is_same_load = mark_of_session()
    first = heading(page).inner_text()
    link = page.locator('main a[href*="inspection?id="]').first
    asked = link.get_attribute("href").removeprefix(".")
    link.click()
    expect(page).to_have_url(f"{shared_server.address}{asked}")
    expect(heading(page)).not_to_have_text(first)
    page.go_back()
    expect(heading(page)).to_have_text(first)
    assert is_same_load()


def test_the_address_of_the_overview_is_marked_in_the_menu(shared_server, visitor):
    page = visitor.open(shared_server, "/overview")
    menu = page.get_by_role("navigation", name="App pages")
    expect(menu.locator("[aria-current=page]")).to_contain_text("Overview")


def test_an_unknown_address_says_so_and_leads_on(shared_server, visitor):
    visitor.expected = NOT_FOUND
    page = visitor.open(shared_server, "/no-such-page")
    expect(heading(page)).to_have_text("Page not found")
    expect(page.get_by_text("There is no page at the address /no-such-page.")).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page).to_have_url(f"{shared_server.address}/no-such-page")
    expect(page).to_have_title("Page not found – Inspection History")
    page.locator('[data-testid="stMain"]').get_by_role("link", name="History").click()
    expect(heading(page)).to_have_text("History")
    expect(page).to_have_url(f"{shared_server.address}/history")
    settled(page)


def test_an_address_with_too_many_parts_gets_a_plain_page(shared_server, visitor):
    visitor.host, visitor.expected = shared_server.address, NOT_FOUND
    answer = visitor.page.goto(f"{shared_server.address}/history/2018")
    assert answer.status == 404
    expect(heading(visitor.page)).to_have_text("Page not found")
    visitor.page.get_by_role("link", name="History", exact=True).first.click()
    settled(visitor.page)
    expect(heading(visitor.page)).to_have_text("History")


def test_a_keyboard_reaches_the_page_by_the_skip_link(shared_server, visitor):
    page = visitor.open(shared_server, "/method")
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    expect(focused).to_have_text("Skip to main content")


class Line:
    """The connection of a window to the server, which can be broken."""

    def __init__(self, page):
        self.sockets = []
        page.route_web_socket("**/_stcore/stream", self._joined)

    def _joined(self, socket):
        self.sockets.append(socket)
        server = socket.connect_to_server()
        socket.on_message(server.send)

    def break_now(self):
        self.sockets[-1].close(code=1011)

    def break_at_the_next_message(self):
        """The server never hears that message."""
        self.sockets[-1].on_message(lambda _message: self.break_now())


def by_a_link(page):
    page.locator("footer").get_by_role("link", name="How the record is made").click()


def by_back(page):
    page.evaluate("history.back()")


@pytest.mark.parametrize("step", [by_a_link, by_back])
@pytest.mark.parametrize("breaks", [Line.break_now, Line.break_at_the_next_message])
def test_a_step_during_which_the_connection_breaks_still_arrives(
    breaks, step, shared_server, visitor
):
    line = Line(visitor.page)
    page = visitor.open(shared_server, "/method")
    page.get_by_test_id("stSidebarNav").get_by_role("link", name="Glossary").click()
    expect(heading(page)).to_have_text("Glossary")
    settled(page)
    visitor.expected = BROKEN
    breaks(line)
    step(page)
    expect(heading(page)).to_have_text("Method")
    expect(page).to_have_url(f"{shared_server.address}/method")
    settled(page)
