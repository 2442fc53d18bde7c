"""Hostile addresses: every page draws itself in the frame and shows what was asked for as text."""

from __future__ import annotations

from random import Random

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from components.navigation import PAGES
from inspection.model import Record
from tests.fuzzing.hostile import ROOT, address_keys, value
from tests.fuzzing.shown import markdown_in, markup_in
from tests.fuzzing.trying import try_all

KEYS = address_keys()
OWN_KEYS = {page.key: address_keys(page.key) for page in PAGES}
SECONDS = 20
PLAIN = ("warning", "error", "title", "header", "subheader", "caption", "info")
"""What the framework draws from Markdown."""

Visit = tuple[str, dict[str, list[str]]]


@pytest.fixture(autouse=True)
def _fresh_caches() -> None:
    """Streamlit's caches outlive a test within the process; nothing may lean on the one before."""
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture(scope="module")
def known(published_record: Record) -> list[str]:
    """Ids of all sorts, and words that some choice has."""
    record = published_record
    named = (record.forces, record.themes, record.programmes, record.inspections, record.sources)
    findings = [f.id for inspection in record.inspections for f in inspection.findings[:2]]
    words = ["yes", "peel", "inspections", "findings", "reply", "any", "missing children", "2018"]
    return [*(fact.id for facts in named for fact in facts), *findings, *words]


def visited(page: str, choices: dict[str, list[str]], url: str = "") -> AppTest:
    """A page as the server draws it for an address; an empty page is whatever the address names."""
    app = AppTest.from_file(ROOT / "components" / "frame.py", default_timeout=SECONDS)
    app.context = {"url": url or f"http://localhost:8501/{page}"}
    if page:
        app.switch_page(f"../pages/{page}.py")
    for key, values in choices.items():
        app.query_params[key] = values
    return app.run()


def is_sound(app: AppTest) -> None:
    """No traceback, the frame around the page, and nothing of the address become markup."""
    assert [error.value for error in app.exception] == []
    html = "\n".join(element.value for element in app.get("html"))
    assert '<footer class="foot">' in html
    assert markup_in(html) == []
    for element in app.markdown:
        assert markup_in(element.value) == []
    for kind in PLAIN:
        for element in app.get(kind):
            assert markdown_in(element.value) == [], element.value
    for folded in app.expander:
        assert markdown_in(folded.label) == [], folded.label


def test_a_page_survives_any_choices_and_shows_them_as_text(known: list[str]) -> None:
    def choices(random: Random) -> Visit:
        page = random.choice(PAGES).key
        keys = random.choice((OWN_KEYS[page], OWN_KEYS[page], KEYS))
        keys = random.sample(keys, random.randint(1, min(6, len(keys))))
        times = random.choices((1, 2, 30), (90, 9, 1), k=len(keys))
        asked = {
            key: [value(random, known) for _ in range(count)]
            for key, count in zip(keys, times, strict=True)
        }
        return page, asked

    try_all("pages, any choices", 28, choices, lambda tried: is_sound(visited(*tried)), 4)


def test_an_address_that_names_no_page_says_so_and_shows_it_as_text(known: list[str]) -> None:
    def url(random: Random) -> str:
        return f"{random.choice(('http://localhost:8501/', 'http://localhost:8501/x/', ''))}{value(random, known)}"

    try_all("pages, any path", 10, url, lambda tried: is_sound(visited("", {}, tried)), 4)
