"""Leads what a full room asks for again and again straight to its route.

Before a route, Streamlit looks up sessions and compresses; saving and hearing have use for neither, and in a full room
it is a fifth of their work.
"""

from collections.abc import Iterable

from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send


class Direct:
    """Middleware in front of Streamlit's own. It hands some requests to their routes, and passes on all others."""

    def __init__(self, app: ASGIApp, routes: Iterable[Route]) -> None:
        self._app = app
        self._routes = {(method, route.path): route.app for route in routes for method in route.methods or ()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        asked = (scope.get("method", ""), scope.get("path", ""))
        await self._routes.get(asked, self._app)(scope, receive, send)
