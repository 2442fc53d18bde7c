"""The record that a command is about, as named on the command line."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_record(parser: argparse.ArgumentParser, data: Path) -> None:
    """Let a record be named, found as `given.path`; `data` is meant where none is."""
    parser.add_argument(
        "path",
        metavar="PATH",
        nargs="?",
        type=Path,
        default=data,
        help="a folder of *.yaml files, a file, or several with a colon between (default: "
        "INSPECTION_DATA, else data/)",
    )
