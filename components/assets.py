"""What a reader's browser fetches beside the framework's own: scripts, the charts' library, fonts.

Each is named after its content, so that a browser keeps it for good. The library that draws charts
is the classic script in plotly's own package, asked for by charts.js when there is a chart to draw.

Why not the framework's copy of it: a module is compiled anew at every load, which costs a second.
"""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from html import escape
from importlib import metadata
from pathlib import Path

from plotly.offline import get_plotlyjs
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components.below_base import BelowBasePath, base_path
from components.navigation import PAGES
from inspection.document_parts import FONTS
from inspection.look import FONT, FONT_FILES

SCRIPTS = Path(__file__).with_name("scripts")
PATH = "assets/"
FOR_GOOD = "public, max-age=31536000, immutable"
LIBRARY = f"plotly-{metadata.version('plotly')}.js"


@dataclass(frozen=True, slots=True)
class Asset:
    """A file for the browser; scripts are compressed, fonts are so by themselves."""

    content: bytes
    media_type: str
    is_compressed: bool


def routes() -> list[Route]:
    """Each file under the name it has in the page. These go before the front page's routes."""
    return [BelowBasePath(f"/{PATH}{{name}}", asset)]


def asset(request: Request) -> Response:
    """A file, or that there is none of this name; a plain function, so it runs in a thread."""
    found = assets().get(request.path_params["name"])
    if found is None:
        return Response("There is no file of this name.", 404, media_type="text/plain")
    headers = {"Cache-Control": FOR_GOOD, "Vary": "Accept-Encoding"}
    content = found.content
    if found.is_compressed and "gzip" in request.headers.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
    elif found.is_compressed:
        content = gzip.decompress(content)
    return Response(content, headers=headers, media_type=found.media_type)


def head() -> str:
    """What asks for them in the head of the front page; scripts run once the page has been read."""
    base = base_path()
    told = {
        "base": base,
        "library": f"{base}{PATH}{LIBRARY}",
        "pages": json.dumps([base, *(f"{base}{page.key}" for page in PAGES)]),
    }
    data = " ".join(f'data-{name}="{escape(value)}"' for name, value in told.items())
    scripts = "".join(
        f'<script defer src="{base}{PATH}{name}" {data}></script>'
        for name, file in assets().items()
        if file.is_compressed and name != LIBRARY
    )
    return f"<style>{_font_faces(base)}</style>{scripts}"


def _font_faces(base: str) -> str:
    return "".join(
        f'@font-face {{ font-family: "{FONT}"; font-weight: {weight}; font-display: swap; '
        f'src: url("{base}{PATH}{_named(FONTS / file)}") format("woff2"); }} '
        for weight, file in FONT_FILES.items()
    )


@cache
def assets() -> dict[str, Asset]:
    """Every file by the name under which it is served."""
    found = {LIBRARY: _script(get_plotlyjs().encode())}
    for file in sorted(SCRIPTS.glob("*.js")):
        found[_named(file)] = _script(file.read_bytes())
    for name in FONT_FILES.values():
        found[_named(FONTS / name)] = Asset((FONTS / name).read_bytes(), "font/woff2", False)
    return found


def _script(content: bytes) -> Asset:
    return Asset(gzip.compress(content, mtime=0), "text/javascript", True)


def _named(file: Path) -> str:
    return f"{file.stem}-{sha256(file.read_bytes()).hexdigest()[:10]}{file.suffix}"
