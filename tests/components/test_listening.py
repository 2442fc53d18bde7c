"""Small messages do not wait: on the socket that the framework opens, and on what it accepts."""

import asyncio
import gc
import socket
from contextlib import closing, contextmanager

import dashboard
from components.listening import send_at_once


@contextmanager
def listening(address="127.0.0.1", family=socket.AF_INET):
    """A socket opened as the framework opens its own: without naming a protocol."""
    with closing(socket.socket(family=family)) as listener:
        listener.bind((address, 0))
        listener.listen()
        yield listener


def sends_at_once(listener):
    """Whether a reader who comes to this socket is sent things at once."""
    with closing(socket.create_connection(listener.getsockname()[:2])):
        accepted, _ = listener.accept()
        with closing(accepted):
            return bool(accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))


def test_what_is_accepted_on_a_listening_socket_is_sent_at_once():
    with listening() as old, listening("::1", socket.AF_INET6) as new:
        assert [sends_at_once(old), sends_at_once(new)] == [False, False]
        send_at_once()
        assert [sends_at_once(old), sends_at_once(new)] == [True, True]


def test_sockets_of_other_kinds_are_left_alone():
    with closing(socket.socket()) as client, closing(socket.socket(type=socket.SOCK_DGRAM)):
        shut = socket.socket()
        shut.close()
        send_at_once()
        assert client.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) == 0


def test_the_server_sends_at_once_from_its_start():
    async def started():
        async with dashboard.warm(dashboard.app):
            return sends_at_once(listener)

    try:
        with listening() as listener:
            assert asyncio.run(started())
    finally:
        gc.unfreeze()
