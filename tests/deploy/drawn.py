"""A page drawn in a session without a browser, which may be had beside one in the same test.

For more than its headings: benchmarks/session_client.py.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect


def headings(address: str, page: str, headers: Mapping[str, str] = {}) -> list[str]:
    """The headings of the first level on a page, drawn in a new session of the server."""
    asked = BackMsg()
    asked.rerun_script.page_name = page
    found = []
    with connect(
        f"{address.replace('http', 'ws', 1)}/_stcore/stream",
        subprotocols=["streamlit"],
        max_size=None,
        additional_headers=headers,
    ) as socket:
        socket.send(asked.SerializeToString())
        for message in map(ForwardMsg.FromString, socket):
            if message.WhichOneof("type") == "script_finished":
                return found
            heading = message.delta.new_element.heading
            if heading.tag == "h1":
                found.append(heading.body)
    pytest.fail("The session ended before the page was drawn.")
