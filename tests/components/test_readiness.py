"""The address that says whether this server has a record to show."""

import re
import shutil
from pathlib import Path

import pytest

from components import dataset, readiness
from tests.components.asking import answer

PUBLISHED = Path(__file__).parents[2] / "data"


def ready():
    return answer(readiness.routes(), "/ready")


def lines(found):
    """What was answered, every moment written alike."""
    return re.sub(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", "THEN", found.text).splitlines()


@pytest.mark.usefixtures("data")
def test_it_is_ready_while_there_is_a_sound_record():
    found = ready()
    assert (found.status, lines(found)) == (200, ["ready", f"data version {version()}"])
    assert found.headers["content-type"] == "text/plain; charset=utf-8"
    assert found.headers["cache-control"] == "no-store"


def version():
    return dataset.newest().edition.record.release.version


def test_it_is_ready_with_the_last_sound_record_and_says_that_newer_data_is_broken(data):
    sound = version()
    (data / "sources.yaml").write_text("")
    found = ready()
    assert (found.status, lines(found)) == (
        200,
        ["ready", f"data version {sound}", "newer data has 1 error, 0 warnings, since THEN"],
    )
    assert ready().text == found.text


def test_it_is_not_ready_where_there_never_was_a_sound_record_until_there_is_one(data):
    (data / "sources.yaml").write_text("")
    found = ready()
    assert (found.status, lines(found)) == (
        503,
        ["not ready", "the data has 1 error, 0 warnings, since THEN"],
    )
    shutil.copy(PUBLISHED / "sources.yaml", data)
    assert ready().status == 200
