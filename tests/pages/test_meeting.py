"""The meeting view through the app: steps by the address, what is kept, and what does not exist."""

import re

import pytest

from tests.inspection import samples as s
from tests.pages.test_small_records import RECORDS, shown  # noqa: F401

THREE = [
    {"id": f"{name.lower()}shire", "name": f"{name}shire Police", "short_name": f"{name}shire"}
    for name in ("East", "West", "North")
]


def question(app):
    (title,) = app.title
    return title.value


def way(text, which):
    """Where Previous or Next leads; None where there is none."""
    part = text.split(f'<span class="{which}">', 1)[1].split("</span>", 1)[0]
    found = re.search('href="([^"]*)"', part)
    return found and found[1].replace("&amp;", "&")


def test_a_meeting_begins_with_the_latest_inspection_of_the_force(open_page, html_text):
    app = open_page("meeting", force="northamptonshire")
    assert question(app) == "What did the latest child protection inspection find?"
    text = html_text(app)
    assert "Step 1 of 9" in text
    assert (
        "<p>The latest (2025, published 22 August 2025) graded one area good, two adequate and two "
        "requires improvement. Good partnership work" in text
    )
    assert "Shown as known today. Data version" in text
    assert 'href="./overview?force=northamptonshire" target="_self">Leave the meeting view' in text
    assert way(text, "before") is None
    assert way(text, "after") == "./meeting?force=northamptonshire&step=inspections"


def test_a_step_in_the_address_is_shown_and_the_ways_keep_force_theme_and_day(open_page, html_text):
    kept = "force=northumbria&theme=missing-children"
    day = {"as-known-on": "2019-07-24"}
    app = open_page("meeting", step="theme", force="northumbria", theme="missing-children", **day)
    assert question(app) == "Missing children: has it been raised before?"
    text = html_text(app)
    assert way(text, "before") == (
        f"./meeting?{kept}&step=returning-northumbria&as-known-on=2019-07-24"
    )
    assert way(text, "after") == f"./meeting?{kept}&step=replies&as-known-on=2019-07-24"
    assert '<span class="past">As known on 24 July 2019.' in text
    current = re.search(r'<li aria-current="step">(.*?)</li>', text)[1]
    assert "Missing children" in current


def test_the_last_step_leads_no_further(open_page, html_text):
    text = html_text(open_page("meeting", force="northumbria", step="ask-northumbria"))
    assert "Step 9 of 9" in text
    assert way(text, "after") is None
    assert way(text, "before") == "./meeting?force=northumbria&step=done-northumbria"


def test_every_step_of_both_forces_is_drawn(open_page, html_text):
    text = html_text(open_page("meeting", theme="missing-children"))
    listed = text.split('<nav class="steps"', 1)[1].split("</nav>", 1)[0]
    keys = re.findall(r"step=([a-z0-9-]+)", listed)
    assert len(keys) == 16
    for key in keys:
        app = open_page("meeting", theme="missing-children", step=key)
        assert [error.value for error in app.exception] == []
        assert f"Step {keys.index(key) + 1} of 16" in html_text(app)


@pytest.mark.parametrize(
    ("step", "picture", "summary"),
    [
        ("inspections", 'id="chart-meeting-timeline"', "The same as a table"),
        ("grades-peel-northumbria", 'id="chart-meeting-grades"', "The same as a table"),
        ("returning-northumbria", 'class="table themes"', "The same as a table"),
        ("done-northumbria", 'id="chart-meeting-items"', "The same as a table"),
        ("ask-northumbria", "<ol><li><strong>", "The rows behind this, as a table"),
    ],
)
def test_a_picture_has_its_table_behind_one_fold(step, picture, summary, open_page, html_text):
    text = html_text(open_page("meeting", force="northumbria", step=step))
    assert picture in text
    folded = text.split(f"<details><summary>{summary}</summary>", 1)[1].split("</details>", 1)[0]
    assert '<table role="table">' in folded
    assert "Sources: <a" in text


def test_what_keeps_coming_back_names_the_force_and_gives_the_count_of_each_theme(
    open_page, html_text
):
    day = {"as-known-on": "2026-11-22"}  # of which a later report changes nothing
    text = html_text(open_page("meeting", force="northumbria", step="returning-northumbria", **day))
    picture = text.split('<div class="table themes"', 1)[1].split("</table>", 1)[0]
    assert '<th scope="col">Northumbria Police</th>' in picture
    assert picture.count("Raised in 2 of the 2 inspections that looked at it, from 2018 to") == 3
    assert picture.count("Northumbria Police") == 3  # the name, the caption and its label


def test_a_step_that_does_not_exist_gets_a_sentence_and_those_that_are_near(open_page, html_text):
    app = open_page("meeting", force="northumbria", step="grades")
    assert question(app) == "Meeting"
    text = html_text(app)
    assert "This meeting has no step “grades”. Did you mean one of these?" in text
    near = text.split("Did you mean", 1)[1].split("</ul>", 1)[0]
    assert re.findall(r"step=([a-z-]+)", near) == [
        "grades-peel-northumbria",
        "grades-child-protection-northumbria",
    ]
    assert 'class="turn"' not in text
    text = html_text(open_page("meeting", step="xxxxxx"))
    assert "This meeting has no step “xxxxxx”. All its steps stand below." in text


def test_a_force_or_theme_that_does_not_exist_is_said_where_it_is_seen(open_page):
    app = open_page("meeting", force="nowhere", theme="weather")
    assert [warning.value.split(",")[0] for warning in app.warning] == [
        "The link asks for “nowhere” as force",
        "The link asks for “weather” as theme",
    ]
    (choice,) = [e for e in app.expander if e.label == "Force and theme"]
    assert choice.proto.expanded
    (choice,) = [e for e in open_page("meeting").expander if e.label == "Force and theme"]
    assert not choice.proto.expanded


def test_overview_and_briefing_lead_to_the_meeting(open_page, html_text):
    label = "Show this in a meeting: large type, one thing at a time</a>"
    assert f'"./meeting" target="_self">{label}' in html_text(open_page("overview"))
    one = html_text(open_page("overview", force="northumbria"))
    assert f'"./meeting?force=northumbria" target="_self">{label}' in one
    briefing = html_text(open_page("briefing", force="northumbria", theme="missing-children"))
    to = "./meeting?force=northumbria&amp;theme=missing-children"
    assert f'"{to}" target="_self">{label}' in briefing


@pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS)
def test_every_step_can_be_drawn_from_a_record_however_small(
    record,
    shown,  # noqa: F811
    open_page,
    html_text,
):
    shown(record)
    text = html_text(open_page("meeting"))
    listed = text.split('<nav class="steps"', 1)[1].split("</nav>", 1)[0]
    keys = re.findall(r"step=([a-z0-9-]+)", listed)
    assert keys[:2] == ["latest", "inspections"]
    for key in keys:
        app = open_page("meeting", step=key, theme="missing-children")
        assert [error.value for error in app.exception] == []
        assert "Step " in html_text(app)


def test_three_forces_come_one_after_another_in_a_folded_list(
    shown,  # noqa: F811
    open_page,
    html_text,
):
    looks = [s.inspection(f"{force['id']}-2018", "cp-2014") for force in THREE]
    shown(s.record(*looks, forces=THREE))
    text = html_text(open_page("meeting", step="latest-westshire"))
    assert "Westshire Police" in text.split('<div class="answer">', 1)[1].split("</div>", 1)[0]
    assert "<details><summary>All 21 steps</summary><ol>" in text
    one = html_text(open_page("meeting", force="westshire"))
    assert "Step 1 of 7" in one
    assert "<summary>All" not in one
