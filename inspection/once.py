"""What is worked out from a record is worked out once, and kept with the record."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import lru_cache, partial, wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

if TYPE_CHECKING:
    from inspection.model import Record

P = ParamSpec("P")
R = TypeVar("R")

KEPT = 200


def once_per_record(
    function: Callable[Concatenate[Record, P], R], keep: int = KEPT
) -> Callable[Concatenate[Record, P], R]:
    """The function, its answers kept with the record they are about, and dropped with it.

    Of one function `keep` answers are kept with a record, those last asked for.

    A record never changes, so the same question has the same answer. Arguments are hashable or lists
    of what is, and the answer must be something that nobody changes: a tuple, a frozen row.

    Why: a page asks the same of the record at every rerun, and readers ask the same of it all day.
    """

    @wraps(function)
    def asked(record: Record, /, *args: P.args, **kwargs: P.kwargs) -> R:
        answers = record.worked_out.get(function)
        if answers is None:
            fresh = lru_cache(maxsize=keep)(partial(function, record))
            answers = record.worked_out.setdefault(function, fresh)
        named = {name: _hashable(value) for name, value in kwargs.items()}
        answer: R = answers(*map(_hashable, args), **named)
        return answer

    return asked


def _hashable(argument: object) -> Hashable:
    return tuple(argument) if isinstance(argument, list) else argument
