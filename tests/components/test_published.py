"""The published record as the server hands it out."""

import datetime as dt
import os
import re
import shutil
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit import config

from components import dataset
from components.front_page import routes as dashboard_routes
from components.published import DATA_FILE, http_date, routes
from inspection.data_package import file_names
from tests.components.asking import answer

PUBLISHED = Path(__file__).parents[2] / "data"
PAGE = "inspections/northumbria-ncpi-2018/"
HTML = "text/html; charset=utf-8"
OPEN = {"access-control-allow-origin": "*", "access-control-expose-headers": "ETag"}


def asked(path, method="GET", query="", sent_as="", **headers):
    """What the server's own routes answer at a path (asking.py)."""
    return answer([*routes(), *dashboard_routes()], path, method, query, sent_as, **headers)


@pytest.fixture
def below_a_path():
    """A dashboard that is served at /inspections/."""
    config.set_option("server.baseUrlPath", "inspections")
    yield
    config.set_option("server.baseUrlPath", "")


@pytest.fixture
def version():
    return dataset.record().release.version


@pytest.fixture
def editions(tmp_path, monkeypatch):
    """The folder of earlier data versions, in which 0.9.0 is kept, written on 5 March 2024."""
    folder = tmp_path / "editions"
    kept_in(folder, "data/0.9.0/findings.csv", "id\nearly\n")
    monkeypatch.setenv("INSPECTION_EDITIONS", str(folder))
    return folder


def kept_in(folder, path, content):
    """Write a file as `publish` did on 5 March 2024."""
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, encoding="utf-8")
    day = dt.datetime(2024, 3, 5, 12, tzinfo=dt.UTC).timestamp()
    os.utime(file, (day, day))
    return file


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
    assert re.fullmatch('W/"[0-9a-f]{32}"', found.headers["etag"])
    assert found.headers["last-modified"] == http_date(dataset.record().release.released_on)
    assert found.headers["cache-control"] == "no-cache"


def test_the_day_of_the_edition_is_written_as_http_wants_it():
    assert http_date(dt.date(2026, 11, 2)) == "Mon, 02 Nov 2026 00:00:00 GMT"


def test_of_every_answer_a_copy_may_be_kept_but_is_asked_about_before_it_is_used(version):
    """Data of a named version too: `publish --replace` may write it anew."""
    for path in (f"data/{version}/findings.csv", "data/latest/findings.csv", "data", "style.css",
                 f"data/{version}/nothing.csv", "nothing"):  # fmt: skip
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
        "access-control-allow-headers": "If-None-Match",
        "access-control-max-age": "86400",
    }
    page = asked(f"/record/{PAGE}", "OPTIONS", **asks)
    assert (page.status, page.headers) == (204, {"allow": "GET, HEAD, OPTIONS"})


@pytest.mark.parametrize(
    ("marks", "status"),
    [
        ("{etag}", 304),
        ("{strong}", 304),
        ('"a", {etag}, "b"', 304),
        ('"a,b",{etag}', 304),
        ('"a,b",{strong}', 304),
        ("*", 304),
        (" * ", 304),
        ('"a"', 200),
        ('"*"', 200),
        ("{without_quotes}", 200),
        ("", 200),
    ],
)
def test_a_copy_with_the_same_mark_need_not_be_sent_again(marks, status):
    """Weak or strong: a proxy on the way may have made one of the other."""
    etag = dataset.publication().file("style.css").etag
    strong = etag.removeprefix("W/")
    sent = marks.format(etag=etag, strong=strong, without_quotes=strong.strip('"'))
    found = asked("/record/style.css", if_none_match=sent)
    assert found.status == status
    assert (found.content == b"") == (status == 304)
    assert found.headers["etag"] == etag
    assert found.headers["cache-control"] == "no-cache"


def test_the_day_of_a_copy_does_not_tell_whether_it_is_still_right():
    """A page can change twice on the day of an edition."""
    day = dataset.record().release.released_on
    for said in (day, day + dt.timedelta(1), dt.date(2100, 1, 1)):
        assert asked("/record/style.css", if_modified_since=http_date(said)).status == 200


def test_a_mark_is_what_counts_whatever_day_is_said_with_it():
    day, long_ago = http_date(dataset.record().release.released_on), http_date(dt.date(1999, 1, 1))
    other = asked("/record/style.css", if_none_match='"other"', if_modified_since=day)
    same = asked("/record/style.css", if_none_match="*", if_modified_since=long_ago)
    assert (other.status, same.status) == (200, 304)


