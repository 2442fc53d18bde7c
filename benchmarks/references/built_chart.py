"""A page with one filter that builds its figure at each rerun."""

import streamlit as st
from chart import FORCES, publications

st.title("Built chart")
chosen = st.segmented_control("Force", FORCES, default="Both", key="force", required=True)
st.plotly_chart(publications(chosen))
