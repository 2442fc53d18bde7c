"""What one rerun costs the server: a reader changes a filter on a page with a chart."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping

from benchmarks.rows import Row
from benchmarks.servers import Server, dashboard, reference, stock_dashboard
from benchmarks.session_client import Session

BLOCK = 40
"""Reruns between two looks at a clock that counts in hundredths of a second."""


def measure(quick: bool) -> Iterator[Row]:
    """Rows about the processor time of a rerun."""
    with dashboard() as ours, stock_dashboard() as stock, reference("constant_chart", True) as bare:
        pages = {"ours": (ours, "history"), "stock": (stock, "history"), "constant": (bare, "")}
        found = asyncio.run(_cpu(pages, rounds=1 if quick else 6))
    for key, other, against, goal in (
        ("cpu", "stock", "same page, stock settings", 0.25),
        ("cpu-bare", "constant", "page with a constant chart, our settings", 1.5),
    ):
        yield Row(
            f"rerun.{key}", "Server CPU of a rerun, a filter changed", "ms",
            found["ours"], found[other], against, goal=goal,
        )  # fmt: skip


async def _cpu(pages: Mapping[str, tuple[Server, str]], rounds: int) -> dict[str, float]:
    """Milliseconds a rerun takes of each server's processor; they take turns."""
    spent = dict.fromkeys(pages, 0.0)
    sessions = {}
    for name, (server, path) in pages.items():
        sessions[name] = await Session.opened(server.address)
        await sessions[name].visit(path)
        for option in range(6):
            await sessions[name].choose("force", option)
    for _ in range(rounds):
        for name, (server, _path) in pages.items():
            before = server.cpu_seconds()
            for option in range(BLOCK):
                await sessions[name].choose("force", option)
            spent[name] += server.cpu_seconds() - before
    for session in sessions.values():
        await session.close()
    return {name: 1000 * seconds / (rounds * BLOCK) for name, seconds in spent.items()}
