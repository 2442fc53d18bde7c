"""Rules that hold between the parts of a record, checked together in one pass."""

from __future__ import annotations

from collections.abc import Iterator

from inspection import checking_accepted as accepted
from inspection import checking_corrections as corrections
from inspection import checking_coverage as coverage
from inspection import checking_follow_ups as follow_ups
from inspection import checking_grades as grades
from inspection import checking_indicators as indicators
from inspection import checking_inspections as inspections
from inspection import checking_numbers as numbers
from inspection import checking_progress as progress
from inspection import checking_references as references
from inspection import checking_vocabulary as vocabulary
from inspection.contents import Contents
from inspection.fields import Lost
from inspection.model import Record
from inspection.problems import Fault

RULES = (
    references.ids_are_unique,
    references.ids_are_found,
    references.reports_are_the_inspections_own,
    references.sources_are_used,
    references.themes_are_used,
    vocabulary.grades_of_a_scale_differ,
    vocabulary.comparability_is_mutual,
    vocabulary.comparable_cycles_share_a_scale,
    vocabulary.questions_of_several_cycles_have_a_reason,
    vocabulary.themes_are_looked_at_or_perhaps,
    vocabulary.periods_end_after_they_begin,
    vocabulary.boundaries_lead_to_another_theme,
    vocabulary.readers_agree_on_what_was_read,
    vocabulary.hard_pairs_have_one_rule,
    vocabulary.disputed_tags_name_another_theme,
    inspections.ids_begin_with_the_force,
    inspections.cycles_belong_to_the_programme,
    inspections.fieldwork_is_before_publication,
    inspections.publication_is_that_of_a_report,
    inspections.web_copies_are_not_older,
    inspections.earlier_inspections_are_earlier,
    inspections.chains_have_an_end,
    follow_ups.follow_ups_say_what_they_looked_at,
    follow_ups.follow_ups_follow_something,
    inspections.nothing_is_later_than_the_release,
    inspections.answers_come_after_the_inspection,
    inspections.time_limits_end_after_the_inspection,
    inspections.outcomes_come_after_the_promise,
    inspections.findings_follow_up_earlier_ones,
    progress.statements_have_a_day_or_say_why_not,
    progress.addressed_rests_on_a_finding,
    progress.statements_rest_on_what_was_known,
    progress.promises_are_kept_by_later_inspections,
    progress.replies_are_the_governing_bodys,
    grades.grades_have_a_value_or_say_why_not,
    grades.grades_are_on_the_scale,
    grades.questions_belong_to_the_cycle,
    grades.questions_are_graded_once,
    grades.carried_grades_are_found,
    grades.changes_of_grade_are_in_order,
    numbers.shared_grades_add_up,
    numbers.shared_grades_are_given_once,
    numbers.published_counts_agree,
    numbers.case_audits_add_up,
    numbers.numerators_are_within_denominators,
    numbers.measures_hold_a_number,
    numbers.national_counts_add_up,
    indicators.indicators_have_several_values,
    indicators.methods_join_two_values,
    indicators.values_have_a_place_or_none,
    indicators.periods_of_values_have_a_beginning,
    coverage.missing_inspections_hold_together,
    corrections.corrected_facts_exist,
    corrections.facts_taken_out_are_gone,
    corrections.corrections_come_after_the_fault,
    corrections.corrections_name_editions_in_order,
    corrections.corrections_show_what_is_right,
    accepted.warnings_are_of_a_kind_that_can_be_accepted,
    accepted.accepted_warnings_are_about_something,
    accepted.warnings_are_accepted_once,
)


def record_faults(record: Record, lost: Lost | None = None) -> Iterator[Fault]:
    """What is wrong between the parts of a record, rule by rule.

    `lost` holds what was dropped from it beforehand; nothing is said about what hangs on that.
    """
    contents = Contents(record, lost or Lost())
    for rule in RULES:
        yield from rule(contents)
