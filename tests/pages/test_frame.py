"""The frame where something is not as it should be."""

import datetime as dt
import re
import shutil

from inspection.dataset import load_record
from tests.small_folder import BASE, write


def test_the_footer_names_the_edition_and_the_day_it_was_released(open_page, html_text, data):
    file = data / "inspections.yaml"
    lines = file.read_text().splitlines()
    at = lines.index("release:")
    lines[at + 1 : at + 3] = ["  version: 96.1.2", "  released_on: 2096-02-03"]
    file.write_text("\n".join(lines))
    foot = html_text(open_page("method")).partition('<footer class="foot">')[2]
    assert "Data version 96.1.2, released 3 February 2096." in foot


def test_broken_data_is_told_line_by_line_above_the_last_sound_edition(open_page, data):
    open_page("method")
    file = data / "sources.yaml"
    file.write_text(f"sourcs: []\n{file.read_text()}")
    app = open_page("method")
    assert [title.value for title in app.title] == ["Method"]
    assert app.warning[0].value.startswith("The newest data cannot be shown (1 error")
    moment = r"\d+ \w+ \d{4}, \d\d:\d\d UTC"
    told = rf".*since {moment}\. You are reading the last sound edition, version \S+, released .*"
    assert re.fullmatch(rf"{told}, and read on {moment}\.", app.warning[0].value)
    assert app.code[0].value.startswith("data/sources.yaml:1:1")


def test_every_fault_of_broken_data_is_told(open_page, data):
    open_page("method")
    file = data / "sources.yaml"
    file.write_text(f"sourcs: []\nforcs: []\n{file.read_text()}")
    app = open_page("method")
    assert app.warning[0].value.startswith("The newest data cannot be shown (2 errors")
    first, second = app.code[0].value.split("\n\n")
    assert first.startswith("data/sources.yaml:1:1")
    assert second.startswith("data/sources.yaml:2:1")


def test_without_any_sound_record_no_page_is_drawn_and_the_way_to_mend_it_is_said(
    open_page, html_text, data
):
    shutil.rmtree(data)
    app = open_page("grades")
    assert [title.value for title in app.title] == ["The record cannot be shown"]
    assert "There is no such file or folder." in app.code[0].value
    assert re.search(r"1 error, 0 warnings, since \d+ \w+ \d{4}, \d\d:\d\d UTC\.", html_text(app))
    assert "python -m inspection check data" in html_text(app)
    assert "Data version" not in html_text(app)
    assert [error.value for error in app.exception] == []


def test_the_footer_leads_to_the_plain_document_the_corrections_and_a_report(open_page, html_text):
    text = html_text(open_page("recurring", theme="missing-children"))
    assert '<a href="/record/themes/missing-children/" target="_self">read this page as' in text
    assert "/record/corrections/?fact=missing-children#report" in text
    assert '<a href="./record/corrections/" target="_self">corrections</a>' in text
    history = html_text(open_page("history"))
    assert "/record/corrections/?fact=inspections%2F#report" in history
    assert '<a href="/record/inspections/" target="_self">read this page as' in history


def test_a_search_too_long_ago_is_told_on_every_page_and_not_after_the_next(
    open_page, html_text, data
):
    old = (
        '<p class="status old-search">The public pages were last searched in January 2024, more than '
        "six months ago. Inspections, answers and statements published since are not in the record."
    )
    searched(data, "2024-01")
    for key in ("method", "grades", "data"):
        assert old in html_text(open_page(key))
    today = dt.date.today()
    released = max(today, load_record(data).release.released_on)
    searched(data, str(today), released=str(released))
    assert '<p class="status old-search">' not in html_text(open_page("method"))


def test_the_notice_of_an_old_search_comes_by_itself_without_a_new_edition(
    open_page, html_text, tmp_path, monkeypatch
):
    release = {"version": "1.0.0", "released_on": "2024-02-01", "last_looked_on": "2024-01"}
    write(tmp_path / "base.yaml", BASE | {"release": release})
    monkeypatch.setenv("INSPECTION_DATA", str(tmp_path))
    text = html_text(open_page("method"))
    assert "Data version 1.0.0, released 1 February 2024." in text
    assert "The public pages were last searched in January 2024, more than six months ago." in text


def test_a_past_day_is_shown_without_the_notice_of_an_old_search(open_page, html_text, data):
    searched(data, "2024-01")
    text = html_text(open_page("method", **{"as-known-on": "2019-07-24"}))
    assert "Shown as known on 24 July 2019" in text
    assert '<p class="status old-search">' not in text


def searched(data, on, released=None):
    """The edition as one made after a search on that day; no search is later than its edition."""
    file = data / "inspections.yaml"
    text = file.read_text()
    for name, day in (("last_looked_on", on), ("released_on", released)):
        if day:
            text = re.sub(f"(?m)^  {name}: .*$", f"  {name}: {day}", text, count=1)
    file.write_text(text)
