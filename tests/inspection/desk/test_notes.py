"""Problems as notes on a pull request, to the letter of GitHub's workflow commands."""

from __future__ import annotations

from pathlib import Path

from inspection.desk.notes import notes, paths_of
from inspection.files import DataFile
from inspection.problems import Problem

PATHS = {"data/a.yaml": "data/a.yaml"}


def problem(message: str = "Wrong.", hint: str = "", **fields: object) -> Problem:
    values: dict[str, object] = {
        "code": "X03", "severity": "error", "file": "data/a.yaml", "line": 4, "column": 9,
        "path": "e-1 > theme", "message": message, "hint": hint,
    }  # fmt: skip
    return Problem(**(values | fields))  # type: ignore[arg-type]


def test_a_note_says_where_what_and_how_to_mend_it() -> None:
    assert list(notes([problem("It is unknown.", "Correct it.")], PATHS)) == [
        "::error file=data/a.yaml,line=4,col=9,title=X03 e-1 > theme::It is unknown. Correct it."
    ]


def test_a_warning_is_a_warning_and_a_problem_of_a_whole_file_has_its_code_for_title() -> None:
    of_file = problem(code="S14", severity="warning", path="")
    assert list(notes([of_file], PATHS)) == [
        "::warning file=data/a.yaml,line=4,col=9,title=S14::Wrong."
    ]


def test_signs_that_mean_something_to_github_are_written_as_it_asks() -> None:
    strange = problem("50%: a,\r\nb", path="a, b: 1%")
    (said,) = notes([strange], {"data/a.yaml": "da,ta/a:1.yaml"})
    assert said == (
        "::error file=da%2Cta/a%3A1.yaml,line=4,col=9,title=X03 a%2C b%3A 1%25::50%25: a,%0D%0Ab"
    )


def test_a_file_that_is_not_read_is_named_in_words() -> None:
    assert list(notes([problem(file="data/a.yml", path="")], PATHS)) == [
        "::error title=X03::data/a.yml: Wrong."
    ]


def test_of_one_fault_five_are_noted_and_the_fifth_says_how_many_there_are() -> None:
    said = list(notes([problem(line=n) for n in range(1, 9)], PATHS))
    assert [line.partition("::Wrong.")[2] for line in said] == [
        "",
        "",
        "",
        "",
        " And 3 more like it.",
    ]


def test_paths_are_relative_to_the_folder_where_they_are_in_it(tmp_path: Path) -> None:
    inside, outside = tmp_path / "repository" / "data" / "a.yaml", tmp_path / "b.yaml"
    files = [DataFile(path.name, f"{n}", b"", path) for n, path in enumerate((inside, outside))]
    assert paths_of(files, tmp_path / "repository") == {
        "0": "data/a.yaml",
        "1": outside.as_posix(),
    }
