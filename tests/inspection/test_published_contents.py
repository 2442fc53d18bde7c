"""What stands on each page of the published record, on small records: whose, and counted over what."""

from inspection.addresses import Addresses, Place
from inspection.document import Block, Drawing, Heading, Paragraph, Run, Table, Words, plain, words
from inspection.model import ContextEvent, Record
from inspection.published import pieces
from inspection.published.contents import pages
from inspection.published.page import Page
from inspection.vocabulary import ThemeFamily
from tests.inspection import samples as s

RAISED_TWICE = "Raised in 2 of the 2 inspections that looked at it, from 2015 to 2017."
RAISED_IN_ALL = "Raised in 4 of the 4 inspections that looked at it, from 2015 to 2022."
NOT_RAISED = "Not raised in the one inspection that looked at it."
NO_FINDING = (
    "Of the one inspection that looked at it no finding is in our record, so whether it was raised "
    "is not known."
)
NARROW = s.programme(
    "exploitation",
    s.cycle("exploitation-2019", looks_at=("missing-children",)),
    family=ThemeFamily.CHILD_PROTECTION,
    narrow=True,
)
EAST = (
    s.inspection("eastshire-2015", "cp-2014", published="2015-03-10", findings=(s.finding("e-1"),)),
    s.inspection(
        "eastshire-2017",
        "cp-2014",
        published="2017-09-15",
        follows="eastshire-2015",
        kind="reinspection",
        findings=(s.finding("e-2"),),
    ),
    s.inspection(
        "eastshire-2019",
        "exploitation-2019",
        programme="exploitation",
        kind="inspection",
        published="2019-05-02",
        findings=(s.finding("e-3"),),
    ),
    s.inspection("eastshire-2022", findings=(s.finding("e-4"),)),
)
WEST = s.inspection("westshire-2016", "cp-2014", published="2016-07-01")
RECORD = s.record(WEST, *reversed(EAST), programmes=(*s.programmes(), NARROW))


def page(record: Record, name: str, id: str = "") -> Page:
    made = {place: make for place, make in pages(record, Addresses())}
    return made[Place(name, id)]()


def below(blocks: tuple[Block, ...], heading: str) -> list[Block]:
    """What stands between the heading with this id and the next one of its level or above."""
    start = next(n for n, b in enumerate(blocks) if isinstance(b, Heading) and b.id == heading)
    level = blocks[start].level
    found: list[Block] = []
    for block in blocks[start + 1 :]:
        if isinstance(block, Heading) and block.level <= level:
            break
        found.append(block)
    return found


def one(blocks: list[Block], kind: type) -> Block:
    (found,) = [block for block in blocks if isinstance(block, kind)]
    return found


def sentences(blocks: list[Block]) -> list[str]:
    return [plain(block.words) for block in blocks if isinstance(block, Paragraph)]


def texts(table: Table) -> list[tuple[str, ...]]:
    return [tuple(plain(cell) for cell in row) for row in table.rows]


def links(cells: list[Words]) -> list[str]:
    return [cell[0].href.id for cell in cells]


def test_the_pages_stand_in_the_order_of_a_table_of_contents():
    assert [(place.page, place.id) for place, _ in pages(RECORD, Addresses())] == [
        ("record", ""),
        ("forces", ""),
        ("overview", "eastshire"),
        ("overview", "westshire"),
        ("inspection", ""),
        ("inspection", "westshire-2016"),
        ("inspection", "eastshire-2022"),
        ("inspection", "eastshire-2019"),
        ("inspection", "eastshire-2017"),
        ("inspection", "eastshire-2015"),
        ("recurring", ""),
        ("recurring", "missing-children"),
        ("recurring", "risk-recognition"),
        ("recurring", "investigating-crime"),
        ("grades", ""),
        ("progress", ""),
        ("method", ""),
        ("glossary", ""),
        ("data", ""),
        ("corrections", ""),
        ("sources", ""),
        ("accessibility", ""),
    ]


def test_every_page_says_where_it_stands():
    made = [(place, make()) for place, make in pages(RECORD, Addresses())]
    assert [found.place for _, found in made] == [place for place, _ in made]


