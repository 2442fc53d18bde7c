"""The grading grid on a page as a picture whose cells can be chosen."""

from __future__ import annotations

import streamlit as st

from components import charted
from components.charts.grading_heatmap import grading_heatmap
from inspection.grading import GradingGrid
from inspection.measures import joined
from inspection.model import Record


def picture(record: Record, grid: GradingGrid, key: str) -> None:
    """A block of the grid drawn; a cell that is chosen goes into the address."""
    name = record.force[grid.force].name
    cycles = joined(column.name for column in grid.columns)
    chosen = charted.chosen_mark(
        grading_heatmap(grid, charted.page_palette()),
        key,
        f"Grades of {name}, {cycles}, the word in every cell. A table with the same cells follows.",
    )
    if isinstance(chosen, list):
        st.query_params["cell"] = ".".join([grid.force, *chosen])
