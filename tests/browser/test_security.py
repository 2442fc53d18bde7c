"""What the server gives to those who are no readers: nothing, and in plain words.

One server, started by itself behind a trap for whatever it would ask of other hosts.
"""

import re
import socket
import socketserver
import threading
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from tests.browser.conftest import serving
from tests.browser.test_headers import DASHBOARD_POLICY, EVERYWHERE, answer

ROOT = Path(__file__).parents[2]
READER = {"X-Forwarded-For": "203.0.113.7"}


@pytest.fixture(scope="module")
def trapped(tmp_path_factory):
    """A server whose every question to another host would end in a trap; it, and what was asked."""
    asked = []

    class Trap(socketserver.StreamRequestHandler):
        def handle(self):
            asked.append(self.rfile.readline().decode("latin-1").strip())
            self.wfile.write(b"HTTP/1.1 502 Trapped\r\nContent-Length: 0\r\n\r\n")

    with (
        socketserver.ThreadingTCPServer(("127.0.0.1", 0), Trap) as trap,
        pytest.MonkeyPatch.context() as environment,
    ):
        threading.Thread(target=trap.serve_forever, daemon=True).start()
        for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
            environment.setenv(name, f"http://127.0.0.1:{trap.server_address[1]}")
        environment.setenv("no_proxy", "localhost")
        with serving(tmp_path_factory.mktemp("server") / "server.log") as server:
            yield server, asked
        trap.shutdown()


@pytest.fixture(scope="module")
def server(trapped):
    return trapped[0]


def line_to(server, origin="", **headers):
    """A connection as a page of `origin` makes it, the server's own unless said."""
    host = urlsplit(server.address).netloc
    return connect(
        f"ws://{host}/_stcore/stream",
        origin=origin or server.address,
        subprotocols=["streamlit"],
        additional_headers=headers,
        proxy=None,
        max_size=None,
    )


def said_back(line, *asked, until):
    """The messages the server sends by their kinds, until one of a kind; the last of each."""
    for message in asked:
        line.send(message.SerializeToString())
    said = {}
    while until not in said:
        message = ForwardMsg.FromString(line.recv(timeout=30))
        said[message.WhichOneof("type")] = message
    return said


def drain(line):
    """Hear all there is until the line is closed."""
    while True:
        line.recv(timeout=30)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 200),
        ("GET", "/no-such-page", 404),
        ("GET", "/a/b", 404),
        ("GET", "/history?x=" + "a" * 5000, 414),
        ("POST", "/record/", 405),
        ("PUT", "/_stcore/upload_file/a/b", 405),
        ("TRACE", "/", 405),
        ("GET", "/_stcore/health", 200),
        ("OPTIONS", "/_stcore/health", 204),
        ("GET", "/_stcore/metrics", 404),
        ("GET", "/_stcore/agent/openapi.json", 404),
        ("POST", "/_stcore/agent/mcp", 405),
        ("GET", "/_stcore/host-config", 200),
        ("GET", "/_stcore/stream", 200),
        ("GET", "/ready", 200),
        ("GET", "/static/no-such.js", 200),
        ("GET", "/static/../../../../etc/passwd", 400),
        ("GET", "/static/..%2f..%2fnet_util.py", 400),
        ("GET", "/static/%2e%2e/net_util.py", 400),
        ("GET", "/media/no-such.csv", 404),
        ("GET", "/media/..%2f..%2fetc%2fpasswd", 400),
        ("GET", "/app/static/../frame.py", 400),
        ("GET", "/app/static/%252e%252e/frame.py", 200),
        ("GET", "/component/x/../../frame.py", 400),
        ("GET", "/component/x/%2fetc%2fpasswd", 404),
        ("GET", "/_stcore/bidi-components/x/..%2fframe.py", 400),
        ("GET", "/assets/..%2fframe.py", 400),
        ("GET", "/auth/login", 404),
    ],
)
def test_every_answer_carries_the_headers_and_no_file_of_the_machine(method, path, status, server):
    found, headers, body = answer(server, path, method)
    assert found == status
    for name, value in EVERYWHERE.items():
        assert [v for n, v in headers if n == name] == [value]
    assert [n for n, _ in headers].count("content-security-policy") == 1
    assert [n for n, _ in headers if n in ("set-cookie", "x-powered-by")] == []
    assert [v for n, v in headers if n == "server"] == ["uvicorn"]
    for secret in (b"root:", b"Traceback", b"import ", str(ROOT).encode(), b"site-packages"):
        assert secret not in body


