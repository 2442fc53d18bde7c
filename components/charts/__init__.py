"""Charts: functions from rows of the domain to a plotly figure. They never filter and never draw.

Colours are written by name, `var(--ink)`, as in a style sheet; whatever draws the figure puts in
those of the reader's light or dark page (charts.js). Sizes are for letters of sixteen pixels and
are drawn larger where the reader has set larger ones. A figure that has to be laid out anew on a
narrow screen takes `narrow`: it is made for NARROW pixels.
"""

from __future__ import annotations

from plotly.graph_objects import Figure

from inspection.look import COLOURS, FONT

NARROW = 340
"""The width that a narrow figure is made for; a phone of 390 pixels leaves a little more."""


def colour(name: str) -> str:
    """A colour of the product (look.py) as a figure names it; KeyError where there is none."""
    COLOURS[name]
    return f"var(--{name})"


def force_colours(forces: int) -> list[str]:
    """A colour for each of so many forces in their order; after the fourth they begin anew."""
    return [colour(f"force-{place % 4 + 1}") for place in range(forces)]


def laid_out(figure: Figure, height: int, **layout: object) -> Figure:
    """A figure in the product's dress: readable tick text, no zoom traps, the page's own ground."""
    words = {"color": colour("ink"), "size": 13}
    axis = {
        "gridcolor": colour("hair"),
        "zeroline": False,
        "showline": False,
        "tickfont": words,
        "linecolor": colour("hair"),
        "fixedrange": True,
        "automargin": True,
        "ticks": "",
    }
    figure.update_layout(
        template=None,
        height=height,
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font=words | {"family": f"{FONT}, sans-serif"},
        hoverlabel={
            "bgcolor": colour("ground"),
            "bordercolor": colour("edge"),
            "font": words,
            "align": "left",
        },
        legend={"font": words, "itemclick": False, "itemdoubleclick": False},
        dragmode=False,
        **layout,
    )
    figure.update_xaxes(**axis)
    figure.update_yaxes(**axis)
    return figure


def folded(text: str, width: int) -> str:
    """Text broken into lines of about `width` characters for a hover label or an axis."""
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "<br>".join([*lines, line])
