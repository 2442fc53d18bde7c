"""What a reader waits for in a browser: a first visit, coming back, a step, a choice.

Loads of ours and of the references take turns, so that a busy moment of the machine meets both.
"""

from __future__ import annotations

import contextlib
import statistics
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from playwright.sync_api import Browser

from benchmarks.rows import Row
from benchmarks.servers import dashboard, reference, stock_dashboard
from benchmarks.windows import ANSWER, CHART_DRAWN, HEADING, Load, browser, loaded, took, window

EMPTY = "heading of an empty page"
ONE_CHART = "stock one-chart page"
RADIO, LINK = '[role="radio"]', '[data-testid="stSidebarNavLink"]'
UNMEASURED = 2
"""Loads before those of a return visit: the browser keeps compiled scripts from the second on."""


@dataclass(frozen=True, slots=True)
class Site:
    """A page to load and what shows that its words are there."""

    address: str
    words: str = HEADING
    has_chart: bool = True


@dataclass(frozen=True, slots=True)
class Choosing:
    """A page on which two things are chosen in turn, and where what changes is found."""

    address: str
    controls: str
    """Selects the controls, of which each has one of the names."""
    names: tuple[str, str]
    changes: str


def measure(quick: bool) -> Iterator[Row]:
    """Rows about a reader's browser."""
    with contextlib.ExitStack() as running:
        ours = running.enter_context(dashboard()).address
        stock = running.enter_context(stock_dashboard()).address
        empty, one, two, built = (
            running.enter_context(reference(name)).address
            for name in ("empty", "one_chart", "two_pages", "built_chart")
        )
        sites = {
            "empty": Site(empty, has_chart=False),
            "one": Site(one),
            "ours": Site(ours, ANSWER),
        }
        both = ("Northamptonshire Police", "Northumbria Police")
        choices = {
            "ours": Choosing(f"{ours}/history", RADIO, both, CHART_DRAWN),
            "same": Choosing(f"{stock}/history", RADIO, both, CHART_DRAWN),
            "built": Choosing(built, RADIO, ("First", "Second"), CHART_DRAWN),
        }
        switches = {
            "ours": Choosing(ours, LINK, ("Grades", "Overview"), ANSWER),
            "bare": Choosing(two, LINK, ("Second", "First"), HEADING),
        }
        chromium = running.enter_context(browser())
        yield from first_visit(cold(chromium, sites, rounds=1 if quick else 5))
        yield from return_visit(warm(chromium, sites, rounds=2 if quick else 9))
        yield from a_step(chosen(chromium, switches, rounds=4 if quick else 20))
        yield from a_choice(chosen(chromium, choices, rounds=4 if quick else 30))


def cold(chromium: Browser, sites: Mapping[str, Site], rounds: int) -> dict[str, list[Load]]:
    """Loads by readers who were never there, on a slow line."""
    loads: dict[str, list[Load]] = {name: [] for name in sites}
    for site in sites.values():  # The server's own first visit is not the reader's.
        with window(chromium) as reader:
            loaded(reader, site.address, site.words, site.has_chart, slow=False)
    for _ in range(rounds):
        for name, site in sites.items():
            with window(chromium) as reader:
                loads[name].append(
                    loaded(reader, site.address, site.words, site.has_chart, slow=True)
                )
    return loads


def warm(chromium: Browser, sites: Mapping[str, Site], rounds: int) -> dict[str, list[Load]]:
    """Loads by readers who were there before."""
    loads: dict[str, list[Load]] = {name: [] for name in sites}
    with contextlib.ExitStack() as open_windows:
        readers = {name: open_windows.enter_context(window(chromium)) for name in sites}
        for turn in range(UNMEASURED + rounds):
            for name, site in sites.items():
                load = loaded(readers[name], site.address, site.words, site.has_chart, slow=False)
                if turn >= UNMEASURED:
                    loads[name].append(load)
    return loads


def chosen(chromium: Browser, pages: Mapping[str, Choosing], rounds: int) -> dict[str, list[float]]:
    """How long each choice took, in milliseconds."""
    times: dict[str, list[float]] = {name: [] for name in pages}
    with contextlib.ExitStack() as open_windows:
        shown = {name: open_windows.enter_context(window(chromium)).new_page() for name in pages}
        for name, one in pages.items():
            shown[name].goto(one.address)
            shown[name].wait_for_selector(one.changes, state="attached")
        for turn in range(rounds + UNMEASURED):
            for name, one in pages.items():
                time = took(shown[name], one.controls, one.names[turn % 2], one.changes)
                if turn >= UNMEASURED:
                    times[name].append(time)
    return times


def first_visit(loads: Mapping[str, list[Load]]) -> Iterator[Row]:
    """Rows about a reader who was never there, on 10 Mbit/s and 40 ms."""
    own, one = loads["ours"], loads["one"]
    yield Row(
        "browser.first-words", "First visit: the answer in words", "ms",
        median(own, "words"), median(loads["empty"], "words"), EMPTY, goal=1.2,
    )  # fmt: skip
    yield Row(
        "browser.first-chart", "First visit: the first chart", "ms",
        median(own, "chart"), median(one, "chart"), ONE_CHART, goal=0.45,
        note="0.33 is tried for.",
    )  # fmt: skip
    ours, theirs = ([median(of, kind) / 1000 for kind in ("files", "socket")] for of in (own, one))
    yield Row(
        "browser.first-bytes", "First visit: bytes on the wire", "kB",
        sum(ours), sum(theirs), ONE_CHART, goal=0.3,
        note=f"Files {ours[0]:,.0f} kB and websocket {ours[1]:,.0f} kB; there {theirs[0]:,.0f} kB "
        f"and {theirs[1]:,.0f} kB.",
    )  # fmt: skip


def return_visit(loads: Mapping[str, list[Load]]) -> Iterator[Row]:
    """Rows about a reader who comes back."""
    yield Row(
        "browser.return-words", "Return visit: the answer in words", "ms",
        median(loads["ours"], "words"), median(loads["empty"], "words"), EMPTY, goal=1.15,
    )  # fmt: skip
    yield Row(
        "browser.return-chart", "Return visit: the first chart", "ms",
        median(loads["ours"], "chart"), median(loads["one"], "chart"), ONE_CHART, goal=0.6,
    )  # fmt: skip


def a_step(times: Mapping[str, list[float]]) -> Iterator[Row]:
    """The row about a step from page to page within a session."""
    yield Row(
        "browser.step", "Page to page: the answer in words", "ms",
        statistics.median(times["ours"]), statistics.median(times["bare"]),
        "bare two-page app", goal=1.3,
    )  # fmt: skip


def a_choice(times: Mapping[str, list[float]]) -> Iterator[Row]:
    """Rows about the time from a choice to the chart drawn anew."""
    for key, other, against, goal in (
        ("choice", "same", "same page, stock settings", 0.75),
        ("choice-bare", "built", "bare page that builds its figure", None),
    ):
        yield Row(
            f"browser.{key}", "Choice to redrawn chart, p50", "ms",
            statistics.median(times["ours"]), statistics.median(times[other]), against, goal,
        )  # fmt: skip


def median(loads: list[Load], kind: str) -> float:
    """The median of one mark of several loads."""
    return statistics.median(getattr(load, kind) for load in loads)
