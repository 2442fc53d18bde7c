"""The words of the grades: meanings, the grid and its walls, changes, notes, what stands behind."""

from inspection.addresses import Place
from inspection.document import Drawing, Facts, Folded, Heading, Paragraph, Run, Table, plain
from inspection.grading import grading_blocks
from inspection.sheets import of_grades as sheet
from tests.inspection import samples as s

OLD = s.inspection(
    "eastshire-2016",
    "peel-2016",
    published="2016-03-01",
    grades=(s.grade("investigating", "good"),),
    findings=(s.finding("e-0", "investigating-crime"),),
)
NEW = s.inspection(
    "eastshire-2022",
    grades=(
        s.grade(
            value="adequate",
            revisions=(
                {
                    "date": "2023-02-03",
                    "value": "requires-improvement",
                    "reason": "The data had been wrong.",
                    "sources": ("the-letter",),
                },
            ),
        ),
        s.grade("managing-offenders", empty="not-graded"),
    ),
    findings=(s.finding("e-1", "investigating-crime"), s.finding("e-2", "missing-children")),
    recommendations=(s.recommendation("e-r1", "investigating-crime"),),
)
SOURCES = (
    s.source("the-report", published="2022"),
    s.source("the-letter", publisher="The Gazette", url="https://gazette.example/1"),
)
RECORD = s.record(OLD, NEW, sources=SOURCES)
GRIDS = grading_blocks(RECORD, "eastshire", "peel")
CHANGED, EMPTY, UNASKED = (row[0] for row in GRIDS[0].cells)
ONE_SERIES = s.record(
    OLD, NEW, sources=SOURCES, questions=[s.question("leading", "peel-2017", "peel-2022"),
                                          s.question("investigating", "peel-2016", "peel-2017"),
                                          *s.record().questions[3:5]],
)  # fmt: skip


def texts(table):
    """A table's rows as plain text."""
    return [tuple(plain(cell) for cell in row) for row in table.rows]


def on_page(cell, programme):
    return Place("grades", choices=(("programme", programme), ("cell", sheet.cell_key(cell))))


def test_the_grades_of_every_scale_of_a_programme_are_explained_and_every_kind_of_empty():
    four, five, empty = sheet.meanings(RECORD, "peel")
    assert (four.caption, four.columns) == ("four-grades", ("Grade", "Meaning"))
    assert texts(four) == [
        ("Outstanding", "Is outstanding."),
        ("Good", "Is good."),
        ("Requires improvement", "Is requires-improvement."),
        ("Inadequate", "Is inadequate."),
    ]
    assert five.caption == "five-grades"
    assert texts(five)[2] == ("Adequate", "Is adequate.")
    assert (empty.caption, empty.columns) == ("Kinds of empty", ("Shown as", "Meaning"))
    assert [label for label, _ in texts(empty)] == [
        "Not inspected",
        "Not graded",
        "No such question",
        "Carried forward",
        "Not found by us",
        "Nothing entered",
        "Withdrawn",
    ]
    captions = [table.caption for table in sheet.meanings(RECORD, "child-protection")]
    assert captions == ["five-grades", "Kinds of empty"]


def test_a_grid_has_questions_as_rows_cycles_as_columns_and_dates_and_sources_in_its_cells():
    (table,) = sheet.grid(RECORD, GRIDS[0], on_page)
    assert table.caption == "Eastshire Police: grades, Cycle peel-2022"
    assert table.columns == ("Question", "Cycle peel-2022 (15 September 2022)")
    first = (
        "Requires improvement (first published as Adequate, changed 3 February 2023) "
        "15 September 2022. The inspectorate, 2022; The Gazette Evidence"
    )
    assert texts(table) == [
        ("Investigating crime", first),
        ("Managing offenders", "Not graded 15 September 2022. The inspectorate, 2022 Evidence"),
        ("Victim service", "Nothing entered"),
    ]
    graded, empty, unasked = (row[1] for row in table.rows)
    assert graded[0] == Run("Requires improvement", style="grade requires-improvement")
    assert Run("15 September 2022.", style="under") in graded
    assert empty[0] == Run("Not graded", style="grade empty")
    assert unasked == (Run("Nothing entered", style="grade empty not-entered"),)


