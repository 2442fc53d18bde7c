"""Values measured more than once in the published record, read by hand from their sources."""

import datetime as dt
from pathlib import Path

import pytest

from inspection.dataset import load_record
from inspection.measured import measured

DATA = Path(__file__).parents[2] / "data"
DAY = dt.date


@pytest.fixture(scope="module")
def record():
    return load_record(DATA)


# The sixteen values of edition 1.5.0; a later one stands beside them.
READ_BY_HAND = (
    "nn-cdi14-01", "nn-cdi15-02", "northumbria-cdi-2016-f01", "nn-cdi20-01",
    "nn-peel21-statement-1", "northumbria-peel-2021-f01",
    "northumbria-peel-2016-r01-statement-1", "northumbria-context-devices-2020",
    "nn-2013p-18", "nn-2018-18", "nn-2025-03", "nn-2025-10",
    "ctx-2023-11-missing-pilot", "nn-2025-statement-3",
    "nn-da14-01", "northumbria-domestic-abuse-2014-f03",
)  # fmt: skip


def told(record, indicator):
    (found,) = [i for i in measured(record) if i.indicator == indicator]
    return [
        (row.fact, row.day_from, row.day_to, row.number, row.label, row.voice)
        for row in found.rows
        if row.fact in READ_BY_HAND
    ]


def test_the_shares_of_crimes_recorded(record):
    assert told(record, "crime-recorded") == [
        ("nn-cdi14-01", DAY(2012, 11, 1), DAY(2013, 10, 31), 79.27, "65 of 82", "inspectorate"),
        ("nn-cdi15-02", DAY(2014, 11, 1), DAY(2014, 11, 30), 85.34, "99 of 116", "inspectorate"),
        ("northumbria-cdi-2016-f01", DAY(2016, 1, 1), DAY(2016, 12, 31), 92.72, "92.72 ± 1.56",
         "inspectorate"),
        ("nn-cdi20-01", DAY(2019, 6, 1), DAY(2019, 11, 30), 92, "92 ± 1.55", "inspectorate"),
    ]  # fmt: skip
    assert "not to be compared" in record.indicator["crime-recorded"].about


def test_the_young_people_who_did_not_go_missing_again_are_claims_of_the_force_and_the_office(
    record,
):
    assert told(record, "young-people-not-missing-again") == [
        ("ctx-2023-11-missing-pilot", DAY(2023, 11, 7), DAY(2023, 11, 7), 100,
         "0 of 52 young people missing again", "force"),
        ("nn-2025-statement-3", DAY(2023, 11, 1), DAY(2024, 11, 30), 87.37, "415 of 475",
         "governing-body"),
    ]  # fmt: skip


def test_the_days_in_single_cases(record):
    assert told(record, "days-in-single-cases") == [
        ("nn-2013p-18", DAY(2013, 1, 1), DAY(2013, 1, 31), 21, "3 weeks", "inspectorate"),
        ("nn-2018-18", DAY(2018, 3, 1), DAY(2018, 3, 31), 5, "5", "inspectorate"),
        ("nn-2025-03", DAY(2025, 1, 1), DAY(2025, 8, 22), 7, "7", "inspectorate"),
        ("nn-2025-10", DAY(2025, 1, 1), DAY(2025, 8, 22), 10, "10", "inspectorate"),
    ]


def test_emergency_calls_and_devices(record):
    assert told(record, "emergency-calls-in-ten-seconds") == [
        ("nn-peel21-statement-1", DAY(2021, 9, 1), DAY(2021, 9, 30), 90, "90 (almost)", "force"),
        ("northumbria-peel-2021-f01", DAY(2022, 9, 22), DAY(2022, 9, 22), 73, "73",
         "inspectorate"),
    ]  # fmt: skip
    assert told(record, "devices-waiting") == [
        ("northumbria-peel-2016-r01-statement-1", DAY(2017, 7, 1), DAY(2017, 7, 1), None,
         "0.4 devices waiting per 1,000 residents", "inspectorate"),
        ("northumbria-context-devices-2020", DAY(2020, 2, 5), DAY(2020, 2, 5), 1345, "1,345",
         "force"),
    ]  # fmt: skip


def test_no_two_values_of_the_record_are_joined_because_no_source_says_the_method_is_the_same(
    record,
):
    every = [row for found in measured(record) for row in found.rows]
    rows = [row for row in every if row.fact in READ_BY_HAND]
    assert [(row.fact, row.method) for row in rows if row.method or row.joined_to] == []
    assert [row.fact for row in rows] == list(READ_BY_HAND)