def test_the_inspections_of_each_force_stand_by_themselves_oldest_first():
    found = page(RECORD, "inspection")
    assert found.answer == (
        "The record holds 5 inspections of Eastshire Police and Westshire Police."
    )
    assert [b for b in found.blocks if isinstance(b, Heading)] == [
        Heading(2, "Eastshire Police", "eastshire"),
        Heading(2, "Westshire Police", "westshire"),
    ]
    east = one(below(found.blocks, "eastshire"), Table)
    west = one(below(found.blocks, "westshire"), Table)
    assert east.caption == "Eastshire Police: inspections, oldest first"
    assert links([row[0] for row in east.rows]) == [
        "eastshire-2015", "eastshire-2017", "eastshire-2019", "eastshire-2022",
    ]  # fmt: skip
    assert [plain(row[4]) for row in east.rows] == ["", "Report eastshire-2015", "", ""]
    assert west.caption == "Westshire Police: inspections, oldest first"
    assert links([row[0] for row in west.rows]) == ["westshire-2016"]


def test_the_picture_of_each_force_shows_its_own_inspections_only():
    found = page(RECORD, "inspection")
    east = one(below(found.blocks, "eastshire"), Drawing)
    west = one(below(found.blocks, "westshire"), Drawing)
    assert east.caption == "Eastshire Police: inspections in time, by date of publication"
    assert east.alt == (
        "Timeline of 4 inspections. child-protection, Eastshire Police: inspection published 10 "
        "March 2015; reinspection published 15 September 2017. peel, Eastshire Police: peel "
        "assessment published 15 September 2022. exploitation, Eastshire Police: inspection "
        "published 2 May 2019."
    )
    assert west.caption == "Westshire Police: inspections in time, by date of publication"
    assert west.alt == (
        "Timeline of 1 inspection. child-protection, Westshire Police: inspection published 1 July "
        "2016."
    )


def test_child_protection_counts_leave_out_programmes_of_one_subject_and_of_all_policing():
    counted = below(page(RECORD, "overview", "eastshire").blocks, "recurring-child-protection")
    assert sentences(counted) == [
        "Eastshire Police: raised most persistently: missing children (in 2 of the 2 inspections "
        "that looked at it)."
    ]
    listed = one(counted, Table)
    assert listed.caption == (
        "Themes and how often inspectors raised them, most persistent first, over child "
        "protection inspections"
    )
    assert texts(listed)[0] == ("Missing children Missing children.", RAISED_TWICE)


def test_counts_over_every_programme_take_in_all_inspections_of_the_force():
    counted = below(page(RECORD, "overview", "eastshire").blocks, "recurring-all")
    assert sentences(counted) == [
        "Eastshire Police: raised most persistently: missing children (in 4 of the 4 inspections "
        "that looked at it)."
    ]
    listed = one(counted, Table)
    assert listed.caption == (
        "Themes and how often inspectors raised them, most persistent first, over every programme"
    )
    assert texts(listed)[0] == ("Missing children Missing children.", RAISED_IN_ALL)


def test_the_page_of_recurring_issues_counts_both_ways_for_each_force():
    blocks = page(RECORD, "recurring").blocks
    narrowly = one(below(blocks, "inspections"), Table)
    widely = one(below(blocks, "every-programme"), Table)
    assert narrowly.columns == ("Theme", "Eastshire Police", "Westshire Police")
    assert texts(narrowly)[0][1:] == (RAISED_TWICE, NO_FINDING)
    assert texts(widely)[0][1:] == (RAISED_IN_ALL, NO_FINDING)
    assert one(below(blocks, "inspections"), Drawing).caption == (
        "What inspections said on each theme, over child protection inspections"
    )
    assert one(below(blocks, "every-programme"), Drawing).caption == (
        "What inspections said on each theme, over every programme"
    )


def test_themes_of_all_policing_stand_apart_with_the_forces_that_were_looked_at():
    policing = one(below(page(RECORD, "recurring").blocks, "all-policing"), Table)
    assert policing.caption == (
        "Themes and how often inspectors raised them, most persistent first, of all policing"
    )
    assert policing.columns == ("Theme", "Eastshire Police")
    assert texts(policing) == [("Investigating crime Investigating crime.", NOT_RAISED)]


