"""What `new` writes: valid once filled in, also with all that may be added, and in canonical form."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspection.dataset import examine, load_record
from inspection.desk.canonical import canonical
from tests.inspection.desk.new_record import REPORT, faults, fill, in_files, new
from tests.inspection.samples import release


@pytest.mark.parametrize("everything", [False, True], ids=["what is needed", "everything"])
@pytest.mark.parametrize("cycle", ["peel-2022", "peel-2016", "cp-2014", "cp-2024"])
def test_an_inspection_is_valid_once_filled(tmp_path: Path, cycle: str, everything: bool) -> None:
    folder = in_files(tmp_path / "data")
    programme = "peel" if cycle.startswith("peel") else "child-protection"
    assert new("inspection", folder, **REPORT | {"cycle": cycle, "programme": programme}) == 0
    assert [fault.partition(": ")[2] for fault in faults(folder)] == [
        "This field stands without a value. Fill it in. The inspection as a whole, in our words."
    ]
    for name in ("inspections.yaml", "sources.yaml"):
        fill(folder / name, everything)
    assert faults(folder) == []


@pytest.mark.parametrize("everything", [False, True], ids=["what is needed", "everything"])
@pytest.mark.parametrize("body", [{"body_kind": "police-and-crime-commissioner"}, {}])
def test_a_force_is_valid_once_filled(
    tmp_path: Path, body: dict[str, str], everything: bool
) -> None:
    folder = in_files(tmp_path / "data")
    assert new("force", folder, name="Northshire Police", **body) == 0
    fill(folder / "northshire.yaml", everything)
    assert faults(folder) == []
    offices = load_record(folder).force["northshire"].governing_bodies
    assert len(offices) == (1 if body or everything else 0)


@pytest.mark.parametrize("everything", [False, True], ids=["what is needed", "everything"])
def test_a_correction_is_valid_once_filled(tmp_path: Path, everything: bool) -> None:
    folder = in_files(tmp_path / "data", release=release(version="1.0.1"))
    assert new("correction", folder, "e-1", mended_in="1.0.1") == 0
    fill(folder / "inspections.yaml", everything)
    assert faults(folder) == []


@pytest.mark.parametrize("voice", ["force", "inspectorate", "governing-body"])
def test_a_statement_is_valid_once_filled(tmp_path: Path, voice: str) -> None:
    folder = in_files(tmp_path / "data")
    said = {"voice": voice, "date": "2024-01", "says": "addressed", "source": "the-report"}
    assert new("statement", folder, "e-r2", **said) == 0
    fill(folder / "inspections.yaml")
    assert faults(folder) == []


def test_what_is_written_is_in_canonical_form_filled_or_not(tmp_path: Path) -> None:
    folder = in_files(tmp_path / "data")
    long = "A title: " + "long words " * 30
    assert new("inspection", folder, **REPORT | {"title": long}) == 0
    assert new("statement", folder, "e-r1", voice="force", date="2024", source="a-report") == 0
    assert new("correction", folder, "e-1", was=long, since="2025-10-01") == 0
    assert new("force", folder, name="Northshire Police", body_kind="police-authority") == 0
    for file in folder.iterdir():
        text = file.read_text("utf-8")
        assert canonical(text) == text, file.name
        fill(file, everything=file.name != "inspections.yaml")
        text = file.read_text("utf-8")
        assert canonical(text) == text, file.name


def test_each_grade_of_the_cycle_has_an_entry_and_the_words_of_its_scale(tmp_path: Path) -> None:
    folder = in_files(tmp_path / "data")
    assert new("inspection", folder, **REPORT) == 0
    text = (folder / "inspections.yaml").read_text("utf-8")
    graded = [line for line in text.splitlines() if line.startswith("  # - question: ")]
    assert graded == [
        "  # - question: investigating-crime",
        "  # - question: managing-offenders",
        "  # - question: victim-service",
    ]
    words = " ".join(line.strip(" #") for line in text.splitlines())
    assert "one of: outstanding, good, adequate, requires-improvement, inadequate." in words
    assert "withdrawn (The grade was withdrawn after publication)." in words
    assert "This cycle looks at: investigating-crime." in words
    assert "# follows: eastshire-peel-2016" in text


def test_the_latest_of_the_earlier_ones_is_offered_as_that_which_is_followed(
    tmp_path: Path,
) -> None:
    folder = in_files(tmp_path / "data")
    assert new("inspection", folder, **REPORT | {"published": "2025"}) == 0
    text = (folder / "inspections.yaml").read_text("utf-8")
    assert "# follows: eastshire-peel-2024\n" in text
    assert "# continues: eastshire-peel-2024\n" in text
    assert "Earlier ones under this programme: eastshire-peel-2016, eastshire-peel-2024." in text


def test_what_came_out_on_the_same_day_is_not_offered_as_earlier(tmp_path: Path) -> None:
    folder = in_files(tmp_path / "data")
    assert new("inspection", folder, **REPORT | {"published": "2024-05"}) == 0
    text = (folder / "inspections.yaml").read_text("utf-8")
    assert "# follows: eastshire-peel-2016\n" in text


def test_reports_of_another_programme_are_not_offered_as_earlier(tmp_path: Path) -> None:
    folder = in_files(tmp_path / "data")
    answers = REPORT | {"programme": "child-protection", "cycle": "cp-2024", "published": "2025"}
    assert new("inspection", folder, **answers) == 0
    assert "follows:" not in (folder / "inspections.yaml").read_text("utf-8")


def test_a_cycle_that_grades_nothing_gets_no_grades(tmp_path: Path) -> None:
    folder = in_files(tmp_path / "data")
    given = {"programme": "child-protection", "cycle": "cp-2014", "kind": "inspection"}
    assert new("inspection", folder, **REPORT | given) == 0
    text = (folder / "inspections.yaml").read_text("utf-8")
    assert "# grades:" not in text
    words = " ".join(line.strip(" #") for line in text.splitlines())
    assert (
        "The vocabulary names no scale for cp-2014. If the report grades, add `scale` to the cycle "
        "and the cycle to its questions there first (CONTRIBUTING.md, “A new round”)." in words
    )
    assert "## This cycle looks at: missing-children." in text


def test_a_cycle_with_a_scale_and_no_question_says_so(tmp_path: Path) -> None:
    folder = in_files(tmp_path / "data", questions=())
    assert new("inspection", folder, **REPORT) == 0
    text = (folder / "inspections.yaml").read_text("utf-8")
    assert "# grades:" not in text
    words = " ".join(line.strip(" #") for line in text.splitlines())
    assert (
        "The vocabulary names no question for peel-2022. If the report grades, add the cycle to its "
        "questions there first." in words
    )


GOES_BACK = ["revisit", "reinspection", "post-inspection-review", "assessment-of-progress"]
NOT_ALL = (
    "It need not have looked at all that its cycle looks at. Move into `looked_at` what the report "
    "says that it looked at, and take away what it says that it left out."
)


@pytest.mark.parametrize("kind", GOES_BACK)
def test_what_goes_back_is_asked_what_it_follows_and_what_it_looked_at(
    tmp_path: Path, kind: str
) -> None:
    folder = in_files(tmp_path / "data")
    given = {"programme": "child-protection", "cycle": "cp-2014", "kind": kind}
    assert new("inspection", folder, **REPORT | given) == 0
    text = (folder / "inspections.yaml").read_text("utf-8")
    lines = text.splitlines()
    assert "  follows:" in lines
    assert "  looked_at: []" in lines
    assert "  may_have_looked_at: [missing-children, risk-recognition]" in lines
    words = " ".join(line.strip(" #") for line in lines)
    assert NOT_ALL in words
    assert "Where the record does not hold that inspection, take this line away. follows:" in words
    assert "Rarer fields, explained in data/README.md: reports, narrative_judgements," in words
    file = folder / "inspections.yaml"
    file.write_text(text.replace("  follows:\n", "  follows: eastshire-peel-2016\n"), "utf-8")
    fill(file)
    assert [
        p for p in examine(folder)[1] if p.code in ("I11", "I12") or p.severity == "error"
    ] == []


def test_what_goes_back_is_told_the_earlier_ones_and_none_is_chosen_for_it(tmp_path: Path) -> None:
    folder = in_files(tmp_path / "data")
    assert new("inspection", folder, **REPORT | {"kind": "revisit"}) == 0
    text = (folder / "inspections.yaml").read_text("utf-8")
    assert "Earlier ones under this programme: eastshire-peel-2016. Where" in text
    assert "  follows:\n" in text
    assert "  # continues: eastshire-peel-2016\n" in text


def test_a_first_inspection_is_not_asked_what_it_follows(tmp_path: Path) -> None:
    folder = in_files(tmp_path / "data")
    assert new("inspection", folder, **REPORT) == 0
    text = (folder / "inspections.yaml").read_text("utf-8")
    assert "\n  looked_at:" not in text
    assert "\n  follows:" not in text
    words = " ".join(line.strip(" #") for line in text.splitlines())
    assert "data/README.md: reports, looked_at, may_have_looked_at, narrative_judgements," in words
