"""Slips of typing behind a text that is not readable as YAML, each told where it was made.

The parser stops where it cannot go on, which can be lines below the slip.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from inspection.cut_short import LINE_ENDS

Slip = tuple[int, int, str, str]
"""Line and column, counted from 1, what is wrong there and how to mend it."""

PASTED_BLANKS = "\u00a0\u2007\u202f\u3000"
_PASTED_WORDS = "Blanks pasted from a page or PDF stand {}."
PASTED_MEND = "Delete them and type ordinary blanks."
COLON_MEND = "Put a blank after the colon."
DASH_MEND = "Put a blank after the dash."
OPENING_CURLY = ("\u2018", "\u201c", "\u201e")
UNLIKE_ENDS = "This text begins with a curly quote and ends with a straight one."
UNLIKE_MEND = "Make both straight, or both curly."
_CURLY = "\u201c\u201d\u2018\u2019\u201e"
_SHOWN = 40

_PASTED = re.compile(f"[ \\t]*[{PASTED_BLANKS}]")
_PASTED_AFTER = re.compile(f"[ \\t]*(?:(-) *|(?:- +)*[A-Za-z_]+:)(?=[{PASTED_BLANKS}])")
_DASH = re.compile(r"[ \t]*(-)[A-Za-z_]+:(?:[ \t]|$)")
_COLON = re.compile(r"[ \t]*(?:- +)*([a-z_]+:)[^\s/]")
_FIELD = re.compile(r"[ \t]*(?:- +)*([A-Za-z_]+):(?:[ \t]+(.*)|$)")
_ENTRY = re.compile(r"[ \t]*(?:- +)")
_MERGE = re.compile(r"[ \t]*(?:([<>|])\1{6}(?:[ \t].*)?|={7}[ \t]*)")
_OPENING = re.compile(r"[ \t]*(?:- +)*(?:[A-Za-z_]+:[ \t]+)?(['\"])")


def left_of_merges(text: str) -> Iterator[tuple[tuple[int, int], str]]:
    """The first mark of each conflict that a merge left in a file, with what to do about all."""
    if not any(sign * 7 in text for sign in "<=>|"):
        return
    lines = LINE_ENDS.split(text.removeprefix("\ufeff"))
    conflicts: list[dict[str, int]] = []
    is_open = False
    for n, line in enumerate(lines, 1):
        if _MERGE.fullmatch(line):
            sign = line.strip()[0]
            if not is_open or sign in conflicts[-1]:
                conflicts.append({})
            conflicts[-1][sign] = n
            is_open = sign != ">"
    for conflict in conflicts:
        first, *others = conflict.values()
        column = len(lines[first - 1]) - len(lines[first - 1].lstrip()) + 1
        marks = _listed("this line", *(f"line {n}" for n in others))
        yield (first, column), f"Keep one side of the two and take away {marks}."


def _listed(*words: str) -> str:
    """Words as a sentence lists them: `one, two and three`."""
    return " and ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)


def has_unlike_ends(text: str) -> bool:
    """Whether a text opens with a curly quote that a straight one at its end was to close.

    A quote that is closed before, and a word in straight quotes at the end, are as they should be.
    """
    closing, straight = ("\u2019", "'") if text[0] == "\u2018" else ("\u201d", '"')
    inner = re.sub(r"(?<=\w)['\u2019](?=\w)", "", text[1:-1])
    return text[-1] == straight and not {closing, straight} & set(inner)


def slip_of_typing(
    lines: Sequence[str], said: str, place: tuple[int, int], last: int
) -> Slip | None:
    """The slip behind what the parser `said` of a place, or None where no sign tells of one.

    `last` is the line in which the last value before the place began.
    """
    line, column = place
    near = [n for n in sorted({last, line - 1, line}) if 0 < n <= len(lines)]
    for n in near:
        if _PASTED.match(lines[n - 1]):
            return n, 1, _PASTED_WORDS.format("before this line"), PASTED_MEND
        if pasted := _PASTED_AFTER.match(lines[n - 1]):
            where = "in this line" if pasted[1] else "after this colon"
            return n, pasted.end() + 1, _PASTED_WORDS.format(where), PASTED_MEND
        if dash := _DASH.match(lines[n - 1]):
            return n, dash.start(1) + 1, "No blank stands after this dash.", DASH_MEND
    if line > len(lines):
        return None
    if "expected ':'" in said or "mapping values" in said:
        for n in near:
            if colon := _COLON.match(lines[n - 1]):
                return n, colon.end(1), "No blank stands after this colon.", COLON_MEND
    if "mapping values" in said:
        return _colon_in_text(lines, line, column, last)
    return _open_quote(lines, line, column, last) if "parsing a block" in said else None


def _colon_in_text(lines: Sequence[str], line: int, column: int, last: int) -> Slip | None:
    here = _FIELD.match(lines[line - 1])
    if here and here[2] and column - 1 > here.start(2):
        name, text = here[1], here[2].rstrip()
        if text[0] in "'\"[{":
            return None
        if text[0] not in _CURLY:
            goes_on = line < len(lines) and _goes_on(lines[line - 1], lines[line])
            mended = f"{name}: '{_beginning(text, goes_on)}'"
            hint = f"Put the text in quotes. Write: {mended}"
            return line, column, "A second colon stands in this line.", hint
    elif not _opens_curly(lines, line, last):
        return None
    message = "A colon stands in this text, and curly quotes do not close it in."
    return line, column, message, "Put straight quotes ' at both ends as well."


def _opens_curly(lines: Sequence[str], line: int, last: int) -> bool:
    """Whether a text above begins with a curly quote that is still open in this line."""
    above = _FIELD.match(lines[last - 1]) if last < line else None
    is_curly = bool(above and above[2] and above[2][0] in _CURLY)
    return is_curly and lines[line - 2].rstrip()[-1:] not in _CURLY


def _goes_on(line: str, below: str) -> bool:
    """Whether the text of a line goes on in the line below, which is indented further."""
    indent = len(line) - len(line.lstrip(" -"))
    return bool(below.strip()) and len(below) - len(below.lstrip(" ")) > indent


def _beginning(text: str, goes_on: bool) -> str:
    """The first words of a text, as they are written within single quotes."""
    if len(text) > _SHOWN:
        text, goes_on = text[:_SHOWN].rpartition(" ")[0] or text[:_SHOWN], True
    shown = "".join(letter if letter.isprintable() else "?" for letter in text)
    return shown.replace("'", "''") + (" ..." if goes_on else "")


def _open_quote(lines: Sequence[str], line: int, column: int, last: int) -> Slip | None:
    """A quote that was left open, and swallowed fields up to the next quote of its kind."""
    opening = _OPENING.match(lines[last - 1]) if last < line else None
    if opening is None or not lines[line - 1][: column - 1].rstrip().endswith(opening[1]):
        return None
    swallowed = [n for n in range(last, line) if _FIELD.match(lines[n]) or _ENTRY.match(lines[n])]
    if not swallowed:
        return None
    quote = opening[1]
    where = "at the end of this line" if swallowed[0] == last else "where its text ends"
    within = (
        "an apostrophe within is written ''" if quote == "'" else 'a quote within is written \\"'
    )
    message = f"The quote that opens here is closed only in line {line}."
    return last, opening.start(1) + 1, message, f"Put {quote} {where}; {within}."
