"""The corrections of the published record, read by hand from the editions before and after them.

Editions 1.0.0 to 1.3.0 were all released on 22 November 2026; 1.3.0 mended what is held here.
"""

import datetime as dt

from inspection.model import edition_order
from inspection.since import ChangeKind, changes_since

DAY = dt.date(2026, 11, 22)


def mended(record, key):
    return next(c for c in record.corrections if c.fact == key)


def part(record, key):
    parts = [
        *(f for i in record.inspections for f in i.findings),
        *(r for i in record.inspections for r in i.recommendations),
        *(r for i in record.inspections for r in i.responses),
        *(c for i in record.inspections for r in i.responses for c in r.commitments),
    ]
    return next(p for p in parts if p.id == key)


def test_every_fact_that_was_wrong_is_in_the_log(published_record):
    assert [(c.id, c.fact, c.first_in) for c in published_record.corrections[:10]] == [
        ("correction-1", "nn-2025-response-2-commitment-1", "1.0.0"),
        ("correction-2", "northumbria-pir-2019-f15", "1.0.0"),
        ("correction-3", "nn-peel18-r1", "1.0.0"),
        ("correction-4", "northumbria-soc-2022", "1.0.0"),
        ("correction-5", "northumbria-soc-2022-response-1", "1.0.0"),
        ("correction-6", "nn-2013j-response-1-commitment-1", "1.2.0"),
        ("correction-7", "nn-2018-response-2-commitment-1", "1.0.0"),
        ("correction-8", "nn-2013o-response-3-commitment-1", "1.0.0"),
        ("correction-9", "nn-2019-response-1-commitment-1", "1.0.0"),
        ("correction-10", "northumbria-ncpi-2018-response-3-commitment-1", "1.0.0"),
    ]
    first = published_record.corrections[:10]
    assert {(c.since, c.date, c.mended_in, c.asked_by) for c in first} == {
        (DAY, DAY, "1.3.0", "our own second reading")
    }


def test_the_edition_is_the_one_that_has_the_log(published_record):
    assert edition_order(published_record.release.version) >= (1, 4, 0)
    assert published_record.release.released_on >= DAY


def test_what_the_log_says_of_the_record_is_so(published_record):
    asked = part(published_record, "nn-2025-response-2")
    assert (asked.voice.value, asked.commitments) == ("inspectorate", ())
    assert mended(published_record, "nn-2025-response-2-commitment-1").removed
    split = [part(published_record, f"northumbria-pir-2019-f{n}").kind.value for n in (15, 16)]
    assert split == ["concern", "progress"]
    said = part(published_record, "nn-peel18-r1").statements
    assert [(s.voice.value, str(s.date)) for s in said] == [
        ("force", "2020-07-14"),
        ("inspectorate", "2021-11-24"),
    ]
    assert published_record.inspection["northumbria-soc-2022"].kind.value == "thematic"
    plan = part(published_record, "northumbria-soc-2022-response-1")
    assert plan.voice.value == "force"


def test_our_remarks_stand_apart_from_what_later_sources_say(published_record):
    promises = [c.fact for c in published_record.corrections[5:10]]
    outcomes = [part(published_record, key).outcomes[0] for key in promises]
    assert [(o.says, o.note) for o in outcomes] == [
        (None, None),
        (None, "Whether it came within six weeks was not found by us."),
        (None, "No earlier one was found by us."),
        (None, "No reason for the later date was found by us."),
        (None, None),
    ]


def test_the_corrections_are_told_among_what_changed_since_the_day_before(published_record):
    rows = changes_since(published_record, dt.date(2026, 11, 21), DAY)
    told = [row for row in rows if row.kind is ChangeKind.CORRECTION]
    assert len(told) == 11
    taken_out = next(row for row in told if row.title.startswith("Taken out"))
    assert (taken_out.inspection, taken_out.fact) == (
        "northamptonshire-ncpi-2025",
        "nn-2025-response-2",
    )
