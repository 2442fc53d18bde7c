"""Figures: categories in order, one mark for each row, words in hover text, no colour-only meaning."""

import dataclasses
import datetime as dt

from components.charts import colour, folded, force_colours
from components.charts.grading_heatmap import CODES, grading_heatmap
from components.charts.labels import NARROWEST, Mark, Scale, label_places
from components.charts.marks import EMPTY_PATTERNS, VOICE_MARKS
from components.charts.measured import measured_figure
from components.charts.register import register_figure, spoken_description
from components.charts.timeline import timeline_figure
from inspection.grading import grading_blocks, grading_grid
from inspection.measured import measured
from inspection.register import register
from inspection.timeline import context, timeline
from inspection.vocabulary import EmptyKind, Voice
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
    figure = timeline_figure(timeline(RECORD), FORCES)
    assert list(figure.layout.yaxis.ticktext) == [
        "child-protection · Eastshire Police",
        "peel · Westshire Police",
    ]
    assert marks(figure) == {
        "eastshire-first": ("circle", dt.date(2018, 6, 28), 0),
        "eastshire-review": ("triangle-down-open", dt.date(2019, 7, 2), 0),
        "westshire-peel": ("hexagon", dt.date(2022, 9, 15), 1),
    }


def test_a_follow_up_is_joined_to_what_it_follows_and_imprecise_dates_are_dotted():
    figure = timeline_figure(timeline(RECORD), FORCES)
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
    heights = [y for _, _, y in marks(timeline_figure(timeline(s.record(*same)), FORCES)).values()]
    assert heights == [-0.32, 0.0, 0.32]


def test_a_timeline_names_the_kind_in_the_key_and_escapes_what_comes_from_the_record():
    figure = timeline_figure(timeline(RECORD), FORCES, context(RECORD))
    shown = {t.name for t in figure.data if t.showlegend is not False and t.name}
    assert {"Inspection", "Post-inspection review", "PEEL assessment", "Context event"} <= shown
    (events,) = [t for t in figure.data if t.name == "Context event"]
    assert "A &lt;b&gt;new&lt;/b&gt; team" in events.text[0]


def test_the_heatmap_prints_the_word_in_every_cell_and_colours_by_grade_or_kind_of_empty():
    grid = grading_blocks(RECORD, "westshire", "peel")[0]
    figure = grading_heatmap(grid)
    heat = figure.data[0]
    assert list(figure.layout.yaxis.ticktext) == [
        "Investigating crime",
        "Managing offenders",
        "Victim service",
    ]
    assert [[CODES[int(code)] for code in row] for row in heat.z] == [
        ["good"],
        ["not-entered"],
        ["not-graded"],
    ]
    words = {(a.x, a.y): a.text for a in figure.layout.annotations}
    assert words == {
        (0, 0): "Good",
        (0, 1): "<i>Nothing entered</i>",
        (0, 2): "<i>Not graded</i>",
    }
    frames = {
        tuple(key): trace.marker.pattern.shape
        for trace in figure.data[1:]
        for key in trace.customdata
    }
    assert frames == {
        ("investigating-crime", "peel-2022"): "",
        ("managing-offenders", "peel-2022"): "+",
        ("victim-service", "peel-2022"): "-",
    }


def test_where_nothing_is_entered_the_pattern_is_sparser_and_fainter_than_for_not_found():
    record = s.record(
        s.inspection(grades=(s.grade(value="good"), s.grade("victim-service", empty="not-found")))
    )
    figure = grading_heatmap(grading_blocks(record, "eastshire", "peel")[0])
    words = {(a.x, a.y): a.text for a in figure.layout.annotations}
    assert words[(0, 1)] == "<i>Nothing entered</i>"
    drawn = {trace.name: trace.marker.pattern for trace in figure.data[1:]}
    assert (drawn["not-found"].shape, drawn["not-entered"].shape) == (".", "+")
    assert drawn["not-entered"].solidity < drawn["not-found"].solidity
    assert drawn["not-entered"].size > drawn["not-found"].size
    assert drawn["not-entered"].fgcolor == colour("hair")
    assert drawn["not-found"].fgcolor == colour("pattern")
    (entered,) = [trace for trace in figure.data[1:] if trace.name == "not-entered"]
    assert (
        entered.text[0]
        .replace("<br>", " ")
        .endswith("Whether this was asked and graded then is not in the record.")
    )


def test_every_kind_of_empty_has_a_pattern_of_its_own_and_a_carried_judgement_one_too():
    shapes = [EMPTY_PATTERNS[kind.value] for kind in EmptyKind]
    assert len(set(shapes)) == len(EmptyKind)
    assert EMPTY_PATTERNS["carried"] == EMPTY_PATTERNS[EmptyKind.CARRIED_FORWARD.value]


def test_a_wall_is_drawn_between_columns_that_cannot_be_compared_and_only_there():
    figure = grading_heatmap(grading_grid(RECORD, "westshire", "peel"))
    walls = {(shape.x0, shape.x1, shape.line.color) for shape in figure.layout.shapes}
    assert walls == {(1.5, 1.5, colour("wall"))}
    ends = [(shape.y0, shape.y1) for shape in figure.layout.shapes]
    assert ends == [(row - 0.5, row + 0.5) for row in range(5)]
    assert [a.text for a in figure.layout.annotations if a.yref == "paper"] == ["not<br>comparable"]


