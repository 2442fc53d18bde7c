"""What a browser fetches: scripts, the charts' library and fonts, each kept for good by its name."""

import gzip
import re
from hashlib import sha256

import plotly

from components.assets import LIBRARY, SCRIPTS, assets, head, routes
from tests.components.asking import answer


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


def test_the_library_is_the_script_of_the_installed_plotly():
    assert f"plotly-{plotly.__version__}.js" == LIBRARY
    assert b"plotly.js v" in gzip.decompress(assets()[LIBRARY].content)[:400]


def test_the_page_asks_for_every_script_but_the_library_which_waits_for_a_chart():
    asked = re.findall(r'<script defer src="/assets/([a-z]+)-[0-9a-f]{10}[.]js"', head())
    assert asked == sorted(file.stem for file in SCRIPTS.glob("*.js"))
    assert f'data-library="/assets/{LIBRARY}"' in head()


def test_both_weights_of_the_font_are_named_in_the_page_and_served():
    fonts = re.findall(r'url\("(/assets/[^"]+[.]woff2)"\)', head())
    assert len(fonts) == 2
    for font in fonts:
        found = asked(font)
        assert (found.status, found.headers["content-type"]) == (200, "font/woff2")
        assert found.content[:4] == b"wOF2"


def test_no_other_file_is_served():
    for name in ("charts.js", "..%2fassets.py", "steps-0000000000.js"):
        assert asked(f"/assets/{name}").status == 404
