"""A public site: what leaves the reader's browser, what may run in it, and who may frame it.

The visitor of these tests (conftest.py) fails them where the browser refused something by the
server's policy, or asked anything of another host. The trap counts what the browser would not tell:
every connection that is not to the dashboard ends in it.
"""

import http.client
import re
import socketserver
import threading
import urllib.request
from base64 import b64encode
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from components.navigation import PAGES
from tests.browser.conftest import WIDE, Visitor, settled

INSPECTION = "northumbria-ncpi-2018"
DOCUMENTS = (
    "",
    "forces/",
    "forces/northumbria/",
    f"inspections/{INSPECTION}/",
    "themes/",
    "grades/",
    "register/",
    "method/",
    "data/",
    "sources/",
)
# Chromium itself asks its maker about forms on any site; no page has a part in that.
OF_THE_BROWSER = "CONNECT content-autofill.googleapis.com:443 HTTP/1.1"
EVERYWHERE = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": (
        "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), encrypted-media=(), "
        "geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), "
        "payment=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), "
        "xr-spatial-tracking=()"
    ),
}
RECORD_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors {}"
)
DASHBOARD_POLICY = (
    "default-src 'none'; script-src 'self' {} {}; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'none'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)


@pytest.fixture
def trap():
    """A proxy for everything that is not on this machine: what it was asked, which it never does."""
    asked = []

    class Trap(socketserver.StreamRequestHandler):
        def handle(self):
            asked.append(self.rfile.readline().decode("latin-1").strip())
            self.wfile.write(b"HTTP/1.1 502 Trapped\r\nContent-Length: 0\r\n\r\n")

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Trap) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}", asked
        server.shutdown()


@pytest.fixture
def trapped_visitor(chromium, trap):
    """A reader whose every request to another host would end in the trap."""
    proxy, asked = trap
    context = chromium.new_context(
        viewport=WIDE, locale="en-GB", proxy={"server": proxy, "bypass": "localhost"}
    )
    visitor = Visitor(context.new_page())
    visitor.watch()
    yield visitor
    context.close()
    assert [request for request in asked if request != OF_THE_BROWSER] == []
    assert visitor.elsewhere == []
    assert visitor.console == []
    assert set(visitor.refused) <= {"script-src wasm-eval"}


