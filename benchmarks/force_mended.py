"""A made-up force made sound again: what leads to something that was not told of it is taken away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

Part = dict[str, Any]

_ONE = ("follows", "continues", "recorded_as", "carried_from", "kept_by", "inspection")
_SEVERAL = ("follows_up", "rests_on", "inspections")


def lead_nowhere_else(parts: Part) -> None:
    """Take away what names an id that is not told of this force, and methods that join nothing."""
    known = {part["id"] for part in _groups(parts) if "id" in part}
    measures = [part["measure"] for part in _groups(parts) if "measure" in part]
    joined = Counter((m["indicator"], m["method"]) for m in measures if "method" in m)
    for measure in measures:
        if "method" in measure and joined[measure["indicator"], measure["method"]] < 2:
            del measure["method"]
    parts["corrections"] = [
        one for one in parts["corrections"] if one.get("stood_in", one["fact"]) in known
    ]
    parts["disputed_tags"] = [one for one in parts["disputed_tags"] if one["fact"] in known]
    for part in list(_groups(parts)):
        _prune(part, known)


def _groups(part: Any) -> Iterator[Part]:
    """Every group of fields within a part."""
    if isinstance(part, dict):
        yield part
    for inner in part.values() if isinstance(part, dict) else part:
        if not isinstance(inner, str):
            yield from _groups(inner)


def _prune(part: Part, known: set[str]) -> None:
    for name in _ONE:
        if isinstance(part.get(name), str) and part[name] not in known:
            del part[name]
    for name in _SEVERAL:
        if part.get(name) and isinstance(part[name][0], str):
            part[name] = [one for one in part[name] if one in known]
            if not part[name]:
                del part[name]
    is_bare = part.get("says") == "addressed" and "rests_on" not in part
    if is_bare and part.get("voice") == "inspectorate":
        del part["says"]
