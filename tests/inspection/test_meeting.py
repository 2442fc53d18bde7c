"""The steps of a meeting: their order, their words and sources, for any number of forces."""

import datetime as dt

import pytest

from inspection.addresses import Place
from inspection.board import questions, to_ask
from inspection.briefing import Asked, briefing
from inspection.dates import a_year_before
from inspection.document import Run, Table, plain
from inspection.knowing import as_known_on
from inspection.meeting import meeting_steps
from inspection.meeting_parts import Grades, InTime, Items, Themes
from inspection.model import Force
from inspection.overview import force_summary
from inspection.recurrence import theme_recurrence
from inspection.register import register
from inspection.since import changes_since, changes_words
from tests.inspection import samples as s

DAY = dt.date(2025, 12, 1)
FIRST = s.inspection(
    "eastshire-2018",
    "cp-2014",
    published="2018-06-28",
    findings=(s.finding("e-1"),),
    recommendations=(s.recommendation(),),
    sources=("east-2018",),
)
SECOND = s.inspection(
    "eastshire-2024",
    "cp-2024",
    published="2024-06-28",
    findings=(s.finding("e-2", sources=("east-2024",)),),
    grades=(s.grade("responding", "good", sources=("east-2024",)),),
    sources=("east-2024",),
)
WEST = s.inspection(
    "westshire-2019",
    "cp-2014",
    published="2019-04-11",
    findings=(s.finding("w-1"),),
    sources=("west-2019",),
)
PEEL = s.inspection("eastshire-peel-2022", grades=(s.grade("investigating-crime", "adequate"),))
SOURCES = tuple(s.source(key) for key in ("the-report", "east-2018", "east-2024", "west-2019"))
RECORD = s.record(FIRST, SECOND, WEST, PEEL, sources=SOURCES)
THREE = tuple(
    Force(id=f"{name.lower()}shire", name=f"{name}shire Police", short_name=f"{name}shire")
    for name in ("East", "West", "North")
)


def steps(record=RECORD, forces=("eastshire",), day=DAY, theme=None):
    return {step.key: step for step in meeting_steps(record, forces, day, theme)}


def told(step):
    return [(answer.force_name, answer.words) for answer in step.answers]


def test_one_force_is_asked_about_in_the_order_of_a_board():
    assert [(key, step.name, step.title) for key, step in steps().items()] == [
        ("latest", "Latest inspection", "What did the latest child protection inspection find?"),
        (
            "inspections",
            "Inspections in time",
            "How often has child protection been inspected, and when?",
        ),
        ("changes", "Changes in a year", "What changed since 1 December 2024?"),
        (
            "grades-child-protection-eastshire",
            "child-protection grades",
            "child-protection: which grades were given, and what may be compared?",
        ),
        (
            "grades-peel-eastshire",
            "peel grades",
            "peel: which grades were given, and what may be compared?",
        ),
        ("returning-eastshire", "What keeps coming back", "What keeps coming back?"),
        (
            "replies",
            "Due and unanswered",
            "Was each report answered in public, and what is due?",
        ),
        ("done-eastshire", "Who says it is done", "What is open, and who says it is done?"),
        (
            "ask-eastshire",
            "Questions to ask",
            "What should we ask: is it done, if not why, and by when?",
        ),
    ]


def test_the_first_steps_say_what_the_overview_says_with_its_sources():
    found = steps()
    assert told(found["latest"]) == [
        (
            "Eastshire Police",
            "The latest (published 28 June 2024) graded one area good. A judgement in our words.",
        )
    ]
    assert found["latest"].sources == ("east-2024",)
    assert told(found["inspections"]) == [
        (
            "Eastshire Police",
            "The record holds two child protection inspections of Eastshire Police, published in "
            "2018 and 2024.",
        )
    ]
    assert found["inspections"].sources == ("east-2018", "east-2024")
    picture = found["inspections"].picture
    assert isinstance(picture, InTime)
    assert [row.inspection for row in picture.rows] == ["eastshire-2018", "eastshire-2024"]


def test_the_changes_are_those_of_the_briefing():
    since = a_year_before(DAY)
    rows = changes_since(RECORD, since, DAY, ("eastshire",))
    name = "Eastshire Police"
    assert told(steps()["changes"]) == [(name, changes_words(rows, since, DAY, [name]))]
    assert told(steps()["changes"])[0][1] == (
        "Nothing in the record on Eastshire Police is dated between 1 December 2024 and 1 December "
        "2025."
    )


