"""The lines that skeletons are made of: fields, explanations, entries, in canonical form."""

from __future__ import annotations

import json
import textwrap
import types
from collections.abc import Iterable, Mapping, Sequence
from typing import Union, get_args, get_origin

from inspection.desk.canonical import canonical
from inspection.desk.guidance import guidance
from inspection.facts import Fact
from inspection.vocabulary import Word

HOW_TO = (
    "## Fill in what is empty. A line behind `# ` counts once the `# ` is taken away; one like this",
    "## explains. Both may be deleted.",
)
_WIDTH = 100


def must(part: type[Fact], *names: str, known: Mapping[str, str]) -> list[str]:
    """Fields that have to be there: with their values where known, else empty and explained."""
    lines = []
    for name in names:
        value = known.get(name, "")
        lines += [f"{name}: {_text(value)}"] if value else [*explained(part, name), f"{name}:"]
    return lines


def may(part: type[Fact], *names: str, known: Mapping[str, str]) -> list[str]:
    """Fields that may be there: with their values where known, else behind a sign, explained."""
    lines = []
    for name in names:
        value = known.get(name, "")
        empty = off(explained(part, name), [f"{name}:"])
        lines += [f"{name}: {_text(value)}"] if value else empty
    return lines


def explained(part: type[Fact], name: str) -> list[str]:
    """What a field means and how it is written, as lines that may be deleted."""
    told = guidance(part, name)
    words = [word.value for word in _closed_list(part, name)]
    good = (
        f"One of: {', '.join(words)}." if words else f"Such as: {told.good[0]}" if told.good else ""
    )
    return comment(f"{told.meaning} {good}")


def _closed_list(part: type[Fact], name: str) -> tuple[Word, ...]:
    kind = part.model_fields[name].annotation
    if get_origin(kind) in (Union, types.UnionType):
        kind = next(inner for inner in get_args(kind) if inner is not type(None))
    return tuple(kind) if isinstance(kind, type) and issubclass(kind, Word) else ()


def comment(words: str) -> list[str]:
    """Words as lines that explain, and may be deleted."""
    return textwrap.wrap(
        " ".join(words.split()),
        _WIDTH,
        initial_indent="## ",
        subsequent_indent="## ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def off(explained: Iterable[str], lines: Iterable[str]) -> list[str]:
    """Lines behind a sign, below what explains them; what explains within them stays as it is."""
    return [*explained, *(line if line.lstrip()[:2] == "##" else f"# {line}" for line in lines)]


def entry(*parts: Iterable[str]) -> list[str]:
    """Lines as an entry of a list."""
    lines = [line for part in parts for line in part]
    return [f"- {lines[0]}", *indented(lines[1:])]


def indented(lines: Iterable[str]) -> list[str]:
    """Lines one step further in."""
    return [f"  {line}" for line in lines]


def _text(value: str) -> str:
    """A value in quotes; the canonical form takes them away where they are not needed."""
    return json.dumps(value, ensure_ascii=False)


def in_form(held_in: Sequence[str], entry: list[str]) -> list[str]:
    """The lines of an entry in the canonical form of the list that it stands in."""
    lines: list[str] = []
    for depth, name in enumerate(held_in):
        lead = "" if depth == 0 else f"{'  ' * (depth - 1)}- "
        lines.append(f"{lead}{name}:")
    indent = "  " * (len(held_in) - 1)
    text = "\n".join([*lines, *(indent + line for line in entry), ""])
    made = canonical(text).splitlines()[len(held_in) :]
    return [line.removeprefix(indent) for line in made]
