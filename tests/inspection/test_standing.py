"""Our reading: the written rule, case by case."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspection.dates import PartialDate
from inspection.standing import Reading, Said, in_order, readings, voices_differ, went_back
from inspection.vocabulary import Standing, Voice

I, G, F, O = Voice.INSPECTORATE, Voice.GOVERNING_BODY, Voice.FORCE, Voice.OTHER  # noqa: E741
DONE, BETTER, NOT_DONE = Standing.ADDRESSED, Standing.PROGRESS, Standing.NOT_ADDRESSED


def said(year: int | None, voice: Voice, says: Standing | None = None, on_item: bool = True):
    date = PartialDate(year) if year else None
    return Said(f"s-{year}-{voice}", voice, "The speaker", date, says, on_item, "Words.", ())


CASES = [
    ("nothing was said", [], [Reading.NO_FOLLOW_UP]),
    ("the force spoke", [said(2015, F)], [Reading.NO_FOLLOW_UP, Reading.ANSWERED]),
    ("somebody spoke on the theme only", [said(2015, G, None, False)],
     [Reading.NO_FOLLOW_UP, Reading.ANSWERED]),
    ("the force says done", [said(2015, F, DONE)], [Reading.NO_FOLLOW_UP, Reading.CLAIMED]),
    ("the governing body says done", [said(2015, G, DONE)],
     [Reading.NO_FOLLOW_UP, Reading.CLAIMED]),
    ("another body says done", [said(2015, O, DONE)], [Reading.NO_FOLLOW_UP, Reading.CLAIMED]),
    ("all three say done", [said(2015, F, DONE), said(2016, G, DONE), said(2017, O, DONE)],
     [Reading.NO_FOLLOW_UP, Reading.CLAIMED]),
    ("the force says done, then speaks again", [said(2015, F, DONE), said(2016, F)],
     [Reading.NO_FOLLOW_UP, Reading.CLAIMED]),
    ("the force says done, then only better", [said(2015, F, DONE), said(2016, F, BETTER)],
     [Reading.NO_FOLLOW_UP, Reading.CLAIMED, Reading.ANSWERED]),
    ("the inspectorate says better", [said(2015, I, BETTER)],
     [Reading.NO_FOLLOW_UP, Reading.PROGRESS]),
    ("the inspectorate says done", [said(2015, I, DONE)],
     [Reading.NO_FOLLOW_UP, Reading.ADDRESSED]),
    ("the inspectorate speaks without saying", [said(2015, I)],
     [Reading.NO_FOLLOW_UP, Reading.SPOKEN_OF]),
    ("another body speaks without saying", [said(2015, O)],
     [Reading.NO_FOLLOW_UP, Reading.SPOKEN_OF]),
    ("another body speaks, then the force", [said(2015, O), said(2016, F)],
     [Reading.NO_FOLLOW_UP, Reading.SPOKEN_OF, Reading.ANSWERED]),
    ("another body speaks on the theme only", [said(2015, O, None, False)],
     [Reading.NO_FOLLOW_UP]),
    ("the force says done of the item, another body not", [said(2015, F, DONE), said(2016, O)],
     [Reading.NO_FOLLOW_UP, Reading.CLAIMED]),
    ("the inspectorate says not done", [said(2015, I, NOT_DONE)],
     [Reading.NO_FOLLOW_UP, Reading.NOT_ADDRESSED]),
    ("done, then found again", [said(2019, I, DONE), said(2020, I, NOT_DONE)],
     [Reading.NO_FOLLOW_UP, Reading.ADDRESSED, Reading.FOUND_AGAIN]),
    ("found again, then done", [said(2018, I, DONE), said(2019, I, NOT_DONE), said(2020, I, DONE)],
     [Reading.NO_FOLLOW_UP, Reading.ADDRESSED, Reading.FOUND_AGAIN, Reading.ADDRESSED]),
    ("not done, then the force says done", [said(2019, I, NOT_DONE), said(2020, F, DONE)],
     [Reading.NO_FOLLOW_UP, Reading.NOT_ADDRESSED]),
    ("done, then the force says not done", [said(2019, I, DONE), said(2020, F, NOT_DONE)],
     [Reading.NO_FOLLOW_UP, Reading.ADDRESSED]),
    ("the force says done, then the inspectorate not", [said(2018, F, DONE), said(2019, I, NOT_DONE)],
     [Reading.NO_FOLLOW_UP, Reading.CLAIMED, Reading.NOT_ADDRESSED]),
    ("the inspectorate says done of the theme only", [said(2019, I, DONE, False)],
     [Reading.NO_FOLLOW_UP]),
    ("the force says done of the theme only", [said(2019, F, DONE, False)],
     [Reading.NO_FOLLOW_UP, Reading.ANSWERED]),
    ("entered in another order than said", [said(2020, I, NOT_DONE), said(2019, I, DONE)],
     [Reading.NO_FOLLOW_UP, Reading.ADDRESSED, Reading.FOUND_AGAIN]),
    ("a claim without a date comes first", [said(2019, I, NOT_DONE), said(None, F, DONE)],
     [Reading.NO_FOLLOW_UP, Reading.CLAIMED, Reading.NOT_ADDRESSED]),
]  # fmt: skip


@pytest.mark.parametrize(("entries", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_where_an_item_stands(entries, expected):
    assert [step.reading for step in readings(entries)] == expected


@pytest.mark.parametrize(
    ("entries", "back"),
    [
        ([], False),
        ([said(2015, F)], False),
        ([said(2015, I, BETTER), said(2016, I, DONE)], False),
        ([said(2015, I, NOT_DONE), said(2016, I, BETTER)], False),
        ([said(2015, I, DONE), said(2016, I, NOT_DONE)], True),
        ([said(2015, I, DONE), said(2016, I, BETTER)], True),
        ([said(2015, I, BETTER), said(2016, I, NOT_DONE)], True),
        ([said(2015, F, DONE), said(2016, I, NOT_DONE)], False),
        ([said(2015, G, DONE), said(2016, F, BETTER)], False),
        ([said(2015, O, DONE), said(2016, G)], False),
        ([said(2015, F, DONE), said(2016, F, BETTER)], True),
        ([said(2015, F, DONE), said(2016, I, DONE)], False),
    ],
)
def test_a_reading_that_was_taken_back_shows_it(entries, back):
    assert went_back(readings(entries)) is back


@pytest.mark.parametrize(
    ("entries", "differ"),
    [
        ([said(2015, G, DONE), said(2016, I, NOT_DONE)], True),
        ([said(2016, G, DONE), said(2016, I, NOT_DONE)], True),
        ([said(2016, I, NOT_DONE), said(2016, G, DONE)], True),
        ([said(2016, I, NOT_DONE), said(2017, G, DONE)], True),
        ([said(2015, I, DONE), said(2016, I, NOT_DONE), said(2017, F, DONE)], True),
        ([said(2016, I, NOT_DONE), said(2017, G, BETTER)], False),
        ([said(2016, I, NOT_DONE), said(2017, G, DONE, False)], False),
        ([said(2016, I, BETTER), said(2017, G, DONE)], False),
        ([said(2015, I, NOT_DONE), said(2016, G, DONE), said(2017, I, DONE)], False),
        ([said(2015, I, DONE), said(2016, I, NOT_DONE)], False),
        ([], False),
    ],
)
def test_a_claim_that_the_inspectorate_contradicts_is_told_whichever_came_first(entries, differ):
    assert voices_differ(entries) is differ


def test_of_one_day_the_word_of_the_inspectorate_is_taken_first():
    expected = [Reading.NO_FOLLOW_UP, Reading.NOT_ADDRESSED]
    entries = [said(2016, G, DONE), said(2016, I, NOT_DONE)]
    assert [step.reading for step in readings(entries)] == expected
    assert [step.reading for step in readings(entries[::-1])] == expected


def test_another_body_takes_back_only_what_it_said_itself():
    first, second = said(2015, O, DONE), said(2016, O, DONE)
    assert first.speaks_as(second)
    assert not first.speaks_as(replace(second, speaker="Another speaker"))
    assert not first.speaks_as(said(2016, F, DONE))


def test_each_reading_names_what_led_to_it():
    entries = [said(2020, I, NOT_DONE), said(2019, I, DONE)]
    assert [step.said and step.said.date.year for step in readings(entries)] == [None, 2019, 2020]
    assert [entry.date.year for entry in in_order(entries)] == [2019, 2020]


anything = st.lists(
    st.builds(
        said,
        st.one_of(st.none(), st.integers(2010, 2026)),
        st.sampled_from(Voice),
        st.one_of(st.none(), st.sampled_from(Standing)),
        st.booleans(),
    ),
    max_size=6,
)


@given(entries=anything)
def test_nothing_is_ever_addressed_without_the_inspectorates_word_on_the_item(entries):
    if any(step.reading is Reading.ADDRESSED for step in readings(entries)):
        assert any(e.voice is I and e.says is DONE and e.is_on_item for e in entries)


@given(entries=anything)
def test_the_word_of_others_changes_nothing_once_the_inspectorate_has_judged(entries):
    judged = [e for e in entries if e.voice is I and e.says and e.is_on_item]
    if judged:
        assert readings(entries)[-1].reading is readings(judged)[-1].reading
