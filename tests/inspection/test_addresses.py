"""Where every part of the record stands, in the published record and in the dashboard."""

import pytest

from inspection.addresses import (
    Addresses,
    Place,
    UnusableAddress,
    addresses,
    dashboard_path,
    record_path,
)


@pytest.mark.parametrize(
    ("place", "path"),
    [
        (Place("record"), ""),
        (Place("search"), ""),
        (Place("briefing", at="changes"), "#changes"),
        (Place("overview"), ""),
        (Place("overview", "eastshire"), "forces/eastshire/"),
        (Place("overview", "eastshire", "grades"), "forces/eastshire/#grades"),
        (Place("history", "eastshire", "event-1"), "forces/eastshire/#event-1"),
        (Place("file", "data/latest/findings.csv"), "data/latest/findings.csv"),
        (Place("forces"), "forces/"),
        (Place("history"), "inspections/"),
        (Place("inspection"), "inspections/"),
        (Place("inspection", "e-2022"), "inspections/e-2022/"),
        (Place("inspection", "e-2022", "e-2022-f01"), "inspections/e-2022/#e-2022-f01"),
        (Place("recurring"), "themes/"),
        (Place("recurring", "records"), "themes/records/"),
        (Place("recurring", "records", "e-2022"), "themes/records/#e-2022"),
        (Place("progress"), "register/"),
        (Place("progress", "e-r1"), "register/#e-r1"),
        (Place("progress", at="e-r1"), "register/#e-r1"),
        (Place("method", at="progress"), "method/#progress"),
        (Place("data", at="gap-1"), "data/#gap-1"),
        (Place("grades"), "grades/"),
        (Place("sources", at="the-report"), "sources/#the-report"),
        (Place("corrections"), "corrections/"),
        (Place("glossary"), "glossary/"),
        (Place("glossary", at="mash"), "glossary/#mash"),
        (Place("accessibility"), "accessibility/"),
        (Place("accessibility", at="known"), "accessibility/#known"),
        (Place("progress", "e-r1", choices=(("kind", "commitment"),)), "register/#e-r1"),
        (Place("inspection", "e 2022", "c d"), "inspections/e%202022/#c%20d"),
    ],
)
def test_a_place_has_one_path_in_the_published_record(place, path):
    assert record_path(place) == path


def test_a_page_that_the_published_record_does_not_have_is_refused():
    with pytest.raises(ValueError, match="no place in the published record"):
        record_path(Place("settings"))


@pytest.mark.parametrize(
    ("place", "path"),
    [
        (Place("history"), "history"),
        (Place("method", at="progress"), "method#progress"),
        (Place("inspection", "e-2022"), "inspection?id=e-2022"),
        (Place("inspection", "e-2022", "e-2022-f01"), "inspection?id=e-2022&at=e-2022-f01"),
        (Place("inspection"), "inspection"),
        (Place("recurring"), "recurring"),
        (Place("recurring", "records"), "recurring?theme=records#thread"),
        (Place("recurring", "records", "e-2022"), "recurring?theme=records#e-2022"),
        (Place("overview", "eastshire"), "overview?force=eastshire"),
        (Place("overview", "eastshire", "grades"), "overview?force=eastshire#grades"),
        (
            Place("history", "eastshire", "event-1", (("context", "yes"),)),
            "history?context=yes&force=eastshire#event-1",
        ),
        (Place("file", "data/latest/findings.csv"), "record/data/latest/findings.csv"),
        (Place("data", at="gap-1"), "data?at=gap-1"),
        (Place("data", at="what-is-missing"), "data#what-is-missing"),
        (Place("progress", at="clocks"), "progress#clocks"),
        (Place("progress", at="register"), "progress#register"),
        (Place("progress", "e-r1"), "progress?item=e-r1#item"),
        (Place("record"), "record/"),
        (Place("forces"), "record/forces/"),
        (Place("sources", at="the-report"), "record/sources/#the-report"),
        (Place("corrections"), "record/corrections/"),
        (Place("glossary"), "glossary"),
        (Place("glossary", at="mash"), "glossary?at=mash#mash"),
        (Place("accessibility"), "record/accessibility/"),
    ],
)
def test_a_place_has_one_path_in_the_dashboard(place, path):
    assert dashboard_path(place) == path


def test_a_fact_on_the_register_is_led_to_by_itself_since_the_table_shows_only_a_part():
    assert dashboard_path(Place("progress", at="e-r1")) == "progress?item=e-r1#item"


