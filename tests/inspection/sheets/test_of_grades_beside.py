"""The words of grades beside others: two forces, all forces, other forces, case audits."""

import pytest

from inspection.addresses import Place
from inspection.document import Bullets, Heading, Run, Table, plain
from inspection.grading import grading_blocks
from inspection.model import Force
from inspection.sheets import of_grades_beside as sheet
from inspection.sheets.of_grades import cells_of
from inspection.side_by_side import outside
from tests.inspection import samples as s


def looked(force, year, *grades, cycle="peel-2022"):
    """An inspection of a force with fieldwork in May of a year, published in September."""
    return s.inspection(
        f"{force}-{year}",
        cycle,
        fieldwork={"start": f"{year}-05"},
        published=f"{year}-09",
        grades=grades,
    )


def texts(table):
    """A table's rows as plain text."""
    return [tuple(plain(cell) for cell in row) for row in table.rows]


BOTH = ("eastshire", "westshire")
SOUTH = Force(id="southshire", name="Southshire Police", short_name="Southshire")
EAST = looked("eastshire", 2022, s.grade(value="good"), s.grade("victim-service", "adequate"))
WEST = looked("westshire", 2022, s.grade(value="requires-improvement"))
EARLY = [
    looked(force, year, s.grade("investigating", "good"), s.grade("preventing", "good"),
           cycle="peel-2016")
    for force, year in (("eastshire", 2014), ("westshire", 2016))
]  # fmt: skip


def test_two_forces_stand_side_by_side_where_that_is_fair_each_grade_with_its_date():
    heading, rule, table = sheet.side_by_side(s.record(EAST, WEST), BOTH, "peel")
    assert heading == Heading(2, "Side by side", "side-by-side")
    assert plain(rule.words) == (
        "Grades of two forces stand side by side only where programme, cycle and question are the "
        "same and inspectors were certainly with both within twelve months. No force is ranked."
    )
    assert table.caption == (
        "Grades of Eastshire Police and Westshire Police that may be set side by side"
    )
    assert table.columns == ("Question", "Cycle", "Eastshire Police", "Westshire Police")
    assert texts(table) == [
        (
            "Investigating crime",
            "Cycle peel-2022",
            "Good published September 2022",
            "Requires improvement published September 2022",
        )
    ]
    assert table.rows[0][2] == (
        Run("Good", style="grade good"),
        Run(" "),
        Run("published September 2022", Place("inspection", "eastshire-2022")),
    )


def test_where_it_is_not_fair_each_reason_is_told_once_with_how_many_questions_it_holds_back():
    heading, _, none, why = sheet.side_by_side(s.record(*EARLY), BOTH, "peel", level=3)
    assert heading == Heading(3, "Side by side")
    assert plain(none.words) == (
        "No grades of Eastshire Police and Westshire Police may be set side by side in this "
        "programme."
    )
    assert isinstance(why, Bullets)
    assert [plain(item) for item in why.items] == [
        "Cycle peel-2016, 2 questions: not side by side. It is not certain that inspectors were "
        "with both within twelve months: May 2014 and May 2016."
    ]


def test_of_three_forces_every_pair_stands_under_their_names_and_one_alone_beside_nothing():
    south = EAST.model_copy(update={"id": "southshire-2022", "force": "southshire"})
    record = s.record(EAST, WEST, south, forces=(*s.record().forces, SOUTH))
    blocks = list(sheet.side_by_side(record, (*BOTH, "southshire"), "peel"))
    assert [(b.level, b.text) for b in blocks if isinstance(b, Heading)] == [
        (2, "Side by side"),
        (3, "Eastshire Police and Westshire Police"),
        (3, "Eastshire Police and Southshire Police"),
        (3, "Westshire Police and Southshire Police"),
    ]
    assert len([b for b in blocks if isinstance(b, Table)]) == 3
    assert list(sheet.side_by_side(record, ("eastshire",), "peel")) == []


def test_a_grade_stands_among_those_of_all_forces_with_the_basis_of_the_count():
    count = {
        "id": "count",
        "cycle": "peel-2022",
        "question": "investigating-crime",
        "published": "2023",
        "counts": {"good": 11, "adequate": 20},
        "forces": 43,
        "basis": "A published table.",
        "note": "Two forces were not graded.",
        "sources": s.SOURCES,
    }
    record = s.record(EAST, national_distributions=[count])
    cells = cells_of(grading_blocks(record, "eastshire", "peel"))
    (table,) = sheet.among_all(record, "eastshire", cells)
    assert table.caption == "Eastshire Police: grades among those of all forces"
    assert table.columns == (
        "Question", "Cycle", "Among all forces", "Basis of the count", "Sources",
    )  # fmt: skip
    assert texts(table) == [
        (
            "Investigating crime",
            "Cycle peel-2022",
            "Good, one of 11 of 43 forces",
            "A published table. Two forces were not graded.",
            "The inspectorate",
        )
    ]
    assert list(sheet.among_all(s.record(EAST), "eastshire", cells)) == []


