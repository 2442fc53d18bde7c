"""The data files change under a running server."""

import shutil

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import ROOT, needs_make_run, settled


@pytest.fixture
def data(tmp_path):
    """A copy of the published data that a test may spoil."""
    return shutil.copytree(ROOT / "data", tmp_path / "data")


def test_a_broken_file_keeps_the_last_sound_edition_and_mending_it_clears_the_notice(
    data, start_server, visitor
):
    server = start_server(data=data)
    page = visitor.open(server, "/method")
    file = data / "sources.yaml"
    sound = file.read_text()
    file.write_text(f"sources: [\n{sound}")
    page.reload()
    settled(page)
    expect(page.get_by_role("alert")).to_contain_text("The newest data cannot be shown")
    expect(page.get_by_role("heading", level=1)).to_have_text("Method")
    page.get_by_text("What is wrong with the newest data, line by line").click()
    expect(page.get_by_text("data/sources.yaml:")).to_be_visible()
    file.write_text(sound)
    page.reload()
    settled(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Method")
    expect(page.get_by_role("alert")).to_have_count(0)


def test_data_broken_from_the_start_shows_the_lines_and_how_to_mend_them(
    data, start_server, visitor
):
    (data / "sources.yaml").unlink()
    page = visitor.open(start_server(data=data), "/grades")
    expect(page.get_by_role("heading", level=1)).to_have_text("The record cannot be shown")
    expect(page.get_by_text("python -m inspection check data")).to_be_visible()
    expect(page.locator("pre")).to_contain_text("data/inspections.yaml:")
    expect(page.get_by_text("Traceback")).to_have_count(0)
    shutil.copy(ROOT / "data" / "sources.yaml", data)
    page.reload()
    settled(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Grades")


@needs_make_run
def test_another_record_can_be_named_on_the_command_line(data, start_server, visitor, free_port):
    (data / "sources.yaml").unlink()
    command = ["make", "run", f"PORT={free_port}", f"DATA={data}"]
    page = visitor.open(start_server(command=command, port=free_port), "/grades")
    expect(page.get_by_role("heading", level=1)).to_have_text("The record cannot be shown")