def event(id: str, *forces: str) -> ContextEvent:
    return ContextEvent(
        id=id, forces=forces, date="2016-05-02", title=f"Event {id}", summary="It happened.",
        sources=s.SOURCES,
    )  # fmt: skip


def test_the_events_on_the_page_of_a_force_are_its_own_and_those_it_shares():
    record = s.record(
        context_events=(
            event("of-both", "eastshire", "westshire"),
            event("of-east", "eastshire"),
            event("of-west", "westshire"),
        )
    )
    east = one(below(page(record, "overview", "eastshire").blocks, "events"), Table)
    west = one(below(page(record, "overview", "westshire").blocks, "events"), Table)
    assert [row[0] for row in east.rows] == [
        (Run("Event of-both", fact="of-both"),),
        (Run("Event of-east", fact="of-east"),),
    ]
    assert [row[0] for row in west.rows] == [
        (Run("Event of-both", fact="of-both"),),
        (Run("Event of-west", fact="of-west"),),
    ]


def test_a_force_without_events_has_no_heading_for_them():
    record = s.record(context_events=(event("of-east", "eastshire"),))
    heads = [b.id for b in page(record, "overview", "westshire").blocks if isinstance(b, Heading)]
    assert heads == [
        "inspections", "recurring", "recurring-child-protection", "recurring-all", "grades",
        "progress", "sources",
    ]  # fmt: skip


REVISED = {
    "date": "2024-11-20",
    "value": "inadequate",
    "reason": "The data had been wrong.",
    "sources": s.SOURCES,
}
GRADED = s.record(
    s.inspection(
        "eastshire-2018",
        "cp-2014",
        published="2018-06-28",
        case_audit={"total": 30, "good": 5, "inadequate": 12, "sources": s.SOURCES},
    ),
    s.inspection(
        "eastshire-2024",
        "cp-2024",
        published="2024-08-06",
        grades=(s.grade("responding", "adequate", revisions=(REVISED,)),),
    ),
    s.inspection(
        "westshire-2025",
        "cp-2024",
        published="2025-02-11",
        grades=(s.grade("responding", empty="not-graded"),),
        case_audit={"total": 12, "good": 0, "sources": s.SOURCES},
    ),
)


def test_grades_stand_under_the_programmes_that_gave_any():
    heads = [b for b in page(GRADED, "grades").blocks if isinstance(b, Heading)]
    assert [(head.level, head.id or head.text) for head in heads] == [
        (2, "child-protection"),
        (3, "Side by side"),
        (2, "case-audits"),
    ]


def test_a_force_left_ungraded_is_said_to_have_no_grade_by_design_and_a_changed_grade_is_told():
    graded, ungraded, *_ = [
        block
        for block in below(page(GRADED, "grades").blocks, "child-protection")
        if isinstance(block, Paragraph)
    ]
    assert plain(graded.words) == (
        "Eastshire Police: the latest grades in the record (Cycle cp-2024, published 6 August "
        "2024) are inadequate (responding). Changed after publication: responding, from adequate "
        "to inadequate on 20 November 2024. Every grade"
    )
    assert graded.words[-1] == Run(
        "Every grade", Place("overview", "eastshire", "grades-child-protection")
    )
    assert plain(ungraded.words) == (
        "Westshire Police: inspected, but given no grade by design, in reports published in 2025. "
        "Every grade"
    )


def test_a_force_never_inspected_under_a_programme_has_no_way_to_its_grades():
    record = s.record(GRADED.inspection["eastshire-2024"])
    _, none, *_ = sentences(below(page(record, "grades").blocks, "child-protection"))
    assert none == "Westshire Police: no grade under this programme is in the record."


