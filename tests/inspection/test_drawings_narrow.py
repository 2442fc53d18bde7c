"""Drawings laid out for a narrow screen: no wider than it, words large enough to read, nothing lost."""

import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from inspection.document import document_data
from inspection.document_pdf import document_pdf
from inspection.drawing_parts import width_of
from inspection.drawing_timeline_narrow import apart
from inspection.drawings import grades_drawing, themes_drawing, timeline_drawing
from inspection.grading import GradingGrid, Wall, grading_blocks, grading_grid
from inspection.look import DRAWN, GRADES, dashboard_rules, document_rules, drawing_rules, on_paper
from inspection.recurrence import recurrence, theme_lines
from inspection.theme_states import ThemeState
from inspection.timeline import timeline
from inspection.vocabulary import EmptyKind, InspectionKind
from tests.inspection.sample_document import document
from tests.inspection.test_drawings import cell, grid, row


def elements(svg, tag):
    return [element for element in ET.fromstring(svg).iter() if element.tag.endswith(f"}}{tag}")]


def placed(svg):
    """The words of a drawing with where they begin and the foot they stand on."""
    return [(e.text, float(e.get("x")), float(e.get("y"))) for e in elements(svg, "text")]


def said(svg):
    return [words for words, _, _ in placed(svg)]


def spans(svg):
    """Every text as left, right, foot, size and words."""
    for e in elements(svg, "text"):
        size, x = float(e.get("font-size")), float(e.get("x"))
        wide = width_of(e.text, size, e.get("font-weight") == "600")
        back = {"start": 0, "middle": wide / 2, "end": wide}[e.get("text-anchor")]
        yield x - back, x - back + wide, float(e.get("y")), size, e.text


def faults(svg):
    """Words over others, out of the drawing, or too small to read on a telephone."""
    found = sorted(spans(svg))
    outside = [s[4] for s in found if s[0] < 0 or s[1] > 340.01]
    small = [s[4] for s in found if s[3] < 11.5]
    over = [
        (a[4], b[4])
        for place, a in enumerate(found)
        for b in found[place + 1 :]
        if b[0] < a[1] - 0.1 and abs(a[2] - b[2]) < 11
    ]
    return outside + small + over


def test_time_runs_down_and_words_stand_beside_the_day():
    svg = timeline_drawing([row("a", "2014-12-31"), row("b", "2014-01-01")]).narrow
    # A year of 1.3 times the 40 points of its words, from y = 10 on; words stand 4.2 below the day.
    assert placed(svg)[:5] == [
        ("2014", 0, 23),
        ("1 Jan 2014", 73, 14.2),
        ("Inspection", round(73 + width_of("1 Jan 2014", 12, bold=True) + 7, 2), 14.2),
        ("31 Dec 2014", 73, 66.06),
        ("Inspection", round(73 + width_of("31 Dec 2014", 12, bold=True) + 7, 2), 66.06),
    ]
    days = [(e.get("x"), e.get("y")) for e in elements(svg, "rect") if e.get("width") == "4"]
    assert days == [("35", "8"), ("35", "59.86")]


def test_beside_a_day_stands_the_programme_or_the_kind_where_all_are_of_one_programme():
    rows = [row("a", "2018-07-26"), row("b", "2019-07-24", kind=InspectionKind.REVISIT)]
    words = said(timeline_drawing(rows).narrow)
    assert (words.count("Revisit"), words.count("Child protection")) == (2, 0)
    rows[1] = replace(rows[1], lane="Custody")
    words = said(timeline_drawing(rows).narrow)
    assert (words.count("Revisit"), words.count("Custody")) == (1, 1)
    assert words.count("Child protection") == 1


def test_a_programme_too_long_for_the_line_of_its_date_stands_below_it():
    lane = "Vulnerability of children and young people"
    svg = timeline_drawing([row("a", "2014-01-01", lane=lane), row("b", "2014-12-31")]).narrow
    # After the year: the date, the programme in lines of 15 points, the next date.
    assert placed(svg)[1:4] == [
        ("1 Jan 2014", 73, 14.2),
        (lane, 73, 29.2),
        ("31 Dec 2014", 73, 80.02),
    ]
    assert faults(svg) == []


