"""The dates and place of an inspection, in words."""

from inspection.addresses import Place
from inspection.document import Run, Table, plain
from inspection.sheets.of_answers import recommendations
from inspection.sheets.of_inspection import alone_words, dates_and_place, findings
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
