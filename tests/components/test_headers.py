"""What every answer of the server tells a browser to leave alone."""

import asyncio
from base64 import b64encode
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from streamlit import config

from components import front_page, headers
from components.headers import PublicHeaders, UnusableFraming, frame_ancestors
from inspection.published.page import POLICY

RECORD_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
UNUSED = (
    "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), encrypted-media=(), "
    "geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), "
    "publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()"
)


async def plain(_request):
    return PlainTextResponse("words", headers={"X-Content-Type-Options": "nosniff"})


async def broken(_request):
    raise LookupError("a fault")


def asked(app, scope):
    """Everything that an application sends for a scope, and what it failed with."""
    sent, failed = [], []

    async def ask():
        async def receive():
            return {"type": f"{scope['type']}.connect"}

        async def send(message):
            sent.append(message)

        try:
            await app(scope, receive, send)
        except LookupError as error:
            failed.append(error)

    # In a thread of its own: a browser test before this one leaves its loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, ask()).result()
    return sent, failed


def headers_at(path, root_path="", framed_by="'self'"):
    """The headers of an answer, each as often as it is sent."""
    app = PublicHeaders(Starlette(routes=[Route("/{any:path}", plain)]), framed_by)
    scope = {"type": "http", "method": "GET", "path": path, "root_path": root_path, "headers": []}
    sent, _ = asked(app, scope)
    return [(name.decode(), value.decode()) for name, value in sent[0]["headers"]]


def policy_at(path, **how):
    return dict(headers_at(path, **how))["content-security-policy"]


@pytest.fixture
def below_a_path():
    """A dashboard that is served at /inspections/."""
    config.set_option("server.baseUrlPath", "inspections")
    front_page._front_page.cache_clear()
    yield
    config.set_option("server.baseUrlPath", "")
    front_page._front_page.cache_clear()


def test_every_answer_carries_each_header_once_with_exactly_these_words():
    found = headers_at("/record/")
    assert sorted(found) == sorted(
        [
            ("content-length", "5"),
            ("content-type", "text/plain; charset=utf-8"),
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "same-origin"),
            ("permissions-policy", UNUSED),
            ("cross-origin-opener-policy", "same-origin"),
            ("content-security-policy", RECORD_POLICY),
        ]
    )


def test_the_header_of_the_record_adds_to_the_policy_in_its_pages_only_who_may_frame_them():
    assert f"{POLICY}; frame-ancestors 'self'" == RECORD_POLICY


def test_the_dashboard_runs_scripts_of_its_own_server_and_the_two_in_its_page_by_their_words():
    digests = sorted(
        b64encode(sha256(script.encode()).digest()).decode()
        for script in front_page.inline_scripts()
    )
    assert len(digests) == 2
    assert policy_at("/history") == (
        f"default-src 'none'; script-src 'self' 'sha256-{digests[0]}' 'sha256-{digests[1]}'; "
        "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
        "connect-src 'self'; worker-src 'none'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'self'"
    )


@pytest.mark.parametrize("path", ["/record", "/record/", "/record/a/b.csv", "/record//x"])
def test_the_published_record_has_the_tighter_policy(path):
    assert policy_at(path) == RECORD_POLICY


@pytest.mark.parametrize(
    "path", ["/", "/records/", "/recordings", "/history/record/", "/robots.txt", "//record/"]
)
def test_what_only_looks_like_the_published_record_has_the_policy_of_the_dashboard(path):
    assert "script-src 'self'" in policy_at(path)


@pytest.mark.usefixtures("below_a_path")
def test_the_published_record_is_known_below_the_path_of_the_dashboard():
    assert policy_at("/inspections/record/x/") == RECORD_POLICY
    assert policy_at("/inspections/record") == RECORD_POLICY
    assert "script-src 'self'" in policy_at("/inspections/history")
    assert "script-src 'self'" in policy_at("/record/")


def test_the_published_record_is_known_below_the_path_a_proxy_adds():
    assert policy_at("/outer/record/x/", root_path="/outer") == RECORD_POLICY


