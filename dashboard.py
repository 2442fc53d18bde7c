"""The server of the dashboard: `streamlit run dashboard.py`, or `make run`.

Another record: `streamlit run dashboard.py -- --data PATH`, or INSPECTION_DATA=PATH.
"""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path

import streamlit as st

from components import assets, dataset, front_page, headers, published
from components.served_at import public_addresses

HEAVY = ("pandas", "plotly.graph_objects")


@asynccontextmanager
async def warm(_app: st.App) -> AsyncIterator[None]:
    """Read the record and import what is slow to import before the first reader comes.

    An address that cannot be used stops the server here, with a sentence that says so.

    What is then in memory stays for good, so the garbage collector need not walk it again.
    """
    for module in HEAVY:
        import_module(module)
    public_addresses()
    assets.assets()
    if (edition := dataset.standing().edition) is not None:
        edition.search_index  # noqa: B018  # worked out once, here
    gc.collect()
    gc.freeze()
    yield


def say_plainly(_error: Exception) -> bool:
    """Give a reader a sentence where a page has failed; the traceback is in the server's log.

    True tells the framework that enough has been shown, which in development it has not.
    """
    if st.get_option("client.showErrorDetails") != "none":
        return False
    st.error(
        "This page could not be drawn. The fault is in the dashboard, not in what you did, and is "
        "noted in the server's log. The other pages may still work.",
        icon=":material/error:",
    )
    return True


app = st.App(
    Path(__file__).resolve().parent / "components" / "frame.py",
    routes=[*published.routes(), *assets.routes(), *front_page.routes()],
    middleware=headers.middleware(),
    lifespan=warm,
    on_script_error=say_plainly,
)
