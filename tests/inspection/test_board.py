"""The orders in which the register can be read; counts and questions are in test_register."""

import datetime as dt

from inspection.board import ORDERS, ordered, to_ask
from inspection.register import register
from tests.inspection import samples as s

SPOKEN = s.record(
    s.inspection(
        recommendations=(
            s.recommendation("e-r1", statements=(s.statement("e-s1", "other", date="2023-01-01"),)),
            s.recommendation(
                "e-r2",
                statements=(
                    s.statement("e-s2", "force", date="2024-01-01"),
                    s.statement("e-s3", "force", date="2022-10-01"),
                ),
            ),
            s.recommendation("e-r3"),
        )
    )
)


def ids(rows):
    return [row.id for row in rows]


def test_the_last_spoken_of_stands_first_and_what_nobody_spoke_of_last():
    assert ids(ordered(register(SPOKEN), "spoken")) == ["e-r2", "e-r1", "e-r3"]


def test_the_oldest_and_the_newest_first_are_each_others_reverse():
    record = s.record(
        *(
            s.inspection(f"eastshire-{year}", published=f"{year}-01-01",
                         recommendations=(s.recommendation(f"e-{year}"),))
            for year in (2020, 2018, 2022)
        )
    )  # fmt: skip
    rows = register(record)
    assert ids(ordered(rows, "oldest")) == ["e-2018", "e-2020", "e-2022"]
    assert ids(ordered(rows, "newest")) == ["e-2022", "e-2020", "e-2018"]


def test_by_due_date_what_has_none_comes_last():
    limits = {"e-r1": None, "e-r2": "2023-06-01", "e-r3": "2023-01-31"}
    record = s.record(
        s.inspection(
            recommendations=tuple(
                s.recommendation(id, time_limit={"words": "by then", "by": by} if by else None)
                for id, by in limits.items()
            )
        )
    )
    assert ids(ordered(register(record), "due")) == ["e-r3", "e-r2", "e-r1"]


def test_the_gravest_first_is_the_order_of_the_register_itself():
    rows = register(SPOKEN)
    assert next(iter(ORDERS)) == "gravest"
    assert ordered(rows[::-1], "gravest") == rows[::-1]


def test_what_to_ask_is_the_gravest_first_then_what_is_past_its_date_then_the_newest():
    late = {"words": "by then", "by": "2019-01-31"}
    record = s.record(
        s.inspection(
            "eastshire-2018",
            published="2018-01-01",
            recommendations=(
                s.recommendation("old"),
                s.recommendation("late", time_limit=late),
                s.recommendation("grave", kind="cause-of-concern"),
            ),
        ),
        s.inspection(
            "eastshire-2020", published="2020-01-01", recommendations=(s.recommendation("new"),)
        ),
    )
    day = dt.date(2021, 1, 1)
    assert ids(to_ask(register(record), day)) == ["grave", "late", "new", "old"]
    assert ids(to_ask(register(record), dt.date(2018, 6, 1))) == ["grave", "new", "late", "old"]