def test_the_evidence_of_a_cell_is_where_it_is_asked_to_be():
    (table,) = sheet.grid(RECORD, GRIDS[0], on_page)
    to = Place(
        "grades",
        choices=(("programme", "peel"), ("cell", "eastshire.investigating-crime.peel-2022")),
    )
    assert table.rows[0][1][-1] == Run("Evidence", to, style="under")
    (table,) = sheet.grid(RECORD, GRIDS[0], sheet.told_in_inspection)
    to = Place("inspection", "eastshire-2022", "eastshire-2022-grade-investigating-crime")
    assert table.rows[0][1][-1] == Run("Evidence", to, style="under")


def test_what_may_not_be_compared_stands_in_words_before_the_table():
    (found,) = grading_blocks(ONE_SERIES, "eastshire", "peel")
    wall, table = sheet.grid(ONE_SERIES, found, on_page)
    assert wall.words[0] == Run(
        "Cycle peel-2017 and Cycle peel-2022 cannot be compared.", strong=True
    )
    assert plain(wall.words).endswith("compared. As is said here. (Our reading.)")
    assert table.columns[2:] == (
        "Cycle peel-2017 (no report recorded)",
        "Cycle peel-2022 (15 September 2022)",
    )


def test_between_two_blocks_the_last_and_the_first_cycle_are_named():
    wall = sheet.wall_between(RECORD, GRIDS[1], GRIDS[0])
    assert plain(wall.words) == (
        "Cycle peel-2017 and Cycle peel-2022 cannot be compared. As is said here. (Our reading.)"
    )


def test_grades_known_only_together_are_given_to_no_question():
    together = {
        "questions": ("victim-service", "managing-offenders"),
        "counts": {"good": 2},
        "note": "The report was not found.",
        "sources": s.SOURCES,
    }
    record = s.record(
        s.inspection("eastshire-2022", shared_grades=(together,)),
        s.inspection("westshire-2022", shared_grades=(together,)),
    )
    (told,) = sheet.shared(record, "eastshire", "peel")
    assert told.words[0] == Run("Report eastshire-2022", Place("inspection", "eastshire-2022"))
    assert plain(told.words[1:]) == (
        " Known only together: victim service and managing offenders share two good. "
        "The report was not found."
    )
    assert list(sheet.shared(record, "eastshire", "child-protection")) == []


def test_a_changed_grade_shows_both_values_the_day_the_reason_and_the_source_of_the_change():
    (table,) = sheet.ledger(RECORD, "eastshire", sheet.cells_of(GRIDS))
    assert table.caption == "Eastshire Police: grades changed after publication"
    assert table.columns == (
        "Question", "Cycle", "First published", "Changed to", "When and why", "Sources",
    )  # fmt: skip
    assert texts(table) == [
        (
            "Investigating crime",
            "Cycle peel-2022",
            "Adequate, 15 September 2022",
            "Requires improvement",
            "3 February 2023. The data had been wrong.",
            "The Gazette",
        )
    ]
    assert list(sheet.ledger(RECORD, "eastshire", [EMPTY, UNASKED])) == []


def test_only_grades_not_to_be_taken_at_face_value_are_noted():
    (folded,) = sheet.notes(RECORD, "eastshire", GRIDS)
    assert folded.summary == (
        "1 grade changed, carried forward, worked out, known from the press or noted"
    )
    (table,) = folded.blocks
    assert table.caption == "Eastshire Police: notes on single grades"
    assert table.columns == ("Question", "Cycle", "Grade", "Note", "Sources")
    assert texts(table) == [
        (
            "Investigating crime",
            "Cycle peel-2022",
            "Requires improvement (first published as Adequate, changed 3 February 2023)",
            "The data had been wrong.",
            "The inspectorate, 2022; The Gazette",
        )
    ]
    assert list(sheet.notes(RECORD, "eastshire", GRIDS[1:])) == []


