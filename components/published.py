"""The published record beside the dashboard: documents, open data and feeds that need no script.

What stands in it is made in `inspection.publication`; here it is handed out so that copies may be
kept for as long as they are right, and so that other sites may read the data.
"""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Mapping
from email.utils import format_datetime
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.datastructures import Headers
from starlette.endpoints import HTTPEndpoint
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from components import dataset
from components.front_page import BelowBasePath, base_path
from inspection.addresses import RECORD
from inspection.problems import RecordProblems
from inspection.product import MARK, NAME

if TYPE_CHECKING:
    from inspection.publication import PublishedFile

EDITIONS = "INSPECTION_EDITIONS"
"""Environment variable: the folder in which `publish` keeps the files of earlier data versions."""
EARLIER = re.compile(r"data/[0-9]+\.[0-9]+\.[0-9]+/[a-z0-9-]+\.(csv|json|yaml)")
ASK_AGAIN = "no-cache"
"""A copy may be kept, and is asked about before each use."""
# Not Starlette's middleware for this: it leaves the header out where no origin is named in the
# question, and a copy kept from such an answer would then be refused to other sites.
FOR_OTHER_SITES = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag",
}
PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD",
    "Access-Control-Allow-Headers": "If-None-Match",
    "Access-Control-Max-Age": "86400",
}


def routes() -> list[Route]:
    """The published record, and what it tells crawlers. These go before the dashboard's routes."""
    record = RECORD.rstrip("/")
    return [
        Route("/robots.txt", Robots),
        BelowBasePath(f"/{record}", NearlyTheRecord),
        BelowBasePath(f"/{record}/{{path:path}}", Published),
    ]


class Published(HTTPEndpoint):
    """Any file of the published record. Plain methods, so that each runs in a worker thread."""

    def get(self, request: Request) -> Response:
        return answer(request.path_params["path"], request)

    def options(self, request: Request) -> Response:
        allowed = {"Allow": "GET, HEAD, OPTIONS"}
        if is_open_data(request.path_params["path"]):
            allowed |= FOR_OTHER_SITES | PREFLIGHT
        return Response(status_code=204, headers=allowed)


class NearlyTheRecord(HTTPEndpoint):
    """The record's address without its last slash."""

    def get(self, request: Request) -> Response:
        return with_slash(request)


class Robots(HTTPEndpoint):
    """What crawlers look for at the root of a host, whatever path the dashboard has there."""

    def get(self, request: Request) -> Response:
        return answer("robots.txt", request)


def answer(path: str, request: Request) -> Response:
    """A file of the published record, or in plain words why there is none."""
    try:
        publication = dataset.publication()
    except RecordProblems:
        return no_record()
    file = publication.file(path)
    if file is not None:
        return file_response(file, request.headers, sharing(path))
    earlier = earlier_file(path)
    if earlier is not None:
        return FileResponse(earlier, 200, {"Cache-Control": ASK_AGAIN, **sharing(path)})
    if path and not path.endswith("/") and publication.file(f"{path}/") is not None:
        return with_slash(request)
    return not_here(path, publication.version)


def earlier_file(path: str) -> Path | None:
    """A file of an earlier data version, from the folder that `publish` has filled, if there is one."""
    kept = os.environ.get(EDITIONS, "")
    if not kept or not EARLIER.fullmatch(path):
        return None
    file = Path(kept) / path
    return file if file.is_file() else None


def file_response(file: PublishedFile, asked: Headers, sharing: Mapping[str, str]) -> Response:
    """The file itself, or that a copy the reader holds is still right."""
    headers = {
        "ETag": file.etag,
        "Last-Modified": http_date(file.modified),
        "Cache-Control": ASK_AGAIN,
        "Vary": "Accept-Encoding",
        **sharing,
    }
    if is_unchanged(asked, file):
        return Response(status_code=304, headers=headers)
    return Response(file.content, headers=headers, media_type=file.media_type)


def is_unchanged(asked: Headers, file: PublishedFile) -> bool:
    """Whether the copy a reader says to hold is this file, by its mark.

    Why not by its day as well: a page can change twice on the day of an edition.
    """
    marks = asked.get("if-none-match", "")
    mark = file.etag.removeprefix("W/")
    return marks.strip() == "*" or mark in re.findall(r'"[^"]*"', marks)


def sharing(path: str) -> dict[str, str]:
    return dict(FOR_OTHER_SITES) if is_open_data(path) else {}


def is_open_data(path: str) -> bool:
    """Whether programs on other sites may read it: the data, the feed and calendars."""
    return path.startswith("data/") or path.endswith((".atom", ".ics"))


def http_date(day: dt.date) -> str:
    """The first moment of a day as HTTP writes it."""
    return format_datetime(dt.datetime.combine(day, dt.time(), dt.UTC), usegmt=True)


def with_slash(request: Request) -> Response:
    """The same address with a slash at its end, said relative to it.

    Why relative: a proxy in front may serve the record under another path.
    """
    last = request.url.path.rpartition("/")[2]
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"./{last}/{query}", 308, {"Cache-Control": ASK_AGAIN})


def not_here(path: str, version: str) -> Response:
    """That the record has nothing at an address, and where to look instead."""
    front = f"{base_path()}{RECORD}"
    other = re.match(r"data/([^/]+)(/|$)", path)
    reason = "No part of the published record stands at this address."
    if other:
        reason = (
            f"This copy of the record holds version <strong>{escape(version)}</strong> of the data, "
            f"and not <strong>{escape(other[1][:40])}</strong>. "
            f'<a href="{front}data/">The data that is here</a>.'
        )
        if other[1] in (version, "latest"):
            reason = (
                "There is no file of this name in the data. "
                f'<a href="{front}data/">The data that is here</a>.'
            )
    return plain_page(
        404,
        "Nothing stands at this address",
        f'<p class="lead">{reason}</p><p><a href="{front}">The record from its first page</a>. '
        f'<a href="{base_path()}">The dashboard</a>.</p>',
        sharing(path),
    )


def no_record() -> Response:
    """That the data on the server cannot be published in its present state."""
    return plain_page(
        503,
        "The record cannot be shown just now",
        '<p class="lead">The data on this server has faults, and nothing is published from data in '
        "that state. Whoever runs the server sees them in the dashboard, line by line.</p>",
        {"Retry-After": "600"},
    )


def plain_page(status: int, title: str, body: str, headers: Mapping[str, str]) -> Response:
    """A short page in the look of the record."""
    front = f"{base_path()}{RECORD}"
    # Without a record there is no style sheet either.
    look = f'<link rel="stylesheet" href="{front}style.css">' if status == 404 else ""
    return HTMLResponse(
        '<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="color-scheme" content="light dark"><title>{title} – {NAME}</title>'
        f'{look}<link rel="icon" href="{MARK}"></head>'
        f'<body><header><p class="product"><a href="{front}">{NAME}</a></p></header>'
        f"<main><h1>{title}</h1>{body}</main></body></html>",
        status,
        {"Cache-Control": ASK_AGAIN, **headers},
    )
