"""The commands as a terminal starts them."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def test_a_reader_who_has_seen_enough_gets_no_traceback():
    command = f"{sys.executable} -m inspection dictionary | head -n 1"
    said = subprocess.run(
        ["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert said.stdout == "### Record\n"
    assert said.stderr == ""
