"""The published rulebook of themes: whole, and the same for everybody who tags a finding."""

from pathlib import Path

import pytest

from inspection.dataset import load_record
from inspection.rulebook import agreement_words, rulebook

DATA = Path(__file__).parents[2] / "data"

HARD_PAIRS = [
    ("preventing-crime", "treatment-of-the-public"),
    ("performance-and-outcomes", "child-exploitation"),
    ("leadership-and-governance", "crime-data-integrity"),
    ("performance-and-outcomes", "police-detention"),
    ("record-keeping-and-it", "police-detention"),
]


@pytest.fixture(scope="module")
def record():
    return load_record(DATA)


def test_every_theme_says_what_belongs_there_and_what_does_not(record):
    said = {t.id: (len(t.covers), len(t.not_here)) for t in record.themes}
    assert len(said) == 26
    assert {key: n for key, n in said.items() if not (2 <= n[0] <= 5 and 1 <= n[1] <= 4)} == {}


def test_every_boundary_leads_to_another_theme_of_the_vocabulary(record):
    led = [(t.id, b.theme) for t in record.themes for b in t.not_here]
    assert [pair for pair in led if pair[0] == pair[1]] == []
    assert {to for _, to in led} <= set(record.theme)


def test_no_rule_is_written_twice_under_one_theme(record):
    for theme in record.themes:
        said = [*theme.covers, *(boundary.what for boundary in theme.not_here)]
        assert len(set(said)) == len(said), theme.id


def test_two_readers_agreed_on_thirty_five_of_forty_findings(record):
    assert agreement_words(record) == (
        "Two readers chose the same theme for 35 of 40 findings (87.5 per cent). How these "
        "findings were chosen is not in our record. The rulebook was written afterwards, from the "
        "themes as they stand."
    )


def test_the_five_hard_pairs_each_have_a_rule(record):
    assert [pair.themes for pair in record.hard_pairs] == HARD_PAIRS
    assert all(pair.rule.endswith(".") for pair in record.hard_pairs)


def test_everything_tagged_is_counted_once(record, sixty):
    whole = sum(len(i.findings) + len(i.recommendations) for i in record.inspections)
    assert sum(row.findings for row in rulebook(record)) == whole
    assert {row.theme: row.findings for row in rulebook(sixty)}["missing-children"] == 20
