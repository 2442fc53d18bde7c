"""The grading grid on a page as a picture whose cells lead to what stands behind them."""

from __future__ import annotations

import streamlit as st

from components import charted
from components.charts.grading_heatmap import grading_heatmap
from inspection.addresses import Place
from inspection.grading import GradingGrid
from inspection.measures import joined
from inspection.model import Record


def picture(record: Record, grid: GradingGrid, key: str) -> None:
    """A block of the grid drawn; a cell leads to what stands behind it."""
    name = record.force[grid.force].name
    cycles = joined(column.name for column in grid.columns)
    others = [name for name in st.query_params if name != "cell"]
    kept = tuple((name, value) for name in others for value in st.query_params.get_all(name))
    cell = ("cell", f"{grid.force}.{charted.MARK_OF}")
    charted.chart(
        grading_heatmap,
        (grid,),
        key,
        f"Grades of {name}, {cycles}, the word in every cell. A table with the same cells follows.",
        leads_to=Place("grades", at="behind", choices=(*kept, cell)),
    )
