"""Short references for a document: every claim with its numbered source and its permanent link."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urlencode

from inspection.document import Run, SourceLine, Words
from inspection.model import Record


@dataclass
class References:
    """The sources of a document, numbered in the order in which they are first cited.

    `base` is the address the dashboard is served at, without a slash at the end; where it is empty
    a permanent link cannot be followed from paper or file, and only its name is given.
    """

    record: Record
    base: str = ""
    numbers: dict[str, int] = field(default_factory=dict)

    def cited(self, sources: Iterable[str]) -> Words:
        """The numbers of some sources, each a link to the list at the end: ` [1] [2]`."""
        runs: list[Run] = []
        for source in dict.fromkeys(sources):
            number = self.numbers.setdefault(source, len(self.numbers) + 1)
            runs += [Run(" "), Run(f"[{number}]", f"#source-{source}")]
        return tuple(runs)

    def told(self, text: str, sources: Iterable[str] = ()) -> Words:
        """Text with the numbers of its sources."""
        return (Run(text), *self.cited(sources))

    def page(self, text: str, page: str, **choices: str) -> Run:
        """Text that leads to a page of the dashboard, where it is known where that is served."""
        query = f"?{urlencode(choices)}" if choices else ""
        return Run(text, f"{self.base}/{page}{query}" if self.base else None)

    def fact(self, text: str, inspection: str | None, fact: str = "") -> Run:
        """Text that leads to an inspection, and to one fact in it where `fact` names its id."""
        if inspection is None:
            return Run(text)
        at = {"at": fact} if fact else {}
        return self.page(text, "inspection", id=inspection, **at)

    def lines(self) -> tuple[SourceLine, ...]:
        """The list of sources in the order of their numbers."""
        found = []
        for key, number in sorted(self.numbers.items(), key=lambda item: item[1]):
            source = self.record.source[key]
            on = source.published.words if source.published else "date not known"
            found.append(
                SourceLine(f"source-{key}", number, source.title, source.publisher, on, source.url)
            )
        return tuple(found)
