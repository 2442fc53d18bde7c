"""Where everything stands: the permanent address of every part of the record.

The same place has two addresses: one in the published record, which is a document that needs no
script, and one in the dashboard. Both are worked out here and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit

LOCAL = "http://localhost:8501/"
"""Where `make run` serves the dashboard."""
RECORD = "record/"
"""Where the published record stands below the dashboard."""
MOST_TOGETHER = 4
"""So many forces fit on one page. A record of more shows the first two until others are chosen."""
FIRST_SHOWN = 2
MISSING = "what-is-missing"
"""The heading on `data` that a link can lead to; whatever else stands there is a fact."""
PARTS_OF_PROGRESS = ("clocks", "register", "item")
"""The headings on `progress` that a link can lead to; whatever else stands there is an item."""


@dataclass(frozen=True, slots=True)
class Place:
    """A part of the record that a link can lead to.

    `page` is a page of the dashboard by its key, or one of those that the published record alone
    has: `record`, `forces`, `sources`, `corrections`, `accessibility`, or a `file` of it by its path
    in `id`. Otherwise `id` names what the page is about:
    an inspection, a theme on `recurring`, an item on `progress`, a force on `overview`. `at` is a
    fact or heading on it. `choices` are those of the dashboard alone.
    """

    page: str
    id: str = ""
    at: str = ""
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the dashboard and the published record are served, each ending with a slash.

    `report_to` is where an error is reported: a `mailto:` or `https:` address, or empty.
    """

    dashboard: str = LOCAL
    record: str = LOCAL + RECORD
    report_to: str = ""


def usual_forces(forces: Iterable[str]) -> tuple[str, ...]:
    """The forces that a page shows where its address names none, out of all forces of a record."""
    every = tuple(forces)
    return every if len(every) <= MOST_TOGETHER else every[:FIRST_SHOWN]


def forces_kept(chosen: Sequence[str], forces: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The choice of forces as an address has it, one after the other; nothing where it is usual."""
    is_usual = len(chosen) > 1 and set(chosen) == set(usual_forces(forces))
    return () if is_usual else tuple(("force", force) for force in chosen)


class UnusableAddress(ValueError):
    """An address given by whoever runs the dashboard that cannot be used."""


def addresses(dashboard: str = "", record: str = "", report_to: str = "") -> Addresses:
    """The addresses from what was set; what is empty follows from the dashboard's.

    A published record by itself knows of no dashboard: its address is empty then.
    `report_to` may be an e-mail address by itself. UnusableAddress where one is not a web address.
    """
    base = "" if record and not dashboard else _web_address(dashboard or LOCAL, "the dashboard")
    where = _web_address(record, "the published record") if record else base + RECORD
    told = report_to.strip()
    if told and "@" in told and ":" not in told:
        told = f"mailto:{told}"
    is_plain = told.isprintable() and not re.search(r'[\s"<>]', told)
    if told and not (is_plain and told.startswith(("mailto:", "https://", "http://"))):
        raise UnusableAddress(
            f"“{told}” cannot take reports of errors: an e-mail address or a web address is needed."
        )
    return Addresses(base, where, told)


def _web_address(text: str, what: str) -> str:
    try:
        parts = urlsplit(text.strip())
    except ValueError:  # a bracket that is not closed
        parts = urlsplit("")
    is_plain = re.fullmatch(r"[A-Za-z0-9._~:/\[\]%@-]+", text.strip())
    if not is_plain or parts.scheme not in ("http", "https") or not parts.netloc:
        raise UnusableAddress(
            f"“{text}” is no address for {what}: https://, a host and perhaps a path are needed."
        )
    return f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}/"


def record_path(place: Place) -> str:
    """The path of a place within the published record: `inspections/x-2025/#x-2025-f01`."""
    at = f"#{quote(place.at)}" if place.at else ""
    id = quote(place.id)
    match place.page:
        case "record" | "search" | "briefing":
            return at
        case "overview":
            return f"forces/{id}/{at}" if id else at
        case "inspection":
            return f"inspections/{id}/{at}" if id else f"inspections/{at}"
        case "recurring":
            return f"themes/{id}/{at}" if id else f"themes/{at}"
        case "progress":
            return f"register/#{id}" if id else f"register/{at}"
        case (
            "method"
            | "glossary"
            | "data"
            | "grades"
            | "forces"
            | "sources"
            | "corrections"
            | "accessibility"
        ):
            return f"{place.page}/{at}"
        case "history":
            return f"forces/{id}/{at}" if id else f"inspections/{at}"
        case "file":
            return id
    raise ValueError(f"no place in the published record: {place}")


def dashboard_path(place: Place, more: Mapping[str, str] | None = None) -> str:
    """The path of a place within the dashboard: `inspection?id=x-2025&at=x-2025-f01`.

    `more` are further choices, such as the day whose public knowledge is shown. A choice stands as
    often as the place has it; what the place is about and `more` take the place of choices of the
    same name.
    """
    about: dict[str, str] = {}
    anchor = place.at
    match place.page:
        case "inspection":
            about = {"id": place.id, "at": place.at}
            anchor = ""
        case "recurring" if place.id:
            about = {"theme": place.id}
            anchor = place.at or "thread"
        case "progress" if item := _item(place):
            about = {"item": item}
            anchor = "item"
        case "overview" | "history" if place.id:
            about = {"force": place.id}
        case "data" if place.at not in ("", MISSING):
            about = {"at": place.at}
            anchor = ""
        case "glossary":
            about = {"at": place.at}
        case "record" | "forces" | "sources" | "corrections" | "accessibility" | "file":
            return RECORD + record_path(place)
    own = [(name, value) for name, value in about.items() if value]
    added = dict(more or {})
    kept = [(name, value) for name, value in place.choices if name not in about | added]
    first, last = (own, kept) if place.page == "inspection" else (kept, own)
    query = urlencode([*first, *last, *added.items()])
    return f"{place.page}{f'?{query}' if query else ''}{f'#{quote(anchor)}' if anchor else ''}"


def _item(place: Place) -> str:
    """The item of the register that a place on `progress` is about, also where it is a fact there.

    Why: the dashboard shows the register in parts, so that only the item by itself is sure to stand
    on the page.
    """
    return place.id or (place.at if place.at not in PARTS_OF_PROGRESS else "")
