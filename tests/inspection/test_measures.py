"""Numbers in words."""

import pytest

from inspection.measures import case_audit_words, in_sentence, joined, measure_words, plural
from inspection.model import CaseAudit, Measure


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        (
            {"numerator": 4, "denominator": 10, "unit": "records", "qualifier": "over 25 days"},
            "4 of 10 records (over 25 days)",
        ),
        ({"numerator": 0, "denominator": 52, "unit": "missing again"}, "0 of 52 missing again"),
        (
            {"numerator": 11, "denominator": 33, "value": 33.3, "unit": "per cent"},
            "11 of 33: 33.3 per cent",
        ),
        (
            {"value": 92.72, "unit": "per cent", "margin": 1.56},
            "92.72 per cent, plus or minus 1.56",
        ),
        ({"value": 1345, "unit": "devices"}, "1,345 devices"),
        (
            {"value": 73, "unit": "per cent", "target": 90, "baseline": 68.5},
            "73 per cent, against 68.5, against a target of 90",
        ),
        (
            {"value": 12, "denominator": 3685, "unit": "per cent charged"},
            "12 per cent charged of 3,685",
        ),
    ],
)
def test_a_measure_is_told_with_its_unit_and_what_narrows_it(fields, words):
    assert measure_words(Measure.model_validate(fields)) == words


def test_no_measure_is_no_words():
    assert measure_words(None) is None


def test_a_case_audit_says_that_it_is_a_sample_and_which_parts_are_not_known():
    caveat = "These are the case files that inspectors examined, not a rate for all children."
    full = CaseAudit(total=21, good=0, requires_improvement=10, inadequate=11, sources=("a",))
    assert case_audit_words(full) == (
        "Inspectors examined 21 case files: none good, 10 requiring improvement and 11 inadequate. "
        + caveat
    )
    bare = CaseAudit(total=21, sources=("a",))
    assert case_audit_words(bare) == (
        "Inspectors examined 21 case files: their grades not found by us. " + caveat
    )


def test_lists_and_counts_read_as_sentences():
    assert joined(["a"]) == "a"
    assert joined(["a", "b", "c"]) == "a, b and c"
    assert joined([]) == ""
    assert [plural(1, "inspection"), plural(1200, "inspection")] == [
        "1 inspection",
        "1,200 inspections",
    ]


def test_a_name_keeps_its_abbreviations_inside_a_sentence():
    names = ["Records and IT", "Missing children", "PEEL", ""]
    assert [in_sentence(name) for name in names] == [
        "records and IT",
        "missing children",
        "PEEL",
        "",
    ]
