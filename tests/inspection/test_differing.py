"""What differs between two editions, in words; and that nothing which differs goes unsaid."""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Iterator
from itertools import count
from typing import Annotated, Any, Union, get_args, get_origin

import pytest

from inspection.dates import PartialDate
from inspection.differing import Difference, DifferenceKind, differences
from inspection.differing_marks import marked
from inspection.differing_notes import hints, version_words
from inspection.model import Fact, Inspection, Record
from inspection.parts import Grade
from inspection.vocabulary import Word
from tests.inspection.samples import (
    commitment,
    correction,
    finding,
    grade,
    inspection,
    programme,
    recommendation,
    record,
    release,
    response,
    source,
    statement,
    theme,
)

REVISION = {
    "date": "2024-08-08",
    "value": "inadequate",
    "reason": "The data had been wrong.",
    "sources": ["the-report"],
}


def words(old: Record, new: Record) -> list[str]:
    return [row.words for row in differences(old, new) if not row.inside]


def test_an_edition_differs_in_nothing_from_itself_in_another_order() -> None:
    first = inspection(findings=[finding("e-1"), finding("e-2")], limits=["This.", "That."])
    second = inspection("westshire-peel-2022")
    turned = inspection(findings=[finding("e-2"), finding("e-1")], limits=["That.", "This."])
    sources = (source("the-report"), source("another"))
    old = record(first, second, sources=sources)
    assert differences(old, record(second, turned, sources=sources[::-1])) == ()


def test_an_inspection_added_is_told_in_one_sentence_with_how_much_is_in_it() -> None:
    new = inspection(
        "westshire-cp-2024",
        "cp-2024",
        published="2027-08-20",
        grades=[grade("responding", "good")],
        findings=[finding("w-1"), finding("w-2")],
        recommendations=[recommendation("w-r1")],
    )
    rows = differences(record(inspection()), record(inspection(), new))
    assert [row.words for row in rows if not row.inside] == [
        "Inspection added: Westshire Police, child-protection, published 20 August 2027: "
        '"Report westshire-cp-2024" A judgement in our words. (1 grade, 2 findings, 1 recommendation) (westshire-cp-2024)'
    ]
    assert [(row.head, row.entry) for row in rows if row.inside] == [
        ("Grade added", "Responding"),
        ("Finding added", "w-1"),
        ("Finding added", "w-2"),
        ("Recommendation added", "w-r1"),
    ]


def test_a_grade_edited_by_hand_is_no_revision() -> None:
    old = record(inspection(grades=[grade(value="adequate")]))
    now = inspection(grades=[grade(value="requires-improvement")])
    start = "Grade changed: Eastshire Police, peel, Investigating crime: adequate -> requires "
    start += "improvement (eastshire-peel-2022); "
    assert words(old, record(now)) == [f"{start}no revision and no correction says so"]
    mended = correction("correction-7", fact="eastshire-peel-2022")
    assert words(old, record(now, corrections=[mended]))[0] == f"{start}correction-7 tells of it"


def test_a_revision_is_told_as_the_inspectorates() -> None:
    old = record(inspection(grades=[grade(value="adequate")]))
    new = record(inspection(grades=[grade(value="adequate", revisions=[REVISION])]))
    assert words(old, new) == [
        "Grade revised: Eastshire Police, peel, Investigating crime: adequate -> inadequate "
        "(eastshire-peel-2022); by the inspectorate, 8 August 2024: The data had been wrong."
    ]
    assert words(new, old) == [
        "Revision of a grade taken out: Eastshire Police, peel, Investigating crime, of 8 August "
        "2024: inadequate: The data had been wrong. (eastshire-peel-2022) No correction says so."
    ]


def test_a_second_revision_is_told_from_the_value_that_the_first_gave() -> None:
    later = {**REVISION, "date": "2025-01-09", "value": "good"}
    old = record(inspection(grades=[grade(value="adequate", revisions=[REVISION])]))
    new = record(inspection(grades=[grade(value="adequate", revisions=[REVISION, later])]))
    (row,) = differences(old, new)
    assert (row.head, row.old, row.new) == ("Grade revised", "inadequate", "good")


