"""Who asks: the address of a reader, behind whatever proxies stand before the server."""

from __future__ import annotations

from ipaddress import IPv4Network, IPv6Address, ip_address, ip_network

from starlette.datastructures import Headers
from starlette.types import Scope

PROXIES = "FORWARDED_ALLOW_IPS"
"""Environment variable, the server's own: proxies that are believed when they say who asks."""


def proxies(text: str) -> list[str]:
    """The proxies named, each also as a server that listens for both kinds of address sees it.

    Without a server address the framework listens that way, and a proxy on the same machine is then
    not known by its name.
    """
    named = [name.strip() for name in text.split(",") if name.strip()]
    return named + [mapped for name in named if (mapped := _mapped(name))]


def _mapped(name: str) -> str:
    try:
        network = ip_network(name)
    except ValueError:
        return ""
    if not isinstance(network, IPv4Network):
        return ""
    return f"::ffff:{network.network_address}/{96 + network.prefixlen}"


def client_of(scope: Scope) -> str:
    """Whose allowance a question counts against; empty for this machine itself.

    An IPv6 network of 64 bits is one client: whoever has one address of it has them all. A question
    that a proxy has handed on is never this machine's own, whatever it says of where it came from.
    """
    is_handed_on = any(name == b"x-forwarded-for" for name, _ in scope.get("headers", ()))
    host = scope["client"][0] if scope.get("client") else ""
    try:
        address = ip_address(host)
    except ValueError:
        return str(host)
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is None:
            network = ip_network((int(address), 64), strict=False)
            return "" if address.is_loopback and not is_handed_on else str(network)
        address = address.ipv4_mapped
    return "" if address.is_loopback and not is_handed_on else str(address)


def is_from_elsewhere(scope: Scope) -> bool:
    """Whether a page of another site asks, as a browser says: one of another host or another port."""
    headers = Headers(scope=scope)
    origin = headers.get("origin")
    return origin is not None and origin.partition("://")[2] != headers.get("host")


def without_origin(scope: Scope) -> Scope:
    """The same question without the site that asks it, for the framework to answer.

    Why: to learn whether a site is its own, the framework asks a host on the internet for its own
    address, and nobody else is answered until that host has answered or a second or two have passed.
    Nothing it has is for other sites, and what we publish is for all of them.
    """
    return {**scope, "headers": [pair for pair in scope["headers"] if pair[0] != b"origin"]}
