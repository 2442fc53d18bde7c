"""Measures over time: values with what they rest on, joined only within one method."""

import dataclasses
import datetime as dt

import pytest

from inspection.exports import tables
from inspection.knowing import as_known_on
from inspection.measured import IndicatorRows, measured, measured_rows, measured_words
from inspection.vocabulary import Voice
from tests.inspection import samples as s

DAY = dt.date
CALLS = {"id": "calls", "name": "Calls answered", "about": "In ten seconds.", "unit": "per cent"}
DAYS = {"id": "days", "name": "Days", "about": "In single cases.", "unit": "days"}
INDICATORS = [CALLS | {"theme": "investigating-crime"}, DAYS | {"theme": "missing-children"}]


def share(**fields: object) -> dict[str, object]:
    """A value of the indicator of calls."""
    return {"value": 90, "unit": "per cent of calls", "indicator": "calls"} | fields


def found(id: str, measure: dict[str, object], **fields: object):
    return s.finding(id, measure=measure, **fields)


def event(**fields: object) -> dict[str, object]:
    words = {"id": "e-event", "forces": ["eastshire"], "title": "Figures", "summary": "Figures."}
    return words | {"date": "2021-09", "sources": s.SOURCES} | fields


FIRST = s.inspection(
    "eastshire-2016",
    "peel-2016",
    fieldwork={"start": "2016-03", "end": "2016-05-20"},
    published="2016-12-08",
    findings=(
        found("e-1", share(value=None, numerator=65, denominator=82, qualifier="a sample")),
        found("e-2", {"value": 3, "unit": "weeks", "indicator": "days", "reading": 21,
                      "baseline": 2, "margin": 1, "qualifier": "one case"}),
    ),
)  # fmt: skip
SECOND = s.inspection(
    "eastshire-2017",
    "peel-2017",
    published="2017",
    findings=(
        found("e-3", share(value=73, target=90, margin=1.5), scope="partnership"),
        found("e-4", {"value": 0.4, "unit": "days a child", "indicator": "days",
                      "other_unit": True}),
    ),
    statements=(
        s.statement("e-s1", "force", measure=share(qualifier="almost; one month", as_of="2018-09")),
        s.statement("e-s2", "governing-body", measure=share(denominator=300)),
    ),
    recommendations=(
        s.recommendation(
            statements=(
                s.statement("e-s3", "inspectorate", date="2019-02-03",
                            measure=share(value=91, as_of="2018-06-01", until="2018-11-30")),
            )
        ),
    ),
)  # fmt: skip
OTHER = s.inspection(
    "westshire-2022", findings=(found("w-1", share(value=80), told_by="governing-body"),)
)
EVENT = event(measure=share(value=95), told_by="force")
RECORD = s.record(FIRST, SECOND, OTHER, indicators=INDICATORS, context_events=[EVENT])


def by_method(*methods: str | None, force: str = "eastshire") -> tuple:
    """An inspection a year from 2016 on, each with a value by one of these methods."""
    return tuple(
        s.inspection(
            f"{force}-{2016 + n}",
            published=f"{2016 + n}-03-01",
            findings=(found(f"{force[0]}-{n}", share(value=80 + n, method=method)),),
        )
        for n, method in enumerate(methods)
    )


def calls(*inspections: object) -> IndicatorRows:
    return measured(s.record(*inspections, indicators=INDICATORS))[0]


def column(rows: IndicatorRows, *names: str) -> list[tuple]:
    return [tuple(getattr(row, name) for name in names) for row in rows.rows]


