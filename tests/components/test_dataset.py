"""The record that pages draw from, as its files change under a running server."""

import datetime as dt
import shutil
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context

import pytest

from components import dataset
from inspection.dataset import load_record
from inspection.problems import RecordProblems


def rewrite(file, change):
    file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")


@pytest.mark.usefixtures("data")
def test_an_unchanged_record_is_one_object_for_everybody():
    first = dataset.record()
    assert dataset.record() is first
    assert dataset.search_index() is dataset.search_index()
    assert dataset.tables() is dataset.tables()


@pytest.mark.usefixtures("data")
def test_first_visitors_at_the_same_moment_share_one_reading():
    with ThreadPoolExecutor(4) as visitors:
        found = list(visitors.map(lambda _: dataset.record(), range(4)))
    assert all(record is found[0] for record in found)


def test_a_changed_file_is_read_at_the_next_look(data):
    before = dataset.record().release.version
    rewrite(data / "inspections.yaml", lambda text: text.replace(before, "97.0.0", 1))
    assert dataset.record().release.version == "97.0.0"


def test_a_broken_file_leaves_the_last_sound_edition_and_says_what_is_wrong(data):
    sound = dataset.record()
    rewrite(data / "sources.yaml", lambda text: f"sourcs: []\n{text}")
    broken = dataset.standing()
    assert broken.edition is not None
    assert broken.edition.record is sound
    assert [str(problem).partition("  ")[0] for problem in broken.problems] == [
        "data/sources.yaml:1:1"
    ]
    assert "sourcs" in str(broken.problems[0])
    assert dataset.standing() is broken  # and is not read again for every rerun


def test_a_mended_file_is_shown_again(data):
    dataset.record()
    rewrite(data / "sources.yaml", lambda text: f"sourcs: []\n{text}")
    assert dataset.standing().problems != ()
    rewrite(data / "sources.yaml", lambda text: text.removeprefix("sourcs: []\n"))
    assert dataset.standing().problems == ()


def test_a_run_of_a_page_sees_the_edition_it_began_with_to_its_end(data):
    def run():
        began = dataset.look()
        version = dataset.record().release.version
        rewrite(data / "inspections.yaml", lambda text: text.replace(version, "97.0.0", 1))
        assert dataset.newest().edition.record.release.version == "97.0.0"
        assert dataset.standing() is began
        assert dataset.record() is dataset.edition().record is began.edition.record
        assert dataset.look().edition.record.release.version == "97.0.0"  # the next run
        assert dataset.record().release.version == "97.0.0"

    copy_context().run(run)
    rewrite(data / "inspections.yaml", lambda text: text.replace("97.0.0", "98.0.0", 1))
    assert dataset.record().release.version == "98.0.0"  # outside a run, at any moment


def test_it_is_known_whether_there_has_ever_been_a_sound_record(data):
    rewrite(data / "sources.yaml", lambda text: f"sourcs: []\n{text}")
    assert dataset.newest().problems != ()
    assert not dataset.has_been_sound()
    rewrite(data / "sources.yaml", lambda text: text.removeprefix("sourcs: []\n"))
    dataset.newest()
    shutil.rmtree(data)
    assert dataset.newest().problems != ()
    assert dataset.has_been_sound()


def test_there_is_no_record_where_there_never_was_a_sound_one(data):
    shutil.rmtree(data)
    assert dataset.standing().edition is None
    with pytest.raises(RecordProblems, match="There is no such file or folder"):
        dataset.record()


@pytest.mark.usefixtures("data")
def test_problems_of_one_path_never_show_the_record_of_another(tmp_path, monkeypatch):
    dataset.record()
    monkeypatch.setenv("INSPECTION_DATA", str(tmp_path / "elsewhere"))
    assert dataset.standing().edition is None


DAY = dt.date(2019, 7, 24)


@pytest.mark.usefixtures("data")
def test_readers_of_one_day_share_one_narrowed_record():
    edition = dataset.edition()
    with ThreadPoolExecutor(4) as readers:
        found = list(readers.map(lambda _: edition.as_known_on(DAY), range(4)))
    assert all(one is found[0] for one in found)
    assert (len(found[0].record.inspections), found[0].day) == (46, DAY)
    assert found[0].not_known_yet.inspections == len(edition.record.inspections) - 46
    assert {row[-1] for row in found[0].tables[0].rows} == {"2019-07-24"}


@pytest.mark.usefixtures("data")
def test_everything_is_never_copied():
    edition = dataset.edition()
    released = edition.record.release.released_on
    assert edition.as_known_on(None) is edition
    assert edition.as_known_on(released) is edition
    assert edition.as_known_on(released + dt.timedelta(days=1)) is edition
    assert edition.not_known_yet is None


@pytest.mark.usefixtures("data")
def test_only_the_days_last_asked_for_are_held():
    edition = dataset.edition()
    days = [DAY + dt.timedelta(days=more) for more in range(dataset.DAYS_HELD)]
    held = [edition.as_known_on(day) for day in days]
    assert edition.as_known_on(days[0]) is held[0]
    edition.as_known_on(DAY - dt.timedelta(days=1))  # one too many: the second goes
    assert edition.as_known_on(days[0]) is held[0]
    assert edition.as_known_on(days[1]) is not held[1]


def test_a_changed_file_changes_a_past_day_too(data):
    before = dataset.edition().as_known_on(DAY)
    rewrite(data / "inspections.yaml", lambda text: text.replace("1.", "97.", 1))
    after = dataset.edition().as_known_on(DAY)
    assert after.record.release.version == before.record.release.version.replace("1.", "97.", 1)


@pytest.mark.usefixtures("data")
def test_the_whole_record_as_yaml_reads_as_the_same_record(tmp_path):
    one = tmp_path / "record.yaml"
    one.write_text(dataset.whole_yaml(), encoding="utf-8")
    assert load_record(one) == dataset.record()
