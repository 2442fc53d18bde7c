"""Writing a file in one step: whoever reads it meanwhile sees the old or the new one, each of them whole."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkstemp

from inspection.files import DataFile


class NotSaved(Exception):
    """The file stands as it did; says why in a few words."""


def save(file: DataFile, raw: bytes) -> None:
    """Put `raw` in the place of what was read from a file; who may read and write it stays.

    Raises NotSaved where that cannot be, where the file was changed since it was read, or where it is
    a link: what stands behind that may belong to another record.
    """
    if file.path.is_symlink():
        raise NotSaved("it is a link, name the file that it leads to")
    if file.path.exists() and not os.access(file.path, os.W_OK):
        raise NotSaved("it may not be written to")
    with _beside(file.path, raw) as part:
        state = file.path.stat()
        with suppress(
            OSError, AttributeError
        ):  # not every system has groups, nor lets one be given
            os.chown(part, -1, state.st_gid)
        part.chmod(state.st_mode & 0o7777)
        if file.path.read_bytes() != file.raw:
            raise NotSaved("it was changed meanwhile")
        part.replace(file.path)


def begin(path: Path, raw: bytes) -> None:
    """Write a file that was not there; NotSaved where it is by now, or cannot be written."""
    with _beside(path, raw) as part:
        part.chmod(0o666 & ~_umask())
        path.hardlink_to(part)


def put(path: Path, raw: bytes) -> None:
    """Write a file whatever stands in it, or begin it; NotSaved where neither can be."""
    try:
        there = path.read_bytes() if path.is_file() else None
    except OSError as error:
        raise NotSaved(reason(error)) from error
    if there is None:
        begin(path, raw)
    else:
        save(DataFile(path.name, path.name, there, path), raw)


def reason(error: OSError) -> str:
    """Why the system refused something, in a few words."""
    return (error.strerror or "unknown reason").lower()


@contextmanager
def _beside(path: Path, raw: bytes) -> Iterator[Path]:
    """A file beside another that holds `raw`, to be put in its place; gone in the end either way."""
    part = None
    try:
        # A name that begins with a dot is no file of a record, should the writing be cut short.
        begun, name = mkstemp(prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent)
        part = Path(name)
        with os.fdopen(begun, "wb") as opened:
            opened.write(raw)
            opened.flush()
            os.fsync(opened.fileno())
        yield part
    except OSError as error:
        raise NotSaved(reason(error)) from error
    finally:
        if part is not None:
            with suppress(OSError):
                part.unlink(missing_ok=True)


def _umask() -> int:
    """What this process keeps others from, which can only be read by setting it."""
    kept = os.umask(0o077)
    os.umask(kept)
    return kept
