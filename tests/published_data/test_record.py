"""Facts of the published record read by hand from their sources, and what it must hold as a whole."""

import datetime as dt
import hashlib
import re
from pathlib import Path

import pytest

from inspection.dataset import examine
from inspection.grade_cells import cell_of
from inspection.grading import grade_counts_words
from inspection.knowing import as_known_on
from inspection.overview import record_counts
from inspection.timeline import lineage
from tests.published_data.conftest import SIXTY

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def record():
    found, problems = examine(DATA)
    assert [str(problem) for problem in problems] == []
    return found


def finding(record, key):
    return next(f for i in record.inspections for f in i.findings if f.id == key)


def test_all_sixty_inspections_are_there(record, sixty):
    held = {
        force: tuple(i.id for i in record.inspections_of[force] if i.id in own)
        for force, own in SIXTY.items()
    }
    assert held == SIXTY
    assert [len(own) for own in held.values()] == [27, 33]
    assert record_counts(sixty).findings == 459
    assert record_counts(record).findings == sum(len(i.findings) for i in record.inspections)


def test_the_chains_of_child_protection_inspections(record, sixty):
    chains = {
        "northamptonshire-cp-pilot-2013-01": [
            "northamptonshire-cp-pilot-2013-01",
            "northamptonshire-cp-revisit-2013-03",
            "northamptonshire-cp-revisit-2013-06",
            "northamptonshire-cp-reinspection-2013-10",
        ],
        "northamptonshire-ncpi-2025": [
            "northamptonshire-ncpi-2018",
            "northamptonshire-ncpi-review-2019",
            "northamptonshire-ncpi-progress-2021",
            "northamptonshire-ncpi-2025",
        ],
        "northumbria-ncpi-2018": ["northumbria-ncpi-2018", "northumbria-pir-2019"],
    }
    assert {key: [i.id for i in lineage(sixty, key)] for key in chains} == chains
    latest = record.inspection["northamptonshire-ncpi-2025"]
    assert (latest.follows, latest.continues) == (None, "northamptonshire-ncpi-progress-2021")


@pytest.mark.parametrize(
    ("key", "numerator", "denominator"),
    [
        ("nn-2013p-09", 4, 10),
        ("nn-2025-08", 3, 6),
        ("nn-2025-09", 4, 6),
        ("nn-2025-16", 5, 6),
        ("nn-2025-18", 5, 6),
        ("nn-2019-01", 11, 21),
        ("northumbria-cdi-2016-f05", 13, 120),
    ],
)
def test_counts_in_findings(record, key, numerator, denominator):
    measure = finding(record, key).measure
    assert (measure.numerator, measure.denominator) == (numerator, denominator)


def test_the_case_audits(sixty):
    audits = {
        i.id: (a.total, a.good, a.requires_improvement, a.inadequate)
        for i in sixty.inspections
        if (a := i.case_audit)
    }
    assert audits == {
        "northumbria-ncpi-2018": (101, 27, 41, 33),
        "northamptonshire-ncpi-review-2019": (21, 0, 10, 11),
    }


def test_the_2013_judgement_is_in_words_and_on_no_scale(record):
    pilot = record.inspection["northamptonshire-cp-pilot-2013-01"]
    assert [j.words for j in pilot.narrative_judgements] == ["wholly inadequate"]
    assert pilot.grades == ()


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("northamptonshire-ncpi-2025", "one area good, two adequate and two requires improvement"),
        ("northamptonshire-peel-2021-22", "four areas adequate and six requires improvement"),
        ("northumbria-peel-2023", "one area good and seven adequate"),
        (
            "northamptonshire-peel-2023-25",
            "one area outstanding, one good, five adequate and two requires improvement",
        ),
    ],
)
def test_the_grades_of_an_inspection_add_up(record, key, words):
    assert grade_counts_words(record, record.inspection[key]) == words


def test_the_grade_changed_on_8_august_2024_shows_both_values(record):
    def responding(known_on):
        then = as_known_on(record, known_on)
        inspection = then.inspection["northamptonshire-peel-2023-25"]
        grade = next(g for g in inspection.grades if g.question == "responding-to-the-public")
        return cell_of(then, inspection, grade).words

    assert responding(dt.date(2024, 8, 7)) == "Adequate"
    assert responding(dt.date(2024, 8, 8)) == (
        "Requires improvement (first published as Adequate, changed 8 August 2024)"
    )


def test_four_northumbria_areas_of_2021_22_are_known_only_together(record):
    inspection = record.inspection["northumbria-peel-2021"]
    (shared,) = inspection.shared_grades
    assert shared.counts == {"good": 3, "adequate": 1}
    alone = {g.question: g.value for g in inspection.grades}
    assert [alone[question] for question in shared.questions] == [None] * 4


def test_the_revisit_promised_in_july_2019_and_when_it_came(record):
    review = record.inspection["northamptonshire-ncpi-review-2019"]
    (promise,) = review.responses[0].commitments
    assert (promise.time_limit.words, str(promise.time_limit.by)) == (
        "within 12 months of publication",
        "2020-07-24",
    )
    after = record.inspection["northamptonshire-ncpi-progress-2021"]
    assert (str(after.fieldwork.start), str(after.fieldwork.end)) == ("2020-11", "2020-12")
    assert str(after.published) == "2021-03-24"


def test_the_letter_asked_for_in_2025_is_due_eight_weeks_after_publication(record):
    inspection = record.inspection["northamptonshire-ncpi-2025"]
    due = {
        str(r.time_limit.by) for r in inspection.recommendations if r.time_limit and r.time_limit.by
    }
    published = dt.date(2025, 8, 22)
    assert due == {str(published + dt.timedelta(weeks=8))} == {"2025-10-17"}


def test_the_web_date_of_the_2019_review_is_no_publication_date(record):
    review = record.inspection["northamptonshire-ncpi-review-2019"]
    assert (str(review.published), str(review.web_date)) == ("2019-07-24", "2022-06-27")


def test_digital_forensics_was_marked_complete_and_found_again(record):
    asked = record.inspection["northumbria-peel-2016"].recommendations[0]
    assert asked.kind == "cause-of-concern"
    said = [(str(s.date), s.voice.value) for s in asked.statements]
    assert ("2019-01-11", "inspectorate") in said
    assert ("2019-04-11", "inspectorate") in said


def test_no_claim_of_the_force_stands_among_its_findings(record):
    inspection = record.inspection["northamptonshire-ncpi-2025"]
    assert [f.id for f in inspection.findings if "88" in f.summary] == []
    claims = [r for r in inspection.responses if "88 per cent" in r.summary]
    assert [r.voice.value for r in claims] == ["force"]


# Digests of names that stand in the coverage; the names themselves are written nowhere.
NAMES_NEVER_WRITTEN = {
    "c0e7aec81a1a194e",
    "3c8b16c1447b1693",
    "44e5bf55761da563",
    "bf9ad33273202805",
    "214f3a838430f20c",
    "3eb906846fa9951e",
}


def test_no_child_family_member_or_offender_is_named_in_any_data_file():
    for file in DATA.glob("*"):
        words = set(re.findall(r"\w+", file.read_text(encoding="utf-8").casefold()))
        digests = {hashlib.sha256(word.encode()).hexdigest()[:16]: word for word in words}
        assert NAMES_NEVER_WRITTEN & set(digests) == set()


def test_a_source_without_an_address_says_so(record):
    bare = [s.id for s in record.sources if s.url is None]
    assert all(record.source[key].note for key in bare)
