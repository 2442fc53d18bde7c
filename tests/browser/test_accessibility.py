"""axe-core over the dashboard and the published record: the rules of WCAG 2.2 A and AA, and best practice."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import NARROW, WIDE, Server, Visitor
from tests.browser.test_published import PLACES

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
PAGES = (
    "overview",
    "history",
    "grades",
    "recurring",
    "progress",
    "briefing",
    "inspection?id=northamptonshire-ncpi-2025",
    "search?q=missing",
    "data",
    "method",
)


WINDOWS = ((WIDE, "light"), (NARROW, "dark"))
"""Both layouts and both sets of colours; each pairing of them would take twice the time."""
ALL_FADED_IN = """() => Promise.allSettled(
  document.getAnimations().filter((a) => a.effect.getComputedTiming().endTime < Infinity)
    .map((a) => a.finished))"""
"""The framework fades in what it draws again; half faded, words have too little contrast."""


def violations(page: Page) -> list[tuple[str, str]]:
    """Each rule that is broken, with the first place where it is."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in found]


@pytest.mark.parametrize("path", PLACES)
def test_the_published_record_breaks_no_rule(
    path: str, chromium: Browser, shared_server: Server
) -> None:
    for window, scheme in WINDOWS:
        page = chromium.new_page(viewport=window, color_scheme=scheme)
        page.goto(f"{shared_server.address}/record/{path}")
        assert violations(page) == [], (window, scheme)
        page.close()


@pytest.mark.parametrize("path", PAGES)
def test_the_dashboard_breaks_no_rule(path: str, shared_server: Server, visitor: Visitor) -> None:
    for window, scheme in WINDOWS:
        visitor.page.set_viewport_size(window)
        visitor.page.emulate_media(color_scheme=scheme)
        page = visitor.open(shared_server, f"/{path}")
        expect(page.locator('[data-stale="true"]')).to_have_count(0)
        page.evaluate(ALL_FADED_IN)
        assert violations(page) == [], (window, scheme)