def test_a_grade_that_was_found_takes_the_place_of_why_there_was_none() -> None:
    old = record(inspection(grades=[grade(empty="not-found")]))
    (row,) = differences(old, record(inspection(grades=[grade(value="good")])))
    assert (row.old, row.new, row.field) == ("not found by us", "good", "value")


def test_a_statement_added_says_who_spoke_when_and_what() -> None:
    said = {"voice": "force", "date": "2026-01-12", "says": "addressed", "summary": "It is done."}
    asked = recommendation(statements=[{**said, "sources": ["the-report"]}])
    old = record(inspection(recommendations=[recommendation()]))
    assert words(old, record(inspection(recommendations=[asked]))) == [
        "Statement added on e-r1: Eastshire Police, peel: the force, 12 January 2026, says "
        "addressed: It is done. (e-r1-2026-01-12-force)"
    ]


def test_a_speaker_of_another_name_than_the_voice_is_told_with_the_voice() -> None:
    said = {"voice": "other", "speaker": "A panel", "summary": "It is done."}
    asked = recommendation(statements=[{**said, "date": "2026-01", "sources": ["the-report"]}])
    old = record(inspection(recommendations=[recommendation()]))
    (told,) = words(old, record(inspection(recommendations=[asked])))
    assert ": A panel (another body), January 2026: It is done." in told


def test_an_answer_whose_day_is_not_known_says_so() -> None:
    (told,) = words(record(inspection()), record(inspection(responses=[response()])))
    assert "Chief Constable, Eastshire Police, without a date: What was answered, e-a1." in told


def test_a_grade_of_another_body_is_told_as_that_and_not_taken_for_that_of_the_force() -> None:
    own, shared = grade(value="good"), grade(value="adequate", scope="regional-unit")
    old = record(inspection(grades=[own, shared]))
    assert differences(old, record(inspection(grades=[shared, own]))) == ()
    (told,) = words(
        old, record(inspection(grades=[own, grade(scope="regional-unit", value="good")]))
    )
    assert told.startswith(
        "Grade changed: Eastshire Police, peel, Investigating crime (about a regional unit): "
        "adequate -> good"
    )


def test_a_statement_whose_date_is_mended_stays_the_same_statement() -> None:
    def asked(day: str) -> Record:
        said = {"voice": "force", "date": day, "summary": "Done.", "sources": ["the-report"]}
        return record(inspection(recommendations=[recommendation(statements=[said])]))

    rows = differences(asked("2026-01-12"), asked("2026-01-13"))
    assert [(row.head, row.field, row.old, row.new) for row in rows] == [
        ("Statement renamed", "id", "e-r1-2026-01-12-force", "e-r1-2026-01-13-force"),
        ("Statement changed", "date", "12 January 2026", "13 January 2026"),
    ]


def test_both_wordings_of_a_finding_are_told_with_the_parts_that_differ() -> None:
    before, after = "Visited after 10 days, it said.", "Visited after 12 days, it said."
    old = record(inspection(findings=[finding(summary=before)]))
    (row,) = differences(old, record(inspection(findings=[finding(summary=after)])))
    assert row.words == (
        f"Finding changed: Eastshire Police, peel, e-1, `summary`: {before} -> {after}"
    )
    assert marked(before, after) == (
        (("Visited after ", False), ("10", True), (" days, it said.", False)),
        (("Visited after ", False), ("12", True), (" days, it said.", False)),
    )


def test_wordings_with_little_in_common_are_not_marked() -> None:
    assert marked("All of it.", "Nobody was seen") == (
        (("All of it.", False),),
        (("Nobody was seen", False),),
    )


def test_what_was_taken_out_says_whether_a_correction_tells_of_it() -> None:
    old = record(inspection(findings=[finding("e-1"), finding("e-2")]))
    new = inspection(findings=[finding("e-2")])
    start = "Finding taken out: Eastshire Police, peel, e-1: concern, missing-children: "
    start += "What was found, e-1. "
    assert words(old, record(new)) == [f"{start}No correction says so."]
    gone = correction(removed=True, stood_in="eastshire-peel-2022")
    told = words(old, record(new, corrections=[gone]))
    assert told[0] == f"{start}Correction-1 says so."
    assert told[1].startswith("Correction added: correction-1: of e-1: before: Seven. Now: Eight.")


