"""nginx with the shipped configuration, started for a test in front of whatever it is given.

Only what a person would change is put in: the processes' addresses and the port. Everything nginx
writes stands in the test's own folder.
"""

from __future__ import annotations

import contextlib
import http.client
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

SHIPPED = Path(__file__).parents[2] / "deploy" / "nginx"
COOKIE = "inspection_server"
WAIT_SECONDS = 20


@dataclass(frozen=True)
class Answer:
    """What came back, the headers as often as they were sent."""

    status: int
    headers: list[tuple[str, str]]
    content: bytes

    def all(self, name: str) -> list[str]:
        return [value for found, value in self.headers if found.lower() == name.lower()]


@dataclass(frozen=True)
class Front:
    """nginx on a port, and what it noted of its work."""

    port: int
    log: Path

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}"

    def ask(
        self, path: str, headers: Mapping[str, str] = {}, *, reader: str = "", method: str = "GET"
    ) -> Answer:
        """What one question over a connection of its own is answered, with a reader's cookie."""
        with self.line() as line:
            return line(path, headers, reader=reader, method=method)

    @contextlib.contextmanager
    def line(self, from_address: str = "127.0.0.1") -> Iterator[Callable[..., Answer]]:
        """To ask several questions over one connection."""
        asking = http.client.HTTPConnection(
            "127.0.0.1", self.port, timeout=WAIT_SECONDS, source_address=(from_address, 0)
        )

        def ask(
            path: str, headers: Mapping[str, str] = {}, *, reader: str = "", method: str = "GET"
        ) -> Answer:
            asking.request(method, path, headers={**headers, **cookie(reader)})
            found = asking.getresponse()
            return Answer(found.status, found.getheaders(), found.read())

        with contextlib.closing(asking):
            yield ask

    def noted(self, path: str, count: int) -> list[str]:
        """The last lines noted of a path, once there are so many; they are written after answering."""
        end = time.monotonic() + WAIT_SECONDS
        while time.monotonic() < end:
            lines = [line for line in self.log.read_text().splitlines() if f" {path} " in line]
            if len(lines) >= count:
                return lines[-count:]
        pytest.fail(f"nginx noted {path} fewer than {count} times:\n{self.log.read_text()}")


def nginx() -> str:
    """The system's nginx; ordinary users of Debian do not have its folder on their path."""
    found = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if found is None:
        pytest.fail("No nginx found; `make test` installs it where it can.")
    return found


def configured(
    folder: Path, processes: list[str], port: int, listen: str | None = None
) -> list[str]:
    """The command that starts nginx with the shipped configuration laid out below a folder.

    `listen` is what stands in listen.conf in the place of what is shipped.
    """
    shutil.copytree(SHIPPED, folder / "nginx", dirs_exist_ok=True)
    listen = (folder / "nginx" / "listen.conf").read_text() if listen is None else listen
    (folder / "nginx" / "listen.conf").write_text(listen.replace("8080", f"127.0.0.1:{port}"))
    shipped = (folder / "nginx" / "processes.conf").read_text()
    for name, address in zip(("app-1:8501", "app-2:8501"), processes, strict=True):
        shipped = shipped.replace(name, address)
    (folder / "nginx" / "processes.conf").write_text(shipped)
    (folder / "writes").mkdir(exist_ok=True)
    # Started by root it would work as a user who may not enter the test's folder.
    as_whom = "user root;" if os.geteuid() == 0 else ""
    return [
        nginx(), "-e", "stderr", "-p", str(folder / "writes"), "-g", f"daemon off; {as_whom}",
        "-c", str(folder / "nginx" / "nginx.conf"),
    ]  # fmt: skip


@contextlib.contextmanager
def fronted(
    folder: Path, processes: list[str], port: int, listen: str | None = None
) -> Iterator[Front]:
    """nginx in front of processes, until the block ends."""
    log = folder / "nginx.log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            configured(folder, processes, port, listen), stdout=out, stderr=out
        )
    try:
        wait_until_it_listens(port, process, log)
        yield Front(port, log)
    finally:
        process.terminate()
        process.wait(timeout=WAIT_SECONDS)


def wait_until_it_listens(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    while process.poll() is None:
        with (
            contextlib.suppress(ConnectionRefusedError),
            socket.create_connection(("127.0.0.1", port), timeout=WAIT_SECONDS),
        ):
            return
    pytest.fail(f"nginx ended. It printed:\n{log.read_text()}")


def cookie(reader: str) -> dict[str, str]:
    """The header by which nginx tells a reader apart; none for one who takes no cookie."""
    return {"Cookie": f"{COOKIE}={reader}"} if reader else {}


def answered_by(line: str) -> str:
    """The process that answered, of a line that nginx noted: the last, where several were asked."""
    return line.rpartition("by=")[2].rpartition(", ")[2]
