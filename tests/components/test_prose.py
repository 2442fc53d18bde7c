"""Words and links as HTML: whatever comes from the record is escaped, whatever is ours is not."""

import pytest
from streamlit.testing.v1 import AppTest

from components.prose import (
    Html,
    html_of,
    inspection_link,
    joined_html,
    link,
    markup,
    source_links,
    unmarked,
)
from inspection.document import Run
from inspection.grade_cells import cell_of
from inspection.sheets.pieces import grade_words
from tests.inspection import samples as s

HOSTILE = '<script>alert("1")</script>'
SAFE = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;"


def test_text_is_escaped_once_and_html_is_left_alone():
    assert html_of(HOSTILE) == SAFE
    assert html_of(html_of(HOSTILE)) == SAFE
    assert joined_html([HOSTILE, Html("<b>ours</b>")], " & ") == f"{SAFE} &amp; <b>ours</b>"


def test_a_link_keeps_its_choices_in_the_address_and_its_label_harmless():
    assert link("history", HOSTILE, force="a&b", page="2") == (
        f'<a href="./history?force=a%26b&amp;page=2" target="_self">{SAFE}</a>'
    )
    assert inspection_link("i-1", "One", at="f-2") == (
        '<a href="./inspection?id=i-1&amp;at=f-2" target="_self">One</a>'
    )


def linked(day, **parameters):
    """Where a link leads that a page with `day` in its address makes."""

    def page(parameters):
        import streamlit as st

        from components.prose import link

        st.session_state["link"] = link("grades", "x", "top", **parameters)

    app = AppTest.from_function(page, args=(parameters,))
    app.query_params["as-known-on"] = day
    return app.run().session_state["link"].partition('href="')[2].partition('"')[0]


@pytest.mark.parametrize(
    ("day", "parameters", "to"),
    [
        ("2019-07-24", {}, "./grades?as-known-on=2019-07-24#top"),
        ("2019-07-24", {"force": "x"}, "./grades?force=x&amp;as-known-on=2019-07-24#top"),
        ("2019-07-24", {"as-known-on": "2020-01-01"}, "./grades?as-known-on=2020-01-01#top"),
        ("2019-07-24", {"as-known-on": "", "force": "x"}, "./grades?force=x#top"),
        ("", {"as-known-on": ""}, "./grades#top"),
        ("24 July 2019", {}, "./grades#top"),
        ("<b>", {}, "./grades#top"),
    ],
)
def test_a_link_carries_the_day_that_is_shown_unless_it_names_another_or_none(day, parameters, to):
    assert linked(day, **parameters) == to


def test_a_source_is_named_by_publisher_and_year_and_linked_where_it_has_an_address():
    record = s.record(
        sources=[
            s.source(
                "a", publisher="The Post (online)", published="2019-05", url="https://x.org/?a=1&b"
            ),
            s.source("b", publisher=HOSTILE),
        ]
    )
    assert source_links(record, ["a", "b", "a"]) == (
        '<a href="https://x.org/?a=1&amp;b" title="Title of a, The Post (online)">The Post, 2019</a>'
        f"; {html_of('<script>alert')}"
    )


def test_the_fact_a_link_names_is_outlined_and_no_other():
    shown = markup(at="f-1")
    assert shown.words((Run("Found.", fact="f-1"),)) == '<span id="f-1" class="at">Found.</span>'
    assert shown.words((Run("Found.", fact="f-2"),)) == '<span id="f-2">Found.</span>'


def drawn(page, *args):
    """The HTML that a page draws which calls one of the functions of prose."""
    return AppTest.from_function(page, args=args).run().get("html")[0].value


def test_a_table_escapes_text_and_leaves_html_in_the_markup_of_every_table():
    def page(text):
        from components import prose

        prose.table(text, ["One", "Two"], [(text, prose.Html("<mark>ours</mark>"))])

    text = drawn(page, HOSTILE)
    assert f"<caption>{SAFE}</caption>" in text
    assert (
        f'<tr role="row"><th scope="row" role="rowheader">{SAFE}</th>'
        '<td role="cell" data-column="Two"><mark>ours</mark></td></tr>'
    ) in text


def test_the_sources_behind_a_page_are_listed_each_once():
    def page(record):
        from components import prose

        prose.source_list(record, ["a", "a"])

    record = s.record(sources=[s.source("a", url="https://x.org/?a=1&b", published="2019-05")])
    assert drawn(page, record) == (
        '<div class="sources"><ul>\n<li><a href="https://x.org/?a=1&amp;b">Title of a</a> '
        "The inspectorate, May 2019.</li>\n</ul></div>"
    )


def test_a_grade_is_a_word_on_its_colour_and_an_empty_one_a_word_on_none():
    inspection = s.inspection(
        grades=(
            s.grade(value="adequate", basis="derived"),
            s.grade("victim-service", empty="not-graded"),
        )
    )
    record = s.record(inspection)
    first, second = (
        markup().words(grade_words(cell_of(record, inspection, g))) for g in inspection.grades
    )
    assert first == '<span class="grade adequate">Adequate</span> (worked out)'
    assert second == '<span class="grade empty">Not graded</span>'


def test_what_looks_like_an_address_or_a_picture_is_kept_from_becoming_one():
    assert unmarked("https://a.example www.a.example b@a.example") == (
        "https:\u2060//a.example www\u2060.a.example b@\u2060a.example"
    )
    assert unmarked(":smile: :red[a]") == ":\u2060smile: :\u2060red\\[a\\]"
    assert unmarked("at 8: then, b @ c, www x") == "at 8: then, b @ c, www x"


def test_signs_of_markdown_in_a_heading_are_shown_as_they_are():
    assert unmarked("A *b* [c](d) $x$ `e` <f> & Police: h") == (
        r"A \*b\* \[c\](d) \$x\$ \`e\` \<f\> \& Police: h"
    )
