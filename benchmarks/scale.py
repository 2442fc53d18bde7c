"""The whole country: a made-up record of 43 forces beside the real one, and growth up to it.

The record is that of `benchmarks.national`. Times are of the processor, except where a reader or
editor waits for a command.
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from benchmarks import national, scale_pages
from benchmarks.rows import Growth, Row
from benchmarks.scale_probe import QUERIES
from benchmarks.servers import ROOT

SIZES = (2, 5, 11, 22, 43)
DATA = ROOT / "data"
ALONE = "PyYAML's C loader alone on the same files"


@dataclass
class Size:
    """What was found of a record of so many forces; seconds, milliseconds and MB."""

    forces: int
    alone: list[float] = field(default_factory=list)
    first: list[float] = field(default_factory=list)
    later: list[float] = field(default_factory=list)
    queries: dict[str, float] = field(default_factory=dict)
    index: float = 0.0
    rerun: float = 0.0
    memory: float = 0.0


def measure(quick: bool) -> Iterator[Row | Growth]:
    """Rows about the national record, and growths up to its size."""
    rounds = 1 if quick else 3
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work)
        yield checking(rounds)
        sizes = []
        for forces in (2, 43) if quick else SIZES:
            national.write(folder / str(forces), forces)
            sizes.append(_size(folder, forces, rounds))
        yield from opening(sizes[-1])
        yield from searching(sizes[-1])
        yield from documents(folder, sizes[-1].forces, rounds)
        blocks = 1 if quick else 5
        yield from pages(folder, sizes, blocks)
        yield from growth(sizes)


def checking(rounds: int) -> Row:
    """How long an editor waits for `python -m inspection check`."""
    times = []
    before = _children()
    for _ in range(rounds):
        began = perf_counter()
        subprocess.run(
            [sys.executable, "-m", "inspection", "check"], cwd=ROOT, check=True, capture_output=True
        )
        times.append(perf_counter() - began)
    return Row(
        "scale.check", "Check of the real record, command to answer", "s",
        statistics.median(times), goal=1.5,
        note=f"Of the processor {(_children() - before) / rounds:.2f} s.",
    )  # fmt: skip


def _children() -> float:
    """Processor time of the processes that were started and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _size(folder: Path, forces: int, rounds: int) -> Size:
    """A record of so many forces parsed, opened first and later, and searched, by turns."""
    found = Size(forces)
    record, kept = folder / str(forces), folder / f"kept-{forces}"
    for _ in range(rounds):
        found.alone.append(_probe("parsed_alone", record, kept)["seconds"])
        for snapshot in kept.glob("*.snapshot"):
            snapshot.unlink()
        found.first.append(_opened(record, kept, from_snapshot=False))
        found.later.append(_opened(record, kept, from_snapshot=True))
    found.queries = _probe("searching", record, kept)
    found.index = found.queries.pop("index")
    return found


def _opened(record: Path, kept: Path, from_snapshot: bool) -> float:
    found = _probe("opening", record, kept)
    if bool(found["from_snapshot"]) is not from_snapshot:
        raise RuntimeError(f"{record} was opened in another way than was to be measured.")
    return found["seconds"]


def _probe(what: str, record: Path, kept: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.scale_probe", what, str(record), str(kept)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def opening(size: Size) -> Iterator[Row]:
    """The first start, and every later one."""
    first, later, alone = map(statistics.median, (size.first, size.later, size.alone))
    name = f"Record of {size.forces} forces"
    yield Row(
        "scale.first", f"{name}: read with lines, checked, compiled", "s",
        first, alone, ALONE, goal=1.5,
    )  # fmt: skip
    yield Row(
        "scale.later", f"{name}: opened again from its snapshot", "s",
        later, first, "the first time", goal=0.1,
        note=f"The index of search takes another {size.index:.2f} s at each start.",
    )  # fmt: skip


def searching(size: Size) -> Iterator[Row]:
    """A search in the national record."""
    slowest = max(size.queries, key=size.queries.__getitem__)
    middle = statistics.median(size.queries.values())
    said = ", ".join(f"“{query}” {size.queries[query]:.0f}" for query in QUERIES)
    yield Row(
        "scale.search", f"Search of {size.forces} forces, middle of ten queries", "ms", middle,
        goal=20, note=f"{said}.",
    )  # fmt: skip
    yield Row(
        "scale.search-slowest", f"Search of {size.forces} forces, slowest of them", "ms",
        size.queries[slowest], goal=20, note=f"It is “{slowest}”.",
    )  # fmt: skip


def documents(folder: Path, forces: int, rounds: int) -> Iterator[Row]:
    """The briefing on one force."""
    for key, name, record, kept in (
        ("pdf", "real record", DATA, folder / "kept-real"),
        (
            "pdf-national",
            f"record of {forces} forces",
            folder / str(forces),
            folder / f"kept-{forces}",
        ),
    ):
        found = [_probe("documents", record, kept) for _ in range(rounds)]
        told, pdf = (statistics.median(one[part] for one in found) for part in ("told", "pdf"))
        yield Row(
            f"scale.{key}", f"Briefing of one force as PDF, {name}", "s", told + pdf, goal=0.3,
            note=f"Worked out in {told:.2f} s, set in {pdf:.2f} s.",
        )  # fmt: skip


def pages(folder: Path, sizes: Sequence[Size], blocks: int) -> Iterator[Row]:
    """Pages drawn again, and memory, of each record; of the last beside the real one."""
    for size in sizes[:-1]:
        record, kept = folder / str(size.forces), folder / f"kept-{size.forces}"
        size.rerun, size.memory = scale_pages.alone(record, kept, blocks)
    last = sizes[-1]
    record, kept = folder / str(last.forces), folder / f"kept-{last.forces}"
    for row in scale_pages.beside(DATA, record, kept, blocks):
        if row.key == "scale.memory":
            last.memory = row.ours
        if row.key == "scale.reruns-usual":
            last.rerun = row.ours
        yield row
    yield scale_pages.first_start(record, folder / "kept-nothing")


def growth(sizes: Sequence[Size]) -> Iterator[Growth]:
    """How each thing grows with the number of forces."""
    for key, name, unit, value in (
        ("alone", "Parsing alone, PyYAML's C loader", "s", lambda s: statistics.median(s.alone)),
        ("first", "First start: read, checked, compiled", "s", lambda s: statistics.median(s.first)),
        ("later", "Start from a snapshot", "s", lambda s: statistics.median(s.later)),
        ("memory", "Memory of a server, all pages seen", "MB", lambda s: s.memory),
        ("rerun", "Rerun, mean of all pages", "ms", lambda s: s.rerun),
        (
            "search", "Search, middle of ten queries", "ms",
            lambda s: statistics.median(s.queries.values()),
        ),
    ):  # fmt: skip
        points = [(float(size.forces), value(size)) for size in sizes]
        yield Growth(f"scale.{key}", name, unit, points)
