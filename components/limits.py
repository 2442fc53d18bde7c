"""How much one reader may ask of the server, so that a script or a crowd cannot take it from the rest.

The measure is an office of a hundred people who read the record behind one address: all open a page
in the same moment, each then chooses something every five seconds and follows a link in the published
record every ten, which asks for a document and its style sheet. None of them meets a limit. Whoever
asks faster is slowed down, by `LONGEST_WAIT` at most: a document is then refused, and of what is done
on a page each open page does one thing in that time. What no reader's browser asks for is not done.

The server itself is no reader: who asks from the same machine is not counted, so that a proxy which
does not say for whom it asks cannot have all its readers share one allowance.
"""

from __future__ import annotations

import asyncio
import logging
import os
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from functools import lru_cache
from math import ceil
from time import monotonic

from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from components.allowance import Allowance
from components.below_base import path_below_base
from components.client import PROXIES, client_of, is_from_elsewhere, proxies, without_origin
from components.messages import Days, Messages
from inspection.addresses import RECORD

LOG = logging.getLogger(__name__)

LONGEST_ADDRESS = 4096
"""Bytes of path and choices. With every force, theme and programme chosen singly there are 3,000."""
LARGEST_MESSAGE = 64 * 1024
"""Bytes of one message of a browser. A page's choices and its address make about one thousand."""
LONGEST_WAIT = 10.0
DOCUMENTS = (400, 30.0)
"""Of the published record, for one address: so many at once, and so many a second after that."""
ACTS = (600, 30.0)
"""What readers of one address do on pages: a page opened or a choice made is one."""
SESSIONS_OF_ONE = 300
"""Open pages of one address: three for each of the hundred. The server keeps up to 0.4 MB for one."""
SESSIONS = 2000
AT_WORK = 8
IN_LINE = 200
"""Documents of the record that are made ready at once, and that may wait for it."""
READ_ONLY = ("GET", "HEAD", "OPTIONS")
CLOSED = (
    "/_stcore/metrics/",
    "/_stcore/agent/",
    "/_stcore/upload_file/",
    "/auth/",
    "/oauth2callback/",
)
"""What the framework has for others than readers: figures, a way in for programs, uploads, a login."""

Pause = Callable[[float], Awaitable[None]]