def test_the_ledger_tells_a_changed_grade_once_with_day_and_reason():
    ledgers = [
        block
        for block in page(GRADED, "grades").blocks
        if isinstance(block, Table) and "changed after publication" in block.caption
    ]
    assert [ledger.caption for ledger in ledgers] == [
        "Eastshire Police: grades changed after publication, child-protection"
    ]
    assert texts(ledgers[0]) == [
        (
            "Responding",
            "Cycle cp-2024",
            "Adequate, 6 August 2024",
            "Inadequate",
            "20 November 2024. The data had been wrong.",
            "The inspectorate",
        )
    ]


def test_case_audits_of_every_force_end_the_page_of_grades():
    audits = one(below(page(GRADED, "grades").blocks, "case-audits"), Table)
    unknown = "not found by us"
    assert [row[1:6] for row in texts(audits)] == [
        ("Eastshire Police", "30", "5", unknown, "12"),
        ("Westshire Police", "12", "0", unknown, unknown),
    ]


def test_the_front_page_tells_the_size_of_the_record_last():
    found = page(RECORD, "record")
    assert found.answer == (
        "The published inspections of Eastshire Police and Westshire Police in this record, 2015 to "
        "2022: what they found, what was promised, who says it was done, and what keeps coming back."
    )
    assert sentences([found.blocks[-1]]) == [
        "The record holds 5 inspections, 4 findings, 0 grades and kinds of empty, "
        "0 recommendations, 0 responses and 1 source, edition 1.0.0."
    ]


def test_what_is_known_and_not_recorded_is_told_on_the_front_page_and_above_the_inspections():
    lacking = s.gap(unrecorded="known-to-exist", sources=s.SOURCES)
    record = s.record(WEST, *EAST, programmes=(*s.programmes(), NARROW), gaps=(lacking,))
    told = "One more inspection is known to us to exist and not recorded."
    way = Run("What is known and not recorded", Place("data", at="what-is-missing"))
    for place in ("record", "inspection"):
        found = page(record, place)
        assert found.answer.endswith(told)
        assert found.blocks[0].words == (way,)
        assert "known to us" not in page(RECORD, place).answer
    of_east = page(record, "overview", "eastshire").blocks
    assert below(of_east, "inspections")[0] == Paragraph(words(told, way))
    asked = [plain(block.words) for block in below(of_east, "progress")]
    assert asked[0].endswith(
        "Of all years, one more inspection is known to us to exist and not recorded."
    )
    assert asked[3] == "What is known and not recorded"
    of_west = below(page(record, "overview", "westshire").blocks, "inspections")
    assert isinstance(of_west[0], Drawing)
    assert page(record, "inspection").description == (
        "The published inspections of Eastshire Police and Westshire Police in this record, in time."
    )
    assert page(record, "overview", "eastshire").description == (
        "What this record holds of Eastshire Police, with sources."
    )


def test_the_front_page_leads_to_each_force_and_to_every_part_of_the_record():
    blocks = page(RECORD, "record").blocks
    ways = [
        block.words[-1].href
        for force in ("eastshire", "westshire")
        for block in below(blocks, force)[-1:]
    ]
    assert ways == [Place("overview", "eastshire"), Place("overview", "westshire")]
    assert [item[0].href.page for item in below(blocks, "contents")[0].items] == [
        "inspection", "recurring", "grades", "progress", "method", "glossary", "data",
        "corrections", "sources",
    ]  # fmt: skip


def test_the_sources_of_a_page_are_those_of_what_stands_on_it():
    record = s.record(
        s.inspection("eastshire-2022", sources=("of-east",)),
        s.inspection("westshire-2022", sources=("of-west",)),
        sources=(s.source("the-report"), s.source("of-east"), s.source("of-west")),
    )
    (listed,) = below(page(record, "overview", "eastshire").blocks, "sources")
    assert [plain(item) for item in listed.items] == [
        "Title of of-east The inspectorate, date not known. No public address known to us."
    ]


def test_a_record_without_a_whole_child_protection_programme_counts_nothing_over_them() -> None:
    record = s.record(s.inspection(findings=(s.finding(),)))
    peel = s.record(
        *record.inspections, programmes=[p for p in record.programmes if p.id == "peel"]
    )
    blocks = list(pieces.returning(peel, peel.forces, pieces.child_protection(peel)))
    assert blocks == [Paragraph(words("No inspection counted here looked at these themes."))]
