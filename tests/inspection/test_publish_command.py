"""`python -m inspection publish`: a folder with the bytes the dashboard serves, versions never changed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from inspection.__main__ import main
from inspection.addresses import addresses
from inspection.publication import Publication
from inspection.publish import AlreadyPublished, write
from tests.inspection.samples import inspection, record, release

TEXTS = (("inspections.yaml", "release:\n"),)
WHERE = addresses("https://history.example")


def publication(version: str = "1.0.0", title: str = "First look") -> Publication:
    made = record(
        inspection("eastshire-peel-2022", title=title),
        release=release(version=version, released_on=dt.date(2024, 5, 1)),
    )
    return Publication(made, TEXTS, WHERE)


def test_a_page_stands_in_a_folder_of_its_name_and_a_file_under_its_own(tmp_path: Path) -> None:
    made = publication()
    changed, left = write(made, tmp_path)
    page = made.file("inspections/eastshire-peel-2022/")
    assert page is not None
    assert (tmp_path / "inspections/eastshire-peel-2022/index.html").read_bytes() == page.content
    assert (tmp_path / "data/1.0.0/findings.csv").is_file()
    assert (changed, left) == (len(made.paths), [])


def test_a_new_file_has_the_day_of_the_edition_and_a_changed_one_the_time_of_its_change(
    tmp_path: Path,
) -> None:
    write(publication(), tmp_path)
    day = dt.datetime(2024, 5, 1, tzinfo=dt.UTC).timestamp()
    assert {file.stat().st_mtime for file in tmp_path.rglob("*") if file.is_file()} == {day}
    write(publication("1.0.1"), tmp_path)
    assert (tmp_path / "index.html").stat().st_mtime > day
    assert (tmp_path / "style.css").stat().st_mtime == day


def test_writing_again_changes_nothing(tmp_path: Path) -> None:
    write(publication(), tmp_path)
    assert write(publication(), tmp_path) == (0, [])


def test_an_earlier_data_version_stays_where_it_was_cited(tmp_path: Path) -> None:
    write(publication("1.0.0", "First look"), tmp_path)
    before = (tmp_path / "data/1.0.0/inspections.csv").read_bytes()
    _, left = write(publication("1.0.1", "First look, as corrected"), tmp_path)
    assert left == []
    assert (tmp_path / "data/1.0.0/inspections.csv").read_bytes() == before
    assert b"as corrected" in (tmp_path / "data/1.0.1/inspections.csv").read_bytes()
    assert b"as corrected" in (tmp_path / "data/latest/inspections.csv").read_bytes()


def test_a_version_published_before_is_not_given_other_content(tmp_path: Path) -> None:
    write(publication("1.0.0", "First look"), tmp_path)
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    with pytest.raises(AlreadyPublished, match=r"data version 1\.0\.0 was published before"):
        write(publication("1.0.0", "Another title"), tmp_path)
    assert {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()} == before
    write(publication("1.0.0", "Another title"), tmp_path, replace=True)
    assert b"Another title" in (tmp_path / "data/1.0.0/inspections.csv").read_bytes()


def test_what_is_no_longer_in_the_record_is_named_and_left(tmp_path: Path) -> None:
    write(publication(), tmp_path)
    old = tmp_path / "inspections/eastshire-peel-2016/index.html"
    old.parent.mkdir()
    old.write_text("an earlier page")
    (tmp_path / "data/1.0.0/old.csv").write_text("an earlier table")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/config").write_text("not ours")
    assert write(publication(), tmp_path) == (
        0, ["data/1.0.0/old.csv", "inspections/eastshire-peel-2016/index.html"]
    )  # fmt: skip
    assert old.read_text() == "an earlier page"


def test_the_command_says_what_it_wrote_and_that_no_address_was_given(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["publish", str(tmp_path / "site")], {}) == 0
    said = capsys.readouterr()
    assert said.out.startswith(f"{tmp_path / 'site'}: ")
    assert " new or changed; data version " in said.out
    assert "name http://localhost:8501/record/. Give --address" in said.err


def test_the_command_takes_its_addresses_from_the_environment(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    environment = {
        "INSPECTION_ADDRESS": "https://history.example",
        "INSPECTION_REPORT_TO": "mistakes@history.example",
    }
    assert main(["publish", str(tmp_path)], environment) == 0
    assert capsys.readouterr().err == ""
    front = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://history.example/record/">' in front
    assert 'href="mailto:mistakes@history.example?subject=' in front


def test_an_address_that_is_none_is_refused_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["publish", str(tmp_path), "--address", "history.example"], {}) == 2
    assert capsys.readouterr().err == (
        "“history.example” is no address for the dashboard: https://, a host and perhaps a path "
        "are needed.\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_a_folder_by_itself_leads_to_no_dashboard(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ["--record-address", "https://record.example/", "--report-to", "a@record.example"]
    assert main(["publish", str(tmp_path), *given], {}) == 0
    said = "No address of a dashboard was given: no page leads to one.\n"
    assert capsys.readouterr().err == said
    written = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    assert b"localhost" not in written
    assert b"https://record.example/inspections/" in written
