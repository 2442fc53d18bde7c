"""Inspections in time: order, spans, filters and chains."""

import datetime as dt

from inspection.timeline import (
    chronological,
    context,
    in_time,
    lineage,
    short_when,
    timeline,
    when_words,
    years_covered,
)
from tests.inspection import samples as s

FIRST = s.inspection(
    "eastshire-first",
    "cp-2014",
    kind="inspection",
    fieldwork={"start": "2018-01-08", "end": "2018-01-18"},
    published="2018-06",
)
REVIEW = s.inspection(
    "eastshire-review",
    "cp-2014",
    kind="post-inspection-review",
    fieldwork={"start": "2019-01", "end": "2019-01"},
    published="2019-04-11",
    follows="eastshire-first",
)
NEW = s.inspection(
    "eastshire-new",
    "cp-2024",
    fieldwork={"start": "2025", "end": "2025"},
    published="2025-08-22",
    continues="eastshire-review",
)
OTHER = s.inspection("westshire-peel", published="2022-09-15")
RECORD = s.record(NEW, OTHER, REVIEW, FIRST)


def ids(rows) -> list[str]:
    return [row.inspection for row in rows]


def test_inspections_stand_in_the_order_of_their_fieldwork_whatever_the_order_of_entry():
    assert ids(timeline(RECORD)) == [
        "eastshire-first",
        "eastshire-review",
        "westshire-peel",
        "eastshire-new",
    ]


def test_a_row_keeps_fieldwork_and_publication_apart_with_their_precision():
    first, review, *_ = timeline(RECORD)
    assert (first.fieldwork_from, first.fieldwork_to) == (dt.date(2018, 1, 8), dt.date(2018, 1, 18))
    assert first.fieldwork_is_exact
    assert (first.published_from, first.published_to) == (dt.date(2018, 6, 1), dt.date(2018, 6, 30))
    assert not first.published_is_exact
    assert (review.fieldwork_from, review.fieldwork_to) == (
        dt.date(2019, 1, 1),
        dt.date(2019, 1, 31),
    )
    assert not review.fieldwork_is_exact
    assert review.published_is_exact
    assert (review.linked_to, review.link) == ("eastshire-first", "follows")


def test_filters_narrow_and_an_empty_choice_means_all():
    assert ids(timeline(RECORD, forces=["westshire"])) == ["westshire-peel"]
    assert ids(timeline(RECORD, kinds=["post-inspection-review"])) == ["eastshire-review"]
    assert ids(timeline(RECORD, programmes=["peel"])) == ["westshire-peel"]
    assert ids(timeline(RECORD, years=(2019, 2022))) == ["eastshire-review", "westshire-peel"]
    assert len(timeline(RECORD, [], [], [])) == 4


def test_a_chain_is_found_whole_from_any_of_its_inspections():
    whole = ["eastshire-first", "eastshire-review", "eastshire-new"]
    for member in whole:
        assert [i.id for i in lineage(RECORD, member)] == whole
    assert [i.id for i in lineage(RECORD, "westshire-peel")] == ["westshire-peel"]


def test_when_is_said_no_finer_than_it_is_known():
    assert when_words(FIRST) == "8 to 18 January 2018"
    assert when_words(NEW) == "2025"
    assert when_words(OTHER) == "published 15 September 2022"
    open_end = s.inspection(fieldwork={"start": "2015-03"}, published="2016-02-18")
    assert when_words(open_end) == "published 18 February 2016"
    assert [short_when(i) for i in (FIRST, NEW, OTHER)] == ["Jan 2018", "2025", "Sep 2022"]


def test_the_years_covered_run_from_first_fieldwork_to_last_publication():
    assert years_covered(RECORD) == (2018, 2025)


def test_context_events_are_those_of_the_forces_chosen():
    event = {
        "id": "east-event",
        "forces": ["eastshire"],
        "date": "2018-02",
        "until": "2018-04-03",
        "title": "An event",
        "summary": "What happened.",
        "sources": s.SOURCES,
    }
    record = s.record(FIRST, context_events=[event])
    row = context(record, ["eastshire"])[0]
    assert (row.on, row.day_from, row.day_to) == (
        "February 2018 to 3 April 2018",
        dt.date(2018, 2, 1),
        dt.date(2018, 4, 3),
    )
    assert context(record, ["westshire"]) == ()


def test_fieldwork_known_only_by_the_year_of_its_end_stands_after_a_report_of_that_spring():
    spring = s.inspection("eastshire-spring", published="2014-03-27")
    autumn = s.inspection("eastshire-autumn", fieldwork={"end": "2014"}, published="2014-11-27")
    assert [in_time(i) for i in (spring, autumn)] == [dt.date(2014, 3, 27), dt.date(2014, 11, 27)]
    assert [i.id for i in chronological([autumn, spring])] == [
        "eastshire-spring",
        "eastshire-autumn",
    ]


def test_fieldwork_that_began_some_time_in_a_year_stands_after_fieldwork_of_its_january():
    loose = s.inspection(
        "eastshire-loose", fieldwork={"start": "2018", "end": "2019-01"}, published="2019-09-27"
    )
    assert [in_time(i) for i in (FIRST, loose)] == [dt.date(2018, 1, 8), dt.date(2018, 12, 31)]
    assert [i.id for i in chronological([loose, FIRST])] == ["eastshire-first", "eastshire-loose"]


def test_an_inspection_never_stands_later_than_the_first_of_its_reports():
    in_parts = s.inspection(
        "eastshire-parts",
        fieldwork={"start": "2014"},
        published="2015-02-26",
        reports=(s.report("first", "2014-10-02"), s.report("last", "2015-02-26")),
    )
    whole = s.inspection("eastshire-whole", fieldwork={"start": "2015"}, published="2015-06-11")
    assert in_time(in_parts) == dt.date(2014, 10, 2)
    assert in_time(whole) == dt.date(2015, 6, 11)
    of_month = s.inspection("eastshire-month", fieldwork={"end": "2015"}, published="2015-06")
    assert in_time(of_month) == dt.date(2015, 6, 30)


def test_inspections_that_can_have_begun_on_one_day_stand_by_first_publication_then_by_id():
    began = {"start": "2016-05-02"}
    b = s.inspection("eastshire-b", fieldwork=began, published="2016-09-01")
    a = s.inspection("eastshire-a", fieldwork=began, published="2016-09-01")
    z = s.inspection("eastshire-z", fieldwork=began, published="2016-07-01")
    assert [i.id for i in chronological([b, a, z])] == ["eastshire-z", "eastshire-a", "eastshire-b"]
