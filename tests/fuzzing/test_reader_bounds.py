"""Files made to cost: what the reader spends on the worst of them has an end."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from inspection.files import MAX_BYTES
from tests.fuzzing.mutated import ROOT
from tests.fuzzing.trying import FIGURES, SECONDS, Figures, slowness

MOST_SECONDS = 6.0
MOST_MEGABYTES = 700
MOST_PROBLEMS = 2_100
"""A full list of what is wrong with the text, and one of what is wrong with the fields."""
MEASURE = """
import json, resource, sys, time
from pathlib import Path
from inspection.dataset import examine
begun = time.process_time()
record, problems = examine(Path(sys.argv[1]))
spent = time.process_time() - begun
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(json.dumps([record is None, len(problems), problems[0].code, spent, peak]))
"""


def lines(line: str) -> Iterator[str]:
    """A line again and again, numbered, until a file of it is as large as may be read."""
    size = 0
    for number in range(MAX_BYTES):
        text = line.replace("%", str(number))
        size += len(text)
        if size >= MAX_BYTES - 100:
            return
        yield text


def again(text: str) -> str:
    return text * ((MAX_BYTES - 100) // len(text.encode()))


WORST = {
    "names that nothing has": lambda: (
        "gaps:\n" + "".join(lines("- {id: g%, forces: [f%], what: a, note: b, sources: [s%]}\n"))
    ),
    "one field again and again": lambda: again("a: 1\n"),
}
"""Tried at every run: the two that cost most."""
OTHERS = {
    "fields not known": lambda: "release:\n" + "".join(lines("  k%: 1\n")),
    "a list of lists": lambda: "a: [" + again("[],"),
    "nested lists": lambda: again("["),
    "nested fields": lambda: again("{a: "),
    "nested dashes": lambda: again("- "),
    "aliases of aliases": lambda: (
        "a: &a [x]\n"
        + "".join(
            f"{b}: &{b} [*{a},*{a}]\n" for a, b in zip("abcdefghijk", "bcdefghijkl", strict=True)
        )
    ),
    "aliases": lambda: "a: [" + again("*a,"),
    "an endless text": lambda: f'a: "{again("x")}"',
    "an endless line": lambda: f"a: {again('b ')}",
    "an endless block": lambda: "a: |\n" + again(" x\n"),
    "escapes": lambda: f'a: "{again(chr(92) + "u0041")}"',
    "quotes that do not end": lambda: "a: " + again('"'),
    "names of fields without end": lambda: again("? "),
    "colons": lambda: again(":"),
    "an endless name": lambda: again("x") + ": 1",
    "an endless number": lambda: "release: {version: 1.0.0, last_looked_on: " + again("9") + "}",
    "an endless directive": lambda: "%YAML " + again("1") + "\n--- a",
    "an endless tag": lambda: f"a: !<{again('x')}> b",
    "an endless anchor": lambda: f"a: &{again('x')} b",
    "byte order marks": lambda: again("\ufeff"),
    "nothing but blanks": lambda: again(" "),
    "nothing but line ends": lambda: again("\n"),
    "a remark": lambda: again("#"),
    "entries of a list": lambda: "forces:\n" + "".join(lines("- {id: f%, name: F%}\n")),
    "larger than may be read": lambda: again("a: b\n") + "x" * 200,
}
"""Tried in a long run besides."""


@pytest.mark.parametrize("name", WORST | (OTHERS if SECONDS else {}))
def test_the_costliest_files_are_refused_in_bounded_time_and_memory(
    name: str, tmp_path: Path
) -> None:
    file = tmp_path / "record.yaml"
    file.write_text((WORST | OTHERS)[name](), "utf-8")
    said = subprocess.run(
        [sys.executable, "-c", MEASURE, str(file)],
        cwd=ROOT, capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    is_refused, problems, code, spent, peak = json.loads(said.stdout)
    assert is_refused
    assert code
    assert problems <= MOST_PROBLEMS
    assert spent < MOST_SECONDS * slowness()
    assert peak < MOST_MEGABYTES
    FIGURES.setdefault("reader, files made to cost", Figures()).add(spent, peak)
