"""The sentences on recurring themes against a count made by hand.

The table was written by reading data/inspections.yaml, not by running the code: for each theme and
force, which child protection inspections raised it, which looked and raised nothing, and of which
the record does not say whether they looked. Northamptonshire: the pilot of January 2013, the
revisits of March and June, the reinspection of October, the inspection of 2018, the review of 2019,
the assessment of progress of 2020 (published 2021) and the inspection of 2025. Northumbria: the
inspection of 2018 and the review of 2019.
"""

import pytest

from inspection.recurrence import recurrence
from inspection.theme_states import ThemeState, theme_state
from inspection.vocabulary import ThemeFamily

PILOT = "northamptonshire-cp-pilot-2013-01"
MARCH = "northamptonshire-cp-revisit-2013-03"
JUNE = "northamptonshire-cp-revisit-2013-06"
OCTOBER = "northamptonshire-cp-reinspection-2013-10"
FIRST = "northamptonshire-ncpi-2018"
REVIEW = "northamptonshire-ncpi-review-2019"
PROGRESS = "northamptonshire-ncpi-progress-2021"
LATEST = "northamptonshire-ncpi-2025"
NORTHUMBRIA = "northumbria-ncpi-2018"
NORTHUMBRIA_REVIEW = "northumbria-pir-2019"

