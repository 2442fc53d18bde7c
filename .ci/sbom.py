"""Write the bill of materials, CycloneDX as JSON: `python .ci/sbom.py requirements.txt docs/sbom.json`

What the dashboard runs on: each package with its version, the digest of every file it may be
installed from, what asked for it, and the licence that its installed copy names; and what lies in
components/vendor. The same pins give the same bytes: nothing in it is of the day or the machine.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from hashlib import sha256
from importlib import metadata
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import DisjunctiveLicense, License, LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

PIN = re.compile(r"([a-z0-9.-]+)==([^ ]+)((?:(?!\n[a-z]).)*)", re.S)
VENDORED = re.compile(r"plotly-(cartesian)-([0-9.]+)\.min\.js\.gz")
DIGEST = re.compile(r"--hash=sha256:([0-9a-f]{64})")
ASKED_FOR_BY = re.compile(r"# via (.+)")


def bill(pins: str) -> Bom:
    """The bill of everything in the text of a file of pins."""
    bom = Bom(serial_number=uuid5(NAMESPACE_URL, pins))
    bom.metadata.timestamp = None  # type: ignore[assignment]
    dashboard = Component(name="inspection-history", type=ComponentType.APPLICATION, bom_ref="this")
    bom.metadata.component = dashboard
    found = {component.name: (component, by) for component, by in (*packages(pins), *vendored())}
    for component, _ in found.values():
        bom.components.add(component)
    for asking in (dashboard, *(component for component, _ in found.values())):
        needs = [component for component, by in found.values() if asking.bom_ref.value in by]
        bom.register_dependency(asking, needs)
    return bom


def packages(pins: str) -> Iterator[tuple[Component, set[str]]]:
    """Each package pinned, with what asked for it: names of packages, `this` for the dashboard."""
    for name, version, rest in PIN.findall(pins):
        by = ASKED_FOR_BY.search(rest)
        asking = {"this" if "-r " in one else one for one in by[1].split(", ")} if by else set()
        yield (
            Component(
                name=name,
                version=version,
                type=ComponentType.LIBRARY,
                bom_ref=name,
                purl=PackageURL("pypi", name=name, version=version),
                hashes=[
                    HashType(alg=HashAlgorithm.SHA_256, content=d) for d in DIGEST.findall(rest)
                ],
                licenses=licences(name),
            ),
            asking,
        )


def vendored() -> Iterator[tuple[Component, set[str]]]:
    """The part of plotly.js that draws the charts, as it lies here."""
    for file in sorted(Path("components/vendor").glob("*.gz")):
        part, version = VENDORED.fullmatch(file.name).groups()
        name = f"plotly.js-{part}-dist-min"
        digest = HashType(alg=HashAlgorithm.SHA_256, content=sha256(file.read_bytes()).hexdigest())
        yield (
            Component(
                name=name,
                version=version,
                type=ComponentType.LIBRARY,
                bom_ref=name,
                purl=PackageURL("npm", name=name, version=version),
                hashes=[digest],
                licenses=[LicenseExpression("MIT")],
            ),
            {"this"},
        )


def licences(name: str) -> list[License]:
    """What the installed package says of its licence; nothing where it says it in no form we know."""
    said = metadata.metadata(name)
    if expression := said.get("License-Expression"):
        return [LicenseExpression(expression)]
    named = [
        line.rpartition(" :: ")[2]
        for line in said.get_all("Classifier", [])
        if line.startswith("License :: ") and line.count(" :: ") > 1
    ]
    short = said.get("License", "")
    if not named and short and "\n" not in short:
        named = [short]
    return [DisjunctiveLicense(name=name) for name in named]


if __name__ == "__main__":
    pins, target = map(Path, sys.argv[1:])
    written = JsonV1Dot6(bill(pins.read_text("utf-8"))).output_as_string(indent=1)
    target.write_text(f"{written}\n", "utf-8")
