"""Words of the glossary on the inspectorate, its reports, its grades and what it asks for."""

from __future__ import annotations

from inspection.addresses import Place
from inspection.glossary_term import Term
from inspection.sheets.definitions import CLOCK_RULE
from inspection.vocabulary import InspectionKind as Kind
from inspection.vocabulary import RecommendationKind as Asked

INSPECTORATE = (
    Term(
        "inspectorate",
        "HMICFRS",
        "The body that inspects police forces in England and Wales, and fire and rescue services in "
        "England, and reports in public. Until 2017 it was called HMIC.",
        also=(
            "His Majesty’s Inspectorate of Constabulary and Fire & Rescue Services",
            "earlier HMIC, His or Her Majesty’s Inspectorate of Constabulary",
            "the inspectorate",
        ),
        see=("inspector", "voices"),
    ),
    Term(
        "inspector",
        "HM Inspector",
        "One of the inspectors of constabulary whom the Crown appoints, each answerable for the "
        "inspection of certain forces.",
        also=("HMI", "His or Her Majesty’s Inspector"),
        see=("inspectorate",),
    ),
    Term(
        Kind.INSPECTION,
        Kind.INSPECTION.label,
        f"{Kind.INSPECTION.meaning} In a general sense, any look at a force by an inspectorate.",
        see=("programme", "fieldwork"),
    ),
    Term(
        "programme",
        "Programme and cycle",
        "A programme is a series of inspections with one purpose, such as child protection or PEEL. "
        "A cycle is a round of it under one method; when the method changes, a new cycle begins.",
        see=("wall", "peel", "child-protection-inspection"),
        place=Place("method", at="programmes-cycles-and-what-may-be-compared"),
    ),
    Term(
        "child-protection-inspection",
        "National child protection inspection",
        "An inspection, under a programme that began in 2014, of how well one force protects "
        "children. Until 2023 case files were graded and not the force; from 2024 inspectors grade "
        "five topics and give no grade over all.",
        also=("NCPI",),
        see=("case-audit", Kind.POST_INSPECTION_REVIEW),
        source="nat-ncpi-method-2014",
    ),
    Term(
        Kind.PEEL,
        "PEEL",
        f"{Kind.PEEL.meaning} The inspectorate’s regular assessments of every force under this name "
        "began in 2014.",
        also=("police effectiveness, efficiency and legitimacy", Kind.PEEL.label),
        see=("programme", "grade"),
        source="nat-what-is-peel",
    ),
    Term(Kind.REVISIT, Kind.REVISIT.label, Kind.REVISIT.meaning, see=("episode",)),
    Term(
        Kind.REINSPECTION, Kind.REINSPECTION.label, Kind.REINSPECTION.meaning, see=(Kind.REVISIT,)
    ),
    Term(
        Kind.POST_INSPECTION_REVIEW,
        Kind.POST_INSPECTION_REVIEW.label,
        Kind.POST_INSPECTION_REVIEW.meaning,
        see=(Kind.ASSESSMENT_OF_PROGRESS,),
        source="ncpi-followup-method",
    ),
    Term(
        Kind.ASSESSMENT_OF_PROGRESS,
        Kind.ASSESSMENT_OF_PROGRESS.label,
        Kind.ASSESSMENT_OF_PROGRESS.meaning,
        see=(Kind.POST_INSPECTION_REVIEW,),
    ),
    Term(
        Kind.JOINT,
        Kind.JOINT.label,
        f"{Kind.JOINT.meaning} A joint targeted area inspection is one of how the police, the "
        "council’s children’s services, health and probation services of one area work together; "
        "the inspectorates are Ofsted, the Care Quality Commission, HMICFRS and HM Inspectorate of "
        "Probation.",
        also=("joint targeted area inspection", "JTAI"),
        see=("ofsted", "care-quality-commission"),
        source="cypnow-jtai-2017",
    ),
    Term(
        "ofsted",
        "Ofsted",
        "The inspectorate of schools and of children’s social care in England.",
        also=("Office for Standards in Education, Children’s Services and Skills",),
        see=(Kind.JOINT,),
    ),
    Term(
        "care-quality-commission",
        "Care Quality Commission",
        "The inspectorate of health and adult social care in England.",
        also=("CQC",),
        see=(Kind.JOINT,),
    ),
    Term(Kind.THEMATIC, Kind.THEMATIC.label, Kind.THEMATIC.meaning),
    Term(
        Kind.CRIME_DATA,
        "Crime data integrity",
        f"{Kind.CRIME_DATA.meaning} Inspectors audit reports of crime against the crimes recorded.",
        also=("CDI", Kind.CRIME_DATA.label, "crime recording"),
        source="cdi-2016",
    ),
    Term(
        "fieldwork",
        "Fieldwork",
        "The days in which inspectors were with the force. The report follows months later, so the "
        "record keeps fieldwork, publication and the date on a web copy apart.",
    ),
    Term(
        "monitoring",
        "Scan and Engage",
        "The two stages in which the inspectorate watches forces between inspections: Scan is the "
        "routine for every force, Engage the closer watch on a force whose problems it is not "
        "putting right.",
        also=("the inspectorate’s monitoring",),
        see=(Asked.CAUSE_OF_CONCERN,),
    ),
    Term(
        "section-55",
        "Section 55 reply and 56 days",
        CLOCK_RULE[0],
        also=("the governing body’s comments", "published response"),
        see=("governing-body",),
        place=Place("method", at="clocks"),
    ),
)

