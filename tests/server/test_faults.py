"""Real servers whose data is spoilt, taken away and mended, and whose disk takes nothing.

What is waited for is a state of the server: `/ready` looks at the data before it answers.
"""

import asyncio
import re
import shutil
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from contextlib import asynccontextmanager

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.session_client import Session
from tests.browser.conftest import ROOT, serving, unused_port
from tests.small_folder import SPOILT, empty, put, small_folder, write_version

MOMENT = re.compile(r"\d+ \w+ \d{4}, \d\d:\d\d UTC")
NEVER_SOUND = 4
WAIT_SECONDS = 120
"""For one session: a server that says nothing more would be listened to for ever."""


class Window(Session):
    """A reader's session that also notes what the frame says and what can be taken away."""

    def _see(self, kind, element, drawn, controls):
        if kind == "alert":
            self.alerts.append(element.alert.body)
        elif kind == "code":
            self.codes.append(element.code.code_text)
        elif kind == "download_button":
            self.downloads[element.download_button.label] = element.download_button
        super()._see(kind, element, drawn, controls)

    def _take(self, message, kind, drawn, controls):
        if kind == "new_session":
            self.id = message.new_session.initialize.session_id
        super()._take(message, kind, drawn, controls)

    async def visit(self, path, query=""):
        self.alerts, self.codes, self.downloads = [], [], {}
        return await super().visit(path, query)

    async def taken_away(self, label):
        """The file behind a button that has it made when it is pressed."""
        asked = BackMsg()
        operation = asked.backend_operation_request
        operation.request_id, operation.session_id = label, self.id
        operation.deferred_file.file_id = self.downloads[label].deferred_file_id
        await self.socket.send(asked.SerializeToString())
        while True:
            message = ForwardMsg.FromString(await self.socket.recv(decode=False))
            if message.WhichOneof("type") == "backend_operation_response":
                url = message.backend_operation_response.deferred_file.url
                return fetched(f"{self.address}{url}")[1]


@asynccontextmanager
async def window(server):
    """A reader's session that is there until the block ends; the block fails where it takes too long."""
    async with asyncio.timeout(WAIT_SECONDS):
        opened = await Window.opened(server.address)
        yield opened
        await opened.close()


def fetched(url):
    """Status and text of an address."""
    try:
        with urllib.request.urlopen(url, timeout=30) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def ready(server):
    """Status and lines of what the server says of itself, after it has looked at its data."""
    status, text = fetched(f"{server.address}/ready")
    return status, text.splitlines()


def version_shown(drawn):
    return re.findall(r"Data version (\S+),", " ".join(drawn.html))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return small_folder(tmp_path_factory.mktemp("server") / "data")


@pytest.fixture(scope="module")
def server(folder, tmp_path_factory):
    """A server whose data is broken when it starts."""
    tmp_path = tmp_path_factory.mktemp("log")
    kept = (folder / "base.yaml").read_bytes()
    empty(folder / "base.yaml")
    with pytest.MonkeyPatch.context() as set_to:
        set_to.setenv("INSPECTION_SNAPSHOTS", str(tmp_path / "snapshots"))
        with serving(tmp_path / "server.log", data=folder) as server:
            server.sound = kept
            yield server


def test_a_server_that_never_had_a_sound_record_says_so_everywhere_and_comes_to_by_itself(
    server, folder
):
    assert fetched(f"{server.address}/_stcore/health") == (200, "ok")
    status, lines = ready(server)
    assert (status, lines[0]) == (503, "not ready")
    assert lines[1].startswith("the data has 1 error, 0 warnings, since ")
    assert fetched(f"{server.address}/record/")[0] == 503

    async def visit():
        async with window(server) as reader:
            drawn = await reader.visit("grades")
            assert drawn.titles == ["The record cannot be shown"]
            assert reader.codes[0].startswith("data/base.yaml:1:1  S05  The file is empty.")
            assert MOMENT.search(" ".join(drawn.html))

    asyncio.run(visit())
    assert "Traceback" not in server.log.read_text()
    put(folder / "base.yaml", server.sound)
    assert ready(server) == (200, ["ready", "data version 1.0.0"])
    asyncio.run(sees_sound_page(server))


async def sees_sound_page(server):
    async with window(server) as reader:
        drawn = await reader.visit("history")
        assert (drawn.titles, version_shown(drawn), reader.alerts) == (["History"], ["1.0.0"], [])