@pytest.fixture
def page_elsewhere():
    """Serve one page of HTML from another origin; its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as server:

        def serve(html):
            class Page(BaseHTTPRequestHandler):
                def do_GET(self):
                    self.send_response(200)
                    self.send_header("Content-Type", "text/html")
                    self.end_headers()
                    self.wfile.write(html.encode())

                def log_message(self, *_words):
                    """Keep quiet."""

            server.RequestHandlerClass = Page
            return f"http://127.0.0.1:{server.server_address[1]}/"

        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield serve
        server.shutdown()


def answer(server, path, method="GET", **headers):
    """Status, headers as often as they are sent, and body, at a path that no client tidies up."""
    host = urlsplit(server.address)
    asking = http.client.HTTPConnection(host.hostname, host.port, timeout=60)
    asking.putrequest(method, path, skip_accept_encoding=True)
    for name, value in headers.items():
        asking.putheader(name.replace("_", "-"), value)
    asking.endheaders()
    found = asking.getresponse()
    try:
        return found.status, [(n.lower(), v) for n, v in found.getheaders()], found.read()
    finally:
        asking.close()


def test_on_a_fresh_server_no_page_asks_anything_of_another_host(fresh_server, trapped_visitor):
    for page in PAGES:
        trapped_visitor.open(fresh_server, f"/{page.key}")
    for document in DOCUMENTS:
        found = trapped_visitor.page.goto(f"{fresh_server.address}/record/{document}")
        assert found.status == 200


def test_the_trap_catches_what_is_asked_of_another_host(trap, chromium):
    proxy, asked = trap
    context = chromium.new_context(proxy={"server": proxy, "bypass": "localhost"})
    page = context.new_page()
    page.set_content('<img src="http://elsewhere.example/x.png" onerror="document.title=1">')
    expect(page).to_have_title("1")
    page.evaluate(
        "new Promise((end) => { new WebSocket('ws://other.example/').onerror = () => end() })"
    )
    context.close()
    assert asked == [
        "GET http://elsewhere.example/x.png HTTP/1.1",
        "CONNECT other.example:80 HTTP/1.1",
    ]


@pytest.mark.parametrize(
    ("deed", "refusal"),
    [
        ("fetch('http://a.example/').catch(() => 0)", "connect-src http://a.example/"),
        ("new WebSocket('ws://a.example/')", "connect-src ws://a.example/"),
        ("new Image().src = 'http://a.example/'", "img-src http://a.example/"),
        ("document.body.append(script)", "script-src-elem inline"),
        ("document.body.setAttribute('onclick', '1')", "script-src-attr inline"),
        ("(0, eval)('1')", "script-src eval"),
        ("new Worker(URL.createObjectURL(new Blob([''])))", "worker-src blob"),
        ("document.body.append(frame)", "frame-src http://a.example/"),
        ("document.head.append(base)", "base-uri http://a.example"),
        ("form.submit()", "form-action http://a.example/?"),
    ],
)
def test_what_no_page_needs_is_refused_and_the_visitor_hears_of_it(
    deed, refusal, shared_server, visitor
):
    page = visitor.open(shared_server, "/method")
    visitor.refused.clear()
    page.evaluate(
        """() => new Promise((end) => {
            addEventListener("securitypolicyviolation", end, { once: true });
            const made = (tag, is) => Object.assign(document.createElement(tag), is);
            const script = made("script", { textContent: "window.ran = true" });
            const frame = made("iframe", { src: "http://a.example/" });
            const base = made("base", { href: "http://a.example/" });
            const form = made("form", { action: "http://a.example/" });
            document.body.append(form);
            setTimeout(() => { try { DEED } catch { return; } });
        })""".replace("DEED", deed)
    )
    assert [words.rstrip("/") for words in visitor.refused] == [refusal.rstrip("/")]
    assert page.evaluate("window.ran") is None
    for heard in (visitor.refused, visitor.elsewhere, visitor.console):
        heard.clear()


def test_the_dashboard_works_in_the_dark_and_with_what_opens_on_it(shared_server, visitor):
    visitor.page.emulate_media(color_scheme="dark")
    for path in ("/history", "/recurring", "/progress", "/briefing"):
        page = visitor.open(shared_server, path)
        for closed in page.locator("main details > summary").all()[:4]:
            if closed.is_visible():
                closed.click()
        settled(page)


def test_a_search_and_a_file_taken_away_need_no_more_than_the_policy_gives(shared_server, visitor):
    page = visitor.open(shared_server, "/search?q=missing")
    expect(page.get_by_role("table").first).to_be_visible()
    page = visitor.open(shared_server, "/briefing")
    with page.expect_download() as started:
        page.get_by_test_id("stDownloadButton").get_by_role("button").first.click()
    assert started.value.path().stat().st_size > 1000


@pytest.mark.parametrize("path", ["/", "/history", "/inspection?id=x", "/no-such-page", "/a/b"])
def test_pages_of_the_dashboard_carry_the_headers_and_the_words_of_their_own_scripts(
    path, shared_server
):
    _, headers, body = answer(shared_server, path)
    page = answer(shared_server, "/")[2].decode()
    scripts = re.findall(r"<script>(.*?)</script>", page, re.S)
    digests = [b64encode(sha256(script.encode()).digest()).decode() for script in scripts]
    expected = EVERYWHERE | {
        "content-security-policy": DASHBOARD_POLICY.format(
            *sorted(f"'sha256-{digest}'" for digest in digests)
        )
    }
    for name, value in expected.items():
        assert [v for n, v in headers if n == name] == [value]
    if path == "/history":
        assert re.findall(r"<script>(.*?)</script>", body.decode(), re.S) == scripts


@pytest.mark.parametrize(
    "path",
    ["/_stcore/health", "/_stcore/host-config", "/static/no-such.js", "/media/no-such.csv"],
)
def test_what_the_framework_answers_itself_carries_each_header_once(path, shared_server):
    _, headers, _ = answer(shared_server, path)
    for name, value in EVERYWHERE.items():
        assert [v for n, v in headers if n == name] == [value]
    assert sum(name == "content-security-policy" for name, _ in headers) == 1


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/record/", 200),
        ("/record", 308),
        ("/record/style.css", 200),
        ("/record/data/latest/findings.csv", 200),
        ("/record/nothing", 404),
        ("/record/../dashboard.py", 400),
    ],
)
def test_the_published_record_carries_the_tighter_policy(path, status, shared_server):
    found, headers, _ = answer(shared_server, path)
    assert found == status
    for name, value in (
        EVERYWHERE | {"content-security-policy": RECORD_POLICY.format("'self'")}
    ).items():
        assert [v for n, v in headers if n == name] == [value]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        # The framework refuses these before they reach the record.
        ("/record/../dashboard.py", 400),
        ("/record/%2e%2e/dashboard.py", 400),
        ("/record/..%2f..%2fdashboard.py", 400),
        ("/record/..%5cdashboard.py", 400),
        ("/record/x%00.html", 400),
        ("//record/", 400),
        # These do reach it.
        ("/record//etc/passwd", 404),
        ("/record/%2fetc%2fpasswd", 404),
        ("/record/%252e%252e/dashboard.py", 404),
        ("/record/data%5clatest%5cfindings.csv", 404),
        ("/record/%ff%fe", 404),
        ("/record/" + "a" * 4000, 404),
        ("/record/" + "a" * 8000, 414),
        ("/record/.env", 404),
    ],
)
def test_no_way_of_asking_leads_to_a_file_of_the_machine(path, status, shared_server):
    found, _, body = answer(shared_server, path)
    assert found == status
    assert b"st.App" not in body
    assert b"root:" not in body


@pytest.mark.parametrize("compressed", [{}, {"accept_encoding": "gzip"}])
def test_a_file_and_that_it_is_unchanged_are_said_with_the_same_headers(compressed, shared_server):
    path = "/record/data/latest/findings.csv"
    _, headers, body = answer(shared_server, path, **compressed)
    whole = dict(headers)
    assert len(headers) == len(whole)
    assert (body[:2] == b"\x1f\x8b") == bool(compressed)
    assert whole["vary"] == "Accept-Encoding"
    assert whole["cache-control"] == "no-cache"
    assert whole["access-control-allow-origin"] == "*"
    status, headers, body = answer(shared_server, path, if_none_match=whole["etag"], **compressed)
    assert (status, body) == (304, b"")
    of_the_body = ("content-type", "content-length", "content-encoding", "date")
    expected = [(name, value) for name, value in whole.items() if name not in of_the_body]
    assert sorted(pair for pair in headers if pair[0] != "date") == sorted(expected)


def test_a_file_has_the_same_mark_whether_it_is_sent_compressed_or_not(shared_server):
    for path in ("/record/", "/record/data/latest/findings.csv"):
        _, plain, _ = answer(shared_server, path)
        _, smaller, _ = answer(shared_server, path, accept_encoding="gzip")
        assert dict(plain)["etag"] == dict(smaller)["etag"]
        assert dict(plain)["etag"].startswith('W/"')


def test_an_earlier_data_version_is_given_from_the_folder_of_editions(
    start_server, tmp_path, monkeypatch
):
    folder = tmp_path / "editions/data/0.9.0"
    folder.mkdir(parents=True)
    (folder / "findings.csv").write_text("id\nearly\n", encoding="utf-8")
    (folder / "x.csv").symlink_to("/etc/passwd")
    (tmp_path / "editions/secret.csv").write_text("not for anybody", encoding="utf-8")
    monkeypatch.setenv("INSPECTION_EDITIONS", str(tmp_path / "editions"))
    server = start_server()
    status, headers, body = answer(server, "/record/data/0.9.0/findings.csv")
    assert (status, body) == (200, b"id\nearly\n")
    assert dict(headers)["content-type"] == "text/csv; charset=utf-8"
    assert dict(headers)["access-control-allow-origin"] == "*"
    assert dict(headers)["content-security-policy"] == RECORD_POLICY.format("'self'")
    status, headers, body = answer(server, "/record/data/0.9.0/findings.csv", "HEAD")
    assert (status, dict(headers)["content-length"], body) == (200, "9", b"")
    for path, status in (
        ("../../secret.csv", 400),
        ("%2e%2e/%2e%2e/secret.csv", 400),
        ("..%2f..%2fsecret.csv", 400),
        ("..%5c..%5csecret.csv", 400),
        ("%252e%252e/%252e%252e/secret.csv", 404),
        ("x.csv", 404),
        ("nothing.csv", 404),
    ):
        found, _, body = answer(server, f"/record/data/0.9.0/{path}")
        assert (path, found) == (path, status)
        assert b"not for anybody" not in body
        assert b"root:" not in body


@pytest.mark.parametrize(
    "path",
    ["x", "x/", "a/b/c.csv", "data/9.9.9/findings.csv", "/x", "a//b", "a%2fb/c", "%2fetc%2fpasswd"],
)
def test_from_an_address_where_nothing_stands_a_reader_comes_back_to_the_record(
    path, shared_server, chromium
):
    page = chromium.new_page(java_script_enabled=False)
    record = f"{shared_server.address}/record/"
    with page.expect_response(f"{record}style.css") as look:
        assert page.goto(f"{record}{path}").status == 404
    assert look.value.status == 200
    dashboard = page.get_by_role("link", name="The dashboard")
    expect(dashboard).to_have_js_property("href", f"{shared_server.address}/")
    page.get_by_role("link", name="The record from its first page").click()
    expect(page).to_have_url(record)
    page.context.close()


@pytest.mark.parametrize("method", ["POST", "DELETE"])
def test_the_record_can_only_be_read(method, shared_server):
    assert answer(shared_server, "/record/", method)[0] == 405


def test_a_document_without_javascript_is_itself_and_one_style_sheet(shared_server, chromium):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    for document in DOCUMENTS:
        asked.clear()
        address = f"{shared_server.address}/record/{document}"
        page.goto(address, wait_until="networkidle")
        fetched = [url for url in asked if not url.startswith("data:")]
        assert fetched == [address, f"{shared_server.address}/record/style.css"]
        expect(page.get_by_role("heading", level=1)).to_have_count(1)
    assert said == []
    context.close()


def test_a_reader_without_javascript_comes_from_any_page_to_the_same_in_the_record(
    shared_server, chromium
):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{shared_server.address}/inspection?id={INSPECTION}")
    page.get_by_role("link", name="this page as a plain document").click()
    expect(page).to_have_url(f"{shared_server.address}/record/inspections/{INSPECTION}/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Northumbria")
    context.close()


@pytest.mark.parametrize("path", ["/history", "/record/"])
def test_another_origin_may_not_show_the_dashboard_in_a_frame(
    path, shared_server, visitor, page_elsewhere
):
    # Without an icon of its own, the browser would still be asking for one as that server closes.
    other = page_elsewhere(
        f'<link rel="icon" href="data:,"><iframe src="{shared_server.address}{path}"></iframe>'
    )
    visitor.host = shared_server.address
    with visitor.page.expect_console_message(lambda told: "frame-ancestors" in told.text):
        visitor.page.goto(other)
    framed = visitor.page.frames[1]
    expect(framed.locator("h1, footer")).to_have_count(0)
    assert framed.url.startswith("chrome-error:")
    assert [line for line in visitor.console if "frame-ancestors 'self'" in line] != []
    visitor.console.clear()
    visitor.elsewhere.clear()  # the page that frames


def test_the_dashboard_may_be_framed_by_its_own_origin(shared_server, visitor):
    visitor.host = shared_server.address
    visitor.page.route(
        "**/framing",
        lambda route: route.fulfill(
            body='<link rel="icon" href="data:,"><iframe src="/record/"></iframe>',
            content_type="text/html",
        ),
    )
    visitor.page.goto(f"{shared_server.address}/framing")
    expect(visitor.page.frame_locator("iframe").get_by_role("heading", level=1)).to_be_visible()


def test_the_origins_that_were_set_are_named_in_every_policy(start_server, monkeypatch):
    monkeypatch.setenv("INSPECTION_FRAME_ANCESTORS", "self https://intranet.example")
    server = start_server()
    for path in ("/history", "/record/"):
        with urllib.request.urlopen(f"{server.address}{path}", timeout=60) as found:
            policy = found.headers["content-security-policy"]
        assert policy.endswith("; frame-ancestors 'self' https://intranet.example")


def test_below_a_path_of_its_host_the_dashboard_and_the_record_work_alike(start_server, visitor):
    server = start_server(base_path="/inspections")
    page = visitor.open(server, "/inspection?id=" + INSPECTION)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Northumbria")
    page.locator("footer").get_by_role("link", name="How the record is made").click()
    expect(page).to_have_url(f"{server.address}/method")
    settled(page)
    found = page.goto(f"{server.address}/record")
    assert page.url == f"{server.address}/record/"
    assert found.headers["content-security-policy"] == RECORD_POLICY.format("'self'")
    assert answer(server, "/robots.txt")[0] == 200
    assert answer(server, "/record/")[0] == 404
