"""A chart on a page: drawn in the page's light or dark colours, described, and free of traps."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from plotly.graph_objects import Figure
from streamlit.delta_generator import DeltaGenerator

from components.palette import DARK, LIGHT, Palette

PLAIN = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "responsive": True}


def page_palette() -> Palette:
    """The colours that fit the theme the reader's page is in."""
    return DARK if st.context.theme.type == "dark" else LIGHT


def chart(figure: Figure, key: str, alt: str) -> None:
    """A chart with its description in words."""
    with _frame(key):
        st.plotly_chart(figure, key=key, alt=alt, config=PLAIN, theme=None)


def chosen_mark(figure: Figure, key: str, alt: str) -> object | None:
    """A chart whose marks can be chosen: the `customdata` of a mark, once for each choosing.

    Why once: the framework reports the last choice at every rerun, long after a reader has gone on
    to choose something else in another way.
    """
    with _frame(key):
        event = st.plotly_chart(
            figure,
            key=key,
            alt=alt,
            config=PLAIN,
            theme=None,
            on_select="rerun",
            selection_mode="points",
        )
    points: Sequence[dict[str, object]] = event["selection"]["points"]
    chosen = points[0].get("customdata") if points else None
    known = f"_chosen_{key}"
    is_new = chosen is not None and st.session_state.get(known) != chosen
    st.session_state[known] = chosen
    return chosen if is_new else None


def _frame(key: str) -> DeltaGenerator:
    """The box of a chart: on a narrow screen the chart keeps its width and scrolls within it."""
    return st.container(key=f"chart-{key}")
