"""Keeps Streamlit's own dialogs from our pages: they take the keyboard away from somebody who types.

"Are you connected to the internet?" comes whenever the line is dead for a few seconds, and "Page not found" above
our own words about a page that somebody may not see.
"""

import json

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PATH = "/_stcore/host-config"
"""What Streamlit tells its page about the site that it stands on. Streamlit keeps this address for itself."""


class QuietDialogs:
    """Middleware that passes on what Streamlit says there, and adds that errors are shown without a dialog."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] != PATH:
            await self._app(scope, receive, send)
            return
        held: list[Message] = []

        async def hold(message: Message) -> None:
            held.append(message)

        await self._app(_without_compression(scope), receive, hold)
        for message in _quiet(held):
            await send(message)


def _without_compression(scope: Scope) -> Scope:
    return {**scope, "headers": [each for each in scope["headers"] if each[0].lower() != b"accept-encoding"]}


def _quiet(held: list[Message]) -> list[Message]:
    """The same response with the setting in it; as it is where it holds no settings."""
    start, *pieces = held
    try:
        said = json.loads(b"".join(piece.get("body", b"") for piece in pieces))
    except ValueError:
        return held
    body = json.dumps({**said, "blockErrorDialogs": True}).encode()
    MutableHeaders(scope=start)["content-length"] = str(len(body))
    return [start, {"type": "http.response.body", "body": body}]
