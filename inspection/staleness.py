"""How long a search of the public pages is good for, and what to say when that time is over.

The time is six months, for three reasons. Over the years of this record a force had about two reports
a year, so after half a year one that is not here is likely. Whatever a governing body had to publish
within 56 days of the last report found is long out. And an editor who searches twice a year keeps the
notice away.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange

from inspection.dates import PartialDate, date_words
from inspection.model import Release

MONTHS = 6
MISSING = (
    "Inspections, answers and statements published since are not in the record. That nothing was found "
    "may by now be wrong."
)


def fresh_until(release: Release) -> dt.date:
    """The last day on which the record counts as fresh: six months after the last day of searching.

    The last day of a month leads to the last day of a month.
    """
    searched = release.last_looked_on.latest
    months = searched.year * 12 + searched.month - 1 + MONTHS
    year, month = months // 12, months % 12 + 1
    if year > dt.MAXYEAR:
        return dt.date.max
    last = monthrange(year, month)[1]
    is_last = searched.day == monthrange(searched.year, searched.month)[1]
    return dt.date(year, month, last if is_last else min(searched.day, last))


def stale_words(release: Release, today: dt.date) -> str:
    """That the last search is too long ago, as a notice; empty while it is not."""
    if today <= fresh_until(release):
        return ""
    return f"{_searched(release)}, more than six months ago. {MISSING}"


def undated_words(release: Release) -> str:
    """The same for a text that stays as it is: from which day its reader has to count with it."""
    until = date_words(fresh_until(release))
    return (
        f"{_searched(release)}. Read after {until}, this record is old: inspections, answers and "
        "statements published since are not in it."
    )


def is_unsearched(release: Release, published: PartialDate | None) -> bool:
    """Whether something was published after the last search of the public pages, so that answers to
    it cannot have been found; False where the dates leave that open.
    """
    return published is not None and published.earliest > release.last_looked_on.latest


def _searched(release: Release) -> str:
    on = release.last_looked_on
    return f"The public pages were last searched {_preposition(on)} {on.words}"


def _preposition(on: PartialDate) -> str:
    return "on" if on.day else "in"
