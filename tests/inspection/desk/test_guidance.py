"""Every field is explained, and each example is what it is called: good, refused or misleading."""

import re
from typing import get_type_hints

from pydantic import TypeAdapter, ValidationError

from inspection.desk import examples, examples_beside, examples_of_inspections
from inspection.desk.dictionary import kinds
from inspection.desk.guidance import guidance, part_in
from inspection.model import Fact, Finding, Inspection, NationalResponse, Period, Record, Response
from inspection.places import plain
from inspection.reading import read_text

FIELDS = [(kind, name) for kind in kinds() for name in kind.model_fields]
NAMES = [f"{kind.__name__}.{name}" for kind, name in FIELDS]


def accepted(kind: type[Fact], name: str, typed: str) -> bool:
    """Whether a field takes a value as it is typed in a data file."""
    tree, problems = read_text(f"{name}: {typed}\n", "typed")
    if tree is None or problems:
        return False
    value = plain(tree)[name]
    try:
        TypeAdapter(get_type_hints(kind, include_extras=True)[name]).validate_python(value)
    except ValidationError:
        return False
    return value is not None


def test_every_field_means_something_in_a_sentence_or_two():
    meanings = {f"{kind.__name__}.{name}": guidance(kind, name).meaning for kind, name in FIELDS}
    assert [field for field, told in meanings.items() if not told] == []
    assert [told for told in meanings.values() if not re.fullmatch(r"[A-Z`].{5,240}\.", told)] == []


def test_every_field_that_is_typed_has_an_example_and_takes_it():
    told = [(kind, name, guidance(kind, name)) for kind, name in FIELDS]
    typed = [part_in(kind.model_fields[name].annotation) is None for kind, name, _ in told]
    assert [bool(one.good) for _, _, one in told] == typed
    good = [(kind, name, example) for kind, name, one in told for example in one.good]
    assert [case for case in good if not accepted(*case)] == []


def test_a_bad_example_is_refused_by_its_field_or_says_why_people_get_it_wrong():
    bad = [(kind, name, typed) for kind, name in FIELDS for typed in guidance(kind, name).bad]
    assert [typed for _, _, typed in bad if not re.fullmatch(r"\S.+[^.\s]", typed.because)] == []
    assert [case for case in bad if accepted(*case) is case[2].refused] == []


def test_every_example_is_of_a_field_that_there_is():
    named = {name for _, name in FIELDS} | set(NAMES)
    known = (examples.COMMON, examples_of_inspections.EXAMPLES, examples_beside.EXAMPLES)
    assert [field for table in known for field in table if field not in named] == []


def test_a_meaning_is_the_models_then_that_of_the_part_held_then_that_of_the_name():
    assert guidance(Inspection, "judgement").meaning == "The inspection as a whole, in our words."
    assert guidance(Inspection, "published").meaning == (
        "First publication of the whole; parts with other dates stand under `reports`."
    )
    assert guidance(Inspection, "findings").meaning == (
        "One thing inspectors found, in one sentence of our own words."
    )
    assert guidance(Inspection, "fieldwork").meaning == (
        "Fieldwork: when inspectors were with the force, as closely as the source says."
    )
    assert guidance(Finding, "theme").meaning == "Id of the theme."


def test_examples_of_one_part_come_before_those_of_the_name():
    assert guidance(Period, "note").good == ("The newspaper gives the month only.",)
    assert guidance(Finding, "summary").good == (
        "In 3 of 6 cases examined, risk to a missing child was not assessed.",
    )
    reply = guidance(Response, "reply")
    assert reply.good == ("formal",)
    assert [(bad, bad.because, bad.refused) for bad in reply.bad] == [
        ("yes", "formal or statement, or left out", True),
        ("statement", "words to a newspaper are neither", False),
    ]
    assert guidance(NationalResponse, "reply") == reply


def test_a_field_that_holds_parts_is_told_from_one_that_holds_values():
    assert part_in(Record.model_fields["inspections"].annotation) is (Inspection)
    assert part_in(Inspection.model_fields["sources"].annotation) is None


def test_no_value_is_called_both_good_and_bad():
    told = [guidance(kind, name) for kind, name in FIELDS]
    assert [one for one in told if set(one.good) & set(map(str, one.bad))] == []