def test_where_nothing_was_public_a_year_before_no_change_is_asked_about():
    assert "changes" not in steps(s.record(FIRST, sources=SOURCES), day=dt.date(2019, 6, 27))
    assert "changes" in steps(s.record(FIRST, sources=SOURCES), day=dt.date(2019, 6, 28))


def test_grades_come_with_what_they_cannot_be_compared_with():
    step = steps()["grades-child-protection-eastshire"]
    assert told(step) == [
        (
            "Eastshire Police",
            "Eastshire Police: the latest grades in the record (Cycle cp-2024, published 28 June "
            "2024) are good (responding).",
        )
    ]
    assert isinstance(step.picture, Grades)
    assert [[cell.label for cell in row] for row in step.picture.grid.cells] == [["Good"]]
    assert step.sources == ("east-2024",)
    (table,) = step.twin
    assert table.caption == "Eastshire Police: grades, Cycle cp-2024"


def test_only_the_questions_of_the_latest_cycle_are_drawn_and_that_is_said():
    later = s.programme(
        "peel",
        s.cycle("peel-2016", scale="four-grades"),
        s.cycle("peel-2017", scale="four-grades"),
    )
    earlier = s.inspection(
        "eastshire-peel-2016",
        "peel-2016",
        grades=(s.grade("investigating", "good"), s.grade("dropped", "good")),
    )
    last = s.inspection(
        "eastshire-peel-2017",
        "peel-2017",
        published="2018-03-22",
        grades=(s.grade("investigating", "inadequate"),),
    )
    record = s.record(
        earlier,
        last,
        programmes=(later,),
        questions=(
            s.question("investigating", "peel-2016", "peel-2017"),
            s.question("dropped", "peel-2016"),
        ),
    )
    step = steps(record)["grades-peel-eastshire"]
    assert [row[0].question for row in step.picture.grid.cells] == ["investigating"]
    assert plain(step.note).startswith("Cycle peel-2016 and Cycle peel-2017 cannot be compared.")
    assert plain(step.note).endswith(
        "Only the questions of the latest cycle are shown; the page Grades has all."
    )
    (table,) = step.twin
    assert [plain(row[0]) for row in table.rows] == ["Investigating"]


def test_what_keeps_coming_back_is_told_with_its_denominator():
    step = steps()["returning-eastshire"]
    assert isinstance(step.picture, Themes)
    assert [row.sentence for line in step.picture.lines for row in line.rows] == [
        "Raised in 2 of the 2 inspections that looked at it, from 2018 to 2024."
    ]
    assert step.picture.is_answer
    assert told(step) == [
        (
            "Eastshire Police",
            "Eastshire Police: raised most persistently: missing children (in 2 of the 2 "
            "inspections that looked at it).",
        )
    ]
    assert step.sources == ("the-report", "east-2024")


def test_no_more_than_the_three_themes_raised_most_often_are_shown():
    names = ("first", "second", "third", "fourth")
    themes = tuple(s.theme(name, "child-protection") for name in names)

    def look(year, raised):
        found = tuple(s.finding(f"e-{year}-{name}", name) for name in raised)
        return s.inspection(
            f"eastshire-{year}", "cp-2014", published=f"{year}-05-01", findings=found
        )

    plain_programme = s.programme("child-protection", s.cycle("cp-2014"))
    record = s.record(
        look(2014, names), look(2016, names), look(2018, names[1:]),
        themes=themes, programmes=(plain_programme,), questions=(),
    )  # fmt: skip
    step = steps(record)["returning-eastshire"]
    assert [line.theme for line in step.picture.lines] == ["second", "third", "fourth"]


def test_a_theme_has_a_step_of_its_own_where_it_is_asked_for():
    assert "theme" not in steps()
    step = steps(theme="missing-children")["theme"]
    row = theme_recurrence(RECORD, "eastshire", "missing-children", ["child-protection"])
    assert step.title == "Missing children: has it been raised before?"
    assert told(step) == [
        ("Eastshire Police", f"{row.sentence} Last look (published 28 June 2024): raised.")
    ]
    assert list(steps(theme="missing-children")) == [
        key for old in steps() for key in (["theme", old] if old == "replies" else [old])
    ]


def test_a_theme_nobody_looked_at_says_so_and_draws_nothing():
    step = steps(s.record(PEEL), theme="missing-children")["theme"]
    assert told(step) == [("Eastshire Police", "None of the inspections counted looks at this.")]
    assert step.picture is None
    assert step.twin == ()


