"""The briefing as a board meets it: on the page, as a file, on paper."""

import io
import re

import pypdf
from playwright.sync_api import expect

from tests.inspection.test_document_pdf import squeezed

ASKED = "/briefing?force=northamptonshire&as-known-on=2019-07-24&since=2018-07-26"


def test_the_page_shows_the_document_and_its_drawings(shared_server, visitor):
    page = visitor.open(shared_server, ASKED)
    expect(page.get_by_role("heading", name="What is known")).to_be_visible()
    expect(page.get_by_text("one new inspection, seven themes raised again").first).to_be_visible()
    expect(page.locator(".briefing .drawing[role=img] svg.wide").first).to_be_visible()
    expect(page.locator(".briefing .drawing[role=img] svg.narrow").first).to_be_hidden()


def test_the_pdf_taken_away_holds_what_the_page_says(shared_server, visitor):
    page = visitor.open(shared_server, ASKED)
    expect(page.locator(".briefing td").first).to_be_visible()
    told = page.locator(".briefing td").all_inner_texts()
    with page.expect_download() as started:
        page.get_by_role("button", name="PDF to print or read").click()
    assert started.value.suggested_filename == (
        "briefing-northamptonshire-as-known-on-2019-07-24.pdf"
    )
    reader = pypdf.PdfReader(io.BytesIO(started.value.path().read_bytes()))
    words = squeezed("".join(p.extract_text() for p in reader.pages))
    assert len(told) > 10
    assert [cell for cell in told if squeezed(cell) not in words] == []


def test_printing_the_html_file_loses_nothing(shared_server, visitor, chromium, tmp_path):
    page = visitor.open(shared_server, ASKED)
    with page.expect_download() as started:
        page.get_by_role("button", name="One HTML file").click()
    file = tmp_path / "briefing.html"
    started.value.save_as(file)
    alone = chromium.new_page()
    alone.goto(file.as_uri())
    # Text by text, because links show their addresses on paper; drawings are printed as laid out wide.
    told = alone.evaluate(
        """() => { const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            const found = []; while (walk.nextNode())
              if (!walk.currentNode.parentElement.closest("svg.narrow")) found.push(walk.currentNode.data);
            return found }"""
    )
    reader = pypdf.PdfReader(io.BytesIO(alone.pdf(format="A4")))
    alone.close()
    printed = squeezed("".join(p.extract_text() for p in reader.pages))
    assert len(told) > 60
    assert [words for words in told if squeezed(words) not in printed] == []


def test_what_cannot_be_made_gets_a_sentence(shared_server, visitor):
    page = visitor.open(shared_server, "/briefing?since=1066-10-14")
    expect(page.get_by_text("No briefing can be made of this choice.")).to_be_visible()
    page = visitor.open(shared_server, "/briefing?since=<script>")
    expect(page.get_by_text("“<script>” is not a day.")).to_be_visible()


def test_every_change_stands_as_a_row(shared_server, visitor):
    page = visitor.open(shared_server, ASKED)
    table = page.get_by_role("table", name=re.compile("^Changes"))
    expect(table.get_by_role("row")).to_have_count(1 + 1 + 7 + 1 + 4 + 2 + 2)
    expect(table.get_by_role("row").nth(1)).to_contain_text("post-inspection review")