_WORD = "A grade. What it stands for differs from one scale to another:"

GRADES = (
    Term(
        "grade",
        "Grade",
        "A word of a fixed scale that the inspectorate gives in answer to one question of an "
        "inspection. Scales and methods have changed, so the same word of two cycles may not mean "
        "the same.",
        also=("graded judgement",),
        see=("wall", "judgement-in-words"),
        source="nat-peel-how-we-inspect-2023",
        place=Place("method", at="grade-scales"),
    ),
    Term("outstanding", "Outstanding", _WORD, see=("grade",), grade="outstanding"),
    Term("good", "Good", _WORD, see=("grade",), grade="good"),
    Term("adequate", "Adequate", _WORD, see=("grade",), grade="adequate"),
    Term(
        "requires-improvement",
        "Requires improvement",
        _WORD,
        see=("grade",),
        grade="requires-improvement",
    ),
    Term("inadequate", "Inadequate", _WORD, see=("grade",), grade="inadequate"),
    Term(
        "judgement-in-words",
        "Judgement in words",
        "What inspectors said of a force or a part of its work where no scale was used. The same "
        "word as a grade, as in “good overall”, is then no grade.",
        also=("narrative judgement",),
        see=("grade",),
    ),
    Term(
        "case-audit",
        "Case audit",
        "A look into a sample of case files, each of which inspectors grade by how well the child "
        "was protected. The figures are those of the files examined, not a rate for all children.",
        see=("child-protection-inspection",),
        source="nat-ncpi-method-2014",
    ),
    Term(
        Asked.CAUSE_OF_CONCERN,
        Asked.CAUSE_OF_CONCERN.label,
        Asked.CAUSE_OF_CONCERN.meaning,
        see=(Asked.RECOMMENDATION, Asked.AREA_FOR_IMPROVEMENT, "monitoring"),
    ),
    Term(
        Asked.RECOMMENDATION,
        Asked.RECOMMENDATION.label,
        Asked.RECOMMENDATION.meaning,
        see=(Asked.CAUSE_OF_CONCERN,),
    ),
    Term(
        Asked.AREA_FOR_IMPROVEMENT,
        Asked.AREA_FOR_IMPROVEMENT.label,
        Asked.AREA_FOR_IMPROVEMENT.meaning,
        also=("AFI",),
        see=(Asked.CAUSE_OF_CONCERN,),
    ),
)
