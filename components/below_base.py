"""The path of its host that the dashboard is served under, and routes below it."""

from __future__ import annotations

from starlette.routing import Match, Route
from starlette.types import Scope
from streamlit import get_option


class BelowBasePath(Route):
    """A route below the path the dashboard is served under, which the framework leaves to us.

    Why asked at every request: when routes are made, the settings may not have been found yet.
    """

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        path = path_below_base(scope)
        if path is None:
            return Match.NONE, {}
        return super().matches({**scope, "path": path, "root_path": ""})


def base_path() -> str:
    """The path the dashboard is served under, with its slashes: `/` unless set otherwise."""
    inner = str(get_option("server.baseUrlPath") or "").strip("/")
    return f"/{inner}/" if inner else "/"


def path_below_base(scope: Scope) -> str | None:
    """The path asked for below the dashboard's own: `/history`. None where it is not below it."""
    path: str = scope["path"]
    for outer in (scope.get("root_path", "").rstrip("/"), base_path().rstrip("/")):
        if outer and not path.startswith(f"{outer}/"):
            return None
        path = path.removeprefix(outer)
    return path
