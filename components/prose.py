"""Words and tables as real HTML: headings, paragraphs, lists and tables that everything can read.

Whatever comes from the record is escaped here and nowhere else; `Html` marks what already is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from html import escape
from itertools import groupby
from urllib.parse import urlencode

import streamlit as st

from components.dataset import KNOWN_ON
from inspection.addresses import Place, dashboard_path
from inspection.blocks_html import Markup
from inspection.citing import Citing
from inspection.document import Block, Heading, Run, Table, Words
from inspection.model import Record
from inspection.once import once_per_record
from inspection.sheets import of_help, of_record, pieces

MARKDOWN = re.compile(r"([\\`*_\[\]<>$~&])")
"""Signs that the framework's headings would take for emphasis, links, code or formulas."""
BEGINS_MORE = re.compile(r"(?<=:)(?=\S)|(?<=www)(?=\.)|(?<=@)(?=\w)", re.I)
"""Where the framework would begin a link or a picture of its own: `https://`, `www.`, `:name:`."""
WORD_JOINER = "\u2060"
PARTS_HELD = 300
"""How many parts of pages are kept as HTML, those last asked for: up to 100 kB each, most far less."""
A_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Html(str):
    """Text that is HTML already and needs no escaping."""

    __slots__ = ()


def html_of(text: str) -> Html:
    """Text made safe to stand in HTML; `Html` stays as it is."""
    return text if isinstance(text, Html) else Html(escape(text))


def joined_html(parts: Iterable[str], between: str = " ") -> Html:
    """Several pieces of text or HTML in one."""
    return Html(html_of(between).join(html_of(part) for part in parts))


def link(page: str, label: str, anchor: str = "", /, **parameters: str | list[str]) -> Html:
    """A link to a page of the dashboard, its choices in the address, and to a place on it.

    The day that is shown is carried along, unless the link names another or, left empty, none.
    """
    query = query_of(parameters)
    to = escape(f"./{page}{query}{f'#{anchor}' if anchor else ''}")
    return Html(f'<a href="{to}" target="_self">{html_of(label)}</a>')


def query_of(parameters: Mapping[str, str | list[str]]) -> str:
    """Choices as the query of an address, the day that is shown among them: `?force=x`, or empty."""
    chosen = dict(parameters)
    if day := _day():
        chosen.setdefault(KNOWN_ON, day)
    if not chosen.get(KNOWN_ON):
        chosen.pop(KNOWN_ON, None)
    return f"?{urlencode(chosen, doseq=True)}" if chosen else ""


def pairs(parameters: Mapping[str, str | list[str]]) -> tuple[tuple[str, str], ...]:
    """Choices as the pairs that a place keeps, a pair for each of several values."""
    return tuple(
        (name, value)
        for name, values in parameters.items()
        for value in ([values] if isinstance(values, str) else values)
    )


def chosen_link(label: str, /, **parameters: str | list[str]) -> Html:
    """A link to the page one is on with other choices in place of its own; the rest is kept."""
    kept = {key: st.query_params.get_all(key) for key in st.query_params} | parameters
    to = escape(f"?{urlencode({key: text for key, text in kept.items() if text}, doseq=True)}")
    return Html(f'<a href="{to}" target="_self">{html_of(label)}</a>')


def inspection_link(inspection: str, label: str, at: str = "") -> Html:
    """A link to an inspection's page, and to one fact on it where `at` names its id."""
    return link("inspection", label, id=inspection, **({"at": at} if at else {}))


def source_links(record: Record, sources: Iterable[str]) -> Html:
    """The sources of a fact as links in short form, publisher and year, separated by semicolons.

    Their titles stand in the list of sources that ends every page.
    """
    return Html(markup().words(pieces.source_links(record, sources)))


def answer(*sentences: str) -> None:
    """The answer in words that every page opens with."""
    st.html(f'<div class="answer"><p>{joined_html(filter(None, sentences))}</p></div>')


def paragraph(*sentences: str, quiet: bool = False) -> None:
    """A paragraph; `quiet` ones are small print."""
    style = ' class="quiet"' if quiet else ""
    st.html(f"<p{style}>{joined_html(sentences)}</p>")


def bullets(items: Iterable[str]) -> None:
    """A list of points."""
    st.html(f"<ul>{''.join(f'<li>{html_of(item)}</li>' for item in items)}</ul>")


def draw(blocks: Iterable[Block], citing: Citing | None = None, at: str = "") -> None:
    """Blocks of the domain on the page; headings take part in the framework's outline.

    With `citing` every fact among them can be cited and an error in it reported; `at` is the fact
    that a link has led to.
    """
    _show(_pieces(blocks, _day(), citing, at))


