"""Answers as browsers and the caches on the way want them: small, and not sent twice."""

from __future__ import annotations

import re

from starlette.datastructures import Headers

FOR_GOOD = "public, max-age=31536000, immutable"
"""A copy of a file whose name says its content is right for ever."""
ASK_AGAIN = "no-cache"
"""A copy may be kept, and is asked about before each use."""


def is_unchanged(asked: Headers, mark: str) -> bool:
    """Whether the copy a reader says to hold is the one that `mark`, an entity tag, names.

    Why not by its day as well: a page can change twice on the day of an edition.
    """
    marks = asked.get("if-none-match", "")
    return marks.strip() == "*" or mark.removeprefix("W/") in re.findall(r'"[^"]*"', marks)


def takes_gzip(asked: Headers) -> bool:
    """Whether a browser has said that it reads what is compressed with gzip."""
    for coding in asked.get("accept-encoding", "").split(","):
        name, _, weight = coding.partition(";")
        if name.strip().lower() in ("gzip", "*"):
            return not re.fullmatch(r"q=0(\.0*)?", weight.strip())
    return False
