"""The look of the product, in one place: colours by what they mean, and the font.

Everything that shows the record takes its colours from here: style sheets as `var(--ink)`, charts by
the same names, drawings and the PDF by their value on paper. docs/look.md says how they are used.

Grades darken as they worsen, so that their order survives grey print and the common kinds of colour
blindness; the word always stands beside the colour. Every colour that words have stands out from
its ground by at least 4.5 to 1, and every colour of marks by at least 3 to 1; hairlines and patterns
are decoration.
"""

from __future__ import annotations

from types import MappingProxyType

FONT = "Inspection Sans"
FONT_FILES = {400: "InspectionSans-Regular.woff2", 600: "InspectionSans-SemiBold.woff2"}
"""The files of the font by weight."""
SYSTEM_FONTS = '"Source Sans 3", system-ui, sans-serif'
"""What stands in for the font where it could not be loaded."""

COLOURS = MappingProxyType(
    {
        "ink": ("#1b2430", "#e8edf3"),
        "quiet": ("#4a5665", "#b3bfcc"),
        "ground": ("#ffffff", "#12171e"),
        "wash": ("#f2f4f7", "#1b222c"),
        "hair": ("#c9d1db", "#3a4552"),
        "edge": ("#828d9b", "#6f7d8c"),
        "accent": ("#1d4f91", "#8fbef7"),
        "wall": ("#8a1f3d", "#f08ba6"),
        "notice": ("#8a5a00", "#e0b04a"),
        "notice-ground": ("#fff6e0", "#2e2613"),
        "force-1": ("#1d4f91", "#8fbef7"),
        "force-2": ("#8a4b08", "#f0ad5e"),
        "force-3": ("#2f6b4f", "#7fcaa4"),
        "force-4": ("#6a3d8a", "#c6a1e6"),
        "voice-inspectorate": ("#1b2430", "#e8edf3"),
        "voice-governing-body": ("#0f6674", "#6fc3d0"),
        "voice-force": ("#a3350f", "#f4a07c"),
        "voice-other": ("#5b6673", "#98a5b3"),
        "context": ("#5b6673", "#98a5b3"),
        "fieldwork": ("#828d9b", "#7c8896"),
        "pattern": ("#c1c6cb", "#5f6a77"),
        "empty-not-inspected": ("#f3f4f6", "#1c232c"),
        "empty-not-graded": ("#e9ecef", "#2a323d"),
        "empty-no-such-question": ("#fbfbfc", "#151b22"),
        "empty-carried-forward": ("#e9ecef", "#2a323d"),
        "empty-not-found": ("#fff4d9", "#3a3218"),
        "empty-not-entered": ("#ffffff", "#12171e"),
        "empty-withdrawn": ("#fde2e2", "#45242a"),
    }
)
"""Name, and the colour on a light and on a dark page."""

DRAWN = (
    "ink", "quiet", "ground", "hair", "edge", "accent", "wall", "fieldwork", "empty-not-graded",
)  # fmt: skip
"""The colours of drawings, of those above."""

GRADES = MappingProxyType(
    {
        "outstanding": ("#dcf2ee", "#1b2430"),
        "good": ("#9fd0d6", "#1b2430"),
        "adequate": ("#7fa3cf", "#10161f"),
        "requires-improvement": ("#7b4a97", "#ffffff"),
        "inadequate": ("#43123f", "#ffffff"),
    }
)
"""Ground and words of each grade, best first, the same on light and dark pages."""


def on_paper(name: str) -> str:
    """A colour as it is on a light page and on paper."""
    return COLOURS[name][0]


def grade_rules() -> str:
    """The grades as rules of a style sheet."""
    return "".join(
        f".grade.{grade} {{ background: {ground}; color: {ink}; }}\n"
        for grade, (ground, ink) in GRADES.items()
    )


def drawing_rules() -> str:
    """How drawings follow the page they stand on: its colours, and how much room it has.

    A drawing names its colours by class and has their values on paper beside, so that it stands by
    itself as well; grades keep theirs. Where it is laid out twice one of the two is shown. Why a
    container: beside a menu the room is not that of the window.
    """
    painted = "".join(
        f".drawing .fill-{name} {{ fill: var(--{name}); }}\n"
        f".drawing .line-{name} {{ stroke: var(--{name}); }}\n"
        for name in DRAWN
    )
    return (
        f"{painted}"
        ".drawing { container-type: inline-size; }\n"
        ".drawing svg { display: block; width: 100%; max-width: 56rem; height: auto; "
        "background: var(--ground); forced-color-adjust: none; }\n"
        ".drawing .broad { max-width: none; }\n"
        ".drawing .narrow { display: none; max-width: 30rem; }\n"
        "@media screen {\n"
        "  @container (max-width: 41rem) { .drawing .wide { display: none; } "
        ".drawing .narrow { display: block; } }\n"
        "  @container (max-width: 50rem) { .drawing .broad { display: none; } "
        ".drawing .broad + .narrow { display: block; } }\n"
        "}\n"
    )


def document_rules() -> str:
    """The colours for documents, which follow what the reader's device is set to."""
    light, dark = (_declared(place) for place in (0, 1))
    return (
        f":root {{ color-scheme: light dark; {light} }}\n"
        f"@media (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n"
        f"@media print {{ :root {{ color-scheme: light; {light} }} }}\n"
        f"{drawing_rules()}"
    )


def dashboard_rules() -> str:
    """The colours for the dashboard, which follow the theme that the framework has put on."""
    pairs = (f"--{name}: light-dark({light}, {dark});" for name, (light, dark) in COLOURS.items())
    return f":root {{ {' '.join(pairs)} }}\n{drawing_rules()}"


def _declared(place: int) -> str:
    return " ".join(f"--{name}: {both[place]};" for name, both in COLOURS.items())
