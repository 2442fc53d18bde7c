"""The colours and marks of the product, one place for charts, tables and pages.

Grades darken as they worsen, so that the order survives greyscale print and the common kinds of
colour blindness; the word always stands beside the colour. Every text colour has a contrast of at
least 4.5 to 1 on its ground. The marks of recurring issues are drawn in look.css with the same colours.
"""

from __future__ import annotations

from dataclasses import dataclass

from inspection.vocabulary import EmptyKind, InspectionKind, Voice


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a light or a dark page."""

    ink: str
    quiet: str
    ground: str
    line: str
    wall: str
    forces: tuple[str, ...]
    context: str
    pattern: str
    is_dark: bool = False


LIGHT = Palette(
    ink="#1b2430",
    quiet="#4a5665",
    ground="#ffffff",
    line="#d5dbe3",
    wall="#8a1f3d",
    forces=("#1d4f91", "#8a4b08", "#2f6b4f", "#6a3d8a"),
    context="#5b6673",
    pattern="rgba(74,86,101,0.35)",
)
DARK = Palette(
    ink="#e8edf3",
    quiet="#b3bfcc",
    ground="#12171e",
    line="#3a4552",
    wall="#f08ba6",
    forces=("#7db3f5", "#f0ad5e", "#7fcaa4", "#c6a1e6"),
    context="#98a5b3",
    pattern="rgba(179,191,204,0.35)",
    is_dark=True,
)

GRADE_COLOURS = {
    "outstanding": ("#dcf2ee", "#1b2430"),
    "good": ("#9fd0d6", "#1b2430"),
    "adequate": ("#7fa3cf", "#10161f"),
    "requires-improvement": ("#7b4a97", "#ffffff"),
    "inadequate": ("#43123f", "#ffffff"),
}
"""Ground and text colour of each grade, best first, the same on light and dark pages."""

EMPTY_COLOURS = {
    EmptyKind.NOT_INSPECTED: ("#f3f4f6", "#1c232c"),
    EmptyKind.NOT_GRADED: ("#e9ecef", "#2a323d"),
    EmptyKind.NO_SUCH_QUESTION: ("#fbfbfc", "#151b22"),
    EmptyKind.CARRIED_FORWARD: ("#e9ecef", "#2a323d"),
    EmptyKind.NOT_FOUND: ("#fff4d9", "#3a3218"),
    EmptyKind.WITHDRAWN: ("#fde2e2", "#45242a"),
}
"""Ground of an empty cell on a light and a dark page; its text is the page's quiet ink."""

EMPTY_PATTERNS = {
    EmptyKind.NOT_INSPECTED.value: "/",
    EmptyKind.NOT_GRADED.value: "-",
    EmptyKind.NO_SUCH_QUESTION.value: "",
    EmptyKind.CARRIED_FORWARD.value: "|",
    EmptyKind.NOT_FOUND.value: ".",
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