@pytest.mark.parametrize("path", ["data/latest/findings.csv", "feed.atom", PAGE, "style.css"])
def test_that_a_copy_is_unchanged_is_said_with_the_headers_of_the_file(path):
    whole = asked(f"/record/{path}")
    unchanged = asked(f"/record/{path}", if_none_match=whole.headers["etag"])
    assert (unchanged.status, unchanged.content) == (304, b"")
    of_the_body = ("content-type", "content-length")
    expected = {n: v for n, v in whole.headers.items() if n not in of_the_body}
    # Compression, which comes after these routes, says this of the file itself: test_headers.py
    # in tests/browser asks a server.
    assert unchanged.headers == expected | {"vary": "Accept-Encoding"}
    assert set(OPEN) <= set(expected) or path in (PAGE, "style.css")


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
    up = "../" * path.count("/")
    assert f'<a href="{up or "./"}">The record from its first page</a>' in found.text
    assert f'<link rel="stylesheet" href="{up}style.css">' in found.text
    assert "<script" not in found.text
    assert "style=" not in found.text


def links_of(found):
    return re.findall(r'href="((?!data:)[^"]*)"', found.text)


@pytest.mark.parametrize("above", ["/record/", "/somewhere/else/"])
def test_the_page_for_what_is_lost_leads_on_wherever_a_proxy_has_put_the_record(above, version):
    found = asked("/record/data/9.9.9/findings.csv")
    here = f"https://history.example{above}data/9.9.9/findings.csv"
    record = f"https://history.example{above}"
    near = [f"{record}data/{folder}/findings.csv" for folder in ("latest", version)]
    linked = [urljoin(here, link) for link in links_of(found)]
    assert linked[:2] == [f"{record}style.css", record]
    assert linked[2] == f"{record}data/"
    assert set(near) <= set(linked[3:-2])
    assert linked[-2:] == [record, urljoin(record, "../")]


def test_a_slash_that_was_sent_as_a_sign_is_no_step_on_the_way_up():
    found = asked("/record/a/b/c", sent_as="/record/a%2Fb/c")
    assert links_of(found) == ["../style.css", "../", "../", "../../"]


def test_a_record_that_is_public_elsewhere_names_the_address_of_the_dashboard(
    tmp_path, monkeypatch
):
    data = shutil.copytree(PUBLISHED, tmp_path / "data")  # addresses are read with the record
    monkeypatch.setenv("INSPECTION_DATA", str(data))
    monkeypatch.setenv("INSPECTION_ADDRESS", "https://history.example/board")
    assert links_of(asked("/record/a/b"))[-1] == "../../"
    data = data.rename(tmp_path / "other")
    monkeypatch.setenv("INSPECTION_DATA", str(data))
    monkeypatch.setenv("INSPECTION_RECORD_ADDRESS", "https://record.example/")
    assert links_of(asked("/record/a/b"))[1:] == ["../", "../", "https://history.example/board/"]


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("inspections/northumbria-ncpi-2108/", f"../../{PAGE}"),
        ("inspections/northumbria-ncpi-2108", f"../{PAGE}"),
        ("theme/missing-children/", "../../themes/missing-children/"),
        ("glosary", "glossary/"),
    ],
)
def test_addresses_like_the_one_asked_for_are_offered(path, meant):
    found = asked(f"/record/{path}")
    assert found.status == 404
    offered = found.text.partition("Did you mean one of these?")[2].partition("</ul>")[0]
    assert f'<li><a href="{meant}">' in offered
    assert offered.count("<li>") <= 3


@pytest.mark.parametrize("path", ["xyzzy", "\x00", '"><script>alert(1)</script>', "q" * 8_000])
def test_where_nothing_is_like_it_nothing_is_offered_and_nothing_is_taken_for_markup(path):
    found = asked(f"/record/{path}")
    assert found.status == 404
    assert "Did you mean" not in found.text
    assert "<script" not in found.text


@given(st.text(max_size=60))
def test_any_path_is_answered(path):
    assert asked(f"/record/{path}").status in (200, 308, 404)


def test_another_version_of_the_data_is_not_found_and_this_one_is_named(version):
    found = asked("/record/data/9.9<b>/findings.csv")
    assert found.status == 404
    assert found.headers["access-control-allow-origin"] == "*"
    assert (
        f"This copy of the record holds version <strong>{version}</strong> of the data, and not "
        '<strong>9.9&lt;b&gt;</strong>. <a href="../../data/">The data that is here</a>.'
    ) in found.text


