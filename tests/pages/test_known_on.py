"""The day whose public knowledge is shown: one control in the frame, respected by every page."""

import csv
import datetime as dt
import io
import json
import re

import pytest
from streamlit.testing.v1 import AppTest

from components import dataset
from components.navigation import PAGES
from inspection.dates import date_words
from inspection.knowing import as_known_on
from inspection.left_out import left_out, left_out_words
from inspection.timeline import chronological

KEYS = [page.key for page in PAGES]
DAYS = {
    "2011-01-01": "No inspection in this record was public before 31 July 2011. Everything is shown.",
    "2013-08-01": "Shown as known on 1 August 2013.",
    "2019-07-24": "Shown as known on 24 July 2019.",
    "2026-11-22": "Shown as known on 22 November 2026.",
}


RELEASED = dataset.edition().record.release.released_on


def on(day):
    return {"as-known-on": day}


def notice(app):
    """What the frame says of the day shown, in a line that a screen reader is told of."""
    return [h.value for h in app.get("html") if h.value.startswith('<p class="status known-on"')]


def told(app):
    return [*notice(app), *(warning.value for warning in app.warning)]


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("key", KEYS)
def test_every_page_is_drawn_as_known_on_a_day_and_says_so(key, day, open_page):
    app = open_page(key, **on(day))
    assert [error.value for error in app.exception] == []
    assert len([line for line in told(app) if DAYS[day] in line]) == 1
    assert app.text_input("as-known-on").value == day


@pytest.mark.parametrize("force", ["northamptonshire", "northumbria"])
@pytest.mark.parametrize("key", KEYS)
def test_a_force_of_which_little_or_nothing_was_known_is_still_drawn(key, force, open_page):
    app = open_page(key, force=force, **on("2011-07-31"))
    assert [error.value for error in app.exception] == []
    assert len(notice(app)) == 1


@pytest.mark.parametrize("key", KEYS)
def test_no_page_names_an_inspection_that_was_not_public(
    key, open_page, html_text, published_record
):
    day = "2013-08-01"
    now = open_page(key)
    then = open_page(key, **on(day))
    later = "northamptonshire-ncpi-2025"
    if key == "inspection":  # which opens with the latest there is
        later = chronological(published_record.inspections)[-1].id
    if key in ("overview", "history", "recurring", "progress", "inspection"):
        assert later in html_text(now)
    assert later not in html_text(then)


def test_the_frame_offers_one_control_and_says_nothing_where_no_day_is_asked_for(open_page):
    app = open_page("history")
    (line,) = [e for e in app.expander if "day" in e.label and "known" in e.label]
    assert line.label == "Shown as known today. Turn back to a day"
    assert not line.proto.expanded
    assert app.text_input("as-known-on").label == "As known on"
    assert told(app) == []


def test_on_a_past_day_the_control_stands_open_and_a_link_leads_back_to_today(open_page):
    app = open_page("history", force="northumbria", programme=["peel", "custody"],
                    **on("2019-07-24"))  # fmt: skip
    (line,) = [e for e in app.expander if "known" in e.label]
    assert line.label == "As known on 24 July 2019. Turn to another day"
    assert line.proto.expanded
    (words,) = notice(app)
    assert (
        'href="./history?force=northumbria&amp;programme=peel&amp;programme=custody" '
        'target="_self">Back to today</a>' in words
    )


def test_the_notice_counts_what_the_record_did_not_know_yet(open_page, published_record):
    (words,) = notice(open_page("method", **on("2024-08-07")))
    assert 'class="status known-on"' in words  # announcing.js says it: it is no live region itself
    assert "role=" not in words
    counted = left_out_words(left_out(published_record, dt.date(2024, 8, 7)))
    assert " 1 change of a grade, " in counted
    assert (
        "Shown as known on 7 August 2024. What was published later, or has no date known to us, is "
        f"left out: {counted}."
    ) in words


def test_on_the_day_of_release_nothing_is_left_out(open_page, published_record):
    day = published_record.release.released_on
    (words,) = notice(open_page("method", **on(f"{day}")))
    assert f"as known on {date_words(day)}. Nothing in this edition is left out." in words


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("1 August 2024", "“1 August 2024” is not a day. Write it as 2019-07-24. Everything is shown."),
        ("2024-02-30", "“2024-02-30” is not a day. Write it as 2019-07-24. Everything is shown."),
        ("1999-01-01", DAYS["2011-01-01"]),
        (
            "9999-12-31",
            f"This edition of the record was released on {date_words(RELEASED)} and knows of nothing "
            "later, so it cannot be shown as known on 31 December 9999. Everything is shown.",
        ),
    ],
)  # fmt: skip
def test_a_day_that_cannot_be_shown_gets_a_plain_sentence_and_everything(
    day, sentence, open_page, html_text, published_record
):
    app = open_page("history", **on(day))
    assert told(app) == [sentence]
    assert f"Showing {len(published_record.inspections)} inspections." in html_text(app)
    typed = open_page("history")
    typed.text_input("as-known-on").set_value(day).run()
    assert told(typed) == [sentence]
    assert typed.query_params["as-known-on"] == day


