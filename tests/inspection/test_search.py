"""Full-text search: what is found, in which order, and what is said of slips."""

import pytest

from inspection.search import SearchIndex
from tests.inspection import samples as s

RECORD = s.record(
    s.inspection(
        "eastshire-2018",
        "cp-2014",
        published="2018-06-28",
        title="Child protection inspection",
        judgement="Commitment was clear.",
        findings=(
            s.finding("e-1", summary="Supervisors graded missing children at medium risk."),
            s.finding("e-2", "risk-recognition", summary="Exploitation was not recognised."),
        ),
        recommendations=(
            s.recommendation("e-r1", "risk-recognition", summary="Reduce the backlog of devices."),
        ),
        responses=(
            s.response("e-a1", summary="Repeat episodes fell by 88 per cent.", date="2018-07"),
        ),
    ),
    s.inspection(
        "westshire-2022", title="PEEL on devices", judgement="Exploitation is well understood."
    ),
)
INDEX = SearchIndex(RECORD)


def found(query: str, **filters) -> list[str]:
    return [hit.entry.id for hit in INDEX.search(query, **filters).hits]


def test_all_words_must_occur_and_other_endings_count():
    assert found("missing child") == ["e-1"]
    assert found("supervisor grading") == ["e-1"]
    assert found("missing devices") == []


def test_a_title_counts_for_more_than_a_text():
    assert found("child protection")[0] == "eastshire-2018"
    assert found("devices") == ["westshire-2022", "e-r1"]


def test_filters_narrow_by_force_theme_programme_and_year():
    assert found("exploitation") == ["e-2", "westshire-2022"]
    assert found("exploitation", forces=["eastshire"]) == ["e-2"]
    assert found("exploitation", themes=["risk-recognition"]) == ["e-2"]
    assert found("exploitation", programmes=["peel"]) == ["westshire-2022"]
    assert found("exploitation", years=(2018, 2018)) == ["e-2"]
    assert found("exploitation", kinds=["Inspection"]) == ["westshire-2022"]


def test_a_slip_of_typing_still_finds_and_says_what_was_searched():
    answer = INDEX.search("explotation")
    assert [hit.entry.id for hit in answer.hits] == ["e-2", "westshire-2022"]
    assert (answer.replaced, answer.unknown) == ((("explotation", "exploitation"),), ())


def test_a_word_unlike_any_other_is_said_to_be_unknown():
    answer = INDEX.search("xyzzyx missing")
    assert answer.unknown == ("xyzzyx",)
    assert [hit.entry.id for hit in answer.hits] == ["e-1"]
    assert INDEX.search("xyzzyx").hits == ()


@pytest.mark.parametrize(
    "query", ["", "   ", '"', "*", "AND", "NEAR(", "'; DROP TABLE entry", "🙂"]
)
def test_no_query_is_an_error(query):
    assert isinstance(INDEX.search(query).hits, tuple)


def test_a_number_in_a_response_is_found_and_the_match_is_marked():
    (hit,) = INDEX.search("88 per cent").hits
    assert (hit.entry.id, hit.entry.inspection, hit.entry.anchor) == (
        "e-a1",
        "eastshire-2018",
        "e-a1",
    )
    assert [text for text, matched in hit.pieces if matched] == ["88", "per", "cent"]
