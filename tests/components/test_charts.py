"""Figures: categories in order, one mark for each row, words in hover text, no colour-only meaning."""

import datetime as dt

import pytest

from components.charts.grading_heatmap import CODES, grading_heatmap
from components.charts.recurrence import recurrence_figure
from components.charts.timeline import timeline_figure
from components.palette import (
    DARK,
    EMPTY_COLOURS,
    EMPTY_PATTERNS,
    GRADE_COLOURS,
    LIGHT,
    STATE_MARKS,
)
from inspection.grading import grading_blocks, grading_grid
from inspection.recurrence import ThemeState, recurrence
from inspection.timeline import context, timeline
from inspection.vocabulary import EmptyKind
from tests.inspection import samples as s

FIRST = s.inspection(
    "eastshire-first",
    "cp-2014",
    fieldwork={"start": "2018-01-08", "end": "2018-01-18"},
    published="2018-06-28",
    findings=(s.finding("e-1"),),
)
REVIEW = s.inspection(
    "eastshire-review",
    "cp-2014",
    kind="post-inspection-review",
    published="2019",
    follows="eastshire-first",
    findings=(s.finding("e-2", kind="progress"),),
)
PEEL = s.inspection(
    "westshire-peel",
    grades=(s.grade(value="good"), s.grade("victim-service", empty="not-graded")),
)
EVENT = {
    "id": "event",
    "forces": ["eastshire"],
    "date": "2018-12",
    "title": "A <b>new</b> team",
    "summary": "It began.",
    "sources": s.SOURCES,
}
RECORD = s.record(FIRST, REVIEW, PEEL, context_events=[EVENT])
FORCES = ["eastshire", "westshire"]


def marks(figure) -> dict[str, tuple]:
    """Every mark of a timeline by the inspection it stands for: (symbol, day, lane height)."""
    return {
        key: (trace.marker.symbol[place], trace.x[place], trace.y[place])
        for trace in figure.data
        if trace.customdata is not None
        for place, key in enumerate(trace.customdata)
    }


def test_a_timeline_has_one_mark_for_each_inspection_in_its_lane_by_programme():
    figure = timeline_figure(timeline(RECORD), LIGHT, FORCES)
    assert list(figure.layout.yaxis.ticktext) == [
        "child-protection · Eastshire",
        "peel · Westshire",
    ]
    assert marks(figure) == {
        "eastshire-first": ("circle", dt.date(2018, 6, 28), 0),
        "eastshire-review": ("triangle-down-open", dt.date(2019, 7, 2), 0),
        "westshire-peel": ("hexagon", dt.date(2022, 9, 15), 1),
    }


def test_a_follow_up_is_joined_to_what_it_follows_and_imprecise_dates_are_dotted():
    figure = timeline_figure(timeline(RECORD), LIGHT, FORCES)
    (join,) = [t for t in figure.data if t.name == "followed up by"]
    assert list(join.x[:2]) == [dt.date(2018, 6, 28), dt.date(2019, 7, 2)]
    bars = {t.line.dash: list(t.x) for t in figure.data if t.mode == "lines" and not t.name}
    assert bars["solid"][:2] == [dt.date(2018, 1, 8), dt.date(2018, 1, 18)]
    assert bars["dot"][:2] == [dt.date(2019, 1, 1), dt.date(2019, 12, 31)]


def test_visits_published_on_one_day_stand_apart_in_their_lane():
    same = [
        s.inspection(f"eastshire-{month}", "cp-2014", published="2013-07-12",
                     fieldwork={"start": f"2013-0{month}", "end": f"2013-0{month}"})
        for month in (1, 3, 6)
    ]  # fmt: skip
    heights = [
        y for _, _, y in marks(timeline_figure(timeline(s.record(*same)), LIGHT, FORCES)).values()
    ]
    assert heights == [-0.32, 0.0, 0.32]


def test_a_timeline_names_the_kind_in_the_key_and_escapes_what_comes_from_the_record():
    figure = timeline_figure(timeline(RECORD), LIGHT, FORCES, context(RECORD))
    shown = {t.name for t in figure.data if t.showlegend is not False and t.name}
    assert {"Inspection", "Post-inspection review", "PEEL assessment", "Context event"} <= shown
    (events,) = [t for t in figure.data if t.name == "Context event"]
    assert "A &lt;b&gt;new&lt;/b&gt; team" in events.text[0]


