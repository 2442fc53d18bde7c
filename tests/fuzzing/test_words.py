"""Hostile words: search and the guess at what was meant answer soon, and only from the record."""

from __future__ import annotations

from random import Random

import pytest

from inspection.model import Record
from inspection.near import near
from inspection.search import LONGEST_QUERY, WORD, SearchIndex, entries
from tests.fuzzing.hostile import value
from tests.fuzzing.trying import try_all


@pytest.fixture(scope="module")
def ids(published_record: Record) -> list[str]:
    record = published_record
    return [fact.id for facts in (record.inspections, record.themes) for fact in facts]


def test_any_words_are_searched_for_and_only_entries_of_the_record_found(
    published_record: Record, ids: list[str]
) -> None:
    index = SearchIndex(published_record)
    texts = dict(entries(published_record))
    common = ["the", "of", "and", "police", "children", "force", "inspektion", "o'", "’s", "2018"]

    def query(random: Random) -> str:
        words = [value(random, [*ids, *common]) for _ in range(random.choice((1, 1, 3, 40)))]
        return random.choice((" ", "", "-", "\n")).join(words)[:120_000]

    def check(query: str) -> None:
        answer = index.search(query)
        asked = WORD.findall(query[:LONGEST_QUERY].casefold())
        assert {typed for typed, _ in answer.replaced} | set(answer.unknown) <= set(asked)
        for hit in answer.hits:
            assert "".join(text for text, _ in hit.pieces) == texts[hit.entry]

    try_all("search, any words", 300, query, check, seconds_each=1)


def test_whatever_was_asked_for_only_known_names_are_guessed(
    published_record: Record, ids: list[str]
) -> None:
    named = {inspection.id: inspection.title for inspection in published_record.inspections}

    def check(asked: str) -> None:
        found = near(asked, named)
        assert len(set(found)) == len(found) <= 3
        assert set(found) <= set(named)

    try_all("near names, any words", 300, lambda random: value(random, ids), check, 0.5)
