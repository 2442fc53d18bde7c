"""Readers before nginx with the shipped configuration and two real processes, one of which dies.

What nginx itself does is tested before stand-ins, in tests/deploy/test_nginx.py.
"""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from time import monotonic
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import START_SECONDS, Server, serving, unused_port
from tests.deploy.drawn import headings
from tests.deploy.front import COOKIE, Front, answered_by, cookie, fronted

READERS = [f"{number:02x}" for number in range(0, 256, 4)]


@dataclass
class Deployment:
    """nginx, and the two processes behind it by their addresses."""

    front: Front
    processes: dict[str, Server]

    @property
    def server(self) -> Server:
        """What a reader opens."""
        return Server(
            self.front.address, next(iter(self.processes.values())).process, self.front.log
        )

    def asked(self, reader: str) -> tuple[int, str]:
        """The status that the reader who has this cookie gets, and what nginx noted of it."""
        before = len(re.findall(" /ready ", self.front.log.read_text()))
        status = self.front.ask("/ready", reader=reader).status
        return status, self.front.noted("/ready", before + 1)[-1]

    def process_of(self, reader: str) -> str:
        """The address of the process that answers the reader who has this cookie."""
        status, line = self.asked(reader)
        assert status == 200, line
        return answered_by(line)


@pytest.fixture(scope="module")
def deployment(tmp_path_factory) -> Iterator[Deployment]:
    folder = tmp_path_factory.mktemp("deployment")
    with contextlib.ExitStack() as running:
        processes = {}
        for number in (1, 2):
            port = unused_port()
            process = running.enter_context(serving(folder / f"{number}.log", port=port))
            processes[f"127.0.0.1:{port}"] = process
        front = running.enter_context(fronted(folder, [*processes], unused_port()))
        yield Deployment(front, processes)


def reader_in(page):
    """The number by which nginx tells the reader in a window apart."""
    return next(c["value"] for c in page.context.cookies() if c["name"] == COOKIE)


def taken_away(page):
    """Take the whole record away; the path it was fetched from."""
    with page.expect_download() as started:
        page.get_by_role("button", name="Whole record as JSON").click()
    assert started.value.path().stat().st_size > 100_000
    return urlsplit(started.value.url).path


def test_a_readers_files_arrive_compressed_are_kept_for_the_next_and_no_other_cookie_is_set(
    deployment, visitor
):
    arrived = []
    visitor.page.on("response", lambda response: arrived.append(response))
    page = visitor.open(deployment.server, "/history")
    scripts = [r for r in arrived if re.search(r"/(static|assets)/.*\.js$", r.url)]
    assert len(scripts) > 5
    packed = {r.url: r.all_headers().get("content-encoding") for r in scripts}
    assert {url: how for url, how in packed.items() if how not in ("gzip", "br")} == {}
    assert [cookie["name"] for cookie in page.context.cookies()] == [COOKIE]
    path = urlsplit(scripts[0].url).path
    asked = {"Accept-Encoding": scripts[0].request.all_headers()["accept-encoding"]}
    deployment.front.ask(path, asked)
    assert "kept=HIT" in deployment.front.noted(path, 2)[-1]


def test_a_reader_of_a_killed_process_goes_on_with_the_other_and_nobody_sees_an_error(
    deployment, visitor, tmp_path, published_record
):
    page = visitor.open(deployment.server, "/data?table=findings")
    reader = reader_in(page)
    dying = deployment.process_of(reader)
    file = taken_away(page)
    answers = [deployment.front.ask(file, reader=reader).status for _ in range(40)]
    assert answers == [200] * 40
    assert {answered_by(line) for line in deployment.front.noted(file, 41)} == {dying}
    belonged = [other for other in READERS if deployment.process_of(other) == dying]
    assert 4 < len(belonged) < len(READERS)
    belonged = belonged[:4]

    # The one thing a reader could see of it, in the browser's console: the framework's own words.
    visitor.expected = ("warning: WebSocket onclose: code=1006",)
    killed = deployment.processes[dying].process
    with page.expect_websocket():
        os.killpg(killed.pid, signal.SIGKILL)
        killed.wait()
        answers = [deployment.front.ask("/history", reader=reader).status for reader in READERS]
        assert answers == [200] * len(READERS)
    assert deployment.process_of(reader) != dying
    assert [
        headings(deployment.front.address, "data", cookie(another)) for another in belonged
    ] == [["Data"]] * 4
    chosen = page.locator("p.status", has_text="Showing the table findings")
    expect(chosen).to_be_visible()
    page.get_by_role("link", name="History").first.click()
    page.get_by_role("radio", name="Northumbria Police").click()
    shown = f"Showing {len(published_record.inspections_of['northumbria'])} inspections."
    expect(page.locator(".status").filter(has_text=shown)).to_be_visible()

    with serving(tmp_path / "again.log", port=int(dying.rpartition(":")[2])) as again:
        wait_for_the_return(deployment, reader, dying, again.process)
        page.get_by_role("link", name="Data").first.click()
        line = deployment.front.noted(taken_away(page), 1)[-1]
        assert line.split()[3] == "200"
        # Asked of the process that is back, and then of the one that the window is joined to.
        assert f"by={dying}, " in line


def wait_for_the_return(deployment, reader, address, process):
    """Wait until a reader is led to a process again that was left alone while it did not answer.

    The front may ask for patience of who asks so often: no process has answered then.
    """
    end = monotonic() + START_SECONDS
    status, line = deployment.asked(reader)
    while status == 429 or answered_by(line) != address:
        assert status in (200, 429), line
        assert monotonic() < end, f"{reader} is not led to {address}: {line}"
        with contextlib.suppress(subprocess.TimeoutExpired):
            pytest.fail(f"The process ended with {process.wait(timeout=0.05)}.")
        status, line = deployment.asked(reader)
