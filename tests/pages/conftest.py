"""Opening pages without a browser: the frame is run and draws the page, as on the server.

`open_page("history", force="northumbria")` is a visit to /history?force=northumbria. It returns the
app after its first run; `app.run()` after a change is a rerun. Choices that pages write to the
address are seen in `app.query_params`, links in the text of `app.html`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[2]
FRAME = ROOT / "components" / "frame.py"
SECONDS = 20

Visit = Callable[..., AppTest]


@pytest.fixture(autouse=True)
def _fresh_caches() -> None:
    """Streamlit's caches outlive a test within the process; nothing may lean on the one before."""
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture
def open_page() -> Visit:
    """Visit a page by its key, with choices in the address; a list repeats its parameter."""

    def visit(key: str, **parameters: str | list[str]) -> AppTest:
        app = AppTest.from_file(FRAME, default_timeout=SECONDS)
        app.context = {"url": f"http://localhost:8501/{key}"}
        app.switch_page(f"../pages/{key}.py")
        for name, value in parameters.items():
            app.query_params[name] = value
        return app.run()

    return visit


@pytest.fixture
def html_text() -> Callable[[AppTest], str]:
    """All HTML that the frame and the page drew, in order."""
    return lambda app: "\n".join(element.value for element in app.get("html"))
