"""The grid of recurring issues: every mark a link to its step, told by shape, size and word."""

import re

from components import theme_grid
from inspection.blocks_html import Markup
from inspection.recurrence import recurrence, theme_lines
from inspection.sheets.of_thread import step_id, the_thread
from inspection.threads import thread
from tests.inspection import samples as s

RECORD = s.record(
    s.inspection("eastshire-2018", "cp-2014", published="2018-06-28", findings=(s.finding("e-1"),)),
    s.inspection("eastshire-peel-2022"),
)


def line_html(record, force="eastshire"):
    rows = recurrence(record, force)
    line = next(line for line in theme_lines({force: rows}) if line.theme == "missing-children")
    return theme_grid.line_html(line, ["Eastshire Police"], [2018, 2022], {"themes": "all"})


def test_a_mark_is_a_link_to_its_step_with_its_words_and_a_dot_is_none():
    html = line_html(RECORD)
    assert (
        '<td data-year="2018"><a href="./recurring?themes=all&amp;theme=missing-children&amp;'
        'inspection=eastshire-2018#missing-children-in-eastshire-2018" target="_self">'
        '<span class="mark raised" title="published 28 June 2018: raised" aria-hidden="true"></span>'
        '<span class="unseen">published 28 June 2018: raised</span></a></td>'
        '<td data-year="2022"><span class="mark not-looked-at"></span></td>'
    ) in html
    assert "Raised in the one inspection that looked at it, in 2018." in html


def test_an_inspection_of_one_subject_has_a_smaller_mark_and_says_so():
    custody = s.programme(
        "custody", s.cycle("custody-1", looks_at=("missing-children",)), narrow=True
    )
    narrow = s.inspection(
        "eastshire-2018", "custody-1", programme="custody", kind="thematic", published="2018-06-28"
    )
    html = line_html(s.record(narrow, programmes=(*s.programmes(), custody)))
    assert '<span class="mark nothing-recorded narrow"' in html
    assert "looked at, nothing recorded, an inspection of one subject only" in html


def test_what_comes_from_the_record_is_escaped():
    theme = s.theme("missing-children", "child-protection", name="<b>Missing</b>")
    html = line_html(s.record(*RECORD.inspections, themes=(theme, *s.record().themes[1:])))
    assert "<b>Missing" not in html
    assert "&lt;b&gt;Missing&lt;/b&gt;" in html


def test_every_mark_of_the_published_record_has_a_step_that_names_a_source(published_record):
    """A step links to the source itself, unless the source has no public address."""
    linked = re.compile(r'href="http')
    for force in published_record.force:
        for row in recurrence(published_record, force):
            steps = {st.cell.inspection: st for st in thread(published_record, force, row.theme)}
            for cell in row.cells:
                step = steps[cell.inspection]
                assert step.cell == cell
                assert cell.sources
                html = Markup().block(the_thread(published_record, [step]))
                named = [published_record.source[key] for key in cell.sources]
                assert linked.search(html) or not any(source.url for source in named)
                assert html.count(f'<li id="{step_id(cell.theme, cell.inspection)}">') == 1


def test_words_about_a_theme_are_escaped_too():
    theme = s.theme("missing-children", "child-protection", about="<i>about</i>")
    html = line_html(s.record(*RECORD.inspections, themes=(theme, *s.record().themes[1:])))
    assert "<i>about" not in html
    assert "&lt;i&gt;about" in html


def test_an_inspection_of_which_we_do_not_know_has_a_mark_of_full_size():
    custody = s.programme(
        "custody", s.cycle("custody-1", may_look_at=("missing-children",)), narrow=True
    )
    narrow = s.inspection(
        "eastshire-2018", "custody-1", programme="custody", kind="thematic", published="2018-06-28"
    )
    html = line_html(s.record(narrow, programmes=(*s.programmes(), custody)))
    assert '<span class="mark not-known" title' in html
