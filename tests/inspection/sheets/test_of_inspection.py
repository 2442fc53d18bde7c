"""The dates and place of an inspection, in words."""

from inspection.addresses import Place
from inspection.document import Run
from inspection.sheets.of_inspection import dates_and_place
from tests.inspection import samples as s


def test_the_kind_is_told_with_its_meaning_and_leads_to_the_glossary():
    record = s.record(s.inspection(kind="reinspection"))
    facts = dict(dates_and_place(record, record.inspections[0]).pairs)
    assert facts["Kind"] == (
        Run("Reinspection", Place("glossary", at="reinspection")),
        Run(". A full inspection done again."),
    )