def share(**fields):
    return {"value": 80, "unit": "per cent of calls", "indicator": "calls"} | fields


def measured_record():
    first = s.inspection(
        "eastshire-2016",
        published="2016-12-08",
        findings=(s.finding("e-1", measure=share(margin=2, method="By <b>audit</b>.")),),
    )
    second = s.inspection(
        "eastshire-2018",
        published="2018",
        findings=(s.finding("e-2", measure=share(value=90, target=95, method="By <b>audit</b>.")),),
        statements=(
            s.statement("e-3", measure=share(value=0.4, unit="calls <a> head", other_unit=True)),
            s.statement("e-4", date="2018-03-04", measure=share(value=99, baseline=70)),
        ),
    )
    third = s.inspection("westshire-2022", findings=(s.finding("w-1", measure=share(value=60)),))
    about = {"id": "calls", "name": "Calls", "about": "Calls.", "theme": "missing-children"}
    return s.record(first, second, third, indicators=[about | {"unit": "per cent"}])


def measured_chart(forces=FORCES):
    (rows,) = measured(measured_record())
    return measured_figure(rows, forces)


def test_a_value_has_a_mark_by_voice_and_a_colour_by_force_in_the_panel_of_its_force():
    figure = measured_chart()
    found = {
        key: (trace.marker.symbol, trace.marker.color, trace.x[place], trace.y[place], trace.yaxis)
        for trace in figure.data
        for place, key in enumerate(trace.customdata if trace.customdata is not None else ())
    }
    east, west = force_colours(2)
    assert found == {
        "e-1": ("circle", east, dt.date(2016, 12, 8), 80, "y"),
        "e-2": ("circle", east, dt.date(2018, 7, 2), 90, "y"),
        "e-4": ("triangle-up", east, dt.date(2018, 3, 4), 99, "y"),
        "w-1": ("circle", west, dt.date(2022, 9, 15), 60, "y2"),
    }
    titles = [a.text for a in figure.layout.annotations if not a.showarrow]
    assert titles == ["<b>Eastshire Police</b>, per cent", "<b>Westshire Police</b>, per cent"]


def test_the_colour_of_a_force_is_its_own_whichever_forces_were_measured():
    west = dt.date(2022, 9, 15)
    figure = measured_chart(forces=["westshire", "eastshire"])
    (shade,) = {t.marker.color for t in figure.data if t.customdata is not None and west in t.x}
    assert shade == colour("force-1")


def test_the_key_names_voices_and_hollow_marks_without_the_colour_of_a_force():
    key = {t.name: (t.marker.symbol, t.marker.color) for t in measured_chart().data
           if t.showlegend is None}  # fmt: skip
    assert key == {
        "Inspectorate": ("circle", colour("quiet")),
        "Force": ("triangle-up", colour("quiet")),
        "Target": ("star-open", colour("quiet")),
        "Set against": ("cross-open", colour("quiet")),
    }


def test_only_values_by_the_same_method_are_joined_by_a_line():
    lines = [(list(t.x), list(t.y)) for t in measured_chart().data if t.name == "same method"]
    assert lines == [([dt.date(2016, 12, 8), dt.date(2018, 7, 2), None], [80, 90, None])]
    record = measured_record().model_copy(update={"inspections": measured_record().inspections[1:]})
    (rows,) = measured(record)
    assert [t.name for t in measured_figure(rows).data if t.name == "same method"] == []


def test_a_date_known_to_the_year_is_a_bar_and_a_margin_an_upright_one():
    figure = measured_chart()
    (bar,) = [t for t in figure.data if t.name == "days it can stand for"]
    assert list(bar.x) == [dt.date(2018, 1, 1), dt.date(2018, 12, 31), None]
    margins = {tuple(t.customdata): tuple(t.error_y.array) for t in figure.data
               if t.error_y.visible}  # fmt: skip
    assert margins == {("e-1", "e-2"): (2, 0)}


def test_every_value_is_written_beside_its_mark_and_the_axis_starts_at_zero():
    figure = measured_chart()
    labels = [a.text for a in figure.layout.annotations if a.showarrow]
    assert labels == ["80 ± 2", "99", "90", "target 95", "against 70", "60"]
    assert {axis.range for axis in (figure.layout.yaxis, figure.layout.yaxis2)} == {(0, 112.0)}
    assert figure.layout.xaxis.range == figure.layout.xaxis2.range


def test_the_hover_text_of_a_value_says_when_who_and_on_what_it_rests():
    (own,) = [t for t in measured_chart().data if list(t.customdata or ()) == ["e-4"]]
    assert own.text == (
        "<b>Eastshire Police</b><br>4 March 2018<br>"
        "Force: 99 per cent of calls, against 70<br>Basis: not in the record",
    )


