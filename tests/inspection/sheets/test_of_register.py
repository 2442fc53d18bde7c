"""The register as blocks: the answer, the counts, each item with its voices, the page as a whole."""

import datetime as dt

import pytest

from inspection.addresses import Place
from inspection.document import Bullets, Folded, Heading, Paragraph, Run, Table, plain, words
from inspection.due_after_reports import due_after_reports
from inspection.register import register
from inspection.sheets import of_register as sheet
from inspection.standing import Reading
from inspection.unseen import unseen_requests
from tests.inspection import samples as s

DAY = dt.date(2025, 12, 1)
NOTHING = "Nothing published found by us, last looked in November 2025."
CONCERN = s.recommendation(
    "e-c1",
    kind="cause-of-concern",
    scope="partnership",
    time_limit={"words": "within six months", "by": "2023-03-15"},
    sources=("letter",),
    statements=(
        s.statement("e-c1-s1", "inspectorate", date="2024-01-11", says="addressed",
                    rests_on=("e-f",)),
        s.statement("e-c1-s2", "inspectorate", date="2024-04-11", says="not-addressed"),
        s.statement("e-c1-s3", "other", date="2024-06", sources=("letter",)),
        s.statement("e-c1-s4", "governing-body"),
    ),
)  # fmt: skip
PEEL = s.inspection(
    recommendations=(CONCERN, s.recommendation("e-r1", theme="investigating-crime")),
    responses=(
        s.response(
            "e-x1", date="2022-09-20", themes=("investigating-crime",), commitments=(
                s.commitment("e-x1-c1", time_limit={"words": "by spring", "by": "2023-03"}),
            ),
        ),
    ),
    unseen_recommendations=({"id": "e-u1", "summary": "Two more.", "sources": s.SOURCES},),
)  # fmt: skip
LATER = s.inspection(
    "eastshire-later", published="2024-02-16", findings=(s.finding("e-9", "investigating-crime"),)
)
WEST = s.inspection("westshire-peel-2022", recommendations=(s.recommendation("w-r1"),))
SOURCES = (
    s.source("the-report"),
    s.source("letter", publisher="Eastshire Police (the force)", published="2024-06-30",
             url="https://example.org/letter"),
)  # fmt: skip
RECORD = s.record(PEEL, LATER, sources=SOURCES)
ROWS = {row.id: row for row in register(RECORD)}
SPACE = Run(" ")


def row_of(id, link=lambda _: None):
    (cells,) = sheet.register_table(RECORD, [ROWS[id]], link).rows
    return cells


def shown(cell):
    """The lines of a cell as plain text."""
    return plain(cell).split("\n")


def test_the_oldest_concern_is_told_with_our_reading_and_its_closing_only_where_not_judged():
    concern = ROWS["e-c1"]
    told = (
        "Its oldest open cause of concern was published 15 September 2022, in our words: What was "
        "asked, e-c1."
    )
    assert concern.reading is Reading.FOUND_AGAIN
    assert (
        sheet.oldest_words(concern, "Eastshire Police", ()) == f"{told} Our reading: found again."
    )
    silent = s.inspection(recommendations=(CONCERN.model_copy(update={"statements": ()}),))
    (unspoken,) = register(s.record(silent, sources=SOURCES))
    assert sheet.oldest_words(unspoken, "Eastshire Police", ()) == (
        f"{told} Our reading: no published follow-up found. Whether it was ever formally closed was "
        "not found by us."
    )
    assert sheet.oldest_words(None, "Eastshire Police", ()) == (
        "No open cause of concern about Eastshire Police is in the record."
    )


def test_where_no_concern_is_open_requests_not_read_are_told_with_what_is_known_of_them():
    known = unseen_requests(RECORD, ["eastshire"])
    assert sheet.oldest_words(None, "Eastshire Police", known) == (
        "No open cause of concern about Eastshire Police is in the register; one entry says that "
        "requests were made whose wording is not recorded: Two more."
    )
    assert sheet.oldest_words(None, "Eastshire Police", known * 2) == (
        "No open cause of concern about Eastshire Police is in the register; two entries say that "
        "requests were made whose wording is not recorded: Two more. Two more."
    )


def test_the_answer_tells_of_replies_the_oldest_concern_and_promises_past_due():
    rows, due = list(ROWS.values()), due_after_reports(RECORD)
    assert sheet.answer(RECORD, "eastshire", rows, due, (), DAY) == (
        "2 reports in the record on Eastshire Police, published since 2 May 2017: two with none "
        "found by us.",
        "Its oldest open cause of concern was published 15 September 2022, in our words: What was "
        "asked, e-c1. Our reading: found again.",
        "One public promise is past the due date: one of the force; none read as addressed.",
    )


