"""What is missing from the record, as far as that is known: in a sentence, then in tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from inspection.addresses import Place
from inspection.coverage import (
    ASKED,
    FINDINGS,
    SILENT,
    SILENT_SINCE,
    UNMEASURED,
    UNPLACED,
    UNSEEN,
    Coverage,
    CoverageRow,
    Missing,
    Tally,
    coverage,
    coverage_words,
    total,
)
from inspection.dates import date_words
from inspection.document import Block, Bullets, Folded, Heading, Paragraph, Run, Table, Words, words
from inspection.measures import in_sentence, joined, number_words, plural
from inspection.model import Record
from inspection.once import once_per_record
from inspection.sheets.pieces import lines, source_links, table
from inspection.staleness import undated_words

NO_SCORE = (
    "These counts say how far this record has come. They say nothing of how good a force is, and are "
    "no reason to set one force above another."
)
NO_PROGRAMME = "inspections of no programme"
NONE_KNOWN = "no inspection is recorded, and none is known to us to exist."
GRADES = "Grades and kinds of empty recorded"
FINDINGS_LACKING = "Findings recorded, and what they lack"
ASKED_LACKING = "Recommendations recorded, and what they lack"


@once_per_record
def missing(record: Record) -> tuple[Block, ...]:
    """The whole account: inspections, then what is folded: grades, findings, recommendations."""
    found = coverage(record)
    return (
        Heading(2, "What is missing", "what-is-missing"),
        Paragraph(words(answer_words(found, found.rows))),
        Paragraph(words(NO_SCORE), quiet=True),
        *_inspections(record, found),
        Folded(GRADES, tuple(_grades(found)), "missing-grades"),
        Folded(FINDINGS_LACKING, tuple(_findings(found)), "missing-findings"),
        Folded(ASKED_LACKING, tuple(_recommendations(found)), "missing-recommendations"),
    )


def search_words(record: Record) -> Block:
    """When the public pages were last searched, and from when that is too long ago."""
    return Paragraph(words(undated_words(record.release)))


def answer_words(found: Coverage, rows: Sequence[CoverageRow]) -> str:
    """How much is recorded of what is known, and how many facts of some rows lack something."""

    def count(sort: tuple[str, str]) -> int:
        return total(rows, sort[0])

    findings, asked, unseen = count(FINDINGS), count(ASKED), count(UNSEEN)
    of_findings = (
        f"Of {plural(findings, 'finding')} {_of_them(count(UNMEASURED))} without a measure and "
        f"{_of_them(count(UNPLACED))} without a place in the report."
    )
    of_asked = (
        f"Of {plural(asked, 'recommendation')} {_of_them(count(SILENT))} without any statement since, "
        f"and {_of_them(count(SILENT_SINCE))} without one from {date_words(found.since)} on."
    )
    entries = plural(unseen, "more entry says", "more entries say")
    more = f" {entries} that recommendations were made whose wording is not recorded."
    return (
        f"{coverage_words(rows)} {of_findings if findings else 'No finding is recorded.'} "
        f"{of_asked if asked else 'No recommendation is recorded.'}{more if unseen else ''} Of "
        f"{plural(found.sources, 'source')} of the record {_of_them(len(found.undated))} without a date."
    )


def fact_heads(found: Coverage) -> tuple[str, ...]:
    """What heads the columns of findings and recommendations, in the order of a row's facts."""
    return (
        "Findings",
        "without a measure",
        "without a place in the report",
        "Recommendations",
        "without a place in the report",
        "without any statement",
        f"without one from {date_words(found.since)} on",
        "Wording not recorded",
    )


def _of_them(count: int) -> str:
    return f"{number_words(count)} {'is' if count == 1 else 'are'}"