def test_a_correction_that_does_not_say_that_a_fact_was_taken_out_does_not_account_for_it() -> None:
    old = record(inspection(findings=[finding("e-1"), finding("e-2")]))
    new = record(inspection(findings=[finding("e-2")]), corrections=[correction()])
    assert differences(old, new)[0].note == "no correction says so"


def test_a_correction_that_was_taken_out_is_called_a_fault() -> None:
    old = record(inspection(), corrections=[correction()])
    (row,) = differences(old, record(inspection()))
    assert (row.head, row.note) == (
        "Correction taken out",
        "an entry of this log is never taken out",
    )


def test_an_id_that_was_changed_is_told_as_such() -> None:
    old = record(inspection(findings=[finding("e-1", summary="The same.")]))
    new = record(inspection(findings=[finding("e-9", summary="The same.")]))
    assert words(old, new) == [
        "Finding renamed: Eastshire Police, peel: e-1 -> e-9; an id is permanent, and links to the "
        "old one lead nowhere now"
    ]


def test_a_renamed_inspection_does_not_bring_everything_in_it_again() -> None:
    old = record(inspection("eastshire-peel-2022", title="One", findings=[finding("e-1")]))
    new = record(inspection("eastshire-peel-2023", title="One", findings=[finding("e-1")]))
    assert [row.head for row in differences(old, new)] == ["Inspection renamed"]


def test_a_finding_that_stands_in_another_inspection_has_moved_and_is_compared() -> None:
    old = record(inspection(findings=[finding("e-1")]), inspection("eastshire-cp", "cp-2014"))
    moved = inspection("eastshire-cp", "cp-2014", findings=[finding("e-1", kind="strength")])
    assert words(old, record(inspection(), moved)) == [
        "Finding moved: Eastshire Police, child-protection, e-1: eastshire-peel-2022 -> "
        "eastshire-cp",
        "Finding changed: Eastshire Police, child-protection, e-1, `kind`: concern -> strength",
    ]


def test_a_finding_moved_into_an_added_inspection_is_told_beside_it() -> None:
    old = record(inspection(findings=[finding("e-1")]))
    new = record(inspection(), inspection("eastshire-cp", "cp-2014", findings=[finding("e-1")]))
    assert [row.head for row in differences(old, new) if not row.inside] == [
        "Inspection added",
        "Finding moved",
    ]


def test_the_order_of_cycles_and_grades_of_a_scale_is_a_fact() -> None:
    old = record()
    peel = old.programme["peel"]
    programmes = (old.programmes[0], programme("peel", *peel.cycles[::-1]))
    (row,) = differences(old, record(programmes=programmes))
    assert row.words == (
        "Programme changed: peel, order of `cycles`: peel-2016, peel-2017, peel-2022 -> "
        "peel-2022, peel-2017, peel-2016"
    )


def test_rows_come_by_force_then_time_then_part_and_the_release_last() -> None:
    late = {"published": "2024-01-01"}
    old = record(
        inspection("westshire-a", "peel-2016", **late), inspection("eastshire-a", "peel-2016")
    )
    asked = recommendation(statements=[statement(date="2025-01-01")])
    promised = response(commitments=[commitment(outcomes=[])])
    new = record(
        inspection("westshire-a", "peel-2016", title="New", **late),
        inspection(
            "eastshire-a",
            "peel-2016",
            findings=[finding("e-2")],
            recommendations=[asked],
            responses=[promised],
            grades=[grade("preventing", "good")],
        ),
        inspection("eastshire-old", "peel-2016", published="2012"),
        sources=[source("the-report"), source("b")],
        themes=[*record().themes, theme("new", "both")],
        release=release(version="1.1.0"),
    )
    assert [row.head for row in differences(old, new) if not row.inside] == [
        "Inspection added",
        "Grade added",
        "Finding added",
        "Recommendation added",
        "Answer added",
        "Inspection changed",
        "Theme added",
        "Source added",
        "Release changed",
    ]


