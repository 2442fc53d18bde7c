"""Charts as a narrow screen has them: upright, words above their row, nothing on top of anything."""

import datetime as dt
from dataclasses import replace

from components.charts import NARROW, colour
from components.charts.grading_heatmap import grading_heatmap
from components.charts.register import register_figure
from components.charts.upright_timeline import MARK, YEARS, upright_timeline
from inspection.grading import grading_grid
from inspection.register import register
from inspection.timeline import context, timeline
from tests.components.test_charts import ASKED, FORCES, RECORD
from tests.inspection import samples as s


def marks(figure) -> dict[str, tuple]:
    """Where the mark of each inspection stands: (symbol, from the left, from the top)."""
    return {
        key: (trace.marker.symbol[place], trace.x[place], round(trace.y[place], 1))
        for trace in figure.data
        if trace.customdata is not None
        for place, key in enumerate(trace.customdata)
    }


def words(figure) -> dict[str, float]:
    """What stands beside the marks, and how far from the top its middle is."""
    return {a.text: round(a.y + a.ay, 1) for a in figure.layout.annotations}


def test_time_runs_down_with_a_column_for_each_force():
    figure = upright_timeline(timeline(RECORD), FORCES)
    column = (NARROW - YEARS) / 2
    assert list(figure.layout.yaxis.ticktext) == ["2018", "2019", "2020", "2021", "2022"]
    assert list(figure.layout.yaxis.tickvals) == [0, 35, 70, 104, 138]
    assert list(figure.layout.xaxis.ticktext) == [
        "<b>Eastshire Police</b>",
        "<b>Westshire Police</b>",
    ]
    assert marks(figure) == {
        "eastshire-first": ("circle", MARK, 17.0),
        "eastshire-review": ("triangle-down-open", MARK, 52.4),
        "westshire-peel": ("hexagon", column + MARK, 161.9),
    }
    assert figure.layout.yaxis.range == (172.0, 0)


def test_beside_a_mark_stand_its_date_and_its_programme_or_its_kind():
    both = upright_timeline(timeline(RECORD), FORCES)
    assert [a.text for a in both.layout.annotations] == [
        "28 Jun 2018,<br>child-protection",
        "2019,<br>child-protection",
        "15 Sep 2022, peel",
    ]
    rows = [row for row in timeline(RECORD) if row.force == "eastshire"]
    one = upright_timeline(rows, ["eastshire"])
    assert [a.text for a in one.layout.annotations] == [
        "28 Jun 2018, Inspection",
        "2019, Post-inspection review",
    ]


def many(count: int, day: str = "2016-12-08"):
    return s.record(*(s.inspection(f"eastshire-{n:02}", published=day) for n in range(count)))


def test_a_year_is_as_tall_as_its_words_need_and_no_words_lie_on_others():
    figure = upright_timeline(timeline(many(5)), ["eastshire"])
    assert figure.layout.yaxis.range == (5 * 20, 0)
    assert [round(a.y + a.ay) for a in figure.layout.annotations] == [10, 30, 50, 70, 90]
    (day,) = {round(a.y, 1) for a in figure.layout.annotations}
    assert day == round(100 * 342 / 366, 1)


def test_words_moved_from_their_mark_are_led_back_to_it_by_a_line():
    figure = upright_timeline(timeline(many(3)), ["eastshire"])
    led = [(a.arrowcolor, a.showarrow) for a in figure.layout.annotations]
    assert led[0] == (colour("edge"), True)
    one = upright_timeline(timeline(many(1)), ["eastshire"])
    assert one.layout.annotations[0].arrowcolor == "rgba(0,0,0,0)"


def of_more(*names: str):
    """The rows of two forces, and the first row again for each of these, on the same day."""
    rows = timeline(RECORD)
    return [
        *rows,
        *(
            replace(rows[0], inspection=name, force=name, force_name=f"{name.title()} Police")
            for name in names
        ),
    ]


def test_of_more_than_two_forces_each_has_a_lane_and_no_mark_lies_on_one_of_another():
    figure = upright_timeline(of_more("northshire"), [*FORCES, "northshire"])
    assert marks(figure) == {
        "eastshire-first": ("circle", MARK, 34.0),
        "eastshire-review": ("triangle-down-open", MARK, 86.9),
        "westshire-peel": ("hexagon", MARK + 18, 195.9),
        "northshire": ("circle", MARK + 36, 34.0),
    }
    four = upright_timeline(
        of_more("northshire", "southshire"), [*FORCES, "northshire", "southshire"]
    )
    of_a_day = [mark[1] for mark in marks(four).values() if mark[2] == marks(four)["southshire"][2]]
    assert sorted(of_a_day) == [MARK, MARK + 36, MARK + 54]


