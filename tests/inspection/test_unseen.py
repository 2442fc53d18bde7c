"""Requests whose wording is not in the record, in words for none, one and several."""

from inspection.unseen import none_open_words, unseen_of, unseen_requests, unseen_words
from tests.inspection import samples as s

ONE = {"id": "e-u1", "summary": "Two more.", "sources": s.SOURCES}
OTHER = {"id": "w-u1", "summary": "One more.", "sources": s.SOURCES}
RECORD = s.record(
    s.inspection(unseen_recommendations=(ONE,)),
    s.inspection("westshire-peel-2022", unseen_recommendations=(OTHER,)),
)


def test_they_are_those_of_the_forces_or_inspections_asked_for():
    def ids(found):
        return [(inspection.id, entry.id) for inspection, entry in found]

    east, west = ("eastshire-peel-2022", "e-u1"), ("westshire-peel-2022", "w-u1")
    assert ids(unseen_requests(RECORD, ["eastshire", "westshire"])) == [east, west]
    assert ids(unseen_requests(RECORD, ["westshire"])) == [west]
    assert ids(unseen_of(RECORD, ["eastshire-peel-2022"])) == [east]


def test_they_are_told_with_their_number_and_what_each_says():
    assert unseen_words(()) == ""
    assert unseen_words(unseen_requests(RECORD, ["eastshire", "westshire"])) == (
        "Two entries say that requests were made whose wording is not recorded: Two more. One more."
    )


def test_that_no_item_is_open_is_said_of_the_register_where_requests_are_known():
    known = unseen_requests(RECORD, ["eastshire"])
    assert none_open_words(()) == "No open item is in the record."
    assert none_open_words((), on_theme=True) == "No open item on this theme is in the record."
    assert none_open_words(known, on_theme=True) == (
        "No open item on this theme is in the register; one entry says that requests were made whose "
        "wording is not recorded."
    )