def test_counts_hold_every_reading_every_kind_and_every_age():
    readings, ages = sheet.counted(list(ROWS.values()), DAY)
    kinds = ("Cause of concern", "Recommendation", "Area for improvement", "Public commitment")
    assert readings.caption == "By our reading and by kind"
    assert readings.columns == ("Our reading", *kinds)
    assert [tuple(map(plain, row)) for row in readings.rows] == [
        ("Found again", "1", "0", "0", "0"),
        ("Not addressed", "0", "0", "0", "0"),
        ("No published follow-up found", "0", "0", "0", "1"),
        ("Spoken of, not answered", "0", "0", "0", "0"),
        ("Answered, not closed", "0", "1", "0", "0"),
        ("Said to be done, not confirmed", "0", "0", "0", "0"),
        ("Progress", "0", "0", "0", "0"),
        ("Addressed", "0", "0", "0", "0"),
        ("All", "1", "1", "0", "1"),
    ]
    assert ages.caption == "Open items by how long ago they were asked or promised and by kind"
    assert ages.columns == ("Asked or promised", *kinds)
    assert [tuple(map(plain, row)) for row in ages.rows] == [
        ("Under 1 year", "0", "0", "0", "0"),
        ("1 to 3 years", "0", "0", "0", "0"),
        ("3 to 5 years", "1", "1", "0", "1"),
        ("5 to 10 years", "0", "0", "0", "0"),
        ("Over 10 years", "0", "0", "0", "0"),
        ("Date not known", "0", "0", "0", "0"),
    ]


def test_requests_not_read_are_told_and_each_leads_to_its_inspection():
    title = "Report eastshire-peel-2022, 15 September 2022"
    link = Run(title, Place("inspection", "eastshire-peel-2022", "e-u1"))
    assert list(sheet.unseen(RECORD, ["eastshire"])) == [
        Folded(
            "Not in the register: 1 note on requests not read",
            (
                Paragraph(
                    words(
                        "Recommendations were made in these inspections; their wording is not in "
                        "our record."
                    )
                ),
                Bullets(((link, Run(":"), SPACE, Run("Two more.")),)),
            ),
        )
    ]
    assert list(sheet.unseen(RECORD, ["westshire"])) == []


def test_an_item_is_a_fact_with_what_it_is_and_the_inspection_under_it():
    assert row_of("e-c1")[0] == (
        Run("What was asked, e-c1.", fact="e-c1"),
        SPACE,
        Run(
            "Cause of concern. Eastshire Police. Missing children. Asked 15 September 2022 by "
            "HMICFRS. Time limit: within six months (15 March 2023). About the partnership.",
            style="under",
        ),
        SPACE,
        Run(
            "Report eastshire-peel-2022",
            Place("inspection", "eastshire-peel-2022", "e-c1"),
            style="under",
        ),
    )


def test_a_promise_is_told_as_promised_and_one_on_all_forces_leads_to_no_inspection():
    assert row_of("e-x1-c1")[0][2].text == (
        "Public commitment. Eastshire Police. The whole, no one theme. Promised 20 September 2022 "
        "by Chief Constable, Eastshire Police. Time limit: by spring (March 2023)."
    )
    national = s.response("e-n1", commitments=(s.commitment("e-n1-c1"),)).model_dump()
    answer = {**national, "force": "eastshire", "about": "A national report"}
    record = s.record(national_responses=(answer,))
    (cells,) = sheet.register_table(record, register(record)).rows
    assert cells[0][2].text.endswith("Promised date not known by Chief Constable, Eastshire "
                                     "Police. Time limit: none stated.")  # fmt: skip
    assert cells[0][4] == Run("A report on all forces", None, style="under")


def test_the_text_of_an_item_leads_where_the_page_says():
    def link(row):
        return Place("progress", row.id, choices=(("kind", "commitment"), ("kind", "x")))

    assert row_of("e-r1", link)[0][0] == Run(
        "What was asked, e-r1.",
        Place("progress", "e-r1", choices=(("kind", "commitment"), ("kind", "x"))),
        fact="e-r1",
    )


def test_each_voice_has_its_column_with_dates_and_sources_and_another_body_is_named_as_such():
    _, inspectorate, governing_body, force, _ = row_of("e-c1")
    assert shown(inspectorate) == [
        "11 January 2024: What was said, e-c1-s1. The inspectorate",
        "11 April 2024: What was said, e-c1-s2. The inspectorate",
    ]
    assert shown(governing_body) == [
        "date not known: What was said, e-c1-s4. The inspectorate",
        "Another body, June 2024: What was said, e-c1-s3. Eastshire Police, 2024",
    ]
    assert governing_body[-5:] == (
        Run("Another body, June 2024:", strong=True),
        SPACE,
        Run("What was said, e-c1-s3."),
        SPACE,
        Run(
            "Eastshire Police, 2024",
            "https://example.org/letter",
            title="Title of letter, Eastshire Police (the force)",
        ),
    )
    assert shown(force) == [NOTHING]


