"""A storm of some seconds; `python -m benchmarks.storm` raises one of minutes."""

from random import Random

import pytest

from benchmarks.storm import SEEN, storm
from benchmarks.storm_data import MARKS, Files
from benchmarks.storm_readers import Outcome, Reader
from inspection.dataset import examine, load_record


@pytest.fixture
def files(tmp_path):
    return Files(tmp_path, Random(1))


def test_every_edition_of_a_storm_is_sound_and_carries_its_mark_in_every_part(files):
    files.write_next()
    assert load_record(files.link).release.version == "9.2.0"
    marks = MARKS.findall("".join(file.read_text() for file in files.link.glob("*.yaml")))
    assert set(marks) == {"2"}
    assert len(marks) > 200


def test_whatever_is_done_to_a_file_leaves_it_of_its_edition_and_can_be_mended(files):
    sound = load_record(files.link)
    for way in files.ways():
        files.spoil(way)
        record, _ = examine(files.link)
        assert record is None or record.release.version == "9.1.0"
        files.mend()
    assert load_record(files.link) == sound


@pytest.mark.parametrize(
    ("page", "wrong"),
    [
        ("Data version 9.3.0, Report 9.3.0", []),
        ("The record cannot be shown", []),
        ("Data version 9.3.0, Report 9.2.0", ["/: editions [2, 3] on one page"]),
        ("Data version 9.1.0", ["/: edition 1 after 2"]),
        ("Data version 9.4.0", ["/: edition 4 after 2"]),
        ("nothing", ["/: editions [] on one page"]),
    ],
)
def test_a_page_is_wrong_with_two_editions_an_older_one_or_none(files, page, wrong):
    files.newest = 3
    outcome = Outcome()
    reader = Reader("", files, outcome, Random(1))
    reader.seen = 2
    reader.judge("/", page)
    assert outcome.wrong == wrong


def test_no_page_is_wrong_in_a_storm():
    outcome = storm(4, seed=9, servers=1, calm=2)
    assert outcome.wrong == []
    assert [what for what in SEEN if not outcome.counts[what]] == []
