"""What was said, answered and promised since, as read by hand from the published record's sources."""

import datetime as dt
from pathlib import Path

import pytest

from inspection.dataset import examine
from inspection.model import Statement

DATA = Path(__file__).parents[2] / "data"
EDITION_1_5 = dt.date(2026, 11, 22)
ANSWERS = {
    "nn-2013p": 3, "nn-2013j": 3, "nn-fund13": 1, "nn-2013o": 3, "nn-da14": 1, "nn-peel14": 1,
    "nn-peel15": 4, "nn-case15": 1, "nn-peel16": 4, "nn-peel17": 1, "nn-cust18": 1,
    "nn-2018": 2, "nn-peel18": 6, "nn-2019": 2, "nn-cdi20": 1, "nn-2021": 2, "nn-peel21": 3,
    "nn-peel23": 3, "nn-2025": 3, "northumbria-custody-2011": 1,
    "northumbria-children-detention-2011": 1, "northumbria-austerity-2013": 1,
    "northumbria-stop-search-2013": 1, "northumbria-domestic-abuse-2014": 1,
    "northumbria-austerity-2014": 1, "northumbria-cdi-2014": 2, "northumbria-crime-2014": 1,
    "northumbria-stop-search-2015": 2, "northumbria-da-followup-2015": 1,
    "northumbria-peel-2015": 1, "northumbria-peel-2015-vulnerability": 2,
    "northumbria-cdi-2016": 1, "northumbria-jtai-south-tyneside-2016": 1,
    "northumbria-peel-2016": 3, "northumbria-peel-2017": 3, "northumbria-da-progress-2017": 1,
    "northumbria-ncpi-2018": 3, "northumbria-pir-2019": 1,
    "northumbria-jtai-northumberland-2019": 1, "northumbria-peel-2018": 1,
    "northumbria-soc-2022": 1, "northumbria-peel-2021": 1, "northumbria-vetting-2023": 1,
    "northumbria-peel-2023": 2, "northamptonshire-national": 1,
}  # fmt: skip
"""How many answers edition 1.5.0 has to each report; one that comes later stands beside them."""
READ = [
    *(f"{report}-response-{n}" for report, last in ANSWERS.items() for n in range(1, last + 1)),
    "northumbria-national-harms-way-2015",
    "northumbria-national-custody-welfare-2015",
    "northumbria-national-responses-2021",
]


@pytest.fixture(scope="module")
def record():
    found, problems = examine(DATA)
    assert [str(problem) for problem in problems] == []
    return found


@pytest.fixture(scope="module")
def statements(record):
    """Statements on each recommendation that has any, by its id."""
    every = (r for i in record.inspections for r in i.recommendations)
    return {r.id: r.statements for r in every if r.statements}


@pytest.fixture(scope="module")
def responses(record):
    """Every answer read with the inspection it answers; None for answers to reports on all forces."""
    own = [(r, i) for i in record.inspections for r in i.responses]
    every = [*own, *((r, None) for r in record.national_responses)]
    read = [(r, i) for r, i in every if r.id in READ]
    assert [r.id for r, _ in read] == READ
    return read


@pytest.fixture(scope="module")
def commitments(responses):
    return {c.id: c for r, _ in responses for c in r.commitments}


@pytest.fixture(scope="module")
def outcomes(commitments):
    """What had been said of their promises by then."""
    every = [o for c in commitments.values() for o in c.outcomes]
    return [o for o in every if not o.date or o.date.latest <= EDITION_1_5]


def said(statement: Statement) -> tuple[str, str, str | None, tuple[str, ...]]:
    return (str(statement.date), statement.voice, statement.says, statement.rests_on)


def test_digital_examination_was_called_complete_and_then_found_late_again(statements):
    overhauled, late = ("northumbria-peel-2017-f04",), ("northumbria-pir-2019-f12",)
    read = [
        ("2018-03-22", "inspectorate", "progress", overhauled),
        ("2019-01-11", "inspectorate", "addressed", overhauled),
        ("2019-04-11", "inspectorate", "not-addressed", late),
    ]
    found = [said(one) for one in statements["northumbria-peel-2016-r01"]]
    assert [one for one in found if one in read] == read


def test_the_other_recommendations_of_which_something_was_said(statements):
    read = {
        # "Needed to be run better" is said of the scheme, not of engaging partners in it.
        "northumbria-crime-2014-r01": [
            ("2016-02-18", "inspectorate", None, ("northumbria-peel-2015-f02",)),
        ],
        "northumbria-peel-2015-r02": [
            ("2016-09", "inspectorate", "addressed", ("northumbria-buss-revisit-2016-f01",)),
        ],
        # Spoken of with every cause of concern of that report, never of this one alone.
        "nn-peel18-r1": [
            ("2020-07-14", "force", "progress", ()),
            ("2021-11-24", "inspectorate", None, ()),
        ],
        "northumbria-peel-2021-r01": [
            ("2025-05-14", "inspectorate", "progress", ("northumbria-peel-2023-f03",)),
            ("2025-05-14", "force", "addressed", ()),
        ],
    }
    found = {key: [said(one) for one in statements[key]] for key in read}
    # What is said since stands beside what was read.
    assert {key: [one for one in of if one in read[key]] for key, of in found.items()} == read


