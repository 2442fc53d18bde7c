"""The accessibility statement."""

from __future__ import annotations

from inspection.addresses import Place
from inspection.document import Bullets, Heading, Paragraph, Run, Table, plain
from inspection.sheets.of_accessibility import (
    ANSWER,
    KNOWN,
    TESTED,
    Shortcoming,
    shortcomings,
    statement,
)


def section(id: str, report_to: str = "") -> list[object]:
    """What stands between the heading of this id and the next."""
    blocks = list(statement(report_to))
    start = next(n for n, b in enumerate(blocks) if isinstance(b, Heading) and b.id == id) + 1
    ends = [n for n, b in enumerate(blocks) if isinstance(b, Heading) and n >= start]
    return blocks[start : ends[0] if ends else None]


def test_the_statement_has_the_parts_of_one():
    assert [(b.text, b.id) for b in statement("") if isinstance(b, Heading)] == [
        ("What this covers", "covers"),
        ("How it is tested", "tested"),
        ("What is not right, or not known to be", "known"),
        ("What can be done without the dashboard", "without-the-dashboard"),
        ("How to report a problem", "report"),
        ("This statement", "this-statement"),
    ]


def test_it_says_what_is_aimed_at_and_that_no_user_of_a_screen_reader_has_tested_it():
    assert "WCAG 2.2, level AA" in ANSWER
    assert ANSWER.endswith("no user of a screen reader has tested them yet.")
    (tested,) = section("tested")
    assert isinstance(tested, Bullets)
    assert [plain(item) for item in tested.items] == list(TESTED)


def test_each_shortcoming_is_told_with_its_rule_cause_report_and_way_round():
    one = Shortcoming("2.1.1 Keyboard", "Charts", "It is so.", "Read on.", "https://example.org/1")
    two = Shortcoming("1.4.10 Reflow", "Drawings", "They are wide.", "Slide.")
    _, listed = shortcomings((one, two))
    assert isinstance(listed, Table)
    assert listed.columns == ("Rule of WCAG 2.2", "Where", "Why", "What you can do instead")
    assert listed.rows == (
        (
            (Run("2.1.1 Keyboard"),),
            (Run("Charts"),),
            (Run("It is so."), Run(" "), Run("Reported upstream", "https://example.org/1")),
            (Run("Read on."),),
        ),
        ((Run("1.4.10 Reflow"),), (Run("Drawings"),), (Run("They are wide."),), (Run("Slide."),)),
    )


def test_what_is_known_stands_in_the_statement():
    (listed,) = section("known")
    assert [plain(row[0]) for row in listed.rows] == [one.rule for one in KNOWN]


def test_a_problem_is_reported_where_errors_are_or_as_the_corrections_page_says():
    told, _ = section("report", "mailto:help@history.example?subject=x")
    assert isinstance(told, Paragraph)
    assert plain(told.words) == "Tell us at help@history.example."
    assert told.words[2].href == "mailto:help@history.example?subject=x"
    without, _ = section("report")
    assert without.words[-1] == Run("Corrections", Place("corrections", at="report"))


def test_the_statement_is_dated():
    (told,) = section("this-statement")
    assert plain(told.words) == (
        "Drawn up on 22 November 2026 by those who make the record, from their tests."
    )
