"""Made-up words for a made-up record: names of nobody and nowhere, sentences nobody wrote."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable


def words_of(text: str) -> frozenset[str]:
    """The words of a text that lists them."""
    return frozenset(text.split())


_WORD = re.compile(r"[A-Za-zÀ-ÿ]+")
_NAME_INSIDE = re.compile(r"(?<=[a-z,;] )[A-ZÀ-Þ][a-zà-ÿ]+")
_FORCES = re.compile(r"\b(northamptonshire|northampton|northumbria|northants)\b", re.IGNORECASE)
# Capitalised words that are names of no person and no place.
_KEPT = words_of(
    "January February March April May June July August September October November December "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday England Wales English Welsh "
    "Ofsted Parliament Christmas Easter Act Peel"
)
_FIRST = sorted(
    words_of("Ab Bar Cor Dun Elm Fen Gar Hol Ing Kel Lam Mor Nor Ost Pen Quar Ros Sal Thur Wex")
)
_MIDDLE = ("", "a", "en", "er", "ing", "is", "ol", "um")
_LAST = sorted(
    words_of("bury combe dale field ford ham holt leigh mere ness ridge stead thorpe wick wold")
)
_OPENINGS = (
    "In the cases examined, ",
    "At the time of fieldwork, ",
    "Some officers told inspectors that ",
    "Compared with the inspection before, ",
    "In some teams, though not in all, ",
    "On the evidence of the files looked at, ",
    "Inspectors were told, and saw for themselves, that ",
)


def names_in(texts: Iterable[str], people: Iterable[str]) -> frozenset[str]:
    """The words that are written with a capital inside a sentence or a name, and never without."""
    inside = {word for name in people for word in _WORD.findall(name) if word.istitle()}
    small: set[str] = set()
    for text in texts:
        inside.update(_NAME_INSIDE.findall(text))
        small.update(word for word in _WORD.findall(text) if word.islower())
    return frozenset(word for word in inside if word.lower() not in small) - _KEPT


class Wording:
    """The words of one made-up force: real texts with every name in them made up.

    The same name in, the same name out, so that a search for it finds all that tell of it.
    """

    def __init__(self, short_name: str, names: frozenset[str], seed: str) -> None:
        self._random = random.Random(f"words {seed}")
        self._made: dict[str, str] = {}
        self._names = names
        self._force = short_name

    def told(self, text: str) -> str:
        """A text about a real force, told of the made-up one."""
        text = _FORCES.sub("@", text)
        text = _WORD.sub(self._replaced, text)
        return " ".join(text.replace("@", self._force).split())

    def place(self) -> str:
        """The name of a place that is nowhere."""
        choice = self._random.choice
        return choice(_FIRST) + choice(_MIDDLE) + choice(_LAST)

    def sentence(self, told: str) -> str:
        """A sentence of a length and sort that occurs, told so that it differs from others."""
        chance = self._random.random
        if chance() < 0.2 and told[1:2].islower():
            told = self._random.choice(_OPENINGS) + told[0].lower() + told[1:]
        if chance() < 0.2:
            told = f"{told.rstrip('.')}, as seen in {self.place()} and {self.place()}."
        if chance() < 0.08:
            told += f" Inspectors' own words were \"some way to go\" on {self.place()}'s figures: see above."
        return told

    def _replaced(self, match: re.Match[str]) -> str:
        word = match[0]
        if word not in self._names:
            return word
        if word not in self._made:
            self._made[word] = self.place()
        return self._made[word]
