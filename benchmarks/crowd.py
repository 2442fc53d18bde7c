"""The crowd: how many runs one process carries, how long readers wait, what a session takes."""

from __future__ import annotations

import asyncio
import statistics
from collections.abc import Iterator, Sequence

from benchmarks.readers import STEPS, Tally, crowd, steps
from benchmarks.rows import Row
from benchmarks.servers import Server, dashboard, stock_dashboard
from benchmarks.session_client import Session

SAME = "same pages, stock settings"
AT_ONCE = 20
"""Readers who act without pause: more than the server can draw for at a time."""
THINK = 5.0


def measure(quick: bool) -> Iterator[Row]:
    """Rows about many readers on one process, and on two."""
    rounds, seconds = (1, 5) if quick else (3, 8)
    with dashboard() as ours, stock_dashboard() as stock:
        for server in (ours, stock):
            crowd([server], 5, 2)
        yield from throughput(ours, stock, rounds, seconds)
        yield from waiting(ours, quick)
    with dashboard() as one, dashboard() as other:
        for server in (one, other):
            crowd([server], 5, 2)
        yield two(one, other, rounds, seconds)
    with dashboard() as fresh:
        yield memory(fresh, further=20 if quick else 100)


def throughput(ours: Server, stock: Server, rounds: int, seconds: float) -> Iterator[Row]:
    """Runs in a second with readers who never pause, and the processor time of each."""
    found: dict[str, list[Tally]] = {"ours": [], "stock": []}
    for _ in range(rounds):
        found["ours"].append(crowd([ours], AT_ONCE, seconds))
        found["stock"].append(crowd([stock], AT_ONCE, seconds))
    for tallies in found.values():
        without_fault(tallies)
    own, against = (statistics.median(t.per_second for t in found[w]) for w in found)
    busy = sum(t.own_cpu for t in found["ours"]) / sum(t.elapsed for t in found["ours"])
    yield Row(
        "crowd.reruns", "Reruns a second, one process, 20 readers without pause", "/s",
        own, against, SAME, goal=6, at_least=True,
        note=f"The client beside it took {busy:.0%} of a core.",
    )  # fmt: skip
    own, against = (
        1000 * sum(t.server_cpu for t in found[w]) / sum(len(t.seconds) for t in found[w])
        for w in found
    )
    yield Row(
        "crowd.cpu", "Server CPU of a rerun, mean over the mix of pages", "ms", own, against, SAME
    )


def two(one: Server, other: Server, rounds: int, seconds: float) -> Row:
    """Runs in a second of two processes, each with its own readers."""
    alone, together = [], []
    for _ in range(rounds):
        alone.append(crowd([one], AT_ONCE, seconds))
        together.append(crowd([one, other], AT_ONCE, seconds))
    without_fault([*alone, *together])
    return Row(
        "crowd.two", "Reruns a second, two processes on the same two cores", "/s",
        *(statistics.median(t.per_second for t in tallies) for tallies in (together, alone)),
        "one process", note="The client, which runs beside them, has its part of both cores.",
    )  # fmt: skip


def waiting(server: Server, quick: bool) -> Iterator[Row]:
    """How long one reader among a hundred waits, beside a reader alone."""
    alone = crowd([server], 1, 6 if quick else 30, think=0.1)
    many = crowd([server], 100, 15 if quick else 60, THINK)
    without_fault([alone])
    yield Row(
        "crowd.p95", "p95 of a rerun, 100 sessions each acting every 5 s", "ms",
        p95(many.seconds), p95(alone.seconds), "one session alone", goal=3,
        note=f"p50 {1000 * statistics.median(many.seconds):.0f} ms, alone "
        f"{1000 * statistics.median(alone.seconds):.0f} ms; {many.per_second:.0f} reruns a second.",
    )  # fmt: skip
    yield Row(
        "crowd.dropped", "Of these sessions, dropped or shown a fault", "", len(many.faults), goal=0,
        note="; ".join(sorted(set(many.faults)))[:300],
    )  # fmt: skip


def memory(server: Server, further: int) -> Row:
    """Memory that a session takes which has gone through the whole mix and stays open.

    The first twenty are not counted: what all readers share is made for them.
    """
    held: list[int] = []

    async def come_and_stay() -> None:
        stayed = []
        for number in range(20 + further):
            if number == 20:
                held.append(server.memory_kb())
            session = await Session.opened(server.address)
            stayed.append(session)
            runs = steps(session, number)
            for _ in range(STEPS):
                await anext(runs)
        held.append(server.memory_kb())
        for session in stayed:
            await session.close()

    asyncio.run(come_and_stay())
    return Row(
        "crowd.memory", "Memory of a further session, five pages seen", "kB",
        (held[1] - held[0]) / further, goal=400,
        note=f"The process holds {held[0] / 1024:.0f} MB with 20 sessions.",
    )  # fmt: skip


def p95(seconds: Sequence[float]) -> float:
    """The 95th percentile, in milliseconds."""
    return 1000 * statistics.quantiles(seconds, n=20, method="inclusive")[-1]


def without_fault(tallies: Sequence[Tally]) -> None:
    """A measurement in which a page came out wrong measures nothing."""
    faults = [fault for tally in tallies for fault in tally.faults]
    if faults:
        raise RuntimeError(f"{len(faults)} sessions met a fault, such as: {faults[0]}")