def test_replies_and_open_items_are_told_in_the_words_of_the_register():
    found = steps()
    assert told(found["replies"]) == [
        (
            "Eastshire Police",
            "3 reports in the record on Eastshire Police, published since 2 May 2017: three with none "
            "found by us.",
        )
    ]
    assert told(found["done-eastshire"]) == [
        (
            "Eastshire Police",
            "No open cause of concern about Eastshire Police is in the record. No public promise in "
            "the record is past its due date.",
        )
    ]
    picture = found["done-eastshire"].picture
    assert isinstance(picture, Items)
    assert [row.id for row in picture.rows] == ["e-r1"]


def test_the_questions_are_a_boards_with_what_the_record_holds():
    step = steps()["ask-eastshire"]
    assert [plain(point) for point in step.points] == [
        "Recommendation. What was asked, e-r1. Our reading: no published follow-up found. "
        "Time limit: none stated."
    ]
    (row,) = register(RECORD, ["eastshire"])
    (table,) = step.twin
    assert isinstance(table, Table)
    asked = questions(row, DAY, "Nothing published found by us, last looked on November 2025.")
    assert table.columns == ("Item", *(question for question, _ in asked))


def test_of_what_was_asked_after_the_last_search_nobody_is_said_to_have_looked():
    late = s.inspection(
        "eastshire-2025",
        "cp-2024",
        published="2025-12-01",
        recommendations=(s.recommendation(),),
        sources=("the-report",),
    )
    record = s.record(late)
    nothing = "nothing published found by us, not looked for since it was published."
    asked = [
        f"No published follow-up found. N{nothing[1:]}",
        f"No answer of the force or its governing body: {nothing}",
    ]
    (twin,) = steps(record)["ask-eastshire"].twin
    assert isinstance(twin, Table)
    assert [plain(cell) for cell in twin.rows[0][1:3]] == asked
    printed = briefing(record, Asked(("eastshire",), DAY, DAY))
    tables = [block for block in printed.blocks if isinstance(block, Table)]
    cells = [plain(cell) for table in tables for row in table.rows for cell in row]
    assert [cell for cell in cells if cell.casefold().endswith(nothing)] == asked


def test_where_no_item_is_open_the_question_is_what_became_of_requests_not_read():
    unseen = {"id": "e-u1", "summary": "Two more.", "sources": ("east-2024",)}
    asking = SECOND.model_copy(
        update={
            "unseen_recommendations": s.inspection(
                unseen_recommendations=(unseen,)
            ).unseen_recommendations
        }
    )
    found = steps(s.record(asking, sources=SOURCES))
    step = found["ask-eastshire"]
    assert told(step) == [
        (
            "Eastshire Police",
            "No open item is in the register; one entry says that requests were made whose wording "
            "is not recorded.",
        )
    ]
    assert [plain(point) for point in step.points] == ["What has become of this? Two more."]
    assert step.sources == found["done-eastshire"].sources == ("east-2024",)
    assert told(found["done-eastshire"])[0][1].startswith(
        "No open cause of concern about Eastshire Police is in the register; one entry says that "
        "requests were made whose wording is not recorded: Two more."
    )


def test_inspections_known_and_not_recorded_are_told_once_with_the_way_to_them():
    lacking = s.gap(
        unrecorded="known-to-exist", programme="child-protection", sources=("east-2018",)
    )
    found = steps(s.record(FIRST, sources=SOURCES, gaps=(lacking,)))
    told_in = [
        key
        for key, step in found.items()
        if "one more is known to us to exist and not recorded" in str(step.answers)
    ]
    assert told_in == ["inspections"]
    place = Place("data", at="what-is-missing")
    assert found["inspections"].note == (Run("What is known and not recorded", place),)
    assert steps()["inspections"].note == ()
    assert told(found["replies"])[0][1] == (
        "1 report in the record on Eastshire Police, published since 2 May 2017: one with none found "
        "by us. Of all years, one more inspection is known to us to exist and not recorded."
    )
    assert found["replies"].note[-2:] == (
        Run("; "),
        Run("what is known and not recorded", place),
    )
    assert "not recorded" not in plain(steps()["replies"].note)


