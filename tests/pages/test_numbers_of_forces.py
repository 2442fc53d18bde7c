"""Every page with a record of one force, of three and of forty-three: none assumes that there are two."""

import re
from html import unescape

import pytest

from components.navigation import PAGES
from tests.numbers_of_forces import NUMBERS, record_of, words_out_of_place

STATES = {
    "history": {"context": "yes"},
    "grades": {"programme": "child-protection"},
    "recurring": {"themes": "all", "programme": "all", "theme": "missing-children"},
    "progress": {"clock": "any"},
    "briefing": {"theme": "missing-children"},
    "meeting": {"theme": "missing-children"},
    "search": {"q": "missing children"},
}
"""Another state of a page than that in which it opens."""
VISITS = [
    *((number, page.key, {}) for page in PAGES for number in NUMBERS),
    *(("three", key, state) for key, state in STATES.items()),
]


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    """Where the records stand; each is made once."""
    return {number: record_of(number, tmp_path_factory.mktemp(number)) for number in NUMBERS}


def words_of(app) -> str:
    """Everything a page says: its text, and the labels and choices of its controls."""
    told = [element.value for kind in ("title", "header", "subheader") for element in app.get(kind)]
    drawn = " ".join(element.value for element in app.get("html"))
    for control in (*app.selectbox, *app.multiselect):
        told += [control.label, *control.options]
    for switch in app.get("button_group"):
        told += [switch.label, *(option.content for option in switch.proto.options)]
    told += [one.proto.placeholder for one in app.multiselect]
    told += [element.label for element in app.expander]
    told += [element.value for element in app.warning]
    return f"{' | '.join(told)} | {unescape(re.sub('<[^>]+>', ' ', drawn))}"


def pickers(app) -> list[str]:
    named = [*app.multiselect, *app.get("button_group")]
    return [control.label for control in named if control.label.startswith("Force")]


@pytest.mark.parametrize(("number", "key", "state"), VISITS)
def test_a_page_is_drawn_and_says_nothing_that_fits_two_forces_alone(
    number, key, state, folders, monkeypatch, open_page, html_text
):
    monkeypatch.setenv("INSPECTION_DATA", folders[number])
    app = open_page(key, **state)
    assert [error.value for error in app.exception] == []
    assert html_text(app).count('<footer class="foot">') == 1
    assert words_out_of_place(words_of(app), number) == []
    assert pickers(app) in ([], [] if number == "one" else ["Forces"])


def test_nothing_is_chosen_where_there_is_one_force_and_another_is_said_to_be_missing(
    folders, monkeypatch, open_page
):
    monkeypatch.setenv("INSPECTION_DATA", folders["one"])
    app = open_page("overview", force="northamptonshire")
    assert pickers(app) == []
    assert [one.value for one in app.warning] == [
        "The link asks for “northamptonshire” as force, which is not in this record. "
        "Showing: Northumbria Police."
    ]
    assert [one.value for one in app.header if "Police" in one.value] == ["Northumbria Police"]
    assert [one.value for one in open_page("overview", force="all").warning] == []


def test_one_force_alone_is_set_beside_no_other(folders, monkeypatch, open_page):
    monkeypatch.setenv("INSPECTION_DATA", folders["one"])
    for key in ("grades", "recurring"):
        headings = [one.value for one in open_page(key).header]
        assert [text for text in headings if "side" in text.lower() or " and " in text] == []


def test_of_forty_three_forces_the_first_two_are_shown_and_all_are_offered(
    folders, monkeypatch, open_page
):
    monkeypatch.setenv("INSPECTION_DATA", folders["forty-three"])
    (picker,) = [one for one in open_page("history").multiselect if one.label == "Forces"]
    assert picker.proto.placeholder == "The first 2 of 43 forces"
    assert len(picker.options) == 43
