"""Pages of the published record on small records: where they stand, what they link to, no surprises."""

from __future__ import annotations

import pytest
import vobject
from lxml import html

from inspection.addresses import Addresses, Place, addresses
from inspection.document import Heading
from inspection.model import Record
from inspection.publication import Publication
from inspection.published.page import Page, page_html
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


def test_every_page_says_when_the_public_pages_were_last_searched() -> None:
    for path in ("", "inspections/eastshire-peel-2022/", "method/", "accessibility/"):
        (foot,) = page(one(), path).xpath("//footer")
        assert (
            "The public pages were last searched in November 2025. Read after 31 May 2026, this "
            "record is old: inspections, answers and statements published since are not in it."
        ) in " ".join(foot.text_content().split())


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


@pytest.mark.parametrize(
    ("path", "section", "current"),
    [
        ("inspections/", "Inspections", "page"),
        ("inspections/eastshire-peel-2022/", "Inspections", "true"),
        ("forces/eastshire/", "Forces", "true"),
        ("themes/missing-children/", "Recurring issues", "true"),
        ("register/", "Register", "page"),
    ],
)
def test_the_menu_marks_the_section_one_is_under(path: str, section: str, current: str) -> None:
    marked = page(one(), path).xpath("//header/nav//a[@aria-current]")
    assert [(a.text, a.get("aria-current")) for a in marked] == [(section, current)]


def contents_of(found: html.HtmlElement) -> list[tuple[str, str]]:
    links = found.xpath("//main/nav[@aria-label='On this page']//a")
    return [(a.text, a.get("href")) for a in links]


def of_headings(*heads: Heading) -> html.HtmlElement:
    """A page with nothing on it but these headings."""
    made = Page(Place("method"), "Method", "About it.", "The answer.", heads)
    return html.document_fromstring(page_html(s.record(), made, WHERE))


def test_four_headings_are_listed_on_the_page_and_three_are_not() -> None:
    heads = [Heading(2, f"Part {n} & more", f"part-{n}") for n in (1, 2, 3, 4)]
    assert contents_of(of_headings(*heads)) == [
        ("Part 1 & more", "#part-1"),
        ("Part 2 & more", "#part-2"),
        ("Part 3 & more", "#part-3"),
        ("Part 4 & more", "#part-4"),
    ]
    assert contents_of(of_headings(*heads[:3])) == []


def test_headings_below_a_section_or_without_a_name_do_not_count() -> None:
    heads = [Heading(2, f"Part {n}", f"part-{n}") for n in (1, 2, 3)]
    beside = (Heading(3, "Below", "below"), Heading(2, "Nameless"))
    assert contents_of(of_headings(*heads, *beside)) == []
    listed = contents_of(of_headings(*heads, Heading(2, "Part 4", "part-4"), *beside))
    assert [text for text, _ in listed] == ["Part 1", "Part 2", "Part 3", "Part 4"]


def test_long_pages_list_their_headings_and_short_ones_do_not() -> None:
    assert contents_of(page(one(), "forces/eastshire/")) == [
        ("Inspections in time", "#inspections"),
        ("What keeps coming back", "#recurring"),
        ("Grades", "#grades"),
        ("Asked, answered and promised", "#progress"),
        ("Sources", "#sources"),
    ]
    assert contents_of(page(one(), "inspections/")) == []
    assert contents_of(page(one(), "sources/")) == []


def test_the_data_page_tells_how_many_rows_each_table_has() -> None:
    (files,) = page(one(), "data/").xpath("//table[caption='Every table and the whole record']")
    assert [cell.text_content() for cell in files.xpath("./thead//th")] == [
        "File", "What it holds", "Rows", "This version for good",
    ]  # fmt: skip
    rows = {
        row.xpath("string(./th)"): row.xpath("string(./td[@data-column='Rows'])")
        for row in files.xpath("./tbody/tr")
    }
    told = ("inspections.csv", "findings.csv", "grades.csv", "recommendations.csv", "sources.csv")
    assert [rows[name] for name in told] == ["1", "1", "1", "0", "1"]


