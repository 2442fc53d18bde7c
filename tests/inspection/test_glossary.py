"""The words of the glossary: each once, each link and source to something that is there."""

import re
from collections import Counter

import pytest

from inspection.addresses import Place
from inspection.glossary import GROUPS, TERMS, near_terms
from inspection.model import Record
from inspection.sheets.definitions import CLOCK_RULE, RECURRING
from inspection.vocabulary import InspectionKind, RecommendationKind

ALL = [term for group in GROUPS for term in group.terms]
NEED_NO_WORD = {"BBC", "CCTV", "CSSIW", "COVID", "GBP", "ISBN", "NERSOU", "NWG", "PIP", "MSET"}
"""Names and everyday abbreviations, and such as stand once in the record, in a name."""


def test_every_word_and_every_group_has_an_id_of_its_own():
    ids = [*(group.id for group in GROUPS), *(term.id for term in ALL)]
    assert [id for id, times in Counter(ids).items() if times > 1] == []
    assert [id for id in ids if not re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", id)] == []
    assert len(TERMS) == len(ALL)


def test_no_two_words_share_a_name():
    names = Counter(name.lower() for term in ALL for name in (term.term, *term.also))
    assert [name for name, times in names.items() if times > 1] == []


def test_every_word_to_see_is_another_word():
    assert [(t.id, to) for t in ALL for to in t.see if to not in TERMS or to == t.id] == []


def test_every_source_is_one_of_the_published_record(published_record: Record):
    named = [term.source for term in ALL if term.source]
    assert "nat-what-is-peel" in named
    assert [source for source in named if source not in published_record.source] == []


def test_every_kind_of_inspection_and_of_request_is_explained_in_the_words_of_the_vocabulary():
    for word in (*InspectionKind, *RecommendationKind):
        assert TERMS[word.value].meaning.startswith(word.meaning)


def test_what_is_defined_elsewhere_is_told_in_the_same_words():
    counted = dict(RECURRING)
    assert TERMS["episode"].meaning == counted["Episode"]
    assert TERMS["looked-at"].meaning == counted["Looked at"]
    assert TERMS["section-55"].meaning == CLOCK_RULE[0]


def test_every_meaning_is_one_or_two_plain_sentences_of_its_own():
    borrowed = {*dict(RECURRING).values(), CLOCK_RULE[0]}
    for term in ALL:
        if not any(text in term.meaning for text in borrowed):
            assert len(re.findall(r"[.](?=\s|$)", term.meaning)) <= 3, term.id
        assert term.meaning.endswith((".", ":")), term.id


def test_every_grade_of_the_published_scales_is_a_word(published_record: Record):
    grades = {grade.id for scale in published_record.scales for grade in scale.grades}
    assert {term.grade for term in ALL if term.grade} == grades


def test_every_abbreviation_in_a_finding_or_request_is_explained(published_record: Record):
    said = " ".join(
        fact.summary
        for inspection in published_record.inspections
        for fact in (*inspection.findings, *inspection.recommendations)
    )
    used = set(re.findall(r"\b[A-Z]{3,}\b", said))
    told = " ".join(" ".join((term.term, *term.also)) for term in ALL)
    assert "MASH" in used
    assert sorted(word for word in used - NEED_NO_WORD if word not in told) == []


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("cause of concerns", "cause-of-concern"),
        ("jtai", "joint"),
        ("Cause-Of-Concern", "cause-of-concern"),
        ("PFCCs", "police-fire-and-crime-commissioner"),
    ],
)
def test_a_slip_of_typing_finds_the_word(asked: str, found: str):
    assert near_terms(asked)[0].id == found


def test_what_is_like_no_word_finds_none():
    assert near_terms("xqzzy") == ()
    assert near_terms("x" * 100_000) == ()


def test_where_more_stands_is_a_place_of_the_record():
    places = {term.place for term in ALL if term.place}
    assert Place("method", at="progress") in places
    assert {place.page for place in places} == {"method", "recurring", "data"}
