"""What an address may do in a time, and that files are made two at a time."""

import threading

import pytest

from components import allowance
from components.allowance import Allowance, TooBusy, in_turn


class Clock:
    now = 100.0

    def __call__(self):
        return self.now


def test_three_at_once_and_two_a_second_after_that():
    clock = Clock()
    allowed = Allowance(3, 2.0, clock)
    assert [allowed.wait("a") for _ in range(5)] == [0.0, 0.0, 0.0, 0.5, 1.0]
    assert allowed.wait("b") == 0.0
    clock.now += 1.5
    assert [allowed.wait("a"), allowed.wait("a")] == [0.0, 0.5]
    clock.now += 60.0
    assert [allowed.wait("a") for _ in range(4)] == [0.0, 0.0, 0.0, 0.5]


def test_one_thing_may_count_as_several():
    allowed = Allowance(3, 2.0, Clock())
    assert [allowed.wait("a", 2), allowed.wait("a", 2), allowed.wait("a", 0)] == [0.0, 0.5, 0.5]


def test_what_is_refused_for_its_wait_is_not_counted():
    allowed = Allowance(1, 2.0, Clock())
    assert [allowed.wait("a", longest=0.5) for _ in range(4)] == [0.0, 0.5, None, None]
    assert allowed.wait("a", longest=1.0) == 1.0


def test_of_very_many_addresses_the_longest_silent_is_forgotten(monkeypatch):
    monkeypatch.setattr(allowance, "REMEMBERED", 2)
    allowed = Allowance(1, 2.0, Clock())
    for client in ("a", "b", "a", "c"):
        allowed.wait(client)
    assert list(allowed._counted) == ["a", "c"]
    assert allowed.wait("b") == 0.0


def test_two_files_are_made_at_once_and_a_third_when_one_is_done():
    begun, end = [threading.Event() for _ in range(3)], [threading.Event() for _ in range(3)]

    def making(number):
        def make():
            begun[number].set()
            assert end[number].wait(10)
            return number

        return make

    made = []
    threads = [
        threading.Thread(target=lambda n=n: made.append(in_turn(making(n))())) for n in range(3)
    ]
    for thread in threads[:2]:
        thread.start()
    assert begun[0].wait(10)
    assert begun[1].wait(10)
    threads[2].start()
    assert allowance._making._value == 0
    assert not begun[2].is_set()
    end[1].set()
    assert begun[2].wait(10)
    for event, thread in zip(end, threads, strict=True):
        event.set()
        thread.join(10)
    assert (sorted(made), made[0]) == ([0, 1, 2], 1)
    assert allowance._making._value == 2


def test_a_file_that_fails_or_comes_too_late_takes_no_turn(monkeypatch):
    with pytest.raises(ZeroDivisionError):
        in_turn(lambda: 1 / 0)()
    assert allowance._making._value == 2
    monkeypatch.setattr(allowance, "LONGEST_TURN", 0.0)
    too_late = []

    def third():
        with pytest.raises(TooBusy, match="within 0 seconds"):
            in_turn(lambda: too_late.append(1))()

    in_turn(lambda: in_turn(third)())()
    assert (too_late, allowance._making._value) == ([], 2)