class Limits:
    """Middleware that holds every limit on what comes from outside."""

    def __init__(
        self, app: ASGIApp, clock: Callable[[], float] = monotonic, pause: Pause = asyncio.sleep
    ) -> None:
        self.app = app
        self._pause = pause
        self._documents = Allowance(*DOCUMENTS, clock)
        self._acts = Allowance(*ACTS, clock)
        self._days = Days()
        self._sessions: Counter[str] = Counter()
        self._at_work = asyncio.Semaphore(AT_WORK)
        self._in_line = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket" and is_from_elsewhere(scope):
            await plain(403, "Pages of other sites may not connect here.")(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._session(scope, receive, send)
        elif scope["type"] != "http":
            await self.app(scope, receive, send)
        elif (refused := refusal(scope)) is not None:
            await refused(scope, receive, send)
        elif is_from_elsewhere(scope):
            await self(without_origin(scope), receive, send)
        elif f"{path_below_base(scope)}/".startswith(f"/{RECORD}"):
            await self._document(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _document(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A document of the record: in its address's time, and in its turn."""
        client = client_of(scope)
        wait = self._documents.wait(client, longest=LONGEST_WAIT) if client else 0.0
        if wait is None:
            note(client)
            await too_fast()(scope, receive, send)
        elif self._in_line >= IN_LINE:
            await too_many()(scope, receive, send)
        else:
            if wait:
                await self._pause(wait)
            await self._in_turn(scope, receive, send)

    async def _in_turn(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Wait for one of the places at work, and leave it when there is something to send.

        Why then already: whoever reads slowly would else keep the place from the others.
        """
        self._in_line += 1
        try:
            await self._at_work.acquire()
        finally:
            self._in_line -= 1
        has_place = True

        def leave() -> None:
            nonlocal has_place
            if has_place:
                has_place = False
                self._at_work.release()

        async def leave_and_send(message: Message) -> None:
            leave()
            await send(message)

        try:
            await self.app(scope, receive, leave_and_send)
        finally:
            leave()

    async def _session(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A page that stays connected: one of a number, each thing asked on it in its time."""
        client = client_of(scope)
        of_one = self._sessions[client] if client else 0
        if of_one >= SESSIONS_OF_ONE or self._sessions.total() >= SESSIONS:
            note(client)
            await too_many()(scope, receive, send)
            return
        self._sessions[client] += 1
        try:
            await self.app(scope, self._heard(client, receive, send), send)
        finally:
            self._sessions[client] -= 1
            self._sessions += Counter()  # forgets who has none left

    def _heard(self, client: str, receive: Receive, send: Send) -> Receive:
        """What a page says, as far as it is heard: nothing too large, nothing no reader asks for."""

        messages = Messages(self._days)

        async def receive_in_time() -> Message:
            while True:
                message = await receive()
                if message["type"] == "websocket.connect":
                    return message
                if message["type"] == "websocket.disconnect":
                    return message
                said = message.get("bytes") or b""
                if len(said) > LARGEST_MESSAGE or len(message.get("text") or "") > LARGEST_MESSAGE:
                    await send({"type": "websocket.close", "code": 1009})
                    return {"type": "websocket.disconnect", "code": 1009}
                if acts := messages.acts_of(said) if "bytes" in message else 1:
                    if client and (wait := self._acts.wait(client, acts)):
                        note(client)
                        await self._pause(min(wait, LONGEST_WAIT))
                    return message

        return receive_in_time


def middleware(environment: Mapping[str, str] = os.environ) -> list[Middleware]:
    """Who asks, as proxies say, and what they may ask. Goes inside what puts headers on answers."""
    trusted = proxies(environment.get(PROXIES, "127.0.0.1,::1"))
    return [Middleware(ProxyHeadersMiddleware, trusted_hosts=trusted), Middleware(Limits)]


def refusal(scope: Scope) -> Response | None:
    """The answer to what no reader asks for; None where the question is one to be answered."""
    path = path_below_base(scope) or ""
    address = len(scope.get("raw_path") or b"") + len(scope["query_string"])
    if scope["method"] not in READ_ONLY:
        said = "Nothing can be sent to this server; it can only be read."
        return plain(405, said, Allow=", ".join(READ_ONLY))
    if address > LONGEST_ADDRESS:
        said = (
            f"No address here has more than {LONGEST_ADDRESS} characters; this one has {address}."
        )
        return plain(414, said)
    if f"{path}/".startswith(CLOSED):
        return plain(404, "There is nothing for readers at this address.")
    return None


@lru_cache(maxsize=1000)
def note(client: str) -> None:
    """Say in the log, once for each address, that it has met a limit; not what it asked for."""
    LOG.warning(
        "%s asks for more than the readers of one address may (components/limits.py). Where that is "
        "a proxy of yours, name it in %s, so that its readers are told apart.",
        client or "This machine",
        PROXIES,
    )


def too_fast() -> Response:
    """That one address has asked for more than it may, and when to come again."""
    said = (
        "More has been asked for from this address than one office needs. Wait a little, and ask "
        "for one thing after another. The whole record can be had at once as open data: record/data/."
    )
    return plain(429, said, **{"Retry-After": str(ceil(LONGEST_WAIT))})


def too_many() -> Response:
    """That the server has as many readers as it can serve, and when to come again."""
    said = "Very many people are reading at this moment. Try again in half a minute."
    return plain(503, said, **{"Retry-After": "30"})


def plain(status: int, said: str, **headers: str) -> Response:
    """A sentence, which nobody keeps."""
    return PlainTextResponse(f"{said}\n", status, {"Cache-Control": "no-store", **headers})
