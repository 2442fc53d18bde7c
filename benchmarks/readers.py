"""Readers without browsers: they go through pages, choose in each, and look at what comes.

Each goes through the same mix of pages beginning with another, so that pages come as they would
from a crowd, and not one page over and over.
"""

from __future__ import annotations

import asyncio
import itertools
import random
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from time import monotonic, process_time

from websockets.exceptions import WebSocketException

from benchmarks.servers import Server
from benchmarks.session_client import Drawn, NotDrawn, Session


@dataclass(frozen=True, slots=True)
class Look:
    """A page that a reader goes to, and what is chosen there, one after the other."""

    path: str
    title: str
    choices: Sequence[tuple[str, str | int]]
    """The key of a control, and an option by its words or by where it stands."""


MIX = (
    Look("", "Overview", [("force", 1), ("force", 2)]),
    Look("history", "History", [("programme", 0), ("context", "yes"), ("force", 1)]),
    Look("grades", "Grades", [("force", 2), ("programme", 1)]),
    Look("recurring", "Recurring issues", [("themes", 1), ("force", 1)]),
    Look("progress", "Progress", [("kind", 0), ("force", 2)]),
)
STEPS = sum(1 + len(look.choices) for look in MIX)


@dataclass
class Tally:
    """What a number of readers met in one go."""

    sessions: int
    seconds: list[float] = field(default_factory=list)
    """How long each run took, as its reader saw it."""
    faults: list[str] = field(default_factory=list)
    """What went wrong, one entry for each reader whom it ended for."""
    elapsed: float = 0.0
    server_cpu: float = 0.0
    own_cpu: float = 0.0

    @property
    def per_second(self) -> float:
        """Runs in a second."""
        return len(self.seconds) / self.elapsed


def sound(drawn: Drawn, title: str) -> Drawn:
    """A page that came out right: its title alone, and the foot that stands under every page."""
    if drawn.titles != [title] or not any('class="foot"' in html for html in drawn.html):
        raise NotDrawn(f"Asked for {title}, got {drawn.titles} in {len(drawn.html)} pieces.")
    return drawn


async def steps(session: Session, start: int) -> AsyncIterator[Drawn]:
    """Runs without end, beginning with the page where this reader begins."""
    for look in itertools.islice(itertools.cycle(MIX), start % len(MIX), None):
        yield sound(await session.visit(look.path), look.title)
        for key, option in look.choices:
            yield sound(await session.choose(key, option), look.title)


async def _reader(address: str, number: int, until: float, think: float, tally: Tally) -> None:
    chance = random.Random(number)
    await asyncio.sleep(chance.uniform(0, think))
    try:
        session = await Session.opened(address)
        runs = steps(session, number)
        await anext(runs)  # A visit, and no rerun.
        while monotonic() + (pause := chance.uniform(0.5, 1.5) * think) < until:
            await asyncio.sleep(pause)
            tally.seconds.append((await anext(runs)).seconds)
        await session.close()
    except (NotDrawn, OSError, WebSocketException) as fault:
        tally.faults.append(f"{type(fault).__name__}: {fault}")


def crowd(servers: Sequence[Server], sessions: int, seconds: float, think: float = 0) -> Tally:
    """What so many readers meet who each act about every `think` seconds for so long.

    Of several servers each has its share of the readers, and keeps them.
    """
    tally = Tally(sessions)

    async def all_of_them() -> None:
        until = monotonic() + seconds
        together = (
            _reader(servers[number % len(servers)].address, number, until, think, tally)
            for number in range(sessions)
        )
        await asyncio.gather(*together)

    def spent() -> float:
        return sum(server.cpu_seconds() for server in servers)

    began, cpu, own = monotonic(), spent(), process_time()
    asyncio.run(all_of_them())
    tally.elapsed = monotonic() - began
    tally.server_cpu = spent() - cpu
    tally.own_cpu = process_time() - own
    return tally
