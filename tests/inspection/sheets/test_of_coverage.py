"""What is missing, told in a sentence and in tables that link to the gaps."""

from inspection.addresses import Place
from inspection.document import Heading, Paragraph, Run, Table, plain
from inspection.model import Gap
from inspection.sheets import of_coverage
from tests.inspection import samples as s

GAP = {
    "id": "gap-1", "forces": ["eastshire"], "what": "A report of 2007", "note": "Not found.",
    "unrecorded": "known-to-exist", "programme": "peel", "sources": s.SOURCES,
}  # fmt: skip
LOOKED = s.inspection(
    grades=(s.grade(value="good"), s.grade("victim-service", empty="not-graded")),
    findings=(s.finding(),),
    recommendations=(s.recommendation(),),
)


def blocks_of(*inspections, **fields):
    return of_coverage.missing(s.record(*inspections, **fields))


def tables_of(blocks):
    return [block for block in blocks if isinstance(block, Table)]


def cells(row):
    return [plain(cell) for cell in row]


def test_a_sentence_comes_first_then_four_tables_each_under_its_heading():
    blocks = blocks_of(LOOKED, gaps=(Gap.model_validate(GAP),))
    assert blocks[0] == Heading(2, "What is missing", "what-is-missing")
    assert isinstance(blocks[1], Paragraph)
    assert plain(blocks[1].words) == (
        "1 inspection is recorded; 1 more is known to us to exist and not recorded. What is known to "
        "us is not all there is. Of 1 finding 1 is without a measure and 1 is without a place in the "
        "report. Of 1 recommendation 1 is without any statement since, and 1 is without one from "
        "1 December 2024 on. Of 1 source of the record 1 is without a date."
    )
    assert plain(blocks[2].words) == of_coverage.NO_SCORE
    headings = [block.id for block in blocks if isinstance(block, Heading) and block.level == 3]
    assert headings == [
        "missing-inspections", "missing-grades", "missing-findings", "missing-recommendations",
    ]  # fmt: skip
    assert [table.caption for table in tables_of(blocks)] == [
        "Inspections recorded, of those known to us",
        "Grades and kinds of empty recorded",
        "Findings recorded, and what they lack",
        "Recommendations recorded, and what they lack",
    ]


def test_counts_are_whole_and_never_a_share():
    inspections, grades, findings, asked = tables_of(
        blocks_of(LOOKED, gaps=(Gap.model_validate(GAP),))
    )
    assert cells(inspections.rows[0]) == [
        "Eastshire Police peel.", "1 of 2 known to us", "A report of 2007", "",
    ]  # fmt: skip
    assert inspections.rows[0][2] == (Run("A report of 2007", Place("data", at="gap-1")),)
    assert cells(inspections.rows[1]) == ["Westshire Police No programme.", "none known", "", ""]
    assert [cells(row) for row in grades.rows] == [
        ["Eastshire Police peel.", "1", "1", "1"],
    ]
    assert grades.columns == ("Force and programme", "Graded", "Not graded", "Nothing entered")
    assert asked.columns[4] == "without one from 1 December 2024 on"
    assert [cells(row) for row in findings.rows] == [
        ["Eastshire Police peel.", "1", "1", "1"],
    ]
    assert [cells(row) for row in asked.rows] == [
        ["Eastshire Police peel.", "1", "1", "1", "1", "0"],
    ]


def test_a_round_of_every_force_is_named_with_its_sources():
    cycle = s.cycle("peel-2016", scale="four-grades", every_force={"sources": s.SOURCES})
    (inspections,) = tables_of(blocks_of(programmes=(s.programme("peel", cycle),), questions=()))
    assert [cells(row)[1:3] for row in inspections.rows] == [
        ["0 of 1 known to us", "Cycle peel-2016: every force was inspected. The inspectorate"],
    ] * 2


def test_wording_that_is_not_recorded_is_told():
    unseen = {"id": "e-u1", "summary": "More was asked.", "sources": s.SOURCES}
    blocks = blocks_of(s.inspection(unseen_recommendations=(unseen,)))
    assert (
        "1 more entry says that recommendations were made whose wording is not recorded."
        in plain(blocks[1].words)
    )


def test_without_any_grade_or_finding_a_sentence_stands_for_the_table():
    blocks = blocks_of(s.inspection("eastshire-2018", "cp-2014", published="2018-06-28"))
    assert len(tables_of(blocks)) == 1
    said = [plain(block.words) for block in blocks if isinstance(block, Paragraph)]
    assert said[-3:] == [
        "No grade and no kind of empty is recorded.",
        "None is recorded.",
        "None is recorded.",
    ]


def test_kinds_of_which_there_is_none_are_named_and_have_no_column():
    said = [plain(b.words) for b in blocks_of(LOOKED) if isinstance(b, Paragraph)]
    assert said[3].endswith(
        "it is shown as not found by us. There is none of: not inspected, no such question, carried "
        "forward, not found by us, withdrawn, graded together."
    )