def test_behind_a_grade_stand_its_meaning_its_report_and_what_was_found_under_its_theme():
    facts, report, found = sheet.behind(RECORD, CHANGED)
    assert isinstance(facts, Facts)
    assert [(name, plain(value)) for name, value in facts.pairs] == [
        ("Question", "Investigating crime"),
        (
            "Grade",
            "Requires improvement (first published as Adequate, changed 3 February 2023) "
            "The data had been wrong.",
        ),
        ("Meaning, Cycle peel-2022", "Is requires-improvement."),
        ("Published", "15 September 2022"),
        ("Comparing", "As is said here."),
        ("Sources", "The inspectorate, 2022; The Gazette"),
    ]
    link = Run("Report eastshire-2022", Place("inspection", "eastshire-2022"))
    assert report == Paragraph((Run("Read in full:"), Run(" "), link))
    assert found.caption == "What the inspection recorded under investigating crime"
    assert found.columns == ("Kind", "What was found or asked", "Sources")
    assert texts(found) == [
        ("Concern", "What was found, e-1.", "The inspectorate, 2022"),
        ("Recommendation", "What was asked, e-r1.", "The inspectorate, 2022"),
    ]
    assert found.rows[0][1][0].href == Place("inspection", "eastshire-2022", "e-1")


def test_behind_a_grade_without_a_theme_no_finding_and_behind_no_report_nothing_more_is_told():
    facts, report, none = sheet.behind(RECORD, EMPTY)
    assert dict(facts.pairs)["Meaning, Cycle peel-2022"] == (
        Run("Inspected, but given no grade by design."),
    )
    assert plain(report.words) == "Read in full: Report eastshire-2022"
    assert plain(none.words) == "No finding under this question is in our record."
    (facts,) = sheet.behind(RECORD, UNASKED)
    assert dict(facts.pairs)["Grade"] == (Run("Nothing entered", style="grade empty not-entered"),)
    assert plain(dict(facts.pairs)["Meaning, Cycle peel-2022"]) == (
        "Whether this was asked and graded then is not in the record."
    )
    assert dict(facts.pairs)["Published"] == ()


def test_the_sources_are_those_of_the_grades_and_of_the_cycles():
    assert sheet.sources(RECORD, "peel", [CHANGED]) == ("the-letter", "the-report")
    assert sheet.sources(RECORD, "peel", []) == ("the-report",)


def test_all_grades_of_a_force_under_a_programme_stand_below_their_own_heading():
    blocks = list(sheet.force_grades(RECORD, "eastshire", "peel"))
    assert blocks[0] == Heading(3, "Programme peel", "grades-peel")
    kinds = [Heading, Drawing, Table, Paragraph, Drawing, Table, Table, Folded]
    assert [type(block) for block in blocks] == kinds
    assert blocks[1].caption == (
        "Eastshire Police: grades by question and cycle, Cycle peel-2022, peel"
    )
    assert [block.caption for block in (*blocks[2:3], *blocks[5:7], *blocks[7].blocks)] == [
        "Eastshire Police: grades, Cycle peel-2022, peel",
        "Eastshire Police: grades, Cycle peel-2016 and Cycle peel-2017, peel",
        "Eastshire Police: grades changed after publication, peel",
        "Eastshire Police: notes on single grades, peel",
    ]
    assert blocks[3] == sheet.wall_between(RECORD, GRIDS[1], GRIDS[0])
    evidence = Place("inspection", "eastshire-2022", "eastshire-2022-grade-investigating-crime")
    assert blocks[2].rows[0][1][-1] == Run("Evidence", evidence, style="under")


def test_a_programme_without_a_report_on_the_force_says_so_in_place_of_grids():
    assert list(sheet.force_grades(RECORD, "westshire", "peel")) == [
        Heading(3, "Programme peel", "grades-peel"),
        Paragraph((Run("No report of this programme on this force is in the record."),)),
    ]
    assert sheet.reported(GRIDS)
    assert not sheet.reported(grading_blocks(RECORD, "westshire", "peel"))


def test_cycles_without_any_report_on_the_force_are_a_sentence_and_no_grid_of_empty_cells():
    early = s.record(OLD, sources=SOURCES[:1])
    blocks = list(sheet.force_grades(early, "eastshire", "peel"))
    assert blocks[1] == Paragraph(
        (Run("Cycle peel-2022: no report of this programme on this force is in the record."),)
    )
    assert [block.caption for block in blocks if isinstance(block, Drawing | Table)][:2] == [
        "Eastshire Police: grades by question and cycle, Cycle peel-2016 and Cycle peel-2017, peel",
        "Eastshire Police: grades, Cycle peel-2016 and Cycle peel-2017, peel",
    ]
