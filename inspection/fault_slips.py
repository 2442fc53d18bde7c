"""Faults of fields that are signs of one slip, told as that slip.

A field spelled wrongly is not missing as well; a dash too many makes no new entry; and the name of
a theme, where its id is wanted, is looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from inspection.contents import KIND_OF_FIELD
from inspection.model import Record
from inspection.places import Plain
from inspection.problems import Fault, Path, quoted
from inspection.vocabulary import Standing, Voice

# What has an id and a name, by the kind of id; a force and a programme have a short name too.
NAMED = ("theme", "force", "programme", "cycle", "scale", "question")
_NEAR = re.compile('Did you mean "([^"]*)"[?]')
NAME_THE_FINDING = "Name the finding it rests on: the inspectorate calls this addressed."
WRITE_ID = "Write the id, which data/vocabulary.yaml has beside the name."


def told_as_slips(
    faults: Sequence[Fault], values: Mapping[str, Plain], record: Record
) -> list[Fault]:
    """The faults of fields, those that come of one slip told as that slip.

    `values` are those of the files; `record` is what could be made of them.
    """
    slips = dict(_stray_dashes(faults, values))
    meant = {(fault.path[:-1], _meant(fault)) for fault in faults if fault.code == "F02"}
    within = {fault.path[:-1] for fault in faults}
    told = list(slips.values())
    for fault in faults:
        of, name = fault.path[:-1], fault.path[-1] if fault.path else ""
        if fault.code == "F01" and (of in slips or _after(of) in slips):
            continue
        if fault.code == "F01" and (of, name) in meant:
            continue
        if fault.code == "F12" and "too few" in fault.message and fault.path in within:
            continue  # an entry that is wrong is an entry
        if fault.code == "F03" and name == "rests_on" and _has_to_rest(_value_at(values, of)):
            fault = fault._replace(hint=NAME_THE_FINDING)
        told.append(_with_the_id(fault, values, record) if fault.code == "F09" else fault)
    return told


def id_of_name(record: Record, kind: str, name: str) -> str | None:
    """The id of what bears a name, however its letters are written; None where there is none."""
    if kind not in NAMED:
        return None
    wanted = " ".join(name.split()).casefold()
    for id, part in getattr(record, kind).items():
        names = (part.name, getattr(part, "short_name", part.name))
        if wanted in (known.casefold() for known in names):
            return str(id)
    return None


def is_a_name(name: str, id: str) -> str:
    """What is said of a name that stands where an id belongs."""
    return f"{quoted(name)} is a name; its id is {id}."


def _has_to_rest(said: Plain) -> bool:
    """Whether a statement is one that names the finding behind it, as R06 asks."""
    asked = {"voice": Voice.INSPECTORATE.value, "says": Standing.ADDRESSED.value}
    return isinstance(said, dict) and all(said.get(name) == word for name, word in asked.items())


def _meant(fault: Fault) -> str:
    """The field that was meant by one not known: the nearest, or itself with its first signs off."""
    near = _NEAR.fullmatch(fault.hint)
    return near[1] if near else str(fault.path[-1]).strip().removeprefix("-")


def _after(path: Path) -> Path:
    """The path of the entry that comes after one of a list."""
    last = path[-1] if path else ""
    return (*path[:-1], last + 1) if isinstance(last, int) else ()


def _stray_dashes(
    faults: Sequence[Fault], values: Mapping[str, Plain]
) -> Iterator[tuple[Path, Fault]]:
    """Entries without an id that hold what is missing in the entry before."""
    missing: dict[Path, set[str]] = {}
    for fault in faults:
        if fault.code == "F01" and fault.path:
            missing.setdefault(fault.path[:-1], set()).add(str(fault.path[-1]))
    for path, lacking in missing.items():
        entry, before = _value_at(values, _after(path)), _value_at(values, path)
        if "id" in missing.get(_after(path), ()) and isinstance(entry, dict):
            own = before.get("id") if isinstance(before, dict) else None
            if isinstance(own, str) and lacking & entry.keys():
                message = "A new entry begins here, but has no id."
                hint = f"Was the dash meant? Without it the lines belong to {own[:90]}."
                yield _after(path), Fault("F01", _after(path), message, hint)


def _value_at(values: Mapping[str, Plain], path: Path) -> Plain:
    """What was typed at a path, or None where nothing was."""
    found: Plain = dict(values)
    for step in path:
        if isinstance(found, dict) and isinstance(step, str):
            found = found.get(step)
        elif isinstance(found, list) and isinstance(step, int) and step < len(found):
            found = found[step]
        else:
            return None
    return found


def _with_the_id(fault: Fault, values: Mapping[str, Plain], record: Record) -> Fault:
    """A fault about what is no id, with the id that was meant where it can be found."""
    field = next((step for step in reversed(fault.path) if isinstance(step, str)), "")
    kind, name = KIND_OF_FIELD.get(field), _value_at(values, fault.path)
    if kind not in NAMED or not isinstance(name, str):
        return fault
    if id := id_of_name(record, kind, name):
        return fault._replace(message=is_a_name(name, id), hint="")
    if any(fault.hint.endswith(f", as in {id}.") for id in getattr(record, kind)):
        return fault
    return fault._replace(hint=WRITE_ID)
