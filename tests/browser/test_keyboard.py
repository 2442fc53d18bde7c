"""Keys and screen readers: where focus goes with a step, what is said after a choice, and Tab."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from inspection.model import Record
from tests.browser.conftest import NARROW, Server, Visitor, settled

HEARD = """() => {
  window.said = [];
  const region = document.querySelector("body > [role=status]");
  new MutationObserver(() => region.textContent && said.push(region.textContent))
    .observe(region, { childList: true, characterData: true, subtree: true });
}"""
DRAWN_LATE = """() => {
  const line = document.createElement("p"), page = document.querySelector('[data-testid="stMain"]');
  line.className = "status";
  line.textContent = `Showing line ${page.querySelectorAll(".status").length + 1}.`;
  page.append(line);
}"""
STOP = """() => {
  const on = document.activeElement;
  if (on === document.body) return null;
  const main = document.querySelector('[data-testid="stMain"]');
  const framed = on.closest('.stSelectbox [role="group"]') ?? on;
  const box = on.getBoundingClientRect(), look = getComputedStyle(framed);
  const labels = (on.getAttribute("aria-labelledby") ?? "").split(" ")
    .map((id) => document.getElementById(id)?.textContent).join(" ");
  const name = on.getAttribute("aria-label") || labels.trim() || on.labels?.[0]?.textContent ||
    on.innerText || on.textContent || on.title;
  return {
    name: `${on.tagName} ${name.trim().replace(/\\s+/g, " ")}`.slice(0, 70),
    is_named: name.trim() !== "",
    is_framed: parseFloat(look.outlineWidth) >= 3 && look.outlineStyle === "solid",
    is_in_view: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
      && on.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
    is_in_page: main.contains(on) && on !== main,
    beside: [on.closest("tr, [data-testid=stHorizontalBlock]")].map((one) => one &&
      [...document.querySelectorAll("tr, [data-testid=stHorizontalBlock]")].indexOf(one))[0],
    top: Math.round(box.top + main.scrollTop),
    bottom: Math.round(box.bottom + main.scrollTop),
  };
}"""
PLACES = (
    "/overview?force=northumbria",
    "/history?force=northumbria&programme=peel",
    "/grades?force=northumbria&programme=child-protection",
    "/recurring?force=northumbria",
    "/progress?force=northumbria&kind=cause-of-concern",
    "/briefing?force=northumbria&theme=missing-children",
    "/inspection?id=northumbria-ncpi-2018",
    "/search?q=trafficking&as-known-on=2019-07-24",
    "/data?table=grades",
    "/method",
    "/glossary",
    "/meeting?force=northumbria",
)


def heading(page: Page):
    return page.get_by_role("heading", level=1)


def menu(page: Page, name: str):
    return page.get_by_role("navigation", name="App pages").get_by_role("link", name=name)


@pytest.mark.parametrize("choice", ["", "?force=northumbria"])
def test_a_step_by_the_menu_and_back_puts_focus_on_the_heading(
    choice: str, shared_server: Server, visitor: Visitor
) -> None:
    page = visitor.open(shared_server, f"/history{choice}")
    expect(page.locator("body")).to_be_focused()  # not on the first load
    menu(page, "Method").focus()
    page.keyboard.press("Enter")
    expect(heading(page)).to_have_text("Method")
    expect(heading(page)).to_be_focused()
    settled(page)
    expect(heading(page)).to_be_focused()
    page.keyboard.press("Tab")
    page.go_back()
    expect(heading(page)).to_have_text("History")
    expect(heading(page)).to_be_focused()
    assert page.get_by_test_id("stMain").evaluate("main => main.scrollTop") == 0


def test_a_link_far_down_leads_to_the_top_of_the_next_page_and_its_heading(
    shared_server: Server, visitor: Visitor
) -> None:
    page = visitor.open(shared_server, "/overview?force=northumbria")
    page.locator("footer").get_by_role("link", name="How the record is made").click()
    expect(heading(page)).to_have_text("Method")
    settled(page)
    expect(page.locator('[data-stale="true"]')).to_have_count(0)
    expect(heading(page)).to_be_focused()
    assert page.get_by_test_id("stMain").evaluate("main => main.scrollTop") == 0
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('h1').contains(document.activeElement)")


def test_a_link_to_a_place_puts_focus_there_and_not_on_the_heading(
    shared_server: Server, visitor: Visitor
) -> None:
    page = visitor.open(shared_server, "/grades")
    place = f"{shared_server.address}/recurring?theme=missing-children#thread"
    page.evaluate("to => openPage(new URL(to))", place)
    expect(heading(page)).to_have_text("Recurring issues")
    expect(page.locator("#thread")).to_be_focused()
    settled(page)
    expect(page.locator("#thread")).to_be_focused()


def test_what_is_drawn_late_before_anybody_has_done_anything_is_not_said(
    shared_server: Server, visitor: Visitor
) -> None:
    visitor.page.clock.install()
    page = visitor.open(shared_server, "/method")
    page.clock.fast_forward(1000)  # so long nothing has been drawn
    page.evaluate(HEARD)
    page.evaluate(DRAWN_LATE)
    page.clock.fast_forward(1000)
    page.keyboard.press("Shift")
    page.evaluate(DRAWN_LATE)
    page.clock.fast_forward(1000)
    assert page.evaluate("said") == ["Showing line 2."]


def test_a_choice_is_said_once_in_words_and_focus_stays(
    published_record: Record, shared_server: Server, visitor: Visitor
) -> None:
    every = len(published_record.inspections)
    own = len(published_record.inspections_of["northumbria"])
    page = visitor.open(shared_server, "/history")
    page.evaluate(HEARD)
    region = page.locator("body > [role=status]")
    page.get_by_role("radio", name="Northumbria Police").click()
    expect(region).to_have_text(f"Showing {own} inspections.")
    settled(page)
    expect(page.locator('[data-stale="true"]')).to_have_count(0)
    expect(page.get_by_role("radio", name="Northumbria Police")).to_be_focused()
    page.get_by_role("radio", name="Both forces").click()
    expect(region).to_have_text(f"Showing {every} inspections.")
    assert page.evaluate("said") == [
        f"Showing {own} inspections.",
        f"Showing {every} inspections.",
    ]
    page.evaluate("to => openPage(new URL(to, location.href))", "./history?context=yes")
    expect(region).to_have_text(
        re.compile(f"^Showing {every} inspections and [0-9]+ events outside them.$")
    )
    menu(page, "Grades").click()
    expect(heading(page)).to_be_focused()
    expect(region).to_have_text("")  # another page is told by its heading


def test_a_choice_that_leaves_nothing_is_said_and_can_be_undone(
    published_record: Record, shared_server: Server, visitor: Visitor
) -> None:
    number = sum(i.kind == "post-inspection-review" for i in published_record.inspections)
    page = visitor.open(shared_server, "/history?kind=post-inspection-review")
    page.evaluate(HEARD)
    page.keyboard.press("Shift")  # as any reader does something before a step
    to = "/history?kind=post-inspection-review&from=2011&to=2011"
    page.evaluate("to => openPage(new URL(to))", f"{shared_server.address}{to}")
    expect(page.get_by_text("No inspection in the record fits this choice.").first).to_be_visible()
    expect(page.locator("body > [role=status]")).to_contain_text("No inspection in the record fits")
    page.get_by_role("link", name="Show all years").click()
    expect(page).to_have_url(f"{shared_server.address}/history?kind=post-inspection-review")
    expect(page.locator("body > [role=status]")).to_have_text(f"Showing {number} inspections.")
    expect(heading(page)).to_be_focused()  # the link that had it is gone


@pytest.mark.parametrize("choice", ["", "?force=northumbria"])
def test_on_a_telephone_the_menu_closes_when_a_page_has_been_chosen(
    choice: str, shared_server: Server, visitor: Visitor
) -> None:
    visitor.page.set_viewport_size(NARROW)
    page = visitor.open(shared_server, f"/history{choice}")
    page.get_by_test_id("stExpandSidebarButton").click()
    expect(page.get_by_role("button", name="Collapse sidebar")).to_be_focused()
    menu(page, "Method").click()
    expect(heading(page)).to_have_text("Method")
    expect(page.get_by_test_id("stSidebar")).to_have_attribute("data-collapsed", "true")
    expect(heading(page)).to_be_focused()
    expect(heading(page)).to_be_in_viewport()
    page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_role("button", name="Collapse sidebar").click()
    expect(page.get_by_test_id("stExpandSidebarButton")).to_be_focused()


@pytest.mark.parametrize("place", PLACES)
def test_tab_goes_through_a_page_from_top_to_bottom_and_everything_it_stops_at_is_seen(
    place: str, shared_server: Server, visitor: Visitor
) -> None:
    page = visitor.open(shared_server, place)
    expect(page.locator('[data-stale="true"]')).to_have_count(0)
    expect(page.locator(".chart[data-wide]:not([data-drawn])")).to_have_count(0)
    stops = []
    for _ in range(600):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None:
            break
        stops.append(stop)
    else:
        pytest.fail(f"Tab does not come to an end; it is at {stops[-1]['name']}.")
    assert stops[0]["name"] == "A Skip to main content"
    for known in ("is_named", "is_framed", "is_in_view"):
        assert [stop["name"] for stop in stops if not stop[known]] == [], known
    within = [stop for stop in stops if stop["is_in_page"]]
    assert [
        (earlier["name"], later["name"])
        for earlier, later in zip(within, within[1:], strict=False)
        if later["bottom"] < earlier["top"] and later["beside"] in (None, -1)
    ] == []
    page.keyboard.press("Tab")
    assert page.evaluate(STOP)["name"] == "A Skip to main content"
