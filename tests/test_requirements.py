"""What the dashboard runs on: pinned with digests, audited, and listed in a bill of materials."""

import importlib.util
import json
import re
from hashlib import sha256
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
KINDS = ("", "-dev", "-audit", "-pins")
PIN = re.compile(
    r"([a-z0-9][a-z0-9.-]*)==([\w.]+)(?: ; [^\\\n]+)?((?: \\\n    --hash=sha256:[0-9a-f]{64})+)\n"
)
NAMED = re.compile(r"([\w.-]+)==([\w.]+)")


def pins(kind):
    """Version and digests of every library in a file of pins."""
    text = (ROOT / f"requirements{kind}.txt").read_text("utf-8")
    return {name: (version, frozenset(re.findall(r"[0-9a-f]{64}", digests)))
            for name, version, digests in PIN.findall(text)}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_of_pins_holds_exact_versions_with_digests_and_nothing_else(kind):
    text = (ROOT / f"requirements{kind}.txt").read_text("utf-8")
    rest = PIN.sub("", text)
    assert [line for line in rest.splitlines() if line and not line.lstrip().startswith("#")] == []
    assert "://" not in text
    assert len(pins(kind)) >= 1


@pytest.mark.parametrize("kind", KINDS)
def test_the_pins_are_those_that_are_asked_for(kind):
    lines = (ROOT / f"requirements{kind}.in").read_text("utf-8").splitlines()
    asked = [line for line in lines if line and not line.startswith(("#", "-c requirements"))]
    found = pins(kind)
    for line in asked:
        name, version = NAMED.fullmatch(line).groups()
        assert found[re.sub(r"[-_.]+", "-", name.lower())][0] == version


def test_a_library_is_the_same_in_every_file_of_pins():
    seen = {}
    for kind in KINDS:
        for name, pinned in pins(kind).items():
            assert seen.setdefault(name, pinned) == pinned
    assert len(seen) > 90


def test_make_installs_nothing_without_its_digest():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    installs = [line for line in makefile.splitlines() if "pip install" in line]
    assert len(installs) == 1
    assert installs[0].startswith("INSTALL = ")
    assert installs[0].endswith(" --require-hashes")


def test_the_bill_of_materials_lists_exactly_what_is_pinned_with_digests_and_licences():
    bill = json.loads((ROOT / "docs/sbom.json").read_text("utf-8"))
    listed = {one["purl"]: one for one in bill["components"]}
    digests = {purl: {hash["content"] for hash in one["hashes"]} for purl, one in listed.items()}
    expected = {f"pkg:pypi/{name}@{version}": of for name, (version, of) in pins("").items()}
    for file in (ROOT / "components/vendor").glob("*.gz"):
        part, version = re.fullmatch(r"plotly-([a-z]+)-([0-9.]+)\.min\.js\.gz", file.name).groups()
        purl = f"pkg:npm/plotly.js-{part}-dist-min@{version}"
        expected[purl] = {sha256(file.read_bytes()).hexdigest()}
    assert digests == expected
    assert [one["name"] for one in listed.values() if not one.get("licenses")] == []
    assert {hash["alg"] for one in listed.values() for hash in one["hashes"]} == {"SHA-256"}


def test_the_bill_of_materials_says_what_needs_what_and_nothing_of_the_day_it_was_made():
    bill = json.loads((ROOT / "docs/sbom.json").read_text("utf-8"))
    assert bill["specVersion"] == "1.6"
    assert "timestamp" not in bill["metadata"]
    needs = {one["ref"]: one.get("dependsOn", []) for one in bill["dependencies"]}
    named = {re.sub(r"[-_.]+", "-", name.lower()) for name, _ in
             NAMED.findall((ROOT / "requirements.in").read_text("utf-8"))}  # fmt: skip
    assert {name for name in needs["this"] if not name.startswith("plotly.js")} == named
    assert needs["uvicorn"] == ["click", "h11"]


@pytest.fixture(scope="module")
def audit():
    """The script of `make audit`."""
    spec = importlib.util.spec_from_file_location("audit", ROOT / ".ci/audit.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def answer(*dependencies):
    return json.dumps({"dependencies": dependencies, "fixes": []})


SOUND = {"name": "a", "version": "1.0", "vulns": []}
FAULTY = {
    "name": "b", "version": "2.0",
    "vulns": [
        {"id": "CVE-2026-1", "fix_versions": ["2.1", "3.0"]},
        {"id": "CVE-2026-2", "fix_versions": []},
    ],
}  # fmt: skip
UNASKED = {"name": "c", "skip_reason": "Dependency not found and could not be audited"}
CLOSED = "Traceback ...\nrequests.exceptions.ConnectionError: Failed to resolve 'service.example'"


@pytest.mark.parametrize(
    ("found", "complaint", "status", "said"),
    [
        (answer(SOUND, SOUND), "", 0, "No fault is known in any of 2 packages."),
        (
            answer(SOUND, FAULTY, UNASKED), "Found 2 known vulnerabilities", 1,
            "Known faults in what is pinned:\nb 2.0: CVE-2026-1, mended in 2.1, 3.0\n"
            "b 2.0: CVE-2026-2, mended in no version yet",
        ),
        (
            answer(UNASKED, SOUND), "", 0,
            "The vulnerability service could not be asked about 1 of 2 packages; no fault is known "
            "in the rest.",
        ),
        (
            answer(UNASKED), "", 0,
            "The vulnerability service could not be asked about 1 of 1 packages.",
        ),
        (
            "", CLOSED, 0,
            "The vulnerability service could not be asked "
            "(requests.exceptions.ConnectionError: Failed to resolve 'service.example').",
        ),
        ("", "usage: pip-audit", 1, "pip-audit failed:\nusage: pip-audit"),
    ],
)  # fmt: skip
def test_a_known_fault_fails_and_a_service_that_does_not_answer_is_said(
    found, complaint, status, said, audit
):
    assert audit.verdict(found, complaint) == (status, said)
