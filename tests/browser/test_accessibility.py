"""axe-core over every page and every state worth having, wide and narrow, light and dark.

The rules of WCAG 2.0 to 2.2, A and AA, and best practice; none may be broken. A page is loaded once
and then turned: its theme and its layout follow at once, as they do for a reader who turns a phone.
In the narrow windows everything that folds stands open. In the narrow ones nothing may scroll
sideways, whatever axe says. What axe cannot judge is in test_keyboard.py, test_text_size.py and, for
the colours of charts, tests/inspection/test_look.py.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, expect

from components.navigation import PAGES
from inspection.look import COLOURS
from inspection.sheets.of_accessibility import KNOWN
from tests.browser.conftest import NARROW, ROOT, WIDE, Server, StartServer, Visitor
from tests.browser.test_published import PLACES
from tests.pages.test_small_records import RECORDS

Window = tuple[ViewportSize, str, list[str]]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OF_COLOUR = ["color-contrast", "link-in-text-block"]
WINDOWS = (
    (WIDE, "light", RULES),
    (WIDE, "dark", OF_COLOUR),
    (NARROW, "dark", RULES),
    (NARROW, "light", OF_COLOUR),
)
"""Every window, and the rules that what changed from the one before can break: the theme changes
nothing but colours."""
OPPOSITE = (WINDOWS[0], WINDOWS[2])
"""Both widths and both themes in two windows, for the states of pages that are seen in every one."""
LOST = "histroy"
STATES = (
    # Filtered, and with something chosen.
    "overview?force=northumbria",
    "history?programme=child-protection&kind=inspection&from=2013&context=yes",
    "grades?programme=child-protection&cell=northamptonshire.cp-leadership.child-protection-2024",
    "recurring?theme=missing-children&inspection=northamptonshire-ncpi-2018&programme=all&themes=all",
    "recurring?theme=risk-recognition&force=northamptonshire",
    "progress?kind=cause-of-concern&item=northumbria-peel-2016-r01&none-found=yes",
    "briefing?force=northamptonshire&since=2018-07-26&theme=missing-children",
    "inspection?id=northamptonshire-ncpi-2025&at=nn-2025-16",
    "search?q=missing&force=northumbria",
    "data?table=findings&page=2",
    "glossary?at=mash",
    "meeting?force=northumbria&step=grades-peel-northumbria",
    "meeting?force=northumbria&theme=missing-children&step=theme",
    "meeting?step=done-northamptonshire",
    "meeting?step=grades",
    # Nothing left.
    "history?kind=reinspection&force=northumbria",
    "search?q=xylophone",
    "progress?theme=missing-children&state=addressed&kind=cause-of-concern",
    # Not in the record, or not a choice there is.
    "inspection?id=northamptonshire-ncpi-2052",
    "overview?force=nowhere",
    "briefing?since=1066",
    LOST,
    # A past day.
    "overview?as-known-on=2019-07-24",
    "progress?as-known-on=2019-07-24",
    "inspection?id=northamptonshire-ncpi-2025&as-known-on=2019-07-24",
    "history?as-known-on=24/7/2019",
)
ALL_FADED_IN = """() => Promise.race([
  Promise.allSettled(document.getAnimations()
    .filter((a) => a.playState === "running" && a.effect.getComputedTiming().endTime < Infinity)
    .map((a) => a.finished)),
  new Promise((done) => setTimeout(done, 5000)),
])"""
"""The framework fades in what it draws again; half faded, words have too little contrast. What is
hidden meanwhile never ends its fading, so that the wait has an end of its own."""
OPEN_ALL = """() => document.querySelectorAll("details:not([open]) > summary")
  .forEach((summary) => summary.click())"""
SIDEWAYS = """() => {
  const scrolls = (part) => part === document.documentElement
    || ["auto", "scroll"].includes(getComputedStyle(part).overflowX);
  const shown = (part) => part.clientWidth > 1 && part.getBoundingClientRect().right > 0;
  return [...document.querySelectorAll("*")]
    .filter((part) => part.scrollWidth > part.clientWidth + 1 && scrolls(part) && shown(part))
    .map((part) => `${part.tagName}.${part.className}: ${part.textContent.trim().slice(0, 60)}`);
}"""


def violations(page: Page, rules: Sequence[str] = RULES) -> list[tuple[str, str]]:
    """Each rule that is broken, with the first place where it is."""
    options = {"runOnly": [*rules], "resultTypes": ["violations"], "preload": False}
    found = Axe().run(page, options=options).response["violations"]
    return [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in found]


def faults(page: Page, window: ViewportSize, rules: Sequence[str] = RULES) -> list[object]:
    """What is wrong with a page as it stands in a window."""
    page.evaluate(ALL_FADED_IN)
    sideways = page.evaluate(SIDEWAYS) if window is NARROW else []
    return [*violations(page, rules), *sideways]


def turned(page: Page, window: ViewportSize, scheme: str) -> None:
    """Show the page in another window and theme, and wait until it has followed."""
    page.set_viewport_size(window)
    page.emulate_media(color_scheme=scheme)
    ground = COLOURS["ground"][scheme == "dark"].removeprefix("#")
    red, green, blue = (int(ground[place : place + 2], 16) for place in (0, 2, 4))
    shown = page.get_by_test_id("stApp")
    expect(shown).to_have_css("background-color", f"rgb({red}, {green}, {blue})")
    layout = "narrow" if window is NARROW else "wide"
    charts = page.locator(f'.chart[data-narrow]:not([data-drawn="{layout}"])')
    expect(charts.filter(visible=True)).to_have_count(0)
    expect(page.locator('[data-stale="true"]')).to_have_count(0)


def dashboard_faults(page: Page, windows: Sequence[Window] = WINDOWS) -> dict[str, list[object]]:
    """What is wrong with a page of the dashboard in each of the windows."""
    found = {}
    for window, scheme, rules in windows:
        turned(page, window, scheme)
        if window is NARROW:
            page.evaluate(OPEN_ALL)
            expect(page.locator("details:not([open])")).to_have_count(0)
        if wrong := faults(page, window, rules):
            found[f"{window['width']} {scheme}"] = wrong
    return found


@pytest.mark.parametrize("key", [page.key for page in PAGES])
def test_a_page_breaks_no_rule(key: str, shared_server: Server, visitor: Visitor) -> None:
    assert dashboard_faults(visitor.open(shared_server, f"/{key}")) == {}


@pytest.mark.parametrize("path", STATES)
def test_a_state_of_a_page_breaks_no_rule(
    path: str, shared_server: Server, visitor: Visitor
) -> None:
    page = visitor.open(shared_server, f"/{path}")
    assert dashboard_faults(page, OPPOSITE) == {}
    if path == LOST:  # its address is answered with 404, and the browser says so
        assert len(visitor.console) == 1
        visitor.console.clear()


@pytest.mark.parametrize("path", PLACES)
def test_the_published_record_breaks_no_rule(
    path: str, chromium: Browser, shared_server: Server
) -> None:
    page = chromium.new_page(viewport=WIDE, color_scheme="light")
    page.goto(f"{shared_server.address}/record/{path}")
    found = {}
    for window, scheme, rules in OPPOSITE:
        page.set_viewport_size(window)
        page.emulate_media(color_scheme=scheme)
        if window is NARROW:
            page.evaluate(OPEN_ALL)
        if wrong := faults(page, window, rules):
            found[f"{window['width']} {scheme}"] = wrong
    page.context.close()
    assert found == {}


@pytest.mark.parametrize("path", ["history/2025/08", "record/nothing", "record/data/9.9.9/x.csv"])
def test_a_plain_page_about_a_wrong_address_breaks_no_rule(
    path: str, chromium: Browser, shared_server: Server
) -> None:
    for window, scheme in ((WIDE, "light"), (NARROW, "dark")):
        page = chromium.new_page(viewport=window, color_scheme=scheme)
        assert page.goto(f"{shared_server.address}/{path}").status == 404
        assert faults(page, window) == []
        page.context.close()


@pytest.mark.parametrize("key", ["overview", "inspection", "progress"])
def test_a_record_of_one_inspection_breaks_no_rule(
    key: str, tmp_path: Path, start_server: StartServer, visitor: Visitor
) -> None:
    values = RECORDS["one inspection"].model_dump(
        mode="json", exclude_none=True, exclude_defaults=True
    )
    (tmp_path / "record.yaml").write_text(yaml.safe_dump(values), encoding="utf-8")
    page = visitor.open(start_server(data=tmp_path / "record.yaml"), f"/{key}")
    assert dashboard_faults(page, OPPOSITE) == {}


def test_pages_that_tell_of_broken_data_break_no_rule(
    tmp_path: Path, start_server: StartServer, visitor: Visitor
) -> None:
    data = shutil.copytree(ROOT / "data", tmp_path / "data")
    sources = data / "sources.yaml"
    sound = sources.read_text(encoding="utf-8")
    sources.unlink()
    server = start_server(data=data)
    page = visitor.open(server, "/method")
    expect(page.get_by_role("heading", level=1)).to_have_text("The record cannot be shown")
    assert dashboard_faults(page, OPPOSITE) == {}
    sources.write_text(sound, encoding="utf-8")
    page = visitor.open(server, "/glossary")
    sources.write_text(f"sources: [\n{sound}", encoding="utf-8")
    page = visitor.open(server, "/glossary")
    expect(page.get_by_role("alert")).to_contain_text("The newest data cannot be shown")
    assert dashboard_faults(page, OPPOSITE) == {}


def test_what_opens_on_a_page_breaks_no_rule_but_the_one_that_the_statement_names(
    shared_server: Server, visitor: Visitor
) -> None:
    page = visitor.open(shared_server, "/history?programme=peel")
    page.get_by_role("combobox", name="Kind").click()
    expect(page.get_by_role("option", name="Revisit")).to_be_visible()
    (found,) = faults(page, WIDE)
    assert (found[0], 'role="listbox"' in found[1]) == ("region", True)
    assert [one.rule for one in KNOWN if "“region”" in one.rule] != []
    page.keyboard.press("Escape")
    page.set_viewport_size(NARROW)
    page.get_by_test_id("stExpandSidebarButton").click()
    expect(page.get_by_role("navigation", name="App pages")).to_be_visible()
    assert faults(page, NARROW) == []
