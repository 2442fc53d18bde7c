"""Where each force has its marks and its words in the upright timeline of a narrow screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Sized
from typing import NamedTuple

import plotly.graph_objects as go

from components.charts import NARROW, colour

YEARS = 38
"""How much room the years have, left of everything, in pixels."""
MARK, WORDS = 22, 36
"""Where marks and words stand, in pixels from the left of their column."""
MOST_COLUMNS = 2
"""So many forces have a column each; of more, each has a lane beside one column of words."""
LANE, HEAD = 18, 18
"""How far apart two lanes stand, and how tall the name of a force above them is."""


class Lane(NamedTuple):
    """Where a force has its marks and its words, and how wide these can be, in pixels.

    The words of forces in one column are kept apart from one another.
    """

    column: int
    mark: float
    words: float
    width: float


def force_lanes(forces: Sequence[str]) -> dict[str, Lane]:
    """A column for each of one or two forces; of more, lanes beside one column of words."""
    if len(forces) > MOST_COLUMNS:
        words = WORDS + LANE * (len(forces) - 1)
        room = NARROW - YEARS - words
        return {f: Lane(0, MARK + LANE * place, words, room) for place, f in enumerate(forces)}
    width = (NARROW - YEARS) / max(len(forces), 1)
    return {
        force: Lane(place, place * width + MARK, place * width + WORDS, width - WORDS)
        for place, force in enumerate(forces)
    }


def add_lanes(
    figure: go.Figure, lanes: Mapping[str, Lane], colours: Mapping[str, str], depth: float
) -> None:
    """A fine line down each lane, from the name of its force on."""
    for (force, lane), y in zip(lanes.items(), _head_places(lanes), strict=True):
        x = [lane.words - 4, lane.mark, lane.mark]
        figure.add_scatter(
            x=x, y=[y, y, depth], mode="lines", line={"color": colours[force], "width": 1},
            opacity=0.7, hoverinfo="skip", showlegend=False,
        )  # fmt: skip


def add_heads(figure: go.Figure, lanes: Mapping[str, Lane], names: Mapping[str, str]) -> None:
    """The name of each force above the lanes, one below the other as the lanes follow."""
    for (force, lane), y in zip(lanes.items(), _head_places(lanes), strict=True):
        figure.add_annotation(
            x=lane.words, y=y, text=f"<b>{names[force]}</b>", showarrow=False, xanchor="left",
            yanchor="middle", align="left", font={"color": colour("ink"), "size": 12}, borderpad=0,
        )  # fmt: skip


def _head_places(lanes: Sized) -> list[float]:
    """How far up from the first year the names of so many forces stand."""
    return [HEAD * (place + 0.5 - len(lanes)) for place in range(len(lanes))]
