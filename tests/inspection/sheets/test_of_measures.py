"""Measures over time as blocks: every value of what was measured more than once."""

from inspection.addresses import Place, dashboard_path
from inspection.document import Heading, Paragraph, Run, words
from inspection.measured import measured
from inspection.sheets.of_measures import elsewhere, measures, measures_sources
from tests.inspection import samples as s

CALLS = {
    "id": "calls", "name": "Calls answered", "about": "In ten seconds.", "unit": "per cent",
    "theme": "missing-children",
}  # fmt: skip
DAYS = {
    "id": "days", "name": "Days", "about": "In single cases.", "unit": "days",
    "theme": "risk-recognition",
}  # fmt: skip


def value(indicator: str, unit: str, **fields: object) -> dict[str, object]:
    return {"value": 90, "unit": unit, "indicator": indicator} | fields


RECORD = s.record(
    s.inspection(
        "eastshire-2018",
        "cp-2014",
        published="2018-06-30",
        findings=(
            s.finding("e-1", measure=value("calls", "per cent of calls", qualifier="a sample")),
            s.finding("e-2", "risk-recognition", measure=value("days", "days")),
            s.finding("e-3", "risk-recognition", measure=value("days", "days")),
        ),
    ),
    indicators=[CALLS, DAYS],
    context_events=[
        {
            "id": "e-event", "forces": ["eastshire"], "title": "Figures", "summary": "Figures.",
            "date": "2021-09", "sources": ["figures"], "measure": value("calls", "per cent of calls"),
        }
    ],
    sources=(s.source("the-report"), s.source("figures", publisher="The Office")),
)  # fmt: skip
BLOCKS = list(measures(RECORD, "missing-children", ["eastshire", "westshire"]))


def test_what_was_measured_under_a_theme_is_told_with_how_often_and_what_may_be_joined():
    assert BLOCKS[:3] == [
        Heading(2, "Measures over time", "measures"),
        Heading(3, "Calls answered", "calls"),
        Paragraph(
            words(
                "Measured twice, not known to be by the same method, so no line joins them.",
                "In ten seconds.",
            )
        ),
    ]


def test_each_value_leads_to_the_inspection_that_told_it_and_an_event_to_none():
    table = BLOCKS[3]
    assert table.caption == "Calls answered: every value in the record"
    assert table.columns == (
        "When", "Force", "Value", "What it rests on", "Who says so", "Sources",
    )  # fmt: skip
    assert table.rows[0] == (
        (Run("published 30 June 2018", Place("inspection", "eastshire-2018", "e-1")),),
        (Run("Eastshire Police"),),
        (Run("90 per cent of calls (a sample)"),),
        (Run("a sample"),),
        (Run("Inspectorate", style="mark voice inspectorate"),),
        (Run("The inspectorate"),),
    )
    assert table.rows[1][0] == (Run("September 2021"),)
    assert table.rows[1][-1] == (Run("The Office"),)
    assert len(table.rows) == 2


def test_what_was_measured_under_other_themes_is_one_step_away():
    to = Place("recurring", "risk-recognition", "measures")
    assert BLOCKS[4:] == [
        Paragraph(words("Measured more than once under other themes:", Run("Days", to)))
    ]
    days = measured(RECORD, "risk-recognition")
    (paragraph,) = elsewhere(days * 2, (("programme", "all"),))
    link = Run("Days", Place("recurring", "risk-recognition", "measures", (("programme", "all"),)))
    assert paragraph.words[2:] == (link, Run("; "), link)
    assert dashboard_path(link.href) == "recurring?programme=all&theme=risk-recognition#measures"


def test_a_theme_under_which_nothing_was_measured_says_so():
    assert list(measures(s.record(), "missing-children", ["eastshire"])) == [
        Heading(2, "Measures over time", "measures"),
        Paragraph((Run("Nothing under this theme was measured more than once in our record."),)),
    ]


def test_only_values_of_the_forces_shown_are_told():
    assert list(measures(RECORD, "missing-children", ["westshire"])) == [
        Heading(2, "Measures over time", "measures"),
        Paragraph((Run("Nothing under this theme was measured more than once in our record."),)),
    ]


def test_the_sources_are_those_of_the_values_under_the_theme():
    assert measures_sources(RECORD, "missing-children") == ["the-report", "figures"]
