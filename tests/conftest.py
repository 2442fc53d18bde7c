"""What all tests have in common: the published record, read once, and a folder for snapshots."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

from inspection.dataset import load_record

DATA = Path(__file__).parents[1] / "data"

# No example has a time limit: a machine may have much else to do.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_configure(config: pytest.Config) -> None:
    """Snapshots of this run are shared by all that it starts, and leave nothing behind."""
    if not hasattr(config, "workerinput"):
        folder = tempfile.TemporaryDirectory(prefix="snapshots-")
        os.environ["INSPECTION_SNAPSHOTS"] = folder.name
        config.add_cleanup(folder.cleanup)


@pytest.fixture(scope="session")
def published_record():
    return load_record(DATA)


@pytest.fixture
def data(tmp_path, monkeypatch):
    """A copy of the published data, named to the dashboard."""
    folder = shutil.copytree(DATA, tmp_path / "data")
    monkeypatch.setenv("INSPECTION_DATA", str(folder))
    return folder
