"""Ask the server's own routes for something, without a server."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from starlette.applications import Starlette


class Answer:
    def __init__(self, sent):
        self.status = sent[0]["status"]
        self.headers = {n.decode(): v.decode("latin-1") for n, v in sent[0]["headers"]}
        self.content = b"".join(message.get("body", b"") for message in sent[1:])

    @property
    def text(self):
        return self.content.decode()


def answer(routes, path, method="GET", query="", sent_as="", **headers):
    """What `routes` answer at a path, headers named with underscores.

    `sent_as` is the path as it came, before what is written as `%2F` was made a slash.
    """
    sent = []
    named = [(n.replace("_", "-").encode(), v.encode("latin-1")) for n, v in headers.items()]
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        **({"raw_path": sent_as.encode()} if sent_as else {}),
        "query_string": query.encode(),
        "headers": [(b"host", b"localhost:8501"), *named],
    }

    async def ask():
        asked = iter([{"type": "http.request", "body": b""}])

        async def receive():
            # Nothing more comes, and whoever asked stays until the answer is there.
            return next(asked, None) or await asyncio.Event().wait()

        async def send(message):
            sent.append(message)

        await Starlette(routes=routes)(scope, receive, send)

    # In a thread of its own: a browser test before this one leaves its loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, ask()).result()
    return Answer(sent)
