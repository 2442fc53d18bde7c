"""`python -m inspection brief` as somebody types it."""

import json
from pathlib import Path

import pytest

from inspection.__main__ import main

DATA = Path(__file__).parents[2] / "data"


def run(tmp_path, *words, name="out.pdf"):
    file = tmp_path / name
    status = main(["brief", *words, "--data", str(DATA), "-o", str(file)], {})
    return status, file


def test_a_briefing_is_written_as_pdf_html_and_data(tmp_path):
    day = ("northamptonshire", "--as-known-on", "2019-07-24", "--since", "2018-07-26")
    status, pdf = run(tmp_path, *day)
    assert (status, pdf.read_bytes()[:5]) == (0, b"%PDF-")
    status, html = run(tmp_path, *day, name="out.html")
    assert "<title>Briefing: Northamptonshire Police</title>" in html.read_text("utf-8")
    status, data = run(tmp_path, *day, name="out.json")
    told = json.loads(data.read_text("utf-8"))
    assert (told["day"], told["blocks"][0]["kind"]) == ("2019-07-24", "paragraph")
    _, again = run(tmp_path, *day, name="again.pdf")
    assert again.read_bytes() == pdf.read_bytes()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["northamptonshir"], "is not a force of this record. Did you mean “northamptonshire”?"),
        (["northumbria", "--theme", "x"], "“x” is not a theme of this record."),
        (["northumbria", "--as-known-on", "soon"], "“soon” is not a day. Write it as 2019-07-24."),
        (["northumbria", "--since", "1999-01-01"], "1999"),
        (["northumbria", "--as-known-on", "0001-01-01"], "instead of 1 January 1."),
        (["northumbria", "--address", "https://a b"], "is no address for the dashboard"),
        (["northumbria", "--as-known-on", "2018-01-01", "--since", "2019-01-01"], "2019"),
    ],
)
def test_what_cannot_be_used_gets_a_sentence_and_no_file(words, said, tmp_path, capsys):
    status, file = run(tmp_path, *words)
    assert (status, file.exists()) == (2, False)
    assert said in capsys.readouterr().err


def test_an_unknown_ending_is_refused(tmp_path, capsys):
    status, _ = run(tmp_path, "northumbria", name="out.doc")
    assert status == 2
    assert capsys.readouterr().err == "out.doc has none of the endings .pdf, .html, .json.\n"


def test_a_broken_record_is_named_and_nothing_is_written(tmp_path, capsys):
    (tmp_path / "record.yaml").write_text("release: {version: one}\n", encoding="utf-8")
    file = tmp_path / "out.pdf"
    status = main(["brief", "x", "--data", str(tmp_path / "record.yaml"), "-o", str(file)], {})
    assert (status, file.exists()) == (1, False)
    assert "The record has to be mended first." in capsys.readouterr().err
