"""Full-text search over everything in the record.

Words are matched by stem and ranked by how rare and how frequent they are (SQLite's FTS5, bm25);
a word that occurs nowhere in the record is replaced by the nearest one that does, and the hit list
says so.
"""

from __future__ import annotations

import re
import sqlite3
import threading
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from rapidfuzz import fuzz, process

from inspection.measures import measure_words
from inspection.model import Inspection, Record, Response
from inspection.timeline import chronological, started, when_words

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
NEAR_ENOUGH = 75
LONGEST_QUERY = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """One searchable piece of the record and where it is read in full.

    `inspection` names the page; `anchor` the place on it. Entries without an inspection are read
    on the page named in `page`.
    """

    id: str
    kind: str
    force: str
    programme: str
    theme: str
    year: int
    title: str
    page: str
    inspection: str
    anchor: str


class Hit(NamedTuple):
    """An entry that answers a query, best first, with the words that matched marked in pieces.

    `marked` gives the text of the entry at `place`, with \\x01 before and \\x02 after what matched.
    Why not the text itself: of thousands of hits a page shows some dozens.
    """

    entry: Entry
    place: int
    marked: Callable[[int], str]

    @property
    def pieces(self) -> tuple[tuple[str, bool], ...]:
        """The text cut up as (text, matched) pairs."""
        return _pieces(self.marked(self.place))


@dataclass(frozen=True, slots=True)
class Answer:
    """The hits of a query and, where a word was not in the record, what was searched instead."""

    hits: tuple[Hit, ...]
    replaced: tuple[tuple[str, str], ...]
    unknown: tuple[str, ...]


class SearchIndex:
    """The record made searchable; built once for a record and shared by all readers."""

    def __init__(self, record: Record) -> None:
        found = tuple(entries(record))
        self.entries = tuple(entry for entry, _ in found)
        self._lock = threading.Lock()
        self._rows = sqlite3.connect(":memory:", check_same_thread=False)
        self._rows.execute(
            "CREATE VIRTUAL TABLE entry USING fts5(title, text, tokenize='porter unicode61')"
        )
        self._rows.executemany(
            "INSERT INTO entry(rowid, title, text) VALUES (?, ?, ?)",
            ((place, entry.title, text) for place, (entry, text) in enumerate(found)),
        )
        words = (WORD.findall(f"{entry.title} {text}".casefold()) for entry, text in found)
        self._words = sorted({word for own in words for word in own})

    def search(
        self,
        query: str,
        forces: Collection[str] | None = None,
        programmes: Collection[str] | None = None,
        themes: Collection[str] | None = None,
        years: tuple[int, int] | None = None,
        kinds: Collection[str] | None = None,
    ) -> Answer:
        """The entries that hold every word of the query, best first; None or empty filters mean all.

        Only letters and digits of the query count, so no query is an error.
        """
        words, replaced, unknown = self._known_words(query)
        if not words:
            return Answer((), replaced, unknown)
        expression = " AND ".join(f'"{word}"' for word in words)
        marked = partial(self._marked, expression)
        chosen = (forces, programmes, themes, years, kinds)
        is_whole = not any(chosen)
        hits = tuple(
            Hit(self.entries[place], place, marked)
            for place in self._places(expression)
            if is_whole or _passes(self.entries[place], *chosen)
        )
        return Answer(hits, replaced, unknown)

    def _places(self, expression: str) -> list[int]:
        with self._lock:
            found = self._rows.execute(
                "SELECT rowid FROM entry WHERE entry MATCH ? ORDER BY bm25(entry, 4.0, 1.0), rowid",
                (expression,),
            )
            return [place for (place,) in found]

    def _marked(self, expression: str, place: int) -> str:
        with self._lock:
            (text,) = self._rows.execute(
                "SELECT highlight(entry, 1, char(1), char(2)) FROM entry "
                "WHERE entry MATCH ? AND rowid = ?",
                (expression, place),
            ).fetchone()
        return str(text)

    def _holds(self, word: str) -> bool:
        with self._lock:
            found = self._rows.execute(
                "SELECT 1 FROM entry WHERE entry MATCH ? LIMIT 1", (f'"{word}"',)
            )
            return found.fetchone() is not None

    def _known_words(
        self, query: str
    ) -> tuple[list[str], tuple[tuple[str, str], ...], tuple[str, ...]]:
        words: list[str] = []
        replaced: list[tuple[str, str]] = []
        unknown: list[str] = []
        for word in dict.fromkeys(WORD.findall(query[:LONGEST_QUERY].casefold())):
            if self._holds(word):
                words.append(word)
                continue
            near = process.extractOne(
                word, self._words, scorer=fuzz.ratio, score_cutoff=NEAR_ENOUGH
            )
            if near is None:
                unknown.append(word)
            else:
                words.append(near[0])
                replaced.append((word, near[0]))
        return words, tuple(replaced), tuple(unknown)


