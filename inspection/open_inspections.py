"""The open tables of inspections, of what stands in them, and of what was said in answer."""

from __future__ import annotations

from inspection import open_rows
from inspection.open_columns import (
    CYCLE,
    DUE,
    FORCE,
    ID,
    IN,
    LIMIT,
    MEASURE,
    NOTE,
    PLACE,
    QUESTION,
    REPORT,
    SOURCES,
    SUMMARY,
    THEME,
    Column,
    OpenTable,
    dated,
)
from inspection.vocabulary import (
    Basis,
    CommitmentKind,
    EmptyKind,
    FindingKind,
    InspectionKind,
    RecommendationKind,
    ReplyKind,
    Scope,
    Standing,
    Voice,
)

SPEAKS = Column("voice", "Who speaks.", words=Voice)
SAYS = Column("says", "What it says of what was asked or promised; empty if neither.",
              words=Standing)  # fmt: skip
RESTS_ON = Column("rests_on", "Ids of the findings it rests on, separated by semicolons.")

INSPECTIONS = (
    OpenTable("inspections", "One row for each inspection, oldest first.", open_rows.inspections, (
        ID, FORCE, Column("title", "Title of the report."),
        Column("programme", "Id of the programme.", of="programmes"), CYCLE,
        Column("kind", "Kind of inspection.", words=InspectionKind),
        Column("inspectorate", "Inspecting body at the time."),
        Column("inspector", "Inspector in charge."),
        dated("fieldwork_start", "When fieldwork began, as closely as known."),
        dated("fieldwork_end", "When fieldwork ended, as closely as known."),
        dated("published", "First publication."),
        dated("web_date", "Date stamped on the web copy."),
        Column("follows", "Inspection it follows or whose history it continues.", of="inspections"),
        Column("judgement", "The whole, in our words."),
        Column("direction", "Direction since the last look, only where the report states it."),
        Column("findings", "Number of findings recorded.", "integer"),
        Column("recommendations", "Number of recommendations recorded.", "integer"),
        Column("limits", "What of it is not in the record."), NOTE, SOURCES)),
    OpenTable("grades", "One row for each question answered or left empty in an inspection.",
        open_rows.grades, (
        IN, FORCE, CYCLE, QUESTION, Column("question_name", "The question."),
        Column("grade", "Grade in force, empty if none."),
        Column("empty", "Which kind of empty, if no grade.", words=EmptyKind),
        Column("first_grade", "Grade first published, where it was changed."),
        Column("changed_on", "Days of the changes, separated by semicolons."),
        Column("carried_from", "Inspection it was carried from.", of="inspections"),
        Column("basis", "How we know it.", words=Basis),
        Column("scope", "Whom it is about.", words=Scope),
        dated("published", "When it was first published."), REPORT,
        Column("comparable_cycles",
               "Ids of cycles whose grades for the same question may stand beside it, separated "
               "by semicolons."), NOTE, SOURCES),
        key=("inspection", "question")),
    OpenTable("case-audits", "Case files examined and graded. Samples, not rates.",
        open_rows.case_audits, (
        IN, FORCE, Column("total", "Files examined.", "integer"),
        Column("good", "Files good.", "integer"),
        Column("requires_improvement", "Files requiring improvement.", "integer"),
        Column("inadequate", "Files inadequate.", "integer"), NOTE, SOURCES),
        key=("inspection",)),
    OpenTable("findings", "One row for each finding.", open_rows.findings, (
        ID, IN, FORCE, THEME, Column("kind", "What it says of the force.", words=FindingKind),
        Column("scope", "Whom it is about.", words=Scope),
        Column("told_by", "Through whom we know it.", words=Voice), SUMMARY,
        Column("numerator", "Count.", "integer"), Column("denominator", "Of how many.", "integer"),
        Column("value", "Value.", "number"), Column("unit", "Unit of the count or value."), MEASURE,
        Column("follows_up", "Ids of earlier findings it returns to, separated by semicolons."),
        REPORT, PLACE, NOTE, SOURCES)),
    OpenTable("recommendations", "Causes of concern, recommendations and areas for improvement.",
        open_rows.recommendations, (
        ID, IN, FORCE, Column("kind", "How strongly it was asked.", words=RecommendationKind),
        THEME, Column("scope", "Whom it is addressed to.", words=Scope), SUMMARY, LIMIT, DUE,
        Column("statements", "Number of later statements recorded.", "integer"), REPORT, PLACE,
        NOTE, SOURCES)),
    OpenTable("reports", "The parts of inspections that were published in several.",
        open_rows.reports, (
        IN, Column("report", "Id of the report within its inspection."),
        Column("title", "Title."), dated("published", "First publication."),
        Column("recorded_as", "Inspection under which it has an entry of its own.",
               of="inspections"), NOTE),
        key=("inspection", "report")),
    OpenTable("grade-changes", "Grades changed after publication, each with the reason.",
        open_rows.grade_changes, (
        IN, FORCE, QUESTION, Column("change", "Number of the change, 1 the first.", "integer"),
        dated("date", "When it was changed."), Column("before", "Grade before."),
        Column("after", "Grade after."), Column("reason", "Why."), SOURCES),
        key=("inspection", "question", "change")),
    OpenTable("narrative-judgements", "Judgements in words that are points on no scale.",
        open_rows.narrative_judgements, (
        ID, IN, FORCE, Column("about", "Subject."), Column("words", "The judgement."), NOTE,
        SOURCES)),
    OpenTable("unseen-recommendations",
        "Requests known to have been made, whose wording we have not seen; counted nowhere.",
        open_rows.unseen_recommendations, (ID, IN, FORCE, THEME, SUMMARY, LIMIT, DUE, SOURCES)),
)  # fmt: skip
ANSWERS = (
    OpenTable("responses", "What was said in answer to reports.", open_rows.responses, (
        ID, IN, FORCE, Column("about", "The national report it answers, if not an inspection."),
        SPEAKS, Column("role", "Office of the speaker."),
        Column("name", "Name, for public office-holders."),
        Column("organisation", "Body of the speaker."), dated("date", "When, if known."),
        Column("themes", "Ids of the themes it speaks of, separated by semicolons."),
        Column("reply", "How the governing body itself published it; empty for all else.",
               words=ReplyKind),
        Column("report", "Id of the report of the inspection it answers, if one of several."),
        SUMMARY, NOTE, SOURCES)),
    OpenTable("commitments", "What was promised, and what later sources say of it.",
        open_rows.commitments, (
        ID, Column("response", "Id of the response.", of="responses"), IN, FORCE,
        Column("voice", "Who promised.", words=Voice), THEME,
        Column("kind", "What it answers, if a date follows from that.", words=CommitmentKind),
        SUMMARY, LIMIT, DUE,
        Column("kept_by", "Id of the inspection that was the revisit promised.", of="inspections"),
        Column("outcome", "What later sources say; empty if nothing found by us."),
        Column("outcome_voices", "Whose source says each, separated by semicolons."),
        Column("outcome_says",
               "Addressed, progress, not addressed or neither, as each says of the promise."),
        SOURCES)),
    OpenTable("outcomes", "What later sources say of promises, one by one.", open_rows.outcomes, (
        Column("commitment", "Id of the promise.", of="commitments"),
        Column("outcome", "Its number among those of the promise.", "integer"), FORCE, SPEAKS,
        dated("date", "When, if known."), SAYS, SUMMARY, RESTS_ON, NOTE, SOURCES),
        key=("commitment", "outcome")),
    OpenTable("statements", "Later statements on progress, by voice.", open_rows.statements, (
        ID, IN, Column("recommendation", "Id of the recommendation, if about one.",
                       of="recommendations"), FORCE, SPEAKS,
        Column("speaker", "By role or body."), dated("date", "When, if known."),
        Column("undated", "Why no date is known."), SAYS, RESTS_ON, Column("about", "Subject."),
        THEME, SUMMARY, MEASURE, NOTE, SOURCES)),
)  # fmt: skip
