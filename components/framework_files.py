"""The framework's own scripts and style sheets: sent compressed, and asked for in time.

The framework sends them as they are and leaves the rest to a proxy, so a first visit fetches two
megabytes more than it need. And it asks for the parts that draw our pages only when the first words
have come, one round trip after another. Both are mended from outside; no file of it is changed, and
whatever is not known here is left to the framework.
"""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path

import streamlit
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.answering import FOR_GOOD, is_unchanged, takes_gzip
from components.below_base import path_below_base
from inspection.publication import entity_tag

FOLDER = Path(streamlit.__file__).with_name("static")
BELOW = "/static/"
COMPRESSED = {".js": "text/javascript", ".css": "text/css"}
"""Kinds of files that become smaller. Fonts and pictures are small by themselves."""
DRAWN_WITH = ("Html", "TextInput", "ButtonGroup")
"""The framework's names for the parts that every page of ours is drawn with."""
IMPORTED = re.compile(r"""(?:from|import)\s*["'`]\./([\w.-]+\.js)["'`]""")


class CompressedFrameworkFiles:
    """Middleware that answers for the framework's scripts and style sheets where it can do better.

    It looks a path up among the names of the files there are; nothing else is opened.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = _path_asked_for(scope)
        if path is None:
            await self.app(scope, receive, send)
            return
        asked = Headers(scope=scope)
        if "range" in asked or not takes_gzip(asked):
            await self.app(scope, receive, _saying_it_varies(send))
            return
        if path not in _compressed:
            await run_in_threadpool(compress, path)
        await _answer(path, asked)(scope, receive, send)


def middleware() -> list[Middleware]:
    """Goes inside whatever puts headers on every answer."""
    return [Middleware(CompressedFrameworkFiles)]


def needed_later(front_page: str) -> list[str]:
    """The scripts all pages are drawn with and `front_page` does not name: paths below the base.

    In the order in which the framework would come to ask for them; none where a new version of the
    framework calls its parts something else.
    """
    scripts = {path.name: path for path in files().values() if path.suffix == ".js"}
    found: dict[str, None] = {}
    waiting = [name for part in DRAWN_WITH for name in scripts if name.split(".")[0] == part]
    while waiting:
        name = waiting.pop(0)
        if name in scripts and name not in found and f"/{name}" not in front_page:
            found[name] = None
            waiting += IMPORTED.findall(scripts[name].read_text("utf-8"))
    return [f"static/js/{name}" for name in found]


@cache
def files() -> dict[str, Path]:
    """Every script and style sheet of the framework, by its path below the dashboard's own."""
    return {
        f"/{file.relative_to(FOLDER).as_posix()}": file
        for file in sorted((FOLDER / BELOW.strip("/")).rglob("*"))
        if file.suffix in COMPRESSED
    }


def _path_asked_for(scope: Scope) -> str | None:
    if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
        return None
    path = path_below_base(scope)
    return path if path in files() else None


_compressed: dict[str, tuple[bytes, str]] = {}
"""Files as they are sent, each with its entity tag. Those that our pages use are under a megabyte."""


def have_ready(front_page: str) -> None:
    """Compress whatever `front_page` names, so that its first reader need not wait for it."""
    for path in files():
        if f'".{path}"' in front_page:
            compress(path)


def compress(path: str) -> None:
    content = gzip.compress(files()[path].read_bytes(), mtime=0)
    _compressed[path] = content, entity_tag(content)


def _answer(path: str, asked: Headers) -> Response:
    content, mark = _compressed[path]
    headers = {"Cache-Control": FOR_GOOD, "Vary": "Accept-Encoding", "ETag": mark}
    if is_unchanged(asked, mark):
        return Response(status_code=304, headers=headers)
    headers["Content-Encoding"] = "gzip"
    return Response(content, headers=headers, media_type=COMPRESSED[files()[path].suffix])


def _saying_it_varies(send: Send) -> Send:
    async def send_with_vary(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).add_vary_header("Accept-Encoding")
        await send(message)

    return send_with_vary
