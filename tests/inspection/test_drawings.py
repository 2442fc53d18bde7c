"""Drawings for print: every word in its place, nothing over anything else, all of it told in words."""

import datetime as dt
import re
import xml.etree.ElementTree as ET

from inspection.drawing_marks import state_mark
from inspection.drawing_parts import lines_of, width_of
from inspection.drawings import grades_drawing, themes_drawing, timeline_drawing
from inspection.grade_cells import GradeCell
from inspection.grading import CycleColumn, GradingGrid, Wall, grading_grid
from inspection.recurrence import recurrence, theme_lines
from inspection.theme_states import ThemeState
from inspection.timeline import TimelineRow, timeline
from inspection.vocabulary import EmptyKind, InspectionKind

HOSTILE = '<script>x</script> & "y"'


def row(id, published, to=None, fieldwork=None, lane="Child protection", **fields):
    first, last = dt.date.fromisoformat(published), dt.date.fromisoformat(to or published)
    begun, ended = map(dt.date.fromisoformat, fieldwork) if fieldwork else (None, None)
    parts = {
        "inspection": id,
        "force": "eastshire",
        "force_name": "Eastshire Police",
        "title": id,
        "programme": "p",
        "lane": lane,
        "lane_place": 0,
        "kind": InspectionKind.INSPECTION,
        "when": "",
        "fieldwork": "",
        "fieldwork_from": begun,
        "fieldwork_to": ended,
        "fieldwork_is_exact": False,
        "published": "that day",
        "published_from": first,
        "published_to": last,
        "linked_to": None,
        "link": "",
        "judgement": "",
    }
    return TimelineRow(**(parts | fields))


def parsed(drawing):
    return ET.fromstring(drawing.svg)


def said(drawing):
    return [element.text for element in parsed(drawing).iter() if element.tag.endswith("text")]


def boxes(drawing):
    """Every text of a drawing as left, right, foot and words."""
    for element in parsed(drawing).iter():
        if element.tag.endswith("text"):
            size, x = float(element.get("font-size")), float(element.get("x"))
            wide = width_of(element.text, size, element.get("font-weight") == "600")
            back = {"start": 0, "middle": wide / 2, "end": wide}[element.get("text-anchor")]
            yield x - back, x - back + wide, float(element.get("y")), element.text


def collisions(drawing):
    found = sorted(boxes(drawing))
    return [
        (a[3], b[3])
        for place, a in enumerate(found)
        for b in found[place + 1 :]
        if b[0] < a[1] - 0.1 and abs(a[2] - b[2]) < 6
    ]


def test_a_timeline_labels_each_inspection_with_when_it_was_published():
    drawn = timeline_drawing(
        [
            row("a", "2018-07-26"),
            row("b", "2014-08-01", "2014-08-31"),
            row("c", "2012-01-01", "2012-12-31", kind=InspectionKind.JOINT),
        ]
    )
    assert {"26 Jul 2018", "Aug 2014", "2012", "Child protection"} <= set(said(drawn))
    assert {"Inspection", "Joint inspection"} <= set(said(drawn))
    assert "Revisit" not in said(drawn)
    assert drawn.alt == (
        "Timeline of 3 inspections. Child protection, Eastshire Police: inspection published that "
        "day; inspection published that day; joint inspection published that day."
    )


def test_inspections_of_one_day_stand_beneath_one_another():
    drawn = timeline_drawing([row(name, "2013-07-12") for name in "abcd"])
    feet = [foot for _, _, foot, words in boxes(drawn) if words == "12 Jul 2013"]
    assert len(set(feet)) == 4
    assert min(b - a for a, b in zip(sorted(feet), sorted(feet)[1:], strict=False)) == 13
    assert collisions(drawn) == []


def test_a_label_at_the_right_edge_stands_left_of_its_mark():
    drawn = timeline_drawing([row("a", "2012-01-02"), row("b", "2025-12-30")])
    assert max(right for _, right, _, _ in boxes(drawn)) <= drawn.width


def test_fieldwork_of_unknown_days_is_a_dashed_bar_that_ends_with_the_report():
    drawn = timeline_drawing([row("a", "2014-07-22", fieldwork=("2014-01-01", "2014-12-31"))])
    bars = [e for e in parsed(drawn).iter() if e.get("stroke-dasharray")]
    year = (480 - 92 - 4) / 365
    assert float(bars[0].get("width")) == round(202 * year, 2)
    assert "Fieldwork, days not known" in said(drawn)


def test_no_words_of_the_published_timelines_lie_over_others(published_record):
    for force in published_record.forces:
        drawn = timeline_drawing(timeline(published_record, [force.id]))
        assert collisions(drawn) == []
        assert all(left >= 0 and right <= drawn.width for left, right, _, _ in boxes(drawn))


def cell(value, label, empty=None, cycle="old", **fields):
    return GradeCell("eastshire", "q", "Responding", cycle, value, label, empty, **fields)


def grid(*cells, walls=()):
    columns = tuple(CycleColumn(c.cycle, c.cycle.title(), "", (), "1 May 2018") for c in cells)
    return GradingGrid("eastshire", "peel", columns, (cells,), walls)


