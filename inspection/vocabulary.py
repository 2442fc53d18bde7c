"""The closed word lists of the record: every kind, voice and state, with its label and meaning.

Words that differ from one part of the record to another (forces, programmes, cycles, grade
scales, questions, themes) are data and stand in `data/vocabulary.yaml`.
"""

from __future__ import annotations

from enum import StrEnum


class Word(StrEnum):
    """A word of a closed list; its label is what a page prints, its meaning what it explains."""

    label: str
    meaning: str

    def __new__(cls, value: str, label: str = "", meaning: str = "") -> Word:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        member.meaning = meaning
        return member


class InspectionKind(Word):
    """What sort of look at a force the inspectorate took."""

    INSPECTION = "inspection", "Inspection", "A first, full look under a programme."
    REVISIT = "revisit", "Revisit", "A return visit to see what had changed."
    REINSPECTION = "reinspection", "Reinspection", "A full inspection done again."
    POST_INSPECTION_REVIEW = (
        "post-inspection-review",
        "Post-inspection review",
        "A planned review of progress on an earlier report.",
    )
    ASSESSMENT_OF_PROGRESS = (
        "assessment-of-progress",
        "Assessment of progress",
        "A later report on progress since an inspection and its review.",
    )
    JOINT = "joint", "Joint inspection", "An inspection by several inspectorates together."
    THEMATIC = "thematic", "Thematic inspection", "One subject, usually looked at in many forces."
    PEEL = "peel", "PEEL assessment", "Police effectiveness, efficiency and legitimacy."
    CRIME_DATA = "crime-data", "Crime data inspection", "How accurately crime is recorded."


class FindingKind(Word):
    """What a finding says of the force."""

    CONCERN = "concern", "Concern", "Inspectors found something wrong, weak or missing."
    PROGRESS = "progress", "Progress", "Inspectors said that something was better than before."
    STRENGTH = "strength", "Strength", "Inspectors found something done well."
    MIXED = "mixed", "Strength and concern", "One finding that holds both praise and concern."


class Scope(Word):
    """Whom a finding or grade is about."""

    FORCE = "force", "The force", "About the police force itself."
    PARTNERSHIP = (
        "partnership",
        "The partnership",
        "About police, council, health and other bodies together.",
    )
    PARTNER = "partner", "Another body", "About a body other than the police."
    REGIONAL_UNIT = "regional-unit", "A regional unit", "About a unit shared by several forces."
    NATIONAL = "national", "Forces in general", "Said of forces in general, this one among them."


class RecommendationKind(Word):
    """How strongly the inspectorate asked."""

    CAUSE_OF_CONCERN = (
        "cause-of-concern",
        "Cause of concern",
        "A serious or critical failing; always comes with recommendations.",
    )
    RECOMMENDATION = "recommendation", "Recommendation", "A stated action, often with a time limit."
    AREA_FOR_IMPROVEMENT = (
        "area-for-improvement",
        "Area for improvement",
        "Something that falls short of the expected standard but is no cause of concern.",
    )


class Voice(Word):
    """Who says so. Voices are shown side by side and never merged."""

    INSPECTORATE = "inspectorate", "Inspectorate", "The inspectorate's own reports and statements."
    GOVERNING_BODY = (
        "governing-body",
        "Governing body",
        "The police authority or the commissioner who holds the force to account.",
    )
    FORCE = "force", "Force", "The police force speaking of itself: a claim, not a finding."
    OTHER = "other", "Another body", "A partner agency, safeguarding board, panel or college."


class Standing(Word):
    """What a statement says of the thing asked for or promised."""

    ADDRESSED = "addressed", "Addressed", "It says that what was asked for or promised is done."
    PROGRESS = (
        "progress",
        "Progress",
        "It says that it is better or under way, not that it is done.",
    )
    NOT_ADDRESSED = (
        "not-addressed",
        "Not addressed",
        "It says that it is not done, or that the same fault was found again.",
    )


class ReplyKind(Word):
    """How the governing body answered a report in public."""

    FORMAL = "formal", "Published response", "Published as its response to the report."
    STATEMENT = (
        "statement",
        "Statement on its own pages",
        "Words on the report on its own pages; whether they are its comments under the Act is not "
        "known to us.",
    )


class CommitmentKind(Word):
    """What a promise answers, where a date follows from that."""

    ACTION_PLAN = "action-plan", "Action plan", "The force's plan, asked for by the inspectorate."
    REVISIT = "revisit", "Revisit", "The inspectorate's promise to come back."


class EmptyKind(Word):
    """Why a question has no grade. An empty cell always says which of these it is."""

    NOT_INSPECTED = "not-inspected", "Not inspected", "The inspection did not look at this."
    NOT_GRADED = (
        "not-graded",
        "Not graded",
        "Inspected, but given no grade by design.",
    )
    NO_SUCH_QUESTION = (
        "no-such-question",
        "No such question",
        "The question did not exist in this cycle.",
    )
    CARRIED_FORWARD = (
        "carried-forward",
        "Carried forward",
        "An earlier judgement was left standing; it is no new evidence.",
    )
    NOT_FOUND = (
        "not-found",
        "Not found by us",
        "We found no grade in what we could read; one may exist.",
    )
    NOT_ENTERED = (
        "not-entered",
        "Nothing entered",
        "Whether this was asked and graded then is not in the record.",
    )
    WITHDRAWN = "withdrawn", "Withdrawn", "The grade was withdrawn after publication."


class Unrecorded(Word):
    """Of an inspection that is not in the record: whether it took place, or was only looked for."""

    KNOWN_TO_EXIST = (
        "known-to-exist",
        "Known to exist, not recorded",
        "A source shows that the inspection took place; it is not in the record.",
    )
    LOOKED_FOR = (
        "looked-for",
        "Looked for and not found",
        "We looked for such an inspection and found none. That is no proof that there was none.",
    )


class Basis(Word):
    """How we know a grade."""

    STATED = "stated", "Stated", "Read in a report or notice of the inspectorate or the force."
    PRESS = "press", "As reported by the press", "Read in a newspaper, not in the report itself."
    DERIVED = "derived", "Worked out", "Not printed anywhere we looked; follows by elimination."


class ComparisonBasis(Word):
    """Who says whether grades of two cycles may be compared."""

    INSPECTORATE = "inspectorate", "The inspectorate says so", "Stated by the inspectorate."
    OUR_READING = "our-reading", "Our reading", "No statement found; we take the careful reading."


class GoverningBodyKind(Word):
    """Who holds a force to account."""

    AUTHORITY = "police-authority", "Police authority", "Before commissioners were elected."
    PCC = "police-and-crime-commissioner", "Police and crime commissioner", "An elected office."
    PFCC = (
        "police-fire-and-crime-commissioner",
        "Police, fire and crime commissioner",
        "An elected office that also governs the fire and rescue service.",
    )


class ThemeFamily(Word):
    """Where a theme belongs."""

    CHILD_PROTECTION = "child-protection", "Child protection", "Themes of child protection work."
    ALL_POLICING = "all-policing", "All policing", "Themes of policing as a whole."
    BOTH = "both", "Both", "Themes of child protection work and of policing as a whole."