def test_a_fault_of_the_server_is_said_with_the_headers_and_goes_on_to_the_log():
    app = PublicHeaders(Starlette(routes=[Route("/", broken)]).router)
    sent, failed = asked(app, {"type": "http", "method": "GET", "path": "/", "headers": []})
    assert sent[0]["status"] == 500
    assert (b"x-content-type-options", b"nosniff") in sent[0]["headers"]
    assert sent[1]["body"] == b"The server met a fault of its own."
    assert [str(error) for error in failed] == ["a fault"]


def connected(*answers):
    """What goes out to a browser that would connect, when the application answers so."""

    async def app(_scope, _receive, send):
        for answer in answers:
            await send(answer)

    scope = {
        "type": "websocket", "path": "/_stcore/stream", "root_path": "",
        "extensions": {"websocket.http.response": {}},
    }  # fmt: skip
    return asked(PublicHeaders(app), scope)[0]


def test_a_connection_let_in_carries_the_headers_and_ends_as_the_framework_ends_it():
    let_in, said, ended = connected(
        {"type": "websocket.accept", "headers": []},
        {"type": "websocket.send", "bytes": b"x"},
        {"type": "websocket.close", "code": 1002},
    )
    assert dict(let_in["headers"])[b"x-content-type-options"] == b"nosniff"
    assert said == {"type": "websocket.send", "bytes": b"x"}
    assert ended == {"type": "websocket.close", "code": 1002}


def test_a_connection_the_framework_refuses_is_refused_with_the_headers():
    answer, words = connected({"type": "websocket.close", "code": 1008})
    assert (answer["type"], answer["status"]) == ("websocket.http.response.start", 403)
    assert dict(answer["headers"])[b"referrer-policy"] == b"same-origin"
    assert words["body"] == b"This page may not connect to the server."


def test_what_is_no_answer_to_a_request_passes_untouched():
    given = []

    async def app(*scope_and_ways):
        given.extend(scope_and_ways)

    scope, receive, send = {"type": "lifespan"}, object(), object()
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, PublicHeaders(app)(scope, receive, send)).result()
    assert [id(part) for part in given] == [id(scope), id(receive), id(send)]
    assert scope == {"type": "lifespan"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "'self'"),
        ("  ", "'self'"),
        ("self", "'self'"),
        ("'self'", "'self'"),
        ("none", "'none'"),
        ("'none'", "'none'"),
        ("https://a.example", "https://a.example"),
        ("self  https://a.example https://b-c.example:8443", "'self' https://a.example https://b-c.example:8443"),
    ],
)  # fmt: skip
def test_who_may_frame_the_dashboard_is_told_in_plain_words(text, words):
    assert frame_ancestors(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "https://a.example; script-src *",
        "https://a.example;script-src",
        "https://a.example,https://b.example",
        "https://a.example\r\nX-Header: 1",
        "http://a.example",
        "https:",
        "https://",
        "https://a.example/path",
        "https://a.example/",
        "https://user@a.example",
        "https://a.example:99999",
        "https://a.example:0",
        "https://-a.example",
        "https://*.example",
        "https://ä.example",
        "*",
        "a.example",
        "'unsafe-inline'",
        "none self",
        "https://a.example none",
    ],
)
def test_what_names_nobody_or_could_break_out_of_the_header_is_refused(text):
    with pytest.raises(UnusableFraming):
        frame_ancestors(text)


def test_the_setting_reaches_every_policy():
    framed_by = frame_ancestors("https://intranet.example")
    for path in ("/", "/record/"):
        policy = policy_at(path, framed_by=framed_by)
        assert policy.endswith("; frame-ancestors https://intranet.example")


def test_a_server_with_an_unusable_setting_does_not_start_and_says_which_one():
    with pytest.raises(SystemExit) as stopped:
        headers.middleware({"INSPECTION_FRAME_ANCESTORS": "https://a.example;x"})
    assert str(stopped.value) == (
        "INSPECTION_FRAME_ANCESTORS: “https://a.example;x” is none of: self, none, or an origin "
        "such as https://intranet.example."
    )
