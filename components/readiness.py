"""Whether this server has a record to show: what a proxy asks before it sends readers here.

`/ready` answers 200 while there is a sound edition, even where newer data is broken, for readers
are then shown the last sound one; and 503 where there has been none since the server was started. It
looks at the data itself: a record that was mended is taken up without a visitor, and a changed one
is mostly read for the probe and not for a reader.

Whether the process lives at all is asked at the framework's own `/_stcore/health`.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from components import dataset
from components.below_base import BelowBasePath
from inspection.problems import count_words


def routes() -> list[Route]:
    """The one route, below the path of the dashboard. It goes before the front page's routes."""
    return [BelowBasePath("/ready", ready)]


def ready(_request: Request) -> Response:
    """`ready` or `not ready`, and how the data stands; a plain function, so it runs in a thread."""
    now = dataset.newest()
    lines = ["ready" if now.edition else "not ready"]
    if now.edition:
        lines.append(f"data version {now.edition.record.release.version}")
    if now.broken_since:
        newer = "newer data" if now.edition else "the data"
        since = now.broken_since.isoformat(timespec="seconds")
        lines.append(f"{newer} has {count_words(now.problems)}, since {since}")
    status = 200 if now.edition else 503
    return PlainTextResponse("\n".join(lines) + "\n", status, {"Cache-Control": "no-store"})
