"""What every answer of the server tells a browser to leave alone: fit for a public site.

One policy holds for the dashboard, as tight as the framework can bear, found by taking away each
expression and going through every page in a browser (tests/browser/test_headers.py goes through
them with what is left). A far tighter one holds for the published record, whose documents need
nothing but themselves and one style sheet.

Not here: redirection to https and Strict-Transport-Security, which belong to whatever ends TLS in
front of this server.
"""

from __future__ import annotations

import os
import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.below_base import path_below_base
from components.front_page import inline_scripts
from inspection.addresses import RECORD
from inspection.published.page import POLICY

FRAME_ANCESTORS = "INSPECTION_FRAME_ANCESTORS"
"""Environment variable: who may show the dashboard in a frame. Origins, `self`, or `none`."""
UNUSED = (
    "accelerometer",
    "browsing-topics",
    "camera",
    "display-capture",
    "encrypted-media",
    "geolocation",
    "gyroscope",
    "hid",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "usb",
    "xr-spatial-tracking",
)
"""What a browser offers and no page here asks for. Named only where Chromium knows the name."""
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    # Which force and which finding somebody reads stands in the address, and is nobody else's
    # concern: reports on other sites are opened without saying where from.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in UNUSED),
    "Cross-Origin-Opener-Policy": "same-origin",
}
STARTS = ("http.response.start", "websocket.http.response.start", "websocket.accept")
"""What an answer begins with: to a question, to a connection refused, and to one let in."""
ORIGIN = re.compile(r"https://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?")


class UnusableFraming(ValueError):
    """Who may show the dashboard in a frame was set to something that names nobody."""


class PublicHeaders:
    """Middleware that puts the headers on every answer, in the place of any the framework sets."""

    def __init__(self, app: ASGIApp, framed_by: str = "'self'") -> None:
        self.app = app
        framing = f"frame-ancestors {framed_by}"
        self.dashboard = f"{dashboard_policy(inline_scripts())}; {framing}"
        self.record = f"{POLICY}; {framing}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        added = ALWAYS | {"Content-Security-Policy": self._policy_at(scope)}
        started = False

        async def send_with_headers(message: Message) -> None:
            nonlocal started
            if message["type"] == "websocket.close" and not started:
                # The framework refuses a connection without a word, and so without headers.
                refused = PlainTextResponse("This page may not connect to the server.", 403)
                await refused(scope, receive, send_with_headers)
                return
            if message["type"] in STARTS:
                started = True
                headers = MutableHeaders(scope=message)
                for name, value in added.items():
                    headers[name] = value
            await send(message)

        try:
            await self.app(scope, receive, send_with_headers)
        except Exception:
            # The framework's own words for a fault would go out beside this middleware.
            if not started:
                sorry = PlainTextResponse("The server met a fault of its own.", 500)
                await sorry(scope, receive, send_with_headers)
            raise

    def _policy_at(self, scope: Scope) -> str:
        path = path_below_base(scope) or ""
        return self.record if f"{path}/".startswith(f"/{RECORD}") else self.dashboard


def middleware(environment: Mapping[str, str] = os.environ) -> list[Middleware]:
    """The headers for the server; SystemExit where what was set cannot be a header."""
    try:
        framed_by = frame_ancestors(environment.get(FRAME_ANCESTORS, ""))
    except UnusableFraming as error:
        raise SystemExit(f"{FRAME_ANCESTORS}: {error}") from error
    return [Middleware(PublicHeaders, framed_by)]


def frame_ancestors(text: str) -> str:
    """Who may show the dashboard in a frame, as the policy says it; itself alone if nothing is set.

    UnusableFraming for anything but `none`, or `self` and https origins with spaces between.
    """
    asked = text.split() or ["self"]
    words = [f"'{word}'" if word in ("self", "none") else word for word in asked]
    for word in words:
        if word not in ("'self'", "'none'") and not _is_origin(word):
            raise UnusableFraming(
                f"“{word}” is none of: self, none, or an origin such as https://intranet.example."
            )
    if "'none'" in words and len(words) > 1:
        raise UnusableFraming("none stands alone, or not at all.")
    return " ".join(words)


def _is_origin(word: str) -> bool:
    if not ORIGIN.fullmatch(word):
        return False
    try:
        return urlsplit(word).port != 0
    except ValueError:
        return False


def dashboard_policy(scripts: Iterable[str]) -> str:
    """What the dashboard's pages may load, given the scripts that stand in the page itself."""
    known = " ".join(sorted(f"'sha256-{_digest(script)}'" for script in scripts))
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' {known}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _digest(script: str) -> str:
    return b64encode(sha256(script.encode()).digest()).decode()
