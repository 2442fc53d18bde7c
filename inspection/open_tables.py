"""Every table of the record as open data: what each holds and what its columns mean."""

from __future__ import annotations

from collections.abc import Iterable

from inspection import open_rows_beside, register_rows
from inspection.clocks import ClockKind, ClockState
from inspection.model import Record
from inspection.open_columns import (
    CYCLE,
    DUE,
    FORCE,
    FORCES,
    ID,
    IN,
    LIMIT,
    MEASURE,
    NOTE,
    QUESTION,
    SOURCES,
    SUMMARY,
    THEME,
    Column,
    OpenTable,
    Row,
    Value,
    dated,
)
from inspection.open_inspections import ANSWERS, INSPECTIONS
from inspection.open_vocabulary import VOCABULARY
from inspection.register import ItemKind
from inspection.standing import Reading
from inspection.theme_states import ThemeState
from inspection.vocabulary import Scope, Unrecorded, Voice

__all__ = ["TABLES", "Row", "Value"]

EACH = "Separated by bars, oldest first; “on the theme” where not on the item itself."


WORKED_OUT = (
    OpenTable("register",
        "Everything asked for or promised, what each voice said since, and our reading.",
        register_rows.whole_register, (
        Column("id", "Id of the recommendation or promise."),
        Column("kind", "What it is.", words=ItemKind), FORCE, IN,
        Column("inspection_title", "Title of the report."), THEME,
        Column("about", "Whom it is about, where not the force itself.", words=Scope,
               labelled=True),
        Column("asked_by", "Who asked or promised."),
        dated("asked", "When it was published or promised."), LIMIT, DUE, SUMMARY,
        Column("inspectorate_said", f"What the inspectorate said since. {EACH}"),
        Column("governing_body_said", f"What the governing body said since. {EACH}"),
        Column("force_said", f"What the force said since: a claim of itself. {EACH}"),
        Column("other_said", f"What any other body said since. {EACH}"),
        Column("our_reading",
               "Where it stands, by one written rule. Nobody's word on himself closes it.",
               words=Reading, labelled=True),
        Column("went_back", "Yes where a voice called it better or done once, and later not.",
               "boolean"),
        Column("reading_history", "Every reading it has had, with the day of what was said."),
        Column("next_look", "Next inspection known to have looked at its theme; never an answer "
               "to it."),
        Column("link", "Where it stands on this dashboard."), SOURCES)),
    OpenTable("due-dates", "What is or was due after a report, and what was found.",
        register_rows.all_due_dates, (
        Column("kind", "What is due.", words=ClockKind), FORCE, IN,
        Column("title", "Title of the report, or what was promised."),
        Column("begins", "Day from which the time runs, in words."),
        Column("due", "When it is due, in words; why not, where no date follows."),
        Column("due_from", "First day the due date can be.", "date"),
        Column("due_to", "Last day it can be.", "date"),
        Column("state", "What is known: none found by us never means late, not sent or not done.",
               words=ClockState),
        Column("known", "What was found; where nothing was, when we last looked."), SOURCES),
        key=()),
    OpenTable("recurring-issues", "Each theme of each force with its denominator.",
        open_rows_beside.themes, (
        FORCE, THEME, Column("theme_name", "The theme."),
        Column("raised", "Inspections that raised it.", "integer"),
        Column("looked_at", "Inspections that looked at it.", "integer"),
        Column("not_known", "Inspections of which we do not know.", "integer"),
        Column("episodes_raised", "The same in episodes: a pilot and its revisits count once.",
               "integer"),
        Column("episodes_looked_at", "Episodes that looked at it.", "integer"),
        Column("raised_narrow", "Of those that raised it, inspections of one subject only.",
               "integer"),
        Column("span_years", "Calendar years from first to last raised; empty if never.",
               "integer"),
        Column("longest_run", "Most looks in a row that raised it.", "integer"),
        Column("first_raised", "When first raised, in words."),
        Column("last_raised", "When last raised, in words."),
        Column("last_look", "Latest inspection known to have looked.", of="inspections"),
        Column("last_state", "What that inspection said.", words=ThemeState),
        Column("returned", "How often raised again by the look after one that reported progress.",
               "integer"),
        Column("sentence", "The same in words.")),
        key=("force", "theme")),
    OpenTable("theme-looks", "What each inspection says on each theme, or that it did not look.",
        open_rows_beside.looks, (
        IN, THEME, FORCE,
        Column("episode", "Inspection that began the episode it belongs to.", of="inspections"),
        Column("state", "What it says of the theme.", words=ThemeState),
        Column("reports_progress", "Yes where it says that something was better.", "boolean"),
        Column("why", "How we know that it looked, or why we do not."), SOURCES),
        key=("inspection", "theme")),
)  # fmt: skip
BESIDE = (
    OpenTable("context-events", "Events outside the inspections.", open_rows_beside.context, (
        ID, FORCES, dated("date", "When."), dated("until", "Last day, of a period."),
        Column("title", "Title."), SUMMARY, THEME,
        Column("told_by", "Through whom we know it.", words=Voice), MEASURE, SOURCES)),
    OpenTable("indicators",
        "What was measured more than once; that alone makes no values comparable.",
        open_rows_beside.indicators, (
        ID, Column("name", "What is measured."),
        Column("about", "What it means and what to beware of."), THEME,
        Column("unit", "Unit of its axis."))),
    OpenTable("measured-values", "One row for each value of an indicator, oldest first.",
        open_rows_beside.measured, (
        Column("id", "Id of the finding, statement or event that tells it."),
        Column("indicator", "Id of the indicator.", of="indicators"), FORCE, IN,
        Column("voice", "Who tells it.", words=Voice),
        Column("from", "First day the value can stand for.", "date"),
        Column("to", "Last day it can stand for.", "date"), Column("when", "The same in words."),
        Column("number", "The value in the unit of the axis; empty if told in another.", "number"),
        Column("unit", "Unit of the axis."), MEASURE, Column("basis", "What it rests on."),
        Column("method", "Method, only where another value was measured by it."),
        Column("joined_to", "Id of the earlier value by the same method; no others are comparable.",
               of="measured-values"), SOURCES)),
    OpenTable("national-counts", "How many forces got which grade for a question in a cycle.",
        open_rows_beside.national_counts, (
        Column("id", "Id of the count, the same for all its grades."), CYCLE, QUESTION,
        dated("published", "When it was published."), Column("grade", "Id of the grade."),
        Column("count", "Forces with this grade; empty if not found by us.", "integer"),
        Column("forces", "Forces counted in all.", "integer"),
        Column("basis", "What it rests on."), NOTE, SOURCES),
        key=("id", "grade")),
    OpenTable("conflicts", "Where sources disagree, and how we chose.",
        open_rows_beside.conflicts, (
        ID, FORCE, Column("topic", "Subject."),
        Column("inspections", "Ids of the inspections concerned, separated by semicolons."),
        Column("accounts", "What each side says, separated by bars."),
        Column("how_we_chose", "Which we show, and why."), SOURCES)),
    OpenTable("gaps", "What the record does not hold.", open_rows_beside.gaps, (
        ID, FORCES, IN,
        Column("unrecorded", "Where a whole inspection is missing: whether it is known to exist.",
               words=Unrecorded),
        Column("programme", "Id of the programme of that inspection, if it belongs to one.",
               of="programmes"),
        Column("cycle", "Id of the cycle of that inspection, where known.", of="cycles"),
        Column("what", "What is missing."), Column("note", "What is known of it."), SOURCES)),
    OpenTable("corrections", "What was wrong in an earlier edition, and was mended.",
        open_rows_beside.corrections, (
        ID, Column("date", "Day on which it was mended.", "date"),
        Column("fact", "Id of the fact; of a grade, the id of its inspection."),
        Column("removed", "Yes where the fact was taken out.", "boolean"),
        Column("stood_in", "Id of what a fact that was taken out stood in."),
        Column("was", "What was wrong."), Column("now", "What the record says instead."),
        Column("since", "Day from which the record showed it wrongly.", "date"),
        Column("first_in", "First edition that had it wrong, if known."),
        Column("mended_in", "Edition in which it was mended."),
        Column("asked_by", "Who found it, by role."), NOTE, SOURCES,
        Column("unsourced", "Why no source shows what is right, where none is named."))),
    OpenTable("accepted-warnings", "Warnings of the check that are right as they stand.",
        open_rows_beside.accepted_warnings, (
        Column("code", "Code of the warning; data/README.md says what it means."),
        Column("of", "Id of what it is about."), Column("reason", "Why nothing is mended."),
        Column("until", "Last day on which the check does not list it.", "date")),
        key=("code", "of")),
    OpenTable("sources", "Where every fact was read.", open_rows_beside.sources, (
        ID, Column("title", "Title."), Column("publisher", "Publisher."),
        dated("published", "When, if known."), Column("url", "Address, if there is one."), NOTE)),
)  # fmt: skip


def _words(_record: Record) -> Iterable[Row]:
    """The words of every closed list, in every column where they can stand."""
    for table in DESCRIBED:
        for column in table.columns:
            for word, allowed in zip(column.words or (), column.allowed, strict=True):
                yield (table.name, column.name, allowed, word.label, word.meaning)


DESCRIBED = (*INSPECTIONS, *ANSWERS, *WORKED_OUT, *BESIDE, *VOCABULARY)
TABLES = (
    *DESCRIBED,
    OpenTable("words", "The words of closed lists, by the columns in which they can stand.",
        _words, (
        Column("table", "The table."), Column("column", "The column."),
        Column("word", "As it stands there."), Column("label", "As a page prints it."),
        Column("meaning", "What it means.")),
        key=("table", "column", "word")),
)  # fmt: skip
"""Every open table: what inspections hold, what answers to them say, what is worked out of both,
what stands beside them, and last the words in which the others are written."""
