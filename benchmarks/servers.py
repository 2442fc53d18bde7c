"""Servers in processes of their own, for the time of a measurement."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

ROOT = Path(__file__).resolve().parent.parent
REFERENCES = Path(__file__).with_name("references")
START_SECONDS = 60
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Server:
    """A server that answers at `address`."""

    address: str
    process: int

    def cpu_seconds(self) -> float:
        """Processor time it has taken since it began; Linux counts it in hundredths."""
        fields = Path(f"/proc/{self.process}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def memory_kb(self) -> int:
        """Memory that it holds and shares with no other process, in kB."""
        lines = Path(f"/proc/{self.process}/smaps_rollup").read_text().splitlines()
        return sum(int(line.split()[1]) for line in lines if line.startswith("Private_"))


@contextlib.contextmanager
def dashboard(*options: str) -> Iterator[Server]:
    """The dashboard as it is served."""
    with serving(ROOT / "dashboard.py", ROOT, *options) as server:
        yield server


@contextlib.contextmanager
def stock_dashboard() -> Iterator[Server]:
    """The same pages under the framework's own settings."""
    script = REFERENCES / "stock_dashboard.py"
    with serving(script, ROOT, "--runner.postScriptGC", "true") as server:
        yield server


@contextlib.contextmanager
def reference(name: str, our_settings: bool = False) -> Iterator[Server]:
    """A reference app, as the framework comes or with the settings of the dashboard."""
    folder = ROOT if our_settings else REFERENCES
    with serving(REFERENCES / f"{name}.py", folder) as server:
        yield server


@contextlib.contextmanager
def serving(script: Path, folder: Path, *options: str) -> Iterator[Server]:
    """A server of a script, started in a folder whose settings it takes, until the block ends."""
    port = unused_port()
    command = [
        sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port),
        "--server.headless", "true", "--browser.gatherUsageStats", "false", *options,
    ]  # fmt: skip
    kept = {k: v for k, v in os.environ.items() if not k.startswith("STREAMLIT_")}
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            command, cwd=folder, env=kept | {"PYTHONPATH": str(ROOT)}, stdout=log, stderr=log
        )
        try:
            server = Server(f"http://localhost:{port}", process.pid)
            if not _is_healthy(server, process):
                log.seek(0)
                raise RuntimeError(f"{script.name} did not start:\n{log.read().decode()}")
            yield server
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(timeout=5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _is_healthy(server: Server, process: subprocess.Popen[bytes]) -> bool:
    end = monotonic() + START_SECONDS
    while monotonic() < end and process.poll() is None:
        with (
            contextlib.suppress(urllib.error.URLError, ConnectionError, TimeoutError),
            urllib.request.urlopen(f"{server.address}/_stcore/health", timeout=5),
        ):
            return True
        sleep(0.05)
    return False


def unused_port() -> int:
    """A port that nothing listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
