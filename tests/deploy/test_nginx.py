"""The shipped configuration of nginx, before two stand-ins that tell what they were asked.

Before real processes, with readers in a browser: tests/browser/test_behind_nginx.py.
"""

import gzip
import json
import re
import ssl
import subprocess
import urllib.request
from pathlib import Path

import pytest

from tests.browser.conftest import unused_port
from tests.deploy.front import answered_by, configured, fronted
from tests.deploy.stand_in import FOR_A_YEAR, SCRIPT, standing_in

DEPLOYING = Path(__file__).parents[2] / "docs" / "deploying.md"
LISTENING = re.findall(r"^```nginx\n(.*?)^```", DEPLOYING.read_text(), re.M | re.S)
READERS = [f"{number:02x}" for number in range(256)]


@pytest.fixture
def two():
    """Two processes, of which only the second holds the file /media/b."""
    with standing_in("", "/media/b") as standing:
        yield standing


@pytest.fixture
def front(two, tmp_path):
    with fronted(tmp_path, [process.address for process in two], unused_port()) as front:
        yield front


def test_readers_are_shared_out_and_each_stays_with_one_process(front, two):
    # An odd number, so that taking turns would not bring each back to where it was.
    several = READERS[1:]
    with front.line() as ask:
        assert {ask("/ready", reader=reader).status for reader in several * 2} == {200}
    by = [answered_by(line) for line in front.noted("/ready", 510)]
    assert by[:255] == by[255:]
    assert all(by[:255].count(process.address) > 64 for process in two)


def test_a_new_reader_is_told_apart_by_a_number_that_many_share(front):
    with front.line() as ask:
        drawn = [cookie for _ in range(20) for cookie in ask("/history").all("set-cookie")]
    form = r"inspection_server=([0-9a-f]{2}); Path=/; HttpOnly; SameSite=Lax"
    assert [cookie for cookie in drawn if not re.fullmatch(form, cookie)] == []
    assert len(drawn) == 20
    assert len(set(drawn)) > 1
    assert front.ask("/history", reader="7f").all("set-cookie") == []
    assert len(front.ask("/history", reader="7fa").all("set-cookie")) == 1


def test_who_takes_no_cookie_stays_with_one_process_too(front):
    for _ in range(20):
        front.ask("/data", {"User-Agent": "Refuses cookies"})
    assert len({answered_by(line) for line in front.noted("/data", 20)}) == 1


def test_a_file_to_take_away_is_found_in_whichever_process_holds_it(front, two):
    assert {front.ask("/media/b", reader=reader).status for reader in READERS[:40]} == {200}
    assert front.ask("/media/nowhere").status == 404
    assert {path for path, _ in two[0].asked} == {"/media/b", "/media/nowhere"}


def test_a_process_is_told_who_asks_and_believes_no_reader_about_it(front):
    port = front.port
    told = json.loads(
        front.ask(
            "/ready",
            {
                "Host": f"history.example:{port}",
                "X-Forwarded-For": "192.0.2.66",
                "X-Forwarded-Proto": "https",
                "X-Forwarded-Host": "elsewhere.example",
                "Forwarded": "for=192.0.2.66",
                "Upgrade": "h2c",
                "Connection": "Upgrade",
                "Accept-Encoding": "identity",
            },
        ).content
    )
    assert told == {
        "Host": f"history.example:{port}",
        "X-Forwarded-For": "127.0.0.1",
        "X-Forwarded-Proto": "http",
        "X-Forwarded-Host": f"history.example:{port}",
        "Accept-Encoding": "identity",
    }


def test_what_is_named_after_its_content_is_asked_of_a_process_once(front, two):
    packed = {"Accept-Encoding": "gzip"}
    answers = [front.ask("/static/app.js?any=1", packed, reader=reader) for reader in READERS[:20]]
    assert {gzip.decompress(answer.content) for answer in answers} == {SCRIPT}
    assert {tuple(answer.all("content-encoding")) for answer in answers} == {("gzip",)}
    assert {tuple(answer.all("cache-control")) for answer in answers} == {(FOR_A_YEAR,)}
    assert len(two[0].asked + two[1].asked) == 1


