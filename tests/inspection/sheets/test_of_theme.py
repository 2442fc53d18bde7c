"""Themes as blocks: the answer over all of them, one theme with its forces, two forces beside."""

from inspection.addresses import Place
from inspection.document import Bullets, Folded, Heading, Paragraph, Run, Steps, Table, plain, words
from inspection.recurrence import recurrence, theme_lines, theme_recurrence
from inspection.sheets import of_theme as sheet
from inspection.sheets.of_rulebook import rule_link
from inspection.sheets.of_thread import the_thread
from inspection.threads import thread
from tests.inspection import samples as s

NAMES = {"eastshire": "Eastshire Police", "westshire": "Westshire Police"}
THEME = "missing-children"
IN = {"start": "2018-03", "end": "2018-03"}


def look(force: str, year: int, *findings, cycle: str = "cp-2014", **fields):
    return s.inspection(
        f"{force}-{year}", cycle, published=f"{year}-06-30", findings=findings, **fields
    )


RECORD = s.record(
    look("eastshire", 2018, s.finding("e-1"), fieldwork=IN),
    look("eastshire", 2019, s.finding("e-2")),
    look("westshire", 2018, fieldwork=IN),
    look("westshire", 2025, s.finding("w-1", "risk-recognition"), cycle="cp-2024"),
)
ROWS = {force: recurrence(RECORD, force) for force in NAMES}
NOBODY = s.record(s.inspection("eastshire-peel-2022", looked_at=(), may_have_looked_at=()))


def blocks_of(record, theme=THEME, **chosen):
    return list(sheet.theme_page(record, theme, **chosen))


def headings(record, theme=THEME):
    found = [block for block in blocks_of(record, theme) if isinstance(block, Heading)]
    return [(heading.level, heading.text, heading.id) for heading in found]


def test_the_answer_tells_each_force_and_then_what_is_common_to_all_shown():
    assert sheet.answers(RECORD, ROWS, NAMES) == (
        "Eastshire Police: raised most persistently: missing children (in 2 of the 2 inspections "
        "that looked at it).",
        "Westshire Police: as far as recorded, no theme was raised in more than one inspection.",
        "As far as recorded, no theme was raised in more than one inspection of each of Eastshire Police and Westshire "
        "Police.",
    )
    assert len(sheet.answers(RECORD, {"eastshire": ROWS["eastshire"]}, NAMES)) == 1


def test_the_counts_are_told_with_what_they_are_out_of_and_the_way_to_the_method():
    told = sheet.how_counted(RECORD).words
    assert told[0].text.startswith("Not mentioned is not resolved: the count is out of the")
    assert "Counts of two forces are not set against each other." in plain(told)
    assert told[-1] == Run("How this is counted", Place("method", at="recurring"))


def test_with_one_force_in_the_record_nothing_is_said_of_counts_of_two():
    alone = s.record(forces=s.record().forces[:1])
    assert plain(sheet.how_counted(alone).words) == (
        "Not mentioned is not resolved: the count is out of the inspections that looked at a theme, "
        "and inspections of which we do not know are told apart. How this is counted"
    )


def test_of_a_force_without_a_finding_it_is_told_what_is_known_of_its_requests():
    silent = s.inspection(
        "eastshire-silent", "cp-2014", published="2019-07-24",
        unseen_recommendations=({"id": "e-u1", "summary": "Two more.", "sources": s.SOURCES},),
    )  # fmt: skip
    record = s.record(silent)
    rows = {"eastshire": recurrence(record, "eastshire")}
    assert sheet.answers(record, rows, NAMES) == (
        "Of the inspections of Eastshire Police counted here no finding is in our record, so what "
        "was found under each theme is not known to us. One entry says that requests were made "
        "whose wording is not recorded: Two more.",
    )


def test_every_mark_is_told_with_its_meaning():
    folded = sheet.marks()
    assert folded.summary == "What the marks mean"
    (table,) = folded.blocks
    assert len(table.rows) == 8
    assert table.rows[0] == (
        (Run("Raised", style="mark raised"),),
        (Run("Inspectors raised a concern about the force or asked for change."),),
    )