def test_a_force_is_named_where_there_are_several():
    rows = [row("a", "2018-07-26"), row("b", "2018-07-27", force="w", force_name="Westshire")]
    words = said(timeline_drawing(rows).narrow)
    assert "Inspection, Westshire" in words
    assert "Inspection, Eastshire Police" in words


def test_words_that_would_meet_stand_together_about_their_days():
    assert apart([20, 60], [20, 20], 0) == [12.5, 52.5]
    assert apart([50, 50], [20, 20], 0) == [32.5, 52.5]
    assert apart([50, 50, 80], [20, 20, 20], 0) == [32.5, 52.5, 72.5]
    assert apart([50, 50, 71], [20, 20, 20], 0) == [29.5, 49.5, 69.5]
    assert apart([5, 5], [20, 35], 2.5) == [2.5, 22.5]


def test_a_fine_line_leads_from_the_day_to_the_mark_beside_its_words():
    svg = timeline_drawing([row(name, "2013-07-12") for name in "abc"]).narrow
    leads = [e for e in elements(svg, "line") if (e.get("x1"), e.get("x2")) == ("37", "63")]
    marks = [
        float(e.get("transform").split()[1].rstrip(")"))
        for e in elements(svg, "g")
        if e.get("transform").startswith("translate(63 ")
    ]
    # The day is the 192nd of 365 of a year of 60 * 1.3 = 78 points, but no more than 66.
    assert {e.get("y1") for e in leads} == {"44.72"}
    assert marks == [float(e.get("y2")) for e in leads] == [24.72, 44.72, 64.72]


def test_fieldwork_stands_along_the_line_up_to_the_day_of_publication():
    svg = timeline_drawing([row("a", "2014-07-22", fieldwork=("2014-01-01", "2014-12-31"))]).narrow
    bar, _ = [e for e in elements(svg, "rect") if e.get("stroke-dasharray")]
    assert (bar.get("x"), bar.get("y"), bar.get("height")) == ("36.5", "10", "16.6")
    assert "Fieldwork, days not known" in said(svg)


def test_fieldwork_at_one_time_stands_on_tracks_of_its_own():
    known = {"fieldwork_is_exact": True}
    svg = timeline_drawing(
        [
            row("a", "2014-07-22", fieldwork=("2014-01-01", "2014-02-01"), **known),
            row("b", "2014-08-22", fieldwork=("2014-06-01", "2014-07-01"), **known),
            row("c", "2015-08-22", fieldwork=("2015-06-01", "2015-07-01"), **known),
        ]
    ).narrow
    bars = [e.get("x") for e in elements(svg, "rect") if e.get("fill") == on_paper("fieldwork")]
    assert bars[:3] == ["44.5", "36.5", "44.5"]


def test_a_day_that_is_not_known_is_a_line_over_all_the_days_it_may_be():
    svg = timeline_drawing([row("a", "2014-01-01", "2014-12-31")]).narrow
    [spread] = [e for e in elements(svg, "line") if e.get("stroke-width") == "2.6"]
    assert (spread.get("y1"), spread.get("y2")) == ("10", "39.92")


def test_the_question_stands_above_its_cells_and_each_cell_names_its_cycle():
    svg = grades_drawing(grid(cell("good", "Good"), cell("good", "Good", cycle="new"))).narrow
    feet = {words: foot for words, _, foot in placed(svg)}
    assert feet["Responding"] < min(float(e.get("y")) for e in elements(svg, "rect"))
    assert said(svg).count("Old") == said(svg).count("New") == 2
    lefts = [(e.get("x"), e.get("width")) for e in elements(svg, "rect")]
    assert lefts == [("0.5", "164.5"), ("175", "164.5")]


