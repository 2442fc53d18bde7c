"""A storm: data edited, spoilt and mended, snapshots damaged, servers killed, while readers read on.

`python -m benchmarks.storm --minutes 3 --seed 9` tells how many edits, kills and pages there were, and
every page that was wrong. A page is wrong if it holds two editions, or one older than its reader has
seen before, or none without saying so, or if it could not be drawn.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random
from time import monotonic

from benchmarks.servers import ROOT, unused_port
from benchmarks.storm_data import Files
from benchmarks.storm_readers import PATIENCE, Outcome, Reader, fetched

SEEN = ("editions", "faults of files", "kills", "pages of the dashboard", "documents")


class Server:
    """A server of the dashboard that can be killed and begins anew at the same address."""

    def __init__(self, data: Path, folder: Path, number: int) -> None:
        self.port = unused_port()
        self.address = f"http://localhost:{self.port}"
        self.log = folder / f"server-{number}.log"
        self._environment = os.environ | {
            "INSPECTION_DATA": str(data),
            "INSPECTION_SNAPSHOTS": str(folder / "snapshots"),
        }
        self.start()

    def start(self) -> None:
        command = [sys.executable, "-m", "streamlit", "run", "dashboard.py"]
        port = ["--server.port", str(self.port)]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [*command, *port], cwd=ROOT, env=self._environment, stdout=log, stderr=log
            )

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


class Storm:
    """Servers, readers and what befalls them, for some seconds."""

    def __init__(self, folder: Path, seed: int, servers: int, calm: float) -> None:
        self.calm = calm
        self.random = Random(seed)
        self.files = Files(folder, Random(seed))
        self.snapshots = folder / "snapshots"
        self.servers = [Server(self.files.link, folder, n) for n in range(servers)]
        self.outcome = Outcome()

    async def rage(self, seconds: float) -> Outcome:
        """Let it storm, until everything in SEEN has happened; then every server has to come to rest."""
        end = monotonic() + seconds + PATIENCE
        readers = []
        for server in self.servers:
            a, b, c, d = (self._reader(server) for _ in range(4))
            readers += [a.read_pages(), b.read_pages(), c.read_pages(), d.read_documents()]
        work = asyncio.gather(*readers, self._edit(), self._kill(), self._damage())
        try:
            await asyncio.sleep(seconds)
            while not all(self.outcome.counts[what] for what in SEEN) and monotonic() < end:
                await asyncio.sleep(0.1)
            self.outcome.is_over = True
            await work
            self.files.mend()
            await asyncio.gather(*map(self._comes_to_rest, self.servers))
        finally:
            for server in self.servers:
                server.kill()
        self._read_logs()
        return self.outcome

    def _reader(self, server: Server) -> Reader:
        return Reader(server.address, self.files, self.outcome, Random(self.random.random()))

    async def _edit(self) -> None:
        while not self.outcome.is_over:
            for _ in range(self.random.randrange(3)):
                self.files.spoil()
                self.outcome.counts["faults of files"] += 1
                await asyncio.sleep(self.random.random() / 2)
                self.files.mend()
            self.files.write_next()
            self.outcome.counts["editions"] += 1
            await asyncio.sleep(self.random.random())

    async def _kill(self) -> None:
        """Kill a server and start it anew: now and then while it starts, mostly while it is read."""
        while not self.outcome.is_over:
            server = self.random.choice(self.servers)
            if self.random.random() < 0.7:
                await self._is_read(server)
            await asyncio.sleep(self.calm * self.random.random())
            server.kill()
            server.start()
            self.outcome.counts["kills"] += 1

    async def _is_read(self, server: Server) -> None:
        """Wait until somebody can read on a server."""
        while not self.outcome.is_over:
            with contextlib.suppress(OSError):
                if (await asyncio.to_thread(fetched, f"{server.address}/ready"))[0] == 200:
                    return
            await asyncio.sleep(0.1)

    async def _damage(self) -> None:
        while not self.outcome.is_over:
            await asyncio.sleep(self.random.random())
            with contextlib.suppress(OSError, ValueError):
                file = max(self.snapshots.glob("*.snapshot"), key=lambda s: s.stat().st_mtime)
                content = bytearray(file.read_bytes() or b" ")
                content[self.random.randrange(len(content))] ^= 1
                file.write_bytes(content[: self.random.choice((len(content), 1000, 0))])
                self.outcome.counts["snapshots damaged"] += 1

    async def _comes_to_rest(self, server: Server) -> None:
        """A server has to be ready with the newest edition, and to say of nothing that it is broken."""
        wanted = (200, f"ready\ndata version 9.{self.files.newest}.0\n")
        end = monotonic() + PATIENCE
        found: tuple[int, str] | None = None
        while found != wanted and monotonic() < end:
            with contextlib.suppress(OSError):
                found = await asyncio.to_thread(fetched, f"{server.address}/ready")
            await asyncio.sleep(0.05)
        if found != wanted:
            self.outcome.wrong.append(f"At the end /ready says {found}, not {wanted}.")

    def _read_logs(self) -> None:
        log = "".join(server.log.read_text() for server in self.servers)
        self.outcome.counts["damaged snapshots found"] = log.count("The snapshot was damaged")
        if "Traceback" in log:
            at = log.index("Traceback")
            self.outcome.wrong.append(f"A traceback in the log: {log[at : at + 2000]}")
        found, made = (
            self.outcome.counts[f] for f in ("damaged snapshots found", "snapshots damaged")
        )
        if found > made * len(self.servers):
            self.outcome.wrong.append("More snapshots were found damaged than were damaged here.")


def storm(seconds: float, seed: int, servers: int, calm: float = 8) -> Outcome:
    """What came of a storm of so many seconds, with at most `calm` of them between two kills."""
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(Storm(Path(folder), seed, servers, calm).rage(seconds))


def main() -> int:
    """Raise a storm and tell what came of it; status 1 where any page was wrong."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.storm", description=__doc__)
    parser.add_argument("--minutes", type=float, default=3)
    parser.add_argument("--seed", type=int, default=9)
    parser.add_argument("--servers", type=int, default=2)
    given = parser.parse_args()
    outcome = storm(given.minutes * 60, given.seed, given.servers)
    print(outcome)
    return 1 if outcome.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
