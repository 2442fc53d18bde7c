"""The PDF form of a document, read with a library that did not write it."""

import io
import re

import pdfua
import pypdf
import pytest
from pypdf.generic import ArrayObject, DictionaryObject

from inspection.document import Heading, Paragraph, Run, SourceLine, Table
from inspection.document_parts import signs
from inspection.document_pdf import document_pdf
from inspection.document_signs import printable
from tests.inspection.sample_document import (
    HOSTILE,
    LONG_WORD,
    STAMP,
    TABLE,
    document,
    texts,
    words,
)


def opened(made):
    return pypdf.PdfReader(io.BytesIO(document_pdf(made)))


def squeezed(text):
    """A text without spaces and places to break, which a page may set anew."""
    return re.sub(r"[\s\u200b]", "", text)


def text_of(reader):
    return squeezed("".join(page.extract_text() for page in reader.pages))


def elements(reader):
    """The structure elements in reading order, each a tag with its dictionary."""

    def walk(kids):
        for kid in kids if isinstance(kids, ArrayObject) else [kids]:
            kid = kid.get_object()
            if isinstance(kid, DictionaryObject):
                if "/S" in kid:
                    yield kid["/S"], kid
                yield from walk(kid.get("/K", ArrayObject()))

    return list(walk(reader.trailer["/Root"]["/StructTreeRoot"]["/K"]))


def attribute(element, name):
    found = element.get("/A", ArrayObject())
    listed = found if isinstance(found, ArrayObject) else [found]
    return next((a.get_object()[name] for a in listed if name in a.get_object()), None)


@pytest.fixture(scope="module")
def reader():
    return opened(document())


def test_every_text_of_the_document_is_in_the_pdf(reader):
    found = text_of(reader)
    assert [text for text in texts(document()) if squeezed(text) not in found] == []
    assert "Wordsinadrawing" in found


def test_it_says_that_it_is_tagged_and_pdf_ua(reader):
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_object().get_data()
    assert root["/Lang"] == "en-GB"


def test_the_title_stands_in_the_bar_of_the_window(reader):
    assert reader.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712
    assert reader.metadata.title == "Eastshire Police: a briefing"
    assert reader.xmp_metadata.dc_title["x-default"] == "Eastshire Police: a briefing"


def test_headings_are_tagged_in_order_and_are_bookmarks(reader):
    levels = [tag for tag, _ in elements(reader) if re.fullmatch("/H[1-6]", tag)]
    assert levels == ["/H1", "/H2", "/H3", "/H2", "/H2"]

    def titles(outline):
        return [titles(o) if isinstance(o, list) else o["/Title"] for o in outline]

    assert titles(reader.outline) == [
        "Eastshire Police: a briefing",
        ["What is known", ["Asked and answered"], "In pictures", "Sources"],
    ]


def test_a_table_has_a_caption_and_headers_of_columns_and_rows(reader):
    tags = elements(reader)
    headers = [attribute(element, "/Scope") for tag, element in tags if tag == "/TH"]
    assert headers == ["/Column", "/Column", "/Column", "/Row", "/Row"]
    assert sum(tag == "/TD" for tag, _ in tags) == 4
    [table] = [element for tag, element in tags if tag == "/Table"]
    assert [kid.get_object()["/S"] for kid in table["/K"]] == ["/Caption", "/THead", "/TBody"]


def test_a_figure_has_its_description(reader):
    [figure] = [element for tag, element in elements(reader) if tag == "/Figure"]
    assert figure["/Alt"] == "Two marks: one of 2018, one of 2019."


def test_links_are_tagged_described_and_lead_where_they_say(reader):
    notes = [a.get_object() for page in reader.pages for a in page.get("/Annots", [])]
    assert all(note["/Subtype"] == "/Link" and note["/Contents"] for note in notes)
    addresses = [note["/A"]["/URI"] for note in notes if "/URI" in note.get("/A", {})]
    assert addresses[:1] == ["https://example.org/out"]
    assert set(addresses[1:]) == {
        "https://example.org/first-report",
        "https://example.org/briefing?force=eastshire&known=2019-07-24",
    }
    assert sum("/URI" not in note.get("/A", {}) for note in notes) == 3
    assert sum(tag == "/Link" for tag, _ in elements(reader)) == 6
    assert all("/StructParent" in note for note in notes)


