"""Readers in a storm: what they see, and whether it is right."""

from __future__ import annotations

import asyncio
import contextlib
import urllib.error
import urllib.request
from collections import Counter
from dataclasses import dataclass, field
from random import Random

from websockets.exceptions import WebSocketException

from benchmarks.session_client import NotDrawn, Session
from benchmarks.storm_data import MARKS, Files

PAGES = ("", "history", "grades", "recurring", "progress", "briefing", "data", "method", "search")
DOCUMENTS = ("", "inspections/", "data/latest/findings.csv", "data/latest/record.json", "feed.atom")
NONE = "The record cannot be shown"
PATIENCE = 60
"""Seconds within which a server has to answer, and all has to be well when the storm is over."""


@dataclass
class Outcome:
    """What was done and what was seen: counts by name, and every page that was wrong."""

    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    is_over: bool = False

    def __str__(self) -> str:
        counted = ", ".join(f"{count} {name}" for name, count in sorted(self.counts.items()))
        return "\n".join((counted, f"{len(self.wrong)} wrong", *self.wrong[:20]))


class Reader:
    """Somebody who reads on one server, and knows the newest edition they have seen."""

    def __init__(self, address: str, files: Files, outcome: Outcome, random: Random) -> None:
        self.address, self.files, self.outcome, self.random = address, files, outcome, random
        self.seen = 0

    def judge(self, where: str, text: str) -> None:
        """Note a page, and what is wrong with it."""
        marks = {int(mark) for mark in MARKS.findall(text)}
        out = self.outcome
        out.counts["marks on pages"] += len(MARKS.findall(text))
        if not marks and NONE in text:
            out.counts["pages that said there is no record"] += 1
        elif len(marks) != 1:
            out.wrong.append(f"{where}: editions {sorted(marks)} on one page")
        elif not self.seen <= max(marks) <= self.files.newest:
            out.wrong.append(f"{where}: edition {max(marks)} after {self.seen}")
        self.seen = max(marks | {self.seen})

    async def read_pages(self) -> None:
        """Look at one page after another in one session, for as long as it lasts."""
        while not self.outcome.is_over:
            with contextlib.suppress(OSError, WebSocketException):
                session = await Session.opened(self.address)
                self.outcome.counts["sessions"] += 1
                while not self.outcome.is_over:
                    await self._read_page(session, self.random.choice(PAGES))
                await session.close()
            await asyncio.sleep(0.1)

    async def _read_page(self, session: Session, page: str) -> None:
        try:
            async with asyncio.timeout(PATIENCE):
                drawn = await session.visit(page)
        except (NotDrawn, TimeoutError) as error:
            self.outcome.wrong.append(f"/{page}: {error!r}")
            return
        self.outcome.counts["pages of the dashboard"] += 1
        self.judge(f"/{page}", " ".join([*drawn.titles, *drawn.html]))

    async def read_documents(self) -> None:
        """Fetch one document of the published record after another."""
        while not self.outcome.is_over:
            path = f"/record/{self.random.choice(DOCUMENTS)}"
            with contextlib.suppress(OSError):
                status, text = await asyncio.to_thread(fetched, f"{self.address}{path}")
                self.outcome.counts["documents"] += 1
                if status not in (200, 503):
                    self.outcome.wrong.append(f"{path}: status {status}")
                self.judge(path, text)
            await asyncio.sleep(0.05)


def fetched(url: str) -> tuple[int, str]:
    """Status and text of an address."""
    try:
        with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()
