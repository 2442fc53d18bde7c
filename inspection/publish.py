"""`python -m inspection publish DIR`: the published record as a folder of files for any web server.

What it writes has the bytes that the dashboard serves for the same record and the same addresses.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import re
import sys
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from inspection.addresses import UnusableAddress, addresses
from inspection.dataset import load_record, texts
from inspection.measures import plural
from inspection.problems import RecordProblems
from inspection.publication import Publication, PublishedFile
from inspection.sheets.of_data import fixed

VERSION = re.compile(r"[0-9]+\.[0-9]+\.[0-9]+")


class AlreadyPublished(ValueError):
    """A data version that stands in the folder with other bytes."""


def add_command(commands: Any, environment: Mapping[str, str], data: Path) -> None:
    """Add `publish` to the commands."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "publish",
        help="write the published record into a folder",
        description="Write every page, table, feed and calendar of the record into a folder that "
        "any web server can carry. Data versions that stand there already are kept.",
    )
    parser.add_argument("folder", metavar="DIR", type=Path)
    parser.add_argument(
        "--address",
        default=environment.get("INSPECTION_ADDRESS", ""),
        help="public address of the dashboard (default: INSPECTION_ADDRESS)",
    )
    parser.add_argument(
        "--record-address",
        default=environment.get("INSPECTION_RECORD_ADDRESS", ""),
        help="public address of the folder, where that is not record/ below the dashboard",
    )
    parser.add_argument(
        "--report-to",
        default=environment.get("INSPECTION_REPORT_TO", ""),
        help="e-mail or web address that takes reports of errors",
    )
    parser.add_argument(
        "--replace", action="store_true", help="write a data version anew that was published before"
    )
    parser.add_argument(
        "--data",
        metavar="PATH",
        type=Path,
        default=data,
    )
    parser.set_defaults(command=_publish)


def write(publication: Publication, folder: Path, replace: bool = False) -> tuple[int, list[str]]:
    """Write every file of a publication; how many were new or changed, and what stands there besides.

    A file that has the right bytes is left alone, another is replaced in one step. AlreadyPublished
    where a file at the address of this data version has other bytes, unless `replace`: what was
    cited by its version must not change.
    """
    wanted = {_file(folder, path): made for path, made in publication.files()}
    own = folder / fixed(publication.version)
    for target, made in wanted.items():
        stands = own in target.parents and target.exists() and not replace
        if stands and target.read_bytes() != made.content:
            raise AlreadyPublished(
                f"{target}: data version {publication.version} was published before with other "
                "content. Raise `version` in the record, or say --replace if nobody has cited it."
            )
    changed = sum(_written(target, made) for target, made in wanted.items())
    return changed, _left(folder, set(wanted), publication.version)


def _left(folder: Path, wanted: Collection[Path], version: str) -> list[str]:
    """What stands in the folder besides; neither hidden files nor those of other data versions."""
    paths = [file.relative_to(folder) for file in sorted(folder.rglob("*")) if file.is_file()]
    return [
        path.as_posix()
        for path in paths
        if folder / path not in wanted
        and not any(part.startswith(".") for part in path.parts)
        and not _is_of_another(path, version)
    ]


def _is_of_another(path: Path, version: str) -> bool:
    """Whether a file belongs to another data version than this."""
    inner = path.as_posix().removeprefix("data/").split("/")
    return len(inner) > 1 and inner[0] != version and bool(VERSION.fullmatch(inner[0]))


def _file(folder: Path, path: str) -> Path:
    return folder / (f"{path}index.html" if path == "" or path.endswith("/") else path)


def _written(target: Path, made: PublishedFile) -> bool:
    """Write one file unless it has these bytes. A new file has the day of the edition as its date.

    Why not one that has changed: servers and mirrors tell by size and date whether they hold it.
    """
    is_new = not target.exists()
    if not is_new and target.read_bytes() == made.content:
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.new")
    beside.write_bytes(made.content)
    beside.replace(target)
    if is_new:
        seconds = dt.datetime.combine(made.modified, dt.time(), dt.UTC).timestamp()
        os.utime(target, (seconds, seconds))
    return True


def _publish(given: argparse.Namespace) -> int:
    try:
        where = addresses(given.address, given.record_address, given.report_to)
        publication = Publication(load_record(given.data), texts(given.data), where)
        changed, left = write(publication, given.folder, given.replace)
    except RecordProblems as error:
        sys.stderr.write(f"{error}\nThe record has to be mended first.\n")
        return 1
    except (UnusableAddress, AlreadyPublished, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    if not given.report_to:
        sys.stderr.write(
            "No address takes reports of errors: the corrections page cannot say where to send one. "
            "Give --report-to, or set INSPECTION_REPORT_TO.\n"
        )
    if not (given.address or given.record_address):
        sys.stderr.write(
            f"No public address was given: permanent links, citations and the sitemap name "
            f"{where.record}. Give --address, or set INSPECTION_ADDRESS, before you publish.\n"
        )
    elif not given.address:
        sys.stderr.write("No address of a dashboard was given: no page leads to one.\n")
    for path in left:
        sys.stderr.write(f"Left as it was, and not part of this edition: {path}\n")
    files = plural(len(publication.paths), "file")
    sys.stdout.write(
        f"{given.folder}: {files}, {changed} new or changed; data version {publication.version}.\n"
    )
    return 0
