"""How the tests of rules are written: a record that keeps a rule, and one that breaks it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import yaml

from inspection.dataset import examine
from inspection.model import Record


class Rule(NamedTuple):
    """What a rule asks, a record that keeps it, one that does not, and what is said of that."""

    asks: str
    kept: Record
    broken: Record
    said: str


def problems_said(record: Record, folder: Path) -> list[str]:
    """Write the record as a data file, check it, and give the lines without their places.

    Line numbers in a line are written as LINE; tests/wrong_data holds them to the letter.
    """
    values = record.model_dump(mode="json", exclude_defaults=True)
    file = folder / "record.yaml"
    file.write_text(yaml.safe_dump(values, sort_keys=False, width=10_000), encoding="utf-8")
    _, problems = examine(file)
    lines = [problem.line_of_text.split("  ", 1)[1] for problem in problems]
    return [re.sub(r"See also \S+:\d+", "See also LINE", line) for line in lines]
