"""The published record as the server hands it out."""

import asyncio
import datetime as dt
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urljoin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette
from streamlit import config

from components import dataset
from components.front_page import routes as dashboard_routes
from components.published import http_date, routes

PUBLISHED = Path(__file__).parents[2] / "data"
PAGE = "inspections/northumbria-ncpi-2018/"
FOREVER = "public, max-age=31536000, immutable"
HTML = "text/html; charset=utf-8"


class Answer:
    def __init__(self, sent):
        self.status = sent[0]["status"]
        self.headers = {n.decode(): v.decode("latin-1") for n, v in sent[0]["headers"]}
        self.content = b"".join(message.get("body", b"") for message in sent[1:])

    @property
    def text(self):
        return self.content.decode()


def asked(path, method="GET", query="", **headers):
    """What the server's own routes answer at a path, headers named with underscores."""
    sent = []
    named = [(n.replace("_", "-").encode(), v.encode("latin-1")) for n, v in headers.items()]
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "query_string": query.encode(),
        "headers": [(b"host", b"localhost:8501"), *named],
    }

    async def ask():
        async def receive():
            return {"type": "http.request", "body": b""}

        async def send(message):
            sent.append(message)

        await Starlette(routes=[*routes(), *dashboard_routes()])(scope, receive, send)

    # In a thread of its own: a browser test before this one leaves its loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, ask()).result()
    return Answer(sent)


@pytest.fixture
def below_a_path():
    """A dashboard that is served at /inspections/."""
    config.set_option("server.baseUrlPath", "inspections")
    yield
    config.set_option("server.baseUrlPath", "")


@pytest.fixture
def version():
    return dataset.record().release.version


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("", HTML),
        (PAGE, HTML),
        ("data/", HTML),
        ("style.css", "text/css; charset=utf-8"),
        ("data/latest/findings.csv", "text/csv; charset=utf-8"),
        ("feed.atom", "application/atom+xml; charset=utf-8"),
        ("due-dates.ics", "text/calendar; charset=utf-8"),
        ("sitemap.xml", "application/xml; charset=utf-8"),
        ("robots.txt", "text/plain; charset=utf-8"),
    ],
)
def test_a_file_is_handed_out_as_it_was_made_with_its_mark_and_day(path, media_type):
    file = dataset.publication().file(path)
    found = asked(f"/record/{path}")
    assert found.status == 200
    assert found.content == file.content
    assert found.headers["content-type"] == media_type
    assert found.headers["etag"] == file.etag
    assert found.headers["etag"].startswith('"')
    assert found.headers["last-modified"] == http_date(dataset.record().release.released_on)
    assert found.headers["cache-control"] == "no-cache"


def test_the_day_of_the_edition_is_written_as_http_wants_it():
    assert http_date(dt.date(2026, 11, 2)) == "Mon, 02 Nov 2026 00:00:00 GMT"


def test_only_data_of_a_named_version_may_be_kept_for_good(version):
    assert asked(f"/record/data/{version}/findings.csv").headers["cache-control"] == FOREVER
    for path in ("data/", "data/latest/findings.csv", f"data/{version}/nothing.csv", "style.css"):
        assert asked(f"/record/{path}").headers["cache-control"] == "no-cache"


def test_other_sites_may_read_the_data_the_feed_and_the_calendar_and_nothing_else(version):
    for path in ("data/latest/findings.csv", f"data/{version}/findings.csv", "feed.atom"):
        found = asked(f"/record/{path}")
        assert found.headers["access-control-allow-origin"] == "*"
        assert found.headers["access-control-expose-headers"] == "ETag"
    assert asked("/record/due-dates.ics").headers["access-control-allow-origin"] == "*"
    for path in ("", PAGE, "style.css", "sitemap.xml", "robots.txt", "nothing"):
        assert "access-control-allow-origin" not in asked(f"/record/{path}").headers


