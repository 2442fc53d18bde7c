"""The dates and place of an inspection, in words."""

import pytest

from inspection.addresses import Place
from inspection.document import Run, Table, plain
from inspection.sheets.of_answers import recommendations
from inspection.sheets.of_inspection import (
    alone_words,
    choice_labels,
    dates_and_place,
    findings,
    grades,
)
from inspection.timeline import timeline
from tests.inspection import samples as s


def test_the_kind_is_told_with_its_meaning_and_leads_to_the_glossary():
    record = s.record(s.inspection(kind="reinspection"))
    facts = dict(dates_and_place(record, record.inspections[0]).pairs)
    assert facts["Kind"] == (
        Run("Reinspection", Place("glossary", at="reinspection")),
        Run(". A full inspection done again."),
    )


def test_the_place_in_the_report_stands_after_the_sources():
    looked = s.inspection(
        findings=(s.finding("e-1", place="Page 12"), s.finding("e-2", "risk-recognition")),
        recommendations=(s.recommendation(place="Chapter 3, paragraph 4"),),
    )
    record = s.record(looked)
    _, found = findings(record, looked)
    _, asked = recommendations(record, looked)
    assert isinstance(found, Table)
    assert isinstance(asked, Table)
    assert [plain(row[-1]) for row in found.rows] == [
        "The inspectorate (Page 12)",
        "The inspectorate",
    ]
    assert [plain(row[-1]) for row in asked.rows] == ["The inspectorate (Chapter 3, paragraph 4)"]


def test_an_inspection_without_a_chain_says_so_of_the_record_alone():
    inspection = s.inspection()
    assert alone_words(s.record(inspection), inspection) == (
        "It followed up no earlier inspection in the record, and none in the record follows it up. "
        "Inspections of the force under the same programme:"
    )


@pytest.mark.parametrize(
    "kind", ["revisit", "reinspection", "post-inspection-review", "assessment-of-progress"]
)
def test_what_goes_back_to_an_inspection_not_named_says_that_the_record_does_not_say(kind):
    inspection = s.inspection(kind=kind)
    assert alone_words(s.record(inspection), inspection) == (
        "The record does not say which inspection it followed up, and none in the record follows it "
        "up. Inspections of the force under the same programme:"
    )


def test_an_inspection_without_grades_is_not_told_as_having_given_none():
    inspection = s.inspection()
    assert [plain(block.words) for block in list(grades(s.record(inspection), inspection))[1:]] == [
        "No grade of this inspection is in our record."
    ]


def test_grades_known_only_together_are_grades_in_the_record():
    together = {
        "questions": ("investigating-crime", "victim-service"),
        "counts": {"good": 2},
        "note": "So.",
        "sources": s.SOURCES,
    }
    inspection = s.inspection(shared_grades=[together])
    assert [plain(block.words) for block in list(grades(s.record(inspection), inspection))[1:]] == [
        "Known only together: investigating crime and victim service share two good. So."
    ]


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Eastshire Police: Child protection", "Child protection"),
        ("Eastshire – national inspection", "National inspection"),
        ("Eastshire Police Crime Data Integrity 2020", "Crime Data Integrity 2020"),
        ("Eastshire Police’s approach to abuse", "Eastshire Police’s approach to abuse"),
        ("Eastshire Police must improve", "Eastshire Police must improve"),
        ("PEEL 2015 – Eastshire Police", "PEEL 2015 – Eastshire Police"),
    ],
)
def test_a_choice_tells_the_force_once_where_the_title_begins_with_its_name(title, shown):
    record = s.record(s.inspection("eastshire-2018", title=title, published="2018-06-28"))
    assert choice_labels(record, timeline(record)) == {
        "eastshire-2018": f"Eastshire Police, published 28 June 2018: {shown}"
    }


def test_titles_that_would_read_alike_without_the_force_are_told_whole():
    titles = {"eastshire-a": "Eastshire: PEEL", "eastshire-b": "Eastshire Police: PEEL"}
    record = s.record(
        *(s.inspection(id, title=title, published="2018-06-28") for id, title in titles.items())
    )
    when = "Eastshire Police, published 28 June 2018"
    assert choice_labels(record, timeline(record)) == {
        id: f"{when}: {title}" for id, title in titles.items()
    }
