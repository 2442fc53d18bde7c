"""Good and bad values of the fields of the vocabulary and of what stands beside the inspections."""

from __future__ import annotations

from inspection.desk.examples import SEASON, SLASHES, told

EXAMPLES = {
    # The edition.
    "Release.version": told(
        "1.4.1", refused={"1.4": "three numbers: 1.4.0", "v1.4.1": "figures and dots alone"}
    ),
    "Release.released_on": told(
        "2026-11-22", refused={"2026-11": "an edition has a day", **SLASHES}
    ),
    "Release.last_looked_on": told("2026-11", "2026-11-20", refused=SLASHES),
    # Vocabulary.
    "Force.id": told(
        "northumbria",
        refused={"Northumbria": "ids hold no capitals"},
        wrong={"northumbria-police": "the area alone, as every id of the force begins with it"},
    ),
    "Force.name": told("Northumbria Police", wrong={"Northumbria": "that is the short name"}),
    "Force.short_name": told("Northumbria", wrong={"Northumbria Police": "that is the full name"}),
    "GoverningBody.id": told(
        "northumbria-pcc",
        refused={"Northumbria PCC": "ids hold no capitals and no blanks"},
        wrong={"vera-baird": "the office, which outlives who holds it"},
    ),
    "GoverningBody.name": told("Northumbria Police and Crime Commissioner"),
    "GoverningBody.kind": told(
        "police-and-crime-commissioner",
        refused={"PCC": "the word is police-and-crime-commissioner"},
    ),
    "GradeWord.id": told("requires-improvement", refused={"Requires improvement": "its label"}),
    "GradeWord.label": told("Requires improvement"),
    "GradeWord.meaning": told("Meets few of the published criteria."),
    "Scale.id": told("peel-five", refused={"PEEL, five grades": "its name"}),
    "Scale.name": told("Five grades, from 2021/22"),
    "Programme.id": told("child-protection", refused={"Child protection": "its name"}),
    "Programme.name": told("Child protection inspections of police forces"),
    "Programme.short_name": told("Child protection"),
    "Programme.narrow": told("true", refused={"1 subject": "true or left out"}),
    "Cycle.id": told("peel-2021-22", refused={"PEEL 2021/22": "its name"}),
    "Cycle.name": told("2021/22", "From 2024"),
    "Cycle.method": told("Five areas are graded against published criteria; no overall grade."),
    "Cycle.scale": told("peel-five", wrong={"none": "left out where nothing was graded"}),
    "Cycle.comparable_with": told(
        "[peel-2016, peel-2017]",
        refused={"peel-2016": "a list, even of one"},
        wrong={"[peel-2021-22]": "not across a change of method, unless the inspectorate says so"},
    ),
    "Cycle.comparability": told(
        "The inspectorate said that these grades cannot be compared with earlier ones.",
        wrong={"Not comparable.": "say who says so, and of what"},
    ),
    "Cycle.comparability_basis": told(
        "inspectorate", "our-reading", refused={"HMICFRS": "the word is inspectorate"}
    ),
    "Cycle.between_forces": told("Forces were visited years apart, under changing criteria."),
    "Cycle.looks_at": told(
        "[missing-children, risk-recognition]",
        wrong={"[domestic-abuse]": "what it may only have touched on is under may_look_at"},
    ),
    "Cycle.may_look_at": told("[domestic-abuse]", refused={"domestic-abuse": "a list"}),
    "Cycle.action_plan_weeks": told("6", refused={"six weeks": "figures alone"}),
    "EveryForce.published": told("2018-03", refused=SEASON),
    "Question.id": told("cp-leadership", refused={"Leadership": "its name"}),
    "Question.name": told("Leadership of child protection"),
    "Question.cycles": told("[peel-2016, peel-2017]", refused={"peel-2016": "a list"}),
    "Question.perhaps_asked": told("[peel-2014]", refused={"peel-2014": "a list"}),
    "Question.crosswalk_reason": told(
        "Asked in the same words in each.", wrong={"Similar.": "say what makes it the same"}
    ),
    "Theme.id": told("missing-children", refused={"Missing children": "its name"}),
    "Theme.name": told("Missing children"),
    "Theme.about": told("The response to children who are missing or absent."),
    "Theme.covers": told(
        "[how the risk to a missing child is graded]",
        refused={"how the risk to a missing child is graded": "a list, even of one"},
    ),
    "ThemeBoundary.what": told("plans for computers"),
    "ThemeBoundary.theme": told(
        "record-keeping-and-it", refused={"Records and IT": "that is its name, not its id"}
    ),
    "SecondReading.findings": told("40", refused={"40 findings": "figures alone"}),
    "SecondReading.agreed": told("35", refused={"88%": "how many, not a share"}),
    "HardPair.themes": told(
        "[preventing-crime, treatment-of-the-public]",
        refused={"[preventing-crime]": "two themes"},
    ),
    "HardPair.rule": told("How police powers are used is always treatment of the public."),
    "DisputedTag.fact": told("nn-2019-13", refused={"finding 13": "a fact is named by its id"}),
    "DisputedTag.by_rule": told(
        "performance-and-outcomes", refused={"Performance": "a theme is named by its id"}
    ),
    "Indicator.id": told("crime-recorded", refused={"Crimes recorded": "its name"}),
    "Indicator.name": told("Crimes found to have been recorded"),
    "Indicator.about": told("The share of crimes recorded; two samples are not to be compared."),
    "Indicator.unit": told(
        "per cent", "days", wrong={"a share": "the unit itself, such as per cent"}
    ),
    # Beside the inspections.
    "ContextEvent.id": told(
        "ctx-2013-ofsted", wrong={"ctx-2024-06-smith": "no person's name, not even in an id"}
    ),
    "ContextEvent.title": told(
        "Ofsted grades county child protection inadequate",
        wrong={"Scandal at the council": "what happened, in plain words"},
    ),
    "ContextEvent.summary": told(
        "Ofsted judged the council's child protection services inadequate in all categories.",
        wrong={"A child of three was let down.": "no case is told: practice, counts and dates"},
    ),
    "Account.says": told("All press coverage puts publication on 24 July 2019."),
    "Account.sources": told(
        "[heart-2019-07]", refused={"heart-2019-07": "a list, even of one: [heart-2019-07]"}
    ),
    "Conflict.topic": told("Publication date of the 2019 review"),
    "Conflict.how_we_chose": told(
        "We use 24 July 2019; the later date looks like that of a conversion of the page.",
        wrong={"The newspaper is wrong.": "say which we follow, and why"},
    ),
    "Gap.unrecorded": told(
        "known-to-exist", "looked-for", refused={"missing": "one of the two words"}
    ),
    "Gap.what": told("An HMIC inspection report of October 2007, known to exist"),
    "Gap.note": told(
        "Searched for; no page for the force found.",
        wrong={"There is none.": "that we found none is all we know"},
    ),
    "Correction.id": told(
        "correction-11", wrong={"11": "the word stands before the number: correction-11"}
    ),
    "Correction.date": told("2027-01-12", refused={"2027-01": "the day, which you know"}),
    "Correction.fact": told(
        "northumbria-pir-2019-f15",
        refused={"the finding on IT": "a fact is named by its id"},
    ),
    "Correction.removed": told("true", refused={"gone": "true or left out"}),
    "Correction.stood_in": told(
        "northumbria-pir-2019", refused={"PIR 2019": "what it stood in is named by its id"}
    ),
    "Correction.was": told(
        "Twelve of 20 cases, it said.", wrong={"A typo.": "say what stood there"}
    ),
    "Correction.now": told("Eleven of 20 cases.", wrong={"Mended.": "say what stands there now"}),
    "Correction.since": told(
        "2026-11-22", refused={"2026-11": "a day: that of the first edition with it"}
    ),
    "Correction.first_in": told("1.0.0", refused={"1.0": "three numbers: 1.0.0"}),
    "Correction.mended_in": told("1.4.1", refused={"1.4": "three numbers: 1.4.0"}),
    "Correction.asked_by": told(
        "a reader", "our own second reading", wrong={"Jane Smith": "by role, no private person"}
    ),
    "AcceptedWarning.code": told("X12", wrong={"all": "one warning is accepted at a time"}),
    "AcceptedWarning.of": told(
        "missing-children", refused={"Missing children": "what it is about is named by its id"}
    ),
    "AcceptedWarning.reason": told(
        "The next inspection asks about it.", wrong={"Known.": "say why nothing is to be mended"}
    ),
    "AcceptedWarning.until": told(
        "2027-06-30", refused={"2027-06": "a day", "for ever": "at most a year ahead"}
    ),
    # Other forces, and sources.
    "NationalDistribution.id": told("peel-2015-effectiveness", refused={"PEEL 2015": "an id"}),
    "NationalDistribution.counts": told(
        "{good: 24, inadequate: 0}",
        refused={"{good: most}": "figures; left empty where a count was not found"},
    ),
    "NationalDistribution.forces": told("43", refused={"all": "figures alone"}),
    "NationalDistribution.basis": told(
        "National total as published.", wrong={"press": "in words here: whose count it is"}
    ),
    "OtherForceInspection.id": told(
        "cleveland-child-protection-2025", refused={"Cleveland 2025": "ids hold no capitals"}
    ),
    "OtherForceInspection.force_name": told("Cleveland", wrong={"cleveland": "a name, no id"}),
    "Source.id": told(
        "bbc-2021-11", "hmicfrs-pir-2019", refused={"BBC 2021": "ids hold no capitals, no blanks"}
    ),
    "Source.title": told(
        "Child protection improved, inspectors say",
        wrong={"Article": "its own title; none that names a child or tells a case"},
    ),
    "Source.publisher": told("BBC News", "HMIC (copy on docslib)"),
    "Source.published": told(
        "2021-11-24",
        "2021-11",
        refused=SLASHES,
        wrong={"2026-11-22": "the day on which you read it is not the day it came out"},
    ),
    "Source.url": told(
        "https://www.bbc.co.uk/news/uk-england-northamptonshire-59400000",
        refused={"www.bbc.co.uk/news": "it begins with https:// or http://"},
    ),
}
