"""More forces than fit on one page: a made-up record of six, and the choosing among them."""

from pathlib import Path

import pytest

from benchmarks.national import write
from components.navigation import PAGES
from inspection.briefing import Asked, briefing
from inspection.dataset import load_record
from inspection.dates import a_year_before

FIRST_TWO = ["Force 01 Police", "Force 02 Police"]


@pytest.fixture(scope="module")
def six_forces(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("six")
    write(folder, forces=6)
    return folder


@pytest.fixture
def open_of_six(six_forces, monkeypatch, open_page):
    monkeypatch.setenv("INSPECTION_DATA", str(six_forces))
    return open_page


def picker(app):
    return next(one for one in app.multiselect if one.label == "Forces")


def headings(app) -> list[str]:
    return [one.value for one in app.header if one.value.startswith("Force ")]


@pytest.mark.parametrize("key", [page.key for page in PAGES])
def test_every_page_is_drawn_and_none_grows_with_the_forces(key, open_of_six, html_text):
    app = open_of_six(key)
    assert [error.value for error in app.exception] == []
    assert "Force 06" not in html_text(app) or key in ("inspection", "data", "method")


def test_the_first_two_are_shown_until_others_are_chosen(open_of_six):
    app = open_of_six("overview")
    assert headings(app) == FIRST_TWO
    assert picker(app).value == []
    assert picker(app).proto.placeholder == "The first 2 of 6 forces"
    picker(app).set_value(["force-05", "force-03", "force-06"]).run()
    assert headings(app) == ["Force 05 Police", "Force 03 Police", "Force 06 Police"]
    assert app.query_params["force"] == ["force-05", "force-03", "force-06"]


def test_the_choice_is_carried_by_links_as_often_as_it_has_forces(open_of_six, html_text):
    chosen = ["force-05", "force-03"]
    kept = "force=force-05&amp;force=force-03"
    assert f'"./meeting?{kept}"' in html_text(open_of_six("overview", force=chosen))
    assert f"themes=child-protection&amp;programme=child-protection&amp;{kept}" in html_text(
        open_of_six("recurring", force=chosen)
    )
    assert f'"./progress?{kept}&amp;none-found=yes#clocks"' in html_text(
        open_of_six("progress", force=chosen)
    )


def test_more_than_fit_are_refused_with_a_sentence(open_of_six):
    asked = [f"force-0{place}" for place in range(1, 7)]
    app = open_of_six("overview", force=asked)
    assert [one.value for one in app.warning] == [
        "The link asks for 6 as forces. Showing the first 4."
    ]
    assert headings(app) == [*FIRST_TWO, "Force 03 Police", "Force 04 Police"]


def test_a_link_from_a_smaller_record_to_all_forces_leads_to_the_first_two(open_of_six):
    app = open_of_six("overview", force="all")
    assert [one.value for one in app.warning] == []
    assert headings(app) == FIRST_TWO
    assert "force" not in app.query_params


def test_all_forces_are_searched_until_some_are_chosen(open_of_six, html_text):
    assert "Force 06" in html_text(open_of_six("search", q="force 06"))
    assert "Force 06" not in html_text(open_of_six("search", q="force 06", force="force-01"))


def test_long_tables_of_the_data_page_come_in_parts_and_a_link_finds_its_own(
    open_of_six, html_text, six_forces
):
    conflicts = load_record(six_forces).conflicts
    assert len(conflicts) > 50
    shown = html_text(open_of_six("data"))
    assert (f'id="{conflicts[0].id}"' in shown, f'id="{conflicts[-1].id}"' in shown) == (
        True,
        False,
    )
    shown = html_text(open_of_six("data", at=conflicts[-1].id))
    assert (f'id="{conflicts[0].id}"' in shown, f'id="{conflicts[-1].id}"' in shown) == (
        False,
        True,
    )


def test_links_of_a_meeting_and_the_address_of_a_briefing_keep_every_force_that_was_chosen(
    open_of_six, html_text, six_forces
):
    chosen = ["force-05", "force-03"]
    shown = html_text(open_of_six("meeting", force=chosen))
    assert 'href="./overview?force=force-05&amp;force=force-03"' in shown
    record = load_record(six_forces)
    day = record.release.released_on
    made = briefing(record, Asked(tuple(chosen), day, a_year_before(day), base="https://x.example"))
    assert made.address.endswith("&force=force-05&force=force-03")
    both = briefing(record, Asked(("force-01", "force-02"), day, a_year_before(day)))
    assert "force=" not in both.address


def test_what_is_missing_comes_in_parts_and_tells_of_the_whole_record(
    open_of_six, html_text, six_forces
):
    recorded = len(load_record(six_forces).inspections)
    shown = html_text(open_of_six("data"))
    assert f"{recorded} inspections are recorded" in shown
    assert "Inspections recorded, of those known to us, page 1 of 2." in shown
    table = shown.partition("Inspections recorded, of those known to us</caption>")[2]
    assert table.partition("</table>")[0].count("<tr") == 21
    second = html_text(open_of_six("data", **{"missing-inspections": "2"}))
    assert "Inspections recorded, of those known to us, page 2 of 2." in second