def test_lanes_are_headed_by_their_forces_in_steps_and_the_words_stand_right_of_all():
    figure = upright_timeline(of_more("northshire"), [*FORCES, "northshire"])
    assert figure.layout.xaxis.ticktext == ()
    heads = {a.text: (a.x, a.y) for a in figure.layout.annotations if not a.showarrow}
    assert heads == {
        "<b>Eastshire Police</b>": (72, -45),
        "<b>Westshire Police</b>": (72, -27),
        "<b>Northshire Police</b>": (72, -9),
    }
    depth, top = figure.layout.yaxis.range
    assert top == -54
    led = [(list(t.x), list(t.y), t.line.color) for t in figure.data if t.line.width == 1]
    assert led == [
        ([68, 22, 22], [-45, -45, depth], colour("force-1")),
        ([68, 40, 40], [-27, -27, depth], colour("force-2")),
        ([68, 58, 58], [-9, -9, depth], colour("force-3")),
    ]
    told = [a for a in figure.layout.annotations if a.showarrow]
    assert {a.x + a.ax for a in told} == {72}
    assert "Northshire Police, 28 Jun 2018,<br>child-protection" in [a.text for a in told]


def test_words_that_another_lane_parts_from_their_mark_are_led_back_to_it():
    names = ["westshire", "eastshire", "northshire"]
    rows = [row for row in of_more("northshire") if row.inspection != "eastshire-first"]
    figure = upright_timeline(rows, names)
    led = {a.text.split(",")[0]: a.arrowcolor for a in figure.layout.annotations if a.showarrow}
    assert led == {
        "Northshire Police": "rgba(0,0,0,0)",
        "Eastshire Police": colour("edge"),
        "Westshire Police": colour("edge"),
    }


def test_a_follow_up_is_a_bracket_beside_the_marks_and_fieldwork_a_bar():
    figure = upright_timeline(timeline(RECORD), FORCES)
    lines = [(t.line.width, t.line.dash, list(t.x), [round(y) for y in t.y])
             for t in figure.data if t.mode == "lines"]  # fmt: skip
    assert lines == [
        (7, "solid", [MARK, MARK], [1, 2]),
        (4, "dot", [MARK, MARK], [35, 70]),
        (1.2, "solid", [MARK, MARK - 8, MARK - 8, MARK], [17, 17, 52, 52]),
    ]


def test_context_events_are_dotted_lines_with_their_words_to_be_pointed_at():
    figure = upright_timeline(timeline(RECORD), FORCES, context(RECORD))
    (line,) = figure.layout.shapes
    assert round(line.y0, 1) == round(35 * 334 / 366, 1)
    (event,) = [t for t in figure.data if t.name == "Context event"]
    assert "A &lt;b&gt;new&lt;/b&gt; team" in event.text[0]


def test_questions_stand_above_their_cells_and_the_wall_crosses_no_words():
    figure = grading_heatmap(grading_grid(RECORD, "westshire", "peel"), narrow=True)
    assert list(figure.layout.yaxis.tickvals) == []
    above = [(a.text, a.y) for a in figure.layout.annotations if a.xref == "paper"]
    half = 54 / 94 / 2
    assert above[0] == ("Investigating", -half)
    assert [(shape.y0, shape.y1) for shape in figure.layout.shapes][0] == (-half, half)


def carried(cycles: int):
    """A grid of so many cycles with one judgement carried forward, of two words."""
    grid = grading_grid(RECORD, "westshire", "peel")
    column = grid.columns[0]
    told = {"label": "Requires improvement", "value": "requires-improvement", "empty": None}
    cell = replace(grid.cells[0][0], **told, carried_from="peel-2015")
    rows = tuple((cell,) * cycles for _ in grid.cells)
    return replace(grid, columns=(column,) * cycles, cells=rows, walls=())


def test_carried_forward_is_folded_where_cells_are_narrow_and_they_are_as_tall_as_it_needs():
    figure = grading_heatmap(carried(5), narrow=True)
    word = figure.layout.annotations[0]
    assert word.text == "<i>Requires<br>improvement<br>(carried<br>forward)</i>"
    assert figure.data[1].width == 64 / 104
    roomy = grading_heatmap(carried(3), narrow=True)
    told = "<i>Requires<br>improvement<br>(carried forward)</i>"
    assert roomy.layout.annotations[0].text == told
    assert roomy.data[1].width == 54 / 94
    assert grading_heatmap(carried(5)).layout.annotations[0].text == told


def test_items_of_the_register_stand_above_their_line_in_two_lines_at_most():
    figure = register_figure(register(ASKED), dt.date(2025, 12, 1), narrow=True)
    assert figure.layout.yaxis.ticktext == ("",)
    (label,) = figure.layout.annotations
    assert (label.text, label.y, label.yanchor) == ("Do this &amp; that.", 0, "bottom")
