"""Recurring issues as a reader meets them: the answer, the marks, the way to the source."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import settled


def test_which_child_protection_themes_were_raised_in_more_than_one_inspection_of_both_forces(
    shared_server, visitor
):
    day = "as-known-on=2026-11-22"  # of which a later report changes nothing
    page = visitor.open(shared_server, f"/recurring?{day}")
    expect(page.locator(".answer").last).to_have_text(
        "Raised in more than one inspection of each of Northamptonshire Police and Northumbria "
        "Police: performance and outcomes; quality of child abuse investigations."
    )
    page.get_by_role("combobox", name="Inspections counted").click()
    page.get_by_role("option", name="All inspections of every programme").click()
    expect(page.locator(".answer").last).to_have_text(
        "Raised in more than one inspection of each of Northamptonshire Police and Northumbria "
        "Police: workforce and resources; leadership and governance; domestic abuse; performance "
        "and outcomes; training and knowledge; police custody and detention; online abuse and "
        "digital devices; quality of child abuse investigations."
    )


@pytest.mark.parametrize(
    ("theme", "mark", "step"),
    [
        ("Missing children", "March 2019: raised, with praise", "Information about missing"),
        ("Missing children", "November to December 2020: progress", "had clearly improved"),
        ("Missing children", "March 2013: not known", "may belong to what was looked at"),
        ("Police custody and detention", "March 2018: looked at, nothing recorded", "sets out to"),
    ],
)
def test_every_kind_of_mark_leads_in_one_step_to_its_source(
    theme, mark, step, shared_server, visitor
):
    page = visitor.open(shared_server, "/recurring?force=northamptonshire")
    lines = page.locator("tbody").filter(has=page.get_by_role("link", name=theme, exact=True))
    lines.get_by_role("link", name=mark, exact=True).click()
    outlined = page.locator(".thread li.at")
    expect(outlined).to_contain_text(step)
    expect(outlined).to_be_in_viewport()
    expect(outlined).to_be_focused()
    expect(outlined.locator('a[href^="http"]').first).to_be_visible()
    page.go_back()
    expect(page).to_have_url(f"{shared_server.address}/recurring?force=northamptonshire")
    expect(outlined).to_have_count(0)


def test_a_link_to_a_step_shows_it_on_a_fresh_server(fresh_server, visitor):
    step = "missing-children-in-northamptonshire-ncpi-2018"
    page = visitor.open(
        fresh_server,
        f"/recurring?theme=missing-children&inspection=northamptonshire-ncpi-2018#{step}",
    )
    expect(page.locator(f"#{step}")).to_be_in_viewport()
    expect(page.locator(f"#{step}")).to_be_focused()


def test_marks_are_reached_by_keys_and_can_be_skipped(shared_server, visitor):
    page = visitor.open(shared_server, "/recurring?force=northumbria")
    skip = page.get_by_role("link", name="Skip the marks")
    skip.focus()
    expect(skip).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("region", name="Themes by year of inspection")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    first = page.get_by_role("link", name="January 2018: raised, with praise").first
    expect(first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("inspection=northumbria-ncpi-2018#"))
    expect(page.locator(".thread li.at")).to_be_focused()


def test_the_rule_of_a_theme_is_one_step_from_its_thread(shared_server, visitor):
    page = visitor.open(shared_server, "/recurring?theme=missing-children")
    page.get_by_role("link", name="What belongs under it, and what does not").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Method")
    expect(page.locator("#missing-children")).to_be_in_viewport()


def test_a_theme_named_in_the_grid_opens_its_thread(shared_server, visitor):
    page = visitor.open(shared_server, "/recurring?force=northamptonshire")
    page.get_by_role("link", name="Managing sex offenders", exact=True).click()
    settled(page)
    expect(page.get_by_role("combobox", name="Theme", exact=True)).to_have_value(
        "Managing sex offenders"
    )
    expect(page.get_by_role("heading", name="The thread of a theme")).to_be_in_viewport()
