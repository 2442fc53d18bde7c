"""The limits as the server meets them: questions and open pages from outside, and a clock that stands."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from starlette.responses import PlainTextResponse

from components.limits import Limits

READER, OTHER = "203.0.113.7", "203.0.113.8"


def run(awaitable):
    """Wait for it, in a thread of its own: a browser test may have left its loop in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, asyncio.wait_for(awaitable, 30)).result()


class Outside:
    """The limits around an application that notes what reaches it, asked as the server asks it."""

    def __init__(self, app=None):
        self.reached, self.paused, self.now = [], [], 0.0
        self.limits = Limits(app or self.note, clock=lambda: self.now, pause=self.pause)

    async def note(self, scope, receive, send):
        self.reached.append(scope)
        await PlainTextResponse("here")(scope, receive, send)

    async def pause(self, seconds):
        self.paused.append(round(seconds, 6))

    async def ask(self, path="/record/", client=READER, method="GET", query=b"", headers=()):
        sent = []

        async def send(message):
            sent.append(message)

        scope = {
            "type": "http", "method": method, "path": path, "raw_path": path.encode(),
            "query_string": query, "root_path": "", "headers": list(headers),
            "client": (client, 5000) if client else None,
        }  # fmt: skip
        await self.limits(scope, None, send)
        found = {k.decode(): v.decode() for k, v in sent[0]["headers"]}
        return sent[0]["status"], found, sent[1]["body"].decode()


class Page:
    """A page that stays connected, whose browser says what it is told to say."""

    def __init__(self, said=(), client=READER, headers=()):
        self.sent, self.said = [], [{"type": "websocket.connect"}, *map(frame, said)]
        self.scope = {
            "type": "websocket", "path": "/_stcore/stream", "root_path": "", "query_string": b"",
            "headers": list(headers), "client": (client, 5000),
            "extensions": {"websocket.http.response": {}},
        }  # fmt: skip

    async def receive(self):
        return self.said.pop(0) if self.said else {"type": "websocket.disconnect", "code": 1001}

    async def send(self, message):
        self.sent.append(message)


def frame(said):
    return {"type": "websocket.receive", "bytes": said}


def heard_by(page, outside=None):
    """What the application hears of a page until it has gone, and the limits it was heard through."""
    heard = []

    async def app(_scope, receive, _send):
        while not heard or heard[-1]["type"] != "websocket.disconnect":
            heard.append(await receive())

    outside = outside or Outside()
    outside.limits.app = app
    run(outside.limits(page.scope, page.receive, page.send))
    return heard, outside
