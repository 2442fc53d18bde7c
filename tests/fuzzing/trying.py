"""Hostile inputs tried one after the other: a fixed few in CI, by the clock with `make fuzz`.

`FUZZ_SECONDS` is how long each target is tried, `FUZZ_SEED` makes other inputs, `FUZZ_FIGURES` is
the file that takes what was tried. Without them the inputs are the same at every run.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path
from random import Random
from typing import TypeVar

Tried = TypeVar("Tried")
SECONDS = float(os.environ.get("FUZZ_SECONDS", 0))
SEED = os.environ.get("FUZZ_SEED", "issue of hostile input")
SHOWN = 2_000
COUNTED = 2_000_000
COUNTING = 0.07
"""Seconds of the processor to count so far where the bounds in seconds were set."""
BEGINS = "<!-- figures of hostile input begin -->"
ENDS = "<!-- figures of hostile input end -->"


@dataclass
class Figures:
    """What was tried on one target; seconds are those of the processor, memory in megabytes."""

    inputs: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    memory: int = 0

    def add(self, seconds: float, memory: int = 0) -> None:
        self.memory = max(self.memory, memory)
        self.inputs += 1
        self.seconds = round(self.seconds + seconds, 3)
        self.slowest = round(max(self.slowest, seconds), 3)


FIGURES: dict[str, Figures] = {}


def try_all(
    target: str,
    inputs: int,
    make: Callable[[Random], Tried],
    check: Callable[[Tried], None],
    seconds_each: float,
) -> None:
    """Make inputs and check each of them; none may take longer than `seconds_each`, see `slowness`.

    An input that fails is named by its number, from which it is made again, and shown.
    """
    begun = time.monotonic()
    for number in count():
        if number >= inputs and time.monotonic() - begun >= SECONDS:
            break
        tried = make(Random(f"{SEED}/{target}/{number}"))
        before = time.process_time()
        try:
            check(tried)
            spent = time.process_time() - before
            # Counting takes longer than most inputs, so it is done for one that may be too slow.
            is_soon = spent < seconds_each or spent < seconds_each * slowness()
            assert is_soon, f"took {spent:.2f} s"
        except BaseException as error:
            error.add_note(f"{target}, input {number}: {tried!r:.{SHOWN}}")
            raise
        FIGURES.setdefault(target, Figures()).add(spent)


def slowness() -> float:
    """How many times as long this machine takes now as one where the bounds were set; at least 1."""
    before = time.process_time()
    assert sum(number % 2 for number in range(COUNTED)) == COUNTED // 2
    return max(1.0, (time.process_time() - before) / COUNTING)


def write(file: Path) -> None:
    """Write down what this run has tried."""
    run = {"seed": SEED, "seconds for each target": SECONDS}
    targets = {target: asdict(figures) for target, figures in sorted(FIGURES.items())}
    file.write_text(json.dumps({"run": run, "targets": targets}, indent=2) + "\n", "utf-8")


def table(file: Path) -> str:
    """What a run has tried as a table in Markdown, its last row the sum."""
    targets = json.loads(file.read_text("utf-8"))["targets"]
    rows = [
        f"| {name} | {made['inputs']:,} | {made['seconds']:,.0f} | {made['slowest']:.2f} |"
        for name, made in targets.items()
    ]
    inputs, seconds = (sum(made[key] for made in targets.values()) for key in ("inputs", "seconds"))
    slowest = max(made["slowest"] for made in targets.values())
    head = [
        "| what was tried | inputs | processor seconds | slowest input, s |",
        "|---|--:|--:|--:|",
    ]
    return "\n".join([*head, *rows, f"| all | {inputs:,} | {seconds:,.0f} | {slowest:.2f} |"])


def renewed(document: str, file: Path) -> str:
    """A document with the table between its marks written anew."""
    before, _, rest = document.partition(BEGINS)
    return f"{before}{BEGINS}\n{table(file)}\n{ENDS}{rest.partition(ENDS)[2]}"


if __name__ == "__main__":
    figures, document = map(Path, sys.argv[1:])
    document.write_text(renewed(document.read_text("utf-8"), figures), "utf-8")
