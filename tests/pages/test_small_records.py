"""Other records than the published one: one force with one inspection, and a force with none."""

import pytest
import yaml

from components.navigation import PAGES
from tests.inspection import samples as s

FORCE = {"id": "eastshire", "name": "Eastshire Police", "short_name": "Eastshire"}
ONE = s.inspection(
    "eastshire-2018",
    "cp-2014",
    published="2018-06-28",
    findings=(s.finding("e-1"),),
    recommendations=(s.recommendation(),),
    responses=(s.response(),),
)
RECORDS = {
    "one inspection": s.record(ONE, forces=[FORCE]),
    "no inspection": s.record(forces=[FORCE]),
}


@pytest.fixture
def shown(tmp_path, monkeypatch):
    """Show another record: its values written as the one file of a data folder."""

    def show(record):
        values = record.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
        (tmp_path / "record.yaml").write_text(yaml.safe_dump(values), encoding="utf-8")
        monkeypatch.setenv("INSPECTION_DATA", str(tmp_path))

    return show


@pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS)
@pytest.mark.parametrize("key", [page.key for page in PAGES])
def test_every_page_can_be_drawn_from_a_record_however_small(
    key, record, shown, open_page, html_text
):
    shown(record)
    app = open_page(key)
    assert [error.value for error in app.exception] == []
    text = html_text(app)
    assert '<footer class="foot">' in text
    assert key == "search" or '<div class="answer">' in text
    assert "Northumbria" not in text


def test_of_one_force_none_is_offered_and_its_one_inspection_is_told(shown, open_page, html_text):
    shown(RECORDS["one inspection"])
    app = open_page("overview")
    assert (
        "The record holds one child protection inspection of Eastshire Police, published in 2018."
    ) in html_text(app)
    assert app.get("button_group") == app.get("multiselect") == []
    app = open_page("recurring")
    assert "Raised in the one inspection that looked at it, in 2018" in html_text(app)


def test_a_record_without_inspections_says_so(shown, open_page, html_text):
    shown(RECORDS["no inspection"])
    assert "The record holds no inspection" in html_text(open_page("inspection"))
    assert "No inspection in the record fits this choice." in html_text(open_page("history"))
