"""What was probably meant by a name that is not known."""

from hypothesis import given
from hypothesis import strategies as st

from inspection.near import near

PAGES = {"history": "History", "grades": "Grades", "recurring": "Recurring issues", "data": "Data"}
INSPECTIONS = {
    "northumbria-ncpi-2018": "Northumbria Police - National child protection inspection 2018",
    "northumbria-pir-2019": "Northumbria - Post-inspection review",
    "northamptonshire-ncpi-2018": "Northamptonshire Police - National child protection 2018",
}


def test_a_slip_of_the_pen_finds_the_key_and_so_does_the_name():
    assert near("histroy", PAGES) == ("history",)
    assert near("Recuring isues", PAGES) == ("recurring",)
    assert near("GRADE", PAGES) == ("grades",)


def test_the_best_comes_first_and_no_more_than_asked_for():
    assert near("northumbria-ncpi-2108", INSPECTIONS)[0] == "northumbria-ncpi-2018"
    assert near("northumbria-ncpi-2018", INSPECTIONS, 1) == ("northumbria-ncpi-2018",)
    assert len(near("northumbria-ncpi-2018", INSPECTIONS, 2)) == 2


def test_a_part_of_an_address_finds_the_whole_and_signs_between_words_do_not_count():
    assert near("ncpi_2018", INSPECTIONS) == (
        "northumbria-ncpi-2018",
        "northamptonshire-ncpi-2018",
    )
    assert near("/history/2018/", PAGES) == ("history",)


def test_what_is_like_nothing_finds_nothing():
    for asked in ("", "   ", "-/-", "<b>", "xyzzy", "d", "\x00"):
        assert near(asked, PAGES) == ()
    assert near("history", {}) == ()
    assert near("history", {"": ""}) == ()


def test_only_the_beginning_of_a_long_text_is_looked_at():
    assert near("history" + " " * 83 + "grades" * 9000, PAGES) == ("history",)


@given(st.text(max_size=120))
def test_whatever_is_asked_for_only_keys_are_found_each_once(asked):
    found = near(asked, INSPECTIONS | PAGES)
    assert len(found) <= 3
    assert len(set(found)) == len(found)
    assert set(found) <= set(INSPECTIONS | PAGES)
