"""The record that pages draw from: read once for all readers, and never shown broken.

A rerun costs a look at the dates of the data files. When they have changed the record is read
again; when the new state has errors, readers keep the last sound edition and the frame says what
is wrong, line by line.

What pages are given is the record as known on the day in the address, so that no page has to think
of it: a past day is narrowed once for all readers who ask for it.

Why not a Streamlit cache: after an edit of `inspection` in development its resource cache would
hand out objects of classes that no longer exist, and its data cache would copy the record at every
rerun. What this module holds is dropped with the module.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from threading import Lock

import streamlit as st

from components.served_at import public_addresses
from inspection import exports
from inspection.dataset import fingerprint, load_record, texts
from inspection.knowing import AskedDay, as_known_on, asked_day
from inspection.left_out import LeftOut, left_out
from inspection.model import Record
from inspection.problems import Problem, RecordProblems
from inspection.publication import Publication
from inspection.search import SearchIndex

DATA = Path(__file__).resolve().parent.parent / "data"
KNOWN_ON = "as-known-on"
"""The parameter of an address that names the day whose public knowledge is shown."""
DAYS_HELD = 8


@dataclass(frozen=True)
class Edition:
    """A sound reading of the record, with what is worked out from it once for all readers.

    `day` is the past day it is narrowed to, None for the whole; `not_known_yet` counts what that
    leaves out.
    """

    record: Record
    files: tuple[tuple[str, str], ...]
    """Name and text of each data file, as it stood when the record was read."""
    day: dt.date | None = None
    not_known_yet: LeftOut | None = None
    _days: dict[dt.date, Edition] = field(default_factory=dict, repr=False, compare=False)
    _lock: Lock = field(default_factory=Lock, repr=False, compare=False)

    def as_known_on(self, day: dt.date | None) -> Edition:
        """This edition narrowed to what was public on a day; itself where that is everything.

        The days last asked for are held, so that readers of one day share one narrowed record.
        """
        if day is None or day >= self.record.release.released_on:
            return self
        with self._lock:
            narrowed = self._days.pop(day, None)
            if narrowed is None:
                then, left = as_known_on(self.record, day), left_out(self.record, day)
                narrowed = Edition(then, self.files, day, left)
            self._days[day] = narrowed  # the last in the row is the last asked for
            while len(self._days) > DAYS_HELD:
                del self._days[next(iter(self._days))]
        return narrowed

    @cached_property
    def tables(self) -> tuple[exports.Table, ...]:
        """Every table of the record."""
        return exports.tables(self.record, self.day)

    @cached_property
    def search_index(self) -> SearchIndex:
        """Every word of the record and where it stands."""
        return SearchIndex(self.record)

    @cached_property
    def whole_json(self) -> str:
        """The whole record as JSON."""
        return exports.whole_json(self.record, self.day)

    @cached_property
    def publication(self) -> Publication:
        """The published record: every page and file of it, each made when first asked for."""
        return Publication(self.record, self.files, public_addresses())

    @property
    def whole_yaml(self) -> str:
        """The data files one after the other, which reads as one record again."""
        return exports.whole_yaml(self.files)


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
        return Standing(Edition(load_record(path), texts(path)))
    except RecordProblems as error:
        return Standing(last_sound, tuple(error.problems))


def edition() -> Edition:
    """The newest sound edition, whole; RecordProblems where there is none.

    A page may count on one: the frame shows the problems instead of a page where there is none.
    """
    now = standing()
    if now.edition is None:
        raise RecordProblems(now.problems)
    return now.edition


def asked() -> AskedDay:
    """The day asked for in the address, and what is wrong with it where it cannot be shown."""
    return asked_day(edition().record, st.query_params.get(KNOWN_ON, ""))


def day() -> dt.date | None:
    """The day whose public knowledge is shown; None where everything is, as known today."""
    return asked().day


def shown() -> Edition:
    """The newest sound edition as known on the day in the address."""
    return edition().as_known_on(day())


def record() -> Record:
    """The record as known on the day in the address, one object for all readers of that day."""
    return shown().record


def whole_record() -> Record:
    """The newest sound record with everything it holds, whatever day is shown."""
    return edition().record


def tables() -> tuple[exports.Table, ...]:
    """Every table of the record as known on the day in the address, stamped with that day."""
    return shown().tables


def search_index() -> SearchIndex:
    """The search index of the record as known on the day in the address."""
    return shown().search_index


def publication() -> Publication:
    """The published record of the newest sound edition; RecordProblems where there is none."""
    return edition().publication


def whole_json() -> str:
    """All of the record as known on the day in the address, as JSON."""
    return shown().whole_json


def whole_yaml() -> str:
    """The whole edition as YAML, whatever day is shown: one file for `--data` to read again."""
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