def test_other_forces_are_counted_out_of_all_and_said_to_be_no_sample():
    other = {
        "id": "northshire-2024",
        "force_name": "Northshire Police",
        "cycle": "cp-2024",
        "published": "2024-11-05",
        "grades": [{"question": "responding", "value": "good", "basis": "press"}],
        "sources": s.SOURCES,
    }
    record = s.record(other_forces=[other])
    heading, told, table = sheet.of_other_forces(record, "child-protection")
    assert heading == Heading(2, "Graded inspections of other forces", "other-forces")
    assert plain(told.words) == (
        "Found by us for 1 force besides those recorded here, of 43 in England and Wales. It is "
        "no sample and no ranking."
    )
    assert table.caption == "Grades of other forces under the same method"
    assert table.columns == ("Force", "Published", "Responding", "Sources")
    assert texts(table) == [
        (
            "Northshire Police",
            "5 November 2024",
            "Good (as reported by the press)",
            "The inspectorate",
        )
    ]
    assert list(sheet.of_other_forces(record, "peel")) == []


@pytest.mark.parametrize("name", ["Eastshire Police", "Eastshire"])
def test_an_inspection_of_another_force_goes_only_when_the_record_has_it_under_the_force(name):
    other = {
        "id": "eastshire-elsewhere",
        "force_name": name,
        "cycle": "cp-2024",
        "grades": [{"question": "responding", "value": "good"}],
        "sources": s.SOURCES,
    }
    older = s.inspection("eastshire-cp-2018", "cp-2014", published="2018-06-28")
    begun = s.record(older, other_forces=[other])
    assert [found.id for found in outside(begun)] == ["eastshire-elsewhere"]
    same = s.inspection("eastshire-cp-2024", "cp-2024", published="2024-11-05")
    assert outside(s.record(older, same, other_forces=[other])) == ()


def test_case_audits_are_told_as_samples_and_a_part_not_found_is_no_nought():
    audited = s.inspection(
        "eastshire-2018",
        "cp-2014",
        published="2018-06-28",
        case_audit={"total": 30, "good": 0, "inadequate": 12, "sources": s.SOURCES},
    )
    record = s.record(audited, s.inspection("eastshire-2022"))
    heading, told, table = sheet.case_audits(record, ["eastshire"])
    assert heading == Heading(2, "Case audits", "case-audits")
    assert plain(told.words) == (
        "Case files examined and graded in child protection inspections. They are samples, some of "
        "them directed at particular matters; how all the files were chosen is not known to us. "
        "These are the case files that inspectors examined, not a rate for all children. They are "
        "never a grade of the force."
    )
    assert table.caption == "Case audits"
    assert table.columns == (
        "Inspection", "Force", "Files", "Good", "Requiring improvement", "Inadequate", "Sources",
    )  # fmt: skip
    assert texts(table) == [
        (
            "Report eastshire-2018 (published 28 June 2018)",
            "Eastshire Police",
            "30",
            "0",
            "not found by us",
            "12",
            "The inspectorate",
        )
    ]
    assert table.rows[0][0][0].href == Place("inspection", "eastshire-2018")


def test_a_force_without_a_case_audit_has_a_sentence_and_no_empty_table():
    audit = {"total": 30, "good": 0, "inadequate": 12, "sources": s.SOURCES}
    record = s.record(s.inspection("eastshire-2018", "cp-2014", case_audit=audit))
    heading, none = sheet.case_audits(record, ["westshire"])
    assert heading == Heading(2, "Case audits", "case-audits")
    assert plain(none.words) == "No case audit of Westshire Police is in the record."
    *_, table, rest = sheet.case_audits(record, ["westshire", "eastshire"])
    assert [row[1] for row in texts(table)] == ["Eastshire Police"]
    assert rest == none


def test_many_forces_without_a_case_audit_are_counted_and_not_named():
    audit = {"total": 30, "good": 0, "inadequate": 12, "sources": s.SOURCES}
    forces = [Force(id=f"f-{n}", name=f"Force {n}", short_name=str(n)) for n in range(1, 6)]
    ids = [force.id for force in forces]
    audited = s.inspection("f-1-2018", "cp-2014", force="f-1", case_audit=audit)
    *_, rest = sheet.case_audits(s.record(audited, forces=forces), ids)
    assert plain(rest.words) == "No case audit of the other 4 forces shown is in the record."
    _, none = sheet.case_audits(s.record(forces=forces), ids)
    assert plain(none.words) == "No case audit of the 5 forces shown is in the record."
    _, three = sheet.case_audits(s.record(forces=forces), ids[:3])
    assert plain(three.words) == ("No case audit of Force 1, Force 2 and Force 3 is in the record.")
