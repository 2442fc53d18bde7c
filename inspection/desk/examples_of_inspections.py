"""Good and bad values of the fields of inspections and of all that stands in them."""

from __future__ import annotations

from inspection.desk.examples import SEASON, SLASHES, told

EXAMPLES = {
    "Inspection.id": told(
        "northumbria-child-protection-2027",
        refused={"Northumbria-CP-2027": "ids hold no capitals"},
        wrong={"child-protection-2027": "it begins with the id of the force"},
    ),
    "Inspection.kind": told(
        "inspection",
        "post-inspection-review",
        refused={"review": "the word is post-inspection-review"},
        wrong={"thematic": "a child protection inspection of one force is an inspection"},
    ),
    "Inspection.inspectorate": told(
        "HMICFRS",
        "HM Inspectorate of Prisons and HMIC",
        wrong={"HMIC (now HMICFRS)": "the one name in use at the time"},
    ),
    "Inspection.inspector": told(
        "Phil Gormley", wrong={"PC A. Smith": "only the inspector in charge is named"}
    ),
    "Inspection.published": told(
        "2025-08-22",
        "2018-03",
        "2014",
        refused=SLASHES | SEASON,
        wrong={"2022-06-27": "for a report of 2019 that is the stamp of the web copy: `web_date`"},
    ),
    "Inspection.web_date": told(
        "2022-06-27", wrong={"2019-07-24": "the first publication is `published`"}
    ),
    "Inspection.follows": told(
        "northumbria-ncpi-2018",
        refused={"Northumbria 2018": "an inspection is named by its id"},
        wrong={"northumbria-pir-2019": "the inspection of 2025 had a new method: `continues`"},
    ),
    "Inspection.continues": told(
        "northumbria-pir-2019",
        refused={"Northumbria 2019": "an inspection is named by its id"},
    ),
    "Inspection.looked_at": told(
        "[missing-children, child-exploitation]", refused={"missing-children": "a list"}
    ),
    "Inspection.may_have_looked_at": told(
        "[domestic-abuse]", refused={"perhaps domestic-abuse": "a list of ids alone"}
    ),
    "Inspection.judgement": told(
        "Good progress since 2018, clearest on missing children; online cases stayed slow.",
        wrong={"A devastating verdict.": "what the inspection came to, not what it felt like"},
    ),
    "Inspection.direction": told(
        "The inspectorate said that the force had made good progress overall since 2018.",
        wrong={"Better than last time.": "only what the report states, and said as its statement"},
    ),
    "Inspection.limits": told(
        "[The five area judgements were read in a newspaper only.]",
        refused={"Read in a newspaper only.": "a list of sentences"},
    ),
    "Period.start": told("2019-01-07", "2020-11", refused=SEASON),
    "Period.end": told("2019-01-11", "2020-12", refused=SEASON),
    "Report.id": told("effectiveness", refused={"Effectiveness": "ids hold no capitals"}),
    "Report.recorded_as": told(
        "northumbria-peel-2016", refused={"PEEL 2016": "an inspection is named by its id"}
    ),
    # Grades, and what stands in their place.
    "Grade.carried_from": told(
        "northumbria-peel-2016",
        refused={"Judgement of 2016": "the inspection that made it is named, by its id"},
    ),
    "GradeRevision.date": told("2024-08-08", refused=SLASHES),
    "GradeRevision.reason": told(
        "The data first supplied by the force for this question was wrong.",
        wrong={"Downgraded.": "that says what happened, not why"},
    ),
    "PublishedCounts.date": told("2024-02-16", refused=SLASHES),
    "PublishedCounts.difference_note": told(
        "Two areas were graded later, in a report of their own."
    ),
    "NarrativeJudgement.about": told("Police custody in Northamptonshire"),
    "NarrativeJudgement.words": told(
        "wholly inadequate", wrong={"inadequate": "not where the report said more or less"}
    ),
    "CaseAudit.total": told("33", refused={"33 cases": "figures alone", "0": "at least one file"}),
    "CaseAudit.good": told("7", refused={"21%": "files are counted, not turned into a share"}),
    "CaseAudit.requires_improvement": told("12", refused={"twelve": "figures alone"}),
    "CaseAudit.inadequate": told(
        "0", refused={"none": "0 where there were none; left out where it is not known"}
    ),
    # Findings and their numbers.
    "Finding.id": told(
        "northumbria-pir-2019-f09",
        refused={"northumbria-pir-2019-F9": "ids hold no capitals"},
        wrong={"northumbria-pir-2019-f01": "never again, once it was given to a fact"},
    ),
    "Finding.kind": told(
        "concern",
        "strength",
        refused={"weakness": "the word is concern"},
        wrong={"progress": "only where the report itself says that something got better"},
    ),
    "Finding.follows_up": told(
        "[northumbria-ncpi-2018-f15]",
        refused={"northumbria-ncpi-2018-f15": "a list, even of one"},
        wrong={"[northumbria-ncpi-2018]": "the finding, not the inspection it stands in"},
    ),
    "Measure.numerator": told(
        "3", refused={"3 of 6": "figures alone; the 6 is the denominator", "three": "figures alone"}
    ),
    "Measure.denominator": told("6", refused={"0": "at least 1", "about 100": "figures alone"}),
    "Measure.value": told("12.5", "90", refused={"12,5": "a point, no comma", "90%": "see `unit`"}),
    "Measure.unit": told(
        "missing child cases", "per cent", "days", wrong={"90 per cent": "the number is in `value`"}
    ),
    "Measure.baseline": told(
        "64.3", refused={"64.3 in 2018": "figures alone; when is a qualifier"}
    ),
    "Measure.target": told("10", refused={"ten days": "figures alone; days is the `unit`"}),
    "Measure.margin": told("1.55", refused={"+/- 1.55": "figures alone"}),
    "Measure.qualifier": told(
        "more than", "one case", wrong={"worrying": "what narrows the number, no comment on it"}
    ),
    "Measure.indicator": told(
        "crime-recorded", refused={"Crimes recorded": "an indicator is named by its id"}
    ),
    "Measure.method": told(
        "monthly-call-figures",
        wrong={"As before": "a name of its own, the same for each such value"},
    ),
    "Measure.as_of": told("2019-06-01", "2021-09", refused=SEASON),
    "Measure.until": told("2019-11-30", refused={"end of November 2019": "in figures: 2019-11"}),
    "Measure.reading": told("21", refused={"21 days": "figures alone, in the indicator's unit"}),
    "other_unit": told("true", refused={"weeks": "true or left out; the unit is in `unit`"}),
    # What was asked for, answered, said and promised.
    "Recommendation.id": told(
        "northumbria-pir-2019-r01", refused={"Recommendation 1": "ids hold no capitals, no blanks"}
    ),
    "Recommendation.kind": told(
        "area-for-improvement",
        refused={"AFI": "the word is area-for-improvement"},
        wrong={"cause-of-concern": "only where the report itself calls it so"},
    ),
    "Recommendation.summary": told(
        "Within three months, improve how risk to missing children is assessed.",
        wrong={"As above, for online cases.": "it stands alone elsewhere; say what is asked"},
    ),
    "TimeLimit.words": told(
        "within three months",
        "immediately",
        wrong={"soon": "in the words of the source, or left out"},
    ),
    "TimeLimit.by": told(
        "2025-11-21", "2013-10", refused={"immediately": "no date follows; it stays in `words`"}
    ),
    "Statement.id": told(
        "northumbria-pir-2019-r01-2020-01-12-force-2",
        refused={"Statement 2": "ids hold no capitals and no blanks"},
    ),
    "Statement.speaker": told(
        "Chief Constable",
        "Local safeguarding children board",
        wrong={"A mother": "only bodies and offices that spoke in public"},
    ),
    "Statement.undated": told(
        "The page bears no date; it was read in November 2026.",
        wrong={"unknown": "say why"},
    ),
    "Statement.about": told("Call answering shortly before the report"),
    "Statement.summary": told(
        "The force said that every child is now seen alone.",
        wrong={"Every child is now seen alone.": "said by the force, and told as its words"},
    ),
    "Response.role": told(
        "Chief Constable",
        "Joint statement",
        wrong={"John Smith": "the office; a name only under `name`"},
    ),
    "Response.name": told(
        "Vera Baird", wrong={"DCI A. Smith": "only a public office-holder speaking officially"}
    ),
    "Response.organisation": told(
        "Northumbria PCC", wrong={"police": "which body it was, by name"}
    ),
    "Response.reply": told(
        "formal",
        refused={"yes": "formal or statement, or left out"},
        wrong={"statement": "words to a newspaper are neither"},
    ),
    "Response.summary": told(
        "Accepted all the recommendations and promised a plan within six weeks.",
        wrong={"Welcomed the report.": "say what was answered"},
    ),
    "NationalResponse.about": told("The national report on abuse of position"),
    "Commitment.kind": told(
        "action-plan",
        refused={"plan": "the word is action-plan"},
        wrong={"revisit": "only the inspectorate can promise to come back"},
    ),
    "Commitment.kept_by": told(
        "northumbria-pir-2019", wrong={"kept": "the inspection that was it, by its id"}
    ),
    "Commitment.summary": told(
        "Renew force vetting every 10 years.",
        wrong={"Do better.": "what can be looked for later"},
    ),
    "Outcome.summary": told(
        "The inspectorate found in 2019 that governance had been refreshed.",
        wrong={"Kept.": "a verdict of ours; tell what a later source says"},
    ),
}
EXAMPLES |= {
    field.replace("Response.", "NationalResponse."): told
    for field, told in EXAMPLES.items()
    if field.startswith("Response.")
}
