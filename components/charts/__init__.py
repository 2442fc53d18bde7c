"""Charts: functions from rows of the domain to a plotly figure. They never filter and never draw."""

from __future__ import annotations

from plotly.graph_objects import Figure

from components.palette import Palette


def laid_out(figure: Figure, palette: Palette, height: int, **layout: object) -> Figure:
    """A figure in the product's dress: readable tick text, no zoom traps, the page's own ground."""
    axis = {
        "gridcolor": palette.line,
        "zeroline": False,
        "tickfont": {"color": palette.ink, "size": 13},
        "linecolor": palette.line,
        "fixedrange": True,
        "automargin": True,
        "ticks": "",
    }
    figure.update_layout(
        height=height,
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"color": palette.ink, "size": 13, "family": "Source Sans, sans-serif"},
        hoverlabel={
            "bgcolor": palette.ground,
            "bordercolor": palette.line,
            "font": {"color": palette.ink, "size": 13},
            "align": "left",
        },
        legend={"font": {"color": palette.ink, "size": 13}, "itemclick": False},
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
