"""Where in the files each fact of a record stands: `data/inspections.yaml:412` by its id."""

from __future__ import annotations

from pathlib import Path

from inspection.files import looked_at
from inspection.places import Node
from inspection.reading import read_bytes


def places_of_facts(path: Path) -> dict[str, str]:
    """File and line of everything with an id; of a grade by `inspection > question`.

    Where two things of different kinds share an id, that of the fact that stands first.
    """
    found: dict[str, str] = {}
    for file in looked_at(path).files:
        tree, _ = read_bytes(file.raw, file.shown)
        if tree is not None:
            _note(tree, "", found)
    return found


def _note(node: Node, within: str, found: dict[str, str]) -> None:
    content = node.content
    if isinstance(content, str):
        return
    if isinstance(content, dict):
        own, question = node.child("id"), node.child("question")
        if own and isinstance(own.content, str):
            within = own.content
            found.setdefault(within, f"{own.file}:{own.line}")
        elif question and isinstance(question.content, str):
            id = f"{within} > {question.content}"
            found.setdefault(id, f"{question.file}:{question.line}")
    for part in content.values() if isinstance(content, dict) else content or ():
        _note(part, within, found)