def test_a_choice_stands_as_often_as_the_reader_has_made_it():
    chosen = (("kind", "commitment"), ("order", "due"), ("kind", "cause-of-concern"))
    assert dashboard_path(Place("progress", "e-r1", choices=chosen)) == (
        "progress?kind=commitment&order=due&kind=cause-of-concern&item=e-r1#item"
    )


def test_an_inspection_is_named_before_and_a_theme_after_what_the_reader_has_chosen():
    chosen = (("themes", "all"),)
    assert dashboard_path(Place("inspection", "e-2022", choices=chosen)) == (
        "inspection?id=e-2022&themes=all"
    )
    assert dashboard_path(Place("recurring", "records", choices=chosen)) == (
        "recurring?themes=all&theme=records#thread"
    )


def test_what_the_place_is_about_takes_the_place_of_a_choice_of_the_same_name():
    assert dashboard_path(
        Place("progress", "e-r1", choices=(("item", "e-r2"), ("force", "eastshire")))
    ) == ("progress?force=eastshire&item=e-r1#item")
    assert dashboard_path(
        Place("inspection", "e-2022", choices=(("id", "e-2018"), ("at", "e-2018-f01")))
    ) == ("inspection?id=e-2022")


def test_further_choices_come_last_and_take_the_place_of_those_of_the_same_name():
    chosen = (("as-known-on", "2019-01-01"), ("order", "due"), ("as-known-on", "2020-01-01"))
    then = {"as-known-on": "2021-05-05"}
    assert dashboard_path(Place("progress", choices=chosen), then) == (
        "progress?order=due&as-known-on=2021-05-05"
    )
    assert dashboard_path(Place("inspection", "e-2022"), then) == (
        "inspection?id=e-2022&as-known-on=2021-05-05"
    )


def test_what_is_no_plain_text_is_written_so_that_it_stays_one_part_of_the_address():
    place = Place("progress", "a&b=c#d", choices=(("theme", "x y&z"),))
    assert dashboard_path(place) == "progress?theme=x+y%26z&item=a%26b%3Dc%23d#item"
    assert record_path(place) == "register/#a%26b%3Dc%23d"


def test_addresses_follow_from_that_of_the_dashboard():
    assert addresses() == Addresses(
        "http://localhost:8501/", "http://localhost:8501/record/", report_to=""
    )
    assert addresses(" https://example.org/history ") == Addresses(
        "https://example.org/history/", "https://example.org/history/record/", report_to=""
    )
    assert addresses("https://example.org//", "https://record.example.org/2025") == Addresses(
        "https://example.org/", "https://record.example.org/2025/", report_to=""
    )


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("", ""),
        (" errors@example.org ", "mailto:errors@example.org"),
        ("mailto:errors@example.org", "mailto:errors@example.org"),
        ("https://example.org/errors?of=record", "https://example.org/errors?of=record"),
        ("https://example.org/@errors", "https://example.org/@errors"),
    ],
)
def test_errors_are_reported_to_an_e_mail_or_a_web_address(told, kept):
    assert addresses(report_to=told).report_to == kept


@pytest.mark.parametrize(
    "wrong",
    [
        "example.org",
        "ftp://example.org/",
        "https://",
        "https:///history",
        "https://example.org/?page=1",
        "https://example.org/#top",
        "javascript:alert(1)",
        "http://[example.org",
    ],
)
def test_what_is_no_web_address_is_refused_with_what_is_needed(wrong):
    with pytest.raises(UnusableAddress) as dashboard:
        addresses(wrong)
    assert str(dashboard.value) == (
        f"“{wrong}” is no address for the dashboard: https://, a host and perhaps a path are needed."
    )
    with pytest.raises(UnusableAddress, match="is no address for the published record"):
        addresses(record=wrong)


@pytest.mark.parametrize(
    "wrong",
    [
        "the editors",
        "javascript:alert(1)",
        "ftp://a@example.org",
        "mailto:a b@example.org",
        "mailto:a@example.org\x01",
        'https://example.org/"><b>',
    ],
)
def test_what_can_take_no_reports_is_refused_with_what_is_needed(wrong):
    with pytest.raises(UnusableAddress) as refused:
        addresses(report_to=wrong)
    assert str(refused.value) == (
        f"“{wrong}” cannot take reports of errors: an e-mail address or a web address is needed."
    )
