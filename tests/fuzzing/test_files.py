"""Files to take away, whatever the address: their names are plain and they can be written."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

import pytest
import streamlit as st
from streamlit.runtime.media_file_manager import MediaFileManager

from inspection.model import Record
from tests.fuzzing.hostile import DAYS, value
from tests.fuzzing.test_pages import is_sound, visited
from tests.fuzzing.trying import try_all

NAME = re.compile(
    r"(?:inspection-history|briefing)-[a-z0-9.-]+-as-known-on-[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"\.(?:csv|html|ics|json|pdf|xlsx|yaml)"
)
LONGEST_NAME = 200
CHOICES = ("as-known-on", "since", "force", "theme", "table", "kind", "state", "item", "order")
QUICK = (".csv", ".html", ".ics", ".json", ".yaml", ".xlsx")

Content = Callable[[], bytes | str]


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch) -> dict[str, Content]:
    """The files that the pages offer while they are drawn: by name, what makes each."""
    st.cache_data.clear()
    st.cache_resource.clear()
    found: dict[str, Content] = {}
    at_once, when_asked = MediaFileManager.add, MediaFileManager.add_deferred

    def add(self, data, mimetype, coordinates, file_name=None, **more):
        found[str(file_name)] = lambda: data
        return at_once(self, data, mimetype, coordinates, file_name, **more)

    def add_deferred(self, data, mimetype, coordinates, file_name=None, **more):
        found[str(file_name)] = data
        return when_asked(self, data, mimetype, coordinates, file_name, **more)

    monkeypatch.setattr(MediaFileManager, "add", add)
    monkeypatch.setattr(MediaFileManager, "add_deferred", add_deferred)
    return found


def test_every_file_offered_has_a_plain_name_and_can_be_written(
    offered: dict[str, Content], published_record: Record
) -> None:
    known = [fact.id for fact in (*published_record.forces, *published_record.themes)]

    def choices(random: Random) -> tuple[str, dict[str, list[str]]]:
        keys = random.sample(CHOICES, random.randint(1, 4))
        asked = {key: [value(random, known)] for key in keys}
        for key in {"as-known-on", "since"} & set(keys):
            asked[key] = [random.choice(DAYS)]
        return random.choice(("briefing", "data", "progress")), asked

    def check(tried: tuple[str, dict[str, list[str]]]) -> None:
        offered.clear()
        is_sound(visited(*tried))
        for name, content in offered.items():
            assert NAME.fullmatch(name), name
            assert len(name) <= LONGEST_NAME
            if name.endswith(QUICK):
                assert content()

    try_all("files to take away, any choices", 6, choices, check, seconds_each=8)
