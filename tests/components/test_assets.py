"""What a browser fetches: scripts, the charts' library and fonts, each kept for good by its name."""

import gzip
import re
from hashlib import sha256
from pathlib import Path

from plotly.offline import get_plotlyjs_version

from components import charts
from components.assets import LIBRARY, LIBRARY_FILE, SCRIPTS, head, routes
from tests.components.asking import answer

CHARTS = Path(charts.__file__).parent


def asked(path, **headers):
    return answer(routes(), path, **headers)


def test_a_script_is_named_after_its_content_sent_compressed_and_kept_for_good():
    source = (SCRIPTS / "charts.js").read_bytes()
    name = f"charts-{sha256(source).hexdigest()[:10]}.js"
    small = asked(f"/assets/{name}", accept_encoding="br, gzip")
    assert (small.status, gzip.decompress(small.content)) == (200, source)
    assert small.headers["content-encoding"] == "gzip"
    assert small.headers["content-type"] == "text/javascript; charset=utf-8"
    assert small.headers["cache-control"] == "public, max-age=31536000, immutable"
    plain = asked(f"/assets/{name}")
    assert plain.content == source
    assert "content-encoding" not in plain.headers


def test_the_library_is_the_published_one_that_belongs_to_the_installed_plotly():
    """Where this fails after plotly was raised: components/assets.py says how to renew the file."""
    version = get_plotlyjs_version()
    assert f"plotly-cartesian-{version}.min.js" == LIBRARY
    assert [file.name for file in LIBRARY_FILE.parent.glob("*.gz")] == [f"{LIBRARY}.gz"]
    library = gzip.decompress(LIBRARY_FILE.read_bytes())
    assert b"* plotly.js (cartesian - minified) v%s\n" % version.encode() in library[:100]
    assert (
        sha256(library).hexdigest()
        == "79542150855a52c567260e3137095dbe2b744e6d702a5cabe67da246942fba7a"
    )
    assert "MIT License" in LIBRARY_FILE.with_name("plotly-cartesian.LICENSE").read_text("utf-8")


def test_the_library_is_sent_compressed_as_it_lies_there():
    found = asked(f"/assets/{LIBRARY}", accept_encoding="gzip")
    assert (found.status, found.content) == (200, LIBRARY_FILE.read_bytes())
    assert found.headers["content-encoding"] == "gzip"
    plain = asked(f"/assets/{LIBRARY}", accept_encoding="gzip;q=0")
    assert plain.content == gzip.decompress(LIBRARY_FILE.read_bytes())


def test_every_kind_of_mark_in_our_charts_is_in_the_library():
    """Those of the readme of `plotly.js-cartesian-dist-min`; there are others, for maps and depth."""
    in_library = {"bar", "box", "heatmap", "histogram", "image", "pie", "scatter", "violin"}
    sources = " ".join(file.read_text("utf-8") for file in CHARTS.glob("*.py"))
    drawn = {kind.lower() for kind in re.findall(r"(?:\bgo|[.]add)[._](\w+)[(]", sources)}
    drawn -= {"figure", "trace", "annotation", "hline", "vline"}
    assert {"scatter", "heatmap", "bar"} <= drawn <= in_library


def test_the_page_asks_for_every_script_but_the_library():
    asked = re.findall(r'<script defer src="/assets/([a-z]+)-[0-9a-f]{10}[.]js"', head(True))
    assert asked == sorted(file.stem for file in SCRIPTS.glob("*.js"))
    assert f'data-library="/assets/{LIBRARY}"' in head(True)


def test_a_page_with_charts_has_the_library_fetched_before_there_is_one():
    fetched = f'<link rel="prefetch" as="script" href="/assets/{LIBRARY}">'
    assert (head(True).count(fetched), head(False).count(fetched)) == (1, 0)
    assert "<link" not in head(False)


def test_both_weights_of_the_font_are_named_in_the_page_and_served():
    fonts = re.findall(r'url\("(/assets/[^"]+[.]woff2)"\)', head(False))
    assert len(fonts) == 2
    for font in fonts:
        found = asked(font)
        assert (found.status, found.headers["content-type"]) == (200, "font/woff2")
        assert found.content[:4] == b"wOF2"


def test_no_other_file_is_served():
    for name in ("charts.js", "..%2fassets.py", "steps-0000000000.js"):
        assert asked(f"/assets/{name}").status == 404
