"""The example of a third force on the pages: a force with grades alone, beside two told in full."""

import pytest

from tests.numbers_of_forces import THREE

NAME = "Gloucestershire Constabulary"
EDITION_1_5 = {"as-known-on": "2026-11-22"}
"""A day of which a later report on the other two changes nothing."""
SILENT = (
    "Of the inspections of Gloucestershire Constabulary counted here no finding is in our record, "
    "so what was found under each theme is not known to us."
)
UNREAD = (
    "hree entries say that requests were made whose wording is not recorded: A cause of concern "
    "about the leadership of child protection. A cause of concern about how incidents are recorded "
    "when children are missing. A cause of concern about how incidents involving children are "
    "investigated."
)
"""What is known of its causes of concern, after a T or t."""


@pytest.fixture(autouse=True)
def _three_forces(monkeypatch):
    monkeypatch.setenv("INSPECTION_DATA", THREE)


def headings(app) -> list[str]:
    return [one.value for one in app.header]


def test_the_overview_tells_the_three_one_after_another_and_what_it_does_not_know(
    open_page, html_text
):
    app = open_page("overview")
    assert headings(app)[:3] == ["Northamptonshire Police", "Northumbria Police", NAME]
    text = html_text(app)
    assert (
        f"The record holds one child protection inspection of {NAME}, published in 2025; two more, "
        "and one of one subject only, are known to us to exist and not recorded. The latest "
        "(December 2024, published 21 May 2025) graded one area adequate, one requires improvement "
        "and three inadequate."
    ) in text
    assert f"{SILENT} T{UNREAD}" in text
    assert text.index(f"{SILENT} T{UNREAD}") < text.index(
        "Read the latest in full", text.index(SILENT)
    )
    assert 'href="./data#what-is-missing"' in text
    assert f"<caption>{NAME}: themes raised more than once" not in text


def test_what_keeps_coming_back_is_told_of_those_whose_findings_are_recorded(open_page, html_text):
    text = html_text(open_page("recurring", **EDITION_1_5))
    assert f"{SILENT} T{UNREAD}" in text
    assert (
        "Raised in more than one inspection of each of Northamptonshire Police and Northumbria "
        "Police: performance and outcomes; quality of child abuse investigations. Gloucestershire "
        "Constabulary is left out, because no finding is in our record."
    ) in text
    assert "Not raised in the one inspection that looked at it; graded" not in text


def test_two_chosen_forces_stand_beside_each_other_under_their_names(open_page):
    app = open_page("recurring", theme="missing-children", right="gloucestershire")
    assert f"Northamptonshire Police and {NAME} on this theme" in headings(app)


def test_every_pair_of_grades_stands_under_its_names_with_why_it_is_not_side_by_side(
    open_page, html_text
):
    app = open_page("grades")
    assert "Side by side" in headings(app)
    assert [one.value for one in app.subheader] == [
        "Northamptonshire Police and Northumbria Police",
        f"Northamptonshire Police and {NAME}",
        f"Northumbria Police and {NAME}",
    ]
    text = html_text(app)
    assert (
        f"2018/19, 3 questions: not side by side. When inspectors were with {NAME} is not known"
    ) in text
    assert (
        "2021/22 and 2023-25: no report of this programme on this force is in the record." in text
    )
    assert (
        f"{NAME}: the latest grades in the record (2018/19, published 2 May 2019) are good "
        "(effectiveness, efficiency and legitimacy). Later rounds, 2021/22 and 2023-25, inspected "
        "this force; their grades are not in the record."
    ) in text
    assert f"No case audit of {NAME} is in the record." in text


def test_a_force_of_the_record_is_no_other_force(open_page, html_text):
    text = html_text(open_page("grades", programme="child-protection"))
    others = text.split("Grades of other forces under the same method</caption>", 1)[1]
    others = others.split("</table>", 1)[0]
    assert "Greater Manchester" in others
    assert "Gloucestershire" not in others
    assert "Found by us for 4 forces besides those recorded here" in text


def test_progress_says_what_is_not_in_the_record_and_never_that_nothing_was_asked(
    open_page, html_text
):
    app = open_page("progress", force="gloucestershire")
    text = html_text(app)
    assert f"No open cause of concern about {NAME} is in the register; t{UNREAD}" in text
    assert f"No item of {NAME} is in the register, so none is counted or listed." in text
    assert headings(app) == ["What is due after a report", "The register", "Sources"]
    assert "Showing" not in text
    assert "Causes of concern</a>" not in text
    assert app.get("download_button") == []
    assert [one.label for one in app.selectbox if one.label in ("Kind", "Order", "Item")] == []


