"""A newcomer follows CONTRIBUTING.md: adds an inspection, sees it, breaks it, is told, mends it.

The commands are those of the guide, word for word, in its order. What the guide leaves to a text editor
is done to the lines that the commands themselves name.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import ROOT, settled

GUIDE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
WALK = GUIDE.partition("## Add the next inspection")[2].partition("The same for something said")[0]
COMMANDS = [
    line.strip() for block in re.findall(r"```sh\n(.*?)```", WALK, re.DOTALL) for line in
    block.strip().splitlines()
]  # fmt: skip
FILLED = {
    "judgement": "An invented judgement, to practise.",
    "value": "adequate",
    "theme": "missing-children",
    "kind": "concern",
    "summary": "In 3 of 6 invented cases nobody asked the child.",
    "numerator": "3",
    "denominator": "6",
    "unit": "invented cases",
    "place": "page 12",
}


@pytest.fixture
def clone(tmp_path):
    """The project as a newcomer has it, without what the walk does not touch."""
    folder = tmp_path / "clone"
    for part in ("data", "inspection", "examples"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    for command in (
        "git init -q",
        "git add .",
        "git -c user.name=an-editor -c user.email=editor@history.example commit -q -m 'As it was'",
    ):
        said = run(folder, command)
        assert said.returncode == 0, said.stderr
    return folder


def run(folder: Path, command: str) -> subprocess.CompletedProcess[str]:
    """A command as typed in the newcomer's terminal, with the environment of the guide's first line."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("INSPECTION_DATA", "GIT_"))}
    path = f"{Path(sys.executable).parent}{os.pathsep}{kept['PATH']}"
    return subprocess.run(
        ["bash", "-c", command], cwd=folder, env={**kept, "PATH": path, "HOME": str(folder)},
        capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False,
    )  # fmt: skip


def fill(folder: Path, said: str) -> list[str]:
    """Fill every line that the check calls empty; the names of the fields filled."""
    filled = []
    for file, line in re.findall(r"^(\S+?):(\d+):\d+  F03 ", said, re.MULTILINE):
        path = folder / file
        lines = path.read_text("utf-8").splitlines(keepends=True)
        name = lines[int(line) - 1].strip().removeprefix("- ").partition(":")[0]
        lines[int(line) - 1] = lines[int(line) - 1].replace(f"{name}:", f"{name}: {FILLED[name]}")
        path.write_text("".join(lines), "utf-8")
        filled.append(name)
    return filled


def counts(said: str) -> tuple[int, ...]:
    """How many inspections, findings and grades a check says that the record holds."""
    found = re.search(r"(\d+) inspections, (\d+) findings, (\d+) grades", said)
    assert found is not None, said
    return tuple(map(int, found.groups()))


def take_away_the_signs(file: Path, begun: str, begins: str, ends: str) -> None:
    """Let count what stands behind a `#` between two lines of the report begun; a `##` line goes."""
    older, id, own = file.read_text("utf-8").partition(f"- id: {begun}\n")
    before, first, rest = own.partition(begins)
    behind, last, after = rest.partition(ends)
    counted = re.sub(
        r"^( *)# ", r"\1", re.sub(r"^ *##.*\n", "", first + behind, flags=re.M), flags=re.M
    )
    file.write_text(older + id + before + counted + last + after, "utf-8")


def test_the_guide_names_the_commands_in_this_order():
    assert [" ".join(command.split()[:5]) for command in COMMANDS] == [
        ". .venv/bin/activate",
        "python -m inspection new inspection",
        "python -m inspection new inspection",
        "python -m inspection check",
        "python -m inspection format",
        "python -m inspection diff HEAD",
    ]


