"""A telephone: 390 pixels wide."""

import pytest
from playwright.sync_api import expect

from components.navigation import PAGES
from tests.browser.conftest import NARROW


@pytest.fixture
def viewport():
    return NARROW


@pytest.mark.parametrize("asked", PAGES, ids=lambda page: page.key)
def test_no_page_scrolls_sideways(asked, shared_server, visitor):
    page = visitor.open(shared_server, f"/{asked.key}")
    wide = page.evaluate(
        """() => [...document.querySelectorAll('[data-testid="stMain"] *')]
            .filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && shown(e))
            .map((e) => `${e.tagName}.${e.className}: ${e.innerText?.slice(0, 40)}`).slice(0, 5);
        function shown(e) {  // not what is cut off or scrolls inside a box of its own
          for (let box = e.parentElement; box?.dataset.testid !== 'stMain'; box = box.parentElement)
            if (getComputedStyle(box).overflowX !== 'visible') return false;
          return true;
        }"""
    )
    assert wide == []
    assert page.evaluate(
        """() => { const main = document.querySelector('[data-testid="stMain"]');
            return main.scrollWidth - main.clientWidth }"""
    ) in (0, 1)


def test_the_menu_opens_and_leads_to_a_page(shared_server, visitor):
    page = visitor.open(shared_server, "/")
    page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_role("navigation", name="App pages").get_by_role("link", name="Method").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Method")


def test_a_chart_scrolls_in_its_own_box_and_keys_reach_it(shared_server, visitor):
    page = visitor.open(shared_server, "/history?force=northumbria")
    box = page.locator(".st-key-chart-history-timeline")
    expect(box).to_have_attribute("tabindex", "0")
    assert box.evaluate("box => box.scrollWidth > box.clientWidth")
    box.focus()
    scrolled = box.evaluate_handle(
        "box => ({ first: new Promise((done) => box.addEventListener('scroll', done)) })"
    )
    page.keyboard.press("ArrowRight")
    scrolled.evaluate("scrolled => scrolled.first.then(() => true)")
    assert box.evaluate("box => box.scrollLeft") > 0