def test_a_browser_that_asks_first_is_told_what_other_sites_may_do():
    asks = {"origin": "https://a.example", "access_control_request_method": "GET"}
    found = asked("/record/data/latest/findings.csv", "OPTIONS", **asks)
    assert found.status == 204
    assert found.content == b""
    assert found.headers == {
        "allow": "GET, HEAD, OPTIONS",
        "access-control-allow-origin": "*",
        "access-control-expose-headers": "ETag",
        "access-control-allow-methods": "GET, HEAD",
        "access-control-allow-headers": "If-None-Match, If-Modified-Since",
        "access-control-max-age": "86400",
    }
    page = asked(f"/record/{PAGE}", "OPTIONS", **asks)
    assert (page.status, page.headers) == (204, {"allow": "GET, HEAD, OPTIONS"})


@pytest.mark.parametrize(
    ("marks", "status"),
    [
        ("{etag}", 304),
        ("W/{etag}", 304),
        ('"a", W/{etag}, "b"', 304),
        ('"a,b",{etag}', 304),
        ("*", 304),
        (" * ", 304),
        ('"a"', 200),
        ('"*"', 200),
        ("{etag_without_quotes}", 200),
        ("", 200),
    ],
)
def test_a_copy_with_the_same_mark_need_not_be_sent_again(marks, status):
    etag = dataset.publication().file("style.css").etag
    sent = marks.format(etag=etag, etag_without_quotes=etag.strip('"'))
    found = asked("/record/style.css", if_none_match=sent)
    assert found.status == status
    assert (found.content == b"") == (status == 304)
    assert found.headers["etag"] == etag
    assert found.headers["cache-control"] == "no-cache"


def test_a_copy_from_the_day_of_the_edition_or_later_need_not_be_sent_again():
    day = dataset.record().release.released_on
    for asked_for, status in (
        (http_date(day), 304),
        (http_date(day + dt.timedelta(1)), 304),
        (http_date(day - dt.timedelta(1)), 200),
        ("yesterday", 200),
    ):
        assert asked("/record/style.css", if_modified_since=asked_for).status == status


def test_the_day_of_a_copy_says_nothing_where_its_mark_is_given():
    day = http_date(dataset.record().release.released_on)
    for mark in ('"other"', ""):
        found = asked("/record/style.css", if_none_match=mark, if_modified_since=day)
        assert found.status == 200


def test_an_unchanged_copy_of_open_data_stays_open_and_kept(version):
    found = asked(f"/record/data/{version}/findings.csv", if_none_match="*")
    assert found.status == 304
    assert found.headers["access-control-allow-origin"] == "*"
    assert found.headers["cache-control"] == FOREVER
    assert "content-type" not in found.headers


@settings(deadline=None)  # the first answer makes what it hands out
@given(st.text(alphabet=st.characters(max_codepoint=255)))
def test_whatever_is_said_of_a_copy_is_no_fault_of_the_server(said):
    assert asked("/record/robots.txt", if_none_match=said).status in (200, 304)
    assert asked("/record/robots.txt", if_modified_since=said).status in (200, 304)


@pytest.mark.parametrize(
    ("path", "query", "leads_to"),
    [
        ("/record", "", "/record/"),
        ("/record", "a=1&b=%2F", "/record/?a=1&b=%2F"),
        (f"/record/{PAGE.rstrip('/')}", "", f"/record/{PAGE}"),
        ("/record/data", "", "/record/data/"),
    ],
)
def test_a_page_without_its_last_slash_leads_to_the_one_with_it(path, query, leads_to):
    found = asked(path, query=query)
    assert found.status == 308
    assert urljoin(f"http://localhost{path}", found.headers["location"]) == (
        f"http://localhost{leads_to}"
    )


@pytest.mark.parametrize(
    "path",
    [
        "nothing",
        "nothing/",
        "inspections/no-such/",
        "inspections//northumbria-ncpi-2018/",
        "/",
        "//evil.example/",
        "../data/inspections.yaml",
        "data/latest/../../../dashboard.py",
        "..\\..\\dashboard.py",
        "data\\latest\\findings.csv",
        "/etc/passwd",
        "%2e%2e/dashboard.py",
        "style.css/",
        "STYLE.CSS",
        "style.css\x00.html",
        "\x00",
        "caf\ufffd\ufffd",
        "a" * 20_000,
        "a/" * 5_000,
        "inspections/northumbria-ncpi-2018/index.html",
    ],
)
def test_what_the_record_does_not_hold_is_not_found_whatever_way_it_is_asked_for(path):
    found = asked(f"/record/{path}")
    assert found.status == 404
    assert found.headers["content-type"] == HTML
    assert found.headers["cache-control"] == "no-cache"
    assert "Nothing stands at this address" in found.text
    assert '<a href="/record/">The record from its first page</a>' in found.text
    assert '<link rel="stylesheet" href="/record/style.css">' in found.text
    assert "<script" not in found.text
    assert "style=" not in found.text


