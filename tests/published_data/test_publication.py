"""The published record as a folder: every link leads somewhere, every page is found, every fact cited."""

from __future__ import annotations

import posixpath
from collections import Counter, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from lxml import etree, html

from inspection.addresses import addresses
from inspection.dataset import texts
from inspection.model import Record
from inspection.publication import Publication
from inspection.publish import write

DATA = Path(__file__).parents[2] / "data"
WHERE = addresses("https://history.example/")
NOT_LINKED = {"robots.txt"}
"""Files that programs find by their name: nothing need link to them."""


@dataclass(frozen=True)
class Link:
    """A link of a page: the file it leads to within the folder, and the place in it."""

    page: str
    target: str
    at: str


@pytest.fixture(scope="module")
def publication(published_record: Record) -> Publication:
    return Publication(published_record, texts(DATA), WHERE)


@pytest.fixture(scope="module")
def folder(publication: Publication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("published")
    write(publication, where)
    return where


@pytest.fixture(scope="module")
def pages(folder: Path) -> Mapping[str, html.HtmlElement]:
    """Every page of the folder, parsed, by its path."""
    found = {}
    for file in sorted(folder.rglob("*.html")):
        path = file.relative_to(folder).as_posix().removesuffix("index.html")
        found[path] = html.document_fromstring(file.read_text(encoding="utf-8"))
    return found


def links(pages: Mapping[str, html.HtmlElement]) -> Iterator[Link]:
    """Every link that stays within the folder: relative ones, and permanent ones to it."""
    for path, page in pages.items():
        for element in page.iter("a", "link"):
            href = element.get("href")
            within = href.removeprefix(WHERE.record) if href.startswith(WHERE.record) else None
            parts = urlsplit(href if within is None else within)
            if within is None and (parts.scheme or parts.netloc):
                continue
            base = "" if within is not None else path
            target = posixpath.normpath(posixpath.join("/", base, unquote(parts.path)))[1:]
            if (parts.path or base).endswith("/") or not target or parts.path in (".", ".."):
                target = f"{target}/" if target else ""
            yield Link(path, target if parts.path or within is not None else path, parts.fragment)


def test_every_link_leads_to_a_file_and_to_a_place_in_it(folder, pages) -> None:
    ids = {path: {e.get("id") for e in page.iter() if e.get("id")} for path, page in pages.items()}
    files = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    broken = {
        (link.page, link.target, link.at)
        for link in links(pages)
        if (link.target not in pages and link.target not in files)
        or (link.at and link.target in pages and unquote(link.at) not in ids[link.target])
    }
    assert broken == set()


def test_every_file_is_reached_from_the_front_page(folder, pages) -> None:
    leads: dict[str, set[str]] = {}
    for link in links(pages):
        leads.setdefault(link.page, set()).add(link.target)
    seen, waiting = {""}, deque([""])
    while waiting:
        for target in leads.get(waiting.popleft(), set()) - seen:
            seen.add(target)
            waiting.append(target)
    files = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    files = {file.removesuffix("index.html") for file in files}
    assert files - seen == NOT_LINKED


def test_the_sitemap_names_every_page_by_its_permanent_address(folder, pages) -> None:
    tree = etree.parse(folder / "sitemap.xml")
    named = [e.text for e in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert sorted(named) == sorted(WHERE.record + path for path in pages)


def test_every_page_says_what_and_where_it_is(pages) -> None:
    titles = Counter(page.findtext(".//title") for page in pages.values())
    for path, page in pages.items():
        assert page.get("lang") == "en-GB", path
        assert len(page.findall(".//h1")) == 1, path
        assert page.xpath("string(//link[@rel='canonical']/@href)") == WHERE.record + path
        assert page.xpath("string(//meta[@name='description']/@content)").strip(), path
        ids = Counter(e.get("id") for e in page.iter() if e.get("id"))
        assert [key for key, count in ids.items() if count > 1] == [], path
        assert page.xpath("//script | //iframe | //*[@onclick] | //*[@style] | //style") == []
    assert [title for title, count in titles.items() if count > 1] == []


def test_every_page_leads_to_the_dashboard_and_the_dashboard_is_never_elsewhere(pages) -> None:
    for path, page in pages.items():
        ways = page.xpath("//footer//a[starts-with(., 'This page in the dashboard')]/@href")
        if path == "accessibility/":  # of the dashboard too, which has no such page of its own
            assert ways == []
            continue
        assert len(ways) == 1, path
        assert ways[0].startswith("https://history.example/"), path


def test_every_inspection_finding_grade_and_recommendation_can_be_cited(
    pages, published_record
) -> None:
    version = published_record.release.version
    for inspection in published_record.inspections:
        path = f"inspections/{inspection.id}/"
        folds = pages[path].xpath("//details[@class='cite']")
        cited = {
            fold.get("data-fact"): (
                fold.xpath("string(.//span)"),
                fold.xpath("string(.//a[1]/@href)"),
                fold.xpath("string(.//a[2]/@href)"),
            )
            for fold in folds
        }
        facts = [f.id for f in (*inspection.findings, *inspection.recommendations)]
        facts += [f"{inspection.id}-grade-{grade.question}" for grade in inspection.grades]
        for fact in facts:
            said, permanent, report = cited[fact]
            assert permanent == f"{WHERE.record}{path}#{fact}"
            assert said.endswith(f" {permanent}")
            assert f"({fact}). Data version {version}, as known on " in said
            assert parse_qs(urlsplit(report).query)["fact"] == [fact]


def test_every_fact_of_the_record_has_its_place(pages, published_record) -> None:
    placed = {e.get("id") for page in pages.values() for e in page.iter() if e.get("id")}
    answers = [r for i in published_record.inspections for r in i.responses]
    answers += published_record.national_responses
    facts = [
        *(f.id for i in published_record.inspections for f in i.findings),
        *(s.id for i in published_record.inspections for s in i.statements),
        *(j.id for i in published_record.inspections for j in i.narrative_judgements),
        *(r.id for r in answers),
        *(c.id for r in answers for c in r.commitments),
        *(g.id for g in published_record.gaps),
        *(c.id for c in published_record.conflicts),
        *(c.id for c in published_record.corrections),
        *(e.id for e in published_record.context_events),
        *(s.id for s in published_record.sources),
        *(r.id for i in published_record.inspections for r in i.recommendations),
    ]
    assert [fact for fact in facts if fact not in placed] == []


def test_the_same_record_and_addresses_give_the_same_bytes(published_record, publication) -> None:
    again = Publication(published_record, texts(DATA), WHERE)
    assert again.paths == publication.paths
    assert [again.file(p) for p in again.paths] == [publication.file(p) for p in again.paths]


def test_a_tables_latest_address_and_that_of_its_version_hold_the_same(publication) -> None:
    version = publication.version
    names = [p.removeprefix("data/latest/") for p in publication.paths if "data/latest/" in p]
    assert "findings.csv" in names
    assert "datapackage.json" in names
    for name in names:
        latest = publication.file(f"data/latest/{name}")
        assert latest is not None
        assert latest == publication.file(f"data/{version}/{name}")
