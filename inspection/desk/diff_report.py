"""What differs between two editions as lines of text, for a terminal or for a pull request."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from inspection.dates import date_words
from inspection.differing_marks import Piece, marked
from inspection.differing_notes import hints, version_words
from inspection.differing_rows import ORDER, Difference, Section, with_note
from inspection.differing_words import inspection_words, names_of_part
from inspection.measures import in_sentence, joined, plural
from inspection.model import Record, Release

WIDTH = 100
MOST_INSIDE = 60
"""So many facts of added inspections are listed; of more, how many there are, unless all are asked for."""
_SHORT = 60
_ADDRESS = re.compile(r"(https?://[^\s<>\"]*[^\s<>\".,;:)\]])")


@dataclass(frozen=True, slots=True)
class Side:
    """One of two editions, and what it was called by whoever asked."""

    name: str
    record: Record


@dataclass(frozen=True, slots=True)
class Style:
    """How the lines are written: headings by level, and what encloses words gone and words come."""

    headings: tuple[str, str]
    bold: str
    gone: tuple[str, str]
    come: tuple[str, str]
    text: Callable[[str], str]
    width: int | None


def _plain(text: str) -> str:
    """Text on one line, with a question mark for each sign that cannot be shown."""
    line = " ".join(text.split())
    return "".join(letter if letter.isprintable() else "?" for letter in line)


def _markdown(text: str) -> str:
    """The same with every sign escaped that Markdown would take for markup; addresses are links.

    A name after @ would call somebody, and a number after # would lead to another thread.
    """
    parts = _ADDRESS.split(_plain(text))
    return "".join(f"<{part}>" if n % 2 else _escaped(part) for n, part in enumerate(parts))


def _escaped(text: str) -> str:
    escaped = re.sub(r"([\\`*_{}\[\]<>#|~&!^$])", r"\\\1", text)
    return re.sub(r"([@#])(?=\w)", r"\1<!-- -->", escaped)


STYLES = {
    "plain": Style(("{}", "  {}"), "{}", ("[-", "-]"), ("[+", "+]"), _plain, WIDTH),
    "markdown": Style(
        ("### {}", "#### {}"), "**{}**", ("<del>", "</del>"), ("<ins>", "</ins>"), _markdown, None
    ),
}


def report(
    old: Side, new: Side, rows: Sequence[Difference], style: Style, full: bool = False
) -> Iterator[str]:
    """The report line by line: the editions, the sum, force by force, the version, what to do."""
    for when, side in (("Before", old), ("Now", new)):
        release = side.record.release
        edition = f"{side.name}, version {release.version} of {date_words(release.released_on)}"
        yield from _wrapped(style.text(f"{when}: {edition}"), style, "", "  ")
        if style.width is None:
            yield ""
    inside = sum(row.inside for row in rows)
    is_whole = full or inside <= MOST_INSIDE
    told = [row for row in rows if is_whole or not row.inside]
    if style.width:
        yield ""
    yield from _wrapped(
        style.text(_sum_words([row for row in rows if not row.inside])), style, "", ""
    )
    for heading, group in groupby(told, key=lambda row: _heading(old, new, row)):
        yield from ("", style.headings[0].format(style.text(heading)))
        for inner, entries in groupby(group, key=lambda row: _inspection_heading(old, new, row)):
            if inner:
                yield from ("", style.headings[1].format(style.text(inner)))
            yield ""
            for row in entries:
                yield from _item(row, style, "  " if style.width else "")
    more = f"What stands in them, {inside} sentences and grades, is listed with `--full`."
    last = ("" if is_whole else more, version_words(old.record, new.record, rows), *hints(rows))
    for words in filter(None, last):
        yield ""
        yield from _wrapped(style.text(words), style, "", "")


def _sum_words(rows: Sequence[Difference]) -> str:
    """How much differs, in words: `2 inspections added, 1 grade changed`."""
    entries = dict.fromkeys(
        (row.part, "changed" if row.field else row.kind.label, row.fact, row.place, row.entry)
        for row in sorted(rows, key=lambda row: (*ORDER, row.part).index(row.part))
        if row.part is not Release
    )
    counts: dict[tuple[str, str, str], int] = {}
    for part, verb, *_ in entries:
        one, many = names_of_part(part)
        key = (in_sentence(one), many, verb)
        counts[key] = counts.get(key, 0) + 1
    if not counts:
        return "No fact differs."
    return joined(f"{plural(n, one, many)} {verb}" for (one, many, verb), n in counts.items()) + "."


def _heading(old: Side, new: Side, row: Difference) -> str:
    if row.section is not Section.FORCES:
        return row.section.label
    force = new.record.force.get(row.force or "") or old.record.force.get(row.force or "")
    return force.name if force else row.force or row.section.label


def _inspection_heading(old: Side, new: Side, row: Difference) -> str:
    key = row.inspection or ""
    for record in (new.record, old.record):
        if found := record.inspection.get(key):
            return f"{inspection_words(record, found)}, published {found.published.words} ({key})"
    return ""


def _item(row: Difference, style: Style, indent: str) -> Iterator[str]:
    """One difference: in a line where it is short, else old and new words beneath each other."""
    head, about = style.bold.format(style.text(row.head)), _about(row)
    start = ": ".join(filter(None, (head, style.text(about))))
    note = style.text(row.note) if row.note else ""
    first, rest = f"{indent}- ", f"{indent}  "
    if row.old is None or row.new is None or len(row.old) + len(row.new) <= _SHORT:
        values = " -> ".join(style.text(v) for v in (row.old, row.new) if v)
        line = ": ".join(filter(None, (start, values)))
        id = f" ({style.text(row.fact)})" if _is_unnamed(row) else ""
        line = with_note(f"{line}{id}", note)
        yield from _wrapped(line, style, first, rest)
        return
    yield from _wrapped(start, style, first, rest)
    if " ".join(row.old.split()) == " ".join(row.new.split()):
        same = f"{style.text(row.new)} (only blanks or line breaks differ)"
        yield from _wrapped(same, style, _under(style, rest), f"{rest}  ")
    else:
        before, after = marked(" ".join(row.old.split()), " ".join(row.new.split()))
        for label, pieces, signs in (
            ("before: ", before, style.gone),
            ("now:    ", after, style.come),
        ):
            words = "".join(_marked(piece, style, signs) for piece in pieces)
            label = label if style.width else f"{label.strip()} "
            yield from _wrapped(label + words, style, _under(style, rest), f"{rest}          ")
    if note:
        yield from _wrapped(note, style, _under(style, rest), f"{rest}  ")


def _under(style: Style, indent: str) -> str:
    return f"{indent}  " if style.width else f"{indent}- "


def _about(row: Difference) -> str:
    """Which entry and field; of an inspection, whose heading says which, the field alone."""
    is_heading = row.inspection and row.fact == row.inspection and not row.field
    return "" if is_heading and row.entry.startswith("published ") else row.about


def _is_unnamed(row: Difference) -> bool:
    """Whether nothing in the line gives the id of the fact, nor the heading above it."""
    return row.fact != row.inspection and not row.is_named


def _marked(piece: Piece, style: Style, signs: tuple[str, str]) -> str:
    """A piece of a wording, with blanks at its ends outside the signs that enclose it."""
    text, differs = piece
    words = text.strip()
    if not words:
        return " " if text else ""
    shown = style.text(words)
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() else ""
    return f"{before}{signs[0]}{shown}{signs[1]}{after}" if differs else f"{before}{shown}{after}"


def _wrapped(text: str, style: Style, first: str, rest: str) -> Iterator[str]:
    """Text in lines of the width of the style; a word that is longer, an address, stays whole."""
    if style.width is None:
        yield f"{first}{text}"
        return
    yield from textwrap.wrap(
        text, style.width, initial_indent=first, subsequent_indent=rest,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
