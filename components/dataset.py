"""The record that pages draw from: read once for all readers, and never shown broken.

A rerun costs a look at the dates of the data files. When they have changed the record is read
again; when the new state has errors, readers keep the last sound edition and the frame says what
is wrong, line by line (see shelf.py). One run of a page sees one edition from its first line to its
last.

What pages are given is the record as known on the day in the address, so that no page has to think
of it: a past day is narrowed once for all readers who ask for it.

Why not a Streamlit cache: after an edit of `inspection` in development its resource cache would
hand out objects of classes that no longer exist, and its data cache would copy the record at every
rerun. What this module holds is dropped with the module.
"""

from __future__ import annotations

import datetime as dt
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from threading import Lock

import streamlit as st

from components.read_from import data_path
from components.served_at import public_addresses
from components.shelf import Shelf, Standing
from inspection import exports
from inspection.knowing import AskedDay, as_known_on, asked_day
from inspection.left_out import LeftOut, left_out
from inspection.model import Record
from inspection.problems import RecordProblems
from inspection.publication import Publication
from inspection.search import SearchIndex

KNOWN_ON = "as-known-on"
"""The parameter of an address that names the day whose public knowledge is shown."""
DAYS_HELD = 4


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

    @property
    def whole_json(self) -> str:
        """The whole record as JSON, made anew each time: of a national record it is 28 MB."""
        return exports.whole_json(self.record, self.day)

    @cached_property
    def publication(self) -> Publication:
        """The published record: every page and file of it, each made when first asked for."""
        return Publication(self.record, self.files, public_addresses())

    @property
    def whole_yaml(self) -> str:
        """The data files one after the other, which reads as one record again."""
        return exports.whole_yaml(self.files)


_OF_THIS_RUN: ContextVar[Standing | None] = ContextVar("standing of this run", default=None)


@lru_cache(maxsize=8)
def _shelf(path: Path) -> Shelf:
    return Shelf(path, Edition)


def newest() -> Standing:
    """How the data stands at this moment."""
    return _shelf(data_path()).look()


def look() -> Standing:
    """Look at the data once for a run of a page, which sees that and nothing newer to its end.

    Why: a page drawn while a file is changed would mix two editions, each half of it sound.
    """
    now = newest()
    _OF_THIS_RUN.set(now)
    return now


def standing() -> Standing:
    """How the data stands: as it stood when this run of a page began; outside a run, at this moment."""
    return _OF_THIS_RUN.get() or newest()


def has_been_sound() -> bool:
    """Whether there has been a sound edition since the server was started."""
    return _shelf(data_path()).held.edition is not None


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