def test_a_row_for_each_theme_gives_the_sentence_of_each_force_most_persistent_first():
    table = sheet.theme_table(theme_lines(ROWS), NAMES)
    assert table.caption == "Themes and how often inspectors raised them, most persistent first"
    assert table.columns == ("Theme", "Eastshire Police", "Westshire Police")
    assert table.rows[0] == (
        (
            Run("Missing children", Place("recurring", THEME)),
            Run(" "),
            Run("Missing children.", style="under"),
        ),
        (Run("Raised in 2 of the 2 inspections that looked at it, from 2018 to 2019."),),
        (
            Run(
                "Not raised in the 2 inspections that looked at it; of one of them no finding at all "
                "is in our record."
            ),
        ),
    )
    assert [row[0][0].text for row in table.rows] == ["Missing children", "Risk recognition"]


def test_a_force_that_was_not_inspected_on_a_theme_says_so_in_the_table():
    rows = {"eastshire": ROWS["eastshire"], "westshire": ()}
    table = sheet.theme_table(theme_lines(rows), NAMES)
    assert table.rows[0][2] == (Run("None of the inspections counted looks at this."),)


def test_a_theme_is_told_with_what_it_is_about_and_the_way_to_its_rule():
    assert sheet.about_theme(RECORD, THEME) == Paragraph(
        words(
            "Missing children: missing children.",
            rule_link(THEME, "What belongs under it, and what does not"),
        )
    )


def test_a_force_is_told_by_its_count_its_last_word_and_its_thread():
    steps = thread(RECORD, "eastshire", THEME)
    row = theme_recurrence(RECORD, "eastshire", THEME)
    heading, sentence, details, last, thread_of = sheet.of_force(
        RECORD, "eastshire", row, steps, level=3
    )
    assert heading == Heading(3, "Eastshire Police", "eastshire")
    assert sentence == Paragraph(
        (Run("Raised in 2 of the 2 inspections that looked at it, from 2018 to 2019."),)
    )
    assert details == Bullets(
        (
            (Run("Longest unbroken run: two looks in a row, 2018 to 2019."),),
            (Run("Last look (published 30 June 2019): raised."),),
        )
    )
    assert last.words[0].text.startswith("Last word: inspectorate (HMICFRS), 30 June 2019.")
    assert thread_of == the_thread(RECORD, steps)


def test_a_force_that_was_not_inspected_on_a_theme_has_no_count_and_no_bullets():
    steps = thread(NOBODY, "eastshire", THEME)
    assert theme_recurrence(NOBODY, "eastshire", THEME) is None
    blocks = list(sheet.of_force(NOBODY, "eastshire", None, steps))
    assert [type(block) for block in blocks] == [Heading, Paragraph, Paragraph, Steps]
    assert blocks[0].level == 2
    assert blocks[1] == Paragraph((Run("None of the inspections counted looks at this."),))
    assert isinstance(blocks[3].steps[0], Folded)


def test_two_forces_are_told_by_what_is_common_what_is_particular_and_pairs_of_looks():
    rows = {force: theme_recurrence(RECORD, force, THEME) for force in NAMES}
    heading, common, particular, pairs = sheet.two_forces(RECORD, rows)
    assert heading == Heading(
        2, "Eastshire Police and Westshire Police on this theme", "the-two-forces-on-this-theme"
    )
    assert common.words[0].text.startswith(
        "Raised with one alone: Eastshire Police in 2018 and 2019."
    )
    assert common.words[2].text.startswith("The two counts are not set against each other")
    assert particular == Bullets(
        (
            (
                Run(
                    "Only Westshire Police: child-protection, Cycle cp-2024, Jun 2025 (looked at, "
                    "nothing recorded)."
                ),
            ),
        )
    )
    assert isinstance(pairs, Table)
    assert pairs.columns == (
        "Method", "Eastshire Police", "Westshire Police", "What they said", "Like for like?",
    )  # fmt: skip
    assert pairs.rows[0] == (
        (Run("Cycle cp-2014"),),
        (Run("March 2018", Place("inspection", "eastshire-2018")),),
        (Run("March 2018", Place("inspection", "westshire-2018")),),
        (Run("Eastshire Police: raised; Westshire Police: looked at, nothing recorded."),),
        (Run("Yes. Same method, inspectors there within twelve months (Cycle cp-2014)."),),
    )
    assert pairs.rows[1][4] == (
        Run("No. When inspectors were with Eastshire Police is not known to us."),
    )


