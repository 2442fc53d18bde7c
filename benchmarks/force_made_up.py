"""One made-up force, its inspections told after those of a real one."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from benchmarks.force_mended import lead_nowhere_else
from benchmarks.made_up import Wording, words_of

INSPECTIONS = 40
FINDINGS = 25
_REAL = ("northamptonshire", "northumbria")
# Fields that name something of the force by its id, and those whose text is no prose.
_IDS = words_of(
    "id force forces follows continues recorded_as carried_from kept_by follows_up rests_on "
    "inspection inspections fact stood_in report"
)
_WORDS = words_of(
    "theme themes cycle question questions programme kind value empty basis scope voice told_by "
    "says reply counts looked_at may_have_looked_at by_rule indicator method"
)
_DAY = re.compile(r"(\d{4}-\d\d-)(\d\d)")
_LAST_MONTH_MOVED = "2026-10"

Part = dict[str, Any]


class Pattern(NamedTuple):
    """The real record, and what of it is the same for all forces."""

    real: Part
    shared: Part
    national: Part
    shared_sources: frozenset[str]
    names: frozenset[str]


def sources_named(part: Any) -> Iterator[str]:
    """Every source that a part of the record names."""
    if isinstance(part, list):
        for inner in part:
            yield from sources_named(inner)
    elif isinstance(part, dict):
        for name, inner in part.items():
            if name == "sources" and inner and isinstance(inner[0], str):
                yield from inner
            else:
                yield from sources_named(inner)


def force_parts(pattern: Pattern, number: int, seed: int, inspections: int, findings: int) -> Part:
    """All that the record holds of one force, by the names of its lists."""
    teller = _Teller(pattern, number, seed)
    parts = teller.record_of_force(inspections)
    for inspection in parts["inspections"]:
        inspection["findings"] = inspection.get("findings", [])[:findings]
        teller.add_findings(inspection, findings)
    lead_nowhere_else(parts)
    parts["sources"] = teller.sources(set(sources_named(parts)))
    return {name: told for name, told in parts.items() if told}


class _Teller:
    """Tells what is recorded of a real force, of a made-up one: other ids, names, days, sources."""

    def __init__(self, pattern: Pattern, number: int, seed: int) -> None:
        self.pattern = pattern
        self.force = f"force-{number:02}"
        self.random = random.Random(f"{seed} {number}")
        self.wording = Wording(f"Force {number:02}", pattern.names, f"{seed} {number}")
        self.days = self.random.randint(-6, 6)
        self.model = _REAL[number % 2]
        self.second = _REAL[1 - number % 2]
        self.source_ids: dict[str, str] = {}

    def record_of_force(self, inspections: int) -> Part:
        real = self.pattern.real
        own = [one for one in real["inspections"] if one["force"] == self.model]
        rest = [
            one
            for one in real["inspections"]
            if one["force"] == self.second and one["programme"] != "peel"
        ]
        more = self.random.sample(rest, max(0, inspections - len(own)))
        told = [self._told(one, "") for one in own[:inspections]]
        told += [self._told(one, "b-") for one in rest if one in more]
        told.sort(key=lambda one: one["published"])
        self._vary_grades(told)
        parts: Part = {"forces": [self._told(self._force(), "")], "inspections": told}
        for name in ("context_events", "national_responses", "conflicts", "gaps", "corrections"):
            parts[name] = [self._told(one, "") for one in real[name] if self._is_own(one)]
        parts["gaps"].insert(0, self._notice())
        parts["disputed_tags"] = [self._told(one, "") for one in real["disputed_tags"]]
        return parts

    def _force(self) -> Part:
        return next(one for one in self.pattern.real["forces"] if one["id"] == self.model)

    def _notice(self) -> Part:
        what = f"Anything true: {self.force} and all that is told of it are made up"
        note = "Written by a program to measure with. Nothing in this record is true of any force."
        return {"id": f"{self.force}-made-up", "forces": [self.force], "what": what, "note": note}

    def _is_own(self, part: Part) -> bool:
        named = part.get("forces", part.get("force"))
        return named is None or self.model in named

    def _told(self, value: Any, copy: str, name: str = "") -> Any:
        if isinstance(value, dict):
            if name == "counts":
                return dict(value)
            return {key: self._told(inner, copy, key) for key, inner in value.items()}
        if isinstance(value, list):
            told = [self._told(inner, copy, name) for inner in value]
            return list(dict.fromkeys(told)) if name == "forces" else told
        return self._told_text(value, copy, name)

    def _told_text(self, text: str, copy: str, name: str) -> str:
        if name == "sources":
            return self._source_id(text)
        if name in _IDS:
            return self._id(text, copy)
        if name in _WORDS and " " not in text:
            return text
        if name == "publisher" and "." in text:
            return "A page of the web"
        if day := _DAY.fullmatch(text):
            return text if text > _LAST_MONTH_MOVED else self._moved(day)
        return self.wording.told(text)

    def _id(self, real: str, copy: str) -> str:
        if real in _REAL:
            return self.force
        for force in _REAL:
            real = real.removeprefix(f"{force}-")
        words = (self.wording.told(word.title()).lower() for word in real.split("-"))
        return f"{self.force}-{copy}{'-'.join(words)}"

    def _source_id(self, real: str) -> str:
        if real in self.pattern.shared_sources:
            return real
        return self.source_ids.setdefault(
            real, f"{self.force}-source-{len(self.source_ids) + 1:03}"
        )

    def _moved(self, day: re.Match[str]) -> str:
        """Another day of the same month, so that dates known to the month stay in order."""
        return f"{day[1]}{min(28, max(1, int(day[2]) + self.days)):02}"

    def _vary_grades(self, told: list[Part]) -> None:
        """Some grades one step up or down; those that others depend on stay."""
        scales = {scale["id"]: scale["grades"] for scale in self.pattern.real["scales"]}
        cycles = {
            cycle["id"]: cycle
            for programme in self.pattern.real["programmes"]
            for cycle in programme["cycles"]
        }
        grades = [grade for one in told for grade in one.get("grades", [])]
        carried = {grade.get("carried_from") for grade in grades}
        for one in told:
            steps = [step["id"] for step in scales.get(cycles[one["cycle"]].get("scale"), ())]
            if "published_counts" in one or one["id"] in carried:
                continue
            for grade in one.get("grades", []):
                is_free = "value" in grade and not {"revisions", "carried_from"} & grade.keys()
                if is_free and self.random.random() < 0.5:
                    at = steps.index(grade["value"]) + self.random.choice((-1, 1))
                    grade["value"] = steps[min(len(steps) - 1, max(0, at))]

    def add_findings(self, inspection: Part, count: int) -> None:
        """Findings to the number wanted, told after those of the real record."""
        found = inspection["findings"]
        real = self._real_findings(inspection["cycle"])
        for n in range(1, count - len(found) + 1):
            found.append(self._finding(inspection, n, self.random.choice(real)))
        if not found:
            del inspection["findings"]

    def _real_findings(self, cycle: str) -> list[Part]:
        """Findings of the real record on what the round looked at, or all where that is unknown."""
        real = [f for one in self.pattern.real["inspections"] for f in one.get("findings", [])]
        rounds = [c for p in self.pattern.real["programmes"] for c in p["cycles"]]
        looked_at = next(c for c in rounds if c["id"] == cycle).get("looks_at", ())
        return [one for one in real if one["theme"] in looked_at] or real

    def _finding(self, inspection: Part, n: int, real: Part) -> Part:
        chance = self.random.random
        sources = inspection["sources"]
        told = {
            "id": f"{inspection['id']}-m{n:02}",
            "theme": real["theme"],
            "kind": real["kind"],
            "summary": self.wording.sentence(self.wording.told(real["summary"])),
        }
        if chance() < 0.2:
            files = self.random.randint(3, 80)
            counted = {"numerator": str(self.random.randint(0, files)), "denominator": str(files)}
            told["measure"] = counted | {"unit": "files looked at"}
        if chance() < 0.15 and "follows" in inspection:
            told["follows_up"] = [f"{inspection['follows']}-m01"]
        if chance() < 0.05 and "note" in real:
            told["note"] = self.wording.told(real["note"])
        return told | {"sources": self.random.sample(sources, min(2, len(sources)))}

    def sources(self, named: set[str]) -> list[Part]:
        """Where it was all read: at addresses that lead nowhere."""
        real = {source["id"]: source for source in self.pattern.real["sources"]}
        made = []
        for old, new in self.source_ids.items():
            if new not in named:
                continue
            told = {name: value for name, value in real[old].items() if name != "url"}
            source = self._told(told, "") | {"id": new}
            if "url" in real[old]:
                source["url"] = f"https://example.org/{self.force}/{new}"
            made.append(source)
        return made
