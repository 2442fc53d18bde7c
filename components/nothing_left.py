"""What stands on a page whose choices leave nothing: which they are, and links that undo them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import streamlit as st

from components import dataset, prose
from components.choices import FORCE
from inspection.addresses import MOST_TOGETHER
from inspection.dates import date_words
from inspection.measures import joined


@dataclass(frozen=True, slots=True)
class Chosen:
    """A choice a reader may have made: what it is called with its value, and what undoes it.

    It counts as made where the address holds one of `keys`.
    """

    keys: tuple[str, ...]
    words: str
    undo: str


def of_forces(shown: Collection[str], names: Mapping[str, str]) -> Chosen:
    """The choice of forces; the link shows all of the record, or the first of many.

    Of one force alone there is no choice.
    """
    words = joined(names[force] for force in shown)
    usual = "both" if len(names) == 2 else "all" if len(names) <= MOST_TOGETHER else "the first two"
    return Chosen((FORCE,) if len(names) > 1 else (), words, f"Show {usual} forces")


def of_several(key: str, label: str, shown: Iterable[str], names: Mapping[str, str]) -> Chosen:
    """A choice of any number; the link shows every one."""
    words = joined(names[one] for one in shown)
    return Chosen((key,), f"{label.lower()}: {words}", f"Show every {label.lower()}")


def of_years(years: tuple[int, int]) -> Chosen:
    """The choice of a span of years; the link shows all."""
    first, last = years
    words = f"the year {first}" if first == last else f"the years {first} to {last}"
    return Chosen(("from", "to"), words, "Show all years")


def draw(page: str, chosen: Iterable[Chosen], at: str = "") -> None:
    """The choices made, each with a link to `page`, at a place on it, that undoes it, and all at once."""
    made = [one for one in (*chosen, *_day()) if any(key in st.query_params for key in one.keys)]
    if not made:
        return
    prose.paragraph(f"Chosen here: {'; '.join(one.words for one in made)}.")
    links = [prose.link(page, one.undo, at, **_without(one.keys)) for one in made]
    if len(made) > 1:
        every = [key for one in made for key in one.keys]
        links.append(prose.link(page, "Start anew, with none of these", at, **_without(every)))
    prose.bullets(links)


def _day() -> tuple[Chosen, ...]:
    day = dataset.day()
    known = f"what was known on {date_words(day)}" if day else ""
    return (Chosen((dataset.KNOWN_ON,), known, "Show what is known today"),) if day else ()


def _without(keys: Collection[str]) -> dict[str, str | list[str]]:
    """The choices of the address but these; the page of a long list begins anew."""
    gone = {*keys, "page"}
    kept = {key: st.query_params.get_all(key) for key in st.query_params if key not in gone}
    return kept | ({dataset.KNOWN_ON: ""} if dataset.KNOWN_ON in keys else {})
