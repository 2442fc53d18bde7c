"""The look: words stand out from their ground, grades keep their order, and everyone uses the same."""

import re
import tomllib
from pathlib import Path

import pytest

from inspection.look import COLOURS, GRADES, dashboard_rules, document_rules, grade_rules, on_paper
from inspection.vocabulary import EmptyKind, Voice

ROOT = Path(__file__).parents[2]
SETTINGS = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))["theme"]
WORDS = ("ink", "quiet", "accent", "wall", "notice", "context")
MARKS = (*WORDS, "edge", "fieldwork", *(n for n in COLOURS if n.startswith(("force-", "voice-"))))


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_contrast_of_black_and_white_is_twenty_one():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("page", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("name", WORDS)
def test_words_stand_out_from_every_ground_of_the_page(name, page):
    for ground in ("ground", "wash"):
        assert contrast(COLOURS[name][page], COLOURS[ground][page]) >= 4.5


@pytest.mark.parametrize("page", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("name", MARKS)
def test_marks_and_the_edges_of_fields_stand_out_from_the_page(name, page):
    assert contrast(COLOURS[name][page], COLOURS["ground"][page]) >= 3


@pytest.mark.parametrize("page", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("kind", EmptyKind)
def test_words_in_an_empty_cell_stand_out_from_its_ground(kind, page):
    assert contrast(COLOURS["ink"][page], COLOURS[f"empty-{kind.value}"][page]) >= 4.5


@pytest.mark.parametrize("page", [0, 1], ids=["light", "dark"])
def test_words_of_a_notice_stand_out_from_its_ground(page):
    assert contrast(COLOURS["ink"][page], COLOURS["notice-ground"][page]) >= 4.5


@pytest.mark.parametrize("grade", GRADES)
def test_the_word_of_a_grade_stands_out_from_its_ground(grade):
    assert contrast(*GRADES[grade]) >= 4.5


def test_grades_darken_as_they_worsen_so_that_grey_print_keeps_their_order():
    shades = [luminance(ground) for ground, _ in GRADES.values()]
    assert shades == sorted(shades, reverse=True)
    assert min(light / dark for light, dark in zip(shades, shades[1:], strict=False)) > 1.4


def test_every_voice_has_a_colour_of_its_own_that_no_force_has():
    for page in (0, 1):
        voices = [COLOURS[f"voice-{voice.value}"][page] for voice in Voice]
        forces = [COLOURS[f"force-{place}"][page] for place in (1, 2, 3, 4)]
        assert len({*voices, *forces}) == len(voices) + len(forces)


def test_the_framework_is_set_to_the_same_colours_and_font():
    for page, theme in enumerate(("light", "dark")):
        found = SETTINGS[theme]
        assert {
            "primaryColor": found["primaryColor"],
            "linkColor": found["linkColor"],
            "backgroundColor": found["backgroundColor"],
            "secondaryBackgroundColor": found["secondaryBackgroundColor"],
            "textColor": found["textColor"],
            "borderColor": found["borderColor"],
        } == {
            "primaryColor": COLOURS["accent"][page],
            "linkColor": COLOURS["accent"][page],
            "backgroundColor": COLOURS["ground"][page],
            "secondaryBackgroundColor": COLOURS["wash"][page],
            "textColor": COLOURS["ink"][page],
            "borderColor": COLOURS["edge"][page],
        }
    assert SETTINGS["font"].startswith("'Inspection Sans',")


def test_style_sheets_name_each_colour_for_light_dark_and_paper():
    light, dark, paper = document_rules().splitlines()[:3]
    assert "--ink: #1b2430;" in light
    assert dark.startswith("@media (prefers-color-scheme: dark)")
    assert "--ink: #e8edf3;" in dark
    assert paper.startswith("@media print")
    assert f"--hair: {on_paper('hair')};" in paper
    assert "--ink: light-dark(#1b2430, #e8edf3);" in dashboard_rules()
    assert ".grade.good { background: #9fd0d6; color: #1b2430; }" in grade_rules().splitlines()


@pytest.mark.parametrize(
    "sheet",
    [*(ROOT / "components").glob("*.css"), *(ROOT / "inspection").rglob("*.css")],
    ids=lambda path: path.name,
)
def test_no_style_sheet_has_a_colour_of_its_own(sheet):
    rules = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.S)
    assert re.findall(r"#[0-9a-f]{3,8}\b|(?:rgb|hsl)a?\(|light-dark\(", rules) == []
