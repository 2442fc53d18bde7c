"""The pages of the menu and the addresses they stand at."""

import pytest
from streamlit.testing.v1 import AppTest

from components.navigation import PAGES, asked_path

KEYS = [page.key for page in PAGES]
HOST = "http://localhost:8501"


def test_the_menu_is_in_the_order_readers_ask():
    assert [page.title for page in PAGES] == [
        "Overview",
        "History",
        "Grades",
        "Recurring issues",
        "Progress",
        "Briefing",
        "Meeting",
        "Inspection",
        "Search",
        "Data",
        "Method",
        "Glossary",
    ]


@pytest.mark.parametrize(
    ("url", "base", "path"),
    [
        (None, "", ""),
        (HOST, "", ""),
        (f"{HOST}/", "", ""),
        (f"{HOST}/history?force=x#top", "", "history"),
        (f"{HOST}/history/", "", "history"),
        (f"{HOST}/f%C3%B6rce", "", "förce"),
        (f"{HOST}/a/b", "", ""),
        (f"{HOST}/base/history", "base", "history"),
        (f"{HOST}/base", "/base/", ""),
        (f"{HOST}/history", "his", "history"),
        (f"{HOST}/a/b/history", "a/b", "history"),
        (f"{HOST}/history%20", "", "history"),
        (f"{HOST}/%20%C2%A0", "", ""),
        ("http://[", "", ""),
    ],
)
def test_the_path_asked_for_is_one_part_after_the_base(url, base, path):
    assert asked_path(url, base) == path


def script(url):
    """What the framework is handed, noted down: it makes pages only while a script runs."""
    import streamlit as st

    from components.navigation import framework_pages

    pages = framework_pages(url)
    st.session_state["pages"] = [(page.visibility, page.url_path, page.title) for page in pages]


def pages_at(url, visibility):
    """Address and title of the pages that are visible or hidden to a browser at `url`."""
    app = AppTest.from_function(script, args=(url,)).run()
    return [tuple(page[1:]) for page in app.session_state["pages"] if page[0] == visibility]


@pytest.mark.parametrize("path", ["", *KEYS])
def test_every_page_stands_in_the_menu_once_whatever_was_asked_for(path):
    titles = [title for _, title in pages_at(f"{HOST}/{path}", "visible")]
    assert titles == [page.title for page in PAGES]


def test_the_overview_stands_at_its_own_address_and_at_the_bare_one():
    assert pages_at(HOST, "hidden") == [("overview", "Overview")]
    assert pages_at(f"{HOST}/overview", "hidden") == [("", "Overview")]
    assert pages_at(f"{HOST}/overview", "visible")[0] == ("overview", "Overview")


def test_an_unknown_address_gets_a_hidden_page_of_its_own():
    assert pages_at(f"{HOST}/no-such-page", "hidden") == [
        ("overview", "Overview"),
        ("no-such-page", "Page not found"),
    ]


def menu(url):
    """The framework given the pages, as the frame does it."""
    import streamlit as st

    from components.navigation import framework_pages

    st.navigation(framework_pages(url))


@pytest.mark.parametrize("path", ["start", "beginning", "%20", "history%20"])
def test_a_name_that_the_framework_takes_for_another_is_no_fault(path):
    app = AppTest.from_function(menu, args=(f"{HOST}/{path}",)).run()
    assert [error.value for error in app.exception] == []


def test_the_name_of_the_page_at_the_bare_address_is_a_page_not_found_too():
    assert pages_at(f"{HOST}/start", "hidden")[1:] == [("start", "Page not found")]


@pytest.mark.parametrize("path", ["%20", "%C2%A0%20"])
def test_an_address_of_blanks_is_the_bare_one(path):
    assert pages_at(f"{HOST}/{path}", "hidden") == pages_at(HOST, "hidden")


def lost_script(asked):
    """What is drawn at an address that names no page."""
    from components.navigation import _lost

    _lost(asked)


@pytest.mark.parametrize(
    ("asked", "offered"),
    [
        ("histroy", ["./history"]),
        ("northumbira", ["./overview?force=northumbria"]),
        ("missing_children", ["./recurring?theme=missing-children#thread"]),
        ("northumbria-ncpi-2018", ["./inspection?id=northumbria-ncpi-2018"]),
        ("xyzzy", []),
        ("<script>alert(1)</script>", []),
        ("x" * 8_000, []),
    ],
)
def test_an_address_that_names_no_page_offers_what_is_like_it(asked, offered):
    app = AppTest.from_function(lost_script, args=(asked,)).run(timeout=20)
    text = "".join(element.value for element in app.get("html"))
    found = text.partition("Did you mean one of these?")[2].partition("</ul>")[0]
    assert [to for to in offered if f'href="{to}"' not in found] == []
    assert bool(found) == bool(offered)
    assert text.count("<li>") >= len(PAGES)
    assert "<script>" not in text
    assert len(text) < 6_000
