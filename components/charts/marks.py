"""The shapes and patterns of charts: what tells things apart besides colour."""

from __future__ import annotations

from inspection.vocabulary import EmptyKind, InspectionKind, Voice

EMPTY_PATTERNS = {
    EmptyKind.NOT_INSPECTED.value: "/",
    EmptyKind.NOT_GRADED.value: "-",
    EmptyKind.NO_SUCH_QUESTION.value: "",
    EmptyKind.CARRIED_FORWARD.value: "|",
    EmptyKind.NOT_FOUND.value: ".",
    EmptyKind.NOT_ENTERED.value: "+",
    EmptyKind.WITHDRAWN.value: "x",
    "carried": "|",
}
"""The pattern of each kind of empty, and of a judgement carried forward; graded cells have none."""

KIND_MARKS = {
    InspectionKind.INSPECTION: "circle",
    InspectionKind.REVISIT: "triangle-up",
    InspectionKind.REINSPECTION: "square",
    InspectionKind.POST_INSPECTION_REVIEW: "triangle-down",
    InspectionKind.ASSESSMENT_OF_PROGRESS: "triangle-right",
    InspectionKind.JOINT: "diamond",
    InspectionKind.THEMATIC: "cross",
    InspectionKind.PEEL: "hexagon",
    InspectionKind.CRIME_DATA: "star",
}

VOICE_MARKS = {
    Voice.INSPECTORATE: "circle",
    Voice.GOVERNING_BODY: "square",
    Voice.FORCE: "triangle-up",
    Voice.OTHER: "diamond",
}