def test_inspections_of_one_subject_are_in_the_picture_and_told_apart_in_the_answer():
    narrow = s.programme(
        "exploitation", s.cycle("exploitation-2019"), family="child-protection", narrow=True
    )
    one = s.inspection(
        "eastshire-2019", "exploitation-2019", programme="exploitation", kind="inspection",
        published="2019-05-02",
    )  # fmt: skip
    record = s.record(FIRST, SECOND, one, sources=SOURCES, programmes=(*s.programmes(), narrow))
    step = steps(record)["inspections"]
    assert told(step)[0][1] == (
        "The record holds two child protection inspections of Eastshire Police, published in 2018 "
        "and 2024, not counting one inspection of one subject only, published in 2019."
    )
    assert isinstance(step.picture, InTime)
    assert len(step.picture.rows) == 3


def test_what_is_asked_first_is_what_the_briefing_asks_first(published_record):
    day = published_record.release.released_on
    for force in published_record.force:
        asked = Asked((force,), day, a_year_before(day))
        tables = [b for b in briefing(published_record, asked).blocks if isinstance(b, Table)]
        (table,) = [table for table in tables if ": open items, causes of" in table.caption]
        first = [row.summary for row in to_ask(register(published_record, [force]), day)[:3]]
        assert [next(r.text for r in cell[0] if r.text in first) for cell in table.rows] == first


def test_two_forces_share_what_is_fair_and_stand_alone_in_the_rest():
    found = steps(forces=("eastshire", "westshire"))
    shared = [key for key in found if not key.endswith(("-eastshire", "-westshire"))]
    assert shared == ["latest", "inspections", "changes", "returning", "replies"]
    assert [name for name, _ in told(found["latest"])] == ["Eastshire Police", "Westshire Police"]
    assert [len(step.answers) for key, step in found.items() if key not in shared] == [1] * 9
    assert found["grades-child-protection-westshire"].name == "Westshire: child-protection grades"
    assert told(found["returning"]) == [
        (
            "",
            "As far as recorded, no theme was raised in more than one inspection of each of Eastshire Police and "
            "Westshire Police.",
        )
    ]
    assert "Counts of two forces are not set against each other." in plain(found["returning"].note)


def test_a_theme_of_two_forces_says_why_their_counts_are_not_set_against_each_other():
    step = steps(forces=("eastshire", "westshire"), theme="missing-children")["theme"]
    assert [name for name, _ in told(step)] == ["Eastshire Police", "Westshire Police"]
    assert plain(step.note).startswith("The two counts are not set against each other:")


def test_more_than_two_forces_come_one_after_another():
    record = s.record(FIRST, SECOND, WEST, PEEL, sources=SOURCES, forces=THREE)
    found = meeting_steps(record, [force.id for force in THREE], DAY)
    of = [next(f.id for f in THREE if step.key.endswith(f"-{f.id}")) for step in found]
    assert of == sorted(of, key=[force.id for force in THREE].index)
    assert len({step.key for step in found}) == len(found)
    assert all(len(step.answers) == 1 for step in found)
    assert found[0].key == "latest-eastshire"
    assert found[0].name == "Eastshire: latest inspection"
    assert found[3].key == "grades-child-protection-eastshire"


def test_a_force_with_no_inspection_is_told_so_and_has_no_pictures():
    found = steps(s.record())
    words = "The record holds no child protection inspection of Eastshire Police on this day."
    assert told(found["latest"]) == told(found["inspections"]) == [("Eastshire Police", words)]
    assert told(found["returning-eastshire"]) == [("Eastshire Police", words)]
    assert told(found["ask-eastshire"]) == [("Eastshire Police", "No open item is in the record.")]
    assert [step.picture for step in found.values()] == [None] * len(found)
    assert [step.sources for step in found.values()] == [()] * len(found)


@pytest.mark.parametrize("day", ["2013-08-01", "2019-07-24", "2026-11-22"])
def test_on_any_day_every_step_has_an_answer_and_sources_of_the_record(published_record, day):
    day = dt.date.fromisoformat(day)
    record = as_known_on(published_record, day)
    for theme in (None, "missing-children", "investigating-crime"):
        for step in meeting_steps(record, list(record.force), day, theme):
            assert all(answer.words.strip() for answer in step.answers), step.key
            assert set(step.sources) <= set(record.source), step.key
    latest = steps(record, list(record.force), day)["latest"]
    assert [answer.words for answer in latest.answers] == [
        force_summary(record, force).latest_words or force_summary(record, force).history
        for force in record.force
    ]