def test_a_document_of_the_record_is_kept_for_a_crowd_and_browsers_still_ask(front, two):
    packed = {"Accept-Encoding": "gzip"}
    answers = [front.ask("/record/themes/", packed) for _ in range(20)]
    assert {gzip.decompress(answer.content) for answer in answers} == {SCRIPT}
    assert {tuple(answer.all("cache-control")) for answer in answers} == {("no-cache",)}
    assert {tuple(answer.all("set-cookie")) for answer in answers} == {()}
    unchanged = front.ask("/record/themes/", {**packed, "If-None-Match": 'W/"as it is"'})
    assert unchanged.status == 304
    # Once, or twice where the five seconds ended meanwhile, and then only whether it has changed.
    asked = [headers.get("If-None-Match") for _, headers in two[0].asked + two[1].asked]
    assert asked in ([None], [None, '"as it is"'])


def test_a_page_is_asked_of_a_process_each_time(front, two):
    assert {front.ask("/history").status for _ in range(3)} == {200}
    assert len(two[0].asked + two[1].asked) == 3


def test_nothing_is_taken_from_readers_but_questions(front, two):
    assert front.ask("/_stcore/upload_file/a/b", method="PUT").status == 405
    assert front.ask("/ready", method="POST").status == 405
    assert front.ask("/ready", {"X-Long": "x" * 9000}).status == 400
    assert front.ask("/ready").all("server") == ["nginx"]
    assert [path for path, _ in two[0].asked + two[1].asked] == ["/ready"]


def test_an_office_gets_in_and_a_flood_does_not(front):
    with front.line("127.0.0.2") as ask:
        assert {ask("/_stcore/stream").status for _ in range(201)} == {200}
        assert 429 in (ask("/_stcore/stream").status for _ in range(700))
    with front.line("127.0.0.3") as ask:
        assert ask("/_stcore/stream").status == 200


def test_without_any_process_readers_are_told_so_in_plain_words(tmp_path):
    with fronted(tmp_path, ["127.0.0.1:9", "127.0.0.1:19"], unused_port()) as front:
        answer = front.ask("/history")
    assert answer.status == 503
    assert answer.all("retry-after") == ["30"]
    assert answer.all("content-type") == ["text/html; charset=utf-8"]
    assert b"<h1>Inspection History cannot be reached just now</h1>" in answer.content


@pytest.mark.parametrize("which", [0, 1], ids=["encrypted", "behind another server"])
def test_each_other_way_to_listen_that_the_page_shows_can_be_used(which, two, tmp_path):
    port, encrypted = unused_port(), unused_port()
    listen = LISTENING[which].replace("8443", f"127.0.0.1:{encrypted}")
    listen = re.sub(r"/etc/ssl/history\.example/(\w+\.pem)", rf"{tmp_path}/\1", listen)
    certificate(tmp_path)
    with fronted(tmp_path, [process.address for process in two], port, listen) as front:
        if which:
            answer = front.ask("/ready", {"X-Forwarded-For": "192.0.2.66"})
            cookie, kept = answer.all("set-cookie"), answer.all("strict-transport-security")
            told = json.loads(answer.content)
        else:
            moved = front.ask("/history?force=northumbria", {"Host": "history.example"})
            assert moved.status == 308
            assert moved.all("location") == ["https://history.example/history?force=northumbria"]
            assert moved.all("strict-transport-security") == []
            trusting = ssl.create_default_context(cafile=tmp_path / "fullchain.pem")
            with urllib.request.urlopen(
                f"https://localhost:{encrypted}/ready", context=trusting
            ) as answer:
                told = json.load(answer)
                cookie = answer.headers.get_all("set-cookie")
                kept = answer.headers.get_all("strict-transport-security")
    assert kept == ["max-age=31536000"]
    assert cookie[0].endswith("; Secure")
    assert told["X-Forwarded-Proto"] == "https"
    assert told["X-Forwarded-For"] == ("192.0.2.66" if which else "127.0.0.1")


def certificate(folder):
    subprocess.run(
        [
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
            "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
            "-keyout", folder / "privkey.pem", "-out", folder / "fullchain.pem",
        ],
        check=True,
        capture_output=True,
    )  # fmt: skip


def test_nginx_finds_nothing_to_warn_of_in_what_is_shipped(tmp_path):
    command = configured(tmp_path, ["127.0.0.1:1", "127.0.0.1:2"], 8080)
    said = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False).stderr
    assert re.findall(r"\[(\w+)\]", said) == []
    assert said.endswith("test is successful\n")
