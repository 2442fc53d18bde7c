"""The server of the dashboard: `streamlit run dashboard.py`, or `make run`.

Another record: `streamlit run dashboard.py -- --data PATH`, or INSPECTION_DATA=PATH.
"""

from __future__ import annotations

import asyncio
import gc
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path
from threading import Thread

import streamlit as st

from components import (
    assets,
    dataset,
    framework_files,
    front_page,
    headers,
    limits,
    listening,
    published,
    readiness,
)
from components.served_at import public_addresses

HEAVY = ("pandas", "plotly.graph_objects")
UNREADY = 4
"""What a server ends with that never had a sound record to show."""


@asynccontextmanager
async def warm(_app: st.App) -> AsyncIterator[None]:
    """Read the record and import what is slow to import before the first reader comes.

    An address that cannot be used stops the server here, with a sentence that says so.

    The socket is set to send at once, which the framework does not ask for.

    What is then in memory stays for good, so the garbage collector need not walk it again.

    A server that is stopped and never had a sound record ends with status UNREADY. Why so: whoever
    started it asks for its status, and the framework's own says only by what it was stopped.
    """
    for module in HEAVY:
        import_module(module)
    public_addresses()
    front_page.have_ready()
    edition = dataset.standing().edition
    listening.send_at_once()
    gc.collect()
    gc.freeze()
    if edition is not None:
        # Who searches before it is done waits for it; who reads does not.
        Thread(target=lambda: edition.search_index, daemon=True).start()
    yield
    if not dataset.has_been_sound():
        asyncio.get_running_loop().call_soon(sys.exit, UNREADY)


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
    routes=[*published.routes(), *assets.routes(), *readiness.routes(), *front_page.routes()],
    middleware=[*headers.middleware(), *limits.middleware(), *framework_files.middleware()],
    lifespan=warm,
    on_script_error=say_plainly,
)
