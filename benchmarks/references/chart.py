"""The chart of the reference pages: forty made-up publications in time, of the size of ours."""

import plotly.graph_objects as go

FORCES = ("Both", "First", "Second")


def publications(force: str) -> go.Figure:
    """The figure as a page would build it, named after the force chosen."""
    figure = go.Figure()
    for row, name in enumerate(FORCES[1:]):
        if force not in ("Both", name):
            continue
        days = [f"{2011 + i * 3 // 4}-{1 + (i * 5 + row) % 12:02d}-15" for i in range(20)]
        figure.add_scatter(
            x=days, y=[name] * 20, mode="markers", name=name, marker={"size": 12}, text=days
        )
    figure.update_layout(title=f"Publications: {force}", height=420)
    return figure
