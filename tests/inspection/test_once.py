"""What is worked out from a record once, and kept with it."""

import datetime as dt

from inspection.model import Record
from inspection.once import once_per_record
from tests.inspection.samples import record


def counting():
    asked: list[tuple[object, ...]] = []

    def counted(of: Record, *given: object) -> tuple[object, ...]:
        asked.append((of, *given))
        return (of.release.version, *given)

    return asked, counted


def test_the_same_question_is_worked_out_once_and_another_anew():
    asked, counted = counting()
    once, own = once_per_record(counted), record()
    first = once(own, "a", ["b", "c"])
    assert first == (own.release.version, "a", ("b", "c"))
    assert once(own, "a", ("b", "c")) is first
    assert once(own, "b") == (own.release.version, "b")
    assert [given for _, *given in asked] == [["a", ("b", "c")], ["b"]]


def test_another_record_has_answers_of_its_own_though_it_says_the_same():
    asked, counted = counting()
    once = once_per_record(counted)
    one, other = record(), record()
    assert one == other
    once(one), once(other), once(one)
    assert [of is one for of, *_ in asked] == [True, False]


def test_what_has_been_worked_out_makes_no_record_differ():
    one, other = record(), record()
    once_per_record(counting()[1])(one, dt.date(2025, 1, 1))
    assert one == other
    assert one.model_dump() == other.model_dump()


def test_of_many_answers_those_last_asked_for_are_kept():
    asked, counted = counting()
    once, own = once_per_record(counted, keep=2), record()
    for given in "aba", "c", "ab":
        for each in given:
            once(own, each)
    assert [given for _, given in asked] == ["a", "b", "c", "b"]
