"""What a reader chooses, kept in the address.

The address is the truth: each choice is read from it at every run and written to it when the reader
chooses, as a stable id, so that a link survives relabelling, reload, Back and being sent on.
Something the record does not have gets a plain sentence, never another thing in silence.

Why not the framework's own binding: it writes the displayed label to the address and drops what it
does not know without a word.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import streamlit as st

from components import dataset, prose
from inspection.addresses import MOST_TOGETHER, usual_forces
from inspection.dates import date_words
from inspection.document import Table, Words
from inspection.knowing import first_day, missing_words
from inspection.model import Record
from inspection.near import near

BOTH = "all"
MOST_LETTERS = 200
"""So much of a text is read from the address, and so much may be typed."""
FORCE = "force"
"""The choice of forces in the address; the menu carries it along."""


def one_of(
    key: str,
    label: str,
    options: Mapping[str, str],
    default: str,
    *,
    draw: Callable[..., object] = st.selectbox,
    help: str | None = None,
) -> str:
    """One id out of `options` (id to label), from the address parameter `key`."""
    asked = st.query_params.get(key)
    chosen = asked if asked in options else default
    fitted = f"_fitted_{key}"
    day = dataset.day()
    if asked in options:
        st.session_state[fitted] = (asked, day)
    elif asked is not None and st.session_state.get(fitted) == (asked, day):
        # It was among the options until the reader chose otherwise elsewhere on the page.
        st.query_params.pop(key)
    elif asked is not None:
        st.warning(
            f"The link asks for “{prose.unmarked(_short(asked))}” as {label.lower()}, "
            f"{_missing(asked)}. Showing: {prose.unmarked(options[default])}."
        )
        _offer(options, asked, lambda meant: {key: meant})
    st.session_state[key] = chosen
    draw(
        label,
        list(options),
        key=key,
        format_func=lambda option: options.get(option, option),
        on_change=_write,
        args=(key, default),
        help=help,
    )
    return chosen


def switch(
    key: str, label: str, options: Mapping[str, str], default: str, help: str | None = None
) -> str:
    """One id out of a few, shown side by side."""
    return one_of(key, label, options, default, draw=_required_segments, help=help)


def several_of(
    key: str,
    label: str,
    options: Mapping[str, str],
    help: str | None = None,
    *,
    most: int | None = None,
    none_shown: str = "All",
) -> tuple[str, ...]:
    """Any number of ids out of `options`, or at most so many. The address repeats `key`.

    None chosen means all, or what `none_shown` says.
    """
    asked = st.query_params.get_all(key)
    known = [option for option in dict.fromkeys(asked) if option in options]
    chosen = known[:most]
    if len(known) > len(chosen):
        st.warning(f"The link asks for {len(known)} as {label.lower()}. Showing the first {most}.")
    unknown = [option for option in asked if option not in options]
    if unknown:
        quoted = ", ".join(f"“{prose.unmarked(_short(option))}”" for option in unknown)
        st.warning(f"The link asks for {quoted} as {label.lower()}, which is not in this record.")
        _offer(options, unknown[0], lambda meant: {key: [*chosen, meant]})
    st.session_state[key] = chosen
    st.multiselect(
        label,
        list(options),
        key=key,
        format_func=lambda option: options.get(option, option),
        placeholder=none_shown,
        max_selections=most,
        select_all=False,
        on_change=_write,
        args=(key, None),
        help=help,
    )
    return tuple(chosen)


def years_between(first: int, last: int) -> tuple[int, int]:
    """A span of years, both ends included, in the address as `from` and `to`."""
    years = {str(year): str(year) for year in range(first, last + 1)}
    start, end = st.columns(2)
    with start:
        low = one_of("from", "From year", years, str(first))
    with end:
        high = one_of("to", "To year", years, str(last))
    if int(low) > int(high):
        st.warning(f"The years run backwards, from {low} to {high}; choose an earlier first year.")
    return int(low), int(high)


def yes(key: str, label: str, help: str | None = None) -> bool:
    """A choice that is off unless the address says `key=yes`."""
    chosen = st.query_params.get(key) == "yes"
    st.session_state[key] = chosen
    st.toggle(label, key=key, on_change=_write_yes, args=(key,), help=help)
    return chosen


def words(key: str, label: str, placeholder: str) -> str:
    """Free text, such as a search."""
    chosen = st.query_params.get(key, "")[:MOST_LETTERS]
    st.session_state[key] = chosen
    st.text_input(
        label,
        key=key,
        placeholder=placeholder,
        max_chars=MOST_LETTERS,
        on_change=_write,
        args=(key, ""),
    )
    return chosen


def page_of(key: str, count: int, size: int, usual: int = 1, name: str = "") -> int:
    """Which page of a long list is shown, from 1; the choice appears only where it is needed.

    `name` says which list, where a page has several.
    """
    pages = max(1, -(-count // size))
    numbers = {str(number): number for number in range(1, pages + 1)}
    chosen = numbers.get(st.query_params.get(key, ""), usual)
    if pages > 1:
        label = f"{name}, page" if name else "Page"
        st.session_state[key] = chosen
        st.selectbox(
            label,
            list(range(1, pages + 1)),
            key=key,
            format_func=lambda page: f"{page} of {pages}",
            on_change=_write,
            args=(key, usual),
        )
        prose.status(f"{label} {chosen} of {pages}.")
    return chosen


def part_of(table: Table, key: str, size: int, at: str = "") -> Table:
    """The page chosen of a long table; at first the one with the fact `at`, where a link has led."""
    rows = table.rows
    place = next((n for n, row in enumerate(rows) if _tells(row, at)), 0) if at else 0
    page = page_of(key, len(rows), size, place // size + 1, table.caption)
    return replace(table, rows=rows[(page - 1) * size : page * size])


def _tells(row: Sequence[Words], fact: str) -> bool:
    return any(run.fact == fact for cell in row for run in cell)


def force_choice(names: Mapping[str, str]) -> tuple[str, ...]:
    """The forces to show: one of two or both; of more, those chosen, as many as fit together.

    Of one force alone there is nothing to choose.
    """
    if len(names) > 2:
        if st.query_params.get_all(FORCE) == [BOTH]:
            st.query_params.pop(FORCE)
        usual = usual_forces(names)
        is_all = len(usual) == len(names)
        shown = f"{'All' if is_all else f'The first {len(usual)} of'} {len(names)} forces"
        chosen = several_of(FORCE, "Forces", names, most=MOST_TOGETHER, none_shown=shown)
        return chosen or usual
    if len(names) == 1:
        if st.query_params.get(FORCE) == BOTH:
            st.query_params.pop(FORCE)
        return (one_of(FORCE, "Force", names, next(iter(names)), draw=_not_drawn),)
    only = switch(FORCE, "Force", {BOTH: "Both forces", **names}, BOTH)
    return tuple(names) if only == BOTH else (only,)


def forces_kept(forces: Sequence[str], names: Mapping[str, str]) -> dict[str, str | list[str]]:
    """What a link keeps of the choice of forces: nothing where it is the usual one."""
    if set(forces) == set(usual_forces(names)):
        return {}
    return {FORCE: forces[0] if len(forces) == 1 else list(forces)}


def day_in(key: str, label: str, record: Record) -> dt.date | None:
    """A day of the record's history, `2024-08-01` in the address; None where none is asked for.

    A text that is no day, or a day before anything was public, gets a plain sentence.
    """
    asked = words(key, label, "a day such as 2024-08-01; empty for all").strip()
    if not asked:
        return None
    first = first_day(record)
    try:
        day = dt.date.fromisoformat(asked)
    except ValueError:
        st.warning(
            f"“{prose.unmarked(_short(asked))}” is not a day. Write it as 2024-08-01. Showing all."
        )
        return None
    if first is None or day < first:
        since = f" before {date_words(first)}" if first else ""
        st.warning(f"Nothing in this record was public{since}. Showing all.")
        return None
    return day


def any_in_address(*keys: str) -> bool:
    """Whether the address holds a choice for any of these, so that its control should stand open."""
    return any(key in st.query_params for key in keys)


def _required_segments(label: str, options: Sequence[str], **widget: object) -> object:
    return st.segmented_control(label, options, required=True, **widget)


def _not_drawn(*_: object, **__: object) -> None:
    """A choice of one: what the address asks for is still answered, and nothing is offered."""


def _write(key: str, default: object) -> None:
    value = st.session_state[key]
    if value == default or value in ([], None):
        st.query_params.pop(key, None)
    else:
        st.query_params[key] = value


def _write_yes(key: str) -> None:
    if st.session_state[key]:
        st.query_params[key] = "yes"
    else:
        st.query_params.pop(key, None)


def _offer(
    options: Mapping[str, str], asked: str, chosen: Callable[[str], Mapping[str, str | list[str]]]
) -> None:
    """Links to what may have been meant by an id that is not among the options."""
    links = [prose.chosen_link(options[key], **chosen(key)) for key in near(asked, options, 2)]
    if links:
        prose.paragraph(
            prose.joined_html(["Did you mean ", prose.joined_html(links, " or "), "?"], "")
        )


def _missing(asked: str) -> str:
    return missing_words(dataset.whole_record(), asked, dataset.day())


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:57]}..."
