"""What is missing, told in a sentence and in tables that link to the gaps."""

from inspection.addresses import Place
from inspection.document import Bullets, Folded, Heading, Paragraph, Run, Table, plain
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


def opened(blocks):
    """The blocks with those of what is folded in their place."""
    return [
        inner
        for block in blocks
        for inner in (block.blocks if isinstance(block, Folded) else (block,))
    ]


def tables_of(blocks):
    return [block for block in opened(blocks) if isinstance(block, Table)]


def cells(row):
    return [plain(cell) for cell in row]


def test_a_sentence_comes_first_then_one_table_open_and_three_folded():
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
    assert [block.id for block in blocks if isinstance(block, Heading) and block.level == 3] == [
        "missing-inspections"
    ]
    assert [type(block) for block in blocks[4:]] == [
        Paragraph, Table, Bullets, Folded, Folded, Folded,
    ]  # fmt: skip
    assert [(block.id, block.summary) for block in blocks if isinstance(block, Folded)] == [
        ("missing-grades", "Grades and kinds of empty recorded"),
        ("missing-findings", "Findings recorded, and what they lack"),
        ("missing-recommendations", "Recommendations recorded, and what they lack"),
    ]
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
    assert inspections.columns == (
        "Force and programme", "Recorded", "Known, not recorded", "What is not recorded",
    )  # fmt: skip
    assert cells(inspections.rows[0]) == ["Eastshire Police peel.", "1", "1", "A report of 2007"]
    assert inspections.rows[0][3] == (Run("A report of 2007", Place("data", at="gap-1")),)
    assert len(inspections.rows) == 1
    assert [cells(row) for row in grades.rows] == [
        ["Eastshire Police peel.", "1", "1", "1"],
    ]
    assert grades.columns == ("Force and programme", "Graded", "Not graded", "Nothing entered")
    assert asked.columns[4] == "without one from 1 December 2024 on"
    assert [cells(row) for row in findings.rows] == [
        ["Eastshire Police peel.", "1", "1", "1"],
    ]
    assert [cells(row) for row in asked.rows] == [
        ["Eastshire Police peel.", "1", "1", "1", "1"],
    ]


def test_where_all_known_to_us_is_recorded_a_line_for_each_force_says_so():
    other = s.inspection("eastshire-2018", "cp-2014", published="2018-06-28")
    (whole,) = [b for b in blocks_of(LOOKED, other) if isinstance(b, Bullets)]
    assert [plain(item) for item in whole.items] == [
        "Eastshire Police: all known to us is recorded of child-protection (1) and peel (1).",
        "Westshire Police: no inspection is recorded, and none is known to us to exist.",
    ]
    gaps = (Gap.model_validate(GAP),)
    (part,) = [b for b in blocks_of(LOOKED, other, gaps=gaps) if isinstance(b, Bullets)]
    assert plain(part.items[0]) == (
        "Eastshire Police: all known to us is recorded of child-protection (1)."
    )
    assert "Inspections recorded, of those known to us" not in [
        table.caption for table in tables_of(blocks_of(LOOKED, other))
    ]


def test_columns_in_which_every_count_is_0_are_named_and_left_out():
    blocks = blocks_of(s.inspection(findings=(s.finding(place="Page 4"),)))
    findings = next(b for b in blocks if isinstance(b, Folded) and b.id == "missing-findings")
    assert plain(findings.blocks[0].words) == (
        "A finding without a measure need not lack one, for many findings have no number. "
        "There is none of: without a place in the report."
    )
    assert findings.blocks[1].columns == ("Force and programme", "Findings", "without a measure")


def test_what_was_only_looked_for_has_a_column_where_there_is_any():
    looked_for = Gap.model_validate({**GAP, "unrecorded": "looked-for", "sources": ()})
    inspections = tables_of(blocks_of(LOOKED, gaps=(looked_for,)))[0]
    assert inspections.columns == (
        "Force and programme", "Recorded", "Known, not recorded", "Looked for and not found",
    )  # fmt: skip
    assert cells(inspections.rows[0]) == ["Eastshire Police peel.", "1", "0", "A report of 2007"]


def test_a_round_of_every_force_is_named_with_its_sources():
    cycle = s.cycle("peel-2016", scale="four-grades", every_force={"sources": s.SOURCES})
    (inspections,) = tables_of(blocks_of(programmes=(s.programme("peel", cycle),), questions=()))
    assert [cells(row)[1:] for row in inspections.rows] == [
        [
            "0",
            "1",
            "peel Cycle peel-2016: every force was inspected at least once. The inspectorate",
        ],
    ] * 2


def test_wording_that_is_not_recorded_is_told():
    unseen = {"id": "e-u1", "summary": "More was asked.", "sources": s.SOURCES}
    blocks = blocks_of(s.inspection(unseen_recommendations=(unseen,)))
    assert (
        "1 more entry says that recommendations were made whose wording is not recorded."
        in plain(blocks[1].words)
    )


def test_that_no_finding_and_no_recommendation_is_recorded_is_said_and_nothing_counted_of_none():
    blocks = blocks_of(s.inspection("eastshire-2018", "cp-2014", published="2018-06-28"))
    assert plain(blocks[1].words) == (
        "1 inspection is recorded; no other is known to us to exist. What is known to us is not all "
        "there is. No finding is recorded. No recommendation is recorded. Of 1 source of the record "
        "1 is without a date."
    )


def test_without_any_grade_or_finding_a_sentence_stands_for_the_table():
    blocks = blocks_of(s.inspection("eastshire-2018", "cp-2014", published="2018-06-28"))
    assert tables_of(blocks) == []
    said = [plain(block.words) for block in opened(blocks) if isinstance(block, Paragraph)]
    assert said[-3:] == [
        "No grade and no kind of empty is recorded.",
        "None is recorded.",
        "None is recorded.",
    ]


def test_kinds_of_which_there_is_none_are_named_and_have_no_column():
    said = [plain(b.words) for b in opened(blocks_of(LOOKED)) if isinstance(b, Paragraph)]
    assert said[3].endswith(
        "asked and graded then is not in the record. There is none of: not inspected, no such question, carried "
        "forward, not found by us, withdrawn, graded together."
    )