def test_the_data_page_says_what_a_column_means_and_what_it_holds() -> None:
    (columns,) = page(one(), "data/").xpath("//table[caption='Columns of gaps']")
    meaning, holds = (
        [cell.text_content() for cell in columns.xpath(f"./tbody/tr/td[@data-column='{name}']")]
        for name in ("Meaning", "What it holds")
    )
    assert columns.xpath("./tbody/tr/th//text()") == [
        "id", "forces", "inspection", "unrecorded", "programme", "cycle", "what", "note", "sources",
        "data_version", "as_known_on",
    ]  # fmt: skip
    assert meaning == [
        "Permanent id.",
        "Ids of the forces, separated by semicolons.",
        "Id of the inspection.",
        "Where a whole inspection is missing: whether it is known to exist.",
        "Id of the programme of that inspection, if it belongs to one.",
        "Id of the cycle of that inspection, where known.",
        "What is missing.",
        "What is known of it.",
        "Ids of the sources, separated by semicolons.",
        "Edition of the record the row is from.",
        "Day whose public knowledge the row stands for.",
    ]
    assert holds == [
        "text", "text", "id in inspections", "one of: known-to-exist; looked-for", "id in programmes",
        "id in cycles", "text", "text", "text", "text", "date",
    ]  # fmt: skip


def test_the_data_page_says_what_is_missing_and_from_when_it_is_old() -> None:
    found = page(one(), "data/")
    missing = found.xpath("//h2[@id='what-is-missing']/following-sibling::p[1]")[0].text_content()
    assert missing.startswith("1 inspection is recorded; no other is known to us to exist.")
    assert found.xpath(
        "//table[caption='Grades and kinds of empty recorded']/tbody/tr/td[1]//text()"
    ) == ["1"]
    assert "Read after 31 May 2026, this record is old" in found.xpath("string(//main)")


def calendar_links(where: Addresses) -> list[str]:
    promise = s.commitment("e-c1", time_limit={"words": "by May Day", "by": "2023-05-01"})
    answered = s.inspection(
        "eastshire-peel-2022", responses=(s.response("e-a1", commitments=(promise,)),)
    )
    made = Publication(s.record(answered), (), where).file("due-dates.ics")
    assert made is not None
    events = vobject.readOne(made.content.decode("utf-8")).vevent_list
    return [event.url.value for event in events if hasattr(event, "url")]


def test_entries_of_the_calendar_lead_to_the_published_record_wherever_it_is_served() -> None:
    assert calendar_links(WHERE) == [
        "https://history.example/record/inspections/eastshire-peel-2022/",
        "https://history.example/record/register/#e-c1",
    ]
    by_itself = addresses("", "https://record.example/twin")
    assert calendar_links(by_itself) == [
        "https://record.example/twin/inspections/eastshire-peel-2022/",
        "https://record.example/twin/register/#e-c1",
    ]


def test_a_published_record_by_itself_leads_to_no_dashboard() -> None:
    alone = Publication(one(), (), addresses("", "https://record.example"))
    pages = [alone.file(path) for path in alone.pages]
    assert len(pages) == 18
    assert [b"This page in the dashboard" in made.content for made in pages if made] == [False] * 18


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


def test_a_page_that_deals_with_abuse_says_so_below_its_answer_and_others_do_not() -> None:
    said = "//main/p[@class='lead']/following-sibling::*[1][self::details]/summary/text()"
    note = ["This page deals with the abuse and neglect of children. Where to find help"]
    for path in (
        "", "forces/", "forces/eastshire/", "inspections/", "inspections/eastshire-peel-2022/",
        "themes/", "themes/missing-children/", "grades/", "register/",
    ):  # fmt: skip
        assert page(one(), path).xpath(said) == note, path
    for path in ("method/", "glossary/", "data/", "corrections/", "sources/", "accessibility/"):
        assert page(one(), path).xpath("//main//details[@id='help']") == [], path


def test_every_page_leads_to_the_glossary_and_the_accessibility_statement() -> None:
    for path in ("", "inspections/eastshire-peel-2022/", "accessibility/"):
        up = "../" * path.count("/")
        found = page(one(), path)
        assert found.xpath("//header//a[.='Glossary']/@href") == [f"{up}glossary/"]
        assert found.xpath("//footer//a[.='accessibility']/@href") == [f"{up}accessibility/"]


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
    assert len(publication.pages) == 17
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
