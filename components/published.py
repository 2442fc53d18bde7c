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

from starlette.datastructures import Headers
from starlette.endpoints import HTTPEndpoint
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from components import dataset
from components.answering import ASK_AGAIN, is_unchanged
from components.below_base import BelowBasePath
from inspection.addresses import RECORD
from inspection.near import near
from inspection.problems import RecordProblems
from inspection.product import MARK, NAME
from inspection.publication import MEDIA_TYPES, Publication, PublishedFile, entity_tag

EDITIONS = "INSPECTION_EDITIONS"
"""Environment variable: the folder in which `publish` keeps the files of earlier data versions."""
VERSION = re.compile(r"[0-9]+\.[0-9]+\.[0-9]+")
DATA_FILE = re.compile(rf"data/({VERSION.pattern})/[a-z0-9-]+\.(csv|json|yaml)")
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
        return no_record(path)
    file = publication.file(path) or earlier_file(path, publication.version)
    if file is not None:
        return file_response(file, request.headers, sharing(path))
    if path and not path.endswith("/") and publication.file(f"{path}/") is not None:
        return with_slash(request)
    return not_here(path, way_up(request), publication)


def earlier_file(path: str, version: str) -> PublishedFile | None:
    """A file of another data version than this, from the folder that `publish` has filled.

    None where there is no such file, and for all files of `version`, which the server makes itself.
    """
    asked = DATA_FILE.fullmatch(path)
    file = kept(path) if asked and asked[1] != version else None
    if asked is None or file is None or not file.is_file():
        return None
    content = file.read_bytes()
    changed = dt.datetime.fromtimestamp(file.stat().st_mtime, dt.UTC).date()
    return PublishedFile(content, MEDIA_TYPES[asked[2]], entity_tag(content), changed)


def kept(path: str) -> Path | None:
    """What stands at a path of the folder of earlier data versions, and is not linked from outside."""
    folder = os.environ.get(EDITIONS, "")
    if not folder:
        return None
    try:
        top = Path(folder).resolve(strict=True)
        found = (top / path).resolve(strict=True)
    except (OSError, RuntimeError):  # RuntimeError: links that lead round in a circle
        return None
    return found if found.is_relative_to(top) else None


def file_response(file: PublishedFile, asked: Headers, sharing: Mapping[str, str]) -> Response:
    """The file itself, or that a copy the reader holds is still right."""
    headers = {
        "ETag": file.etag,
        "Last-Modified": http_date(file.modified),
        "Cache-Control": ASK_AGAIN,
        **sharing,
    }
    if is_unchanged(asked, file.etag):
        # What compresses files on their way says this of every file, and leaves it out here.
        return Response(status_code=304, headers={**headers, "Vary": "Accept-Encoding"})
    return Response(file.content, headers=headers, media_type=file.media_type)


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


def way_up(request: Request) -> str:
    """The way from the address asked for to the record's first page, empty where it stands beside it.

    Why relative: as in `with_slash`. Why counted in the address as it was sent: to a browser `%2F`
    is not a slash.
    """
    path: str = request.scope["path"]
    sent = request.scope.get("raw_path") or path.encode()
    above = path.count("/") - request.path_params["path"].count("/")
    return "../" * (sent.count(b"/") - above)


def not_here(path: str, up: str, publication: Publication) -> Response:
    """That the record has nothing at an address, and where to look instead."""
    where = publication.where
    stands_below = where.record == f"{where.dashboard}{RECORD}"
    dashboard = f"{up}../" if stands_below else where.dashboard
    return plain_page(
        404,
        "Nothing stands at this address",
        f'<p class="lead">{reason(path, up, publication.version)}</p>'
        f"{near_addresses(path, up, publication)}"
        f'<p><a href="{up or "./"}">The record from its first page</a>. '
        f'<a href="{escape(dashboard)}">The dashboard</a>.</p>',
        sharing(path),
        up,
    )


def near_addresses(path: str, up: str, publication: Publication) -> str:
    """Links to what may have been meant, empty without any: files that stand at addresses like it."""
    named = {file: "" for file in publication.paths if file}
    links = "".join(
        f'<li><a href="{up}{escape(file)}">{escape(file)}</a></li>' for file in near(path, named)
    )
    return f"<p>Did you mean one of these?</p><ul>{links}</ul>" if links else ""


def reason(path: str, up: str, version: str) -> str:
    """Why nothing stands at an address: as it may be cited, because of the data version it names."""
    asked = re.match(r"data/([^/]+)(/|$)", path)
    if asked is None:
        return "No part of the published record stands at this address."
    other = asked[1]
    if other in (version, "latest"):
        said = "There is no file of this name in the data. "
    elif VERSION.fullmatch(other) and kept(f"data/{other}"):
        said = f"There is no file of this name in version <strong>{other}</strong> of the data. "
    else:
        said = (
            f"This copy of the record holds version <strong>{escape(version)}</strong> of the data, "
            f"and not <strong>{escape(other[:40])}</strong>. "
        )
    return f'{said}<a href="{up}data/">The data that is here</a>.'


def no_record(path: str) -> Response:
    """That the data on the server cannot be published in its present state."""
    return plain_page(
        503,
        "The record cannot be shown just now",
        '<p class="lead">The data on this server has faults, and nothing is published from data in '
        "that state. Whoever runs the server sees them in the dashboard, line by line.</p>",
        {"Retry-After": "600", **sharing(path)},
    )


def plain_page(
    status: int, title: str, body: str, headers: Mapping[str, str], up: str | None = None
) -> Response:
    """A short page; with the way up to the record it has its look and leads to its first page."""
    # Without a record there is neither a style sheet nor a first page.
    look, name = "", NAME
    if up is not None:
        look = f'<link rel="stylesheet" href="{up}style.css">'
        name = f'<a href="{up or "./"}">{NAME}</a>'
    return HTMLResponse(
        '<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="color-scheme" content="light dark"><title>{title} – {NAME}</title>'
        f'{look}<link rel="icon" href="{MARK}"></head>'
        f'<body><header><p class="product">{name}</p></header>'
        f"<main><h1>{title}</h1>{body}</main></body></html>",
        status,
        {"Cache-Control": ASK_AGAIN, **headers},
    )
