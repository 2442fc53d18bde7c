"""The framework's own scripts and style sheets: sent compressed, and asked for in time."""

import gzip
from collections import Counter

import pytest
from starlette.responses import PlainTextResponse
from starlette.routing import Mount
from streamlit import config
from streamlit.web.server.starlette.starlette_static_routes import (
    create_streamlit_static_assets_routes,
)

from components.framework_files import (
    BELOW,
    DRAWN_WITH,
    FOLDER,
    IMPORTED,
    CompressedFrameworkFiles,
    files,
    needed_later,
)
from tests.components.asking import answer

INDEX = (FOLDER / "index.html").read_text("utf-8")
SCRIPT = next(path for path in files() if path.startswith("/static/js/index."))
SHEET = next(path for path in files() if path.startswith("/static/css/index."))
FONT = next(f for f in (FOLDER / "static" / "media").iterdir() if f.suffix == ".woff2")
BY_THE_FRAMEWORK = {"last-modified", "accept-ranges"}


def asked(path, method="GET", below="", **headers):
    """What comes of a path where the middleware stands before the framework's own route."""
    framework = create_streamlit_static_assets_routes(below or None)
    return answer([Mount("/", CompressedFrameworkFiles(framework[0]))], path, method, **headers)


def is_by_the_framework(found):
    return set(found.headers) >= BY_THE_FRAMEWORK and "content-encoding" not in found.headers


@pytest.mark.parametrize(
    ("path", "kind"), [(SCRIPT, "text/javascript"), (SHEET, "text/css")], ids=["script", "sheet"]
)
def test_a_file_of_the_framework_is_sent_compressed_and_kept_for_good(path, kind):
    found = asked(path, accept_encoding="gzip, deflate, br, zstd")
    original = (FOLDER / path.lstrip("/")).read_bytes()
    assert (found.status, gzip.decompress(found.content)) == (200, original)
    assert len(found.content) < 0.35 * len(original)
    assert found.headers["content-length"] == str(len(found.content))
    assert found.headers["content-encoding"] == "gzip"
    assert found.headers["content-type"] == f"{kind}; charset=utf-8"
    assert found.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert found.headers["vary"] == "Accept-Encoding"


@pytest.mark.parametrize("coding", ["", "br", "identity", "gzip;q=0", "gzip; q=0.0, br"])
def test_who_cannot_read_gzip_gets_the_file_as_the_framework_has_it(coding):
    found = asked(SHEET, accept_encoding=coding)
    assert (found.status, found.content) == (200, (FOLDER / SHEET.lstrip("/")).read_bytes())
    assert is_by_the_framework(found)
    assert found.headers["vary"] == "Accept-Encoding"


def test_a_part_of_a_file_is_a_part_of_what_the_framework_has():
    found = asked(SHEET, accept_encoding="gzip", range="bytes=2-5")
    assert (found.status, found.content) == (206, (FOLDER / SHEET.lstrip("/")).read_bytes()[2:6])
    assert "content-encoding" not in found.headers


def test_a_copy_that_a_reader_holds_is_not_sent_again():
    first = asked(SHEET, accept_encoding="gzip")
    again = asked(SHEET, accept_encoding="gzip", if_none_match=first.headers["etag"])
    assert (again.status, again.content) == (304, b"")
    assert {name: again.headers[name] for name in ("etag", "cache-control", "vary")} == {
        name: first.headers[name] for name in ("etag", "cache-control", "vary")
    }
    assert asked(SHEET, accept_encoding="gzip", if_none_match='"another"').status == 200


def test_what_is_asked_of_a_file_without_its_content_is_said_as_with_it():
    whole = asked(SHEET, accept_encoding="gzip")
    assert asked(SHEET, "HEAD", accept_encoding="gzip").headers == whole.headers


def test_nothing_but_reading_is_answered_here():
    assert asked(SHEET, "POST", accept_encoding="gzip").status == 405


@pytest.mark.parametrize(
    "path",
    [
        f"/static/media/{FONT.name}",
        "/favicon.png",
        "/index.html",
        "/static/js/../../index.html",
        "/static/../../__init__.py",
        "//static/css/index.css",
        f"/static/js/{SHEET}",
        f"{SHEET}/",
        f"{SHEET}\0",
        "/static/js/nothing.js",
        "/static/js",
    ],
)
def test_every_other_path_is_left_to_the_framework(path):
    async def framework(scope, receive, send):
        await PlainTextResponse("by the framework")(scope, receive, send)

    route = Mount("/", CompressedFrameworkFiles(framework))
    assert answer([route], path, accept_encoding="gzip").text == "by the framework"


def test_below_a_path_the_files_stand_below_it():
    config.set_option("server.baseUrlPath", "inspections")
    try:
        found = asked(f"/inspections{SHEET}", below="inspections", accept_encoding="gzip")
        outside = asked(SHEET, below="inspections", accept_encoding="gzip")
    finally:
        config.set_option("server.baseUrlPath", "")
    assert (found.status, found.headers["content-encoding"]) == (200, "gzip")
    assert (outside.status, outside.headers.get("content-encoding")) == (404, None)


def test_what_our_pages_are_drawn_with_is_found_with_all_that_it_imports():
    """Where this fails after a change of version, the framework has other names for its parts."""
    names = [path.removeprefix("static/js/") for path in needed_later(INDEX)]
    parts = Counter(name.split(".")[0] for name in names)
    assert [parts[part] for part in DRAWN_WITH] == [1, 1, 1]
    assert [name for name in names if f"/{name}" in INDEX] == []
    imported = {
        other
        for name in names
        for other in IMPORTED.findall((FOLDER / BELOW.strip("/") / "js" / name).read_text("utf-8"))
    }
    assert {other for other in imported if f"/{other}" not in INDEX} <= set(names)
    assert "purify" in parts
    assert len(names) == len(set(names)) < 40


def test_a_part_that_goes_by_another_name_is_left_out_and_named_ones_are_not_repeated():
    html = next(path for path in files() if path.startswith("/static/js/Html."))
    assert html.lstrip("/") in needed_later(INDEX)
    assert html.lstrip("/") not in needed_later(f'{INDEX}<link href=".{html}">')
