"""What browsers of one address may say on open pages, to the last message."""

import asyncio

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg

from components.limits import (
    ACTS,
    LARGEST_MESSAGE,
    SESSIONS,
    SESSIONS_OF_ONE,
    note,
)
from components.messages import ACTS_OF_A_DAY, ACTS_OF_A_FILE, Days, Messages
from tests.components.outside import OTHER, READER, Outside, Page, frame, heard_by, run


def message(**said):
    return BackMsg(**said).SerializeToString()


HEARTBEAT = message(app_heartbeat=True)
A_FILE = message(backend_operation_request={"deferred_file": {"file_id": "x"}})


def test_an_address_has_three_hundred_open_pages_and_the_server_two_thousand():
    async def crowd():
        gone, refused = asyncio.Event(), []

        async def app(_scope, _receive, _send):
            await gone.wait()

        outside = Outside(app)

        async def open_page(client):
            page = Page(client=client)
            await outside.limits(page.scope, page.receive, page.send)
            refused.extend(m["status"] for m in page.sent if "status" in m)

        def of(client, number):
            return [asyncio.create_task(open_page(client)) for _ in range(number)]

        tasks = of(READER, 301)
        await asyncio.sleep(0)
        counts = [list(refused)]
        tasks += of("127.0.0.1", SESSIONS - SESSIONS_OF_ONE)
        await asyncio.sleep(0)
        counts.append(list(refused))
        tasks += of(OTHER, 1)
        await asyncio.sleep(0)
        counts.append(list(refused))
        gone.set()
        await asyncio.gather(*tasks)
        return counts, outside.limits._sessions

    counts, left = run(crowd())
    assert (SESSIONS_OF_ONE, SESSIONS) == (300, 2000)
    assert counts == [[503], [503], [503, 503]]
    assert dict(left) == {}


def test_acts_on_pages_are_slowed_after_six_hundred_and_none_is_lost():
    heard, outside = heard_by(Page([HEARTBEAT] * 602))
    assert ACTS == (600, 30.0)
    assert [m["type"] for m in heard].count("websocket.receive") == 602
    # To connect is no act, nor is the message that the page has gone.
    assert outside.paused == [0.033333, 0.066667]
    heard, outside = heard_by(Page([HEARTBEAT] * 602, client="127.0.0.1"))
    assert (len(heard), outside.paused) == (604, [])


def test_a_file_costs_what_ten_choices_do():
    _, outside = heard_by(Page([A_FILE] * 61))
    assert ACTS_OF_A_FILE == 10
    assert outside.paused == [0.333333]


@pytest.mark.parametrize(
    ("said", "acts"),
    [
        (message(rerun_script={"query_string": "force=northumbria"}), 1),
        (message(stop_script=True), 1),
        (HEARTBEAT, 1),
        (A_FILE, 10),
        (message(backend_operation_request={"dataframe_chunk": {}}), 1),
        (b"\xff\xff not a message", 1),
        (message(load_git_info=True), 0),
        (message(clear_cache=True), 0),
        (message(set_run_on_save=True), 0),
        (message(file_urls_request={"request_id": "x"}), 0),
        (message(debug_shutdown_runtime=True), 0),
        (message(backend_operation_request={"install_skills": {}}), 0),
        (message(backend_operation_request={}), 0),
        (message(), 0),
    ],
)
def test_what_no_readers_browser_asks_for_is_not_done(said, acts):
    assert Messages(Days()).acts_of(said) == acts
    heard, _ = heard_by(Page([said]))
    assert len(heard) == (3 if acts else 2)


def test_a_past_day_that_is_not_held_costs_what_thirty_choices_do():
    of_all = Days()
    messages = Messages(of_all)

    def acts_on(day, more="&force=northumbria", page=messages):
        return page.acts_of(message(rerun_script={"query_string": f"as-known-on={day}{more}"}))

    assert ACTS_OF_A_DAY == 30
    assert [acts_on("2019-07-24"), acts_on("2019-07-24", "&theme=x"), acts_on("")] == [30, 1, 1]
    assert [acts_on(f"2018-01-0{number}") for number in range(1, 5)] == [30] * 4
    assert [acts_on("2019-07-24"), acts_on("2018-01-04"), acts_on("2018-01-01")] == [30, 1, 30]
    # Who reads another day beside four others pays for it once; and a day of all is nobody's cost.
    other = Messages(of_all)
    assert [acts_on("2018-01-01", page=other), acts_on("2017-01-01", page=other)] == [1, 30]
    for number in range(2, 6):
        acts_on(f"2018-01-0{number}")
    assert [acts_on("2017-01-01", page=other), acts_on("2017-01-01")] == [1, 1]
    assert messages.acts_of(message(rerun_script={"query_string": "q=as-known-on"})) == 1
    hidden = message(rerun_script={"query_string": "as%2Dknown%2Don=2016-01-01"})
    assert messages.acts_of(hidden) == 30


def test_a_message_of_a_browser_has_64_kilobytes_and_no_more():
    heard, _ = heard_by(Page([b"\xff" * LARGEST_MESSAGE]))
    assert [m["type"] for m in heard][1] == "websocket.receive"
    for said in (frame(b"\xff" * (LARGEST_MESSAGE + 1)), frame(None) | {"text": "a" * 65537}):
        page = Page()
        page.said.append(said)
        heard, _ = heard_by(page)
        assert [m["type"] for m in heard] == ["websocket.connect", "websocket.disconnect"]
        assert page.sent == [{"type": "websocket.close", "code": 1009}]


@pytest.mark.parametrize(
    ("origin", "let_in"),
    [
        (b"https://history.example", True),
        (None, True),
        (b"https://evil.example", False),
        (b"https://history.example:8443", False),
        (b"null", False),
        (b"http://[", False),
    ],
)
def test_pages_of_other_sites_may_not_connect(origin, let_in):
    headers = [(b"host", b"history.example"), *([(b"origin", origin)] if origin else [])]
    page = Page(headers=headers)
    heard, _ = heard_by(page)
    assert bool(heard) == let_in
    assert [m.get("status") for m in page.sent] == ([] if let_in else [403, None])


def test_the_log_names_an_address_once_that_has_met_a_limit_and_not_what_it_asked(caplog):
    note.cache_clear()
    for client in (READER, OTHER, READER):
        heard_by(Page([HEARTBEAT] * 602, client=client))
    assert [record.getMessage().partition(". ")[0] for record in caplog.records] == [
        f"{client} asks for more than the readers of one address may (components/limits.py)"
        for client in (READER, OTHER)
    ]
    assert "name it in FORWARDED_ALLOW_IPS" in caplog.text
