"""A chart on a page: two layouts as data, its description, and where its marks lead."""

import json
import re
from dataclasses import replace
from html import unescape

from plotly.graph_objects import Figure
from streamlit.testing.v1 import AppTest

from components.charted import chart
from components.charts import laid_out
from inspection.timeline import timeline, timeline_words
from tests.components.test_charts import RECORD


def chart_page():
    from components.charted import MARK_OF, chart
    from components.charts import laid_out
    from inspection.addresses import Place

    def figure(height, taller, *, narrow):
        from plotly.graph_objects import Figure

        return laid_out(Figure(), height + taller * narrow)

    leads = Place("inspection", MARK_OF)
    chart(figure, (200, 100), "plain", "What it shows: <all>.")
    chart(figure, (200, 0), "same", "The same.", leads_to=leads)


def attributes(html: str) -> dict[str, str]:
    found = re.findall(r"([a-z-]+)=(?:\"([^\"]*)\"|'([^']*)')", html)
    return {name: unescape(value or data) for name, value, data in found}


def test_a_chart_is_an_image_with_its_words_and_its_layouts_as_data():
    first, second = (
        attributes(e.value) for e in AppTest.from_function(chart_page).run().get("html")
    )
    assert (first["role"], first["aria-label"]) == ("img", "What it shows: <all>.")
    assert first["style"] == "--wide: 200px; --narrow: 300px"
    heights = [json.loads(first[name])["layout"]["height"] for name in ("data-wide", "data-narrow")]
    assert heights == [200, 300]
    assert "data-leads-to" not in first
    assert "data-narrow" not in second
    assert second["data-leads-to"] == "./inspection?id=mark-of-chart"


def quoting_page():
    from plotly.graph_objects import Figure

    from components.charted import chart

    def titled(words, **_narrow):
        return Figure(layout={"title": words})

    chart(titled, ("R&amp;D's <b>",), "quoting", "")


def test_what_words_of_a_chart_hold_comes_to_the_browser_as_it_is():
    (drawn,) = AppTest.from_function(quoting_page).run().get("html")
    assert json.loads(attributes(drawn.value)["data-wide"])["layout"]["title"] == {
        "text": "R&amp;D's <b>"
    }
    assert "<b>" not in drawn.value


def test_a_chart_of_the_same_rows_is_drawn_once_and_of_other_rows_anew():
    drawn = []

    def figure(rows, *, narrow):
        drawn.append((rows, narrow))
        return laid_out(Figure(), 200)

    first, others = timeline(RECORD)[:1], timeline(RECORD)[1:]
    for rows in (first, others, tuple(replace(row) for row in first)):
        chart(figure, (rows,), "chart", "")
    assert drawn == [(first, False), (first, True), (others, False), (others, True)]


def test_a_figure_carries_no_template_of_the_library_and_names_its_colours():
    first = attributes(AppTest.from_function(chart_page).run().get("html")[0].value)
    layout = json.loads(first["data-wide"])["layout"]
    assert layout["template"] == {}
    assert layout["font"] == {
        "color": "var(--ink)", "size": 13, "family": "Inspection Sans, sans-serif",
    }  # fmt: skip


def test_a_timeline_is_told_one_by_one_and_many_inspections_by_their_lanes():
    assert timeline_words(timeline(RECORD)) == (
        "Timeline of 3 inspections. child-protection, Eastshire Police: inspection published 28 June "
        "2018; post-inspection review published 2019. peel, Westshire Police: PEEL assessment "
        "published 15 September 2022."
    )
    rows = timeline(RECORD)[:1] * 13
    assert timeline_words(rows) == (
        "Timeline of 13 inspections. child-protection, Eastshire Police: 13, published from 28 June "
        "2018 to 28 June 2018."
    )
