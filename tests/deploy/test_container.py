"""The container file, followed on this machine as far as that goes without a registry.

A tree is laid out from its COPY lines and taken the right to be written to; its command then serves
readers from there, as its user and with its environment.
"""

import hashlib
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

import pytest

from tests.browser.conftest import Server, stop, unused_port, wait_until_healthy
from tests.deploy.drawn import headings

ROOT = Path(__file__).parents[2]
READ_ALL = ["--inh-caps=-all,+dac_read_search", "--ambient-caps=-all,+dac_read_search"]


def instructions():
    """Keyword and words of each instruction, lines that go on put together."""
    text = (ROOT / "deploy" / "Containerfile").read_text()
    lines = re.sub(r"^#.*\n", "", text, flags=re.M).replace("\\\n", " ").splitlines()
    return [(line.split()[0], line.partition(" ")[2].strip()) for line in lines if line.strip()]


def said(keyword):
    return [words for found, words in instructions() if found == keyword]


def copied():
    """What the image holds: source in the project's folder, target below the image's."""
    for words in said("COPY"):
        *sources, target = words.split()
        for source in sources:
            yield source, target if target != "./" else source


def environment(home):
    """What the image sets, with a home in which the user may not write either."""
    pairs = (pair.split("=", 1) for words in said("ENV") for pair in shlex.split(words))
    return {name: str(home) if name == "HOME" else value for name, value in pairs}


@pytest.fixture
def tree():
    """What the image would hold, as nobody may write to it. Not below pytest's folder, which is closed."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        top = Path(folder) / "tree"
        top.mkdir()
        for source, target in copied():
            if (ROOT / source).is_dir():
                unwanted = shutil.ignore_patterns("__pycache__")
                shutil.copytree(ROOT / source, top / target, ignore=unwanted)
            else:
                shutil.copy(ROOT / source, top / target)
        for command in map(json.loads, said("RUN")):
            if "compileall" in command:
                subprocess.run([sys.executable, *command[1:]], cwd=top, check=True)
        may_read(top, write=False)
        yield top
        may_read(top, write=True)


def may_read(top, write):
    for path in [top, *top.rglob("*")]:
        is_folder = path.is_dir()
        path.chmod((0o555 if is_folder else 0o444) | (0o200 if write else 0))


def contents(top):
    return {
        path.relative_to(top): hashlib.sha256(path.read_bytes()).digest() if path.is_file() else b""
        for path in top.rglob("*")
    }


def as_the_user_of_the_image():
    """What stands before a command so that it runs as an ordinary user; nothing where it does anyway.

    This Python may stand in a folder that only root enters, which in an image it does not. The
    right to read everything is therefore kept, and all others are given up.
    """
    if os.geteuid() != 0:
        return []
    (user,) = (words.split(":") for words in said("USER"))
    python = Path(sys.executable).resolve()
    is_closed = any(not folder.stat().st_mode & 0o001 for folder in (python, *python.parents))
    return [
        "setpriv", f"--reuid={user[0]}", f"--regid={user[1]}", "--clear-groups", "--no-new-privs",
        *(READ_ALL if is_closed else []),
    ]  # fmt: skip


@pytest.fixture
def server(tree, tmp_path):
    """The command of the image, at another port."""
    port = unused_port()
    (command,) = map(json.loads, said("CMD"))
    assert command[0] == "python"
    command = [sys.executable, *(str(port) if word == "8501" else word for word in command[1:])]
    log = tmp_path / "server.log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [*as_the_user_of_the_image(), *command],
            cwd=tree,
            env={"PATH": os.environ["PATH"], **environment(tree), "TMPDIR": str(tree)},
            stdout=out,
            stderr=out,
            start_new_session=True,
        )
    try:
        server = Server(f"http://127.0.0.1:{port}", process, log)
        wait_until_healthy(server)
        yield server
    finally:
        stop(process)


def test_an_ordinary_user_serves_readers_from_a_tree_that_cannot_be_written_to(server, tree):
    before = contents(tree)
    status = Path(f"/proc/{server.process.pid}/status").read_text()
    assert re.search(r"^Uid:\t(\d+)", status, re.M)[1] != "0"
    for path, words in {
        "/ready": b"ready\n",
        "/history": b"<title>History",
        "/record/themes/": b"<h1",
        "/record/data/latest/record.json": b'"inspections"',
    }.items():
        with urllib.request.urlopen(f"{server.address}{path}", timeout=60) as answer:
            assert words in answer.read()
    assert headings(server.address, "history") == ["History"]
    assert [health_check(port) for port in (server.address.rpartition(":")[2], "9")] == [0, 1]
    assert contents(tree) == before
    assert "Traceback" not in server.log.read_text()


def health_check(port):
    """What the health check of the image ends with, asked at a port of this machine."""
    (words,) = said("HEALTHCHECK")
    _, *check = json.loads(words.partition("CMD ")[2])
    command = [sys.executable, *(word.replace("8501", port) for word in check)]
    return subprocess.run(command, capture_output=True, check=False).returncode


def test_an_image_is_built_from_what_is_pinned_with_hashes_by_root_for_an_ordinary_user():
    keywords = [keyword for keyword, _ in instructions()]
    assert keywords.index("USER") > max(
        i for i, word in enumerate(keywords) if word in ("COPY", "RUN")
    )
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", said("USER")[0])
    assert re.fullmatch(r"docker\.io/library/python:3\.11-[a-z-]+", said("FROM")[0])
    install = next(c for c in map(json.loads, said("RUN")) if "pip" in c)
    assert {"--require-hashes", "--only-binary"} <= set(install)
    assert said("EXPOSE") == ["8501"]


def test_what_is_kept_from_the_builder_is_all_but_what_the_image_holds():
    everything, *allowed = (ROOT / ".dockerignore").read_text().splitlines()[1:]
    assert everything == "*"
    assert {line[1:] for line in allowed if line.startswith("!")} == {
        source.rstrip("/") for source, _ in copied()
    }