@pytest.mark.parametrize(
    ("version", "changed", "said"),
    [
        (
            "1.0.0",
            {"summary": "Another."},
            "The facts differ and the version is still 1.0.0: raise it, see data/README.md. As a "
            "suggestion: nothing was added and facts were mended, which calls for the third "
            "number: 1.0.1.",
        ),
        (
            "1.0.0",
            {"note": "A word more."},
            "The facts differ and the version is still 1.0.0: raise it, see data/README.md. As a "
            "suggestion: facts were added, which calls for the second number: 1.1.0.",
        ),
        (
            "1.0.1",
            {"note": "A word more."},
            "The version went from 1.0.0 to 1.0.1. As a suggestion: facts were added, which calls "
            "for the second number: 1.1.0.",
        ),
        ("1.1.0", {"note": "A word more."}, "The version went from 1.0.0 to 1.1.0."),
        (
            "0.9.0",
            {"summary": "Another."},
            "The version goes back from 1.0.0 to 0.9.0: are old and new interchanged?",
        ),
        ("1.0.1", {}, "No fact differs, and the version went from 1.0.0 to 1.0.1."),
        ("1.0.0", {}, ""),
    ],
)
def test_the_version_is_weighed_against_what_differs(
    version: str, changed: dict[str, Any], said: str
) -> None:
    old = record(inspection(findings=[finding()]))
    new = record(inspection(findings=[finding(**changed)]), release=release(version=version))
    assert version_words(old, new, differences(old, new)) == said


def test_versions_are_compared_by_their_numbers() -> None:
    old = record(inspection(findings=[finding()]), release=release(version="1.9.0"))
    new = record(inspection(findings=[finding(note="More.")]), release=release(version="1.10.0"))
    assert version_words(old, new, differences(old, new)) == (
        "The version went from 1.9.0 to 1.10.0."
    )


def test_the_numbers_after_the_one_that_is_raised_begin_anew() -> None:
    edition = release(version="1.5.3")
    old = record(inspection(findings=[finding()]), release=edition)
    new = record(inspection(findings=[finding(note="More.")]), release=edition)
    assert version_words(old, new, differences(old, new)).endswith("the second number: 1.6.0.")


def test_a_field_that_stands_nowhere_any_more_may_call_for_the_first_number() -> None:
    old = record(inspection(findings=[finding(note="A word.")]))
    new = record(inspection(findings=[finding()]))
    assert version_words(old, new, differences(old, new)).endswith(
        "third number: 1.0.1. If `note` is no field any longer, the first: 2.0.0."
    )


def test_what_an_editor_may_have_to_do_is_said_once() -> None:
    old = record(inspection(findings=[finding("e-1"), finding("e-2")]))
    rows = differences(old, record(inspection()))
    (hint,) = hints(rows)
    assert hint.startswith("An id that was taken out is never used again.")


def test_a_finding_moved_out_of_a_list_is_not_taken_for_the_one_that_came_into_it() -> None:
    alike = {"summary": "The same words."}
    old = record(inspection(findings=[finding("e-1", **alike)]), inspection("eastshire-b"))
    new = record(
        inspection(findings=[finding("e-2", **alike)]),
        inspection("eastshire-b", findings=[finding("e-1", **alike)]),
    )
    assert [(row.head, row.fact) for row in differences(old, new)] == [
        ("Finding moved", "e-1"),
        ("Finding added", "e-2"),
    ]


def test_a_renamed_recommendation_keeps_what_was_said_of_it() -> None:
    def asked(id: str) -> Record:
        said = {"voice": "force", "date": "2026", "summary": "Done.", "sources": ["the-report"]}
        return record(
            inspection(recommendations=[recommendation(id, summary="Do.", statements=[said])])
        )

    assert [row.head for row in differences(asked("e-r1"), asked("e-r2"))] == [
        "Recommendation renamed",
        "Statement renamed",
    ]


