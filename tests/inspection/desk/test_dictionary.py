"""The data dictionary is the model's, to the letter."""

import errno
import os
from pathlib import Path

import pytest

from inspection.__main__ import main
from inspection.desk.dictionary import dictionary, kinds, renewed

README = Path(__file__).parents[3] / "data" / "README.md"


def test_the_dictionary_in_the_data_folder_is_up_to_date():
    text = README.read_text(encoding="utf-8")
    assert renewed(text) == text, "run `make docs`"


def test_every_part_and_every_field_is_in_it():
    text = dictionary()
    for kind in kinds():
        part = text.split(f"### {kind.__name__}\n", 1)[1].split("\n### ", 1)[0]
        assert [name for name in kind.model_fields if f"| `{name}` |" not in part] == []


def test_a_field_says_what_it_holds_whether_it_is_required_what_it_means_and_what_to_write():
    text = dictionary()
    assert (
        "| `theme` | text | yes | Id of the theme. | Good: `missing-children`"
        "<br>Not: `Missing children` (that is its name, not its id) |\n"
    ) in text
    assert (
        "| `start` | date: `YYYY-MM-DD`, `YYYY-MM` or `YYYY` |  | The first day, as closely as the "
        "source gives it. | Good: `2019-01-07`, `2020-11`"
        "<br>Not: `spring 2018` (only figures are dates: 2018, and the season in a note) |\n"
    ) in text


def test_a_field_that_holds_parts_leaves_the_examples_to_them():
    assert (
        "| `findings` | list of Finding |  | One thing inspectors found, in one sentence of our own "
        "words. |  |\n"
    ) in dictionary()


def test_no_meaning_or_example_breaks_its_table():
    rows = [line for line in dictionary().splitlines() if line.startswith("| `")]
    assert len(rows) > 300
    assert [row for row in rows if row.count("|") != 6] == []


def test_only_what_stands_between_the_marks_is_written_anew():
    document = "Before.\n<!-- dictionary begins -->\nold\n<!-- dictionary ends -->\nAfter.\n"
    text = renewed(document)
    assert text.startswith("Before.\n<!-- dictionary begins -->\n\n### Record\n")
    assert text.endswith("\n<!-- dictionary ends -->\nAfter.\n")
    with pytest.raises(ValueError, match="has no lines"):
        renewed("no marks")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "there is no such file"),
        (b"no marks", "the document has no lines"),
        (b"\xff", "invalid start byte"),
    ],
)
def test_a_document_that_cannot_take_it_is_named_and_left_alone(content, said, tmp_path, capsys):
    document = tmp_path / "plain.md"
    if content is not None:
        document.write_bytes(content)
    status = main(["dictionary", str(document)], {})
    told = capsys.readouterr().err
    assert status == 2
    assert told.startswith("plain.md was not written: ")
    assert said in told
    assert (document.read_bytes() if document.exists() else None) == content


DOCUMENT = "Before.\n<!-- dictionary begins -->\nold\n<!-- dictionary ends -->\nAfter.\n"


def test_the_command_writes_it_into_a_document_whose_mode_stays(tmp_path):
    document = tmp_path / "README.md"
    document.write_text(DOCUMENT, encoding="utf-8")
    document.chmod(0o640)
    assert main(["dictionary", str(document)], {}) == 0
    assert document.read_text(encoding="utf-8") == renewed(DOCUMENT)
    assert document.stat().st_mode & 0o7777 == 0o640
    assert list(tmp_path.iterdir()) == [document]


def test_a_document_stays_whole_where_its_writing_is_cut_short(tmp_path, capsys, monkeypatch):
    def full(_file):
        raise OSError(errno.ENOSPC, "No space left on device")

    document = tmp_path / "README.md"
    document.write_text(DOCUMENT, encoding="utf-8")
    monkeypatch.setattr(os, "fsync", full)
    assert main(["dictionary", str(document)], {}) == 2
    assert capsys.readouterr().err == "README.md was not written: no space left on device.\n"
    assert document.read_text(encoding="utf-8") == DOCUMENT
    assert list(tmp_path.iterdir()) == [document]
