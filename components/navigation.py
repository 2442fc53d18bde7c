"""The pages of the dashboard, and the ways from one to another.

Links between pages, all of them tried in a browser:

- `page_link(key, label, **parameters)`: the framework's own link. Stays in the session.
- A plain link in HTML, `<a href="./history?force=x" target="_self">`, as `components.prose.link`
  writes it. `front_page.js` turns it into a step within the session; without that script the
  browser loads the page anew, with the same result. May stand in sentences and table cells.
- `go_to(key, **parameters)`: no link, but a step taken for the reader.
- Never a Markdown link: the framework opens it in a new tab, and so in a new session.

Choices belong in the address, read and written through `st.query_params`. Never
`bind="query-params"`: it loses the value when two pages use the same key, and Back loses it always.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import NoReturn
from urllib.parse import unquote, urlsplit

import streamlit as st
from streamlit.navigation.page import Page

PRODUCT = "Inspection History"
SCRIPTS = Path(__file__).resolve().parent.parent / "pages"


@dataclass(frozen=True, slots=True)
class DashboardPage:
    """A page of the dashboard: one question it answers, at one address."""

    key: str
    """Last part of its address and name of its script: `history` is /history, pages/history.py."""
    title: str
    purpose: str
    """What a reader finds there, in one line."""
    icon: str

    @property
    def script(self) -> Path:
        """The file that draws it."""
        return SCRIPTS / f"{self.key}.py"


PAGES = (
    DashboardPage(
        "overview",
        "Overview",
        "How well does my force protect children, and has this been raised before?",
        ":material/home:",
    ),
    DashboardPage(
        "history",
        "History",
        "Every inspection in time, with what inspectors said.",
        ":material/timeline:",
    ),
    DashboardPage(
        "grades",
        "Grades",
        "Which grades were given, and which of them may be compared.",
        ":material/grid_view:",
    ),
    DashboardPage(
        "recurring",
        "Recurring issues",
        "What was raised again, out of the inspections that looked at it.",
        ":material/repeat:",
    ),
    DashboardPage(
        "inspection",
        "Inspection",
        "One inspection in full: grades, findings, recommendations and answers.",
        ":material/article:",
    ),
    DashboardPage(
        "search",
        "Search",
        "A word anywhere in the record, and the place where it stands.",
        ":material/search:",
    ),
    DashboardPage(
        "data",
        "Data",
        "Every table to take away, the sources, and what the record does not hold.",
        ":material/table:",
    ),
    DashboardPage(
        "method",
        "Method",
        "What may be compared, how things are counted, and the limits of the record.",
        ":material/menu_book:",
    ),
)
"""Every page, in the order of the menu. The first is shown at the address without a path."""

LOST_TITLE = "Page not found"


def framework_pages(url: str | None, base_path: str = "") -> list[Page]:
    """The pages for `st.navigation`, for a reader whose browser is at `url`.

    The menu is flat, since the framework's sections are lists within no list to a screen reader.
    Two hidden pages see to it that every address says what it is: the overview has its own name
    besides the bare address, and an address that names no page leads to a page that says so.

    Why: the framework serves its default page at the bare address only, and for anything unknown
    shows it as well, under a dialogue about running the "main page".
    """
    asked = asked_path(url, base_path)
    first = PAGES[0]
    pages = [
        st.Page(
            page.script,
            title=page.title,
            icon=page.icon,
            url_path="start" if page is first else page.key,
            default=page is first,
            visibility="hidden" if page is first and asked == first.key else "visible",
        )
        for page in PAGES
    ]
    named = st.Page(
        first.script,
        title=first.title,
        icon=first.icon,
        url_path=first.key,
        visibility="visible" if asked == first.key else "hidden",
    )
    pages.insert(0, named)
    if asked and asked not in {page.key for page in PAGES}:
        pages.append(
            st.Page(lambda: _lost(asked), title=LOST_TITLE, url_path=asked, visibility="hidden")
        )
    return pages


def asked_path(url: str | None, base_path: str = "") -> str:
    """The one-part path a browser asked for, `history` in http://host/history; else empty."""
    path = unquote(urlsplit(url or "").path).strip("/")
    path = path.removeprefix(base_path.strip("/")).strip("/")
    return "" if "/" in path else path


def page_link(key: str, label: str, **parameters: str) -> None:
    """A link to the page `key` within the reader's session, its choices in the address."""
    page = _by_key(key)
    st.page_link(
        _target(page), label=label, icon=page.icon, help="", query_params=parameters or None
    )


def go_to(key: str, **parameters: str) -> NoReturn:
    """Take the reader to the page `key`, as when a mark of a chart has been chosen."""
    st.switch_page(_target(_by_key(key)), query_params=parameters or None)


def _by_key(key: str) -> DashboardPage:
    return next(page for page in PAGES if page.key == key)


def _target(page: DashboardPage) -> Page:
    """The page as the framework finds it among those of the menu, by its own address."""
    return st.Page(page.script, title=page.title, url_path=page.key)


def name_document(title: str) -> None:
    """Name the browser's window or tab after what is on the page."""
    st.set_page_config(page_title=f"{title} – {PRODUCT}")


def keep_address(page: Page) -> None:
    """See to it that the browser shows the address of what is on the page.

    Why: a link to the page one is on, with other choices, draws them but leaves the old address
    standing. Telling the browser again is free where it already agrees. Not on the way to another
    page: the choices would be put down beside the old page first.
    """
    here = (page.url_path, {key: st.query_params.get_all(key) for key in st.query_params})
    before = st.session_state.get("_address")
    if before is not None and before[0] == here[0] and before != here:
        st.query_params.from_dict(here[1])
    st.session_state["_address"] = here


def _lost(asked: str) -> None:
    """What stands at an address that names no page."""
    st.title(LOST_TITLE)
    short = asked if len(asked) <= 60 else f"{asked[:57]}..."
    st.html(
        f"<p>There is no page at the address <strong>/{escape(short)}</strong>. "
        "These are the pages there are:</p>"
    )
    for page in PAGES:
        page_link(page.key, f"{page.title}: {page.purpose}")
