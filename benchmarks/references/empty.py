"""An empty page: a heading and nothing else, as the framework comes."""

import streamlit as st

st.title("Empty")
