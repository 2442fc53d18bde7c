"""The example of a third force: its facts, and what is made of a record of one, three or 43 forces.

The facts are pinned by hand from the pages of the inspectorate that the example names.
"""

import re
from functools import cache
from html import unescape
from pathlib import Path

import pytest

from inspection.addresses import addresses
from inspection.brief import asked_for
from inspection.briefing import briefing
from inspection.coverage import coverage
from inspection.dataset import examine, load_record
from inspection.document import Paragraph
from inspection.document_html import document_html
from inspection.feed import feed
from inspection.overview import forces_words
from inspection.published.contents import pages
from inspection.published.page import page_html
from inspection.side_by_side import other_forces, outside
from inspection.vocabulary import EmptyKind, Voice
from tests.numbers_of_forces import NUMBERS, THREE, record_of, words_out_of_place

WHERE = addresses("https://history.example/")
FORCE = "gloucestershire"
REQUIRES = "requires-improvement"
PEEL = {
    "peel-2015": ("2016-02-25", REQUIRES, "good", "good"),
    "peel-2016": ("2017-03-02", REQUIRES, "good", REQUIRES),
    "peel-2017": ("2018-03-22", REQUIRES, "good", "good"),
    "peel-2018-19": ("2019-05-02", "good", "good", "good"),
}
"""Published, then effectiveness, efficiency and legitimacy."""
KNOWN = {
    "child-protection": ["child-protection-2017", "child-protection-2018"],
    "joint-targeted-area": ["joint-area-2023"],
    "peel": ["peel-2014", "peel-2021-22", "peel-2023-25"],
    "crime-data": ["Crime data 2014: every force was inspected at least once"],
    "domestic-abuse": ["domestic-abuse-2014", "domestic-abuse-revisit-2014", "domestic-abuse-2015"],
    "funding": ["funding-2011", "funding-2012", "funding-2013", "funding-2014"],
    "integrity": ["Integrity 2014: every force was inspected at least once"],
}
"""Inspections known and not recorded: the gap of each, or why it is known."""
CHILD_PROTECTION = {
    "cp-leadership": "inadequate",
    "cp-partners": "adequate",
    "cp-responding": "inadequate",
    "cp-assessing": REQUIRES,
    "cp-investigating": "inadequate",
}
OF_MANY = ("record", "forces", "recurring", "grades", "method", "overview", "inspection")
"""Kinds of page of which one is made of forty-three forces."""


@pytest.fixture(scope="module")
def record_with(tmp_path_factory):
    """The record of so many forces, made and read where it is first asked for."""

    @cache
    def read(number):
        return load_record(Path(record_of(number, tmp_path_factory.mktemp(number))))

    return read


@pytest.fixture(scope="module")
def three(record_with):
    return record_with("three")


def text_of(page: str) -> str:
    """The words of a document without its signs."""
    return unescape(re.sub(r"<[^>]+>", " ", re.sub(r"(?s)<(style|svg).*?</\1>", " ", page)))


def test_the_example_has_no_fault_and_no_warning_of_its_own(three):
    _, problems = examine(Path(THREE))
    assert [problem for problem in problems if "gloucestershire" in problem.file] == []
    assert [force.name for force in three.forces][2:] == ["Gloucestershire Constabulary"]


@pytest.mark.parametrize("cycle", PEEL)
def test_its_peel_grades_are_those_of_the_pages_of_the_inspectorate(three, cycle):
    published, *grades = PEEL[cycle]
    (found,) = [i for i in three.inspections_of[FORCE] if i.cycle == cycle]
    assert str(found.published) == published
    assert [(grade.question, grade.value) for grade in found.grades if grade.value] == list(
        zip(("effectiveness", "efficiency", "legitimacy"), grades, strict=True)
    )
    assert [grade.question for grade in found.grades if grade.empty is EmptyKind.NOT_GRADED] == (
        ["leadership"] if cycle in ("peel-2015", "peel-2016") else []
    )


def test_what_is_known_of_it_and_not_recorded_is_counted_its_later_peel_grades_among_it(three):
    rows = [row for row in coverage(three).rows if row.force == FORCE]
    assert {
        row.programme: [
            one.gap.removeprefix("gloucestershire-gap-") or one.what for one in row.unrecorded
        ]
        for row in rows
    } == KNOWN
    assert [(row.programme, len(row.recorded)) for row in rows if row.recorded] == [
        ("child-protection", 1),
        ("peel", 4),
    ]