def test_where_nothing_can_be_drawn_the_chart_is_empty():
    (rows,) = measured(measured_record(), forces=["eastshire"])
    none = [row for row in rows.rows if not row.is_drawn]
    assert [row.fact for row in none] == ["e-3"]
    figure = measured_figure(dataclasses.replace(rows, rows=tuple(none)))
    assert len(figure.data) == 0


def test_labels_on_the_narrowest_page_cover_no_mark_no_bar_and_no_other_label():
    scale = Scale(dt.date(2020, 1, 1), dt.date(2021, 1, 1), 100, 190)
    marks = [
        Mark(dt.date(2020, 6, 1), 50, "50"),
        Mark(dt.date(2020, 6, 3), 52, "52 (almost)"),
        Mark(dt.date(2020, 7, 20), 60, "0 of 52 young people missing again"),
        Mark(dt.date(2020, 1, 1), 100, "100", dt.date(2020, 1, 1), dt.date(2020, 12, 31)),
        Mark(dt.date(2020, 12, 31), 0, "none"),
    ]
    places = label_places(marks, scale)
    boxes = []
    for mark, (side, away) in zip(marks, places, strict=True):
        lines = folded(mark.label, 20).split("<br>")
        near = scale.x(mark.day) + 12 * side
        far = near + side * 7 * max(map(len, lines))
        middle, half = scale.y(mark.number) + away, 17 * len(lines) / 2
        boxes.append((min(near, far), middle - half, max(near, far), middle + half))
    assert [side for side, _ in places][3:] == [1, -1]
    for n, (left, top, right, bottom) in enumerate(boxes):
        assert 0 <= left < right <= NARROWEST
        assert bottom <= 190
        points = [(scale.x(mark.day), scale.y(mark.number)) for mark in marks]
        assert not any(left < x + 9 and x - 9 < right and top < y + 9 and y - 9 < bottom
                       for x, y in points)  # fmt: skip
        assert not any(left < r and x < right and top < b and y < bottom
                       for x, y, r, b in boxes[n + 1 :])  # fmt: skip


def test_a_label_leaves_the_bar_of_another_mark_free():
    scale = Scale(dt.date(2020, 1, 1), dt.date(2021, 1, 1), 100, 190)
    low = Mark(dt.date(2020, 4, 1), 88, "88")
    year = Mark(dt.date(2020, 7, 1), 100, "100", dt.date(2020, 1, 1), dt.date(2020, 12, 31))
    assert label_places([low], scale) == [(1, -16)]
    assert label_places([low, year], scale)[0] == (1, 16)


def test_every_voice_has_a_shape_of_its_own():
    assert set(VOICE_MARKS) == set(Voice)
    assert len(set(VOICE_MARKS.values())) == len(Voice)


ASKED = s.record(
    s.inspection(
        "eastshire-2018",
        "cp-2014",
        published="2018-06-28",
        recommendations=(
            s.recommendation(
                "e-r1",
                summary="Do this & that.",
                time_limit={"words": "within six months", "by": "2018-12"},
                statements=(
                    s.statement("e-r1-s1", "force", date="2019-01-02"),
                    s.statement("e-r1-s2", "inspectorate", date="2019-03"),
                    s.statement("e-r1-s3", "other", undated="The page has no date."),
                ),
            ),
        ),
    ),
    s.inspection("eastshire-2020", "cp-2014", published="2020-02-03", findings=(s.finding("e-9"),)),
)


def test_the_register_in_time_has_a_mark_for_each_dated_thing_and_a_shape_for_each_voice():
    figure = register_figure(register(ASKED), dt.date(2025, 12, 1))
    traces = {trace.name: trace for trace in figure.data if trace.name}
    assert {name: (list(t.x), t.marker.symbol) for name, t in traces.items()} == {
        "Asked or promised": ([dt.date(2018, 6, 28)], "circle-open"),
        "Due": ([dt.date(2018, 12, 16)], "line-ns"),
        "Force": ([dt.date(2019, 1, 2)], VOICE_MARKS[Voice.FORCE]),
        "Inspectorate": ([dt.date(2019, 3, 16)], VOICE_MARKS[Voice.INSPECTORATE]),
        "Next look at the theme": ([dt.date(2020, 2, 3)], "x-thin"),
    }
    assert [tuple(t.customdata) for t in traces.values()] == [("e-r1",)] * 5
    assert figure.layout.yaxis.ticktext == ("Do this &amp; that.",)
    assert figure.layout.shapes[0].x0 == "2025-12-01"


def test_an_uncertain_date_in_the_register_is_a_bar_over_the_days_it_can_be():
    figure = register_figure(register(ASKED), dt.date(2025, 12, 1))
    bar = next(trace for trace in figure.data if trace.mode == "lines")
    assert list(bar.x) == [
        dt.date(2018, 12, 1), dt.date(2018, 12, 31), None,
        dt.date(2019, 3, 1), dt.date(2019, 3, 31), None,
    ]  # fmt: skip


def test_the_chart_of_the_register_is_told_in_words():
    assert spoken_description(register(ASKED), dt.date(2025, 12, 1)) == (
        "Time chart of 1 item up to 1 December 2025: when each was asked, when it is due, and when "
        "somebody spoke of it (inspectorate, force). The table has the same in words."
    )
