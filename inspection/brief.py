"""`python -m inspection brief`: a briefing as PDF, HTML or data, the same bytes for the same inputs."""

from __future__ import annotations

import argparse
import datetime as dt
import difflib
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from inspection.addresses import UnusableAddress, addresses
from inspection.briefing import Asked, briefing
from inspection.dataset import load_record
from inspection.dates import a_year_before
from inspection.document import Document, document_data
from inspection.document_html import document_html
from inspection.document_pdf import document_pdf
from inspection.model import Record
from inspection.problems import RecordProblems
from inspection.since import DayOutOfRange

WRITERS: dict[str, Callable[[Document], bytes]] = {
    ".pdf": document_pdf,
    ".html": lambda document: document_html(document).encode("utf-8"),
    ".json": lambda document: document_data(document).encode("utf-8"),
}


class Unusable(ValueError):
    """Something asked for that the record does not have, with a sentence that says so."""


def add_command(commands: Any, _environment: Mapping[str, str], data: Path) -> None:
    """Add `brief` to the commands."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "brief",
        help="write a briefing on one force or several",
        description="Write a briefing as .pdf, .html or .json, as known on a day.",
    )
    parser.add_argument("forces", metavar="FORCE", nargs="+", help="id of a force")
    parser.add_argument("--theme", help="id of a theme (default: all)")
    parser.add_argument("--as-known-on", metavar="DAY", help="2019-07-24 (default: the release)")
    parser.add_argument("--since", metavar="DAY", help="(default: a year before)")
    parser.add_argument("--address", default="", help="where the dashboard is served, for links")
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, required=True)
    parser.add_argument(
        "--data",
        metavar="PATH",
        type=Path,
        default=data,
    )
    parser.set_defaults(command=_brief)


def asked_for(
    record: Record,
    forces: Sequence[str],
    theme: str | None = None,
    known: str | None = None,
    since: str | None = None,
    base: str = "",
) -> Asked:
    """What a briefing is asked for, from words as they stand in a command or an address.

    Raises Unusable where a force or theme is not in the record or a day is none.
    """
    for force in forces:
        _known("force", force, record.force)
    if theme:
        _known("theme", theme, record.theme)
    day = _day(known) if known else record.release.released_on
    return Asked(
        forces=tuple(dict.fromkeys(forces)),
        day=day,
        since=_day(since) if since else a_year_before(day),
        theme=theme or None,
        base=base.rstrip("/"),
    )


def _known(what: str, asked: str, known: Mapping[str, object]) -> None:
    if asked not in known:
        near = difflib.get_close_matches(asked[:90], known, n=1)
        hint = f"Did you mean “{near[0]}”?" if near else f"There are: {', '.join(known)}."
        raise Unusable(f"“{asked[:60]}” is not a {what} of this record. {hint}")


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text.strip())
    except ValueError:
        message = f"“{text[:60]}” is not a day. Write it as 2019-07-24."
        raise Unusable(message) from None


def _brief(given: argparse.Namespace) -> int:
    writer = WRITERS.get(given.output.suffix)
    try:
        if writer is None:
            endings = ", ".join(WRITERS)
            raise Unusable(f"{given.output.name} has none of the endings {endings}.")
        base = addresses(given.address).dashboard if given.address else ""
        record = load_record(given.data)
        asked = asked_for(record, given.forces, given.theme, given.as_known_on, given.since, base)
        given.output.write_bytes(writer(briefing(record, asked)))
    except RecordProblems as error:
        sys.stderr.write(f"{error}\nThe record has to be mended first.\n")
        return 1
    except (Unusable, UnusableAddress, DayOutOfRange, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0
