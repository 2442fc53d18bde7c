"""The tables of the record as open data: what each holds and what its columns mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from inspection import open_rows, register_rows
from inspection.model import Record
from inspection.open_rows import Row, Value

__all__ = ["TABLES", "Row", "Value"]

Columns = tuple[tuple[str, str], ...]
ID = ("id", "Permanent id.")
IN = ("inspection", "Id of the inspection.")
FORCE = ("force", "Id of the force.")
THEME = ("theme", "Id of the theme.")
SOURCES = ("sources", "Ids of the sources, separated by semicolons.")
NOTE = ("note", "What a reader needs to know besides.")
SUMMARY = ("summary", "What it says, in our words.")
LIMIT = ("time_limit", "Time limit as stated.")
DUE = ("due", "Time limit as a date, where one follows.")
MEASURE = ("measure", "The number with its unit, in words.")
VOICE = "Separated by bars, oldest first; “on the theme” where not on the item itself."

TABLES: tuple[tuple[str, str, Columns, Callable[[Record], Iterable[Row]]], ...] = (
    ("inspections", "One row for each inspection, oldest first.", (
        ID, FORCE, ("title", "Title of the report."), ("programme", "Id of the programme."),
        ("cycle", "Id of the cycle: the round under one method."),
        ("kind", "Kind of inspection."), ("inspectorate", "Inspecting body at the time."),
        ("inspector", "Inspector in charge."), ("fieldwork_start", "As closely as known."),
        ("fieldwork_end", "As closely as known."), ("published", "First publication."),
        ("web_date", "Date stamped on the web copy."),
        ("follows", "Inspection it follows or whose history it continues."),
        ("judgement", "The whole, in our words."), ("findings", "Number of findings recorded."),
        ("recommendations", "Number of recommendations recorded."), SOURCES), open_rows.inspections),
    ("grades", "One row for each question answered or left empty in an inspection.", (
        IN, FORCE, ("cycle", "Id of the cycle."), ("question", "Id of the question."),
        ("question_name", "The question."), ("grade", "Grade in force, empty if none."),
        ("empty", "Which kind of empty, if no grade."),
        ("first_grade", "Grade first published, where it was changed."),
        ("changed_on", "Day of the change."), ("carried_from", "Inspection it was carried from."),
        ("basis", "How we know it."), ("scope", "Whom it is about."),
        ("published", "When it was first published."),
        ("comparable_cycles", "Cycles whose grades for the same question may stand beside it."),
        NOTE, SOURCES), open_rows.grades),
    ("case-audits", "Case files examined and graded. Samples, not rates.", (
        IN, FORCE, ("total", "Files examined."), ("good", "Files good."),
        ("requires_improvement", "Files requiring improvement."),
        ("inadequate", "Files inadequate."), NOTE, SOURCES), open_rows.case_audits),
    ("findings", "One row for each finding.", (
        ID, IN, FORCE, THEME, ("kind", "Concern, progress, strength or mixed."),
        ("scope", "Whom it is about."), ("told_by", "Through whom we know it."), SUMMARY,
        ("numerator", "Count."), ("denominator", "Of how many."), ("value", "Value."),
        ("unit", "Unit of the count or value."), MEASURE, NOTE, SOURCES), open_rows.findings),
    ("recommendations", "Causes of concern, recommendations and areas for improvement.", (
        ID, IN, FORCE, ("kind", "How strongly it was asked."), THEME,
        ("scope", "Whom it is addressed to."), SUMMARY, LIMIT, DUE,
        ("statements", "Number of later statements recorded."), NOTE, SOURCES), open_rows.recommendations),
    ("responses", "What was said in answer to reports.", (
        ID, IN, FORCE, ("voice", "Who speaks."), ("role", "Office of the speaker."),
        ("name", "Name, for public office-holders."), ("organisation", "Body of the speaker."),
        ("date", "Day."), ("themes", "Ids of the themes it speaks of, separated by semicolons."),
        ("reply", "How the governing body itself published it; empty for all else."),
        ("report", "Id of the report of the inspection it answers, if one of several."),
        SUMMARY, NOTE, SOURCES), open_rows.responses),
    ("commitments", "What was promised, and what later sources say of it.", (
        ID, ("response", "Id of the response."), IN, FORCE, ("voice", "Who promised."), THEME,
        ("kind", "What it answers, if a date follows from that."), SUMMARY, LIMIT, DUE,
        ("kept_by", "Id of the inspection that was the revisit promised."),
        ("outcome", "What a later source says; empty if nothing found by us."),
        ("outcome_voices", "Whose source says each, separated by semicolons."),
        ("outcome_says",
         "Addressed, progress, not addressed or neither, as each says of the promise."),
        SOURCES), open_rows.commitments),
    ("statements", "Later statements on progress, by voice.", (
        ID, IN, ("recommendation", "Id of the recommendation, if about one."), FORCE,
        ("voice", "Who speaks."), ("speaker", "By role or body."), ("date", "Day."),
        ("undated", "Why no date is known."),
        ("says", "Addressed, progress or not addressed, as it says; empty if neither."),
        ("rests_on", "Ids of the findings it rests on, separated by semicolons."),
        ("about", "Subject."), THEME, SUMMARY, MEASURE, NOTE, SOURCES), open_rows.statements),
    ("register", "Everything asked for or promised, what each voice said since, and our reading.", (
        ID, ("kind", "What it is."), FORCE, IN, ("inspection_title", "Title of the report."), THEME,
        ("about", "Whom it is about, where not the force itself."),
        ("asked_by", "Who asked or promised."), ("asked", "When it was published or promised."),
        LIMIT, DUE, SUMMARY,
        ("inspectorate_said", f"What the inspectorate said since. {VOICE}"),
        ("governing_body_said", f"What the governing body said since. {VOICE}"),
        ("force_said", f"What the force said since: a claim of itself. {VOICE}"),
        ("other_said", f"What any other body said since. {VOICE}"),
        ("our_reading", "Where it stands, by one written rule. Nobody's word on himself closes it."),
        ("went_back", "Yes where it was called better or done once, and later not."),
        ("reading_history", "Every reading it has had, with the day of what was said."),
        ("next_look", "Next inspection known to have looked at its theme; never an answer to it."),
        ("link", "Where it stands on this dashboard."), SOURCES), register_rows.whole_register),
    ("due-dates", "What is or was due after a report, and what was found.", (
        ("kind", "What is due."), FORCE, IN, ("title", "Title of the report, or what was promised."),
        ("begins", "Day from which the time runs, in words."),
        ("due", "When it is due, in words; why not, where no date follows."),
        ("due_from", "First day the due date can be."), ("due_to", "Last day it can be."),
        ("state", "What is known: none found by us never means late, not sent or not done."),
        ("known", "What was found; where nothing was, when we last looked."),
        SOURCES), register_rows.all_due_dates),
    ("recurring-issues", "Each theme of each force with its denominator.", (
        FORCE, THEME, ("theme_name", "The theme."), ("raised", "Inspections that raised it."),
        ("looked_at", "Inspections that looked at it."),
        ("not_known", "Inspections of which we do not know."),
        ("episodes_raised", "The same in episodes: a pilot and its revisits count once."),
        ("episodes_looked_at", "Episodes that looked at it."),
        ("raised_narrow", "Of those that raised it, inspections of one subject only."),
        ("span_years", "Calendar years from first to last raised; empty if never."),
        ("longest_run", "Most looks in a row that raised it."),
        ("first_raised", "When first raised."), ("last_raised", "When last raised."),
        ("last_look", "Latest inspection known to have looked."),
        ("last_state", "What that inspection said."),
        ("returned", "How often raised again by the look after one that reported progress."),
        ("sentence", "The same in words.")), open_rows.themes),
    ("context-events", "Events outside the inspections.", (
        ID, ("forces", "Ids of the forces."), ("date", "Day."), ("until", "Last day, of a period."),
        ("title", "Title."), SUMMARY, THEME, MEASURE, SOURCES), open_rows.context),
    ("indicators", "What was measured more than once; that alone makes no values comparable.", (
        ID, ("name", "What is measured."), ("about", "What it means and what to beware of."),
        THEME, ("unit", "Unit of its axis.")), open_rows.indicators),
    ("measured-values", "One row for each value of an indicator, oldest first.", (
        ID, ("indicator", "Id of the indicator."), FORCE, IN, ("voice", "Who tells it."),
        ("from", "First day the value can stand for."), ("to", "Last day it can stand for."),
        ("when", "The same in words."),
        ("number", "The value in the unit of the axis; empty if told in another."),
        ("unit", "Unit of the axis."), MEASURE, ("basis", "What it rests on."),
        ("method", "Method, only where another value was measured by it."),
        ("joined_to", "Id of the earlier value by the same method; no others are comparable."),
        SOURCES), open_rows.measured),
    ("conflicts", "Where sources disagree, and how we chose.", (
        ID, FORCE, ("topic", "Subject."), ("inspections", "Ids of the inspections concerned."),
        ("accounts", "What each side says, separated by bars."),
        ("how_we_chose", "Which we show, and why."), SOURCES), open_rows.conflicts),
    ("gaps", "What the record does not hold.", (
        ID, ("forces", "Ids of the forces."), IN, ("what", "What is missing."),
        ("note", "What is known of it."), SOURCES), open_rows.gaps),
    ("sources", "Where every fact was read.", (
        ID, ("title", "Title."), ("publisher", "Publisher."), ("published", "Day, if known."),
        ("url", "Address, if there is one."), NOTE), open_rows.sources),
)  # fmt: skip