def entries(record: Record) -> Iterator[tuple[Entry, str]]:
    """Everything in the record that can be searched for with its text, inspections oldest first."""
    for inspection in chronological(record.inspections):
        yield from _inspection_entries(record, inspection)
    for event in record.context_events:
        force = event.forces[0] if len(event.forces) == 1 else ""
        yield _entry(
            event.id, "Context event", force, event.theme, event.date.year, event.title,
            event.summary, "history",
        )  # fmt: skip
    for response in record.national_responses:
        year = response.date.year if response.date else record.release.released_on.year
        yield _entry(
            response.id, "Response", response.force, None, year, response.about,
            _response_text(response), "data",
        )  # fmt: skip
    for conflict in record.conflicts:
        yield _entry(
            conflict.id, "Conflict between sources", conflict.force, None, 0, conflict.topic,
            " ".join([*(a.says for a in conflict.accounts), conflict.how_we_chose]), "data",
        )  # fmt: skip
    for gap in record.gaps:
        force = gap.forces[0] if len(gap.forces) == 1 else ""
        yield _entry(gap.id, "Not in the record", force, None, 0, gap.what, gap.note, "data")
    for source in record.sources:
        year = source.published.year if source.published else 0
        yield _entry(
            source.id, "Source", "", None, year, source.title,
            f"{source.publisher} {source.note or ''}", "data",
        )  # fmt: skip


def _inspection_entries(record: Record, inspection: Inspection) -> Iterator[tuple[Entry, str]]:
    heading = f"{inspection.title} ({when_words(inspection)})"

    def part(id: str, kind: str, theme: str | None, text: str) -> tuple[Entry, str]:
        name = record.theme[theme].name if theme else ""
        entry = Entry(
            id=id,
            kind=kind,
            force=inspection.force,
            programme=inspection.programme,
            theme=theme or "",
            year=started(inspection).year,
            title=heading if id == inspection.id else " – ".join(filter(None, [name, heading])),
            page="inspection",
            inspection=inspection.id,
            anchor="" if id == inspection.id else id,
        )
        return entry, text

    force = record.force[inspection.force].name
    judged = " ".join(f"{j.about}: {j.words}." for j in inspection.narrative_judgements)
    text = (
        f"{inspection.judgement} {judged} {force}. {record.programme[inspection.programme].name}."
    )
    yield part(inspection.id, "Inspection", None, text)
    for finding in inspection.findings:
        words = [finding.summary, measure_words(finding.measure), finding.note]
        yield part(finding.id, finding.kind.label, finding.theme, " ".join(filter(None, words)))
    for item in inspection.recommendations:
        limit = item.time_limit.words if item.time_limit else None
        words = [item.summary, limit, item.note, *(s.summary for s in item.statements)]
        yield part(item.id, item.kind.label, item.theme, " ".join(filter(None, words)))
    for unseen in inspection.unseen_recommendations:
        yield part(unseen.id, "Recommendations not in the record", unseen.theme, unseen.summary)
    for response in inspection.responses:
        yield part(response.id, "Response", None, _response_text(response))
    for statement in inspection.statements:
        words = [statement.speaker, statement.about, statement.summary, statement.note]
        yield part(statement.id, "Statement", statement.theme, " ".join(filter(None, words)))


def _response_text(response: Response) -> str:
    promised = [c.summary for c in response.commitments]
    became = [outcome.summary for c in response.commitments for outcome in c.outcomes]
    words = [response.role, response.name, response.organisation, response.summary]
    return ". ".join(
        filter(None, [", ".join(filter(None, words[:3])), words[3], *promised, *became])
    )


def _entry(
    id: str, kind: str, force: str, theme: str | None, year: int, title: str, text: str, page: str
) -> tuple[Entry, str]:
    return Entry(id, kind, force, "", theme or "", year, title, page, "", id), text


def _passes(
    entry: Entry,
    forces: Collection[str] | None,
    programmes: Collection[str] | None,
    themes: Collection[str] | None,
    years: tuple[int, int] | None,
    kinds: Collection[str] | None,
) -> bool:
    return (
        (not forces or entry.force in forces)
        and (not programmes or entry.programme in programmes)
        and (not themes or entry.theme in themes)
        and (not kinds or entry.kind in kinds)
        and (years is None or years[0] <= entry.year <= years[1])
    )


def _pieces(marked: str) -> tuple[tuple[str, bool], ...]:
    """Text with matches between the marks \\x01 and \\x02, as (text, matched) pieces."""
    cut = re.split("([\x01\x02])", marked)
    pieces: list[tuple[str, bool]] = []
    matched = False
    for text in cut:
        if text in ("\x01", "\x02"):
            matched = text == "\x01"
        elif text:
            pieces.append((text, matched))
    return tuple(pieces)
