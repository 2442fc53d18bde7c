"""Spoilt data files: the reader says what is wrong and where, and nothing else happens."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from inspection.dataset import examine
from inspection.problems import CODES, Problem, count_words, problem_lines
from tests.fuzzing.mutated import FILES, spoilt_file
from tests.fuzzing.trying import try_all

LINE_ENDS = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
"""What ends a line in YAML."""
LONGEST = 2_000
"""More signs than this no line about a problem has, whatever stands in the file."""


def checked(path: Path) -> None:
    """Read a record and see that all that is said of it can be understood and found."""
    record, problems = examine(path)
    assert (record is None) == any(problem.severity == "error" for problem in problems)
    files = [path] if path.is_file() else [path, *path.iterdir()]
    lines = {"/".join(file.parts[-2:]): lines_of(file) for file in files}
    for problem in problems:
        assert 1 <= problem.line <= lines[problem.file]
        is_plain(problem)
    assert len(problem_lines(problems)) <= len(problems)
    assert count_words(problems).endswith(("warning", "warnings"))


def lines_of(file: Path) -> int:
    """How many lines a file has; of a folder, one."""
    if not file.is_file():
        return 1
    return len(LINE_ENDS.findall(file.read_bytes().decode("utf-8", "replace"))) + 1


def is_plain(problem: Problem) -> None:
    """Whether a problem is a line of words and nothing that a terminal or page would act upon."""
    assert problem.column >= 1
    assert problem.message
    assert problem.code in CODES
    words = str(problem)
    signs = [sign for sign in words if unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp")]
    assert not signs, f"{words!r} holds {signs}"
    assert len(words) < LONGEST


def test_a_spoilt_file_by_itself_gets_problems_that_can_be_found(tmp_path: Path) -> None:
    def check(tried: tuple[str, bytes]) -> None:
        (tmp_path / tried[0]).write_bytes(tried[1])
        checked(tmp_path / tried[0])

    try_all("reader, a file by itself", 250, spoilt_file, check, seconds_each=2)


def test_a_spoilt_file_among_sound_ones_gets_problems_that_can_be_found(tmp_path: Path) -> None:
    def check(tried: tuple[str, bytes]) -> None:
        for file in FILES:
            (tmp_path / file.name).write_bytes(file.read_bytes())
        (tmp_path / tried[0]).write_bytes(tried[1])
        checked(tmp_path)

    try_all("reader, a file among sound ones", 12, spoilt_file, check, seconds_each=3)
