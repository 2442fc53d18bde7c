"""What a meeting shows: one step in large type, and the ways to the steps before and after it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from components import charted, prose, theme_grid
from components.charts.grading_heatmap import grading_heatmap
from components.charts.register import register_figure, spoken_description
from inspection.addresses import Place
from inspection.dates import date_words
from inspection.document import Folded, Paragraph
from inspection.measures import joined, plural
from inspection.meeting_parts import Grades, InTime, Items, MeetingStep, Picture, Themes
from inspection.model import Record
from inspection.near import near
from inspection.sheets.pieces import source_links

MOST_SOURCES = 6
LONG = 560
"""An answer of more letters than this is set smaller, as is one that shares the screen."""
TALL = 7
"""With a grid of more rows than this all letters are smaller, so that it is seen as one."""
PAST = ' class="past"'
CURRENT = ' aria-current="step"'
FOLDED_FROM = 20
"""A list of so many steps stands folded."""

Choices = Mapping[str, str | list[str]]


def bar(
    steps: Sequence[MeetingStep],
    place: int | None,
    choices: Choices,
    version: str,
    past: dt.date | None,
) -> None:
    """Where one is, the ways back and on, which day and data version are shown, and the way out.

    `place` is None where no step is shown, `past` where everything known is.
    """
    day = f"As known on {date_words(past)}." if past else "Shown as known today."
    turn = ""
    step = None if place is None else steps[place]
    if place is not None:
        before = _way(steps[place - 1], "Previous", choices) if place else "Previous"
        after = _way(steps[place + 1], "Next", choices) if place + 1 < len(steps) else "Next"
        turn = (
            f'<nav class="turn" aria-label="Steps"><span>Step {place + 1} of {len(steps)}</span>'
            f'<span class="before">{before}</span><span class="after">{after}</span></nav>'
        )
    out = {key: value for key, value in choices.items() if key == "force"}
    leave = prose.link("overview", "Leave the meeting view", **out)
    grid = step.picture.grid if step and isinstance(step.picture, Grades) else None
    tall = " tall" if grid and len(grid.cells) > TALL else ""
    st.html(
        f'<div class="meeting{tall}">{turn}<p class="standing">'
        f"<span{PAST if past else ''}>{day} Data version {escape(version)}.</span> "
        f'<span class="leave">{leave}</span></p></div>'
    )


def body(record: Record, step: MeetingStep, day: dt.date) -> None:
    """The answer, the picture beside or below it, how to read them, the sources, the table."""
    match step.picture:
        case Grades():
            told, shown = st.columns([2, 3])
            with told:
                _answers(step)
                _behind(record, step)
            with shown:
                _picture(record, step.picture, day)
        case Items():
            told, shown = st.columns([2, 3])
            with told:
                _answers(step)
            with shown:
                _picture(record, step.picture, day)
                _behind(record, step)
        case picture:
            if not (isinstance(picture, Themes) and picture.is_answer):
                _answers(step)
            if picture:
                _picture(record, picture, day)
            _behind(record, step)
    if step.twin:
        summary = "The same as a table" if step.picture else "The rows behind this, as a table"
        prose.draw([Folded(summary, step.twin)])


def list_of(steps: Sequence[MeetingStep], place: int | None, choices: Choices) -> None:
    """Every step by number, the one that is shown marked; a long list stands folded."""
    items = "".join(
        f"<li{CURRENT if number == place else ''}>{_way(step, step.name, choices)}</li>"
        for number, step in enumerate(steps)
    )
    listed = f"<ol>{items}</ol>"
    if len(steps) >= FOLDED_FROM:
        listed = f"<details><summary>All {len(steps)} steps</summary>{listed}</details>"
    st.html(f'<nav class="steps" aria-label="All steps">{listed}</nav>')


def unknown(asked: str, steps: Sequence[MeetingStep], choices: Choices) -> None:
    """That there is no such step, with those whose names are near."""
    names = {step.key: step for step in steps}
    meant = near(asked, {step.key: step.name for step in steps})
    prose.answer(
        f"This meeting has no step “{asked[:90]}”.",
        "Did you mean one of these?" if meant else "All its steps stand below.",
    )
    prose.bullets(_way(names[key], names[key].name, choices) for key in meant)


def _way(step: MeetingStep, label: str, choices: Choices) -> prose.Html:
    return prose.link("meeting", label, **{**choices, "step": step.key})


def _answers(step: MeetingStep) -> None:
    several = len(step.answers) > 1
    is_long = several or step.picture or step.points or len(step.answers[0].words) > LONG
    answers = "".join(
        f"<section>{_name(told.force_name, told.words, several)}<p>{escape(told.words)}</p>"
        "</section>"
        for told in step.answers
    )
    points = "".join(f"<li>{prose.markup().words(point)}</li>" for point in step.points)
    st.html(
        f'<div class="told{" long" if is_long else ""}"><div class="answer">{answers}</div>'
        f"{f'<ol>{points}</ol>' if points else ''}</div>"
    )


def _name(name: str, words: str, several: bool) -> str:
    is_told = name in words and not several
    return "" if is_told or not name else f'<p class="force">{escape(name)}</p>'


def _picture(record: Record, picture: Picture, day: dt.date) -> None:
    match picture:
        case InTime(rows):
            named = {force.id for force in record.forces} & {row.force for row in rows}
            forces = [force.id for force in record.forces if force.id in named]
            charted.inspections_in_time(rows, forces, "meeting-timeline")
        case Grades(grid):
            name = record.force[grid.force].name
            cycles = joined(column.name for column in grid.columns)
            chosen = (("force", grid.force), ("programme", grid.programme))
            cell = ("cell", f"{grid.force}.{charted.MARK_OF}")
            charted.chart(
                grading_heatmap,
                (grid,),
                "meeting-grades",
                f"Grades of {name}, {cycles}, the word in every cell. A table with the same cells "
                "follows.",
                leads_to=Place("grades", at="behind", choices=(*chosen, cell)),
            )
        case Items(rows):
            charted.chart(
                register_figure,
                (tuple(rows), day),
                "meeting-items",
                spoken_description(rows, day),
                leads_to=Place("progress", charted.MARK_OF),
            )
        case Themes():
            _themes(picture)


def _themes(picture: Themes) -> None:
    """The marks of a few themes by year, each force on a line with its sentence."""
    rows = [row for line in picture.lines for row in line.rows if row]
    years = sorted({cell.year for row in rows for cell in row.cells})
    head = "".join(f'<th scope="col">{year}</th>' for year in years)
    chosen = {"force": rows[0].force} if len(picture.names) == 1 else {}
    # One force is named once, at the head, and not on every line.
    several = len(picture.names) > 1
    names, named = (picture.names, "Theme") if several else ([""], picture.names[0])
    body = "".join(theme_grid.line_html(line, names, years, chosen) for line in picture.lines)
    bare = "" if picture.is_answer else " bare"
    caption = f"Themes by year of inspection: {', '.join(picture.names)}"
    st.html(
        f'<div class="table themes{bare}" role="region" tabindex="0" aria-label="{escape(caption)}">'
        f"<table><caption>{escape(caption)}</caption>"
        f'<thead><tr><th scope="col">{escape(named)}</th>{head}</tr></thead>{body}</table></div>'
    )
    theme_grid.legend()


def _behind(record: Record, step: MeetingStep) -> None:
    """How to read it fairly; the sources in short form, the first few in sight; the page in full."""
    markup = prose.markup()
    if step.note:
        prose.draw([Paragraph(step.note, quiet=True)])
    shown, others = step.sources[:MOST_SOURCES], step.sources[MOST_SOURCES:]
    told = f"Sources: {markup.words(source_links(record, shown))}. " if shown else ""
    full = f'<span class="full">In full: {markup.words((step.in_full,))}</span>'
    more = ""
    if others:
        more = (
            f"<details><summary>{plural(len(others), 'more source')}</summary>"
            f"<p>{markup.words(source_links(record, others))}</p></details>"
        )
    st.html(f'<div class="behind"><p>{told}{full}</p>{more}</div>')