def test_a_later_look_at_the_theme_is_told_beside_what_was_said_and_what_is_on_the_theme_as_such():
    _, inspectorate, governing_body, force, _ = row_of("e-r1")
    assert inspectorate[-1] == Run(
        "Next look at the theme (published 16 February 2024): raised.",
        Place("inspection", "eastshire-later"),
    )
    assert shown(inspectorate)[0] == NOTHING
    assert shown(governing_body) == [NOTHING]
    assert shown(force) == [
        "20 September 2022: What was answered, e-x1. On the theme. The inspectorate"
    ]


def test_our_reading_tells_that_it_went_backwards_and_every_reading_before():
    reading = row_of("e-c1")[-1]
    assert reading[0] == Run("Found again", strong=True)
    assert shown(reading) == [
        "Found again",
        "It went backwards:",
        "answered, not closed (date not known), then addressed (11 January 2024), then found again "
        "(11 April 2024)",
    ]
    assert row_of("e-r1")[-1] == (Run("Answered, not closed", strong=True),)


@pytest.mark.parametrize(
    ("claimed", "history"),
    [
        (
            "2023-12-09",
            [
                "said to be done, not confirmed (9 December 2023), then not addressed "
                "(10 December 2023)"
            ],
        ),
        ("2023-12-10", []),
        ("2023-12-11", []),
    ],
)
def test_a_claim_that_inspectors_contradict_is_no_step_backwards(claimed, history):
    said = (
        s.statement("e-s1", "governing-body", date=claimed, says="addressed"),
        s.statement("e-s2", "inspectorate", date="2023-12-10", says="not-addressed"),
    )
    asked = s.recommendation("e-r1", statements=said)
    record = s.record(s.inspection(recommendations=(asked,)))
    (cells,) = sheet.register_table(record, register(record), lambda _: None).rows
    assert shown(cells[-1]) == [
        "Not addressed",
        "Somebody else has said that it is done: the voices differ.",
        *history,
    ]


def test_the_table_says_what_stands_in_each_column():
    table = sheet.register_table(RECORD, list(ROWS.values()))
    assert table.caption == "The register"
    assert table.columns == (
        "What was asked or promised", "Inspectorate", "Governing body", "Force", "Our reading",
    )  # fmt: skip
    assert [row[0][0].fact for row in table.rows] == ["e-c1", "e-r1", "e-x1-c1"]


def test_the_page_goes_force_by_force_and_captions_name_the_force():
    blocks = list(sheet.register_page(s.record(PEEL, LATER, WEST, sources=SOURCES), DAY))
    assert blocks[0] == sheet.voices_apart()
    assert [(b.level, b.text, b.id) for b in blocks if isinstance(b, Heading)] == [
        (2, "Eastshire Police", "eastshire"),
        (3, "Counts, whole", ""),
        (3, "What is due after a report", ""),
        (3, "The register", ""),
        (2, "Westshire Police", "westshire"),
        (3, "Counts, whole", ""),
        (3, "What is due after a report", ""),
        (3, "The register", ""),
    ]
    captions = [b.caption for b in blocks if isinstance(b, Table)]
    assert captions == [
        "By our reading and by kind: Eastshire Police",
        "Open items by how long ago they were asked or promised and by kind: Eastshire Police",
        "Due after a report (3 rows): Eastshire Police",
        "The register: Eastshire Police",
        "By our reading and by kind: Westshire Police",
        "Open items by how long ago they were asked or promised and by kind: Westshire Police",
        "Due after a report (1 row): Westshire Police",
        "The register: Westshire Police",
    ]
    registers = [b for b in blocks if isinstance(b, Table) and b.caption.startswith("The register")]
    assert [[row[0][0] for row in table.rows] for table in registers] == [
        [
            Run("What was asked, e-c1.", fact="e-c1"),
            Run("What was asked, e-r1.", fact="e-r1"),
            Run("What was promised, e-x1-c1.", fact="e-x1-c1"),
        ],
        [Run("What was asked, w-r1.", fact="w-r1")],
    ]
    assert [b.summary for b in blocks if isinstance(b, Folded)] == [
        "Not in the register: 1 note on requests not read",
        "Public promises past their due date (1)",
    ]
    assert [plain(b.words) for b in blocks[2:5]] == list(
        sheet.answer(RECORD, "eastshire", list(ROWS.values()), due_after_reports(RECORD), (), DAY)
    )


