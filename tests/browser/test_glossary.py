"""The glossary one keypress away: "?" shows it, and a reader can turn the key off."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Server, Visitor, settled
from tests.browser.test_accessibility import violations


def glossary(page: Page):
    return page.get_by_role("dialog", name="Glossary")


@pytest.fixture
def method(shared_server: Server, visitor: Visitor) -> Page:
    """A page that is quickly drawn."""
    return visitor.open(shared_server, "/method")


def test_the_key_shows_the_glossary_and_escape_gives_the_focus_back(method):
    way = method.get_by_role("link", name="Glossary (press ?)")
    way.focus()
    method.keyboard.press("?")
    expect(glossary(method)).to_be_visible()
    expect(glossary(method).get_by_text("Multi-agency safeguarding hub").first).to_be_visible()
    expect(glossary(method).get_by_role("heading", level=1)).to_have_count(0)
    assert method.evaluate("document.activeElement.closest('dialog') !== null")
    method.keyboard.press("Escape")
    expect(glossary(method)).to_have_count(0)
    expect(way).to_be_focused()
    assert method.url.endswith("/method")


def test_the_key_closes_what_it_has_opened(method):
    method.keyboard.press("?")
    expect(glossary(method)).to_be_visible()
    method.keyboard.press("?")
    expect(glossary(method)).to_have_count(0)


def test_the_glossary_shown_breaks_no_rule_of_accessibility(method):
    method.keyboard.press("?")
    expect(glossary(method)).to_be_visible()
    assert violations(method) == []


def test_nothing_is_shown_while_somebody_writes(shared_server, visitor):
    page = visitor.open(shared_server, "/search")
    box = page.get_by_label("Search the whole record")
    box.click()
    page.keyboard.type("what is this?")
    expect(box).to_have_value("what is this?")
    expect(glossary(page)).to_have_count(0)
    page.get_by_role("heading", level=1).click()
    settled(page)
    page.keyboard.press("?")
    expect(glossary(page)).to_be_visible()


@pytest.mark.parametrize("held", ["Control", "Alt", "Meta"])
def test_the_key_with_another_held_is_left_to_the_browser(held, method):
    method.evaluate(
        "addEventListener('keydown', (event) => { if (event.key === '?') window.seen = true })"
    )
    method.keyboard.press(f"{held}+?")
    method.wait_for_function("window.seen")
    expect(glossary(method)).to_have_count(0)
    method.keyboard.press("?")
    expect(glossary(method)).to_be_visible()


def test_a_word_that_another_names_is_shown_in_its_place_and_the_address_stays(method):
    method.keyboard.press("?")
    box = glossary(method)
    box.get_by_role("link", name="Section 47 enquiry").first.click()
    word = box.locator("#glossary-section-47")
    expect(word).to_be_in_viewport()
    expect(word).to_be_focused()
    assert method.url.endswith("/method")


def test_the_full_page_is_one_link_away_and_keeps_the_day(shared_server, visitor):
    page = visitor.open(shared_server, "/method?as-known-on=2019-07-24")
    page.keyboard.press("?")
    glossary(page).get_by_role("link", name="The glossary on a page of its own").click()
    expect(page).to_have_url(f"{shared_server.address}/glossary?as-known-on=2019-07-24")
    expect(page.get_by_role("heading", level=1)).to_have_text("Glossary")
    expect(glossary(page)).to_have_count(0)


def test_where_the_glossary_cannot_be_fetched_its_page_is_opened(shared_server, visitor):
    # Before the page is opened: one that is open already may ask past a route for a moment.
    visitor.page.route("**/record/glossary/", lambda route: route.fulfill(status=503))
    page = visitor.open(shared_server, "/method")
    page.keyboard.press("?")
    expect(page).to_have_url(f"{visitor.host}/glossary")
    expect(page.get_by_role("heading", level=1)).to_have_text("Glossary")
    visitor.console.clear()  # that it could not be fetched


def test_the_key_can_be_turned_off_stays_off_and_is_turned_on_again(method, visitor):
    method.keyboard.press("?")
    glossary(method).get_by_role("button", name="Turn the ? key off").click()
    expect(glossary(method).get_by_text("The ? key is off.")).to_be_visible()
    method.keyboard.press("Escape")
    method.reload()
    settled(method)
    expect(method.locator(".glossary-way").get_by_role("link")).to_have_text("Glossary (press ?)")
    expect(method.get_by_text("(press ?)")).to_be_hidden()
    method.keyboard.press("?")
    method.locator(".glossary-way").get_by_role("link").click()
    expect(method).to_have_url(f"{visitor.host}/glossary")
    expect(glossary(method)).to_have_count(0)
    method.get_by_role("button", name="Turn the ? key on again").click()
    expect(method.get_by_text("The ? key opens the glossary on every page.")).to_be_visible()
    expect(method.get_by_text("(press ?)")).to_be_visible()
    method.get_by_role("heading", level=1).click()
    method.keyboard.press("?")
    expect(glossary(method)).to_be_visible()


def test_below_a_path_of_its_host_the_key_shows_the_glossary_too(start_server, visitor):
    server = start_server(base_path="/inspections")
    page = visitor.open(server, "/method")
    page.keyboard.press("?")
    expect(glossary(page)).to_be_visible()
    link = glossary(page).get_by_role("link", name="The glossary on a page of its own")
    expect(link).to_have_js_property("href", f"{server.address}/glossary")
