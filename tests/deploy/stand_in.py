"""Stand-ins for processes of the dashboard, which tell what nginx asked them."""

import gzip
import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

SCRIPT = b"/* as a process sends it */\n" * 100
FOR_A_YEAR = "public, immutable, max-age=31536000"


class Process(ThreadingHTTPServer):
    """What stands in for a process of the dashboard: it answers and remembers the questions."""

    daemon_threads = True

    def __init__(self, holds=""):
        super().__init__(("127.0.0.1", 0), Asked)
        self.address = f"127.0.0.1:{self.server_address[1]}"
        self.holds = holds
        self.asked = []


class Asked(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self):
        self.server.asked.append((self.path, dict(self.headers)))
        if self.path.startswith("/media/") and self.path != self.server.holds:
            self.answer(404, b"No such file", {})
        elif self.path.startswith("/static/"):
            packed = gzip.compress(SCRIPT, mtime=0)
            self.answer(200, packed, {"Content-Encoding": "gzip", "Cache-Control": FOR_A_YEAR})
        elif self.headers["If-None-Match"] == '"as it is"':
            self.answer(304, b"", {"ETag": '"as it is"', "Cache-Control": "no-cache"})
        elif self.path.startswith("/record/"):
            self.answer(200, SCRIPT, {"ETag": '"as it is"', "Cache-Control": "no-cache"})
        else:
            self.answer(200, json.dumps(dict(self.headers)).encode(), {})

    def answer(self, status, content, headers):
        self.send_response(status)
        for name, value in {
            "Content-Type": "text/javascript",
            "Vary": "Accept-Encoding",
            **headers,
        }.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_words):
        """Keep quiet."""


@contextmanager
def standing_in(*holding):
    """A process for each file named, which it alone holds, until the block ends."""
    standing = [Process(holds) for holds in holding]
    for process in standing:
        threading.Thread(target=process.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield standing
    finally:
        for process in standing:
            process.shutdown()
            process.server_close()
