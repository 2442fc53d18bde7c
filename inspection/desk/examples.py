"""Values of the fields as they are typed, good ones and those that people get wrong, with why.

Here are the fields that are much the same wherever they stand, by name; those of one part alone are
in `examples_of_inspections.py` and `examples_beside.py`, by `Part.field`. A field that holds parts of
the record has no examples: those of their own fields are told instead.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Mistake(str):
    """A value as somebody might type it, which is wrong, and why it is.

    `refused` says whether the type of the field alone shows it; the others are well formed.
    """

    because: str
    refused: bool

    def __new__(cls, typed: str, because: str, refused: bool) -> Mistake:
        mistake = super().__new__(cls, typed)
        mistake.because = because
        mistake.refused = refused
        return mistake


class Examples(NamedTuple):
    """Good and bad values of a field."""

    good: tuple[str, ...] = ()
    bad: tuple[Mistake, ...] = ()


NONE = Examples()


def told(
    *good: str, refused: Mapping[str, str] | None = None, wrong: Mapping[str, str] | None = None
) -> Examples:
    """Good values; those the field refuses; those it takes that are wrong all the same."""
    bad = [Mistake(typed, why, True) for typed, why in (refused or {}).items()]
    bad += [Mistake(typed, why, False) for typed, why in (wrong or {}).items()]
    return Examples(good, tuple(bad))


# Dates as known are the same everywhere; what is wrong besides differs from field to field.
SLASHES = {"22/08/2025": "the year stands first, with hyphens: 2025-08-22"}
SEASON = {"spring 2018": "only figures are dates: 2018, and the season in a note"}

COMMON = {
    # Fields that are much the same wherever they stand.
    "id": told(
        "northumbria-pir-2019",
        refused={"Northumbria PIR 2019": "ids hold no capitals and no blanks"},
        wrong={"finding-1": "the next force has a first finding too"},
    ),
    "about": told(
        "How well the police protect children who are at risk or have been harmed.",
        refused={"''": "a field with nothing to say is left out, or filled in"},
    ),
    "basis": told(
        "press",
        refused={"newspaper": "the word of the list is press"},
        wrong={"stated": "the word is press where only a newspaper was read"},
    ),
    "counts": told(
        "{good: 3, adequate: 1}",
        refused={"{good: three}": "counts are figures", "3 good, 1 adequate": "one line a grade"},
    ),
    "cycle": told(
        "child-protection-2024",
        refused={"2023/25": "a cycle is named by its id"},
        wrong={"child-protection": "that is the programme"},
    ),
    "cycles": told("[peel-2016, peel-2017]", refused={"peel-2016": "a list, even of one"}),
    "date": told(
        "2026-01-12",
        "2026-01",
        "2026",
        refused=SLASHES,
        wrong={"2026-01-01": "a day may not be made up where only the month is known"},
    ),
    "empty": told(
        "not-graded",
        "not-found",
        refused={"n/a": "say which kind of empty it is"},
        wrong={
            "not-inspected": "where a grade may exist that we looked for and did not find, it is "
            "not-found; where nobody has looked yet, it is not-entered"
        },
    ),
    "family": told("child-protection", refused={"children": "the word is child-protection"}),
    "force": told("northumbria", refused={"Northumbria Police": "that is its name, not its id"}),
    "forces": told("[northumbria]", refused={"northumbria": "a list, even of one: [northumbria]"}),
    "inspection": told(
        "northumbria-pir-2019", refused={"PIR 2019": "an inspection is named by its id"}
    ),
    "inspections": told(
        "[northumbria-pir-2019]", refused={"northumbria-pir-2019": "a list, even of one"}
    ),
    "name": told("Missing children", refused={"''": "a name cannot be empty"}),
    "note": told(
        "The newspaper gives the month only.",
        wrong={"TODO check": "what is not certain is looked up first, or becomes a gap"},
    ),
    "place": told(
        "page 12",
        "paragraph 4.3",
        wrong={"https://example.org/report.pdf": "addresses belong in sources.yaml"},
    ),
    "programme": told(
        "child-protection", "peel", refused={"PEEL": "its id is written in small letters: peel"}
    ),
    "published": told(
        "2025-08-22",
        "2018-03",
        "2014",
        refused=SLASHES | SEASON,
        wrong={"2018-03-01": "a day may not be made up where only the month is known"},
    ),
    "question": told(
        "cp-leadership", refused={"How good is leadership?": "a question is named by its id"}
    ),
    "questions": told(
        "[positive-workplace, use-of-resources]",
        refused={"[positive-workplace]": "of one question alone the grade is known: see grades"},
    ),
    "report": told(
        "effectiveness", refused={"Effectiveness report": "a report is named by its id"}
    ),
    "says": told(
        "progress",
        refused={"resolved": "the word is addressed, where the source says so itself"},
        wrong={"addressed": "not where the source speaks of work under way"},
    ),
    "scope": told("partnership", refused={"council": "a body other than the police is a partner"}),
    "rests_on": told(
        "[northumbria-pir-2019-f09]",
        wrong={"[northumbria-pir-2019]": "the finding, not the inspection it stands in"},
    ),
    "since": told("2012-11", refused=SEASON),
    "sources": told(
        "[hmicfrs-pir-2019]",
        "[bbc-2021-11, chron-2021-11]",
        refused={
            "hmicfrs-pir-2019": "a list, even of one: [hmicfrs-pir-2019]",
            "[https://example.org/report]": "the address stands once, in sources.yaml",
        },
    ),
    "summary": told(
        "In 3 of 6 cases examined, risk to a missing child was not assessed.",
        wrong={
            "They also failed to do so in that case.": "it stands alone elsewhere; say who and what",
            "The force is failing its children.": "a verdict of ours; tell what inspectors found",
        },
    ),
    "theme": told(
        "missing-children",
        refused={"Missing children": "that is its name, not its id"},
    ),
    "themes": told(
        "[missing-children, online-and-digital]", refused={"missing-children": "a list"}
    ),
    "title": told(
        "Child protection inspection of Northumbria Police",
        wrong={"Damning report on police": "a headline; the title is that of the report"},
    ),
    "told_by": told("force", refused={"police": "the word is force"}),
    "unsourced": told(
        "Nothing was published; the record had counted twice.",
        wrong={"See above.": "it is read by itself"},
    ),
    "until": told("2019-01", refused={"today": "what goes on has no `until`"}),
    "value": told(
        "requires-improvement",
        refused={"Requires improvement": "the id of the grade, with small letters and hyphens"},
        wrong={"adequate": "no grade of the scales before 2021/22"},
    ),
    "voice": told(
        "force",
        refused={
            "Chief Constable": "the body speaks: force; the office stands under speaker or role"
        },
        wrong={"inspectorate": "a force that tells what inspectors said is the force"},
    ),
}
