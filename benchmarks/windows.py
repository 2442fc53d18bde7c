"""Windows of a real browser, and the clock in them: when words and charts stood on a page."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from time import monotonic

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "chromium-headless-shell")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SLOW_LINE = {
    "offline": False,
    "latency": 40,
    "downloadThroughput": 10e6 / 8,
    "uploadThroughput": 10e6 / 8,
}
"""10 Mbit/s and 40 ms, as the developer tools slow a line."""
HEADING = '[data-testid="stApp"] h1'
ANSWER = '[data-testid="stApp"] .answer p'
CHART = ".js-plotly-plot .main-svg .trace path"
CHART_DRAWN = ".js-plotly-plot:has(.main-svg .trace path) .main-svg"
LONGEST_SECONDS = 60
# Notes the first frame in which there are words, and that in which there is a chart.
MARKING = """
(() => {
  if (window !== top) return;
  const marks = (window.marks = {});
  const look = () => {
    const words = document.querySelector(%(words)r);
    if (!marks.words && words?.textContent.trim()) marks.words = performance.now();
    if (!marks.chart && document.querySelector(%(chart)r)) marks.chart = performance.now();
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})();
"""
# Takes the time from letting go of the pointer to the first frame in which what `selector` finds
# is there and is another than before.
TIMING = """
(selector) => {
  const read = () => document.querySelector(selector)?.innerHTML;
  const before = read();
  window.took = null;
  const start = () => {
    const began = performance.now();
    const look = () => {
      const now = read();
      if (now && now !== before) window.took = performance.now() - began;
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  };
  addEventListener("pointerup", start, { once: true, capture: true });
}
"""
AT_REST = '[data-testid="stApp"][data-test-script-state="notRunning"]'


@dataclass
class Load:
    """One load of a page: milliseconds since it was asked for, and bytes on the wire."""

    words: float = 0.0
    chart: float = 0.0
    files: int = 0
    socket: int = 0


@contextlib.contextmanager
def browser() -> Iterator[Browser]:
    """The system's own Chromium or Chrome."""
    found = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if found is None:
        raise RuntimeError("The measures in a browser need Chromium: apt-get install chromium.")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=found, args=QUIET)
        yield running
        running.close()


def window(running: Browser) -> BrowserContext:
    """A new reader's window, with nothing in its cache."""
    return running.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")


def loaded(reader: BrowserContext, address: str, words: str, chart: bool, slow: bool) -> Load:
    """Load a page and wait for its words, and for its chart where it has one."""
    page = reader.new_page()
    load = Load()
    line = reader.new_cdp_session(page)
    line.send("Network.enable")
    if slow:
        line.send("Network.emulateNetworkConditions", SLOW_LINE)

    def count_file(event: dict) -> None:
        load.files += event["encodedDataLength"]

    def count_frame(event: dict) -> None:
        load.socket += len(event["response"]["payloadData"]) * 3 // 4

    line.on("Network.loadingFinished", count_file)
    line.on("Network.webSocketFrameReceived", count_frame)
    page.add_init_script(MARKING % {"words": words, "chart": CHART})
    page.goto(address, wait_until="commit")
    marks = _when(page, lambda: page.evaluate("() => window.marks"), ["words"] + ["chart"] * chart)
    page.wait_for_selector(AT_REST)
    page.wait_for_timeout(300)
    load.words, load.chart = marks["words"], marks.get("chart", 0.0)
    page.close()
    return load


def _when(page: Page, marks: Callable[[], dict | None], wanted: list[str]) -> dict:
    # Not wait_for_function: the dashboard's policy lets no text be run as a script.
    end = monotonic() + LONGEST_SECONDS
    while not (found := marks() or {}).keys() >= set(wanted):
        if monotonic() > end:
            raise RuntimeError(f"{page.url} showed only {sorted(found)} of {wanted}.")
        page.wait_for_timeout(50)
    return found


def took(page: Page, controls: str, name: str, selector: str) -> float:
    """Milliseconds from a click on a control to another thing standing where `selector` finds it."""
    page.evaluate(TIMING, selector)
    page.locator(controls).filter(has_text=name).click()
    timed = _when(
        page, lambda: {"took": t} if (t := page.evaluate("() => window.took")) else {}, ["took"]
    )
    page.wait_for_selector(AT_REST)
    page.wait_for_timeout(150)
    return timed["took"]
