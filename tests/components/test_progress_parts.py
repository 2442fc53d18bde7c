"""The parts of the progress page that no page test reaches: order and voices."""

from components import progress_parts
from inspection.register import register
from tests.inspection import samples as s

SPOKEN = s.record(
    s.inspection(
        recommendations=(
            s.recommendation("e-r1", statements=(s.statement("e-s1", "other", date="2023-01-01"),)),
            s.recommendation("e-r2", statements=(s.statement("e-s2", "force", date="2024-01-01"),)),
            s.recommendation("e-r3"),
        )
    )
)


def test_the_last_spoken_of_stands_first_and_what_nobody_spoke_of_last():
    rows = progress_parts.ordered(register(SPOKEN), "spoken")
    assert [row.id for row in rows] == ["e-r2", "e-r1", "e-r3"]


def test_the_oldest_and_the_newest_first_are_each_others_reverse():
    record = s.record(
        *(
            s.inspection(f"eastshire-{year}", published=f"{year}-01-01",
                         recommendations=(s.recommendation(f"e-{year}"),))
            for year in (2020, 2018, 2022)
        )
    )  # fmt: skip
    rows = register(record)
    oldest = [row.id for row in progress_parts.ordered(rows, "oldest")]
    assert oldest == ["e-2018", "e-2020", "e-2022"]
    assert [row.id for row in progress_parts.ordered(rows, "newest")] == oldest[::-1]
