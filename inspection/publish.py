"""`python -m inspection publish DIR`: the published record as a folder of files for any web server.

What it writes has the bytes that the dashboard serves for the same record and the same addresses.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from inspection.addresses import UnusableAddress, addresses
from inspection.dataset import load_record, texts
from inspection.measures import plural
from inspection.problems import RecordProblems
from inspection.publication import Publication, PublishedFile
from inspection.sheets.of_data import LATEST, fixed


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
        default=Path(environment.get("INSPECTION_DATA") or data),
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
    known = {target.resolve() for target in wanted}
    versions = folder / "data"
    left = [
        found.relative_to(folder).as_posix()
        for found in sorted(folder.rglob("*"))
        if found.is_file()
        and found.resolve() not in known
        and not (versions in found.parents and folder / LATEST not in found.parents)
    ]
    return changed, left


def _file(folder: Path, path: str) -> Path:
    return folder / (f"{path}index.html" if path == "" or path.endswith("/") else path)


def _written(target: Path, made: PublishedFile) -> bool:
    """Write one file unless it has these bytes; its date is the day of the edition."""
    same = target.exists() and target.read_bytes() == made.content
    if not same:
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = target.with_name(f".{target.name}.new")
        beside.write_bytes(made.content)
        beside.replace(target)
    seconds = dt.datetime.combine(made.modified, dt.time(), dt.UTC).timestamp()
    os.utime(target, (seconds, seconds))
    return not same


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
    if not (given.address or given.record_address):
        sys.stderr.write(
            f"No public address was given: permanent links, citations and the sitemap name "
            f"{where.record}. Give --address, or set INSPECTION_ADDRESS, before you publish.\n"
        )
    for path in left:
        sys.stderr.write(f"Left as it was, and not part of this edition: {path}\n")
    files = plural(len(publication.paths), "file")
    sys.stdout.write(
        f"{given.folder}: {files}, {changed} new or changed; data version {publication.version}.\n"
    )
    return 0
