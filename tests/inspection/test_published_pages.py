"""Pages of the published record on small records: where they stand, what they link to, no surprises."""

from __future__ import annotations

import pytest
from lxml import html

from inspection.addresses import addresses
from inspection.model import Record
from inspection.publication import Publication
from tests.inspection import samples as s

WHERE = addresses("https://history.example")


def page(record: Record, path: str) -> html.HtmlElement:
    made = Publication(record, (), WHERE).file(path)
    assert made is not None
    return html.document_fromstring(made.content.decode("utf-8"))


def one() -> Record:
    return s.record(
        s.inspection(
            "eastshire-peel-2022",
            title="PEEL <2022> & after",
            grades=(s.grade("investigating-crime", "good"),),
            findings=(s.finding("e-1"),),
        )
    )


def test_a_page_says_its_title_what_it_is_and_where_it_stands() -> None:
    found = page(one(), "inspections/eastshire-peel-2022/")
    assert found.findtext(".//title") == (
        "PEEL <2022> & after, 15 September 2022 – Inspection History"
    )
    assert found.xpath("string(//meta[@name='description']/@content)") == (
        "Eastshire Police, 15 September 2022: A judgement in our words."
    )
    assert found.xpath("string(//link[@rel='canonical']/@href)") == (
        "https://history.example/record/inspections/eastshire-peel-2022/"
    )
    assert found.xpath("string(//main/h1)") == "PEEL <2022> & after"
    assert found.xpath("string(//main/p[@class='lead'])").startswith("Eastshire Police. PEEL ")


def test_links_are_relative_so_that_the_folder_can_stand_anywhere() -> None:
    found = page(one(), "inspections/eastshire-peel-2022/")
    assert found.xpath("//link[@rel='stylesheet']/@href") == ["../../style.css"]
    trail = found.xpath("//main/nav/ol//a")
    assert [(a.text, a.get("href")) for a in trail] == [
        ("Inspections", "../../inspections/"),
        ("Eastshire Police", "../../forces/eastshire/"),
    ]
    assert page(one(), "").xpath("//link[@rel='stylesheet']/@href") == ["style.css"]
    assert page(one(), "").xpath("//header/p/a/@href") == ["./"]


def test_the_menu_says_which_page_one_is_on() -> None:
    found = page(one(), "grades/")
    assert found.xpath("//header/nav//a[@aria-current='page']/text()") == ["Grades"]
    assert page(one(), "").xpath("//header/nav//a[@aria-current]") == []


def test_a_page_leads_to_the_same_in_the_dashboard() -> None:
    def dashboard(path: str) -> str:
        way = "//footer//a[starts-with(., 'This page in the dashboard')]/@href"
        return str(page(one(), path).xpath(way)[0])

    assert dashboard("") == "https://history.example/overview"
    assert dashboard("forces/eastshire/") == "https://history.example/overview?force=eastshire"
    assert dashboard("inspections/eastshire-peel-2022/") == (
        "https://history.example/inspection?id=eastshire-peel-2022"
    )
    assert dashboard("themes/missing-children/") == (
        "https://history.example/recurring?themes=all&programme=all&theme=missing-children#thread"
    )


def test_a_page_forbids_whatever_is_not_its_own() -> None:
    policy = page(one(), "register/").xpath(
        "string(//meta[@http-equiv='Content-Security-Policy']/@content)"
    )
    assert policy == (
        "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("", "The record holds no child protection inspection of Eastshire Police"),
        ("forces/westshire/", "No inspection of Westshire Police is in the record."),
        ("inspections/", "No inspection of Eastshire Police is in the record."),
        ("themes/", "No inspection counted here looked at these themes."),
        ("themes/missing-children/", "None of the inspections counted looks at this."),
        ("register/", "The record holds nothing asked of or promised by Eastshire Police."),
        ("corrections/", "Nothing in this record has been corrected so far."),
    ],
)
def test_a_record_without_inspections_says_so_in_words(path: str, said: str) -> None:
    assert said in page(s.record(), path).text_content()


def test_every_page_of_a_record_without_inspections_can_be_made() -> None:
    publication = Publication(s.record(), (), WHERE)
    assert len(publication.pages) == 15
    assert all(
        b"<h1>" in made.content
        for path, made in publication.files()
        if not path or path.endswith("/")
    )


def test_a_file_knows_what_it_is_and_its_bytes() -> None:
    publication = Publication(one(), (), WHERE)
    kinds = {path: publication.file(path) for path in ("", "style.css", "feed.atom", "robots.txt")}
    assert {path: made.media_type for path, made in kinds.items() if made} == {
        "": "text/html; charset=utf-8",
        "style.css": "text/css; charset=utf-8",
        "feed.atom": "application/atom+xml; charset=utf-8",
        "robots.txt": "text/plain; charset=utf-8",
    }
    assert publication.file("robots.txt").content == (
        b"User-agent: *\nAllow: /\nSitemap: https://history.example/record/sitemap.xml\n"
    )
    assert publication.file("inspections/eastshire-peel-2022") is None
    assert publication.file("../pyproject.toml") is None
    assert len({made.etag for made in kinds.values() if made}) == 4
