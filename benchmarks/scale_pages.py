"""Pages of the national record beside the same pages of the real one, and what a server holds.

A page is drawn again for a session that has it open, by a server of its own; its processor's time is
what counts. Both records are served at the same time and asked in turn.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.rows import Row
from benchmarks.servers import ROOT, Server, serving
from benchmarks.session_client import NotDrawn, Session
from components.navigation import LOST_TITLE, PAGES

OF_FORCES = ("overview", "history", "grades", "recurring", "progress", "briefing", "meeting")
"""Pages on which forces are chosen."""
TITLES = {page.key: page.title for page in PAGES}
REAL, MADE_UP = "northamptonshire-ncpi-2025", "force-02-ncpi-2025"
"""An inspection with 24 findings, and one of 25 that was made up after it."""
BLOCK = 6
"""Runs between two looks at a clock that counts in hundredths of a second."""
Queries = Mapping[str, str]


def usual(inspection: str) -> Queries:
    """Every page with its usual choices; of inspections and searches there has to be one."""
    asked = {"inspection": f"id={inspection}", "search": "q=missing+children"}
    return {page.key: asked.get(page.key, "") for page in PAGES}


def chosen(forces: Sequence[str]) -> Queries:
    """The pages of forces, with these chosen; with none, those that are shown by themselves."""
    return dict.fromkeys(OF_FORCES, "&".join(f"force={force}" for force in forces))


@dataclass
class Spent:
    """Milliseconds of a server's processor, by page: for the first who asked, and for one run after."""

    first: dict[str, float] = field(default_factory=dict)
    again: dict[str, float] = field(default_factory=dict)

    @property
    def mean(self) -> float:
        """Of all pages, drawn again."""
        return statistics.fmean(self.again.values())


async def spent(servers: Sequence[tuple[Server, Queries]], blocks: int) -> list[Spent]:
    """What pages take of each server, page by page, in turn: the middle of some blocks of runs."""
    found = [Spent() for _ in servers]
    sessions = [await Session.opened(server.address) for server, _ in servers]
    for session in sessions:
        # The index of search is made beside the first readers; who searches waits until it is done.
        await visited(session, "search", "q=officers")
    asked = list(zip(sessions, servers, found, strict=True))
    for page in servers[0][1]:
        for session, (server, queries), own in asked:
            own.first[page] = await _cost(server, session, page, queries[page], runs=1)
        taken: list[list[float]] = [[] for _ in servers]
        for _ in range(blocks):
            for (session, (server, queries), _own), times in zip(asked, taken, strict=True):
                times.append(await _cost(server, session, page, queries[page], BLOCK))
        for own, times in zip(found, taken, strict=True):
            own.again[page] = statistics.median(times)
    for session in sessions:
        await session.close()
    return found


async def _cost(server: Server, session: Session, page: str, query: str, runs: int) -> float:
    """Milliseconds of the server's processor for a run of a page."""
    before = server.cpu_seconds()
    for _ in range(runs):
        await visited(session, page, query)
    return 1000 * (server.cpu_seconds() - before) / runs


async def visited(session: Session, page: str, query: str) -> None:
    """Visit a page and see that it came out right, for one that did not costs little."""
    try:
        titles = (await session.visit(page, query)).titles
    except NotDrawn as fault:
        raise NotDrawn(f"{page}?{query}: {fault}") from fault
    is_named_by_content = page in ("inspection", "meeting") and titles not in ([], [LOST_TITLE])
    if titles != [TITLES[page]] and not is_named_by_content:
        raise NotDrawn(f"Asked for {page}?{query}, got {titles}.")


def alone(record: Path, kept: Path, blocks: int) -> tuple[float, float]:
    """Of a server with a record: milliseconds of a rerun, mean of all pages; then the MB it holds."""
    with served(record, kept) as server:
        (found,) = asyncio.run(spent([(server, usual(MADE_UP))], blocks))
        return found.mean, held(server, "VmRSS")


def beside(real: Path, record: Path, kept: Path, blocks: int) -> Iterator[Row]:
    """The record of made-up forces beside the real one, which shows both of its forces as a rule."""
    with served(real, kept) as one, served(record, kept) as other:
        against, ours = asyncio.run(spent([(one, usual(REAL)), (other, usual(MADE_UP))], blocks))
        yield from _rows("usual", "usual choices", ours, against)
        two = chosen(["force-06", "force-07"])
        against, ours = asyncio.run(spent([(one, chosen([])), (other, two)], blocks))
        yield from _rows("two", "two other forces", ours, against)
        yield Row(
            "scale.memory", "Server of the national record, all pages seen", "MB",
            held(other, "VmRSS"), goal=500, note=f"At most it held {held(other, 'VmHWM'):.0f} MB.",
        )  # fmt: skip


def first_start(record: Path, kept: Path) -> Row:
    """The most that a server holds which reads the files, having no snapshot."""
    with served(record, kept) as server:
        return Row(
            "scale.memory-first", "Server of the national record, most held at a first start", "MB",
            held(server, "VmHWM"), goal=500,
        )  # fmt: skip


def _rows(key: str, choices: str, ours: Spent, against: Spent) -> Iterator[Row]:
    """The page that grew most, with what is to be said of the others; all pages; the first to ask."""
    grown = {page: ours.again[page] / against.again[page] for page in ours.again}
    worst = max(grown, key=grown.__getitem__)
    said = ", ".join(f"{page} {times:.2f}" for page, times in grown.items())
    yield Row(
        f"scale.rerun-{key}", f"Rerun, {choices}: the page that grew most", "ms",
        ours.again[worst], against.again[worst], "the same page of the real record", goal=1.25,
        note=f"It is {worst}. All: {said}.",
    )  # fmt: skip
    yield Row(
        f"scale.reruns-{key}", f"Rerun, {choices}: mean of all pages", "ms",
        ours.mean, against.mean, "the same pages of the real record", goal=1.25,
    )  # fmt: skip
    slow = max(ours.first, key=ours.first.__getitem__)
    yield Row(
        f"scale.first-asked-{key}", f"First to ask, {choices}: the slowest page", "ms",
        ours.first[slow], against.first[slow], "the same page of the real record",
        note=f"It is {slow}. What is worked out for the first is kept for all who follow.",
    )  # fmt: skip


@contextlib.contextmanager
def served(record: Path, kept: Path) -> Iterator[Server]:
    """The dashboard of a record, with its snapshots in a folder."""
    before = os.environ.get("INSPECTION_SNAPSHOTS")
    os.environ["INSPECTION_SNAPSHOTS"] = str(kept)
    try:
        with serving(ROOT / "dashboard.py", ROOT, "--", "--data", str(record)) as server:
            yield server
    finally:
        os.environ.pop("INSPECTION_SNAPSHOTS")
        if before is not None:
            os.environ["INSPECTION_SNAPSHOTS"] = before


def held(server: Server, kind: str) -> float:
    """Memory in MB: `VmRSS` what the process holds now, `VmHWM` the most it has held."""
    status = Path(f"/proc/{server.process}/status").read_text()
    found = re.search(rf"{kind}:\s+(\d+) kB", status)
    if found is None:
        raise RuntimeError(f"The system does not say {kind}.")
    return int(found[1]) / 1024
