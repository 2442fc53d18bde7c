"""What a reader's browser fetches beside the framework's own: scripts, the charts' library, fonts.

Each is named after its content, so that a browser keeps it for good. The library that draws charts
is plotly.js as its makers publish it for the kinds of charts there are here ("cartesian"), a third of
the whole, in the version that belongs to the installed plotly. To renew it with plotly, V being what
`plotly.offline.get_plotlyjs_version()` says:

    npm pack plotly.js-cartesian-dist-min@V
    tar -xzf plotly.js-cartesian-dist-min-V.tgz
    gzip -9 -n <package/plotly-cartesian.min.js >components/vendor/plotly-cartesian-V.min.js.gz

and put the new sum into tests/components/test_assets.py. The package's LICENSE lies beside it.

Why not the framework's copy of it: a module is compiled anew at every load, which costs a second.
"""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components.answering import FOR_GOOD, takes_gzip
from components.below_base import BelowBasePath, base_path
from components.navigation import PAGES
from inspection.document_parts import FONTS
from inspection.look import FONT, FONT_FILES

SCRIPTS = Path(__file__).with_name("scripts")
PATH = "assets/"
LIBRARY_FILE = next(Path(__file__).with_name("vendor").glob("plotly-*.js.gz"))
LIBRARY = LIBRARY_FILE.stem


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
    if found.is_compressed and takes_gzip(request.headers):
        headers["Content-Encoding"] = "gzip"
    elif found.is_compressed:
        content = gzip.decompress(content)
    return Response(content, headers=headers, media_type=found.media_type)


def head(has_charts: bool) -> str:
    """What asks for them in the head of the front page; scripts run once the page has been read.

    For a page that `has_charts` the library is fetched behind everything else, and runs when there is
    a chart to draw. Why not run at once, nor preloaded: what has to come before the words would wait
    for it, and a browser complains of what was preloaded and is not used.
    """
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
    library = f'<link rel="prefetch" as="script" href="{told["library"]}">' if has_charts else ""
    return f"<style>{_font_faces(base)}</style>{scripts}{library}"


def _font_faces(base: str) -> str:
    return "".join(
        f'@font-face {{ font-family: "{FONT}"; font-weight: {weight}; font-display: swap; '
        f'src: url("{base}{PATH}{_named(FONTS / file)}") format("woff2"); }} '
        for weight, file in FONT_FILES.items()
    )


@cache
def assets() -> dict[str, Asset]:
    """Every file by the name under which it is served."""
    found = {LIBRARY: Asset(LIBRARY_FILE.read_bytes(), "text/javascript", True)}
    for file in sorted(SCRIPTS.glob("*.js")):
        found[_named(file)] = _script(file.read_bytes())
    for name in FONT_FILES.values():
        found[_named(FONTS / name)] = Asset((FONTS / name).read_bytes(), "font/woff2", False)
    return found


def _script(content: bytes) -> Asset:
    return Asset(gzip.compress(content, mtime=0), "text/javascript", True)


def _named(file: Path) -> str:
    return f"{file.stem}-{sha256(file.read_bytes()).hexdigest()[:10]}{file.suffix}"
