"""Themes down, years across, the forces beneath one another: what was raised again, at a glance.

A table in HTML rather than a chart, so that each mark is a link that keys and screen readers reach,
the sentence stands beside its row, and a narrow screen can lay it out anew. Marks differ by shape,
colour and word.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from components import prose
from inspection.measures import in_sentence
from inspection.recurrence import RecurrenceRow, ThemeLine
from inspection.sheets.of_theme import NO_LOOK
from inspection.sheets.of_thread import step_id
from inspection.theme_states import ThemeCell, ThemeState

Choices = Mapping[str, str | list[str]]
MARKS_ABREAST = 14
"""How many marks fit side by side; beyond that those of a year stand beneath one another."""


def draw(lines: Sequence[ThemeLine], forces: Mapping[str, str], choices: Choices) -> None:
    """The grid. `forces` gives the name of each, `choices` what a link from a mark keeps."""
    rows = [row for line in lines for row in line.rows if row]
    years = sorted({cell.year for row in rows for cell in row.cells})
    abreast = sum(max(len(_of(row, year)) for row in rows) for year in years)
    dense = " dense" if abreast > MARKS_ABREAST else ""
    head = "".join(f'<th scope="col">{year}</th>' for year in years)
    body = "".join(line_html(line, list(forces.values()), years, choices) for line in lines)
    caption = f"Themes by year of inspection: {', '.join(forces.values())}"
    st.html(
        '<a class="skip" href="#thread">Skip the marks</a>'
        f'<div class="table themes{dense}" role="region" tabindex="0" aria-label="{escape(caption)}">'
        f"<table><caption>{escape(caption)}</caption>"
        f'<thead><tr><th scope="col">Theme and force</th>{head}</tr></thead>{body}</table></div>'
    )


def legend() -> None:
    """The marks with their words."""
    marks = "".join(
        f'<li><span class="mark {state.value}"></span> {escape(state.label)}</li>'
        for state in ThemeState
    )
    narrow = (
        f'<li><span class="mark {ThemeState.RAISED.value} narrow"></span> '
        "A small mark: an inspection of one subject only</li>"
    )
    st.html(f'<ul class="marks">{marks}{narrow}</ul>')


def line_html(line: ThemeLine, names: Sequence[str], years: Sequence[int], choices: Choices) -> str:
    name = prose.link("recurring", line.theme_name, "thread", **choices, theme=line.theme)
    head = (
        f'<tr class="theme"><th scope="rowgroup" colspan="{len(years) + 1}">{name} '
        f'<span class="under">{escape(line.theme_about)}</span></th></tr>'
    )
    rows = (_row(row, force, years, choices) for row, force in zip(line.rows, names, strict=True))
    return f"<tbody>{head}{''.join(rows)}</tbody>"


def _row(row: RecurrenceRow | None, name: str, years: Sequence[int], choices: Choices) -> str:
    words = NO_LOOK
    cells = "<td></td>" * len(years)
    if row:
        words = escape(row.sentence)
        cells = "".join(_cell(row, year, choices) for year in years)
    return f'<tr><th scope="row">{escape(name)}<span class="under">{words}</span></th>{cells}</tr>'


def _cell(row: RecurrenceRow, year: int, choices: Choices) -> str:
    marks = "".join(_mark(cell, choices) for cell in _of(row, year))
    return f'<td data-year="{year}">{marks}</td>' if marks else "<td></td>"


def _of(row: RecurrenceRow, year: int) -> list[ThemeCell]:
    return [cell for cell in row.cells if cell.year == year]


def _mark(cell: ThemeCell, choices: Choices) -> str:
    """A mark that leads to its step in the thread; a dot for an inspection that did not look."""
    if cell.state is ThemeState.NOT_LOOKED_AT:
        return _shape(cell)
    narrow = ", an inspection of one subject only" if cell.is_narrow else ""
    words = escape(f"{cell.when}: {in_sentence(cell.state.label)}{narrow}")
    inner = prose.Html(f'{_shape(cell, words)}<span class="unseen">{words}</span>')
    where = {**choices, "theme": cell.theme, "inspection": cell.inspection}
    return prose.link("recurring", inner, step_id(cell.theme, cell.inspection), **where)


def _shape(cell: ThemeCell, title: str = "") -> str:
    narrow = " narrow" if cell.is_narrow and cell.looked else ""
    titled = f' title="{title}" aria-hidden="true"' if title else ""
    return f'<span class="mark {cell.state.value}{narrow}"{titled}></span>'
