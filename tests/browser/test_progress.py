"""Progress as the staff of a commissioner's office meet it: in at most three steps, and to take away."""

import io
import re

import openpyxl
import pytest
import vobject
from playwright.sync_api import expect

from tests.browser.conftest import choose_mark, settled

DAY = "as-known-on=2026-11-21"
"""Of which a later report changes nothing: what has no date is known from an edition's own day on."""


def test_which_reports_have_no_published_reply_found_is_one_step_away(shared_server, visitor):
    page = visitor.open(shared_server, f"/progress?{DAY}")
    page.get_by_role("link", name="Reports with no published reply found").click()
    settled(page)
    table = page.get_by_role("table", name=re.compile("^Due after a report"))
    expect(table.get_by_role("row")).to_have_count(1 + 8 + 8)
    latest = table.get_by_role("row").nth(1)
    expect(latest).to_contain_text("Northamptonshire Police: National child protection inspection")
    expect(latest).to_contain_text("16 October 2025")
    expect(latest).to_contain_text("None found by us. Nothing public by 21 November 2026")
    expect(page.get_by_text("Left out here: 10 rows with something found")).to_be_visible()
    page.get_by_role("radio", name="Northumbria Police").click()
    expect(table.get_by_role("row")).to_have_count(1 + 8)


def test_which_promises_have_a_due_date_that_passed_and_what_is_known_of_them(
    shared_server, visitor
):
    page = visitor.open(shared_server, "/progress?as-known-on=2026-01-31")
    page.get_by_role("link", name="Commitments whose due date has passed").click()
    expect(page.locator("p.status").filter(has_text="Showing")).to_have_text(
        re.compile("Showing 9 items of")
    )
    table = page.get_by_role("table", name="The register")
    promise = table.get_by_role("row").filter(has_text="Return to assess further progress.")
    expect(promise).to_contain_text("within 12 months of publication (24 July 2020)")
    expect(promise).to_contain_text("The next fieldwork was in November and December 2020")


def test_the_oldest_open_cause_of_concern_is_in_the_answer_and_its_history_one_step_away(
    shared_server, visitor
):
    page = visitor.open(shared_server, "/progress?force=northumbria")
    expect(page.locator(".answer").first).to_contain_text(
        "Its oldest open cause of concern was published 2 March 2017, in our words: Digital device examination"
    )
    page.get_by_role("link", name="Causes of concern", exact=True).click()
    settled(page)
    page.get_by_role("table", name="The register").get_by_role(
        "link", name=re.compile("^Digital device examination")
    ).click()
    said = page.get_by_role("table", name="Everything said on it, oldest first")
    expect(said).to_contain_text("Marked complete, on the strength of the report of March 2018.")
    expect(page.get_by_role("heading", name="One item")).to_be_in_viewport()
    expect(
        page.get_by_text(
            "progress (22 March 2018), then addressed (11 January 2019), then found again "
            "(11 April 2019)"
        ).last
    ).to_be_visible()
    expect(page).to_have_url(re.compile("kind=cause-of-concern"))


def test_a_mark_in_the_time_chart_opens_its_item(shared_server, visitor):
    page = visitor.open(shared_server, "/progress?kind=cause-of-concern&force=northumbria")
    choose_mark(page.locator("#chart-register-chart .scatterlayer .points path").first)
    expect(page).to_have_url(re.compile("item=northumbria-peel-2016-r01"))
    expect(page.get_by_role("table", name="Questions to ask")).to_be_visible()


@pytest.fixture
def taken(shared_server, visitor):
    """Take a file away from the page as filtered."""

    def take(name: str, query: str) -> tuple[str, bytes]:
        page = visitor.open(shared_server, f"/progress{query}")
        with page.expect_download() as started:
            page.get_by_role("button", name=name).click()
        return started.value.suggested_filename, started.value.path().read_bytes()

    return take


def test_the_rows_chosen_are_taken_away_as_csv(taken):
    name, data = taken("These rows as CSV", f"?kind=cause-of-concern&{DAY}")
    lines = data.decode("utf-8").splitlines()
    assert name.startswith("inspection-history-register-v")
    assert lines[0].startswith("id,kind,force,")
    assert lines[0].endswith(",data_version,as_known_on")
    assert [line.split(",")[0] for line in lines if line.startswith(("nn-", "northumbria-"))] == [
        "northumbria-peel-2016-r01",
        "nn-peel18-r1",
        "northumbria-peel-2018-r01",
    ]


def test_the_workbook_opens_with_its_cover_and_the_rows_chosen(taken):
    name, data = taken("These rows as a workbook", "?kind=cause-of-concern&as-known-on=2019-12-31")
    assert name.endswith("as-known-on-2019-12-31.xlsx")
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["About", "Register", "Due dates", "Columns"]
    cover = " ".join(str(cell.value) for row in book["About"].iter_rows() for cell in row)
    assert "Cause of concern" in cover
    assert "31 December 2019" in cover
    assert book["Register"].max_row == 1 + 3


def test_the_calendar_is_read_by_a_calendar_program(taken):
    name, data = taken("Dates due as a calendar", "?force=northamptonshire")
    assert name.endswith(".ics")
    events = vobject.readOne(data.decode("utf-8")).vevent_list
    (reply,) = [event for event in events if event.dtstart.value.isoformat() == "2025-10-16"]
    assert reply.summary.value.startswith("Last lawful day for the published reply")
