"""The socket on which the server listens, which the framework opens."""

from __future__ import annotations

import gc
import socket


def send_at_once() -> None:
    """Have what is written to a reader sent at once, however little it is.

    A rerun is some dozens of small messages. Without this the second waits until the reader's side
    has acknowledged the first, which a proxy or a program puts off for up to 40 ms. Python's event
    loop asks for it by itself, but not for a socket opened without naming its protocol, as the
    framework opens its own. What is accepted on a socket takes over how that is set.

    Why by way of the garbage collector: the framework hands its socket to nobody.
    """
    for held in gc.get_objects():
        if isinstance(held, socket.socket) and _listens_for_tcp(held):
            held.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _listens_for_tcp(held: socket.socket) -> bool:
    if held.fileno() < 0 or held.type != socket.SOCK_STREAM:
        return False
    is_internet = held.family in (socket.AF_INET, socket.AF_INET6)
    return is_internet and bool(held.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))