def test_a_force_alone_on_a_theme_is_set_beside_nothing():
    row = theme_recurrence(RECORD, "eastshire", THEME)
    told = "Only Eastshire Police was inspected on it, so there is nothing to set side by side."
    rows = {"westshire": None, "eastshire": row}
    assert list(sheet.two_forces(RECORD, rows))[1:] == [Paragraph((Run(told),))]
    told = "Neither was inspected on it, so there is nothing to set side by side."
    assert list(sheet.two_forces(RECORD, dict.fromkeys(NAMES)))[1:] == [Paragraph((Run(told),))]


def test_two_looks_without_pair_have_no_table():
    record = s.record(look("eastshire", 2018), look("westshire", 2025, cycle="cp-2024"))
    rows = {force: theme_recurrence(record, force, THEME) for force in NAMES}
    kinds = [type(block) for block in sheet.two_forces(record, rows)]
    assert kinds == [Heading, Paragraph, Bullets]


def test_two_forces_that_were_looked_at_alike_have_nothing_particular():
    record = s.record(look("eastshire", 2018), look("westshire", 2018))
    rows = {force: theme_recurrence(record, force, THEME) for force in NAMES}
    assert [type(block) for block in sheet.two_forces(record, rows)] == [Heading, Paragraph, Table]


def test_a_theme_as_a_document_has_its_forces_the_pair_the_measures_and_its_rule():
    assert headings(RECORD) == [
        (2, "Eastshire Police", "eastshire"),
        (2, "Westshire Police", "westshire"),
        (2, "Eastshire Police and Westshire Police on this theme", "the-two-forces-on-this-theme"),
        (2, "Measures over time", "measures"),
        (2, "What belongs under it, and what does not", "rule"),
    ]


def test_a_theme_nobody_looked_at_has_a_document_without_a_pair():
    assert [text for _, text, _ in headings(NOBODY, "investigating-crime")] == [
        "Eastshire Police",
        "Westshire Police",
        "Measures over time",
        "What belongs under it, and what does not",
    ]


def test_of_more_than_two_forces_no_pair_is_set_beside_and_the_dashboard_is_named():
    south = RECORD.forces[0].model_copy(update={"id": "southshire", "name": "Southshire Police"})
    record = s.record(*RECORD.inspections, look("southshire", 2018), forces=(*RECORD.forces, south))
    assert [text for _, text, _ in headings(record)][2:4] == [
        "Southshire Police",
        "Measures over time",
    ]
    told = words("Any two forces can be set beside each other in the dashboard.")
    assert Paragraph(told) in blocks_of(record)


def test_the_inspections_counted_can_be_narrowed_to_a_programme():
    told = blocks_of(RECORD, programmes=["peel"])[1]
    assert told == Paragraph((Run("None of the inspections counted looks at this."),))
    assert blocks_of(RECORD, programmes=["peel"])[3] == Steps(())
    assert theme_recurrence(RECORD, "eastshire", THEME, ["peel"]) is None
    assert theme_recurrence(RECORD, "eastshire", THEME, ["child-protection"]).raised == 2


def test_the_sources_of_a_theme_are_those_of_its_looks_with_every_force_and_of_its_measures():
    value = {"value": 3, "unit": "days", "indicator": "days"}
    told = [s.statement(f"e-s{n}", measure=value, sources=("a-value",)) for n in (1, 2)]
    days = {"id": "days", "name": "Days", "about": "Days.", "unit": "days", "theme": THEME}
    record = s.record(
        look("eastshire", 2018, s.finding("e-1", sources=("of-east",)), statements=told),
        look("westshire", 2018, s.finding("w-1", sources=("of-west",))),
        sources=[s.source(id) for id in ("the-report", "of-east", "of-west", "a-value")],
        indicators=[days],
    )
    assert set(sheet.theme_sources(record, THEME)) == {"of-east", "of-west", "a-value"}
    assert sheet.theme_sources(record, THEME, ["peel"]) == ["a-value", "a-value"]
