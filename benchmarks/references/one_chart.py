"""A bare page with one chart, drawn by the framework's own means."""

import streamlit as st
from chart import publications

st.title("One chart")
st.plotly_chart(publications("Both"))
