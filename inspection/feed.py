"""The feed of what is new in the record, for readers and programs that follow it (Atom, RFC 4287).

An entry is known by an id made of what it tells, which stays the same from edition to edition and
wherever the record is served. What was mended keeps its day; the correction is an entry of its own.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID, uuid5
from xml.etree import ElementTree

from inspection.addresses import Addresses, Place, record_path
from inspection.changes import Change, ChangeKind, published_facts
from inspection.dates import date_words
from inspection.fact_places import ToldFact, told_facts
from inspection.knowing import public_days
from inspection.model import Correction, Record, Response
from inspection.overview import forces_words
from inspection.product import LICENCE, NAME, STANDING
from inspection.since import SPEAKERS
from inspection.vocabulary import Voice

NAMESPACE = UUID("f8c79512-8b3d-4e2c-9d29-ca8336b75125")
"""What the ids of the feed are made in; another one would make every entry new to every reader."""
PATH = "feed.atom"
NEWEST = 100
ATOM = "http://www.w3.org/2005/Atom"
# What XML 1.0 forbids, section 2.2; half a surrogate could not even be written.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One thing that is new: when it became public, what it is, where it is told, where it was read.

    `kind` is `inspection`, `statement`, `answer` or `correction`, `id` that of the fact. `force` is
    None for a correction of what is of no one force.
    """

    kind: str
    id: str
    day: dt.date
    title: str
    summary: str
    force: str | None
    place: Place
    sources: tuple[str, ...]


def feed(record: Record, where: Addresses) -> bytes:
    """The newest inspections, statements, answers and corrections as an Atom document in UTF-8."""
    entries = newest(record)
    day = entries[0].day if entries else record.release.released_on
    root = ElementTree.Element("feed", {"xmlns": ATOM, "xml:lang": "en-GB"})
    _add(root, "id", _urn("feed", *sorted(force.id for force in record.forces)))
    _add(root, "title", f"{NAME}: {forces_words(record)}")
    _add(root, "subtitle", _subtitle(record))
    _add(root, "updated", _midnight(day))
    _add_author(root, where)
    _add(root, "link", rel="self", type="application/atom+xml", href=where.record + PATH)
    _add(root, "link", rel="alternate", type="text/html", href=where.record)
    _add(root, "link", rel="license", href=LICENCE)
    _add(
        root,
        "rights",
        "Contains public sector information licensed under the Open Government Licence v3.0 "
        f"({LICENCE}). The sentences are ours.",
    )
    _add(root, "generator", NAME)
    for entry in entries:
        _add_entry(root, record, entry, where)
    ElementTree.indent(root)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def newest(record: Record, most: int = NEWEST) -> list[FeedEntry]:
    """The newest entries, newest first; those of one day by kind, then as the record has them."""
    found = sorted(_entries(record), key=lambda entry: entry.kind)
    return sorted(found, key=lambda entry: entry.day, reverse=True)[:most]


def _entries(record: Record) -> Iterator[FeedEntry]:
    told, days = told_facts(record), public_days(record)
    for key, row in published_facts(record):
        if row.on is None:
            continue
        if row.kind is ChangeKind.INSPECTION:
            yield _inspection(row, key[1], told[key[1]], days[key[1]])
        elif row.kind is ChangeKind.ANSWER and len(key) == 2:
            yield from _said(row, key[1], told[key[1]], days[key[1]])
    for mended in record.corrections:
        yield _correction(mended, told)


def _inspection(row: Change, id: str, told: ToldFact, day: dt.date) -> FeedEntry:
    return FeedEntry(
        kind="inspection",
        id=id,
        day=day,
        title=f"New inspection: {row.title}{_force_unless_told(row)}",
        summary=row.detail,
        force=row.force,
        place=told.place,
        sources=row.sources,
    )


def _said(row: Change, id: str, told: ToldFact, day: dt.date) -> Iterator[FeedEntry]:
    """A statement of anybody; an answer only of those inspected or of who holds them to account."""
    is_answer = isinstance(told.fact, Response)
    if is_answer and row.voice not in (Voice.GOVERNING_BODY, Voice.FORCE):
        return
    kind, link = ("Answer", "to") if is_answer else ("Statement", "on")
    speaker = SPEAKERS[row.voice or Voice.OTHER]
    yield FeedEntry(
        kind=kind.lower(),
        id=id,
        day=day,
        title=f"{kind} of {speaker} {link} {told.title}{_force_unless_told(row, told.title)}",
        summary=f"{row.title} {row.detail}",
        force=row.force,
        place=told.place,
        sources=row.sources,
    )


def _correction(mended: Correction, told: dict[str, ToldFact]) -> FeedEntry:
    found = told.get((mended.stood_in or "") if mended.removed else mended.fact)
    about = found.words if found else mended.fact
    start = "Correction, taken out of" if mended.removed and found else "Correction"
    return FeedEntry(
        kind="correction",
        id=mended.id,
        day=mended.date,
        title=f"{start}: {about}",
        summary=f"{mended.now} Before: {mended.was}",
        force=found.force if found else None,
        place=told[mended.id].place,
        sources=mended.sources,
    )


def _force_unless_told(row: Change, title: str = "") -> str:
    return "" if row.force_name in (title or row.title) else f" ({row.force_name})"


def _subtitle(record: Record) -> str:
    release = record.release
    return (
        "New inspections, what was answered and said since, and corrections. "
        f"{STANDING} Data version {release.version}, {date_words(release.released_on)}."
    )


def _add_entry(
    root: ElementTree.Element, record: Record, entry: FeedEntry, where: Addresses
) -> None:
    added = ElementTree.SubElement(root, "entry")
    _add(added, "id", _urn(entry.kind, entry.id))
    _add(added, "title", entry.title)
    _add(added, "updated", _midnight(entry.day))
    _add(added, "published", _midnight(entry.day))
    _add_author(added, where)
    _add(added, "category", term=entry.kind, label=entry.kind.capitalize())
    if entry.force:
        _add(added, "category", term=entry.force, label=record.force[entry.force].name)
    address = where.record + record_path(entry.place)
    _add(added, "link", rel="alternate", type="text/html", href=address)
    for source in dict.fromkeys(entry.sources):
        if url := record.source[source].url:
            _add(added, "link", rel="related", href=url, title=record.source[source].title)
    _add(added, "summary", entry.summary)


def _add_author(to: ElementTree.Element, where: Addresses) -> None:
    author = ElementTree.SubElement(to, "author")
    _add(author, "name", NAME)
    _add(author, "uri", where.record)


def _add(to: ElementTree.Element, name: str, text: str = "", **given: str) -> None:
    """An element with what XML forbids replaced, so that no text can break the document."""
    clean = {key: _FORBIDDEN.sub("\ufffd", value) for key, value in given.items()}
    ElementTree.SubElement(to, name, clean).text = _FORBIDDEN.sub("\ufffd", text) or None


def _urn(*names: str) -> str:
    return uuid5(NAMESPACE, "/".join(names)).urn


def _midnight(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
