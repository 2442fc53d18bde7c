"""Hostile requests: every route answers in words, shows what was asked for as text, and no more."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from typing import NamedTuple
from urllib.parse import quote, unquote

import pytest
from starlette.applications import Starlette

from components import (
    assets,
    dataset,
    framework_files,
    front_page,
    headers,
    published,
    readiness,
)
from tests.fuzzing.hostile import MARKER, ROOT, value
from tests.fuzzing.shown import markup_in
from tests.fuzzing.trying import try_all

SECRET = "stands outside the record"
REFUSED = {"iframe", "img", "object", "embed", "form", "input", "base"}
"""Tags that no document of ours has."""
LARGEST = 6_000_000
METHODS = ("GET",) * 12 + ("HEAD", "OPTIONS", "POST", "PUT", "DELETE", "TRACE", "CONNECT", "x")
HEADERS = (
    "accept",
    "accept-encoding",
    "access-control-request-headers",
    "access-control-request-method",
    "cookie",
    "content-length",
    "if-modified-since",
    "if-none-match",
    "host",
    "origin",
    "range",
    "referer",
    "x-forwarded-for",
    "x-forwarded-host",
    "x-forwarded-proto",
)
WORTH = (
    "gzip;q=0",
    "gzip, br, zstd",
    "*;q=nan",
    "bytes=0-",
    "bytes=9-1,-5",
    '"a", W/"',
    "*",
    "null",
)
PREFIXES = (
    "/",
    "/record",
    "/record/",
    "/record/data/",
    "/record/data/latest/",
    "/record/data/0.9.0/",
    "/record/data/1.0.0/../../",
    "/record/inspections/",
    "/record/forces/",
    "/record//",
    "/assets/",
    "/static/js/",
    "/history/",
    "/ready",
    "/robots.txt",
)


class Asked(NamedTuple):
    """A request as it leaves a hostile program."""

    method: str
    path: str
    query: str
    headers: tuple[tuple[str, str], ...]


class Given(NamedTuple):
    """What the server sends back."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Starlette:
    """The server's own routes under its own headers, with one earlier data version kept.

    Beside the folder of versions stands a file that nobody may be handed, and a link leads to it.
    The allowance that each reader has is left out: it would refuse all but the first few.
    """
    (tmp_path / "secret.csv").write_text(SECRET)
    kept = tmp_path / "editions" / "data" / "0.9.0"
    kept.mkdir(parents=True)
    (kept / "findings.csv").write_text("id\nearly\n")
    (kept / "linked.csv").symlink_to(tmp_path / "secret.csv")
    monkeypatch.setenv("INSPECTION_EDITIONS", str(tmp_path / "editions"))
    routes = (published, assets, readiness, front_page)
    return Starlette(
        routes=[route for part in routes for route in part.routes()],
        middleware=[*headers.middleware({}), *framework_files.middleware()],
    )


@pytest.fixture
def worker() -> Iterator[ThreadPoolExecutor]:
    """A thread of its own: a browser test before this one leaves its loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        yield thread


def given(server: Starlette, asked: Asked) -> Given:
    """The answer to a request, put together as the server in front of the routes does."""
    sent: list[dict[str, object]] = []
    raw = quote(asked.path, safe="/:@!$&'()*+,;=%~[]")
    scope = {
        "type": "http",
        "http_version": "1.1",
        "scheme": "http",
        "server": ("127.0.0.1", 8501),
        "client": ("192.0.2.1", 4711),
        "root_path": "",
        "method": asked.method,
        "path": unquote(raw),
        "raw_path": raw.encode(),
        "query_string": quote(asked.query, safe="=&?/:;+%").encode(),
        "headers": [(n.encode(), v.encode("latin-1", "replace")) for n, v in asked.headers],
    }

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": b""}

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    asyncio.run(server(scope, receive, send))
    named = [(n.decode("latin-1"), v.decode("latin-1")) for n, v in sent[0]["headers"]]
    return Given(sent[0]["status"], named, b"".join(m.get("body", b"") for m in sent[1:]))


def is_sound(answer: Given) -> None:
    """No fault of the server's, nothing of the request in headers or markup, nothing from outside."""
    assert answer.status < 500
    assert len(answer.body) < LARGEST
    named = dict(answer.headers)
    for name, said in answer.headers:
        assert said.isascii(), (name, said)
        assert said.isprintable(), (name, said)
    assert "set-cookie" not in named
    assert named.get("location", "./").startswith("./")
    assert "content-security-policy" in named
    text = answer.body.decode("utf-8", "replace") if len(answer.body) < 1_000_000 else ""
    for hidden in (SECRET, "Traceback", "root:x:0", str(ROOT)):
        assert hidden not in text
    if named.get("content-type", "").startswith("text/html"):
        assert markup_in(text, REFUSED) == []


def test_any_request_is_answered_in_words_and_with_what_is_ours_alone(
    server: Starlette, worker: ThreadPoolExecutor
) -> None:
    own = [f"/record/{path}" for path in dataset.publication().paths]
    own += [f"/assets/{name}" for name in assets.assets()]
    own += [*framework_files.files(), "/history", "/inspection", "/record/data/0.9.0/linked.csv"]

    def request(random: Random) -> Asked:
        def any_value() -> str:
            return value(random, own)[:20_000]

        named = random.sample(HEADERS, random.randint(0, 4))
        parts = [random.choice(PREFIXES) + any_value() for _ in range(random.choice((1, 1, 1, 3)))]
        path = random.choice(
            (random.choice(own), f"/{any_value()}", "".join(parts), "".join(parts))
        )
        query = f"{any_value()}={any_value()}&id={any_value()}" if random.random() < 0.4 else ""
        return Asked(
            random.choice(METHODS),
            path if path.startswith("/") else f"/{path}",
            query,
            tuple((name, _header(random.choice((*WORTH, any_value())))) for name in named),
        )

    def check(asked: Asked) -> None:
        is_sound(worker.submit(given, server, asked).result())

    try_all("routes, any request", 400, request, check, seconds_each=2)


@pytest.mark.parametrize("prefix", PREFIXES)
def test_markup_in_any_path_is_shown_as_text(
    prefix: str, server: Starlette, worker: ThreadPoolExecutor
) -> None:
    for markup in (f"<{MARKER}>", f'"><{MARKER}/', f"' on{MARKER}='1"):
        for path in (prefix + markup, f"{prefix}{markup}/a"):
            is_sound(worker.submit(given, server, Asked("GET", path, "", ())).result())


def _header(text: str) -> str:
    """A value without the signs that end a header, which no server in front would let through."""
    return "".join(sign for sign in text if sign not in "\r\n\x00")[:8_000]


def test_what_is_linked_out_of_the_kept_versions_is_not_handed_out(server: Starlette) -> None:
    with ThreadPoolExecutor(1) as worker:
        for path, status in (("findings.csv", 200), ("linked.csv", 404)):
            asked = Asked("GET", f"/record/data/0.9.0/{path}", "", ())
            assert worker.submit(given, server, asked).result().status == status
