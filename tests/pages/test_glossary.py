"""The glossary page, the way to it, and the note on what a page deals with, through the frame."""

import pytest

from components.navigation import PAGES
from inspection.sheets.of_help import SUMMARY

DEALING = [page.key for page in PAGES if page.deals_with_abuse]
OTHERS = [page.key for page in PAGES if not page.deals_with_abuse]
NOTE = f"<summary>{SUMMARY}</summary>"


def test_a_word_that_a_link_leads_to_is_named_and_outlined(open_page, html_text):
    text = html_text(open_page("glossary", at="mash"))
    assert "The link points to “Multi-agency safeguarding hub”." in text
    assert '<dt>Multi-agency safeguarding hub</dt><dd><p><span id="mash" class="at">' in text
    assert text.count('class="at"') == 1


def test_a_word_leads_to_another_and_to_where_more_stands(open_page, html_text):
    text = html_text(open_page("glossary"))
    assert '<a href="./glossary?at=section-47#section-47" target="_self">' in text
    assert '<a href="./method#progress" target="_self" title="More on this: Our reading">' in text


def test_the_meaning_of_a_grade_is_that_of_each_scale(open_page, html_text):
    text = html_text(open_page("glossary"))
    told = text.partition("<dt>Adequate</dt>")[2].partition("</dd>")[0]
    assert (
        "Five grades, from 2021/22: Shows some of what the inspectorate describes as good" in told
    )
    assert "Four grades, 2014 to 2018/19" not in told


def test_an_unknown_word_is_met_with_the_nearest(open_page, html_text):
    text = html_text(open_page("glossary", at="cause-of-concerns"))
    assert "The glossary has no word with the id “cause-of-concerns”." in text
    assert (
        '<li><a href="./glossary?at=cause-of-concern#cause-of-concern" target="_self">'
        "Cause of concern</a></li>"
    ) in text
    assert 'class="at"' not in text


def test_a_word_like_none_is_told_without_a_guess(open_page, html_text):
    text = html_text(open_page("glossary", at="<xqzzy>"))
    assert "The glossary has no word with the id “&lt;xqzzy&gt;”." in text
    assert "Did you mean" not in text


def test_the_key_can_be_turned_off_on_the_page(open_page, html_text):
    assert '<p class="quiet" data-shortcut-switch></p>' in html_text(open_page("glossary"))


def test_every_page_leads_to_the_glossary_and_keeps_the_day(open_page, html_text):
    link = '<a href="./glossary" target="_self">Glossary <span>(press ?)</span></a>'
    assert link in html_text(open_page("method"))
    then = html_text(open_page("method", **{"as-known-on": "2019-07-24"}))
    assert '<a href="./glossary?as-known-on=2019-07-24" target="_self">Glossary' in then


def test_every_page_leads_to_the_accessibility_statement(open_page, html_text):
    foot = html_text(open_page("search")).partition('<footer class="foot">')[2]
    assert '<a href="./record/accessibility/" target="_self">accessibility</a>' in foot


def test_all_but_the_pages_on_the_record_itself_deal_with_abuse():
    assert OTHERS == ["data", "method", "glossary"]


@pytest.mark.parametrize("key", DEALING)
def test_a_page_that_deals_with_abuse_says_so_in_one_closed_line(key, open_page, html_text):
    text = html_text(open_page(key))
    assert text.count(NOTE) == 1
    assert f'<details id="help">{NOTE}' in text
    assert "<strong>: 0800 1111</strong>" in text


@pytest.mark.parametrize("key", OTHERS)
def test_other_pages_have_no_such_line(key, open_page, html_text):
    assert NOTE not in html_text(open_page(key))
