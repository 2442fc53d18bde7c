"""axe-core over the dashboard and the published record: the rules of WCAG 2.2 A and AA, and best practice."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.conftest import NARROW, WAIT_MS, WIDE, Server
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


def violations(page: Page) -> list[tuple[str, str]]:
    """Each rule that is broken, with the first place where it is."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PLACES)
def test_the_published_record_breaks_no_rule(
    path: str, scheme: str, chromium: Browser, shared_server: Server
) -> None:
    for window in (WIDE, NARROW):
        page = chromium.new_page(viewport=window, color_scheme=scheme)
        page.goto(f"{shared_server.address}/record/{path}")
        assert violations(page) == [], window
        page.close()


@pytest.mark.parametrize("path", PAGES)
def test_the_dashboard_breaks_no_rule(path: str, shared_server, visitor) -> None:
    page = visitor.open(shared_server, f"/{path}")
    page.set_default_timeout(WAIT_MS)
    assert violations(page) == []
