"""The notice that the last search is too long ago turns itself on, and says from when."""

import datetime as dt

import pytest

from inspection.dates import PartialDate
from inspection.staleness import fresh_until, is_unsearched, stale_words, undated_words
from tests.inspection import samples as s


@pytest.mark.parametrize(
    ("searched", "last"),
    [
        ("2026-11", dt.date(2027, 5, 31)),
        ("2026-11-14", dt.date(2027, 5, 14)),
        ("2026-08-30", dt.date(2027, 2, 28)),
        ("2026-02", dt.date(2026, 8, 31)),
        ("2026", dt.date(2027, 6, 30)),
        ("9999-12", dt.date.max),
    ],
)
def test_a_search_is_good_for_six_months_after_its_last_day(searched, last):
    assert fresh_until(s.release(last_looked_on=searched)) == last


def test_the_notice_comes_on_the_day_after_and_goes_with_the_next_search():
    release = s.release(last_looked_on="2026-11")
    assert stale_words(release, dt.date(2027, 5, 31)) == ""
    assert stale_words(release, dt.date(2027, 6, 1)) == (
        "The public pages were last searched in November 2026, more than six months ago. "
        "Inspections, answers and statements published since are not in the record. That nothing was "
        "found may by now be wrong."
    )
    assert stale_words(s.release(last_looked_on="2027-05-28"), dt.date(2027, 6, 1)) == ""
    on_a_day = stale_words(s.release(last_looked_on="2026-11-14"), dt.date(2027, 6, 1))
    assert on_a_day.startswith("The public pages were last searched on 14 November 2026, more")


def test_a_text_without_a_clock_says_from_which_day_it_is_old():
    assert undated_words(s.release(last_looked_on="2026-11")) == (
        "The public pages were last searched in November 2026. Read after 31 May 2027, this record is "
        "old: inspections, answers and statements published since are not in it."
    )


@pytest.mark.parametrize(
    ("searched", "published", "unsearched"),
    [
        ("2026-11", "2026-12-18", True),
        ("2026-11", "2026-12", True),
        ("2026-11", "2026-11-30", False),
        ("2026-11", "2026", False),
        ("2026-11-14", "2026-11-15", True),
        ("2026-11-14", "2026-11-14", False),
        ("2026-11-14", "2026-11", False),
        ("2026", "2026-12-18", False),
    ],
)
def test_what_was_published_after_the_last_search_was_not_searched(searched, published, unsearched):
    release = s.release(last_looked_on=searched)
    assert is_unsearched(release, PartialDate.parse(published)) is unsearched


def test_what_has_no_date_is_not_told_as_unsearched():
    assert not is_unsearched(s.release(), None)
