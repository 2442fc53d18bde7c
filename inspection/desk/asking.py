"""What a command needs to know: taken from its options, else asked for at the terminal."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from inspection.desk.opened import CannotBeDone
from inspection.near import near
from inspection.problems import quoted

MOST_LISTED = 60
"""So many choices are listed at the terminal; of more, a part of the name is asked for."""

Answers = dict[str, str]
Takes = Callable[[str, Answers], str]


class Wrong(ValueError):
    """Why an answer cannot be taken, and what can."""


def nothing(_answers: Answers) -> str:
    """No answer: what is meant has to be said."""
    return ""


def _is_nothing(_typed: str) -> str:
    return ""


def _always(_answers: Answers) -> bool:
    return True


def _as_it_is(text: str, _answers: Answers) -> str:
    return text


@dataclass(frozen=True, slots=True)
class Item:
    """One thing a command needs to know: `name` is that of its option, `asks` its question.

    `choices` gives what can be answered, by id with a name, and `default` what is meant where
    nothing is; `takes` gives the answer as it is kept, or raises Wrong. One that is not `needed`
    may be left empty, and one is asked for only where it `applies`. What follows from what is known
    is `settled` without a question. The one that stands `first` is given without the name of an option.
    `instead` says of an answer that is none of the choices what it is, and what is wanted; empty where
    it is nothing.
    """

    name: str
    asks: str
    choices: Callable[[Answers], Mapping[str, str]] | None = None
    default: Callable[[Answers], str] = nothing
    takes: Takes = _as_it_is
    needed: bool = True
    applies: Callable[[Answers], bool] = _always
    settled: bool = False
    first: bool = False
    instead: Callable[[str], str] = _is_nothing

    @property
    def option(self) -> str:
        """What it is called on the command line."""
        return self.name.upper() if self.first else f"--{self.name}"


def add_options(parser: argparse.ArgumentParser, items: Sequence[Item]) -> None:
    """An option for each item."""
    for item in items:
        text = item.asks.replace("%", "%%")
        if item.first:
            parser.add_argument(item.name, metavar=item.name.upper(), nargs="?", help=text)
            continue
        parser.add_argument(f"--{item.name}", metavar="…", dest=_kept(item.name), help=text)


def answers(items: Sequence[Item], given: argparse.Namespace) -> Answers:
    """An answer to each item that applies, by its name; CannotBeDone where one is missing or wrong.

    Asked for only at a terminal. Else whatever is missing or wrong is told at once.
    """
    found: Answers = {}
    wrong: list[str] = []
    missing: list[str] = []
    left_open: list[str] = []
    at_terminal = sys.stdin is not None and sys.stdin.isatty()
    for item in items:
        option = getattr(given, _kept(item.name))
        if isinstance(option, list):  # what argparse makes of two hyphens alone
            option = "--"
        if not item.applies(found):
            if option is not None:
                wrong.append(f"--{item.name}: there is no need to say this here. Leave it out.")
        elif option is not None:
            try:
                found[item.name] = _taken(item, option, found)
            except Wrong as error:
                wrong.append(f"{item.option}: {error}")
        elif at_terminal and not wrong and not (item.settled and item.default(found)):
            found[item.name] = _asked(item, found)
        elif default := item.default(found):
            found[item.name] = default
        elif item.needed and (item.applies is _always or not wrong):
            # Whether the others apply may hang on what was given wrongly.
            is_plain = item.default is nothing or item.choices
            (missing if is_plain else left_open).append(item.option)
    # What has a default may have none only because something it follows from is missing.
    if missing := missing or (left_open[:1] if not wrong else []):
        wrong.append(f"Please give {', '.join(missing)}, or run this in a terminal to be asked.")
    if wrong:
        raise CannotBeDone("\n".join(wrong))
    return found


def _kept(name: str) -> str:
    return name.replace("-", "_")


def _asked(item: Item, found: Answers) -> str:
    """An answer from the terminal; asked for again until it can be taken."""
    choices = item.choices(found) if item.choices else {}
    default = item.default(found)
    is_listed = 0 < len(choices) <= MOST_LISTED
    for number, (id, name) in enumerate(choices.items(), 1):
        if is_listed:
            print(f"  {number}  {id}  {name if name != id else ''}".rstrip())
    while True:
        hint = f" [{default}]" if default else "" if item.needed else " [may stay empty]"
        typed = input(f"{item.asks}{hint}: ").strip() or default
        if not typed and not item.needed:
            return ""
        if is_listed and typed not in choices and typed.isdecimal():
            typed = dict(enumerate(choices, 1)).get(int(typed[:9]), typed)
        try:
            return _taken(item, typed, found)
        except Wrong as error:
            print(f"  {error}")


def _taken(item: Item, typed: str, found: Answers) -> str:
    """An answer as it is kept: cleaned, one of the choices, and as the item wants it."""
    text = cleaned(typed)
    if not text and item.needed:
        raise Wrong("An answer is needed here.")
    if text and item.choices:
        text = _chosen(text, item.choices(found), item.instead)
    return item.takes(text, found) if text else ""


def _chosen(text: str, choices: Mapping[str, str], instead: Callable[[str], str]) -> str:
    named = [id for id, name in choices.items() if text.casefold() in (id, name.casefold())]
    if text in choices or len(named) == 1:
        return text if text in choices else named[0]
    if words := instead(text):
        raise Wrong(words)
    meant = near(text, choices)
    if meant:
        raise Wrong(f"There is no {quoted(text)}. Did you mean {', or '.join(meant)}?")
    if not choices:
        raise Wrong(f"There is no {quoted(text)}. There are none yet.")
    listed = f"There are: {', '.join(choices)}." if len(choices) <= MOST_LISTED else ""
    raise Wrong(f"There is no {quoted(text)}. {listed}".strip())


def cleaned(text: str) -> str:
    """An answer in one line, with single blanks; Wrong where it holds what cannot be shown."""
    text = " ".join(text.split())
    if not text.isprintable():
        raise Wrong(f"{quoted(text)} holds a character that cannot be shown. Type it anew.")
    return text
