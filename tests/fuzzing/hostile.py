"""What somebody may write into an address, a search or a header to see what happens."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[2]
MARKER = "x-marker"
"""Stands in every piece of markup below: as text it may be shown, as markup it may not."""
_IN_SOURCE = re.compile(
    r"""(?:one_of|switch|several_of|yes|words|page_of|day_in|query_params\.get(?:_all)?)\(\s*"([a-z-]+)\""""
)
MARKUP = (
    f"<{MARKER}>",
    f'"><{MARKER} ',
    f"'><{MARKER}>",
    f'" on{MARKER}="alert(1)" x="',
    f"' on{MARKER}='alert(1)",
    f"</p></div></td></style></title></noscript></textarea><{MARKER}>",
    f"</script><script {MARKER}>alert(1)</script>",
    f"<!--<{MARKER}>-->",
    f"]]><{MARKER}>",
    f"&lt;{MARKER}&gt;",
    f"&#60;{MARKER}&#62;",
    f"javascript:{MARKER}",
    f"data:text/html,<{MARKER}>",
    f"//{MARKER}.example/",
    f"[{MARKER}](https://{MARKER}.example)",
    f"![{MARKER}](https://{MARKER}.example/x.png)",
    f"<https://{MARKER}.example>",
    f"https://{MARKER}.example/login",
    f"www.{MARKER}.example",
    f"somebody@{MARKER}.example",
    f"**{MARKER}** _{MARKER}_ ~~{MARKER}~~",
    f"`{MARKER}`",
    f"$\\frac{{{MARKER}}}{{2}}$",
    f":red[{MARKER}]",
    ":material/home: :smile: :streamlit:",
    f"# {MARKER}",
    f"\n\n# {MARKER}\n\n- a\n- b\n\n    code\n\n> said\n\n---\n",
    f"| {MARKER} | b |\n|---|---|\n| c | d |",
    f"[{MARKER}]: https://{MARKER}.example",
    f"{{{{7*7}}}} ${{7*7}} <%= {MARKER} %> #{{7*7}}",
)
SHAPES = (
    "",
    " ",
    "\t\n\r ",
    "0",
    "-1",
    "1e9",
    "nan",
    "9" * 400,
    "9" * 5000,
    "٣",
    "²",
    "true",
    "yes",
    "YES",
    "null",
    "None",
    "[]",
    "{}",
    "\x00",
    "a\x00b",
    "\x01\x02",
    "\x1b[31m",
    "\x7f",
    "\u202eabc",
    "\u2066abc",
    "\u200b",
    "\ufeff",
    "\ufffd",
    "\ufffe",
    "e" + "\u0301" * 300,
    "🧑‍🤝‍🧑" * 20,
    "ß" * 200,
    "ﬃ" * 200,
    "İ" * 90,
    "x" * 100_000,
    "x " * 50_000,
    "<" * 20_000,
    "\U0010ffff",
    "../../../etc/passwd",
    "..\\..\\windows\\win.ini",
    "/etc/passwd",
    "file:///etc/passwd",
    "%2e%2e%2f",
    "%00",
    "%0d%0aSet-Cookie: a=b",
    "\r\nSet-Cookie: a=b",
    "%25%32%35",
    "+",
    "&a=b",
    "?a=b#c",
    "' OR 1=1 --",
    '" OR NEAR(a b) * AND',
    "title : x",
    "a AND b OR NOT c",
    "=1+1",
    "@SUM(A1)",
    "|calc",
    "%s%n%x",
    "__class__",
    "constructor",
    "model_fields",
    "start",
    "-",
    "--",
    "all",
    "none",
    "any",
)
DAYS = (
    "2019-07-24",
    "2012-01-01",
    "2026-11-22",
    "2019-02-30",
    "2019-2-3",
    "20190724",
    "2019-W30-3",
    "2019W303",
    "0000-00-00",
    "0001-01-01",
    "9999-12-31",
    "99999-01-01",
    "-0001-01-01",
    "2019",
    "2019-07",
    "2019-07-24T00:00:00Z",
    "2019-07-24\n",
    " 2019-07-24 ",
    "٢٠١٩-٠٧-٢٤",
    "２０１９-０７-２４",
    "2019-07-24&force=x",
    "today",
    "1563926400",
)


def address_keys(page: str = "*") -> tuple[str, ...]:
    """Every parameter that a page reads from its address, or all pages, found in the code itself."""
    files = [*(ROOT / "pages").glob(f"{page}.py")]
    files += (ROOT / "components").glob("*.py") if page == "*" else []
    found = {key for file in files for key in _IN_SOURCE.findall(file.read_text("utf-8"))}
    return tuple(sorted(found | {"as-known-on", "from", "to", "force"}))


def value(random: Random, known: Sequence[str]) -> str:
    """Something to put where an id, a day or words are expected; `known` are ids of the record."""
    return random.choice(
        (
            lambda: random.choice(MARKUP),
            lambda: random.choice(SHAPES),
            lambda: random.choice(DAYS),
            lambda: random.choice(known),
            lambda: _nearly(random.choice(known), random),
            lambda: random.choice(MARKUP) + random.choice((*SHAPES, *DAYS)),
            lambda: random.choice((*known, *DAYS)) + random.choice(MARKUP),
            lambda: _noise(random),
        )
    )()


def _nearly(id: str, random: Random) -> str:
    """An id as it may be spoilt on its way."""
    at = random.randint(0, len(id))
    return random.choice(
        (
            id.upper(),
            f" {id} ",
            f"{id}/",
            f"{id}\x00",
            f"{id}\n",
            f"{id}%20",
            id[:at],
            id[at:] + id[:at],
            id[:at] + "\u00ad" + id[at:],
            id[:at] + random.choice("-_.<'\"&é") + id[at:],
            id * 40,
            id.replace("-", "\u2011"),
        )
    )


def _noise(random: Random) -> str:
    """Letters from anywhere in Unicode but lone surrogates, which no address can hold."""
    letters = (
        chr(random.choice((0x80, 0x2100, 0x1F000)) + random.randrange(0x700)) for _ in range(30)
    )
    return "".join(random.choice((letter, random.choice(" <>&\"'[]$:*_`-#"))) for letter in letters)