@pytest.mark.parametrize("spoil", SPOILT)
def test_a_fault_of_a_file_keeps_the_last_sound_edition_with_its_time_and_is_logged_once(
    server, folder, spoil
):
    """Each reader had the page open before; and what is mended is shown without a restart."""
    put(folder / "base.yaml", server.sound)
    assert ready(server)[1] == ["ready", "data version 1.0.0"]

    async def read_on():
        async with window(server) as reader:
            await reader.visit("history")
            before = server.log.stat().st_size
            spoil(folder / "base.yaml")
            drawn = await reader.visit("history")
            assert (drawn.titles, version_shown(drawn)) == (["History"], ["1.0.0"])
            told = reader.alerts
            assert len(told) == 1
            assert len(MOMENT.findall(told[0])) == 2
            await reader.visit("grades")
            assert reader.alerts == told
            status, lines = ready(server)
            assert (status, lines[1]) == (200, "data version 1.0.0")
            assert lines[2].startswith("newer data has ")
            logged = server.log.read_text()[before:]
            assert logged.count("the last sound edition is shown:") == 1
            code, place = SPOILT[spoil]
            assert re.search(rf"^\S*{place}\S*  {code}  ", logged, re.M)
            assert "Traceback" not in logged
            put(folder / "base.yaml", server.sound)
            await reader.visit("history")
            assert reader.alerts == []

    asyncio.run(read_on())


def test_what_is_taken_away_from_a_page_is_of_the_day_and_the_edition_of_that_page(server, folder):
    put(folder / "base.yaml", server.sound)

    async def take():
        async with window(server) as reader:
            await reader.visit("data", "as-known-on=2019-01-01")
            write_version(folder / "base.yaml", "2.0.0")
            assert ready(server)[1] == ["ready", "data version 2.0.0"]
            return await reader.taken_away("Whole record as JSON"), await reader.taken_away(
                "Whole record as YAML"
            )

    json_text, yaml_text = asyncio.run(take())
    assert '"version": "1.0.0"' in json_text
    assert "eastshire-2018" in json_text
    assert "eastshire-2022" not in json_text
    assert "version: 1.0.0" in yaml_text


def test_a_server_that_ends_without_a_sound_record_says_so_by_its_status(tmp_path):
    with serving(tmp_path / "server.log", data=tmp_path / "nowhere") as server:
        assert ready(server)[0] == 503
        server.process.send_signal(signal.SIGTERM)
        assert server.process.wait(20) == NEVER_SOUND
    assert "There is no such file or folder." in server.log.read_text()
    assert "Traceback" not in server.log.read_text()


def may_mount():
    found = shutil.which("unshare")
    return (
        bool(found) and subprocess.run([found, "-m", "true"], capture_output=True).returncode == 0
    )


needs_mounting = pytest.mark.skipif(
    not may_mount(), reason="a disk can only be made full or read-only by who may mount one"
)


@needs_mounting
def test_a_full_disk_and_a_read_only_tree_cost_the_snapshot_and_nothing_else(
    folder, server, tmp_path
):
    put(folder / "base.yaml", server.sound)
    snapshots = tmp_path / "snapshots"
    snapshots.mkdir()
    port = unused_port()
    start = (
        f"mount -t tmpfs -o size=4k,mode=700 tmpfs {snapshots} && mount --bind {ROOT} {ROOT} && "
        f"mount -o remount,bind,ro {ROOT} && cd {ROOT} && if touch dashboard.py; then exit 1; fi && "
        f"export INSPECTION_SNAPSHOTS={snapshots} && "
        f"exec {sys.executable} -m streamlit run dashboard.py --server.port {port}"
    )
    command = ["unshare", "-m", "sh", "-c", start]
    with serving(tmp_path / "server.log", command, folder, port) as other:
        asyncio.run(sees_sound_page(other))
        logged = other.log.read_text()
    assert logged.count("No snapshot was written: no space left on device.") == 1
    assert "Traceback" not in logged


@needs_mounting
def test_a_read_only_folder_for_snapshots_costs_the_snapshot_and_nothing_else(
    folder, server, tmp_path
):
    put(folder / "base.yaml", server.sound)
    opened = (
        "import sys, pathlib; from inspection.snapshot import opened; "
        "found = opened(*map(pathlib.Path, sys.argv[1:])); "
        "print(found.record.release.version, found.note)"
    )
    start = f"mount -t tmpfs -o ro,mode=700 tmpfs {tmp_path} && exec {sys.executable} -c '{opened}' $0 $1"
    command = ["unshare", "-m", "sh", "-c", start, str(folder), str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.stdout == "1.0.0 No snapshot was written: read-only file system.\n"
