"""The commands as a terminal starts them."""

import os
import signal
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


def test_ctrl_c_ends_a_command_without_a_traceback(tmp_path):
    """A command that waits for git, which is here one that presses Ctrl-C and has no end."""
    git = tmp_path / "git"
    git.write_text("#!/bin/sh\nkill -INT $PPID\nexec sleep 600\n", encoding="utf-8")
    git.chmod(0o700)
    said = subprocess.run(
        [sys.executable, "-m", "inspection", "diff", "HEAD"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"},
        # What is started in the background of a shell does not hear it, nor what that starts.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert (said.returncode, said.stdout, said.stderr) == (130, "", "")