def _inspections(record: Record, found: Coverage) -> Iterator[Block]:
    yield Heading(3, "Inspections known to us", "missing-inspections")
    yield Paragraph(
        words(
            "An inspection is known to exist where it is recorded, where a source shows that it took "
            "place, or where every force was inspected in a round. What was only looked for counts as "
            "nothing: that none was found is no proof that there was none."
        )
    )
    lacking = [row for row in found.rows if row.unrecorded or row.looked_for]
    columns: dict[str, list[str | Words]] = {
        "Recorded": [number_words(len(row.recorded)) for row in lacking],
        "Known, not recorded": [number_words(len(row.unrecorded)) for row in lacking],
        "What is not recorded": [_named(record, row.unrecorded) for row in lacking],
        "Looked for and not found": [_named(record, row.looked_for) for row in lacking],
    }
    shown = {head: cells for head, cells in columns.items() if any(cells)}
    if lacking:
        yield _table(
            "Inspections recorded, of those known to us",
            tuple(shown),
            list(zip(lacking, zip(*shown.values(), strict=True), strict=True)),
        )
    if rest := _all_recorded(found):
        yield Bullets(rest)


def _all_recorded(found: Coverage) -> tuple[Words, ...]:
    """For each force the programmes of which all known to us is recorded, with how many that is."""
    told = []
    for force, own in groupby(found.rows, key=lambda row: row.force_name):
        rest = [row for row in own if not (row.unrecorded or row.looked_for)]
        counts = [
            f"{in_sentence(row.programme_name) if row.programme else NO_PROGRAMME} "
            f"({number_words(len(row.recorded))})"
            for row in rest
            if row.recorded
        ]
        if counts:
            told.append(words(f"{force}: all known to us is recorded of {joined(counts)}."))
        elif rest:
            told.append(words(f"{force}: {NONE_KNOWN}"))
    return tuple(told)


def _named(record: Record, missing: Sequence[Missing]) -> Words:
    """Missing inspections, each on a line that leads to its gap or names its sources."""
    return lines(
        *(
            words(Run(one.what, Place("data", at=one.gap)))
            if one.gap
            else words(f"{one.what}.", source_links(record, one.sources))
            for one in missing
        )
    )


def _grades(found: Coverage) -> Iterator[Block]:
    rows = [row for row in found.rows if any(tally.ids for tally in row.grades)]
    if not rows:
        yield Paragraph(words("No grade and no kind of empty is recorded."))
        return
    sorts = rows[0].grades
    shown = [n for n in range(len(sorts)) if any(row.grades[n].ids for row in rows)]
    none = [in_sentence(sort.label) for n, sort in enumerate(sorts) if n not in shown]
    told = " ".join(f"{sorts[n].label}: {sorts[n].meaning}" for n in shown)
    yield Paragraph(
        words(told, f"There is none of: {', '.join(none)}." if none else ""), quiet=True
    )
    yield _table(
        GRADES,
        [sorts[n].label for n in shown],
        [(row, [_count(row.grades[n]) for n in shown]) for row in rows],
    )


def _findings(found: Coverage) -> Iterator[Block]:
    note = "A finding without a measure need not lack one, for many findings have no number."
    yield from _facts(found, slice(3), note, FINDINGS_LACKING)


def _recommendations(found: Coverage) -> Iterator[Block]:
    note = (
        "Causes of concern and areas for improvement are among them. A statement counts where it is on "
        "the recommendation itself; an answer to the whole report or to its theme does not."
    )
    yield from _facts(found, slice(3, None), note, ASKED_LACKING)


def _facts(found: Coverage, part: slice, note: str, caption: str) -> Iterator[Block]:
    """A table of some of the sorts of facts, for the rows and columns that have any of them."""
    rows = [row for row in found.rows if any(tally.ids for tally in row.facts[part])]
    if not rows:
        yield Paragraph(words("None is recorded."))
        return
    sorts = range(len(rows[0].facts))[part]
    shown = [n for n in sorts if any(row.facts[n].ids for row in rows)]
    heads = fact_heads(found)
    none = ", ".join(in_sentence(heads[n]) for n in sorts if n not in shown)
    yield Paragraph(words(note, f"There is none of: {none}." if none else ""), quiet=True)
    cells = [(row, [_count(row.facts[n]) for n in shown]) for row in rows]
    yield _table(caption, [heads[n] for n in shown], cells)


def _count(tally: Tally) -> str:
    return number_words(len(tally.ids))


def _table(
    caption: str,
    columns: Sequence[str],
    rows: Sequence[tuple[CoverageRow, Sequence[str | Words]]],
) -> Table:
    cells = [
        (words(row.force_name, Run(f"{row.programme_name}.", style="under")), *more)
        for row, more in rows
    ]
    return table(caption, ("Force and programme", *columns), cells)
