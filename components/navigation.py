"""The pages of the dashboard, and the ways from one to another.

Ways from page to page, each tried in a browser:

- A plain link in HTML, `<a href="./history?force=x" target="_self">`, as `prose.link` writes it, in
  sentences and table cells alike. `steps.js` turns it into a step within the session; without
  that script the browser loads the page anew, with the same result.
- A mark in a chart, by the address the chart is given (`charted.chart`).
- Not `st.page_link`: to the page one is on, with other choices, it leaves the old address standing.
- Not `st.switch_page`: it writes the new choices beside the old page first, and Back would then lead
  to an address nobody chose.
- Not a Markdown link: the framework opens it in a new tab, and so in a new session.

The day whose public knowledge is shown goes along on every way: with `prose.link` and `prose.way`,
with the menu by `steps.js`, which takes the chosen force along as well.

Choices belong in the address, read and written through `st.query_params`. Never
`bind="query-params"`: it loses the value when two pages use the same key, and Back loses it always.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path
from urllib.parse import unquote, urlsplit

import streamlit as st
from streamlit.navigation.page import Page

from components import dataset, prose
from inspection.near import near
from inspection.product import NAME

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
    deals_with_abuse: bool = True
    """Whether it says, before it begins, that it deals with abuse, and where to find help."""

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
        "The inspections recorded, in time, with what inspectors said.",
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
        "progress",
        "Progress",
        "Who says it is done, what is due, and what nobody has answered in public.",
        ":material/checklist:",
    ),
    DashboardPage(
        "briefing",
        "Briefing",
        "One document for the meeting: what is known, what changed, what is due, what to ask.",
        ":material/description:",
    ),
    DashboardPage(
        "meeting",
        "Meeting",
        "One thing at a time, in large type, to project and step through.",
        ":material/co_present:",
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
        deals_with_abuse=False,
    ),
    DashboardPage(
        "method",
        "Method",
        "What may be compared, how things are counted, and the limits of the record.",
        ":material/menu_book:",
        deals_with_abuse=False,
    ),
    DashboardPage(
        "glossary",
        "Glossary",
        "What the words in the reports and on these pages mean, in plain sentences.",
        ":material/dictionary:",
        deals_with_abuse=False,
    ),
)
"""Every page, in the order of the menu. The first is shown at the address without a path."""

LOST_TITLE = "Page not found"
STARTS = ("start", "beginning")
"""The framework wants a name for the page at the bare address, and no other page of that name."""


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
    start = next(name for name in STARTS if name != asked)
    pages = [
        st.Page(
            page.script,
            title=page.title,
            icon=page.icon,
            url_path=start if page is first else page.key,
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
    """The one-part path a browser asked for, `history` in http://host/history; else empty.

    Without blanks around it, which the framework takes off the names of pages too.
    """
    try:
        path = unquote(urlsplit(url or "").path)
    except ValueError:  # a bracket that is not closed
        return ""
    parts = path.strip("/").split("/")
    base = base_path.strip("/")
    if base and parts[: base.count("/") + 1] == base.split("/"):
        parts = parts[base.count("/") + 1 :]
    return parts[0].strip() if len(parts) == 1 else ""


def name_document(title: str) -> None:
    """Name the browser's window or tab after what is on the page."""
    st.set_page_config(page_title=f"{title} – {NAME}")


def _lost(asked: str) -> None:
    """What stands at an address that names no page."""
    st.title(LOST_TITLE)
    short = asked if len(asked) <= 60 else f"{asked[:57]}..."
    prose.paragraph(
        "There is no page at the address", prose.Html(f"<strong>/{escape(short)}</strong>.")
    )
    if meant := _meant(asked):
        prose.paragraph("Did you mean one of these?")
        prose.bullets(meant)
    prose.paragraph("These are the pages there are:")
    prose.bullets(
        prose.joined_html([prose.link(page.key, page.title), page.purpose], ": ") for page in PAGES
    )


def near_pages(asked: str) -> list[DashboardPage]:
    """The pages whose address or title is like what was asked for, best first."""
    found = near(asked, {page.key: page.title for page in PAGES})
    return [page for key in found for page in PAGES if page.key == key]


def _meant(asked: str) -> list[prose.Html]:
    """Links to what an address without a page may have been meant for, pages first."""
    found = [prose.link(page.key, page.title) for page in near_pages(asked)]
    if dataset.standing().edition is None:
        return found
    record = dataset.record()
    forces = {force.id: force.name for force in record.forces}
    themes = {theme.id: theme.name for theme in record.themes}
    titles = {inspection.id: inspection.title for inspection in record.inspections}
    return [
        *found,
        *(prose.link("overview", forces[key], force=key) for key in near(asked, forces)),
        *(prose.link("recurring", themes[k], "thread", theme=k) for k in near(asked, themes)),
        *(prose.inspection_link(key, titles[key]) for key in near(asked, titles)),
    ]
