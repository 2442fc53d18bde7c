"""Problems as notes on a pull request: the workflow commands of GitHub Actions.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from inspection.files import DataFile
from inspection.problems import Problem, examples


def notes(problems: Iterable[Problem], paths: Mapping[str, str]) -> Iterator[str]:
    """A line for each problem, at most five of one fault, since only ten of a step are shown.

    `paths` leads from what problems call a file to its path in the repository. A problem of
    anything else, such as a file that is not read, is no note at a line and names it in its words.
    """
    for problem, more in examples(problems):
        words = f"{problem.message} {problem.hint}".strip()
        words = f"{words} And {more} more like it." if more else words
        place = {"title": f"{problem.code} {problem.path}".strip()}
        if problem.file in paths:
            at = {"file": paths[problem.file], "line": problem.line, "col": problem.column}
            place = {name: str(value) for name, value in at.items()} | place
        else:
            words = f"{problem.file}: {words}"
        given = ",".join(f"{name}={_in_property(value)}" for name, value in place.items())
        yield f"::{problem.severity} {given}::{_in_message(words)}"


def paths_of(files: Iterable[DataFile], folder: Path) -> dict[str, str]:
    """The paths of files by what problems call them, relative to a folder where they are in it."""
    found = {}
    for file in files:
        path = file.path.absolute()
        path = path.relative_to(folder) if path.is_relative_to(folder) else path
        found[file.shown] = path.as_posix()
    return found


def _in_message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _in_property(text: str) -> str:
    return _in_message(text).replace(":", "%3A").replace(",", "%2C")