def test_more_than_four_cycles_stand_in_several_lines_evenly_filled():
    cells = [cell("requires-improvement", "Requires improvement", cycle=c) for c in "abcde"]
    svg = grades_drawing(grid(*cells)).narrow
    lefts = [round(float(e.get("x"))) for e in elements(svg, "rect")]
    assert lefts == [0, 117, 233, 0, 117]
    assert len({e.get("y") for e in elements(svg, "rect")}) == 2
    assert faults(svg) == []


def test_a_wall_says_its_words_between_the_cycles_and_stands_between_their_cells():
    cells = (cell("good", "Good"), cell("good", "Good", cycle="new"))
    svg = grades_drawing(grid(*cells, walls=(Wall("old", "new", None),))).narrow
    assert said(svg)[:5] == ["Old", "1 May 2018", "cannot be compared", "New", "1 May 2018"]
    heavy = [(e.get("x1"), e.get("x2")) for e in elements(svg, "line")
             if e.get("stroke-width") == "2.2"]  # fmt: skip
    assert len(heavy) == 3
    assert heavy[2] == ("170", "170")


def test_a_wall_between_two_lines_of_cells_lies_between_them():
    cells = [cell("good", "Good", cycle=c) for c in "abcde"]
    svg = grades_drawing(grid(*cells, walls=(Wall("c", "d", None),))).narrow
    wall = [e for e in elements(svg, "line") if e.get("stroke-width") == "2.2"][-1]
    assert (wall.get("x1"), wall.get("x2")) == ("0", "340")
    tops = sorted({float(e.get("y")) for e in elements(svg, "rect")})
    assert tops[0] < float(wall.get("y1")) < tops[1]


def test_an_only_cycle_is_named_once():
    svg = grades_drawing(grid(cell(None, "Not found by us", EmptyKind.NOT_FOUND))).narrow
    assert said(svg) == ["Old", "1 May 2018", "Responding", "Not found by us"]


def test_each_theme_has_its_years_above_its_marks(published_record):
    force = published_record.forces[0]
    lines = theme_lines({force.id: recurrence(published_record, force.id)})
    svg = themes_drawing(lines, {force.id: force.short_name}).narrow
    cells = [c for line in lines for c in line.rows[0].cells]
    years = {c.year for c in cells}
    words = said(svg)
    assert all(words.count(f"’{year % 100}") == len(lines) for year in years)
    silent = {(c.theme, c.year) for c in cells if c.state is ThemeState.NOT_LOOKED_AT}
    spoken = [(c.theme, c.year) for c in cells if c.state is not ThemeState.NOT_LOOKED_AT]
    keys = len({c.state for c in cells}) + 1
    drawn = len(elements(svg, "g")) - keys
    assert drawn == len(spoken) + len(silent - set(spoken))


def test_marks_of_one_year_stand_beside_and_beneath_one_another(published_record):
    force = published_record.forces[0]
    [line, *_] = theme_lines({force.id: recurrence(published_record, force.id)})
    [looks] = line.rows
    first = next(c for c in looks.cells if c.state is not ThemeState.NOT_LOOKED_AT)
    years = tuple(
        replace(first, began=replace(first.began, year=2000 + place)) for place in range(14)
    )
    many = replace(line, rows=(replace(looks, cells=(*years, *([years[0]] * 2))),))
    svg = themes_drawing([many], {force.id: force.short_name}).narrow
    wide = 340 / 14
    at = [
        tuple(float(part) for part in re.findall(r"[\d.]+", e.get("transform"))[:2])
        for e in elements(svg, "g")
    ][:4]
    top = at[0][1]
    assert at == [
        (round(wide / 2 - 6, 2), top),
        (round(wide / 2 + 6, 2), top),
        (round(wide / 2, 2), top + 12),
        (round(wide * 1.5, 2), top),
    ]


def test_a_force_that_did_not_look_says_so_below_its_name(published_record):
    first, second = published_record.forces
    rows = recurrence(published_record, first.id)[:1]
    names = {first.id: first.name, second.id: second.name}
    svg = themes_drawing(theme_lines({first.id: rows, second.id: ()}), names).narrow
    words = said(svg)
    assert words[words.index(second.name) + 1] == "None of these inspections looks at this."


