"""Refuses what another site sends, and lets no page load anything from another site.

It is stricter than Streamlit's own check, which compares with addresses of the server that it looks up, one
of them on the internet. Here the sender must be the very host that the browser asked for.
"""

from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from engine.access.cookies import NAMES
from engine.language import _
from engine.routes.pages import told

POLICY = (
    "default-src 'self'",
    "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    "connect-src 'self' ws: wss: data: blob:",
    "frame-src 'self' blob:",
    "frame-ancestors 'self'",
    "base-uri 'self'",
    "form-action 'self'",
    "object-src 'none'",
)
"""What a page may load: nothing from outside. Streamlit needs the inline scripts and styles."""
ADDED = {
    "Content-Security-Policy": "; ".join(POLICY),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}
_ADDED = [(name.lower().encode(), value.encode()) for name, value in ADDED.items()]
"""The same, as they are sent."""
_SNIFFED = [each for each in _ADDED if each[0] == b"x-content-type-options"]
DATA = (b"application/json", b"text/event-stream")
SAFE = {"GET", "HEAD", "OPTIONS"}


class SameOrigin:
    """Middleware around every request, and around Streamlit's own WebSocket."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, refuse it, or send somebody without a seat to the join page."""
        if scope["type"] == "websocket" and not _is_same_origin(scope):
            await receive()
            await send({"type": "websocket.close", "code": 1008})
            return
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *_missing(dict(message["headers"]))]
            await send(message)

        await (_answer_itself(scope) or self._app)(scope, receive, send_with_headers)


def _missing(there: dict[bytes, bytes]) -> list[tuple[bytes, bytes]]:
    """The headers that a reply still needs. Data for our own scripts draws nothing, so no policy goes with it."""
    is_data = there.get(b"content-type", b"").startswith(DATA)
    return [each for each in (_SNIFFED if is_data else _ADDED) if each[0] not in there]


def _answer_itself(scope: Scope) -> Response | None:
    """The answer to a request that is refused, or to somebody without a seat; None for every other request."""
    if scope["method"] not in SAFE and not _is_same_origin(scope):
        return told(403, _("This came from another page"), _("Open the workshop by its own address, and try again."))
    if scope["path"] == "/" and not any(name in Request(scope).cookies for name in NAMES):
        return RedirectResponse("/join", status_code=303)
    return None


def _is_same_origin(scope: Scope) -> bool:
    """Whether a request comes from a page of this host, or from no page at all."""
    headers = dict(scope["headers"])
    origin, host = (headers.get(name, b"").decode("latin-1") for name in (b"origin", b"host"))
    try:
        return b"origin" not in headers or (bool(host) and urlsplit(origin).netloc == host)
    except ValueError:
        return False
