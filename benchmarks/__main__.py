"""Measure the dashboard beside its references: `make bench`, `python -m benchmarks --only crowd`.

Prints each ratio beside its goal, keeps it in docs/benchmarks.json, and writes the figures of
docs/performance.md from there. All of it takes a quarter of an hour on a machine that does nothing
else; `--quick` takes three minutes, to see that everything can be measured, and keeps nothing.
"""

from __future__ import annotations

import argparse
import sys
from importlib import import_module

from benchmarks import report
from benchmarks.rows import PARTS, Found, Row, table


def main() -> None:
    """Run the parts asked for."""
    asked = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    asked.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, metavar="PART")
    asked.add_argument("--quick", action="store_true", help="a short run that keeps nothing")
    asked.add_argument(
        "--write-docs", action="store_true", help="write the document, measure nothing"
    )
    options = asked.parse_args()
    if options.write_docs:
        report.write_document()
        return
    rows = [row for part in options.only for row in measured(part, options.quick)]
    print(f"\n{table(rows)}")
    if not options.quick:
        report.write_document()


def measured(part: str, quick: bool) -> list[Row]:
    """The rows of one part, told as they come and kept when it is done."""
    found: list[Found] = []
    for one in import_module(f"benchmarks.{part}").measure(quick):
        found.append(one)
        print(f"{part}: {one.name}", file=sys.stderr, flush=True)
    if not quick:
        report.keep(part, found)
    return [one for one in found if isinstance(one, Row)]


if __name__ == "__main__":
    main()
