"""The record as known on a day: what enters when, and that knowledge only grows."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspection.grade_cells import cell_of
from inspection.knowing import (
    PARTLY_PUBLIC,
    AskedDay,
    as_known_on,
    asked_day,
    missing_words,
    public_from,
)
from tests.inspection import samples as s

REVISED = s.inspection(
    grades=(
        s.grade(
            value="adequate",
            revisions=(
                {
                    "date": "2023-08-08",
                    "value": "requires-improvement",
                    "reason": "The data was wrong.",
                    "sources": s.SOURCES,
                },
            ),
        ),
    ),
)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def seen(record, on: str) -> list[str]:
    return [i.id for i in as_known_on(record, day(on)).inspections]


def test_an_inspection_enters_on_the_day_it_was_published():
    record = s.record(s.inspection(published="2022-09-15"))
    assert seen(record, "2022-09-14") == []
    assert seen(record, "2022-09-15") == ["eastshire-peel-2022"]


def test_a_report_known_only_to_the_year_enters_when_the_year_is_over():
    record = s.record(s.inspection(published="2014"))
    assert seen(record, "2014-12-30") == []
    assert seen(record, "2014-12-31") == ["eastshire-peel-2022"]


def test_a_past_day_shows_the_grade_that_stood_then():
    record = s.record(REVISED)
    for on, label, revised in (
        ("2023-08-07", "Adequate", None),
        ("2023-08-08", "Requires improvement", "8 August 2023"),
    ):
        then = as_known_on(record, day(on))
        cell = cell_of(then, then.inspections[0], then.inspections[0].grades[0])
        assert (cell.label, cell.revised) == (label, revised)


def test_findings_enter_with_the_report_they_stand_in_and_the_whole_judgement_last():
    record = s.record(
        s.inspection(
            published="2022-09-15",
            reports=(s.report("early", "2022-03-01"), s.report("late", "2022-09-15")),
            findings=(s.finding("e-1", report="early"), s.finding("e-2", report="late")),
            case_audit={"total": 3, "sources": s.SOURCES},
        )
    )
    early = as_known_on(record, day("2022-03-01")).inspections[0]
    assert [f.id for f in early.findings] == ["e-1"]
    assert (early.judgement, early.case_audit) == (PARTLY_PUBLIC, None)
    late = as_known_on(record, day("2022-09-15")).inspections[0]
    assert [f.id for f in late.findings] == ["e-1", "e-2"]
    assert (late.judgement, late.case_audit.total) == ("A judgement in our words.", 3)


def test_answers_and_outcomes_enter_on_their_own_days_and_undated_ones_with_the_edition():
    said = {"summary": "Found again.", "voice": "inspectorate", "sources": s.SOURCES}
    outcome = {**said, "date": "2024-01-01"}
    record = s.record(
        s.inspection(
            responses=(
                s.response(
                    "dated", date="2022-10-01", commitments=(s.commitment(outcomes=[outcome]),)
                ),
                s.response("undated"),
            )
        )
    )
    then = as_known_on(record, day("2023-12-31")).inspections[0].responses
    assert [r.id for r in then] == ["dated"]
    assert then[0].commitments[0].outcomes == ()
    later = as_known_on(record, day("2025-12-01")).inspections[0].responses
    assert [r.id for r in later] == ["dated", "undated"]
    assert later[0].commitments[0].outcomes[0].summary == "Found again."


def test_an_answer_and_its_promise_keep_their_themes():
    promise = s.commitment(theme="risk-recognition")
    answer = s.response(date="2022-10-01", themes=["missing-children"], commitments=[promise])
    record = s.record(s.inspection(responses=[answer]))
    (then,) = as_known_on(record, day("2023-01-01")).inspections[0].responses
    assert (then.themes, then.commitments[0].theme) == (("missing-children",), "risk-recognition")


def test_a_link_to_an_inspection_not_yet_public_is_not_shown():
    earlier = s.inspection("eastshire-a", published="2022-12-31")
    later = s.inspection("eastshire-b", published="2022-11-01", follows="eastshire-a")
    record = s.record(earlier, later)
    assert as_known_on(record, day("2022-11-01")).inspections[0].follows is None
    assert as_known_on(record, day("2022-12-31")).inspections[1].follows == "eastshire-a"


def test_no_day_means_everything():
    record = s.record(REVISED)
    assert as_known_on(record, None) is record


def facts(record) -> set[str]:
    """The ids of all dated facts, each grade change and outcome among them."""
    found = {i.id for i in record.inspections} | {e.id for e in record.context_events}
    found |= {f"source/{source.id}" for source in record.sources}
    for i in record.inspections:
        found |= {f.id for f in (*i.findings, *i.recommendations, *i.responses, *i.statements)}
        found |= {f"{i.id}/{g.question}/{len(g.revisions)}" for g in i.grades}
        found |= {f"{i.id}/{g.question}/0" for g in i.grades}
        found |= {x.id for r in i.recommendations for x in r.statements}
        found |= {
            f"{c.id}/{o.summary}" for r in i.responses for c in r.commitments for o in c.outcomes
        }
    return found


@given(
    first=st.dates(dt.date(2010, 1, 1), dt.date(2027, 1, 1)),
    more=st.integers(min_value=0, max_value=3000),
)
def test_a_later_day_never_sees_less_of_the_published_record(published_record, first, more):
    earlier = as_known_on(published_record, first)
    later = as_known_on(published_record, first + dt.timedelta(days=more))
    assert facts(earlier) <= facts(later)


def test_on_the_day_of_release_the_whole_published_record_is_known(published_record):
    record = published_record
    assert facts(as_known_on(record, record.release.released_on)) == facts(record)


def test_a_promised_return_and_a_report_recorded_elsewhere_lose_links_to_what_was_not_public_yet():
    back = s.inspection("eastshire-back", published="2021-03-24")
    promise = s.commitment(kind="revisit", kept_by="eastshire-back")
    first = s.inspection(
        "eastshire-first",
        published="2019-07-24",
        reports=(
            s.report("main", "2019-07-24").model_copy(update={"recorded_as": "eastshire-back"}),
        ),
        responses=(s.response(date="2019-07-24", commitments=(promise,)),),
    )

    def links(day: str):
        then = as_known_on(s.record(first, back), dt.date.fromisoformat(day))
        found = then.inspection["eastshire-first"]
        return found.responses[0].commitments[0].kept_by, found.reports[0].recorded_as

    assert links("2021-03-23") == (None, None)
    assert links("2021-03-24") == ("eastshire-back", "eastshire-back")


def test_on_the_day_of_release_everything_is_known_even_what_has_no_day():
    monthly = s.inspection(published="2025-12")
    record = s.record(monthly)
    assert as_known_on(record, day("2025-12-01")) is record
    assert as_known_on(record, day("2025-11-30")).inspections == ()


def test_an_accepted_warning_enters_with_the_edition():
    accepted = {"code": "A05", "of": "e-1", "reason": "It is so.", "until": "2026-06-01"}
    record = s.record(s.inspection(), accepted_warnings=[accepted])
    then = as_known_on(record, dt.date(2025, 11, 30))
    assert then.accepted_warnings == ()
    assert as_known_on(record, dt.date(2025, 12, 1)).accepted_warnings == record.accepted_warnings


def test_a_source_enters_on_its_own_day_or_with_the_first_fact_that_cites_it():
    sources = [
        s.source("the-report"),
        s.source("web-copy", published="2024-05-01"),
        s.source("later-news", published="2023-03-05"),
        s.source("undated"),
    ]
    record = s.record(s.inspection(sources=["web-copy"]), sources=sources)

    def known(on):
        return [source.id for source in as_known_on(record, day(on)).sources]

    assert known("2022-09-14") == ["the-report"]  # the vocabulary cites it
    assert known("2022-09-15") == ["the-report", "web-copy"]
    assert known("2023-03-05") == ["the-report", "web-copy", "later-news"]
    assert known("2025-12-01") == ["the-report", "web-copy", "later-news", "undated"]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("", AskedDay(None)),
        ("  ", AskedDay(None)),
        ("2022-09-15", AskedDay(dt.date(2022, 9, 15))),
        (" 2023-01-31 ", AskedDay(dt.date(2023, 1, 31))),
        ("2025-12-01", AskedDay(dt.date(2025, 12, 1))),
        (
            "2025-12-02",
            AskedDay(
                None,
                "This edition of the record was released on 1 December 2025 and knows of nothing "
                "later, so it cannot be shown as known on 2 December 2025. Everything is shown.",
            ),
        ),
        (
            "2022-09-14",
            AskedDay(
                None,
                "No inspection in this record was public before 15 September 2022. Everything is "
                "shown.",
            ),
        ),
    ],
)
def test_a_day_asked_for_lies_between_the_first_report_and_the_release(text, asked):
    assert asked_day(s.record(s.inspection()), text) == asked


@pytest.mark.parametrize("text", ["2023", "2023-02", "2023-02-30", "20230228", "28.2.2023", "٢٠٢٣"])
def test_what_is_no_day_is_said_to_be_none(text):
    sentence = f"“{text}” is not a day. Write it as 2019-07-24. Everything is shown."
    assert asked_day(s.record(s.inspection()), text) == AskedDay(None, sentence)


def test_a_record_without_inspections_can_be_turned_back_to_no_day_before_its_release():
    assert asked_day(s.record(), "2019-07-24") == AskedDay(
        None, "No inspection in this record was public. Everything is shown."
    )


PARTS = s.record(
    s.inspection(
        published="2022-09-15",
        reports=(s.report("early", "2022-03-01"), s.report("late", "2022-09-15")),
        findings=(s.finding("e-1", report="early"), s.finding("e-2", report="late")),
        responses=(
            s.response("dated", date="2022-10", commitments=[s.commitment("promise")]),
            s.response("undated"),
        ),
    )
)


def test_everything_with_an_id_is_public_from_its_own_day():
    assert {
        key: str(public_from(PARTS, key))
        for key in ("eastshire-peel-2022", "e-1", "e-2", "dated", "promise", "undated", "nothing")
    } == {
        "eastshire-peel-2022": "2022-03-01",
        "e-1": "2022-03-01",
        "e-2": "2022-09-15",
        "dated": "2022-10-31",
        "promise": "2022-10-31",
        "undated": "2025-12-01",
        "nothing": "None",
    }


def test_what_is_missing_is_told_from_what_was_not_public_yet():
    assert missing_words(PARTS, "e-2", None) == "which is not in this record"
    assert missing_words(PARTS, "nothing", day("2022-09-14")) == (
        "which is not in this record as known on 14 September 2022"
    )
    assert missing_words(PARTS, "e-2", day("2022-09-14")) == (
        "which was not public on 14 September 2022, only from 15 September 2022"
    )
    assert missing_words(PARTS, "undated", day("2022-09-14")) == (
        "which is not known to have been public on 14 September 2022"
    )


def test_the_day_something_is_public_from_is_the_first_on_which_the_published_record_shows_it(
    published_record,
):
    ids = {key for key in facts(published_record) if "/" not in key}
    by_day = {}
    for key in ids:
        by_day.setdefault(public_from(published_record, key), set()).add(key)
    assert None not in by_day
    for first, keys in by_day.items():
        assert keys <= facts(as_known_on(published_record, first))
        assert not keys & facts(as_known_on(published_record, first - dt.timedelta(days=1)))


def test_an_inspection_partly_public_is_dated_by_what_is_out_and_looked_at_nothing_for_sure():
    peel = s.inspection(
        published="2022-12-07",
        reports=(s.report("one", "2022-09-15"), s.report("two", "2022-12-07")),
    )
    then = as_known_on(s.record(peel), dt.date(2022, 10, 1))
    (part,) = then.inspections
    assert (str(part.published), part.looked_at) == ("2022-09-15", ())
    assert part.may_have_looked_at == ("investigating-crime",)
    assert then.known_on == dt.date(2022, 10, 1)
    assert s.record(peel).known_on is None