def test_the_heatmap_prints_the_word_in_every_cell_and_colours_by_grade_or_kind_of_empty():
    grid = grading_blocks(RECORD, "westshire", "peel")[0]
    figure = grading_heatmap(grid, LIGHT)
    heat = figure.data[0]
    assert list(figure.layout.yaxis.ticktext) == [
        "Investigating crime",
        "Managing offenders",
        "Victim service",
    ]
    assert [[CODES[int(code)] for code in row] for row in heat.z] == [
        ["good"],
        ["not-found"],
        ["not-graded"],
    ]
    words = {(a.x, a.y): a.text for a in figure.layout.annotations}
    assert words == {
        (0, 0): "Good",
        (0, 1): "<i>Not found by us</i>",
        (0, 2): "<i>Not graded</i>",
    }
    frames = {
        tuple(key): trace.marker.pattern.shape
        for trace in figure.data[1:]
        for key in trace.customdata
    }
    assert frames == {
        ("investigating-crime", "peel-2022"): "",
        ("managing-offenders", "peel-2022"): ".",
        ("victim-service", "peel-2022"): "-",
    }


def test_every_kind_of_empty_has_a_pattern_of_its_own_and_a_carried_judgement_one_too():
    shapes = [EMPTY_PATTERNS[kind.value] for kind in EmptyKind]
    assert len(set(shapes)) == len(EmptyKind)
    assert EMPTY_PATTERNS["carried"] == EMPTY_PATTERNS[EmptyKind.CARRIED_FORWARD.value]


def test_neighbouring_cells_are_parted_by_a_line_that_stands_out_from_the_page():
    for palette in (LIGHT, DARK):
        assert contrast(palette.quiet, palette.ground) >= 3


def test_a_wall_is_drawn_between_columns_that_cannot_be_compared_and_only_there():
    figure = grading_heatmap(grading_grid(RECORD, "westshire", "peel"), LIGHT)
    assert [(shape.x0, shape.line.color) for shape in figure.layout.shapes] == [(1.5, LIGHT.wall)]
    assert [a.text for a in figure.layout.annotations if a.yref == "paper"] == ["not<br>comparable"]


def test_the_recurrence_chart_sets_both_forces_on_one_theme_axis_with_a_shape_for_each_state():
    rows = [(f, recurrence(RECORD, f, ["child-protection"])) for f in ("eastshire",)]
    figure = recurrence_figure(rows, DARK)
    assert list(figure.layout.yaxis.ticktext) == ["Missing children", "Risk recognition"]
    found = {tuple(key): trace.marker.symbol for trace in figure.data for key in trace.customdata}
    assert found == {
        ("missing-children", "eastshire-first"): STATE_MARKS[ThemeState.RAISED],
        ("missing-children", "eastshire-review"): STATE_MARKS[ThemeState.PROGRESS],
        ("risk-recognition", "eastshire-first"): STATE_MARKS[ThemeState.NOT_KNOWN],
        ("risk-recognition", "eastshire-review"): STATE_MARKS[ThemeState.NOT_KNOWN],
    }
    assert list(figure.layout.xaxis.ticktext) == ["Jan 2018", "2019"]


def test_every_state_has_a_shape_of_its_own():
    assert len(set(STATE_MARKS.values())) == len(ThemeState)


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("grade", GRADE_COLOURS)
def test_the_word_in_a_grade_cell_stands_out_from_its_ground(grade):
    assert contrast(*GRADE_COLOURS[grade]) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_word_in_an_empty_cell_stands_out_from_its_ground(palette):
    for grounds in EMPTY_COLOURS.values():
        assert contrast(palette.quiet, grounds[palette.is_dark]) >= 4.5


def test_grades_darken_as_they_worsen():
    shades = [luminance(ground) for ground, _ in GRADE_COLOURS.values()]
    assert shades == sorted(shades, reverse=True)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_ink_and_marks_stand_out_on_a_light_and_a_dark_page(palette):
    for colour in (palette.ink, palette.quiet, palette.wall, palette.context, *palette.forces):
        assert contrast(colour, palette.ground) >= 4.5