@settings(deadline=None)  # the first answer makes what it hands out
@given(st.text(max_size=60))
def test_any_path_is_answered(path):
    assert asked(f"/record/{path}").status in (200, 308, 404)


def test_another_version_of_the_data_is_not_found_and_this_one_is_named(version):
    found = asked("/record/data/9.9<b>/findings.csv")
    assert found.status == 404
    assert found.headers["access-control-allow-origin"] == "*"
    assert (
        f"This copy of the record holds version <strong>{version}</strong> of the data, and not "
        '<strong>9.9&lt;b&gt;</strong>. <a href="/record/data/">The data that is here</a>.'
    ) in found.text


def test_a_table_that_this_version_does_not_have_is_not_blamed_on_the_version(version):
    for folder in ("latest", version):
        found = asked(f"/record/data/{folder}/nothing.csv")
        assert found.status == 404
        assert "There is no file of this name in the data." in found.text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "TRACE", "DISPATCH"])
@pytest.mark.parametrize("path", ["/record", "/record/", f"/record/{PAGE}", "/robots.txt"])
def test_nothing_can_be_done_to_the_record_but_read_it(method, path):
    found = asked(path, method)
    assert found.status == 405
    assert found.headers["allow"].startswith("GET, HEAD")


def test_the_head_of_a_file_is_that_of_the_file():
    assert asked(f"/record/{PAGE}", "HEAD").headers == asked(f"/record/{PAGE}").headers


def test_crawlers_find_their_rules_at_the_root_of_the_host():
    found = asked("/robots.txt")
    assert found.status == 200
    assert found.headers["content-type"] == "text/plain; charset=utf-8"
    assert found.text == dataset.publication().file("robots.txt").content.decode()


@pytest.mark.usefixtures("below_a_path")
def test_the_record_stands_below_the_path_the_dashboard_is_served_under():
    """The framework hands the whole path to routes of ours."""
    assert asked(f"/inspections/record/{PAGE}").status == 200
    assert asked("/inspections/record").headers["location"] == "./record/"
    assert asked("/robots.txt").status == 200
    assert asked("/record/").status == 404
    lost = asked("/inspections/record/nothing").text
    assert '<link rel="stylesheet" href="/inspections/record/style.css">' in lost
    assert '<a href="/inspections/record/">The record from its first page</a>' in lost


def test_without_a_sound_record_nothing_is_published_and_that_is_said(tmp_path, monkeypatch):
    monkeypatch.setenv("INSPECTION_DATA", str(tmp_path))
    for path in ("/record/", "/record/data/latest/findings.csv", "/robots.txt"):
        found = asked(path)
        assert found.status == 503
        assert "The record cannot be shown just now" in found.text
        assert found.headers["retry-after"] == "600"
        assert found.headers["cache-control"] == "no-cache"
        assert str(tmp_path) not in found.text
        assert "style.css" not in found.text


def test_a_newer_state_with_errors_leaves_the_last_sound_edition_published(tmp_path, monkeypatch):
    data = shutil.copytree(PUBLISHED, tmp_path / "data")
    monkeypatch.setenv("INSPECTION_DATA", str(data))
    sound = asked("/record/sitemap.xml")
    (data / "sources.yaml").write_text("sourcs: []\n", encoding="utf-8")
    after = asked("/record/sitemap.xml")
    assert after.status == 200
    assert after.headers["etag"] == sound.headers["etag"]


def test_first_readers_at_the_same_moment_are_given_the_same(tmp_path, monkeypatch):
    monkeypatch.setenv("INSPECTION_DATA", str(shutil.copytree(PUBLISHED, tmp_path / "data")))
    with ThreadPoolExecutor(4) as readers:
        found = list(readers.map(lambda _: asked(f"/record/{PAGE}"), range(4)))
    assert {answer.status for answer in found} == {200}
    assert len({answer.content for answer in found}) == 1
