"""The dashboard's own pages as the framework starts an app: no settings of ours at work.

Nothing is read before the first reader comes, nothing is left out of garbage collection, and the
harness has it collect after every rerun (`--runner.postScriptGC true`), which is the default.
"""

from pathlib import Path

import streamlit as st

from components import assets, front_page, headers, published

app = st.App(
    Path(__file__).resolve().parents[2] / "components" / "frame.py",
    routes=[*published.routes(), *assets.routes(), *front_page.routes()],
    middleware=headers.middleware(),
)
