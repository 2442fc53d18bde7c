"""What is wrong with a record: one line to find it, to understand it and to mend it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]
Path = tuple[str | int, ...]

# The letter says where to look: S the file itself, F one field, V vocabulary, I an inspection,
# G grades, A adding up, R recommendations and what was said, C corrections, X references,
# K warnings that were accepted.
CODES = {
    "S01": "The file or folder cannot be read, or holds nothing to read.",
    "S02": "The file is too large, nested too deeply or holds too many values.",
    "S03": "The file is not UTF-8 text, or holds characters that cannot be shown.",
    "S04": "The file is not readable as YAML.",
    "S05": "The file is empty.",
    "S06": "The file does not begin with named parts such as `inspections:`.",
    "S07": "The same field stands twice in one part.",
    "S08": "An anchor (&) or alias (*) is used.",
    "S09": "A tag (!) is used.",
    "S10": "The file holds more than one document.",
    "S11": "The name of a field is itself a list or a group of fields.",
    "S12": "A part that may stand only once in a record stands in two files.",
    "S13": "There are more problems than are listed.",
    "S14": "The file is not in canonical form.",
    "S15": "The schema beside the data files, which editors read, is not that of the record.",
    "S16": "A text is cut short by a #: what follows is read as a comment.",
    "S17": "A merge left its marks in the file, and with them both sides of it.",
    "S18": "A text has a curly quote at its beginning and a straight one at its end.",
    "F01": "A field that must be given is missing.",
    "F02": "A field is not known here.",
    "F03": "A field stands without a value.",
    "F04": "A text, a list or a group of fields stands where another sort is expected.",
    "F05": "A word is not one of a closed list.",
    "F06": "A date is not written as YYYY-MM-DD, YYYY-MM or YYYY, or does not exist.",
    "F07": "A number is not written in plain figures.",
    "F08": "A number is too small or too large.",
    "F09": "An id is not written in small letters, figures and single hyphens.",
    "F10": "A web address does not begin with http:// or https://, or holds a blank.",
    "F11": "A text is too long, or holds nothing.",
    "F12": "A list has too few or too many entries.",
    "F13": "A value is not true or false.",
    "F14": "A version is not three numbers such as 1.0.0.",
    "F15": "A list names the same thing twice.",
    "V01": "A scale has the same grade twice.",
    "V02": "Of two cycles only one says that they may be compared.",
    "V03": "Two cycles are called comparable but have different scales.",
    "V04": "A question stands in several cycles without a reason.",
    "V05": "A theme is both looked at and possibly looked at.",
    "V06": "A period ends before it begins.",
    "V07": "The rulebook of a theme sends its reader to the theme itself.",
    "V08": "Two readers agreed on more findings than were read.",
    "V09": "Two rules tell the same two themes apart.",
    "V10": "A disputed tag is of nothing in the record, or disputes nothing.",
    "I01": "The id of an inspection does not begin with its force.",
    "I02": "The cycle of an inspection belongs to another programme.",
    "I03": "Fieldwork ends before it begins, or begins or ends after publication.",
    "I04": "`published` is not the date of any of the reports.",
    "I05": "The date stamped on the web copy is before publication.",
    "I06": "An inspection follows or continues one of another force.",
    "I07": "An inspection follows or continues one that is not earlier.",
    "I08": "Inspections follow one another in a circle.",
    "I09": "Something is dated after the record was released.",
    "I10": "What a gap says of an inspection that is missing does not hold together.",
    "I11": "An inspection that goes back to an earlier one does not say what it looked at.",
    "I12": "An inspection that goes back to an earlier one does not say to which.",
    "G01": "A grade has both a value and a kind of empty, or neither.",
    "G02": "A judgement carried forward is given as empty although its origin is named.",
    "G03": "A grade is not on the scale of its cycle.",
    "G04": "A grade is given in a cycle for which the vocabulary names no scale.",
    "G05": "A question does not belong to the cycle.",
    "G06": "A question is graded twice in one inspection.",
    "G07": "A grade is carried from an inspection that does not give it.",
    "G08": "Grades known only together do not add up to their questions.",
    "G09": "A question has a grade alone and a grade among others together.",
    "G10": "A grade was changed before it was published, or the changes are not in order.",
    "G11": "Published counts differ from the grades recorded and no note says why.",
    "G12": "A note explains a difference between counts that agree.",
    "G13": "A change of grade gives the grade it had before.",
    "A01": "The parts of a case audit do not add up to its total.",
    "A02": "A numerator is larger than its denominator.",
    "A03": "A measure has neither a value nor a numerator with its denominator.",
    "A04": "National counts do not add up to the number of forces.",
    "A05": "A method is named that no other value of the same force and indicator was measured by.",
    "A06": "A value has no place on its indicator's axis, or has one and names no indicator.",
    "A07": "The period a value stands for has an end but no beginning.",
    "R01": "Something said in answer is dated before the inspection began.",
    "R02": "A time limit ends before the inspection began.",
    "R03": "A finding follows up one that is not of an earlier inspection of the force.",
    "R04": "What became of a promise is dated before the promise.",
    "R05": "A statement has no date, or one on an inspection neither a date nor a reason.",
    "R06": "The inspectorate calls something addressed, and no finding is named for it.",
    "R07": "A statement rests on a finding on another force, or on one published after it.",
    "R08": "A promise was kept by no later inspection of the force, or is none to come back.",
    "R09": "An answer that is not the governing body's is called its published reply.",
    "C01": "A fact that was taken out is in the record, or one that was not is said to have stood "
    "in another.",
    "C02": "Something was mended before it was wrong in public.",
    "C03": "Something was mended in a later edition than this, or before it was wrong.",
    "C04": "A correction names no source and does not say why, or corrects nothing.",
    "K01": "A warning is accepted that cannot be accepted.",
    "K02": "A warning is accepted about something that is not in the record.",
    "K03": "The day up to which a warning was accepted has passed.",
    "K04": "A warning is accepted that there is not, or no longer.",
    "K05": "A warning is accepted for longer than a year.",
    "X01": "An id is used twice.",
    "X02": "A source is not in the record.",
    "X03": "A theme is not in the vocabulary.",
    "X04": "A force is not in the record.",
    "X05": "A programme, cycle or scale is not in the vocabulary.",
    "X06": "A question is not in the vocabulary.",
    "X07": "An inspection is not in the record.",
    "X08": "A report is not one of the inspection's reports.",
    "X09": "A finding is not in the record.",
    "X10": "The fact that a correction names is not in the record.",
    "X11": "A source is used by nothing.",
    "X12": "A theme is used by nothing.",
    "X13": "An indicator is not in the vocabulary.",
    "X14": "An indicator has fewer than two values.",
}
WARNINGS = frozenset({"A05", "G12", "I11", "I12", "K03", "K04", "K05", "S14", "S15", "X12", "X14"})

ACCEPTABLE = frozenset(code for code in WARNINGS if code[0] not in "SK")
"""Warnings about facts, which may be right as they stand; a file is mended instead."""

MAX_PROBLEMS = 1000
_EXAMPLES = 5
_LONGEST_LIST = 12
_LONGEST_COMPARED = 90
_MOST_COMPARED = 3000
_ALIKE = 0.7
"""Less alike are most ids of one force: nothing that a slip of the pen would make."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with the record, where it stands and how to mend it.

    Lines and columns count from 1. `path` leads to the field through record ids where there are
    any, else through positions counted from 1; it is empty where a whole file is meant. `about` is
    the last id on that way, empty where there is none.
    """

    code: str
    severity: Severity
    file: str
    line: int
    column: int
    path: str
    message: str
    hint: str = ""
    about: str = ""

    @property
    def line_of_text(self) -> str:
        """As printed: `data/inspections.yaml:412:9  G03  path: message Mend.`"""
        place = f"{self.file}:{self.line}:{self.column}  {self.code}"
        words = f"{self.message} {self.hint}".strip()
        if self.severity == "warning":
            words = f"(warning) {words}"
        return f"{place}  {self.path}: {words}" if self.path else f"{place}  {words}"

    def __str__(self) -> str:
        return self.line_of_text


class Fault(NamedTuple):
    """A problem found in the record's own terms, before its place in a file is looked up.

    `path` is made of field names and positions counted from 0; `first` is where the other half
    of the fault stands, if it has one.
    """

    code: str
    path: Path
    message: str
    hint: str = ""
    first: Path | None = None


class RecordProblems(Exception):
    """The record has errors and cannot be shown; `problems` holds all of them, in order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__(count_words(self.problems))

    def __str__(self) -> str:
        return "\n".join((count_words(self.problems), *problem_lines(self.problems)))


