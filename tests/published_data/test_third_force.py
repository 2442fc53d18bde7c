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
from inspection.dataset import examine, load_record
from inspection.document_html import document_html
from inspection.feed import feed
from inspection.overview import forces_words
from inspection.published.contents import pages
from inspection.published.page import page_html
from inspection.side_by_side import other_forces, outside
from tests.numbers_of_forces import NUMBERS, THREE, record_of, words_out_of_place

WHERE = addresses("https://history.example/")
FORCE = "gloucestershire"
REQUIRES = "requires-improvement"
PEEL = {
    "peel-2015": ("2016-02-18", REQUIRES, "good", "good"),
    "peel-2016": ("2017-03-02", REQUIRES, "good", REQUIRES),
    "peel-2017": ("2018-03-22", REQUIRES, "good", "good"),
    "peel-2018-19": ("2019-05-02", "good", "good", "good"),
}
"""Published, then effectiveness, efficiency and legitimacy."""
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
    assert [(grade.question, grade.value) for grade in found.grades] == list(
        zip(("effectiveness", "efficiency", "legitimacy"), grades, strict=True)
    )


def test_its_child_protection_grades_are_those_of_the_report(three):
    found = three.inspection["gloucestershire-ncpi-2025"]
    assert (str(found.fieldwork.start), str(found.published)) == ("2024-12", "2025-05-21")
    assert {grade.question: grade.value for grade in found.grades} == CHILD_PROTECTION
    assert all(inspection.findings == () for inspection in three.inspections_of[FORCE])


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
        assert (
            "Of the inspections of Gloucestershire Constabulary counted here no finding is in our "
            "record, so what they raised is not known to us."
        ) in told


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
    assert "Every published inspection of 43 police forces that we know of" in front
    assert grades.count("Any two forces can be set beside each other in the dashboard.") > 1
