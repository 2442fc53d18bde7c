"""Two wordings of one text with the parts marked in which they differ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise

Piece = tuple[str, bool]
"""A run of a text, and whether it stands in this wording only."""

_WORD = re.compile(r"\s+|\w+|[^\w\s]")
_ALIKE = 0.4
_FEW = 2


def marked(old: str, new: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both wordings in pieces; unmarked as a whole where they have little in common.

    Words are compared, not letters: a date or a number is marked whole.
    """
    before, after = _WORD.findall(old), _WORD.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return ((old, False),), ((new, False),)
    same = list(_runs(matcher, before, after))
    return (
        tuple(_pieces(before, [(a, a + size) for a, _, size in same])),
        tuple(_pieces(after, [(b, b + size) for _, b, size in same])),
    )


def _runs(
    matcher: SequenceMatcher[str], before: list[str], after: list[str]
) -> Iterator[tuple[int, int, int]]:
    """Where both wordings agree: the beginning in each, and the length.

    A word or two between changes are no common ground: marked with them, the rest is easier to read.
    """
    for a, b, size in matcher.get_matching_blocks():
        words = sum(word[0].isalnum() for word in before[a : a + size])
        is_between = a and b and a + size < len(before) and b + size < len(after)
        if words > _FEW or not is_between:
            yield a, b, size


def _pieces(words: list[str], same: list[tuple[int, int]]) -> Iterator[Piece]:
    """The words between the runs that both wordings have, and those runs."""
    for (_, end), (start, after) in pairwise([(0, 0), *same]):
        if end < start:
            yield "".join(words[end:start]), True
        if start < after:
            yield "".join(words[start:after]), False
