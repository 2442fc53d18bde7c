"""Writing a file of the record in one step: whoever reads it meanwhile sees the old or the new one."""

from __future__ import annotations

import os
from contextlib import suppress
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
    try:
        _replace(file, raw)
    except OSError as error:
        raise NotSaved((error.strerror or "unknown reason").lower()) from error


def _replace(file: DataFile, raw: bytes) -> None:
    # A name that begins with a dot is no file of a record, should the writing be cut short.
    begun, name = mkstemp(prefix=f".{file.name[:40]}.", suffix=".part", dir=file.path.parent)
    part = Path(name)
    try:
        with os.fdopen(begun, "wb") as opened:
            opened.write(raw)
            opened.flush()
            os.fsync(opened.fileno())
        state = file.path.stat()
        with suppress(
            OSError, AttributeError
        ):  # not every system has groups, nor lets one be given
            os.chown(part, -1, state.st_gid)
        part.chmod(state.st_mode & 0o7777)
        if file.path.read_bytes() != file.raw:
            raise NotSaved("it was changed meanwhile")
        part.replace(file.path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
