"""Where the record is read from and its snapshots are kept."""

import tempfile
from pathlib import Path

import pytest

from components.read_from import DATA, data_path, snapshot_folder


@pytest.mark.parametrize(
    ("arguments", "environment", "path"),
    [
        ([], {}, DATA),
        ([], {"INSPECTION_DATA": ""}, DATA),
        ([], {"INSPECTION_DATA": "elsewhere"}, Path("elsewhere")),
        (["--data", "here.yaml"], {"INSPECTION_DATA": "elsewhere"}, Path("here.yaml")),
        (["--data=here.yaml", "-q"], {}, Path("here.yaml")),
    ],
)
def test_the_command_line_comes_before_the_environment_before_the_default(
    arguments, environment, path
):
    assert data_path(arguments, environment) == path


def test_data_without_a_path_is_refused():
    with pytest.raises(SystemExit):
        data_path(["--data"], {})


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    """The system's temporary folder, for this test one of its own."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def mode(folder):
    return folder.stat().st_mode & 0o777


def test_the_folder_for_snapshots_is_the_one_that_was_set_and_is_not_made(tmp_path):
    folder = tmp_path / "snapshots"
    assert snapshot_folder({"INSPECTION_SNAPSHOTS": str(folder)}) == folder
    assert not folder.exists()


def test_there_are_no_snapshots_where_that_was_set(tmp_path):
    assert snapshot_folder({"INSPECTION_SNAPSHOTS": "none", "HOME": str(tmp_path)}) is None
    assert list(tmp_path.iterdir()) == []


def test_snapshots_stand_in_a_private_folder_in_the_cache_of_the_user(tmp_path):
    found = snapshot_folder({"HOME": str(tmp_path)})
    assert found == tmp_path / ".cache" / "inspection-history"
    assert mode(found) == 0o700
    cache = {"XDG_CACHE_HOME": str(tmp_path / "elsewhere"), "HOME": str(tmp_path)}
    assert snapshot_folder(cache) == tmp_path / "elsewhere" / "inspection-history"


@pytest.mark.parametrize("cache", ["/dev/null/cache", "relative", ""])
def test_without_a_cache_folder_they_stand_in_the_temporary_folder(temporary, cache):
    found = snapshot_folder({"XDG_CACHE_HOME": cache})
    assert found.parent == temporary
    assert mode(found) == 0o700
    assert snapshot_folder({"XDG_CACHE_HOME": cache}) == found  # which is there now


def test_a_folder_that_others_could_write_to_is_not_used(temporary):
    shared = snapshot_folder({})
    shared.chmod(0o770)
    assert snapshot_folder({}) is None
    shared.rmdir()
    (temporary / "of somebody else").mkdir(mode=0o700)
    shared.symlink_to(temporary / "of somebody else")
    assert snapshot_folder({}) is None
    shared.unlink()
    shared.write_text("not a folder")
    assert snapshot_folder({}) is None
