"""Data files spoilt by hand, by accident and on purpose."""

from __future__ import annotations

from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[2]
FILES = tuple(sorted((ROOT / "data").glob("*.yaml")))
WRONG = ROOT / "tests" / "wrong_data" / "record.yaml"
LINES_CUT = 150
"""Most inputs are about so many lines of a file, so that many can be tried."""
SCALARS = (
    "null", "~", "''", '""', "true", "no", "010", "-1", "+1", "1e9", ".inf", ".nan", "0x1F", "1_000",
    "9" * 400, "9" * 5000, "-0", "1.5.2", "2019-02-30", "0000-00-00", "0000-01-01", "99999-01-01",
    "2014-00", "2014-13", "0001-01-01", "9999-12-31", "2019-1-1", "2019-01-01T00:00:00Z", "2019-W01",
    "٢٠١٩-٠١-٠١", "x" * 20_000, "é" * 3000, "[]", "{}", "[[[[]]]]", "{a: {b: {c: d}}}", "[a, a, a]",
    "../../etc/passwd", "javascript:alert(1)", "https://[", "http://a b", "mailto:x", "//evil.example",
    "<script>alert(1)</script>", '"<img src=x onerror=alert(1)>"', "=1+1", "@SUM(A1)", "{{7*7}}",
    "'; DROP TABLE entry; --", "%s%n%x", "$HOME", "northumbria", "Northumbria", "not-known-anywhere",
    '"\\u0000"', '"\\ud800"', '"\\u202e"', '"\\x1b[31m"', '"\\n\\n"', "a\u202eb", "a\u2066b", "e\u0301" * 99,
    "🧑‍🤝‍🧑", "\ufeff", "\ufdd0", "\u2028", "\x85", "\xa0", "\u3000",
)  # fmt: skip
SIGNS = (
    "&a ", "*a", "!x ", "!!str ", "!!python/object/apply:os.system ", "!!binary ", "!!set ", "<<: *a",
    "<<: {a: b}", "? ", "- ", "- - - ", ": ", ":", "|", ">", "|+", ">-2", "#", " #", "[", "]", "{", "}",
    ",", "'", '"', "`", "@", "%", "\t", "  ", "---\n", "...\n", "%YAML 9.9\n", "%TAG ! x\n", "\n", "\r",
    "\x00", "\x1b", "\x7f", "\ufffe", "a: &x [*x]\n", "[" * 60, "{a: " * 60, "- " * 60, "&a [*a, *a]",
)  # fmt: skip
CODINGS = ("utf-16", "utf-16-le", "utf-32", "latin-1", "utf-8-sig", "cp1252", "utf-7")


def spoilt_file(random: Random) -> tuple[str, bytes]:
    """One of the record's files, or a part of it, spoilt in one to six ways: its name and bytes."""
    file = random.choice((*FILES, WRONG, WRONG))
    text = file.read_text("utf-8")
    if random.random() < 0.9:
        text = _part(text, random)
    for _ in range(random.randint(1, 6)):
        text = random.choice(SPOILERS)(text, random)
    return file.name, _bytes(text, random)


def _part(text: str, random: Random) -> str:
    """Some lines in a row, under the name of the list they stand in."""
    lines = text.splitlines(keepends=True)
    start = random.randrange(len(lines))
    named = [line for line in lines[: start + 1] if line[:1].isalpha()]
    while start and not lines[start].startswith("- "):
        start -= 1
    return "".join([*named[-1:], *lines[start : start + LINES_CUT]])


def _deleted(lines: list[str], at: int, random: Random) -> None:
    del lines[at : at + random.choice((1, 1, 1, 5, 50))]


def _doubled(lines: list[str], at: int, random: Random) -> None:
    lines[at:at] = lines[at : at + random.choice((1, 1, 3, 20))]


def _moved(lines: list[str], at: int, random: Random) -> None:
    lines.insert(random.randrange(len(lines)), lines.pop(at))


def _other_value(lines: list[str], at: int, random: Random) -> None:
    name, colon, _ = lines[at].partition(":")
    dash = "" if colon else lines[at][: len(lines[at]) - len(lines[at].lstrip(" -"))]
    lines[at] = f"{name if colon else dash}{colon} {random.choice(SCALARS)}\n"


def _swapped_values(lines: list[str], at: int, random: Random) -> None:
    other = random.randrange(len(lines))
    name, _, value = lines[at].partition(":")
    other_name, _, other_value = lines[other].partition(":")
    lines[at], lines[other] = f"{name}:{other_value}\n", f"{other_name}:{value}\n"


def _other_name(lines: list[str], at: int, random: Random) -> None:
    name, colon, value = lines[at].partition(":")
    indent = name[: len(name) - len(name.lstrip(" -"))]
    lines[at] = f"{indent}{random.choice((*SCALARS, 'id', 'sources', 'note'))}{colon}{value}"


def _sign_put_in(lines: list[str], at: int, random: Random) -> None:
    place = random.randint(0, len(lines[at]))
    lines[at] = f"{lines[at][:place]}{random.choice(SIGNS)}{lines[at][place:]}"


def _indented(lines: list[str], at: int, random: Random) -> None:
    shift = random.choice((-2, -1, 1, 2, 40))
    lines[at] = " " * shift + lines[at] if shift > 0 else lines[at][-shift:]


WAYS = (
    _deleted,
    _doubled,
    _moved,
    _other_value,
    _other_value,
    _other_value,
    _swapped_values,
    _other_name,
    _sign_put_in,
    _sign_put_in,
    _indented,
)


def _line_spoilt(text: str, random: Random) -> str:
    lines = text.splitlines(keepends=True) or ["\n"]
    random.choice(WAYS)(lines, random.randrange(len(lines)), random)
    return "".join(lines)


def _cut_off(text: str, random: Random) -> str:
    return text[: random.randint(0, len(text))] if random.random() < 0.3 else text


SPOILERS = (*[_line_spoilt] * 9, _cut_off)


def _bytes(text: str, random: Random) -> bytes:
    """The text as a file: mostly as it should be, now and then in another coding or with bits turned."""
    chance = random.random()
    if chance < 0.05:
        return text.encode(random.choice(CODINGS), "replace")
    raw = bytearray(text.encode("utf-8", "surrogatepass"))
    if chance < 0.15 and raw:
        for _ in range(random.randint(1, 8)):
            raw[random.randrange(len(raw))] ^= 1 << random.randrange(8)
    return bytes(raw)
