"""The static twin: how many of its pages one nginx hands out, on this machine."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import monotonic, sleep

from benchmarks.rows import Row
from benchmarks.servers import ROOT, unused_port

AT_ONCE = 20
SETTINGS = """
daemon off; worker_processes 1; pid {folder}/pid; error_log stderr;
events {{ }}
http {{
  access_log off; default_type text/html; charset utf-8;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fcgi; uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  server {{ listen 127.0.0.1:{port}; root {folder}/record; keepalive_requests 1000000; }}
}}
"""


def measure(quick: bool) -> Iterator[Row]:
    """The one row."""
    with tempfile.TemporaryDirectory() as folder, nginx(Path(folder)) as port:
        root = Path(folder) / "record"
        pages = ["/" + str(page.relative_to(root)) for page in sorted(root.rglob("*.html"))]
        seconds = 2 if quick else 10
        counts = asyncio.run(_asked(port, pages, monotonic() + seconds))
        size = statistics.mean((root / page[1:]).stat().st_size for page in pages) / 1000
    yield Row(
        "twin.pages", "Static pages a second, one nginx process", "/s", sum(counts) / seconds,
        note=f"{len(pages)} documents in turn, {size:,.0f} kB each on the mean, not compressed.",
    )  # fmt: skip


@contextlib.contextmanager
def nginx(folder: Path) -> Iterator[int]:
    """The published record behind nginx, at a port, until the block ends."""
    found = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if found is None:
        raise SystemExit("This part needs nginx (Debian: apt-get install nginx-light).")
    publish = [sys.executable, "-m", "inspection", "publish", str(folder / "record")]
    subprocess.run(publish, cwd=ROOT, check=True, capture_output=True)
    port = unused_port()
    settings = folder / "nginx.conf"
    settings.write_text(SETTINGS.format(folder=folder, port=port))
    folder.chmod(0o755)
    running = subprocess.Popen(
        [found, "-p", str(folder), "-e", "stderr", "-c", str(settings)], stderr=subprocess.DEVNULL
    )
    try:
        while not (folder / "pid").exists():
            if running.poll() is not None:
                raise RuntimeError("nginx did not start.")
            sleep(0.05)
        yield port
    finally:
        running.terminate()
        running.wait()


async def _asked(port: int, pages: Sequence[str], until: float) -> list[int]:
    """How many pages each of several connections was sent whole."""

    async def one(start: int) -> int:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        count = 0
        for page in itertools.islice(itertools.cycle(pages), start, None):
            writer.write(f"GET {page} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
            head = await reader.readuntil(b"\r\n\r\n")
            if not head.startswith(b"HTTP/1.1 200"):
                raise RuntimeError(f"{page}: {head[:60]!r}")
            length = head.lower().partition(b"content-length:")[2].split(maxsplit=1)[0]
            await reader.readexactly(int(length))
            count += 1
            if monotonic() > until:
                break
        writer.close()
        return count

    step = max(1, len(pages) // AT_ONCE)
    return await asyncio.gather(*(one(number * step) for number in range(AT_ONCE)))
