"""Where the record is read from and its snapshots are kept, as set by whoever runs the server.

`INSPECTION_DATA`, or `--data` after the script's name, names the record. `INSPECTION_SNAPSHOTS` names
the folder for compiled snapshots, which make every start but the first quick; `none`: there are none.
"""

from __future__ import annotations

import argparse
import os
import stat
import sys
import tempfile
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"
SNAPSHOTS = "INSPECTION_SNAPSHOTS"
"""Environment variable: the folder for compiled snapshots, or `none`."""
FOLDER = "inspection-history"


def data_path(
    arguments: Sequence[str] | None = None, environment: Mapping[str, str] = os.environ
) -> Path:
    """The folder or file the record is read from.

    `--data PATH` after the script's name, else the environment variable `INSPECTION_DATA`, else
    the folder `data` beside dashboard.py. SystemExit where `--data` names nothing.
    """
    given = _data_argument(tuple(sys.argv[1:] if arguments is None else arguments))
    return Path(given or environment.get("INSPECTION_DATA") or DATA)


@lru_cache(maxsize=8)
def _data_argument(arguments: tuple[str, ...]) -> str | None:
    parser = argparse.ArgumentParser("dashboard.py", add_help=False, allow_abbrev=False)
    parser.add_argument("--data", metavar="PATH")
    known, _ = parser.parse_known_args(arguments)
    return known.data


def snapshot_folder(environment: Mapping[str, str] = os.environ) -> Path | None:
    """The folder for compiled snapshots; None where there shall be none, or none is safe.

    Unless one is set: `inspection-history` in the user's cache folder, else one of the user's own in
    the system's temporary folder. Why nobody else may write there: what is read back is believed.
    """
    given = environment.get(SNAPSHOTS, "")
    if given:
        return None if given == "none" else Path(given)
    if os.name != "posix":
        return None
    home = environment.get("HOME", "")
    cache = environment.get("XDG_CACHE_HOME") or (f"{home}/.cache" if home else "")
    own = [Path(cache) / FOLDER] if Path(cache).is_absolute() else []
    shared = Path(tempfile.gettempdir()) / f"{FOLDER}-{os.getuid()}"
    return next(filter(_is_private, (*own, shared)), None)


def _is_private(folder: Path) -> bool:
    """Whether a folder stands there, made now if need be, that is ours and open to nobody else.

    A link is open to everybody by its own mode, wherever it leads.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
        state = folder.lstat()
    except OSError:
        return False
    return state.st_uid == os.getuid() and stat.S_IMODE(state.st_mode) & 0o077 == 0
