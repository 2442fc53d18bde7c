"""Where findings are kept, and the document that says them: docs/benchmarks.json, performance.md.

What the document says in figures stands between two markers and is written from the file, so that
neither can say another thing than the other (tests/benchmarks/test_rows.py).
"""

from __future__ import annotations

import datetime as dt
import json
import os
import platform
import re
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path
from typing import Any

from benchmarks import plots
from benchmarks.rows import Found, Growth, markdown, merged, rows_of, said
from benchmarks.servers import ROOT

FILE = ROOT / "docs" / "benchmarks.json"
DOCUMENT = ROOT / "docs" / "performance.md"
IMAGES = ROOT / "docs" / "images"
BLOCK = re.compile(r"(<!-- figures: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
STEPS = {
    "crowd.reruns": "One process of the dashboard",
    "crowd.two": "Two processes, each with its own readers",
    "twin.pages": "The published record behind one nginx",
}
"""What carries readers, by the row that says how much it does in a second."""
FULL = 0.7
"""How much of what it can do it is given, so that readers seldom wait for one another."""
VERSIONS = ("streamlit", "plotly", "PyYAML", "pydantic", "uvicorn")


def kept() -> dict[str, Any]:
    """What the file holds."""
    return json.loads(FILE.read_text("utf-8")) if FILE.exists() else {}


def keep(part: str, found: list[Found]) -> None:
    """Put what a part found in the file, beside what the others found."""
    content = merged(kept(), part, found)
    content["parts"] = content.get("parts", {}) | {part: circumstances()}
    FILE.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", "utf-8")


def circumstances() -> dict[str, str]:
    """When, on what kind of machine, and with which versions."""
    system = platform.freedesktop_os_release()
    memory = re.search(r"MemTotal:\s+(\d+)", Path("/proc/meminfo").read_text())
    gigabytes = round(int(memory[1]) / 2**20) if memory else 0
    versions = ", ".join(f"{name} {metadata.version(name)}" for name in VERSIONS)
    return {
        "when": dt.date.today().isoformat(),
        "machine": f"{os.cpu_count()} cores, {gigabytes} GB, "
        f"{system['NAME'].partition(' ')[0]} {system.get('VERSION_ID', '')}".strip(),
        "versions": f"Python {platform.python_version()}, {versions}",
    }


def write_document() -> None:
    """Put what the file says into the document, and draw its plots."""
    content = kept()
    DOCUMENT.write_text(with_figures(DOCUMENT.read_text("utf-8"), content), "utf-8")
    (IMAGES / "goals.svg").write_text(plots.ratios(rows_of(content)), "utf-8")
    growths = [Growth(**one) for one in content.get("growth", ())]
    (IMAGES / "growth.svg").write_text(plots.growths(growths), "utf-8")


def with_figures(document: str, content: Mapping[str, Any]) -> str:
    """The document with every block of figures as the file has them."""
    blocks = {"table": table, "circumstances": told_circumstances, "readers": readers}
    return BLOCK.sub(lambda found: f"{found[1]}{blocks[found[2]](content)}\n{found[3]}", document)


def table(content: Mapping[str, Any]) -> str:
    """Every row, with what is to be said of it beneath."""
    rows = rows_of(content)
    notes = [f"- {row.name}: {row.note}" for row in rows if row.note]
    return "\n".join([markdown(rows), "", *notes])


def told_circumstances(content: Mapping[str, Any]) -> str:
    """When and on what each part was measured; parts measured alike in one line."""
    alike: dict[tuple[str, ...], list[str]] = {}
    for part, told in sorted(content.get("parts", {}).items()):
        alike.setdefault((told["when"], told["machine"], told["versions"]), []).append(part)
    return "\n".join(
        f"- {', '.join(parts)}: {when}; {machine}; {versions}."
        for (when, machine, versions), parts in alike.items()
    )


def readers(content: Mapping[str, Any]) -> str:
    """How many readers each step carries, from what it does in a second."""
    rows = {row.key: row for row in rows_of(content)}
    lines = [
        "| Step | Acts a second, at most | Readers, one act in 5 s | Readers, one act in 20 s |",
        "| --- | ---: | ---: | ---: |",
    ]
    for key, step in STEPS.items():
        if key in rows:
            most = rows[key].ours
            carried = (said(seconds * FULL * most) for seconds in (5, 20))
            lines.append(f"| {step} | {said(most)} | {' | '.join(carried)} |")
    return "\n".join(lines)
