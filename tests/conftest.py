"""What every test starts from."""

from __future__ import annotations

import pytest
import streamlit as st


@pytest.fixture(autouse=True)
def _fresh_caches() -> None:
    """Streamlit's caches outlive a test within the process; nothing may lean on the one before."""
    st.cache_data.clear()
    st.cache_resource.clear()
