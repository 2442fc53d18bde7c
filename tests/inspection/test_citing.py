"""A citation names the page, the fact, the data version and the day, and where an error is told."""

from __future__ import annotations

import datetime as dt
from urllib.parse import parse_qs, urlsplit

import pytest

from inspection.addresses import Addresses, Place, addresses
from inspection.citing import Citing, citing
from tests.inspection import samples as s

WHERE = addresses("https://history.example")
PAGE = Place("inspection", "eastshire-peel-2022")


def cited(where: Addresses = WHERE, day: dt.date | None = None, place: Place = PAGE) -> Citing:
    return citing(s.record(), "PEEL 2021/22, 15 September 2022", place, where, day)


def test_a_fact_is_cited_by_its_permanent_link_with_version_and_day() -> None:
    found = cited().citation("e-1")
    permanent = "https://history.example/record/inspections/eastshire-peel-2022/#e-1"
    assert found.permanent == permanent
    assert found.words == (
        "Inspection History, PEEL 2021/22, 15 September 2022 (e-1). Data version 1.0.0, as known "
        f"on 1 December 2025. {permanent}"
    )


def test_a_page_is_cited_without_a_fact() -> None:
    found = cited().citation()
    assert found.permanent == "https://history.example/record/inspections/eastshire-peel-2022/"
    assert found.words.startswith("Inspection History, PEEL 2021/22, 15 September 2022. Data ")


def test_what_is_shown_as_known_on_a_past_day_is_cited_as_of_that_day() -> None:
    found = cited(day=dt.date(2023, 1, 2)).citation("e-1")
    assert found.permanent == (
        "https://history.example/inspection?id=eastshire-peel-2022&at=e-1&as-known-on=2023-01-02"
    )
    assert "as known on 2 January 2023. " in found.words


@pytest.mark.parametrize(
    ("set_to", "begins"),
    [
        ("", "https://history.example/record/corrections/?fact=e-1#report"),
        (
            "https://forms.example/error",
            "https://forms.example/error?fact=e-1&at=https%3A%2F%2Fhistory.example%2F",
        ),
        ("https://forms.example/?form=2", "https://forms.example/?form=2&fact=e-1&at="),
        ("https://forms.example/#top", "https://forms.example/?fact=e-1&at="),
        (
            "mailto:a@history.example?cc=b@history.example",
            "mailto:a@history.example?cc=b@history.example&subject=Error",
        ),
        ("mistakes@history.example", "mailto:mistakes@history.example?subject=Error%20in%20e-1&"),
    ],
)
def test_an_error_is_reported_where_whoever_runs_the_copy_says(set_to: str, begins: str) -> None:
    where = addresses("https://history.example", report_to=set_to)
    assert cited(where).citation("e-1").report.startswith(begins)


def test_a_report_by_mail_carries_the_fact_its_link_and_the_version() -> None:
    where = addresses("https://history.example", report_to="mailto:mistakes@history.example")
    found = cited(where).citation("e-1")
    body = parse_qs(urlsplit(found.report).query)["body"][0]
    assert f"The fact: e-1\n{found.permanent}\nData version 1.0.0\n" in body


def test_an_error_on_a_page_about_nothing_in_particular_names_the_page() -> None:
    found = cited(place=Place("method")).citation()
    assert found.report == "https://history.example/record/corrections/?fact=method%2F#report"


def test_the_front_page_is_cited_by_the_name_of_the_product_once() -> None:
    front = citing(s.record(), "Inspection History", Place("record"), WHERE)
    assert front.citation().words == (
        "Inspection History. Data version 1.0.0, as known on 1 December 2025. "
        "https://history.example/record/"
    )
