"""What the register on a page adds to its words: links that keep the choices, citations."""

import re

CITED = '<details class="cite"'


def test_the_link_of_an_item_keeps_every_choice_also_one_made_several_times(open_page, html_text):
    chosen = {"kind": ["commitment", "cause-of-concern"], "order": "newest", "item": "nn-2025-r2"}
    text = html_text(open_page("progress", force="northumbria", **chosen))
    links = re.findall(r'href="(\./progress\?[^"]*item=northumbria-peel-2016-r01#item)"', text)
    assert links == [
        "./progress?force=northumbria&amp;kind=commitment&amp;kind=cause-of-concern&amp;"
        "order=newest&amp;item=northumbria-peel-2016-r01#item"
    ]


def test_every_item_in_the_table_can_be_cited_once_by_its_permanent_link(open_page, html_text):
    asked = {"kind": "cause-of-concern", "item": "nn-peel18-r1"}
    text = html_text(open_page("progress", **asked))
    assert text.count(CITED) == 3
    assert text.count('<span id="nn-peel18-r1">') == 1
    assert "http://localhost:8501/record/register/#nn-peel18-r1" in text
    assert (
        "Inspection History, Register of what was asked and promised (nn-peel18-r1). Data version"
    ) in text


def test_an_item_that_is_not_in_the_table_is_cited_where_it_stands_in_full(open_page, html_text):
    asked = {"kind": "cause-of-concern", "item": "nn-2025-r2"}
    text = html_text(open_page("progress", **asked))
    assert text.count(CITED) == 4
    assert text.count('<span id="nn-2025-r2">') == 1


def test_on_a_past_day_the_permanent_link_names_the_day_and_leads_to_the_item(open_page, html_text):
    asked = {"kind": "cause-of-concern", "as-known-on": "2019-04-11"}
    text = html_text(open_page("progress", **asked))
    assert (
        "http://localhost:8501/progress?item=northumbria-peel-2016-r01&amp;as-known-on=2019-04-11"
        "#item"
    ) in text


def test_the_choices_made_most_often_are_links_that_keep_the_force(open_page, html_text):
    text = html_text(open_page("progress", force="northumbria"))
    for link in (
        "./progress?force=northumbria&amp;none-found=yes#clocks",
        "./progress?force=northumbria&amp;kind=commitment&amp;passed=yes#register",
        "./progress?force=northumbria&amp;kind=cause-of-concern#register",
    ):
        assert text.count(f'href="{link}"') == 1
    assert 'href="./progress?none-found=yes#clocks"' in html_text(open_page("progress"))
