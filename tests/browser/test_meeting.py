"""The meeting view in a room: stepped through with keys, a clicker, links and Back."""

import re
import shutil

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NARROW, ROOT, serving, settled

FIRST = "What did the latest child protection inspection find?"
SECOND = "How often has child protection been inspected, and when?"
THIRD = "What changed since"
LONG_AGO = "2024-09-28"
STEPS = ("latest", "inspections", "changes", "done-northamptonshire")
PROJECTORS = [(1280, 720), (1920, 1080)]


def heading(page):
    return page.get_by_role("heading", level=1)


@pytest.fixture
def meeting(shared_server, visitor):
    return visitor.open(shared_server, "/meeting?force=northumbria&as-known-on=2026-08-01")


@pytest.mark.parametrize(("on", "back"), [("ArrowRight", "ArrowLeft"), ("PageDown", "PageUp")])
def test_keys_step_on_and_back_and_the_question_is_read_out(on, back, meeting, shared_server):
    meeting.evaluate("window.sameLoad = true")
    meeting.keyboard.press(on)
    expect(heading(meeting)).to_have_text(SECOND)
    expect(heading(meeting)).to_be_focused()
    expect(meeting).to_have_url(
        f"{shared_server.address}/meeting?force=northumbria&step=inspections&as-known-on=2026-08-01"
    )
    # A heading that keeps focus while its words change is not read out by itself: it is said.
    said = meeting.locator("body > [role=status]")
    meeting.keyboard.press(on)
    expect(heading(meeting)).to_contain_text(THIRD)
    expect(said).to_contain_text(THIRD)
    meeting.keyboard.press(back)
    expect(heading(meeting)).to_have_text(SECOND)
    expect(heading(meeting)).to_be_focused()
    expect(said).to_contain_text(SECOND)
    assert meeting.evaluate("window.sameLoad === true")


def test_at_the_ends_a_key_changes_nothing(meeting):
    at = meeting.url
    meeting.keyboard.press("ArrowLeft")
    settled(meeting)
    assert meeting.url == at
    expect(heading(meeting)).to_have_text(FIRST)


def test_next_and_back_of_the_browser_step_too(meeting):
    meeting.get_by_role("link", name="Next").click()
    expect(heading(meeting)).to_have_text(SECOND)
    expect(heading(meeting)).to_be_focused()
    meeting.go_back()
    expect(heading(meeting)).to_have_text(FIRST)
    meeting.go_forward()
    expect(heading(meeting)).to_have_text(SECOND)


def test_keys_with_a_modifier_or_in_a_field_do_not_step(meeting):
    at = meeting.url
    meeting.keyboard.press("Shift+ArrowRight")
    meeting.keyboard.press("Control+PageDown")
    meeting.get_by_text("Force and theme").click()
    box = meeting.get_by_role("combobox", name="Theme")
    box.focus()
    meeting.keyboard.press("PageDown")
    radio = meeting.get_by_role("radio", name="Northumbria Police")
    radio.focus()
    meeting.keyboard.press("ArrowRight")
    settled(meeting)
    assert "step=" not in meeting.url
    assert at.partition("?")[0] == meeting.url.partition("?")[0]


def test_a_table_that_has_focus_keeps_its_keys(shared_server, visitor):
    page = visitor.open(shared_server, "/meeting?force=northumbria&step=returning-northumbria")
    box = page.get_by_role("region", name="Themes by year of inspection")
    box.focus()
    at = page.url
    page.keyboard.press("ArrowRight")
    settled(page)
    assert page.url == at


def test_a_dialogue_that_is_open_keeps_its_keys(meeting):
    at = meeting.url
    meeting.keyboard.press("?")
    expect(meeting.get_by_role("dialog")).to_be_visible()
    meeting.keyboard.press("ArrowRight")
    meeting.keyboard.press("Escape")
    expect(meeting.get_by_role("dialog")).to_have_count(0)
    settled(meeting)
    assert meeting.url == at


def test_elsewhere_the_keys_step_nowhere(meeting, shared_server):
    meeting.get_by_role("link", name="Leave the meeting view").click()
    expect(heading(meeting)).to_have_text("Overview")
    at = meeting.url
    assert at == f"{shared_server.address}/overview?force=northumbria&as-known-on=2026-08-01"
    expect(meeting.get_by_role("navigation", name="App pages")).to_be_visible()
    meeting.keyboard.press("PageDown")
    settled(meeting)
    assert meeting.url == at


