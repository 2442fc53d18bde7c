"""A reader's session without a browser: it speaks the framework's websocket protocol.

A session asks for a page, or chooses something in it, and waits until the script has finished. It
sends what a browser would: the address, the state of every control on the page, and which messages
it still holds from earlier runs, so that the server need not send them again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

RUNS_HELD = 2
"""For how many further runs a browser holds a message, which the server is told of."""


class NotDrawn(Exception):
    """The server did not draw the page soundly; the sentence says how."""


@dataclass
class Drawn:
    """One run of a page's script as the browser is told of it."""

    seconds: float
    """From sending what was asked until the script had finished."""
    titles: list[str] = field(default_factory=list)
    """Headings of the first level, in order."""
    html: list[str] = field(default_factory=list)
    received: int = 0
    """Bytes of all messages."""


@dataclass
class Control:
    """Something to choose with, and what is chosen."""

    state: WidgetState
    options: list[str]


class Session:
    """One reader's window. Use `await Session.opened(address)`, then `visit` and `choose`."""

    def __init__(self, socket: ClientConnection, address: str) -> None:
        self.socket = socket
        self.address = address
        self.query = ""
        self.page = ""
        self.pages: dict[str, str] = {}
        self.controls: dict[str, Control] = {}
        self._held: dict[str, tuple[ForwardMsg, int]] = {}
        self._runs = 0

    @classmethod
    async def opened(cls, address: str) -> Session:
        """A session on the server at an address such as http://localhost:8501."""
        stream = f"{address.replace('http', 'ws', 1)}/_stcore/stream"
        socket = await connect(
            stream, subprotocols=["streamlit"], max_size=None, compression=None, open_timeout=60
        )
        return cls(socket, address)

    async def close(self) -> None:
        """Leave."""
        await self.socket.close()

    async def visit(self, path: str, query: str = "") -> Drawn:
        """Go to a page, `history`, by its address; the first is at the empty one."""
        self.query, self.page, self.controls = query, path, {}
        return await self._run()

    async def choose(self, key: str, *options: str | int) -> Drawn:
        """Choose in the control of this key: options by their words, or by where they stand."""
        if key not in self.controls:
            raise NotDrawn(f"There is nothing to choose called {key}, only {list(self.controls)}.")
        control = self.controls[key]
        words = [
            control.options[o % len(control.options)] if isinstance(o, int) else o for o in options
        ]
        state = control.state
        match state.WhichOneof("value"):
            case "string_array_value":
                state.string_array_value.data[:] = words
            case "bool_value":
                state.bool_value = bool(words) and words[0] != "no"
            case _:
                state.string_value = words[0]
        return await self._run()

    async def _run(self) -> Drawn:
        asked = BackMsg()
        script = asked.rerun_script
        script.query_string = self.query
        if self.page in self.pages:
            script.page_script_hash = self.pages[self.page]
        else:
            script.page_name = self.page
        script.widget_states.widgets.extend(c.state for c in self.controls.values())
        script.cached_message_hashes.extend(self._held)
        context = script.context_info
        context.url, context.locale, context.timezone = (
            f"{self.address}/{self.page}",
            "en-GB",
            "UTC",
        )
        context.color_scheme = "light"
        drawn = Drawn(0.0)
        controls: dict[str, Control] = {}
        started = perf_counter()
        await self.socket.send(asked.SerializeToString())
        while True:
            data = await self.socket.recv(decode=False)
            drawn.received += len(data)
            message = ForwardMsg.FromString(data)
            kind = message.WhichOneof("type")
            if kind == "script_finished":
                drawn.seconds = perf_counter() - started
                if message.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    continue
                break
            self._take(message, kind, drawn, controls)
        if message.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
            raise NotDrawn("The script could not be compiled.")
        self.controls = controls
        self._let_go()
        return drawn

    def _take(
        self, message: ForwardMsg, kind: str | None, drawn: Drawn, controls: dict[str, Control]
    ) -> None:
        """Note what one message says of the page."""
        if kind == "ref_hash":
            held, _ = self._held[message.ref_hash]
            self._held[message.ref_hash] = (held, self._runs)
            message, kind = held, "delta"
        elif message.metadata.cacheable:
            self._held[message.hash] = (message, self._runs)
        if kind == "navigation":
            self.pages = {p.url_pathname: p.page_script_hash for p in message.navigation.app_pages}
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            element = message.delta.new_element
            self._see(element.WhichOneof("type"), element, drawn, controls)

    def _see(
        self, kind: str | None, element: Any, drawn: Drawn, controls: dict[str, Control]
    ) -> None:
        if kind == "exception":
            raise NotDrawn(f"{element.exception.type}: {element.exception.message}")
        if kind == "alert" and element.alert.body.startswith("This page could not be drawn"):
            raise NotDrawn(element.alert.body)
        if kind == "heading" and element.heading.tag == "h1":
            drawn.titles.append(element.heading.body)
        elif kind == "html":
            drawn.html.append(element.html.body)
        elif kind in CONTROLS:
            proto = getattr(element, kind)
            # An id ends in the key that the page gave: $$ID-<32 digits>-<key>
            key = proto.id.split("-", 2)[2]
            controls[key] = CONTROLS[kind](proto)
            before = self.controls.get(key)
            if before and before.state.id == proto.id and not proto.set_value:
                controls[key].state = before.state

    def _let_go(self) -> None:
        """Drop the messages that were not used for some runs, as a browser does."""
        self._held = {
            key: (held, used)
            for key, (held, used) in self._held.items()
            if self._runs - used < RUNS_HELD
        }
        self._runs += 1


def _one(proto: Any) -> Control:
    state = WidgetState(id=proto.id)
    chosen = proto.options[proto.default] if proto.options else ""
    state.string_value = proto.raw_value if proto.set_value else chosen
    return Control(state, list(proto.options))


def _several(options: Iterable[str], proto: Any) -> Control:
    options = list(options)
    chosen = proto.raw_values if proto.set_value else [options[i] for i in proto.default]
    state = WidgetState(id=proto.id)
    state.string_array_value.data[:] = chosen
    return Control(state, options)


def _yes(proto: Any) -> Control:
    chosen = proto.value if proto.set_value else proto.default
    return Control(WidgetState(id=proto.id, bool_value=chosen), ["no", "yes"])


def _words(proto: Any) -> Control:
    chosen = proto.value if proto.set_value else proto.default
    return Control(WidgetState(id=proto.id, string_value=chosen), [])


CONTROLS: dict[str, Callable[[Any], Control]] = {
    "selectbox": _one,
    "multiselect": lambda proto: _several(proto.options, proto),
    "button_group": lambda proto: _several((o.content for o in proto.options), proto),
    "checkbox": _yes,
    "text_input": _words,
}
