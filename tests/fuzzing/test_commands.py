"""Hostile commands: each ends with a status and words, never with a traceback."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from inspection.__main__ import DATA, main
from tests.fuzzing.hostile import DAYS, value
from tests.fuzzing.mutated import WRONG
from tests.fuzzing.trying import try_all

KNOWN = ("northumbria", "northamptonshire", "missing-children", "../data", "out.json", "a" * 5_000)


def argument(random: Random) -> str:
    """Something typed after a command; a system hands no program a NUL."""
    text = random.choice((value(random, KNOWN), random.choice(KNOWN))).replace("\x00", "")
    return text + random.choice(("", "", "\udcff"))


def command(random: Random, folder: Path) -> list[str]:
    """A command with arguments that are partly as they should be; it writes into the folder only."""
    places = [str(folder), str(folder / "no" / "such"), str(WRONG), "/dev/null", "/dev/zero", ""]
    any_place = random.choice((*places, str(folder / argument(random)), argument(random)))
    day = random.choice((*DAYS, argument(random)))
    data = random.choice((str(DATA), str(DATA), str(WRONG), any_place))
    named = argument(random).replace("/", "-") + ".json"
    out = str(folder / random.choice(("a.json", "a.html", "a.doc", named)))
    return random.choice(
        (
            ["check", any_place],
            ["dictionary", any_place],
            ["brief", argument(random), "--data", data, "-o", out],
            ["brief", "northumbria", "--as-known-on", day, "--data", data, "-o", out],
            ["brief", "northumbria", f"--since={day}", "--data", data, "-o", any_place],
            ["brief", "northumbria", f"--address={argument(random)}", "--data", data, "-o", out],
            ["publish", any_place, f"--address={argument(random)}", "--data", str(WRONG)],
            ["publish", "/dev/null", f"--report-to={argument(random)}", "--data", data],
            [argument(random), argument(random)],
        )
    )


def test_any_command_ends_with_a_status_and_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    def check(words: list[str]) -> None:
        try:
            status = main(words, {})
        except SystemExit as error:  # how the parser of arguments refuses them
            status = int(str(error.code))
        said = capfd.readouterr()
        assert status in (0, 1, 2)
        if status:
            assert said.err or said.out
        for text in (said.err, said.out):
            assert "Traceback" not in text

    try_all("commands", 60, lambda random: command(random, tmp_path), check, seconds_each=5)
