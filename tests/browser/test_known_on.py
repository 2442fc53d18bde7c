"""A meeting of the past: the record turned back to a day, and the day carried from page to page."""

import datetime as dt
import re

import pytest
from playwright.sync_api import expect

from inspection.knowing import as_known_on
from tests.browser.conftest import NARROW, choose_mark, settled

DAY = "as-known-on=2019-07-24"


def status(page):
    return page.locator("p.status").filter(has_text="Showing")


def notice(page):
    return page.locator("p.known-on")


def test_a_day_is_chosen_with_keys_alone_kept_on_reload_and_undone_by_back(
    published_record, shared_server, visitor
):
    then, now = (
        len(as_known_on(published_record, day).inspections_of["northumbria"])
        for day in (dt.date(2019, 7, 24), None)
    )
    page = visitor.open(shared_server, "/history?force=northumbria")
    day = page.get_by_role("textbox", name="As known on")
    expect(day).to_be_hidden()
    page.locator(".st-key-known-on summary").focus()
    page.keyboard.press("Enter")
    expect(day).to_be_visible()
    page.keyboard.press("Tab")
    expect(day).to_be_focused()
    page.keyboard.type("2019-07-24")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{shared_server.address}/history?force=northumbria&{DAY}")
    expect(notice(page)).to_contain_text("Shown as known on 24 July 2019.")
    expect(status(page)).to_have_text(f"Showing {then} inspections.")
    expect(day).to_be_focused()
    page.reload()
    settled(page)
    expect(status(page)).to_have_text(f"Showing {then} inspections.")
    expect(day).to_have_value("2019-07-24")
    page.go_back()
    expect(page).to_have_url(f"{shared_server.address}/history?force=northumbria")
    expect(status(page)).to_have_text(f"Showing {now} inspections.")
    expect(notice(page)).to_have_count(0)


def test_the_menu_and_links_carry_the_day_and_one_link_leads_back_to_today(shared_server, visitor):
    page = visitor.open(shared_server, f"/history?force=northumbria&{DAY}")
    page.get_by_role("navigation", name="App pages").get_by_role("link", name="Overview").click()
    expect(page).to_have_url(
        re.compile(f"/overview[?]force=northumbria&{DAY}$|/[?]force=northumbria&{DAY}$")
    )
    expect(page.get_by_role("heading", level=1)).to_have_text("Overview")
    expect(notice(page)).to_be_visible()
    page.get_by_role("link", name="Read the latest in full").first.click()
    expect(page).to_have_url(re.compile(f"/inspection[?]id=northumbria-pir-2019&{DAY}$"))
    # The link of the page before, which is drawn until then, leads back to that page.
    expect(page.get_by_role("heading", level=1)).to_contain_text("post-inspection review")
    settled(page)
    expect(page.locator('[data-stale="true"]')).to_have_count(0)
    expect(notice(page)).to_be_visible()
    page.get_by_role("link", name="Back to today").click()
    expect(page).to_have_url(f"{shared_server.address}/inspection?id=northumbria-pir-2019")
    expect(notice(page)).to_have_count(0)


def test_a_mark_in_a_chart_carries_the_day(shared_server, visitor):
    page = visitor.open(
        shared_server, f"/history?force=northumbria&programme=child-protection&{DAY}"
    )
    choose_mark(page.locator(".scatterlayer .points path").last)
    expect(page).to_have_url(re.compile(f"/inspection[?]id=[a-z0-9-]+&{DAY}$"))
    expect(notice(page)).to_be_visible()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("24/7/2019", "“24/7/2019” is not a day. Write it as 2019-07-24."),
        ("1999-01-01", "No inspection in this record was public before 31 July 2011."),
        ("9999-12-31", "so it cannot be shown as known on 31 December 9999."),
    ],
)
def test_a_day_that_cannot_be_shown_gets_the_same_sentence_typed_or_in_the_address(
    typed, sentence, published_record, shared_server, visitor
):
    every = f"Showing {len(published_record.inspections)} inspections."
    page = visitor.open(shared_server, f"/history?as-known-on={typed}")
    expect(page.get_by_role("alert").filter(has_text=sentence)).to_be_visible()
    expect(status(page)).to_have_text(every)
    page = visitor.open(shared_server, "/history")
    page.locator(".st-key-known-on summary").click()
    page.get_by_role("textbox", name="As known on").fill(typed)
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert").filter(has_text=sentence)).to_be_visible()
    expect(status(page)).to_have_text(every)


def test_a_search_finds_a_later_fact_today_and_not_on_the_day(shared_server, visitor):
    page = visitor.open(shared_server, "/search?q=88 per cent")
    expect(page.get_by_role("table")).to_contain_text("88 per cent")
    page = visitor.open(shared_server, f"/search?q=88 per cent&{DAY}")
    expect(page.locator(".answer")).to_have_text(
        "No place in the record holds the words “88 per cent” for this choice."
    )


def test_the_changed_grade_stands_as_it_stood_on_each_day(shared_server, visitor):
    for day, grades in (("07", (1, 1)), ("08", (0, 2))):
        page = visitor.open(
            shared_server, f"/grades?force=northamptonshire&as-known-on=2024-08-{day}"
        )
        row = page.get_by_role("row").filter(
            has=page.get_by_role("rowheader", name=re.compile("^Responding to the public"))
        )
        for word, count in zip(("Adequate", "Requires improvement"), grades, strict=True):
            cells = row.first.get_by_role("cell").filter(has_text=re.compile(f"^{word}"))
            expect(cells).to_have_count(count)


def test_a_file_taken_away_carries_the_day_in_its_name_and_on_every_row(
    published_record, shared_server, visitor
):
    page = visitor.open(shared_server, f"/data?{DAY}")
    with page.expect_download() as started:
        page.get_by_role("button", name="inspections as CSV").click()
    version = published_record.release.version
    assert started.value.suggested_filename == (
        f"inspection-history-inspections-v{version}-as-known-on-2019-07-24.csv"
    )
    _, *rows = started.value.path().read_text(encoding="utf-8").splitlines()
    held = as_known_on(published_record, dt.date(2019, 7, 24)).inspections
    assert len(rows) == len(held)
    assert all(row.endswith(f",{version},2019-07-24") for row in rows)


@pytest.mark.parametrize("viewport", [NARROW])
def test_on_a_telephone_the_line_and_the_notice_keep_within_the_screen(shared_server, visitor):
    page = visitor.open(shared_server, f"/history?{DAY}")
    for place in (notice(page), page.get_by_role("textbox", name="As known on")):
        box = place.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