BY_HAND = [
    (
        "northamptonshire", "missing-children",
        {PILOT, OCTOBER, FIRST, REVIEW, LATEST}, {PROGRESS}, {MARCH, JUNE},
        "Raised in 5 of the 6 inspections that looked at it, from 2013 to 2025; inspectors reported "
        "progress in 2019 and 2020. For 2 more inspections we do not know whether they looked at it.",
    ),
    (
        "northamptonshire", "risk-recognition",
        {PILOT, OCTOBER, FIRST, REVIEW, LATEST}, {PROGRESS}, {MARCH, JUNE},
        "Raised in 5 of the 6 inspections that looked at it, from 2013 to 2025; inspectors reported "
        "progress in 2020. For 2 more inspections we do not know whether they looked at it.",
    ),
    (
        "northamptonshire", "domestic-abuse",
        {PILOT, OCTOBER, FIRST, LATEST}, set(), {MARCH, JUNE, REVIEW, PROGRESS},
        "Raised in 4 of the 4 inspections that looked at it, from 2013 to 2025. For 4 more "
        "inspections we do not know whether they looked at it.",
    ),
    (
        "northamptonshire", "information-sharing",
        {PILOT, OCTOBER, LATEST}, {FIRST}, {MARCH, JUNE, REVIEW, PROGRESS},
        "Raised in 3 of the 4 inspections that looked at it, from 2013 to 2025; praised without a "
        "concern in 2018. For 4 more inspections we do not know whether they looked at it.",
    ),
    (
        "northamptonshire", "investigation-quality",
        {FIRST, REVIEW, PROGRESS, LATEST}, set(), {PILOT, MARCH, JUNE, OCTOBER},
        "Raised in 4 of the 4 inspections that looked at it, from 2018 to 2025. For 4 more "
        "inspections we do not know whether they looked at it.",
    ),
    (
        "northamptonshire", "child-exploitation",
        {PILOT, LATEST}, {FIRST}, {MARCH, JUNE, OCTOBER, REVIEW, PROGRESS},
        "Raised in 2 of the 3 inspections that looked at it, from 2013 to 2025; praised without a "
        "concern in 2018. For 5 more inspections we do not know whether they looked at it.",
    ),
    (
        "northamptonshire", "sex-offender-management",
        {PILOT, FIRST, REVIEW, PROGRESS}, set(), {MARCH, JUNE, OCTOBER, LATEST},
        "Raised in 4 of the 4 inspections that looked at it, from 2013 to 2020; inspectors reported "
        "progress in 2019. For 4 more inspections we do not know whether they looked at it.",
    ),
    (
        "northamptonshire", "performance-and-outcomes",
        {MARCH, JUNE, OCTOBER, FIRST, REVIEW, PROGRESS}, set(), {PILOT, LATEST},
        "Raised in 6 of the 6 inspections that looked at it (5 of 5 episodes), from 2013 to 2020; "
        "inspectors reported progress in 2013. For 2 more inspections we do not know whether they "
        "looked at it.",
    ),
    (
        "northumbria", "missing-children", {NORTHUMBRIA}, {NORTHUMBRIA_REVIEW}, set(),
        "Raised in 1 of the 2 inspections that looked at it, in 2018; inspectors reported progress "
        "in 2019.",
    ),
    (
        "northumbria", "risk-recognition", {NORTHUMBRIA_REVIEW}, {NORTHUMBRIA}, set(),
        "Raised in 1 of the 2 inspections that looked at it, in 2019; inspectors reported progress "
        "in 2019; praised without a concern in 2018.",
    ),
    (
        "northumbria", "domestic-abuse", {NORTHUMBRIA}, {NORTHUMBRIA_REVIEW}, set(),
        "Raised in 1 of the 2 inspections that looked at it, in 2018; praised without a concern in "
        "2019.",
    ),
    (
        "northumbria", "information-sharing", set(), {NORTHUMBRIA_REVIEW}, {NORTHUMBRIA},
        "Not raised in the one inspection that looked at it; praised without a concern in 2019. For "
        "one more inspection we do not know whether it looked at it.",
    ),
    (
        "northumbria", "investigation-quality", {NORTHUMBRIA, NORTHUMBRIA_REVIEW}, set(), set(),
        "Raised in 2 of the 2 inspections that looked at it, from 2018 to 2019.",
    ),
    (
        "northumbria", "child-exploitation", set(), {NORTHUMBRIA_REVIEW}, {NORTHUMBRIA},
        "Not raised in the one inspection that looked at it; inspectors reported progress in 2019. "
        "For one more inspection we do not know whether it looked at it.",
    ),
    (
        "northumbria", "sex-offender-management", set(), set(), {NORTHUMBRIA, NORTHUMBRIA_REVIEW},
        "No inspection is known to have looked at it; for two we do not know whether they did.",
    ),
    (
        "northumbria", "performance-and-outcomes", {NORTHUMBRIA, NORTHUMBRIA_REVIEW}, set(), set(),
        "Raised in 2 of the 2 inspections that looked at it, from 2018 to 2019; inspectors reported "
        "progress in 2019.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("force", "theme", "raised", "not_raised", "not_known", "sentence"),
    BY_HAND,
    ids=[f"{force}-{theme}" for force, theme, *_ in BY_HAND],
)
def test_the_sentence_of_a_theme_is_that_of_a_count_by_hand(
    force, theme, raised, not_raised, not_known, sentence, sixty
):
    rows = recurrence(sixty, force, ["child-protection"], ThemeFamily.CHILD_PROTECTION)
    row = next(row for row in rows if row.theme == theme)
    looked = {cell.inspection for cell in row.cells if cell.looked}
    assert {cell.inspection for cell in row.cells if cell.is_raised} == raised
    assert looked - raised == not_raised
    assert {c.inspection for c in row.cells if c.state is ThemeState.NOT_KNOWN} == not_known
    assert (row.raised, row.looked_at) == (len(raised), len(raised | not_raised))
    assert row.sentence == sentence


def test_the_three_visits_of_2013_are_one_episode_and_the_reinspection_another(sixty):
    rows = recurrence(sixty, "northamptonshire", ["child-protection"])
    cells = rows[0].cells
    assert {c.inspection: c.episode for c in cells if c.year == 2013} == {
        PILOT: PILOT, MARCH: PILOT, JUNE: PILOT, OCTOBER: OCTOBER,
    }  # fmt: skip


def test_missing_children_came_back_in_2025_after_the_progress_of_2020(sixty):
    rows = recurrence(sixty, "northamptonshire", ["child-protection"])
    row = next(row for row in rows if row.theme == "missing-children")
    assert [(b.progress.inspection, b.raised.inspection) for b in row.returns] == [
        (PROGRESS, LATEST)
    ]
    run = row.longest_run
    assert (run.length, run.first.inspection, run.last.inspection) == (4, PILOT, REVIEW)
    assert row.years_without_look == ((2014, 2017), (2021, 2024))
    assert row.span_years == 12


def test_a_theme_only_another_body_is_blamed_under_is_not_raised(published_record):
    joint = published_record.inspection["northumbria-jtai-south-tyneside-2016"]
    assert theme_state(published_record, joint, "child-exploitation") is ThemeState.NOTHING
