"""A telephone: 390 pixels wide. That nothing scrolls sideways is in test_accessibility.py."""

import pytest
from playwright.sync_api import expect

from inspection.briefing import Asked, briefing
from inspection.dates import a_year_before
from inspection.document_html import document_html
from tests.browser.conftest import NARROW, WIDE

IS_AS_WIDE = """chart =>
  chart.querySelector("svg.main-svg").getAttribute("width") === String(chart.clientWidth)"""


@pytest.fixture
def viewport():
    return NARROW


def test_the_menu_opens_and_leads_to_a_page(shared_server, visitor):
    page = visitor.open(shared_server, "/")
    page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_role("navigation", name="App pages").get_by_role("link", name="Method").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Method")


@pytest.mark.parametrize(
    ("address", "chart"),
    [
        ("/history", "history-timeline"),
        ("/grades?programme=peel", "grades-northumbria-0"),
        ("/progress", "register-chart"),
    ],
)
def test_a_chart_is_laid_out_anew_when_the_screen_turns_narrow_and_back(
    address, chart, shared_server, visitor
):
    page = visitor.open(shared_server, address)
    drawn = page.locator(f"#chart-{chart}")
    for size, layout in ((WIDE, "wide"), (NARROW, "narrow")):
        page.set_viewport_size(size)
        expect(drawn).to_have_attribute("data-drawn", layout)
        # Both as they are at that moment: the room is another while the menu slides.
        page.wait_for_function(IS_AS_WIDE, arg=drawn.element_handle())


def test_a_chart_of_few_columns_stands_upright_and_its_words_lie_side_by_side(
    shared_server, visitor, published_record
):
    page = visitor.open(shared_server, "/history")
    words = page.locator("#chart-history-timeline[data-drawn=narrow] .annotation-text")
    expect(words).to_have_count(len(published_record.inspections))
    boxes = words.evaluate_all("""all => all.map((word) => {
        const { left, top, right, bottom } = word.getBoundingClientRect();
        return [left, top + 2, right, bottom - 2];
    })""")
    together = [
        (one, other)
        for place, one in enumerate(boxes)
        for other in boxes[place + 1 :]
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]
    assert together == []
    assert max(box[2] for box in boxes) <= 390


BEFORE_A_CELL = """cells => cells.map((cell) => getComputedStyle(cell, "::before").content)"""


def test_a_name_before_a_cell_ends_with_a_colon_or_with_its_own_question_mark(
    shared_server, visitor, published_record
):
    page = visitor.open(shared_server, "/meeting?force=northumbria&step=ask-northumbria")
    page.get_by_text("The rows behind this, as a table").click()
    asked = page.locator(".table td[data-column]")
    told = ['"Is it done? "', '"If not, why? "', '"By when? "'] * 3
    assert asked.evaluate_all(BEFORE_A_CELL) == told

    day = published_record.release.released_on
    document = briefing(published_record, Asked(("northumbria",), day, a_year_before(day)))
    page.set_content(document_html(document))
    named = {text for text in page.locator("td").evaluate_all(BEFORE_A_CELL)}
    assert set(told) <= named
    assert '"By: "' in named
    assert [text for text in named if "?: " in text] == []
