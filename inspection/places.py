"""The values of the files as typed, each with its place, and where a fault stands among them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from inspection.problems import Fault, Path, Problem, quoted, severity_of

Plain = str | None | list["Plain"] | dict[str, "Plain"]

_ID = re.compile(r"[A-Za-z0-9_-]{1,90}")


@dataclass(slots=True)
class Node:
    """A value as typed and the place where it stands; lines and columns count from 1.

    An empty value is None. `key_line` and `key_column` are the place of its field name, or 0.
    """

    content: str | None | list[Node] | dict[str, Node]
    file: str
    line: int
    column: int
    key_line: int = 0
    key_column: int = 0

    def child(self, step: str | int) -> Node | None:
        """The value of a field or at a position, or None where there is none."""
        if isinstance(self.content, dict) and isinstance(step, str):
            return self.content.get(step)
        if isinstance(self.content, list) and isinstance(step, int):
            return self.content[step] if 0 <= step < len(self.content) else None
        return None


def plain(node: Node) -> Plain:
    """The values of a tree without their places."""
    content = node.content
    if isinstance(content, list):
        return [plain(item) for item in content]
    if isinstance(content, dict):
        return {name: plain(item) for name, item in content.items()}
    return content


def named_parts(tree: Node | None) -> Iterable[tuple[str, Node]]:
    """The parts of a file by their names; none where it could not be read."""
    return tree.content.items() if tree and isinstance(tree.content, dict) else ()


def joined(trees: Iterable[Node | None]) -> Node:
    """The trees of several files as one: lists of the same name become one list."""
    read = [tree for tree in trees if tree]
    parts: dict[str, Node] = {}
    for tree in read:
        for name, node in named_parts(tree):
            there = parts.setdefault(name, node)
            if there is node:
                continue
            if isinstance(there.content, list) and isinstance(node.content, list):
                there.content += node.content
    return Node(parts, read[0].file, 1, 1)


def problem_at(root: Node, fault: Fault) -> Problem:
    """A fault with the place in a file where it stands."""
    line, column, file = _place(root, fault)
    hint = fault.hint
    if fault.first is not None:
        first_line, _, other = _place(root, fault._replace(path=fault.first))
        hint = f"{hint} See also {other}:{first_line}.".strip()
    return Problem(
        fault.code,
        severity_of(fault.code),
        file,
        line,
        column,
        path_words(root, fault.path),
        fault.message,
        hint,
        about=_last_id(root, fault.path),
    )


def path_words(root: Node, path: Path) -> str:
    """A path as an editor sees it: `some-inspection-2025 > grades > 2 > value`.

    An entry of a list is named by its id if it has one, else by its position counted from 1. The
    name of the list of inspections is left out, since most of the record stands in it.
    """
    words: list[str] = []
    node: Node | None = root
    for step in path:
        node = node.child(step) if node else None
        if isinstance(step, str):
            words.append(step if _ID.fullmatch(step) else quoted(step))
        else:
            words.append(_id_of(node) or str(step + 1))
    if path[:1] == ("inspections",) and len(path) > 1 and not words[1].isdigit():
        del words[0]
    return " > ".join(words)


def _last_id(root: Node, path: Path) -> str:
    """The id of the innermost part on a path that has one."""
    found, node = "", root
    for step in path:
        inner = node.child(step)
        if inner is None:
            break
        node = inner
        found = _id_of(node) or found
    return found


def _id_of(node: Node | None) -> str | None:
    named = node.child("id") if node else None
    text = named.content if named else None
    return text if isinstance(text, str) and _ID.fullmatch(text) else None


def _place(root: Node, fault: Fault) -> tuple[int, int, str]:
    """Line, column and file; of a field that is not there, the place of what should hold it."""
    node = root
    for step in fault.path:
        inner = node.child(step)
        if inner is None:
            break
        node = inner
    points_to_name = fault.code == "F02" or not isinstance(node.content, str)
    if points_to_name and node.key_line:
        return node.key_line, node.key_column, node.file
    return node.line, node.column, node.file
