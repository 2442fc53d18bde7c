"""A page that is drawn while the data changes is drawn from one edition."""

import re
from pathlib import Path
from threading import Event, Thread

import pytest
import yaml

from components import dataset
from tests.inspection import samples as s

FORCE = {"id": "eastshire", "name": "Eastshire Police", "short_name": "Eastshire"}
VERSION = re.compile(r"\b9\.\d+\.0\b")
RUNS = 3


class Editor(Thread):
    """Writes the next edition as soon as anybody has read the one before."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.file, self.ended, self.editions = file, Event(), 0
        inspection = s.inspection("eastshire-2018", "cp-2014", title="Written for 9.0.0")
        record = s.record(inspection, forces=[FORCE], release=s.release(version="9.0.0"))
        values = record.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
        self.text = yaml.safe_dump(values)

    def write(self) -> None:
        self.editions += 1
        beside = self.file.with_name("beside")
        beside.write_text(self.text.replace("9.0.0", f"9.{self.editions}.0"), encoding="utf-8")
        beside.replace(self.file)

    def run(self) -> None:
        while not self.ended.is_set():
            if dataset.newest().edition.record.release.version == f"9.{self.editions}.0":
                self.write()


@pytest.fixture
def editor(tmp_path, monkeypatch):
    """An editor at work on a small record that the dashboard shows."""
    monkeypatch.setenv("INSPECTION_DATA", str(tmp_path))
    monkeypatch.setenv("INSPECTION_SNAPSHOTS", "none")
    editor = Editor(tmp_path / "record.yaml")
    editor.write()
    editor.start()
    yield editor
    editor.ended.set()
    editor.join()


@pytest.mark.usefixtures("editor")
@pytest.mark.parametrize("page", ["data", "history"])
def test_every_page_is_drawn_from_one_edition_however_fast_the_data_changes(
    page, open_page, html_text
):
    seen = []
    for _ in range(RUNS):
        app = open_page(page)
        assert [error.value for error in app.exception] == []
        names = [button.proto.label for button in app.get("download_button")]
        versions = set(VERSION.findall(" ".join([html_text(app), *names])))
        assert len(versions) == 1
        seen += versions
    assert len(set(seen)) > 1
