"""Drawings follow the screen they are read on: its width, its light, and paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.conftest import NARROW, WAIT_MS, WIDE

SMALLEST = ViewportSize(width=320, height=700)
FORCE = "forces/northamptonshire/"
INK, LIGHT_INK = "rgb(27, 36, 48)", "rgb(232, 237, 243)"
SIDEWAYS = """() => [...document.querySelectorAll('main *')]
    .filter((e) => e.clientWidth > 1 && e.scrollWidth > e.clientWidth && !e.closest('svg, thead'))
    .map((e) => `${e.tagName}.${e.className}`)"""

Opened = Callable[[ViewportSize, str, str], Page]


@pytest.fixture
def opened(chromium: Browser, shared_server) -> Iterator[Opened]:
    """A page of the published record in a window of this size and in this light."""
    contexts = []

    def opens(window: ViewportSize, scheme, path: str) -> Page:
        context = chromium.new_context(viewport=window, color_scheme=scheme)
        context.set_default_timeout(WAIT_MS)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{shared_server.address}/record/{path}")
        return page

    yield opens
    for context in contexts:
        context.close()


@pytest.mark.parametrize("window", [NARROW, SMALLEST], ids=["390", "320"])
@pytest.mark.parametrize("path", [FORCE, "themes/"])
def test_on_a_narrow_screen_drawings_are_laid_out_for_it_and_nothing_slides(window, path, opened):
    page = opened(window, "light", path)
    expect(page.locator("svg.narrow").first).to_be_visible()
    expect(page.locator("svg.wide").filter(visible=True)).to_have_count(0)
    assert page.evaluate(SIDEWAYS) == []


def test_on_a_wide_screen_and_on_paper_the_wide_layout_is_shown(opened):
    page = opened(WIDE, "light", FORCE)
    expect(page.locator("svg.wide").first).to_be_visible()
    expect(page.locator("svg.narrow").filter(visible=True)).to_have_count(0)
    page.set_viewport_size(NARROW)
    page.emulate_media(media="print")
    expect(page.locator("svg.wide").first).to_be_visible()
    expect(page.locator("svg.narrow").filter(visible=True)).to_have_count(0)


@pytest.mark.parametrize("window", [NARROW, WIDE], ids=["narrow", "wide"])
def test_on_a_dark_page_drawings_are_dark_but_grades_keep_their_colours(window, opened):
    page = opened(window, "dark", FORCE)
    words = page.locator("svg text.fill-ink").filter(visible=True).first
    expect(words).to_have_css("fill", LIGHT_INK)
    expect(page.locator("svg").filter(visible=True).first).to_have_css(
        "background-color", "rgb(18, 23, 30)"
    )
    good = page.locator("svg text", has_text="Good").filter(visible=True).first
    expect(good).to_have_css("fill", INK)
    page.emulate_media(media="print", color_scheme="dark")
    printed = page.locator("svg.wide text.fill-ink").first
    expect(printed).to_have_css("fill", INK)


class TestTheBriefing:
    @pytest.fixture
    def viewport(self) -> ViewportSize:
        return NARROW

    def test_on_a_narrow_screen_its_drawings_are_laid_out_for_it(self, shared_server, visitor):
        page = visitor.open(shared_server, "/briefing?force=northamptonshire")
        expect(page.locator(".briefing svg.narrow").first).to_be_visible()
        expect(page.locator(".briefing svg.wide").filter(visible=True)).to_have_count(0)
        named = page.locator(".briefing .drawing").first
        expect(named).to_have_attribute("role", "img")
        expect(named).to_have_attribute("aria-label", re.compile("^Timeline of "))
