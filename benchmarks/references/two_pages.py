"""Two bare pages, for the time that a step from one to the other takes."""

import streamlit as st


def first():
    """One of them."""
    st.title("First")


def second():
    """The other."""
    st.title("Second")


st.navigation([st.Page(first, title="First"), st.Page(second, title="Second")]).run()
