"""Putting an entry into a file of the record: new lines between old ones, none of which is changed.

What stands in the file keeps its comments, order, hand formatting and line ends, byte for byte.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from inspection.desk.opened import CannotBeDone
from inspection.places import Node, Plain, plain
from inspection.problems import Path, quoted
from inspection.reading import read_bytes, read_text

_BETWEEN = re.compile(r"( *)(#.*)?|\.\.\.\s*")
"""A line that may belong to what follows it: blank, a comment, or the end of a document."""


class _Gap(NamedTuple):
    """Between which lines the new ones go, how far they are indented, and what begins them."""

    line: int
    indent: int
    head: tuple[str, ...] = ()


def with_entry(
    raw: bytes,
    shown: str,
    path: Path,
    position: int,
    entry: Sequence[str],
    order: Sequence[str] = (),
) -> bytes:
    """A file with a new entry in the list at `path`, where `position` others stand before it.

    `entry` are its lines, the first of which with content begins with `- `; `shown` is the name of
    the file in messages. A list that is not there begins where `order`, the order of the fields
    that stand beside it, has its place. CannotBeDone where the new text would not read as the old
    with this entry added.
    """
    tree = _tree(raw, shown)
    holder = node_at(tree, path[:-1])
    if holder is None:
        raise CannotBeDone(f"{shown} does not hold {quoted(str(path[-2]))}.")
    lines = raw.decode("utf-8").splitlines(keepends=True)
    gap = _gap(tree, holder, str(path[-1]), position, lines, order, shown)
    new = [*gap.head, *entry]
    added = [f"{' ' * gap.indent}{line}".rstrip() for line in new]
    changed = _joined(lines, gap.line, added).encode("utf-8")
    _see_that_nothing_else_changed(raw, changed, shown, path, position, entry)
    return changed


def node_at(tree: Node, path: Path) -> Node | None:
    """What stands at a path of field names and positions; None where nothing does."""
    node: Node | None = tree
    for step in path:
        node = node.child(step) if node else None
    return node


def _tree(raw: bytes, shown: str) -> Node:
    tree, problems = read_bytes(raw, shown)
    if tree is None:
        raise CannotBeDone(f"Mend this first:\n{problems[-1].line_of_text}")
    return tree


def _gap(
    tree: Node,
    holder: Node,
    name: str,
    position: int,
    lines: list[str],
    order: Sequence[str],
    shown: str,
) -> _Gap:
    there = holder.child(name)
    if there is None:
        return _gap_for_field(tree, holder, name, lines, order, shown)
    if there.content is None:
        return _Gap(there.key_line, there.key_column - 1)
    entries = there.content if isinstance(there.content, list) else []
    dashes = [re.match(r"( *)- ", lines[entry.line - 1]) for entry in entries]
    indents = [len(dash[1]) for dash in dashes if dash]
    if not indents or len(indents) < len(entries) or len(set(indents)) > 1:
        place = f"{shown}:{there.key_line}"
        raise CannotBeDone(
            f"{place}: {quoted(name)} has no line of its own that begins with `- ` for each entry. "
            "Write it so (where it is empty, take away the []), then try again."
        )
    indent = indents[0]
    if position:
        return _Gap(_end(tree, entries[position - 1], lines, indent), indent)
    return _Gap(_back(lines, entries[0].line - 1, there.key_line, indent), indent)


def _gap_for_field(
    tree: Node,
    holder: Node,
    name: str,
    lines: list[str],
    order: Sequence[str],
    shown: str,
) -> _Gap:
    """Before the first field that comes later in the order, or at the end of what holds it."""
    assert isinstance(holder.content, dict)
    fields = holder.content
    first = next(iter(fields.values()))
    indent = 0 if holder is tree else first.key_column - 1
    head = lines[first.key_line - 1][:indent]
    if head.strip(" -"):
        place = f"{shown}:{first.key_line}"
        raise CannotBeDone(
            f"{place}: this entry stands in one line with something else. "
            "Give each of its fields a line of its own, then try again."
        )
    later = order[order.index(name) + 1 :]
    for field, node in fields.items():
        if field in later and node is not first:
            before = _back(lines, node.key_line - 1, first.key_line, indent)
            return _Gap(before, indent, (f"{name}:",))
    outside = indent if holder is tree else max(indent - 1, 0)
    return _Gap(_end(tree, holder, lines, outside), indent, (f"{name}:",))


def _end(tree: Node, node: Node, lines: list[str], indent: int) -> int:
    """How many lines there are up to the end of a value, without comments on what follows it."""
    last = max((node.line, *_starts(node)))
    following = min((line for line in _starts(tree) if line > last), default=len(lines) + 1)
    return _back(lines, following - 1, last, indent)


def _back(lines: list[str], line: int, least: int, indent: int) -> int:
    """A line number taken back over blank lines and comments no further in than `indent`."""
    while line > least:
        found = _BETWEEN.fullmatch(lines[line - 1].rstrip("\r\n\x85\u2028\u2029"))
        if not found or (found[2] and len(found[1]) > indent):
            break
        line -= 1
    return line


def _starts(node: Node) -> Iterator[int]:
    """The lines in which the fields and entries within a value begin."""
    if isinstance(node.content, dict):
        for inner in node.content.values():
            yield inner.key_line
            yield from _starts(inner)
    elif isinstance(node.content, list):
        for inner in node.content:
            yield inner.line
            yield from _starts(inner)


def _joined(lines: list[str], at: int, added: list[str]) -> str:
    """The text with lines added after line `at`, ended as the others; no end where none was."""
    first = lines[0] if lines else "\n"
    end = "\r\n" if first.endswith("\r\n") else "\r" if first.endswith("\r") else "\n"
    before, after = "".join(lines[:at]), "".join(lines[at:])
    if before and before == before.rstrip("\r\n"):
        return before + "".join(end + line for line in added) + after
    return before + "".join(line + end for line in added) + after


def _see_that_nothing_else_changed(
    raw: bytes, changed: bytes, shown: str, path: Path, position: int, entry: Sequence[str]
) -> None:
    """CannotBeDone unless the new text reads as the old with this entry added."""
    before, faults = read_bytes(raw, shown)
    after, more_faults = read_bytes(changed, shown)
    alone, _ = read_text("\n".join(["new:", *entry]), shown)
    assert before is not None
    added = plain(alone.content["new"]) if alone and isinstance(alone.content, dict) else None
    if isinstance(added, list) and len(added) == 1 and after and len(more_faults) == len(faults):
        expected = plain(before)
        _put(expected, path, position, added[0])
        if plain(after) == expected:
            return
    raise CannotBeDone(
        f"{shown} is written in a way in which nothing can be added safely. "
        f"Put it in order with `python -m inspection format`, or write the entry by hand."
    )


def _put(values: Plain, path: Path, position: int, added: Plain) -> None:
    held = values
    for step in path[:-1]:
        held = held[step]  # type: ignore[index]
    assert isinstance(held, dict)
    there = held.setdefault(str(path[-1]), [])
    if there is None:
        there = held[str(path[-1])] = []
    assert isinstance(there, list)
    there.insert(position, added)
