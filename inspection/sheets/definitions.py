"""How things are counted and what is due by when, in the words that the record publishes."""

from __future__ import annotations

from inspection.theme_states import EPISODE_DAYS

RECURRING = (
    (
        "Looked at",
        "The inspection's programme set out to look at the theme, or the report says that it did, or "
        "something about the theme was recorded or graded. Silence is never a look.",
    ),
    (
        "Not looked at, not known",
        "Outside what the inspection was about; or we could not read enough to say. Such an "
        "inspection changes no figure of the theme but its own count.",
    ),
    (
        "Raised",
        "A concern, recommendation, area for improvement or cause of concern about the force itself "
        "stands under the theme. Several under one theme count once for an inspection. Findings "
        "about partners, regional units or forces in general are shown and raise nothing.",
    ),
    (
        "Progress and praise",
        "Inspectors themselves said that something had got better, or was done well. It is told "
        "also where the same inspection raised the theme.",
    ),
    ("Raised in k of n", "k inspections raised it; n are known to have looked at it."),
    (
        "Episode",
        "An inspection with the revisits that go back to it under the same method, if they began "
        f"within {EPISODE_DAYS} days of it. The visits of January, March and June 2013 are three "
        "inspections and one episode. A reinspection or a review is an episode of its own. Both "
        "counts are given where they differ.",
    ),
    (
        "From, to",
        "The years in which the first and the last inspection that raised it began. Inspections "
        "stand in the order of their fieldwork, or of publication where fieldwork is not known; of "
        "fieldwork known only to the month or year, by its last day, and never after publication.",
    ),
    (
        "Longest unbroken run",
        "The most looks in a row that each raised it. Inspections that did not look, or of which we "
        "do not know, neither lengthen nor break it; of two equal runs the later is told.",
    ),
    (
        "Raised again after progress",
        "One look reported progress and raised nothing, and the very next look raised it.",
    ),
    (
        "Years without a look",
        "Whole calendar years between the first and the last look in which no inspection is known "
        "to have looked.",
    ),
    ("Last look", "The latest inspection known to have looked, and what it said."),
    (
        "Last word",
        "The latest dated answer, promise or statement on the theme, by whichever voice. A force's "
        "statement about itself is its claim.",
    ),
    (
        "One subject only",
        "Inspections of a single subject, such as custody or crime recording, have smaller marks "
        "and are counted apart: they look at few themes, and closely.",
    ),
    (
        "Most persistent",
        "Raised in most episodes, then in most inspections, then out of most looks. Over two forces "
        "the counts are added up to order the lines, and shown nowhere.",
    ),
    (
        "Like for like",
        "A look at each of two forces in the same cycle and the same kind of inspection, with "
        "inspectors certainly there within twelve months. Counts of two forces are never set "
        "against each other.",
    ),
)
"""What each word and figure on recurring issues means: the word, then its meaning."""
CLOCK_RULE = (
    "The governing body publishes its comments on a report before the end of 56 days beginning with "
    "the day of publication (Police Act 1996, section 55). The day of publication is the first of "
    "them, so the last lawful day is the day of publication and 55 days: for a report of 22 August "
    "2025 that is 16 October 2025.",
    "The time limit is in force for reports published from 2 May 2017; before that no date is shown.",
    "Where only the month or year of publication is known, the two days between which the last "
    "lawful day lies are shown, and no count of days.",
    "A published response is one the governing body published as such. Words on its own pages are "
    "told apart, because we do not know whether they are its comments under the Act. Words to "
    "newspapers do not count.",
    "Whether the duty covers a joint report of several inspectorates, or a report on several forces "
    "or a region, is not known to us; no time limit is shown for those.",
    "After a child protection inspection the force is asked for an action plan about six weeks "
    "after publication. Time limits in a report and promises to come back have the dates they give.",
    "None found by us never means late or not sent.",
)
"""What is due after a report and how we look for it, one point for each rule."""
