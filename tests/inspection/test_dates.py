"""Dates known to the day, the month or the year: read, compared and shown as known."""

from __future__ import annotations

import datetime as dt

import pytest

from inspection.dates import PartialDate, date_words, span_words


@pytest.mark.parametrize(
    ("text", "precision", "earliest", "latest", "words"),
    [
        ("2025-08-22", "day", dt.date(2025, 8, 22), dt.date(2025, 8, 22), "22 August 2025"),
        ("2018-03", "month", dt.date(2018, 3, 1), dt.date(2018, 3, 31), "March 2018"),
        ("2016-02", "month", dt.date(2016, 2, 1), dt.date(2016, 2, 29), "February 2016"),
        ("2014", "year", dt.date(2014, 1, 1), dt.date(2014, 12, 31), "2014"),
    ],
)
def test_a_date_is_shown_as_known_and_stands_for_every_day_it_can_be(
    text: str, precision: str, earliest: dt.date, latest: dt.date, words: str
) -> None:
    date = PartialDate.parse(text)
    assert (date.precision, date.earliest, date.latest, date.words, str(date)) == (
        precision,
        earliest,
        latest,
        words,
        text,
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "22 August 2025",
        "2025-8-2",
        "2025-13",
        "2025-02-30",
        "25-08-22",
        "2025-08-22 ",
        "2025-00",
        "2025-01-00",
        "٢٠٢٥",
    ],
)
def test_anything_else_is_not_a_date(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a date|month must|day is out of range"):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2018-01-08", "2018-01-18", "8 to 18 January 2018"),
        ("2018-01-08", "2018-02-02", "8 January to 2 February 2018"),
        ("2018-01", "2018-03", "January to March 2018"),
        ("2017-12-04", "2018-01-18", "4 December 2017 to 18 January 2018"),
        ("2018", "2018", "2018"),
        ("2018", "2019", "2018 to 2019"),
        ("2018-03", "2018-03-09", "March 2018 to 9 March 2018"),
        ("2018-03", None, "from March 2018"),
        (None, "2018-03", "until March 2018"),
        (None, None, None),
    ],
)
def test_a_period_is_told_no_finer_than_it_is_known(
    start: str | None, end: str | None, words: str | None
) -> None:
    dates = [PartialDate.parse(text) if text else None for text in (start, end)]
    assert span_words(*dates) == words


def test_a_full_date_is_told_without_a_leading_nought() -> None:
    assert date_words(dt.date(2025, 8, 2)) == "2 August 2025"
