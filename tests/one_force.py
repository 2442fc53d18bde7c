"""The published record as it would be of one of its forces alone."""

from pathlib import Path

import yaml

from benchmarks.force_made_up import sources_named
from benchmarks.yaml_text import text_of
from tests.conftest import DATA

OF_ONE = ("inspections", "national_responses", "conflicts")
OF_SEVERAL = ("context_events", "gaps")
ABOUT_FACTS = ("corrections", "disputed_tags")


def one_force(folder: Path, force: str) -> Path:
    """What the published record holds of one force, in a folder of one file."""
    values = _narrowed(_published(), force)
    named = set(sources_named([part for name, part in values.items() if name != "sources"]))
    values["sources"] = [one for one in values["sources"] if one["id"] in named]
    folder.mkdir(exist_ok=True)
    (folder / "record.yaml").write_text(text_of(values), encoding="utf-8")
    return folder


def _published():
    """The values of the published files, every one the text that was typed."""
    values = {}
    for file in sorted(DATA.glob("*.yaml")):
        values |= yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    return values


def _narrowed(values, force):
    """The record without what is told of other forces alone."""
    values["forces"] = [one for one in values["forces"] if one["id"] == force]
    for name in OF_ONE:
        values[name] = [one for one in values[name] if one["force"] == force]
    for name in OF_SEVERAL:
        values[name] = [one | {"forces": [force]} for one in values[name] if force in one["forces"]]
    kept = _texts({name: values[name] for name in (*OF_ONE, *OF_SEVERAL)})
    for name in ABOUT_FACTS:
        values[name] = [one for one in values[name] if one.get("stood_in", one["fact"]) in kept]
    return values


def _texts(part):
    """Every text of a part of the record."""
    if isinstance(part, str):
        return {part}
    inside = part.values() if isinstance(part, dict) else part
    return set().union(*(_texts(inner) for inner in inside))
