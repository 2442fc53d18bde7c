"""Text as the project's font can show it.

PDF/UA forbids a sign without a shape, and no font has them all. What ours lacks is written in words
or as its number, so that a reader sees that something stands there; the HTML file has the sign.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby

from inspection.document_parts import signs

_LONGEST = 18
_BREAK = "\u200b"


def printable(text: str) -> str:
    """A text in signs of the font: `30 km 🙂` becomes `30 km [slightly smiling face]`.

    Letters of other scripts are given by number: `[U+05E9 U+05DC]`. Signs that only steer how
    others are set, such as marks for the direction of writing, are left out; the rest of the text
    stays in the order in which it was written. A line break becomes a space.
    """
    whole = unicodedata.normalize("NFC", text)
    if signs().issuperset(whole):
        return whole
    shown = "".join(_space(sign) for sign in whole if sign.isspace() or not _steers(sign))
    runs = ((known, "".join(run)) for known, run in groupby(shown, key=signs().__contains__))
    return "".join(run if known else _named(run) for known, run in runs)


def breakable(text: str) -> str:
    """The same with places to break within very long words, such as addresses."""
    return re.sub(rf"\S{{{_LONGEST + 8},}}", _broken, text)


def _broken(word: re.Match[str]) -> str:
    return re.sub(rf"(\S{{{_LONGEST}}})(?=\S{{4}})|(?<=[/_&?=-])(?=\w)", rf"\1{_BREAK}", word[0])


def _steers(sign: str) -> bool:
    return unicodedata.category(sign) in {"Cc", "Cf", "Mn"}


def _space(sign: str) -> str:
    return " " if sign.isspace() and sign not in signs() else sign


def _named(run: str) -> str:
    return "".join(
        f"[{' '.join(map(_number, group))}]" if letters else "".join(map(_name, group))
        for letters, group in groupby(run, key=str.isalpha)
    )


def _number(sign: str) -> str:
    return f"U+{ord(sign):04X}"


def _name(sign: str) -> str:
    return f"[{unicodedata.name(sign, '').lower() or _number(sign)}]"
