"""Accepted warnings, by the day: what is listed, what is not, and what is said of the accepting."""

from __future__ import annotations

import datetime as dt

import pytest

from inspection.accepting import SortedOut, accepted_words, sorted_out
from inspection.places import Node
from inspection.problems import Problem, severity_of
from inspection.reading import read_text

DAY = dt.date(2026, 11, 22)


def problem(code: str, about: str) -> Problem:
    severity = severity_of(code)
    return Problem(code, severity, "a.yaml", 1, 1, f"themes > {about} > id", "So.", "", about)


def tree(*entries: str) -> Node | None:
    """The tree of a file with accepted warnings, each given as `code, of, until`."""
    lines = [
        "- {{code: {}, of: {}, until: {}, reason: It is so.}}".format(*entry.split(", "))
        for entry in entries
    ]
    return read_text("\n".join(["accepted_warnings:", *lines, ""]), "z.yaml")[0]


def sorted_here(problems: list[Problem], *entries: str) -> SortedOut:
    return sorted_out(problems, tree(*entries), DAY)


def said(found: SortedOut) -> list[str]:
    return [str(one) for one in found.listed]


def test_without_an_entry_all_problems_are_listed_in_order() -> None:
    problems = [problem("X14", "b"), problem("X12", "a")]
    assert sorted_out(problems, None, DAY) == SortedOut((problems[1], problems[0]))


def test_an_accepted_warning_is_not_listed_on_its_last_day_nor_before() -> None:
    warning, other = problem("X12", "a"), problem("X12", "b")
    found = sorted_here([warning, other], "X12, a, 2026-11-22")
    assert (found.listed, found.unlisted) == ((other,), (warning,))
    assert [(one.code, one.of) for one in found.accepted] == [("X12", "a")]


def test_an_entry_stands_for_its_own_code_and_id_alone() -> None:
    problems = [problem("X14", "a"), problem("X12", "aa")]
    found = sorted_here(problems, "X12, a, 2027-01-01")
    assert found.unlisted == ()
    assert said(found)[2:] == [
        'z.yaml:2:3  K04  accepted_warnings > 1: (warning) There is no warning X12 about "a". '
        "Take this entry away."
    ]


def test_of_a_warning_that_there_is_not_the_nearest_of_its_code_is_named() -> None:
    problems = [problem("X12", "missing-children"), problem("X14", "missing-childern")]
    found = sorted_here(problems, "X12, missing-childern, 2027-01-01")
    assert said(found)[-1] == (
        "z.yaml:2:3  K04  accepted_warnings > 1: (warning) There is no warning X12 about "
        '"missing-childern". Did you mean "missing-children"?'
    )


def test_an_error_is_listed_whatever_is_accepted() -> None:
    error = problem("X03", "a")
    found = sorted_here([error], "X03, a, 2027-01-01")
    assert found == SortedOut((error,))


def test_while_there_are_errors_no_entry_is_called_superfluous() -> None:
    error = problem("X03", "a")
    assert sorted_here([error], "X12, b, 2027-01-01").listed == (error,)


@pytest.mark.parametrize(
    ("until", "line"),
    [
        (
            "2026-11-21",
            "z.yaml:2:29  K03  accepted_warnings > 1 > until: (warning) 21 November 2026 has "
            "passed, so X12 is listed again. "
            "Mend what it says, or see that the reason still holds and give a later day.",
        ),
        ("2026-11-22", None),
        ("2027-11-23", None),
        (
            "2027-11-24",
            "z.yaml:2:29  K05  accepted_warnings > 1 > until: (warning) 24 November 2027 is more "
            "than a year ahead, so X12 is listed. Write 2027-11-23 or earlier.",
        ),
    ],
)
def test_a_day_that_has_passed_or_lies_too_far_ahead_accepts_nothing(
    until: str, line: str | None
) -> None:
    warning = problem("X12", "a")
    found = sorted_here([warning], f"X12, a, {until}")
    assert said(found) == ([] if line is None else [str(warning), line])
    assert found.unlisted == ((warning,) if line is None else ())


def test_an_entry_that_is_past_its_day_and_accepts_nothing_is_told_once() -> None:
    assert [one.code for one in sorted_here([], "X12, a, 2020-01-01").listed] == ["K04"]


def test_an_entry_that_cannot_be_understood_is_left_to_the_check() -> None:
    warning = problem("X12", "a")
    assert sorted_here([warning], "X12, a, soon").listed == (warning,)


def test_one_entry_can_stand_for_several_warnings_about_one_thing() -> None:
    twice = [problem("G12", "a"), problem("G12", "a")]
    found = sorted_here(twice, "G12, a, 2027-01-01")
    assert (found.listed, len(found.unlisted)) == ((), 2)
    assert accepted_words(found) == "2 warnings are accepted: G12 a until 1 January 2027: It is so."


def test_several_entries_are_told_line_by_line() -> None:
    found = sorted_here(
        [problem("X12", "a"), problem("X14", "b")], "X12, a, 2027-01-01", "X14, b, 2027-02-01"
    )
    assert accepted_words(found) == (
        "2 warnings are accepted:\n"
        "    X12 a until 1 January 2027: It is so.\n"
        "    X14 b until 1 February 2027: It is so."
    )


def test_a_reason_of_several_lines_is_told_in_one() -> None:
    text = "accepted_warnings:\n- code: X12\n  of: a\n  until: 2027-01-01\n  reason: |\n"
    root = read_text(text + "    One.\n    ::error::Two.\n", "z.yaml")[0]
    found = sorted_out([problem("X12", "a")], root, DAY)
    assert accepted_words(found).endswith(": One. ::error::Two.")


def test_nothing_is_said_where_nothing_is_accepted() -> None:
    assert accepted_words(SortedOut((problem("X12", "a"),))) == ""