def tell(
    sheet: Callable[..., Block | Iterable[Block]],
    record: Record,
    *given: Hashable,
    citing: Citing | None = None,
    at: str = "",
) -> None:
    """The blocks that a sheet of the domain makes of a record and what else it is given, drawn.

    They are made and written as HTML once for all readers, so `given` must say all they depend on.
    What an address says freely, a place to outline or a day that is none, makes them anew instead.
    """
    day = _day()
    if at or day != str(record.known_on or ""):
        made = sheet(record, *given)
        _show(_pieces([made] if isinstance(made, Block) else made, day, citing, at))
    else:
        _show(_told(record, sheet, given, day, citing))


@partial(once_per_record, keep=PARTS_HELD)
def _told(
    record: Record,
    sheet: Callable[..., Block | Iterable[Block]],
    given: tuple[Hashable, ...],
    day: str,
    citing: Citing | None,
) -> tuple[Heading | str, ...]:
    made = sheet(record, *given)
    return tuple(_pieces([made] if isinstance(made, Block) else made, day, citing, ""))


def _pieces(
    blocks: Iterable[Block], day: str, citing: Citing | None, at: str
) -> Iterator[Heading | str]:
    """Blocks as the framework is given them: its own headings, and HTML between them."""
    shown = _markup(day, citing, at)
    for is_heading, group in groupby(blocks, key=lambda block: isinstance(block, Heading)):
        if is_heading:
            yield from group
        else:
            yield shown.blocks(group)


def _show(pieces: Iterable[Heading | str]) -> None:
    for piece in pieces:
        if isinstance(piece, Heading):
            draw_heading = st.header if piece.level == 2 else st.subheader
            draw_heading(unmarked(piece.text), anchor=piece.id or None)
        else:
            st.html(piece)


@cache
def help_note() -> str:
    """The note on content, with where help is found, as HTML."""
    return _markup("").block(of_help.content_note())


def cite(citing: Citing) -> None:
    """How the page as a whole is cited, and where an error in it is reported."""
    found = citing.citation()
    st.html(
        f'<p class="quiet">Permanent link: <a href="{escape(found.permanent)}">'
        f"{escape(found.permanent)}</a>. Cite as: {escape(found.words)} "
        f'<a href="{escape(found.report)}">Report an error on this page</a></p>'
    )


def unmarked(text: str) -> str:
    """Text for a heading or a notice of the framework, which would take some signs for Markdown.

    A mark that cannot be seen keeps the framework from making links of what looks like an address.
    """
    return MARKDOWN.sub(r"\\\1", BEGINS_MORE.sub(WORD_JOINER, text))


def markup(citing: Citing | None = None, at: str = "") -> Markup:
    """How blocks become HTML on a page of the dashboard: links lead to places within it."""
    return _markup(_day(), citing, at)


def _markup(day: str, citing: Citing | None = None, at: str = "") -> Markup:
    return Markup(
        way=partial(_way, day),
        cited=citing.citation if citing else None,
        outlined=at,
        in_session=True,
    )


def way(place: Place) -> str:
    """The address of a place of the record in the dashboard; the day that is shown goes along."""
    return _way(_day(), place)


def _way(day: str, place: Place) -> str:
    kept = {KNOWN_ON: day} if day and KNOWN_ON not in dict(place.choices) else {}
    return f"./{dashboard_path(place, kept)}"


def _day() -> str:
    """The past day that the address asks for, empty where it asks for none."""
    day = st.query_params.get(KNOWN_ON, "")
    return day if A_DAY.fullmatch(day) else ""


def table(caption: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table of cells that are text or HTML already, in the markup of every table."""
    cells = tuple(tuple((Run(cell),) for cell in row) for row in rows)
    st.html(_Marked().table(Table(caption, tuple(columns), cells)))


class _Marked(Markup):
    """Markup of words some of which are HTML already and stay as they are."""

    def words(self, words: Words) -> str:
        return joined_html((run.text for run in words), "")


def status(text: str) -> None:
    """A line that tells what a choice has led to; announcing.js says it to screen readers."""
    st.html(f'<p class="status">{escape(text)}</p>')


def source_list(record: Record, sources: Iterable[str]) -> None:
    """The sources behind a page, each with publisher, date and link."""
    (listed,) = _told(record, of_record.source_list, (tuple(sources),), "", None)
    st.html(f'<div class="sources">{listed}</div>')
