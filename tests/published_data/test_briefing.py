"""The briefings on the published forces: tagged, whole in both forms, and true to the day."""

import datetime as dt
import re

import pdfua
import pypdf
import pytest

from inspection.briefing import Asked, briefing
from inspection.dates import a_year_before
from inspection.document_html import document_html
from inspection.document_pdf import document_pdf
from inspection.since import DayOutOfRange
from tests.inspection.sample_document import texts
from tests.inspection.test_document_pdf import attribute, elements, squeezed, text_of

BOTH = ("northamptonshire", "northumbria")
DAYS = ("2014-12-31", "2019-07-24", "2022-01-01", "2026-11-22")
ASKED = [
    (forces, dt.date.fromisoformat(day))
    for forces in (BOTH[:1], BOTH[1:], BOTH)
    for day in (DAYS if len(forces) == 1 else DAYS[-1:])
]


def made(record, forces, day, **fields):
    return briefing(record, Asked(forces, day, a_year_before(day), **fields))


@pytest.fixture(scope="module", params=ASKED, ids=lambda p: f"{'-'.join(p[0])}-{p[1]}")
def pair(request, published_record, tmp_path_factory):
    document = made(published_record, *request.param)
    file = tmp_path_factory.mktemp("pdf") / "briefing.pdf"
    file.write_bytes(document_pdf(document))
    return document, pypdf.PdfReader(file), file


def test_the_pdf_holds_every_text_of_the_document(pair):
    document, reader, _ = pair
    found = text_of(reader)
    assert [text for text in texts(document) if squeezed(text) not in found] == []


def test_the_html_holds_every_text_of_the_document(pair):
    document, _, _ = pair
    page = squeezed(re.sub(r"<[^>]+>", "", document_html(document)))
    from html import escape

    missing = [t for t in texts(document) if squeezed(escape(t)) not in page]
    assert missing == []


def test_it_is_tagged_with_language_headings_table_headers_and_descriptions(pair):
    document, reader, _ = pair
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "en-GB"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_object().get_data()
    tags = elements(reader)
    levels = [int(tag[2]) for tag, _ in tags if re.fullmatch("/H[1-6]", tag)]
    assert levels[0] == 1
    assert all(later - before <= 1 for before, later in zip(levels, levels[1:], strict=False))
    scopes = {attribute(element, "/Scope") for tag, element in tags if tag == "/TH"}
    assert scopes <= {"/Column", "/Row"}
    figures = [element for tag, element in tags if tag == "/Figure"]
    assert all(figure["/Alt"] for figure in figures)
    assert len(figures) == sum("Drawing" in type(block).__name__ for block in document.blocks)


def test_a_checker_of_pdf_ua_finds_nothing_wrong_in_a_briefing(pair):
    _, _, file = pair
    report = pdfua.validate(file)
    assert list(report.findings) == []


def test_every_page_says_the_day_and_the_edition(pair, published_record):
    document, reader, _ = pair
    stamp = squeezed(document.stamp)
    assert all(stamp in squeezed(page.extract_text()) for page in reader.pages)
    assert published_record.release.version in document.stamp


def test_a_briefing_knows_nothing_of_what_came_after_its_day(published_record):
    day = dt.date(2019, 7, 24)
    words = " ".join(texts(made(published_record, BOTH[:1], day)))
    years = {int(year) for year in re.findall(r"\b(20\d\d)\b", words)}
    # 2020 is named only in time limits that lay ahead, 2022 not at all.
    assert max(years) == 2020
    assert "24 July 2020" in words


def test_on_the_day_of_the_review_of_2019_the_briefing_tells_what_it_found(sixty):
    asked = Asked(BOTH[:1], dt.date(2019, 7, 24), dt.date(2018, 7, 26))
    words = " ".join(texts(briefing(sixty, asked)))
    assert "one new inspection, seven themes raised again" in words
    assert "none good, 10 requiring improvement and 11 inadequate" in words
    assert "Published reply: Northamptonshire – National child protection inspection" in words


def test_days_that_cannot_be_used_are_refused_with_a_sentence(published_record):
    with pytest.raises(DayOutOfRange, match="31 July 2011"):
        briefing(published_record, Asked(BOTH[:1], dt.date(2019, 1, 1), dt.date(1999, 1, 1)))
    with pytest.raises(DayOutOfRange):
        briefing(published_record, Asked(BOTH[:1], dt.date(2018, 1, 1), dt.date(2019, 1, 1)))


def test_the_same_inputs_give_the_same_bytes(published_record):
    day = dt.date(2022, 1, 1)
    one, other = (document_pdf(made(published_record, BOTH[:1], day)) for _ in range(2))
    assert one == other
