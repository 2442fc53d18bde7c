"""The feed: what it tells, that it never changes of itself, and that other readers accept it."""

from __future__ import annotations

import datetime as dt
from xml.etree import ElementTree

import atoma
import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspection.addresses import addresses
from inspection.feed import NEWEST, feed, newest
from tests.inspection import samples as s

HERE = addresses("https://one.example.org/")
THERE = addresses("https://other.example.org/app/", "https://record.example.org/")


def everything(**fields):
    """One inspection of 2022 with what can be said of it, a national answer and two corrections."""
    looked = s.inspection(
        findings=[s.finding("e-1")],
        recommendations=[
            s.recommendation("e-r1", statements=[s.statement("e-r1-s", date="2023-02")])
        ],
        responses=[
            s.response("e-a1", "governing-body", date="2022-11-10", commitments=[s.commitment()]),
            s.response("e-a2", "inspectorate", date="2022-11-11"),
            s.response("e-a3", "force"),
        ],
        statements=[s.statement("e-s1", "other", date="2022-09-01")],
    )
    national = {
        **s.response("w-a1", "force", date="2024").model_dump(exclude_none=True),
        "force": "westshire",
        "about": "A report on all forces",
    }
    parts = {
        "national_responses": [national],
        "corrections": [
            s.correction("correction-1", date="2025-03-01"),
            s.correction(
                "correction-2", date="2025-03-01", fact="e-gone", removed=True, stood_in="e-a1"
            ),
        ],
        "sources": [s.source("the-report", url="https://www.example.org/report?a=1&b=2")],
    }
    return s.record(looked, **(parts | fields))


def test_new_are_inspections_statements_dated_answers_and_corrections_newest_first():
    assert [(e.day.isoformat(), e.kind, e.id, e.force) for e in newest(everything())] == [
        ("2025-03-01", "correction", "correction-1", "eastshire"),
        ("2025-03-01", "correction", "correction-2", "eastshire"),
        ("2024-12-31", "answer", "w-a1", "westshire"),
        ("2023-02-28", "statement", "e-r1-s", "eastshire"),
        ("2022-11-10", "answer", "e-a1", "eastshire"),
        ("2022-09-15", "inspection", "eastshire-peel-2022", "eastshire"),
        # Said before the report came out, known with it.
        ("2022-09-15", "statement", "e-s1", "eastshire"),
    ]


def test_an_entry_says_what_is_new_in_our_words():
    told = {e.id: (e.title, e.summary) for e in newest(everything())}
    assert told == {
        "correction-1": (
            "Correction: Finding in Report eastshire-peel-2022",
            "Eight. Before: Seven.",
        ),
        "correction-2": (
            "Correction, taken out of: Answer in Report eastshire-peel-2022",
            "Eight. Before: Seven.",
        ),
        "w-a1": (
            "Answer of the force to A report on all forces (Westshire Police)",
            "What was answered, w-a1. Force (Chief Constable, Eastshire Police). "
            "In answer to a report on all forces.",
        ),
        "e-r1-s": (
            "Statement of the force on Report eastshire-peel-2022 (Eastshire Police)",
            "What was said, e-r1-s. Force (The speaker). On the request: What was asked, e-r1.",
        ),
        "e-a1": (
            "Answer of the governing body to Report eastshire-peel-2022 (Eastshire Police)",
            "What was answered, e-a1. Governing body (Chief Constable, Eastshire Police). "
            "In answer to Report eastshire-peel-2022.",
        ),
        "eastshire-peel-2022": (
            "New inspection: Report eastshire-peel-2022 (Eastshire Police)",
            "A judgement in our words.",
        ),
        "e-s1": (
            "Statement of another body on Report eastshire-peel-2022 (Eastshire Police)",
            "What was said, e-s1. Another body (The speaker). On Report eastshire-peel-2022.",
        ),
    }


def test_the_document_as_another_reader_takes_it():
    read = feedparser.parse(feed(everything(), HERE))
    assert (read.bozo, read.version) == (0, "atom10")
    assert (read.feed.title, read.feed.updated) == (
        "Inspection History: Eastshire Police and Westshire Police",
        "2025-03-01T00:00:00Z",
    )
    assert read.feed.subtitle == (
        "New inspections, what was answered and said since, and corrections. An independent "
        "record. Not endorsed by any police force or inspectorate. Data version 1.0.0, "
        "1 December 2025."
    )
    assert [(link.rel, link.href) for link in read.feed.links] == [
        ("self", "https://one.example.org/record/feed.atom"),
        ("alternate", "https://one.example.org/record/"),
        (
            "license",
            "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
        ),
    ]
    entry = read.entries[3]
    assert (entry.updated, entry.published, entry.author) == (
        "2023-02-28T00:00:00Z",
        "2023-02-28T00:00:00Z",
        "Inspection History",
    )
    assert [(tag.term, tag.label) for tag in entry.tags] == [
        ("statement", "Statement"),
        ("eastshire", "Eastshire Police"),
    ]
    assert [(link.rel, link.href, link.get("title")) for link in entry.links] == [
        (
            "alternate",
            "https://one.example.org/record/inspections/eastshire-peel-2022/#e-r1",
            None,
        ),
        ("related", "https://www.example.org/report?a=1&b=2", "Title of the-report"),
    ]


