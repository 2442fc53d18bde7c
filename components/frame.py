"""The frame around every page: menu, header, state of the data, footer. Runs at every rerun.

This script is what the server runs (see dashboard.py). It stands in a folder that has no `pages/`
beside it, so that the first visitor to a fresh server gets the frame at every address.
"""

from html import escape
from pathlib import Path

import streamlit as st

from components import dataset, navigation
from components.front_page import MARK
from inspection.dates import date_words
from inspection.model import Release
from inspection.problems import count_words

LOOKS = [Path(__file__).with_name(name) for name in ("look.css", "frame.css")]
LICENCE = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"


def header() -> None:
    """The name of the product and that it stands by itself."""
    st.html(
        f'<div class="product"><span class="name">{navigation.PRODUCT}</span> <span>An independent '
        "record. Not endorsed by any police force or inspectorate.</span></div>"
    )


def footer(release: Release | None) -> None:
    """Which edition of the record this is, whose facts they are, and where that is explained."""
    edition = (
        f"Data version {escape(release.version)}, released {date_words(release.released_on)}. "
        if release
        else ""
    )
    st.html(
        f'<footer class="foot"><p>{edition}Facts from HMICFRS reports are used under the '
        f'<a href="{LICENCE}" rel="noopener">Open Government Licence v3.0</a>; the sentences are '
        'ours. <a href="./method" target="_self">How the record is made</a>, '
        '<a href="./data" target="_self">take the data away</a>.</p></footer>'
    )


def stale_notice(now: dataset.Standing, shown: Release) -> None:
    """That newer data is broken and an older edition is being read."""
    st.warning(
        f"The newest data cannot be shown ({count_words(now.problems)}). You are reading the last "
        f"sound edition, version {shown.version}, released {date_words(shown.released_on)}.",
        icon=":material/warning:",
    )
    with st.expander("What is wrong with the newest data, line by line"):
        problem_lines(now)


def no_record(now: dataset.Standing) -> None:
    """What stands in the place of a page where there is no sound record to draw it from."""
    path = dataset.data_path()
    st.title("The record cannot be shown")
    st.html(
        f"<p>The data has {escape(count_words(now.problems))}. No page is drawn from data in that "
        "state.</p>"
    )
    problem_lines(now)
    st.html(
        "<p>To mend it: each line says where the fault is and what is expected there. Mend the file, "
        f"check it with <code>python -m inspection check {escape(path.name)}</code>, and load this "
        "page again. The server need not be started anew.</p>"
    )


def problem_lines(now: dataset.Standing) -> None:
    """Every problem as the check at the command line prints it, set apart as lines may be long."""
    st.code("\n\n".join(str(problem) for problem in now.problems), language=None, wrap_lines=True)


# The mark first: a page's own icon would be fetched from another host to serve as the mark.
st.set_page_config(page_icon=MARK, layout="wide", initial_sidebar_state="auto")
page = st.navigation(
    navigation.framework_pages(st.context.url, st.get_option("server.baseUrlPath"))
)
navigation.name_document(page.title)
now = dataset.standing()
release = now.edition.record.release if now.edition else None
for look in LOOKS:
    st.html(look)
header()
# The footer is drawn before the page, below the place kept for it, for a page may end itself early.
body = st.container()
footer(release)
with body:
    if release is None and page.title != navigation.LOST_TITLE:
        no_record(now)
    else:
        if release is not None and now.problems:
            stale_notice(now, release)
        page.run()
