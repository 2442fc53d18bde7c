"""The checks of the other tests here find what they are there to find."""

import pytest

from inspection.product import MARK
from tests.fuzzing.hostile import MARKER
from tests.fuzzing.shown import markdown_in, markup_in


@pytest.mark.parametrize(
    ("html", "found"),
    [
        (f"<p>&lt;{MARKER}&gt;</p>", []),
        (f'<p title="<{MARKER}>">a</p>', []),
        (f"<p><{MARKER}></p>", [f"<{MARKER}>"]),
        (f'<a href="./x" on{MARKER}="1">a</a>', [f"a on{MARKER}="]),
        ("<script>a</script>", ["<script>"]),
        ('<a href=" JavaScript:x">a</a>', ["a href=javascript:x"]),
        (f'<a href="//{MARKER}.example">a</a>', [f"a href=//{MARKER}.example"]),
        (f'<a href="https://{MARKER}.example">a</a>', [f"a href=https://{MARKER}.example"]),
        (f'<a href="https://example.org/?q={MARKER}">a</a>', []),
        (f'<p rel="icon"><a href="{MARK}">a</a></p>', []),
        (f"<!-- {MARKER} -->", [f"<!-- {MARKER} "]),
    ],
)
def test_what_has_become_markup_is_found(html, found):
    assert markup_in(html) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (r"\[a\](b) \*c\* \`d\` \$e\$ \<f\> \& g; at 8: then", []),
        ("[a](b)", ["["]),
        (r"\\*a", [r"\\*"]),
        (":smile:", [":smile:"]),
        (":red[a]", ["[", ":red["]),
        ("&lt;", ["&lt;"]),
        ("see https://a.example", ["https://"]),
        ("WWW.a.example", ["WWW."]),
        ("b@a.example", ["@a."]),
        ("https:\u2060//a.example www\u2060.a.example b@\u2060a.example :\u2060smile:", []),
    ],
)
def test_what_the_framework_would_act_upon_is_found(text, found):
    assert markdown_in(text) == found
