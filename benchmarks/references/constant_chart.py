"""A page with one filter whose charts stand ready; run with the dashboard's settings.

What is in memory after the first run is left out of garbage collection, as the dashboard does.
"""

import gc

import streamlit as st
from chart import FORCES, publications


@st.cache_resource
def figures():
    """Each figure, built once for all readers."""
    built = {force: publications(force) for force in FORCES}
    gc.collect()
    gc.freeze()
    return built


st.title("Constant chart")
chosen = st.segmented_control("Force", FORCES, default="Both", key="force", required=True)
st.plotly_chart(figures()[chosen])
