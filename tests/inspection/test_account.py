"""One inspection in full, and a force in a few sentences."""

import datetime as dt

import pytest

from inspection.account import (
    finding_words,
    findings_by_theme,
    nothing_found,
    promises,
    speaker_words,
    theme_changes,
)
from inspection.dates import PartialDate
from inspection.document import plain
from inspection.knowing import as_known_on
from inspection.overview import counts_words, force_summary, record_counts
from inspection.sheets.of_answers import responses
from inspection.theme_states import ThemeState
from tests.inspection import samples as s

OUTCOME = {
    "summary": "The next report found it again.",
    "voice": "inspectorate",
    "date": "2024-01",
    "sources": ["second"],
}
LATER = s.inspection(
    "eastshire-2024",
    "cp-2024",
    fieldwork={"start": "2024-03", "end": "2024-03"},
    published="2024-08-22",
    grades=(s.grade("responding", "adequate"),),
    findings=(
        s.finding("e-3", "risk-recognition", kind="strength"),
        s.finding("e-2", kind="progress"),
        s.finding("e-9", kind="concern"),
    ),
    responses=(
        s.response(
            name="A. Chief",
            date="2024-08-22",
            commitments=(
                s.commitment("e-c1", outcomes=[OUTCOME]),
                s.commitment("e-c2", time_limit={"words": "within eight weeks"}),
            ),
        ),
    ),
)
EARLIER = s.inspection(
    "eastshire-2018",
    "cp-2014",
    published="2018-06-28",
    findings=(s.finding("e-0", kind="concern"),),
    case_audit={"total": 3, "good": 1, "requires_improvement": 1, "inadequate": 1,
                "sources": s.SOURCES},
)  # fmt: skip
RECORD = s.record(EARLIER, LATER, sources=(s.source("the-report"), s.source("second")))


def test_findings_stand_by_theme_concerns_first():
    groups = findings_by_theme(RECORD, LATER)
    assert [(g.theme, [f.id for f in g.findings]) for g in groups] == [
        ("missing-children", ["e-9", "e-2"]),
        ("risk-recognition", ["e-3"]),
    ]


def test_a_finding_says_whom_it_is_about_and_who_told_it_where_that_is_not_plain():
    finding = s.finding(
        summary="Data was poor.",
        scope="partnership",
        told_by="governing-body",
        measure={"value": 3, "unit": "weeks"},
        note="One case.",
    )
    assert finding_words(finding) == (
        "Data was poor. Measure: 3 weeks. About the partnership. As told by the governing body. "
        "One case."
    )
    assert finding_words(s.finding(summary="Plain.")) == "Plain."


def test_changes_between_two_looks_name_both_states_and_no_direction():
    changes = theme_changes(RECORD, EARLIER, LATER)
    assert [(c.theme, c.earlier, c.later) for c in changes] == [
        ("missing-children", ThemeState.RAISED, ThemeState.BOTH),
        ("risk-recognition", ThemeState.NOT_KNOWN, ThemeState.STRENGTH),
    ]


def test_a_promise_without_a_later_source_says_nothing_published_found_by_us():
    first, second = promises(LATER)
    assert (first.due, first.outcome) == ("no date given", "The next report found it again.")
    assert first.sources == ("the-report", "second")
    assert (second.due, second.outcome) == (
        "within eight weeks",
        "Nothing published found by us.",
    )


def test_a_speaker_is_shown_by_role_first():
    assert speaker_words("Chief Constable", "A. Chief", "Eastshire Police") == (
        "Chief Constable, Eastshire Police (A. Chief)"
    )
    assert speaker_words("Eastshire Police statement", None, "Eastshire Police") == (
        "Eastshire Police statement"
    )


def test_a_force_is_summed_up_by_its_latest_child_protection_inspection():
    summary = force_summary(RECORD, "eastshire")
    assert summary.history == (
        "The record holds two child protection inspections of Eastshire Police, published in 2018 "
        "and 2024."
    )
    assert summary.latest_words == (
        "The latest (March 2024, published 22 August 2024) graded one area adequate. "
        "A judgement in our words."
    )
    assert [(r.theme, r.raised, r.looked_at) for r in summary.returning] == [
        ("missing-children", 2, 2)
    ]