def every_drawing(record):
    for force in record.forces:
        yield timeline_drawing(timeline(record, [force.id]))
        for inspected in timeline(record, [force.id]):
            yield timeline_drawing([inspected])
        for programme in record.programmes:
            yield grades_drawing(grading_grid(record, force.id, programme.id))
            for found in grading_blocks(record, force.id, programme.id):
                yield grades_drawing(found)
        lines = theme_lines({force.id: recurrence(record, force.id)})
        yield themes_drawing(lines, {force.id: force.name})
    both = theme_lines({force.id: recurrence(record, force.id) for force in record.forces})
    yield themes_drawing(both, {force.id: force.name for force in record.forces})


def test_no_words_of_the_published_drawings_are_hidden_small_or_out_of_sight(published_record):
    drawn = [one.narrow for one in every_drawing(published_record)]
    assert len(drawn) > 80
    assert [faults(svg) for svg in drawn if faults(svg)] == []
    assert {svg.split('viewBox="0 0 ')[1].split()[0] for svg in drawn} == {"340"}
    for svg in drawn:
        tall = float(re.search(r'viewBox="0 0 340 ([\d.]+)"', svg)[1])
        assert all(foot + 2 <= tall for _, _, foot in placed(svg))


def test_nothing_to_draw_is_said():
    assert said(timeline_drawing([]).narrow) == ["No inspection is in the record."]
    empty = GradingGrid("e", "p", (), (), ())
    assert said(grades_drawing(empty).narrow) == ["No grade is in the record."]
    assert said(themes_drawing([], {}).narrow) == ["No theme is in the record."]


def test_every_colour_is_one_that_a_page_replaces_or_one_of_a_grade(published_record):
    graded = {colour for pair in GRADES.values() for colour in pair}
    for one in every_drawing(published_record):
        for svg in (one.svg, one.narrow):
            for element in ET.fromstring(svg).iter():
                names = dict(c.split("-", 1) for c in (element.get("class") or "").split())
                for attribute, kind in (("fill", "fill"), ("stroke", "line")):
                    value = element.get(attribute)
                    if kind in names:
                        assert names[kind] in DRAWN
                        assert value == on_paper(names[kind])
                    else:
                        assert value in {None, "none", *graded}


def test_a_grade_keeps_its_ground_and_its_ink_and_an_empty_cell_follows_the_page():
    drawn = grades_drawing(grid(cell("good", "Good"), cell(None, "Not graded", cycle="new")))
    for svg in (drawn.svg, drawn.narrow):
        good, empty = elements(svg, "rect")
        assert (good.get("fill"), good.get("class")) == ("#9fd0d6", "line-hair")
        assert empty.get("class") == "fill-ground line-edge"
        words = {e.text: (e.get("fill"), e.get("class")) for e in elements(svg, "text")}
        assert words["Good"] == ("#1b2430", None)
        assert words["Not graded"] == (on_paper("quiet"), "fill-quiet")


@pytest.mark.parametrize("rules", [document_rules, dashboard_rules])
def test_pages_give_drawings_their_colours_and_show_the_one_that_has_room(rules):
    lines = rules().splitlines()
    assert drawing_rules() in rules()
    assert ".drawing .fill-ink { fill: var(--ink); }" in lines
    assert ".drawing .line-wall { stroke: var(--wall); }" in lines
    assert ".drawing .narrow { display: none; max-width: 30rem; }" in lines
    screen = lines.index("@media screen {")
    assert lines[screen + 1].split("{ ", 1) == [
        "  @container (max-width: 41rem) ",
        ".drawing .wide { display: none; } .drawing .narrow { display: block; } }",
    ]


def test_paper_and_data_hold_the_wide_drawing_only():
    drawn = timeline_drawing([row("a", "2014-01-01")])
    alone = document(replace(drawn, narrow=""))
    both = document(drawn)
    assert document_pdf(both) == document_pdf(alone)
    assert document_data(both) == document_data(alone)
    [block] = json.loads(document_data(both))["blocks"]
    assert block["svg"] == drawn.svg
