"""The made-up national record, on one of two small forces: a sound record, the same each time."""

import re
from pathlib import Path

import pytest

from benchmarks.national import files
from inspection.dataset import examine
from inspection.model import Record

INSPECTIONS, FINDINGS = 34, 6
COMMON = ["a-release.yaml", "national.yaml", "sources.yaml", "vocabulary.yaml"]


@pytest.fixture(scope="module")
def written() -> dict[str, str]:
    return files(2, inspections=INSPECTIONS, findings=FINDINGS)


@pytest.fixture(scope="module")
def made_up(written: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Record:
    folder = tmp_path_factory.mktemp("made-up")
    for name, text in written.items():
        Path(folder / name).write_text(text, encoding="utf-8")
    record, problems = examine(folder)
    assert [str(problem) for problem in problems if problem.severity == "error"] == []
    assert record is not None
    return record


def test_every_force_has_the_inspections_and_findings_asked_for(made_up: Record) -> None:
    assert [force.id for force in made_up.forces] == ["force-01", "force-02"]
    counts = [
        (inspection.force, len(inspection.findings))
        for inspection in made_up.inspections
        if inspection.kind
    ]
    assert counts == [("force-01", FINDINGS)] * INSPECTIONS + [("force-02", FINDINGS)] * INSPECTIONS


def test_it_has_the_oddities_of_the_real_record(made_up: Record) -> None:
    grades = [grade for one in made_up.inspections for grade in one.grades]
    assert any(one.follows for one in made_up.inspections)
    assert any(finding.follows_up for one in made_up.inspections for finding in one.findings)
    assert any(grade.carried_from for grade in grades)
    assert any(grade.revisions for grade in grades)
    assert any(grade.empty for grade in grades)
    assert any(one.shared_grades for one in made_up.inspections)
    assert any(one.case_audit for one in made_up.inspections)
    assert {len(str(one.published)) for one in made_up.inspections} == {4, 7, 10}
    assert made_up.corrections
    assert made_up.conflicts
    assert made_up.disputed_tags


def test_it_says_that_it_is_made_up(written: dict[str, str], made_up: Record) -> None:
    assert {gap.forces for gap in made_up.gaps if gap.id.endswith("-made-up")} == {
        ("force-01",),
        ("force-02",),
    }
    assert all(text.startswith("# Made up, to measure with") for text in written.values())


def test_no_real_force_and_no_address_of_the_web_is_named_of_a_made_up_one(
    written: dict[str, str],
) -> None:
    told = "\n".join(text for name, text in written.items() if name.startswith("force-"))
    assert re.findall("(?i)northumbria|northampton|northants|adderley|vera baird", told) == []
    assert set(re.findall(r"https?://([^/\s]+)", told)) == {"example.org"}


def test_the_same_arguments_give_the_same_text_and_another_seed_another(
    written: dict[str, str],
) -> None:
    again = files(2, inspections=INSPECTIONS, findings=FINDINGS)
    assert again == written
    other = files(1, seed=10, inspections=INSPECTIONS, findings=FINDINGS)
    assert other["force-01.yaml"] != written["force-01.yaml"]


def test_a_smaller_record_holds_the_first_forces_of_a_larger(written: dict[str, str]) -> None:
    smaller = files(1, inspections=INSPECTIONS, findings=FINDINGS)
    assert sorted(smaller) == sorted([*COMMON, "force-01.yaml"])
    assert smaller == {name: written[name] for name in smaller}
    assert sorted(written) == sorted([*smaller, "force-02.yaml"])