def test_an_ungraded_inspection_is_told_by_its_case_audit():
    assert force_summary(s.record(EARLIER), "eastshire").latest_words == (
        "The latest (published 28 June 2018) gave the force no grade. Inspectors examined 3 case "
        "files: 1 good, 1 requiring improvement and 1 inadequate. These are the case files that "
        "inspectors examined, not a rate for all children. A judgement in our words."
    )


AREAS = ("responding", "leading", "sharing")


@pytest.mark.parametrize(
    ("grades", "told"),
    [
        ([], "No grade of the latest (published 15 September 2022) is in this record."),
        (
            [s.grade(area, empty="not-found") for area in AREAS],
            "No grade of the latest (published 15 September 2022) is in this record.",
        ),
        (
            [s.grade("responding", empty="not-graded")],
            "No grade of the latest (published 15 September 2022) is in this record.",
        ),
        (
            [s.grade(area, empty="not-graded") for area in AREAS],
            "The latest (published 15 September 2022) gave the force no grade.",
        ),
        (
            [s.grade("responding", "good")],
            "The latest (published 15 September 2022) graded one area good; the grades of two more "
            "areas are not in this record.",
        ),
        (
            [s.grade("responding", "good"), s.grade("leading", empty="not-found")],
            "The latest (published 15 September 2022) graded one area good; the grades of two more "
            "areas are not in this record.",
        ),
        (
            [s.grade("responding", "good"), s.grade("leading", "adequate")],
            "The latest (published 15 September 2022) graded one area good and one adequate; the "
            "grade of one more area is not in this record.",
        ),
        (
            [s.grade("responding", "good"), s.grade("leading", "adequate"),
             s.grade("sharing", empty="not-graded")],
            "The latest (published 15 September 2022) graded one area good and one adequate.",
        ),
    ],
)  # fmt: skip
def test_a_grade_that_nobody_entered_is_not_told_as_none_given(grades, told):
    asked = [s.question(area, "cp-2024", theme="risk-recognition") for area in AREAS]
    record = s.record(s.inspection("eastshire-cp-2022", "cp-2024", grades=grades), questions=asked)
    assert force_summary(record, "eastshire").latest_words == f"{told} A judgement in our words."


def test_grades_known_only_together_are_in_the_record():
    together = {"questions": AREAS[:2], "counts": {"good": 2}, "note": "So.", "sources": s.SOURCES}
    asked = [s.question(area, "cp-2024", theme="risk-recognition") for area in AREAS]
    looked = s.inspection("eastshire-cp-2022", "cp-2024", shared_grades=[together])
    assert force_summary(s.record(looked, questions=asked), "eastshire").latest_words == (
        "The latest (published 15 September 2022) graded two areas good; the grade of one more area "
        "is not in this record. A judgement in our words."
    )


def test_a_cycle_without_a_scale_is_not_taken_to_have_given_no_grade():
    record = s.record(s.inspection("eastshire-cp-2015", "cp-2014"))
    assert force_summary(record, "eastshire").latest_words == (
        "No grade of the latest (published 15 September 2022) is in this record. A judgement in our "
        "words."
    )


def test_a_force_without_child_protection_inspections_says_so():
    summary = force_summary(RECORD, "westshire")
    assert summary.latest is None
    assert summary.history == (
        "The record holds no child protection inspection of Westshire Police on this day."
    )


def test_the_size_of_the_record_is_told_whole():
    assert counts_words(record_counts(RECORD)) == (
        "2 inspections, 4 findings, 1 grade or kind of empty, 0 recommendations, 1 response and "
        "2 sources"
    )


def test_of_what_was_published_after_the_last_search_nobody_looked_for_an_answer():
    record, late = s.record(), PartialDate.parse("2025-12-01")
    looked = "Nothing published found by us, last looked in November 2025."
    assert nothing_found(record) == looked
    assert nothing_found(record, PartialDate.parse("2025-11-30")) == looked
    assert nothing_found(record, late) == (
        "Nothing published found by us, not looked for since it was published."
    )
    assert nothing_found(as_known_on(record, dt.date(2025, 1, 1)), late) == (
        "Nothing public by 1 January 2025 is in our record."
    )


def test_the_page_of_a_report_published_after_the_last_search_does_not_say_that_we_looked():
    late = s.inspection(published="2025-12-01")
    *_, told = responses(s.record(late), late)
    assert plain(told.words) == (
        "From the governing body and force on this report: nothing published found by us, not looked "
        "for since it was published. That is not proof that nothing was published."
    )
