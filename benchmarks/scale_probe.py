"""What one process finds of a record, for `benchmarks.scale`: printed as JSON, then it ends.

`python -m benchmarks.scale_probe WHAT FOLDER SNAPSHOTS`. A process of its own for each, since what one
has imported and worked out would make the next quicker.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time

import yaml

from inspection.brief import asked_for
from inspection.briefing import briefing
from inspection.document_pdf import document_pdf
from inspection.search import SearchIndex
from inspection.snapshot import opened

QUERIES = (
    "missing",
    "children",
    "officers",
    "risk assessment",
    "domestic abuse",
    "the force had not",
    "missng childern",
    "safegaurding",
    "exploitation",
    "inspectors",
)
"""One word, two and more, rare and in nearly every finding, and misspelt."""
AGAIN = 7


def parsed_alone(folder: Path, _snapshots: Path) -> dict[str, float]:
    """PyYAML's C loader on the same files, and nothing else done with them."""
    texts = [path.read_bytes() for path in sorted(folder.glob("*.yaml"))]
    began = process_time()
    for text in texts:
        yaml.load(text, Loader=yaml.CSafeLoader)
    return {"seconds": process_time() - began}


def opening(folder: Path, snapshots: Path) -> dict[str, float]:
    """Opening a record: read, checked and kept, or taken from what was kept before."""
    began = process_time()
    found = opened(folder, snapshots)
    seconds = process_time() - began
    return {"seconds": seconds, "from_snapshot": float(found.is_from_snapshot)}


def searching(folder: Path, snapshots: Path) -> dict[str, float]:
    """Milliseconds of each query, the middle of several, and seconds to make the index."""
    record = opened(folder, snapshots).record
    began = process_time()
    index = SearchIndex(record)
    found = {"index": process_time() - began}
    for query in QUERIES:
        found[query] = 1000 * _middle(lambda query=query: index.search(query))  # type: ignore[misc]
    return found


def documents(folder: Path, snapshots: Path) -> dict[str, float]:
    """Seconds of the briefing on one force: what it says, and the PDF of it.

    The first force only brings the program and its fonts into memory; the second is measured as
    somebody asks for it who is the first to ask.
    """
    record = opened(folder, snapshots).record
    first, second = (force.id for force in record.forces[:2])
    document_pdf(briefing(record, asked_for(record, (first,), None, None, None, "")))
    asked = asked_for(record, (second,), None, None, None, "")
    began = process_time()
    document = briefing(record, asked)
    told = process_time() - began
    document_pdf(document)
    return {"told": told, "pdf": process_time() - began - told}


def _middle(work: Callable[[], object]) -> float:
    times = []
    for _ in range(AGAIN):
        began = process_time()
        work()
        times.append(process_time() - began)
    return sorted(times)[AGAIN // 2]


PROBES = {probe.__name__: probe for probe in (parsed_alone, opening, searching, documents)}


def main(arguments: Sequence[str]) -> None:
    """Find what is asked for."""
    what, folder, snapshots = arguments
    print(json.dumps(PROBES[what](Path(folder), Path(snapshots))))


if __name__ == "__main__":
    main(sys.argv[1:])