def test_a_request_that_is_none_is_refused_without_a_word_about_the_server(server):
    host = urlsplit(server.address)
    with socket.create_connection((host.hostname, host.port), timeout=10) as raw:
        raw.sendall(b"nonsense\r\n\r\n")
        said = b""
        while part := raw.recv(4096):
            said += part
    assert said.startswith(b"HTTP/1.1 400 ")
    assert said.endswith(b"\r\n\r\nInvalid HTTP request received.")
    assert not re.search(rb"[0-9]+\.[0-9]+\.[0-9]+", said)


def test_pages_of_other_sites_may_not_connect_and_nobody_else_is_asked_about_them(trapped):
    server, asked = trapped
    for origin in ("http://evil.example", "null", "http://localhost:1"):
        with pytest.raises(InvalidStatus) as refused, line_to(server, origin):
            pass
        response = refused.value.response
        assert response.status_code == 403
        assert response.body == b"Pages of other sites may not connect here.\n"
        assert response.headers["x-content-type-options"] == "nosniff"
        digest = re.findall(r"'sha256-[^']*'", response.headers["content-security-policy"])
        assert response.headers["content-security-policy"] == DASHBOARD_POLICY.format(*digest)
        _, headers, _ = answer(server, "/_stcore/health", origin=origin)
        assert [n for n, _ in headers if n.startswith("access-control-")] == []
    assert asked == []


def test_a_reader_is_drawn_a_page_and_told_nothing_of_the_project(server):
    rerun = BackMsg(rerun_script={"page_name": "history"})
    curious = [
        BackMsg(load_git_info=True),
        BackMsg(clear_cache=True),
        BackMsg(set_run_on_save=True),
        BackMsg(debug_shutdown_runtime=True),
        BackMsg(file_urls_request={"request_id": "1", "file_names": ["x"]}),
        BackMsg(backend_operation_request={"request_id": "2", "install_skills": {}}),
    ]
    with line_to(server, **READER) as line:
        drawn = said_back(line, rerun, until="script_finished")
        assert drawn["new_session"].new_session.config.gather_usage_stats is False
        told = said_back(line, *curious, BackMsg(app_heartbeat=True), until="heartbeat_ack")
        assert set(told) <= {"heartbeat_ack", "session_status_changed"}
        assert line.response.headers["x-content-type-options"] == "nosniff"
        assert "set-cookie" not in line.response.headers


def test_who_says_too_much_or_nothing_that_can_be_understood_is_cut_off(server):
    for said, code in ((b"\xff" * 70_000, 1009), (b"\xff\xff\xff", 1002)):
        with line_to(server, **READER) as line:
            line.send(said)
            with pytest.raises(ConnectionClosed) as ended:
                drain(line)
        assert ended.value.rcvd.code == code


def test_the_log_says_nothing_of_who_reads_what(server):
    with line_to(server, **READER) as line:
        said_back(
            line, BackMsg(rerun_script={"page_name": "search", "query_string": "q=missing"}),
            until="script_finished",
        )  # fmt: skip
    assert answer(server, "/record/forces/northumbria/", x_forwarded_for="203.0.113.7")[0] == 200
    log = server.log.read_text()
    for word in ("203.0.113.7", "missing", "northumbria", "/record/", "_stcore/stream"):
        assert word not in log