def test_a_table_that_this_version_does_not_have_is_not_blamed_on_the_version(version):
    for folder in ("latest", version):
        found = asked(f"/record/data/{folder}/nothing.csv")
        assert found.status == 404
        assert "There is no file of this name in the data." in found.text


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("findings.csv", "text/csv; charset=utf-8"),
        ("datapackage.json", "application/json"),
        ("record.yaml", "application/yaml"),
    ],
)
def test_a_file_of_an_earlier_data_version_is_handed_out_as_it_is_kept(name, media_type, editions):
    kept_in(editions, f"data/0.9.0/{name}", "as it was: é\n")
    content = "as it was: é\n".encode()
    found = asked(f"/record/data/0.9.0/{name}")
    assert (found.status, found.content) == (200, content)
    assert found.headers == {
        "content-type": media_type,
        "content-length": "14",
        "etag": f'W/"{sha256(content).hexdigest()[:32]}"',
        "last-modified": "Tue, 05 Mar 2024 00:00:00 GMT",
        "cache-control": "no-cache",
        **OPEN,
    }
    assert asked(f"/record/data/0.9.0/{name}", "HEAD").headers == found.headers


@pytest.mark.usefixtures("editions")
def test_a_copy_of_an_earlier_version_need_not_be_sent_again_either():
    path = "/record/data/0.9.0/findings.csv"
    mark = asked(path).headers["etag"]
    unchanged = asked(path, if_none_match=mark)
    assert (unchanged.status, unchanged.content) == (304, b"")
    assert unchanged.headers == {
        "etag": mark,
        "last-modified": "Tue, 05 Mar 2024 00:00:00 GMT",
        "cache-control": "no-cache",
        "vary": "Accept-Encoding",
        **OPEN,
    }
    assert asked(path, if_none_match='"other"').status == 200


def test_an_earlier_version_that_is_written_anew_has_another_mark(editions):
    """Even in the same second and with as many bytes."""
    before = asked("/record/data/0.9.0/findings.csv").headers["etag"]
    kept_in(editions, "data/0.9.0/findings.csv", "id\nlater\n")
    found = asked("/record/data/0.9.0/findings.csv", if_none_match=before)
    assert (found.status, found.content) == (200, b"id\nlater\n")


def test_every_file_of_the_data_would_be_found_in_a_later_edition():
    assert [name for name in file_names() if not DATA_FILE.fullmatch(f"data/1.0.0/{name}")] == []


def test_without_a_folder_of_editions_there_are_no_earlier_ones(version, editions, monkeypatch):
    monkeypatch.chdir(editions)  # which does not make it the folder
    for folder in ("", str(editions / "nowhere"), str(editions / "data/0.9.0/findings.csv")):
        monkeypatch.setenv("INSPECTION_EDITIONS", folder)
        found = asked("/record/data/0.9.0/findings.csv")
        assert found.status == 404
        assert (
            f"holds version <strong>{version}</strong> of the data, and not <strong>0.9.0</strong>."
        ) in found.text
    monkeypatch.delenv("INSPECTION_EDITIONS")
    assert asked("/record/data/0.9.0/findings.csv").status == 404


@pytest.mark.parametrize("name", ["nothing.csv", "", "findings.csv/", "folder.csv"])
def test_what_an_earlier_version_does_not_have_is_not_blamed_on_the_version(name, editions):
    (editions / "data/0.9.0/folder.csv").mkdir()
    found = asked(f"/record/data/0.9.0/{name}")
    assert found.status == 404
    assert found.headers["access-control-allow-origin"] == "*"
    assert (
        "There is no file of this name in version <strong>0.9.0</strong> of the data. "
    ) in found.text