def test_answers_to_national_reports_come_after_the_inspections_of_their_force() -> None:
    answer = {**response("e-n1").model_dump(), "force": "eastshire", "about": "All forces, 2020"}
    new = record(inspection(), national_responses=[answer])
    assert [row.head for row in differences(record(), new) if not row.inside] == [
        "Inspection added",
        "Answer to a national report added",
    ]


def test_ids_in_a_list_are_told_by_those_that_came_and_those_that_went() -> None:
    def told(before: list[str], after: list[str]) -> tuple[str, str | None, str | None]:
        old, new = (record(inspection(sources=some)) for some in (before, after))
        (row,) = differences(old, new)
        return row.about, row.old, row.new

    assert told(["a", "b"], ["b", "c", "d"]) == ("`sources`", "a", "c, d")
    assert told(["a"], ["c", "a"]) == ("`sources` added", None, "c")
    assert told(["a", "b"], ["b"]) == ("`sources` taken out", "a", None)


def test_grades_of_one_id_on_two_scales_are_not_the_same() -> None:
    old = record()
    four, five = old.scales
    fewer = four.model_copy(update={"grades": four.grades[1:]})
    more = five.model_copy(update={"grades": five.grades[1:]})
    (row,) = differences(record(scales=(fewer, five)), record(scales=(four, five)))
    assert row.words == (
        "Grade of a scale added: four-grades, outstanding: Outstanding: Is outstanding."
    )
    moved = differences(record(scales=(fewer, five)), record(scales=(four, more)))
    assert [row.kind.value for row in moved] == ["added", "taken-out"]


def test_a_word_or_two_between_changes_is_marked_with_them() -> None:
    before, after = marked(
        "Of all the cases that were examined, ten of them had failed in this way.",
        "Of all the cases that were examined, two of these had failed in this way.",
    )
    assert [text for text, differs in before if differs] == ["ten of them"]
    assert [text for text, differs in after if differs] == ["two of these"]


def test_a_source_alone_is_no_fact_added_nor_is_a_correction() -> None:
    old = record(inspection(findings=[finding()]))
    mended = finding(summary="Another.", sources=["the-report", "b"])
    new = record(
        inspection(findings=[mended]),
        sources=(source("the-report"), source("b")),
        corrections=[correction()],
    )
    rows = differences(old, new)
    assert sorted(row.kind.value for row in rows) == ["added", "added", "added", "changed"]
    assert version_words(old, new, rows).endswith("calls for the third number: 1.0.1.")


def test_a_correction_that_was_there_before_does_not_tell_of_a_later_change() -> None:
    earlier = [correction()]
    old = record(inspection(findings=[finding()]), corrections=earlier)
    new = record(inspection(findings=[finding(summary="Another.")]), corrections=earlier)
    assert [row.note for row in differences(old, new)] == [""]


# Every field of every part, by the model: each is filled, and then changed one at a time.


