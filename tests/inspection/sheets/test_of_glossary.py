"""The glossary as a page: what stands at a word."""

from __future__ import annotations

from inspection.addresses import Place
from inspection.document import LINE, Facts, Heading, Run, plain
from inspection.glossary import GROUPS
from inspection.model import Record
from inspection.sheets import of_glossary as sheet
from tests.inspection import samples as s


def told(record: Record, term: str) -> tuple[Run, ...]:
    """What stands beside a word."""
    pairs = [p for b in sheet.glossary(record) if isinstance(b, Facts) for p in b.pairs]
    (found,) = [words for name, words in pairs if name == term]
    return found


def test_the_words_stand_in_four_groups_under_a_heading_each():
    blocks = list(sheet.glossary(s.record()))
    assert [b for b in blocks if isinstance(b, Heading)] == [
        Heading(2, "The inspectorate and its reports", "of-inspectorates"),
        Heading(2, "Grades, and what reports ask for", "of-grades"),
        Heading(2, "Police and child protection", "of-police"),
        Heading(2, "How this record counts", "of-the-record"),
    ]
    listed = [len(b.pairs) for b in blocks if isinstance(b, Facts)]
    assert listed == [len(group.terms) for group in GROUPS]


def test_a_word_is_led_to_by_its_id_and_leads_to_its_neighbours():
    assert told(s.record(), "Strategy discussion") == (
        Run(
            "A talk between children’s social care, police, health and others, held at once when a "
            "child may be suffering significant harm, to decide whether and how to look into it.",
            id="strategy-discussion",
        ),
        LINE,
        Run("Also: strategy meeting.", style="under"),
        LINE,
        Run("See also "),
        Run("Section 47 enquiry", Place("glossary", at="section-47")),
        Run(", "),
        Run("Multi-agency safeguarding hub", Place("glossary", at="mash")),
    )


def test_where_more_stands_is_linked_after_the_neighbours():
    found = told(s.record(), "Our reading")
    assert found[-2:] == (
        Run(". "),
        Run("More on this", Place("method", at="progress"), title="More on this: Our reading"),
    )
    (only,) = [run for run in told(s.record(), "As known on") if run.href]
    assert only.href == Place("method", at="as-known-on-a-day")


def test_a_grade_is_told_on_each_scale_of_the_record_that_has_it():
    record = s.record()
    (four, five) = record.scales
    grade = "A grade. What it stands for differs from one scale to another:"
    assert plain(told(record, "Good")).split("\n") == [
        grade,
        f"{four.name}: {four.grades[1].meaning}",
        f"{five.name}: {five.grades[1].meaning}",
        "See also Grade",
    ]
    assert plain(told(record, "Adequate")).split("\n") == [
        grade,
        f"{five.name}: {five.grades[2].meaning}",
        "See also Grade",
    ]


def test_a_source_is_named_where_the_record_has_it_and_left_out_where_not():
    source = s.source("nat-what-is-peel", url="https://www.example.org/peel")
    record = s.record(sources=(s.source("the-report"), source))
    assert sheet.sources(record) == ("nat-what-is-peel",)
    linked = [run.href for run in told(record, "PEEL") if isinstance(run.href, str)]
    assert linked == ["https://www.example.org/peel"]
    assert "Source:" in plain(told(record, "PEEL"))
    assert sheet.sources(s.record()) == ()
    assert "Source:" not in plain(told(s.record(), "PEEL"))
