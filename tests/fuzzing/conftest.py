"""What was tried is written down at the end of a long run."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fuzzing import trying


@pytest.fixture(scope="session", autouse=True)
def _figures() -> Iterator[None]:
    yield
    if file := os.environ.get("FUZZ_FIGURES"):
        trying.write(Path(file))
