"""The accessibility statement: what is aimed at, how it is tested, and what is not right yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from inspection.addresses import Place
from inspection.dates import date_words
from inspection.document import Block, Bullets, Heading, Paragraph, Run, Words, words
from inspection.sheets.pieces import table

PREPARED = dt.date(2026, 11, 22)
"""The day of the statement. It is drawn up anew when what is known to be wrong changes."""
ANSWER = (
    "Everyone should be able to use this record. The dashboard and its plain documents aim at WCAG "
    "2.2, level AA; they are tested against it by machine at every change, and no user of a screen "
    "reader has tested them yet."
)


@dataclass(frozen=True, slots=True)
class Shortcoming:
    """Something known not to be right, or not known to be right.

    `rule` is the criterion of WCAG 2.2, `cause` whose it is and why, `upstream` the address of the
    report to whoever can mend it, and `instead` what a reader can do meanwhile.
    """

    rule: str
    where: str
    cause: str
    instead: str
    upstream: str = ""


TESTED = (
    "axe-core goes over every page of the dashboard and over every kind of plain document, in several "
    "states, on a wide screen and at 390 pixels, in light and in dark colours: in every run of the "
    "tests.",
    "A walk with the Tab key, and text at 200 per cent.",
    "All of this in Chromium alone, by machine. A machine finds only a part of what can be wrong.",
    "No user of a screen reader, of voice control or of a magnifier has tested it yet.",
)
"""How it is tested, and how it is not; one point each."""
KNOWN = (
    Shortcoming(
        "2.1.1 Keyboard",
        "Marks in the dashboard’s charts",
        "The library that draws the charts, plotly.js, lets marks be reached with a pointer only.",
        "The table after each chart holds the same facts with the same links.",
        "https://github.com/plotly/plotly.js/issues/562",
    ),
    Shortcoming(
        "4.1.2 Name, role, value",
        "Select boxes and boxes for several choices, in the dashboard",
        "They are the framework’s own, Streamlit. Tests by machine find no fault in the boxes; no "
        "screen reader has been tried on them.",
        "The plain documents hold the same facts and have no such boxes. Choices stand in the "
        "address of a page as well.",
    ),
    Shortcoming(
        "No criterion: best practice of axe-core, “region”",
        "The list of choices below a select box while it stands open, in the dashboard",
        "The framework, Streamlit, draws the list at the end of the page, outside every landmark. We "
        "found no report of it to the framework.",
        "The list has focus while it is open and closes with Escape; moving by landmarks passes it "
        "over. The plain documents have no such lists.",
    ),
    Shortcoming(
        "1.3.1 Info and relationships",
        "Tables",
        "A narrow screen lays them out row by row, after which some browsers forget that they are "
        "tables; they therefore name their roles themselves. Not tried with a screen reader.",
        "Every table can be taken away as CSV under Data.",
    ),
    Shortcoming(
        "1.4.4 Resize text",
        "Words within drawings of the plain documents, and within charts on a narrow screen",
        "They grow with the page, when it is magnified, but not, or only as far as there is room, "
        "with the size of letters alone.",
        "Magnify the page, or read the table that follows, which says the same.",
    ),
)
"""What is known not to be right, or not known to be right, one by one."""


def statement(report_to: str) -> Iterator[Block]:
    """Everything below the answer; `report_to` is where a problem is reported, or empty."""
    yield Heading(2, "What this covers", "covers")
    yield Paragraph(
        words(
            "The dashboard, the plain documents of the published record, and the files to take away. "
            "An independent project makes them; the law on the accessibility of public bodies’ "
            "websites does not bind it, and this statement follows its form all the same. Reports and "
            "pages of others that are linked to are not covered."
        )
    )
    yield Heading(2, "How it is tested", "tested")
    yield Bullets(tuple(words(point) for point in TESTED))
    yield from shortcomings()
    yield from _otherwise()
    yield Heading(2, "How to report a problem", "report")
    yield Paragraph(_report(report_to))
    yield Paragraph(words("Say which page, what you wanted to do, and with what you read it."))
    yield Heading(2, "This statement", "this-statement")
    yield Paragraph(
        words(f"Drawn up on {date_words(PREPARED)} by those who make the record, from their tests.")
    )


def shortcomings(known: tuple[Shortcoming, ...] = KNOWN) -> Iterator[Block]:
    """What is known not to be right, each with its cause and what a reader can do instead."""
    yield Heading(2, "What is not right, or not known to be", "known")
    yield table(
        "Known shortcomings",
        ("Rule of WCAG 2.2", "Where", "Why", "What you can do instead"),
        [(one.rule, one.where, _cause(one), one.instead) for one in known],
    )


def _cause(one: Shortcoming) -> Words:
    return words(one.cause, Run("Reported upstream", one.upstream) if one.upstream else "")


def _otherwise() -> Iterator[Block]:
    yield Heading(2, "What can be done without the dashboard", "without-the-dashboard")
    yield Bullets(
        (
            words(
                "Read everything as",
                Run("plain documents", Place("record")),
                "that need no script: headings, lists and tables at permanent addresses. The foot of "
                "every page of the dashboard leads to the same page there.",
            ),
            words(
                "Take every table away as CSV, the whole as JSON or YAML:",
                Run("Data", Place("data")),
            ),
            words("Look up a word:", Run("Glossary", Place("glossary"))),
        )
    )


def _report(report_to: str) -> Words:
    """Where a problem is told: the address for reports, or the corrections page where none is set."""
    if report_to:
        shown = report_to.removeprefix("mailto:").split("?")[0]
        return (*words("Tell us at", Run(shown, report_to)), Run("."))
    return words(
        "Whoever runs this copy of the record has set no address for reports. What can be done is "
        "said under",
        Run("Corrections", Place("corrections", at="report")),
    )
