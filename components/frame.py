"""The frame around every page: menu, header, state of the data, footer. Runs at every rerun.

This script is what the server runs (see dashboard.py). It stands in a folder that has no `pages/`
beside it, so that the first visitor to a fresh server gets the frame at every address.
"""

import datetime as dt
from dataclasses import replace
from html import escape
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page

from components import choices, dataset, navigation, prose
from components.front_page import counterpart, plain_document
from components.served_at import public_addresses
from inspection.addresses import Place
from inspection.blocks_html import STYLES
from inspection.citing import citing
from inspection.dates import date_words
from inspection.left_out import left_out_words
from inspection.look import dashboard_rules, grade_rules
from inspection.model import Release
from inspection.problems import count_words
from inspection.product import LICENCE, MARK, NAME, STANDING
from inspection.staleness import stale_words

SHEETS = [*(Path(__file__).with_name(name) for name in ("look.css", "frame.css")), STYLES]
LOOK = dashboard_rules() + grade_rules() + "".join(sheet.read_text("utf-8") for sheet in SHEETS)


def header() -> None:
    """The name of the product, that it stands by itself, and the way to the glossary.

    `glossary.js` takes “(press ?)” out of the link where a reader has turned the key off.
    """
    glossary = prose.link("glossary", prose.Html("Glossary <span>(press ?)</span>"))
    st.html(
        f'<div class="product"><span class="name">{NAME}</span> <span>{STANDING}</span> '
        f'<span class="glossary-way">{glossary}</span></div>'
    )


def content_note(page: Page) -> None:
    """On a page that deals with abuse: that it does, and where to find help. A line that opens."""
    key = page.url_path or navigation.PAGES[0].key
    if any(known.key == key and known.deals_with_abuse for known in navigation.PAGES):
        st.html(f'<div class="help">{prose.help_note()}</div>')


def known_on(page: Page) -> None:
    """The day whose public knowledge is shown: how to choose it, and what was not known yet.

    A line that opens; where the address asks for a day it stands open.
    """
    asked = dataset.asked()
    shown = f"As known on {date_words(asked.day)}" if asked.day else "Shown as known today"
    with st.expander(
        f"{shown}. Turn {'' if asked.day else 'back '}to {'another' if asked.day else 'a'} day",
        expanded=choices.any_in_address(dataset.KNOWN_ON),
        type="compact",
        key="known-on",
    ):
        choices.words(dataset.KNOWN_ON, "As known on", "2019-07-24, or empty for today")
    if asked.problem:
        st.warning(prose.unmarked(asked.problem))
    if asked.day:
        st.html(
            f'<p class="status known-on">{escape(past_day_words(asked.day))} '
            f"{back_to_today(page)}</p>"
        )


def past_day_words(day: dt.date) -> str:
    """That a past day is shown, and what the record did not know yet."""
    left = dataset.shown().not_known_yet
    counted = left_out_words(left) if left else ""
    if counted:
        return (
            f"Shown as known on {date_words(day)}. What was published later, or has no date known to "
            f"us, is left out: {counted}."
        )
    return f"Shown as known on {date_words(day)}. Nothing in this edition is left out."


def back_to_today(page: Page) -> prose.Html:
    """A link to what is shown now, with the same choices, as known today."""
    kept = {key: st.query_params.get_all(key) for key in st.query_params}
    return prose.link(page.url_path, "Back to today", **kept | {dataset.KNOWN_ON: ""})


