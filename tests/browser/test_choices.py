"""A reader's choices: in the address, after a reload, on the way back, in a chart."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import choose_mark, settled


def status(page):
    return page.locator(".status").filter(has_text="Showing")


def test_a_choice_is_in_the_address_survives_reload_and_is_undone_by_back(
    published_record, shared_server, visitor
):
    every = f"Showing {len(published_record.inspections)} inspections."
    own = f"Showing {len(published_record.inspections_of['northumbria'])} inspections."
    page = visitor.open(shared_server, "/history")
    expect(status(page)).to_have_text(every)
    page.get_by_role("radio", name="Northumbria Police").click()
    expect(page).to_have_url(f"{shared_server.address}/history?force=northumbria")
    expect(status(page)).to_have_text(own)
    page.reload()
    settled(page)
    expect(status(page)).to_have_text(own)
    page.go_back()
    expect(page).to_have_url(f"{shared_server.address}/history")
    expect(status(page)).to_have_text(every)


def test_the_menu_takes_the_chosen_force_along(shared_server, visitor):
    page = visitor.open(shared_server, "/history?force=northumbria&programme=peel")
    page.get_by_role("navigation", name="App pages").get_by_role("link", name="Grades").click()
    expect(page).to_have_url(f"{shared_server.address}/grades?force=northumbria")
    expect(page.get_by_role("heading", level=2, name="Northumbria Police")).to_be_visible()
    expect(page.get_by_role("heading", level=2, name="Northamptonshire Police")).to_have_count(0)


def test_choosing_a_mark_in_the_timeline_opens_that_inspection_and_back_leads_back(
    shared_server, visitor
):
    page = visitor.open(
        shared_server, "/history?force=northumbria&programme=child-protection&to=2019"
    )
    choose_mark(page.locator(".scatterlayer .points path").last)
    expect(page).to_have_url(f"{shared_server.address}/inspection?id=northumbria-pir-2019")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Northumbria - National child protection post-inspection review"
    )
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("History")
    expect(page).to_have_url(
        f"{shared_server.address}/history?force=northumbria&programme=child-protection&to=2019"
    )


def test_choosing_a_cell_of_the_grid_shows_what_stands_behind_it(shared_server, visitor):
    page = visitor.open(shared_server, "/grades?force=northamptonshire&programme=child-protection")
    choose_mark(page.locator(".barlayer .point").first)
    expect(page).to_have_url(
        f"{shared_server.address}/grades?force=northamptonshire&programme=child-protection"
        "&cell=northamptonshire.cp-leadership.child-protection-2024#behind"
    )
    evidence = page.get_by_role("table", name="What the inspection recorded under leadership")
    expect(evidence).to_contain_text("could not demonstrate how it prioritises")


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("/history?force=nowhere", "The link asks for “nowhere” as force"),
        ("/history?from=1066", "The link asks for “1066” as from year"),
        ("/recurring?theme=<b>x</b>&page=1&label=2", "The link asks for “<b>x</b>” as theme"),
        ("/inspection?id=northumbria-ncpi-2108", "No inspection in this record has the id"),
        ("/grades?programme=%00", "as programme, which is not in this record"),
    ],
)
def test_what_the_record_does_not_have_gets_a_plain_sentence(
    address, sentence, shared_server, visitor
):
    page = visitor.open(shared_server, address)
    expect(page.get_by_text(sentence).first).to_be_visible()


def test_a_near_miss_of_an_inspection_is_offered(shared_server, visitor):
    page = visitor.open(shared_server, "/inspection?id=northumbria-ncpi-2108")
    page.get_by_role("link", name="Northumbria Police, January 2018:").click()
    expect(page).to_have_url(f"{shared_server.address}/inspection?id=northumbria-ncpi-2018")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Northumbria Police - National child protection inspection 2018"
    )


def test_a_table_can_be_taken_away_as_a_file_that_names_its_edition(
    published_record, shared_server, visitor
):
    page = visitor.open(shared_server, "/data?table=findings")
    with page.expect_download() as started:
        page.get_by_role("button", name="findings as CSV, as known today").click()
    name = started.value.suggested_filename
    edition = f"{published_record.release.version}", f"{published_record.release.released_on}"
    assert name == "inspection-history-findings-v{}-as-known-on-{}.csv".format(*edition)
    head, first, *_ = started.value.path().read_text(encoding="utf-8").splitlines()
    assert head.endswith(",data_version,as_known_on")
    assert first.endswith(",{},{}".format(*edition))


def test_a_chart_changed_by_a_choice_keeps_its_drawing_and_its_marks_lead_on(
    shared_server, visitor
):
    page = visitor.open(
        shared_server, "/history?force=northamptonshire&programme=child-protection&to=2019"
    )
    drawn = page.locator(".chart[data-drawn] .plot")
    expect(drawn.locator(".scatterlayer .points path")).not_to_have_count(0)
    drawn.evaluate("(box) => { box.dataset.seen = 'before'; }")
    page.get_by_role("radio", name="Northumbria Police").click()
    expect(status(page)).to_have_text("Showing 2 inspections.")
    settled(page)
    expect(page.locator('[data-stale="true"]')).to_have_count(0)
    expect(drawn).to_have_attribute("data-seen", "before")
    expect(page.locator(".plot")).to_have_count(1)
    choose_mark(page.locator(".scatterlayer .points path").last)
    expect(page).to_have_url(f"{shared_server.address}/inspection?id=northumbria-pir-2019")
