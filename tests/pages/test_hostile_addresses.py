"""Addresses nobody should write: every page still draws itself in the frame."""

import pytest

from components.navigation import PAGES

KEYS = [
    "as-known-on",
    "force",
    "programme",
    "kind",
    "from",
    "to",
    "context",
    "theme",
    "themes",
    "inspection",
    "id",
    "at",
    "q",
    "page",
    "table",
    "step",
]
VALUES = {
    "markup": '"><img src=x onerror=alert(1)>',
    "nothing": "",
    "a null byte": "\x00",
    "very long": "x" * 20_000,
    "other digits": "٣",
    "a large number": "9" * 400,
    "a formula": "=1+1",
    "a path": "../../etc/passwd",
    "a right-to-left mark": "\u202eabc",
    "operators of a search": '" OR NEAR( * AND',
}


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
@pytest.mark.parametrize("key", [page.key for page in PAGES])
def test_a_page_survives_it_and_shows_it_as_text(key, value, open_page, html_text):
    app = open_page(key, **dict.fromkeys(KEYS, value))
    assert [error.value for error in app.exception] == []
    text = html_text(app)
    assert '<footer class="foot">' in text
    assert "<img src=x" not in text


def test_a_choice_given_twice_counts_once(open_page, html_text):
    app = open_page("history", programme=["peel", "peel"], force=["northumbria", "northumbria"])
    assert "Showing 8 inspections." in html_text(app)


def test_of_words_without_end_only_the_beginning_is_searched_for_and_shown(open_page, html_text):
    app = open_page("search", q="x" * 100_000)
    assert app.text_input(key="q").value == "x" * 200
    assert len(html_text(app)) < 60_000
