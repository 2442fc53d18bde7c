"""The newest sound edition of one record, kept while its files are changed, broken or taken away.

An edition is read from files that were not written to meanwhile, so it is of one moment. While one
reader waits for a changed record to be read, the others go on with the edition there is.
"""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from time import sleep
from typing import TYPE_CHECKING

from streamlit.logger import get_logger

from components.read_from import snapshot_folder
from inspection.files import fingerprint
from inspection.problems import Problem, RecordProblems, count_words, problem_lines
from inspection.snapshot import opened

if TYPE_CHECKING:
    from components.dataset import Edition

LOG = get_logger(__name__)
TRIES = 5
"""How often a record whose files are being written to is read for the first edition."""
TICK = 0.02
"""Seconds within which a system may give two changes of a file the same time. Waited for between
a look at the times and the reading, so that no change after the reading can have the time seen."""


@dataclass(frozen=True)
class Standing:
    """How the data stands: the newest sound edition, and what is wrong with anything newer.

    No problems: the edition is what the files hold now. Problems and an edition: readers see the
    last sound one. Problems alone: there has been none since the server was started.
    """

    edition: Edition | None
    problems: tuple[Problem, ...] = ()
    read_at: dt.datetime | None = None
    """When the edition was read."""
    broken_since: dt.datetime | None = None
    """When the first of the problems since then was found; None where there are none."""


class Shelf:
    """What is held of the record at one path. `make` makes an edition of a record and its files."""

    def __init__(self, path: Path, make: Callable[..., Edition]) -> None:
        self.path = path
        unread = _problem(path, "It was written to while it was read.")
        self.held = Standing(None, (unread,), broken_since=dt.datetime.now(dt.UTC))
        """How the data stood at the last look."""
        self._make = make
        self._seen = ""
        self._note = ""
        self._lock = Lock()

    def look(self) -> Standing:
        """How the data stands now. Who finds it changed reads it; others wait only without edition."""
        if fingerprint(self.path) == self._seen:
            return self.held
        if self._lock.acquire(blocking=self.held.edition is None):
            try:
                self._catch_up()
            finally:
                self._lock.release()
        return self.held

    def _catch_up(self) -> None:
        """Read the record anew, unless that was done meanwhile or it is being written to."""
        for _ in range(1 if self.held.edition else TRIES):
            now = fingerprint(self.path)
            if now == self._seen:
                return
            sleep(TICK)
            newer = self._newer()
            if fingerprint(self.path) == now:
                self._tell(newer)
                is_replaced = self.held.edition not in (None, newer.edition)
                self.held, self._seen = newer, now
                if is_replaced:
                    _forget()
                return

    def _newer(self) -> Standing:
        """How the data stands now, by reading it; what is held stays where nothing has changed in it."""
        now, held = dt.datetime.now(dt.UTC), self.held
        try:
            found = opened(self.path, snapshot_folder())
            is_held = held.edition is not None and held.edition.files == found.files
            edition = held.edition if is_held else self._make(found.record, found.files)
        except RecordProblems as error:
            problems = error.problems
        except Exception:
            # A fault of ours in reading new data must not take the sound edition from readers.
            LOG.exception(
                "The data in %s could not be read, for a fault in the dashboard:", self.path
            )
            problems = (
                _problem(self.path, "The dashboard has a fault that kept it from reading."),
            )
        else:
            self._say(found.note)
            return Standing(edition, read_at=now)
        return Standing(held.edition, problems, held.read_at, held.broken_since or now)

    def _say(self, note: str) -> None:
        """Put into the log why there is no snapshot, where that was not what it said last."""
        if note and note != self._note:
            LOG.warning("%s The record was read from its files.", note)
        self._note = note

    def _tell(self, newer: Standing) -> None:
        """Put a change into the server's log, once."""
        if newer.problems:
            shown = "the last sound edition is shown" if newer.edition else "no page is shown"
            LOG.error(
                "The data in %s has %s; %s:\n%s",
                self.path,
                count_words(newer.problems),
                shown,
                "\n".join(problem_lines(newer.problems)),
            )
        elif newer.edition:
            version = newer.edition.record.release.version
            again = " again" if self.held.edition and self.held.problems else ""
            LOG.info("The data in %s is sound%s: version %s is shown.", self.path, again, version)


def _forget() -> None:
    """Let go of the edition that was held, and set what is left aside from the garbage collector.

    Why: what was worked out from a record leads back to it, so it goes by the collector only, which
    of its own accord comes late, and never to what was set aside when the server began.
    """
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()
        gc.freeze()


def _problem(path: Path, message: str) -> Problem:
    hint = "The server's log may say more."
    return Problem("S01", "error", path.name, 1, 1, "", message, hint)
