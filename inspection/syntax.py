"""The words for a text that is not readable as YAML, with a mend."""

from __future__ import annotations

from typing import Any

from inspection.cut_short import LINE_ENDS
from inspection.syntax_indents import field_out_of_line
from inspection.syntax_slips import Slip, slip_of_typing

# A part of the parser's words for a mistake and for what it was doing, since PyYAML gives no code
# to go by; whether to point to where the misread text begins; and our words.
_WORDS = (
    ("end of stream", True, "A text in quotes is not closed.", "Put the closing quote."),
    (
        "mapping values are not allowed",
        False,
        "A second colon stands in this line, or the line is indented too far.",
        "Put the text in quotes, or align the line with the one above.",
    ),
    (
        "sequence entries are not allowed",
        False,
        "A hyphen with a blank behind it begins a list, and no list can begin here.",
        "Put a text that begins with `- ` in quotes, and a list in square brackets.",
    ),
    (
        "mapping keys are not allowed",
        False,
        "A text cannot begin with a question mark that has a blank behind it.",
        "Put the text in quotes.",
    ),
    ("tab character", False, "A tab stands before this line.", "Indent with blanks."),
    (
        "cannot start any token",
        False,
        "A tab or a sign such as @, % or ` cannot stand at the beginning here.",
        "Indent with blanks, or put the text in quotes.",
    ),
    (
        "expected ',' or",
        True,
        "A bracket opens here and is not closed.",
        "Close it, or put the whole text in quotes.",
    ),
    (
        "parsing a block collection",
        False,
        "Here an entry of a list should begin, with a hyphen.",
        "Indent this line like the other fields of its entry, or put `- ` before it.",
    ),
    (
        "could not find expected ':'",
        True,
        "This line has no colon, or belongs to the text of the line above.",
        "Write `field: value`, or indent the line.",
    ),
    (
        "escape c",
        True,
        "A backslash in this text is misplaced.",
        "Use single quotes around the text.",
    ),
    (
        "expected",
        False,
        "This line does not fit the lines around it.",
        "See that it is indented like its neighbours, and that brackets and quotes close.",
    ),
)
# The same, where it is told better by the sign that stands before the place or in it.
_AFTER_TEXT = "Close it where the text ends, and write a quote within it twice."
_AFTER_LIST = "Put a text that begins with [ or { in quotes."
_LIST_AMONG_FIELDS = "See that the first entry begins with `- ` too, and all in the same column."


def syntax_fault(error: Any, text: str, last: int) -> tuple[str, int, int, str, str]:
    """What the parser could not read: code, line, column, message and mend.

    `error` is the parser's; `last` is the line in which the last value before it began.
    """
    unknown = ("", False, f"This is not readable as YAML: {error.problem}.", "")
    said = f"{error.problem} {error.context}"
    _, at_start, message, hint = next((row for row in _WORDS if row[0] in said), unknown)
    mark = error.context_mark if at_start else error.problem_mark
    line, column = place_of(mark)
    lines = LINE_ENDS.split(text)
    if slip := _slip(lines, said, (line, column), last):
        line, column, message, hint = slip
    elif mark and mark.index >= len(text) and column == 1 and line > 1 and text[-1:] != "\n":
        # The parser ends the last line of a file that was half written, and stands in the next.
        line, column = line - 1, len(text) - text.rfind("\n")
    elif "parsing a block" in said:
        message, hint = _misplaced(lines, line, column, last) or (message, hint)
    return "S04", line, column, message, hint


def _slip(lines: list[str], said: str, place: tuple[int, int], last: int) -> Slip | None:
    """What was mistyped, in this line or in one above, as far as signs tell."""
    if ("mapping values" in said or "parsing a block" in said) and (
        slip := field_out_of_line(lines, *place)
    ):
        return slip
    return slip_of_typing(lines, said, place, last)


def _misplaced(lines: list[str], line: int, column: int, last: int) -> tuple[str, str] | None:
    """What stands where a field should, as far as the signs about the place tell."""
    here = lines[line - 1] if line <= len(lines) else ""
    before = here[: column - 1].rstrip()
    if before.endswith(("'", '"')):
        return f"More stands here, after the text in quotes of line {last}.", _AFTER_TEXT
    if before.endswith(("]", "}")):
        return "More stands here, after a closing bracket.", _AFTER_LIST
    if here[column - 1 : column + 1] == "- ":
        return "An entry of a list stands here among fields.", _LIST_AMONG_FIELDS
    return None


def place_of(mark: Any) -> tuple[int, int]:
    """Line and column, counted from 1."""
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