def test_a_newcomer_adds_an_inspection_breaks_it_mends_it_and_reads_what_changed(
    clone, start_server, visitor
):
    _, _, begin, check, format_, diff = COMMANDS
    server = start_server(data=clone / "data")
    page = visitor.open(server, "/inspection?id=northumbria-pir-2019")
    alert = page.get_by_role("alert")

    before = counts(run(clone, check).stdout)
    file = clone / "data" / "inspections.yaml"
    text = file.read_text("utf-8")
    version, released = (
        re.search(rf"{name}: (.*)", text)[1] for name in ("version", "released_on")
    )
    raised = f"{int(version.partition('.')[0]) + 1}.0.0"
    text = text.replace(f"version: {version}", f"version: {raised}", 1)
    day = max(released, "2026-12-20")
    file.write_text(text.replace(f"released_on: {released}", f"released_on: {day}", 1), "utf-8")
    begun = run(clone, begin)
    assert begun.returncode == 0, begun.stderr
    added = re.findall(r": inspection (\S+) was written[.]", begun.stdout)
    assert len(added) == 1
    (added,) = added
    assert re.fullmatch(r"northumbria-child-protection-2026(-\d+)*", added)

    # What is still empty is named line by line, and readers keep the last sound version.
    said = run(clone, check)
    assert said.returncode == 1
    page.reload()
    settled(page)
    expect(alert).to_contain_text("The newest data cannot be shown")
    assert fill(clone, said.stdout) == ["judgement"]

    # What may be added counts once the sign before it is taken away, and is filled in the same way.
    take_away_the_signs(file, added, "  # grades:\n", "  # recommendations:\n")
    said = run(clone, check)
    assert said.returncode == 1
    assert re.findall(r" > (\S+): This field stands without a value", said.stdout) == [
        "theme", "kind", "summary", "unit",
    ]  # fmt: skip
    text = file.read_text("utf-8")
    empty = re.compile(r"^( +(?:- )?)(\w+):$", re.MULTILINE)
    found = [name for _, name in empty.findall(text) if name in FILLED]
    assert found == [
        *["value"] * 5,
        "theme",
        "kind",
        "summary",
        "numerator",
        "denominator",
        "unit",
        "place",
    ]
    filled = empty.sub(
        lambda line: f"{line[0]} {FILLED[line[2]]}" if line[2] in FILLED else line[0], text
    )
    file.write_text(filled, "utf-8")

    said = run(clone, check)
    assert said.returncode == 0, said.stdout
    assert counts(said.stdout) == (before[0] + 1, before[1] + 1, before[2] + 5)
    in_order = run(clone, format_)
    assert in_order.returncode == 0, in_order.stdout
    page.goto(f"{server.address}/inspection?id={added}")
    settled(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("An invented report")
    expect(page.get_by_text(FILLED["judgement"]).first).to_be_visible()
    expect(page.get_by_text(FILLED["summary"]).first).to_be_visible()
    expect(page.get_by_text("page 12").first).to_be_visible()
    expect(alert).to_have_count(0)

    # A grade with a slip of the pen.
    sound = file.read_text("utf-8")
    place = sound.index("value: adequate", sound.index(f"id: {added}\n"))
    line = sound.count("\n", 0, place) + 1
    file.write_text(f"{sound[:place]}value: adaquate{sound[place + 15 :]}", "utf-8")
    said = run(clone, check)
    assert said.returncode == 1
    assert f"data/inspections.yaml:{line}:" in said.stdout
    assert '"adaquate" is not a grade' in said.stdout
    assert 'Did you mean "adequate"?' in said.stdout
    page.reload()
    settled(page)
    expect(alert).to_contain_text("The newest data cannot be shown")
    expect(page.get_by_role("heading", level=1)).to_contain_text("An invented report")
    page.get_by_text("What is wrong with the newest data, line by line").click()
    expect(page.get_by_text(f"data/inspections.yaml:{line}:")).to_be_visible()

    file.write_text(sound, "utf-8")
    assert run(clone, check).returncode == 0
    page.reload()
    settled(page)
    expect(alert).to_have_count(0)

    told = run(clone, diff)
    assert told.returncode == 0, told.stderr
    assert "1 inspection added" in told.stdout
    assert added in told.stdout
    assert "An invented report" in told.stdout
    assert FILLED["summary"] in " ".join(told.stdout.split())
    assert f"The version went from {version} to {raised}." in told.stdout
