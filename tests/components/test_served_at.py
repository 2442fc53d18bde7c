"""Where dashboard and published record are served, as whoever runs them has set it."""

import pytest
from streamlit import config

from components.served_at import public_addresses
from inspection.addresses import Addresses, UnusableAddress

SETTINGS = ("INSPECTION_ADDRESS", "INSPECTION_RECORD_ADDRESS", "INSPECTION_REPORT_TO")


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch):
    """None of the settings, whatever the shell of the tests has; the server's own put back after."""
    for name in SETTINGS:
        monkeypatch.delenv(name, raising=False)
    before = {name: config.get_option(name) for name in ("server.port", "server.baseUrlPath")}
    yield
    for name, value in before.items():
        config.set_option(name, value)


def test_the_address_of_the_dashboard_is_read_and_the_record_stands_below_it(monkeypatch):
    monkeypatch.setenv("INSPECTION_ADDRESS", "https://history.example/app")
    assert public_addresses() == Addresses(
        "https://history.example/app/", "https://history.example/app/record/", ""
    )


def test_a_record_served_elsewhere_has_its_own_address(monkeypatch):
    monkeypatch.setenv("INSPECTION_ADDRESS", "https://history.example")
    monkeypatch.setenv("INSPECTION_RECORD_ADDRESS", "https://record.example/twin")
    assert public_addresses() == Addresses(
        "https://history.example/", "https://record.example/twin/", ""
    )


@pytest.mark.parametrize(
    ("told", "report_to"),
    [
        ("errors@history.example", "mailto:errors@history.example"),
        ("https://history.example/errors", "https://history.example/errors"),
    ],
)
def test_reports_of_errors_go_where_it_was_set(monkeypatch, told, report_to):
    monkeypatch.setenv("INSPECTION_REPORT_TO", told)
    assert public_addresses().report_to == report_to


def test_what_is_set_later_is_what_counts(monkeypatch):
    monkeypatch.setenv("INSPECTION_ADDRESS", "https://first.example")
    assert public_addresses().dashboard == "https://first.example/"
    monkeypatch.setenv("INSPECTION_ADDRESS", "https://second.example")
    assert public_addresses().dashboard == "https://second.example/"


def test_without_a_setting_it_is_the_servers_own_port_and_base_path():
    config.set_option("server.port", 8617)
    assert public_addresses() == Addresses(
        "http://localhost:8617/", "http://localhost:8617/record/", ""
    )
    config.set_option("server.baseUrlPath", "/inspections/")
    assert public_addresses() == Addresses(
        "http://localhost:8617/inspections/", "http://localhost:8617/inspections/record/", ""
    )


def test_an_address_that_was_set_goes_before_the_servers_own(monkeypatch):
    config.set_option("server.baseUrlPath", "inspections")
    monkeypatch.setenv("INSPECTION_ADDRESS", "https://history.example")
    assert public_addresses().dashboard == "https://history.example/"


def test_a_setting_left_empty_is_no_setting(monkeypatch):
    config.set_option("server.port", 8617)
    for name in SETTINGS:
        monkeypatch.setenv(name, "")
    assert public_addresses() == Addresses(
        "http://localhost:8617/", "http://localhost:8617/record/", ""
    )


@pytest.mark.parametrize(
    ("name", "told", "said"),
    [
        ("INSPECTION_ADDRESS", "history.example", "“history.example” is no address for the dash"),
        ("INSPECTION_RECORD_ADDRESS", "ftp://r.example", "“ftp://r.example” is no address for the"),
        ("INSPECTION_REPORT_TO", "the front desk", "“the front desk” cannot take reports"),
    ],
)
def test_a_setting_that_is_no_address_is_refused(monkeypatch, name, told, said):
    monkeypatch.setenv(name, told)
    with pytest.raises(UnusableAddress, match=f"^{said}"):
        public_addresses()
