"""The published record, read once for the tests that ask something of all of it."""

from pathlib import Path

import pytest

from inspection.dataset import load_record

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture(scope="session")
def published_record():
    return load_record(DATA)
