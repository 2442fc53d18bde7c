"""The HTML form of a document: whole, safe, in order, and in need of nothing else."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from inspection.document import Drawing, Heading, Paragraph, Run, Table
from inspection.document_html import document_html
from tests.inspection.sample_document import HOSTILE, STAMP, SVG, document, texts, words

VOID = {"meta", "col", "br", "img", "link"}


class Page(HTMLParser):
    """The tags of a page with their attributes, its words, and whether all tags are closed."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.text, self.open = [], "", []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open[-1:] != ["style"]:
            self.text += data

    def all(self, tag):
        return [attrs for name, attrs in self.tags if name == tag]


@pytest.fixture(scope="module")
def page():
    return Page(document_html(document()))


def test_every_text_of_the_document_is_on_the_page(page):
    assert [text for text in texts(document()) if text not in page.text] == []


def test_every_tag_is_closed_where_it_should_be(page):
    assert page.open == []


def test_the_page_names_its_language_title_and_subject(page):
    assert page.all("html") == [{"lang": "en-GB"}]
    assert {"name": "description", "content": "What is known of Eastshire Police"} in page.all(
        "meta"
    )
    assert "<title>Eastshire Police: a briefing</title>" in document_html(document())


def test_headings_descend_one_level_at_a_time(page):
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels == [1, 2, 3, 2, 2]


def test_a_heading_two_levels_down_is_brought_up():
    made = Page(document_html(document(Heading(3, "Too deep"), Heading(4, "Deeper"))))
    assert [tag for tag, _ in made.tags if tag in {"h2", "h3", "h4"}] == ["h2", "h3", "h2"]


def test_a_table_has_a_caption_and_headers_of_columns_and_rows(page):
    scopes = [attrs["scope"] for attrs in page.all("th")]
    assert scopes == ["col", "col", "col", "row", "row"]
    assert len(page.all("caption")) == 1
    assert [cell["data-column"] for cell in page.all("td")] == ["Asked", "Said since"] * 2


def test_a_drawing_is_named_by_its_description(page):
    [picture] = [attrs for attrs in page.all("div") if attrs.get("role") == "img"]
    assert picture["class"] == "drawing"
    assert picture["aria-label"] == "Two marks: one of 2018, one of 2019."
    [svg] = page.all("svg")
    assert svg["aria-hidden"] == "true"
    assert "class" not in svg
    assert len(page.all("figcaption")) == 1


def test_a_drawing_laid_out_twice_is_one_picture_with_its_description_once():
    drawing = Drawing(SVG, "Two marks.", "The picture", 200, 40, narrow=SVG.replace("200", "100"))
    made = Page(document_html(document(drawing)))
    assert [(svg["class"], svg["viewbox"]) for svg in made.all("svg")] == [
        ("wide", "0 0 200 40"),
        ("narrow", "0 0 100 40"),
    ]
    assert [a["aria-label"] for _, a in made.tags if "aria-label" in a] == ["Two marks."]
    assert {svg["aria-hidden"] for svg in made.all("svg")} == {"true"}
    broad = Page(document_html(document(replace(drawing, width=551))))
    assert [svg["class"] for svg in broad.all("svg")] == ["wide broad", "narrow"]


def test_nothing_is_loaded_and_nothing_runs(page):
    html = document_html(document())
    assert {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe", "object"} == set()
    assert [name for _, attrs in page.tags for name in attrs if name.startswith("on")] == []
    assert [url for url in re.findall(r"url\(([^)]{1,9})", html) if url != "data:font"] == []
    assert "@import" not in html


def test_every_link_leads_to_the_web_or_to_a_place_on_the_page(page):
    ids = {attrs["id"] for _, attrs in page.tags if "id" in attrs}
    assert {"known", "s-1", "s-2"} <= ids
    for link in page.all("a"):
        assert link["href"].startswith("https://") or link["href"][1:] in ids


@pytest.mark.parametrize("href", ["javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "#no"])
def test_a_link_to_anywhere_else_stays_plain_words(href):
    made = Page(document_html(document(Paragraph((Run("the words", href),)), address="")))
    assert "the words" in made.text
    assert [link["href"] for link in made.all("a")] == ["https://example.org/first-report"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_it_is(text):
    table = Table(text, (text, "b"), ((words(text), words(text)),), (1, 1))
    made = Page(
        document_html(
            document(
                Heading(2, text, 'a" onclick="x'),
                Paragraph(words(text, 'https://example.org/"><script>')),
                table,
                Drawing(SVG, text + '"', text, 200, 40),
                title=text,
                subtitle=text,
                description=text,
                stamp=text,
            )
        )
    )
    assert made.text.count(text) == 12
    assert made.open == []
    assert made.all("script") == []
    [picture] = [attrs for attrs in made.all("div") if attrs.get("role") == "img"]
    assert picture["aria-label"] == text + '"'


def test_the_stamp_stands_in_the_margin_of_every_printed_page_without_ending_the_style_sheet():
    html = document_html(document(stamp='x"; } </style>'))
    assert (
        'content: "x\\000022\\00003b\\000020\\00007d\\000020\\00003c\\00002fstyle\\00003e"' in html
    )
    assert html.count("</style>") == 1
    assert STAMP in Page(document_html(document())).text


def test_the_same_document_gives_the_same_page():
    assert document_html(document()) == document_html(document())
