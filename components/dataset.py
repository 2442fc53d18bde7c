"""The record that pages draw from: read once for all readers, and never shown broken.

A rerun costs a look at the dates of the data files. When they have changed the record is read
again; when the new state has errors, readers keep the last sound edition and the frame says what
is wrong, line by line.

Why not a Streamlit cache: after an edit of `inspection` in development its resource cache would
hand out objects of classes that no longer exist, and its data cache would copy the record at every
rerun. What this module holds is dropped with the module.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from threading import Lock

from inspection import exports
from inspection.dataset import fingerprint, load_record
from inspection.model import Record
from inspection.problems import Problem, RecordProblems
from inspection.search import SearchIndex

DATA = Path(__file__).resolve().parent.parent / "data"


@dataclass(frozen=True)
class Edition:
    """A sound reading of the record, with what is worked out from it once for all readers."""

    record: Record
    files: tuple[tuple[str, str], ...]
    """Name and text of each data file, as it stood when the record was read."""

    @cached_property
    def tables(self) -> tuple[exports.Table, ...]:
        """Every table of the record."""
        return exports.tables(self.record)

    @cached_property
    def search_index(self) -> SearchIndex:
        """Every word of the record and where it stands."""
        return SearchIndex(self.record)

    @cached_property
    def whole_json(self) -> str:
        """The whole record as JSON."""
        return exports.whole_json(self.record)

    @property
    def whole_yaml(self) -> str:
        """The data files one after the other, which reads as one record again."""
        return "\n".join(f"# ---- {name} ----\n{text}" for name, text in self.files)


@dataclass(frozen=True)
class Standing:
    """How the data stands: the newest sound edition, and what is wrong with anything newer.

    No problems: the edition is what the files hold now. Problems and an edition: readers see the
    last sound one. Problems alone: there has been none since the server was started.
    """

    edition: Edition | None
    problems: tuple[Problem, ...] = ()


@dataclass
class _Shelf:
    """What is held for one data path; the lock keeps two first visitors from reading it twice."""

    seen: str = ""
    standing: Standing = Standing(None)
    lock: Lock = field(default_factory=Lock)


@lru_cache(maxsize=8)
def _shelf(path: Path) -> _Shelf:  # noqa: ARG001  # the path is the key
    return _Shelf()


def standing() -> Standing:
    """How the data stands at this moment."""
    path = data_path()
    shelf = _shelf(path)
    now = fingerprint(path)
    if now != shelf.seen:
        with shelf.lock:
            if now != shelf.seen:
                shelf.standing = _newer(path, shelf.standing.edition)
                shelf.seen = now
    return shelf.standing


def _newer(path: Path, last_sound: Edition | None) -> Standing:
    try:
        return Standing(Edition(load_record(path), _texts(path)))
    except RecordProblems as error:
        return Standing(last_sound, tuple(error.problems))


def _texts(path: Path) -> tuple[tuple[str, str], ...]:
    files = [path] if path.is_file() else sorted(path.glob("[!.]*.yaml"))
    return tuple((file.name, file.read_text(encoding="utf-8-sig")) for file in files)


def edition() -> Edition:
    """The newest sound edition; RecordProblems where there is none.

    A page may count on one: the frame shows the problems instead of a page where there is none.
    """
    now = standing()
    if now.edition is None:
        raise RecordProblems(now.problems)
    return now.edition


def record() -> Record:
    """The newest sound record, one object shared by all readers."""
    return edition().record


def tables() -> tuple[exports.Table, ...]:
    """Every table of the record."""
    return edition().tables


def search_index() -> SearchIndex:
    """The search index of the record."""
    return edition().search_index


def whole_json() -> str:
    """The whole record as JSON."""
    return edition().whole_json


def whole_yaml() -> str:
    """The whole record as YAML, one file that can be given to `--data` again."""
    return edition().whole_yaml


def data_path(
    arguments: Sequence[str] | None = None, environment: Mapping[str, str] = os.environ
) -> Path:
    """The folder or file the record is read from.

    `--data PATH` after the script's name, else the environment variable `INSPECTION_DATA`, else
    the folder `data` beside dashboard.py. SystemExit where `--data` names nothing.
    """
    given = _data_argument(tuple(sys.argv[1:] if arguments is None else arguments))
    return Path(given or environment.get("INSPECTION_DATA") or DATA)


@lru_cache(maxsize=8)
def _data_argument(arguments: tuple[str, ...]) -> str | None:
    parser = argparse.ArgumentParser("dashboard.py", add_help=False, allow_abbrev=False)
    parser.add_argument("--data", metavar="PATH")
    known, _ = parser.parse_known_args(arguments)
    return known.data
