"""Records of one, three and forty-three forces, and words that fit a record of two alone."""

import os
from pathlib import Path

from benchmarks.national import files
from tests.conftest import DATA
from tests.one_force import one_force

THREE = os.pathsep.join(map(str, (DATA, DATA.parent / "examples" / "gloucestershire")))
NUMBERS = ("one", "three", "forty-three")

ASSUMES_TWO = (
    "both forces",
    "the two forces",
    "two forces on",
    "either force",
    "neither force",
    "the other force",
    "with one force",
)
"""What a page may say where two forces are all there are, and nowhere else."""
ASSUMES_SEVERAL = (*ASSUMES_TWO, "any two forces can")
"""What is out of place where there is one force alone."""


def record_of(number: str, folder: Path) -> str:
    """Where a record of so many forces stands; one that has to be made is made in the folder."""
    if number == "three":
        return THREE
    if number == "one":
        return str(one_force(folder, "northumbria"))
    for name, text in files(43, inspections=12, findings=2).items():
        (folder / name).write_text(text, encoding="utf-8")
    return str(folder)


def words_out_of_place(text: str, number: str) -> list[str]:
    """Phrases in a text that do not fit a record of so many forces."""
    phrases = ASSUMES_SEVERAL if number == "one" else ASSUMES_TWO
    return [phrase for phrase in phrases if phrase in " ".join(text.lower().split())]
