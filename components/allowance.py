"""What each address may do in a time, and what the server does at the same time."""

from __future__ import annotations

from collections.abc import Callable
from threading import BoundedSemaphore
from typing import TypeVar

REMEMBERED = 10_000
"""Addresses of which it is known when they last asked; beyond that the longest silent is forgotten."""
FILES_AT_ONCE = 2
LONGEST_TURN = 10.0
"""Seconds that a file waits for its turn. It keeps a thread meanwhile, of which there are few."""
Made = TypeVar("Made")
_making = BoundedSemaphore(FILES_AT_ONCE)


class Allowance:
    """So many acts at once for each address, and so many a second after that.

    Of each address it keeps how many acts were counted when it last asked, and when that was; with
    time they are forgotten.
    """

    def __init__(self, at_once: int, a_second: float, clock: Callable[[], float]) -> None:
        self._at_once, self._a_second, self._clock = at_once, a_second, clock
        self._counted: dict[str, tuple[float, float]] = {}

    def wait(self, client: str, acts: int = 1, longest: float | None = None) -> float | None:
        """Seconds until so many acts of an address may be done, which are then counted.

        None, with nothing counted, where that is longer than `longest`.
        """
        now = self._clock()
        counted, then = self._counted.get(client, (0.0, now))
        counted = max(counted - (now - then) * self._a_second, 0.0) + acts
        wait = max(counted - self._at_once, 0.0) / self._a_second
        if longest is not None and wait > longest:
            return None
        self._counted.pop(client, None)
        self._counted[client] = counted, now  # the last in the row is the last that asked
        while len(self._counted) > REMEMBERED:
            del self._counted[next(iter(self._counted))]
        return wait


class TooBusy(RuntimeError):
    """A file was waited for longer than a reader waits."""


def in_turn(make: Callable[[], Made]) -> Callable[[], Made]:
    """What makes a file to take away, at most two of them at once on this server.

    A file can take a second of this process, in which the pages of other readers would stand still.
    """

    def made() -> Made:
        if not _making.acquire(timeout=LONGEST_TURN):
            raise TooBusy(f"No file could be begun within {LONGEST_TURN:.0f} seconds.")
        try:
            return make()
        finally:
            _making.release()

    return made
