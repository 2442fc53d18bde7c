"""Where each fact is told, by its id alone."""

from __future__ import annotations

from inspection.addresses import Place
from inspection.fact_places import told_facts
from inspection.model import Record
from tests.inspection import samples as s

LOOKED = "eastshire-peel-2022"


def everything() -> Record:
    """A record with one fact of nearly every sort."""
    body = {
        "id": "eastshire-pcc",
        "name": "Eastshire commissioner",
        "kind": "police-and-crime-commissioner",
    }
    force = {"id": "eastshire", "name": "Eastshire Police", "short_name": "Eastshire"}
    west = {"id": "westshire", "name": "Westshire Police", "short_name": "Westshire"}
    answer = s.response("w-a1", commitments=[s.commitment("w-a1-c1")])
    looked = s.inspection(
        findings=[s.finding("e-1")],
        narrative_judgements=[
            {"id": "e-j1", "about": "Custody", "words": "good", "sources": s.SOURCES}
        ],
        recommendations=[s.recommendation("e-r1", statements=[s.statement("e-r1-s")])],
        unseen_recommendations=[{"id": "e-u1", "summary": "Others.", "sources": s.SOURCES}],
        responses=[s.response("e-a1", commitments=[s.commitment("e-a1-c1")])],
        statements=[s.statement("e-s1")],
    )
    event = {"date": "2020", "title": "A flood", "summary": "It was wet.", "sources": s.SOURCES}
    return s.record(
        looked,
        forces=[force | {"governing_bodies": [body]}, west],
        national_responses=[
            {
                **answer.model_dump(exclude_none=True),
                "force": "westshire",
                "about": "A report on all forces",
            }
        ],
        context_events=[
            {"id": "event-east", "forces": ["eastshire"], **event},
            {"id": "event-both", "forces": ["westshire", "eastshire"], **event},
        ],
        conflicts=[
            {
                "id": "con-1",
                "force": "eastshire",
                "topic": "The date",
                "accounts": [{"says": "May."}],
                "how_we_chose": "By the report.",
            }
        ],
        gaps=[{"id": "gap-1", "forces": ["eastshire"], "what": "The plan", "note": "Not found."}],
        corrections=[s.correction("correction-1")],
    )


def test_every_fact_leads_to_the_page_and_the_id_at_which_it_is_told():
    places = {id: told.place for id, told in told_facts(everything()).items()}
    parts = ("e-1", "e-j1", "e-r1", "e-u1", "e-a1", "e-a1-c1", "e-s1")
    assert places[LOOKED] == Place("inspection", LOOKED)
    assert {id: places[id] for id in parts} == {id: Place("inspection", LOOKED, id) for id in parts}
    # What was said on a request stands beside the request, and a promise with its answer.
    assert places["e-r1-s"] == Place("inspection", LOOKED, "e-r1")
    assert places["w-a1"] == places["w-a1-c1"] == Place("data", at="w-a1")
    assert places["con-1"] == Place("data", at="con-1")
    assert places["gap-1"] == Place("data", at="gap-1")
    event = Place("history", "westshire", "event-both", (("context", "yes"),))
    assert places["event-both"] == event
    assert places["eastshire-pcc"] == places["eastshire"] == Place("overview", "eastshire")
    assert places["missing-children"] == Place("recurring", "missing-children")
    assert places["cp-2014"] == Place("method", at="cp-2014")
    assert places["five-grades"] == places["peel"] == Place("method")
    assert places["responding"] == Place("grades")
    assert places["the-report"] == Place("sources", at="the-report")
    assert places["correction-1"] == Place("corrections", at="correction-1")


def test_the_place_of_one_fact_and_of_none():
    told = told_facts(everything())
    assert told["e-1"].place == Place("inspection", LOOKED, "e-1")
    assert "e-7" not in told


def test_a_fact_is_told_with_what_it_is_and_of_which_force():
    told = told_facts(everything())
    ids = (LOOKED, "e-1", "e-r1", "e-r1-s", "e-a1-c1", "w-a1", "event-both", "event-east", "peel")
    assert [(told[id].words, told[id].force) for id in ids] == [
        ("Inspection: Report eastshire-peel-2022", "eastshire"),
        ("Finding in Report eastshire-peel-2022", "eastshire"),
        ("Recommendation in Report eastshire-peel-2022", "eastshire"),
        ("Statement in Report eastshire-peel-2022", "eastshire"),
        ("Promise in Report eastshire-peel-2022", "eastshire"),
        ("Answer to a national report: A report on all forces", "westshire"),
        ("Event: A flood", None),
        ("Event: A flood", "eastshire"),
        ("Programme: Programme peel", None),
    ]


def test_an_id_of_two_things_is_that_of_the_inspections_part():
    record = s.record(s.inspection(findings=[s.finding("the-report")]))
    assert told_facts(record)["the-report"].place == Place("inspection", LOOKED, "the-report")


def test_every_id_of_the_published_record_has_a_place(published_record):
    told = told_facts(published_record)
    for item in published_record.inspections:
        for part in (*item.findings, *item.recommendations, *item.responses, *item.statements):
            assert told[part.id].inspection is item
    named = [mended.stood_in or mended.fact for mended in published_record.corrections]
    assert [id for id in named if id not in told] == []