def test_every_font_is_the_projects_own_and_embedded(reader):
    fonts = [f.get_object() for p in reader.pages for f in p["/Resources"]["/Font"].values()]
    below = [font["/DescendantFonts"][0].get_object() for font in fonts]
    assert {font["/BaseFont"].partition("+")[2] for font in below} == {
        "InspectionSans-Regular",
        "InspectionSans-SemiBold",
    }
    files = {"/FontFile", "/FontFile2", "/FontFile3"}
    assert all(files & set(font["/FontDescriptor"]) for font in below)


def test_every_page_has_the_stamp_and_its_number():
    rows = tuple((words(f"Row {place}"), words("x" * 300)) for place in range(60))
    reader = opened(document(Table("Long", ("A", "B"), rows, (1, 2))))
    pages = [squeezed(page.extract_text()) for page in reader.pages]
    assert len(pages) > 2
    for place, page in enumerate(pages, 1):
        assert squeezed(STAMP) in page
        assert f"Page{place}of{len(pages)}" in page
    assert sum(tag == "/TH" for tag, _ in elements(reader)) == 62


def test_the_same_document_gives_the_same_bytes():
    assert document_pdf(document()) == document_pdf(document())


def test_it_is_dated_with_the_day_it_stands_for(reader):
    assert reader.metadata["/CreationDate"].startswith("D:20190724")


def test_a_day_that_is_no_date_is_refused():
    with pytest.raises(ValueError, match="isoformat"):
        document_pdf(document(day="last week"))


@pytest.mark.parametrize("text", [*HOSTILE, LONG_WORD])
def test_hostile_text_appears_as_plain_text(text):
    table = Table(text, (text, "B"), ((words(text), words(text, strong=True)),), (1, 1))
    reader = opened(
        document(
            Heading(2, text),
            Paragraph(words(text, 'https://example.org/"#eval')),
            table,
            title=text,
            subtitle=text,
            sources=(SourceLine("s", 1, text, text, text, None),),
        )
    )
    assert text_of(reader).count(squeezed(text)) >= 10
    assert reader.metadata.title == text


def test_a_very_long_word_stays_within_its_column():
    reader = opened(document(Table("T", ("A", "B"), ((words(LONG_WORD), words("end")),), (1, 1))))
    rights = []

    def note(text, _, matrix, *__):
        if "ordnung" in text or "Verwaltung" in text:
            rights.append(matrix[4])

    reader.pages[0].extract_text(visitor_text=note)
    assert "".join(page.extract_text() for page in reader.pages).count("Verwaltung") >= 1
    assert rights
    assert max(rights) < 300


def test_a_row_longer_than_a_page_is_split_and_nothing_lost():
    long = " ".join(f"word{place}" for place in range(3000))
    reader = opened(document(Table("T", ("A", "B"), ((words("a"), words(long)),), (1, 2))))
    assert all(f"word{place}" in text_of(reader) for place in (0, 1500, 2999))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Llŷr says “no” – 5 → 6", "Llŷr says “no” – 5 → 6"),
        ("done \N{SLIGHTLY SMILING FACE}", "done [slightly smiling face]"),
        ("\N{HEBREW LETTER SHIN}\N{HEBREW LETTER ALEF} x", "[U+05E9 U+05D0] x"),
        ("a\u202eb\u200bc\x00d\ufe0f", "abcd"),
        ("e\u0301", "é"),
        ("two\nlines\u2028three", "two lines three"),
        ("\ud800", "[U+D800]"),
    ],
)
def test_signs_that_the_font_lacks_are_told_in_words(text, shown):
    assert printable(text) == shown
    assert squeezed(shown) in text_of(opened(document(Paragraph(words(text)), title=text)))


def test_every_sign_said_to_be_in_the_font_can_be_set():
    every = " ".join(sorted(signs() - {" "}))
    reader = opened(document(Paragraph(words(every)), Paragraph(words(every, strong=True))))
    assert len(signs()) == 565
    assert "ŵ" in text_of(reader)


def test_a_link_to_nowhere_is_plain_words():
    reader = opened(document(Paragraph((Run("x", "#none"), Run("y", "javascript:z"))), address=""))
    assert sum(tag == "/Link" for tag, _ in elements(reader)) == 1


def test_a_heading_too_deep_or_an_id_given_twice_does_not_stop_it():
    reader = opened(document(Heading(4, "Deep", "a"), Heading(3, "More", "a"), TABLE))
    assert [t for t, _ in elements(reader) if t in {"/H2", "/H3", "/H4"}] == ["/H2", "/H3", "/H2"]


def test_a_checker_of_pdf_ua_finds_nothing_wrong(tmp_path):
    path = tmp_path / "briefing.pdf"
    path.write_bytes(document_pdf(document()))
    assert list(pdfua.validate(path).findings) == []
