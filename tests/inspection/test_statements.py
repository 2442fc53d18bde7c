"""A statement as an editor adds it: four lines under the recommendation it is about."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
import yaml

from inspection.dataset import examine
from inspection.model import Statement
from tests.inspection.samples import inspection, recommendation, record, release

FOUR_LINES = """
- voice: force
  date: 2026-01-12
  summary: The force said that every child is now seen alone.
  sources: [the-report]
"""
AT = "eastshire-peel-2022 > recommendations > e-r1 > statements > "


@pytest.fixture
def said(tmp_path: Path):
    """What an editor is told, or the statements read, with this text under a recommendation."""
    sound = record(
        inspection(recommendations=[recommendation()]), release=release(released_on="2026-12-01")
    )
    values = sound.model_dump(mode="json", exclude_defaults=True)
    values["inspections"][0]["recommendations"][0]["statements"] = "HERE"
    written = yaml.safe_dump(values, sort_keys=False)
    (line,) = [line for line in written.splitlines() if "HERE" in line]
    indent = line[: line.index("statements")]

    def read(text: str) -> tuple[Statement, ...] | list[str]:
        added = textwrap.indent(text.strip("\n"), indent)
        file = tmp_path / "record.yaml"
        file.write_text(written.replace(line, f"{indent}statements:\n{added}"), encoding="utf-8")
        found, problems = examine(file)
        if found:
            return found.inspections[0].recommendations[0].statements
        return [
            problem.line_of_text.split("  ", 1)[1].split(" See also")[0] for problem in problems
        ]

    return read


def test_four_lines_are_enough(said):
    (statement,) = said(FOUR_LINES)
    assert statement.id == "e-r1-2026-01-12-force"
    assert (statement.speaker, str(statement.date)) == ("The force", "2026-01-12")
    assert (statement.says, statement.rests_on) == (None, ())


@pytest.mark.parametrize(
    ("voice", "speaker"),
    [("inspectorate", "The inspectorate"), ("governing-body", "The governing body")],
)
def test_the_speaker_follows_from_the_voice(said, voice, speaker):
    (statement,) = said(FOUR_LINES.replace("force\n", f"{voice}\n", 1))
    assert (statement.id, statement.speaker) == (f"e-r1-2026-01-12-{voice}", speaker)


def test_an_id_and_a_speaker_that_are_written_stand(said):
    own = FOUR_LINES + "  id: e-r1-said-again\n  speaker: The chief constable\n"
    (statement,) = said(own)
    assert (statement.id, statement.speaker) == ("e-r1-said-again", "The chief constable")


def test_a_month_and_another_voice_make_other_ids(said):
    later = FOUR_LINES.replace("2026-01-12", "2026-02")
    other = FOUR_LINES.replace("force\n", "governing-body\n", 1)
    assert [statement.id for statement in said(FOUR_LINES + later + other)] == [
        "e-r1-2026-01-12-force",
        "e-r1-2026-02-force",
        "e-r1-2026-01-12-governing-body",
    ]


def test_two_of_one_day_and_voice_need_an_id(said):
    assert said(FOUR_LINES + FOUR_LINES) == [
        f'X01  {AT}2 > id: "e-r1-2026-01-12-force" is already in use. '
        "Write an `id` of its own, such as e-r1-2026-01-12-force-2."
    ]


def without(*fields: str) -> str:
    lines = [line for line in FOUR_LINES.strip().splitlines() if not line[2:].startswith(fields)]
    return "- " + "\n".join(lines)[2:]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            without("voice"),
            "F01  {}1 > voice: This field is missing. "
            "Use one of: inspectorate, governing-body, force, other.",
        ),
        (
            FOUR_LINES.replace("force\n", "forse\n", 1),
            'F05  {}1 > voice: "forse" is not a word of this list. Did you mean "force"?',
        ),
        (
            FOUR_LINES.replace("force\n", "[force]\n", 1),
            "F05  {}1 > voice: a list is not a word of this list.",
        ),
        (
            FOUR_LINES.replace("force\n", "other\n", 1),
            "F01  {}1 > speaker: This field is missing. "
            "Who said it, by role or body; may be left out unless the voice is `other`.",
        ),
        (
            without("date"),
            "R05  {}1 > date: This statement on a recommendation has no date. "
            "Give the day, month or year it was made, as `date`.",
        ),
        (
            FOUR_LINES.replace("2026-01-12", "12 January 2026"),
            'F06  {}1 > date: "12 January 2026" is not a date. Did you mean 2026-01-12?',
        ),
        (without("summary"), "F01  {}1 > summary: This field is missing."),
        (
            without("sources"),
            "F01  {}1 > sources: This field is missing. "
            "Name the sources it was read in, as in [the-source].",
        ),
        (
            FOUR_LINES + "  says: adressed\n",
            'F05  {}1 > says: "adressed" is not a word of this list. Did you mean "addressed"?',
        ),
    ],
    ids=lambda text: text if text.startswith(("F", "R")) else "",
)
def test_a_statement_that_lacks_something_is_told_in_one_line(said, text, told):
    assert said(text) == [told.format(AT)]


def test_the_lines_of_the_editors_guide_load(said):
    guide = (Path(__file__).parents[2] / "data" / "README.md").read_text(encoding="utf-8")
    section = guide.split("## Something new was said", 1)[1].split("\n## ", 1)[0]
    example = section.split("```yaml\n", 1)[1].split("```", 1)[0]
    lines = textwrap.dedent(example.split("statements:\n", 1)[1])
    (statement,) = said(lines.replace("[accountability-board-2026-01]", "[the-report]"))
    assert (statement.id, statement.speaker) == ("e-r1-2026-01-12-force", "The force")