def test_a_link_to_a_step_shows_it_without_the_menu(shared_server, visitor):
    page = visitor.open(shared_server, "/meeting?force=northamptonshire&step=done-northamptonshire")
    expect(heading(page)).to_have_text("What is open, and who says it is done?")
    expect(page.locator(".chart[data-drawn=wide]")).to_have_count(1)
    expect(page.get_by_role("navigation", name="App pages")).to_have_count(0)
    current = page.get_by_role("navigation", name="All steps").locator("[aria-current=step]")
    expect(current).to_have_text("Who says it is done")


def test_a_step_that_does_not_exist_gets_a_sentence_and_ways_on(shared_server, visitor):
    page = visitor.open(shared_server, "/meeting?force=northumbria&step=grades-peel")
    expect(page.get_by_text("This meeting has no step “grades-peel”.")).to_be_visible()
    page.get_by_role("listitem").get_by_role("link", name="PEEL grades").first.click()
    expect(heading(page)).to_have_text("PEEL: which grades were given, and what may be compared?")


@pytest.fixture(scope="module")
def server_of_an_old_search(tmp_path_factory):
    """The published record as it is read long after the public pages were last searched."""
    folder = tmp_path_factory.mktemp("old")
    file = shutil.copytree(ROOT / "data", folder / "data") / "inspections.yaml"
    looked = re.compile("^  last_looked_on: .*$", re.MULTILINE)
    text, changed = looked.subn(f"  last_looked_on: {LONG_AGO}", file.read_text())
    assert changed == 1
    file.write_text(text)
    with serving(folder / "server.log", data=file.parent) as server:
        yield server


def expect_fit(page, size):
    """Nothing to scroll to, and letters of a thirtieth of the screen's height."""
    main = page.get_by_test_id("stMain")
    expect(page.locator(".chart:not([data-drawn])")).to_have_count(0)
    assert main.evaluate("main => main.scrollHeight - main.clientHeight") <= 1
    letters = page.locator(".answer section p").last.evaluate("p => getComputedStyle(p).fontSize")
    assert float(letters.removesuffix("px")) >= size[1] / 30


@pytest.mark.parametrize("size", PROJECTORS)
@pytest.mark.parametrize("step", STEPS)
def test_a_step_fits_the_screen_of_a_projector_in_letters_to_be_read_across_a_room(
    step, size, shared_server, visitor
):
    visitor.page.set_viewport_size({"width": size[0], "height": size[1]})
    page = visitor.open(shared_server, f"/meeting?force=northamptonshire&step={step}")
    expect_fit(page, size)


@pytest.mark.parametrize("size", PROJECTORS)
def test_the_fullest_step_fits_as_well_long_after_the_last_search_which_its_foot_tells(
    size, server_of_an_old_search, visitor
):
    visitor.page.set_viewport_size({"width": size[0], "height": size[1]})
    step = "/meeting?force=northamptonshire&step=done-northamptonshire"
    page = visitor.open(server_of_an_old_search, step)
    expect(page.locator(".old-search")).to_have_count(1)
    expect(page.locator("footer.foot > .old-search")).to_have_text(
        "The public pages were last searched on 28 September 2024, more than six months ago. "
        "Inspections, answers and statements published since are not in the record. That nothing was "
        "found may by now be wrong."
    )
    expect_fit(page, size)


@pytest.mark.parametrize("step", ["latest", "inspections", "returning", "grades-peel-northumbria"])
def test_nothing_scrolls_sideways_on_a_telephone_with_letters_twice_as_large(
    step, shared_server, visitor
):
    visitor.page.set_viewport_size(NARROW)
    page = visitor.open(shared_server, f"/meeting?step={step}")
    main = page.get_by_test_id("stMain")
    for size in ("100%", "200%"):
        page.evaluate(
            "size => document.documentElement.style.setProperty('font-size', size, 'important')",
            size,
        )
        expect(page.locator(".chart:not([data-drawn])")).to_have_count(0)
        assert main.evaluate("main => main.scrollWidth - main.clientWidth") <= 1
