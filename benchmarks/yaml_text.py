"""YAML written as the record is: folded texts, plain words where they can be, sources in a row.

Why not PyYAML's dumper: it takes a minute for a national record, and folds otherwise.
"""

from __future__ import annotations

import re
from typing import Any

WIDTH = 110

_PLAIN = re.compile(r"[A-Za-z0-9£“‘(](?:[^:#]|:(?=[^ ])|(?<! )#)*")
_YEAR = re.compile(r"\d{4}")
_IN_A_ROW = ("sources", "forces", "follows_up", "rests_on", "themes")


def text_of(parts: dict[str, Any]) -> str:
    """The text of a file that holds named parts: texts, lists and groups of fields."""
    lines: list[str] = []
    for name, value in parts.items():
        _field(lines, "", "", name, value)
    return "\n".join(lines) + "\n"


def _field(lines: list[str], before: str, indent: str, name: str, value: Any) -> None:
    """One field, its first line after `before`, all others after `indent`."""
    if isinstance(value, dict):
        lines.append(f"{before}{name}:")
        _fields(lines, indent + "  ", indent + "  ", value)
    elif isinstance(value, list) and name in _IN_A_ROW and _is_slugs(value):
        _row(lines, f"{before}{name}: [", indent + "  ", value)
    elif isinstance(value, list):
        lines.append(f"{before}{name}:")
        for item in value:
            if isinstance(item, dict):
                _fields(lines, f"{indent}- ", indent + "  ", item)
            else:
                _folded(lines, f"{indent}- ", indent + "  ", item)
    else:
        lead = f"{before}{name}: "
        is_word = name == "published" and _YEAR.fullmatch(value)
        _folded(lines, lead, indent + "  ", value, quoted=bool(is_word))


def _fields(lines: list[str], before: str, indent: str, fields: dict[str, Any]) -> None:
    for name, value in fields.items():
        _field(lines, before, indent, name, value)
        before = indent


def _is_slugs(values: list[Any]) -> bool:
    return all(isinstance(value, str) and " " not in value for value in values)


def _row(lines: list[str], lead: str, indent: str, values: list[str]) -> None:
    line = lead
    for n, value in enumerate(values):
        piece = value + (", " if n + 1 < len(values) else "]")
        if n and len(line) + len(piece) > WIDTH + 10:
            lines.append(line.rstrip())
            line = indent
        line += piece
    lines.append(line)


def _folded(lines: list[str], lead: str, indent: str, text: str, quoted: bool = False) -> None:
    if quoted or not _PLAIN.fullmatch(text) or text.endswith(":"):
        text = "'" + text.replace("'", "''") + "'"
    line = lead + text
    while len(line) > WIDTH:
        at = line.rfind(" ", len(lead), WIDTH)
        if at < 0:
            at = line.find(" ", WIDTH)
        if at < 0:
            break
        lines.append(line[:at])
        line, lead = indent + line[at + 1 :], indent
    lines.append(line)