def test_replies_are_counted_out_of_the_record_and_what_is_known_besides_is_told_with_its_way():
    gaps = tuple(
        s.gap(key, unrecorded="known-to-exist", sources=s.SOURCES) for key in ("gap-1", "gap-2")
    )
    told = "1 report in the record on Eastshire Police, published since 2 May 2017: one with none "
    for some, more in (
        (gaps, "Of all years, two more inspections are known to us to exist and not recorded."),
        (gaps[:1], "Of all years, one more inspection is known to us to exist and not recorded."),
    ):
        record = s.record(s.inspection(), gaps=some)
        due = due_after_reports(record)
        assert sheet.replies(record, "eastshire", due) == f"{told}found by us. {more}"
        blocks = list(sheet.register_page(record, DAY))
        assert plain(blocks[2].words) == f"{told}found by us. {more}"
        way = Run("What is known and not recorded", Place("data", at="what-is-missing"))
        assert blocks[5] == Paragraph((way,))
    none = list(sheet.register_page(s.record(gaps=gaps), DAY))
    assert [plain(block.words) for block in none[2:4]] == [
        "The record holds nothing asked of or promised by Eastshire Police. Two more inspections are "
        "known to us to exist and not recorded.",
        "What is known and not recorded",
    ]


def test_a_force_that_was_asked_nothing_and_promised_nothing_is_told_as_such():
    blocks = list(sheet.register_page(s.record(WEST), DAY))
    assert blocks[1:4] == [
        Heading(2, "Eastshire Police", "eastshire"),
        Paragraph(words("The record holds nothing asked of or promised by Eastshire Police.")),
        Heading(2, "Westshire Police", "westshire"),
    ]


def test_a_force_with_reports_but_no_item_has_what_is_due_and_no_empty_register():
    blocks = list(sheet.register_page(s.record(s.inspection()), DAY))
    captions = [b.caption for b in blocks if isinstance(b, Table)]
    assert captions == ["Due after a report (1 row): Eastshire Police"]
    headings = [b.text for b in blocks if isinstance(b, Heading)]
    assert headings == ["Eastshire Police", "What is due after a report", "The register",
                        "Westshire Police"]  # fmt: skip
    assert blocks[-3] == Paragraph(
        words("No item of Eastshire Police is in the register, so none is counted or listed.")
    )


def test_a_force_of_which_only_requests_not_read_are_known_is_not_told_as_asked_nothing():
    silent = s.inspection(
        published="2015-03-01", unseen_recommendations=PEEL.unseen_recommendations
    )
    blocks = list(sheet.register_page(s.record(silent), DAY))
    assert [b.caption for b in blocks if isinstance(b, Table)] == []
    title = "Report eastshire-peel-2022, 1 March 2015"
    told = [plain(b.words) for b in blocks if isinstance(b, Paragraph)]
    assert "The record holds nothing asked of or promised by Eastshire Police." not in told
    (points,) = [b for b in blocks if isinstance(b, Bullets)]
    link = Run(title, Place("inspection", "eastshire-peel-2022", "e-u1"))
    assert points == Bullets(((link, Run(":"), SPACE, Run("Two more.")),))


def test_forces_of_which_nothing_is_counted_are_named():
    assert sheet.uncounted([]) == ""
    assert sheet.uncounted(["Eastshire Police"]) == (
        "Nothing of Eastshire Police is in these counts."
    )
    assert sheet.uncounted(["Eastshire Police", "Westshire Police"]) == (
        "Nothing of Eastshire Police and Westshire Police is in these counts."
    )


def test_the_register_is_read_by_a_rule_that_stands_on_the_method_page():
    told = sheet.voices_apart().words
    assert plain(told).startswith("Four voices, never merged: the inspectorate, the governing body")
    assert plain(told).endswith(
        "nothing found by us never means late, not sent or not done. The rule; how strongly "
        "inspectors ask"
    )
    assert told[-3] == Run("The rule", Place("method", at="progress"))
    assert told[-1] == Run("how strongly inspectors ask", Place("glossary", at="cause-of-concern"))


def test_of_an_item_asked_after_the_last_search_every_voice_says_that_nobody_looked():
    asked = s.inspection(published="2025-12-01", recommendations=(s.recommendation("e-r9"),))
    record = s.record(asked)
    (cells,) = sheet.register_table(record, register(record), lambda _: None).rows
    nothing = "Nothing published found by us, not looked for since it was published."
    assert [shown(cell) for cell in cells[1:4]] == [[nothing]] * 3
