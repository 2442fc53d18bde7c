"""A small record in files, to begin new things in, and an editor who fills in what is begun."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any

import yaml

from inspection.__main__ import main
from inspection.dataset import examine
from inspection.desk.canonical import canonical
from tests.inspection.samples import correction, finding, inspection, recommendation, record, source

TODAY = dt.date(2025, 11, 20)
FILES = {
    "inspections.yaml": ("release", "inspections", "corrections"),
    "sources.yaml": ("sources",),
    "vocabulary.yaml": ("forces", "scales", "programmes", "questions", "themes"),
}
REPORT = {
    "force": "eastshire",
    "programme": "peel",
    "cycle": "peel-2022",
    "kind": "peel",
    "title": "A report",
    "published": "2023-10",
}
_WORDS = {
    "inspections kind": "peel",
    "findings kind": "concern",
    "recommendations kind": "recommendation",
    "governing_bodies id": "an-office",
    "governing_bodies kind": "police-authority",
    "theme": "missing-children",
    "voice": "governing-body",
    "value": "good",
    "numerator": "1",
    "denominator": "2",
    "start": "2023-01",
    "end": "2023-02",
    "by": "2023-12-01",
    "date": "2023-11-01",
    "web_date": "2023-10-20",
    "since": "2025-10-01",
    "first_in": "0.9.0",
    "url": "https://history.example/x",
    "published": "2023-10",
    "until": "2026-01",
    "sources": "[the-report]",
    "rests_on": "[e-1]",
}


def in_files(folder: Path, **parts: Any) -> Path:
    """The record: two forces, of which one has two inspections and the other none."""
    older = inspection(
        "eastshire-peel-2016",
        "peel-2016",
        published="2017-02",
        findings=[finding("e-1")],
        recommendations=[recommendation("e-r1", note="A note."), recommendation("e-r2")],
    )
    newer = inspection(
        "eastshire-peel-2024", published="2024-05", sources=["the-report", "a-report", "z-report"]
    )
    usual = {
        "corrections": (correction(),),
        "sources": (source("a-report"), source("the-report"), source("z-report")),
    }
    values = record(older, newer, **(usual | parts)).model_dump(mode="json", exclude_defaults=True)
    folder.mkdir(exist_ok=True)
    for name, held in FILES.items():
        text = yaml.safe_dump({part: values[part] for part in held if part in values})
        (folder / name).write_text(canonical(text), encoding="utf-8")
    return folder


def new(thing: str, data: Path | str, *more: str, **options: str) -> int:
    """Begin a thing with these options; the exit status."""
    named = [f"--{name.replace('_', '-')}={value}" for name, value in options.items()]
    return main(["new", thing, *more, *named, "--data", str(data)], {}, TODAY)


def texts(folder: Path) -> dict[str, bytes]:
    """What stands in each file of a folder."""
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def fill(path: Path, everything: bool = False) -> None:
    """Type a value into each empty field, with everything that stands behind a sign if wanted."""
    text = path.read_text("utf-8")
    if everything:
        text = re.sub(r"^( +)# ", r"\1", text, flags=re.MULTILINE)
        text = re.sub(r"^( *)##", r"\1#", text, flags=re.MULTILINE)
    lines, part = text.splitlines(), ""
    for n, line in enumerate(lines):
        name = line.strip().removeprefix("- ").removesuffix(":")
        if re.fullmatch(r" *-", line):
            lines[n] += " A text."
        if line.strip().startswith("#") or not line.endswith(":"):
            continue
        below = next((one for one in lines[n + 1 :] if not one.strip().startswith("#")), "")
        indent = len(line) - len(line.lstrip(" -"))
        if (
            len(below) - len(below.lstrip()) > indent
            or below[indent : indent + 1] == "-"
            and (not line.strip().startswith("- "))
        ):
            part = name
            continue
        word = _WORDS.get(f"{part} {name}") or _WORDS.get(name) or f"Some {name}."
        lines[n] += f" {word}"
    path.write_text("\n".join([*lines, ""]), "utf-8")


def faults(path: Path) -> list[str]:
    """The errors that the check finds in a record, warnings left out."""
    return [problem.line_of_text for problem in examine(path)[1] if problem.severity == "error"]