@pytest.mark.parametrize(
    "path",
    [
        "data/1.0.0/../../secret.csv",
        "data/0.9.0/../../secret.csv",
        "data/0.9.0/../0.9.0/findings.csv",
        "data/../secret.csv",
        "data/0.9.0/..\\..\\secret.csv",
        "data/0.9.0/%2e%2e/findings.csv",
        "data/0.9.0/findings%2ecsv",
        "data//0.9.0/findings.csv",
        "/data/0.9.0/findings.csv",
        "data/0.9.0/findings.csv\x00",
        "data/0.9.0/FINDINGS.CSV",
        "data/0.9.0/.hidden.csv",
        "data/0.9.0/page.html",
        "data/0.9.0/findings.csv.new",
        "data/0.9/findings.csv",
        "data/draft/findings.csv",
        "data/\x00/findings.csv",
        "data/\u0660.9.0/findings.csv",
        f"data/{'1' * 5000}.0.0/findings.csv",
        f"data/0.9.0/{'a' * 5000}.csv",
        "index.html",
        "secret.csv",
    ],
)
def test_nothing_but_data_files_of_a_version_is_given_from_the_folder(path, editions):
    """The folder is a whole site beside them, and may hold what nobody meant to publish."""
    for other in ("secret.csv", "index.html", "data/draft/findings.csv", "data/0.9.0/.hidden.csv",
                  "data/0.9.0/page.html", "data/0.9.0/findings.csv.new", "data/0.9/findings.csv",
                  "data/0.9.0/FINDINGS.CSV", "data/1.0.0/other.csv"):  # fmt: skip
        kept_in(editions, other, "not for anybody")
    found = asked(f"/record/{path}")
    assert found.status == 404
    assert "Nothing stands at this address" in found.text


def test_only_a_version_is_said_to_be_kept_in_the_folder(editions):
    kept_in(editions, "data/<b>/findings.csv", "not for anybody")
    for other, said in (("<b>", "&lt;b&gt;"), ("..", "..")):
        found = asked(f"/record/data/{other}/findings.csv")
        assert f"of the data, and not <strong>{said}</strong>." in found.text


@pytest.mark.parametrize("link", ["data/0.9.0/linked.csv", "data/0.8.0", "data/0.7.0/round.csv"])
def test_a_link_in_the_folder_that_leads_out_of_it_is_not_followed(link, editions, tmp_path):
    secret = tmp_path / "secrets/linked.csv"
    kept_in(tmp_path, "secrets/linked.csv", "not for anybody")
    (editions / "data/0.7.0").mkdir()
    leads_to = {"linked.csv": secret, "0.8.0": secret.parent, "round.csv": Path("round.csv")}
    (editions / link).symlink_to(leads_to[Path(link).name])
    path = link if link.endswith(".csv") else f"{link}/linked.csv"
    assert asked(f"/record/{path}").status == 404


def test_a_link_within_the_folder_and_a_folder_that_is_a_link_are_followed(
    editions, tmp_path, monkeypatch
):
    (editions / "data/0.9.1").symlink_to("0.9.0")
    (tmp_path / "current").symlink_to(editions)
    monkeypatch.setenv("INSPECTION_EDITIONS", str(tmp_path / "current"))
    for path in ("data/0.9.0/findings.csv", "data/0.9.1/findings.csv"):
        assert asked(f"/record/{path}").content == b"id\nearly\n"


def test_the_current_version_and_the_latest_are_never_taken_from_the_folder(version, editions):
    own = dataset.publication().file("data/latest/findings.csv")
    for folder in (version, "latest"):
        for name in ("findings.csv", "of-the-folder.csv"):
            kept_in(editions, f"data/{folder}/{name}", "not this")
        found = asked(f"/record/data/{folder}/findings.csv")
        assert (found.status, found.content) == (200, own.content)
        lost = asked(f"/record/data/{folder}/of-the-folder.csv")
        assert lost.status == 404
        assert "There is no file of this name in the data." in lost.text


@pytest.mark.usefixtures("editions")
def test_nothing_can_be_done_to_an_earlier_version_but_read_it():
    path = "/record/data/0.9.0/findings.csv"
    assert asked(path, "PUT").status == 405
    assert asked(path, "OPTIONS").headers["access-control-allow-methods"] == "GET, HEAD"


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
    assert '<link rel="stylesheet" href="style.css">' in lost
    assert '<a href="./">The record from its first page</a>' in lost
    assert '<a href="../">The dashboard</a>' in lost


def test_without_a_sound_record_nothing_is_published_and_that_is_said(tmp_path, monkeypatch):
    monkeypatch.setenv("INSPECTION_DATA", str(tmp_path))
    for path in ("/record/", "/record/data/latest/findings.csv", "/robots.txt"):
        found = asked(path)
        assert found.status == 503
        assert "The record cannot be shown just now" in found.text
        assert found.headers["retry-after"] == "600"
        assert found.headers["cache-control"] == "no-cache"
        assert str(tmp_path) not in found.text
        assert links_of(found) == []
        is_open = path.endswith(".csv")
        assert found.headers.get("access-control-allow-origin") == ("*" if is_open else None)


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
