"""`python -m inspection coverage`: what an editor sees of what is missing."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import yaml

from inspection.__main__ import main
from inspection.model import Record
from tests.inspection import samples as s

TODAY = dt.date(2025, 12, 24)
GAP = {
    "id": "gap-1", "forces": ["eastshire"], "what": "A report of 2007", "note": "Not found.",
    "unrecorded": "known-to-exist", "programme": "peel", "sources": list(s.SOURCES),
}  # fmt: skip
FINDINGS = (s.finding("e-1"), s.finding("e-2", "risk-recognition", place="Page 4"))
LOOKED = s.inspection(
    grades=(s.grade(value="good"), s.grade("victim-service", empty="not-graded")),
    findings=(*FINDINGS, s.finding("e-3", "investigating-crime")),
    recommendations=(s.recommendation(),),
)


def written(folder: Path, record: Record) -> Path:
    file = folder / "record.yaml"
    values = record.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    file.write_text(yaml.safe_dump(values, sort_keys=False), encoding="utf-8")
    return file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return written(tmp_path, s.record(LOOKED, gaps=(GAP,)))


def said(
    capsys: pytest.CaptureFixture[str], *arguments: object, today: dt.date = TODAY
) -> tuple[int, str, str]:
    status = main(["coverage", *map(str, arguments)], {}, today)
    told = capsys.readouterr()
    return status, told.out, told.err


EASTSHIRE = """\
Eastshire Police
================

Inspections
                                       Looked
                               Known,    for,
                                  not    none
                   Recorded  recorded   found
peel                      1         1       0

Known to exist, not recorded:
  peel: A report of 2007 (gap-1)

Grades and kinds of empty
                                                                   Not
                                 Not     Not   No such  Carried  found               Graded  Nothing
                   Graded  inspected  graded  question  forward  by us  Withdrawn  together  entered
peel                    1          0       1         0        0      0          0         0        1

Findings and recommendations
                                                                                without
                                      without              without             one from
                             without  a place              a place    without         1   Wording
                                   a   in the  Recommend-   in the        any  December       not
                   Findings  measure   report      ations   report  statement   2024 on  recorded
peel                      3        3        2           1        1          1         1         0

"""
SUM = """\
1 inspection is recorded; 1 more is known to us to exist and not recorded. What is known to us is
not all there is. Of 3 findings 3 are without a measure and 2 are without a place in the report. Of
1 recommendation 1 is without any statement since, and 1 is without one from 1 December 2024 on. Of
1 source of the record 1 is without a date.
These counts say how far this record has come. They say nothing of how good a force is, and are no
reason to set one force above another.
"""
WESTSHIRE = """\
Westshire Police
================

Inspections
                                       Looked
                               Known,    for,
                                  not    none
                   Recorded  recorded   found
No programme              0         0       0

Grades and kinds of empty: none recorded.

Findings and recommendations: none recorded.

"""


def test_every_force_is_told_in_tables_and_then_the_sum(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said(capsys, file) == (0, EASTSHIRE + WESTSHIRE + SUM, "")
    assert said(capsys, file, "--force", "eastshire") == (0, EASTSHIRE + SUM, "")
    status, told, _ = said(capsys, file, "--force", "westshire")
    assert (status, told.startswith(WESTSHIRE + "0 inspections are recorded; no other")) == (
        0,
        True,
    )


def test_no_line_is_wider_than_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    _, told, _ = said(capsys, Path(__file__).parents[3] / "data")
    assert max(map(len, told.splitlines())) <= 100


def test_the_ids_behind_the_counts_are_listed_with_their_lines(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, told, _ = said(capsys, file, "--list", "--force", "eastshire")
    lines = file.read_text(encoding="utf-8").splitlines()
    shown = f"{file.parent.name}/record.yaml"

    def line(text: str) -> int:
        return lines.index(text) + 1

    assert told.startswith(EASTSHIRE)
    assert told.endswith(SUM)
    assert told[len(EASTSHIRE) : -len(SUM)] == (
        f"peel: Not graded (1)\n"
        f"  {shown}:{line('  - question: victim-service')}  eastshire-peel-2022 > victim-service\n\n"
        f"peel: Nothing entered (1)\n"
        f"  {shown}:{line('- id: eastshire-peel-2022')}  "
        "eastshire-peel-2022 > managing-offenders\n\n"
        f"peel: Findings without a measure (3)\n"
        f"  {shown}:{line('  - id: e-1')}  e-1\n"
        f"  {shown}:{line('  - id: e-2')}  e-2\n"
        f"  {shown}:{line('  - id: e-3')}  e-3\n\n"
        f"peel: Findings without a place in the report (2)\n"
        f"  {shown}:{line('  - id: e-1')}  e-1\n"
        f"  {shown}:{line('  - id: e-3')}  e-3\n\n"
        f"peel: Recommendations without a place in the report (1)\n"
        f"  {shown}:{line('  - id: e-r1')}  e-r1\n\n"
        f"peel: Recommendations without a statement (1)\n"
        f"  {shown}:{line('  - id: e-r1')}  e-r1\n\n"
        f"peel: Recommendations without a recent statement (1)\n"
        f"  {shown}:{line('  - id: e-r1')}  e-r1\n\n"
        f"Sources without a date (1)\n"
        f"  {shown}:{line('- id: the-report')}  the-report\n\n"
    )


def test_statements_are_looked_for_from_the_day_given(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoken = s.recommendation(statements=(s.statement(date="2024-03-05"),))
    findings = (*FINDINGS, s.finding("e-3", "investigating-crime"))
    file = written(tmp_path, s.record(s.inspection(findings=findings, recommendations=(spoken,))))

    def told(day: str) -> str:
        return " ".join(said(capsys, file, "--since", day)[1].split())

    assert "0 are without one from 5 March 2024 on" in told("2024-03-05")
    assert "1 is without one from 6 March 2024 on" in told("2024-03-06")


def test_what_cannot_be_done_as_asked_is_said(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said(capsys, file, "--force", "eastshir") == (
        2, "", '"eastshir" is not a force of this record. Did you mean "eastshire"?\n',
    )  # fmt: skip
    assert said(capsys, file, "--force", "zzz") == (
        2, "", '"zzz" is not a force of this record. There are: eastshire, westshire.\n',
    )  # fmt: skip
    assert said(capsys, file, "--since", "May Day") == (
        2, "", '"May Day" is not a day. Write it as 2025-11-22.\n',
    )  # fmt: skip


def test_a_record_with_faults_has_to_be_mended_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "record.yaml"
    file.write_text("x: [", encoding="utf-8")
    status, told, wrong = said(capsys, file)
    assert (status, told) == (1, "")
    assert wrong == (
        f"{file}: 1 error, 0 warnings.\n"
        f"Mend them first; python -m inspection check {file} names them.\n"
    )


def test_the_check_of_a_path_with_a_blank_is_named_in_quotes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "my data"
    folder.mkdir()
    (folder / "record.yaml").write_text("x: [", encoding="utf-8")
    assert said(capsys, folder)[2] == (
        f"{folder}: 1 error, 0 warnings.\n"
        f"Mend them first; python -m inspection check '{folder}' names them.\n"
    )


def test_a_search_too_long_ago_is_told_below(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = (
        "\nThe public pages were last searched in November 2025, more than six months ago. Inspections, "
        "answers\nand statements published since are not in the record. That nothing was found may by "
        "now be wrong.\n"
    )
    fresh = said(capsys, file, today=dt.date(2026, 5, 31))[1]
    assert fresh.endswith(SUM)
    assert said(capsys, file, today=dt.date(2026, 6, 1))[1] == fresh + old
