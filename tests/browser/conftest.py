"""Chromium against servers started for the tests: what no test without a browser can see.

`fresh_server` starts a server that nobody has visited; `shared_server` serves a whole run. Both are
waited for by their health, never by the clock. `visit` opens an address and waits until the frame
is drawn and the script has come to rest; a test that ends with errors in the browser's console, in
which the dashboard asked anything of another host, or in which the browser refused something by the
server's policy, fails. The policy is listened to because the browser does not report as a request
what it refuses a script to ask for.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect, sync_playwright

ROOT = Path(__file__).parents[2]
CHROMIUM = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
START_SECONDS = 60
WAIT_MS = 20_000
REFUSED_AND_DONE_WITHOUT = "script-src wasm-eval"
"""The framework counts large numbers in WebAssembly where it may, and in JavaScript where not."""
TELL_REFUSALS = """
addEventListener("securitypolicyviolation", (event) =>
  tellRefusal(`${event.effectiveDirective} ${event.blockedURI}`))
"""
WIDE = ViewportSize(width=1280, height=900)
NARROW = ViewportSize(width=390, height=844)

expect.set_options(timeout=WAIT_MS)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder is a browser test."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


@dataclass
class Server:
    """A server of the dashboard in a process of its own."""

    address: str
    process: subprocess.Popen[bytes]
    log: Path


StartServer = Callable[..., Server]


@contextlib.contextmanager
def serving(
    log: Path,
    command: Sequence[str] = (),
    data: Path | None = None,
    port: int | None = None,
    base_path: str = "",
) -> Iterator[Server]:
    """A server started by `command`, or as readers of the README start it, until the block ends.

    `base_path` is where on its host a server of ours is to stand: `/inspections`.
    """
    port = port or unused_port()
    started = list(command) or [
        sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.port", str(port),
        *(["--server.baseUrlPath", base_path] if base_path else []),
    ]  # fmt: skip
    with log.open("wb") as out:
        process = subprocess.Popen(
            started, cwd=ROOT, env=environment(data), stdout=out, stderr=out, start_new_session=True
        )
    try:
        server = Server(f"http://localhost:{port}{base_path}", process, log)
        wait_until_healthy(server)
        yield server
    finally:
        stop(process)


def unused_port() -> int:
    """A port that nothing listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def environment(data: Path | None) -> Mapping[str, str]:
    """What a person's shell would hand on: nothing of pytest's or make's."""
    kept = {
        k: v for k, v in os.environ.items() if not k.startswith(("MAKE", "STREAMLIT_", "MFLAGS"))
    }
    kept.pop("INSPECTION_DATA", None)
    return {**kept, "INSPECTION_DATA": str(data)} if data else kept


def wait_until_healthy(server: Server) -> None:
    """Wait until the server answers for itself; say what it printed where it does not."""
    end = monotonic() + START_SECONDS
    while monotonic() < end:
        with (
            contextlib.suppress(urllib.error.URLError, ConnectionError, TimeoutError),
            urllib.request.urlopen(f"{server.address}/_stcore/health", timeout=5),
        ):
            return
        with contextlib.suppress(subprocess.TimeoutExpired):
            server.process.wait(timeout=0.05)
            break
    pytest.fail(f"The server did not become healthy. It printed:\n{server.log.read_text()}")


def is_installed() -> bool:
    """Whether `make run` can serve at once; without .venv/.run-ready it installs everything first."""
    ask = ["make", "--question", ".venv/.run-ready"]
    return (
        bool(shutil.which("make"))
        and not subprocess.run(ask, cwd=ROOT, env=environment(None), capture_output=True).returncode
    )


needs_make_run = pytest.mark.skipif(
    not is_installed(),
    reason="`make run` would install first: .venv/.run-ready is missing or old (`make test` renews it)",
)


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a server with all it started."""
    for ending in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, ending)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=10)
            return


@pytest.fixture
def start_server(tmp_path: Path) -> Iterator[StartServer]:
    """Start a server on other data or by another command."""
    with contextlib.ExitStack() as running:

        def start(**how: object) -> Server:
            return running.enter_context(serving(tmp_path / "server.log", **how))  # type: ignore[arg-type]

        yield start


@pytest.fixture
def free_port() -> int:
    """A port for a server whose command names it."""
    return unused_port()


@pytest.fixture
def fresh_server(start_server: StartServer) -> Server:
    """A server that nobody has visited yet."""
    return start_server()


@pytest.fixture(scope="session")
def shared_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all tests that do not ask for a fresh one."""
    with serving(tmp_path_factory.mktemp("server") / "server.log") as server:
        yield server


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's own Chromium or Chrome."""
    found = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if found is None:
        pytest.fail("No Chromium found; `make test` installs it where it can.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=QUIET)
        yield browser
        browser.close()


@dataclass
class Visitor:
    """A reader's window, and what went wrong in it."""

    page: Page
    host: str = ""
    console: list[str] = field(default_factory=list)
    expected: tuple[str, ...] = ()
    """How lines in the console begin that are no fault: of what the test itself has broken."""
    elsewhere: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    def watch(self) -> None:
        """Note whatever goes wrong from here on, in this window and in those it opens."""
        window, page = self.page.context, self.page
        window.on("console", lambda message: self._hear(message.type, message.text))
        window.on("weberror", lambda problem: self._hear("error", str(problem.error)))
        window.on("request", lambda request: self._see(request.url))
        page.on("websocket", lambda socket: self._see(socket.url))
        window.expose_binding("tellRefusal", lambda _, words: self.refused.append(words))
        window.add_init_script(TELL_REFUSALS)

    def _hear(self, kind: str, text: str) -> None:
        line = f"{kind}: {text}"
        if kind in ("error", "warning") and not line.startswith(self.expected):
            self.console.append(line)

    def _see(self, url: str) -> None:
        asked = urlsplit(url)
        is_asked_of_a_host = asked.scheme in ("http", "https", "ws", "wss")
        if is_asked_of_a_host and asked.netloc != urlsplit(self.host).netloc:
            self.elsewhere.append(url)

    def open(self, server: Server, path: str = "/") -> Page:
        """Go to an address of a server and wait until the frame and the page are drawn."""
        self.host = server.address
        self.page.goto(f"{server.address}{path}")
        settled(self.page)
        return self.page


def settled(page: Page) -> None:
    """Wait until the frame is there and the script has come to rest."""
    expect(page.locator("footer.foot")).to_have_count(1)  # for a moment there is that of two pages
    expect(page.locator("footer.foot")).to_be_visible()
    expect(
        page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]')
    ).to_be_visible()


def choose_mark(mark: Locator) -> None:
    """Choose a mark of a chart with the pointer, once the chart it belongs to has been drawn."""
    expect(mark.locator("xpath=ancestor::div[@data-drawn]")).to_be_visible()
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box is not None
    mark.page.mouse.click(box["x"] + min(box["width"] / 2, 20), box["y"] + box["height"] / 2)


@pytest.fixture
def viewport() -> ViewportSize:
    """The size of the window; a test file may say otherwise."""
    return WIDE


@pytest.fixture
def visitor(chromium: Browser, viewport: ViewportSize) -> Iterator[Visitor]:
    """A new reader. The test fails where the console or the network shows a fault."""
    context = chromium.new_context(viewport=viewport, locale="en-GB")
    context.set_default_timeout(WAIT_MS)
    visitor = Visitor(context.new_page())
    visitor.watch()
    yield visitor
    context.close()
    assert visitor.console == []
    assert visitor.elsewhere == []
    assert set(visitor.refused) <= {REFUSED_AND_DONE_WITHOUT}
