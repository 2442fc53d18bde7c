"""A telephone: 390 pixels wide. That nothing scrolls sideways is in test_accessibility.py."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NARROW, WIDE


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
        plot = drawn.locator("svg.main-svg").first
        expect(plot).to_have_attribute("width", str(drawn.evaluate("chart => chart.clientWidth")))


def test_a_chart_of_few_columns_stands_upright_and_its_words_lie_side_by_side(
    shared_server, visitor
):
    page = visitor.open(shared_server, "/history")
    words = page.locator("#chart-history-timeline[data-drawn=narrow] .annotation-text")
    expect(words).to_have_count(60)
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