def _filled(annotation: Any, name: str, numbers: Iterator[int]) -> Any:
    """A value for a field as a data file has it: lists of one entry, two where they hold words."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _filled(inner[0], name, numbers)
    if origin in (Union, types.UnionType):
        return _filled(inner[0], name, numbers)
    if origin is tuple:
        times = 1 if isinstance(inner[0], type) and issubclass(inner[0], Fact) else 2
        return [_filled(inner[0], name, numbers) for _ in range(times)]
    if origin is dict:
        return {f"key-{n}": _filled(inner[1], name, numbers) for n in (1, 2)}
    if issubclass(annotation, Fact):
        return {
            field: _filled(info.annotation, field, numbers)
            for field, info in annotation.model_fields.items()
        }
    if issubclass(annotation, Word):
        return next(iter(annotation)).value
    if annotation in (PartialDate, dt.date):
        return "2020-01-02"
    if annotation is str:
        given = {"url": "https://a.example/1"}
        versions = dict.fromkeys(("version", "first_in", "mended_in"), "1.0.0")
        return (given | versions).get(name, f"{name.replace('_', '-')}-{next(numbers)}")
    return {bool: True, int: next(numbers), float: float(next(numbers))}[annotation]


def _other(value: Any) -> Any:
    """A value that is not this one."""
    if isinstance(value, Word):
        return list(type(value))[1]
    if isinstance(value, bool):
        return not value
    if isinstance(value, PartialDate):
        return PartialDate(value.year, value.month)
    if isinstance(value, dt.date):
        return value + dt.timedelta(days=1)
    if isinstance(value, str):
        return f"{value}9"
    if isinstance(value, tuple):
        return value[:1] if len(value) > 1 else ()
    if isinstance(value, dict):
        return {"key-1": value["key-1"], "key-2": 999_999}
    assert isinstance(value, int | float)
    return value + 1


def _edits(fact: Fact) -> Iterator[tuple[str, str, Any]]:
    """Every change of one field in a fact or in what it holds: its path, its name, the fact so."""
    for name in type(fact).model_fields:
        value = getattr(fact, name)
        if isinstance(value, Fact):
            for path, field, edited in _edits(value):
                yield f"{name}.{path}", field, fact.model_copy(update={name: edited})
        elif isinstance(value, tuple) and isinstance(value[0], Fact):
            for path, field, edited in _edits(value[0]):
                yield f"{name}.{path}", field, fact.model_copy(update={name: (edited,)})
            continue
        else:
            yield name, name, fact.model_copy(update={name: _other(value)})
        absent = type(fact).model_fields[name].default
        if not type(fact).model_fields[name].is_required() and absent != value:
            yield f"{name} absent", name, fact.model_copy(update={name: absent})


FULL = Record.model_validate(_filled(Record, "", count(1)))
EDITS = list(_edits(FULL))


def _names(row: Difference, field: str) -> bool:
    return field in row.field.split(" > ") and (row.old or "") != (row.new or "")


def test_every_part_of_the_model_stands_in_the_full_record() -> None:
    parts = {type(fact) for fact in _facts(FULL)}
    assert {
        part for part in _subclasses(Fact) if part.__module__.startswith("inspection.")
    } == parts


def _subclasses(part: type[Fact]) -> set[type[Fact]]:
    found = set(part.__subclasses__())
    return found.union(*(_subclasses(inner) for inner in found))


def _facts(fact: Fact) -> Iterator[Fact]:
    yield fact
    for name in type(fact).model_fields:
        value = getattr(fact, name)
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, Fact):
                yield from _facts(inner)


def test_no_change_of_any_field_goes_unsaid() -> None:
    assert len(EDITS) > 300
    unsaid = [
        path
        for path, field, edited in EDITS
        if not any(_names(row, field) for row in differences(FULL, edited))
    ]
    assert unsaid == []


def test_no_entry_of_any_list_comes_or_goes_unsaid() -> None:
    emptied = list(_without_entries(FULL))
    assert len(emptied) > 30
    for part, less in emptied:
        assert [r.part for r in differences(FULL, less) if not r.inside] == [part]
        assert differences(FULL, less)[0].kind is DifferenceKind.TAKEN_OUT
        assert [r.part for r in differences(less, FULL) if not r.inside] == [part]


def _without_entries(fact: Fact) -> Iterator[tuple[type[Fact], Any]]:
    for name in type(fact).model_fields:
        value = getattr(fact, name)
        if isinstance(value, tuple) and isinstance(value[0], Fact):
            yield type(value[0]), fact.model_copy(update={name: ()})
            for part, less in _without_entries(value[0]):
                yield part, fact.model_copy(update={name: (less,)})


def test_a_field_that_the_model_did_not_have_before_needs_no_code() -> None:
    class Newer(Grade):
        weight: int | None = None

    def graded(weight: int | None) -> Record:
        new = Newer.model_validate(
            {"question": "victim-service", "value": "good", "weight": weight, "sources": ["a"]}
        )
        return record(inspection().model_copy(update={"grades": (new,)}))

    (row,) = differences(graded(3), graded(4))
    assert (row.head, row.field, row.old, row.new) == ("Newer changed", "weight", "3", "4")
    assert isinstance(graded(3).inspections[0], Inspection)
