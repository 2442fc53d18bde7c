"""Who asks: behind proxies that are believed, and from pages of other sites."""

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from components.client import client_of, proxies
from components.limits import middleware
from tests.components.outside import READER, Outside, run


def test_the_framework_is_not_told_which_other_site_asks():
    outside = Outside()
    for origin in (b"https://evil.example", b"https://history.example"):
        headers = [(b"host", b"history.example"), (b"origin", origin), (b"accept", b"*/*")]
        assert run(outside.ask("/_stcore/health", headers=headers))[0] == 200
    foreign, own = ([name for name, _ in scope["headers"]] for scope in outside.reached)
    assert foreign == [b"host", b"accept"]
    assert own == [b"host", b"origin", b"accept"]


def test_whom_a_proxy_names_is_counted_and_whom_a_stranger_names_is_not():
    clients = []

    async def here(request):
        clients.append(request.client.host)
        return PlainTextResponse("here")

    def asked(peer, environment):
        app = Starlette(routes=[Route("/", here)], middleware=middleware(environment))
        scope = {
            "type": "http", "method": "GET", "path": "/", "root_path": "", "query_string": b"",
            "headers": [(b"x-forwarded-for", b"198.51.100.9, 203.0.113.7")], "client": (peer, 1),
        }  # fmt: skip

        async def send(_message):
            pass

        run(app(scope, None, send))
        return clients.pop()

    assert asked("127.0.0.1", {}) == READER
    assert asked("::ffff:127.0.0.1", {}) == READER
    assert asked("198.51.100.77", {}) == "198.51.100.77"
    named = {"FORWARDED_ALLOW_IPS": "10.83.9.0/24"}
    assert asked("::ffff:10.83.9.10", named) == READER
    assert asked("127.0.0.1", named) == "127.0.0.1"


@pytest.mark.parametrize(
    ("host", "client"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::1", "2001:db8:1:2::/64"),
        ("127.0.0.1", ""),
        ("127.8.9.1", ""),
        ("::ffff:127.0.0.1", ""),
        ("::1", ""),
        ("a-name", "a-name"),
    ],
)
def test_whose_allowance_a_question_counts_against(host, client):
    assert client_of({"client": (host, 5000)}) == client


def test_what_a_proxy_has_handed_on_is_never_this_machines_own():
    for host, client in (("127.0.0.1", "127.0.0.1"), ("::1", "::/64"), ("203.0.113.7",) * 2):
        handed_on = {"client": (host, 5000), "headers": [(b"x-forwarded-for", host.encode())]}
        assert client_of(handed_on) == client


def test_a_server_behind_a_file_of_the_machine_asks_for_itself():
    assert [client_of({}), client_of({"client": None})] == ["", ""]


def test_a_proxy_is_known_by_each_of_its_names():
    assert proxies("127.0.0.1,::1") == ["127.0.0.1", "::1", "::ffff:127.0.0.1/128"]
    assert proxies("10.83.9.0/24, front") == ["10.83.9.0/24", "front", "::ffff:10.83.9.0/120"]
    assert (proxies("*"), proxies("")) == (["*"], [])
