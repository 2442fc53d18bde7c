"""The record as open data: where each file stands for good, feed and calendar, what columns mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from inspection.addresses import Place
from inspection.data_package import DESCRIPTOR, JSON_FILE, YAML_FILE
from inspection.document import Block, Bullets, Folded, Heading, Paragraph, Run, words
from inspection.exports import Table
from inspection.feed import PATH as FEED
from inspection.sheets.pieces import table

LATEST = "data/latest/"
"""Where the newest edition of every file stands, whatever its data version."""
CALENDAR = "due-dates.ics"
SITEMAP = "sitemap.xml"
WHOLE = (
    (JSON_FILE, "The whole record as JSON."),
    (YAML_FILE, "The whole record as the YAML it is kept in."),
    (DESCRIPTOR, "What every file, table and column holds: a Frictionless Data Package."),
)


def fixed(version: str) -> str:
    """Where the files of one data version stand for good."""
    return f"data/{version}/"


def files(tables: Sequence[Table], version: str) -> Iterator[Block]:
    """Every file with its two addresses: the latest edition, and this data version."""
    yield Heading(2, "Files at fixed addresses", "files")
    yield Paragraph(
        words(
            "Each file stands at two addresses. The first always gives the latest edition, the "
            f"second that of data version {version}. What was published under a version is not "
            "changed: a change is a new version. Programs on other sites may read both."
        )
    )
    described = [(f"{t.name}.csv", t.about, str(len(t.rows))) for t in tables]
    described += [(name, about, "") for name, about in WHOLE]
    yield table(
        "Every table and the whole record",
        ("File", "What it holds", "Rows", "This version for good"),
        [
            (
                Run(name, Place("file", f"{LATEST}{name}")),
                about,
                rows,
                Run(f"{name}, {version}", Place("file", f"{fixed(version)}{name}")),
            )
            for name, about, rows in described
        ],
    )


def feeds() -> Iterator[Block]:
    """What tells of something new by itself, and what lists every page for programs."""
    yield Heading(2, "Feed and calendar", "feed")
    yield Bullets(
        tuple(
            words(Run(name, Place("file", path)), kind)
            for name, path, kind in (
                ("New inspections, statements and corrections", FEED, "(Atom feed)"),
                ("Dates due after reports", CALENDAR, "(iCalendar)"),
                ("Every page of the published record", SITEMAP, "(sitemap)"),
            )
        )
    )


def columns(tables: Sequence[Table]) -> Iterator[Block]:
    """What every column of every table means, a table folded after another."""
    yield Heading(2, "What the columns mean", "columns")
    for found in tables:
        yield Folded(f"Columns of {found.name}", (columns_of(found),))


def columns_of(found: Table) -> Block:
    """What every column of one table means and holds."""
    rows = [(column.name, column.about, column.holds) for column in found.columns]
    return table(f"Columns of {found.name}", ("Column", "Meaning", "What it holds"), rows)