def test_a_day_typed_is_kept_in_the_address_and_emptied_is_gone_from_it(
    open_page, html_text, published_record
):
    now, then = (
        len(as_known_on(published_record, day).inspections) for day in (None, dt.date(2019, 7, 24))
    )
    assert then < now
    app = open_page("history")
    app.text_input("as-known-on").set_value("2019-07-24").run()
    assert app.query_params["as-known-on"] == "2019-07-24"
    assert f"Showing {then} inspections." in html_text(app)
    app.text_input("as-known-on").set_value("").run()
    assert "as-known-on" not in app.query_params
    assert f"Showing {now} inspections." in html_text(app)


@pytest.mark.parametrize("key", KEYS)
def test_every_link_to_a_page_carries_the_day(key, open_page, html_text):
    links = re.findall(
        # The published record always tells what is known today.
        r'href="(\./(?!record/)[^"]*)"[^>]*>([^<]*)',
        html_text(open_page(key, **on("2019-07-24"))),
    )
    assert len(links) > 2
    assert [label for to, label in links if "as-known-on=2019-07-24" not in to] == ["Back to today"]
    assert "as-known-on" not in "".join(re.findall('href="http[^"]*"', html_text(open_page(key))))


def test_the_responding_grade_changes_between_the_7th_and_the_8th_of_august_2024(
    open_page, html_text
):
    def ledger(day):
        return html_text(open_page("grades", force="northamptonshire", **on(day)))

    assert "The data first supplied by the force" not in ledger("2024-08-07")
    assert "The data first supplied by the force" in ledger("2024-08-08")


def test_a_search_does_not_find_what_was_published_later(open_page, html_text):
    assert "88 per cent" in html_text(open_page("search", q="88 per cent")).replace(
        "</mark> <mark>", " "
    )
    then = html_text(open_page("search", q="88 per cent", **on("2019-07-24")))
    assert "No place in the record" in then or "0 places in the record" in then


def test_an_inspection_not_public_on_the_day_says_from_when_it_is(open_page, html_text):
    app = open_page("inspection", id="northamptonshire-ncpi-2025", **on("2019-07-24"))
    text = html_text(app)
    assert (
        "was not public on 24 July 2019. Its first results are known from 22 August 2025." in text
    )
    assert (
        './inspection?id=northamptonshire-ncpi-2025&amp;as-known-on=2025-08-22" target="_self">'
        "Show it as known on 22 August 2025</a>" in text
    )
    assert (
        './inspection?id=northamptonshire-ncpi-2025" target="_self">Show it as known today</a>'
        in text
    )
    assert [header.value for header in app.header] == []


def test_an_inspection_that_never_was_is_told_from_one_not_public_yet(open_page, html_text):
    text = html_text(open_page("inspection", id="northamptonshire-ncpi-2052", **on("2019-07-24")))
    assert "No inspection in this record has the id “northamptonshire-ncpi-2052”." in text


def test_a_finding_not_public_on_the_day_says_from_when_it_is(open_page, html_text):
    text = html_text(
        open_page("inspection", id="northamptonshire-ncpi-2025", at="nn-2025-statement-5",
                  **on("2025-08-22"))
    )  # fmt: skip
    assert (
        "The link points to “nn-2025-statement-5”, which was not public on 22 August 2025, only from "
        "10 September 2025."
    ) in text


def test_an_item_not_public_on_the_day_is_told_from_one_that_is_not_in_the_record(open_page):
    app = open_page("progress", item="nn-2025-r2", **on("2019-07-24"))
    (warning,) = app.warning
    assert warning.value.startswith(
        "The link asks for “nn-2025-r2” as item, which was not public on 24 July 2019, only from "
        "22 August 2025. Showing: "
    )
    app = open_page("progress", item="nn-2052-r2", **on("2019-07-24"))
    assert "which is not in this record as known on 24 July 2019." in app.warning[0].value


def test_an_item_left_behind_by_turning_back_is_told_and_not_dropped_in_silence(open_page):
    app = open_page("progress", item="nn-2025-r2", **on("2025-12-01"))
    assert told(app)[1:] == []
    app.text_input("as-known-on").set_value("2019-07-24").run()
    assert "which was not public on 24 July 2019" in app.warning[0].value


def test_the_data_page_says_that_the_yaml_cannot_be_turned_back(open_page, html_text):
    said = (
        "The JSON holds what was public on 24 July 2019. The YAML is the files the record is kept"
    )
    assert said in html_text(open_page("data", **on("2019-07-24")))
    assert "cannot be turned back" not in html_text(open_page("data"))


def stated():
    """A page that notes down what it is given, run as the framework would."""
    import streamlit as st

    from components import dataset

    st.session_state["csv"] = {table.name: table.csv() for table in dataset.tables()}
    st.session_state["json"] = dataset.whole_json()
    st.session_state["yaml"] = dataset.whole_yaml()


def test_tables_and_json_are_turned_back_and_stamped_and_yaml_is_the_whole_edition():
    app = AppTest.from_function(stated, default_timeout=20)
    app.query_params["as-known-on"] = "2019-07-24"
    app.run()
    tables = app.session_state["csv"]
    for name, text in tables.items():
        stamps = {row["as_known_on"] for row in csv.DictReader(io.StringIO(text))}
        assert stamps <= {"2019-07-24"}, name
    inspections = list(csv.DictReader(io.StringIO(tables["inspections"])))
    assert len(inspections) == 46
    whole = json.loads(app.session_state["json"])
    assert whole["as_known_on"] == "2019-07-24"
    assert len(whole["inspections"]) == 46
    assert "northamptonshire-ncpi-2025" not in app.session_state["json"]
    assert app.session_state["yaml"] == dataset.whole_yaml()
