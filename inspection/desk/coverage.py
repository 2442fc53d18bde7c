"""`python -m inspection coverage`: what the record lacks, as far as that is known."""

from __future__ import annotations

import argparse
import datetime as dt
import shlex
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from textwrap import fill
from typing import Any

from inspection.coverage import ASKED, FINDINGS, Coverage, CoverageRow, Missing, Tally, coverage
from inspection.dataset import examine
from inspection.desk.finding_places import places_of_facts
from inspection.desk.named import add_record
from inspection.model import Record
from inspection.near import near
from inspection.problems import count_words, quoted
from inspection.sheets.of_coverage import NO_SCORE, answer_words, fact_heads
from inspection.staleness import stale_words

WIDTH = 100
_FIRST = 17
"""Letters of a programme's name that are shown: with them the widest table has 98."""
_WHOLE = ("Graded", FINDINGS[0], ASKED[0])
"""What lacks nothing, and is not listed."""


def add_command(commands: Any, _environment: Mapping[str, str], data: Path) -> None:
    """Add `coverage` to the commands."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "coverage",
        help="say what the record lacks",
        description="Say what the record lacks, as far as that is known: inspections, grades, "
        "measures, places in reports, dates of sources, later statements.",
    )
    add_record(parser, data)
    parser.add_argument(
        "--force", metavar="ID", action="append", help="only this force; may be given again"
    )
    parser.add_argument(
        "--since",
        metavar="DAY",
        help="look for statements from this day on (default: a year before the release)",
    )
    parser.add_argument(
        "--list", action="store_true", help="name each fact that lacks something, with its place"
    )
    parser.set_defaults(command=_coverage)


def _coverage(given: argparse.Namespace) -> int:
    record, problems = examine(given.path)
    if record is None:
        print(f"{given.path}: {count_words(problems)}.", file=sys.stderr)
        hint = f"Mend them first; python -m inspection check {shlex.quote(str(given.path))} names them."
        print(hint, file=sys.stderr)
        return 1
    try:
        since = dt.date.fromisoformat(given.since.strip()) if given.since else None
    except ValueError:
        print(f"{quoted(given.since)} is not a day. Write it as 2025-11-22.", file=sys.stderr)
        return 2
    for force in given.force or ():
        if force not in record.force:
            print(_unknown(record, force), file=sys.stderr)
            return 2
    chosen = given.force or list(record.force)
    found = coverage(record, since)
    listed = places_of_facts(given.path) if given.list else None
    for line in _told(found, chosen, listed):
        print(line)
    if old := stale_words(record.release, given.today):
        print(f"\n{fill(old, WIDTH)}")
    return 0


def _unknown(record: Record, force: str) -> str:
    meant = near(force, {f.id: f.name for f in record.forces}, 1)
    hint = (
        f"Did you mean {quoted(meant[0])}?" if meant else f"There are: {', '.join(record.force)}."
    )
    return f"{quoted(force)} is not a force of this record. {hint}"


def _told(
    found: Coverage,
    chosen: Sequence[str],
    listed: Mapping[str, str] | None,
) -> Iterator[str]:
    """Every line that is printed: force by force, then the sum."""
    rows = [row for row in found.rows if row.force in chosen]
    for force in dict.fromkeys(row.force for row in rows):
        own = [row for row in rows if row.force == force]
        yield from (own[0].force_name, "=" * len(own[0].force_name), "")
        yield from _inspections(own)
        yield from _tallies("Grades and kinds of empty", own, [row.grades for row in own])
        facts = [row.facts for row in own]
        heads = [head.replace("mend", "mend- ") for head in fact_heads(found)]
        yield from _tallies("Findings and recommendations", own, facts, heads)
        if listed is not None:
            yield from _lacking(own, listed)
    if listed is not None:
        yield from _ids("Sources without a date", found.undated, listed)
    yield fill(answer_words(found, rows), WIDTH)
    yield fill(NO_SCORE, WIDTH)


def _inspections(own: Sequence[CoverageRow]) -> Iterator[str]:
    heads = ("Recorded", "Known, not recorded", "Looked for, none found")
    counts = [(len(row.recorded), len(row.unrecorded), len(row.looked_for)) for row in own]
    yield from _table("Inspections", own, heads, counts)
    yield from _named("Known to exist, not recorded", [(r, r.unrecorded) for r in own])
    yield from _named("Looked for and not found", [(r, r.looked_for) for r in own])


def _named(title: str, missing: Iterable[tuple[CoverageRow, tuple[Missing, ...]]]) -> Iterator[str]:
    told = [(row.programme_name, one) for row, found in missing for one in found]
    if not told:
        return
    yield f"{title}:"
    for programme, one in told:
        words = f"{programme}: {one.what} ({one.gap})" if one.gap else one.what
        yield fill(
            words, WIDTH, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False
        )
    yield ""


def _tallies(
    title: str,
    own: Sequence[CoverageRow],
    tallies: Sequence[tuple[Tally, ...]],
    heads: Sequence[str] = (),
) -> Iterator[str]:
    kept = [n for n, found in enumerate(tallies) if any(tally.ids for tally in found)]
    if not kept:
        yield from (f"{title}: none recorded.", "")
        return
    heads = heads or [tally.label for tally in tallies[0]]
    counts = [[len(tally.ids) for tally in tallies[n]] for n in kept]
    yield from _table(title, [own[n] for n in kept], heads, counts)


def _table(
    title: str,
    rows: Sequence[CoverageRow],
    heads: Sequence[str],
    counts: Sequence[Sequence[int]],
) -> Iterator[str]:
    """Counts under heads of several lines, a programme a row; as wide as the words of the heads."""
    wide = [max(len(word) for word in (*head.split(), "000")) for head in heads]
    lines = [fill(head, n).splitlines() for head, n in zip(heads, wide, strict=True)]
    high = max(map(len, lines))
    yield title
    for n in range(high):
        yield _line("", [cell[n - high] if n >= high - len(cell) else "" for cell in lines], wide)
    for row, counted in zip(rows, counts, strict=True):
        yield _line(row.programme_name, [f"{count:,}" for count in counted], wide)
    yield ""


def _line(first: str, cells: Sequence[str], wide: Sequence[int]) -> str:
    name = first if len(first) <= _FIRST else f"{first[: _FIRST - 1]}~"
    told = "  ".join(cell.rjust(n) for cell, n in zip(cells, wide, strict=True))
    return f"{name.ljust(_FIRST)}  {told}".rstrip()


def _lacking(own: Sequence[CoverageRow], listed: Mapping[str, str]) -> Iterator[str]:
    """The ids behind every count of what lacks something, programme after programme."""
    for row in own:
        for tally in (*row.grades, *row.facts):
            if tally.label not in _WHOLE:
                yield from _ids(f"{row.programme_name}: {tally.label}", tally.ids, listed)


def _ids(title: str, ids: Sequence[str], listed: Mapping[str, str]) -> Iterator[str]:
    if ids:
        yield f"{title} ({len(ids):,})"
        yield from (f"  {listed.get(id) or listed.get(id.split(' > ')[0], '')}  {id}" for id in ids)
        yield ""