def test_a_strict_reader_takes_it_as_well():
    read = atoma.parse_atom_bytes(feed(everything(), HERE))
    assert read.updated == dt.datetime(2025, 3, 1, tzinfo=dt.UTC)
    assert "Open Government Licence v3.0" in read.rights.value
    assert [author.name for author in read.authors] == ["Inspection History"]
    assert [
        link.href for entry in read.entries for link in entry.links if link.rel == "alternate"
    ] == [
        "https://one.example.org/record/corrections/#correction-1",
        "https://one.example.org/record/corrections/#correction-2",
        "https://one.example.org/record/data/#w-a1",
        "https://one.example.org/record/inspections/eastshire-peel-2022/#e-r1",
        "https://one.example.org/record/inspections/eastshire-peel-2022/#e-a1",
        "https://one.example.org/record/inspections/eastshire-peel-2022/",
        "https://one.example.org/record/inspections/eastshire-peel-2022/#e-s1",
    ]


def ids(content: bytes) -> list[str]:
    read = feedparser.parse(content)
    return [read.feed.id, *(entry.id for entry in read.entries)]


def test_ids_are_the_same_at_every_address_and_in_every_edition():
    later = everything(release=s.release(version="2.0.0", released_on="2026-01-01"))
    now = ids(feed(everything(), HERE))
    assert now == ids(feed(everything(), THERE)) == ids(feed(later, HERE))
    assert len(set(now)) == 8
    # Held to the letter: another id makes an old entry new to everybody who follows the feed.
    assert now[:2] == [
        "urn:uuid:f8b41ea6-bb9d-59e4-8ee9-1a5e2bb01f35",
        "urn:uuid:c00c669c-b4e1-50ec-85c3-1bdd6632cbc7",
    ]


def test_another_record_is_another_feed():
    one = everything()
    alone = s.record(forces=one.forces[:1])
    assert ids(feed(alone, HERE))[0] != ids(feed(one, HERE))[0]


def test_the_same_record_gives_the_same_bytes():
    assert feed(everything(), HERE) == feed(everything(), HERE)


def test_what_has_no_entry_yet_was_changed_on_the_day_of_the_edition():
    read = feedparser.parse(feed(s.record(), HERE))
    assert (read.bozo, read.entries, read.feed.updated) == (0, [], "2025-12-01T00:00:00Z")


def test_a_month_that_is_not_over_counts_from_the_day_of_the_edition():
    said = [s.statement("e-s1", date="2025-12")]
    found = newest(s.record(s.inspection(published="2025-12", statements=said)))
    assert [(e.id, e.day.isoformat()) for e in found] == [
        ("eastshire-peel-2022", "2025-12-01"),
        ("e-s1", "2025-12-01"),
    ]


def test_only_the_newest_hundred_are_told():
    said = [s.statement(f"e-s{n}", date=f"{1900 + n}-01-01") for n in range(123, 226)]
    looked = s.inspection(published="2022-09-15", statements=said)
    record = s.record(looked, release=s.release(released_on="2130-01-01"))
    read = feedparser.parse(feed(record, HERE))
    assert len(read.entries) == NEWEST == 100
    assert read.entries[0].published == "2125-01-01T00:00:00Z"
    assert read.entries[-1].published == "2026-01-01T00:00:00Z"


def test_a_source_without_an_address_has_no_link():
    read = feedparser.parse(feed(everything(sources=[s.source("the-report")]), HERE))
    assert {link.rel for entry in read.entries for link in entry.links} == {"alternate"}


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("</summary><script>1</script>&amp;", "</summary><script>1</script>&amp;"),
        ("]]>\x00\x0b\ud800\uffff\U0001f600", "]]>\ufffd\ufffd\ufffd\ufffd\U0001f600"),
    ],
)
def test_no_text_breaks_the_document(written, read):
    judged = s.inspection().model_copy(update={"judgement": written, "title": f"T {written}"})
    content = feed(s.record().model_copy(update={"inspections": (judged,)}), HERE)
    (entry,) = atoma.parse_atom_bytes(content).entries
    assert (entry.summary.value, entry.title.value) == (
        read,
        f"New inspection: T {read} (Eastshire Police)",
    )
    assert feedparser.parse(content).bozo == 0


@settings(max_examples=60)
@given(st.text(st.characters(), max_size=40))
def test_any_text_makes_a_document_that_can_be_read(text):
    judged = s.inspection().model_copy(update={"judgement": text or "-", "title": text or "-"})
    content = feed(s.record().model_copy(update={"inspections": (judged,)}), HERE)
    (entry,) = ElementTree.fromstring(content).findall("{http://www.w3.org/2005/Atom}entry")
    assert entry.findtext("{http://www.w3.org/2005/Atom}title").startswith("New inspection: ")


def test_the_published_record_makes_a_feed_that_both_readers_take(published_record):
    content = feed(published_record, HERE)
    read = feedparser.parse(content)
    assert (read.bozo, len(read.entries)) == (0, 100)
    assert len(atoma.parse_atom_bytes(content).entries) == 100
    assert len(set(ids(content))) == 101
