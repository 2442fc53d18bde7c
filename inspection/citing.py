"""Citing a fact and reporting an error in it: its permanent link and a citation ready to copy."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import quote, urlencode, urlsplit

from inspection.addresses import RECORD, Addresses, Place, dashboard_path, record_path
from inspection.dates import date_words
from inspection.model import Record
from inspection.product import NAME


@dataclass(frozen=True, slots=True)
class Citation:
    """How one fact, or a page as a whole, is cited: its permanent address, words, where to report."""

    permanent: str
    words: str
    report: str


@dataclass(frozen=True, slots=True)
class Citing:
    """What citations of one page have in common.

    `title` says what the page tells of, `place` is the page; `day` is a past day whose public
    knowledge is shown, which a permanent link then names, and None for what is known today.
    """

    title: str
    place: Place
    addresses: Addresses
    version: str
    released: dt.date
    day: dt.date | None = None

    def citation(self, fact: str = "") -> Citation:
        """The citation of a fact on the page by its id; of the page itself where none is named."""
        place = replace(self.place, at=fact)
        if self.day:
            path = dashboard_path(place, {"as-known-on": self.day.isoformat()})
            permanent = self.addresses.dashboard + path
        else:
            permanent = self.addresses.record + record_path(place)
        known = date_words(self.day or self.released)
        about = "" if self.title == NAME else f", {self.title}"
        about += f" ({fact})" if fact else ""
        words = f"{NAME}{about}. Data version {self.version}, as known on {known}. {permanent}"
        told = fact or self.place.id or record_path(self.place) or RECORD
        return Citation(permanent, words, self._report(told, permanent))

    def _report(self, fact: str, permanent: str) -> str:
        """Where an error in a fact is reported, the fact named in the address."""
        to = self.addresses.report_to
        if to.startswith("mailto:"):
            body = (
                f"What is wrong, and what should stand there:\n\nWhere that can be read:\n\n"
                f"The fact: {fact}\n{permanent}\nData version {self.version}\n"
            )
            return _asking(to, {"subject": f"Error in {fact}", "body": body})
        if to:
            return _asking(to, {"fact": fact, "at": permanent})
        return f"{self.addresses.record}corrections/?{urlencode({'fact': fact})}#report"


def _asking(address: str, more: Mapping[str, str]) -> str:
    """An address with further questions in its query, whatever it has already."""
    parts = urlsplit(address)
    query = "&".join(filter(None, (parts.query, urlencode(more, quote_via=quote))))
    return parts._replace(query=query).geturl()


def citing(
    record: Record, title: str, place: Place, where: Addresses, day: dt.date | None = None
) -> Citing:
    """The citing of one page of an edition of the record."""
    release = record.release
    return Citing(title, place, where, release.version, release.released_on, day)
