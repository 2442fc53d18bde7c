"""The files of a record as they stood at a state that git keeps."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from inspection.files import Look, is_there, looked_at, places
from inspection.problems import quoted

_SECONDS = 60
_LINK = b"120000 "
"""So the line of a link begins in a listing of git."""


class NoSuchState(ValueError):
    """A state that cannot be had, with a sentence that says why and what to write instead."""


def is_path(name: str) -> bool:
    """Whether a name is that of a folder or file, or of several of which one is there.

    What is neither there nor written like a path is taken for a state in git.
    """
    return any(is_there(place) for place in places(Path(name)))


def refuse_state_with_folder(name: str) -> None:
    """NoSuchState where a state is named with a folder behind it, as git does: `HEAD:data`."""
    first, *others = places(Path(name))
    if others and not is_there(first) and all(is_there(place) for place in others):
        example = f"python -m inspection diff HEAD {shlex.quote(os.pathsep.join(map(str, others)))}"
        raise NoSuchState(
            f"There is no file or folder {quoted(str(first))}. "
            f"A state in git is named alone, and the folder after it: `{example}`."
        )


def looked_at_state(name: str, path: Path) -> Look:
    """One look at the files that stood at `path` at the state called `name`: `HEAD`, `v1.4.0`.

    Raises NoSuchState. Why the files are written out for it: they are read by the same rules and
    called by the same names as those that stand there now.
    """
    with tempfile.TemporaryDirectory() as folder:
        found = [
            _written_out(name, place, Path(folder) / str(number))
            for number, place in enumerate(places(path))
        ]
        if not any(found):
            raise NoSuchState(f"At {quoted(name)} nothing stood in {quoted(str(path))}.")
        return looked_at(Path(os.pathsep.join(str(place) for place in found if place)))


def _written_out(name: str, place: Path, folder: Path) -> Path | None:
    """One folder or file as it stood then, written below `folder`; None where there was none."""
    if not is_there(place):
        raise NoSuchState(f"There is no {quoted(str(place))} whose state {quoted(name)} to read.")
    place = place.resolve()
    is_folder = place.is_dir()
    inside = place if is_folder else place.parent
    top = Path(_line(_git(name, inside, "rev-parse", "--show-toplevel"))).resolve()
    wanted = f"{name}^{{commit}}"
    commit = _line(_git(name, inside, "rev-parse", "--verify", "--end-of-options", wanted))
    asked = place.relative_to(top).as_posix()
    paths = [] if asked == "." else [f"{asked}/" if is_folder else asked]
    listed = _git(name, inside, "ls-tree", "-z", "--full-tree", commit, "--", *paths)
    goal = folder / place.name if is_folder else folder / inside.name
    for file, blob in _blobs(name, listed):
        goal.mkdir(parents=True, exist_ok=True)
        (goal / file).write_bytes(_git(name, inside, "cat-file", "blob", blob))
    if is_folder:
        return goal if goal.exists() else None
    return goal / place.name if (goal / place.name).exists() else None


def _blobs(state: str, listed: bytes) -> Iterator[tuple[str, str]]:
    """The name of each YAML file in a listing of git, without its folder, and the name of its content.

    NoSuchState where one is a link: what it led to then is not known.
    """
    for line in listed.split(b"\0"):
        about, _, path = line.partition(b"\t")
        name = path.rpartition(b"/")[2].decode("utf-8", "replace")
        if about.split(b" ")[1:2] == [b"blob"] and name.endswith((".yaml", ".yml")):
            if about.startswith(_LINK):
                raise NoSuchState(
                    f"At {quoted(state)} {quoted(name)} is a link. git keeps only where it leads, "
                    "so this state cannot be read. Commit the file itself."
                )
            yield name, about.split(b" ")[2].decode()


def _line(said: bytes) -> str:
    return os.fsdecode(said).removesuffix("\n")


def _git(name: str, folder: Path, *arguments: str) -> bytes:
    """What a command of git says; none of those used here changes anything."""
    try:
        ran = subprocess.run(
            ["git", "--literal-pathspecs", "-C", str(folder), *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=_SECONDS,
            # A hook of git sets where its own repository is, which need not be that of the record.
            env={name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
        )
    except FileNotFoundError:
        missing = "git, which might know a state of that name, is not installed."
        raise NoSuchState(f"{quoted(name)} is no file or folder, and {missing}") from None
    except subprocess.TimeoutExpired:
        raise NoSuchState(f"git gave no answer on {quoted(name)} for {_SECONDS} seconds.") from None
    if ran.returncode:
        said = ran.stderr.decode("utf-8", "replace").strip()
        raise NoSuchState(_refusal(name, folder, arguments[1], said))
    return ran.stdout


def _refusal(name: str, folder: Path, asked: str, said: str) -> str:
    if asked == "--show-toplevel":
        reason = f"git keeps no states of {quoted(str(folder))}, or may not read them"
        return f"{quoted(name)} is no file or folder, and {reason}: {quoted(said)}."
    if asked == "--verify":
        hint = "`git log --oneline -- data` lists the states of the record."
        return f"{quoted(name)} is no file or folder, and git knows no state of that name. {hint}"
    return f"git could not read the state {quoted(name)}: {quoted(said)}."
