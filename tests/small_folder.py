"""A small sound record in a folder of two files, and the ways in which a file of it can be spoilt."""

import yaml

from tests.inspection import samples as s

BASE = s.record().model_dump(mode="json", exclude_none=True, exclude_defaults=True)
INSPECTED = s.record(
    s.inspection("eastshire-2018", "cp-2014", published="2018-06-28", findings=(s.finding("e-1"),)),
    s.inspection("eastshire-2022", "peel-2022"),
).model_dump(mode="json", exclude_none=True, exclude_defaults=True)


def small_folder(folder):
    """`base.yaml` holds what every record needs, `inspections.yaml` two inspections."""
    folder.mkdir()
    write_version(folder / "base.yaml", "1.0.0")
    write(folder / "inspections.yaml", {"inspections": INSPECTED["inspections"]})
    return folder


def write_version(file, version):
    write(file, BASE | {"release": BASE["release"] | {"version": version}})


def write(file, values):
    put(file, yaml.safe_dump(values).encode())


def put(file, content):
    """A file put in the place of whatever stands there in one step."""
    if not file.is_symlink() and file.is_dir():
        file.rmdir()
    beside = file.with_name("beside")
    beside.write_bytes(content)
    beside.replace(file)


def cut(file):
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def broken(file):
    file.write_bytes(file.read_bytes() + b"x: [")


def empty(file):
    file.write_bytes(b"")


def huge(file):
    with file.open("ab") as opened:
        opened.truncate(11_000_000)


def not_text(file):
    file.write_bytes(b"\xff\xfe\x00")


def unreadable(file):
    """As on a broken disk, where the file is there and no byte of it can be read."""
    file.unlink()
    file.symlink_to("/proc/self/mem")


def beyond_reach(file):
    """A link to a name that no system takes: it cannot even be asked what stands there."""
    file.unlink()
    file.symlink_to("x" * 300)


def a_folder(file):
    file.unlink()
    file.mkdir()


def deleted(file):
    file.unlink()


SPOILT = {
    cut: ("F01", "base.yaml:1:1"),
    broken: ("S04", "base.yaml"),
    empty: ("S05", "base.yaml:1:1"),
    huge: ("S02", "base.yaml:1:1"),
    not_text: ("S03", "base.yaml:1:1"),
    unreadable: ("S01", "base.yaml:1:1"),
    beyond_reach: ("S01", "data:1:1"),
    a_folder: ("S01", "base.yaml:1:1"),
    deleted: ("F01", "inspections.yaml:1:1"),
}
"""Each way to spoil `base.yaml`, and one of the problems that has to be told: code and place."""
