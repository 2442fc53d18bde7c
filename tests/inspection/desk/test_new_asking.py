"""What `new` asks for at a terminal, and what it says where there is none."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from tests.inspection.desk.new_record import REPORT, in_files, new, texts


class Terminal(io.StringIO):
    """A keyboard on which these lines are typed."""

    def isatty(self) -> bool:
        return True


class Broken(Terminal):
    """A keyboard on which Ctrl-C is pressed after these lines."""

    def readline(self, size: int | None = -1, /) -> str:
        line = super().readline(-1 if size is None else size)
        if not line:
            raise KeyboardInterrupt
        return line


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return in_files(tmp_path / "data")


def typed(
    monkeypatch: pytest.MonkeyPatch, *lines: str, keyboard: type[Terminal] = Terminal
) -> None:
    monkeypatch.setattr("sys.stdin", keyboard("".join(f"{line}\n" for line in lines)))


def test_what_is_not_given_is_asked_for_and_a_default_is_taken_with_enter(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(
        monkeypatch, "1", "peel", "peel-2022", "PEEL assessment", "A report", "2023-10", *[""] * 6
    )
    assert new("inspection", folder) == 0
    said = capsys.readouterr().out
    assert said.startswith(
        "  1  eastshire  Eastshire Police\n  2  westshire  Westshire Police\nForce: "
    )
    assert "Inspectorate, named as at the time [HMICFRS]: " in said
    assert "Id of the inspection; it is permanent [eastshire-peel-2023]: " in said
    asked = texts(folder)
    again = in_files(folder.parent / "again")
    monkeypatch.undo()
    assert new("inspection", again, **REPORT) == 0
    assert texts(again) == asked


def test_a_wrong_answer_is_told_why_and_asked_for_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given = {name: value for name, value in REPORT.items() if name not in ("published", "force")}
    more = {"inspectorate": "HMICFRS", "source": "a-report"}
    typed(monkeypatch, "eastshir", "", "eastshire", "2023-13", "", "2023-10", "eastshire-A", "")
    assert new("inspection", folder, **given, **more) == 0
    assert (
        '  There is no "eastshir". Did you mean eastshire, or westshire?\n'
        "Force:   An answer is needed here.\n"
        "Force: "
        "Published, as closely as known (2027-03-08, 2027-03, 2027): "
        '  "2023-13" is not a date. Write YYYY-MM-DD, YYYY-MM or YYYY.\n'
        "Published, as closely as known (2027-03-08, 2027-03, 2027): "
        "  An answer is needed here.\n"
        "Published, as closely as known (2027-03-08, 2027-03, 2027): "
        "Id of the inspection; it is permanent [eastshire-peel-2023]: "
        '  "eastshire-A" is not an id. Use small letters, figures and hyphens, at most 90.\n'
    ) in capsys.readouterr().out


@pytest.mark.parametrize("keyboard", [Terminal, Broken])
def test_the_end_of_input_and_ctrl_c_leave_everything_as_it_was(
    folder: Path,
    keyboard: type[Terminal],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = texts(folder)
    typed(monkeypatch, "1", "peel", keyboard=keyboard)
    assert new("inspection", folder) == 2
    assert capsys.readouterr().err == "\nNothing was written: everything stands as it did.\n"
    assert texts(folder) == before


def test_a_sole_cycle_is_taken_without_a_question(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = in_files(tmp_path / "data")
    file = folder / "vocabulary.yaml"
    text = file.read_text("utf-8")
    end = text.index("  - id: cp-2024\n")
    begins = text.index("- id: peel\n", end)
    file.write_text(text[:end] + text[text.rindex("\n", 0, begins) + 1 :], "utf-8")
    given = REPORT | {"programme": "child-protection"}
    del given["cycle"]
    typed(monkeypatch, *[""] * 7)
    assert new("inspection", folder, **given) == 0
    assert "Cycle" not in capsys.readouterr().out
    assert "  cycle: cp-2014\n" in (folder / "inspections.yaml").read_text("utf-8")


def test_without_a_terminal_all_that_is_missing_is_named_at_once(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = texts(folder)
    assert new("inspection", folder, title="A title") == 2
    assert capsys.readouterr().err == (
        "Please give --force, --programme, --cycle, --kind, --published, "
        "or run this in a terminal to be asked.\n"
    )
    assert new("statement", folder) == 2
    assert capsys.readouterr().err == (
        "Please give RECOMMENDATION, --voice, --date, --source-title, --publisher, "
        "or run this in a terminal to be asked.\n"
    )
    assert new("force", folder) == 2
    assert capsys.readouterr().err == (
        "Please give --name, or run this in a terminal to be asked.\n"
    )
    assert texts(folder) == before


def test_all_that_is_wrong_is_told_at_once(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = {
        "force": "westshir",
        "cycle": "x",
        "published": "10/2023",
        "id": "westshire-peel",
        "source_id": "A B",
        "address": "history.example",
        "title": "\x07",
    }
    assert new("inspection", folder, **REPORT | wrong) == 2
    assert capsys.readouterr().err == (
        '--force: There is no "westshir". Did you mean westshire, or eastshire?\n'
        '--cycle: There is no "x". There are: peel-2016, peel-2017, peel-2022.\n'
        '--title: "?" holds a character that cannot be shown. Type it anew.\n'
        '--published: "10/2023" is not a date. Write YYYY-MM-DD, YYYY-MM or YYYY.\n'
        '--address: "history.example" is not a web address. It begins with https:// and has no '
        "blank.\n"
        '--source-id: "A B" is not an id. Use small letters, figures and hyphens, at most 90.\n'
    )


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("id", "westshire-peel", "The id of an inspection begins with its force: eastshire-."),
        ("id", "eastshire-peel-2016", '"eastshire-peel-2016" is already in use, or was.'),
        ("id", "eastshire-" + "x" * 81, "Use small letters, figures and hyphens, at most 90."),
        ("title", "x" * 2001, "This is too long: at most 2000 characters."),
        ("title", " ", "An answer is needed here."),
        ("published", "--", '"--" is not a date.'),
        ("source_id", "z-report", '"z-report" is already in use, or was. Choose another.'),
        ("address", "https://a.example/" + "x" * 500, "is not a web address."),
    ],
)
def test_an_option_that_cannot_be_taken_is_refused_with_a_mend(
    folder: Path, capsys: pytest.CaptureFixture[str], option: str, value: str, said: str
) -> None:
    before = texts(folder)
    assert new("inspection", folder, **REPORT | {option: value}) == 2
    err = capsys.readouterr().err
    assert err.startswith(f"--{option.replace('_', '-')}: ")
    assert said in err
    assert texts(folder) == before


def test_a_source_of_the_record_is_not_described_again(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = REPORT | {"source": "a-report", "publisher": "A paper"}
    assert new("inspection", folder, **given) == 2
    assert capsys.readouterr().err == (
        "--publisher: there is no need to say this here. Leave it out.\n"
    )


@pytest.mark.parametrize(
    ("published", "kind", "name"),
    [
        ("2017-07", "peel", "HMICFRS"),
        ("2017-06-30", "peel", "HMIC"),
        ("2018", "revisit", "HMICFRS"),
        ("2017", "peel", ""),
        ("2020", "joint", ""),
    ],
)
def test_the_inspectorate_has_its_name_at_the_time_or_is_asked_for(
    folder: Path, capsys: pytest.CaptureFixture[str], published: str, kind: str, name: str
) -> None:
    status = new("inspection", folder, **REPORT | {"published": published, "kind": kind})
    if not name:
        assert status == 2
        assert capsys.readouterr().err.startswith("Please give --inspectorate, or run")
        return
    assert status == 0
    assert f"\n  inspectorate: {name}\n" in (folder / "inspections.yaml").read_text("utf-8")


def test_an_unknown_recommendation_or_fact_is_refused_with_the_nearest(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new("statement", folder, "e-r3", voice="force", date="2024", source="a-report") == 2
    assert capsys.readouterr().err == (
        'RECOMMENDATION: There is no "e-r3". Did you mean e-r1, or e-r2?\n'
    )
    assert new("correction", folder, "eastshire-peel-2015") == 2
    assert capsys.readouterr().err.startswith(
        'FACT: There is no "eastshire-peel-2015". Did you mean eastshire, or eastshire-peel-2016'
    )
    assert new("correction", folder, "e-1", stood_in="eastshire-peel-2016") == 2
    assert capsys.readouterr().err == (
        'FACT: "e-1" is in the record: take it out, or leave --stood-in out.\n'
    )


def test_what_hangs_on_a_wrong_answer_is_not_called_missing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = {"voice": "force", "date": "2024", "source": "a-repor"}
    assert new("statement", folder, "e-r1", **said) == 2
    assert capsys.readouterr().err == (
        '--source: There is no "a-repor". Did you mean a-report, or z-report, or the-report?\n'
    )
