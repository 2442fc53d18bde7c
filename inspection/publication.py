"""The published record: every page, table, feed and calendar of an edition as files with bytes.

A file is made when it is first asked for and then held. The same record and the same addresses give
the same bytes, whether they are served beside the dashboard or written to a folder.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from hashlib import sha256
from html import escape
from threading import Lock

from inspection.addresses import Addresses, record_path
from inspection.data_package import data_files, file_names
from inspection.due_after_reports import due_after_reports
from inspection.due_dates import due_calendar
from inspection.feed import PATH as FEED
from inspection.feed import feed
from inspection.model import Record
from inspection.published import contents
from inspection.published.page import page_html, style_sheet
from inspection.register import register
from inspection.sheets.of_data import CALENDAR, LATEST, SITEMAP, fixed

MEDIA_TYPES = {
    "": "text/html; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "yaml": "application/yaml",
    "atom": "application/atom+xml; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "xml": "application/xml; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """One file of the published record: its bytes, what they are, and the day of the edition.

    `etag` names this content, whether it is sent compressed or not: a weak mark, as HTTP writes it.
    """

    content: bytes
    media_type: str
    etag: str
    modified: dt.date


MOST_HELD = 60_000_000
"""Bytes of files that are kept once made. Those of two forces are a third of it, of a country more."""


def entity_tag(content: bytes) -> str:
    """What names a content as HTTP writes it: weak, for it is sent compressed and not."""
    return f'W/"{sha256(content).hexdigest()[:32]}"'


class Publication:
    """Every file of the published record of one edition, by its path.

    `texts` are name and text of each data file as it stands. A path is relative and has no slash
    before it: `` is the front page, `inspections/x-2025/` a page, `data/latest/findings.csv` a table.
    """

    def __init__(self, record: Record, texts: Sequence[tuple[str, str]], where: Addresses) -> None:
        self.record = record
        self.where = where
        self._texts = tuple(texts)
        self._held: dict[str, PublishedFile] = {}
        self._bytes_held = 0
        self._lock = Lock()

    @property
    def version(self) -> str:
        """The data version it holds."""
        return self.record.release.version

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """The paths of its pages, in the order of the contents."""
        return tuple(self._pages)

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """The paths of all its files."""
        return (*self._pages, *self._others)

    def file(self, path: str) -> PublishedFile | None:
        """The file at a path; None where there is none."""
        return self._file(path) if path in self._pages or path in self._others else None

    def files(self) -> Iterator[tuple[str, PublishedFile]]:
        """Every file with its path."""
        return ((path, self._file(path)) for path in self.paths)

    def _file(self, path: str) -> PublishedFile:
        if path not in self._held:
            with self._lock:
                if path not in self._held:
                    made = self._made(path)
                    self._hold(path, made)
                    return made
        return self._held.get(path) or self._file(path)

    def _hold(self, path: str, made: PublishedFile) -> None:
        """Keep a file for who asks next; of more than fits, those made last."""
        self._held[path] = made
        self._bytes_held += len(made.content)
        while self._bytes_held > MOST_HELD and len(self._held) > 1:
            self._bytes_held -= len(self._held.pop(next(iter(self._held))).content)

    def _made(self, path: str) -> PublishedFile:
        content = self._page(path) if path in self._pages else self._others[path]()
        ending = path.rpartition("/")[2].rpartition(".")[2]
        return PublishedFile(
            content,
            MEDIA_TYPES[ending],
            entity_tag(content),
            self.record.release.released_on,
        )

    def _page(self, path: str) -> bytes:
        return page_html(self.record, self._pages[path](), self.where).encode("utf-8")

    @cached_property
    def _pages(self) -> dict[str, contents.MakePage]:
        found = contents.pages(self.record, self.where)
        return {record_path(place): make for place, make in found}

    @cached_property
    def _others(self) -> dict[str, Callable[[], bytes]]:
        others: dict[str, Callable[[], bytes]] = {
            "style.css": lambda: style_sheet().encode("utf-8"),
            FEED: lambda: feed(self.record, self.where),
            CALENDAR: self._calendar,
            SITEMAP: self._sitemap,
            "robots.txt": self._robots,
        }
        for name in file_names():
            for folder in (LATEST, fixed(self.version)):
                others[f"{folder}{name}"] = partial(self._data.__getitem__, name)
        return others

    @cached_property
    def _data(self) -> dict[str, bytes]:
        return data_files(self.record, self._texts)

    def _calendar(self) -> bytes:
        rows, due = register(self.record), due_after_reports(self.record)
        return due_calendar(self.record, due, rows, where=self.where)

    def _sitemap(self) -> bytes:
        day = self.record.release.released_on.isoformat()
        urls = "".join(
            f"<url><loc>{escape(self.where.record + path)}</loc><lastmod>{day}</lastmod></url>\n"
            for path in self.pages
        )
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{urls}</urlset>\n'
        ).encode()

    def _robots(self) -> bytes:
        return f"User-agent: *\nAllow: /\nSitemap: {self.where.record}{SITEMAP}\n".encode()
