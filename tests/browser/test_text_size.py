"""Letters twice as large, as set in the browser itself: the dashboard follows, and nothing is cut."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import CHROMIUM, QUIET, WAIT_MS, WIDE, Server, Visitor, settled

PLACES = (
    "overview",
    "history?programme=peel",
    "grades",
    "recurring",
    "progress?force=northumbria",
    "briefing?force=northumbria",
    "inspection?id=northamptonshire-ncpi-2025",
    "search?q=missing",
    "data",
    "method",
    "glossary",
    "meeting?force=northumbria",
)
CUT = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  const edge = main.getBoundingClientRect().left + main.clientWidth + 1;
  const scrolls = (one) => {
    for (let box = one.parentElement; box && box !== main; box = box.parentElement)
      if (["auto", "scroll"].includes(getComputedStyle(box).overflowX)) return true;
    return false;
  };
  const found = main.scrollWidth > main.clientWidth + 1 ? ["the page scrolls sideways"] : [];
  for (const one of document.querySelectorAll("#root *")) {
    if (!one.checkVisibility() || one.closest(".unseen, .skip, .chart, svg, input")) continue;
    const box = one.getBoundingClientRect();
    if (box.width < 3 || !one.innerText?.trim()) continue;
    const name = `${one.tagName} ${one.innerText.trim().slice(0, 40)}`;
    const hides = ["hidden", "clip"].includes(getComputedStyle(one).overflowX);
    if (hides && one.scrollWidth > one.clientWidth + 2) found.push(`cut off: ${name}`);
    if (main.contains(one) && box.right > edge && !scrolls(one)) found.push(`too far right: ${name}`);
  }
  return found;
}"""
OVERLAPPING = """() => {
  const boxes = [...document.querySelectorAll(
    '[data-testid="stMain"] :is(button, summary, h1, h2, h3, label, [role="combobox"], .status, .answer)'
  )].filter((one) => one.checkVisibility() && one.getBoundingClientRect().width > 2);
  const found = [];
  for (const [place, one] of boxes.entries()) for (const other of boxes.slice(place + 1)) {
    if (one.contains(other) || other.contains(one)) continue;
    const a = one.getBoundingClientRect(), b = other.getBoundingClientRect();
    if (a.left < b.right - 2 && b.left < a.right - 2 && a.top < b.bottom - 2 && b.top < a.bottom - 2)
      found.push(`${one.innerText.slice(0, 30)} / ${other.innerText.slice(0, 30)}`);
  }
  return found;
}"""


@pytest.fixture(scope="module")
def large_letters(chromium: Browser) -> Iterator[Browser]:
    """A browser whose reader has asked for letters of 32 pixels in the place of 16."""
    found = next(filter(None, map(shutil.which, CHROMIUM)))
    browser = chromium.browser_type.launch(
        executable_path=found, args=[*QUIET, "--blink-settings=defaultFontSize=32"]
    )
    yield browser
    browser.close()


@pytest.mark.parametrize("place", PLACES)
def test_with_letters_twice_as_large_nothing_is_cut_off_or_covered(
    place: str, large_letters: Browser, shared_server: Server
) -> None:
    page = large_letters.new_page(viewport=WIDE)
    page.set_default_timeout(WAIT_MS)
    page.goto(f"{shared_server.address}/{place}")
    settled(page)
    expect(page.locator('[data-stale="true"]')).to_have_count(0)
    expect(page.locator(".chart[data-wide]:not([data-drawn])")).to_have_count(0)
    expect(page.locator("html")).to_have_css("font-size", "32px")
    expect(page.get_by_test_id("stSidebarNavLink").first.locator("p")).to_have_css(
        "font-size", "28px"
    )
    assert page.evaluate(CUT) == []
    assert page.evaluate(OVERLAPPING) == []
    page.close()


def test_letters_are_as_large_as_ever_where_nobody_has_asked_for_others(
    shared_server: Server, visitor: Visitor
) -> None:
    page = visitor.open(shared_server, "/method")
    expect(page.locator("html")).to_have_css("font-size", "16px")