def test_what_is_known_and_not_recorded_stands_beside_every_count_of_what_is(open_page, html_text):
    text = html_text(open_page("progress", force="gloucestershire"))
    assert (
        f"5 reports in the record on {NAME}, published since 2 May 2017: five with none found by us. "
        "Of all years, 15 more inspections are known to us to exist and not recorded."
    ) in text
    way = '<a href="./data#what-is-missing" target="_self">What is known and not recorded</a>'
    assert text.count(way) == 1
    whole = html_text(open_page("history", force="gloucestershire"))
    assert (
        "None is recorded as following up an earlier one or going on with its history. 15 more "
        "inspections are known to us to exist and not recorded."
    ) in whole
    assert whole.count(way) == 1
    chosen = {"programme": "peel"}, {"kind": "peel"}, {"from": "2016"}
    for part in (*chosen, {"programme": "joint-targeted-area"}):
        text = html_text(open_page("history", force="gloucestershire", **part))
        assert (
            "Of all programmes, kinds and years, 15 more inspections are known to us to exist and "
            "not recorded."
        ) in text
        assert text.count(way) == 1
        assert ("No inspection in the record fits this choice." in text) is (part not in chosen)


def test_the_overview_counts_inspections_of_one_subject_apart_as_its_answers_do(
    open_page, html_text
):
    text = html_text(open_page("overview", **EDITION_1_5))
    assert (
        f"Showing Northamptonshire Police, Northumbria Police and {NAME}: 11 child protection "
        "inspections and 2 of one subject only."
    ) in text
    told = (
        "The record holds two child protection inspections of Northumbria Police, published in 2018 "
        "and 2019, not counting two inspections of one subject only, published in 2016 and 2019."
    )
    assert told in text
    alone = html_text(open_page("overview", force="northumbria", **EDITION_1_5))
    assert (
        "Showing Northumbria Police: 2 child protection inspections and 2 of one subject only."
    ) in alone
    meeting = open_page("meeting", force="northumbria", step="inspections", **EDITION_1_5)
    assert told in html_text(meeting)
    assert "Showing Gloucestershire Constabulary: 1 child protection inspection." in html_text(
        open_page("overview", force="gloucestershire")
    )


def test_that_nothing_changed_is_said_of_the_force_that_was_chosen(open_page, html_text):
    told = f"Nothing in the record on {NAME} is dated between 1 November 2026 and 22 November 2026."
    chosen = {"force": "gloucestershire", "as-known-on": "2026-11-22"}
    assert told in html_text(open_page("briefing", since="2026-11-01", **chosen))
    of_year = told.replace("1 November 2026", "22 November 2025", 1)
    assert of_year in html_text(open_page("meeting", step="changes", **chosen))


def test_progress_of_three_says_of_which_nothing_is_counted(open_page, html_text):
    text = html_text(open_page("progress"))
    assert f"Nothing of {NAME} is in these counts." in text
    assert "Causes of concern</a>" in text


def test_an_inspection_with_grades_alone_says_that_no_finding_is_recorded(open_page, html_text):
    text = html_text(open_page("inspection", id="gloucestershire-ncpi-2025"))
    assert "No finding of this inspection is in our record." in text


def test_a_meeting_on_three_forces_takes_them_one_after_another(open_page, html_text):
    text = html_text(open_page("meeting"))
    assert "Gloucestershire: what keeps coming back" in text
    assert "Coming back at both" not in text


def test_what_is_missing_has_one_table_open_and_three_folded(open_page, html_text):
    app = open_page("data")
    assert [folded.label for folded in app.expander][-3:] == [
        "Grades and kinds of empty recorded",
        "Findings recorded, and what they lack",
        "Recommendations recorded, and what they lack",
    ]
    text = html_text(app)
    table = text.split("Inspections recorded, of those known to us</caption>", 1)[1]
    table = table.split("</table>", 1)[0]
    assert "Known, not recorded</th>" in table
    assert " known to us" not in table
    assert "Crime data 2014: every force was inspected at least once." in table