def test_values_of_findings_statements_and_events_stand_oldest_first_those_without_a_date_last():
    rows, _ = measured(RECORD)
    assert column(rows, "fact", "inspection", "voice", "number") == [
        ("e-1", "eastshire-2016", Voice.INSPECTORATE, 79.27),
        ("e-3", "eastshire-2017", Voice.INSPECTORATE, 73),
        ("e-s1", "eastshire-2017", Voice.FORCE, 90),
        ("e-s3", "eastshire-2017", Voice.INSPECTORATE, 91),
        ("e-event", None, Voice.FORCE, 95),
        ("w-1", "westshire-2022", Voice.GOVERNING_BODY, 80),
        ("e-s2", "eastshire-2017", Voice.GOVERNING_BODY, 90),
    ]
    assert (rows.name, rows.about, rows.unit, rows.theme, rows.forces) == (
        "Calls answered",
        "In ten seconds.",
        "per cent",
        "investigating-crime",
        ("eastshire", "westshire"),
    )


def test_a_value_stands_for_its_own_days_or_else_for_fieldwork_or_publication():
    rows, _ = measured(RECORD)
    assert column(rows, "when", "day_from", "day_to") == [
        ("March 2016 to 20 May 2016", DAY(2016, 3, 1), DAY(2016, 5, 20)),
        ("published 2017", DAY(2017, 1, 1), DAY(2017, 12, 31)),
        ("September 2018", DAY(2018, 9, 1), DAY(2018, 9, 30)),
        ("1 June to 30 November 2018", DAY(2018, 6, 1), DAY(2018, 11, 30)),
        ("September 2021", DAY(2021, 9, 1), DAY(2021, 9, 30)),
        ("published 15 September 2022", DAY(2022, 9, 15), DAY(2022, 9, 15)),
        ("date not known", None, None),
    ]


def test_fieldwork_known_to_the_year_does_not_reach_past_publication():
    early = s.inspection(
        fieldwork={"start": "2022", "end": "2022"},
        findings=(found("e-1", share()), found("e-2", share())),
    )
    assert column(calls(early), "day_from", "day_to")[0] == (DAY(2022, 1, 1), DAY(2022, 9, 15))


def test_a_value_is_told_in_full_in_few_words_and_with_what_it_rests_on():
    rows, _ = measured(RECORD)
    assert column(rows, "words", "label", "basis") == [
        ("65 of 82 per cent of calls (a sample)", "65 of 82", "65 of 82; a sample"),
        (
            "73 per cent of calls, plus or minus 1.5, against a target of 90",
            "73 ± 1.5",
            "not in the record; about the partnership",
        ),
        ("90 per cent of calls (almost; one month)", "90 (almost)", "almost; one month"),
        ("91 per cent of calls", "91", "not in the record"),
        ("95 per cent of calls", "95", "not in the record"),
        ("80 per cent of calls", "80", "not in the record"),
        ("90 per cent of calls of 300", "90", "of 300"),
    ]


def test_margin_and_target_are_on_the_axis_only_where_the_value_itself_is():
    calls, days = measured(RECORD)
    assert column(calls, "margin", "baseline", "target")[1] == (1.5, None, 90)
    assert column(days, "fact", "number", "label", "margin", "baseline", "is_drawn") == [
        ("e-2", 21, "3 weeks", None, None, True),
        ("e-4", None, "0.4 days a child", None, None, False),
    ]


def test_an_indicator_is_told_only_where_two_of_the_values_chosen_are_left():
    def chosen(*args: object) -> list[tuple[str, int]]:
        return [(i.indicator, len(i.rows)) for i in measured(RECORD, *args)]

    assert chosen() == [("calls", 7), ("days", 2)]
    assert chosen("missing-children") == [("days", 2)]
    assert chosen("risk-recognition") == []
    assert chosen(None, ["eastshire"]) == [("calls", 6), ("days", 2)]
    assert chosen(None, ["westshire"]) == []
    assert [row.fact for row in measured_rows(RECORD) if row.force == "westshire"] == ["w-1"]


def test_on_a_past_day_only_what_was_public_then_is_told():
    def known(*day: int) -> list[str]:
        return [row.fact for row in measured_rows(as_known_on(RECORD, DAY(*day)))]

    assert known(2016, 12, 7) == []
    assert known(2016, 12, 8) == ["e-1", "e-2"]
    assert measured(as_known_on(RECORD, DAY(2016, 12, 8))) == ()
    assert known(2019, 2, 3) == ["e-1", "e-3", "e-s3", "e-2", "e-4"]