def severity_of(code: str) -> Severity:
    """`error` where something untrue or ambiguous would be published, else `warning`."""
    return "warning" if code in WARNINGS else "error"


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems by file, then by line."""
    return tuple(sorted(problems, key=lambda p: (p.file, p.line, p.column, p.code, p.path)))


def examples(problems: Iterable[Problem]) -> tuple[tuple[Problem, int], ...]:
    """Problems in order, at most five of one fault; with the fifth, how many more there are."""
    shown: list[Problem] = []
    of_kind: dict[tuple[str, str], list[int]] = defaultdict(list)
    for problem in in_order(problems):
        fault = (problem.code, re.sub(r'"[^"]*"|\d+', "", problem.message))
        if len(of_kind[fault]) < _EXAMPLES:
            shown.append(problem)
        of_kind[fault].append(len(shown) - 1)
    more = {
        places[_EXAMPLES - 1]: len(places) - _EXAMPLES
        for places in of_kind.values()
        if len(places) > _EXAMPLES
    }
    return tuple((problem, more.get(n, 0)) for n, problem in enumerate(shown))


def problem_lines(problems: Iterable[Problem]) -> tuple[str, ...]:
    """Problems as lines in order, with five examples of one fault and then a count of the rest."""
    return tuple(
        f"{problem}\n    and {more} more like it" if more else str(problem)
        for problem, more in examples(problems)
    )


def count_words(problems: Sequence[Problem]) -> str:
    """How many problems there are: `3 errors, 1 warning`."""
    warnings = sum(problem.severity == "warning" for problem in problems)
    return f"{number_of(len(problems) - warnings, 'error')}, {number_of(warnings, 'warning')}"


def number_of(count: int, thing: str) -> str:
    """A count with its noun: `1 error`, `2 errors`."""
    return f"{count:,} {thing}" if count == 1 else f"{count:,} {thing}s"


def quoted(text: str) -> str:
    """Text from a file, fit to stand in a message: one line, at most 60 characters."""
    shown = "".join(letter if letter.isprintable() else "?" for letter in text[:61])
    return f'"{shown[:57]}..."' if len(text) > 60 else f'"{shown}"'


def choice_hint(word: str, choices: Iterable[str], are_all: bool = True) -> str:
    """The nearest of the words that could have been meant, or all of them where they are few."""
    choices = tuple(choices)
    if len(word) <= _LONGEST_COMPARED and len(choices) <= _MOST_COMPARED:
        by_lower = {choice.lower(): choice for choice in choices}
        if near := get_close_matches(word.lower(), by_lower, 1, _ALIKE):
            return f'Did you mean "{by_lower[near[0]]}"?'
    if are_all and 0 < len(choices) <= _LONGEST_LIST:
        return f"Use one of: {', '.join(choices)}."
    return ""
