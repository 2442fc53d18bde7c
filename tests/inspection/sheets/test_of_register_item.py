"""One item of the register in full."""

import datetime as dt

from inspection.addresses import Place
from inspection.document import Facts, Paragraph, Run, Table, plain
from inspection.register import register
from inspection.sheets.of_register_item import item_facts, item_said
from tests.inspection import samples as s

DAY = dt.date(2025, 12, 1)
ASKED = s.recommendation(
    "e-r1",
    scope="partnership",
    time_limit={"words": "within six months", "by": "2023-03-15"},
    statements=(
        s.statement("e-s1", "force", date="2023-01-31", says="addressed"),
        s.statement("e-s2", "inspectorate", date="2024-04-11", says="progress"),
    ),
)
ANSWER = s.response("e-x1", date="2022-09-20", themes=("missing-children",))
RECORD = s.record(s.inspection(recommendations=(ASKED,), responses=(ANSWER,)))
(ROW,) = register(RECORD)


def test_the_facts_of_an_item_with_every_reading_it_has_had():
    summary, facts = item_facts(ROW)
    assert summary == Paragraph((Run("What was asked, e-r1.", fact="e-r1"),))
    assert isinstance(facts, Facts)
    assert {name: plain(value) for name, value in facts.pairs} == {
        "What it is": "Recommendation. A stated action, often with a time limit.",
        "Asked or promised by": "HMICFRS",
        "When": "15 September 2022",
        "Time limit": "within six months (15 March 2023)",
        "Theme": "Missing children",
        "About": "The partnership",
        "Our reading": "Progress. The inspectorate says that it is better, not that it is done.",
        "Readings so far": (
            "answered, not closed (20 September 2022), then said to be done, not confirmed "
            "(31 January 2023), then progress (11 April 2024)"
        ),
    }


def test_a_claim_that_inspectors_contradict_is_told_with_our_reading():
    said = (
        s.statement("e-s1", "force", date="2023-01-31", says="addressed"),
        s.statement("e-s2", "inspectorate", date="2023-01-31", says="not-addressed"),
    )
    record = s.record(s.inspection(recommendations=(s.recommendation("e-r1", statements=said),)))
    _, facts = item_facts(*register(record))
    assert isinstance(facts, Facts)
    told = {name: plain(value) for name, value in facts.pairs}
    assert told["Our reading"] == (
        "Not addressed. The inspectorate says that it is not done. Somebody else has said that it is "
        "done: the voices differ."
    )
    assert told["Readings so far"] == "not addressed (31 January 2023)"


def test_an_item_that_stands_in_a_table_of_the_page_is_cited_there_alone():
    summary, _ = item_facts(ROW, in_table=True)
    assert summary == Paragraph((Run("What was asked, e-r1."),))


def test_the_questions_stand_before_everything_said_and_the_report_comes_last():
    questions, said, report = item_said(RECORD, ROW, DAY)
    assert isinstance(questions, Table)
    assert questions.caption == "Questions to ask"
    assert questions.columns == ("Question", "What the record holds")
    assert [tuple(map(plain, row)) for row in questions.rows] == [
        (
            "Is it done?",
            "Progress. Inspectorate (The speaker), 11 April 2024: What was said, e-s2.",
        ),
        ("If not, why?", "Force (The speaker), 31 January 2023: What was said, e-s1."),
        (
            "By when?",
            "Time limit: within six months. Its last day was 15 March 2023, 992 days ago.",
        ),
    ]
    assert isinstance(said, Table)
    assert said.caption == "Everything said on it, oldest first"
    assert said.columns == ("When", "Voice", "Who", "On", "What was said", "Sources")
    assert [tuple(map(plain, row)) for row in said.rows] == [
        (
            "20 September 2022", "Force", "Chief Constable, Eastshire Police", "its theme",
            "What was answered, e-x1.", "The inspectorate",
        ),
        (
            "31 January 2023", "Force", "The speaker", "this item",
            "What was said, e-s1. (Addressed)", "The inspectorate",
        ),
        (
            "11 April 2024", "Inspectorate", "The speaker", "this item",
            "What was said, e-s2. (Progress)", "The inspectorate",
        ),
    ]  # fmt: skip
    assert report == Paragraph(
        (Run("Report eastshire-peel-2022", Place("inspection", "eastshire-peel-2022", "e-r1")),)
    )


def test_an_item_of_no_one_inspection_of_which_nothing_was_said_has_its_questions_alone():
    national = s.response("e-n1", commitments=(s.commitment("e-n1-c1"),)).model_dump()
    answer = {**national, "force": "eastshire", "about": "A national report"}
    record = s.record(national_responses=(answer,))
    (row,) = register(record)
    (questions,) = item_said(record, row, DAY)
    assert plain(questions.rows[0][1]) == (
        "No published follow-up found. Nothing published found by us, last looked in November 2025."
    )
    summary, facts = item_facts(row)
    assert dict(facts.pairs)["About"] == ()
    assert dict(facts.pairs)["Readings so far"] == ()


def test_the_questions_on_an_item_asked_after_the_last_search_say_that_nobody_looked():
    asked = s.inspection(published="2025-12-01", recommendations=(s.recommendation("e-r9"),))
    record = s.record(asked)
    questions, *_ = item_said(record, *register(record), DAY)
    assert isinstance(questions, Table)
    nothing = "nothing published found by us, not looked for since it was published."
    assert [plain(row[1]) for row in questions.rows][:2] == [
        f"No published follow-up found. N{nothing[1:]}",
        f"No answer of the force or its governing body: {nothing}",
    ]
