"""A made-up national record, to measure at the size the whole country would have.

`python -m benchmarks.national FOLDER` writes 43 forces of 40 inspections with 25 findings each. The
words, rounds, scales and oddities are those of the real record, told of forces that do not exist:
what is in it is true of nobody. The same arguments give the same bytes, and the first forces of a
larger record are the forces of a smaller one.
"""

from __future__ import annotations

import argparse
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from benchmarks.force_made_up import FINDINGS, INSPECTIONS, Pattern, force_parts, sources_named
from benchmarks.made_up import names_in
from benchmarks.yaml_text import text_of

REAL = Path(__file__).parent.parent / "data"
FORCES = 43
SEED = 9
_HEAD = (
    "# Made up, to measure with: nothing in this record is true of any force.\n"
    "# Written by `python -m benchmarks.national`.\n\n"
)


def files(
    forces: int = FORCES,
    seed: int = SEED,
    inspections: int = INSPECTIONS,
    findings: int = FINDINGS,
) -> dict[str, str]:
    """The texts of a made-up record by the names of their files."""
    pattern = _pattern()
    made = _common(pattern)
    for number in range(1, forces + 1):
        parts = force_parts(pattern, number, seed, inspections, findings)
        made[f"force-{number:02}.yaml"] = parts
    return {name: _HEAD + text_of(parts) for name, parts in made.items()}


@cache
def _pattern() -> Pattern:
    """The real record, as far as the made-up one is told after it."""
    real: dict[str, Any] = {}
    for path in sorted(REAL.glob("*.yaml")):
        loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
        real |= yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    shared = {
        name: real[name]
        for name in ("scales", "programmes", "questions", "themes", "second_reading", "hard_pairs")
    } | {"indicators": real["indicators"]}
    national = {"national_distributions": real["national_distributions"]}
    named = sources_named([shared, national])
    told = [real[name] for name in ("inspections", "context_events", "conflicts", "sources")]
    people = [*_fields(told, "name"), *_fields(told, "inspector")]
    return Pattern(real, shared, national, frozenset(named), names_in(_texts(told), people))


def _texts(part: Any) -> list[str]:
    if isinstance(part, str):
        return [part] if " " in part else []
    inside = part.values() if isinstance(part, dict) else part
    return [text for inner in inside for text in _texts(inner)]


def _fields(part: Any, wanted: str) -> list[str]:
    if isinstance(part, str):
        return []
    own = [part[wanted]] if isinstance(part, dict) and wanted in part else []
    inside = part.values() if isinstance(part, dict) else part
    return own + [text for inner in inside for text in _fields(inner, wanted)]


def _common(pattern: Pattern) -> dict[str, dict[str, Any]]:
    """What all forces have in common: the edition, the vocabulary, the grades of the country."""
    real = pattern.real
    sources = [source for source in real["sources"] if source["id"] in pattern.shared_sources]
    others = [
        other
        | {
            "id": f"other-force-{n}-child-protection",
            "force_name": f"Other force {n}",
            "sources": [sources[0]["id"]],
        }
        for n, other in enumerate(real["other_forces"], start=1)
    ]
    for other in others:
        other.pop("note", None)
    return {
        "a-release.yaml": {"release": real["release"]},
        "national.yaml": pattern.national | {"other_forces": others},
        "sources.yaml": {"sources": sources},
        "vocabulary.yaml": pattern.shared,
    }


def main() -> None:
    """Write the made-up record into a folder."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.national", description=__doc__)
    parser.add_argument("folder", type=Path, help="where to write it; it must hold nothing else")
    parser.add_argument("--forces", type=int, default=FORCES)
    parser.add_argument("--seed", type=int, default=SEED)
    given = parser.parse_args()
    write(given.folder, given.forces, given.seed)


def write(folder: Path, forces: int = FORCES, seed: int = SEED) -> None:
    """The files of a made-up record in a folder, and no other made-up force beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("force-*.yaml"):
        old.unlink()
    for name, text in files(forces, seed).items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