def test_open_data_holds_every_value_with_its_indicator_even_where_it_is_the_only_one():
    alone = s.record(FIRST, indicators=INDICATORS)
    by_name = {table.name: table for table in tables(alone)}
    assert [row[:5] for row in by_name["indicators"].rows] == [
        ("calls", "Calls answered", "In ten seconds.", "investigating-crime", "per cent"),
        ("days", "Days", "In single cases.", "missing-children", "days"),
    ]
    assert by_name["measured-values"].rows[1][:-2] == (
        "e-2", "days", "eastshire", "eastshire-2016", "inspectorate", "2016-03-01", "2016-05-20",
        "March 2016 to 20 May 2016", 21, "days",
        "3 weeks, plus or minus 1, against 2 (one case)", "one case", None, None, "the-report",
    )  # fmt: skip


def test_an_event_of_several_forces_holds_a_value_of_none_of_them():
    both = event(forces=["eastshire", "westshire"], measure=share())
    record = s.record(FIRST, indicators=INDICATORS, context_events=[both])
    assert [row.fact for row in measured_rows(record)] == ["e-1", "e-2"]


def test_a_value_is_joined_to_the_last_one_of_its_force_by_the_same_method():
    rows = calls(*by_method("By audit.", "By hand.", "By audit.", None, "By audit."))
    assert column(rows, "fact", "joined_to") == [
        ("e-0", None),
        ("e-1", None),
        ("e-2", "e-0"),
        ("e-3", None),
        ("e-4", "e-2"),
    ]


def test_values_whose_method_is_not_named_are_joined_to_nothing():
    rows = calls(*by_method(None, None))
    assert column(rows, "joined_to") == [(None,), (None,)]


def test_values_of_two_forces_are_never_joined():
    rows = calls(*by_method("By audit."), *by_method("By audit.", force="westshire"))
    assert column(rows, "fact", "joined_to") == [("e-0", None), ("w-0", None)]


def test_a_value_in_another_unit_is_joined_to_nothing_and_passed_over():
    first, odd, last = by_method("By audit.", "By audit.", "By audit.")
    other = found("e-1", share(method="By audit.", other_unit=True))
    rows = calls(first, odd.model_copy(update={"findings": (other,)}), last)
    assert column(rows, "fact", "joined_to") == [("e-0", None), ("e-1", None), ("e-2", "e-0")]


@pytest.mark.parametrize(
    ("inspections", "words"),
    [
        (
            by_method(None, None),
            "Measured twice, not known to be by the same method, so no line joins them.",
        ),
        (
            by_method(None, "By audit.", None, "By hand."),
            "Measured 4 times; no two are known to be by the same method, so no line joins them.",
        ),
        (
            by_method("By audit.", "By audit.", "By audit."),
            "Measured 3 times, by the same method, so a line joins them.",
        ),
        (
            by_method("By audit.", None, "By audit."),
            "Measured 3 times; a line joins the two by the same method, and no others.",
        ),
        (
            by_method("By audit.", "By audit.") + by_method("A.", "A.", force="westshire"),
            "Measured 4 times; lines join only values of one force by the same method.",
        ),
    ],
)
def test_a_sentence_says_how_often_it_was_measured_and_what_may_be_joined(inspections, words):
    assert measured_words(calls(*inspections)) == words


def test_the_sentence_says_what_is_not_drawn_and_why():
    calls, days = measured(RECORD)
    assert measured_words(calls) == (
        "Measured 7 times; no two are known to be by the same method, so no line joins them. "
        "1 value has no date and is not drawn."
    )
    assert measured_words(days) == (
        "Measured twice, not known to be by the same method, so no line joins them. "
        "1 value is in another unit and not drawn."
    )
    many = dataclasses.replace(days, rows=(*days.rows[1:], *days.rows[1:], *calls.rows[-1:] * 2))
    assert measured_words(many).split(". ")[1:] == [
        "2 values are in another unit and not drawn",
        "2 values have no date and are not drawn.",
    ]