def test_its_child_protection_grades_are_those_of_the_report(three):
    found = three.inspection["gloucestershire-ncpi-2025"]
    assert (str(found.fieldwork.start), str(found.published)) == ("2024-12", "2025-05-21")
    assert {grade.question: grade.value for grade in found.grades} == CHILD_PROTECTION
    assert all(inspection.findings == () for inspection in three.inspections_of[FORCE])
    assert [(one.theme, one.summary) for one in found.unseen_recommendations] == [
        (
            "leadership-and-governance",
            "A cause of concern about the leadership of child protection.",
        ),
        (
            "missing-children",
            "A cause of concern about how incidents are recorded when children are missing.",
        ),
        (
            "investigation-quality",
            "A cause of concern about how incidents involving children are investigated.",
        ),
    ]
    assert "missing-children" in found.looked_at
    assert [(said.voice, str(said.date)) for said in found.responses] == [
        (Voice.FORCE, "2025-05-21")
    ]


def test_a_force_that_came_into_the_record_is_no_longer_among_other_forces(three, published_record):
    assert len(outside(published_record)) == len(outside(three)) + 1 == 5
    before, now = (
        [row.force_name for row in other_forces(record, "child-protection")[1]]
        for record in (published_record, three)
    )
    assert [name for name in before if name not in now] == ["Gloucestershire"]


def test_forces_are_named_where_they_are_few_and_counted_where_they_are_many(record_with):
    assert {number: forces_words(record_with(number)) for number in NUMBERS} == {
        "one": "Northumbria Police",
        "three": "Northamptonshire Police, Northumbria Police and Gloucestershire Constabulary",
        "forty-three": "43 police forces",
    }
    assert "<title>Inspection History: 43 police forces</title>" in (
        feed(record_with("forty-three"), WHERE).decode()
    )


@pytest.mark.parametrize("number", NUMBERS)
def test_the_briefing_fits_any_number_of_forces(record_with, number):
    record = record_with(number)
    shown = tuple(record.force)[:4]
    document = briefing(record, asked_for(record, shown, None, None, None, ""))
    assert document.title.startswith("Briefing: ")
    told = text_of(document_html(document))
    assert words_out_of_place(told, number) == []
    assert all(record.force[force].name in told for force in shown)
    if number == "three":
        words = " ".join(told.split())
        assert (
            "Of the inspections of Gloucestershire Constabulary counted here no finding is in our "
            "record, so what was found under each theme is not known to us. Three entries say that "
            "requests were made whose wording is not recorded: A cause of concern about the "
            "leadership of child protection."
        ) in words
        assert (
            "No open item is in the register; three entries say that requests were made whose wording "
            "is not recorded. What has become of this? A cause of concern about the leadership of "
            "child protection."
        ) in words
        missing = (
            "two more, and one of one subject only, are known to us to exist and not recorded. What "
            "is known and not recorded is listed on the page Data of the dashboard."
        )
        assert words.count(missing) == 1
        assert (
            "Of all years, 15 more inspections are known to us to exist and not recorded."
        ) in words
        assert (
            "Of all years, one more inspection is known to us to exist and not recorded. What is "
            "known and not recorded is listed on the page Data of the dashboard."
        ) in words
        assert "Northumbria Police: child protection inspections in time, by date of" in words
        linked = briefing(record, asked_for(record, shown, None, None, None, "https://x.example"))
        ways = [
            (run.text, run.href)
            for block in linked.blocks
            if isinstance(block, Paragraph)
            for run in block.words
            if "not recorded" in run.text and run.href
        ]
        assert (
            ways
            == [("What is known and not recorded", "https://x.example/data#what-is-missing")] * 3
        )
        assert (
            "Nothing in the record on Gloucestershire Constabulary is dated between the two days."
        ) in words


@pytest.mark.parametrize("number", ["one", "three"])
def test_every_page_of_the_published_record_fits_one_force_and_three(record_with, number):
    record = record_with(number)
    made = [
        (place, text_of(page_html(record, make(), WHERE))) for place, make in pages(record, WHERE)
    ]
    assert [place for place, told in made if words_out_of_place(told, number)] == []
    assert {place.id for place, _ in made} > {*record.force, *record.inspection, *record.theme}


def test_pages_of_forty_three_forces_say_nothing_that_fits_two_alone(record_with):
    record = record_with("forty-three")
    first = {}
    for place, make in pages(record, WHERE):
        if place.page in OF_MANY:
            first.setdefault((place.page, bool(place.id)), make)
    told = {key: text_of(page_html(record, make(), WHERE)) for key, make in first.items()}
    assert [key for key, text in told.items() if words_out_of_place(text, "forty-three")] == []
    front, grades = told["record", False], told["grades", False]
    assert "The published inspections of 43 police forces in this record, " in front
    assert grades.count("Any two forces can be set beside each other in the dashboard.") > 1
