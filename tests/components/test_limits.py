"""How much of the published record one address may ask for, to the last request."""

import asyncio

import pytest
from starlette.responses import PlainTextResponse

from components.limits import AT_WORK, DOCUMENTS, IN_LINE, LONGEST_ADDRESS, Limits
from tests.components.outside import OTHER, READER, Outside, run


async def all_have_got_as_far_as_they_get():
    """Give every task that can go on its turns."""
    for _ in range(50):
        await asyncio.sleep(0)


def test_an_office_of_a_hundred_reading_at_once_meets_no_limit():
    outside, acts = Outside(), Limits(None, clock=lambda: outside.now)._acts
    waits = [acts.wait(READER) for _ in range(100 * 3)]  # connected, drawn, told to be alive

    async def two_minutes():
        for _ in range(2 * 100):
            await outside.ask()
        for second in range(1, 121):
            outside.now = float(second)
            waits.extend(acts.wait(READER) for _ in range(20))
            for _ in range(2 * 10):
                await outside.ask()

    run(two_minutes())
    assert (set(waits), outside.paused) == ({0.0}, [])
    assert len(outside.reached) == 200 + 120 * 20


def test_documents_are_slowed_after_four_hundred_and_refused_where_the_wait_is_too_long():
    outside = Outside()

    async def flood():
        return [(await outside.ask())[0] for _ in range(702)]

    assert DOCUMENTS == (400, 30.0)
    assert run(flood()) == [200] * 700 + [429] * 2
    assert outside.paused[:2] == [0.033333, 0.066667]
    assert (len(outside.paused), outside.paused[-1]) == (300, 10.0)
    status, headers, said = run(outside.ask())
    assert (status, headers["retry-after"], headers["cache-control"]) == (429, "10", "no-store")
    assert said.startswith("More has been asked for from this address than one office needs.")
    assert run(outside.ask(client=OTHER))[0] == 200
    outside.now = 1.0
    statuses = [run(outside.ask())[0] for _ in range(31)]
    assert statuses == [200] * 30 + [429]


@pytest.mark.parametrize(
    ("path", "client"),
    [
        ("/static/a.js", READER),
        ("/history", READER),
        ("/ready", READER),
        ("/recording", READER),
        ("/record/", "127.0.0.1"),
        ("/record/", "::1"),
        ("/record/", "::ffff:127.0.0.1"),
        ("/record/", None),
    ],
)
def test_what_costs_little_and_this_machine_itself_are_not_counted(path, client):
    outside = Outside()

    async def flood():
        return {(await outside.ask(path, client))[0] for _ in range(1000)}

    assert (run(flood()), outside.paused) == ({200}, [])


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "CONNECT"])
def test_nothing_can_be_sent_to_the_server(method):
    outside = Outside()
    status, headers, said = run(outside.ask("/_stcore/upload_file/a/b", method=method))
    assert (status, headers["allow"]) == (405, "GET, HEAD, OPTIONS")
    assert said == "Nothing can be sent to this server; it can only be read.\n"
    assert outside.reached == []


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_everything_can_be_read(method):
    assert run(Outside().ask("/history", method=method))[0] == 200


def test_an_address_may_have_four_thousand_and_ninety_six_characters_and_no_more():
    outside = Outside()
    longest = b"q=" + b"a" * (LONGEST_ADDRESS - len("/history") - 2)
    assert run(outside.ask("/history", query=longest))[0] == 200
    status, _, said = run(outside.ask("/history", query=longest + b"a"))
    assert (status, said) == (
        414,
        "No address here has more than 4096 characters; this one has 4097.\n",
    )
    assert len(outside.reached) == 1


def test_every_choice_there_is_made_singly_fits_into_an_address(published_record):
    record = published_record
    at_national_scale = 43 * "&force=avon-and-somerset"
    themes = "".join(f"&theme={theme.id}" for theme in record.themes)
    programmes = "".join(f"&programme={programme.id}" for programme in record.programmes)
    assert len(f"/progress?as-known-on=2019-07-24{at_national_scale}{themes}{programmes}") < 3500


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/_stcore/metrics", 404),
        ("/_stcore/agent/interact", 404),
        ("/_stcore/agent/openapi.json", 404),
        ("/_stcore/upload_file/a/b", 404),
        ("/auth/login", 404),
        ("/oauth2callback", 404),
        ("/_stcore/health", 200),
        ("/_stcore/metricsystem", 200),
    ],
)
def test_what_the_framework_has_for_others_than_readers_is_closed(path, status):
    assert run(Outside().ask(path))[0] == status


def test_eight_documents_are_made_at_once_two_hundred_wait_and_more_are_told_to_come_again():
    async def crowd():
        at_work, slow = [], asyncio.Event()

        async def app(scope, receive, send):
            at_work.append(scope)
            await slow.wait()
            await PlainTextResponse("here")(scope, receive, send)

        outside = Outside(app)
        asking = [
            asyncio.create_task(outside.ask(client=f"203.0.113.{n}"))
            for n in range(AT_WORK + IN_LINE)
        ]
        await all_have_got_as_far_as_they_get()
        before, refused = len(at_work), await outside.ask(client=OTHER)
        slow.set()
        answers = await asyncio.gather(*asking)
        return before, refused, {status for status, _, _ in answers}, outside

    before, (status, headers, said), answered, outside = run(crowd())
    assert (AT_WORK, IN_LINE, before) == (8, 200, 8)
    assert (status, headers["retry-after"]) == (503, "30")
    assert said == "Very many people are reading at this moment. Try again in half a minute.\n"
    assert (answered, outside.limits._in_line, outside.limits._at_work._value) == ({200}, 0, 8)


def test_whoever_reads_slowly_or_meets_a_fault_keeps_no_place_at_work():
    async def slow_readers():
        outside, never = Outside(), asyncio.Event()

        async def send_slowly(_message):
            await never.wait()

        scope = {
            "type": "http", "method": "GET", "path": "/record/", "root_path": "", "headers": [],
            "query_string": b"", "client": (READER, 1),
        }  # fmt: skip
        slow = [
            asyncio.create_task(outside.limits(dict(scope), None, send_slowly)) for _ in range(20)
        ]
        await all_have_got_as_far_as_they_get()
        reached, free = len(outside.reached), outside.limits._at_work._value
        for task in slow:
            task.cancel()
        return reached, free

    assert run(slow_readers()) == (20, AT_WORK)

    async def fault(_scope, _receive, _send):
        raise RuntimeError

    outside = Outside(fault)
    with pytest.raises(RuntimeError):
        run(outside.ask())
    assert outside.limits._at_work._value == AT_WORK