def footer(page: Page, release: Release | None, notice: str) -> None:
    """Which edition of the record this is, whose facts they are, and where else it can be read.

    A `notice` of an old search stands before them.
    """
    key = page.url_path or navigation.PAGES[0].key
    plain = plain_document(key, st.query_params)
    edition = report = ""
    if release:
        edition = (
            f"Data version {escape(release.version)}, released {date_words(release.released_on)}. "
        )
        place = replace(counterpart(key, st.query_params), at="")
        cited = citing(dataset.whole_record(), page.title, place, public_addresses())
        to = escape(cited.citation().report)
        report = f' <a href="{to}">Report an error on this page</a>,'
    st.html(
        f'<footer class="foot">{notice}<p>{edition}Facts from HMICFRS reports are used under the '
        f'<a href="{LICENCE}" rel="noopener">Open Government Licence v3.0</a>; the sentences are '
        f"ours. {prose.link('method', 'How the record is made')}, "
        f"{prose.link('data', 'take the data away')}, "
        f'<a href="{escape(plain)}" target="_self">read this page as a plain document</a>'
        f"{' as known today' if dataset.KNOWN_ON in st.query_params else ''}.{report} "
        f"{'see the' if report else 'See the'} "
        f'<a href="{escape(prose.way(Place("corrections")))}" target="_self">corrections</a> and '
        f'<a href="{escape(prose.way(Place("accessibility")))}" target="_self">accessibility</a>.'
        "</p></footer>"
    )


def old_search_notice(shown: Release, today: dt.date) -> str:
    """That the public pages were last searched too long ago; empty while that is not so.

    A past day is shown without it: what has come out since the search was not public then.
    """
    told = "" if dataset.day() else stale_words(shown, today)
    return told and f'<p class="status old-search">{escape(told)}</p>'


def stale_notice(now: dataset.Standing, shown: Release) -> None:
    """That newer data is broken and an older edition is being read."""
    st.warning(
        f"The newest data cannot be shown ({count_words(now.problems)}){since_words(now)}. You are "
        f"reading the last sound edition, version {shown.version}, released "
        f"{date_words(shown.released_on)}{read_words(now)}.",
        icon=":material/warning:",
    )
    with st.expander("What is wrong with the newest data, line by line"):
        problem_lines(now)


def no_record(now: dataset.Standing) -> None:
    """What stands in the place of a page where there is no sound record to draw it from."""
    path = dataset.data_path()
    st.title("The record cannot be shown")
    st.html(
        f"<p>The data has {escape(count_words(now.problems))}{since_words(now)}. No page is drawn "
        "from data in that state.</p>"
    )
    problem_lines(now)
    st.html(
        "<p>To mend it: each line says where the fault is and what is expected there. Mend the file, "
        f"check it with <code>python -m inspection check {escape(path.name)}</code>, and load this "
        "page again. The server need not be started anew.</p>"
    )


def since_words(now: dataset.Standing) -> str:
    """Since when the newest data has been broken, as far as this server has seen."""
    return f", since {moment_words(now.broken_since)}" if now.broken_since else ""


def read_words(now: dataset.Standing) -> str:
    """When the edition that is shown was read."""
    return f", and read on {moment_words(now.read_at)}" if now.read_at else ""


def moment_words(moment: dt.datetime) -> str:
    """A day and time of day as a reader sees it, `22 November 2026, 14:05 UTC`."""
    return f"{date_words(moment.date())}, {moment:%H:%M %Z}"


def problem_lines(now: dataset.Standing) -> None:
    """Every problem as the check at the command line prints it, set apart as lines may be long."""
    st.code("\n\n".join(str(problem) for problem in now.problems), language=None, wrap_lines=True)


# The mark first: a page's own icon would be fetched from another host to serve as the mark.
st.set_page_config(page_icon=MARK, layout="wide", initial_sidebar_state="auto")
page = st.navigation(
    navigation.framework_pages(st.context.url, st.get_option("server.baseUrlPath"))
)
navigation.name_document(page.title)
now = dataset.look()
release = now.edition.record.release if now.edition else None
st.html(f"<style>{LOOK}</style>")
header()
notice = old_search_notice(release, dt.date.today()) if release else ""
# Above a step of a meeting it would take the room in which the step is seen as one.
is_in_foot = page.url_path == "meeting"
if release is not None:
    known_on(page)
    if notice and not is_in_foot:
        st.html(notice)
    content_note(page)
# The footer is drawn before the page, below the place kept for it, for a page may end itself early.
body = st.container()
footer(page, release, notice if is_in_foot else "")
with body:
    if release is None and page.title != navigation.LOST_TITLE:
        no_record(now)
    else:
        if release is not None and now.problems:
            stale_notice(now, release)
        page.run()