def test_every_cell_holds_the_word_of_its_grade_or_its_kind_of_empty():
    drawn = grades_drawing(
        grid(
            cell("good", "Good"),
            cell(None, "Not found by us", EmptyKind.NOT_FOUND, "mid"),
            cell("adequate", "Adequate", cycle="new", first_label="Good", revised="8 May 2024"),
        )
    )
    words = said(drawn)
    assert {"Responding", "Old", "Mid", "New", "Good", "Not found by us", "Adequate"} <= set(words)
    assert "first Good, changed 8 May" in " ".join(words)
    dashed = [e for e in parsed(drawn).iter() if e.get("stroke-dasharray")]
    assert len(dashed) == 1
    assert drawn.alt == (
        "Grid of grades, 1 question by 3 cycles. Responding: Old good; Mid not found by us; "
        "New adequate (first published as good, changed 8 may 2024)."
    )


def test_where_nothing_is_entered_the_edge_is_fainter_than_where_nothing_was_found():
    empties = (EmptyKind.NOT_FOUND, EmptyKind.NOT_ENTERED)
    for layout in ("wide", "narrow"):
        edges = []
        for kind in empties:
            drawn = grades_drawing(grid(cell(None, kind.label, kind)))
            svg = parsed(drawn) if layout == "wide" else ET.fromstring(drawn.narrow)
            (edge,) = [e for e in svg.iter() if e.get("stroke-dasharray")]
            edges.append((edge.get("class"), edge.get("stroke-dasharray")))
            assert kind.label in said(drawn)
        found, entered = edges
        assert "line-edge" in found[0]
        assert "line-hair" in entered[0]
        assert entered[1] == "0.8 3"


def test_a_wall_says_that_grades_cannot_be_compared():
    cells = (cell("good", "Good"), cell("good", "Good", cycle="new"))
    drawn = grades_drawing(grid(*cells, walls=(Wall("old", "new", None),)))
    assert said(drawn).count("cannot be compared") == 1
    heavy = [e for e in parsed(drawn).iter() if e.get("stroke-width") == "2.2"]
    assert [(e.get("x1"), e.get("x2")) for e in heavy] == [("362", "362")]
    assert "Grades of Old and New cannot be compared." in drawn.alt


def test_worse_grades_are_darker_in_grey():
    grades = ("outstanding", "good", "adequate", "requires-improvement", "inadequate")
    drawn = grades_drawing(grid(*(cell(g, g.title(), cycle=g) for g in grades)))
    grounds = [e.get("fill") for e in parsed(drawn).iter() if e.tag.endswith("rect")]
    light = [sum(w * int(c[i : i + 2], 16) for w, i in ((3, 1), (6, 3), (1, 5))) for c in grounds]
    assert len(light) == 5
    assert light == sorted(light, reverse=True)


def test_no_words_of_the_published_grades_lie_over_others(published_record):
    drawn = [
        grades_drawing(grading_grid(published_record, force.id, programme.id))
        for force in published_record.forces
        for programme in published_record.programmes
    ]
    assert [collisions(one) for one in drawn if collisions(one)] == []


def test_themes_show_a_mark_for_each_look_and_tell_them_in_words(published_record):
    force = published_record.forces[0]
    lines = theme_lines({force.id: recurrence(published_record, force.id)})
    drawn = themes_drawing(lines, {force.id: force.short_name})
    assert {line.theme_name.split()[0] for line in lines} <= {
        words.split()[0] for words in said(drawn)
    }
    assert {"Raised", "Progress", "Strength", "Not known"} <= set(said(drawn))
    assert all(line.theme_name in drawn.alt for line in lines)
    assert collisions(drawn) == []


def test_a_force_without_a_look_at_a_theme_says_so(published_record):
    first, second = published_record.forces
    rows = recurrence(published_record, first.id)[:1]
    drawn = themes_drawing(
        theme_lines({first.id: rows, second.id: ()}),
        {first.id: first.short_name, second.id: second.short_name},
    )
    assert "None of these inspections looks at this." in said(drawn)
    assert first.short_name in said(drawn)


def test_hostile_words_stay_words():
    drawn = timeline_drawing([row("a", "2018-07-26", lane=HOSTILE)])
    assert "".join(said(drawn)).replace(" ", "").count(HOSTILE.replace(" ", "")) == 1
    assert re.search("<script", drawn.svg) is None


def test_nothing_to_draw_is_said():
    assert said(timeline_drawing([])) == ["No inspection is in the record."]
    assert said(grades_drawing(GradingGrid("e", "p", (), (), ()))) == ["No grade is in the record."]
    assert said(themes_drawing([], {})) == ["No theme is in the record."]


def test_lines_are_broken_to_the_width_and_long_words_are_cut():
    assert lines_of("Requires improvement", 8, 50) == ["Requires", "improvement"]
    assert all(width_of(line, 8) <= 50 for line in lines_of("x" * 40, 8, 50))
    assert "".join(lines_of("x" * 40, 8, 50)) == "x" * 40


def test_every_state_of_a_theme_has_a_mark_of_its_own():
    marks = {state_mark(state, 0, 0) for state in ThemeState}
    assert len(marks) == len(ThemeState)