def test_five_statements_have_no_date_and_say_why(record):
    every = [s for i in record.inspections for s in i.statements]
    undated = {s.id: s.undated for s in every if s.date is None}
    assert all(undated.values())
    read = {
        "nn-peel18-statement-3": "The newspaper article carries no date; March 2021 by its number "
        "and content.",
        "nn-2025-statement-2": "The page of the practice bank carries no date.",
        "nn-2025-statement-3": "The news item carries no date; after November 2024 by its content.",
        "nn-2025-statement-10": "The news item carries no date; 2025 by its content.",
        "northumbria-peel-2023-statement-1": "The page carries no date.",
    }
    assert {key: why for key, why in undated.items() if key in read} == read


def test_which_answers_are_published_responses_to_the_report(responses):
    assert {r.id for r, _ in responses if r.reply == "formal"} == {
        # listed on the inspectorate's or the commissioner's page, or printed below the report
        "nn-2013j-response-3",
        "nn-case15-response-1",
        "nn-peel21-response-2",
        "nn-peel23-response-3",
        # "Commissioner's Response - HMIC Inspection ...", in the commissioner's archive
        "northumbria-austerity-2013-response-1",
        "northumbria-stop-search-2013-response-1",
        "northumbria-domestic-abuse-2014-response-1",
        "northumbria-austerity-2014-response-1",
        "northumbria-cdi-2014-response-1",
        "northumbria-crime-2014-response-1",
        # to reports on all forces
        "northumbria-national-harms-way-2015",
        "northumbria-national-responses-2021",
    }


def test_which_answers_stand_on_the_governing_bodys_pages_otherwise(responses):
    assert {r.id for r, _ in responses if r.reply == "statement"} == {
        "nn-peel15-response-1",
        "nn-peel15-response-2",
        "nn-peel15-response-3",
        "nn-peel16-response-1",
        "nn-peel16-response-4",
        "nn-peel17-response-1",
        "nn-peel18-response-3",
        "nn-peel23-response-2",
        "northumbria-stop-search-2015-response-1",
        "northumbria-da-followup-2015-response-1",
        "northumbria-peel-2017-response-2",
    }


def test_a_reply_is_known_from_a_page_of_the_governing_body_or_a_list_of_the_inspectorate(
    record, responses
):
    publishers = {s.id: s.publisher for s in record.sources}
    pages = {
        publishers[source].removesuffix(" (archive)")
        for response, _ in responses
        if response.reply
        for source in response.sources
    }
    assert pages == {
        "HMIC",
        "Northamptonshire PCC",
        "Northamptonshire PFCC",
        "Northumbria Police and Crime Commissioner",
    }


def test_answers_to_one_report_of_several_come_on_its_day_or_after(responses):
    named = [
        (r, next(report.published for report in i.reports if report.id == r.report))
        for r, i in responses
        if r.report
    ]
    assert len(named) == 15
    assert [r.id for r, published in named if r.date and r.date.latest < published.earliest] == []


def test_which_promises_to_come_back_were_kept_by_which_inspection(commitments):
    revisits = {c.id: c.kept_by for c in commitments.values() if c.kind == "revisit"}
    assert revisits == {
        "nn-2013j-response-1-commitment-1": "northamptonshire-cp-reinspection-2013-10",
        "nn-2013o-response-3-commitment-1": "northamptonshire-ncpi-2018",
        "nn-2019-response-1-commitment-1": "northamptonshire-ncpi-progress-2021",
        "northumbria-ncpi-2018-response-3-commitment-1": "northumbria-pir-2019",
    }
    plans = [c.id for c in commitments.values() if c.kind == "action-plan"]
    assert plans == ["nn-2018-response-2-commitment-1"]


def test_of_a_promise_only_words_on_the_promise_itself_count(outcomes):
    found = [(o.voice, o.says) for o in outcomes]
    assert len(found) == 35
    assert {key: found.count(key) for key in found} == {
        ("inspectorate", None): 18,
        ("inspectorate", "progress"): 6,
        ("inspectorate", "addressed"): 1,
        ("force", "progress"): 4,
        ("force", "addressed"): 1,
        ("force", None): 1,
        ("governing-body", "progress"): 1,
        ("governing-body", None): 2,
        ("other", "progress"): 1,
    }


def test_a_grade_says_nothing_of_a_promise(outcomes):
    graded = [o for o in outcomes if "grade" in o.summary]
    assert len(graded) == 8
    assert {o.says for o in graded} == {None}


@pytest.mark.parametrize(
    ("key", "by"),
    [
        ("nn-cust18-response-1-commitment-1", "2018-06"),
        ("nn-peel23-response-2-commitment-2", "2025-03"),
        ("nn-peel23-response-2-commitment-3", "2025-03"),
        ("nn-2019-response-1-commitment-1", "2020-07-24"),
        # The programme "usually" asks for the plan within six weeks: no date follows.
        ("nn-2018-response-2-commitment-1", "None"),
        ("nn-peel17-response-1-commitment-1", "None"),
    ],
)
def test_a_time_limit_has_a_date_only_where_one_follows(commitments, key, by):
    assert str(commitments[key].time_limit.by) == by


def test_two_sections_of_2022_and_2023_have_entries_of_their_own(record):
    reports = record.inspection["northumbria-peel-2021"].reports
    assert [(report.id, report.recorded_as) for report in reports] == [
        ("main", None),
        ("organised-crime", "northumbria-soc-2022"),
        ("workforce-corruption", "northumbria-vetting-2023"),
    ]
    for report in reports[1:]:
        assert record.inspection[report.recorded_as].published == report.published
