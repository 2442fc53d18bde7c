"""The published record in a browser whose scripts are switched off: it answers by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from inspection.addresses import addresses
from inspection.dataset import load_record, texts
from inspection.publication import Publication
from tests.browser.conftest import NARROW, ROOT, WAIT_MS, WIDE, Server
from tests.browser.test_seed_facts import FACTS

ON_PAPER = ViewportSize(width=672, height=971)
"""A4 between the margins that the style sheet sets, which are 16 mm at either side."""
PLACES = (
    "",
    "forces/northamptonshire/",
    "inspections/northamptonshire-ncpi-2025/",
    "themes/",
    "themes/missing-children/",
    "grades/",
    "register/",
    "method/",
    "glossary/",
    "data/",
    "corrections/",
    "sources/",
    "accessibility/",
)


@dataclass
class Reader:
    """A window without scripts, and what went wrong in it."""

    page: Page
    requests: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)

    def open(self, server: Server, path: str = "") -> Page:
        """Go to a page of the published record."""
        self.requests.clear()
        self.page.goto(f"{server.address}/record/{path}")
        return self.page


@pytest.fixture
def window() -> ViewportSize:
    return WIDE


@pytest.fixture
def reader(chromium: Browser, window: ViewportSize) -> Iterator[Reader]:
    context = chromium.new_context(viewport=window, locale="en-GB", java_script_enabled=False)
    context.set_default_timeout(WAIT_MS)
    made = Reader(context.new_page())
    made.page.on("request", lambda request: made.requests.append(request.url))
    made.page.on("console", lambda message: made.console.append(message.text))
    yield made
    context.close()
    assert made.console == []


@pytest.mark.parametrize("inspection", dict.fromkeys(key for key, _ in FACTS))
def test_the_seed_facts_are_read_without_scripts(inspection, shared_server, reader):
    page = reader.open(shared_server, f"inspections/{inspection}/")
    for key, words in FACTS:
        if key == inspection:
            expect(page.locator("main").get_by_text(words).first).to_be_visible()


def test_how_well_a_force_protects_children_is_answered_on_the_front_page(shared_server, reader):
    page = reader.open(shared_server)
    told = page.locator("main")
    expect(told).to_contain_text("graded one area good, two adequate and two requires improvement.")
    expect(told).to_contain_text("Raised most often, out of the inspections that looked: ")
    page.get_by_role("link", name="Northamptonshire Police: everything in the record").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Northamptonshire Police")


def test_which_themes_were_raised_more_than_once_of_both_forces(shared_server, reader):
    page = reader.open(shared_server, "themes/")
    table = page.get_by_role("table").first
    row = table.get_by_role("row").filter(has=page.get_by_role("link", name="Missing children"))
    expect(row).to_contain_text("Raised in")
    row.get_by_role("link", name="Missing children").click()
    expect(page).to_have_url(f"{shared_server.address}/record/themes/missing-children/")
    expect(page.get_by_role("heading", name="Northumbria Police", exact=True)).to_be_visible()


def test_the_grade_changed_in_august_2024_is_told_with_both_values(shared_server, reader):
    page = reader.open(shared_server, "forces/northamptonshire/")
    ledger = page.get_by_role("table", name="Northamptonshire Police: grades changed after")
    expect(ledger).to_contain_text("8 August 2024")
    expect(ledger).to_contain_text("Adequate")
    expect(ledger).to_contain_text("Requires improvement")


@pytest.mark.parametrize("path", PLACES)
def test_a_page_is_one_request_and_one_style_sheet(path, shared_server, reader):
    reader.open(shared_server, path)
    base = f"{shared_server.address}/record/"
    assert reader.requests == [f"{base}{path}", f"{base}style.css"]


def test_the_server_sends_the_bytes_that_are_published(shared_server, reader):
    where = addresses(f"{shared_server.address}/")
    data = ROOT / "data"
    publication = Publication(load_record(data), texts(data), where)
    for path in (*PLACES, "style.css", "feed.atom", "due-dates.ics", "sitemap.xml", "robots.txt",
                 "data/latest/findings.csv", "data/latest/datapackage.json"):  # fmt: skip
        sent = reader.page.request.get(f"{shared_server.address}/record/{path}")
        made = publication.file(path)
        assert made is not None
        assert sent.body() == made.content, path


def test_a_fact_can_be_cited_and_an_error_in_it_reported_without_scripts(shared_server, reader):
    fact = "nn-2025-03"
    page = reader.open(shared_server, f"inspections/northamptonshire-ncpi-2025/#{fact}")
    fold = page.locator(f'[data-fact="{fact}"]')
    fold.locator("summary").click()
    expect(fold.locator(".citation")).to_contain_text("Data version ")
    fold.get_by_role("link", name="Report an error in this fact").click()
    expect(page).to_have_url(f"{shared_server.address}/record/corrections/?fact={fact}#report")
    expect(page.get_by_role("heading", name="How to report an error")).to_be_visible()


class TestOnATelephone:
    @pytest.fixture
    def window(self) -> ViewportSize:
        return NARROW

    @pytest.mark.parametrize("path", PLACES)
    def test_no_page_is_wider_than_the_screen(self, path, shared_server, reader):
        page = reader.open(shared_server, path)
        box = page.locator("footer").bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= NARROW["width"]


class TestOnPaper:
    @pytest.fixture
    def window(self) -> ViewportSize:
        return ON_PAPER

    @pytest.mark.parametrize(
        "path",
        ["forces/northamptonshire/", "themes/missing-children/", "grades/", "register/", "data/"],
    )
    def test_what_is_folded_away_on_the_screen_is_printed(self, path, shared_server, reader):
        page = reader.open(shared_server, path)
        folded = page.locator("details:not([open]):not(.cite) > :not(summary, .cite)")
        there = folded.count()
        assert there > 0
        expect(folded.filter(visible=True)).to_have_count(0)
        page.emulate_media(media="print")
        expect(folded.filter(visible=True)).to_have_count(there)

    @pytest.mark.parametrize("path", PLACES)
    def test_menus_and_the_folds_for_citing_are_not_printed(self, path, shared_server, reader):
        page = reader.open(shared_server, path)
        of_the_screen = page.locator("nav, .skip, .cite").filter(visible=True)
        expect(of_the_screen).not_to_have_count(0)
        page.emulate_media(media="print")
        expect(of_the_screen).to_have_count(0)

    @pytest.mark.parametrize("path", PLACES)
    def test_no_table_and_no_drawing_is_wider_than_the_paper(self, path, shared_server, reader):
        page = reader.open(shared_server, path)
        page.emulate_media(media="print")
        expect(page.locator("nav").filter(visible=True)).to_have_count(0)
        boxes = [part.bounding_box() for part in page.locator("table, svg.wide, footer").all()]
        assert [box for box in boxes if box and box["x"] + box["width"] > ON_PAPER["width"]] == []
        assert None not in boxes

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_grades_and_marks_keep_their_colours_on_white_paper(
        self, scheme, shared_server, reader
    ):
        page = reader.open(shared_server, "forces/northamptonshire/")
        page.emulate_media(media="print", color_scheme=scheme)
        for grade, colour in (
            ("good", "rgb(159, 208, 214)"),
            ("adequate", "rgb(127, 163, 207)"),
            ("requires-improvement", "rgb(123, 74, 151)"),
        ):
            printed = page.locator(f"main .grade.{grade}").first
            expect(printed).to_have_css("background-color", colour)
            expect(printed).to_have_css("print-color-adjust", "exact")
        raised = reader.open(shared_server, "themes/").locator("main .mark.raised").first
        expect(raised).to_have_css("background-color", "rgb(138, 31, 61)")
        expect(raised).to_have_css("print-color-adjust", "exact")
        expect(page.locator("body")).to_have_css("color", "rgb(27, 36, 48)")
        expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
